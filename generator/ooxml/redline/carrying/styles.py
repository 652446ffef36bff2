"""Styles that removed text uses: found in the new document by kind and name, or appended to it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from generator.ooxml import content_types, relationships
from generator.ooxml.house import House, Key, key_of
from generator.ooxml.package import Package
from generator.ooxml.redline.carrying.receiver import Receiver
from generator.ooxml.xml import NS, Element, attribute, child, detach, qn

_ID, _VAL, _DEFAULT = qn("w:styleId"), qn("w:val"), qn("w:default")
_ON = {"1", "true", "on"}
_FOLLOWED = ("w:basedOn", "w:link")

Renumber = Callable[[Element], None]
"""Gives the list properties in a tree the numbers they have in the new document."""


class Styles:
    """Which style of the new document each of the old one becomes."""

    def __init__(self, old: Package, new: Receiver, renumber: Renumber) -> None:
        self._old = House(old)
        self._new = new
        self._renumber = renumber
        self._ids: dict[str, str | None] = {}
        self._waiting: list[str] = []
        self._added: set[str] = set()
        self._part = new.singleton(relationships.STYLES)
        root = None if self._part is None else new.tree(self._part)
        known = [] if root is None else root.findall("w:style", NS)
        self._known: dict[Key, str] = {}
        for style in known:
            self._known.setdefault(key_of(style), style.get(_ID) or "")
        self._taken = {style.get(_ID) or "" for style in known}
        self._defaults = {key_of(e)[0]: key_of(e) for e in known if e.get(_DEFAULT) in _ON}

    def id(self, style_id: str) -> str | None:
        """Return what a style id of the old document is in the new one; None when the old lacks it."""
        if style_id not in self._ids:
            style = self._old.by_id.get(style_id)
            self._ids[style_id] = None if style is None else self._place(style, style_id)
        return self._ids[style_id]

    def unnamed(self) -> str | None:
        """Return the style that paragraphs naming none have to name, None where the two agree on it."""
        default = next((e for e in self._old.by_id.values() if _is_default(e)), None)
        if default is None or key_of(default) == self._defaults.get("paragraph"):
            return None
        return self.id(default.get(_ID) or "")

    def settle(self) -> bool:
        """Append the styles that have been asked for; tell whether there were any."""
        found = bool(self._waiting)
        while self._waiting:
            self._append(self._waiting.pop())
        return found

    def is_added(self, new_id: str) -> bool:
        """Tell whether a style of the new document has come from the old one."""
        return new_id in self._added

    def _place(self, style: Element, style_id: str) -> str:
        known = self._known.get(key_of(style))
        if known is not None:
            return known
        made = style_id or "Formatmall"
        while made in self._taken:
            made += "x"
        self._taken.add(made)
        self._added.add(made)
        self._waiting.append(style_id)
        return made

    def _append(self, style_id: str) -> None:
        copy = deepcopy(self._old.by_id[style_id])
        copy.tail = None
        copy.set(_ID, self._ids[style_id] or style_id)
        copy.attrib.pop(_DEFAULT, None)
        for path in _FOLLOWED:
            tie = child(copy, path)
            if tie is not None:
                self._tie(tie, self.id(attribute(tie) or ""))
        after = child(copy, "w:next")
        if after is not None:
            # What comes after a paragraph of this style matters only to one who goes on writing.
            named = self._old.by_id.get(attribute(after) or "")
            self._tie(after, None if named is None else self._known.get(key_of(named)))
        self._renumber(copy)
        root = self._new.make_singleton(relationships.STYLES, content_types.STYLES, "styles")
        root.append(copy)

    def _tie(self, tie: Element, style_id: str | None) -> None:
        # A link goes both ways: to a style of the new document, which knows nothing of this one, it cannot.
        if style_id is None or (tie.tag == qn("w:link") and not self.is_added(style_id)):
            detach(tie)
        else:
            tie.set(_VAL, style_id)


def _is_default(style: Element) -> bool:
    return key_of(style)[0] == "paragraph" and style.get(_DEFAULT) in _ON
