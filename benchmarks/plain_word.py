"""A view as plain Word: headings, paragraphs, tables and footnotes, and nothing that helps one who compares.

No contents, no bookmarks, no ids: as the file of anyone.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.documents.view import KapitelVy, View
from generator.domain.fras import Footnote, Inline, Strong, Text, plain
from generator.domain.prosa import Block, Heading, Paragraph, TableBlock
from generator.ooxml.zipfiles import write_zip

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"{first}><w:name w:val="{name}"/></w:style>'
    for id_, name, first in (
        ("Normal", "Normal", ' w:default="1"'),
        ("Rubrik1", "heading 1", ""),
        ("Rubrik2", "heading 2", ""),
        ("Beskrivning", "caption", ""),
    )
)
_PARTS = {"footnotes": "footnotes", "styles": "styles"}


def plain_word(view: View) -> bytes:
    """Return the document as a Word file: headings, paragraphs, tables, footnotes."""
    notes: list[str] = []
    body = "".join(_block(block, notes) for chapter in view.kapitel_fore for block in _blocks(chapter))
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    texts = {
        "word/document.xml": f"<w:document {_W}><w:body>{body}{section}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{''.join(notes)}</w:footnotes>",
        "word/styles.xml": f"<w:styles {_W}>{_STYLES}</w:styles>",
        "_rels/.rels": _links({"officeDocument": "word/document"}),
        "word/_rels/document.xml.rels": _links(_PARTS),
        "[Content_Types].xml": _types(),
    }
    return write_zip({name: (_HEAD + text).encode() for name, text in texts.items()})


def _blocks(chapter: KapitelVy) -> Iterator[Block]:
    yield Heading(1, chapter.titel.content)
    yield from chapter.text.content


def _block(block: Block, notes: list[str]) -> str:
    match block:
        case Heading(level, content):
            return _paragraph(_runs(content, notes), f"Rubrik{level}")
        case Paragraph(content):
            return _paragraph(_runs(content, notes))
        case TableBlock(tabell):
            heads = [str(column.titel) for column in tabell.kolumner]
            rows = [heads, *([str(cell) for cell in row.celler] for row in tabell.rader)]
            grid = '<w:gridCol w:w="2000"/>' * len(heads)
            inside = f"<w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, rows))}"
            return f"{_paragraph(_run(tabell.caption), 'Beskrivning')}<w:tbl>{inside}</w:tbl>"
        case _:
            raise AssertionError(block)


def _row(cells: list[str]) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{_paragraph(_run(cell))}</w:tc>' for cell in cells)}</w:tr>"


def _paragraph(runs: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{runs}</w:p>"


def _runs(content: tuple[Inline, ...], notes: list[str]) -> str:
    return "".join(_piece(piece, notes) for piece in content)


def _piece(piece: Inline, notes: list[str]) -> str:
    match piece:
        case Text(value):
            return _run(value)
        case Strong(content):
            return _run(plain(content), "<w:rPr><w:b/></w:rPr>")
        case Footnote(content):
            id_ = len(notes) + 1
            text = "".join(_paragraph(_run(str(phrase))) for phrase in content)
            notes.append(f'<w:footnote w:id="{id_}">{text}</w:footnote>')
            return f'<w:r><w:footnoteReference w:id="{id_}"/></w:r>'
        case _:
            raise AssertionError(piece)


def _run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _links(targets: dict[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def _types() -> str:
    kinds = {"document": "document.main", **_PARTS}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rels}{overrides}</Types>'
