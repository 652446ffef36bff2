"""The line or the row that a finding stands at, as it is written; nothing where there is nothing to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.excerpts import Excerpt, Excerpts
from generator.diagnostics import NOWHERE, Position
from tests.support.sheets import Row, workbook

FILE, BOOK = "plan/text.md", "plan/underlag/budget.xlsx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a text in parted letters and Windows line ends, and a workbook."""
    (tmp_path / "plan" / "underlag").mkdir(parents=True)
    text = "\ufeff# A\u030ar\r\n\r\nSe hit.\r\n"
    (tmp_path / FILE).write_bytes(text.encode("utf-8"))
    rows: list[Row] = [["Id", "Post", "2019"], ["drift", "Drift", 200], [], [None, None, "=1/0"]]
    (tmp_path / BOOK).write_bytes(workbook(("Blad ett", rows)))
    return tmp_path


@pytest.mark.parametrize(
    ("place", "excerpt"),
    [
        (Position(FILE, 1, 3), Excerpt("1", "# År", 3)),
        (Position(FILE, 3), Excerpt("3", "Se hit.")),
        (Position(FILE, 3, 4), Excerpt("3", "Se hit.", 4)),
        (Position(FILE, 2, 1), None),
        (Position(FILE, 99, 1), None),
        (Position(FILE), None),
        (NOWHERE, None),
        (Position("borta.md", 3, 1), None),
        (Position("plan", 3, 1), None),
        (Position(BOOK, 2, 2, "Blad ett"), Excerpt("B2", "drift │ Drift │ 200", 9, 5)),
        (Position(BOOK, 2, 5, "Blad ett"), Excerpt("E2", "drift │ Drift │ 200 │  │ ", 26, 1)),
        (Position(BOOK, 2, 0, "Blad ett"), Excerpt("rad 2", "drift │ Drift │ 200")),
        (Position(BOOK, 0, 2, "Blad ett"), None),
        (Position(BOOK, 3, 1, "Blad ett"), None),
        (Position(BOOK, 2, 2, "Annat blad"), None),
        (Position(FILE, 2, 2, "Blad ett"), None),
        (Position("borta.xlsx", 2, 2, "Blad ett"), None),
    ],
)
def test_it_shows_what_stands_there(root: Path, place: Position, excerpt: Excerpt | None) -> None:
    assert Excerpts(root).at(place) == excerpt


def test_a_file_is_read_once(root: Path) -> None:
    excerpts = Excerpts(root)
    places = (Position(FILE, 1, 1), Position(BOOK, 2, 1, "Blad ett"))
    before = [excerpts.at(place) for place in places]
    (root / FILE).unlink()
    (root / BOOK).unlink()
    assert [excerpts.at(place) for place in places] == before
    assert None not in before
