"""A JSON text that is believed in nothing: bounded, whole, and each name in it once."""

from __future__ import annotations

import json
from typing import Any

from generator.diagnostics import StyrdokError

LARGEST = 64 * 1024 * 1024
"""Bytes. The largest of the example's views has two per cent of them."""

MOST_VALUES = 2_000_000
"""Each takes up to a tenth of a kilobyte once it is read."""

_REMEDY = "Hämta tillbaka filen ur versionshistoriken eller en säkerhetskopia."


class WrongError(ValueError):
    """A value of the wrong type; says in Swedish where."""


def parsed(text: str, name: str) -> Any:
    """Return what a JSON text holds. Raises StyrdokError, with the file's name, when it cannot be read."""
    if len(text) > LARGEST or sum(map(text.count, ",[{")) > MOST_VALUES:
        raise StyrdokError(f"{name} är orimligt stor och läses inte", _REMEDY)
    try:
        return json.loads(text, parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as problem:
        raise unreadable(name, problem) from problem


def unreadable(name: str, problem: Exception) -> StyrdokError:
    """Return what to say of a file in which something else stands than there should."""
    where = problem.args[0] if isinstance(problem, WrongError) else "filen är ingen hel JSON-fil"
    return StyrdokError(f"{name} går inte att läsa: {where}", _REMEDY)


def _no_number(text: str) -> Any:
    raise WrongError(f"{text} är inget tal")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise WrongError("samma uppgift står två gånger")
    return found
