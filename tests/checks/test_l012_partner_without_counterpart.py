"""L012: direktiv whose partner has heard nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, PLAN, Case, told_by


def orders(first: str, second: str = "") -> dict[str, str | bytes | None]:
    """Return a change: direktiv to nämnden, and to styrelsen."""
    text = f"# D\n\n## Direktiv till nämnden\n\n{first}\n"
    if second:
        text += f"\n## Direktiv till styrelsen\n\n{second}\n"
    head = "slag: planeringsdirektiv\ntitel: D\norgan: fullmäktige\nperiod: 2020\nstadium: förslag\n"
    return {"direktiv/dokument.yaml": head, "direktiv/1-direktiv.md": text}


CASES = [
    Case(
        "no partner",
        orders("- Mäta. {#mäta-mer}"),
        [],
    ),
    Case(
        "a partner without a counterpart",
        orders('- Mäta. {#mäta-mer i samverkan med="styrelsen"}'),
        [
            (
                "direktiv/1-direktiv.md:5:1 L012 varning",
                (
                    "Direktivet ”mäta-mer” ska göras i samverkan med ”Regionstyrelsen”, som inte "
                    "har fått något motsvarande"
                ),
                ("Lägg till ett direktiv dit med samverkan tillbaka, eller rikta direktivet till båda."),
            ),
        ],
    ),
    Case(
        "a partner in a point",
        orders('- Mäta: {#mäta-mer}\n  - i norr {#norr i samverkan med="styrelsen"}'),
        [
            (
                "direktiv/1-direktiv.md:5:1 L012 varning",
                (
                    "Direktivet ”mäta-mer” ska göras i samverkan med ”Regionstyrelsen”, som inte "
                    "har fått något motsvarande"
                ),
                ("Lägg till ett direktiv dit med samverkan tillbaka, eller rikta direktivet till båda."),
            ),
        ],
    ),
    Case(
        "a counterpart that names it back",
        orders(
            '- Mäta. {#mäta-mer i samverkan med="styrelsen"}',
            '- Mäta. {#mäta-själv i samverkan med="nämnden"}',
        ),
        [],
    ),
    Case(
        "a counterpart that names nobody",
        orders('- Mäta. {#mäta-mer i samverkan med="styrelsen"}', "- Mäta. {#mäta-själv}"),
        [
            (
                "direktiv/1-direktiv.md:5:1 L012 varning",
                (
                    "Direktivet ”mäta-mer” ska göras i samverkan med ”Regionstyrelsen”, som inte "
                    "har fått något motsvarande"
                ),
                ("Lägg till ett direktiv dit med samverkan tillbaka, eller rikta direktivet till båda."),
            ),
        ],
    ),
    Case(
        "to both of them",
        {
            k: str(v).replace("till nämnden", "till nämnden och styrelsen")
            for k, v in orders('- Mäta. {#mäta-mer i samverkan med="styrelsen"}').items()
        },
        [],
    ),
    Case(
        "the partner's plan answers it",
        orders('- Mäta. {#mäta-mer i samverkan med="styrelsen"}')
        | {
            "plan/styrelsen/dokument.yaml": FILES[PLAN].replace("organ: nämnden", "organ: styrelsen"),
            "plan/styrelsen/mål/vård.md": (
                "---\nsvarar på: vård\n---\n## Åtaganden\n"
                '\n- mäta. {#mäta-tillsammans svarar på="mäta-mer"}\n'
            ),
        },
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("L012", tmp_path, case) == case.said
