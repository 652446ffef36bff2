"""Lists that removed text uses: the same list of the new document, or one added to its numbering."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from generator.ooxml import content_types, relationships
from generator.ooxml.house import House
from generator.ooxml.package import Package
from generator.ooxml.redline.carrying.receiver import Receiver
from generator.ooxml.xml import NS, Element, attribute, child, detach, qn, whole

_NUM, _ABSTRACT, _PICTURE = qn("w:num"), qn("w:abstractNum"), qn("w:numPicBullet")
_NUM_ID, _ABSTRACT_ID, _VAL = qn("w:numId"), qn("w:abstractNumId"), qn("w:val")
_PICTURE_ID = qn("w:numPicBulletId")
_TIES = (qn("w:styleLink"), qn("w:numStyleLink"))
_LAST = qn("w:numIdMacAtCleanup")
_FOLLOWING = {_PICTURE: (_ABSTRACT, _NUM, _LAST), _ABSTRACT: (_NUM, _LAST), _NUM: (_LAST,)}


@dataclass(frozen=True, slots=True)
class Ties:
    """How lists reach the styles and pictures that their levels name."""

    style: Callable[[str], str | None]
    is_added: Callable[[str], bool]
    translate: Callable[[Element, str, str], None]


class Lists:
    """Which list of the new document each of the old one becomes, by number."""

    def __init__(self, old: Package, new: Receiver, ties: Ties) -> None:
        self._old = House(old)
        self._base = House(new.package)
        self._new = new
        self._ties = ties
        self._numbers: dict[int, int] = {}
        self._taken: set[int] = set()
        self._abstracts: dict[int, int] = {}
        self._pictures: dict[str, str] = {}
        self._waiting: list[tuple[int, int]] = []
        self._next_num = max(self._base.nums, default=0)
        self._next_abstract = max(self._base.abstracts, default=-1)
        self._by_text: dict[str, list[int]] | None = None

    def same_list(self, old: int, new: int) -> None:
        """Say that a list of the old document and one of the new are one, as paragraphs in both show.

        Does nothing when they do not look the same, or when the old one has been placed.
        """
        if old not in self._numbers and new not in self._taken and self._alike(old, new):
            self._numbers[old] = new
            self._taken.add(new)

    def number(self, number: int) -> int:
        """Return what a numId of the old document is in the new one; 0 for a list that does not exist."""
        if number not in self._old.nums:
            return 0
        if number not in self._numbers:
            found = self._same(number)
            if found is None:
                self._next_num += 1
                found = self._next_num
                self._waiting.append((number, found))
            self._numbers[number] = found
            self._taken.add(found)
        return self._numbers[number]

    def settle(self) -> bool:
        """Append the lists that have been asked for; tell whether there were any."""
        found = bool(self._waiting)
        while self._waiting:
            self._append(*self._waiting.pop(0))
        return found

    def _alike(self, old: int, new: int) -> bool:
        text = self._old.list_text(old)
        return bool(text) and text == self._base.list_text(new)

    def _same(self, number: int) -> int | None:
        """Return the list of the new document that is this one: the same number if it can be, each once."""
        if number not in self._taken and self._alike(number, number):
            return number
        if self._by_text is None:
            self._by_text = {}
            for known in self._base.nums:
                self._by_text.setdefault(self._base.list_text(known), []).append(known)
        like = self._by_text.get(self._old.list_text(number) or "-", [])
        return next((known for known in like if known not in self._taken), None)

    def _append(self, number: int, made: int) -> None:
        num = deepcopy(self._old.nums[number])
        num.tail = None
        num.set(_NUM_ID, str(made))
        pointer = child(num, "w:abstractNumId")
        if pointer is not None:
            pointer.set(_VAL, str(self._abstract(whole(attribute(pointer), -1))))
        self._translate(num)
        self._insert(num)

    def _abstract(self, number: int) -> int:
        """Return the number of a definition in the new document, added unless it has an equal one."""
        if number not in self._abstracts:
            element = self._old.abstracts.get(number)
            equal = None if element is None else self._equal_abstract(element)
            if equal is None:
                self._next_abstract += 1
                equal = self._next_abstract
                self._abstracts[number] = equal
                self._add_abstract(element, equal)
            self._abstracts[number] = equal
        return self._abstracts[number]

    def _equal_abstract(self, element: Element) -> int | None:
        text = self._old.definition_text(element)
        base = self._base.abstracts.items()
        return next((known for known, e in base if self._base.definition_text(e) == text), None)

    def _add_abstract(self, element: Element | None, number: int) -> None:
        copy = self._root().makeelement(_ABSTRACT) if element is None else deepcopy(element)
        copy.tail = None
        copy.set(_ABSTRACT_ID, str(number))
        for tie in [*copy.iterfind("w:lvl/w:pStyle", NS), *copy.iter(*_TIES)]:
            self._tie(tie)
        self._give_own_identity(copy)
        self._translate(copy)
        self._insert(copy)

    def _tie(self, tie: Element) -> None:
        """Let a level, or the whole, stay tied to its style, unless the new document ties that to another."""
        style = self._ties.style(attribute(tie) or "")
        own = tie.tag == qn("w:numStyleLink") or (style is not None and self._ties.is_added(style))
        if style is None or not own:
            detach(tie)
        elif tie.tag in _TIES:
            tie.set(_VAL, style)

    def _give_own_identity(self, abstract: Element) -> None:
        """Word takes two definitions with one ``nsid`` for the same list, so a copy needs its own."""
        nsid = child(abstract, "w:nsid")
        taken = {attribute(a, "w:nsid") for a in self._root().iterfind("w:abstractNum", NS)}
        count = 0
        while nsid is not None and attribute(nsid) in taken:
            count += 1
            digest = hashlib.sha256(f"{attribute(nsid)} {abstract.get(_ABSTRACT_ID)} {count}".encode())
            nsid.set(_VAL, digest.hexdigest()[:8].upper())

    def _translate(self, copy: Element) -> None:
        for bullet in copy.iter(qn("w:lvlPicBulletId")):
            bullet.set(_VAL, self._picture(attribute(bullet) or ""))
        self._ties.translate(copy, self._old_part(), self._new_part())

    def _picture(self, number: str) -> str:
        """Return the number of a picture used as a bullet, which is copied along."""
        if number not in self._pictures:
            known = {e.get(_PICTURE_ID) for e in self._root().iterfind("w:numPicBullet", NS)}
            made = str(max((whole(n) for n in known), default=-1) + 1)
            self._pictures[number] = made
            root = self._old.numbering
            found = [] if root is None else root.findall("w:numPicBullet", NS)
            picture = next((deepcopy(e) for e in found if e.get(_PICTURE_ID) == number), None)
            if picture is not None:
                picture.tail = None
                picture.set(_PICTURE_ID, made)
                self._ties.translate(picture, self._old_part(), self._new_part())
                self._insert(picture)
        return self._pictures[number]

    def _root(self) -> Element:
        return self._new.make_singleton(relationships.NUMBERING, content_types.NUMBERING, "numbering")

    def _old_part(self) -> str:
        return self._old.parts[relationships.NUMBERING] or ""

    def _new_part(self) -> str:
        self._root()
        return self._new.singleton(relationships.NUMBERING) or ""

    def _insert(self, element: Element) -> None:
        """Put an element after the others of its kind, where the schema has them."""
        root = self._root()
        following = next((e for e in root if e.tag in _FOLLOWING[str(element.tag)]), None)
        if following is None:
            root.append(element)
        else:
            following.addprevious(element)
