"""Whether every for and if of a template ends, in its turn and in a place where the XML between stays whole.

What lies between two tags is repeated or left out as text. That works when both stand equally deep in the
same kind of place; from a paragraph of the body into a table cell it tears the document apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from generator.diagnostics import Severity, did_you_mean
from generator.ooxml.flaw import Flaw
from generator.ooxml.tag_text import TagText
from generator.ooxml.xml import Element, qn

_P, _TC, _BOX = (qn(f"w:{name}") for name in ("p", "tc", "txbxContent"))
ENDS = {"endif": "if", "endfor": "for", "endwith": "with"}
_BEGINS = tuple(ENDS.values())
MIDDLES = {"elif": ("if",), "else": ("if", "for")}
SINGLE_WORDS = ("set",)
KNOWN_WORDS = (*_BEGINS, *MIDDLES, *ENDS, *SINGLE_WORDS)
"""What a statement in a template can begin with."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the code of a tag ends up: the path of element names to it, and numbers of what it stands in."""

    path: str = ""
    holder: int = 0
    paragraph: int = 0
    cell: int = 0


@dataclass(slots=True)
class Places:
    """Numbers the elements of a part, so that places can be compared when the XML is gone."""

    numbers: dict[Element, int] = field(default_factory=dict)

    def of(self, element: Element, taken: str | object) -> Place:
        """Return the place of a tag that takes the nearest element named ``taken`` with it."""
        start = next((e for e in (element, *element.iterancestors()) if e.tag == taken), element)
        holders = [start, *start.iterancestors()] if start is element else list(start.iterancestors())
        path = "/".join(str(e.tag).rpartition("}")[2] for e in reversed(holders))
        nearest = next(start.iterancestors(_TC, _BOX), None)
        return Place(
            path,
            self._number(holders[0] if holders else None),
            self._number(next(element.iterancestors(_P), None)),
            self._number(nearest),
        )

    def _number(self, element: Element | None) -> int:
        return 0 if element is None else self.numbers.setdefault(element, len(self.numbers) + 1)


class Statement(Protocol):
    """A statement of a template."""

    @property
    def text(self) -> TagText: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def place(self) -> Place: ...


def nesting_flaws(part: str, statements: Sequence[Statement]) -> Iterator[Flaw]:
    """Yield what is wrong with how for and if begin and end."""
    waiting: list[Statement] = []
    for tag in statements:
        word = tag.text.word
        if word in _BEGINS:
            waiting.append(tag)
        elif word in MIDDLES:
            yield from _middle(part, tag, waiting)
        elif word in ENDS:
            yield from _ended(part, tag, waiting)
        elif word not in SINGLE_WORDS:
            yield _unknown(part, tag)
    for begun in reversed(waiting):
        hint = f"Lägg till {_written(begun, f'end{begun.text.word}')} efter det som hör till taggen."
        yield _flaw(part, begun, f"”{begun.text.word}” avslutas aldrig", hint)


def _middle(part: str, tag: Statement, waiting: Sequence[Statement]) -> Iterator[Flaw]:
    begun = waiting[-1] if waiting else None
    if begun is None or begun.text.word not in MIDDLES[tag.text.word]:
        yield _flaw(part, tag, f"”{tag.text.word}” hör inte till något if", "Skriv {% if … %} före taggen.")
    else:
        yield from _crossing(part, begun, tag)


def _ended(part: str, tag: Statement, waiting: list[Statement]) -> Iterator[Flaw]:
    wanted = ENDS[tag.text.word]
    if not waiting:
        hint = f"Ta bort taggen, eller skriv {_written(tag, f'{wanted} …')} där den ska börja."
        yield _flaw(part, tag, f"”{tag.text.word}” avslutar inget", hint)
        return
    begun = waiting.pop()
    if begun.text.word == wanted:
        yield from _crossing(part, begun, tag)
        return
    open_one = f"”{begun.text.seen}” i stycke {begun.paragraph}"
    what = f"”{tag.text.word}” står där ”end{begun.text.word}” behövs: {open_one} är inte avslutad"
    yield _flaw(part, tag, what, "Se efter att varje for och if har sin endfor och endif, i rätt ordning.")
    # The inner one was forgotten: the end is that of the outer one.
    if waiting and waiting[-1].text.word == wanted:
        waiting.pop()


def _crossing(part: str, begun: Statement, tag: Statement) -> Iterator[Flaw]:
    """Yield what is wrong with the stretch between two tags that belong together."""
    first, last = begun.place, tag.place
    both = f"”{begun.text.seen}” i stycke {begun.paragraph}"
    if begun.text.takes != tag.text.takes and "r" not in (begun.text.takes, tag.text.takes):
        what = f"taggen hör ihop med {both}, men den ena tar med sig mer än den andra"
        yield _flaw(part, tag, what, f"Skriv {_written(begun, tag.text.word)}, på samma sätt som den första.")
    elif first.path != last.path or first.cell != last.cell:
        what = f"taggen hör ihop med {both}, som står i en annan sorts plats (cell, ruta, länk eller tabell)"
        yield _flaw(part, tag, what, "Sätt båda taggarna i samma cell, eller båda utanför tabellen.")
    elif begun.text.takes and first.holder != last.holder:
        what = f"taggen hör ihop med {both}, men de står i var sin tabell eller ruta"
        yield _flaw(part, tag, what, "Sätt båda taggarna i samma tabell eller ruta.")
    elif not begun.text.takes and first.paragraph != last.paragraph:
        what = f"taggen hör ihop med {both}; styckena emellan kan smälta ihop"
        hint = f"Skriv {{%p {begun.text.inside} %}} och {{%p {tag.text.word} %}} i egna stycken."
        yield _flaw(part, tag, what, hint, Severity.WARNING)


def _unknown(part: str, tag: Statement) -> Flaw:
    word = tag.text.word or tag.text.inside
    if word in ("p", "tr", "tc", "r"):
        return _flaw(
            part, tag, f"mellan {{% och ”{word}” ska inget mellanslag stå", f"Skriv {{%{word} … %}}."
        )
    if word == "end":
        return _flaw(part, tag, "”end” säger inte vad som avslutas", "Skriv endfor eller endif.")
    hint = did_you_mean(
        word, KNOWN_WORDS, "De taggar som finns är for, if, elif, else, set, endfor och endif."
    )
    return _flaw(part, tag, f"taggen ”{word}” finns inte", hint)


def _written(like: Statement, inside: str) -> str:
    return f"{{%{like.text.takes} {inside} %}}"


def _flaw(part: str, tag: Statement, what: str, hint: str, severity: Severity = Severity.ERROR) -> Flaw:
    return Flaw(part, tag.paragraph, tag.text.seen, what, hint, severity)
