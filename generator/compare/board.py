"""The changes for those who decide: an ändringsblad of one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from generator.compare.board_rest import Sentence, sentences
from generator.compare.board_rows import Entry, amounts, is_amount, is_measure, is_thing, measure, thing
from generator.compare.change import Change
from generator.compare.scope import briefly
from generator.compare.summary import NO_CHANGES, summary
from generator.documents.andringsblad import AndringsbladVy, AndringsradVy
from generator.documents.view import BeslutVy, DokumentVy, View
from generator.domain.belopp import EMPTY
from generator.domain.wording import lower_first, upper_first

_POINTS = 465
"""The height of the page below five lines of what is compared and summed up, with room for the last lines."""
_TABLE, _ROW, _LINE = 50, 6.4, 12.4
"""What a table takes with caption and head, what a row takes beside its lines, and a line."""
_SENTENCE_WIDTH, _SENTENCE = 80, 15
_USUAL_LINES = 5
_ASSURED = 3
"""Rows of each table that are shown before any table shows more."""


def board(
    old: View,
    new: View,
    changes: Sequence[Change],
    names: Sequence[str] = (),
) -> AndringsbladVy:
    """Return the view of an ändringsblad: what matters most on one page, the rest counted.

    ``names`` are what to call the older and the newer (a proposal, a file) where the facts of their covers do
    not tell them apart.
    """
    said = _said(changes)
    older, newer = names or (version(old, new), version(new, old))
    compared = f"{upper_first(newer)} jämförs med {older}."
    page = _Page(_POINTS - _extra(said, compared))
    things = [thing(c) for c in changes if is_thing(c)]
    measures = [measure(c) for c in changes if is_measure(c)]
    figures = list(amounts(c for c in changes if is_amount(c)))
    rest = list(sentences([c for c in changes if not (is_thing(c) or is_measure(c) or is_amount(c))]))
    tables = page.tables([things, measures, figures])
    told = page.sentences(rest)
    shown = sum(e.changes for entries in tables for e in entries) + sum(s.changes for s in told)
    rows = [tuple(entry.row for entry in entries) for entries in tables]
    return AndringsbladVy(
        dokument=_facts(old, new),
        styrmodell=new.styrmodell,
        kapitel_fore=(),
        noder=(),
        rotnoder=(),
        kapitel_efter=(),
        indikatorgrupper=(),
        jamfort=compared,
        inte_jamfort=briefly(old, new),
        sammanfattning=said,
        saker=rows[0],
        matt=rows[1],
        belopp=_headed(rows[2]),
        argangar=_vintages([c for c in changes if is_amount(c)]) if rows[2] else "",
        ovrigt=tuple(sentence.text for sentence in told),
        fler=sum(not c.follows for c in changes) - shown,
        markta=any("+]" in row.text or "\N{MINUS SIGN}]" in row.text for row in rows[0]),
    )


def version(view: View, other: View) -> str:
    """Return ”Regionplan 2019–2021, version 1.0 (justerad, 28 november 2018)” with what is known of it.

    The body is named where the other document is another body's.
    """
    dokument = view.dokument
    organ = lower_first(dokument.organ) if dokument.organ != other.dokument.organ else ""
    number = f"version {dokument.version}" if dokument.version else ""
    known = ", ".join(filter(None, (lower_first(dokument.stadium), str(dokument.datum or ""))))
    words = ", ".join(filter(None, (dokument.titel, organ, number)))
    return f"{words} ({known})" if known else words


def _vintages(changes: Sequence[Change]) -> str:
    """Return that the amounts belong to different decisions, and to which when they are the same for all."""
    pairs = {change.vintages for change in changes if any(change.vintages)}
    if len(pairs) == 1:
        old, new = (vintage or EMPTY for vintage in pairs.pop())
        return f"Beloppen är av olika årgång: {old} \N{RIGHTWARDS ARROW} {new}."
    return "Beloppen är av olika årgång." if pairs else ""


def _said(changes: Sequence[Change]) -> str:
    words = summary(changes)
    return f"{words} mellan versionerna." if words == NO_CHANGES else f"{words}."


def _extra(*said: str) -> float:
    """Return the height of what stands before the tables, beyond what is usual."""
    lines = sum(ceil(len(text) / _SENTENCE_WIDTH) for text in said)
    return max(0, lines - _USUAL_LINES) * _SENTENCE


class _Page:
    """What is left of the page."""

    def __init__(self, points: float) -> None:
        self.left = points

    def tables(self, tables: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
        """Return what is shown of each table: some of all of them, then as much as there is room for."""
        chosen: list[set[int]] = [set() for _ in tables]
        for most in (_ASSURED, None):
            for number, entries in enumerate(tables):
                ranked = sorted(range(len(entries)), key=lambda place: entries[place].rank)
                for place in ranked[:most]:
                    self._take(place, entries, chosen[number])
        return [
            [entries[at] for at in sorted(places)] for entries, places in zip(tables, chosen, strict=True)
        ]

    def _take(self, place: int, entries: Sequence[Entry], chosen: set[int]) -> None:
        height = _ROW + _LINE * entries[place].lines + (0 if chosen else _TABLE)
        if entries[place].row.rubrik and entries[place].row.rubrik not in {
            entries[c].row.rubrik for c in chosen
        }:
            height += _ROW + _LINE
        if place not in chosen and height <= self.left:
            self.left -= height
            chosen.add(place)

    def sentences(self, rest: Sequence[Sentence]) -> list[Sentence]:
        """Return the first sentences that there is room for."""
        shown: list[Sentence] = []
        for sentence in rest:
            height = _SENTENCE * ceil(len(sentence.text) / _SENTENCE_WIDTH) + (0 if shown else _TABLE / 2)
            if height > self.left:
                break
            self.left -= height
            shown.append(sentence)
        return shown


def _headed(rows: Sequence[AndringsradVy]) -> tuple[AndringsradVy, ...]:
    """Return the rows with the heading of a table at the first of its rows alone."""
    before = ("", *(row.rubrik for row in rows))
    return tuple(
        replace(row, rubrik="") if row.rubrik == last else row
        for row, last in zip(rows, before, strict=False)
    )


def _facts(old: View, new: View) -> DokumentVy:
    """Return what the header and the footer say: the newer document's, but for what the sheet is itself."""
    dokument = new.dokument
    is_same = old.dokument.id == dokument.id
    since = f"version {old.dokument.version}" if is_same and old.dokument.version else old.dokument.titel
    same_name = is_same and old.dokument.version == dokument.version
    return replace(
        dokument,
        id="ändringar",
        slag="ändringar",
        titel="Ändringar" if same_name else f"Ändringar sedan {since}",
        undertitel=", ".join(filter(None, (dokument.titel, lower_first(dokument.organ)))),
        stadium="Underlag",
        beslutat=False,
        beslut=BeslutVy(),
        version="",
    )
