"""The röd tråd as an Excel workbook of text cells: nothing in it can be taken for a formula.

The same röd tråd gives the same bytes: openpyxl stamps the hour of saving, which is taken out again.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from generator.domain.korpus import Korpus
from generator.domain.matris import Matris
from generator.domain.wording import organ_name, upper_first
from generator.ooxml.zipfiles import write_zip
from generator.trace.legend import SIGNS, explained, in_words, present
from generator.trace.thread import Led, Trad

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_000
"""Characters. A cell of Excel holds no more than 32 767."""
_EPOCH = date(1980, 1, 1)
_NARROW, _MEDIUM, _WIDE = 14, 26, 60
_CORE = "docProps/core.xml"
_NAME = re.compile(r"[\[\]:*?/\\]")

_Rows = Sequence[Sequence[str]]


def matrix_as_xlsx(matris: Matris, korpus: Korpus) -> bytes:
    """Return a workbook with the matrix and what its signs mean."""
    book = _book(korpus, f"Röd tråd {matris.ar}")
    heads = ("Mål", "Id", "Nivå", *(n.namn for n in matris.namnder))
    rows = [
        (
            "  " * rad.djup + str(rad.nod.titel),
            rad.nod.id,
            niva.namn.ental if (niva := korpus.niva(rad.nod)) else "",
            *(f"{SIGNS[c.tackning]} {in_words(c)}" for c in rad.celler),
        )
        for rad in matris.rader
    ]
    _sheet(book, f"Matris {matris.ar}", heads, rows, (_WIDE, _MEDIUM, _NARROW), "D2")
    legend = [(SIGNS[t], explained(t)) for t in present(matris)]
    _sheet(book, "Tecken", ("Tecken", "Betyder"), legend, (_NARROW, _WIDE), "A2")
    return _saved(book, korpus)


def thread_as_xlsx(trad: Trad, korpus: Korpus) -> bytes:
    """Return a workbook with the trace of one item, and the documents it stands in."""
    book = _book(korpus, f"Röd tråd: {trad.sak.id}")
    steps = [
        *(_step("Uppåt", led) for led in trad.uppat),
        _step("Saken", trad.sak),
        *(_step("Nedåt", led) for led in trad.nedat),
    ]
    step_heads = ("Riktning", "Djup", "Vad", "Id", "Text", "Uppgifter")
    _sheet(book, "Tråd", step_heads, steps, (_NARROW, _NARROW, _MEDIUM, _MEDIUM, _WIDE, _WIDE), "A2")
    places = [
        (d.titel, organ_name(d.organ, korpus.organisation), p.nummer, p.rubrik, str(p.sida or ""))
        for d, p in trad.dokument
    ]
    heads = ("Dokument", "Organ", "Nummer", "Rubrik", "Sida")
    _sheet(book, "Står i", heads, places, (_WIDE, _MEDIUM, _NARROW, _WIDE, _NARROW), "A2")
    return _saved(book, korpus)


def _step(way: str, led: Led) -> tuple[str, ...]:
    facts = "; ".join(f"{name} {value}" for name, value in led.uppgifter)
    return way, str(led.djup), upper_first(led.slag), led.id, led.text, facts


def _book(korpus: Korpus, title: str) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    properties = book.properties
    properties.creator = korpus.organisation.namn  # the organisation, never a person
    properties.lastModifiedBy = None
    properties.title = title
    properties.language = korpus.organisation.sprak
    properties.keywords = korpus.organisation.markning or None
    return book


def _sheet(
    book: Workbook, name: str, heads: Sequence[str], rows: _Rows, widths: Sequence[int], frozen: str
) -> None:
    """Add a sheet: a head that stays, columns wide enough, and every cell a text."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(_NAME.sub("-", name)[:31])
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    shade = PatternFill("solid", fgColor="ECECEC")
    for number, row in enumerate((heads, *rows), 1):
        for column, text in enumerate(row, 1):
            _put(sheet, number, column, text)
            cell = sheet.cell(number, column)
            cell.alignment = wrapped
            if number == 1:
                cell.font, cell.fill = bold, shade
    for column in range(1, len(heads) + 1):
        width = widths[column - 1] if column <= len(widths) else _MEDIUM
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = frozen
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text as a text: set so, and marked so, that editing the cell does not make it a formula."""
    cell = sheet.cell(row, column)
    text = _FORBIDDEN.sub("", text)[:_LONGEST]
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(_DANGEROUS)


def _saved(book: Workbook, korpus: Korpus) -> bytes:
    day = korpus.organisation.lage or _EPOCH
    stamp = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # the properties have no zone
    book.properties.created = stamp
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = rb"\g<1>" + stamp.isoformat().encode() + b"Z"
    parts[_CORE] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", changed, parts[_CORE])
    return write_zip(parts)
