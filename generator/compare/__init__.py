"""Two versions of a document: what changed, as a list and side by side. It writes no file."""
