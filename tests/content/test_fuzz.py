"""Whatever the files hold, reading never raises: it always gives a reading, and every finding a place."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import run_checks
from generator.content import Reading, read_corpus
from generator.diagnostics import Diagnostic, Severity, sort_diagnostics
from generator.documents.kind import kinds
from tests.organisations.small import (
    ANSWER,
    BUDGET,
    CHAPTER,
    FILES,
    GOAL,
    KINDS,
    MODEL,
    ORG,
    PLAN,
    assert_well_said,
)

PIECES = (
    *("---\n", "\n\n", "# ", "## ", "### ", "#### ", "- ", "  - ", "1. ", "> ", "    ", "\t", "\n"),
    *("{#x}", "{#", "}", '{a="b"}', "[^a]", "[^a]: x", "[=vision]", "[a](#b)", "![", "]("),
    *("<br>", "<b>", "<!--", "|", "|---|", "---:", "\\|", "*", "**", "_", "`", "```\n", "~~~", "\\"),
    *(": ", '"', "'", "[", "]", "{", "&a ", "*a", "!b ", " #c", "%", "@", "? ", "<<: *a"),
    *("\x00", "\x07", "\ud83d", "\u2028", "\ufeff", "\ufffd", "å", "a\u030a", "😀", "\u00a0", "\r\n", "\r"),
    *("1 234,5", "-", "−1", "12 %", "Tabell: x", "Insats: ", "Egen insats: ", "Uppdrag till "),
    *(
        'Tabell: x {från="',
        'Tabell: {från="/organisation.yaml" ',
        'rader="a=b|;',
        'område="A1:',
        'kolumner=",',
    ),
    *("Åtaganden\n", "Indikatorer\n", "Utfall\n", "id: ", "under: ", "svarar på: ", "följer upp: ", "namn: "),
)
TEXTS = st.text(st.characters(), max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def mutated(text: str, chance: random.Random) -> str:
    """Return a text with a few things deleted, doubled, moved or put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.randint(0, 60))
        lines = text.split("\n")
        match chance.randint(0, 5):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:start] + chance.choice(PIECES) + text[start:]
            case 2:
                text = text[:end] + text[start:end] * chance.randint(1, 3) + text[end:]
            case 3:
                text = "\n".join(chance.sample(lines, len(lines)))
            case 4:
                del lines[chance.randrange(len(lines))]
                text = "\n".join(lines)
            case _:
                text = text[:start] + chance.choice(PIECES) + text[end:]
    return text


def read(files: Mapping[str, str | bytes]) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """Write the files, read them, check them, build what has no error, and return what was found."""
    root = Path(tempfile.mkdtemp())
    try:
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(
                content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
            )
        reading = read_corpus(root, KINDS)
    finally:
        shutil.rmtree(root)
    found = reading.diagnostics
    if reading.korpus is not None:
        found = sort_diagnostics((*found, *run_checks(reading.korpus)))
        if not any(d.severity is Severity.ERROR for d in found):
            for dokument in reading.korpus.dokument.values():
                kinds()[dokument.slag].build(reading.korpus, dokument)
    return reading, found


def assert_well_read(files: Mapping[str, str | bytes]) -> None:
    """Everything found is well said, stands in a file that is there, and no check broke."""
    _, found = read(files)
    for diagnostic in found:
        assert "kunde inte köras" not in diagnostic.message
        if "”" not in diagnostic.message and ":" not in diagnostic.message:  # without the content's own words
            assert_well_said(diagnostic)
        assert diagnostic.position.file
        assert diagnostic.position.line >= 0


QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(st.sampled_from([ORG, MODEL, GOAL, PLAN, ANSWER, BUDGET, CHAPTER]), TEXTS)
def test_any_text_is_read(name: str, text: str) -> None:
    assert_well_read({**FILES, name: text})


@QUICK
@given(st.sampled_from([ORG, GOAL, PLAN, CHAPTER]), st.binary(max_size=300))
def test_any_bytes_are_read(name: str, data: bytes) -> None:
    assert_well_read({**FILES, name: data})


@QUICK
@given(st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3), st.integers(0, 2**32))
def test_real_files_with_slips_are_read(names: list[str], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # slips, not secrets
    assert_well_read({**FILES, **{name: mutated(FILES[name], chance) for name in names}})


@QUICK
@given(st.dictionaries(st.sampled_from([ORG, MODEL, "mål/x.md", PLAN, "grund/y.md"]), TEXTS))
def test_any_few_files_are_read(files: dict[str, str]) -> None:
    assert_well_read(files)


def test_the_same_files_give_the_same_reading_wherever_they_lie(tmp_path: Path) -> None:
    first, found = read({**FILES, GOAL: FILES[GOAL] + "\n## X\n"})
    second, again = read({**FILES, GOAL: FILES[GOAL] + "\n## X\n"})
    assert (first.korpus, found) == (second.korpus, again)
    assert not any(str(tmp_path.anchor + "tmp") in d.message for d in found)
