"""What Word leaves behind in a file and no reader misses: taken out of a template before it is filled.

Revision ids, spelling marks, comments, the place of the cursor, cached page breaks. Runs that only differed
in such traces are joined, so that ``{{ titel }}`` is one run again.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.ooxml.blocks import SECTION_MARKS
from generator.ooxml.revisions import accept_changes
from generator.ooxml.xml import NS, Element, child, detach, qn, unwrap

_TRACES = (
    "w:proofErr", "w:lastRenderedPageBreak", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
    "w:annotationRef", "w:permStart", "w:permEnd", "w:dataBinding",
)  # fmt: skip
_REVISION_IDS = frozenset(
    qn(name)
    for name in (
        "w:rsidR", "w:rsidRPr", "w:rsidRDefault", "w:rsidP", "w:rsidDel", "w:rsidTr", "w:rsidSect",
        "w14:paraId", "w14:textId",
    )
)  # fmt: skip
_RUN, _RPR, _TEXT = qn("w:r"), qn("w:rPr"), qn("w:t")
_TOUCHED = tuple(qn(name) for name in ("w:p", "w:r", "w:tr", "w:sectPr"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def clean(root: Element) -> None:
    """Take the traces out of a part, accept its tracked changes and put its runs in order."""
    accept_changes(root)
    drop_wrappers(root)
    drop_traces(root)
    drop_revision_ids(root)
    split_field_runs(root)
    join_runs(root)


def drop_revision_ids(root: Element) -> None:
    """Drop the ids by which Word compares versions and threads comments; loops would repeat them."""
    for element in root.iter(*_TOUCHED):
        for name in _REVISION_IDS.intersection(element.attrib):
            if element.attrib[name] not in SECTION_MARKS:
                del element.attrib[name]


def drop_wrappers(root: Element) -> None:
    """Drop smart tags and custom XML around what they hold: they would cut a tag in two."""
    for element in list(root.iter(qn("w:smartTag"), qn("w:customXml"))):
        for properties in element.findall("w:smartTagPr", NS) + element.findall("w:customXmlPr", NS):
            detach(properties)
        unwrap(element)


def drop_traces(root: Element) -> None:
    """Drop spelling marks, comments, cursor bookmarks, and drawings that repeat another for old readers."""
    for element in list(root.iter(*map(qn, _TRACES))):
        run = element.getparent()
        detach(element)
        if run is not None and run.tag == _RUN and all(item.tag == _RPR for item in run):
            detach(run)
    for start in [e for e in root.iter(qn("w:bookmarkStart")) if e.get(qn("w:name")) == "_GoBack"]:
        number = start.get(qn("w:id"))
        for end in [e for e in root.iter(qn("w:bookmarkEnd")) if e.get(qn("w:id")) == number][:1]:
            detach(end)
        detach(start)
    for mark in root.iter(qn("w:fldChar"), qn("w:fldSimple")):
        # Word would ask the reader whether to update.
        mark.attrib.pop(qn("w:dirty"), None)
    for fallback in list(root.iter(qn("mc:Fallback"))):
        # The text of a text box stands here once more, with the same ids; Word has read the first since 2010.
        if next(fallback.iter(qn("w:txbxContent")), None) is not None:
            detach(fallback)


def split_field_runs(root: Element) -> None:
    """Give each mark of a field a run of its own, where a whole field stands in one."""
    for run in [mark.getparent() for mark in root.iter(qn("w:fldChar"))]:
        if run is None or run.getparent() is None:
            continue
        look = child(run, "w:rPr")
        inside = [item for item in run if item.tag != _RPR]
        if len(inside) == 1:
            continue
        for item in inside:
            piece = etree.Element(_RUN)
            if look is not None:
                piece.append(deepcopy(look))
            piece.append(item)
            run.addprevious(piece)
        detach(run)


def join_runs(root: Element) -> None:
    """Join neighbouring runs of plain text with equal formatting."""
    for run in list(root.iter(_RUN)):
        before = run.getprevious()
        if before is None or before.tag != _RUN or before.tail:
            continue
        first, second = _only_text(before), _only_text(run)
        if first is None or second is None or _look(before) != _look(run):
            continue
        # The joined text takes the later place, so that the next run finds it as its neighbour.
        second.text = (first.text or "") + (second.text or "")
        second.set(_SPACE, "preserve")
        detach(before)


def _only_text(run: Element) -> Element | None:
    inside = [item for item in run if item.tag != _RPR]
    return inside[0] if len(inside) == 1 and inside[0].tag == _TEXT else None


def _look(run: Element) -> bytes:
    properties = child(run, "w:rPr")
    return b"" if properties is None else etree.tostring(properties, with_tail=False)
