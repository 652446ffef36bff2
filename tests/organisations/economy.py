"""The small organisation with money: frames and result above, budget in the plan, outcome in the report."""

from __future__ import annotations

from collections.abc import Iterable

from tests.organisations.small import BUDGET

FRAMES, OUTCOME_TABLE, OTHER = (
    "regionplan/2-budget.md",
    "uppföljning/nämnden/2-ekonomi.md",
    "regionplan/3-text.md",
)
Change = dict[str, str | bytes | None]

FRAME_ROWS = (
    "| nämnden | Vårdnämnden | | 1 200,5 | 1 210,0 | 1 220,0 |",
    "| styrelsen | Regionstyrelsen | | -1 300,5 | -1 310,0 | -1 320,0 |",
    "| totalt | Resultat | nämnden, styrelsen | -100,0 | -100,0 | -100,0 |",
)
RESULT_ROWS = (
    "| skatt | Skatter | | 1,3 | 1,3 | 1,3 |",
    "| kostnad | Kostnader | | -1,2 | -1,2 | -1,2 |",
    "| resultat | Resultat | skatt, kostnad | 0,1 | 0,1 | 0,1 |",
)
GOALS = "## Mål för god ekonomisk hushållning\n\nResultatet ska vara positivt.\n"
YEARS = ("2019", "2020", "2021")


def table(id_: str, attributes: str, columns: Iterable[str], rows: Iterable[str]) -> str:
    """Return a table of figures with columns Id, Post, Summa av and the columns of amounts."""
    heads = list(columns)
    head = f"| Id | Post | Summa av | {' | '.join(heads)} |"
    line = f"|----|------|----------|{'-----:|' * len(heads)}"
    return "\n".join([f"Tabell: {id_.capitalize()} {{#{id_} {attributes}}}", "", head, line, *rows]) + "\n"


def above(
    frames: Iterable[str] = FRAME_ROWS,
    result: Iterable[str] = RESULT_ROWS,
    years: Iterable[str] = YEARS,
    text: str = GOALS,
    proposed: str = "beslut 2018, exempel",
) -> Change:
    """Return a change: the regionplan has frames (first amounts on line 7) and a result (on line 14).

    ``proposed`` is the vintage of the result; that of the frames is beslut 2018.
    """
    heads = list(years)
    decided = 'enhet="tkr" tecken="kostnad positiv" årgång="beslut 2018"'
    shown = f'enhet="mnkr" tecken="överskott positivt" årgång="{proposed}"'
    tables = table("ramar", decided, heads, frames), table("resultatbudget", shown, heads, result)
    return {FRAMES: f"# Budget\n\n{tables[0]}\n{tables[1]}\n{text}"}


FRAME_CHANGES = "ramar.yaml"


def changed(
    amount: str = "+100,0",
    organ: str = "nämnden",
    day: str = "2019-03-20",
    years: str = "2019",
    by: str = "fullmäktige",
) -> Change:
    """Return a change: a decision that has changed a body's frame, in tkr."""
    line = f"organ: {organ}, år: {years}, belopp: '{amount}', skäl: Fler mottagningar"
    decision = f"{{organ: {by}, datum: {day}, paragraf: EX 21}}"
    return {FRAME_CHANGES: f"ändringar:\n  - {{{line}, beslut: {decision}}}\n"}


def budget(*rows: str, years: Iterable[str] = YEARS, unit: str = "tkr") -> Change:
    """Return a change: the plan's budget has these rows, the first on line 7."""
    attributes = f'enhet="{unit}" tecken="kostnad positiv" årgång="nämndens beslut"'
    return {BUDGET: f"# Budget\n\n{table('nämndens-budget', attributes, years, rows)}"}


def outcome(
    *rows: str, columns: Iterable[str] = ("Budget 2019", "Utfall 2019", "Avvikelse"), text: str = ""
) -> Change:
    """Return a change: the report has a table of outcome with these rows, the first on line 7."""
    attributes = 'enhet="tkr" tecken="kostnad positiv" årgång="bokslut 2019"'
    found = table("budget-och-utfall", attributes, columns, rows)
    return {OUTCOME_TABLE: f"# Ekonomi\n\n{found}\n{text}"}
