"""Tables as text: a grid of fixed widths, head rows that repeat and are marked as such, rows that stay
whole.

How a table looks comes from its table style and the paragraph styles of its cells; only what a style cannot
say is written here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.ooxml.text import escape_text

_RULE = '<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tcBorders>'


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: run-level XML for each of its paragraphs, in one paragraph style, over ``span`` columns.

    ``blocks`` is ready-made block XML to use instead of the paragraphs, such as prose with lists.
    """

    paragraphs: tuple[str, ...] = ("",)
    style_id: str = ""
    span: int = 1
    blocks: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. ``head``: repeated on each page and marked as header; ``rule_above``: a line over it (sums)."""

    cells: tuple[Cell, ...]
    head: bool = False
    rule_above: bool = False
    keep_next: bool = False


def cell(*paragraphs: str, style_id: str = "", span: int = 1, blocks: str = "") -> Cell:
    """Return a cell of run-level XML, one argument a paragraph."""
    return Cell(paragraphs or ("",), style_id, span, blocks)


def row(
    cells: Sequence[Cell], head: bool = False, rule_above: bool = False, *, keep_next: bool = False
) -> Row:
    """Return a row; with ``keep_next`` it stands on the page of the next one."""
    return Row(tuple(cells), head, rule_above, keep_next)


def table(
    rows: Sequence[Row],
    widths: Sequence[int],
    style_id: str = "",
    *,
    together: int = 1,
    first_column: bool = False,
    last_row: bool = False,
    description: str = "",
) -> str:
    """Return a table with the given column widths in twips; no table for no rows.

    A head row is always kept with the row below it. ``together`` is the least number of rows, heads not
    counted, that stand on either side where the table breaks over pages; one with too few rows for that is
    kept whole. ``description`` is read aloud to those who cannot see the table. Raises ValueError when a row
    does not fill the grid.
    """
    if not rows:
        return ""
    heads = sum(item.head for item in rows)
    body = "".join(
        _row(item, widths, keep=item.keep_next or _is_kept(index, heads, len(rows), together))
        for index, item in enumerate(rows)
    )
    return f"<w:tbl>{_properties(widths, style_id, first_column, last_row, description)}{body}</w:tbl>"


def _is_kept(index: int, heads: int, number: int, together: int) -> bool:
    """Tell whether a row stands on the page of the next one: the first break is after ``together`` rows."""
    return index < number - 1 and (index < heads + together - 1 or index >= number - together)


def _properties(
    widths: Sequence[int], style_id: str, first_column: bool, last_row: bool, description: str
) -> str:
    look = 0x0420 | (0x0080 if first_column else 0) | (0x0040 if last_row else 0)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return "".join(
        (
            "<w:tblPr>",
            f'<w:tblStyle w:val="{escape_text(style_id)}"/>' if style_id else "",
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>',
            f'<w:tblLook w:val="{look:04X}" w:firstRow="1" w:lastRow="{int(last_row)}" ',
            f'w:firstColumn="{int(first_column)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>',
            f'<w:tblDescription w:val="{escape_text(description)}"/>' if description else "",
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
        )
    )


def _row(item: Row, widths: Sequence[int], keep: bool) -> str:
    if sum(c.span for c in item.cells) != len(widths):
        raise ValueError(f"the row fills {sum(c.span for c in item.cells)} of {len(widths)} columns")
    cells = []
    column = 0
    for content in item.cells:
        width = sum(widths[column : column + content.span])
        cells.append(_cell(content, width, item.rule_above, keep))
        column += content.span
    head = "<w:tblHeader/>" if item.head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: Cell, width: int, rule_above: bool, keep: bool) -> str:
    span = f'<w:gridSpan w:val="{content.span}"/>' if content.span > 1 else ""
    rule = _RULE if rule_above else ""
    inside = content.blocks or "".join(
        _paragraph(runs, content.style_id, keep) for runs in content.paragraphs
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{rule}</w:tcPr>{inside}</w:tc>'


def _paragraph(runs: str, style_id: str, keep: bool) -> str:
    style = f'<w:pStyle w:val="{escape_text(style_id)}"/>' if style_id else ""
    properties = style + ("<w:keepNext/>" if keep else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"
