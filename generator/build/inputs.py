"""Files that a user points at: read whole, never larger than they should be."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import StyrdokError
from generator.diagnostics.system import system_reason

LARGEST = 100 * 1024 * 1024
"""Bytes. A steering document with many pictures is a tenth of it."""


def read_input(path: Path) -> bytes:
    """Return a file's bytes. Raises StyrdokError when it cannot be read, or is no file of a likely size."""
    if path.is_dir():
        raise StyrdokError(f"{path} är en mapp", "Skriv vilken fil i mappen som ska läsas.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise StyrdokError(f"Filen {path} finns inte", "Rätta sökvägen.") from None
    except OSError as problem:
        message = f"Filen {path.name} kan inte läsas: {system_reason(problem)}"
        raise StyrdokError(message, "Stäng den i andra program och försök igen.") from problem
    if len(data) > LARGEST:
        message = f"{path.name} är större än {LARGEST // 1024**2} MB och läses därför inte"
        raise StyrdokError(message, "Kontrollera att det är rätt fil, eller minska bilderna i den i Word.")
    return data
