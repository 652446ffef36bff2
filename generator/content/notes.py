"""Footnotes: read where they are defined, printed where they are referred to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.content.findings import Findings
from generator.content.inline import InlineReader
from generator.content.places import Spot
from generator.content.source import Source
from generator.content.tokens import Token, spans
from generator.domain.fras import Footnote

_DEFINED = re.compile(r"\s*(?:>\s*)*\[\^(?P<name>[^\]\s]+)\]:")
_REFERRED = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_ONLY_TEXT = ("footnote_open", "paragraph_open", "paragraph_close", "inline", "footnote_anchor")


def read_notes(
    tokens: Sequence[Token], inline: InlineReader, source: Source, lines: list[str]
) -> dict[int, Footnote]:
    """Return the notes by the number the parser gave them: one phrase for each of their paragraphs."""
    found = {}
    inline.inside_note = True
    for note, inside in spans(tokens, "footnote_open"):
        first = next((t.map[0] for t in inside if t.map), 0)
        other = next((t for t in inside if t.type not in _ONLY_TEXT), None)
        if other is not None:
            place = Spot(source, lines, other.map[0] if other.map else first, len(lines)).start
            hint = "Skriv noten som vanlig text."
            message = "En fotnot kan inte innehålla listor, tabeller eller rubriker"
            inline.findings.error("S007", message, place, hint)
        phrases = (inline.phrase(t, _spot(t, source, lines)) for t in inside if t.type == "inline")
        found[note.meta["id"]] = Footnote(tuple(phrases))
    inline.inside_note = False
    return found


def _spot(token: Token, source: Source, lines: list[str]) -> Spot:
    first, last = token.map or (0, 0)
    return Spot(source, lines, first, last)


def report_notes(source: Source, lines: list[str], findings: Findings, elsewhere: Iterable[str] = ()) -> None:
    """Note what is defined twice (S004), without text (S002), or never referred to (L008).

    ``elsewhere`` are texts outside the file that may refer to its notes.
    """
    referred = {name for line in (*lines, *elsewhere) for name in _REFERRED.findall(line)}
    seen: dict[str, int] = {}
    for number, match in _definitions(lines):
        name, place = match["name"], source.at(number + 1, match.start("name") - 1)
        if name in seen:
            message = f"Fotnoten ”{name}” finns redan på rad {source.at(seen[name] + 1).line}"
            findings.error("S004", message, place, "Ge den ena ett annat namn.")
        elif name not in referred:
            hint = f"Skriv [^{name}] där den hör hemma, eller ta bort den."
            findings.warning("L008", f"Ingenting hänvisar till fotnoten ”{name}”", place, hint)
        elif not lines[number][match.end() :].strip() and not _goes_on(lines, number):
            findings.error(
                "S002", f"Fotnoten ”{name}” saknar text", place, "Skriv notens text efter kolonet."
            )
        seen.setdefault(name, number)


def _goes_on(lines: list[str], number: int) -> bool:
    return number + 1 < len(lines) and lines[number + 1].startswith(("    ", "\t"))


def _definitions(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(lines):
        match = _DEFINED.match(line) if "[^" in line else None
        if match:
            yield number, match
