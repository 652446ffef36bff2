"""A proposal as tracked changes in the main one: what a board has before it when it votes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path

from generator.build.editions import Edition
from generator.build.engine import engine_version
from generator.build.files import checksum, write_whole
from generator.build.kept import by_hand_in_words, is_untouched, keep_what_a_person_changed
from generator.build.manifest import Entry, Manifest
from generator.build.results import Outcome, Result
from generator.diagnostics import StyrdokError
from generator.diagnostics.system import system_reason
from generator.diagnostics.values import dataclass
from generator.ooxml.package import Package
from generator.ooxml.properties import EPOCH
from generator.ooxml.redline import Redlined, redline

ENDING = "ändringar"
_MISSING = (Outcome.SKIPPED, Outcome.FAILED)
_NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Making:
    """Where redlines go, what was built last, and whether to make them anew or only say what would be."""

    output: Path
    manifest: Manifest
    force: bool = False
    dry_run: bool = False


def name_of(edition: Edition) -> str:
    """Return what a proposal's redline is called among the results."""
    return f"{edition.id} {ENDING}"


def redlined(
    edition: Edition, results: Mapping[str, Result], making: Making
) -> tuple[Result, tuple[str, ...]]:
    """Make the redline of a proposal against its document; ``results`` tell what became of the two.

    Return the outcome, and sentences on what is marked more coarsely than word by word.
    """
    main, own = results[edition.document], results[edition.id]
    path = making.output / f"{edition.file.removesuffix('.docx')}-{ENDING}.docx"
    name, title = name_of(edition), f"{edition.title}, {ENDING}"
    for built, what in ((main, "huvudförslaget"), (own, "förslaget")):
        if built.outcome in _MISSING or built.path is None:
            return Result(name, title, Outcome.SKIPPED, reason=f"{what} är inte byggt"), ()
    there = main.path is not None and main.path.is_file()
    if Outcome.PLANNED in (main.outcome, own.outcome) or (making.dry_run and not there):
        return Result(name, title, Outcome.PLANNED, path), ()
    try:
        return _made(edition, (main.path, own.path), Result(name, title, Outcome.BUILT, path), making)
    except StyrdokError as problem:
        return Result(name, title, Outcome.FAILED, reason=problem.message, hint=problem.hint), ()


def _made(
    edition: Edition, sides: tuple[Path | None, Path | None], result: Result, making: Making
) -> tuple[Result, tuple[str, ...]]:
    old, new = (_bytes(path) for path in sides if path is not None)
    author, moment = _by(edition)
    parts = (checksum(old), checksum(new), author, moment.isoformat(), engine_version())
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    path, entry = making.output / (result.path or Path()).name, making.manifest.get(result.document)
    outcome = Outcome.BUILT
    if entry is not None and entry.key == key and is_untouched(path, entry) and not making.force:
        outcome = Outcome.UNCHANGED
    elif making.dry_run:
        outcome = Outcome.PLANNED
    if outcome is not Outcome.BUILT:
        return Result(result.document, result.title, outcome, path), ()
    made = _redline(old, new, author, moment)
    aside = keep_what_a_person_changed(path, made.data, entry)
    write_whole(path, made.data)
    making.manifest.put(result.document, Entry(path.name, key, checksum(made.data)))
    done = Result(result.document, result.title, outcome, path, reason=by_hand_in_words(aside))
    return done, tuple(f"{result.document}: {sentence}" for sentence in made.coarsened)


def _redline(old: bytes, new: bytes, author: str, moment: datetime) -> Redlined:
    sides = Package.read(old, "Huvudförslaget"), Package.read(new, "Förslaget")
    return redline(*sides, author=author, date=moment)


def _by(edition: Edition) -> tuple[str, datetime]:
    """Return who stands at the changes and when: the proposal's sender and day, never the clock's."""
    dokument = edition.dokument
    if dokument is None:
        return edition.proposal, EPOCH
    moment = datetime.combine(dokument.datum, _NOON) if dokument.datum else EPOCH
    return dokument.avsandare or dokument.forslagstitel, moment


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        message = f"Filen {path.name} kan inte läsas: {system_reason(problem)}"
        raise StyrdokError(message, "Stäng dokumentet i Word och kör samma kommando igen.") from problem
