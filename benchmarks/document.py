"""A document of forty pages as a view: 60 headings, 300 paragraphs, 40 tables, and a note in each chapter.

Made by counting, so that it is the same in every run.
"""

from __future__ import annotations

from decimal import Decimal

from generator.documents.view import BeslutVy, DokumentVy, KapitelVy, StyrmodellVy, View
from generator.domain.belopp import Belopp
from generator.domain.fras import Footnote, Inline, Phrase, Strong, Text
from generator.domain.prosa import Block, Heading, Paragraph, Prosa, TableBlock
from generator.domain.tabell import Kolumn, Rad, Tabell

CHAPTERS, SECTIONS, PARAGRAPHS, ROWS = 20, 3, 5, 5
"""Chapters; sections of each (the first has no heading of its own); paragraphs of a section; table rows."""

TITLE = "Verksamhetsplan med budget"
YEARS = (2019, 2020, 2021)

_SENTENCES = (
    "Nämnden ansvarar för att verksamheten bedrivs inom den ram som fullmäktige har beslutat.",
    "Under planperioden väntas antalet invånare över 80 år öka med närmare en femtedel.",
    "Varje förvaltning redovisar sina åtaganden i samband med delårsrapporten i augusti.",
    "Arbetet sker tillsammans med kommunerna, universitetssjukvården och det civila samhället.",
    "De ekonomiska förutsättningarna är osäkra & kräver att kostnaderna följs månad för månad.",
    "Målvärdet gäller hela året och mäts på samma sätt i alla delar av organisationen.",
    "Investeringar som är större än tio miljoner kronor prövas var för sig innan de påbörjas.",
    "Den som söker vård ska få en första kontakt samma dag, i regel på den egna vårdcentralen.",
    "Kompetensförsörjningen är den fråga som flest chefer anger som avgörande de närmaste åren.",
    "Digitala tjänster införs där de underlättar för patienten och frigör tid för mötet.",
    "Resultatet bedöms sammanvägt, med stöd av indikatorerna och av nämndens egen analys.",
    "Utsläppen från resor, transporter och lokaler ska minska i den takt som planen anger.",
)
_ROWS = (
    "Primärvård",
    "Sjukhusvård",
    "Psykiatri och habilitering",
    "Kollektivtrafik",
    "Kultur och bildning",
    "Gemensam förvaltning",
)


def forty_pages(chapters: int = CHAPTERS) -> View:
    """Return the view; fewer chapters make a shorter document of the same kind."""
    return View(
        dokument=facts(),
        styrmodell=StyrmodellVy("Styrmodell", "", (), ()),
        kapitel_fore=tuple(_chapter(number) for number in range(chapters)),
        noder=(),
        rotnoder=(),
        kapitel_efter=(),
        indikatorgrupper=(),
    )


def facts() -> DokumentVy:
    """Return what the cover of a small plan says: only what has to be said."""
    return DokumentVy(
        id="verksamhetsplan-2019/namnden",
        slag="verksamhetsplan",
        titel=TITLE,
        undertitel="Åren 2019–2021",
        organisation="Region Exempel",
        organ="Nämnden",
        organ_id="namnden",
        period="2019–2021",
        stadium="Utkast",
        beslutat=False,
        version="1",
        datum=None,
        diarienummer="2019/00001",
        ansvarig="",
        beslut=BeslutVy(),
        markning="",
        overordnat="",
        overordnat_organ="",
        foljer_upp="",
        ansvarig_for_ataganden="",
        sprak="sv-SE",
        avsandare="",
        undertecknas="",
    )


def _chapter(number: int) -> KapitelVy:
    blocks: list[Block] = []
    for section in range(SECTIONS):
        place = number * SECTIONS + section
        if section:
            heading = Text(f"Område {place}: {_ROWS[place % len(_ROWS)].lower()}")
            blocks.append(Heading(2, (heading,), f"avsnitt-{place}"))
        blocks += [_paragraph(place * PARAGRAPHS + n, noted=not section and not n) for n in range(PARAGRAPHS)]
        if section:
            blocks.append(TableBlock(_table(place)))
    title = Phrase.of(f"Kapitel {number + 1} om förutsättningar", f"kapitel-{number}")
    return KapitelVy(f"kapitel-{number}", title, Prosa(tuple(blocks)))


def _paragraph(number: int, *, noted: bool) -> Paragraph:
    """Return a paragraph; every fifth begins in bold."""
    first, *rest = (_SENTENCES[(number * 7 + n * 5) % len(_SENTENCES)] for n in range(1 + number % 3))
    start: Inline = Strong((Text(first),)) if number % PARAGRAPHS == 2 else Text(first)  # noqa: PLR2004
    content: tuple[Inline, ...] = (start, Text(f" {' '.join(rest)} Punkt {number}."))
    note = Footnote((Phrase.of(_SENTENCES[number % len(_SENTENCES)]),))
    return Paragraph((*content, note) if noted else content)


def _table(place: int) -> Tabell:
    columns = (
        Kolumn(Phrase.of("Verksamhet")),
        *(Kolumn(Phrase.of(str(year)), "belopp", year) for year in YEARS),
    )
    amounts = [[1000 * (place + 3) + 137 * row + 11 * n for n in range(len(YEARS))] for row in range(ROWS)]
    rows = [_row(_ROWS[row], amounts[row], str(row)) for row in range(ROWS)]
    total = _row("Summa", [sum(column) for column in zip(*amounts, strict=True)], "summa", sums=True)
    return Tabell(f"tabell-{place}", f"Budget för område {place}", columns, (*rows, total), enhet="tkr")


def _row(name: str, amounts: list[int], id_: str, *, sums: bool = False) -> Rad:
    cells: tuple[Phrase | Belopp, ...] = (Phrase.of(name), *(Belopp(Decimal(n), "tkr") for n in amounts))
    return Rad(id_, cells, "summa" if sums else "rad")
