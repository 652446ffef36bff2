"""What a stretch of text says, in order: text joined where it looks the same, fields by what they show."""

from __future__ import annotations

from collections.abc import Hashable

Token = Hashable

_CHANGING = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))
_NUMBERED = ("_Toc", "_Ref", "_Hlk")


class _Field:
    __slots__ = ("code", "muted", "said")

    def __init__(self) -> None:
        self.code, self.muted, self.said = "", False, False


class Told:
    """The tokens so far. What a field shows that only counts pages is left out."""

    def __init__(self) -> None:
        self._tokens: list[Token] = []
        self._text: list[str] = []
        self._look: Token = None
        self._fields: list[_Field] = []
        self._muted = 0

    def tokens(self) -> tuple[Token, ...]:
        """Return all tokens."""
        self._flush()
        return tuple(self._tokens)

    def tell(self, token: Token) -> None:
        """Add something other than text."""
        if not self._muted:
            self._flush()
            self._tokens.append(token)

    def write(self, text: str, look: Token) -> None:
        """Add text; ``look`` is all that tells it from text beside it."""
        if self._muted or not text:
            return
        if self._text and self._look != look:
            self._flush()
        self._look = look
        self._text.append(text)

    def _flush(self) -> None:
        if self._text:
            self._tokens.append(("".join(self._text), self._look))
            self._text = []

    def instruct(self, code: str) -> None:
        """Add a piece of a field's instruction."""
        if self._fields:
            self._fields[-1].code += code
        else:
            self.tell(("code", steady(code)))

    def mark(self, kind: str) -> None:
        """Add a mark of a complex field: ``begin``, ``separate`` or ``end``."""
        if kind == "separate":
            self.separate()
        elif kind == "end":
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Begin a field."""
        self.tell("field")
        self._fields.append(_Field())

    def separate(self) -> None:
        """End the instruction of a field; what it shows comes next."""
        if not self._fields:
            self.tell("separate")
            return
        field = self._fields[-1]
        self._say(field)
        words = field.code.split()
        if not field.muted and words and words[0].upper() in _CHANGING:
            field.muted = True
            self._muted += 1

    def end(self) -> None:
        """End a field."""
        if self._fields:
            field = self._fields.pop()
            self._say(field)
            self._muted -= field.muted
        self.tell("/field")

    def _say(self, field: _Field) -> None:
        if not field.said:
            field.said = True
            self.tell(("code", steady(field.code)))


def steady(code: str) -> str:
    """Return a field's instruction without the numbers that Word gives its own bookmarks anew."""
    return " ".join(
        word.rstrip("0123456789") if word.startswith(_NUMBERED) else word for word in code.split()
    )
