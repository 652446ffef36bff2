"""What reading an organisation's folder gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from generator.domain.korpus import Korpus

ORGANISATION = "organisation.yaml"
STYRMODELL = "styrmodell.yaml"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read (None when organisation or styrmodell cannot be) and what was found wrong."""

    korpus: Korpus | None
    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...] = ()
    """The ids of all documents that are there, those that cannot be read included."""


def is_organisation(folder: Path) -> bool:
    """Tell whether the folder holds an organisation's content."""
    try:
        return (folder / ORGANISATION).is_file()
    except OSError:
        return False
