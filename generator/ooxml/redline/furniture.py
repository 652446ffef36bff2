"""Headers and footers: those of sections that answer to each other are compared."""

from __future__ import annotations

from generator.ooxml.redline.containers import compare_containers
from generator.ooxml.redline.names import BODY, PPR, SECTPR
from generator.ooxml.redline.sides import Place, Side, Work
from generator.ooxml.redline.whole import blocks, mark_contents
from generator.ooxml.xml import Element, qn

_RID, _TYPE = qn("r:id"), qn("w:type")
_KINDS = (qn("w:headerReference"), qn("w:footerReference"))
_WORDS = dict(zip(_KINDS, ("Sidhuvudet", "Sidfoten"), strict=True))
Slot = tuple[str, str]
Furniture = list[tuple[Element, dict[Slot, str]]]


def sections(side: Side) -> list[Element]:
    """Return the properties of a document's sections, in order."""
    body = next(side.main.iterchildren(BODY), None)
    if body is None:
        return []
    properties = (own for block in blocks(body) for own in block.iterchildren(PPR))
    return [
        *(section for own in properties for section in own.iterchildren(SECTPR)),
        *body.iterchildren(SECTPR),
    ]


def compare_furniture(work: Work, before: Furniture, after: Furniture) -> tuple[str, ...]:
    """Compare the headers and footers of the sections that answer to each other.

    ``before`` and ``after`` are what the sections had before anything was marked. Returns a Swedish
    sentence for each that Word's marks cannot tell of.
    """
    old, now = ({id(section): slots for section, slots in side} for side in (before, after))
    comparison = _Comparison(work)
    for left, right in work.sections:
        was, has = old.get(id(left), {}), now.get(id(right), {})
        for slot in dict.fromkeys((*was, *has)):
            comparison.compare(slot, was.get(slot), has.get(slot), left, right)
    return tuple(dict.fromkeys(comparison.problems))


class _Comparison:
    def __init__(self, work: Work) -> None:
        self._work = work
        self._partners: dict[str, str | None] = {}
        self.problems: list[str] = []

    def compare(self, slot: Slot, was: str | None, has: str | None, old: Element, new: Element) -> None:
        if has is None:
            self._gone(slot, old, new)
            return
        if has in self._partners:
            if self._partners[has] != was and not self._same(was, self._partners[has]):
                self.problems.append(
                    f"{_WORDS[slot[0]]} delas nu av avsnitt som förut hade olika; bara det första är jämfört."
                )
            return
        self._partners[has] = was
        root = self._work.new.roots.get(has)
        if root is None:
            return
        if was is None:
            mark_contents(self._work.marks, root, "ins")
        elif was in self._work.old.roots:
            compare_containers(self._work, self._work.old.roots[was], root, Place(was, has))

    def _same(self, one: str | None, other: str | None) -> bool:
        roots, meaning = self._work.old.roots, self._work.old.meaning
        if one not in roots or other not in roots:
            return False
        return meaning.of(roots[one], one) == meaning.of(roots[other], other)

    def _gone(self, slot: Slot, old: Element, new: Element) -> None:
        """Bring along a header that the section no longer has, with all its text deleted."""
        own = (ref for ref in old.iterchildren(slot[0]) if (ref.get(_TYPE) or "default") == slot[1])
        reference = next(own, None)
        if reference is None:
            return  # the section before had it, and has got it back already
        main = self._work.new.package.main
        copy = self._work.carry(reference, Place(self._work.old.package.main, main))
        root = self._work.carrier.linked(main, copy.get(_RID) or "")
        new.insert(0, copy)
        if root is not None:
            mark_contents(self._work.marks, root, "del")


def furniture(side: Side) -> Furniture:
    """Return each section with the parts of its headers and footers, those taken over from before too."""
    found = []
    links = side.package.relationships(side.package.main)
    slots: dict[Slot, str] = {}
    for section in sections(side):
        slots = dict(slots)
        for reference in section.iterchildren(*_KINDS):
            link = links.get(reference.get(_RID) or "")
            if link is not None and not link.external:
                slots[str(reference.tag), reference.get(_TYPE) or "default"] = links.path(link)
        found.append((section, slots))
    return found
