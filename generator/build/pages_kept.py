"""On which page each item stood when its document was last built. Lost or damaged, it only costs the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.files import write_whole
from generator.ooxml.bookmark_names import PREFIX

NAME = ".styrdok-sidor.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The pages of one document by bookmark, and the checksum of the file they were counted in."""

    checksum: str
    pages: Mapping[str, int]


def read_pages(folder: Path) -> dict[str, KeptPages]:
    """Return what is known of the documents in an output folder, by id."""
    try:
        data = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            return {}
        return {
            id_: KeptPages(kept["checksum"], _whole(kept["pages"])) for id_, kept in data["documents"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _whole(pages: Mapping[str, object]) -> dict[str, int]:
    return {name: page for name, page in pages.items() if type(page) is int and page > 0}


def keep_pages(folder: Path, counted: Mapping[str, KeptPages]) -> None:
    """Remember the pages of documents just built. Raises StyrdokError when that cannot be written."""
    if not counted:
        return
    known = read_pages(folder) | dict(counted)
    documents = {
        id_: {"checksum": kept.checksum, "pages": dict(sorted(kept.pages.items()))}
        for id_, kept in sorted(known.items())
    }
    text = json.dumps({"version": _VERSION, "documents": documents}, ensure_ascii=False)
    write_whole(folder / NAME, text.encode("utf-8"))


def of_items(layout: Mapping[str, int]) -> dict[str, int]:
    """Return the pages of items alone, without those of headings that only the contents know."""
    return {name: page for name, page in layout.items() if name.startswith(PREFIX)}
