"""Every code there is, with what it means, why, an example and the remedy.

A check's text is its docstring. The texts of codes that reading the content or looking at templates gives lie
in ``texts/``, one file each, in the same form. Nothing is registered by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.checks.run import all_checks
from generator.diagnostics.values import dataclass

GROUPS = {
    "S": "Innehåll",
    "I": "Identitet",
    "L": "Den röda tråden",
    "C": "Täckning",
    "N": "Indikatorer",
    "E": "Ekonomi",
    "P": "Process",
    "D": "Dokument och mallar",
    "T": "Tillgänglighet",
    "X": "Språk",
}
"""The first letter of a code, in the order of the catalogue."""

_TEXTS = "texts"
_HEAD = "kontroller.md"
"""What the page says before the codes."""

_PARTS = ("Varför", "Exempel", "Rätta")
_FIRST = re.compile(r"([A-Z]\d{3}): (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means (``title``, one sentence), why it matters, an example, and what to do.

    ``is_check`` tells that a check gives it; the rest comes from reading the content or from templates.
    """

    code: str
    title: str
    why: str
    example: str
    remedy: str
    is_check: bool

    @property
    def group(self) -> str:
        """What the code is about: ”Ekonomi”."""
        return GROUPS.get(self.code[:1], "Övrigt")

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The paragraphs with their headings."""
        return tuple(zip(_PARTS, (self.why, self.example, self.remedy), strict=True))


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return every explanation by code, group by group."""
    found = {e.code: e for e in _all()}
    order = list(GROUPS)
    ranks = {letter: number for number, letter in enumerate(order)}
    return {code: found[code] for code in sorted(found, key=lambda c: (ranks.get(c[:1], len(order)), c))}


def texts() -> Iterator[str]:
    """Yield the texts of the codes that no check gives."""
    from importlib.resources import files

    for name in sorted(entry.name for entry in (files("generator.checks") / _TEXTS).iterdir()):
        if name.endswith(".txt"):
            yield _text(name)


def _text(name: str) -> str:
    from importlib.resources import files

    return (files("generator.checks") / _TEXTS / name).read_text(encoding="utf-8")


def _all() -> Iterator[Explanation]:
    for text in texts():
        yield explained(text, is_check=False)
    for check in all_checks():
        yield explained(check.documentation, is_check=True)


def explained(text: str, *, is_check: bool) -> Explanation:
    """Return a text as its parts. Raises ValueError when it has another form."""
    first, *rest = (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
    match = _FIRST.fullmatch(first)
    said = dict(paragraph.split(": ", 1) for paragraph in rest if ": " in paragraph)
    if match is None or tuple(said) != _PARTS:
        raise ValueError(f"not the form of an explanation: {first}")
    title = match[2][:1].upper() + match[2][1:]
    why, example, remedy = said.values()
    return Explanation(match[1], title, why, example, remedy, is_check)


def as_markdown(chosen: Iterable[Explanation]) -> str:
    """Return explanations as a page: a list of all, then each under its group."""
    by_group: dict[str, list[Explanation]] = {}
    for each in chosen:
        by_group.setdefault(each.group, []).append(each)
    lines = [_text(_HEAD).rstrip()]
    for group, members in by_group.items():
        lines += ["", f"**{group}**", ""]
        lines += [f"- [{e.code}](#{e.code.lower()}) {_escaped(e.title)}" for e in members]
    for group, members in by_group.items():
        lines += ["", f"## {group}"]
        for each in members:
            lines += ["", f"### {each.code}", "", f"**{_escaped(each.title)}**"]
            for heading, text in each.parts:
                lines += ["", f"*{heading}:* {_escaped(text)}"]
    return "\n".join(lines) + "\n"


_SIGNS = re.compile(r"([\\`*_\[\]<>{}#|])")


def _escaped(text: str) -> str:
    """Return plain text as Markdown that shows it."""
    return _SIGNS.sub(r"\\\1", text)
