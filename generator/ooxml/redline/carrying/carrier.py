"""Removed text on its way into the new document, with everything that it refers to."""

from __future__ import annotations

from copy import deepcopy

from generator.ooxml import relationships
from generator.ooxml.notes import Kind
from generator.ooxml.package import Package
from generator.ooxml.redline.carrying.foreign import Foreign
from generator.ooxml.redline.carrying.identities import Identities
from generator.ooxml.redline.carrying.lists import Lists, Ties
from generator.ooxml.redline.carrying.notes import KINDS, CarriedNotes
from generator.ooxml.redline.carrying.parts import CarriedParts
from generator.ooxml.redline.carrying.receiver import Receiver
from generator.ooxml.redline.carrying.styles import Styles
from generator.ooxml.xml import NS, Element, attribute, child, detach, qn, whole

_VAL, _ID = qn("w:val"), qn("w:id")
_R = f"{{{NS['r']}}}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}relid"
_STYLE_TAGS = frozenset(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle"))
_NUM_ID, _P, _PPR, _RUN, _RPR = (qn(f"w:{name}") for name in ("numId", "p", "pPr", "r", "rPr"))
_FURNITURE = (qn("w:headerReference"), qn("w:footerReference"))
# Without its relationship such an element means nothing and is invalid.
_NEEDS_LINK = frozenset(
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "altChunk", "subDoc", "control")
)
_STORIES = frozenset(
    f"{relationships.OFFICE}/{name}" for name in ("header", "footer", "footnotes", "endnotes")
)


class Carrier:
    """Carries elements of ``old`` into ``new``. ``trees`` holds the parts of ``new`` that are being changed.

    The trees are those that will be written, with no tracked changes but ours; more are added as parts are
    needed. Tracked changes in what is fetched from ``old`` (notes, headers) are accepted.
    """

    def __init__(self, old: Package, new: Package, trees: dict[str, Element]) -> None:
        self._old = old
        self._new = Receiver(new, trees)
        self._parts = CarriedParts(old, self._new, self._fill)
        self._styles = Styles(old, self._new, self._renumber)
        ties = Ties(self._styles.id, self._styles.is_added, self._translate)
        self._lists = Lists(old, self._new, ties)
        self._notes = CarriedNotes(old, self._new, self._carry_note)
        self._foreign = Foreign(old, self._new)
        self._identities: Identities | None = None
        self._unnamed = self._styles.unnamed()

    def carry(self, element: Element, part: str, into: str = "") -> Element:
        """Return a copy of an element of the old document, fit for the new one.

        ``part`` is the part of the old document that it stands in, ``into`` the part of the new one that it
        goes to (the part of the same kind unless told). Notes it refers to are copied with it, so it must
        be used once. Its tail is not copied.
        """
        copy = deepcopy(element)
        copy.tail = None
        self._carry_tree(copy, part, into or self._counterpart(part))
        return copy

    def same_list(self, old: int, new: int) -> None:
        """Say that the list ``old`` (a numId of the old document) is the list ``new`` of the new one."""
        self._lists.same_list(old, new)

    def style(self, style_id: str) -> str | None:
        """Return what a style id of the old document is in the new one; None when the old lacks it."""
        return self._styles.id(style_id)

    def tree(self, part: str) -> Element:
        """Return a part of the new document as the tree that will be written."""
        return self._new.tree(part)

    def linked(self, part: str, rid: str) -> Element | None:
        """Return what a relationship of a part of the new document leads to, as a tree to change."""
        self._parts.settle()
        links = self._new.links(part)
        link = links.get(rid)
        if link is None or link.external or not self._new.has(links.path(link)):
            return None
        return self._new.tree(links.path(link))

    def doubled(self, part: str) -> tuple[str, Element]:
        """Return a second copy of a header or footer of the new document as a tree to change.

        With it comes the id of the relationship that leads to it from the document itself.
        """
        package = self._new.package
        links = package.relationships(self._new.main)
        kind = next((r.type for r in links if not r.external and links.path(r) == part), "")
        name = self._new.add(part, package.parts[part], package.content_type(part))
        for link in package.relationships(part):
            self._new.links(name).put(link.id, link.type, link.target, link.external)
        root = self._new.tree(name)
        self._settled(root)
        return self._new.relate(self._new.main, kind, name), root

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the new document that are new or can have been changed, trees included."""
        self._parts.settle()
        while self._styles.settle() or self._lists.settle():
            self._parts.settle()
        return self._new.parts()

    def _counterpart(self, part: str) -> str:
        if part == self._old.main:
            return self._new.main
        links = self._old.relationships(self._old.main)
        kind = next((r.type for r in links if not r.external and links.path(r) == part), "")
        return self._new.singleton(kind) or part

    def _carry_tree(self, copy: Element, part: str, into: str) -> None:
        self._settled(copy)
        for reference in list(copy.iter(*KINDS)):
            self._carry_reference(reference, KINDS[str(reference.tag)])
        self._translate(copy, part, into)

    def _settled(self, copy: Element) -> None:
        if self._identities is None:
            self._identities = Identities(self._new_texts())
        self._identities.settle(copy)

    def _new_texts(self) -> list[Element]:
        links = self._new.links(self._new.main)
        names = [links.path(r) for r in links if r.type in _STORIES and not r.external]
        return [self._new.tree(n) for n in dict.fromkeys((self._new.main, *names)) if self._new.has(n)]

    def _carry_reference(self, reference: Element, kind: Kind) -> None:
        number = self._notes.take(kind, reference.get(_ID) or "")
        if number is not None:
            reference.set(_ID, number)
            return
        run = reference.getparent()
        detach(reference)
        if run is not None and run.tag == _RUN and all(item.tag == _RPR for item in run):
            detach(run)

    def _carry_note(self, note: Element, part: str, into: str) -> None:
        """Carry what a note holds; a note in a note does not exist in Word."""
        for reference in list(note.iter(*KINDS)):
            detach(reference)
        self._carry_tree(note, part, into)

    def _fill(self, root: Element, part: str, into: str) -> None:
        """Carry what a copied header or footer holds."""
        for reference in list(root.iter(*KINDS, *_FURNITURE)):
            detach(reference)
        self._carry_tree(root, part, into)

    def _translate(self, copy: Element, part: str, into: str) -> None:
        """Give styles, lists and relationships the ids that they have in the new document."""
        self._foreign.settle(copy, part, into)
        gone: list[Element] = []
        for element in copy.iter():
            tag = element.tag
            if tag in _STYLE_TAGS:
                self._translate_style(element, gone)
            elif tag == _NUM_ID and element.get(_VAL) is not None:
                element.set(_VAL, str(self._lists.number(whole(element.get(_VAL)))))
            elif element.attrib and not self._translate_links(element, part, into) and tag in _NEEDS_LINK:
                gone.append(element)
        for element in gone:
            detach(element)
        if self._unnamed is not None:
            self._name_unnamed(copy)

    def _translate_style(self, element: Element, gone: list[Element]) -> None:
        found = self._styles.id(attribute(element) or "")
        if found is None:
            gone.append(element)
        else:
            element.set(_VAL, found)

    def _translate_links(self, element: Element, part: str, into: str) -> bool:
        """Tell whether all relationships an element names lead somewhere; one that does not is dropped."""
        sound = True
        for name, value in element.attrib.items():
            if str(name).startswith(_R) or name == _OFFICE:
                found = self._parts.relate(str(value), part, into)
                if found is None:
                    del element.attrib[name]
                    sound = False
                else:
                    element.set(name, found)
        return sound

    def _renumber(self, style: Element) -> None:
        for number in style.iter(_NUM_ID):
            number.set(_VAL, str(self._lists.number(whole(attribute(number)))))

    def _name_unnamed(self, copy: Element) -> None:
        """Let paragraphs without a style name the one that is the old document's default."""
        for paragraph in copy.iter(_P):
            if child(paragraph, "w:pPr") is None:
                paragraph.insert(0, paragraph.makeelement(_PPR))
        for properties in copy.iter(_PPR):
            holder = properties.getparent()
            if child(properties, "w:pStyle") is None and (holder is None or holder.tag == _P):
                properties.insert(0, properties.makeelement(qn("w:pStyle"), {_VAL: self._unnamed or ""}))
