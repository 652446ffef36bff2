"""Chapters as they are printed: what is decided above is fetched in at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.documents.facts import day_of
from generator.documents.view import KapitelVy
from generator.domain.dokument import Dokument, Kapitel
from generator.domain.korpus import Korpus
from generator.domain.prosa import Block, Excerpt, Fetch, Heading, Prosa, TableBlock
from generator.domain.ramar import RAM, ledger
from generator.domain.wording import organ_name


def chapters(korpus: Korpus, dokument: Dokument, kapitel: tuple[Kapitel, ...]) -> tuple[KapitelVy, ...]:
    """Return the chapters with every fetched text in place."""
    return tuple(
        KapitelVy(k.id, replace(k.titel, anchor=k.id), fetched(korpus, dokument, k.text)) for k in kapitel
    )


def fetched(korpus: Korpus, dokument: Dokument, text: Prosa) -> Prosa:
    """Return the text with each ``[=id]`` replaced by the text it names, word for word."""
    return replace(text, content=tuple(_blocks(korpus, dokument, text.content)))


def _blocks(korpus: Korpus, dokument: Dokument, blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Fetch):
            yield block
            continue
        found = next((k for k in korpus.grund if k.id == block.ref), None)
        if found is None and block.ref == RAM and (tabell := ledger(korpus, dokument)) is not None:
            yield TableBlock(tabell)
        if found is not None:
            decider = organ_name(found.beslutad_av, korpus.organisation, day_of(dokument))
            yield Heading(2, found.titel.content, found.id)
            yield Excerpt(found.text.content, decider)
