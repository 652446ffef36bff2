"""What a person has changed in a finished document is never lost."""

from __future__ import annotations

from pathlib import Path

from generator.build.files import checksum, keep_aside
from generator.build.manifest import Entry


def is_untouched(path: Path, entry: Entry) -> bool:
    """Tell whether the file is as it was built."""
    try:
        return checksum(path.read_bytes()) == entry.checksum
    except OSError:
        return False


def keep_what_a_person_changed(path: Path, data: bytes, entry: Entry | None) -> Path | None:
    """Put the old file aside when it is not what was built last, and return where; ``data`` is the new file.

    Raises StyrdokError when that cannot be done.
    """
    try:
        old = path.read_bytes()
    except OSError:
        return None
    if old == data or (entry is not None and checksum(old) == entry.checksum):
        return None
    return keep_aside(path)


def by_hand_in_words(aside: Path | None) -> str:
    """Return what to say of a file put aside; nothing when there is none."""
    return f"den tidigare filen var ändrad för hand och finns kvar som {aside.name}" if aside else ""
