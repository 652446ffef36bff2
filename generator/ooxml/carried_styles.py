"""The styles part of the house with those that only a template has added to it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from generator.ooxml.house import House, Key, key_of
from generator.ooxml.xml import NS, Element, attribute, child, detach, qn

_ID, _VAL, _DEFAULT = qn("w:styleId"), qn("w:val"), qn("w:default")


@dataclass(slots=True)
class CarriedStyles:
    """``ids`` tells what each style id of the template becomes; ``own`` are the styles that only it has."""

    base: House
    template: House
    ids: dict[str, str] = field(default_factory=dict)
    own: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        taken = set(self.base.by_id)
        seen: set[Key] = set()
        for style_id, style in self.template.by_id.items():
            key = key_of(style)
            theirs = self.base.by_key.get(key)
            if theirs is not None:
                self.ids[style_id] = theirs.get(_ID) or style_id
            elif key not in seen:
                seen.add(key)
                self.ids[style_id] = _free(style_id, taken)
                self.own.append(style)

    def root(self, lists: dict[int, int]) -> Element:
        """Return the styles part; ``lists`` tells what the numbers of lists become."""
        root = deepcopy(self.base.styles)
        for style in self.own:
            root.append(self._carried(style, lists))
        return root

    def _carried(self, style: Element, lists: dict[int, int]) -> Element:
        copy = deepcopy(style)
        copy.tail = None
        copy.set(_ID, self.ids[style.get(_ID) or ""])
        if _DEFAULT in copy.attrib:
            del copy.attrib[_DEFAULT]
        for tag in ("w:basedOn", "w:next", "w:link"):
            tie = child(copy, tag)
            if tie is not None:
                tie.set(_VAL, self.ids.get(attribute(tie) or "", attribute(tie) or ""))
        self._unlink(copy)
        for number in copy.iterfind(".//w:numPr/w:numId", NS):
            renumber(number, lists)
        return copy

    def _unlink(self, style: Element) -> None:
        """Drop a link to a style of the house: links go both ways or not at all."""
        link = child(style, "w:link")
        partner = self.base.by_id.get(attribute(link) or "") if link is not None else None
        if link is not None and partner is not None and attribute(partner, "w:link") != style.get(_ID):
            detach(link)


def renumber(number: Element, lists: dict[int, int]) -> None:
    """Give a ``w:numId`` the number that its list has become."""
    written = attribute(number) or ""
    if written.isdecimal() and int(written) in lists:
        number.set(_VAL, str(lists[int(written)]))


def _free(style_id: str, taken: set[str]) -> str:
    while style_id in taken:
        style_id += "x"
    taken.add(style_id)
    return style_id
