"""Is a målvärde reached: what can be read in one way is judged, everything else is left alone."""

from __future__ import annotations

import pytest

from generator.checks.targets import is_relative, reached

JUDGED: list[tuple[str, str, str, bool | None]] = [
    # limits
    (">80 %", "74 %", "", False),
    (">80 %", "80 %", "", False),
    (">80 %", "80,1 %", "", True),
    ("≥80 %", "80 %", "", True),
    ("Minst 85 %", "85 %", "", True),
    ("Lägst 80", "77 (2018: 79)", "79 (april 2018)", False),
    ("Högst 6 timmar", "7 timmar 20 minuter", "", False),
    ("Högst 2 min", "1 min 45 s (2018: 3 min 20 s)", "", True),
    ("Minst 3 000", "4 260 (2018: 1 420)", "", True),
    ("<8 %", "7,6 %", "", True),
    ("Högst 6 veckor", "5 veckor", "", True),
    ("Högst 6 veckor", "40 dagar", "", True),
    ("Minst 98,6 mnkr", "93 900 tkr", "", False),
    ("Högst 3 ton", "2 900 kg", "", True),
    ("Högst 60 dagar", "2 månader", "", None),
    ("Minst 40", "44 företag", "", True),
    ("Minst 40 företag", "44 besök", "", None),
    ("Högst 0,5 %", "−0,2 %", "", True),
    ("Högst 75 år 2020", "80", "", None),
    ("Minst 80 % av nämndens egna", "83 %", "", None),
    # groups
    (">80 % för både kvinnor och män", "Kvinnor 84 %, män 79 %", "", False),
    (">80 % för både kvinnor och män", "Kvinnor 84 %\nMän 81 %", "", True),
    (">80 % för både kvinnor och män", "82 %", "", None),
    (">80 %", "Kvinnor 84 %, män 81 %", "", True),
    (">80 %", "Kvinnor 84 %, män 79 %", "", None),
    ("Minst 40 % till vardera", "Kvinnor 34 %, män 66 % (2018: 29 och 71 %)", "", False),
    # a bare value: above or below is told by where it started
    ("140", "143 (2018: 118)", "118", True),
    ("140", "139", "118 (2018)", False),
    ("5", "4", "9 (2018)", True),
    ("5", "4", "", None),
    ("5", "5", "", True),
    ("100 %", "86 %", "Utfall 2018", False),
    # directions
    ("Ökning", "14 % (2018: 14 %)", "Utfall 2018", False),
    ("Ökning", "8,5", "2016=8,2\n2014=9,0", True),
    ("Ökning", "8,5", "Utfall 2018\nUtfall 2016=8,2", None),
    ("Ökning", "8,5 (2018: 8,6)", "2016=8,2", None),
    ("Minskning", "19 procentenheter (2018: 21)", "2017=22 procentenheter", True),
    ("Förbättring", "74", "74 (2018)", False),
    ("Förbättring", "75", "74 (2018)", None),
    ("Oförändrat eller högre", "76", "76 (2018)", True),
    ("Oförändrat eller högre", "74 (2018: 76)", "Utfall 2018", False),
    ("Oförändrat eller lägre", "77", "76 (2018)", False),
    ("Lika eller lägre kostnadsutveckling än i budget", "1,9 %", "", None),
    # against a year
    ("Lägre än 2018", "61,4 årsarbetare (2018: 66,9)", "Utfall 2018", True),
    ("Lägre än 2018", "61,4", "2017=66,9", None),
    ("Minska med 10 %", "262 kg (2018: 287 kg)", "Utfall 2018 (utfall 2017=0,3 ton)", False),
    ("Minska med 10 % jämfört med 2017", "559 ton", "640 ton (2017)", True),
    ("Minska med 10 %", "90", "100 (2018)", None),
    ("Minska med 10 %", "89,4", "100,0 (2018)", True),
    ("Minska med 10 %", "20 %", "30 % (2018)", None),
    ("20 % färre än 2018", "57 100 km", "61 400 km (2018)", False),
    ("Öka med 5 %", "120", "100 (2018)", True),
    # several parts
    ("Lägre än 2018 och högst 60,0 årsarbetare", "61,4 årsarbetare (2018: 66,9)", "", False),
    ("Lägre än 2018 och högst 62,0 årsarbetare", "61,4 årsarbetare (2018: 66,9)", "", True),
    ("Ökning, och mindre skillnad mellan kvinnor och män", "73 %", "71 % (2018)", None),
    # words
    ("Alla fem", "4 av 5", "3 av 5 (2018)", None),
    (">80 %", "Ingen mätning", "", None),
    (">80 %", "0,4 % lägre än ramen", "", None),
    (">80 %", "", "", None),
    ("", "74 %", "", None),
    (">1.074", "2 000", "", None),
]


@pytest.mark.parametrize(("target", "outcome", "start", "expected"), JUDGED)
def test_a_target_is_judged_only_when_it_is_certain(
    target: str, outcome: str, start: str, expected: bool | None
) -> None:
    assert reached(target, outcome, start) is expected
    hard = (target.replace(" ", "\N{NO-BREAK SPACE}"), outcome.replace(" ", "\N{NO-BREAK SPACE}"))
    assert reached(*hard, start) is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [("Ökning", True), ("minskning", True), ("Minska med 10 %", True), (">80 %", False), ("", False)],
)
def test_a_direction_needs_something_to_start_from(target: str, expected: bool) -> None:
    assert is_relative(target) is expected
