"""The smallest forms of what random edits and other people's documents once made wrong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.ooxml.package import Package
from generator.ooxml.redline import redline
from tests.ooxml.workbench import NAMESPACES, SECTION, Mall, p, run
from tests.support.redlines import Verdict, judge
from tests.support.wordviews import read

HEADER = '<w:headerReference w:type="default" r:id="rId{}"/>'
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Märke"/></wp:inline></w:drawing></w:r>'


def section(number: int = 0) -> str:
    """Return a section with a header of its own, or with none."""
    return SECTION.replace("<w:sectPr>", f"<w:sectPr>{HEADER.format(number) if number else ''}")


def ends(text: str, properties: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def headed(body: str, last: str, *headers: str) -> bytes:
    """Return a file whose headers have the relationships rId10 and on."""
    stories = {f"word/header{n}.xml": f"<w:hdr {NAMESPACES}>{h}</w:hdr>" for n, h in enumerate(headers, 1)}
    return Mall(body=body, section=last, numbering=None, stories=stories).data()


def redlined(old: bytes, new: bytes) -> tuple[bytes, Verdict]:
    date = datetime(2026, 1, 1, tzinfo=UTC)
    made = redline(Package.read(old), Package.read(new), author="A", date=date).data
    return made, judge(old, new, made)


def right(old: bytes, new: bytes) -> bytes:
    made, verdict = redlined(old, new)
    assert verdict.flawless, verdict.complaints
    return made


NAME = p("Region Exempel")
PAIRS = {
    "a new section before one without a header": (
        headed(p("a") + ends("b", section()) + p("c"), section(10), NAME),
        headed(ends("a", section(10)) + ends("b", section()) + p("c"), section(10), NAME),
    ),
    "a section that now has the header before it": (
        headed(ends("a", section(10)) + p("b"), section(11), NAME, p("Bilaga")),
        headed(ends("a", section(10)) + p("b"), section(), NAME),
    ),
    "a header taken away": (headed(p("a"), section(10), NAME), headed(p("a"), section())),
    "a header put there": (headed(p("a"), section()), headed(p("a"), section(10), NAME)),
    "a section that goes with its header": (
        headed(ends("a", section(10)) + p("b"), section(11), NAME, p("Bilaga")),
        headed(p("b"), section(10), p("Bilaga")),
    ),
    "a header with a picture, in two sections, of which one had none": (
        headed(ends("a", section()) + p("b"), section(10), f"<w:p>{PICTURE}</w:p>"),
        headed(ends("a", section(10)) + p("b"), section(10), f"<w:p>{PICTURE}</w:p>"),
    ),
}


@pytest.mark.parametrize("case", PAIRS)
def test_headers(case: str) -> None:
    right(*PAIRS[case])


@pytest.mark.parametrize("case", PAIRS)
def test_headers_the_other_way_round(case: str) -> None:
    right(*reversed(PAIRS[case]))


def noted(*notes: str) -> bytes:
    body = "".join(
        f'<w:p>{run(f"Stycke {n}")}<w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>'
        for n in range(1, 1 + len(notes))
    )
    inside = "".join(f'<w:footnote w:id="{n}">{p(text)}</w:footnote>' for n, text in enumerate(notes, 1))
    story = f"<w:footnotes {NAMESPACES}>{inside}</w:footnotes>"
    return Mall(body=f"{body}{p('Slut')}", stories={"word/footnotes.xml": story}).data()


def test_the_text_of_a_note_that_comes_or_goes_is_marked_too() -> None:
    old, new = noted("Enligt beslut i maj."), noted("Enligt beslut i maj.", "Alldeles ny.")
    for files in ((old, new), (new, old)):
        verdict = judge(*files, right(*files))
        assert verdict.marked == verdict.least == len("Stycke 2") + len("Alldeles ny.")


def test_a_document_without_a_section_gets_one_that_can_be_taken_back() -> None:
    right(Mall(body=p("a"), section="").data(), Mall(body=p("b")).data())


def test_an_empty_note_may_get_a_paragraph_and_nothing_else() -> None:
    old = noted("Text.")
    new = Mall(
        body=f'<w:p>{run("Stycke 1")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>{p("Slut")}',
        stories={"word/footnotes.xml": f'<w:footnotes {NAMESPACES}><w:footnote w:id="1"/></w:footnotes>'},
    ).data()
    made, verdict = redlined(old, new)
    assert verdict.words
    assert not verdict.warnings
    assert [line.exact for line in read(made).lines][-2:] == ["<footnote>", "¶ "]
    assert verdict.rejected.whole
