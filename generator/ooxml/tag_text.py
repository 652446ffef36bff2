"""What a tag says: the letters between its braces, as Word left them and as Jinja wants them.

Word sets curly quotation marks, no-break spaces and long dashes while a person types, and a Mac takes å apart
into two letters. Inside quotation marks such things are meant; elsewhere in a tag they are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"\{\{(?:(?!\{[{%#]).)*?\}\}|\{%(?:(?!\{[{%#]).)*?%\}|\{#.*?#\}", re.DOTALL)
"""A whole tag. Another that begins inside it means that the first one never ended."""

VALUE, STATEMENT, COMMENT = "{", "%", "#"
CELL_WORDS = ("colspan", "cellbg", "vm", "hm")
"""What docxtpl does to table cells: ``{% colspan 2 %}``, ``{% cellbg x %}``, ``{% vm %}``, ``{% hm %}``."""

_OPENS = re.compile(r"\{[{%#]")
_CLOSES = re.compile(r"[%#]\}|\}\}")
_FORM = re.compile(r"\{([{%#])([-+]?)(?:(tr|tc|p|r)(?=\s))?(.*?)([-+]?)[}%#]\}", re.DOTALL)
_STRING = re.compile(r""""[^"]*"|'[^']*'|[“”„‟][^“”„‟]*[“”„‟]|[‘’‚‛][^‘’‚‛]*[‘’‚‛]|«[^»]*»|»[^«»]*[«»]""")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_TYPED = str.maketrans("“”„‟«»″‘’‚‛′\u2010\u2011\u2012\u2013\u2014\u2212", '"""""""\'\'\'\'\'------')
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class TagText:
    """A tag: as a person sees it, what it is (VALUE …), what it takes with it, and what it says.

    ``takes`` is p, tr, tc, r or empty. ``trims``: written ``{%-``.
    """

    seen: str
    mark: str
    takes: str
    inside: str
    trims: bool

    @property
    def word(self) -> str:
        """The word a statement begins with: if, for, endfor …; empty for a value."""
        found = re.match(r"\w+", self.inside) if self.mark == STATEMENT else None
        return found[0] if found else ""

    @property
    def rest(self) -> str:
        """What follows the word of a statement."""
        return self.inside[len(self.word) :].strip()


def parse_tag(text: str) -> TagText:
    """Return the tag that ``TAG`` matched."""
    form = _FORM.fullmatch(text)
    seen = " ".join(text.translate(_INVISIBLE).split())
    if form is None:
        return TagText(seen, text[1], "", text[2:-2], trims=False)
    mark, before, takes, inside, after = form.groups()
    trims = mark != COMMENT and bool(before or after)
    return TagText(seen, mark, takes or "", inside.strip() if mark == COMMENT else cleaned(inside), trims)


def cleaned(expression: str) -> str:
    """Return the expression in the letters of a program; what stands inside quotation marks is left alone."""
    pieces: list[str] = []
    at = 0
    for string in _STRING.finditer(expression):
        pieces += [_outside(expression[at : string.start()]), _quoted(string[0])]
        at = string.end()
    pieces.append(_outside(expression[at:]))
    return unicodedata.normalize("NFC", "".join(pieces)).strip()


def _outside(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_INVISIBLE)).translate(_TYPED)


def _quoted(string: str) -> str:
    if string[0] in "\"'":
        return string.replace("\n", " ")
    sign = string[0].translate(_TYPED)
    return sign + string[1:-1].replace(sign, f"\\{sign}").replace("\n", " ") + sign


def unclosed(text: str) -> str:
    """Return the beginning of a tag that never ends in this paragraph, or nothing."""
    rest = TAG.sub("", text)
    found = _OPENS.search(rest)
    return rest[found.start() : found.start() + _LONGEST].strip() if found else ""


def unopened(text: str) -> str:
    """Return the end of a tag that never began in this paragraph, or nothing."""
    found = _CLOSES.search(TAG.sub("", text))
    return found[0] if found else ""


def tags_of(text: str) -> Iterator[TagText]:
    """Yield the tags of a text."""
    return (parse_tag(match[0]) for match in TAG.finditer(text))
