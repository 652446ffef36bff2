"""Two Word templates for the same document, ours and one with loops for docxtpl, and docxtpl's context."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.parser import parse_xml
from docx.shared import Cm

from generator.documents.view import KapitelVy, View
from generator.domain.prosa import Block, Heading, Paragraph, TableBlock, block_text
from generator.domain.tabell import Tabell

_NBSP = "\N{NO-BREAK SPACE}"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CONTENTS = f"""<w:p {_W}>
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
</w:p>"""
_CELL_STYLES = (
    "Tabelltext",
    "Tabelltal",
    "Tabellhuvud",
    "Tabellhuvud tal",
    "Tabellsumma",
    "Tabellsumma tal",
    "Tabellnot",
)
_COLUMNS = 4
_PLAIN = ("Normal Table", "Table Grid")
_BALLAST = ("stylesWithEffects", "customXml", "thumbnail")


def our_template() -> bytes:
    """Return the template that prints each chapter's text with one tag."""
    document = _beginning()
    document.add_paragraph("{%p for kapitel in kapitel_före %}")
    document.add_heading("{{ kapitel.titel }}", 1)
    document.add_paragraph("{{p kapitel.text }}")
    document.add_paragraph("{%p endfor %}")
    return _saved(document)


def loop_template() -> bytes:
    """Return the template for docxtpl: a loop for chapters, one for sections, for paragraphs, for rows."""
    document = _beginning()
    document.add_paragraph("{%p for kapitel in kapitlen %}")
    document.add_heading("{{ kapitel.titel }}", 1)
    document.add_paragraph("{%p for avsnitt in kapitel.avsnitt %}")
    document.add_paragraph("{%p if avsnitt.rubrik %}")
    document.add_heading("{{ avsnitt.rubrik }}", 2)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for stycke in avsnitt.stycken %}")
    document.add_paragraph("{{ stycke }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for tabell in avsnitt.tabeller %}")
    document.add_paragraph(f"Tabell{_NBSP}{{{{ tabell.nummer }}}}. {{{{ tabell.titel }}}}", style="Caption")
    _loop_table(document)
    for _ in range(3):
        document.add_paragraph("{%p endfor %}")
    return _saved(document)


def _loop_table(document: WordDocument) -> None:
    table = document.add_table(rows=4, cols=_COLUMNS, style="Styrdokument")
    table.cell(1, 0).text = "{%tr for rad in tabell.rader %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    for row, tag, styles in (
        (0, "tabell.huvud", ("Tabellhuvud", "Tabellhuvud tal")),
        (2, "rad", ("Tabelltext", "Tabelltal")),
    ):
        for column in range(_COLUMNS):
            paragraph = table.cell(row, column).paragraphs[0]
            paragraph.text = f"{{{{ {tag}[{column}] }}}}"
            paragraph.style = styles[min(column, 1)]


def _beginning() -> WordDocument:
    """Return what both have: styles, header, title, picture, the field of a table of contents."""
    document = Document()
    _drop_ballast(document)
    for name in _CELL_STYLES:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.styles.add_style("Styrdokument", WD_STYLE_TYPE.TABLE)
    document.sections[0].header.paragraphs[0].text = "{{ dokument.organisation }}, {{ dokument.organ }}"
    document.add_paragraph("{{ dokument.titel }}", style="Title")
    document.add_picture(io.BytesIO(_picture(160, 80)), width=Cm(4))
    place: Any = document.add_paragraph()._p  # noqa: SLF001  # python-docx itself has no fields
    place.getparent().replace(place, parse_xml(_CONTENTS))
    return document


def _drop_ballast(document: WordDocument) -> None:
    """Leave out what python-docx's own template has and few others: a hundred table styles, twice."""
    for style in [s for s in document.styles if s.type is WD_STYLE_TYPE.TABLE and s.name not in _PLAIN]:
        style.delete()
    for links in (document.part.rels, document.part.package.rels):
        for rid in [r for r, link in links.items() if link.reltype.endswith(_BALLAST)]:
            del links[rid]


def _saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _picture(width: int, height: int) -> bytes:
    """Return a PNG of that many pixels that cannot be packed, as photographs cannot."""
    state, rows = 1, bytearray()
    for _ in range(height):
        rows.append(0)
        for _ in range(3 * width):
            state = (state * 1_103_515_245 + 12_345) % 2**31
            rows.append(state >> 23)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def loop_context(view: View) -> dict[str, Any]:
    """Return the same content as plain text, as a template with loops needs it."""
    facts = {"titel": view.dokument.titel, "organisation": view.dokument.organisation}
    numbers = iter(range(1, 1_000))
    chapters = [
        {"titel": str(k.titel), "avsnitt": [_section(s, numbers) for s in _sections(k)]}
        for k in view.kapitel_fore
    ]
    return {"dokument": {**facts, "organ": view.dokument.organ}, "kapitlen": chapters}


def _sections(chapter: KapitelVy) -> list[list[Block]]:
    found: list[list[Block]] = [[]]
    for block in chapter.text.content:
        if isinstance(block, Heading):
            found.append([])
        found[-1].append(block)
    return found


def _section(blocks: list[Block], numbers: Any) -> dict[str, Any]:
    return {
        "rubrik": next((block_text(b) for b in blocks if isinstance(b, Heading)), ""),
        "stycken": [block_text(b) for b in blocks if isinstance(b, Paragraph)],
        "tabeller": [_plain(b.tabell, next(numbers)) for b in blocks if isinstance(b, TableBlock)],
    }


def _plain(tabell: Tabell, number: int) -> dict[str, Any]:
    return {
        "nummer": number,
        "titel": tabell.caption,
        "huvud": [str(kolumn.titel) for kolumn in tabell.kolumner],
        "rader": [[str(value) for value in rad.celler] for rad in tabell.rader],
    }
