"""``{#id nyckel="värde"}`` at the end of a line: the id and particulars of the item that begins there.

In a proposal the marks ``{utgår}`` and ``{ny}`` stand there too, alone or last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field

from generator.content.findings import Findings
from generator.content.ids import report_form
from generator.content.source import Source
from generator.diagnostics import NOWHERE, Position, did_you_mean
from generator.diagnostics.values import dataclass

_QUOTE = '["”“]'
MARKS = ("utgår", "ny")
"""What stands without a value: in a proposal, that something is struck or is new."""

_AT_END = re.compile(r"(?<!\\)\{(?P<inside>\s*(?:#|[^\W\d_][\w ]*=|(?:utgår|ny)\s*(?=\}))[^{}]*)\}[ \t]*$")
_PAIR = re.compile(
    rf"\s*(?:#(?P<id>[^\s{{}}\"”“]+)|(?P<mark>utgår|ny)(?=\s*$)"
    rf"|(?P<key>[^\W\d_][\w ]*?)\s*=\s*{_QUOTE}(?P<value>[^\"”“]*){_QUOTE})"
)
_BEGUN = re.compile(r"(?<!\\)\{\s*#")
_FENCE = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_YES = "ja"
_ONLY_IN_PROPOSALS = "Det skrivs bara i ett förslag, i mappen förslag/ i dokumentets mapp."
_EXAMPLE = "Skriv {#mitt-id} sist på raden."


@dataclass(frozen=True, slots=True)
class Attributes:
    """An id (empty when none is given) and values by key; ``position`` is where the bracket opens."""

    id: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    position: Position = NOWHERE

    def __bool__(self) -> bool:
        return self is not NONE

    def get(self, key: str) -> str:
        """Return the value, empty when it is not given."""
        return self.values.get(key, "")

    def only(self, allowed: tuple[str, ...], findings: Findings, *, id_allowed: bool = True) -> None:
        """Note every key that does not belong here, and an id where none does (S001)."""
        for key in self.values:
            if key not in allowed:
                otherwise = f"Här kan stå {', '.join(allowed)}." if allowed else "Ta bort den."
                hint = _ONLY_IN_PROPOSALS if key in MARKS else did_you_mean(key, allowed, otherwise)
                findings.error("S001", f"Okänd uppgift ”{key}”", self.position, hint)
        if self.id and not id_allowed:
            findings.error("S001", f"Här kan inte stå något id (”{self.id}”)", self.position, "Ta bort det.")

    def checked_id(self, findings: Findings) -> str:
        """Return the id of a place in a text; one of another form is noted (I002)."""
        if self.id:
            report_form(self.id, self.position, findings)
        return self.id


NONE = Attributes()


def take_attributes(source: Source, findings: Findings) -> tuple[Source, dict[int, Attributes]]:
    """Return the text with the attributes taken out, and what they said by line (from 0)."""
    found: dict[int, Attributes] = {}
    lines = source.text.split("\n")
    for number in _lines_of_text(lines):
        line = lines[number]
        match = _AT_END.search(line) if "{" in line else None
        if match:
            found[number] = _parse(match["inside"], source.at(number + 1, match.start() + 1), findings)
            lines[number] = line[: match.start()].rstrip()
        elif "{" in line and (begun := _BEGUN.search(_CODE.sub(_blank, line))):
            place = source.at(number + 1, begun.start() + 1)
            findings.error("S005", "Ett id ska stå inom klamrar sist på raden", place, _EXAMPLE)
    return Source(source.name, "\n".join(lines), source.first_line), found


def _lines_of_text(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are not shown as they are typed, between ``` and ```."""
    if not any("```" in line or "~~~" in line for line in lines):
        yield from range(len(lines))
        return
    fence = ""
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if fence:
            if match and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif match:
            fence = match["fence"]
        else:
            yield number


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _parse(text: str, place: Position, findings: Findings) -> Attributes:
    id_, end = "", 0
    values: dict[str, str] = {}
    for match in _pairs(text):
        key = (match["key"] or match["mark"] or "").strip()
        if (id_ and not key) or key in values:
            what = f"”{key}”" if key else "Ett id"
            findings.error("S004", f"{what} står två gånger här", place, "Behåll en av dem.")
        elif key:
            values[key] = _YES if match["mark"] else match["value"].strip()
        else:
            id_ = match["id"]
        end = match.end()
    rest = text[end:].strip()
    if rest:
        at = place.moved(columns=1 + text.index(rest, end))
        findings.error("S005", f"”{rest}” går inte att tolka", at, _form_of(rest))
    return Attributes(id_, values, place)


def _form_of(rest: str) -> str:
    key = rest.split("=", maxsplit=1)[0].strip() if "=" in rest else ""
    if key:
        return f'Skriv {key}="…" med citattecken.'
    return 'Skriv ett id utan blanksteg, och andra uppgifter som nyckel="värde".'


def _pairs(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := _PAIR.match(text, position):
        yield match
        position = match.end()
