"""Two texts of which one or both were printed: the difference is in the words, not in the printing."""

from __future__ import annotations

import pytest

from generator.alignment.flow import Block, Flow, Kind
from generator.compare.as_text import changes_as_text
from generator.compare.change import Change
from generator.compare.pdf.flow import flow_of_pdf
from generator.compare.text_changes import text_changes
from generator.ooxml.flow import flow_of
from generator.ooxml.package import Package
from tests.ooxml.workbench import Mall, p
from tests.support.printed import SOFT, Printer

HEAD = ("Handlingens namn: Så leds regionen", "Utgåva: 04, fastställd 2021-02-03")
COUNTED = (*"ABCDEFGHIJKLMNOP",)
FILLING = tuple(
    f"I del {word} av planen står vad nämn~den gör, vem som an~svarar och när det ska vara klart."
    for word in COUNTED
)
BEFORE = (
    "# Så leds regionen",
    (
        "Region~styrelsen leder och sam~ordnar för~valt~ningen och har upp~sikt över nämn~derna. Den "
        "be~reder alla ären~den till full~mäktige, och den svarar för ”den röda tråden” mellan plan och "
        "uppföljning under åren 2021–2023."
    ),
    "# Perspektiv",
    "Planen har tre perspektiv. De hör ihop, och inget av dem kan nås utan de andra:",
    "* de som bor här",
    "* hälso- och sjuk~vård",
    "* pengarna.",
    (
        "Kärn~verksam~heten ska ut~vecklas så att den svarar mot vad de som bor här be~höver, i dag "
        "och om tio år."
    ),
    *FILLING,
)
FIGURE = ("Plan", "Uppdrag", "Rapport", "Bokslut och analys")
AFTER = (
    "# Uppföljning",
    (
        "Nämn~derna lämnar rapport i maj och i oktober. Region~styrelsen lägger sam~man dem och drar "
        "slut~satser för nästa års plan, som tas upp i full~mäktige i november."
    ),
)
ONE = (*BEFORE, *FIGURE, *AFTER)
OTHER = (
    *HEAD,
    *(text.replace("Kärn~verksam~heten", "Kärn verksamheten") for text in BEFORE),
    *AFTER,
)


def word_file(*paragraphs: str) -> Flow:
    """Return the text as a Word file has it: whole paragraphs, numbers and bullets made by lists."""
    styles = {"# ": "Rubrik1", "* ": "Punktlista"}
    body = "".join(
        p(text.removeprefix("# ").removeprefix("* ").replace(SOFT, ""), styles.get(text[:2], ""))
        for text in paragraphs
    )
    return flow_of(Package.read(Mall(body=body).data(), "ny.docx"))


def seen(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.change, change.title or change.new) for change in changes]


def only_the_three(changes: tuple[Change, ...]) -> None:
    assert [change.change for change in changes] == ["added", "changed", "removed"]
    head, word, figure = changes
    assert head.new == " ".join(HEAD)
    assert (word.old.split()[0], word.new.split()[:2]) == ("Kärnverksamheten", ["Kärn", "verksamheten"])
    assert figure.old == " ".join(FIGURE)


def test_one_text_set_twice_has_no_differences() -> None:
    narrow = Printer(measure=210, header="Så leds regionen", numbered=True, bullet="–").pdf(*ONE * 6)
    wide = Printer(measure=430, size=10).pdf(*ONE * 6)
    assert seen(text_changes(flow_of_pdf(narrow), flow_of_pdf(wide))) == []
    assert seen(text_changes(flow_of_pdf(wide), flow_of_pdf(narrow))) == []


def test_a_word_file_and_its_own_pages_have_no_differences() -> None:
    pages = flow_of_pdf(Printer(measure=250, header="Ledning i regionen", numbered=True).pdf(*ONE))
    assert seen(text_changes(word_file(*ONE), pages)) == []
    assert seen(text_changes(pages, word_file(*ONE))) == []


def test_two_pdfs_of_one_document_differ_in_header_split_word_and_figure_only() -> None:
    old = flow_of_pdf(Printer(measure=240, header="Ledning i regionen").pdf(*ONE))
    new = flow_of_pdf(Printer(measure=420, numbered=True).pdf(*OTHER))
    only_the_three(text_changes(old, new))


def test_so_do_a_pdf_and_a_word_file() -> None:
    only_the_three(text_changes(flow_of_pdf(Printer(measure=240).pdf(*ONE)), word_file(*OTHER)))


def test_quotes_and_dashes_of_printing_are_no_changes_but_words_and_figures_are() -> None:
    old = word_file("Den ”röda tråden” – 35\u00a0063,9\u00a0tkr – gäller.")
    new = flow_of_pdf(Printer().pdf('Den "röda tråden" - 35 500,0 tkr - gäller.'))
    (change,) = text_changes(old, new)
    assert (str(change.difference), change.unit) == ("436.1", "tkr")
    same = flow_of_pdf(Printer().pdf('Den "röda tråden" - 35 063,9 tkr - gäller.'))
    assert text_changes(old, same) == ()


POINTS = ("de som bor här", "hälso- och sjuk~vård", "pengarna som räcker till")


@pytest.mark.parametrize("mark", ["- ", "– ", "• ", "o ", "* "])
@pytest.mark.parametrize("printed", ["", "* "])
def test_a_bullet_that_one_side_lacks_is_no_change(mark: str, printed: str) -> None:
    file = word_file(*BEFORE[:2], *(f"{mark}{point}" for point in POINTS), *AFTER)
    pages = flow_of_pdf(Printer().pdf(*BEFORE[:2], *(f"{printed}{point}" for point in POINTS), *AFTER))
    assert text_changes(file, pages) == ()
    assert text_changes(pages, file) == ()


def test_words_that_differ_after_a_bullet_are_told_without_it() -> None:
    file = word_file(*BEFORE[:2], "- de som bor här i länet och arbetar", *AFTER)
    pages = flow_of_pdf(Printer().pdf(*BEFORE[:2], "de som bor här i länet och studerar", *AFTER))
    (change,) = text_changes(file, pages)
    assert (change.old, change.new) == (
        "… bor här i länet och arbetar",
        "… bor här i länet och studerar",
    )


def test_the_number_of_a_point_is_no_change_though_its_words_are() -> None:
    block = Block(Kind.PUNKT, "Målen i miljöplanen styr arbetet i alla delar av nämnden.", number="2.")
    printed = Block(Kind.STYCKE, "2 Målen i miljöplanen styr arbetet i några delar av nämnden.")
    for old, new in ((block, printed), (printed, block)):
        (change,) = text_changes(Flow((old,), printed=old is printed), Flow((new,), printed=new is printed))
        assert {change.old[:14], change.new[:14]} == {"Målen i miljöp"}


def test_a_minus_is_no_bullet() -> None:
    file = word_file(*BEFORE[:2], "− 5 tkr i resultat för hela året", *AFTER)
    pages = flow_of_pdf(Printer().pdf(*BEFORE[:2], "5 tkr i resultat för hela året", *AFTER))
    assert len(text_changes(file, pages)) == 1
    dashed = word_file(*BEFORE[:2], "- 5 tkr i resultat för hela året", *AFTER)
    assert len(text_changes(dashed, pages)) == 1


def test_a_change_is_told_where_it_stands() -> None:
    new = tuple(text.replace("tre perspektiv", "fyra perspektiv") for text in ONE)
    pages = [flow_of_pdf(Printer(measure=300, numbered=True).pdf(*text)) for text in (ONE, new)]
    told = changes_as_text(text_changes(*pages))
    assert told.splitlines()[0] == "1 formulering ändras"
    assert "2 Perspektiv" in told
    assert "tre" in told
    assert "fyra" in told
