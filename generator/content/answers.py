"""A document's own words on the goals: what a nämnd answers in its plan, how it came out in its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from generator.content.context import Context
from generator.content.headings import Meaning, Role, ids_in, meaning_of
from generator.content.items import Maker, read_ataganden, read_indikatorer, read_uppdrag
from generator.content.judgements import judgement
from generator.content.models import SvarRecord
from generator.content.outcomes import read_lagen, read_utfall
from generator.content.pages import Document, read_head
from generator.content.raw import RawHeading
from generator.content.sections import Section, prose_of, title_of
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.mal import Atagande, Indikator, Lage, Nod, Svar, Uppdrag, Utfall
from generator.domain.organisation import fold
from generator.domain.styrmodell import Niva

_PLAN: tuple[Role, ...] = ("nivå", "eget", "uppdrag", "indikatorer", "åtaganden")
_REPORT: tuple[Role, ...] = ("nivå", "utfall", "åtaganden", "uppdrag")
_JUDGED = ("måluppfyllelse", "prognos")


@dataclass(slots=True)
class Answers:
    """What one file or folder says: answers in order, and the nodes it adds."""

    svar: list[Svar] = field(default_factory=list)
    egna: list[Nod] = field(default_factory=list)


def read_answers(document: Document, maker: Maker, *, report: bool) -> Answers:
    """Return the answers of the file; ``report`` tells that the document follows up a plan."""
    answers = Answers()
    head = read_head(document, SvarRecord, maker.findings)
    if head is None:
        return answers
    outline = document.outline(2, maker.findings)
    reader = _Reader(maker, report, answers)
    places = {key: document.tree.place((key,)) for key in _JUDGED}
    said = {"måluppfyllelse": head.maluppfyllelse, "prognos": head.prognos}
    reached, expected = reader.judged({k: v for k, v in said.items() if v}, places)
    place = document.tree.place(("svarar på",))
    reader.read(outline, Svar(head.svarar_pa, maluppfyllelse=reached, prognos=expected, position=place))
    return answers


def report_sign(documents: Sequence[Document]) -> Position | None:
    """Return where files first tell how things went, when nothing in them belongs to a plan."""
    headings = [
        (fold(b.text), b.position) for d in documents for b in d.page.blocks if isinstance(b, RawHeading)
    ]
    ids = (a.id for d in documents for a in d.page.attributes.values())
    if any(ids) or any(text == "indikatorer" for text, _ in headings):
        return None
    judged = (d.tree.key_place((key,)) for d in documents for key in _JUDGED if d.tree.data.get(key))
    return next(judged, None) or next((place for text, place in headings if text == "utfall"), None)


@dataclass(slots=True)
class _Parts:
    """The parts of one answer as they are found under its headings."""

    uppdrag: list[Uppdrag] = field(default_factory=list)
    indikatorer: list[Indikator] = field(default_factory=list)
    ataganden: list[Atagande] = field(default_factory=list)
    utfall: list[Utfall] = field(default_factory=list)
    lagen: list[Lage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Reader:
    maker: Maker
    report: bool
    answers: Answers

    @property
    def context(self) -> Context:
        return self.maker.context

    def judged(self, said: dict[str, str], places: dict[str, Position]) -> tuple[str, str]:
        """Return måluppfyllelse and prognos as keys of the scale; in a plan both are out of place (S001)."""
        if not self.report:
            for key in said:
                hint = "Ta bort den; målen bedöms i ett dokument som har raden ”följer upp: …”."
                self.maker.findings.error("S001", f"En plan har ingen {key}", places[key], hint)
            return "", ""
        found = {key: judgement(value, places[key], self.context) for key, value in said.items()}
        return found.get("måluppfyllelse", ""), found.get("prognos", "")

    def read(self, section: Section, svar: Svar) -> None:
        """Add the answer that stands in the section, and those below it."""
        number = len(self.answers.svar)
        self.answers.svar.append(svar)
        parts = _Parts()
        for child in section.children:
            if child.level == 1:
                self._no_title(child)
                continue
            allowed = _REPORT if self.report else _PLAN
            meaning = meaning_of(child, self.context.styrmodell, allowed, self.maker.findings)
            if meaning is not None:
                self._take(child, meaning, parts, svar.nod)
        self.answers.svar[number] = replace(
            svar,
            text=prose_of(section, self.maker.findings),
            uppdrag=tuple(parts.uppdrag),
            indikatorer=tuple(parts.indikatorer),
            ataganden=tuple(parts.ataganden),
            utfall=tuple(parts.utfall),
            lagen=tuple(parts.lagen),
        )

    def _no_title(self, child: Section) -> None:
        hint = "Ta bort rubriken och börja med texten; svaret får målets egen rubrik."
        message = f"Här ska ingen huvudrubrik stå: ”{child.text}”"
        self.maker.findings.error("S003", message, child.position, hint)
        self.maker.findings.lose(ids_in(child))

    def _take(self, section: Section, meaning: Meaning, parts: _Parts, nod: str) -> None:
        match meaning.role:
            case "nivå" if meaning.niva is not None:
                self._below(section, meaning.niva, meaning.rest, nod)
            case "eget" if meaning.niva is not None:
                self._own(section, meaning.niva, nod)
            case "indikatorer":
                parts.indikatorer.extend(read_indikatorer(section, self.maker))
            case "utfall":
                parts.utfall.extend(read_utfall(section, self.context))
            case "uppdrag" if not self.report:
                parts.uppdrag.append(read_uppdrag(section, meaning.rest, self.maker))
            case "åtaganden" if not self.report:
                parts.ataganden.extend(read_ataganden(section, self.maker))
            case _:
                parts.lagen.extend(self._states(section, meaning))

    def _states(self, section: Section, meaning: Meaning) -> Iterator[Lage]:
        if meaning.rest:
            hint = "Skriv bara ”Uppdrag”, och en tabell under."
            message = f"Rubriken ”{section.text}” kan inte stå i en uppföljning"
            self.maker.findings.error("S001", message, section.position, hint)
        what = "uppdrag" if meaning.role == "uppdrag" else "åtagande"
        return read_lagen(section, what, self.context)

    def _below(self, section: Section, niva: Niva, nod: str, under: str) -> None:
        """Read the answer to a node below, which the heading names by its id."""
        said = section.attributes
        if said.id and not self.report:
            words = niva.namn.eget.capitalize()
            hint = f"Skriv ”{words}: …” om det är nämndens eget; skriv annars bara id efter kolonet."
            message = f"”{section.text}” har ett id ({said.id}) men är ett svar på något som redan finns"
            self.maker.findings.error("S003", message, said.position, hint)
            self.maker.findings.lose([*ids_in(section), nod])
            return
        said.only(_JUDGED if self.report else (), self.maker.findings, id_allowed=False)
        if not nod:
            hint = f"Skriv {niva.namn.bestamd}s id efter kolonet."
            self.maker.findings.error("S002", f"Rubriken ”{section.text}” saknar id", section.position, hint)
            self.maker.findings.lose(ids_in(section))
            return
        reached, expected = "", ""
        if self.report:
            given = {k: said.get(k) for k in _JUDGED if said.get(k)}
            reached, expected = self.judged(given, dict.fromkeys(_JUDGED, said.position))
        self.read(
            section,
            Svar(
                nod,
                maluppfyllelse=reached,
                prognos=expected,
                niva=niva.nyckel,
                under=under,
                position=section.position,
            ),
        )

    def _own(self, section: Section, niva: Niva, under: str) -> None:
        """Add a node of the document's own; its texts are its own answer, so that it prints as such."""
        findings = self.maker.findings
        section.attributes.only((), findings)
        if not niva.egna:
            levels = [n.namn.flertal for n in self.context.styrmodell.nivaer if n.egna]
            hint = f"Egna får läggas till bland {', '.join(levels)}." if levels else "Ta bort avsnittet."
            message = f"Styrmodellen tillåter inga egna {niva.namn.flertal}"
            findings.error("L002", message, section.position, hint)
        if not title_of(section):
            message = f"Rubriken ”{section.text}” saknar titel"
            findings.error("S002", message, section.position, "Skriv titeln efter kolonet.")
        the = niva.namn.bestamd.capitalize()
        id_ = self.maker.id_in(section.attributes, section.position, the)
        own = Nod(
            id_,
            niva.nyckel,
            title_of(section),
            under,
            beslutad_av=self.maker.organ,
            agare=self.maker.organ,
            position=section.position,
            under_position=section.position,
        )
        self.answers.egna.append(own)
        self.read(section, Svar(id_, position=section.position))
