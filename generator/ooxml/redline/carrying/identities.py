"""What must be there once in a document, in text that is put into another: bookmarks, ids of drawings."""

from __future__ import annotations

from collections.abc import Iterable

from generator.ooxml.xml import NS, Element, detach, qn, whole

_NAME, _ID = qn("w:name"), qn("w:id")
_START, _END, _DRAWING = qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("wp:docPr")
_NEVER = tuple(
    qn(name)
    for name in (
        "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef", "w:permStart",
        "w:permEnd", "w:proofErr", "w:dataBinding", "w15:dataBinding",
    )
)  # fmt: skip
_RUN, _RPR, _SDT_PR = qn("w:r"), qn("w:rPr"), qn("w:sdtPr")
_UNIQUE = tuple(qn(f"w14:{name}") for name in ("paraId", "textId"))


class Identities:
    """The bookmarks and drawing ids of the new document. ``roots`` are its texts."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._names: set[str] = set()
        self._bookmark = self._drawing = 0
        for root in roots:
            for element in root.iter(_START, _DRAWING):
                if element.tag == _START:
                    self._names.add((element.get(_NAME) or "").casefold())
                    self._bookmark = max(self._bookmark, whole(element.get(_ID)))
                else:
                    self._drawing = max(self._drawing, whole(element.get("id")))

    def settle(self, copy: Element) -> None:
        """Drop what cannot be carried along, and give the rest ids that nothing else has."""
        for element in [e for e in copy.iter(*_NEVER) if e is not copy]:
            _drop(element)
        for control in copy.iter(_SDT_PR):
            for number in control.findall("w:id", NS):
                detach(number)
        for element in copy.iter(qn("w:p"), qn("w:tr")):
            for name in _UNIQUE:
                element.attrib.pop(name, None)
        for drawing in copy.iter(_DRAWING):
            self._drawing += 1
            drawing.set("id", str(self._drawing))
        self._settle_bookmarks(copy)

    def _settle_bookmarks(self, copy: Element) -> None:
        """Keep the bookmarks that are whole and whose name is free: links in removed text lead to them."""
        ends = {e.get(_ID): e for e in copy.iter(_END) if e is not copy}
        for start in [e for e in copy.iter(_START) if e is not copy]:
            name = (start.get(_NAME) or "").casefold()
            end = ends.get(start.get(_ID))
            if end is None or not name or name in self._names:
                detach(start)
                continue
            del ends[start.get(_ID)]
            self._names.add(name)
            self._bookmark += 1
            for element in (start, end):
                element.set(_ID, str(self._bookmark))
        for end in ends.values():
            detach(end)


def _drop(element: Element) -> None:
    run = element.getparent()
    detach(element)
    if run is not None and run.tag == _RUN and all(item.tag == _RPR for item in run):
        detach(run)
