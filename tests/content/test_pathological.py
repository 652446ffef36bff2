"""Texts made to take for ever are read in a moment."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.content import markdown
from tests.organisations.small import CHAPTER, Case, chapter, read, told

MANY = 3_000
SECONDS = 10.0

TEXTS = {
    "brackets": "[" * MANY,
    "pictures in pictures": "![" * MANY + "](x)" * MANY,
    "links in links": "[" * MANY + "](x)" * MANY,
    "stars": "*" * MANY + "a" + "*" * MANY,
    "open stars": "**a *b " * MANY,
    "backticks": "".join("`" * (n % 50) + "a" for n in range(MANY)),
    "quotations": "> " * MANY + "a",
    "lists": "- " * MANY + "a",
    "bars": "|a" * MANY + "\n" + "|-" * MANY + "\n" + "|b" * MANY,
    "rows": "| a | b |\n|---|---|\n" + "| c | d |\n" * MANY,
    "notes": "".join(f"[^{n}]" for n in range(MANY))
    + "\n\n"
    + "\n\n".join(f"[^{n}]: x" for n in range(MANY)),
    "lost notes": "[^x] " * MANY,
    "attributes": "## a {#x" + ' a="b"' * MANY + "}",
    "braces": "{" * MANY + "#x",
    "entities": "&#x" * MANY,
    "words": "ord " * 100_000,
    "spaces": " " * 100_000 + "{",
    "paragraphs": "ord\n\n" * MANY,
}


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read_in_a_moment(tmp_path: Path, name: str) -> None:
    begun = time.process_time()
    read(tmp_path, chapter(TEXTS[name]))
    assert time.process_time() - begun < SECONDS


def test_a_text_too_tangled_to_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tangled(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(markdown._Reader, "plain", tangled)
    found = told(tmp_path, Case("", {}))
    assert (
        "Texten är för invecklad för att läsas",
        "Dela upp den, och använd färre markeringar i varandra.",
    ) in [said[1:] for said in found]
    assert CHAPTER not in {said[0] for said in found}
