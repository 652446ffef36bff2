"""Ändringsblad: what changed between two versions, on one page for those who decide.

Not an author's document: it is printed of a comparison (``compare.board``).
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.kind import Form
from generator.documents.view import View


@dataclass(frozen=True, slots=True)
class AndringsradVy:
    """A row: what happened (a word), to what, where; before, after and the difference of a value.

    ``tidigare`` is what it was called before. ``rubrik`` introduces the rows from this one on; ``summa``: the
    amount is a sum of others.
    """

    andring: str = ""
    text: str = ""
    tidigare: str = ""
    plats: str = ""
    fore: str = ""
    efter: str = ""
    skillnad: str = ""
    rubrik: str = ""
    summa: bool = False


@dataclass(frozen=True, slots=True)
class AndringsbladVy(View):
    """What the template of an ändringsblad can print.

    ``jamfort`` says in a sentence what is compared, ``inte_jamfort`` what is not. ``saker`` are goals,
    uppdrag and the like that came, went, moved or were reworded, ``varden`` what measures differently,
    ``belopp`` the amounts, ``argangar`` that they belong to different decisions, ``ovrigt`` a sentence each
    of the rest; ``fler`` how many changes there was no room for, and ``markta`` that words are marked as
    removed or added.
    """

    jamfort: str
    inte_jamfort: str
    sammanfattning: str
    saker: tuple[AndringsradVy, ...]
    varden: tuple[AndringsradVy, ...]
    belopp: tuple[AndringsradVy, ...]
    argangar: str
    ovrigt: tuple[str, ...]
    fler: int
    markta: bool


FORM = Form(
    "ändringar",
    "ändringar.docx",
    AndringsbladVy,
    (
        "DokumentVy.titel",
        "DokumentVy.undertitel",
        "DokumentVy.markning",
        "AndringsbladVy.jamfort",
        "AndringsbladVy.inte_jamfort",
        "AndringsbladVy.sammanfattning",
        "AndringsbladVy.argangar",
        "AndringsbladVy.ovrigt",
        "AndringsbladVy.fler",
        "AndringsradVy.andring",
        "AndringsradVy.text",
        "AndringsradVy.tidigare",
        "AndringsradVy.plats",
        "AndringsradVy.fore",
        "AndringsradVy.efter",
        "AndringsradVy.skillnad",
        "AndringsradVy.rubrik",
    ),
)
