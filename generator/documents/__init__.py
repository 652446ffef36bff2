"""One folder per kind of document: which template, what its view holds, how the view is built."""
