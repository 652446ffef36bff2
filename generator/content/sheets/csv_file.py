"""CSV files as Swedes save them: semicolons or tabs, decimal commas, quotes; byte order mark or not."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from generator.content.findings import Findings
from generator.content.sheets.sheet import Sheet, Stored
from generator.content.sheets.shown import Shown
from generator.content.sheets.worksheet import MOST_FILLED
from generator.content.source import cleaned, is_other_format, wide_encoding
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.belopp import parse_number

_SEPARATORS = ("\t", ";")
_TOLD = re.compile(r"sep=(.)\n", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"?')
_QUOTE = '"'
_PERCENT = "%"
_SAVE_AS = "Spara som ”CSV UTF-8 (kommaavgränsad)” i Excel."


def read_csv(data: bytes, file: str, findings: Findings) -> Sheet | None:
    """Return the file's cells, or None when they cannot be told apart; problems are noted (S005)."""
    text = _decoded(data, file, findings)
    if text is None:
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", cleaned(text, file, findings))
    told = _TOLD.match(text)
    separator = told[1] if told else _separator(text, file, findings)
    if separator is None:
        return None
    return _Reader(text, file, re.compile(rf"[{re.escape(separator)}\n]"), findings).sheet(
        told.end() if told else 0
    )


def _decoded(data: bytes, file: str, findings: Findings) -> str | None:
    if is_other_format(data, file, findings):
        return None
    wide = wide_encoding(data)
    if wide is not None:
        findings.error("S005", f"Filen är sparad som {wide[0]}", Position(file), _SAVE_AS)
        return None
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        message = "Filen är inte sparad som UTF-8 och läses som Windows-1252"
        findings.warning("S005", message, Position(file), f"Jämför å, ä och ö. {_SAVE_AS}")
        return data.decode("cp1252", errors="replace")


def _separator(text: str, file: str, findings: Findings) -> str | None:
    """Return what stands between the cells: of the first line that has more than one, lest it is a title.

    A heading may have a semicolon in it but hardly a tab.
    """
    lines = _QUOTED.sub("", text).split("\n")
    for line in lines:
        for separator in _SEPARATORS:
            if separator in line.strip(" "):
                return separator
    first = next((line for line in lines if line.strip()), "")
    if "," in first:
        hint = "Sätt semikolon mellan cellerna; komma är decimaltecken."
        findings.error(
            "S005", "Cellerna är åtskilda med komma", Position(file, 1, first.index(",") + 1), hint
        )
        return None
    return _SEPARATORS[0]


def show_text(stored: Stored) -> Shown:
    """Return what a cell of a text file shows: its text, known as a number when it is one."""
    text = stored.value.strip()
    bare = text.removesuffix(_PERCENT).rstrip()
    try:
        parse_number(bare)
    except ValueError:
        return Shown(text)
    return Shown(text, "number", bare, _PERCENT if bare != text else "")


@dataclass(slots=True)
class _Reader:
    """Goes through a text cell by cell, and knows at which line and column it is."""

    text: str
    file: str
    end: re.Pattern[str]
    findings: Findings

    def sheet(self, start: int) -> Sheet:
        rows: dict[int, dict[int, Stored]] = {}
        places: dict[tuple[int, int], tuple[int, int]] = {}
        for number, (row, column, line, at, value) in enumerate(self._cells(start)):
            if number > MOST_FILLED:
                message = f"Filen har fler än {MOST_FILLED // 1000} 000 celler"
                self.findings.error("S005", message, Position(self.file), "Dela upp den.")
                break
            places[row, column] = (line, at)
            if value.strip():
                rows.setdefault(row, {})[column] = Stored("csv", value)
        return Sheet(self.file, "", rows, show_text, places=places)

    def _cells(self, at: int) -> Iterator[tuple[int, int, int, int, str]]:
        """Yield row, column, line and column of the text, and value of every cell."""
        row = column = 1
        line, line_start = 1 + self.text.count("\n", 0, at), at
        while at < len(self.text):
            begun, begun_line, begun_at = at, line, at - line_start + 1
            value, at = self._value(at, Position(self.file, begun_line, begun_at))
            yield row, column, begun_line, begun_at, value
            breaks = self.text.count("\n", begun, at)
            if breaks:
                line += breaks
                line_start = self.text.rindex("\n", begun, at) + 1
            if at < len(self.text) and self.text[at] == "\n":
                row, column, line, line_start = row + 1, 0, line + 1, at + 1
            at, column = at + 1, column + 1

    def _value(self, at: int, place: Position) -> tuple[str, int]:
        """Return the cell that begins here, and the index of the separator or line end after it."""
        pieces: list[str] = []
        if self.text[at] == _QUOTE:
            start = at + 1
            while True:
                end = self.text.find(_QUOTE, start)
                if end < 0:
                    hint = "Avsluta texten med ett citattecken till, eller ta bort det första."
                    self.findings.error("S005", "Ett citattecken öppnas här men stängs aldrig", place, hint)
                    return self.text[at + 1 :], len(self.text)
                pieces.append(self.text[start:end])
                start = end + 1
                if not self.text.startswith(_QUOTE, start):
                    break
                pieces.append(_QUOTE)
                start += 1
            at = start
        match = self.end.search(self.text, at)
        end = match.start() if match else len(self.text)
        return "".join((*pieces, self.text[at:end])), end
