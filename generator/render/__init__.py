"""View + template → Word bytes. Knows templates, prose and tables, and no kind of document by name."""
