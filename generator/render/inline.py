"""Values inside a line → runs: text, amounts, dates, and phrases with bold, links and notes."""

from __future__ import annotations

from generator.domain.belopp import EMPTY
from generator.domain.fras import (
    Code,
    Emphasis,
    Figure,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Phrase,
    Strong,
    Text,
)
from generator.ooxml.assembly import Assembly
from generator.ooxml.blocks import escape_text, hyperlink, text_run
from generator.ooxml.tags import RunFormat

PLAIN = RunFormat()
"""The look of text in a paragraph of its own: that of the paragraph's style."""

_CODE = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


class InlineWriter:
    """Writes phrases into one part of a document."""

    def __init__(self, assembly: Assembly, part: str) -> None:
        self.assembly, self.part = assembly, part
        self._link_style = assembly.styles.id("Hyperlink", "character") or ""

    def phrase(self, phrase: Phrase, form: RunFormat = PLAIN) -> str:
        """Return the runs of a phrase, inside a bookmark at the first place of its item."""
        runs = self.runs(phrase.content, form)
        if not phrase.anchor:
            return runs
        start, end = self.assembly.bookmark(phrase.anchor)
        return f"{start}{runs}{end}"

    def runs(
        self,
        content: tuple[Inline, ...],
        form: RunFormat = PLAIN,
        *,
        bold: bool = False,
        italic: bool = False,
    ) -> str:
        """Return the runs of the pieces."""
        properties = form.properties(bold=bold, italic=italic)
        return "".join([self._piece(piece, form, properties, bold, italic) for piece in content])

    def _piece(self, piece: Inline, form: RunFormat, properties: str, bold: bool, italic: bool) -> str:
        match piece:
            case Text(value) | Figure(written=value):
                return text_run(value, properties)
            case Strong(content):
                return self.runs(content, form, bold=True, italic=italic)
            case Emphasis(content):
                return self.runs(content, form, bold=bold, italic=True)
            case Code(value):
                return text_run(value, _CODE + properties)
            case LineBreak():
                return text_run("\n", properties)
            case Link(href, content):
                return self._link(href, content, form)
            case Footnote(content):
                return self.assembly.add_note([self.runs(p.content) for p in content])

    def _link(self, href: str, content: tuple[Inline, ...], form: RunFormat) -> str:
        if href.startswith("#"):
            anchor = self.assembly.bookmark_name(href[1:])
            return hyperlink(self.runs(content, form), anchor=anchor)
        styled = RunFormat(f'<w:rStyle w:val="{self._link_style}"/>' if self._link_style else "", form.after)
        rid = self.assembly.link(self.part, href)
        return hyperlink(self.runs(content, styled), rid=rid)


def shown(value: object) -> str:
    """Return a plain value as it is printed; what is missing prints –."""
    if value is True:
        return "ja"
    if value is False:
        return "nej"
    return EMPTY if value is None else str(value) or EMPTY


def is_plain(phrase: Phrase) -> bool:
    """Tell whether a phrase is nothing but text, so that it can go where text goes."""
    return not phrase.anchor and all(isinstance(piece, Text) for piece in phrase.content)


def inside_run(runs: str, form: RunFormat) -> str:
    """Return runs fit to be put where a run's text is: the run is closed before and opened anew after."""
    properties = form.properties()
    again = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'</w:t></w:r>{runs}<w:r>{again}<w:t xml:space="preserve">'


def escaped(text: str) -> str:
    """Return plain text for a place inside ``w:t``."""
    return escape_text(text)
