"""What a document prints of the goals: fetched from above, answered below, told how it came out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.documents.verksamhetsberattelse import VerksamhetsberattelseVy
from generator.documents.view import NodVy, View
from generator.domain.korpus import Korpus
from generator.domain.prosa import Excerpt
from generator.domain.wording import addressees, bodies, listed, lower_first
from tests.conftest import BLEKINGE, ROOT
from tests.organisations import small

SECOND = ROOT / "tests" / "organisations" / "halland-liknande"


def _korpus(root: Path) -> Korpus:
    korpus = read_corpus(root).korpus
    assert korpus is not None
    return korpus


def _view(korpus: Korpus, id_: str) -> View:
    return kinds()[korpus.dokument[id_].slag].build(korpus, korpus.dokument[id_])


def _nod(view: View, id_: str) -> NodVy:
    return next(n for n in view.noder if n.id == id_)


@pytest.fixture(scope="module")
def blekinge() -> Korpus:
    return _korpus(BLEKINGE)


@pytest.fixture(scope="module")
def second() -> Korpus:
    return _korpus(SECOND)


def test_the_kinds_are_found_by_themselves() -> None:
    assert set(kinds()) == {"planeringsdirektiv", "regionplan", "verksamhetsplan", "verksamhetsberättelse"}


def test_the_text_from_above_is_the_same_in_all_documents(blekinge: Korpus) -> None:
    views = [_view(blekinge, id_) for id_ in blekinge.dokument]
    texts = [_nod(view, "attraktivt-blekinge").text for view in views if view.noder]
    assert len(texts) >= 3
    assert texts[0]
    assert all(text == texts[0] for text in texts)


def test_every_text_knows_who_decided_it(blekinge: Korpus) -> None:
    view = _view(blekinge, "verksamhetsplan-2019/regionstyrelsen")
    assert _nod(view, "boendemiljö").beslutad_av == "Regionfullmäktige"
    assert _nod(view, "regionstyrelsen/säkerhet-och-robusthet").beslutad_av == "Regionstyrelsen"
    own = [i for n in view.noder for i in n.indikatorer if i.eget]
    assert len(own) == 6
    assert {i.beslutad_av for i in own} == {"Regionstyrelsen"}


def test_the_boards_own_nod_stands_last_under_its_goal(blekinge: Korpus) -> None:
    goal = _nod(_view(blekinge, "verksamhetsplan-2019/regionstyrelsen"), "god-kvalitet")
    assert goal.barn[-1].id == "regionstyrelsen/säkerhet-och-robusthet"
    assert [b.eget for b in goal.barn] == [False, False, False, True]


def test_uppdrag_say_to_whom_and_whether_it_is_this_board(blekinge: Korpus) -> None:
    nod = _nod(_view(blekinge, "verksamhetsplan-2019/regionstyrelsen"), "patientskador")
    assert [(u.mottagare, u.riktas_hit) for u in nod.uppdrag] == [
        ("hälso- och sjukvårdsnämnden och tandvårdsnämnden", False)
    ]


def test_the_report_has_the_plans_nodes_and_what_became_of_every_atagande(blekinge: Korpus) -> None:
    plan = _view(blekinge, "verksamhetsplan-2019/regionstyrelsen")
    report = _view(blekinge, "verksamhetsberättelse-2019/regionstyrelsen")
    assert [n.id for n in report.noder] == [n.id for n in plan.noder]
    promised = [a.id for n in plan.noder for a in n.ataganden]
    told = {a.id: a for n in report.noder for a in n.ataganden}
    assert list(told) == promised
    assert all(a.status and a.kommentar for a in told.values())
    assert all(not a.status for n in plan.noder for a in n.ataganden)


def test_the_report_counts_its_judgements(blekinge: Korpus) -> None:
    report = _view(blekinge, "verksamhetsberättelse-2019/regionstyrelsen")
    assert isinstance(report, VerksamhetsberattelseVy)
    assert len(report.bedomda) == 11
    assert sum(r.antal for r in report.maluppfyllelse_antal) == 11
    assert all(r.antal for r in report.maluppfyllelse_antal), "every step of the scale occurs in the demo"


def test_what_a_plan_leaves_out_is_neither_answered_nor_judged(second: Korpus) -> None:
    plan = _nod(_view(second, "verksamhetsplan-2020/nämnden-för-hälsa"), "kompetens")
    assert plan.utelamnad == "Nämnden bidrar genom regionstyrelsens samlade plan."
    report = _view(second, "verksamhetsberättelse-2020/nämnden-för-hälsa")
    assert isinstance(report, VerksamhetsberattelseVy)
    assert "kompetens" not in {n.id for n in report.bedomda}


def test_a_goal_that_nobody_judged_is_not_yet_judged(second: Korpus) -> None:
    report = _view(second, "verksamhetsberättelse-2020/nämnden-för-hälsa")
    step = _nod(report, "nära-vård").maluppfyllelse
    assert (step.ord, step.bedomd) == ("Ännu inte bedömt", False)


def test_a_body_is_called_by_its_name_of_the_documents_time(second: Korpus) -> None:
    assert _view(second, "verksamhetsplan-2020/nämnden-för-hälsa").dokument.organ == "Nämnden för hälsa"
    organ = second.organisation.organ["nämnden-för-hälsa"]
    from datetime import date

    assert organ.namn_vid(date(2019, 6, 1)) == "Sjukvårdsnämnden"


def test_a_fetched_text_is_word_for_word_and_marked_with_who_decided(blekinge: Korpus) -> None:
    view = _view(blekinge, "verksamhetsplan-2019/regionstyrelsen")
    vision = next(k for k in blekinge.grund if k.id == "vision")
    excerpts = [b for k in view.kapitel_fore for b in k.text.content if isinstance(b, Excerpt)]
    assert Excerpt(vision.text.content, "Regionfullmäktige") in excerpts


def test_names_in_a_sentence(blekinge: Korpus) -> None:
    assert listed(("a", "b", "c")) == "a, b och c"
    assert lower_first("HR-avdelningen") == "HR-avdelningen"
    uppdrag = next(u for n in blekinge.noder for u in n.uppdrag if u.alla_namnder)
    assert addressees(uppdrag, blekinge.organisation, None) == "samtliga nämnder"


def test_a_proper_name_keeps_its_capital_inside_a_sentence(blekinge: Korpus) -> None:
    organisation = blekinge.organisation
    assert organisation.organ["folktandvården"].egennamn
    said = [bodies((o,), organisation, None) for o in ("folktandvården", "regionstaben")]
    assert said == ["Folktandvården", "regionstaben"]


def test_what_stands_below_the_judged_goals_knows_it(blekinge: Korpus) -> None:
    view = _view(blekinge, "verksamhetsplan-2019/regionstyrelsen")
    assert {(n.djup, n.under_bedomt) for n in view.noder} == {(1, False), (2, False), (3, True)}


@pytest.mark.parametrize("heading", ["## Insats: köer\n\n#", "## Insats: digitala-besök\n\n#"])
def test_what_a_report_tells_under_another_heading_is_printed_with_its_thing(
    tmp_path: Path, heading: str
) -> None:
    moved = small.REPORT.replace("| mäta | klart | |\n", "").replace(
        "| nöjdhet | 71 | 2019 | ej nått | |\n", ""
    )
    moved += f"""
{heading}## Åtaganden

| Åtagande | Status | Kommentar |
|----------|--------|-----------|
| mäta | klart | Varje måndag. |

### Utfall

| Indikator | Utfall |
|-----------|--------|
| nöjdhet | 71 |

### Uppdrag

| Uppdrag | Status |
|---------|--------|
| korta-köer | pågår |
"""
    small.written(tmp_path, {"uppföljning/nämnden/1-mål/1.1-vård.md": moved})
    korpus = read_corpus(tmp_path, small.KINDS).korpus
    assert korpus is not None
    view = _view(korpus, "uppföljning/nämnden")
    atagande = _nod(view, "vård").ataganden[0]
    assert (atagande.status, str(atagande.kommentar)) == ("Klart", "Varje måndag.")
    assert [str(i.utfall) for i in _nod(view, "vård").indikatorer] == ["8 dagar", "71"]
    assert _nod(view, "köer").uppdrag[0].status == "Pågår"
