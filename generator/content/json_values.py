"""A JSON file from somebody else: parsed with suspicion, its values taken one by one and complained of.

Whatever is in the file, reading it ends with what could be made out and at most a handful of findings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NoReturn

from generator.content.findings import Findings
from generator.content.json_places import Path, line_and_column, places
from generator.content.source import Source, forbidden_character
from generator.diagnostics import Position

_MOST = 5
"""Findings in one file; a file that is wrong throughout is told of once, not for each value."""
_LONGEST = 100_000
"""Characters of one text: longer than any goal."""
_TYPES = {dict: "ett objekt", list: "en lista", str: "en text", bool: "true eller false"}
_AGAIN = "Gör filen på nytt med styrdok trace --format json hos den som har beslutat målen."


class _TwiceError(ValueError):
    """A key that occurs twice in one object."""


@dataclass(slots=True)
class _Complaints:
    """What has been said of a file, and how much more there was to say."""

    said: int = 0
    left: int = 0


@dataclass(frozen=True)
class JsonFile:
    """A parsed file: its values are asked for by path, and what is wrong with them is noted (S002, S003)."""

    source: Source
    findings: Findings
    data: Mapping[str, Any]
    complaints: _Complaints = field(default_factory=_Complaints)

    @cached_property
    def _places(self) -> Mapping[Path, int]:
        return places(self.source.text)

    def place(self, path: Path) -> Position:
        """Return where a value stands, or the nearest value around it."""
        while path not in self._places and path:
            path = path[:-1]
        return self.source.at(*line_and_column(self.source.text, self._places.get(path, 0)))

    @property
    def whole(self) -> Position:
        """The place of the file as a whole."""
        return Position(self.source.name)

    def complain(self, message: str, path: Path, code: str = "S003", hint: str = _AGAIN) -> None:
        """Note what is wrong with a value."""
        if self.complaints.said < _MOST:
            self.complaints.said += 1
            self.findings.error(code, message, self.place(path), hint)
        else:
            self.complaints.left += 1

    def close(self) -> None:
        """Note how much more was wrong."""
        if self.complaints.left:
            message = f"Filen har {self.complaints.left} fel till av samma slag"
            self.findings.error("S003", message, self.whole, _AGAIN)

    def items(
        self, path: Path, holder: Mapping[str, Any], key: str
    ) -> Iterator[tuple[Path, Mapping[str, Any]]]:
        """Yield the objects of a list with their paths; what is no object is noted."""
        for number, each in enumerate(self.listed(path, holder, key)):
            where = (*path, key, number)
            if isinstance(each, dict):
                yield where, each
            else:
                self.complain("Här ska stå ett objekt", where)

    def listed(self, path: Path, holder: Mapping[str, Any], key: str) -> list[Any]:
        """Return a list; empty when there is none."""
        value = self._typed(path, holder, key, list)
        return value if isinstance(value, list) else []

    def text(self, path: Path, holder: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
        """Return a text; empty when there is none, which is noted when it is needed."""
        value = self._typed(path, holder, key, str)
        if isinstance(value, str) and not self._is_sound(value):
            self.complain(f"Texten i ”{key}” går inte att läsa", (*path, key))
            value = ""
        text = value.strip() if isinstance(value, str) else ""
        if needed and not text and not self._is_wrong(holder, key, str):
            self.complain(f"Uppgiften ”{key}” saknas", path, "S002")
        return text

    def texts(self, path: Path, holder: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self.listed(path, holder, key)
        if all(isinstance(each, str) and self._is_sound(each) for each in found):
            return tuple(found)
        self.complain(f"I ”{key}” ska bara stå texter", (*path, key))
        return ()

    def yes(self, path: Path, holder: Mapping[str, Any], key: str) -> bool:
        """Return true or false; false when nothing is said."""
        return self._typed(path, holder, key, bool) is True

    def day(self, path: Path, holder: Mapping[str, Any], key: str) -> date | None:
        """Return a date; None when there is none."""
        text = self.text(path, holder, key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.complain(f"”{key}” ska ha formen 2019-05-08", (*path, key))
            return None

    def _typed(self, path: Path, holder: Mapping[str, Any], key: str, kind: type) -> Any:
        value = holder.get(key)
        if self._is_wrong(holder, key, kind):
            self.complain(f"”{key}” ska vara {_TYPES[kind]}", (*path, key))
            return None
        return value

    @staticmethod
    def _is_wrong(holder: Mapping[str, Any], key: str, kind: type) -> bool:
        value = holder.get(key)
        return value is not None and not isinstance(value, kind)

    @staticmethod
    def _is_sound(text: str) -> bool:
        return len(text) <= _LONGEST and forbidden_character(text) is None


def parse_json(source: Source, findings: Findings) -> JsonFile | None:
    """Return the object that a file holds; None, with a finding (S003, S004, S005), when it holds none."""
    try:
        data: Any = json.loads(source.text, object_pairs_hook=_once, parse_constant=_refused)
    except _TwiceError as problem:
        message = f"Uppgiften ”{problem}” står två gånger i samma objekt"
        findings.error("S004", message, Position(source.name), _AGAIN)
        return None
    except json.JSONDecodeError as problem:
        place = source.at(problem.lineno, problem.colno)
        findings.error("S005", "Filen är ingen hel JSON-fil: läsningen tog slut här", place, _AGAIN)
        return None
    except (
        ValueError,
        RecursionError,
    ):  # a number of thousands of digits, NaN, or lists in lists without end
        findings.error("S005", "Filen är ingen JSON-fil som går att läsa", Position(source.name), _AGAIN)
        return None
    if not isinstance(data, dict):
        findings.error("S003", "Filen ska innehålla ett JSON-objekt", source.at(1, 1), _AGAIN)
        return None
    return JsonFile(source, findings, data)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _TwiceError(twice[:40])
    return found


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)
