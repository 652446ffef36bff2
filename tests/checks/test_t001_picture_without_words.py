"""T001: pictures that say nothing to those who cannot see them, in texts and in templates."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import docx
import pytest
from docx.document import Document

from generator.diagnostics import Severity
from generator.documents.view import View
from generator.render.lint import Rules, lint
from generator.render.shapes import Model
from tests.organisations.small import Case, chapter, told
from tests.support.small import template

CASES = [
    Case(
        "a picture without words in a text",
        chapter("Se ![](bild.png)."),
        [
            (
                "plan/nämnden/4-text.md:3:4 T001 fel",
                "Bilden har ingen alternativtext, och den kan inte stå i texten",
                "Lägg bilden i Wordmallen, och skriv där i ord vad den visar (Redigera alternativtext).",
            )
        ],
    ),
    Case(
        "words of mere space are none",
        chapter("![ ](bild.png)"),
        [
            (
                "plan/nämnden/4-text.md:3:1 T001 fel",
                "Bilden har ingen alternativtext, och den kan inte stå i texten",
                "Lägg bilden i Wordmallen, och skriv där i ord vad den visar (Redigera alternativtext).",
            )
        ],
    ),
    Case(
        "with words it is misplaced only",
        chapter("Se ![karta över länet](bild.png)."),
        [
            (
                "plan/nämnden/4-text.md:3:4 S003 fel",
                "En bild kan inte stå i texten",
                "Lägg bilden i Wordmallen.",
            )
        ],
    ),
    Case("no picture", chapter("Se ”!” och [kommunallagen](https://exempel.se)."), []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def _png() -> io.BytesIO:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )


def _with_picture(words: str, *, in_header: bool = False) -> bytes:
    def build(document: Document) -> None:
        place = document.sections[0].header if in_header else document
        paragraph = place.add_paragraph()
        picture = paragraph.add_run().add_picture(_png())
        picture._inline.docPr.set("name", "Diagram 1")
        picture._inline.docPr.set("descr", words)

    return template(build)


@pytest.mark.parametrize("in_header", [False, True])
def test_a_picture_of_a_template_without_words_is_a_warning(in_header: bool) -> None:
    found = lint(_with_picture("", in_header=in_header), "mall.docx", Rules(Model(View, ())))
    (silent,) = [d for d in found if d.code == "T001"]
    assert silent.severity is Severity.WARNING
    assert silent.message.startswith("Mallen mall.docx (word/")
    assert silent.message.endswith("): bilden ”Diagram 1” saknar alternativtext")
    assert silent.hint == "Högerklicka på den i Word, välj Redigera alternativtext och skriv vad den visar."


def test_a_picture_with_words_or_marked_as_decorative_is_not_told_of() -> None:
    said = _with_picture("En karta över länet.")
    assert not [d for d in lint(said, "mall.docx", Rules(Model(View, ()))) if d.code == "T001"]
    decorative = docx.Document(io.BytesIO(_with_picture("")))
    (shape,) = decorative.inline_shapes
    namespace = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    extensions = shape._inline.docPr.makeelement(
        "{http://schemas.openxmlformats.org/drawingml/2006/main}extLst"
    )
    mark = extensions.makeelement(f"{{{namespace}}}decorative", {"val": "1"})
    extensions.append(mark)
    shape._inline.docPr.append(extensions)
    out = io.BytesIO()
    decorative.save(out)
    assert not [d for d in lint(out.getvalue(), "mall.docx", Rules(Model(View, ()))) if d.code == "T001"]
