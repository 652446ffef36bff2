"""D006: whether what lies in the archive is what was put there, file by file.

A version that was found whole is not read again until the size, the time or the number of one of its files
has changed; what is remembered of that lies with the other answers kept between runs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256 as digest
from pathlib import Path
from typing import Any

from generator.build.arkiv.records import INDEX, RECORD, Fil, Rad, same
from generator.build.arkiv.store import Archive, Frozen, read_file, safe_name, sha256
from generator.build.memory import keep, recall
from generator.build.workspace import ARCHIVE, Workspace
from generator.diagnostics import Diagnostic, Position, StyrdokError

CODE = "D006"
_HINT = (
    "Hämta tillbaka mappen ur versionshistoriken eller en säkerhetskopia."
    " En rättelse fryses som en ny version."
)
_KEY = "1"


def changed_in_archive(workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Return an error for each frozen version that is not as it was, or that the list or the disk lacks."""
    archive = Archive(workspace)
    if not archive:
        return ()
    try:
        rows = archive.index.versioner
    except StyrdokError as problem:
        hint = "Hämta tillbaka filen ur versionshistoriken. Efter en sammanslagning ska alla rader stå kvar."
        return (Diagnostic(CODE, problem.message, Position(f"{ARCHIVE}/{INDEX}"), hint),)
    name = "arkiv-" + digest(os.fsencode(archive.folder)).hexdigest()[:16]
    known = recall(name, _KEY)
    before: dict[str, Any] = known if isinstance(known, dict) else {}
    after: dict[str, Any] = {}
    found = []
    for number, row in enumerate(rows, 1):
        frozen = archive.frozen(row)
        seen = _stamps(frozen.path)
        if seen is not None and before.get(row.summa) == seen:
            after[row.summa] = seen
            continue
        wrong = list(problems(frozen))
        if wrong:
            found.append(_finding(frozen, wrong, number))
        elif seen is not None:
            after[row.summa] = seen
    if after != before:
        keep(name, _KEY, after)
    return (*found, *_unlisted(archive, rows))


def _finding(frozen: Frozen, wrong: list[str], line: int) -> Diagnostic:
    row = frozen.row
    more = f" (och {len(wrong) - 1} till)" if len(wrong) > 1 else ""
    what = f"Version {row.version} ({row.steg.value}) av {row.dokument} är inte som när den frystes"
    place = Position(f"{ARCHIVE}/{INDEX}", line + 1)
    return Diagnostic(CODE, f"{what}: {wrong[0]}{more}", place, _HINT, ids=(row.dokument,))


def problems(frozen: Frozen) -> Iterator[str]:
    """Yield what is wrong with a version's files, as parts of a sentence."""
    if not frozen.is_there:
        yield "mappen saknas"
        return
    try:
        data = frozen.data(RECORD)
        if sha256(data) != frozen.row.summa:
            yield f"{RECORD} är ändrad"
            return
        files = frozen.record.filer
    except StyrdokError:
        yield f"{RECORD} saknas eller går inte att läsa"
        return
    for name, known in files.items():
        if name != safe_name(name) or "/" in name:
            yield f"{RECORD} nämner filen ”{name}”, som inte kan ligga där"
        else:
            yield from _of_file(frozen.path / name, known)
    for other in sorted(_names(frozen.path) - {same(name) for name in (*files, RECORD)}):
        yield f"filen {other} har tillkommit"


def _of_file(path: Path, known: Fil) -> Iterator[str]:
    try:
        data = read_file(path)
    except StyrdokError:
        yield f"{path.name} saknas eller går inte att läsa"
        return
    if sha256(data) == known.summa:
        return
    changed = list(_parts(data, path.name, known)) if known.delar else [f"{path.name} är ändrad"]
    yield from changed


def _parts(data: bytes, name: str, known: Fil) -> Iterator[str]:
    """Yield which parts of a Word file differ; none when it is only packed otherwise."""
    from generator.build.arkiv.writing import parts_of

    try:
        parts = parts_of(data, name)
    except StyrdokError:
        yield f"{name} är skadad"
        return
    for part in sorted(parts.keys() | known.delar.keys()):
        if parts.get(part) != known.delar.get(part):
            what = "saknas" if part not in parts else "är ändrad" if part in known.delar else "har tillkommit"
            yield f"delen {part} i {name} {what}"


def _names(folder: Path) -> set[str]:
    """Return the names in a folder but for what systems leave there unseen."""
    try:
        found = {same(p.name) for p in folder.iterdir()}
    except OSError:
        return set()
    return {n for n in found if not n.startswith((".", "~$")) and n not in ("thumbs.db", "desktop.ini")}


def _stamps(folder: Path) -> list[list[Any]] | None:
    """Return name, size, times and number of each file in a folder; None when it cannot be listed."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda e: e.name)
        status = [(e.name, e.stat(follow_symlinks=False)) for e in entries]
    except OSError:
        return None
    return [[n, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino, s.st_mode] for n, s in status]


def _unlisted(archive: Archive, rows: Sequence[Rad]) -> Iterator[Diagnostic]:
    """Yield a finding for each version that the list does not know."""
    for row in archive.unlisted(rows):
        name = archive.frozen(row).path.relative_to(archive.folder).as_posix()
        hint = f"Hämta tillbaka raden i {ARCHIVE}/{INDEX}, eller frys samma version igen."
        message = f"Den frysta versionen {name} står inte i arkivets förteckning"
        place = Position(f"{ARCHIVE}/{name}/{RECORD}")
        yield Diagnostic(CODE, message, place, hint, ids=(row.dokument,))
