"""A PDF as a flow: the words as they stand on the pages, put together to the text they were printed from."""
