"""The direktiv of the spring in plans and reports after them: what became of each, the answer, the state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.documents.kind import kinds
from generator.domain.korpus import Korpus
from generator.domain.prosa import block_text
from tests.organisations.orders import DIREKTIV, LIST, ORDERS
from tests.organisations.small import (
    ANSWER,
    BASE,
    FILES,
    OUTCOME,
    PLAN,
    REPORT,
    Case,
    Files,
    add,
    korpus,
    read,
    swap,
    told,
    told_by,
)

STATES = "uppföljning/nämnden/2-direktiv.md"
TABLE = """\
# Direktiven

Ett är genomfört.

| Direktiv | Status | Kommentar |
|----------|--------|-----------|
| mät-väntan | klart | Sedan mars. |
"""
FATE = "direktiv:\n  mät-väntan: Kvarstår\n  dörrar: Förfaller. Dörrarna är öppna.\n"
ANSWERED = swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, mät-väntan, dörrar-norr"')


def _view(corpus: Korpus, id_: str) -> Any:
    dokument = corpus.dokument[id_]
    return kinds()[dokument.slag].build(corpus, dokument)


def _built(root: Path, files: Files, id_: str = "plan/nämnden") -> Any:
    found = read(root, files).korpus
    assert found is not None
    return _view(found, id_)


def test_a_plan_prints_the_direktiv_to_its_body_with_what_answers(tmp_path: Path) -> None:
    view = _built(tmp_path, DIREKTIV | ANSWERED)
    assert [(d.id, str(d.svar), d.besked, d.mottagare) for d in view.direktivsvar] == [
        ("mät-väntan", "Åtagande: öppna en kväll i veckan.", "", "Vårdnämnden"),
        ("dörrar", "Åtagande: öppna en kväll i veckan.", "", "Vårdnämnden"),
    ]
    assert [block_text(b) for b in view.direktivsvar[1].text.content] == [
        "Öppna fler dörrar:",
        "i norr\ni söder.",
    ]
    assert str(view.direktivsvarskapitel.titel) == "Vårens direktiv"
    assert str(view.direktivsvarskapitel.text) == "Direktiven är beslutade i Planeringsdirektiv 2019."


def test_the_usual_work_and_what_is_left_out_are_answers_with_their_reasons(tmp_path: Path) -> None:
    more = "ordinarie verksamhet: {mät-väntan: Mäts redan.}\nutelämnar: {dörrar: Nämnden har inga dörrar.}\n"
    view = _built(tmp_path, DIREKTIV | add(PLAN, more))
    assert [str(d.svar) for d in view.direktivsvar] == [
        "Ordinarie verksamhet: Mäts redan.",
        "Utelämnas: Nämnden har inga dörrar.",
    ]


def test_what_the_plan_above_took_in_or_let_lapse_is_printed_there_alone(tmp_path: Path) -> None:
    found = korpus(tmp_path, DIREKTIV | ANSWERED | add(BASE, FATE))
    assert [(d.id, d.besked) for d in _view(found, "regionplan").direktivsvar] == [
        ("mät-väntan", "Kvarstår"),
        ("dörrar", "Förfaller. Dörrarna är öppna."),
    ]
    assert [d.id for d in _view(found, "plan/nämnden").direktivsvar] == ["mät-väntan"]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {**DIREKTIV, ORDERS: str(DIREKTIV[ORDERS]).replace("justerad", "förslag")},
        {**DIREKTIV, ORDERS: str(DIREKTIV[ORDERS]).replace("period: 2019", "period: 2020")},
        {**DIREKTIV, LIST: str(DIREKTIV[LIST]).replace("till nämnden", "till styrelsen")},
    ],
    ids=["none", "proposed", "another year", "another body"],
)
def test_without_direktiv_in_force_for_it_there_is_no_chapter(tmp_path: Path, files: Files) -> None:
    for id_ in ("plan/nämnden", "regionplan", "uppföljning/nämnden"):
        view = _built(tmp_path, files, id_)
        assert (view.direktivsvar, bool(view.direktivsvarskapitel)) == ((), False)


def test_a_report_tells_the_state_of_direktiv_in_a_file_of_its_own(tmp_path: Path) -> None:
    found = korpus(tmp_path, DIREKTIV | ANSWERED | {STATES: TABLE})
    view = _view(found, "uppföljning/nämnden")
    assert [(d.id, d.status, str(d.kommentar)) for d in view.direktivsvar] == [
        ("mät-väntan", "Klart", "Sedan mars."),
        ("dörrar", "", ""),
    ]
    assert str(view.direktivsvarskapitel.titel) == "Direktiven"
    assert str(view.direktivsvarskapitel.text) == "Ett är genomfört."
    assert [str(k.titel) for k in (*view.kapitel_fore, *view.kapitel_efter)] == []


def test_or_under_a_goal_where_its_uppdrag_are(tmp_path: Path) -> None:
    head = "\n## Uppdrag\n\n| Uppdrag | Status | Kommentar |\n|---|---|---|\n"
    more = f"{head}| dörrar-norr | pågår | En av två. |\n"
    files = DIREKTIV | ANSWERED | {OUTCOME: REPORT + more}
    assert told_by("C011", tmp_path / "a", Case("", files)) == []
    view = _built(tmp_path / "b", files, "uppföljning/nämnden")
    assert [(d.id, d.status, str(d.kommentar)) for d in view.direktivsvar][1] == (
        "dörrar",
        "Pågår",
        "En av två.",
    )


def test_a_file_called_direktiv_without_such_a_table_is_a_chapter(tmp_path: Path) -> None:
    text = "# Direktiven\n\nText.\n\n## Mer\n\n| Vad | Hur |\n|---|---|\n| a | b |\n"
    view = _built(tmp_path, {STATES: text}, "uppföljning/nämnden")
    assert [str(k.titel) for k in view.kapitel_efter + view.kapitel_fore] == ["Direktiven"]
    assert not view.direktivsvarskapitel


@pytest.mark.parametrize(
    ("table", "place", "message"),
    [
        (
            TABLE.replace("mät-väntan", "mät-vantan"),
            "7:3 L001 fel",
            "Här ges läget för ”mät-vantan”, som inte finns",
        ),
        (TABLE.replace("klart", "klar"), "7:16 S003 fel", "Styrmodellen har ingen status ”klar”"),
        (TABLE.replace("| mät-väntan |", "| |"), "7:3 S002 fel", "Direktivets id saknas"),
        (f"{TABLE}\n## Mer\n\nText.\n", "9:1 S001 fel", "Rubriken ”Mer” kan inte stå här"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_at_its_place(
    tmp_path: Path, table: str, place: str, message: str
) -> None:
    said = told(tmp_path, Case("", DIREKTIV | ANSWERED | {STATES: table}))
    assert (f"{STATES}:{place}", message) in [each[:2] for each in said]


def test_a_state_of_what_the_body_was_not_given_is_not_printed_and_c011_says_so(tmp_path: Path) -> None:
    files = DIREKTIV | ANSWERED | add(BASE, FATE) | {STATES: TABLE.replace("mät-väntan", "dörrar")}
    ((place, message, _),) = told_by("C011", tmp_path, Case("", files))
    assert place == f"{STATES}:7:3 C011 fel"
    assert message == "Direktivet ”dörrar” finns inte i ”Verksamhetsplan 2019”, som följs upp"


def test_the_reason_of_usual_work_stands_with_the_uppdrag_in_plan_and_report(tmp_path: Path) -> None:
    usual = {PLAN: f"{FILES[PLAN]}ordinarie verksamhet: {{korta-köer: Köerna mäts redan.}}\n"}
    found = korpus(tmp_path, usual)
    (order,) = [u for n in _view(found, "plan/nämnden").noder for u in n.uppdrag]
    assert (order.ordinarie, str(order.kommentar)) == ("Köerna mäts redan.", "")
    (order,) = [u for n in _view(found, "uppföljning/nämnden").noder for u in n.uppdrag]
    assert str(order.kommentar) == "Ordinarie verksamhet: Köerna mäts redan."
