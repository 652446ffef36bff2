"""Linked items over five levels, made by counting: the same in every run, and of any number.

A twentieth of them or fewer are decided above; most are the nämnder's own promises, as in a real region:
perspektiv → inriktningsmål → insatsområde → uppdrag → åtagande. Each has an id, a text and a parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

LEVELS = ("perspektiv", "inriktningsmål", "insatsområde", "uppdrag", "åtagande")
NAMNDER = ("hälsonämnden", "kulturnämnden", "trafiknämnden", "utvecklingsnämnden")

_TOP = 5
_SHARES = (100, 27, 7)
"""One inriktningsmål, insatsområde and uppdrag for so many items; what is left are åtaganden."""

_TITLES = (
    "En verksamhet som håller över tid",
    "God vård på rätt nivå",
    "Kortare väg till rätt hjälp",
    "Resor som går att lita på",
    "Kultur för fler",
    "Trygga övergångar mellan vårdgivare",
    "Ett klokt bruk av gemensamma medel",
)
_SENTENCES = (
    "Varje år redovisas vad som är gjort, vad som återstår och vad det har kostat.",
    "Arbetet sker tillsammans med kommunerna och det civila samhället.",
    "De som berörs ska kunna påverka hur det genomförs.",
    "Det som fungerar på ett håll prövas också på andra.",
    "Resultatet följs upp i delårsrapporten och i verksamhetsberättelsen.",
)
_PROMISES = (
    "se över hur tiderna används och korta väntan för dem som väntat längst",
    "ta fram en plan för kompetensen de närmaste tre åren",
    "pröva ett nytt sätt att arbeta och redovisa vad det gav",
    "minska utsläppen från resor och transporter jämfört med året före",
    "ge invånarna besked samma dag som de hör av sig",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item; ``parent`` is empty for a perspektiv, ``namnd`` for all but an åtagande."""

    id: str
    level: str
    title: str
    text: str
    parent: str = ""
    namnd: str = ""


def items(number: int) -> tuple[Item, ...]:
    """Return so many items, parents before children; those of a level are spread over all parents."""
    found: list[Item] = []
    above: Sequence[Item] = ()
    counts = [_TOP, *(number // share for share in _SHARES)]
    for level, count in zip(LEVELS, (*counts, number - sum(counts)), strict=True):
        found.extend(above := tuple(_item(level, i, above) for i in range(count)))
    return tuple(found)


def _item(level: str, number: int, above: Sequence[Item]) -> Item:
    parent = above[number % len(above)].id if above else ""
    id_ = f"{level}-{number + 1}"
    if level == LEVELS[-1]:
        namnd = NAMNDER[number // len(above) % len(NAMNDER)]
        return Item(id_, level, "", f"{_PROMISES[number % len(_PROMISES)]}.", parent, namnd)
    first, second = (_SENTENCES[(number + k) % len(_SENTENCES)] for k in (0, 2))
    title = "" if level == "uppdrag" else f"{_TITLES[number % len(_TITLES)]} ({number + 1})"
    return Item(id_, level, title, f"{first} {second}", parent)


def by_parent(found: Sequence[Item], level: str) -> dict[str, list[Item]]:
    """Return the items of a level by the id of their parent."""
    of_level = sorted((i for i in found if i.level == level), key=lambda i: i.parent)
    return {parent: list(children) for parent, children in groupby(of_level, key=lambda i: i.parent)}


def of_level(found: Sequence[Item], level: str) -> Iterator[Item]:
    """Yield the items of a level."""
    return (i for i in found if i.level == level)
