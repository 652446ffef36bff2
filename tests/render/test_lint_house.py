"""Templates that ship are right in every way; drift from the house is told, and a style that is not there."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from generator.diagnostics import Diagnostic, Severity
from generator.documents.andringsblad import FORM as CHANGES
from generator.documents.kind import Form, Kind, kinds
from generator.documents.kontrollrapport import FORM as REPORT
from generator.documents.view import View
from generator.ooxml.house import folded
from generator.render import needed
from generator.render.lint import Rules, lint
from generator.render.shapes import Model
from tests.ooxml.test_house_style import BAS, TEMPLATES, changed, saved_in_swedish
from tests.ooxml.workbench import Mall, p, raw

RENDER = Path(needed.__file__).parent
LEVELS = ("perspektiv", "inriktningsmål", "insatsområde")
PRINTED: tuple[Kind | Form, ...] = (*kinds().values(), REPORT, CHANGES)
KINDS = {kind.template: kind for kind in PRINTED}
SHIPPED = sorted(path for path in TEMPLATES.glob("*.docx") if not path.name.startswith("~$"))


def found(data: bytes, base: bytes | None = BAS) -> list[Diagnostic]:
    """What is found about the style of a template."""
    return [d for d in lint(data, "mall.docx", Rules(Model(View, LEVELS), (), base)) if d.code == "D004"]


def said(data: bytes, base: bytes | None = BAS) -> list[str]:
    return [d.message.partition(": ")[2] for d in found(data, base)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_templates_are_right(path: Path) -> None:
    kind = KINDS.get(path.name)
    rules = Rules(Model(kind.view if kind else View, LEVELS), kind.promises if kind else (), BAS)
    assert lint(path.read_bytes(), path.name, rules) == ()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_they_are_right_when_a_swedish_word_has_saved_them(path: Path) -> None:
    assert found(saved_in_swedish(path.read_bytes())) == []


def test_a_drifted_style_is_told_as_word_names_it() -> None:
    document = docx.Document(io.BytesIO(BAS))
    document.styles["heading 2"].font.size = docx.shared.Pt(15)
    document.styles["Body Text"].font.name = "Arial"
    out = io.BytesIO()
    document.save(out)
    first, second = found(out.getvalue())
    assert first.severity is Severity.WARNING
    assert "Brödtext: typsnitt Arial har lagts till" in first.message
    assert second.message == (
        "Mallen mall.docx (word/document.xml): Rubrik 2: teckenstorlek 15 i stället för 16"
        " (avviker från bas.docx)"
    )
    assert "styrdok templates sync" in second.hint


def test_margins_and_paper_are_held_against_the_house() -> None:
    document = docx.Document(io.BytesIO(BAS))
    document.sections[1].left_margin = Mm(25)
    document.sections[1].page_width = Mm(216)
    out = io.BytesIO()
    document.save(out)
    assert said(out.getvalue()) == [
        "avsnitt 2: sidans bredd 216 mm i stället för 210 mm, vänster marginal 25 mm i stället för 30 mm"
    ]


def test_a_turned_page_is_a_page_of_the_house() -> None:
    text = raw(BAS).decode()
    size = '<w:pgSz w:w="11906" w:h="16838"/>'
    margins = '<w:pgMar w:top="1588" w:right="1701" w:bottom="1417" w:left="1701"'
    turned = '<w:pgMar w:top="1701" w:right="1588" w:bottom="1701" w:left="1417"'
    at = text.rindex(size)
    assert margins in text[at:]
    new = text[:at] + text[at:].replace(
        size, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    ).replace(margins, turned)
    assert said(changed(BAS, {"word/document.xml": (text, new)})) == []


def test_a_style_that_the_text_names_and_no_one_defines_is_an_error() -> None:
    body = p("a") + p("b", "FinnsInte") + p("c", "FinnsInte")
    errors = [d for d in found(Mall(body=body).data(), None) if d.severity is Severity.ERROR]
    assert [d.message for d in errors] == [
        (
            "Mallen mall.docx (word/document.xml, stycke 2): styckeformatet ”FinnsInte” används men"
            " finns inte i mallen"
        )
    ]


def test_styles_that_the_program_needs_are_told_by_what_becomes_of_the_text() -> None:
    stock, plain = said(Mall().data(), None)
    assert "”Beskrivning”" in stock
    assert "saknas, och programmet behöver dem; texten får det enklaste utseendet" in stock
    assert "”Tabelltext”, ”Tabelltal”" in plain
    assert "texten får brödtextens utseende" in plain
    assert "”Punktlista”" not in stock + plain


def test_other_styles_of_the_house_are_told_together() -> None:
    (message,) = [m for m in said(Mall().data()) if "som hör till husets stil" in m]
    assert "”Underrubrik utan nummer”" in message
    assert " till saknas, som hör" in message
    assert "”Tabelltext”" not in message


def test_a_template_that_is_not_in_the_style_at_all_is_told_so_once() -> None:
    document = docx.Document()
    document.add_paragraph("x")
    out = io.BytesIO()
    document.save(out)
    messages = said(out.getvalue())
    assert len(messages) < 8
    assert sum("avviker från bas.docx" in m for m in messages) == 1


def test_lines_are_counted_as_word_counts_them() -> None:
    text = raw(BAS, "word/styles.xml").decode()
    start = text.index('w:styleId="Heading1"')
    old = 'w:line="240" w:lineRule="auto"'
    at = text.index(old, start)
    for new, words in (
        ('w:line="276" w:lineRule="auto"', "radavstånd 1,15 rader i stället för 1 rader"),
        ('w:line="240" w:lineRule="exact"', "radavstånd exakt 12 pt i stället för 1 rader"),
        ('w:line="240" w:lineRule="atLeast"', "radavstånd minst 12 pt i stället för 1 rader"),
    ):
        data = changed(BAS, {"word/styles.xml": (text, text[:at] + new + text[at + len(old) :])})
        assert said(data) == [f"Rubrik 1: {words} (avviker från bas.docx)"]


def asked_for() -> set[str]:
    """The names of styles that the code of this room asks a template for, as far as they are written out."""
    names: set[str] = set()
    for path in sorted(RENDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            of_styles = isinstance(node.func.value, ast.Attribute) and node.func.value.attr == "styles"
            if node.func.attr == "_style" or (node.func.attr == "id" and of_styles):
                strings = [c for a in node.args for c in ast.walk(a) if isinstance(c, ast.Constant)]
                names |= {str(c.value) for c in strings if isinstance(c.value, str)}
    return names


def test_every_style_that_the_code_asks_for_is_listed() -> None:
    listed = {folded(name) for _, name in needed.NEEDED}
    pieces = {
        "character",
        "table",
        "paragraph",
        " ",
        "heading ",
        "Table Grid",
        "punktlista",
        "nummerlista",
        "citat",
        "belopp",
    }
    assert {name for name in asked_for() if name not in pieces and folded(name) not in listed} == set()
    assert "Tabelltal" in asked_for() or "caption" in asked_for()
