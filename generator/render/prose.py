"""Prose → Word blocks in the template's own styles."""

from __future__ import annotations

from dataclasses import dataclass

from generator.domain.fras import Phrase
from generator.domain.prosa import (
    Block,
    Excerpt,
    Fetch,
    Heading,
    ListBlock,
    Paragraph,
    Prosa,
    Quote,
    TableBlock,
)
from generator.ooxml.assembly import Assembly
from generator.ooxml.blocks import paragraph
from generator.render.inline import InlineWriter
from generator.render.tables import TableWriter

ABOVE = "Överordnad text"
"""The style of what is decided above, where the template does not say otherwise."""

_DEEPEST_LIST = 8


_SHORT_LIST = 4
"""Items. A list this short is not broken; a longer one leaves no item alone on either page."""


@dataclass(frozen=True, slots=True)
class _ListLook:
    """The style of a list's items, that of the text it stands in, its number, and its level from 0."""

    style: str
    text_style: str
    number: int
    level: int


class ProseWriter:
    """Writes prose; a paragraph takes the style of the tag it came from, a list the style made for that."""

    def __init__(self, assembly: Assembly, inline: InlineWriter, tables: TableWriter) -> None:
        self.assembly, self.inline, self.tables = assembly, inline, tables

    def blocks(self, prosa: Prosa, style_id: str) -> str:
        """Return the blocks of the text, the first paragraph in a bookmark at the item's first place.

        What follows the first paragraph takes the style made for that where there is one: a style that
        numbers its paragraphs is not to number each of a text.
        """
        first, *rest = prosa.content
        if not isinstance(first, Paragraph):
            return self._all(prosa.content, style_id)
        runs = self.inline.phrase(Phrase(first.content, prosa.anchor))
        return paragraph(runs, style_id) + self._all(tuple(rest), self._after_first(style_id) or style_id)

    def _after_first(self, style_id: str) -> str:
        return self._made_for(style_id, "fortsättning")

    def _all(self, blocks: tuple[Block, ...], style_id: str) -> str:
        return "".join(self._block(block, style_id) for block in blocks)

    def _block(self, block: Block, style_id: str) -> str:
        match block:
            case Paragraph(content):
                return paragraph(self.inline.runs(content), style_id)
            case Heading(level, content, anchor):
                heading = self._made_for(style_id, f"rubrik {level}") or self._style(f"heading {level}")
                return paragraph(self.inline.phrase(Phrase(content, anchor)), heading or style_id)
            case ListBlock():
                return self._list(block, style_id, 0)
            case Quote(content):
                return self._all(
                    content, self._made_for(style_id, "citat") or self._style("Quote") or style_id
                )
            case TableBlock(tabell):
                return self.tables.block(tabell)
            case Excerpt(content, _):
                return self._all(content, self.assembly.styles.id(ABOVE) or style_id)
            case Fetch(ref):
                return paragraph(self.inline.phrase(Phrase.of(f"[={ref}]")), style_id)

    def _list(self, block: ListBlock, style_id: str, level: int, list_style: str = "") -> str:
        """Return a list; a list inside a list takes its style, one level down."""
        list_style = list_style or self._list_style(block.ordered, style_id)
        number = self.assembly.new_list(block.ordered, list_style, block.start, level)
        look = _ListLook(list_style, style_id, number, level)
        last = len(block.items) - 1
        return "".join(
            self._item(item, look, keep=index < last and (last < _SHORT_LIST or index in (0, last - 1)))
            for index, item in enumerate(block.items)
        )

    def _list_style(self, ordered: bool, style_id: str) -> str:
        own = self._made_for(style_id, "nummerlista" if ordered else "punktlista")
        return own or self._style("List Number" if ordered else "List Bullet") or style_id

    def _made_for(self, style_id: str, what: str) -> str:
        """Return the style that the template has for this inside text of that style: ”Uppdrag punktlista”."""
        return self._style(f"{self.assembly.styles.name(style_id)} {what}")

    def _style(self, name: str) -> str:
        return self.assembly.styles.id(name) or ""

    def _item(self, item: tuple[Block, ...], look: _ListLook, *, keep: bool) -> str:
        """Return an item: its first paragraph carries the number, what follows stands indented under it."""
        text, numbered = "", False
        for block in item:
            if isinstance(block, ListBlock):
                text += self._list(block, look.text_style, look.level + 1, look.style)
            elif isinstance(block, Paragraph):
                number = 0 if numbered else look.number
                level = 0 if numbered else min(look.level, _DEEPEST_LIST)
                text += paragraph(
                    self.inline.runs(block.content),
                    look.style,
                    number,
                    level,
                    keep_next=keep and not numbered,
                )
                numbered = True
            else:
                text += self._block(block, look.text_style)
        return text
