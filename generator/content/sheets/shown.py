"""What a cell shows: the number in the file as its number format lets a Swede see it, never more digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

from generator.content.sheets.codes import Section, Token, section_for
from generator.content.sheets.serials import show_moment
from generator.diagnostics.values import dataclass
from generator.domain.belopp import MINUS, NBSP, format_number

Kind = Literal["text", "number", "date", "wrong", "unsaved"]

UNREADABLE: tuple[Kind, ...] = ("wrong", "unsaved")
"""Cells that show nothing a document could print: an error, a formula that has never been computed."""

PRECISION = 15
"""Significant digits: what Excel keeps; the rest of a binary number is noise."""

GENERAL_LONGEST = 11
"""Characters: as much of a number as Excel ever shows without a number format."""

_MOST_DIGITS = 2_000  # a file may ask for 10 to the 308th in percent of percent
_DIGIT = ("digits", "point")
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_SIGNS = re.compile(r"[-()−]")
_STORED = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows. ``number`` is the bare number of a cell with more than that: 74,5 of ”74,5 %”.

    ``unit`` is what stands after the number. Of a ``wrong`` cell the text tells what is wrong with it.
    """

    text: str = ""
    kind: Kind = "text"
    number: str = ""
    unit: str = ""
    rounded: bool = False


def show_number(stored: str, code: str, *, from_1904: bool = False) -> Shown:
    """Return what a cell with this number and number format shows."""
    value = _decimal(stored)
    if value is None:
        return Shown(f"Talet ”{stored[:30]}” går inte att tolka", "wrong")
    section, negative = section_for(value, code)
    if section.letters and not section.is_general:
        text = show_moment(value, section.letters, from_1904=from_1904)
        if text is None:
            return Shown("Datumet finns inte i almanackan", "wrong")
        return Shown(text, "date")
    if section.is_general or not section.tokens:
        return _with_words(_general(value), section) if section.is_general else _nothing(value)
    return _formatted(value, section, negative=negative) or _general(value)


def _decimal(stored: str) -> Decimal | None:
    """Return the number with the digits that Excel keeps; None for what is none."""
    if not _STORED.fullmatch(stored.strip()):
        return None
    value = float(stored)
    return Decimal(f"{value:.{PRECISION}g}") if abs(value) < float("inf") else None


def _general(value: Decimal) -> Shown:
    text = format_number(_without_zeros(value)).replace(NBSP, "")
    return Shown(text, "number", text, rounded=len(text.lstrip(MINUS)) > GENERAL_LONGEST and "," in text)


def _with_words(shown: Shown, section: Section) -> Shown:
    """Return a number of format General with the words that stand beside it, such as its unit."""
    at = next((i for i, (kind, _) in enumerate(section.tokens) if kind in ("general", "text")), 0)
    before, after = _literals(section.tokens[:at]), _literals(section.tokens[at:])
    if not (before + after).strip("-−+() "):
        return shown
    return replace(_assembled("", before.strip(), shown.number, after), rounded=shown.rounded)


def _nothing(value: Decimal) -> Shown:
    """Return what a format without any piece shows: nothing, which for zero is what people want."""
    return Shown() if value == 0 else Shown("Cellens talformat visar inte talet som står i den", "wrong")


def _formatted(value: Decimal, section: Section, *, negative: bool) -> Shown | None:
    """Return the number in a format with places for digits; None for formats of a kind not read."""
    tokens = section.tokens
    if any(kind in ("exponent", "fraction") for kind, _ in tokens):
        return None
    places = [i for i, (kind, _) in enumerate(tokens) if kind == "digits"]
    before = _literals(tokens[: places[0]] if places else tokens)
    if not places:
        return _words(before, value)
    last = places[-1] + 1
    after = _literals(tokens[last:])
    pattern = _Pattern.of(tokens[places[0] : last], tokens[last:])
    if pattern is None:
        return None
    percents = sum(kind == "percent" for kind, _ in tokens)
    with localcontext() as context:
        context.prec = _MOST_DIGITS
        scaled = (value * 100**percents / 1000**pattern.thousands).copy_abs()
        number = pattern.written(scaled)
    if not number:
        return _words(before, value)
    below = value < 0 and number.strip("0,") != ""
    sign = MINUS if below else ""
    if negative or below:
        before, after = _SIGNS.sub("", before), _SIGNS.sub("", after)
    return _assembled(sign, before.strip(), number, after)


def _words(words: str, value: Decimal) -> Shown:
    """Return what a format shows that has only words for the number, such as - for zero."""
    text = words.strip()
    return Shown(text, "number", text) if text else _nothing(value)


def _assembled(sign: str, before: str, number: str, after: str) -> Shown:
    """Return ”−5 kr” of its parts; a percent sign stands apart from its number, as Swedes write it."""
    if before == "+":  # a sign, and no more than the amount says without it
        before, sign = "", before
    unit = after.strip()
    gap = NBSP if unit and (after[0] in _SPACES or unit[0] == "%") else ""
    lead = before + (NBSP if before else "")
    bare = sign.replace("+", "") + number
    return Shown(sign + lead + number + gap + unit, "number", bare, f"{before} {unit}".strip())


def _literals(tokens: Sequence[Token]) -> str:
    return "".join(
        "%" if kind == "percent" else text for kind, text in tokens if kind in ("literal", "percent")
    )


def _without_zeros(value: Decimal) -> Decimal:
    """Return the number without zeros at the end of its decimals."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Places for digits: how many at least before the comma, how many after it, and how they are grouped."""

    whole: int
    least: int
    most: int
    grouped: bool
    thousands: int

    @classmethod
    def of(cls, tokens: Sequence[Token], rest: Sequence[Token]) -> _Pattern | None:
        """Return what the pieces between first and last digit say; None when other words stand among them."""
        point = next((i for i, (kind, _) in enumerate(tokens) if kind == "point"), len(tokens))
        if any(kind not in (*_DIGIT, "comma") and text not in _SPACES for kind, text in tokens):
            return None
        whole = "".join(text for kind, text in tokens[:point] if kind == "digits")
        decimals = "".join(text for kind, text in tokens[point:] if kind == "digits")
        inner = [kind for kind, _ in tokens[:point]]
        trailing = 0
        while inner and inner[-1] == "comma":
            inner.pop()
            trailing += 1
        grouped = "comma" in inner or any(text in _SPACES for _, text in tokens[:point])
        for kind, _ in rest:
            if kind != "comma":
                break
            trailing += 1
        least = len(decimals.rstrip("#"))
        return cls(whole.count("0"), least, len(decimals), grouped, trailing)

    def written(self, value: Decimal) -> str:
        """Return the number, which is not below zero, rounded half up as Excel does."""
        rounded = value.quantize(Decimal(1).scaleb(-self.most), ROUND_HALF_UP)
        whole, _, decimals = f"{rounded:f}".partition(".")
        while len(decimals) > self.least and decimals.endswith("0"):
            decimals = decimals[:-1]
        if not self.whole and not decimals and whole == "0":
            return ""
        whole = format_number(Decimal(whole)) if self.grouped else whole
        return whole.zfill(self.whole) + ("," + decimals if decimals else "")
