"""Which sheet of a workbook is meant, and which area in it."""

from __future__ import annotations

from generator.content.sheets.areas import EVERYTHING, Area, parse_area
from generator.content.sheets.request import Request, fold
from generator.content.sheets.sheet import Sheet
from generator.content.sheets.workbook import Tab, Workbook
from generator.diagnostics import StyrdokError, did_you_mean


def find_area(workbook: Workbook, request: Request) -> tuple[Sheet, Area]:
    """Return the sheet and the area: cells, a name of the workbook, an Excel table, or all that is filled.

    Raises StyrdokError when the request does not say which, or means what a person does not see.
    """
    area = parse_area(request.area) if request.area else None
    if request.area and area is None:
        tab, area = _named(workbook, request)
    else:
        tab = _tab(workbook, request)
    sheet = workbook.sheet(tab)
    used = sheet.used or EVERYTHING
    return sheet, area.within(Area(1, 1, used.bottom, used.right)) if area is not None else used


def _tab(workbook: Workbook, request: Request) -> Tab:
    visible = [tab for tab in workbook.tabs if not tab.is_hidden]
    names = ", ".join(f"”{tab.name}”" for tab in visible)
    if not request.tab:
        if len(visible) == 1:
            return visible[0]
        hint = f'Lägg till blad="…". Bladen heter {names}.' if visible else "Visa bladet i Excel."
        message = "Arbetsboken har flera blad" if visible else "Arbetsboken har inget synligt blad"
        raise StyrdokError(message, hint, request.position, "S002")
    tab = next((t for t in workbook.tabs if fold(t.name) == fold(request.tab)), None)
    if tab is None:
        hint = did_you_mean(request.tab, [t.name for t in visible], f"Bladen heter {names}.")
        raise StyrdokError(f"Arbetsboken har inget blad ”{request.tab}”", hint, request.position, "S003")
    return _visible(tab, request)


def _visible(tab: Tab, request: Request) -> Tab:
    if tab.is_hidden:
        hint = "Visa det i Excel, så att alla ser vad som skrivs ut."
        raise StyrdokError(f"Bladet ”{tab.name}” är dolt", hint, request.position, "S003")
    return tab


def _elsewhere(request: Request) -> str:
    return f"Området ”{request.area}” finns inte i bladet ”{request.tab}”"


def _named(workbook: Workbook, request: Request) -> tuple[Tab, Area]:
    """Return the area that has a name in the workbook or in a sheet, or the Excel table that has it.

    A name may mean one area in each sheet: the sheet that is asked for decides, and without one it is not
    guessed.
    """
    name = request.area.casefold()
    names = list(workbook.names)
    found: list[tuple[Tab, Area]] = []
    own = [tab.number for tab in workbook.tabs if request.tab and fold(tab.name) == fold(request.tab)]
    said = workbook.names.get(name, [])
    for _, refers in [each for each in said if each[0] in own] or said:
        sheet_name, _, cells = refers.rpartition("!")
        meant, area = sheet_name.strip("'").replace("''", "'"), parse_area(cells)
        found += [(tab, area) for tab in workbook.tabs if area and fold(tab.name) == fold(meant)]
    for tab in workbook.tabs if not said else ():
        tables = workbook.table_areas(tab)
        names.extend(tables)
        area = parse_area(tables.get(name, ""))
        found += [(tab, area)] if area else []
    here = [each for each in found if not request.tab or fold(each[0].name) == fold(request.tab)]
    if len(here) == 1:
        return _visible(here[0][0], request), here[0][1]
    if found:
        listed = ", ".join(f"”{tab.name}”" for tab, _ in found)
        message = f"Området ”{request.area}” finns i flera blad" if here else _elsewhere(request)
        hint = f'Ange blad="…". Området finns i {listed}.'
        raise StyrdokError(message, hint, request.position, "S003")
    hint = did_you_mean(request.area, names, 'Skriv cellerna, område="A3:F9", eller ett namn i arbetsboken.')
    raise StyrdokError(f"Arbetsboken har inget område ”{request.area}”", hint, request.position, "S003")
