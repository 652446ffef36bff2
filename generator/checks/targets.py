"""Is a målvärde reached? Yes, no, or not certain: only what can be read in one way is judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from generator.checks.measured import Outcome, Start, outcome, start
from generator.checks.quantities import Quantity, plain_spaces, quantity

_AT_LEAST, _AT_MOST, _ABOVE, _BELOW = (
    ("minst", "lägst", "≥", ">="),
    ("högst", "max", "maximalt", "≤", "<="),
    (
        ">",
        "över",
        "mer än",
        "fler än",
        "högre än",
    ),
    ("<", "under", "mindre än", "färre än", "lägre än"),
)
_LIMIT = re.compile(rf"({'|'.join(map(re.escape, (*_AT_LEAST, *_AT_MOST, *_ABOVE, *_BELOW)))}) ?(\D?\d.*)")
_EACH = re.compile(r"(.+?) (?:för både [^\W\d_]+ och [^\W\d_]+|till vardera|för båda könen)")
_THAN_YEAR = re.compile(r"(lägre|färre|mindre|högre|fler|mer) än (?:utfall(?:et)? )?((?:19|20)\d\d)")
_CHANGE = re.compile(r"(minska|öka) med (?:minst )?(\d+(?:,\d+)?) ?%(?: jämfört med ((?:19|20)\d\d))?")
_MANY_FEWER = re.compile(
    r"(?:minst )?(\d+(?:,\d+)?) ?% (lägre|färre|mindre|högre|fler|mer) än ((?:19|20)\d\d)"
)
_DIRECTIONS: dict[str, Callable[[Decimal, Decimal], bool | None]] = {
    "ökning": lambda now, before: now > before,
    "minskning": lambda now, before: now < before,
    "förbättring": lambda now, before: False if now == before else None,
    "oförändrat": lambda now, before: now == before,
    **dict.fromkeys(("oförändrat eller högre", "lika eller högre"), lambda now, before: now >= before),
    **dict.fromkeys(("oförändrat eller lägre", "lika eller lägre"), lambda now, before: now <= before),
}
_DOWN = ("lägre", "färre", "mindre", "minska")

Verdict = bool | None


def reached(malvarde: str, utfall: str, ingangsvarde: str) -> Verdict:
    """Return whether the målvärde is reached by the outcome; None when it cannot be told for certain.

    A target in several parts is missed when one part is, and reached when all are.
    """
    told = outcome(utfall)
    if told is None:
        return None
    target, began = plain_spaces(malvarde), start(ingangsvarde)
    whole = _one(target, told, began)
    if whole is not None or " och " not in target:
        return whole
    return _all(_one(part.strip(" ,"), told, began) for part in target.split(" och "))


def is_relative(malvarde: str) -> bool:
    """Tell whether the målvärde only says a direction, so that it needs a value to start from."""
    target = plain_spaces(malvarde)
    return target in _DIRECTIONS or _CHANGE.fullmatch(target) is not None


def _all(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    if False in found:
        return False
    return None if None in found else True


def _one(target: str, told: Outcome, began: Start | None) -> Verdict:
    each = _EACH.fullmatch(target)
    if each is not None:
        return _all(_limit(each[1], value) for value in told.values) if len(told.values) > 1 else None
    if _LIMIT.fullmatch(target) and not _THAN_YEAR.fullmatch(target):
        verdicts = {_limit(target, value) for value in told.values}
        return verdicts.pop() if len(verdicts) == 1 else None
    if len(told.values) > 1:
        return None
    verdicts = {rule(target, told, began) for rule in (_plain, _direction, _than_year, _change)} - {None}
    return verdicts.pop() if len(verdicts) == 1 else None


def _limit(target: str, value: Quantity) -> Verdict:
    said = _LIMIT.fullmatch(target)
    limit = quantity(said[2]) if said is not None else None
    if said is None or limit is None or not value.is_comparable(limit):
        return None
    if said[1] in _AT_LEAST:
        return value.value >= limit.value
    if said[1] in _AT_MOST:
        return value.value <= limit.value
    return value.value > limit.value if said[1] in _ABOVE else value.value < limit.value


def _plain(target: str, told: Outcome, began: Start | None) -> Verdict:
    """Judge a bare value: above or below is told by where it started from."""
    limit, now = quantity(target), told.values[0]
    if limit is None or not now.is_comparable(limit):
        return None
    if now.value == limit.value:
        return True
    if limit.kind == "procent" and limit.value == Decimal(100) and now.value < limit.value:
        return False
    before = _before(told, began, 0)
    if not before or any(b.value == limit.value or not b.is_comparable(limit) for b in before):
        return None
    verdicts = {(now.value > limit.value) == (b.value < limit.value) for b in before}
    return verdicts.pop() if len(verdicts) == 1 else None


def _direction(target: str, told: Outcome, began: Start | None) -> Verdict:
    rule = _DIRECTIONS.get(target)
    return _against(_before(told, began, 0), told.values[0], rule) if rule is not None else None


def _than_year(target: str, told: Outcome, began: Start | None) -> Verdict:
    said = _THAN_YEAR.fullmatch(target)
    if said is None:
        return None
    rule = _DIRECTIONS["minskning" if said[1] in _DOWN else "ökning"]
    return _against(_before(told, began, int(said[2])), told.values[0], rule)


def _change(target: str, told: Outcome, began: Start | None) -> Verdict:
    """Judge ”Minska med 10 %”; of a share it could mean two things, and rounding can hide the answer."""
    one, other = _CHANGE.fullmatch(target), _MANY_FEWER.fullmatch(target)
    if one is not None:
        word, share, year = one[1], one[2], int(one[3] or 0)
    elif other is not None:
        word, share, year = other[2], other[1], int(other[3])
    else:
        return None
    now, part = told.values[0], Decimal(share.replace(",", ".")) / 100
    verdicts = set()
    for before in _before(told, began, year):
        if before.kind.startswith("procent") or not before.is_comparable(now):
            return None
        verdicts.add(_changed(before, now, -part if word in _DOWN else part))
    return verdicts.pop() if len(verdicts) == 1 else None


def _changed(before: Quantity, now: Quantity, part: Decimal) -> Verdict:
    aim = before.value * (1 + part)
    margin = before.step / 2 * (1 + part) + now.step / 2
    ahead = now.value - aim if part > 0 else aim - now.value
    if abs(ahead) < margin:
        return None
    return ahead > 0


def _before(told: Outcome, began: Start | None, year: int) -> list[Quantity]:
    """Return the values to compare with: of that year, or the latest known (0)."""
    known = dict(told.earlier)
    found: list[Quantity] = []
    if year:
        found += [known[year]] if year in known else []
        found += [began.value] if began and began.year == year and began.value is not None else []
        return found
    since = began.year if began is not None else 0
    if began is not None and began.value is not None:
        found.append(began.value)
    return [*found, *(value for at, value in known.items() if at >= since)]


def _against(before: list[Quantity], now: Quantity, rule: Callable[[Decimal, Decimal], Verdict]) -> Verdict:
    """Judge against every value that the comparison may mean; they have to agree."""
    if not before or not all(now.is_comparable(b) for b in before):
        return None
    verdicts = {rule(now.value, b.value) for b in before}
    return verdicts.pop() if len(verdicts) == 1 else None


def limit_in(malvarde: str) -> Quantity | None:
    """Return the value that a målvärde names as its limit; None when it names none."""
    target = plain_spaces(malvarde)
    each = _EACH.fullmatch(target)
    said = _LIMIT.fullmatch(each[1] if each is not None else target)
    return None if _THAN_YEAR.fullmatch(target) else quantity(said[2] if said is not None else target)
