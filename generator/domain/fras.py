"""Inline text: the pieces a line is made of, and the phrase that holds them."""

from __future__ import annotations

from dataclasses import field

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    value: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold text."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text in italics."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be shown as they are typed."""

    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web address, or to an item of the content when ``href`` begins with ``#``."""

    href: str
    content: tuple[Inline, ...]
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside the paragraph."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the place where it is referred to: one phrase for each paragraph of the note."""

    content: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that stands elsewhere and is to be printed here: written ``[=budget.totalt.2019 i mnkr]``.

    ``path`` names table, row and column, or indikator and value; ``dokument`` the document where they are
    (empty: this one, or one that it follows up or builds on). ``enhet`` is the unit to print it in, in its
    own words (empty: the number alone), ``tecken`` whether its sign is printed. Reading replaces it with the
    value; one that is still there leads nowhere (L008).
    """

    path: tuple[str, ...]
    dokument: str = ""
    enhet: str = ""
    tecken: str = ""
    written: str = ""
    position: Position = field(default=NOWHERE, compare=False)


Inline = Text | Strong | Emphasis | Code | Link | LineBreak | Footnote | Figure


@dataclass(frozen=True, slots=True)
class Phrase:
    """Inline text: a title, a table cell, the name of an indikator with a footnote in the middle.

    ``anchor`` is the id of the item whose first place in the document this is, or empty.
    """

    content: tuple[Inline, ...] = ()
    anchor: str = ""

    def __bool__(self) -> bool:
        return bool(self.content)

    def __str__(self) -> str:
        return plain(self.content)

    @classmethod
    def of(cls, text: str, anchor: str = "") -> Phrase:
        """Return the phrase that is just this text (empty text gives the empty phrase)."""
        return cls((Text(text),) if text else (), anchor)


def plain(content: tuple[Inline, ...]) -> str:
    """Return the text without marks and without notes."""
    return "".join([_inline_text(piece) for piece in content])


def _inline_text(piece: Inline) -> str:
    match piece:
        case Text(value) | Code(value) | Figure(written=value):
            return value
        case Strong(content) | Emphasis(content) | Link(_, content):
            return plain(content)
        case LineBreak():
            return "\n"
        case Footnote():
            return ""
