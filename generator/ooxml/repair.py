"""What Word calls a damaged file though the schema allows it: cells and tables without their paragraph."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.xml import Element, detach, qn

_P, _TBL, _TR, _TC, _SDT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt"))
_CONTENT = qn("w:sdtContent")
_STORIES = tuple(qn(f"w:{name}") for name in ("body", "hdr", "ftr", "footnote", "endnote", "txbxContent"))
_BLOCKS = {_P, _TBL, _SDT, qn("mc:AlternateContent")}
_SECTION, _TEXT, _RPR = qn("w:sectPr"), qn("w:t"), qn("w:rPr")


def repair(root: Element) -> None:
    """Drop runs, rows and tables left empty, and put in the paragraphs that Word demands."""
    _drop_empty_runs(root)
    for holder, held in ((_TR, _TC), (_TBL, _TR)):
        for element in [e for e in root.iter(holder) if next(e.iter(held), None) is None]:
            detach(element)
    # The usual cell ends with a paragraph; nothing more needs to be asked of it.
    for cell in [c for c in root.iter(_TC) if not len(c) or c[-1].tag != _P]:
        _end_with_paragraph(cell)
    for story in root.iter(*_STORIES):
        _end_with_paragraph(story)
    for table in list(root.iter(_TBL)):
        following = next((e for e in table.itersiblings() if e.tag in _BLOCKS), None)
        if following is not None and following.tag == _TBL:
            table.addnext(etree.Element(_P))
    for content in [e for e in root.iter(_CONTENT) if not len(e)]:
        _fill_control(content)


def _drop_empty_runs(root: Element) -> None:
    """Drop runs that say nothing: a value with runs of its own leaves such halves of the run it splits."""
    for text in [t for t in root.iter(_TEXT) if not t.text and not len(t)]:
        run = text.getparent()
        if run is not None and all(item.tag == _RPR or _says_nothing(item) for item in run):
            detach(run)


def _says_nothing(element: Element) -> bool:
    return element.tag == _TEXT and not element.text and not len(element)


def _end_with_paragraph(holder: Element) -> None:
    if ends_with_paragraph(holder):
        return
    blocks = [item for item in holder if item.tag in _BLOCKS]
    paragraph = tiny_paragraph() if blocks else etree.Element(_P)
    last = holder[-1] if len(holder) else None
    if last is not None and last.tag == _SECTION:
        last.addprevious(paragraph)
    else:
        holder.append(paragraph)


def ends_with_paragraph(holder: Element) -> bool:
    """Tell whether the last block of a cell or a story is a paragraph, also through content controls."""
    inside: Element | None = holder
    while inside is not None:
        blocks = [item for item in inside if item.tag in _BLOCKS]
        if not blocks or blocks[-1].tag != _SDT:
            return bool(blocks) and blocks[-1].tag != _TBL
        inside = blocks[-1].find(_CONTENT)
    return True


def tiny_paragraph() -> Element:
    """Return a paragraph that has to be there and is not to be seen."""
    paragraph = etree.Element(_P)
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    spacing = etree.SubElement(properties, qn("w:spacing"))
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(qn(f"w:{name}"), value)
    return paragraph


def _fill_control(content: Element) -> None:
    """Put an empty paragraph into a content control that stands among paragraphs and lost what it held."""
    control = content.getparent()
    holder = None if control is None else control.getparent()
    if holder is not None and (holder.tag in _STORIES or holder.tag in {_TC, _CONTENT}):
        etree.SubElement(content, _P)
