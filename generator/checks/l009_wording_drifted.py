"""L009: ett mål återges med andra ord än de beslutade.

Varför: målets lydelse är ett beslut. Byts ett ord ut har någon annan än fullmäktige ändrat målet.

Exempel: insatsområdet heter ”Förmedla bilden av det attraktiva Blekinge”, men i ett kapitel står det inom
citattecken som ”Skapa bilden av det attraktiva Blekinge”. Det gäller rubriker, tabellceller, punkter i
listor och ord inom citattecken, när ett enda ord av minst fem skiljer. Citerade stycken och ”ändringar.md”
lämnas i fred, och stycken som säger att något hette så förut. Detsamma gäller ett mål som har fått en
annan lydelse sedan en plan som återger det frystes.

Rätta: skriv målet ordagrant, eller länka till det. Skiljer sig en fryst plan: ta tillbaka målets lydelse,
eller låt det gamla målet få en sista dag och det nya ett eget id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.frozen import changed, told_by_its_decider
from generator.checks.wording import named
from generator.diagnostics import Diagnostic, Position
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument
from generator.domain.fras import Phrase, plain
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Nod
from generator.domain.organisation import fold
from generator.domain.prosa import Block, Heading, ListBlock, Paragraph, Prosa, TableBlock

_SHORTEST = 5
"""Words in a title that can be told from ordinary speech."""

_QUOTED = re.compile(r"”([^”]+)”|\"([^\"]+)\"")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_EARLIER = re.compile(
    r"\b(?:hette|kallades|löd|lydde|tidigare|förut|dåvarande|i förslaget|ursprungligen)\b", re.IGNORECASE
)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """Something that may be the title of a goal, as it stands, and where."""

    text: str
    place: Position


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding in a document for each goal whose title is given in other words."""
    yield from _frozen(korpus)
    titles = _Titles(korpus)
    if not titles.near:
        return
    for dokument in korpus.dokument.values():
        drifted: dict[str, list[_Said]] = {}
        for said in _told(dokument):
            nod = titles.meant(said.text)
            if nod is not None:
                drifted.setdefault(nod.id, []).append(said)
        for id_, places in drifted.items():
            nod = korpus.nod(id_)
            if nod is not None:
                yield _finding(nod, places, korpus)


def _frozen(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each goal that frozen documents of other bodies give in other words."""
    elsewhere = told_by_its_decider(korpus)
    printed: dict[str, list[str]] = {}
    for id_, held in changed(korpus).items():
        for skillnad in held.skillnader:
            post = skillnad.post
            if skillnad.hur == "ändrad" and not skillnad.eget and post.is_item and post.id not in elsewhere:
                printed.setdefault(post.id, []).append(id_)
    for id_, documents in printed.items():
        item = korpus.index.get(id_)
        if item is not None:
            yield _of_frozen(item, documents, korpus)


def _of_frozen(item: Item, documents: list[str], korpus: Korpus) -> Diagnostic:
    first = korpus.dokument[documents[0]].titel
    where = f"den frysta ”{first}” ({documents[0]})"
    if len(documents) > 1:
        where = f"{len(documents)} frysta dokument, bland dem {documents[0]}"
    message = f"Här står {named(item, korpus)} i en annan lydelse än i {where}"
    hint = "Ta tillbaka lydelsen. Är den nya beslutad: ge det ett nytt id, och det gamla ”gäller till”."
    return Diagnostic("L009", message, item.position, hint, ids=(item.id, *documents))


class _Titles:
    """The decided titles, and how each reads with any one word left out."""

    def __init__(self, korpus: Korpus) -> None:
        self.exact: set[Words] = set()
        self.near: dict[Words, list[tuple[int, Nod, Words]]] = {}
        for nod in korpus.noder:
            words = _words(str(nod.titel))
            self.exact.add(words)
            if len(words) >= _SHORTEST:
                for at in range(len(words)):
                    without = words[:at] + words[at + 1 :]
                    self.near.setdefault(without, []).append((at, nod, words))

    def meant(self, text: str) -> Nod | None:
        """Return the goal whose title the text is, but for one word changed, left out or added."""
        words = _words(text)
        if len(words) < _SHORTEST - 1 or words in self.exact:
            return None
        for _, nod, _ in self.near.get(words, ()):
            return nod
        for at in range(len(words)):
            without = words[:at] + words[at + 1 :]
            for place, nod, _ in self.near.get(without, ()):
                if place == at:
                    return nod
            nod_added = self._exactly(without)
            if nod_added is not None:
                return nod_added
        return None

    def _exactly(self, words: Words) -> Nod | None:
        if len(words) < _SHORTEST or words not in self.exact:
            return None
        without = words[1:]
        return next((nod for _, nod, whole in self.near.get(without, ()) if whole == words), None)


def _words(text: str) -> Words:
    return tuple(_WORD.findall(fold(text)))


def _told(dokument: Dokument) -> Iterator[_Said]:
    """Yield what a document gives as somebody's title: in headings, cells, items and quotation marks."""
    for kapitel in dokument.kapitel:
        yield _Said(str(kapitel.titel), kapitel.position)
        yield from _in_prose(kapitel.text, kapitel.position)
    for svar in dokument.svar:
        for text in (svar.text, *(a.text for a in svar.ataganden), *(u.text for u in svar.uppdrag)):
            yield from _in_prose(text, svar.position)
    for text in (g.text for g in dokument.direktivgrupper):
        yield from _in_prose(text, dokument.position)
    for direktiv in dokument.direktiv():
        yield from _in_prose(direktiv.text, direktiv.position)


def _in_prose(text: Prosa, start: Position) -> Iterator[_Said]:
    place = text.position if text.position.file else start
    for block in text.content:
        if isinstance(block, Heading):
            place = block.position
        yield from _in_block(block, place)


def _in_block(block: Block, place: Position) -> Iterator[_Said]:
    match block:
        case Heading(_, content):
            yield _Said(plain(content), place)
        case Paragraph(content, position):
            yield from _quoted(plain(content), position if position.file else place)
        case ListBlock(_, items):
            for item in items:
                if len(item) == 1 and isinstance(item[0], Paragraph):
                    at = item[0].position
                    yield _Said(plain(item[0].content), at if at.file else place)
                for each in item:
                    yield from _in_block(each, place)
        case TableBlock(tabell):
            for rad in tabell.rader:
                cells = (c for c in rad.celler if isinstance(c, Phrase))
                yield from (_Said(str(cell), rad.position) for cell in cells)
        case _:
            pass  # a quotation set apart, or a text fetched word for word


def _quoted(text: str, place: Position) -> Iterator[_Said]:
    if ("”" in text or '"' in text) and not _EARLIER.search(text):
        yield from (_Said(found[1] or found[2], place) for found in _QUOTED.finditer(text))


def _finding(nod: Nod, places: list[_Said], korpus: Korpus) -> Diagnostic:
    more = f" ({len(places)} ställen)" if len(places) > 1 else ""
    said = " ".join(places[0].text.split())
    message = f"Här står ”{said}”, men det beslutade är {named(nod, korpus)}{more}"
    hint = "Skriv det ordagrant, eller länka till det."
    return Diagnostic("L009", message, places[0].place, hint, ids=(nod.id,))
