"""What a person may write to mean an item."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import StyrdokError
from generator.trace.finding import find_item
from tests.organisations.small import ANSWER, korpus, swap


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("vård", "vård"),
        ("nämnden/kväll", "nämnden/kväll"),
        ("kväll", "nämnden/kväll"),
        ("#kväll", "nämnden/kväll"),
        (" Vård i tid ", "vård"),
        ("VÅRD I TID", "vård"),
        ("digitala besök", "nämnden/digitala-besök"),
        ("Väntetid", "väntetid"),
        ("Kortare", "köer"),
    ],
)
def test_id_short_id_title_or_part_of_a_title(tmp_path: Path, written: str, id_: str) -> None:
    assert find_item(korpus(tmp_path), written).id == id_


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("kvälll", "Det finns inget som heter ”kvälll”", "Menade du ”kväll”?"),
        ("Vård i tidd", "Det finns inget som heter ”Vård i tidd”", "Menade du ”Vård i tid”?"),
        (
            "zzzzzz",
            "Det finns inget som heter ”zzzzzz”",
            "Skriv det id som står i klammern, till exempel ”god-kvalitet”.",
        ),
        (
            "plan/nämnden",
            "”plan/nämnden” är ett dokument, inte ett mål, uppdrag, åtagande eller en indikator",
            "Skriv id för något som står i det.",
        ),
        (
            "",
            "Det finns inget som heter ””",
            "Skriv det id som står i klammern, till exempel ”god-kvalitet”.",
        ),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(
    tmp_path: Path, written: str, message: str, hint: str
) -> None:
    with pytest.raises(StyrdokError) as caught:
        find_item(korpus(tmp_path), written)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_of_several_candidates_all_are_named(tmp_path: Path) -> None:
    own = "## Egen insats: Digitala besök {#digitala-besök}"
    other = f"{own}\n\nText.\n\n## Egen insats: Digitala brev {{#digitala-brev}}"
    with pytest.raises(StyrdokError) as caught:
        find_item(korpus(tmp_path, swap(ANSWER, own, other)), "digitala")
    assert caught.value.message == (
        "”digitala” kan betyda 2 saker: nämnden/digitala-besök (egen insats), "
        "nämnden/digitala-brev (egen insats)"
    )
    assert caught.value.hint == "Skriv hela id:t."
