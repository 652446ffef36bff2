"""Tables of the content → Word tables in the house style: caption, marked head row, amounts to the right."""

from __future__ import annotations

from collections.abc import Sequence

from generator.domain.belopp import Belopp
from generator.domain.fras import Phrase
from generator.domain.tabell import Kolumn, Rad, Tabell
from generator.ooxml.assembly import Assembly
from generator.ooxml.blocks import (
    Cell,
    Row,
    cell,
    landscape_section,
    paragraph,
    row,
    seq_caption,
    table,
    text_run,
)
from generator.render.inline import InlineWriter, shown
from generator.render.widths import column_widths

LABEL = "Tabell"
_TOGETHER = 6
"""Rows. A table of mere amounts, as a budget is, is read as a whole: a low one is not broken, and a high one
has so many rows on either side. Kept whole it could leave almost half a page empty."""


class TableWriter:
    """Writes the tables of one part; ``width`` and ``turned``: the text's width on either page, in twips."""

    def __init__(self, assembly: Assembly, inline: InlineWriter, width: int, turned: int) -> None:
        self.assembly, self.inline = assembly, inline
        self.width, self.turned = width, turned

    def block(self, tabell: Tabell) -> str:
        """Return caption, table and the facts under it; on a landscape page when the table asks for it."""
        text = self._caption(tabell) + self._table(tabell, self.turned if tabell.liggande else self.width)
        text += self._note(tabell)
        if tabell.liggande:
            before, after = landscape_section()
            return f"{before}{text}{after}"
        return text

    def _style(self, *names: str, kind: str = "paragraph") -> str:
        """Return the id of the first of these styles that the template has."""
        for name in names:
            found = self.assembly.styles.id(name, kind)
            if found:
                return found
        return ""

    def _caption(self, tabell: Tabell) -> str:
        if not tabell.titel:
            return ""
        mark = self.assembly.bookmark(tabell.id) if tabell.id else ("", "")
        return seq_caption(LABEL, text_run(tabell.caption), self._style("caption"), mark)

    def _note(self, tabell: Tabell) -> str:
        said = []
        if tabell.tecken:
            said.append(f"Tecken: {tabell.tecken}.")
        if tabell.argang:
            said.append(f"Siffror: {tabell.argang}.")
        style = self._style("Tabellnot", "Tabelltext")
        return paragraph(text_run(" ".join(said)), style) if said else paragraph("", style)

    def _table(self, tabell: Tabell, width: int) -> str:
        head = row([self._head(k) for k in tabell.kolumner], head=True)
        styles = {summa: self._cell_styles(tabell.kolumner, summa=summa) for summa in (False, True)}
        kept = _kept(tabell.rader)
        rows = [
            head,
            *(
                self._row(rad, styles[rad.roll == "summa"], keep_next=keep)
                for rad, keep in zip(tabell.rader, kept, strict=True)
            ),
        ]
        return table(
            rows,
            column_widths(tabell, width),
            self._style("Styrdokument", "Table Grid", kind="table"),
            together=_TOGETHER if _is_of_amounts(tabell) else 1,
            description=tabell.caption,
        )

    def _head(self, kolumn: Kolumn) -> Cell:
        names = ("Tabellhuvud tal", "Tabellhuvud") if kolumn.slag == "belopp" else ("Tabellhuvud",)
        return cell(self.inline.phrase(kolumn.titel), style_id=self._style(*names))

    def _row(self, rad: Rad, styles: Sequence[str], *, keep_next: bool) -> Row:
        """Return a row whose cells have these styles, one for each column."""
        if rad.roll == "rubrik":
            style = self._style("Tabellrubrik", "Tabelltext")
            first = cell(self._content(rad.celler[0]), style_id=style)
            return row([first, *(cell("", style_id=style) for _ in styles[1:])], keep_next=keep_next)
        cells = [
            # In a sum there is nothing to say in a column of words, so no dash tells that it is missing.
            cell(
                "" if value is None and rad.roll == "summa" and style == styles[0] else self._content(value),
                style_id=style,
            )
            for value, style in zip(rad.celler, styles, strict=True)
        ]
        return row(cells, rule_above=rad.roll == "summa", keep_next=keep_next)

    def _cell_styles(self, kolumner: Sequence[Kolumn], *, summa: bool) -> list[str]:
        numbers, words = ["Tabelltal"], ["Tabelltext"]
        if summa:
            numbers, words = ["Tabellsumma tal", *numbers], ["Tabellsumma", *words]
        return [self._style(*(numbers if k.slag == "belopp" else words)) for k in kolumner]

    def _content(self, value: Phrase | Belopp | None) -> str:
        if isinstance(value, Phrase):
            return self.inline.phrase(value)
        return text_run(shown(value))


def _kept(rows: Sequence[Rad]) -> list[bool]:
    """Tell which rows stay with the next: a heading, the row below it, and what stands right above a sum."""
    roles = ["", *(rad.roll for rad in rows), ""]
    return [
        after != "" and ("rubrik" in (before, here) or after == "summa")
        for before, here, after in zip(roles, roles[1:], roles[2:], strict=False)
    ]


def _is_of_amounts(tabell: Tabell) -> bool:
    return all(kolumn.slag == "belopp" for kolumn in tabell.kolumner[1:])
