"""What an ändringsblad tells in a sentence each: facts of the cover, texts, tables, the order of things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.compare.board_rows import HAPPENED
from generator.compare.change import ORDER, PARENT, Change
from generator.compare.item import CHAPTER, DOCUMENT, MODEL, TABLE
from generator.compare.plain import shortened
from generator.compare.silence import FIELD as FOLLOWED_UP
from generator.compare.silence import NOT_TOLD
from generator.compare.summary import summary
from generator.diagnostics.values import dataclass
from generator.domain.belopp import EMPTY
from generator.domain.wording import listed, upper_first

_TITLE, _VALUE = 60, 70
_NAMED = 4
"""Chapters or goals that are named in a sentence; more are counted."""
_TEXTS = {"titel": "Ny rubrik", FOLLOWED_UP: upper_first(NOT_TOLD)}
_IN_TEXTS = {"text": "Ny lydelse i", "egen text": "Ny lydelse i den egna texten under"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and how many changes it tells."""

    text: str
    changes: int


def sentences(changes: Sequence[Change]) -> Iterator[Sentence]:
    """Yield a sentence for each sort of change, in the order of the document but for the order of things."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_sort(change), []).append(change)
    for (sort, *words), members in groups.items():
        number = sum(not change.follows for change in members)
        yield Sentence(_SAID[sort](words, members), number)


def _sort(change: Change) -> tuple[str, ...]:
    """Return what is told together: the key of a way to say it, and what it needs."""
    if change.field == ORDER:
        return ("order",)
    if change.role in (DOCUMENT, MODEL):
        return ("fact", change.role)
    if change.role == TABLE and change.field not in ("", PARENT):
        return ("table", change.title)
    if change.change == "changed" or change.part:
        return ("field", change.field)
    return ("whole", change.role if change.role in (CHAPTER, TABLE) else change.kind, change.change)


def _fact(words: Sequence[str], members: Sequence[Change]) -> str:
    said = []
    for change in members:
        before, after = map(_value, (change.old, change.new))
        said.append(f"{change.field} från {before} till {after}")
    lead = "Styrmodellens " if words[0] == MODEL else ""
    return upper_first(f"{lead}{'; '.join(said)}.")


def _value(text: str) -> str:
    """Return a value as it stands in a sentence: words in quotation marks, a number bare."""
    short = shortened(text, _VALUE) or EMPTY
    return f"”{short}”" if any(map(str.isalpha, short)) else short


def _table(words: Sequence[str], members: Sequence[Change]) -> str:
    return f"Tabellen ”{shortened(words[0], _TITLE)}”: {summary(members)}."


def _field(words: Sequence[str], members: Sequence[Change]) -> str:
    if words[0] in _IN_TEXTS:
        return f"{_IN_TEXTS[words[0]]} {_titles(members)}."
    lead = _TEXTS.get(words[0], f"Annan uppgift om {words[0]}")
    return f"{lead}: {_titles(members)}."


def _whole(words: Sequence[str], members: Sequence[Change]) -> str:
    kind = members[0].kind if len(members) == 1 else members[0].plural or members[0].kind
    return f"{HAPPENED[words[1]]}: {kind} {_titles(members)}."


def _order(_: Sequence[str], members: Sequence[Change]) -> str:
    kinds = dict.fromkeys(change.plural or change.kind for change in members)
    return f"Ordningen är en annan bland {listed(list(kinds))}."


_SAID = {"fact": _fact, "table": _table, "field": _field, "whole": _whole, "order": _order}


def _titles(members: Sequence[Change]) -> str:
    parts = Counter(f"”{shortened(change.title, _TITLE)}”" for change in members if change.part)
    titles = [
        f"{title} ({_pieces(parts[title])})" if parts[title] else title
        for title in dict.fromkeys(f"”{shortened(change.title, _TITLE)}”" for change in members)
    ]
    if len(titles) > _NAMED:
        titles = [*titles[: _NAMED - 1], f"{len(titles) - _NAMED + 1} till"]
    return listed(titles)


def _pieces(number: int) -> str:
    return "1 stycke" if number == 1 else f"{number} stycken"
