"""Careless and hostile files: every problem is told at its file, line and column, all of them in one run."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.build.start import Start, begin
from generator.checks import run_checks
from generator.content import read_corpus
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.documents.kind import kinds
from generator.domain.fras import Footnote
from generator.domain.prosa import tables

GOAL = "mål/1.1-ett-gott-liv.md"
PLAN = "verksamhetsplan-2027/styrelsen"
ANSWER = f"{PLAN}/3-mål/1.1-ett-gott-liv.md"
BUDGET = "regionplan-2027-2029/5-budget.md"

Change = Callable[[Path], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small organisation without any error."""
    return begin(tmp_path, Start("Region Exempel", "perspektiv", 2027))


def found(root: Path) -> list[Diagnostic]:
    """Return everything that reading and the checks find, but for the note that the plan is a draft."""
    reading = read_corpus(root, tuple(kinds()))
    checked = run_checks(reading.korpus) if reading.korpus else ()
    return [d for d in sort_diagnostics((*reading.diagnostics, *checked)) if d.code != "L005"]


def swap(file: str, old: str, new: str) -> Change:
    """Return a change that puts ``new`` in place of ``old`` in a file."""

    def change(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, old
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return change


def raw(file: str, data: bytes) -> Change:
    """Return a change that writes these bytes."""

    def change(root: Path) -> None:
        (root / file).write_bytes(data)

    return change


@dataclass(frozen=True)
class Case:
    """A change, and where it must be told: code, file and line (column too, where it is certain)."""

    name: str
    change: Change
    code: str
    file: str
    line: int
    column: int = 0
    hint: str = ""


CASES = [
    Case(
        "unknown key",
        swap(f"{PLAN}/dokument.yaml", "titel:", "titell:"),
        "S001",
        f"{PLAN}/dokument.yaml",
        2,
        1,
        "titel",
    ),
    Case(
        "missing field",
        swap(f"{PLAN}/dokument.yaml", "organ: styrelsen\n", ""),
        "S002",
        f"{PLAN}/dokument.yaml",
        0,
    ),
    Case(
        "wrong type",
        swap(f"{PLAN}/dokument.yaml", "period: 2027", "period: i år"),
        "S003",
        f"{PLAN}/dokument.yaml",
        4,
        9,
    ),
    Case("a day that is none", swap(GOAL, "2027-01-01", "2027-02-30"), "S003", GOAL, 5, 14),
    Case(
        "key twice",
        swap(f"{PLAN}/dokument.yaml", "stadium:", "titel: En till\nstadium:"),
        "S004",
        f"{PLAN}/dokument.yaml",
        6,
        1,
    ),
    Case(
        "broken YAML",
        swap("styrmodell.yaml", 'rubrik: "{titel}"', 'rubrik: "{titel}'),
        "S005",
        "styrmodell.yaml",
        0,
    ),
    Case(
        "unknown level",
        swap(GOAL, "nivå: inriktningsmål", "nivå: inriktningsmal"),
        "S003",
        GOAL,
        3,
        7,
        "inriktningsmål",
    ),
    Case("missing parent", swap(GOAL, "under: invånare", "under: invanare"), "L001", GOAL, 4, 8, "invånare"),
    Case(
        "unknown body",
        swap(f"{PLAN}/dokument.yaml", "organ: styrelsen", "organ: styrelssen"),
        "I005",
        f"{PLAN}/dokument.yaml",
        3,
        8,
        "Styrelsen",
    ),
    Case(
        "unknown base",
        swap(f"{PLAN}/dokument.yaml", "bygger på: regionplan-2027-2029", "bygger på: regionplan-2026"),
        "L001",
        f"{PLAN}/dokument.yaml",
        5,
        12,
    ),
    Case(
        "answer to nothing",
        swap(ANSWER, "svarar på: ett-gott-liv", "svarar på: ett-gott-lif"),
        "L001",
        ANSWER,
        2,
        12,
        "ett-gott-liv",
    ),
    Case("unknown heading", swap(GOAL, "## Indikatorer", "## Indikator"), "S001", GOAL, 11, 1, "Indikatorer"),
    Case("no id", swap(GOAL, " {#tidigt-stöd}", ""), "S002", GOAL, 17),
    Case("ill-formed id", swap(GOAL, "{#tidigt-stöd}", "{#Tidigt_stöd!}"), "I002", GOAL, 17),
    Case("id twice", swap(GOAL, "{#barnens-bästa}", "{#tidigt-stöd}"), "I001", GOAL, 21),
    Case(
        "unknown addressee",
        swap(GOAL, "Uppdrag till samtliga nämnder", "Uppdrag till trafiknämnden"),
        "I005",
        GOAL,
        21,
    ),
    Case("unknown column", swap(GOAL, "| Målvärde |", "| Målvarde |"), "S001", GOAL, 13, 35, "Målvärde"),
    Case("amount", swap(BUDGET, "1 020,0", "1.020,0"), "S003", BUDGET, 9, 0),
    Case(
        "sum of nothing",
        swap(BUDGET, "styrelsen, nämnden |", "styrelsen, namnden |"),
        "L008",
        BUDGET,
        11,
        0,
        "nämnden",
    ),
    Case("unit", swap(BUDGET, 'enhet="tkr"', 'enhet="tkrr"'), "S003", BUDGET, 5),
    Case("attribute", swap(BUDGET, "tecken=", "teken="), "S001", BUDGET, 5, 0, "tecken"),
    Case(
        "fetch of nothing",
        swap("regionplan-2027-2029/1-inledning.md", "[=vision]", "[=visionen]"),
        "L008",
        "regionplan-2027-2029/1-inledning.md",
        5,
        1,
        "vision",
    ),
    Case("note that is not there", swap(GOAL, "Beskriv målet", "Beskriv[^x] målet"), "L008", GOAL, 9),
    Case(
        "two main headings",
        swap(f"{PLAN}/1-inledning.md", "Beskriv styrelsens", "# En till\n\nBeskriv styrelsens"),
        "S003",
        f"{PLAN}/1-inledning.md",
        3,
        1,
    ),
    Case(
        "skipped heading level",
        swap(f"{PLAN}/1-inledning.md", "Beskriv styrelsens", "### Djupt\n\nBeskriv styrelsens"),
        "T002",
        f"{PLAN}/1-inledning.md",
        3,
        1,
    ),
    Case(
        "Latin-1",
        raw(f"{PLAN}/1-inledning.md", "# Inledning\n\nFör få.\n".encode("latin-1")),
        "S005",
        f"{PLAN}/1-inledning.md",
        3,
        2,
    ),
    Case(
        "UTF-16",
        raw(f"{PLAN}/1-inledning.md", "# Inledning\n\nText.\n".encode("utf-16")),
        "S005",
        f"{PLAN}/1-inledning.md",
        0,
    ),
    Case(
        "control character",
        raw(f"{PLAN}/1-inledning.md", b"# Inledning\n\nab\x07c\n"),
        "S005",
        f"{PLAN}/1-inledning.md",
        3,
        3,
    ),
    Case(
        "lone surrogate in bytes",
        raw(f"{PLAN}/1-inledning.md", b"# Inledning\n\nab\xed\xa0\x80c\n"),
        "S005",
        f"{PLAN}/1-inledning.md",
        3,
        3,
    ),
    Case(
        "lone surrogate as an escape",
        swap(f"{PLAN}/dokument.yaml", "titel: Verksamhetsplan 2027", 'titel: "a\\uD800b"'),
        "S005",
        f"{PLAN}/dokument.yaml",
        2,
    ),
    Case(
        "alias",
        swap(f"{PLAN}/dokument.yaml", "titel: Verksamhetsplan 2027", "titel: *allt"),
        "S003",
        f"{PLAN}/dokument.yaml",
        2,
        8,
    ),
    Case("head without end", raw(GOAL, b"---\nid: x\n"), "S005", GOAL, 1, 1),
    Case(
        "unknown kind",
        swap(f"{PLAN}/dokument.yaml", "slag: verksamhetsplan", "slag: verksamhetplan"),
        "S003",
        f"{PLAN}/dokument.yaml",
        1,
        7,
        "verksamhetsplan",
    ),
    Case("unused file", raw("lös.txt", b"x"), "S006", "lös.txt", 0),
    Case(
        "own nod on a level that allows none",
        swap(ANSWER, "## Insatsområde: tidigt-stöd", "## Eget inriktningsmål: Nytt {#nytt}"),
        "L002",
        ANSWER,
        12,
    ),
    Case(
        "parent on the wrong level", swap(GOAL, "nivå: inriktningsmål", "nivå: insatsområde"), "L002", GOAL, 4
    ),
]


def _is_told(finding: Diagnostic, case: Case) -> bool:
    place = finding.position
    return (
        finding.code == case.code
        and place.file == case.file
        and case.line in (0, place.line)
        and case.column in (0, place.column)
        and case.hint in finding.hint + finding.message
    )


def test_the_organisation_without_errors_has_none(root: Path) -> None:
    assert found(root) == []


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_problem_is_told_at_its_place_with_a_remedy(root: Path, case: Case) -> None:
    case.change(root)
    told = found(root)
    assert any(_is_told(d, case) for d in told), told
    for finding in told:
        assert re.match(r"[A-ZÅÄÖ”0-9]", finding.message), finding.message
        assert not re.search(r"\b(expected|invalid|field|value|None|str|dict|input)\b", finding.message)


def test_all_problems_of_all_files_are_told_in_one_run(root: Path) -> None:
    chosen = [c for c in CASES if c.name in ("unknown key", "missing parent", "amount", "fetch of nothing")]
    for case in chosen:
        case.change(root)
    told = found(root)
    assert all(any(_is_told(d, case) for d in told) for case in chosen), told
    assert [d.position for d in told] == sorted(d.position for d in told)


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("ending", [b"\r\n", b"\n"])
def test_what_windows_adds_to_a_file_is_harmless(root: Path, mark: bytes, ending: bytes) -> None:
    before = read_corpus(root).korpus
    for path in (*root.rglob("*.md"), *root.rglob("*.yaml")):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", ending))
    assert found(root) == []
    assert read_corpus(root).korpus == before


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitel: *c\n",
        "titel: " + "[" * 5000 + "]" * 5000 + "\n",
        "titel: " + "{a: " * 300 + "x" + "}" * 300 + "\n",
        "- " * 4000 + "x\n",
    ],
)
def test_a_file_made_to_hurt_is_told_and_does_not(root: Path, bomb: str) -> None:
    (root / PLAN / "dokument.yaml").write_text(bomb, encoding="utf-8")
    told = found(root)
    assert any(d.position.file == f"{PLAN}/dokument.yaml" for d in told)


def test_a_folder_without_organisation_is_told(tmp_path: Path) -> None:
    reading = read_corpus(tmp_path)
    assert reading.korpus is None
    assert {d.position.file for d in reading.diagnostics} == {"organisation.yaml", "styrmodell.yaml"}


def test_a_missing_parent_is_told_once_and_not_again_for_all_that_hangs_below(root: Path) -> None:
    swap(GOAL, "under: invånare", "under: invanare")(root)
    assert [d.code for d in found(root)] == ["L001"]


def test_reading_writes_nothing(root: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in root.rglob("*")}
    found(root)
    assert {p: p.stat().st_mtime_ns for p in root.rglob("*")} == before


def test_a_column_heading_keeps_its_marks_and_its_note(root: Path) -> None:
    text = "\n| Post **x** | Antal[^n] |\n|---|---|\n| a | 1 |\n\n[^n]: Noten.\n\n[Obs]: viktigt\n"
    path = root / PLAN / "1-inledning.md"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    korpus = read_corpus(root).korpus
    assert korpus is not None
    chapter = korpus.dokument[PLAN].kapitel_fore[0]
    table = next(iter(tables(chapter.text)))
    assert [str(k.titel) for k in table.kolumner] == ["Post x", "Antal"]
    assert any(isinstance(piece, Footnote) for piece in table.kolumner[1].titel.content)
    assert "[Obs]: viktigt" in str(chapter.text), "what CommonMark takes for a definition is text here"
