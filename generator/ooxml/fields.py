"""Fields: what Word computes and shows the last answer of. A reader that does not compute sees our answer.

A complex field is a run of marks: begin, the instruction in one or more runs, separate, the result, end.
Fields stand inside one another, and a table of contents spans paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from generator.ooxml.text import clean_text
from generator.ooxml.xml import Element, child, detach, qn, walk

FLD_CHAR, FLD_SIMPLE, INSTR = qn("w:fldChar"), qn("w:fldSimple"), qn("w:instrText")
TAGS = (FLD_CHAR, FLD_SIMPLE, INSTR)
_TYPE, _CODE = qn("w:fldCharType"), qn("w:instr")
_RUN, _RPR, _TEXT = qn("w:r"), qn("w:rPr"), qn("w:t")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORDS = re.compile(r'"(?:\\.|[^"\\])*"|\\[^\s"]+|[^\s"\\]+')
_RESULTS = {_RUN, FLD_SIMPLE, qn("w:hyperlink")}


@dataclass(slots=True, eq=False)
class Field:
    """A field. ``begin``, ``separate`` and ``end`` are the runs that hold its marks.

    A simple field is one element, which is ``begin`` and ``end``.
    ``order`` says where it begins among the things of its part that were numbered with it.
    """

    begin: Element
    order: int
    codes: list[Element] = field(default_factory=list)
    separate: Element | None = None
    end: Element | None = None

    @property
    def simple(self) -> bool:
        """Whether it is a ``w:fldSimple``."""
        return self.begin.tag == FLD_SIMPLE

    @property
    def instruction(self) -> str:
        """The instruction as one line."""
        if self.simple:
            return self.begin.get(_CODE) or ""
        return "".join(code.text or "" for code in self.codes)

    @property
    def words(self) -> list[str]:
        """The instruction in words: name, arguments without their quotes, switches with their backslash."""
        return [
            word[1:-1].replace('\\"', '"').replace("\\\\", "\\") if word.startswith('"') else word
            for word in _WORDS.findall(self.instruction)
        ]

    @property
    def name(self) -> str:
        """What kind of field it is, in capitals: SEQ, REF, TOC."""
        words = self.words
        return words[0].upper() if words else ""

    def rewrite(self, instruction: str) -> None:
        """Give the field another instruction."""
        if self.simple:
            self.begin.set(_CODE, instruction)
            return
        for code in self.codes[1:]:
            code.text = ""
        if self.codes:
            self.codes[0].text = instruction
            self.codes[0].set(_SPACE, "preserve")


def switch(words: list[str], name: str) -> str | None:
    r"""Return what follows a switch (``\r 3``, ``\o "1-3"``), "" for nothing, None without the switch."""
    folded = [word.casefold() for word in words]
    if name not in folded:
        return None
    after = words[folded.index(name) + 1 :]
    return after[0] if after and not after[0].startswith("\\") else ""


class Scanner:
    """Puts fields together out of their marks, met in document order."""

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self._open: list[Field] = []

    def see(self, element: Element, order: int) -> None:
        """Take in a field mark, an instruction or a simple field."""
        if element.tag == FLD_SIMPLE:
            self.fields.append(Field(element, order, end=element))
        elif element.tag == INSTR:
            if self._open and self._open[-1].separate is None:
                self._open[-1].codes.append(element)
        else:
            self._mark(element, order)

    def _mark(self, element: Element, order: int) -> None:
        run = element.getparent()
        kind = element.get(_TYPE)
        if run is None:
            return
        if kind == "begin":
            self._open.append(Field(run, order))
        elif self._open and kind == "separate":
            self._open[-1].separate = run
        elif self._open and kind == "end":
            done = self._open.pop()
            done.end = run
            self.fields.append(done)


def scan(root: Element) -> list[Field]:
    """Return the whole fields of a part, in the order in which they begin."""
    scanner = Scanner()
    for order, element in enumerate(root.iter(*TAGS)):
        scanner.see(element, order)
    return sorted(scanner.fields, key=lambda found: found.order)


def set_result(found: Field, text: str) -> None:
    """Make a field show a text, in the formatting of what it showed before."""
    if found.end is None:
        return
    if found.simple:
        old = [item for item in found.begin if item.tag in _RESULTS]
        found.begin.insert(0, _text_run(_formatting(old), text))
    else:
        old = list(_ensure_result(found))
        found.end.addprevious(_text_run(_formatting([*old, found.begin]), text))
    for item in old:
        detach(item)


def _ensure_result(found: Field) -> Iterator[Element]:
    """Yield the runs to be replaced; a field that has shown nothing yet is given its middle mark."""
    assert found.end is not None  # noqa: S101 - only whole fields come here
    if found.separate is None:
        found.separate = etree.Element(_RUN)
        etree.SubElement(found.separate, FLD_CHAR).set(_TYPE, "separate")
        found.end.addprevious(found.separate)
    if found.separate.getparent() is found.end.getparent():
        for item in found.separate.itersiblings():
            if item is found.end:
                return
            if item.tag in _RESULTS:
                yield item
    else:
        for item in _until(found.separate, found.end):
            if item.tag == _RUN:
                yield item


def _result(found: Field) -> Iterable[Element]:
    if found.simple:
        return found.begin.iter(_TEXT)
    if found.separate is None or found.end is None:
        return ()
    return _until(found.separate, found.end)


def _until(start: Element, end: Element) -> Iterator[Element]:
    for element in walk(start):
        if element is end:
            return
        yield element


def _formatting(items: Iterable[Element]) -> Element | None:
    for item in items:
        run = item if item.tag == _RUN else next(item.iter(_RUN), None)
        properties = None if run is None else child(run, "w:rPr")
        if properties is not None:
            return properties
    return None


def _text_run(formatting: Element | None, text: str) -> Element:
    run = etree.Element(_RUN)
    if formatting is not None:
        run.append(deepcopy(formatting))
    inside = etree.SubElement(run, _TEXT)
    inside.text = clean_text(text)
    inside.set(_SPACE, "preserve")
    return run


def drop_field(found: Field) -> None:
    """Take a field away and leave what it shows as plain text."""
    if found.simple or found.end is None:
        return
    marks = [found.begin, found.end, *(code.getparent() for code in found.codes)]
    for run in (*marks, found.separate):
        if run is not None:
            detach(run)
