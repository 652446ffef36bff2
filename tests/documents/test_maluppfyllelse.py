"""The page on how the goals were reached: sentences right in any organisation's words, and the counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.documents.maluppfyllelse import reached
from generator.documents.verksamhetsberattelse import VerksamhetsberattelseVy
from generator.documents.view import BedomningVy, NodVy
from generator.domain.styrmodell import Bedomning, Niva, Ordformer, Styrmodell
from tests.conftest import BLEKINGE
from tests.organisations import small
from tests.support.small import nod

GOAL = Ordformer("mål", "målet", "mål", "målen")
STRATEGY = Ordformer("strategi", "strategin", "strategier", "strategierna", "en")
SCALE = (
    Bedomning("ja", "Nått", "●"),
    Bedomning("nästan", "Nästan", "▲"),
    Bedomning("nej", "Ej nått", "■"),
    Bedomning("oklart", "Går inte att säga", "□"),
    Bedomning("ännu ej", "Ännu ej", "○", bedomd=False),
)


def _model(namn: Ordformer) -> Styrmodell:
    return Styrmodell("M", (Niva("nivå", 1, namn, bedoms=True),), SCALE)


def _nodes(*keys: str) -> list[NodVy]:
    return [
        nod(f"n{i}", niva="nivå", bedoms=True, maluppfyllelse=BedomningVy(key, "", key, True))
        for i, key in enumerate(keys)
    ]


@pytest.mark.parametrize(
    ("namn", "keys", "said"),
    [
        (
            GOAL,
            ["ja"] * 2 + ["nästan"] * 6 + ["nej"] * 2 + ["ännu ej"],
            "Av elva mål har två bedömningen Nått, sex Nästan och två Ej nått. Ett saknar ännu bedömning.",
        ),
        (
            STRATEGY,
            ["nej", "ja", "ännu ej"],
            "Av tre strategier har en bedömningen Nått och en Ej nått. En saknar ännu bedömning.",
        ),
        (GOAL, ["ja", "oklart"], "Av två mål har ett bedömningen Nått och ett Går inte att säga."),
        (GOAL, ["ja"], "Det enda målet har bedömningen Nått."),
        (STRATEGY, ["nej"], "Den enda strategin har bedömningen Ej nått."),
        (STRATEGY, ["ja", "ja"], "Båda strategierna har bedömningen Nått."),
        (GOAL, ["ja"] * 13, "Alla 13 mål har bedömningen Nått."),
        (GOAL, ["ännu ej", ""], "Inget mål har någon bedömning ännu."),
        (STRATEGY, ["ännu ej"], "Ingen strategi har någon bedömning ännu."),
    ],
)
def test_the_counts_are_told_in_words(namn: Ordformer, keys: list[str], said: str) -> None:
    assert reached(_nodes(*keys), _model(namn)).sammanfattning == said


def test_nothing_judged_is_no_page() -> None:
    assert not reached([nod("n", niva="nivå")], _model(GOAL))
    left_out = nod("n", niva="nivå", bedoms=True, utelamnad="Gäller andra.")
    assert not reached([left_out], _model(GOAL))


def _report(root: Path) -> VerksamhetsberattelseVy:
    korpus = small.korpus(root, small.swap(small.MODEL, "ord: Klart}", "ord: Klart, slutförd: ja}"))
    dokument = korpus.dokument["uppföljning/nämnden"]
    view = kinds()[dokument.slag].build(korpus, dokument)
    assert isinstance(view, VerksamhetsberattelseVy)
    return view


def test_a_goal_counts_what_stands_below_it(tmp_path: Path) -> None:
    page = _report(tmp_path).maluppfyllelsesida
    assert [s.ord for s in page.steg] == ["Nått", "Ej nått"]
    assert [(str(r.titel), r.bedoms) for r in page.rader] == [("God hälsa", False), ("Vård i tid", True)]
    row = page.rader[1]
    assert (row.bedomning.ord, row.antal, row.ovriga) == ("Nått", (1, 1), 0)
    assert (row.slutforda, row.ataganden) == (1, 2)


def test_the_demos_page_agrees_with_the_rest_of_the_report() -> None:
    korpus = read_corpus(BLEKINGE).korpus
    assert korpus is not None
    reports = [d for d in korpus.dokument.values() if d.foljer_upp]
    assert reports
    for dokument in reports:
        view = kinds()[dokument.slag].build(korpus, dokument)
        assert isinstance(view, VerksamhetsberattelseVy)
        rows = view.maluppfyllelsesida.rader
        assert sum(sum(r.antal) + r.ovriga for r in rows) == sum(len(n.indikatorer) for n in view.noder)
        assert sum(r.ataganden for r in rows) == sum(len(n.ataganden) for n in view.noder)
        assert sum(r.slutforda for r in rows) > 0
        assert [str(r.titel) for r in rows if r.bedoms] == [str(n.titel) for n in view.bedomda]
