"""Finding one's way in markdown-it's flat list of tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token


def closing(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token that closes the one at ``at`` (itself when it opens nothing)."""
    if tokens[at].nesting != 1:
        return at
    level = tokens[at].level
    kind = tokens[at].type.replace("_open", "_close")
    return next(i for i in range(at + 1, len(tokens)) if tokens[i].type == kind and tokens[i].level == level)


def spans(tokens: Sequence[Token], kind: str) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield every opening token of the kind with what stands up to its closing one."""
    for at, token in enumerate(tokens):
        if token.type == kind:
            yield token, tokens[at + 1 : closing(tokens, at)]
