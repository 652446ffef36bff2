"""The rules of law that the checks lean on, as data: what, where it is said, from which year it holds.

``verifierad`` is True only when a person has read the paragraph as it stood in that time and found that it
says this. What is not verified never gives an error: ``graded`` makes a warning of it at most.
"""

from __future__ import annotations

import re

from generator.diagnostics import Severity
from generator.diagnostics.values import dataclass

KL = "kommunallagen (2017:725)"
KL_1991 = "kommunallagen (1991:900)"
LKBR = "lagen (2018:597) om kommunal bokföring och redovisning"
_NUMBER = re.compile(r" \(\d{4}:\d+\)")


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule: its name in the checks, where it stands, its content.

    ``fran`` is the first budget or accounting year it holds for, ``till`` the last one, None when it still
    holds.
    """

    nyckel: str
    lag: str
    paragraf: str
    fran: int
    till: int | None
    innehall: str
    verifierad: bool = False

    @property
    def lagrum(self) -> str:
        """Where it stands, as it is cited: ”11 kap. 6 § kommunallagen”."""
        return f"{self.paragraf} {_NUMBER.sub('', self.lag)}"

    @property
    def hanvisning(self) -> str:
        """Where it stands and for which years: ”11 kap. 6 § kommunallagen, från 2018”."""
        years = f"från {self.fran}" if self.till is None else f"{self.fran}–{self.till}"
        return f"{self.lagrum}, {years}"

    def galler(self, year: int) -> bool:
        """Tell whether it holds for the year."""
        return self.fran <= year and (self.till is None or year <= self.till)


REGLER: tuple[Regel, ...] = (
    Regel("hushållning", KL_1991, "8 kap. 1 §", 1992, 2017, "God ekonomisk hushållning i verksamheten."),
    Regel(
        "hushållning",
        KL,
        "11 kap. 1 §",
        2018,
        None,
        "God ekonomisk hushållning; fullmäktige beslutar riktlinjer för den.",
    ),
    Regel(
        "mål för hushållning",
        KL_1991,
        "8 kap. 5 §",
        2005,
        2017,
        "I budgeten anges mål för verksamheten och för ekonomin av betydelse för god ekonomisk hushållning.",
    ),
    Regel(
        "mål för hushållning",
        KL,
        "11 kap. 6 §",
        2018,
        None,
        "I budgeten anges mål för verksamheten och för ekonomin av betydelse för god ekonomisk hushållning.",
    ),
    Regel("tre år", KL_1991, "8 kap. 5 §", 1992, 2017, "Plan för ekonomin för tre år, budgetåret först."),
    Regel("tre år", KL, "11 kap. 6 §", 2018, None, "Plan för ekonomin för tre år, budgetåret först."),
    Regel("balans", KL_1991, "8 kap. 4 §", 2000, 2017, "Budgetens intäkter överstiger kostnaderna."),
    Regel(
        "balans",
        KL,
        "11 kap. 5 §",
        2018,
        None,
        "Budgetens intäkter överstiger kostnaderna, om det inte finns synnerliga skäl eller en reserv.",
    ),
    Regel(
        "återställande",
        KL,
        "11 kap. 12 §",
        2018,
        None,
        "Ett negativt resultat återställs inom tre år enligt en åtgärdsplan som fullmäktige antar.",
    ),
    Regel("reserv", KL_1991, "8 kap. 3 d §", 2013, 2017, "Resultatutjämningsreserv."),
    Regel("reserv", KL, "11 kap. 14 §", 2018, 2023, "Resultatutjämningsreserv."),
    Regel("reserv", KL, "11 kap. 14 §", 2024, None, "Resultatreserv i stället för resultatutjämningsreserv."),
    Regel(
        "styrelsens förslag", KL, "11 kap. 8 §", 2018, None, "Styrelsen föreslår budget före oktobers utgång."
    ),
    Regel(
        "budgetbeslut",
        KL_1991,
        "8 kap. 8 §",
        1992,
        2017,
        "Fullmäktige fastställer budgeten före november månads utgång, under valår i december.",
    ),
    Regel(
        "budgetbeslut",
        KL,
        "11 kap. 10 §",
        2018,
        None,
        "Fullmäktige fastställer budgeten före november månads utgång, under valår i december.",
    ),
    Regel(
        "delårsrapport",
        LKBR,
        "13 kap. 1 §",
        2019,
        None,
        "Minst en delårsrapport, för minst hälften och högst två tredjedelar av året.",
    ),
    Regel(
        "delårsrapportens tid",
        KL,
        "11 kap. 16 §",
        2019,
        None,
        "Delårsrapporten lämnas till fullmäktige och revisorerna inom två månader.",
    ),
    Regel(
        "årsredovisningens tid",
        KL,
        "11 kap. 20 §",
        2019,
        None,
        "Årsredovisningen lämnas till fullmäktige och revisorerna senast den 15 april året efter.",
    ),
    Regel(
        "utvärdering",
        LKBR,
        "11 kap. 8 §",
        2019,
        None,
        "Förvaltningsberättelsen utvärderar om målen för god ekonomisk hushållning har nåtts.",
    ),
)
"""Written from memory of the acts and of their practice; none of it is verified against their text yet."""


def rule(nyckel: str, year: int) -> Regel | None:
    """Return the rule that holds for the year, None when none does (or none is known)."""
    return next((r for r in REGLER if r.nyckel == nyckel and r.galler(year)), None)


def graded(regel: Regel, severity: Severity) -> Severity:
    """Return how grave a breach is: a warning at most while the rule is not verified."""
    return Severity.WARNING if severity is Severity.ERROR and not regel.verifierad else severity


def is_election_year(year: int) -> bool:
    """Tell whether regions and kommuner hold elections that year: 2018, 2022, 2026 …"""
    return year % 4 == 2 and year >= 1994  # noqa: PLR2004  # every fourth year since 1994
