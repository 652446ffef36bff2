"""bekräftat.yaml: written line by line, merged by git, and never the end of a check whatever is in it."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content import read_corpus
from generator.content.confirmed import LOCK, confirmed_as_text
from generator.domain.bekraftelse import Bekraftelse, Bekraftelser
from tests.organisations.small import Case, told, written

FIRST = Bekraftelse("a", "b", "0123456789abcdef", date(2019, 1, 2), skal="Håller.")
SECOND = Bekraftelse("n/å", "b", "fedcba9876543210", date(2019, 1, 3))

BROKEN = "Hämta tillbaka filen ur versionshistoriken, eller ta bort raden och pröva på nytt."
MERGED = "Ta bort raderna med <<<<<<<, ======= och >>>>>>>. De andra raderna kan alla stå kvar."
GOOD = '- {"id": "vård", "mot": "hälsa", "avtryck": "d6affe4ee31f7bc1", "när": "2019-03-01"}\n'


def _line(**changes: object) -> str:
    data = {"id": "vård", "mot": "hälsa", "avtryck": "d6affe4ee31f7bc1", "när": "2019-03-01"} | changes
    return f"- {json.dumps(data, ensure_ascii=False)}\n"


def _read(root: Path, text: str) -> Bekraftelser:
    found = read_corpus(written(root, {LOCK: text})).korpus
    assert found is not None
    assert found.bekraftat is not None
    return found.bekraftat


def test_it_is_sorted_with_a_line_for_each_and_is_yaml(tmp_path: Path) -> None:
    text = confirmed_as_text([SECOND, FIRST])
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == [
        '- {"id": "a", "mot": "b", "avtryck": "0123456789abcdef", "när": "2019-01-02", "skäl": "Håller."}',
        '- {"id": "n/å", "mot": "b", "avtryck": "fedcba9876543210", "när": "2019-01-03"}',
    ]
    assert yaml.safe_load(text) == [json.loads(line[2:]) for line in lines]
    assert tuple(_read(tmp_path, text)) == (FIRST, SECOND)


_TEXT = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Co")), max_size=40)


@given(_TEXT.filter(bool), _TEXT.filter(bool), _TEXT, _TEXT, st.dates())
def test_out_and_in_again_is_the_same(id_: str, mot: str, av: str, skal: str, day: date) -> None:
    from generator.content.confirmed import _post
    from generator.diagnostics import NOWHERE

    post = Bekraftelse(id_, mot, "0" * 16, day, av, skal)
    (line,) = [x for x in confirmed_as_text([post]).split("\n") if x.startswith("- ")]
    assert _post(line, NOWHERE) == post


def test_of_two_about_the_same_the_later_counts(tmp_path: Path) -> None:
    text = GOOD + _line(avtryck="0" * 16, när="2019-04-01") + _line(avtryck="1" * 16, när="2018-01-01")
    (post,) = _read(tmp_path, text)
    assert post.avtryck == "0" * 16


def test_no_file_is_not_an_empty_file(tmp_path: Path) -> None:
    found = read_corpus(written(tmp_path)).korpus
    assert found is not None
    assert found.bekraftat is None
    assert tuple(_read(tmp_path / "b", "")) == ()


CASES = [
    Case("whole", {LOCK: GOOD}, []),
    Case("with a byte order mark and Windows line ends", {LOCK: f"\ufeff{GOOD}".replace("\n", "\r\n")}, []),
    Case(
        "left by a merge",
        {LOCK: f"<<<<<<< HEAD\n{GOOD}=======\n{GOOD}>>>>>>> gren\n"},
        [("bekräftat.yaml:1:1 S003 fel", "Här ligger rester av en sammanslagning (3 rader)", MERGED)],
    ),
    Case(
        "a line that is cut off",
        {LOCK: GOOD + GOOD[:30] + "\n" + GOOD},
        [("bekräftat.yaml:2:1 S003 fel", "Raden går inte att läsa som en bekräftelse", BROKEN)],
    ),
    Case(
        "everything wrong is one finding",
        {LOCK: "id: vård\nmot: hälsa\n" * 500},
        [("bekräftat.yaml:1:1 S003 fel", "Raden går inte att läsa som en bekräftelse (1000 rader)", BROKEN)],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_cannot_be_read_is_told_once(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


@pytest.mark.parametrize(
    "line",
    [
        "- []",
        "- null",
        '- "vård"',
        "- " + "[" * 100_000,
        "- " + "9" * 10_000,
        '- {"id": "vård"}',
        _line(id=1),
        _line(id=""),
        _line(id=None),
        _line(id={"a": "b"}),
        _line(avtryck="XYZ"),
        _line(avtryck="d6affe4ee31f7bc1" * 9),
        _line(när="2019-02-30"),
        _line(när="20190301"),
        _line(när=20190301),
        _line(annat="x"),
        _line(skäl="x" * 3_000),
        _line(skäl="a\x00b"),
        '- {"id": "a", "id": "a", "mot": "b", "avtryck": "d6affe4ee31f7bc1", "när": "2019-03-01"}',
        '- {"id": "\\ud800", "mot": "hälsa", "avtryck": "d6affe4ee31f7bc1", "när": "2019-03-01"}',
        "- !!python/object/apply:os.system [x]",
    ],
)
def test_a_hostile_line_costs_itself_alone(tmp_path: Path, line: str) -> None:
    case = Case("", {LOCK: f"{GOOD}{line.rstrip()}\n"})
    said = [("bekräftat.yaml:2:1 S003 fel", "Raden går inte att läsa som en bekräftelse", BROKEN)]
    assert told(tmp_path, case) == said
    assert [post.id for post in _read(tmp_path / "b", f"{GOOD}{line}")] == ["vård"]


def test_a_file_that_is_no_text_is_a_finding(tmp_path: Path) -> None:
    (found,) = told(tmp_path, Case("", {LOCK: b"PK\x03\x04" + b"x" * 100}))
    assert found[0] == "bekräftat.yaml S005 fel"


def test_two_branches_that_confirm_different_things_merge_without_a_conflict(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    def write(*ids: str) -> None:
        posts = [Bekraftelse(i, "m", "0" * 16, date(2019, 1, 1)) for i in ids]
        (tmp_path / LOCK).write_text(confirmed_as_text(posts), encoding="utf-8", newline="\n")
        git("add", ".")
        git("commit", "-m", "x")

    git("init", "-b", "a")
    write("b", "d", "f", "h")
    git("checkout", "-b", "other")
    write("a", "b", "d", "f", "h")
    git("checkout", "a")
    write("b", "d", "f", "g", "h")
    git("merge", "other")
    text = (tmp_path / LOCK).read_text(encoding="utf-8")
    assert [post.id for post in _read(tmp_path / "read", text)] == ["a", "b", "d", "f", "g", "h"]
