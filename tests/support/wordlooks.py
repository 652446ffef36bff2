"""How things look in a Word file, as text that can be compared; with changes rejected, how they looked."""

from __future__ import annotations

import hashlib

from lxml import etree
from lxml.etree import _Element as Element

from tests.support.wordfile import MC, R, W, WordFile, local, tag

_MARKS = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")}
_NO_LOOK = {
    f"{W}{name}" for name in ("lang", "noProof", "rPr", "sectPr", "numPr", "pStyle", "rStyle", "tblStyle")
}
_APART = {f"{W}{name}" for name in ("headerReference", "footerReference", "gridSpan", "vMerge")}
_KNOWN = (W, "{http://schemas.microsoft.com/office/word/")
_ON = {"1", "true", "on"}
_IDS = {"id", "name", "anchorId", "editId", "spid", "gfxdata", "paraId", "textId"}


def properties(holder: Element, name: str, *, rejected: bool) -> Element | None:
    """Return the properties of something; with the change of them rejected, those it had before."""
    own = holder.find(f"{W}{name}")
    change = None if own is None else own.find(f"{W}{name}Change")
    if own is None or change is None or not rejected:
        return own
    return change.find(f"{W}{name}")


def meaning(element: Element | None) -> str:
    """Return the direct properties as text, without what no reader can see and what is told by name."""
    if element is None:
        return ""
    return " ".join(sorted(_inside(child) for child in element if not _left_out(child)))


def _left_out(child: Element) -> bool:
    return tag(child).endswith("Change") or tag(child) in _MARKS | _NO_LOOK | _APART


def _inside(element: Element) -> str:
    attributes = sorted(
        f"{_last(name)}={value}"
        for name, value in element.attrib.items()
        if name.startswith(_KNOWN)
        and not _last(name).startswith("rsid")
        and not (_last(name) == "val" and value in _ON)
    )
    below = "".join(f"({_inside(child)})" for child in element if not _left_out(child))
    return " ".join((local(element), *attributes)) + below


def run_look(file: WordFile, run: Element, *, rejected: bool) -> str:
    """Return the look of a run: its style by name and what is set by hand."""
    found = properties(run, "rPr", rejected=rejected)
    style = None if found is None else found.find(f"{W}rStyle")
    name = "" if style is None else file.style_name(style.get(f"{W}val"), "character")
    return f"{name} {meaning(found)}".strip()


def paragraph_look(file: WordFile, paragraph: Element, *, rejected: bool) -> str:
    """Return the look of a paragraph: style by name, kind and level of list, what is set by hand."""
    found = properties(paragraph, "pPr", rejected=rejected)
    style = None if found is None else found.find(f"{W}pStyle")
    name = file.style_name(None if style is None else style.get(f"{W}val"))
    return f"{name} {_list(file, found)} {meaning(found)}".strip()


def _list(file: WordFile, found: Element | None) -> str:
    number = None if found is None else found.find(f"{W}numPr")
    if number is None:
        return ""
    id_, level = (item.get(f"{W}val", "0") if (item := number.find(f"{W}{name}")) is not None else "0"
                  for name in ("numId", "ilvl"))  # fmt: skip
    if id_ == "0":
        return "lista:ingen"
    return f"lista:{level} {file.numbers.get(id_, {}).get(level, 'odefinierad')}"


def table_look(file: WordFile, table: Element, *, rejected: bool) -> str:
    """Return the look of a table: style by name, widths of the columns, what is set by hand."""
    found = properties(table, "tblPr", rejected=rejected)
    style = None if found is None else found.find(f"{W}tblStyle")
    name = "" if style is None else file.style_name(style.get(f"{W}val"), "table")
    grid = table.find(f"{W}tblGrid")
    change = None if grid is None else grid.find(f"{W}tblGridChange")
    if rejected and change is not None:
        grid = change.find(f"{W}tblGrid")
    elif not rejected:
        grid = _without_gone(table, grid)
    return f"{name} {meaning(found)} {meaning(grid)}".strip()


def _without_gone(table: Element, grid: Element | None) -> Element | None:
    """Return the grid as Word makes it anew when deleted cells go: without their columns."""
    rows = (row.findall(f"{W}tc") for row in table.iterchildren(f"{W}tr"))
    marks = [[cell.find(f"{W}tcPr/{W}cellDel") is not None for cell in cells] for cells in rows]
    gone = next((row for row in marks if any(row)), None)
    if grid is None or gone is None or len(grid.findall(f"{W}gridCol")) != len(gone):
        return grid
    copy = etree.fromstring(etree.tostring(grid))
    for column, goes in zip(copy.findall(f"{W}gridCol"), gone, strict=True):
        if goes:
            copy.remove(column)
    return copy


def object_look(file: WordFile, part: str, element: Element) -> str:
    """Return a digest of how an object looks and where it stands, without ids, and without texts in it."""
    copy = etree.fromstring(etree.tostring(element))
    for unwanted in list(copy.iter(f"{W}txbxContent", f"{MC}Fallback")):
        unwanted.clear()
    for item in copy.iter(etree.Element):
        for name in list(item.attrib):
            if name.startswith(R):
                item.set(name, file.digest(part, item.get(name, "")))
            elif _last(name) in _IDS or _last(name).startswith("rsid"):
                del item.attrib[name]
    etree.cleanup_namespaces(copy)
    return hashlib.sha256(etree.tostring(copy, method="c14n", exclusive=True)).hexdigest()[:12]


def object_digests(file: WordFile, part: str, element: Element) -> list[str]:
    """Return what an object shows from other parts: pictures, charts, embedded files, addresses."""
    found = []
    for item in _without_texts(element):
        found += [
            file.digest(part, value) for name, value in item.attrib.items() if name.startswith(R) and value
        ]
    return found


def _without_texts(element: Element) -> list[Element]:
    found = [element]
    for child in element.iterchildren(etree.Element):
        if tag(child) not in {f"{W}txbxContent", f"{MC}Fallback"}:
            found += _without_texts(child)
    return found


def _last(name: str) -> str:
    return name.rpartition("}")[2]
