"""All that is written, piece by piece: the passages of a document, and of what stands above all documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.belopp import NBSP
from generator.domain.dokument import Dokument, Kapitel
from generator.domain.fras import (
    Code,
    Emphasis,
    Figure,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Phrase,
    Strong,
    Text,
)
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator, Lage, Nod, Svar, Uppdrag, Utfall
from generator.domain.prosa import Block, Excerpt, Heading, ListBlock, Paragraph, Prosa, Quote, TableBlock
from generator.domain.tabell import Tabell

Kind = Literal["titel", "rubrik", "stycke", "punkt", "uppdrag", "cell", "citat", "not"]

RUNNING: tuple[Kind, ...] = ("stycke", "punkt", "uppdrag", "not")
"""The kinds that are the author's own sentences."""

CODE = "\ufffc"
"""Stands for what is shown as it is typed: no words of the author's."""
_BEFORE = 12
"""Letters that tell one place of a word from another."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text: a title, a heading, a paragraph, a point of a list, a cell, a quotation, a note …

    ``lines`` are its lines as they were typed, where they are known.
    """

    text: str
    kind: Kind
    position: Position
    lines: tuple[str, ...] = ()

    def place(self, words: str, at: int = 0) -> Position:
        """Return where the words stand; where the passage begins when they cannot be found as typed.

        ``at`` is where they begin in the passage; without it the first place is meant.
        """
        before = self.text[max(0, at - _BEFORE) : at]
        for wanted in dict.fromkeys((before + words, words)):
            place = self._find(wanted.replace(NBSP, " "), len(wanted) - len(words))
            if place is not None:
                return place
        return self.position

    def _find(self, wanted: str, skip: int) -> Position | None:
        for number, line in enumerate(self.lines):
            column = line.replace(NBSP, " ").find(wanted)
            if column >= 0:
                return Position(self.position.file, self.position.line + number, column + skip + 1)
        return None


def passages_above(korpus: Korpus) -> Iterator[Passage]:
    """Yield the passages of what stands above the documents: the texts all build on, and the goals."""
    for kapitel in korpus.grund:
        yield from _of_chapter(kapitel)
    for nod in korpus.noder:
        yield from _of_node(nod)


def passages_of(dokument: Dokument) -> Iterator[Passage]:
    """Yield the passages of a document in the order it is read; some may be empty."""
    yield Passage(dokument.titel, "titel", dokument.place("titel"))
    yield Passage(dokument.undertitel, "titel", dokument.place("undertitel"))
    for id_, reason in dokument.utelamnar:
        yield Passage(reason, "stycke", dokument.place(f"utelämnar {id_}"))
    if dokument.andringar is not None:
        yield from _of_prose(dokument.andringar.text)
    for kapitel in dokument.kapitel_fore:
        yield from _of_chapter(kapitel)
    yield from _of_middle(dokument)
    for kapitel in dokument.kapitel_efter:
        yield from _of_chapter(kapitel)


def _of_middle(dokument: Dokument) -> Iterator[Passage]:
    """Yield what stands between the chapters: direktiv, the words on the goals, other indikatorer."""
    for kapitel in (dokument.direktivkapitel, dokument.indikatorkapitel):
        if kapitel is not None:
            yield from _of_chapter(kapitel)
    for grupp in dokument.direktivgrupper:
        yield from _of_prose(grupp.text)
    yield from _of_orders(dokument.direktiv())
    for nod in dokument.egna:
        yield from _of_phrase(nod.titel, "rubrik", nod.position)
    for svar in dokument.svar:
        yield from _of_answer(svar)
    yield from _of_indicators(dokument.indikatorer)
    yield from _of_outcomes(dokument.utfall)
    yield from _of_states(dokument.direktivlagen)


def _of_chapter(kapitel: Kapitel) -> Iterator[Passage]:
    yield from _of_phrase(kapitel.titel, "rubrik", kapitel.position)
    yield from _of_prose(kapitel.text)


def _of_node(nod: Nod) -> Iterator[Passage]:
    yield from _of_phrase(nod.titel, "rubrik", nod.position)
    yield from _of_prose(nod.text)
    yield from _of_orders(nod.uppdrag)
    yield from _of_indicators(nod.indikatorer)


def _of_answer(svar: Svar) -> Iterator[Passage]:
    yield from _of_prose(svar.text)
    yield from _of_orders(svar.uppdrag)
    yield from _of_indicators(svar.indikatorer)
    for atagande in svar.ataganden:
        yield from _of_blocks(atagande.text.content, "punkt", atagande.position)
    yield from _of_outcomes(svar.utfall)
    yield from _of_states(svar.lagen)


def _of_states(lagen: Iterable[Lage]) -> Iterator[Passage]:
    for lage in lagen:
        yield from _of_phrase(lage.kommentar, "cell", lage.position)


def _of_orders(orders: Iterable[Uppdrag]) -> Iterator[Passage]:
    for uppdrag in orders:
        yield from _of_blocks(uppdrag.text.content, "uppdrag", uppdrag.position)


def _of_indicators(indikatorer: Iterable[Indikator]) -> Iterator[Passage]:
    for i in indikatorer:
        for phrase in (i.namn, i.ingangsvarde, i.malvarde, i.frekvens, i.kalla):
            yield from _of_phrase(phrase, "cell", i.position)


def _of_outcomes(outcomes: Iterable[Utfall]) -> Iterator[Passage]:
    for utfall in outcomes:
        for phrase in (utfall.varde, utfall.matt, utfall.kommentar):
            yield from _of_phrase(phrase, "cell", utfall.position)


def _of_prose(text: Prosa) -> Iterator[Passage]:
    return _of_blocks(text.content, "stycke", text.position)


def _of_blocks(blocks: Iterable[Block], kind: Kind, place: Position) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Paragraph(content, position, lines):
                yield from _of_pieces(content, kind, position if position.file else place, lines)
            case Heading(_, content):
                yield from _of_pieces(content, "rubrik", block.position)
            case Quote(inner) | Excerpt(inner, _):
                yield from _of_blocks(inner, "citat", place)
            case ListBlock(_, items):
                inside: Kind = "punkt" if kind == "stycke" else kind
                for item in items:
                    yield from _of_blocks(item, inside, place)
            case TableBlock(tabell):
                yield from _of_table(tabell)


def _of_table(tabell: Tabell) -> Iterator[Passage]:
    yield Passage(tabell.titel, "rubrik", tabell.position)
    for kolumn in tabell.kolumner:
        yield from _of_phrase(kolumn.titel, "cell", tabell.position)
    for rad in tabell.rader:
        for cell in rad.celler:
            if isinstance(cell, Phrase):
                yield from _of_phrase(cell, "cell", rad.position)


def _of_phrase(phrase: Phrase, kind: Kind, place: Position) -> Iterator[Passage]:
    return _of_pieces(phrase.content, kind, place)


def _of_pieces(
    content: tuple[Inline, ...], kind: Kind, place: Position, lines: tuple[str, ...] = ()
) -> Iterator[Passage]:
    notes: list[Footnote] = []
    if content:
        yield Passage(_words(content, notes), kind, place, lines)
    for note in notes:
        for phrase in note.content:
            yield Passage(_words(phrase.content, []), "not", place)


def _words(content: tuple[Inline, ...], notes: list[Footnote]) -> str:
    found = []
    for piece in content:
        match piece:
            case Text(value) | Figure(written=value):
                found.append(value)
            case Strong(inner) | Emphasis(inner) | Link(_, inner):
                found.append(_words(inner, notes))
            case Code():
                found.append(CODE)
            case LineBreak():
                found.append("\n")
            case Footnote():
                notes.append(piece)
    return "".join(found)
