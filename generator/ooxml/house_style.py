"""The house style carried from the base template into another: its look, and nothing of its text.

Styles, theme, lists, fonts, settings and, where the template has the same kinds of them, headers and
footers. Styles are matched by name: a template that was saved in a Swedish Word, with ids such as
``Rubrik1``, keeps its headings. What only the template has, it keeps. Equal input gives equal bytes, and a
second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import StyrdokError
from generator.ooxml import content_types, relationships
from generator.ooxml.carried_lists import CarriedLists
from generator.ooxml.carried_styles import CarriedStyles, renumber
from generator.ooxml.drift import drift, listed, missing
from generator.ooxml.furniture import carried_furniture
from generator.ooxml.house import FONTS, THEME, House
from generator.ooxml.house_settings import carried_fonts, carried_settings
from generator.ooxml.package import Package, write_zip
from generator.ooxml.relationships import relationships_name
from generator.ooxml.xml import Element, attribute, parse_strict, qn, serialise, whole

_TYPES = {
    relationships.STYLES: content_types.STYLES,
    relationships.NUMBERING: content_types.NUMBERING,
    relationships.SETTINGS: content_types.SETTINGS,
    THEME: "application/vnd.openxmlformats-officedocument.theme+xml",
    FONTS: "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
}
_NAMES = {
    relationships.STYLES: "styles.xml",
    relationships.NUMBERING: "numbering.xml",
    relationships.SETTINGS: "settings.xml",
    THEME: "theme/theme1.xml",
    FONTS: "fontTable.xml",
}
_STORIES = (
    "document.main+xml", "template.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml",
    "comments+xml", "document.glossary+xml",
)  # fmt: skip
_STYLED = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_NUM_ID, _VAL = qn("w:numId"), qn("w:val")
_MOST_ROUNDS = 4


def carry(base: bytes, template: bytes, name: str = "") -> tuple[bytes, tuple[str, ...]]:
    """Return the template in the look of the base, and in words what changed; its own bytes when nothing did.

    Raises StyrdokError when either is not a Word file.
    """
    house, said = House(Package.read(base, "bas.docx")), list[str]()
    data = template
    for _ in range(_MOST_ROUNDS):
        made, words = _Carrying(house, House(Package.read(data, name))).result(data)
        if made == data:
            return data, tuple(dict.fromkeys(said))
        # What words there are comes from the first round; the next only shows that nothing is left to do.
        data, said = made, said or words
    raise StyrdokError(f"Mallen {name} går inte att föra över husets stil till", "Gör om den från bas.docx.")


@dataclass(slots=True)
class _Carrying:
    """One carrying over: the parts that change, and what is to be said about it."""

    base: House
    template: House
    parts: dict[str, bytes] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    types: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def result(self, data: bytes) -> tuple[bytes, list[str]]:
        """Return the file, the same bytes when nothing changes, and the words."""
        styles = CarriedStyles(self.base, self.template)
        furniture = carried_furniture(self.base.package, self.template.package)
        stories = self._stories(set(furniture.parts))
        lists = CarriedLists(self.base, self.template, styles.ids)
        lists.take(_used_lists([*stories.values(), *styles.own]))
        self._look(styles, lists)
        self._settings(styles.ids)
        self._rewrite(stories, styles.ids, lists.numbers)
        self.parts |= furniture.parts
        self.gone |= furniture.gone
        self.types |= furniture.types
        self.said += [f"{what} är husets" for what in furniture.changed]
        return self._written(data), self.said

    def _stories(self, replaced: set[str]) -> dict[str, Element]:
        package = self.template.package
        return {
            name: parse_strict(package.parts[name], name)
            for name in sorted(package.parts)
            if package.content_type(name).endswith(_STORIES) and name not in replaced
        }

    def _look(self, styles: CarriedStyles, lists: CarriedLists) -> None:
        """Take over styles, lists and theme, as they are when the template adds nothing to them."""
        before = len(self.said)
        if lacking := missing(self.base, self.template):
            self.said.append(f"{listed(lacking)} har hämtats")
        self.said += [
            f"{item.subject} följer huset ({item.what})" for item in drift(self.base, self.template)
        ]
        told = len(self.said) > before
        own = serialise(styles.root(lists.numbers)) if styles.own else None
        if self._put(relationships.STYLES, own) and not told:
            self.said.append("formatens definitioner är husets")
        numbering = lists.root() if lists.adds else None
        if (
            self._put(relationships.NUMBERING, None if numbering is None else serialise(numbering))
            and not told
        ):
            self.said.append("listornas definitioner är husets")
        if self._put(THEME, None) and not told:
            self.said.append("temat är husets")

    def _put(self, kind: str, data: bytes | None) -> bool:
        """Put a part of the look in its place, the base's for None; tell whether it was another."""
        source = self.base.parts[kind]
        if data is None:
            if source is None:
                return False
            data = self.base.package.parts[source]
        return self._set(kind, data)

    def _set(self, kind: str, data: bytes) -> bool:
        part = self.template.parts[kind]
        if part is None:
            folder = self.template.package.main.rpartition("/")[0]
            part = f"{folder}/{_NAMES[kind]}" if folder else _NAMES[kind]
            self.links[kind] = _NAMES[kind]
            self.types[part] = _TYPES[kind]
        if self.template.package.parts.get(part) == data:
            return False
        self.parts[part] = data
        return True

    def _settings(self, ids: Mapping[str, str]) -> None:
        settings, changed = carried_settings(self.base, self.template, ids)
        if settings is not None and self._set(relationships.SETTINGS, settings):
            self.said += [f"inställningen för {what} är husets" for what in changed if what != "formatens id"]
        fonts = carried_fonts(self.base, self.template)
        if fonts is not None and self._set(FONTS, fonts):
            self.said.append("husets typsnitt är med i listan över typsnitt")

    def _rewrite(
        self, stories: Mapping[str, Element], ids: Mapping[str, str], numbers: dict[int, int]
    ) -> None:
        """Let the text name styles and lists as the house does."""
        renamed = {old: new for old, new in ids.items() if old != new}
        moved = {old: new for old, new in numbers.items() if old != new}
        changed = False
        for name, root in stories.items():
            before = serialise(root)
            for element in root.iter(*_STYLED):
                element.set(_VAL, ids.get(attribute(element) or "", attribute(element) or ""))
            for element in root.iter(_NUM_ID):
                renumber(element, moved)
            after = serialise(root)
            if after != before:
                self.parts[name] = after
                changed = True
        if changed and renamed:
            examples = ", ".join(f"{old} heter nu {new}" for old, new in sorted(renamed.items())[:2])
            self.said.append(f"formatens id följer husets ({examples})")

    def _written(self, data: bytes) -> bytes:
        if not self.parts and not self.gone:
            return data
        package = self.template.package
        parts = {n: d for n, d in {**package.parts, **self.parts}.items() if n not in self.gone}
        if self.links:
            links = package.relationships(package.main)
            for kind, target in sorted(self.links.items()):
                links.add(kind, target)
            parts[relationships_name(package.main)] = links.serialise()
        if self.types:
            types = package.types
            for part, kind in sorted(self.types.items()):
                types.set(part, kind)
            parts[content_types.PART] = types.serialise(frozenset(parts))
        return write_zip(parts)


def _used_lists(roots: Iterable[Element]) -> set[int]:
    """Return the lists that these texts and styles use."""
    return {whole(attribute(e)) for root in roots for e in root.iter(_NUM_ID) if whole(attribute(e)) > 0}
