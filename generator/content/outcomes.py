"""How it came out: the tables of a report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.context import Context
from generator.content.judgements import judgement, status
from generator.content.rows import Row, phrase_in, place_in, rows_under, text_in
from generator.content.sections import Section
from generator.domain.mal import Lage, Utfall

_UTFALL = {"indikator": True, "utfall": True, "mätt": False, "bedömning": False, "kommentar": False}
_WHOSE = {"uppdrag": "Uppdragets", "åtagande": "Åtagandets", "direktiv": "Direktivets"}


def read_utfall(section: Section, context: Context) -> Iterator[Utfall]:
    """Yield the outcomes of the indikatorer in a table under the heading."""
    for row in rows_under(section, _UTFALL, context.findings):
        if _names(row, "indikator", "Indikatorns", context):
            yield Utfall(
                text_in(row, "indikator"),
                phrase_in(row, "utfall"),
                phrase_in(row, "mätt"),
                judgement(text_in(row, "bedömning"), place_in(row, "bedömning"), context),
                phrase_in(row, "kommentar"),
                place_in(row, "indikator"),
            )


def read_lagen(section: Section, what: str, context: Context) -> Iterator[Lage]:
    """Yield how far åtaganden, uppdrag or direktiv (``what``) have come, from a table under the heading."""
    columns = {what: True, "status": True, "kommentar": False}
    for row in rows_under(section, columns, context.findings):
        if _names(row, what, _WHOSE[what], context):
            yield Lage(
                text_in(row, what),
                status(text_in(row, "status"), place_in(row, "status"), context),
                phrase_in(row, "kommentar"),
                place_in(row, what),
            )


def _names(row: Row, column: str, whose: str, context: Context) -> bool:
    """Tell whether the row says what it is about; one that does not is noted (S002)."""
    if text_in(row, column):
        return True
    hint = f"Skriv det i kolumnen {column.capitalize()}."
    context.findings.error("S002", f"{whose} id saknas", place_in(row, column), hint)
    return False
