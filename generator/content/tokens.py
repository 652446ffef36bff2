"""Finding one's way in markdown-it's flat list of tokens, and tokens of our own that look like its."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol


class Token(Protocol):
    """What is read of a token, markdown-it's or our own."""

    @property
    def type(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def nesting(self) -> int: ...
    @property
    def level(self) -> int: ...
    @property
    def content(self) -> str: ...
    @property
    def map(self) -> list[int] | None: ...
    @property
    def meta(self) -> dict[Any, Any]: ...
    @property
    def children(self) -> Sequence[Token] | None: ...
    def attrGet(self, name: str) -> str | int | float | None:  # noqa: N802  # markdown-it's name
        """Return an attribute."""


class Piece:
    """A token of our own; ``map`` is its first line and the one after its last."""

    __slots__ = ("children", "content", "level", "map", "nesting", "style", "tag", "type")

    def __init__(
        self,
        type: str,  # noqa: A002  # markdown-it's name
        nesting: int = 0,
        level: int = 0,
        map: list[int] | None = None,  # noqa: A002  # as above
        content: str = "",
        tag: str = "",
        style: str = "",
    ) -> None:
        self.type, self.nesting, self.level, self.map = type, nesting, level, map
        self.content, self.tag, self.style = content, tag, style
        self.children: Sequence[Token] | None = None

    @property
    def meta(self) -> dict[Any, Any]:
        """Nothing: these tokens carry no more."""
        return {}

    def attrGet(self, name: str) -> str | int | float | None:  # noqa: N802  # markdown-it's name
        """Return the style, the only attribute there is."""
        return self.style or None if name == "style" else None


def closing(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token that closes the one at ``at`` (itself when it opens nothing)."""
    if tokens[at].nesting != 1:
        return at
    level = tokens[at].level
    kind = tokens[at].type.replace("_open", "_close")
    end = at + 1
    while tokens[end].level != level or tokens[end].type != kind:
        end += 1
    return end


def spans(tokens: Sequence[Token], kind: str) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield every opening token of the kind with what stands up to its closing one."""
    for at, token in enumerate(tokens):
        if token.type == kind:
            yield token, tokens[at + 1 : closing(tokens, at)]
