"""kalender/ÅÅÅÅ.yaml → Kalender: the moments of a year."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from difflib import SequenceMatcher

from generator.content.context import Context
from generator.content.findings import Findings
from generator.content.folders import Entry, Folder, inside
from generator.content.models import KalenderRecord, MomentRecord
from generator.content.records import read_record
from generator.content.source import read_source
from generator.content.unused import unused_folder
from generator.content.yaml_tree import Tree, parse_yaml
from generator.diagnostics import Position
from generator.domain.kalender import Dagar, Kalender, Moment

FOLDER = "kalender"
_NAME = re.compile(r"((?:19|2\d)\d\d)\.yaml", re.ASCII)
_MISSPELT = 0.88
"""How like a kind of document a word has to be to be taken for it: regionplan is not handlingsplan."""


def read_calendars(top: Folder, context: Context) -> Mapping[int, Kalender]:
    """Return the calendars by year; a file that is none is noted (S006)."""
    entry = top.folder(FOLDER)
    if entry is None:
        return {}
    folder, found = inside(top, entry, context.findings), {}
    for each in folder.entries:
        if each.is_folder:
            unused_folder(each, folder, context.findings)
        elif (match := _NAME.fullmatch(each.name)) is not None:
            kalender = _read(each, int(match[1]), folder, context)
            if kalender is not None:
                found[kalender.ar] = kalender
        else:
            _not_a_year(each, folder, context.findings)
    return found


def _not_a_year(entry: Entry, folder: Folder, findings: Findings) -> None:
    hint = "En kalender heter som sitt år: 2019.yaml."
    findings.warning("S006", "Filen används inte: den är ingen kalender", folder.position(entry), hint)


def _read(entry: Entry, year: int, folder: Folder, context: Context) -> Kalender | None:
    source = read_source(entry.path, folder.root, context.findings)
    if source is None:
        return None
    tree = parse_yaml(source, context.findings)
    record = read_record(KalenderRecord, tree, context.findings) if not tree.broken else None
    if record is None:
        return None
    reader = _Reader(tree, year, context)
    return Kalender(year, tuple(reader.moment(n, m) for n, m in enumerate(record.momenter)), tree.start)


class _Reader:
    def __init__(self, tree: Tree, year: int, context: Context) -> None:
        self.tree, self.year, self.context = tree, year, context

    def moment(self, number: int, record: MomentRecord) -> Moment:
        place = self._place(number, "slag")
        self._check_kind(record.slag, place, self.context.kinds)
        organ_place = self._place(number, "organ")
        organ = [self.context.organ_id(name, organ_place) for name in record.organ]
        return Moment(
            record.slag,
            record.steg,
            tuple(id_ for id_ in organ if id_),
            self._days(record.nar, self._place(number, "när")),
            record.period,
            record.notering,
            place,
        )

    def _place(self, number: int, key: str) -> Position:
        return self.tree.place(("momenter", number, key))

    def _days(self, when: date | int, place: Position) -> Dagar:
        if isinstance(when, int):
            return Dagar.month(self.year, when)
        if when.year != self.year:
            hint = f"Rätta dagen, eller flytta momentet till {when.year}.yaml."
            message = f"Dagen {when} hör inte till kalendern för {self.year}"
            self.context.findings.error("S003", message, place, hint)
        return Dagar.day(when)

    def _check_kind(self, slag: str, place: Position, kinds: Collection[str]) -> None:
        """Warn of a kind that is nearly one that can be built; a calendar may have others too."""
        for kind in kinds:
            if slag != kind and SequenceMatcher(None, slag.casefold(), kind).ratio() >= _MISSPELT:
                message = f"Det finns inget dokumentslag ”{slag}”"
                self.context.findings.warning("S003", message, place, f"Menade du ”{kind}”?")
