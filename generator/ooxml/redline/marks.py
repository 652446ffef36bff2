"""The marks of a revision: who, when, and a number that no other mark of the file has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from lxml import etree

from generator.ooxml.redline.names import DEL, DEL_INSTR, DELTEXT, ID, INS, INSTR, PPR, RPR, SPACE, T
from generator.ooxml.text import clean_text
from generator.ooxml.xml import Element, qn, whole

_AUTHOR, _DATE = qn("w:author"), qn("w:date")
_IDS = tuple(qn(f"w:{name}") for name in ("bookmarkStart", "permStart", "commentRangeStart"))
# What the schema puts after the run properties of a paragraph mark.
_AFTER_RPR = {qn("w:sectPr"), qn("w:pPrChange")}
_RUBY = qn("w:ruby")
_GONE = {T: DELTEXT, INSTR: DEL_INSTR}


class Marks:
    """Makes the marks of one redline; ``made`` counts them.

    ``coarsened`` tells, in Swedish sentences, what was too large to be marked in full.
    """

    def __init__(
        self, author: str, date: datetime, roots: Iterable[Element], others: Iterable[Element] = ()
    ) -> None:
        """Number the marks after all ranges of ``roots``, and those that may come from ``others``.

        A date with a zone is written in UTC.
        """
        self._author = clean_text(author)
        moment = date.astimezone(UTC) if date.tzinfo else date
        self._date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        taken = (whole(found.get(ID)) for root in roots for found in root.iter(*_IDS))
        may_come = sum(1 for root in others for _ in root.iter(*_IDS))
        self._last = max([0, *(number for number in taken if number < 2**30)]) + may_come
        self.made = 0
        self.coarsened: list[str] = []

    def new(self, name: str) -> Element:
        """Return a mark (``ins``, ``del``, ``rPrChange`` …) with nothing in it."""
        self._last += 1
        self.made += 1
        tag = qn(f"w:{name}")
        return etree.Element(tag, {ID: str(self._last), _AUTHOR: self._author, _DATE: self._date})

    def grid(self) -> Element:
        """Return the mark of a changed table grid, which the schema gives no author."""
        self._last += 1
        self.made += 1
        return etree.Element(qn("w:tblGridChange"), {ID: str(self._last)})

    def paragraph_mark(self, paragraph: Element, name: str) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        look = mark_properties(paragraph)
        look.insert(0, self.new(name))

    def wrap(self, element: Element, name: str) -> None:
        """Put a run or an equation, in its place, into a mark; a mark of the kind just before takes it in."""
        before = element.getprevious()
        tag = INS if name == "ins" else DEL
        if before is not None and before.tag == tag:
            before.append(element)
        else:
            mark = self.new(name)
            element.addprevious(mark)
            mark.append(element)
        if name == "del":
            as_deleted(element)


def as_deleted(run: Element) -> None:
    """Turn the text and the field codes of a run into deleted ones; a text box in it is left as it is."""
    said = [item for item in run if item.tag in _GONE]
    said += [item for sign in run.iterchildren(_RUBY) for item in sign.iter(*_GONE)]
    for item in said:
        item.tag = _GONE[str(item.tag)]
        item.set(SPACE, "preserve")


def properties(paragraph: Element) -> Element:
    """Return the properties of a paragraph, made if it has none."""
    first = paragraph[0] if len(paragraph) else None
    if first is not None and first.tag == PPR:
        return first
    made = etree.Element(PPR)
    paragraph.insert(0, made)
    return made


def mark_properties(paragraph: Element) -> Element:
    """Return the run properties of a paragraph's mark, made in their place if there are none."""
    owner = properties(paragraph)
    found = next(owner.iterchildren(RPR), None)
    if found is not None:
        return found
    made = etree.Element(RPR)
    after = next((item for item in owner if item.tag in _AFTER_RPR), None)
    owner.insert(len(owner) if after is None else owner.index(after), made)
    return made
