"""An Excel workbook: which sheets it has, what they share, and each sheet read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from generator.content.sheets.codes import GENERAL
from generator.content.sheets.events import Attributes, linked, read_events
from generator.content.sheets.parts import Links, content_type, links_of, read_codes, read_links, read_strings
from generator.content.sheets.serials import show_iso
from generator.content.sheets.sheet import Sheet, Stored
from generator.content.sheets.shown import Shown, show_number
from generator.content.sheets.worksheet import read_worksheet, unescaped
from generator.diagnostics import Position, StyrdokError
from generator.diagnostics.values import dataclass
from generator.ooxml.zipfiles import EXCEL, read_zip

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of XML that are read of a workbook at once: half a million filled cells need less."""

_TYPES = "[Content_Types].xml"
_SAVE_AS = "Spara den i Excel som Excel-arbetsbok (.xlsx)."
_ERRORS = {
    "#DIV/0!": "#DIVISION/0!",
    "#N/A": "#SAKNAS!",
    "#NAME?": "#NAMN?",
    "#NULL!": "#SKÄRNING!",
    "#NUM!": "#OGILTIGT!",
    "#REF!": "#REFERENS!",
    "#VALUE!": "#VÄRDEFEL!",
}
_TRUTHS = {"1": "SANT", "0": "FALSKT"}
_NO_DAY = Shown("Datumet finns inte i almanackan", "wrong")
_NO_VALUE = Shown("Formeln har inget sparat värde", "unsaved")


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet as the workbook lists it: name, the part it is in, whether it is hidden, and its number."""

    name: str
    part: str = ""
    is_hidden: bool = False
    number: int = 0


class Workbook:
    """A workbook's sheets, read one by one.

    Raises StyrdokError, here and when a sheet is read, for what is no whole, open, harmless workbook.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.data, self.file = data, file
        self.sheets: dict[str, Sheet | StyrdokError] = {}
        self.tabs: list[Tab] = []
        self.names: dict[str, list[tuple[int | None, str]]] = {}
        self.from_1904 = False
        self._listed = 0
        self._main = self._find_main()
        self._links = self._links_of(self._main)
        self._list()

    def sheet(self, tab: Tab) -> Sheet:
        """Return the sheet's cells, read the first time they are asked for."""
        if tab.name not in self.sheets:
            self.sheets[tab.name] = self._read(tab)
        found = self.sheets[tab.name]
        if isinstance(found, StyrdokError):
            raise found
        return found

    def _read(self, tab: Tab) -> Sheet | StyrdokError:
        """Return the sheet, or what is wrong with it: a large one is not read again for every table."""
        try:
            return read_worksheet(self._part(tab.part), self.file, tab.name, lambda: self._strings, self.show)
        except StyrdokError as problem:
            place = Position(self.file, sheet=tab.name)
            return StyrdokError(problem.message, problem.hint, place, "S005")

    def table_areas(self, tab: Tab) -> Mapping[str, str]:
        """Return the areas of the sheet's Excel tables, by name in small letters."""
        found: dict[str, str] = {}

        def start(element: str, attributes: Attributes) -> None:
            if element == "table":
                found[attributes.get("displayName", "").casefold()] = attributes.get("ref", "")

        for kind, part in self._links_of(tab.part).values():
            if kind == "table":
                read_events(self._part(part), start)
        return found

    def show(self, stored: Stored) -> Shown:
        """Return what a cell shows."""
        kind, value = stored.type, stored.value
        if stored.is_formula and not value and kind != "str":
            return _NO_VALUE
        match kind:
            case "s" | "str" | "inlineStr":
                return Shown(value.strip())
            case "b":
                return Shown(f"Cellen visar {_TRUTHS.get(value, value)}, varken text eller tal", "wrong")
            case "e":
                return Shown(f"Cellen visar felet {_ERRORS.get(value, value)}", "wrong")
            case "d":
                day = show_iso(value)
                return Shown(day, "date") if day else _NO_DAY
        code = self._codes[stored.style] if stored.style < len(self._codes) else GENERAL
        return show_number(value, code, from_1904=self.from_1904)

    @cached_property
    def _strings(self) -> Sequence[str]:
        return read_strings(self._part(self._linked("sharedStrings")))

    @cached_property
    def _codes(self) -> Sequence[str]:
        return read_codes(self._part(self._linked("styles")))

    def _linked(self, kind: str) -> str:
        return next((part for its, part in self._links.values() if its == kind), "")

    def _part(self, name: str) -> bytes:
        """Return a part of the file; one that is not there is empty."""
        return self._parts(lambda part: part == name).get(name, b"")

    def _parts(self, wanted: Callable[[str], bool]) -> dict[str, bytes]:
        return read_zip(self.data, "Filen", EXCEL, wanted=wanted, limit=LARGEST_PART)

    def _links_of(self, part: str) -> Links:
        return read_links(self._part(links_of(part)), part)

    def _find_main(self) -> str:
        """Return the name of the part that lists the sheets."""
        main = next((part for kind, part in self._links_of("").values() if kind == "officeDocument"), "")
        types = self._part(_TYPES)
        kind = content_type(types, main) if types else ""
        if "macroEnabled" in kind:
            raise StyrdokError("Filen innehåller makron", _SAVE_AS)
        if "spreadsheetml" not in kind:
            raise StyrdokError("Filen är ingen Excel-arbetsbok", _SAVE_AS)
        return main

    def _list(self) -> None:
        """Take up the names of sheets and of areas."""
        name, scope = "", ""
        text: list[str] = []

        def start(element: str, attributes: Attributes) -> None:
            nonlocal name, scope
            text.clear()
            if element == "sheet":
                self._add_tab(attributes)
                self._listed += 1
            elif element == "workbookPr":
                self.from_1904 = attributes.get("date1904") in ("1", "true")
            elif element == "definedName":
                name = unescaped(attributes.get("name", "")).casefold()
                scope = attributes.get("localSheetId", "")

        def end(element: str) -> None:
            if element == "definedName":
                number = int(scope) if scope.isascii() and scope.isdigit() else None
                self.names.setdefault(name, []).append((number, "".join(text)))

        read_events(self._part(self._main), start, end, text.append)

    def _add_tab(self, attributes: Attributes) -> None:
        """Take up a sheet that has cells; charts have none."""
        kind, part = self._links.get(linked(attributes, "id"), ("", ""))
        if kind == "worksheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.tabs.append(Tab(unescaped(attributes.get("name", "")), part, hidden, self._listed))
