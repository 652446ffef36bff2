"""What holds for all values: they are frozen, and where they were written is no part of what they are."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.diagnostics import Position
from generator.domain.fras import Emphasis, Footnote, LineBreak, Link, Phrase, Strong, Text, plain
from generator.domain.mal import Nod, Uppdrag
from generator.domain.prosa import (
    Heading,
    ListBlock,
    Paragraph,
    Prosa,
    TableBlock,
    block_text,
    headings,
    tables,
)
from generator.domain.tabell import Kolumn, Tabell
from tests.organisations.small import ANSWER, GOAL, add, korpus, read

HERE, THERE = Position("a.md", 1, 1), Position("b.md", 2, 2)


def test_where_a_value_stands_is_no_part_of_it() -> None:
    assert Nod("a", "mål", Phrase.of("A"), position=HERE) == Nod("a", "mål", Phrase.of("A"), position=THERE)
    assert hash(Link("#a", (), HERE)) == hash(Link("#a", (), THERE))
    assert Heading(2, (Text("A"),), position=HERE) == Heading(2, (Text("A"),), position=THERE)


def test_values_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Nod("a", "mål", Phrase.of("A")).id = "b"  # type: ignore[misc]  # that is what must not be possible


def test_a_phrase_as_plain_text() -> None:
    note = Footnote((Phrase.of("Not."),))
    phrase = Phrase(
        (Text("Ett "), Strong((Emphasis((Text("fett"),)),)), note, LineBreak(), Link("#a", (Text("ord"),)))
    )
    assert str(phrase) == "Ett fett\nord"
    assert plain(phrase.content) == str(phrase)
    assert not Phrase.of("")


def test_prose_as_plain_text() -> None:
    table = Tabell("t", "Titel", (Kolumn(Phrase.of("a")),), (), enhet="tkr")
    text = Prosa(
        (
            Heading(2, (Text("Rubrik"),)),
            ListBlock(ordered=False, items=((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)),))),
            TableBlock(table),
        )
    )
    assert str(text) == "Rubrik\n\na\nb\n\nTitel"
    assert [block_text(h) for h in headings(text)] == ["Rubrik"]
    assert [t.caption for t in tables(text)] == ["Titel, tkr"]
    assert not Prosa()


def test_the_index_holds_everything_that_has_an_id(tmp_path: Path) -> None:
    found = korpus(tmp_path)
    assert list(found.index) == [
        *("hälsa", "vård", "väntetid", "köer", "korta-köer"),
        *("nämnden/digitala-besök", "nämnden/nöjdhet", "nämnden/mäta", "nämnden/kväll"),
    ]
    assert found.nod("korta-köer") is None
    assert [n.id for n in found.alla_noder()] == ["hälsa", "vård", "köer", "nämnden/digitala-besök"]


def test_the_way_up_ends_at_the_top_at_a_gap_and_in_a_ring(tmp_path: Path) -> None:
    found = korpus(tmp_path)
    nod = found.nod("nämnden/digitala-besök")
    assert nod is not None
    assert [n.id for n in found.anfader(nod)] == ["vård", "hälsa"]
    ring = read(tmp_path / "ring", {GOAL: "---\nid: vård\nnivå: mål\nunder: vård\n---\n# V\n"}).korpus
    assert ring is not None
    assert [n.id for a in ring.noder for n in ring.anfader(a)] == []


def test_of_two_items_with_one_id_the_first_counts_and_one_without_has_none(tmp_path: Path) -> None:
    reading = read(tmp_path, add(GOAL, "\n## Insats: B {#köer}\n\n## Insats: C\n") | {ANSWER: None})
    assert reading.korpus is not None
    nod = reading.korpus.nod("köer")
    assert nod is not None
    assert str(nod.titel) == "Kortare köer"
    assert "" not in reading.korpus.index


def test_an_uppdrag_to_all_is_everyones() -> None:
    assert Uppdrag("a", Prosa(), alla_namnder=True).riktas_till("nämnden")
    assert Uppdrag("a", Prosa(), ("nämnden",)).riktas_till("nämnden")
    assert not Uppdrag("a", Prosa(), ("styrelsen",)).riktas_till("nämnden")
