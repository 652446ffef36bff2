"""markdown-it as it is set up here: CommonMark, tables and footnotes; no HTML.

Loading it takes a while, and most texts are plain: only ``markdown.py`` imports this, when it has to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.text_join import text_join
from markdown_it.token import Token as Parsed
from mdit_py_plugins.footnote import footnote_plugin

from generator.content.plain_markdown import MARKS
from generator.content.tokens import Piece, Token

_MAX_NESTING = 60
_SHEETS = "styrdok: cells of sheets"


def parsed(text: str, cells: Sequence[Token] = ()) -> Sequence[Token]:
    """Return the tokens of the text; the cells of sheets are read along with it."""
    return markdown_parser().parse(text, {_SHEETS: cells})


def read_marks(pieces: Sequence[Piece]) -> None:
    """Give each piece of text the tokens inside it, as if it had been found by the parser."""
    parser = markdown_parser()
    state = StateCore("", parser, {})
    state.tokens = [Parsed("inline", "", 0, content=piece.content, children=[]) for piece in pieces]
    _read_inline(state)
    text_join(state)
    for piece, token in zip(pieces, state.tokens, strict=True):
        piece.children = token.children


@cache
def markdown_parser(*, skip_plain: bool = True) -> MarkdownIt:
    """Return the parser; with ``skip_plain`` it does not look for marks in lines that have none."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING})
    parser.enable("table").disable(["html_block", "html_inline", "code", "reference"])
    parser.use(footnote_plugin, inline=False)
    if skip_plain:
        parser.core.ruler.at("inline", _read_inline)
    parser.core.ruler.after("inline", "sheets", _read_sheets)
    return parser


def _read_inline(state: StateCore) -> None:
    """Read the marks inside lines; most lines have none, and need not be looked at letter by letter."""
    for token in state.tokens:
        if token.type == "inline":
            _read_marks(token, state)


def _read_sheets(state: StateCore) -> None:
    """Read the marks in the cells of sheets, before the notes that nothing refers to are done away with."""
    for token in state.env.get(_SHEETS, ()):
        _read_marks(token, state)


def _read_marks(token: Parsed, state: StateCore) -> None:
    if MARKS.search(token.content):
        token.children = []
        state.md.inline.parse(token.content, state.md, state.env, token.children)
    else:
        token.children = [Parsed("text", "", 0, content=token.content)] if token.content else []
