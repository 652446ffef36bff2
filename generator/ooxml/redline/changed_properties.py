"""Changed formatting: the new properties hold, and the old ones are kept in a mark beside them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.ooxml.redline.marks import mark_properties, properties
from generator.ooxml.redline.names import KEEP_NEXT, PPR, RPR, SECTPR
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.xml import Element, detach, qn

_CHANGE = {
    qn(f"w:{name}"): qn(f"w:{name}Change")
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")
}
_REVISIONS = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))
# What cannot be told of in the mark of a change, since the schema leaves it out there.
_APART = {
    PPR: (RPR, SECTPR),
    SECTPR: (qn("w:headerReference"), qn("w:footerReference")),
}


def differ(work: Work, old: Element | None, new: Element | None, place: Place, tag: str) -> bool:
    """Tell whether two properties of a kind (``tag``), or their absence, mean different things."""
    without = (*_REVISIONS, _CHANGE[tag], *_APART.get(tag, ()))
    if work.own and tag == PPR:
        # What keeps the rows of a short table together depends on how many there are.
        without += (KEEP_NEXT,)
    left = work.old.meaning.look(old, place.old, without)
    return left != work.new.meaning.look(new, place.new, without)


def note_change(work: Work, old: Element | None, new: Element, place: Place) -> None:
    """Keep the old properties in a mark at the end of the new ones."""
    tag = str(new.tag)
    change = work.marks.new(etree.QName(_CHANGE[tag]).localname)
    change.append(_former(work, old, tag, place))
    new.append(change)


def _former(work: Work, old: Element | None, tag: str, place: Place) -> Element:
    if old is None:
        return etree.Element(tag)
    copy = deepcopy(old)
    for item in list(copy):
        if item.tag in _REVISIONS or item.tag in _APART.get(tag, ()) or item.tag == _CHANGE[tag]:
            detach(item)
    return work.carry(copy, place)


def compare_child(work: Work, old: Element, new: Element, place: Place, tag: str, at: int = 0) -> None:
    """Compare the properties ``tag`` of two elements; where the new one has none they go to place ``at``."""
    left, right = next(old.iterchildren(tag), None), next(new.iterchildren(tag), None)
    if (left is None and right is None) or not differ(work, left, right, place, tag):
        return
    if right is None:
        right = etree.Element(tag)
        new.insert(at, right)
    note_change(work, left, right, place)


def compare_paragraph_properties(work: Work, old: Element | None, new: Element, place: Place) -> None:
    """Compare the properties of a paragraph, of its mark and of the section that ends in it.

    ``old`` are the old properties, ``new`` is the paragraph.
    """
    own = new[0] if len(new) and new[0].tag == PPR else None
    if old is None and own is None:
        return
    left, right = (None if item is None else next(item.iterchildren(RPR), None) for item in (old, own))
    if differ(work, left, right, place, RPR):
        look = mark_properties(new)
        note_change(work, left, look, place)
    sections = [None if item is None else next(item.iterchildren(SECTPR), None) for item in (old, own)]
    if sections[0] is not None and sections[1] is not None:
        compare_section(work, sections[0], sections[1], place)
    if differ(work, old, own, place, PPR):
        note_change(work, old, properties(new), place)


def compare_section(work: Work, old: Element | None, new: Element, place: Place) -> None:
    """Compare the properties of two sections; what their headers and footers say is compared elsewhere."""
    if differ(work, old, new, place, SECTPR):
        note_change(work, old, new, place)


def compare_look(work: Work, old: Element | None, run: Element, place: Place) -> None:
    """Note that a run looked different before: ``old`` are the old run properties, known to differ."""
    own = run[0] if len(run) and run[0].tag == RPR else None
    if own is None:
        own = etree.Element(RPR)
        run.insert(0, own)
    note_change(work, old, own, place)
