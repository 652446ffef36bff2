"""Under which heading each item stands in a finished document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.ooxml.bookmark_names import PREFIX
from generator.ooxml.heading_numbers import HeadingNumbers
from generator.ooxml.numbering import Numbering
from generator.ooxml.package import Package
from generator.ooxml.relationships import NUMBERING, STYLES
from generator.ooxml.styles import Styles
from generator.ooxml.visible import line_of
from generator.ooxml.xml import attribute, parse_strict, qn

_PARAGRAPH, _MARK, _NAME = qn("w:p"), qn("w:bookmarkStart"), qn("w:name")
_NO_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


@dataclass(frozen=True, slots=True)
class HeadingAt:
    """A heading: its number as it is printed (``3.1.2``, or empty) and its words."""

    number: str = ""
    text: str = ""


def headings_at(data: bytes) -> Mapping[str, HeadingAt]:
    """Return the heading that each item's bookmark stands in or under, by the name of the bookmark.

    Raises StyrdokError when the file is no Word document that can be read.
    """
    package = Package.read(data)
    links = package.relationships(package.main)
    styles = Styles(package.parts.get(links.target(STYLES) or "", _NO_STYLES))
    numbering = Numbering(package.parts.get(links.target(NUMBERING) or ""), styles)
    root = parse_strict(package.parts[package.main], package.main)
    numbers = HeadingNumbers(styles, numbering).of(root.iter(_PARAGRAPH))
    found: dict[str, HeadingAt] = {}
    heading = HeadingAt()
    for element in root.iter(_PARAGRAPH, _MARK):
        if element.tag == _PARAGRAPH:
            if styles.heading_level(attribute(element, "w:pPr/w:pStyle")):
                number = numbers.get(element)
                heading = HeadingAt(number.text if number else "", line_of(element))
        elif (name := element.get(_NAME) or "").startswith(PREFIX):
            found.setdefault(name, heading)
    return found
