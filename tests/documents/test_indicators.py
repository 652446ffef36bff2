"""Indikatorer that hang on no goal: by category, with own targets and outcomes, each printed once."""

from __future__ import annotations

from pathlib import Path

from generator.documents.kind import kinds
from generator.documents.view import View
from generator.domain.korpus import Korpus
from tests.organisations import small

TABLE = "| Id | Indikator | Ingångsvärde | Målvärde |\n|---|---|---|---|\n"
ABOVE = f"""\
# Gemensamma indikatorer

## Medarbetare

{TABLE}| frånvaro | Frånvaro | 6 % | Minskning |

## Skola

{TABLE}| elever | Elever per lärare | 9 | Oförändrat |
"""
OWN = f"""\
# Indikatorer

Så följs verksamheten.

## Målgrupp

{TABLE}| svar | Svar i tid | 80 % | 90 % |

## Medarbetare

{TABLE}| frånvaro | | 7 % | Högst 6 % |
| engagemang | Engagemang | 77 | Ökning |
"""
OUTCOMES = """\
# Utfall för indikatorerna

Året var gott.

## Utfall

| Indikator | Utfall | Bedömning |
|---|---|---|
| svar | 91 % | nått |
| frånvaro | 6,5 % | ej nått |
"""
FILES: dict[str, str | bytes | None] = {
    "regionplan/3-indikatorer.md": ABOVE,
    "plan/nämnden/5-indikatorer.md": OWN,
    "uppföljning/nämnden/5-indikatorer.md": OUTCOMES,
    **small.add(small.PLAN, "utelämnar: {elever: Nämnden har inga skolor.}\n"),
}


def _view(korpus: Korpus, id_: str) -> View:
    return kinds()[korpus.dokument[id_].slag].build(korpus, korpus.dokument[id_])


def _printed(view: View) -> list[tuple[str, list[tuple[str, str, str, str, bool]]]]:
    return [
        (
            g.namn,
            [(str(i.namn), str(i.malvarde), str(i.utfall), str(i.bedomning), i.eget) for i in g.indikatorer],
        )
        for g in view.indikatorgrupper
    ]


def test_a_plan_prints_its_own_and_those_above_with_its_own_targets(tmp_path: Path) -> None:
    view = _view(small.korpus(tmp_path, FILES), "plan/nämnden")
    assert _printed(view) == [
        ("Målgrupp", [("Svar i tid", "90\xa0%", "", "", True)]),
        (
            "Medarbetare",
            [
                ("Frånvaro", "Högst 6\xa0%\n(Regionfullmäktige: Minskning)", "", "", False),
                ("Engagemang", "Ökning", "", "", True),
            ],
        ),
    ]
    assert (str(view.indikatorkapitel.titel), str(view.indikatorkapitel.text)) == (
        "Indikatorer",
        "Så följs verksamheten.",
    )


def test_a_report_prints_those_of_its_plan_with_their_outcomes(tmp_path: Path) -> None:
    view = _view(small.korpus(tmp_path, FILES), "uppföljning/nämnden")
    assert _printed(view) == [
        ("Målgrupp", [("Svar i tid", "90\xa0%", "91\xa0%", "Nått", True)]),
        (
            "Medarbetare",
            [
                ("Frånvaro", "Högst 6\xa0%\n(Regionfullmäktige: Minskning)", "6,5\xa0%", "Ej nått", False),
                ("Engagemang", "Ökning", "", "", True),
            ],
        ),
    ]
    assert str(view.indikatorkapitel.text) == "Året var gott."


def test_the_plan_above_prints_its_own(tmp_path: Path) -> None:
    view = _view(small.korpus(tmp_path, FILES), "regionplan")
    assert [(name, [row[0] for row in rows]) for name, rows in _printed(view)] == [
        ("Medarbetare", ["Frånvaro"]),
        ("Skola", ["Elever per lärare"]),
    ]


def test_nothing_is_printed_twice(tmp_path: Path) -> None:
    goal = small.FILES[small.GOAL]
    goal = goal.replace("| Källa |", "| Källa | Kategori |").replace("|-------|\n", "|-------|---|\n")
    goal = goal.replace("| Register |", "| Register | Målgrupp |")
    view = _view(small.korpus(tmp_path, {**FILES, small.GOAL: goal}), "plan/nämnden")
    grouped = [i.id for g in view.indikatorgrupper for i in g.indikatorer]
    on_goals = [i.id for n in view.noder for i in n.indikatorer]
    assert "väntetid" in on_goals
    assert not set(grouped) & set(on_goals)


def test_without_such_a_file_there_are_no_groups(tmp_path: Path) -> None:
    view = _view(small.korpus(tmp_path), "plan/nämnden")
    assert (view.indikatorgrupper, bool(view.indikatorkapitel)) == ((), False)
