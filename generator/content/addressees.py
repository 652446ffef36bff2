"""Whom an uppdrag is addressed to: ”samtliga nämnder”, ”regionstyrelsen och trafiknämnden”."""

from __future__ import annotations

import re

from generator.content.context import Context
from generator.diagnostics import Position
from generator.domain.organisation import fold

_ALL = "samtliga nämnder"
_BETWEEN = re.compile(r"(?:,|\s|och\b|samt\b)+")
_NEXT = re.compile(r", | och | samt ")


def addressees(
    text: str, position: Position, context: Context, what: str = "Uppdrag"
) -> tuple[bool, tuple[str, ...]]:
    """Return whether all nämnder are addressed, and the bodies that are named.

    A body's name may hold a comma or ”och”, so the longest known name is taken first. Nobody (S002) and
    names that are not listed (I005) are noted. ``what`` begins the heading: ”Uppdrag”.
    """
    if not text:
        hint = f"Skriv ”{what} till samtliga nämnder”, eller namnge dem det gäller."
        the = {"Uppdrag": "Uppdraget", "Direktiv": "Rubriken"}[what]
        context.findings.error("S002", f"{the} säger inte vem det gäller", position, hint)
    return bodies(text, position, context)


def bodies(text: str, position: Position, context: Context) -> tuple[bool, tuple[str, ...]]:
    """Return whether all nämnder are named, and the single bodies; unlisted names are noted (I005)."""
    rest, everyone, found = fold(text), False, []
    known = context.organisation.by_spelling
    while rest:
        name = next((spelling for spelling in known if _begins_with(rest, spelling)), "")
        if _begins_with(rest, _ALL):
            everyone, name = True, _ALL
        elif name:
            found.append(known[name].id)
        else:
            name = _NEXT.split(rest, maxsplit=1)[0]
            context.unknown_organ(_as_written(name, text), position)
        rest = rest[len(name) :]
        between = _BETWEEN.match(rest)
        rest = rest[between.end() :] if between else rest
    return everyone, tuple(dict.fromkeys(found))


def _begins_with(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _as_written(folded: str, text: str) -> str:
    at = text.casefold().find(folded)
    return text[at : at + len(folded)] if at >= 0 else folded
