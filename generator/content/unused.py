"""What lies in the content without being of use to any document (S006)."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from generator.content.findings import Findings
from generator.content.folders import DOCUMENT, GOALS, Entry, Folder, slug_of_name
from generator.diagnostics import nearest

_TEXT_LIKE = (".markdown", ".mdown", ".txt", ".md")
_FLAT = (GOALS, "grund")


def unused_file(entry: Entry, folder: Folder, findings: Findings) -> None:
    """Note a file that nothing reads."""
    hint = "Ta bort filen, eller flytta den ut ur innehållet."
    if nearest(entry.name, [DOCUMENT]):
        hint = f"Döp om filen till {DOCUMENT} om den beskriver ett dokument."
    elif entry.is_text:
        hint = "Flytta den till ett dokuments mapp."
    elif Path(entry.name).suffix.casefold() in _TEXT_LIKE:
        hint = "Texter är filer som slutar på .md, med små bokstäver."
    findings.warning("S006", "Filen används inte av något dokument", folder.position(entry), hint)


def unused_folder(entry: Entry, folder: Folder, findings: Findings) -> None:
    """Note a folder that nothing reads."""
    almost = next((name for name in _names_in(entry.path) if nearest(name, [DOCUMENT])), None)
    if entry.slug.casefold() == GOALS:
        hint = f"Döp om mappen till {GOALS}, med små bokstäver."
    elif almost:
        hint = f"Döp om filen {almost} till {DOCUMENT}."
    elif slug_of_name(unicodedata.normalize("NFC", folder.path.name)) in _FLAT:
        hint = "Lägg filerna direkt i mappen ovanför."
    else:
        hint = f"Ett dokuments mapp innehåller filen {DOCUMENT}."
    findings.warning("S006", "Mappen används inte av något dokument", folder.position(entry), hint)


def _names_in(path: Path) -> list[str]:
    try:
        return sorted(os.listdir(path))  # noqa: PTH208  # only the names are wanted
    except OSError:
        return []
