"""The röd tråd for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from generator.domain.matris import Matris, Tackning
from generator.domain.organisation import Organisation
from generator.trace.legend import SIGNS, explained, present
from generator.trace.thread import Led, Trad, words_of

_LONGEST = 110
"""Characters of an item's own words on a terminal; JSON and HTML have all of them."""
_INDENT = "  "
_WIDTH = 52
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"


def thread_as_text(trad: Trad) -> str:
    """Return the trace of one item."""
    lines = [words_of(trad.sak), "", "Uppåt"]
    lines += _steps(trad.uppat) or [f"{_INDENT}Ingenting: den röda tråden är bruten här."]
    lines += ["", "Nedåt"]
    lines += _steps(trad.nedat) or [f"{_INDENT}Ingenting följer av det."]
    lines += ["", "Står i"]
    lines += list(_places(trad)) or [f"{_INDENT}Inget dokument."]
    return "\n".join(lines) + "\n"


def _steps(steps: Sequence[Led]) -> list[str]:
    return [f"{_INDENT * (led.djup + 1)}{words_of(led, longest=_LONGEST)}" for led in steps]


def _places(trad: Trad) -> Iterator[str]:
    for dokument, place in trad.dokument:
        where = f"{place.nummer} {place.rubrik}".strip()
        page = f"sida {place.sida}" if place.sida else ""
        known = ", ".join(part for part in (where, page) if part)
        yield f"{_INDENT}{dokument.titel} ({dokument.id})" + (f": {known}" if known else "")


def matrix_as_text(matris: Matris, organisation: Organisation) -> str:
    """Return the matrix as a table with a legend of its signs and its columns."""
    heads = _heads(matris, organisation)
    rows = [_row(rad.djup, str(rad.nod.titel)) for rad in matris.rader]
    first = max((len(r) for r in rows), default=0)
    width = max((len(h) for h in heads), default=1)
    width = max(width, *(len(_shown(c.tackning, len(c.ataganden))) for r in matris.rader for c in r.celler))
    lines = [_line("Mål", heads, first, width), "  ".join(["─" * first, *("─" * width for _ in heads)])]
    for title, rad in zip(rows, matris.rader, strict=True):
        cells = [_shown(cell.tackning, len(cell.ataganden)) for cell in rad.celler]
        lines.append(_line(title, cells, first, width))
    lines += [
        "",
        *(f"{SIGNS[t]} {explained(t)}" for t in present(matris)),
        "Siffran är antalet åtaganden.",
        "",
    ]
    lines += [f"{h}  {n.namn}" for h, n in zip(heads, matris.namnder, strict=True)]
    return "\n".join(lines) + "\n"


def _heads(matris: Matris, organisation: Organisation) -> list[str]:
    """Return the abbreviations of the nämnder, or letters when some have none."""
    short = [organisation.organ[n.organ].forkortning for n in matris.namnder]
    if all(short) and len(set(short)) == len(short):
        return short
    return [_LETTERS[n] if n < len(_LETTERS) else str(n + 1) for n in range(len(short))]


def _row(depth: int, title: str) -> str:
    indent = _INDENT * depth
    return indent + textwrap.shorten(title, max(_WIDTH - len(indent), _WIDTH // 2), placeholder=" …")


def _shown(tackning: Tackning, number: int) -> str:
    return f"{SIGNS[tackning]} {number}" if number else SIGNS[tackning]


def _line(title: str, cells: Sequence[str], first: int, width: int) -> str:
    return "  ".join([title.ljust(first), *(cell.ljust(width) for cell in cells)]).rstrip()
