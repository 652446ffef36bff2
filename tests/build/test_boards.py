"""The seven boards beside regionstyrelsen: plan and report of each, to the stated depth."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.documents.verksamhetsberattelse import VerksamhetsberattelseVy
from generator.documents.view import View
from generator.domain.belopp import Belopp
from generator.domain.dokument import Dokument
from generator.domain.hamtning import tabeller
from generator.domain.korpus import Korpus
from generator.domain.mal import Atagande
from tests.conftest import BLEKINGE
from tests.support import source_facts as facts
from tests.support.word import all_text, headings, notes, plain, tables

BOARDS = (
    "hälso-och-sjukvårdsnämnden",
    "tandvårdsnämnden",
    "regionala-utvecklingsnämnden",
    "kultur-och-bildningsnämnden",
    "trafiknämnden",
    "patientnämnden",
    "samverkansnämnden-i-blekinge",
)
PLANS, REPORTS = "verksamhetsplan-2019", "verksamhetsberättelse-2019"
OWN_INDICATORS = 4


@cache
def korpus() -> Korpus:
    found = read_corpus(BLEKINGE, kinds()).korpus
    assert found is not None
    return found


def plan(board: str) -> Dokument:
    return korpus().dokument[f"{PLANS}/{board}"]


def report(board: str) -> Dokument:
    return korpus().dokument[f"{REPORTS}/{board}"]


@cache
def view(document: str) -> View:
    dokument = korpus().dokument[document]
    return kinds()[dokument.slag].build(korpus(), dokument)


def promises(board: str) -> list[Atagande]:
    return [a for svar in plan(board).svar for a in svar.ataganden]


def judged_report(board: str) -> VerksamhetsberattelseVy:
    found = view(report(board).id)
    assert isinstance(found, VerksamhetsberattelseVy)
    return found


def test_there_are_eighteen_documents() -> None:
    kinds_found = [d.slag for d in korpus().dokument.values()]
    assert len(kinds_found) == 18
    assert kinds_found.count("verksamhetsplan") == kinds_found.count("verksamhetsberättelse") == 8


@pytest.mark.parametrize("board", BOARDS)
def test_every_goal_is_answered_with_an_atagande_of_its_own(board: str) -> None:
    for goal in (n for n in korpus().noder if n.niva == "inriktningsmål"):
        below = {goal.id, *(n.id for n in korpus().alla_noder() if n.under == goal.id)}
        assert any(svar.nod in below and svar.ataganden for svar in plan(board).svar), goal.id


def test_no_two_boards_promise_the_same_in_the_same_words() -> None:
    said = [str(a.text) for board in (*BOARDS, "regionstyrelsen") for a in promises(board)]
    assert len(said) > 300
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("board", BOARDS)
def test_it_has_indicators_of_its_own_in_different_shapes(board: str) -> None:
    own = [i for svar in plan(board).svar for i in svar.indikatorer if i.namn]
    own += [i for nod in plan(board).egna for i in nod.indikatorer]
    assert len(own) >= OWN_INDICATORS
    assert all(i.ingangsvarde and i.malvarde and (i.frekvens or i.kalla) for i in own)
    shapes = {_shape(str(i.malvarde)) for i in own}
    assert len(shapes) >= 3, shapes


def _shape(target: str) -> str:
    if any(c.isdigit() for c in target):
        return "procent" if "%" in target else "tal"
    return target if target in ("Ökning", "Minskning", "Förbättring") else "ord"


@pytest.mark.parametrize("board", BOARDS)
def test_every_uppdrag_to_it_is_answered_or_left_out_with_a_reason(board: str) -> None:
    left_out = {id_ for id_, reason in plan(board).utelamnar if reason}
    answered = {r for a in promises(board) for r in a.svarar_pa}
    for nod in korpus().noder:
        if nod.id not in left_out:
            for uppdrag in nod.uppdrag:
                assert not uppdrag.riktas_till(board) or uppdrag.id in answered, uppdrag.id


@pytest.mark.parametrize("board", BOARDS)
def test_it_has_an_insatsomrade_of_its_own_that_traces_to_a_goal(board: str) -> None:
    assert plan(board).egna
    for nod in plan(board).egna:
        assert "inriktningsmål" in [above.niva for above in korpus().anfader(nod)]


@pytest.mark.parametrize("board", BOARDS)
def test_its_budget_is_its_ram_to_the_last_krona(board: str) -> None:
    ramar = next(t for t in tabeller(korpus().dokument["regionplan-2019-2021"]) if t.id == "budget-per-nämnd")
    ram = next(row for row in ramar.rader if row.id == board)
    wanted = [cell.value for cell in ram.celler if isinstance(cell, Belopp)]
    totals = [
        [cell.value for cell in row.celler if isinstance(cell, Belopp)]
        for table in tabeller(plan(board))
        for row in table.rader
        if row.roll == "summa"
    ]
    assert wanted in totals
    assert any(wanted[0] in row for row in totals if row != wanted)


@pytest.mark.parametrize("board", BOARDS)
def test_the_report_answers_everything_in_its_plan(board: str) -> None:
    told = {x.gallande for svar in report(board).svar for x in svar.lagen}
    assert {a.id for a in promises(board)} <= told
    found = judged_report(board)
    assert all(nod.maluppfyllelse for nod in found.bedomda)
    assert len(found.bedomda) == len(facts.MAL)
    rows = [i for nod in found.noder for i in nod.indikatorer]
    assert rows
    assert all(i.utfall and i.bedomning for i in rows), [i.id for i in rows if not (i.utfall and i.bedomning)]


def test_every_judgement_and_every_state_is_seen_in_the_reports() -> None:
    goals = {nod.maluppfyllelse.nyckel for board in BOARDS for nod in judged_report(board).bedomda}
    assert goals == {step.nyckel for step in korpus().styrmodell.bedomningar}
    states = {x.status for board in BOARDS for svar in report(board).svar for x in svar.lagen}
    assert states == {state.nyckel for state in korpus().styrmodell.statusar}


@pytest.mark.parametrize("board", BOARDS)
def test_each_board_misses_something_and_leaves_something_to_be_judged(board: str) -> None:
    found = judged_report(board)
    steps = {nod.maluppfyllelse.nyckel for nod in found.bedomda}
    steps |= {i.bedomning.nyckel for nod in found.noder for i in nod.indikatorer}
    assert {"uppfyllt", "delvis uppfyllt", "ej uppfyllt", "ännu inte bedömt"} <= steps


@pytest.mark.parametrize("board", BOARDS)
def test_the_word_files_have_goals_footnotes_and_the_page_of_maluppfyllelse(demo: Path, board: str) -> None:
    for kind, least in ((PLANS, 2), (REPORTS, 3)):
        path = demo / f"{kind}-{board}.docx"
        found = headings(path)
        assert [h for h in found if h.startswith("Inriktningsmål – ")] == [
            f"Inriktningsmål – {m}" for m in facts.MAL
        ]
        assert len(notes(path)) >= least
    assert "Måluppfyllelse" in headings(demo / f"{REPORTS}-{board}.docx")


@pytest.mark.parametrize("board", BOARDS)
def test_the_word_files_have_every_indicator_with_target_and_outcome(demo: Path, board: str) -> None:
    rows = [row for t in tables(demo / f"{REPORTS}-{board}.docx") if t[0][0] == "Indikator" for row in t[1:]]
    indicators = [i for nod in judged_report(board).noder for i in nod.indikatorer]
    assert len(rows) == len(indicators)
    for row, indikator in zip(rows, indicators, strict=True):
        assert row[0].startswith(plain(str(indikator.namn).replace("\n", " "))[:30])
        text = plain(" ".join(row))
        assert plain(str(indikator.utfall)) in text
        assert indikator.bedomning.ord in text


@pytest.mark.parametrize("board", BOARDS)
def test_the_word_file_of_the_plan_has_every_promise(demo: Path, board: str) -> None:
    text = all_text(demo / f"{PLANS}-{board}.docx")
    for atagande in promises(board):
        assert plain(str(atagande.text).split("\n")[0]) in text, atagande.id
