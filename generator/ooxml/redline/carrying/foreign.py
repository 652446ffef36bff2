"""Extensions of other programs: allowed in a part that declares them ignorable, an error in another."""

from __future__ import annotations

from generator.ooxml.package import Package
from generator.ooxml.redline.carrying.receiver import Receiver
from generator.ooxml.xml import Element, detach, qn, root_alone

_IGNORABLE = qn("mc:Ignorable")
# What Word itself writes, Word reads without being told that it may ignore it.
_OF_WORD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")


class Foreign:
    """Drops from carried elements what only the old document told readers to ignore."""

    def __init__(self, old: Package, new: Receiver) -> None:
        self._old = old
        self._new = new
        self._dropped: dict[tuple[str, str], frozenset[str]] = {}

    def settle(self, copy: Element, part: str, into: str) -> None:
        """Drop elements and attributes in namespaces that ``into`` does not declare ignorable."""
        key = (part, into)
        if key not in self._dropped:
            self._dropped[key] = self._namespaces(part, into)
        if not self._dropped[key]:
            return
        for element in [e for e in copy.iter() if isinstance(e.tag, str)]:
            if _namespace(str(element.tag)) in self._dropped[key]:
                detach(element)
                continue
            for name in [n for n in element.attrib if _namespace(str(n)) in self._dropped[key]]:
                del element.attrib[name]

    def _namespaces(self, part: str, into: str) -> frozenset[str]:
        data = self._old.parts.get(part)
        old = frozenset() if data is None else _ignorable(root_alone(data))
        return frozenset(name for name in old - self._of_new(into) if not name.startswith(_OF_WORD))

    def _of_new(self, into: str) -> frozenset[str]:
        return _ignorable(self._new.tree(into)) if self._new.has(into) else frozenset()


def _ignorable(root: Element) -> frozenset[str]:
    words = (root.get(_IGNORABLE) or "").split()
    return frozenset(root.nsmap[word] for word in words if word in root.nsmap)


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
