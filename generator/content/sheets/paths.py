"""Which file ``från="underlag/budget.xlsx"`` means: one in the organisation's folder, and nothing else."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import StyrdokError, did_you_mean
from generator.diagnostics.system import system_reason

WORKBOOK, TEXT = ".xlsx", ".csv"

_ELSEWHERE = re.compile(r"[A-Za-z]:|//|~|\w+://")
_SAVE_AS = "Spara den i Excel som Excel-arbetsbok (.xlsx)."
_NOT_READ = {
    ".xlsm": "en arbetsbok med makron",
    ".xltm": "en arbetsbok med makron",
    ".xls": "en arbetsbok i Excels gamla format",
    ".xlsb": "en arbetsbok i Excels binära format",
    ".ods": "ett kalkylark från LibreOffice",
    ".numbers": "ett kalkylark från Numbers",
}
_INSIDE = "Lägg filen i dokumentets mapp, eller i organisationens mapp underlag."


def locate(said: str, base: Path, root: Path) -> tuple[Path, str]:
    """Return the file that is meant, and its name relative to the organisation's folder ``root``.

    ``base`` is the folder that the name is relative to; a name that begins with / is relative to ``root``.
    Raises StyrdokError for a file that is not there, is no sheet, or lies elsewhere.
    """
    steps = _steps(unicodedata.normalize("NFC", said.replace("\\", "/")), base, root)
    _check_kind(steps[-1], said)
    path = root
    for step in steps:
        path /= _found(step, path, said)
    if not path.resolve().is_relative_to(root.resolve()):
        raise StyrdokError(f"”{said}” leder genom en länk ut ur organisationens mapp", _INSIDE)
    return path, "/".join(steps)


def _steps(said: str, base: Path, root: Path) -> list[str]:
    """Return the folders on the way from the organisation's folder, and the file."""
    if not said or said.endswith("/"):
        raise StyrdokError(
            "Raden säger inte vilken fil tabellen hämtas från", 'Skriv från="underlag/….xlsx".'
        )
    if _ELSEWHERE.match(said):
        raise StyrdokError(f"”{said}” ligger inte i organisationens mapp", _INSIDE)
    start = () if said.startswith("/") else base.relative_to(root).parts
    steps = [unicodedata.normalize("NFC", part) for part in start]
    for part in said.split("/"):
        if part == ".." and not steps:
            raise StyrdokError(f"”{said}” leder ut ur organisationens mapp", _INSIDE)
        if part == "..":
            steps.pop()
        elif part not in ("", "."):
            steps.append(part)
    if not steps:
        raise StyrdokError(f"”{said}” är ingen fil", 'Skriv från="underlag/….xlsx".')
    return steps


def _check_kind(name: str, said: str) -> None:
    ending = Path(name).suffix.lower()
    if ending in _NOT_READ:
        raise StyrdokError(f"”{said}” är {_NOT_READ[ending]} och läses inte", _SAVE_AS)
    if ending not in (WORKBOOK, TEXT):
        raise StyrdokError(f"”{said}” är varken en Excel-arbetsbok eller en CSV-fil", _SAVE_AS)


def _found(step: str, folder: Path, said: str) -> str:
    """Return the name as the disk spells it: macOS writes å in two parts."""
    names = _names_in(folder)
    for name in names:
        if unicodedata.normalize("NFC", name) == step:
            return name
    hint = did_you_mean(step, names, "Rätta namnet, eller lägg dit filen.")
    raise StyrdokError(f"Filen ”{said}” finns inte", hint)


def _names_in(folder: Path) -> Sequence[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208  # only the names are wanted
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        message = f"Mappen ”{folder.name}” kan inte läsas: {system_reason(problem)}"
        raise StyrdokError(message, "Försök igen.") from problem
