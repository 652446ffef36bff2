"""Small PDFs for the tests: a text set in lines on pages, with what printing adds to it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT = 595.0, 842.0
_LEFT, _TOP, _BOTTOM = 70.0, 760.0, 90.0
SOFT = "~"
"""Stands where a word may be divided."""


@dataclass
class Printer:
    """Sets paragraphs: ``# `` a heading, ``* `` a list item, ``| `` cells of a row, else text.

    ``measure``: the width of the lines in points.
    """

    measure: float = 400.0
    size: float = 11.0
    font: str = "Times-Roman"
    header: str = ""
    numbered: bool = False
    bullet: str = "•"
    notes: Mapping[int, Sequence[tuple[str, str]]] = field(default_factory=dict)
    encryption: StandardEncryption | None = None

    def pdf(self, *paragraphs: str) -> bytes:
        """Return the PDF."""
        out = io.BytesIO()
        self._canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), encrypt=self.encryption)
        self._page, self._y, self._chapter = 0, 0.0, 0
        self._new_page()
        for text in paragraphs:
            self._paragraph(text)
        self._canvas.save()
        return out.getvalue()

    def _paragraph(self, text: str) -> None:
        if text.startswith("# "):
            self._chapter += 1
            number = f"{self._chapter} " if self.numbered else ""
            self._lines(number + text[2:], _LEFT, "Times-Bold", self.size + 4)
        elif text.startswith("* "):
            self._room(self.size)
            self._put(_LEFT, self.bullet, self.font, self.size)
            self._lines(text[2:], _LEFT + 18, self.font, self.size)
        elif text.startswith("| "):
            self._room(self.size)
            for at, cell in enumerate(text[2:].split(" | ")):
                self._put(_LEFT + 130 * at, cell, self.font, self.size)
            self._y -= 1.25 * self.size
        else:
            self._lines(text, _LEFT, self.font, self.size)
        self._y -= 0.6 * self.size

    def _lines(self, text: str, left: float, font: str, size: float) -> None:
        for line in wrapped(text, font, size, self.measure - (left - _LEFT)):
            self._room(size)
            self._put(left, line, font, size)
            self._y -= 1.25 * size

    def _put(self, x: float, text: str, font: str, size: float) -> None:
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, self._y, text.replace(SOFT, ""))

    def _room(self, size: float) -> None:
        if self._y - size < _BOTTOM:
            self._canvas.showPage()
            self._new_page()

    def _new_page(self) -> None:
        self._page += 1
        self._y = 30.0
        if self.header:
            self._put(480, f"Sida {self._page} av 9", "Helvetica", 8)
            self._y = 810.0
            self._put(_LEFT, self.header, "Helvetica", 8)
        self._y = 75.0
        for number, text in self.notes.get(self._page, ()):
            self._canvas.setFont("Times-Roman", 5)
            self._canvas.drawString(_LEFT, self._y + 3, number)
            self._put(_LEFT + 4, text, "Times-Roman", 8)
            self._y -= 11
        self._y = _TOP


def wrapped(text: str, font: str, size: float, measure: float) -> Iterator[str]:
    """Yield the lines of a text, words divided at their soft hyphens where they do not fit."""
    line = ""
    for word in text.split(" "):
        pieces = word.split(SOFT)
        blank = " " if line else ""
        for at, piece in enumerate(pieces):
            hyphen = "-" if at < len(pieces) - 1 else ""
            if line and stringWidth(f"{line}{blank}{piece}{hyphen}", font, size) > measure:
                yield line + ("-" if at and not line.endswith("-") else "")
                line, blank = "", ""
            line += blank + piece
            blank = ""
    yield line


def made_of(*objects: bytes) -> bytes:
    """Return a PDF of these objects, the first its catalogue."""
    out = b"%PDF-1.7\n"
    offsets = []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return out + head + table + trailer
