"""The lists of a template on their way to the numbering of the house.

The house's lists keep their numbers. A list of the template becomes the house's when it is the same one, or
the one that the same headings are tied to; every other that its text uses is added with a number of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from generator.ooxml.house import House, folded
from generator.ooxml.xml import NS, Element, attribute, child, detach, qn, whole

_NUM, _ABSTRACT = qn("w:num"), qn("w:abstractNum")
_NUM_ID, _ABSTRACT_ID, _VAL = qn("w:numId"), qn("w:abstractNumId"), qn("w:val")
_TIES = tuple(qn(f"w:{name}") for name in ("styleLink", "numStyleLink"))


@dataclass(slots=True)
class CarriedLists:
    """Which list each list of a template becomes (``numbers``), and the lists to add to the house's."""

    base: House
    template: House
    ids: Mapping[str, str]
    numbers: dict[int, int] = field(default_factory=dict)
    _abstracts: dict[int, Element] = field(default_factory=dict)
    _nums: list[Element] = field(default_factory=list)
    _taken: set[int] = field(default_factory=set)

    def take(self, used: Iterable[int]) -> None:
        """Find a place for the lists that the template itself uses, in the order of their numbers."""
        wanted = [number for number in sorted(set(used)) if number in self.template.nums]
        for number in wanted:
            tied = self._tied(number)
            if tied is not None:
                self.numbers[number] = tied
        for number in wanted:
            if number not in self.numbers and (same := self._same(number)) is not None:
                self.numbers[number] = same
                self._taken.add(same)
        for number in wanted:
            if number not in self.numbers:
                self.numbers[number] = self._added(number)

    def _tied(self, number: int) -> int | None:
        """Return the list of the house that numbers the same style, when the template's is tied to styles."""
        abstract = self.template.abstract_of(number)
        for tie in () if abstract is None else abstract.iterfind("w:lvl/w:pStyle", NS):
            key = ("paragraph", folded(self.template.name(attribute(tie))))
            style = self.base.by_key.get(key)
            found = whole(attribute(style, "w:pPr/w:numPr/w:numId")) if style is not None else 0
            if found in self.base.nums:
                return found
        return None

    def _same(self, number: int) -> int | None:
        """Return the list of the house that is this one: the same number if it can be, and each only once."""
        text = self.template.list_text(number)
        like = [
            n for n in (number, *self.base.nums) if n not in self._taken and self.base.list_text(n) == text
        ]
        return next((n for n in like if n in self.base.nums), None)

    def _added(self, number: int) -> int:
        num = deepcopy(self.template.nums[number])
        known = whole(attribute(num, "w:abstractNumId"), -1)
        if known not in self._abstracts and known in self.template.abstracts:
            self._abstracts[known] = self._abstract(known)
        made = max(self.base.nums, default=0) + 1 + len(self._nums)
        num.set(_NUM_ID, str(made))
        pointer = child(num, "w:abstractNumId")
        if pointer is not None and known in self._abstracts:
            pointer.set(_VAL, self._abstracts[known].get(_ABSTRACT_ID) or "0")
        self._nums.append(num)
        return made

    def _abstract(self, number: int) -> Element:
        """Return a definition with a number of its own, tied to no style of the house."""
        abstract = deepcopy(self.template.abstracts[number])
        abstract.set(_ABSTRACT_ID, str(max(self.base.abstracts, default=-1) + 1 + len(self._abstracts)))
        for tie in [*abstract.iterfind("w:lvl/w:pStyle", NS), *abstract.iter(*_TIES)]:
            named = attribute(tie) or ""
            if self.ids.get(named, named) in self.base.by_id:
                detach(tie)
            else:
                tie.set(_VAL, self.ids.get(named, named))
        self._give_own_identity(abstract)
        return abstract

    def _give_own_identity(self, abstract: Element) -> None:
        """Word takes two definitions with one ``nsid`` for the same list, so a copy needs its own."""
        nsid = child(abstract, "w:nsid")
        taken = {attribute(a, "w:nsid") for a in (*self.base.abstracts.values(), *self._abstracts.values())}
        if nsid is not None and attribute(nsid) in taken:
            digest = hashlib.sha256(f"{attribute(nsid)} {abstract.get(_ABSTRACT_ID)}".encode())
            nsid.set(_VAL, digest.hexdigest()[:8].upper())

    def root(self) -> Element | None:
        """Return the numbering part with the added lists, None when there is none to make."""
        found = self.base.numbering
        if found is None and not self._nums:
            return None
        root = deepcopy(found) if found is not None else deepcopy(self.template.numbering)
        if root is None:
            return None
        if found is None:
            for item in list(root):
                detach(item)
        for element in (*self._abstracts.values(), *self._nums):
            _insert(root, element)
        return root

    @property
    def adds(self) -> bool:
        """Tell whether the template has lists of its own."""
        return bool(self._nums)


def _insert(root: Element, element: Element) -> None:
    """Put an abstractNum after the others of its kind, and a num after all of them."""
    before = {_ABSTRACT: (_NUM, qn("w:numIdMacAtCleanup")), _NUM: (qn("w:numIdMacAtCleanup"),)}[
        str(element.tag)
    ]
    following = next((item for item in root if item.tag in before), None)
    if following is None:
        root.append(element)
    else:
        following.addprevious(element)
