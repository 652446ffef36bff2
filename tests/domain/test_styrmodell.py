"""The words of a level, in the gender the model gives them."""

from __future__ import annotations

import pytest

from generator.domain.styrmodell import Bedomning, Niva, Ordformer, Status, Styrmodell

STRATEGI = Ordformer("strategi", "strategin", "strategier", "strategierna", "en")
MAL = Ordformer("mål", "målet", "mål", "målen")
MODELL = Styrmodell(
    "Prov",
    (Niva("strategi", 1, STRATEGI), Niva("mål", 2, MAL)),
    (Bedomning("nått", "Nått", "●"),),
    (Status("klart", "Klart"),),
)


@pytest.mark.parametrize(
    ("form", "en", "ett"),
    [
        ("obestamd", "en strategi", "ett mål"),
        ("eget", "egen strategi", "eget mål"),
        ("inget", "ingen strategi", "inget mål"),
        ("vilket", "vilken strategi", "vilket mål"),
        ("det", "den", "det"),
    ],
)
def test_no_sentence_has_to_guess_the_gender(form: str, en: str, ett: str) -> None:
    assert (getattr(STRATEGI, form), getattr(MAL, form)) == (en, ett)


def test_the_levels_know_their_neighbours() -> None:
    top, below = MODELL.nivaer
    assert (MODELL.over(top), MODELL.under(top)) == (None, below)
    assert (MODELL.over(below), MODELL.under(below)) == (top, None)


def test_what_the_model_does_not_have_is_none() -> None:
    assert (MODELL.niva("delmål"), MODELL.bedomning("uppfyllt"), MODELL.status("")) == (None, None, None)
    assert MODELL.niva("mål") is MODELL.nivaer[1]
    assert MODELL.bedomning("nått") is MODELL.bedomningar[0]
    assert MODELL.status("klart") is MODELL.statusar[0]
