"""A PDF as a flow: what the printing did is undone, and a hostile file gives a sentence."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from generator.alignment.flow import Kind
from generator.compare.pdf import pages
from generator.compare.pdf.flow import flow_of_pdf
from generator.compare.pdf.hyphens import joined, settled, vocabulary
from generator.compare.pdf.marks import has_leader, is_page_number, item_mark
from generator.diagnostics import StyrdokError
from tests.support.printed import SOFT, Printer, made_of

LONG = (
    "Nämn~den följer upp verk~sam~heten tre gånger om året och lämnar en rapport till region~styrelsen, "
    "som har upp~sikt över hälso- och sjuk~vården. Rapporten visar hur långt arbetet har kommit, vad som "
    "åter~står och vilka be~slut som be~hövs före nästa möte i nämnden."
).replace("~", SOFT)
PLAIN = LONG.replace(SOFT, "")


def texts(data: bytes, *kinds: Kind) -> list[str]:
    blocks = flow_of_pdf(data, "gammal.pdf").blocks
    return [settled(b.text, frozenset()) for b in blocks if not kinds or b.kind in kinds]


@pytest.mark.parametrize("measure", [180.0, 260.0, 430.0])
def test_lines_become_paragraphs_whatever_the_measure(measure: float) -> None:
    found = texts(Printer(measure=measure).pdf("# Uppföljning", LONG, LONG))
    assert found == ["Uppföljning", PLAIN, PLAIN]


def test_headings_lists_and_rows_are_told_apart_and_their_numbers_kept_aside() -> None:
    data = Printer(numbered=True).pdf(
        "# Mål", LONG, "* bo och leva här", "* resa hit", "| Drift | 35 063,9 | 35 500,0", "# Budget", LONG
    )
    blocks = flow_of_pdf(data).blocks
    assert [(b.kind.value, b.number, b.place) for b in blocks] == [
        ("rubrik", "1", ()),
        ("stycke", "", ("1 Mål",)),
        ("punkt", "•", ("1 Mål",)),
        ("punkt", "•", ("1 Mål",)),
        ("rad", "", ("1 Mål",)),
        ("rubrik", "2", ()),
        ("stycke", "", ("2 Budget",)),
    ]
    assert blocks[4].cells == ("Drift", "35 063,9", "35 500,0")
    assert blocks[2].text == "bo och leva här"


def test_headers_footers_and_page_numbers_are_taken_out_and_paragraphs_go_on_over_the_page() -> None:
    flow = flow_of_pdf(Printer(header="Verksamhetsplan 2019").pdf(*[LONG] * 40))
    assert flow.printed
    assert flow.blocks[-1].page > 2
    assert [settled(block.text, frozenset()) for block in flow.blocks] == [PLAIN] * 40
    assert flow.margins == ("Verksamhetsplan 2019",)


def drawn(*page: Sequence[tuple[float, float, str]]) -> bytes:
    """Return a PDF of pages with words at places (from the left, from below)."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for words in page:
        for left, up, text in words:
            canvas.setFont("Times-Roman", 11)
            canvas.drawString(left, up, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_the_name_of_a_chapter_beside_the_page_number_is_no_text() -> None:
    pages = [
        [(70, 810, f"Kapitel {n}: Mål"), (500, 810, f"{n}"), (70, 700, f"Text {n}.")] for n in range(1, 6)
    ]
    flow = flow_of_pdf(drawn(*pages))
    assert [block.text for block in flow.blocks] == [f"Text {n}." for n in range(1, 6)]
    assert flow.margins == tuple(f"Kapitel {n}: Mål" for n in range(1, 6))


def test_a_row_at_the_head_of_a_page_is_text_though_a_cell_looks_like_a_page_number() -> None:
    pages = [[(70, 800, f"Text {n} börjar högst upp."), (70, 700, f"Text {n}.")] for n in range(1, 6)]
    pages[2][0:1] = [(70, 800, "Drift"), (300, 800, "12")]
    blocks = flow_of_pdf(drawn(*pages)).blocks
    assert [block.cells for block in blocks if block.kind is Kind.RAD] == [("Drift", "12")]


def test_notes_at_the_foot_of_a_page_come_after_the_text_with_their_numbers() -> None:
    notes = {1: (("1", "Redovisas för kvinnor och män."), ("2", "Enligt årsbokslutet."))}
    flow = flow_of_pdf(Printer(notes=notes).pdf(LONG, LONG))
    assert [(b.kind.value, b.number, b.text) for b in flow.blocks[2:]] == [
        ("fotnot", "1", "Redovisas för kvinnor och män."),
        ("fotnot", "2", "Enligt årsbokslutet."),
    ]


def test_a_table_of_contents_is_left_out() -> None:
    lines = ["# Innehåll", "Mål............................. 3", "Budget.......................... 7"]
    assert texts(Printer().pdf(*lines, "# Mål", LONG)) == ["Mål", PLAIN]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("en regi-", "onplan"), "en regionplan"),
        (("hälso-", "och sjukvård"), "hälso- och sjukvård"),
        (("SO-", "SFI"), "SO-SFI"),
        (("e-", "post"), "e-post"),
        (("åren 2019–", "2021"), "åren 2019–2021"),
        (("nämnden –", "som har uppsikt"), "nämnden – som har uppsikt"),
        (("region\u00ad", "plan"), "regionplan"),
    ],
)
def test_lines_are_joined_as_they_were_written(lines: tuple[str, ...], text: str) -> None:
    assert settled(joined(lines), frozenset()) == text


def test_a_hyphen_that_may_be_either_is_decided_by_the_words_in_use() -> None:
    assert settled(joined(("en sms-", "tjänst")), vocabulary(["vår sms-tjänst."])) == "en sms-tjänst"
    assert settled(joined(("gör det gemen-", "samt")), vocabulary(["gemensamt"])) == "gör det gemensamt"
    assert settled(joined(("och plan-", "samt budget")), vocabulary(["plan"])) == "och plan- samt budget"


def test_marks_of_lists_page_numbers_and_leaders() -> None:
    marked = ("• ett", "– två", "a) tre", "12. fyra", "3.1.2 Fem")
    assert [item_mark(text) for text in marked] == ["• ", "– ", "a) ", "12. ", "3.1.2 "]
    assert [item_mark(text) for text in ("2019 var", "och sex", "3,5 procent", "om 5. maj")] == [""] * 4
    assert all(map(is_page_number, ("3", "– 3 –", "3 (12)", "Sida 3 av 12", "Sid 4")))
    assert not any(map(is_page_number, ("2019 års plan", "3,5", "Sidan om")))
    assert has_leader("Mål ........ 3")
    assert not has_leader("Mål ... 3 år")


def refusal(data: bytes) -> str:
    with pytest.raises(StyrdokError) as caught:
        flow_of_pdf(data, "gammal.pdf")
    return str(caught.value)


def test_what_is_no_pdf_or_damaged_or_locked_gives_a_sentence() -> None:
    whole = Printer().pdf(LONG)
    assert refusal(b"PK\x03\x04") == "gammal.pdf är inte en PDF."
    assert "skadad" in refusal(whole[: len(whole) // 2])
    assert "skadad" in refusal(b"%PDF-1.7\n" + bytes(range(256)) * 50)
    assert "lösenord" in refusal(Printer(encryption=StandardEncryption("hemligt")).pdf(LONG))


def test_a_pdf_that_only_forbids_copying_is_read() -> None:
    free = StandardEncryption("", ownerPassword="ägare", canCopy=0)
    assert texts(Printer(encryption=free).pdf(LONG)) == [PLAIN]


def test_pages_that_are_pictures_are_said_to_be_so() -> None:
    assert "ingen text" in refusal(Printer().pdf(" "))


def test_pages_inside_themselves_and_scripts_do_no_harm() -> None:
    tree = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9999999>>")
    assert "ingen text" in refusal(made_of(*tree)) or "skadad" in refusal(made_of(*tree))


def test_a_text_that_unpacks_to_far_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = zlib.compress(b"BT /F1 12 Tf 70 700 Td " + b"(hej) Tj " * 1_000_000 + b"ET", 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    data = made_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    monkeypatch.setattr(pages, "SECONDS", 1)
    assert len(data) < 100_000
    assert any(word in refusal(data) for word in ("orimligt", "skadad", "längre än"))


def test_a_file_larger_than_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MAX_BYTES", 1024**2)
    assert "2 MB; högst 1 MB" in refusal(b"%PDF-1.7\n" + b"0" * (2 * 1024**2))


def test_a_reading_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "SECONDS", 0.001)
    assert "längre än" in refusal(Printer().pdf(LONG))
