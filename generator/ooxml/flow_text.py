"""The text of one paragraph for a flow: what is seen, with a mark where a note is referred to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.flow import NOTE
from generator.ooxml.text import clean_text
from generator.ooxml.xml import Element, child, qn

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PARAGRAPH, _RUN, _TEXT = qn("w:p"), qn("w:r"), qn("w:t")
_MARK, _TYPE, _CODE = qn("w:fldChar"), qn("w:fldCharType"), qn("w:instrText")
_SIMPLE, _INSTR = qn("w:fldSimple"), qn("w:instr")
_SYMBOL, _CHAR = qn("w:sym"), qn("w:char")
_MATH_TEXT = f"{_M}t"
_NOTES = (qn("w:footnoteReference"), qn("w:endnoteReference"))
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
}
_SKIPPED = frozenset(
    (
        *(qn(f"w:{name}") for name in ("pPr", "rPr", "txbxContent", "delText", "rt")),
        qn("mc:Fallback"),
        qn("w:object"),
        qn("w:pict"),
        qn("w:drawing"),
    )
)
_COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION")


def flow_text(paragraph: Element, *, counts: bool = True) -> str:
    """Return the text of a paragraph; ``counts`` false leaves out page numbers, as in a header."""
    return _tidied("".join(_pieces(paragraph, counts)))


def _tidied(text: str) -> str:
    """Soft hyphens are not seen, and blanks in a row read as one."""
    lines = text.replace("\u00ad", "").split("\n")
    return "\n".join(" ".join(line.replace("\t", " ").split(" ")) for line in lines).strip(" \n")


def _pieces(paragraph: Element, counts: bool) -> Iterator[str]:
    fields = _Fields()
    for element in _walk(paragraph):
        tag = element.tag
        if tag == _MARK:
            fields.mark(element.get(_TYPE))
        elif tag == _CODE:
            fields.code(element.text or "")
        elif not counts and (fields.counting or _counts(element)):
            continue
        elif tag in (_TEXT, _MATH_TEXT):
            yield element.text or ""
        elif tag in _NOTES:
            yield NOTE
        elif tag == _SYMBOL:
            yield _symbol(element)
        elif tag in _SIGNS:
            yield _SIGNS[str(tag)]


def _walk(holder: Element) -> Iterator[Element]:
    """Yield what a paragraph holds in order, leaving out boxes, hidden runs and second versions."""
    waiting = [iter(holder)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif not isinstance(element.tag, str) or element.tag in _SKIPPED or _hidden(element):
            continue
        else:
            yield element
            if len(element):
                waiting.append(iter(element))


def _hidden(element: Element) -> bool:
    if element.tag != _RUN:
        return False
    vanish = child(element, "w:rPr/w:vanish")
    return vanish is not None and vanish.get(qn("w:val")) not in {"0", "false", "off"}


def _counts(element: Element) -> bool:
    holder = next(element.iterancestors(_SIMPLE, _PARAGRAPH), None)
    return holder is not None and holder.tag == _SIMPLE and _is_count(holder.get(_INSTR) or "")


def _is_count(instruction: str) -> bool:
    return instruction.upper().split()[:1] in [[word] for word in _COUNTED]


def _symbol(element: Element) -> str:
    try:
        return clean_text(chr(int(element.get(_CHAR) or "", 16)))
    except (ValueError, OverflowError):
        return ""


class _Fields:
    """Where in a complex field the walk is. A result of PAGE counts pages, and is no text."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self.counting = False

    def mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._open.append("")
        elif kind == "separate" and self._open:
            self.counting = self.counting or _is_count(self._open[-1])
        elif kind == "end" and self._open and _is_count(self._open.pop()):
            self.counting = False

    def code(self, text: str) -> None:
        if self._open:
            self._open[-1] += text
