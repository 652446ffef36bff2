"""bekräftat.yaml ↔ confirmations: written by the program, one a line, so that two branches merge.

Each line is a list item of YAML whose value is JSON, so that it can be read on its own: a line that is
broken, or that a merge left behind, costs that line and no other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.content.findings import Findings
from generator.content.folders import Folder
from generator.content.source import Source, forbidden_character, read_source
from generator.diagnostics import Position
from generator.domain.bekraftelse import Bekraftelse, Bekraftelser

LOCK = "bekräftat.yaml"
LARGEST = 32 * 1024 * 1024
"""Bytes: a hundred thousand lines. No person writes this file."""

_HEAD = """\
# Vad som har prövats mot det som det svarar på. Skrivs av styrdok confirm; ändra inte för hand.
# En rad per prövning, så att två grenar kan slås ihop. Står samma sak två gånger gäller den senaste.
"""
_KEYS = ("id", "mot", "avtryck", "när", "av", "skäl")
_NEEDED = _KEYS[:4]
_PRINT = re.compile(r"[0-9a-f]{16}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_LONGEST = 2_000
"""Characters of a reason, or of anything else in a line."""


def read_confirmed(root: Folder, findings: Findings) -> Bekraftelser | None:
    """Return what has been confirmed; None when there is no such file. Broken lines are noted (S003)."""
    entry = root.file(LOCK)
    if entry is None:
        return None
    source = read_source(entry.path, root.root, findings, LARGEST)
    if source is None:
        return Bekraftelser(position=root.position(entry))
    return _read(source, findings)


def _read(source: Source, findings: Findings) -> Bekraftelser:
    found, broken, merged = [], list[Position](), list[Position]()
    for number, line in enumerate(source.text.split("\n"), 1):
        text, place = line.strip(), source.at(number, 1)
        if not text or text.startswith("#") or text == "[]":
            continue
        if text.startswith(_MERGE):
            merged.append(place)
            continue
        post = _post(text, place)
        if post is None:
            broken.append(place)
        else:
            found.append(post)
    _complain(broken, merged, findings)
    return Bekraftelser(tuple(found), source.at(1))


def _complain(broken: list[Position], merged: list[Position], findings: Findings) -> None:
    if merged:
        hint = "Ta bort raderna med <<<<<<<, ======= och >>>>>>>. De andra raderna kan alla stå kvar."
        findings.error("S003", f"Här ligger rester av en sammanslagning{_more(merged)}", merged[0], hint)
    if broken:
        message = f"Raden går inte att läsa som en bekräftelse{_more(broken)}"
        hint = "Hämta tillbaka filen ur versionshistoriken, eller ta bort raden och pröva på nytt."
        findings.error("S003", message, broken[0], hint)


def _more(places: list[Position]) -> str:
    return f" ({len(places)} rader)" if len(places) > 1 else ""


def _post(text: str, place: Position) -> Bekraftelse | None:
    """Return the confirmation in a line; None when it holds anything else."""
    try:
        data: Any = json.loads(text.removeprefix("-"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not set(_NEEDED) <= set(data) <= set(_KEYS):
        return None
    if not all(_is_sound(value) for value in data.values()):
        return None
    said: dict[str, str] = data
    day = _day(said["när"])
    if day is None or not _PRINT.fullmatch(said["avtryck"]) or not said["id"] or not said["mot"]:
        return None
    return Bekraftelse(
        said["id"], said["mot"], said["avtryck"], day, said.get("av", ""), said.get("skäl", ""), place
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs as a mapping. Raises ValueError when a key occurs twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("samma nyckel två gånger")
    return found


def _is_sound(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and forbidden_character(value) is None


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def confirmed_as_text(found: Iterable[Bekraftelse]) -> str:
    """Return the file's text: sorted by item and parent, a line each."""
    lines = (_line(post) for post in sorted(found, key=lambda post: post.lank))
    return _HEAD + "".join(lines)


def _line(post: Bekraftelse) -> str:
    data = {"id": post.id, "mot": post.mot, "avtryck": post.avtryck, "när": post.nar.isoformat()}
    data |= {key: value for key, value in (("av", post.av), ("skäl", post.skal)) if value}
    return f"- {json.dumps(data, ensure_ascii=False)}\n"
