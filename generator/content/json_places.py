"""Where a value stands in a JSON text. Only asked when something is wrong, so that reading stays quick."""

from __future__ import annotations

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_COLON = re.compile(r"\s*:")


def places(text: str) -> Mapping[Path, int]:
    """Return the offset of every value of a sound JSON text by its path; of a key twice, the last."""
    found: dict[Path, int] = {}
    road: list[str | int] = []
    key = ""
    for match in _WORD.finditer(text):
        word = match.group()
        if word in "}]":
            road.pop()
        elif word == ",":
            last = road[-1]
            road[-1] = last + 1 if isinstance(last, int) else ""
        elif word == ":":
            road[-1] = key
        elif word[0] == '"' and _COLON.match(text, match.end()):
            key = word[1:-1]
        else:
            found[tuple(road)] = match.start()
            if word in "{[":
                road.append(0 if word == "[" else "")
    return found


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1."""
    before = text.rfind("\n", 0, offset)
    return text.count("\n", 0, offset) + 1, offset - before
