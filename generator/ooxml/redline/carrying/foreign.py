"""Extensions of other programs: allowed in a part that declares them ignorable, an error in another."""

from __future__ import annotations

from generator.ooxml.package import Package
from generator.ooxml.redline.carrying.receiver import Receiver
from generator.ooxml.xml import Element, detach, qn, root_alone

_IGNORABLE = qn("mc:Ignorable")
# Elements that Word itself writes, it reads without being told that it may ignore them.
_OF_WORD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")


class Foreign:
    """Drops from carried elements what only the old document told readers to ignore."""

    def __init__(self, old: Package, new: Receiver) -> None:
        self._old = old
        self._new = new
        self._found: dict[tuple[str, str], frozenset[str]] = {}

    def settle(self, copy: Element, part: str, into: str) -> None:
        """Drop elements and attributes in namespaces that ``into`` does not declare ignorable.

        Of those that are Word's own only the attributes go: they are no more than ids.
        """
        key = (part, into)
        if key not in self._found:
            self._found[key] = self._namespaces(part, into)
        found = self._found[key]
        if not found:
            return
        for element in [e for e in copy.iter() if isinstance(e.tag, str)]:
            name = _namespace(str(element.tag))
            if name in found and not name.startswith(_OF_WORD):
                detach(element)
            elif name not in found:
                for attribute in [n for n in element.attrib if _namespace(str(n)) in found]:
                    del element.attrib[attribute]

    def _namespaces(self, part: str, into: str) -> frozenset[str]:
        data = self._old.parts.get(part)
        old = frozenset() if data is None else _ignorable(root_alone(data))
        return old - self._of_new(into)

    def _of_new(self, into: str) -> frozenset[str]:
        return _ignorable(self._new.tree(into)) if self._new.has(into) else frozenset()


def _ignorable(root: Element) -> frozenset[str]:
    words = (root.get(_IGNORABLE) or "").split()
    return frozenset(root.nsmap[word] for word in words if word in root.nsmap)


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
