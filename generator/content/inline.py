"""markdown-it's inline tokens → phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.content.findings import Findings
from generator.content.places import Spot
from generator.content.references import REFERENCE, read_reference
from generator.content.source import forbidden_character, forbidden_in_words
from generator.content.tokens import Token
from generator.content.typography import no_break
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.fras import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Phrase,
    Strong,
    Text,
    plain,
)

DEEPEST = 20
"""Marks inside marks; bold italics in a link need three."""

_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_VALUE = "0"
"""What stands for a value that is not known yet: a unit after it must stay beside it too."""

_LOST_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_LOST_FETCH = re.compile(r"\[=\s*([^\]\s]+)\s*\]")
_BROKEN_REFERENCE = re.compile(r"\[=[^\[\]]*$")
_HTML = re.compile(
    r"<!--|<(?:b|i|u|s|em|strong|p|div|span|font|center|h[1-6]|hr|table|thead|tbody|tr|td|th|ul|ol|li|a|img"
    r"|sup|sub|small|big|code|pre|blockquote|style|script)\b(?=[^<>]*>)",
    re.IGNORECASE,
)
_LOST_LINK = re.compile(r"\[[^\]\n]+\]\([^)\n]*\)")
_A_LINK = "En länk börjar med https://, mailto: eller # och ett id, och har inga blanksteg."
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:|#)\S", re.IGNORECASE)


@dataclass(slots=True)
class _Lost:
    code: str
    place: Position
    hint: str
    times: int = 0


class InlineReader:
    """Turns the inline tokens of one source into phrases; ``notes`` are its footnotes by number."""

    def __init__(self, notes: Mapping[int, Footnote], findings: Findings) -> None:
        self.notes, self.findings = notes, findings
        self.inside_note = False
        self.lost: dict[str, _Lost] = {}

    def read(self, token: Token, spot: Spot) -> tuple[Inline, ...]:
        """Return the pieces of an ``inline`` token that stands at the spot."""
        pieces, _ = self._until(token.children or [], 0, "", spot, 0)
        return tuple(joined(pieces))

    def phrase(self, token: Token, spot: Spot) -> Phrase:
        """Return the pieces as a phrase."""
        return Phrase(self.read(token, spot))

    def _until(
        self, tokens: Sequence[Token], at: int, closing: str, spot: Spot, depth: int
    ) -> tuple[list[Inline], int]:
        """Read up to the closing token; return what was read and the index after it."""
        pieces: list[Inline] = []
        while at < len(tokens):
            token = tokens[at]
            at += 1
            if token.type == closing:
                break
            if token.nesting == 1 and depth < DEEPEST:
                end = token.type.replace("_open", "_close")
                inner, at = self._until(tokens, at, end, spot, depth + 1)
                pieces.append(self._wrapped(token, tuple(joined(inner)), spot))
            elif token.nesting == 1:
                hint = "Använd färre * och _ inuti varandra."
                self.findings.error("S007", "Texten har för många markeringar i varandra", spot.start, hint)
            else:
                pieces.extend(self._single(token, spot))
        return pieces, at

    def _wrapped(self, token: Token, inner: tuple[Inline, ...], spot: Spot) -> Inline:
        if token.type == "strong_open":
            return Strong(inner)
        if token.type == "link_open":
            return self._link(str(token.attrGet("href") or ""), inner, spot)
        return Emphasis(inner)

    def _link(self, href: str, inner: tuple[Inline, ...], spot: Spot) -> Inline:
        from urllib.parse import unquote

        place = _link_place(href, inner, spot)
        href = unquote(href) if href.startswith("#") else href
        if not _SAFE_LINK.match(href):
            message = f"Länken ”{unquote(href)}” leder ingenstans" if href else "Länken saknar adress"
            self.findings.error("L008", message, place, _A_LINK)
        return Link(href, inner, place)

    def _single(self, token: Token, spot: Spot) -> list[Inline]:
        match token.type:
            case "code_inline":
                return [Code(token.content)]
            case "softbreak":
                return [Text(" ")]
            case "hardbreak":
                return [LineBreak()]
            case "footnote_ref":
                return self._note(token, spot)
            case "image":
                self._picture(token.content, spot)
                return []
            case _:
                return self._text(token.content, spot)

    def _picture(self, words: str, spot: Spot) -> None:
        """Note a picture, which has no place in a text (S003), and before that one without words (T001)."""
        place = spot.find(re.compile(r"!\[")) or spot.start
        if words.strip():
            self.findings.error("S003", "En bild kan inte stå i texten", place, "Lägg bilden i Wordmallen.")
        else:
            hint = "Lägg bilden i Wordmallen, och skriv där i ord vad den visar (Redigera alternativtext)."
            message = "Bilden har ingen alternativtext, och den kan inte stå i texten"
            self.findings.error("T001", message, place, hint)

    def _note(self, token: Token, spot: Spot) -> list[Inline]:
        if self.inside_note:
            place = spot.find(_LOST_NOTE) or spot.start
            hint = "Skriv in dess text i den här noten."
            self.findings.error("S003", "En fotnot kan inte hänvisa till en annan fotnot", place, hint)
            return []
        note = self.notes.get(token.meta["id"])
        return [note] if note else []

    def _text(self, text: str, spot: Spot) -> list[Inline]:
        if not text:
            return []
        if "[" in text or "<" in text or not text.isprintable():
            self._report_lost(text, spot)
        if "<" not in text and "[=" not in text:
            return [Text(no_break(text))]
        pieces: list[Inline] = []
        for number, part in enumerate(_BREAK.split(text)):
            if number:
                pieces.append(LineBreak())
            pieces.extend(self._with_references(part, spot))
        return pieces

    def _with_references(self, text: str, spot: Spot) -> Iterator[Inline]:
        """Yield the text with the references in it as references."""
        end, before = 0, ""
        for match in REFERENCE.finditer(text) if "[=" in text else ():
            if match.start() > end:
                yield Text(no_break(before + text[end : match.start()])[len(before) :])
            place = spot.find(re.compile(re.escape(match[0]))) or spot.start
            yield read_reference(match, place, self.findings)
            end, before = match.end(), _VALUE
        if text[end:]:
            yield Text(no_break(before + text[end:])[len(before) :])

    def _report_lost(self, text: str, spot: Spot) -> None:
        """Note what looks like more than text and is not."""
        for lost in _LOST_NOTE.finditer(text):
            place = spot.find(re.compile(re.escape(lost[0]))) or spot.start
            hint = f"Skriv den sist i filen: [^{lost[1]}]: Notens text."
            self._lose("L008", f"Fotnoten ”{lost[1]}” finns inte i filen", place, hint)
        for fetch in _LOST_FETCH.finditer(text):
            if "." not in fetch[1]:
                place = spot.find(re.compile(re.escape(fetch[0]))) or spot.start
                hint = "Sätt en tomrad före och efter den."
                self.findings.error("S003", f"{fetch[0]} ska stå ensam på sin rad", place, hint)
        if _BROKEN_REFERENCE.search(text):
            place = spot.find(_BROKEN_REFERENCE) or spot.start
            hint = "Skriv hela hänvisningen på en rad, med ] sist."
            self.findings.error("S003", "Hänvisningen saknar ] på samma rad", place, hint)
        for link in _LOST_LINK.finditer(text):
            place = spot.find(re.compile(re.escape(link[0]))) or spot.start
            self._lose("L008", f"Länken ”{link[0]}” går inte att tolka", place, _A_LINK)
        for html in _HTML.finditer(text):
            place = spot.find(re.compile(re.escape(html[0]))) or spot.start
            tag = html[0] if html[0].startswith("<!--") else f"{html[0]}>"
            self._lose("S003", f"HTML används inte: {tag}", place, _instead_of(tag))
        bad = forbidden_character(text)
        if bad:
            message, hint = forbidden_in_words(bad)
            place = spot.find(re.compile("&#")) or spot.start
            self.findings.error("S005", message, place, hint)

    def _lose(self, code: str, message: str, place: Position, hint: str) -> None:
        """Remember something that is said once for a file, however often it occurs."""
        self.lost.setdefault(message, _Lost(code, place, hint)).times += 1

    def report(self) -> None:
        """Note what has been lost, each at its first place."""
        for message, lost in self.lost.items():
            places = f" ({lost.times} ställen)" if lost.times > 1 else ""
            self.findings.error(lost.code, message + places, lost.place, lost.hint)


def _instead_of(html: str) -> str:
    if html.startswith("<!--"):
        return "Ta bort kommentaren; den skulle skrivas ut i dokumentet."
    return "Skriv **fet**, *kursiv*, listor och tabeller som i Markdown."


def _link_place(href: str, inner: tuple[Inline, ...], spot: Spot) -> Position:
    """Return where a link's address stands, else its words, else its block."""
    from urllib.parse import unquote

    address = f"({re.escape(unquote(href))})"
    for pattern in (rf"\]\(\s*<?{address}", f"<{address}", f"({re.escape(plain(inner)) or ']'})"):
        place = spot.find(re.compile(pattern))
        if place is not None:
            return place
    return spot.start


def joined(pieces: Iterable[Inline]) -> list[Inline]:
    """Return the pieces with neighbouring texts as one."""
    found: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, Text) and found and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].value + piece.value)
        else:
            found.append(piece)
    return found
