"""No-break spaces where a line must not end."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.typography import no_break
from tests.organisations.small import chapter, korpus


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1 234,5 tkr", "1~234,5~tkr"),
        ("100 000 kronor och 12 %", "100~000~kronor och 12~%"),
        ("1 234 567,8", "1~234~567,8"),
        ("−11 479,9", "−11~479,9"),
        ("den 8 maj 2019", "den 8~maj 2019"),
        ("enligt 11 kap. kommunallagen, § EX 45 och § 45", "enligt 11~kap. kommunallagen, § EX 45 och §~45"),
        ("5 § i lagen", "5~§ i lagen"),
        ("den 12 november 2018 § 124", "den 12~november 2018 §~124"),
        ("år 2019 100 personer", "år 2019 100 personer"),
        ("0455-73 10 00", "0455-73 10 00"),
        ("1 2345", "1 2345"),
        ("3 majoriteter", "3 majoriteter"),
        ("30 krukor", "30 krukor"),
        ("två ord", "två ord"),
    ],
)
def test_spaces_that_must_not_break(text: str, wanted: str) -> None:
    assert no_break(text) == wanted.replace("~", "\N{NO-BREAK SPACE}")


def test_prose_has_them_and_code_has_not(tmp_path: Path) -> None:
    kapitel = korpus(tmp_path, chapter("Högst 1 000 kronor, `1 000 kronor`.")).dokument["plan/nämnden"]
    assert str(kapitel.kapitel_efter[-1].text) == "Högst 1\xa0000\xa0kronor, 1 000 kronor."


def test_a_unit_stays_beside_a_fetched_value(tmp_path: Path) -> None:
    text = "Det blir [=tabell-budget.drift.2019] tkr, inte [=tabell-budget.totalt.2019] och 5."
    kapitel = korpus(tmp_path, chapter(text)).dokument["plan/nämnden"]
    assert str(kapitel.kapitel_efter[-1].text) == "Det blir 200,0\xa0tkr, inte 1\xa0200,5 och 5."
