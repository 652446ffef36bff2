"""Findings as workflow commands: GitHub shows them at the lines of a proposed change.

What is accepted is left out: there is nothing to do about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cli.formats.places import Repository
from generator.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def as_github(found: Sequence[Diagnostic], repository: Repository) -> Iterator[str]:
    """Yield a command for each finding."""
    for diagnostic in found:
        if diagnostic.accepted is None:
            yield _command(diagnostic, repository)


def _command(diagnostic: Diagnostic, repository: Repository) -> str:
    place = diagnostic.position
    where = {"file": repository.file(diagnostic)}
    text = " ".join(part for part in (f"{diagnostic.message}.", diagnostic.hint) if part)
    if place.sheet:
        text = f"{str(place).removeprefix(f'{place.file}, ')}: {text}"
    elif place.line:
        where["line"] = str(place.line)
        if place.column:
            where["col"] = str(place.column)
    where["title"] = f"{diagnostic.code} {diagnostic.severity.word}"
    properties = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in where.items())
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_escaped(text, _DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(c, c) for c in text)
