"""Word's XML as text: runs, paragraphs, links, fields, captions, sections. Every text is escaped here.

Pure functions. Lengths are in twips (1/20 pt), as Word counts. ``rpr`` is the inside of a ``w:rPr``;
``extra_ppr`` is what stands in ``w:pPr`` after the numbering, in the order of the schema (tabs, spacing,
ind, jc …).
"""

from __future__ import annotations

from generator.ooxml.tables import Cell, Row, cell, row, table
from generator.ooxml.text import clean_text, escape_text, run_content

__all__ = [
    "Cell",
    "Row",
    "cell",
    "clean_text",
    "escape_text",
    "field",
    "hyperlink",
    "kept_with_next",
    "landscape_section",
    "page_break",
    "paragraph",
    "row",
    "seq_caption",
    "table",
    "text_run",
]

NO_BREAK_SPACE = "\u00a0"

# A section that a landscape table brought with it carries this revision id until ``Assembly.finish`` has made
# it follow the section it stands in. No reader ever sees it.
SECTION_BEFORE = "5EC70001"
SECTION_AFTER = "5EC70002"
SECTION_MARKS = frozenset({SECTION_BEFORE, SECTION_AFTER})

_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def text_run(text: str, rpr: str = "") -> str:
    """Return a run. Tabs and line breaks in the text become Word's own; the empty text gives no run."""
    content = run_content(text)
    return _run(content, rpr) if content else ""


def _run(content: str, rpr: str = "") -> str:
    return f"<w:r><w:rPr>{rpr}</w:rPr>{content}</w:r>" if rpr else f"<w:r>{content}</w:r>"


def paragraph(
    content: str,
    style_id: str = "",
    num_id: int | None = None,
    level: int = 0,
    extra_ppr: str = "",
    *,
    keep_next: bool = False,
    page_break_before: bool = False,
) -> str:
    """Return a paragraph of run-level XML; ``num_id`` and ``level`` (from 0) make it an item of a list."""
    properties = "".join(
        (
            f'<w:pStyle w:val="{escape_text(style_id)}"/>' if style_id else "",
            "<w:keepNext/>" if keep_next else "",
            "<w:pageBreakBefore/>" if page_break_before else "",
            ""
            if num_id is None
            else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>',
            extra_ppr,
        )
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>" if properties else f"<w:p>{content}</w:p>"


def page_break() -> str:
    """Return the run that breaks the page."""
    return '<w:r><w:br w:type="page"/></w:r>'


def kept_with_next(blocks: str) -> str:
    """Return blocks made here with the last paragraph kept on the page of what follows them."""
    mark, keep = "<w:pStyle ", "<w:keepNext/>"
    at = blocks.rfind(mark)
    end = blocks.find("/>", at) + len("/>")
    if at < 0 or blocks.startswith(keep, end):
        return blocks
    return blocks[:end] + keep + blocks[end:]


def hyperlink(content: str, rid: str = "", anchor: str = "") -> str:
    """Return runs as a link: to a relationship (``Assembly.link``) or to a bookmark (``bookmark_name``)."""
    target = f' r:id="{escape_text(rid)}"' if rid else ""
    place = f' w:anchor="{escape_text(anchor)}"' if anchor else ""
    if not target and not place:
        return content
    return f'<w:hyperlink{target}{place} w:history="1">{content}</w:hyperlink>'


def field(instr: str, cached: str, rpr: str = "") -> str:
    """Return the runs of a field with the text it shows until a reader computes it anew."""
    return "".join(
        (
            _run('<w:fldChar w:fldCharType="begin"/>', rpr),
            _run(f'<w:instrText xml:space="preserve"> {escape_text(instr.strip())} </w:instrText>', rpr),
            _run('<w:fldChar w:fldCharType="separate"/>', rpr),
            _run(run_content(cached), rpr),
            _run('<w:fldChar w:fldCharType="end"/>', rpr),
        )
    )


def seq_caption(
    label: str,
    text_runs: str,
    style_id: str,
    bookmark: tuple[str, str] = ("", ""),
    rpr: str = "",
    *,
    keep_next: bool = True,
) -> str:
    """Return a caption: ”Tabell 1. …”, numbered by a SEQ field of the label, kept with what it stands above.

    ``bookmark`` (start and end XML) surrounds label and number, so that a REF to it prints ”Tabell 1”. The
    number is right after ``Assembly.finish``.
    """
    number = field(f"SEQ {label} \\* ARABIC", "1", rpr)
    head = f"{bookmark[0]}{text_run(f'{label}{NO_BREAK_SPACE}', rpr)}{number}{bookmark[1]}"
    return paragraph(f"{head}{text_run('. ', rpr)}{text_runs}", style_id, keep_next=keep_next)


def landscape_section(portrait_sectpr_xml: str = "<w:sectPr/>") -> tuple[str, str]:
    """Return the paragraphs to put before and after blocks that need a landscape page of their own.

    Paper, margins, header and footer are those of the section around them: ``Assembly.finish`` copies them,
    so the given ``w:sectPr`` only has to be well formed. The text goes on in portrait afterwards.
    """
    return _section_end(portrait_sectpr_xml, SECTION_BEFORE), _section_end(portrait_sectpr_xml, SECTION_AFTER)


def _section_end(sectpr: str, mark: str) -> str:
    marked = sectpr.strip().replace("<w:sectPr", f'<w:sectPr w:rsidSect="{mark}"', 1)
    return f"<w:p><w:pPr>{_TINY}{marked}</w:pPr></w:p>"
