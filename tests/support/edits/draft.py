"""A Word file that is being edited, and what every edit needs. None of our own code is used."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tests.support.wordfile import W, WordFile, local

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORDS = (
    "ny",
    "äldre",
    "35\u00a0063,9",
    "mål",
    "–",
    "Karlskrona",
    "och",
    "senast den 1 maj",
    "",
    "a",
    "”nej”",
)
_IDS = ("docPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}"


class Draft:
    """A file that is being edited."""

    def __init__(self, data: bytes) -> None:
        self.file = WordFile(data)
        self.body = next(self.file.root(self.file.main).iter(f"{W}body"))

    def data(self) -> bytes:
        """Return the file as it is now; parts that nobody looked at stay byte for byte."""
        out = io.BytesIO()
        changed = {name: self.file.root(name) for name in self.file.stories()}
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in self.file.parts.items():
                root = changed.get(name)
                text = data if root is None else etree.tostring(root, encoding="UTF-8", standalone=True)
                archive.writestr(name, text)
        return out.getvalue()

    def everywhere(self, *names: str) -> list[Element]:
        """Return the elements of the document, its notes, headers and footers."""
        return [e for part in self.file.stories() for e in self.file.root(part).iter(*(W + n for n in names))]

    def inside(self, *names: str) -> list[Element]:
        """Return the elements of the document itself."""
        return list(self.body.iter(*(W + name for name in names)))


def nth(found: list[Element], place: int) -> Element | None:
    return found[place % len(found)] if found else None


def has(element: Element, *names: str) -> bool:
    """Tell whether there is such an element below this one."""
    return next(element.iter(*(W + name for name in names)), None) is not None


def like(paragraph: Element, text: str) -> Element:
    new = etree.Element(f"{W}p")
    own = paragraph.find(f"{W}pPr")
    if own is not None:
        new.append(deepcopy(own))
        for section in new[0].findall(f"{W}sectPr"):
            new[0].remove(section)
    etree.SubElement(etree.SubElement(new, f"{W}r"), f"{W}t").text = text
    return new


def closed(element: Element) -> bool:
    """Tell whether ranges that begin in an element end in it."""
    starts, ends = (
        {e.get(f"{W}id") for e in element.iter() if local(e) in {f"bookmark{side}", f"commentRange{side}"}}
        for side in ("Start", "End")
    )
    return starts == ends


def is_block(paragraph: Element) -> bool:
    return local(paragraph.getparent()) in {"body", "tc", "footnote", "endnote", "hdr", "ftr", "sdtContent"}


def properties(paragraph: Element) -> Element:
    own = paragraph.find(f"{W}pPr")
    if own is None:
        own = etree.Element(f"{W}pPr")
        paragraph.insert(0, own)
    return own


def anew(element: Element) -> Element:
    """Return a copy without what may be in a file only once, and without fields and notes."""
    copy = deepcopy(element)
    copy.tail = None
    for item in list(copy.iter(*(f"{{*}}{name}" for name in (*_IDS, "drawing", "AlternateContent", "pict")))):
        drop(item)
    for run in list(copy.iter(f"{W}r")):
        if any(
            local(child) in {"fldChar", "instrText", "footnoteReference", "endnoteReference"} for child in run
        ):
            drop(run)
    for item in copy.iter():
        for name in [name for name in item.attrib if name.startswith(_PARA_ID)]:
            del item.attrib[name]
    return copy


def whole(element: Element) -> bool:
    begins = [f.get(f"{W}fldCharType") for f in element.iter(f"{W}fldChar")]
    return closed(element) and begins.count("begin") == begins.count("end") and not has(element, "sectPr")


def drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
