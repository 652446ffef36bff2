"""What was built last time: from what, and with which bytes. Lost or damaged, it only costs a rebuild."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.build.files import write_whole

NAME = ".styrdok.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One document: its file, the key of everything it was made from, the checksum of its bytes."""

    file: str
    key: str
    checksum: str
    pages: int = 0


class Manifest:
    """The entries of one output folder by document id."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.entries = _read(self.path)

    def get(self, document: str) -> Entry | None:
        """Return what is known of a document."""
        return self.entries.get(document)

    def put(self, document: str, entry: Entry) -> None:
        """Remember a document and write the whole manifest, so that a run that is killed loses nothing."""
        self.entries[document] = entry
        data = {"version": _VERSION, "documents": {k: asdict(e) for k, e in sorted(self.entries.items())}}
        text = json.dumps(data, ensure_ascii=False, indent=1)
        write_whole(self.path, text.encode("utf-8"))


def _read(path: Path) -> dict[str, Entry]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            return {}
        return {id_: Entry(**entry) for id_, entry in data["documents"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
