"""Short references → full ids, and references to values → the values: from the document outwards.

``samverkansrådet`` in a document of regionstyrelsen is ``regionstyrelsen/samverkansrådet`` when there is such
an item of the kind that is asked for, else the item of that id above all documents. What resolves to nothing
stays as it was written, for the checks to report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.content.inline import joined
from generator.diagnostics.values import dataclass
from generator.domain.belopp import Belopp
from generator.domain.dokument import Andringar, Direktivgrupp, Dokument, Kapitel
from generator.domain.fras import Emphasis, Figure, Footnote, Inline, Link, Phrase, Strong, Text
from generator.domain.hamtning import Lookup, Missing, single
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Atagande, Direktiv, Indikator, Lage, Nod, Svar, Uppdrag, Utfall
from generator.domain.prosa import Block, Excerpt, Heading, ListBlock, Paragraph, Prosa, Quote, TableBlock
from generator.domain.tabell import Kolumn, Rad, Tabell


def linked(korpus: Korpus) -> Korpus:
    """Return the corpus with every reference in full."""
    documents = {
        id_: _Items(_Texts(dokument.organ, korpus.index, Lookup(korpus, dokument))).document(dokument)
        for id_, dokument in korpus.dokument.items()
    }
    return replace(korpus, dokument=documents)


@dataclass(frozen=True, slots=True)
class _Texts:
    """Resolves the references of a body's texts."""

    organ: str
    index: Mapping[str, Item]
    lookup: Lookup

    def full(self, reference: str, *kinds: type[Item]) -> str:
        """Return the id that the reference means; ``kinds`` are what it can mean, if not anything."""
        own = f"{self.organ}/{reference}"
        if own not in self.index:
            return reference
        above = self.index.get(reference)
        fits_only_above = not isinstance(self.index[own], kinds) and isinstance(above, kinds)
        return reference if kinds and fits_only_above else own

    def prose(self, text: Prosa) -> Prosa:
        blocks = tuple(self._block(b) for b in text.content)
        return text if _are_same(blocks, text.content) else replace(text, content=blocks)

    def phrase(self, phrase: Phrase) -> Phrase:
        pieces = self._pieces(phrase.content)
        return phrase if pieces is phrase.content else Phrase(pieces, phrase.anchor)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(content) | Heading(_, content):
                pieces = self._pieces(content)
                return block if pieces is content else replace(block, content=pieces)
            case Quote(content) | Excerpt(content, _):
                return replace(block, content=tuple(self._block(b) for b in content))
            case ListBlock(_, items):
                return replace(block, items=tuple(tuple(self._block(b) for b in item) for item in items))
            case TableBlock(tabell):
                return TableBlock(self._table(tabell))
            case _:
                return block

    def _table(self, tabell: Tabell) -> Tabell:
        columns = tuple(replace(kolumn, titel=self.phrase(kolumn.titel)) for kolumn in tabell.kolumner)
        return replace(tabell, kolumner=columns, rader=tuple(self._row(rad, tabell) for rad in tabell.rader))

    def _row(self, rad: Rad, tabell: Tabell) -> Rad:
        cells = zip(rad.celler, tabell.kolumner, strict=True)
        return replace(rad, celler=tuple(self._cell(cell, kolumn, tabell) for cell, kolumn in cells))

    def _cell(self, cell: Phrase | Belopp | None, kolumn: Kolumn, tabell: Tabell) -> Phrase | Belopp | None:
        figure = single(cell) if kolumn.slag == "belopp" and tabell.enhet else None
        if figure is not None:
            found = self.lookup.amount(figure, tabell)
            return found if isinstance(found, Belopp) else cell
        return self.phrase(cell) if isinstance(cell, Phrase) else cell

    def _pieces(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if all(type(piece) is Text for piece in content):
            return content  # most of what is written refers to nothing
        if not any(isinstance(piece, Figure) for piece in content):
            return tuple(self._piece(piece) for piece in content)
        return tuple(joined(each for piece in content for each in self._with_value(piece)))

    def _with_value(self, piece: Inline) -> tuple[Inline, ...]:
        if not isinstance(piece, Figure):
            return (self._piece(piece),)
        found = self.lookup.words(piece)
        return (piece,) if isinstance(found, Missing) else found.content

    def _piece(self, piece: Inline) -> Inline:
        match piece:
            case Link(href, content):
                target = f"#{self.full(href[1:])}" if href.startswith("#") else href
                return replace(piece, href=target, content=self._pieces(content))
            case Strong(content) | Emphasis(content):
                return replace(piece, content=self._pieces(content))
            case Footnote(phrases):
                return Footnote(tuple(self.phrase(p) for p in phrases))
            case _:
                return piece


def _are_same(some: tuple[Block, ...], others: tuple[Block, ...]) -> bool:
    return all(one is other for one, other in zip(some, others, strict=True))


@dataclass(frozen=True, slots=True)
class _Items:
    """Resolves the references of a document's items."""

    texts: _Texts

    def document(self, dokument: Dokument) -> Dokument:
        full, orders, changes = self.texts.full, dokument.direktivkapitel, dokument.andringar
        chapter = dokument.indikatorkapitel
        return replace(
            dokument,
            kapitel_fore=tuple(self._chapter(k) for k in dokument.kapitel_fore),
            kapitel_efter=tuple(self._chapter(k) for k in dokument.kapitel_efter),
            svar=tuple(self._answer(s) for s in dokument.svar),
            egna=tuple(self._node(n) for n in dokument.egna),
            utelamnar=tuple(
                (full(id_, Nod, Indikator, Uppdrag), reason) for id_, reason in dokument.utelamnar
            ),
            ordinarie_verksamhet=tuple((full(i, Uppdrag), why) for i, why in dokument.ordinarie_verksamhet),
            indikatorkapitel=self._chapter(chapter) if chapter else None,
            indikatorer=tuple(self._indicator(i) for i in dokument.indikatorer),
            utfall=tuple(self._outcome(u) for u in dokument.utfall),
            direktivkapitel=self._chapter(orders) if orders else None,
            direktivgrupper=tuple(self._group(g) for g in dokument.direktivgrupper),
            direktivlagen=tuple(self._state(x) for x in dokument.direktivlagen),
            andringar=self._changes(changes) if changes else None,
        )

    def _group(self, grupp: Direktivgrupp) -> Direktivgrupp:
        direktiv = tuple(self._direktiv(d) for d in grupp.direktiv)
        return replace(grupp, text=self.texts.prose(grupp.text), direktiv=direktiv)

    def _direktiv(self, direktiv: Direktiv) -> Direktiv:
        points = tuple(self._direktiv(p) for p in direktiv.punkter)
        return replace(direktiv, text=self.texts.prose(direktiv.text), punkter=points)

    def _changes(self, andringar: Andringar) -> Andringar:
        return replace(andringar, text=self.texts.prose(andringar.text))

    def _chapter(self, kapitel: Kapitel) -> Kapitel:
        return replace(kapitel, titel=self.texts.phrase(kapitel.titel), text=self.texts.prose(kapitel.text))

    def _node(self, nod: Nod) -> Nod:
        return replace(nod, titel=self.texts.phrase(nod.titel), under=self.texts.full(nod.under, Nod))

    def _answer(self, svar: Svar) -> Svar:
        full = self.texts.full
        return replace(
            svar,
            nod=full(svar.nod, Nod),
            text=self.texts.prose(svar.text),
            under=full(svar.under, Nod) if svar.under else "",
            uppdrag=tuple(self._order(u) for u in svar.uppdrag),
            indikatorer=tuple(self._indicator(i) for i in svar.indikatorer),
            ataganden=tuple(self._commitment(a) for a in svar.ataganden),
            utfall=tuple(self._outcome(u) for u in svar.utfall),
            lagen=tuple(self._state(x) for x in svar.lagen),
        )

    def _order(self, uppdrag: Uppdrag) -> Uppdrag:
        text = self.texts.prose(uppdrag.text)
        return uppdrag if text is uppdrag.text else replace(uppdrag, text=text)

    def _commitment(self, atagande: Atagande) -> Atagande:
        answered = tuple(self.texts.full(r, Nod, Uppdrag) for r in atagande.svarar_pa)
        text = self.texts.prose(atagande.text)
        if text is atagande.text and answered == atagande.svarar_pa:
            return atagande
        return replace(atagande, text=text, svarar_pa=answered)

    def _indicator(self, indikator: Indikator) -> Indikator:
        phrase = self.texts.phrase
        return replace(
            indikator,
            namn=phrase(indikator.namn),
            ingangsvarde=phrase(indikator.ingangsvarde),
            malvarde=phrase(indikator.malvarde),
            frekvens=phrase(indikator.frekvens),
            kalla=phrase(indikator.kalla),
        )

    def _outcome(self, utfall: Utfall) -> Utfall:
        phrase = self.texts.phrase
        return replace(
            utfall,
            indikator=self.texts.full(utfall.indikator, Indikator),
            varde=phrase(utfall.varde),
            matt=phrase(utfall.matt),
            kommentar=phrase(utfall.kommentar),
        )

    def _state(self, lage: Lage) -> Lage:
        about = self.texts.full(lage.gallande, Atagande, Uppdrag)
        return replace(lage, gallande=about, kommentar=self.texts.phrase(lage.kommentar))
