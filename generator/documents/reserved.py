"""The words that templates use for something else than a level of the styrmodell."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from generator.documents.kind import kinds
from generator.documents.view import NodVy

_JINJA = (
    *("and", "caller", "else", "elif", "endfor", "endif", "false", "for", "if", "import", "in", "is"),
    *("kwargs", "loop", "none", "not", "or", "recursive", "self", "set", "super", "true", "varargs", "with"),
)


@cache
def reserved_names() -> frozenset[str]:
    """Return the names, in ASCII, that no level can have: fields at the root and of a nod, Jinja's words."""
    roots = {field.name for kind in kinds().values() for field in fields(kind.view)}
    return frozenset({*roots, *(field.name for field in fields(NodVy)), *_JINJA})
