"""YAML as plain text with places: every scalar stays the string that was written.

Built from the parser's events as they come, so that no number, date or ”no” is guessed, no alias is
expanded and nothing nested deep enough to hurt is ever read to its end. What YAML would drop in silence
(a tag, an anchor, a text after #) is said.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

import yaml

from generator.content.findings import Findings
from generator.content.source import Source, forbidden_character, forbidden_in_words, without_forbidden
from generator.content.yaml_words import syntax_in_words
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass

DEEPEST = 20
"""Values inside values; the files here need five."""

Path = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FLAT = re.compile(r"(?P<key>[^\W\d][\w ]*?)\s*:\s+(?P<quote>[\"']?)(?P<value>\S.*?)(?P=quote)\s*")
_LOST_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")


@dataclass(slots=True)
class Tree:
    """Data of dicts, lists, strings and None, with the place of every value and every key by path.

    A tree is ``broken`` when the text could not be read as YAML; its data are then what could be made out.
    """

    data: dict[str, Any] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    start: Position = Position("")
    broken: bool = False

    def place(self, path: Path) -> Position:
        """Return the place of the value at the path, or of the nearest value around it."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, self.start)

    def key_place(self, path: Path) -> Position:
        """Return the place of the key at the path."""
        return self.keys.get(path) or self.place(path)


def parse_yaml(source: Source, findings: Findings) -> Tree:
    """Return the mapping that a file or head holds; S003, S004 and S005 are noted."""
    tree = Tree(start=source.at(1))
    loader = _Loader(source.text)
    before = len(findings.found)
    try:
        data = _Builder(source, findings, tree, loader).document()
    except yaml.YAMLError as problem:
        message, hint, mark = syntax_in_words(problem, source.text)
        place = source.at(*mark)
        if not any(d.position.line == place.line for d in findings.found[before:]):
            findings.error("S005", message, place, hint)
        return _made_out(source)
    except _TooDeepError as problem:
        hint = f"Högst {DEEPEST} nivåer läses."
        findings.error("S005", "Indragen är djupare än någon fil här behöver", problem.position, hint)
        return _made_out(source)
    finally:
        loader.dispose()
    if data is not None and not isinstance(data, dict):
        hint = "Skriv nyckel, kolon, blanksteg och värde, till exempel ”titel: Verksamhetsplan”."
        findings.error("S003", "Här ska stå rader av formen ”nyckel: värde”", tree.place(()), hint)
        return _made_out(source)
    tree.data = data or {}
    return tree


def _made_out(source: Source) -> Tree:
    """Return the simple lines of a text that is no YAML, so that the rest of the content finds its ids."""
    tree = Tree(start=source.at(1), broken=True)
    for number, line in enumerate(source.text.split("\n"), 1):
        match = _FLAT.fullmatch(line)
        if match:
            tree.data.setdefault(match["key"], match["value"].strip("\"'"))
            tree.values.setdefault((match["key"],), source.at(number, match.start("value") + 1))
    return tree


class _TooDeepError(Exception):
    def __init__(self, position: Position) -> None:
        self.position = position


class _Builder:
    """Builds the data from the events, one nested value at a time."""

    def __init__(self, source: Source, findings: Findings, tree: Tree, loader: Any) -> None:
        self.source, self.findings, self.tree, self.loader = source, findings, tree, loader

    def document(self) -> Any:
        """Return the value of the only document."""
        data = None
        if self._comes(yaml.StreamStartEvent) and self._comes(yaml.DocumentStartEvent):
            data = self.value(())
            self._comes(yaml.DocumentEndEvent)
        event = self.loader.peek_event()
        if isinstance(event, yaml.DocumentStartEvent):
            hint = "Ta bort de tre strecken, eller dela filen i två."
            message = "Här börjar en andra del (---); filen får bara ha en"
            self.findings.error("S005", message, self._at(event), hint)
        return data

    def _comes(self, kind: type) -> bool:
        """Take the next event when it is of the kind."""
        if isinstance(self.loader.peek_event(), kind):
            self.loader.get_event()
            return True
        return False

    def value(self, path: Path) -> Any:
        """Return the value that comes next."""
        event = self.loader.get_event()
        position = self._at(event)
        self.tree.values[path] = position
        if len(path) > DEEPEST:
            raise _TooDeepError(position)
        if isinstance(event, yaml.AliasEvent):
            self._not_used("*", position)
            return f"*{event.anchor}"
        if event.anchor is not None:
            self._not_used("&", position)
        elif event.tag is not None:
            self._not_used("!", position)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event, position)

    def _not_used(self, sign: str, position: Position) -> None:
        hint = f"Skriv ut värdet, eller sätt det inom citattecken om {sign} hör till texten."
        self.findings.error("S003", f"Ett värde kan inte börja med {sign}", position, hint)

    def _mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not self._comes(yaml.MappingEndEvent):
            place = self._at(self.loader.peek_event())
            key = self._key(path)
            taken = key is None or key in data
            value = self.value((*path, "?" if taken or key is None else key))
            if key is None:
                continue
            if taken:
                first = self.tree.keys[(*path, key)]
                message = f"”{key}” står två gånger, första gången på rad {first.line}"
                self.findings.error("S004", message, place, "Behåll en av dem.")
                continue
            self.tree.keys[(*path, key)] = place
            data[key] = value
        return data

    def _key(self, path: Path) -> str | None:
        event = self.loader.peek_event()
        place = self._at(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.findings.error("S003", "En nyckel ska vara ett ord", place, "Skriv ”nyckel: värde”.")
            _Builder(self.source, Findings(), self.tree, self.loader).value((*path, "?"))
            return None
        return self._clean(str(self.loader.get_event().value), place)

    def _sequence(self, path: Path) -> list[Any]:
        data: list[Any] = []
        while not self._comes(yaml.SequenceEndEvent):
            data.append(self.value((*path, len(data))))
        return data

    def _scalar(self, event: Any, position: Position) -> str | None:
        if not event.style:
            self._report_lost_comment(event.end_mark)
        text = str(event.value)
        return self._clean(text, position) if text or event.style else None

    def _clean(self, text: str, position: Position) -> str:
        """Return the text without what an escape in it spells out but no document can hold."""
        bad = forbidden_character(text)
        if bad is None:
            return text
        message, hint = forbidden_in_words(bad)
        self.findings.error("S005", message, position, hint)
        return without_forbidden(text)

    def _report_lost_comment(self, end: Any) -> None:
        """Warn of ”Handlingsplan #3”: YAML takes what follows the sign for a comment."""
        rest = self.source.text[end.index : end.index + 200].split("\n", 1)[0]
        match = _LOST_COMMENT.match(rest)
        if match:
            place = self.source.at(end.line + 1, end.column + match.end())
            hint = "Sätt värdet inom citattecken om det hör till texten, eller skriv ett blanksteg efter #."
            self.findings.warning("S003", f"”{rest[match.end() - 1 :]}” läses inte", place, hint)

    def _at(self, event: Any) -> Position:
        mark = event.start_mark
        return self.source.at(mark.line + 1, mark.column + 1)
