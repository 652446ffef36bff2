"""Tables that stand in a sheet: Excel workbooks and CSV files → cells with the text they show.

A reader of its own rather than a library: it reads in one pass what a cell shows, what it hides and whether
a formula has been computed, all with the cell's name, and its time and memory are bounded. Nothing in a
file is ever computed, followed or fetched.
"""
