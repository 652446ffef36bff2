"""Tables of chapters: raw cells → tables of words, or of figures with exact amounts.

A caption line ``Tabell: Titel {#id enhet="tkr" …}`` right before a table says what holds for all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.content.attributes import Attributes
from generator.content.findings import Findings
from generator.content.ids import report_form
from generator.content.raw import RawCell, RawProse, RawTable
from generator.content.sheets.request import KEYS
from generator.diagnostics import Position, did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.belopp import EMPTY, Belopp, Enhet, parse_number
from generator.domain.fras import Figure, Footnote, Phrase, Strong, Text
from generator.domain.hamtning import single
from generator.domain.prosa import Paragraph
from generator.domain.tabell import Kolumn, Rad, Roll, Tabell

_CAPTION = re.compile(r"Tabell:\s*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ID, _SUM = "id", "summa av"
_OF_FIGURES = ("tecken", "årgång")
_ALLOWED = ("enhet", *_OF_FIGURES, "liggande")
_YES_OR_NO = {"ja": True, "nej": False, "": False}


@dataclass(frozen=True, slots=True)
class Caption:
    """What the line before a table says."""

    titel: str
    attributes: Attributes
    position: Position


def caption_of(raw: RawProse, findings: Findings) -> Caption | None:
    """Return the caption when the paragraph is one; what a caption cannot hold is noted."""
    block = raw.block
    if not isinstance(block, Paragraph) or not block.content or not isinstance(block.content[0], Text):
        return None
    text = str(Phrase(block.content))
    match = _CAPTION.match(text)
    if match is None:
        return None
    titel = " ".join(text[match.end() :].split())
    if not titel:
        hint = "Skriv tabellens titel efter kolonet."
        findings.error("S002", "Tabellen saknar titel", raw.position, hint)
    if any(isinstance(piece, Footnote) for piece in block.content):
        hint = "Sätt noten i tabellen eller i texten före den."
        findings.error("S003", "En tabellrubrik kan inte ha någon fotnot", raw.position, hint)
    if any(isinstance(piece, Figure) for piece in block.content):
        hint = "Skriv den i texten före tabellen."
        findings.error("S003", "En tabellrubrik kan inte hämta någon siffra", raw.position, hint)
    return Caption(titel, raw.attributes, raw.position)


def read_table(raw: RawTable, caption: Caption | None, findings: Findings) -> Tabell:
    """Return the table: of figures when the caption gives a unit, else of words."""
    if caption is None:
        return _Words(raw, findings).table("", "", raw.position)
    attributes = caption.attributes
    attributes.only((*_ALLOWED, *KEYS) if raw.from_sheet else _ALLOWED, findings)
    enhet, id_ = attributes.get("enhet"), attributes.checked_id(findings)
    if enhet:
        _check_unit(enhet, attributes.position, findings)
        table = _Figures(raw, findings, enhet).table(id_, caption.titel, caption.position)
        table = replace(table, tecken=attributes.get("tecken"), argang=attributes.get("årgång"))
    else:
        given = [f"”{key}”" for key in _OF_FIGURES if attributes.get(key)]
        if given:
            hint = 'Lägg till enheten, till exempel enhet="tkr".'
            message = f"{' och '.join(given)} hör till en tabell med belopp, och den här har ingen enhet"
            findings.error("S001", message, attributes.position, hint)
        table = _Words(raw, findings).table(id_, caption.titel, caption.position)
    return replace(table, liggande=_landscape(attributes, findings))


def _check_unit(enhet: str, place: Position, findings: Findings) -> None:
    known = [e.value for e in Enhet]
    if enhet not in known:
        hint = did_you_mean(enhet, known, f"Enheten kan vara {', '.join(known)}.")
        findings.error("S003", f"”{enhet}” är ingen känd enhet", place, hint)


def _landscape(attributes: Attributes, findings: Findings) -> bool:
    said = attributes.get("liggande")
    if said not in _YES_OR_NO:
        hint = 'Skriv liggande="ja", eller ta bort uppgiften.'
        findings.error("S003", f"”{said}” kan inte stå efter liggande", attributes.position, hint)
    return _YES_OR_NO.get(said, False)


class _Words:
    """A table in which every cell is a phrase; a column ``Id`` is not printed."""

    enhet = ""

    def __init__(self, raw: RawTable, findings: Findings) -> None:
        self.raw, self.findings = raw, findings
        self.heads = [c.text.strip() for c in raw.head]
        self.ids = [i for i, h in enumerate(self.heads) if h.casefold() == _ID]
        hidden = (_ID, _SUM) if self.enhet else (_ID,)
        self.shown = [i for i, h in enumerate(self.heads) if h.casefold() not in hidden]
        for name in (_ID, _SUM):
            again = [c for c in raw.head if c.text.strip().casefold() == name][1:]
            for cell in again:
                message = f"Kolumnen ”{name.capitalize()}” finns två gånger"
                findings.error("S004", message, cell.position, "Behåll en av dem.")

    def table(self, id_: str, titel: str, place: Position) -> Tabell:
        columns = tuple(self._column(i) for i in self.shown)
        rows = tuple(self._row(row) for row in self.raw.rows)
        if not rows:
            self.findings.error("S002", "Tabellen har inga rader", self.raw.position, "Skriv en rad till.")
        if not columns:
            hint = "Lägg till en kolumn som ska skrivas ut."
            self.findings.error("S002", "Tabellen har inga kolumner att skriva ut", self.raw.position, hint)
        self._check_ids(rows)
        return Tabell(id_, titel, columns, rows, self.enhet, position=place)

    def _column(self, index: int) -> Kolumn:
        return Kolumn(self.raw.head[index].phrase, "belopp" if self._right(index) else "text")

    def _row(self, row: Sequence[RawCell]) -> Rad:
        cells = tuple(row[i].phrase or None for i in self.shown)
        return Rad(self._id(row), cells, position=self._place(row))

    def _right(self, column: int) -> bool:
        return column < len(self.raw.right) and self.raw.right[column]

    def _id(self, row: Sequence[RawCell]) -> str:
        return row[self.ids[0]].text.strip() if self.ids else ""

    def _place(self, row: Sequence[RawCell]) -> Position:
        return row[self.ids[0] if self.ids else 0].position

    def _check_ids(self, rows: tuple[Rad, ...]) -> None:
        known: dict[str, Rad] = {}
        for row in rows:
            if not row.id:
                continue
            report_form(row.id, row.position, self.findings)
            if row.id in known:
                message = f"Rad-id ”{row.id}” finns redan i tabellen, på rad {known[row.id].position.line}"
                self.findings.error("I001", message, row.position, "Ge den ena raden ett annat id.")
            known.setdefault(row.id, row)


class _Figures(_Words):
    """A table of figures: the right-aligned columns are amounts in the table's unit."""

    def __init__(self, raw: RawTable, findings: Findings, enhet: str) -> None:
        self.enhet = enhet  # what is shown depends on it
        super().__init__(raw, findings)
        self.sums = [i for i, h in enumerate(self.heads) if h.casefold() == _SUM]

    def table(self, id_: str, titel: str, place: Position) -> Tabell:
        table = super().table(id_, titel, place)
        if not any(c.slag == "belopp" for c in table.kolumner):
            hint = "Högerställ kolumnerna med belopp: |---:|."
            if self.raw.from_sheet:
                hint = 'Skriv beloppen som tal i bladet, eller räkna upp kolumnerna: belopp="2019, 2020".'
            message = "Tabellen har en enhet men ingen kolumn med belopp"
            self.findings.error("S003", message, place, hint)
        self._check_sums(table.rader)
        return table

    def _column(self, index: int) -> Kolumn:
        if not self._right(index):
            return Kolumn(self.raw.head[index].phrase)
        year = _YEAR.search(self.heads[index])
        return Kolumn(self.raw.head[index].phrase, "belopp", int(year[0]) if year else None)

    def _row(self, row: Sequence[RawCell]) -> Rad:
        cells = tuple(self._amount(row[i]) if self._right(i) else row[i].phrase or None for i in self.shown)
        text = row[self.sums[0]].text if self.sums else ""
        sums = tuple(name.strip() for name in text.split(",") if name.strip())
        return Rad(self._id(row), _unbold(cells), self._role(row, sums), sums, self._place(row))

    def _amount(self, cell: RawCell) -> Belopp | Phrase | None:
        fetched = single(_unbold((cell.phrase,))[0])
        if fetched is not None:
            return Phrase((fetched,))
        text = cell.text.replace("*", "").strip()
        if text in ("", "-", EMPTY):
            return None
        try:
            return Belopp(parse_number(text), self.enhet)
        except ValueError:
            hint = _amount_hint(text, from_sheet=self.raw.from_sheet)
            self.findings.error("S003", f"”{text}” är inget belopp", cell.position, hint)
            return cell.phrase  # not nothing: no sum that counts it can be judged

    def _role(self, row: Sequence[RawCell], sums: tuple[str, ...]) -> Roll:
        if sums:
            return "summa"
        return "rad" if any(row[i].text.strip() for i in self.shown[1:]) else "rubrik"

    def _check_sums(self, rows: tuple[Rad, ...]) -> None:
        known = {row.id: row for row in rows if row.id}
        column = self.sums[0] if self.sums else 0
        for row, raw in zip(rows, self.raw.rows, strict=True):
            place = raw[column].position
            for number, part in enumerate(row.summa_av):
                if part not in known:
                    hint = did_you_mean(part, known, "Skriv radernas id med komma emellan.")
                    message = f"Summan räknar med raden ”{part}”, som inte finns i tabellen"
                    self.findings.error("L008", message, place, hint)
                elif part in row.summa_av[:number]:
                    message = f"Summan räknar med raden ”{part}” två gånger"
                    self.findings.error("S004", message, place, "Ta bort den ena.")
                elif part == row.id:
                    message = f"Summan ”{part}” räknar med sig själv"
                    self.findings.error("L003", message, place, "Ta bort den ur Summa av.")


def _amount_hint(text: str, *, from_sheet: bool) -> str:
    if from_sheet:
        return "Skriv ett tal i cellen, utan enhet, eller lämna den tom."
    if text.endswith("%"):
        return "Skriv bara talet; enheten står i raden före tabellen."
    if "." in text:
        return "Skriv decimalkomma, och blanksteg mellan tusental: 1 234,5."
    return "Skriv beloppet som 1 234,5 eller −1 234,5, eller lämna cellen tom."


def _unbold(cells: tuple[Phrase | Belopp | None, ...]) -> tuple[Phrase | Belopp | None, ...]:
    """Return the cells with a name that is all bold as plain: the row's role decides its look."""
    first = cells[0] if cells else None
    if isinstance(first, Phrase) and len(first.content) == 1 and isinstance(first.content[0], Strong):
        return (Phrase(first.content[0].content), *cells[1:])
    return cells
