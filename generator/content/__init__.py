"""Sources → domain with positions: YAML heads, Markdown texts and tables.

The only room that knows YAML and Markdown. It reads and reports; it never judges and never writes.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.reading import Reading, is_organisation

if TYPE_CHECKING:
    from generator.domain.styrmodell import Styrmodell

__all__ = ["Reading", "is_organisation", "read_corpus", "read_styrmodell"]


def read_corpus(root: Path, kinds: Collection[str] = (), reserved: Collection[str] = ()) -> Reading:
    """Return the content of an organisation's folder, and everything that is wrong with it.

    ``kinds`` are the kinds of document that can be made, ``reserved`` the words that templates use for
    something else than a level. What reads YAML and Markdown is loaded first here: it takes a while.
    """
    from generator.content.reader import read_everything

    return read_everything(root, kinds, reserved)


def read_styrmodell(root: Path) -> Styrmodell | None:
    """Return only the governance model of an organisation's folder; None when it cannot be read."""
    from generator.content.findings import Findings
    from generator.content.folders import open_folder
    from generator.content.styrmodeller import read_styrmodell as read

    findings = Findings()
    return read(open_folder(root, root, findings), (), findings)
