"""Workbooks for tests, made by openpyxl; what it cannot make is put into the XML by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | bool | date | datetime | None
Row = Sequence[Value]


def workbook(*sheets: tuple[str, Iterable[Row]], finish: Callable[[Worksheet], None] | None = None) -> bytes:
    """Return a workbook with the sheets in order; ``finish`` is called with each when it is filled."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if finish is not None:
            finish(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def formatted(code: str, *cells: str) -> Callable[[Worksheet], None]:
    """Return what gives cells a number format."""

    def finish(sheet: Worksheet) -> None:
        for cell in cells:
            sheet[cell].number_format = code

    return finish


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the parts as a workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(data: bytes, part: str, pattern: str, new: str) -> bytes:
    """Return the workbook with the first match of a pattern in a part replaced; it must be there."""
    content = parts(data)
    text, times = re.subn(pattern, new, content[part].decode(), count=1)
    assert times == 1, (pattern, text)
    return packed({**content, part: text.encode()})


def saved(data: bytes, values: Mapping[str, str], sheet: int = 1) -> bytes:
    """Return the workbook with stored values for formulas, as Excel leaves it: openpyxl computes nothing."""
    for cell, value in values.items():
        pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)(?:<v ?/>|<v></v>)'
        data = changed(data, f"xl/worksheets/sheet{sheet}.xml", pattern, rf"\g<1><v>{value}</v>")
    return data
