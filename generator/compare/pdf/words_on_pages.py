"""Run as a program of its own: a PDF on standard input, its words with their places on standard output.

PDFium reads the file. It is native code fed with what strangers made, so it has a process to itself, with
bounds on memory and output; when it falls, nothing else does. Only the text is asked for: no page is drawn,
no script run, no link followed. Nothing of the program is imported here.

Output: a line of JSON per page, ``[width, height, [[text, x0, x1, bottom, top, size, bold], …]]`` in points
from the lower left corner as the page is looked at, words in the order of the file; then a line ``"end"``.
Exit codes: 3 a password is asked for, 4 no PDF or beyond repair, 5 more than a document can hold, 6 PDFium
is not there.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import sys
from collections.abc import Callable, Iterator
from typing import Any

PASSWORD, UNREADABLE, TOO_MUCH, NO_READER = 3, 4, 5, 6
MAX_PAGES = 5_000
MAX_CHARS = 6_000_000
MAX_WORDS = 1_500_000
_MEMORY = 1_200_000_000
_ASKS_PASSWORD = 4  # FPDF_ERR_PASSWORD
_HEAVY = 600
_LAST = 0x10FFFF
_SURROGATES = 0xD800, 0xDFFF
_NAME_BYTES = 128
_HYPHEN = 2  # what PDFium makes of a hyphen at the end of a line
_DESCENT = 0.22  # of the size of a font, below the line it stands on

Box = tuple[float, float, float, float]


def main() -> int:
    """Read a PDF from standard input and write its words."""
    _bound_memory()
    try:
        import pypdfium2
    except (ImportError, OSError):
        return NO_READER
    data = sys.stdin.buffer.read()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        return PASSWORD if getattr(problem, "err_code", None) == _ASKS_PASSWORD else UNREADABLE
    pages = len(document)
    if not pages:
        return UNREADABLE
    left, words_left = MAX_CHARS, MAX_WORDS
    for number in range(pages):
        if number >= MAX_PAGES:
            return TOO_MUCH
        width, height, words, chars = _page(document, number)
        left -= chars
        words_left -= len(words)
        if left < 0 or words_left < 0:
            return TOO_MUCH
        sys.stdout.write(json.dumps([width, height, words]) + "\n")
    sys.stdout.write('"end"\n')
    return 0


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        for limit, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):  # a Mac refuses; a lower limit stands
                resource.setrlimit(limit, (most, most))


def _page(document: Any, number: int) -> tuple[float, float, list[list[Any]], int]:
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return 0.0, 0.0, [], 0  # a page of a damaged file that cannot be read is as good as empty
    turn = page.get_rotation()
    left, bottom, right, top = page.get_bbox()
    upright = _upright(turn, left, bottom, right, top)
    chars = text.count_chars()
    words = list(_words(text, min(chars, MAX_CHARS), upright))
    width, height = (right - left, top - bottom) if turn in (0, 180) else (top - bottom, right - left)
    text.close()
    page.close()
    return round(width, 1), round(height, 1), words, chars


def _upright(turn: int, left: float, bottom: float, right: float, top: float) -> Callable[[Box], Box]:
    """Return what turns a box (x0, x1, bottom, top) of the file the way the page is looked at."""
    ways: dict[int, Callable[[Box], Box]] = {
        90: lambda b: (b[2] - bottom, b[3] - bottom, right - b[1], right - b[0]),
        180: lambda b: (right - b[1], right - b[0], top - b[3], top - b[2]),
        270: lambda b: (top - b[3], top - b[2], b[0] - left, b[1] - left),
    }
    return ways.get(turn, lambda b: (b[0] - left, b[1] - left, b[2] - bottom, b[3] - bottom))


def _words(text: Any, chars: int, upright: Callable[[Box], Box]) -> Iterator[list[Any]]:
    """Yield the words of a page; a blank, a leap, another line or another size ends one."""
    pen = _Pen(text, upright)
    signs: list[str] = []
    box: Box = (0.0, 0.0, 0.0, 0.0)
    first = 0
    for at in range(chars):
        sign = pen.sign(at)
        if not sign:
            continue
        blank = sign.isspace() and sign not in "\u00a0\u202f"
        here = box if blank else pen.box(at)
        if signs and (blank or _apart(box, here)):
            yield _word(text, signs, box, first)
            signs = []
        if blank:
            continue
        box = (min(box[0], here[0]), max(box[1], here[1]), box[2], box[3]) if signs else here
        first = first if signs else at
        signs.append(sign)
    if signs:
        yield _word(text, signs, box, first)


class _Pen:
    """Where each sign stands. Heights are those of the font, so that a word has one, whatever its letters."""

    def __init__(self, text: Any, upright: Callable[[Box], Box]) -> None:
        from pypdfium2 import raw

        self._raw, self._text, self._upright = raw, text, upright
        self._rect, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._nominal = -1.0
        self._scale = 1.0

    def sign(self, at: int) -> str:
        code = self._raw.FPDFText_GetUnicode(self._text, at)
        return "-" if code == _HYPHEN or self._raw.FPDFText_IsHyphen(self._text, at) == 1 else _sign(code)

    def box(self, at: int) -> Box:
        raw, text, rect = self._raw, self._text, self._rect
        raw.FPDFText_GetLooseCharBox(text, at, rect)
        nominal = raw.FPDFText_GetFontSize(text, at)
        if nominal != self._nominal:
            self._measure(at, nominal)
        size = nominal * self._scale
        bottom, top = rect.bottom, rect.top
        if raw.FPDFText_GetCharOrigin(text, at, self._x, self._y) and top - bottom < 2 * size:
            bottom, top = self._y.value - _DESCENT * size, self._y.value + (1 - _DESCENT) * size
        return self._upright((rect.left, rect.right, bottom, top))

    def _measure(self, at: int, nominal: float) -> None:
        found = self._raw.FPDFText_GetMatrix(self._text, at, self._matrix)
        self._scale = math.hypot(self._matrix.c, self._matrix.d) if found else 1.0
        self._nominal = nominal


def _sign(code: int) -> str:
    if code in (0, 0xFFFE, 0xFFFF) or _SURROGATES[0] <= code <= _SURROGATES[1] or code > _LAST:
        return ""
    return chr(code) if code >= ord(" ") else " "


def _apart(box: Box, here: Box) -> bool:
    """Tell whether a sign stands so far from the word before it that it begins another."""
    height, other = max(box[3] - box[2], 0.1), max(here[3] - here[2], 0.1)
    leap = here[0] - box[1]
    level = min(box[3], here[3]) - max(box[2], here[2])
    return (
        not -2 * height < leap < 0.2 * height
        or level < 0.3 * min(height, other)
        or not 0.78 * height < other < height / 0.78
    )


def _word(text: Any, signs: list[str], box: Box, first: int) -> list[Any]:
    return ["".join(signs), *(round(side, 1) for side in box), round(box[3] - box[2], 1), _bold(text, first)]


def _bold(text: Any, at: int) -> int:
    from pypdfium2 import raw

    if raw.FPDFText_GetFontWeight(text, at) >= _HEAVY:
        return 1
    name = ctypes.create_string_buffer(_NAME_BYTES)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, _NAME_BYTES, flags)
    return int(b"bold" in name.value.lower())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
