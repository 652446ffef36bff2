"""What stands in a röd tråd from another organisation: its texts, plans, direktiv and goals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Any, TypeVar

from generator.content.ids import is_id
from generator.content.json_places import Path
from generator.content.json_values import JsonFile
from generator.diagnostics.values import dataclass
from generator.domain.datum import Giltighet, Period
from generator.domain.dokument import Direktivgrupp, Dokument, Kapitel, Stadium
from generator.domain.fras import Phrase
from generator.domain.mal import Direktiv, Indikator, Nod, Uppdrag
from generator.domain.organisation import Organisation
from generator.domain.ovan import Ovan
from generator.domain.prosa import Block, Paragraph, Prosa, Quote
from generator.domain.styrmodell import Styrmodell

_PERIOD = re.compile(r"(\d{4})(?:[–-](\d{4}))?", re.ASCII)
_MEASURED = ("namn", "ingångsvärde", "målvärde", "frekvens", "källa")
_QUOTED = "> "
_PRINT = re.compile(r"[0-9a-f]{16}")

Holder = Mapping[str, Any]
Order = TypeVar("Order", bound=Uppdrag)


@dataclass(slots=True)
class Above:
    """What the files hold: goals, texts that all plans build on, plans, and fingerprints by id.

    ``documents`` are the ids of the documents that a file is for (none: for all), ``datum`` the day it tells
    of; ``only`` maps the goals that are not for all to the documents that they are for.
    """

    files: set[str] = field(default_factory=set)
    noder: list[Nod] = field(default_factory=list)
    grund: list[Kapitel] = field(default_factory=list)
    planer: dict[str, Dokument] = field(default_factory=dict)
    avtryck: dict[str, str] = field(default_factory=dict)
    unclear: bool = False
    documents: frozenset[str] = frozenset()
    datum: date = date.min
    only: dict[str, frozenset[str]] = field(default_factory=dict)

    def ovan(self) -> Ovan:
        """Return what the corpus keeps of it beside the goals."""
        return Ovan(frozenset(self.files), self.planer, self.avtryck, self.unclear, self.only)


def read_manifest(file: JsonFile, organisation: Organisation, styrmodell: Styrmodell, above: Above) -> None:
    """Add what a file holds; what is wrong with it is noted and left out."""
    _Reader(file, organisation, styrmodell, above).read()


@dataclass(slots=True)
class _Reader:
    file: JsonFile
    organisation: Organisation
    styrmodell: Styrmodell
    above: Above
    bodies: dict[str, str] = field(default_factory=dict)
    """The organisation's ids of bodies by the file's."""
    strange: set[str] = field(default_factory=set)
    """Levels that the styrmodell does not have, told of once."""

    def read(self) -> None:
        """Add what the file holds."""
        data = self.file.data
        self.above.datum = self.file.day((), data, "datum") or date.min
        self._bodies(data)
        for path, each in self.file.items((), data, "grund"):
            self._chapter(path, each)
        orders = self._direktiv(data)
        for path, each in self.file.items((), data, "planer"):
            self._plan(path, each, orders)
        for path, each in self.file.items((), data, "mål"):
            self._goal(path, each)

    def _bodies(self, data: Holder) -> None:
        for path, each in self.file.items((), data, "organ"):
            id_ = self.file.text(path, each, "id", needed=True)
            names = (self.file.text(path, each, "namn"), *self.file.texts(path, each, "skrivs även"))
            found = (self.organisation.find(name) for name in names if name)
            self.bodies[id_] = next((o.id for o in found if o is not None), id_)

    def _body(self, id_: str) -> str:
        return self.bodies.get(id_, id_)

    def _chapter(self, path: Path, each: Holder) -> None:
        id_ = self._id(path, each)
        title = self.file.text(path, each, "titel", needed=True)
        if id_:
            text = _prose(self.file.text(path, each, "text"))
            self.above.grund.append(Kapitel(id_, Phrase.of(title), text, position=self.file.whole))

    def _plan(self, path: Path, each: Holder, orders: Mapping[str, list[Direktiv]]) -> None:
        text = self.file.text
        id_, period = text(path, each, "id", needed=True), self._period(path, each)
        if not id_ or period is None:
            return
        given = each.get("utelämnar")
        left_out = (
            tuple((k, v) for k, v in given.items() if isinstance(v, str)) if isinstance(given, dict) else ()
        )
        own = tuple(orders.get(id_, ()))
        groups = (Direktivgrupp((), False, Prosa(), own, self.file.whole),) if own else ()
        self.above.planer[id_] = Dokument(
            id_,
            text(path, each, "slag", needed=True),
            text(path, each, "titel", needed=True),
            self._body(text(path, each, "organ")),
            period,
            stadium=self._stage(path, each),
            version=text(path, each, "version"),
            utelamnar=left_out,
            position=self.file.whole,
            direktivgrupper=groups,
        )

    def _period(self, path: Path, each: Holder) -> Period | None:
        match = _PERIOD.fullmatch(self.file.text(path, each, "period", needed=True))
        if match is None or int(match[1]) > int(match[2] or match[1]):
            self.file.complain("Perioden ska vara ett år, 2019, eller flera, 2019–2021", (*path, "period"))
            return None
        return Period(int(match[1]), int(match[2] or match[1]))

    def _stage(self, path: Path, each: Holder) -> Stadium:
        said = self.file.text(path, each, "stadium")
        try:
            return Stadium(said)
        except ValueError:
            self.file.complain(f"Stadiet ”{said[:40]}” finns inte", (*path, "stadium"))
            return Stadium.UTKAST

    def _direktiv(self, data: Holder) -> dict[str, list[Direktiv]]:
        found: dict[str, list[Direktiv]] = {}
        for path, each in self.file.items((), data, "direktiv"):
            for order in self._order(path, each, Direktiv):
                found.setdefault(self.file.text(path, each, "dokument"), []).append(order)
        return found

    def _goal(self, path: Path, each: Holder) -> None:
        text = self.file.text
        id_, niva = self._id(path, each), self._level(path, each)
        title = text(path, each, "titel", needed=True)
        if not id_ or not niva:
            return
        orders = (
            o for where, u in self.file.items(path, each, "uppdrag") for o in self._order(where, u, Uppdrag)
        )
        measures = (
            i for where, m in self.file.items(path, each, "indikatorer") for i in self._measure(where, m)
        )
        self._print(path, each, id_)
        self.above.noder.append(
            Nod(
                id_,
                niva,
                Phrase.of(title),
                text(path, each, "under"),
                _prose(text(path, each, "text")),
                tuple(orders),
                tuple(measures),
                self._body(text(path, each, "beslutad av")),
                giltighet=self._validity(path, each),
                efterfoljare=self.file.texts(path, each, "efterföljare"),
                position=self.file.whole,
                under_position=self.file.whole,
                efterfoljare_position=self.file.whole,
            )
        )

    def _id(self, path: Path, each: Holder) -> str:
        id_ = self.file.text(path, each, "id", needed=True)
        if id_ and not is_id(id_):
            self.file.complain(f"Id ”{id_[:40]}” har inte den form som ett id ska ha", (*path, "id"))
            return ""
        return id_

    def _level(self, path: Path, each: Holder) -> str:
        niva = self.file.text(path, each, "nivå", needed=True)
        if niva and self.styrmodell.niva(niva) is None:
            if niva not in self.strange:
                self.strange.add(niva)
                known = ", ".join(n.nyckel for n in self.styrmodell.nivaer)
                hint = f"Styrmodellens nivåer heter {known}; båda måste ha samma nycklar."
                self.file.complain(f"Styrmodellen har ingen nivå ”{niva[:40]}”", (*path, "nivå"), hint=hint)
            return ""
        return niva

    def _validity(self, path: Path, each: Holder) -> Giltighet:
        start, end = (self.file.day(path, each, key) for key in ("gäller från", "gäller till"))
        if start is not None and end is not None and end < start:
            self.file.complain("Målet slutar gälla innan det börjar", (*path, "gäller till"))
            end = None
        return Giltighet(start, end)

    def _order(self, path: Path, each: Holder, kind: type[Order]) -> Iterator[Order]:
        id_ = self._id(path, each)
        if not id_:
            return
        self._print(path, each, id_)
        bodies = (self.file.texts(path, each, key) for key in ("mottagare", "i samverkan med"))
        to, partners = (tuple(map(self._body, ids)) for ids in bodies)
        yield kind(
            id_,
            _prose(self.file.text(path, each, "text", needed=True)),
            to,
            self.file.yes(path, each, "alla nämnder"),
            self._body(self.file.text(path, each, "beslutad av")),
            self.file.whole,
            partners,
            self.file.day(path, each, "senast"),
            self.file.yes(path, each, "återrapporteras"),
        )

    def _measure(self, path: Path, each: Holder) -> Iterator[Indikator]:
        id_ = self._id(path, each)
        if not id_:
            return
        self._print(path, each, id_)
        said = {key: Phrase.of(self.file.text(path, each, key)) for key in _MEASURED}
        yield Indikator(
            id_,
            said["namn"],
            said["ingångsvärde"],
            said["målvärde"],
            said["frekvens"],
            said["källa"],
            beslutad_av=self._body(self.file.text(path, each, "beslutad av")),
            position=self.file.whole,
        )

    def _print(self, path: Path, each: Holder, id_: str) -> None:
        given = self.file.text(path, each, "avtryck", needed=True)
        if _PRINT.fullmatch(given):
            self.above.avtryck.setdefault(id_, given)
        elif given:
            self.file.complain("”avtryck” ska vara 16 hexadecimala siffror", (*path, "avtryck"))


def _prose(text: str) -> Prosa:
    """Return a text as paragraphs: a manifest has the words, not their form."""
    parts = (part.strip() for part in text.split("\n\n"))
    return Prosa(tuple(_block(part) for part in parts if part))


def _block(text: str) -> Block:
    if text.startswith(_QUOTED):
        return Quote((Paragraph(Phrase.of(text.removeprefix(_QUOTED)).content),))
    return Paragraph(Phrase.of(text).content)
