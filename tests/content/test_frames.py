"""ramar.yaml: the decisions that have changed a frame, and what can be wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import FRAME_CHANGES, above, changed
from tests.organisations.small import Case, korpus, told

WHOLE = str(changed()[FRAME_CHANGES])
SIGNED = "Skriv beloppet som +1 234,5 eller −1 234,5; plus ger mer att använda."

CASES = [
    Case("as it should be", above() | {FRAME_CHANGES: WHOLE}),
    Case("an empty list", {FRAME_CHANGES: "ändringar: []\n"}),
    Case(
        "a body that is not listed",
        above() | {FRAME_CHANGES: WHOLE.replace("organ: nämnden", "organ: nämden")},
        [("ramar.yaml:2:13 I005 fel", "”nämden” finns inte i organisationen", "Menade du ”nämnden”?")],
    ),
    Case(
        "no amount",
        above() | {FRAME_CHANGES: WHOLE.replace("+100,0", "mer")},
        [("ramar.yaml:2:40 S003 fel", "”mer” är inget belopp", SIGNED)],
    ),
    Case(
        "a decimal point",
        above() | {FRAME_CHANGES: WHOLE.replace("+100,0", "100.5")},
        [("ramar.yaml:2:40 S003 fel", "”100.5” är inget belopp", SIGNED)],
    ),
    Case(
        "a decision without a day",
        above() | {FRAME_CHANGES: WHOLE.replace("datum: 2019-03-20, ", "")},
        [
            (
                "ramar.yaml:2:83 S002 fel",
                "Beslutet om ramen saknar datum",
                "Skriv dagen: beslut: {organ: fullmäktige, datum: 2019-06-12, paragraf: 58}.",
            )
        ],
    ),
    Case(
        "a unit that is no money",
        above() | {FRAME_CHANGES: WHOLE.replace("år: 2019", "år: 2019, enhet: procent")},
        [("ramar.yaml:2:39 S003 fel", "”procent” kan inte stå här", "Det kan vara ”kr”, ”tkr”, ”mnkr”.")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == list(case.said)


def test_a_change_has_body_years_amount_decision_and_reason(tmp_path: Path) -> None:
    files = above() | {FRAME_CHANGES: WHOLE.replace("år: 2019", "år: 2019–2020")}
    (found,) = korpus(tmp_path, files).ramandringar
    assert (found.organ, str(found.period), str(found.belopp), found.belopp.enhet) == (
        "nämnden",
        "2019–2020",
        "100,0",
        "tkr",
    )
    assert (found.beslut.organ, str(found.beslut.datum), found.beslut.paragraf) == (
        "fullmäktige",
        "2019-03-20",
        "EX 21",
    )
    assert found.skal == "Fler mottagningar"
