"""Two Word files as one with tracked changes: accepted they are the new one, rejected the old one.

What is no content is taken from the new document and not marked: ids of revisions, marks of spelling,
bookmarks, comments, the language of text, the size and place of boxes of text, the definitions of styles; and
in documents made here what only serves the layout: the page numbers that fields show, which Word counts anew,
and that a paragraph stays with the next. What is moved is deleted and inserted.
"""

from generator.ooxml.redline.comparing import Redlined, redline

__all__ = ["Redlined", "redline"]
