"""What the headings of a goal or an answer mean: a level's word, Indikatorer, Uppdrag till …, Åtaganden.

The words for the levels come from the styrmodell; the four roles have the field's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from generator.content.findings import Findings
from generator.content.raw import RawItem, RawTable
from generator.content.sections import Section
from generator.diagnostics import did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.organisation import fold
from generator.domain.styrmodell import Niva, Styrmodell

Role = Literal["indikatorer", "uppdrag", "åtaganden", "utfall", "nivå", "eget"]

_UPPDRAG = re.compile(r"uppdrag(?: till(?: (?P<to>.+))?)?", re.IGNORECASE)
_LEVEL = re.compile(r"(?P<own>egen |eget |egna )?(?P<word>[^:]+):\s*(?P<title>.*)", re.IGNORECASE)
_PLAIN: dict[str, Role] = {"indikatorer": "indikatorer", "åtaganden": "åtaganden", "utfall": "utfall"}
_ELSEWHERE: dict[Role, str] = {
    "indikatorer": "Indikatorer skrivs bland målen och i planen; en uppföljning har ”Utfall”.",
    "uppdrag": "Uppdrag skrivs bland målen och i planen.",
    "åtaganden": "Åtaganden skrivs i nämndens plan.",
    "utfall": "Utfall skrivs i ett dokument som har raden ”följer upp: …” i dokument.yaml.",
    "nivå": "Det skrivs i en egen fil, eller under målet som det hör till.",
    "eget": "Egna läggs till i nämndens plan; bland målen skrivs ordet utan ”eget”.",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading is; ``rest`` the addressees or the title, ``niva`` the level it names."""

    role: Role
    rest: str = ""
    niva: Niva | None = None


def meaning_of(
    section: Section, styrmodell: Styrmodell, allowed: tuple[Role, ...], findings: Findings
) -> Meaning | None:
    """Return what the heading means; one that means nothing here is noted (S001), its content lost."""
    found = _meaning(section.text, styrmodell)
    if found and found.role in allowed:
        return found
    if section.text:
        message = f"Rubriken ”{section.text}” {'kan inte stå' if found else 'betyder ingenting'} här"
        hint = _ELSEWHERE[found.role] if found else _nearest(section.text, styrmodell, allowed)
        findings.error("S001", message, section.position, hint)
    findings.lose(ids_in(section))
    return None


def ids_in(section: Section) -> list[str]:
    """Return the ids that things under the heading would have had."""
    found = [section.attributes.id]
    found.extend(id_ for each in section.lists() for id_ in _item_ids(each.items))
    found.extend(_cell_ids(table) for table in section.tables() if table.rows)
    found.extend(id_ for child in section.children for id_ in ids_in(child))
    return [id_ for text in found for id_ in text.split("\n")]


def _item_ids(items: tuple[RawItem, ...]) -> Iterator[str]:
    for item in items:
        yield item.attributes.id
        yield from _item_ids(item.points)


def _cell_ids(table: RawTable) -> str:
    return "\n".join(row[0].text.strip() for row in table.rows)


def _meaning(text: str, styrmodell: Styrmodell) -> Meaning | None:
    plain = _PLAIN.get(fold(text))
    if plain:
        return Meaning(plain)
    uppdrag = _UPPDRAG.fullmatch(text)
    if uppdrag:
        return Meaning("uppdrag", (uppdrag["to"] or "").strip())
    level = _LEVEL.fullmatch(text)
    if level:
        word = fold(level["word"])
        niva = next((n for n in styrmodell.nivaer if fold(n.namn.ental) == word), None)
        if niva:
            return Meaning("eget" if level["own"] else "nivå", level["title"].strip(), niva)
    return None


def _nearest(text: str, styrmodell: Styrmodell, allowed: tuple[Role, ...]) -> str:
    examples = _examples(styrmodell, allowed)
    begins = [e.split(":")[0] for e in examples]
    otherwise = f"Här kan stå {', '.join(f'”{e}”' for e in examples)}."
    return did_you_mean(text.split(":", maxsplit=1)[0].strip(), begins, otherwise)


def _examples(styrmodell: Styrmodell, allowed: tuple[Role, ...]) -> list[str]:
    below = styrmodell.nivaer[1:]
    spoken = {
        "indikatorer": ["Indikatorer"],
        "åtaganden": ["Åtaganden"],
        "utfall": ["Utfall"],
        "uppdrag": ["Uppdrag till samtliga nämnder"],
        "nivå": [f"{n.namn.ental.capitalize()}: …" for n in below],
        "eget": [f"{n.namn.eget.capitalize()}: …" for n in below if n.egna],
    }
    return list(dict.fromkeys(example for role in allowed for example in spoken[role]))
