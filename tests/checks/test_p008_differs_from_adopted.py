"""P008: content that says it is a frozen version and says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.domain.arkiv import Arkiverat, Forhallande, Fryssteg, Fryst
from tests.checks.frozen_cases import (
    AREA,
    BASE,
    CHAPTER,
    GOAL,
    GONE,
    PLAN,
    PROMISE,
    TITLE,
    FrozenCase,
    changed,
    decided,
    differs,
    stated,
    told_of_frozen,
)

VERSION = stated(PLAN, 'version: "1.0"')
AT = "plan/nämnden/dokument.yaml:6:10 P008"
HINT = (
    "Ta tillbaka ändringen, eller skriv ett nytt versionsnummer: en rättelse blir 1.1, ett nytt beslut 2.0."
)
SAYS = "”Verksamhetsplan 2019” säger något annat än den frysta version 1.0: "
SENT = Fryst("0.2", Fryssteg.UTSAND)


def case(name: str, said: str, *skillnader: object) -> FrozenCase:
    """Return a case: the plan differs so from what was decided, and one finding says it."""
    return FrozenCase(name, VERSION, [(f"{AT} fel", SAYS + said, HINT)], {PLAN: differs(*skillnader)})  # type: ignore[arg-type]


CASES = [
    FrozenCase("nothing is frozen", VERSION, []),
    FrozenCase(
        "the same as it was frozen",
        VERSION,
        [],
        {PLAN: Arkiverat(decided(), decided(), decided(), Forhallande.LIKA)},
    ),
    FrozenCase("another version is frozen", VERSION, [], {PLAN: Arkiverat(decided(), decided())}),
    FrozenCase(
        "decided, and now justerad",
        VERSION,
        [],
        {PLAN: Arkiverat(decided(), decided(), decided(), Forhallande.NYTT_STADIUM)},
    ),
    case("an åtagande", "åtagandet ”mäta” har ändrats", changed(PROMISE)),
    case("the title, and more", "titeln har ändrats (och 1 till)", changed(TITLE), changed(CHAPTER)),
    case("a chapter that is new", "kapitlet ”Inledning” har tillkommit", changed(CHAPTER, how="tillagd")),
    case("what is gone", "insats ”Fler läkare” har tagits bort", changed(GONE, how="borttagen")),
    case("the order alone", "ordningen, eller något runt texten"),
    case(
        "its own before what others decided",
        "kapitlet ”Inledning” har ändrats (och 1 till)",
        changed(GOAL, own=False),
        changed(CHAPTER),
    ),
    FrozenCase(
        "only words of a goal above: L009",
        VERSION,
        [],
        {PLAN: differs(changed(GOAL, own=False))},
    ),
    FrozenCase(
        "a goal that came above is told of once",
        VERSION,
        [
            (
                f"{AT} fel",
                (
                    "”Verksamhetsplan 2019” (och 1 dokument till) säger något annat än den frysta version"
                    " 1.0: insatsen ”Kortare köer” har tillkommit"
                ),
                HINT,
            )
        ],
        {
            PLAN: differs(changed(AREA, own=False, how="tillagd")),
            "uppföljning/nämnden": differs(changed(AREA, own=False, how="tillagd")),
        },
    ),
    FrozenCase(
        "a goal that came above is told of where it was decided",
        stated(BASE, 'version: "1.0"'),
        [
            (
                "regionplan/dokument.yaml:8:10 P008 fel",
                (
                    "”Regionplan 2019–2021” säger något annat än den frysta version 1.0:"
                    " insatsen ”Kortare köer” har tillkommit"
                ),
                HINT,
            )
        ],
        {
            BASE: differs(changed(AREA, how="tillagd")),
            PLAN: differs(changed(AREA, own=False, how="tillagd")),
        },
    ),
    FrozenCase(
        "changed since it was sent out",
        stated(PLAN, "stadium: förslag", 'version: "0.2"'),
        [
            (
                "plan/nämnden/dokument.yaml:7:10 P008 varning",
                "Version 0.2 är redan utsänd, med en annan lydelse: kapitlet ”Inledning” har ändrats",
                "Skriv nästa versionsnummer i dokument.yaml.",
            )
        ],
        {PLAN: Arkiverat(SENT, None, SENT, Forhallande.UTSANT_ANDRAT, (changed(CHAPTER),))},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_differs_is_told_once_with_the_first_of_it(tmp_path: Path, case: FrozenCase) -> None:
    assert told_of_frozen("P008", tmp_path, case) == case.said
