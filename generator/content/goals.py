"""mål/*.md → nodes: each file an item of the goal chain, with the items right below it under headings."""

from __future__ import annotations

from dataclasses import replace

from generator.content.context import Context
from generator.content.headings import Meaning, Role, ids_in, meaning_of
from generator.content.items import Maker, read_indikatorer, read_uppdrag
from generator.content.models import MalRecord
from generator.content.pages import Document, read_head
from generator.content.sections import Section, prose_of, title_of
from generator.content.validity import validity
from generator.diagnostics import did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.datum import Giltighet
from generator.domain.fras import Phrase
from generator.domain.mal import Indikator, Nod, Uppdrag
from generator.domain.styrmodell import Niva

_ROLES: tuple[Role, ...] = ("nivå", "uppdrag", "indikatorer")


def read_goal(document: Document, context: Context) -> tuple[Nod, ...]:
    """Return the node of the file and those under its headings; nothing when it cannot be told what it is."""
    head = read_head(document, MalRecord, context.findings)
    outline = document.outline(1, context.findings)
    if head is None:
        return ()
    niva = _niva(head.niva, document, context)
    title = _title(outline, context)
    if niva is None or title is None:
        context.findings.lose((head.id, *document.page.ids()))
        return ()
    tree = document.tree
    decider = context.organ_id(head.beslutad_av, tree.place(("beslutad av",))) or _decider(niva, context)
    ends = tree.place(("gäller till",))
    reader = _Reader(context, validity(head.galler_fran, head.galler_till, ends, context.findings))
    maker = Maker(context, decider)
    id_ = maker.full_id(head.id, tree.place(("id",)), _the(niva))
    first, *rest = reader.node(_Heading(title, Phrase(title.title), niva, id_), head.under, maker)
    first = replace(
        first,
        under_position=tree.place(("under",)),
        efterfoljare=head.efterfoljare,
        efterfoljare_position=tree.place(("efterföljare",)),
    )
    return (first, *rest)


def _niva(key: str, document: Document, context: Context) -> Niva | None:
    niva = context.styrmodell.niva(key)
    if niva is None and not document.tree.broken:
        known = [n.nyckel for n in context.styrmodell.nivaer]
        hint = did_you_mean(key, known, f"Nivåerna heter {', '.join(known)}.")
        place = document.tree.place(("nivå",))
        context.findings.error("S003", f"Styrmodellen har ingen nivå ”{key}”", place, hint)
    return niva


def _title(outline: Section, context: Context) -> Section | None:
    titles, findings = outline.children, context.findings
    if not titles or titles[0].level != 1:
        place = titles[0].position if titles else outline.position
        findings.error("S002", "Filen saknar huvudrubrik", place, "Börja texten med en rad: # Rubrik.")
        return None
    for extra in titles[1:]:
        hint = "Använd ## för rubriker under den första."
        findings.error("S003", f"Filen har redan en huvudrubrik: ”{titles[0].text}”", extra.position, hint)
        findings.lose(ids_in(extra))
    if outline.blocks:
        hint = "Flytta den till under rubriken."
        findings.error("S003", "Text före rubriken hör inte till något", outline.blocks[0].position, hint)
    titles[0].attributes.only((), findings, id_allowed=False)
    return titles[0]


def _the(niva: Niva) -> str:
    return niva.namn.bestamd.capitalize()


def _decider(niva: Niva, context: Context) -> str:
    """Return the body that decides the level: the only one of its kind, or empty."""
    found = [o.id for o in context.organisation.organ.values() if o.slag == niva.beslutas_av]
    return found[0] if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading that a node begins at."""

    section: Section
    title: Phrase
    niva: Niva
    id: str


@dataclass(slots=True)
class _Parts:
    """What stands under a node's heading."""

    uppdrag: list[Uppdrag]
    indikatorer: list[Indikator]
    below: list[Nod]


class _Reader:
    """Reads the nodes of one file, which are all valid as long as the first."""

    def __init__(self, context: Context, giltighet: Giltighet) -> None:
        self.context, self.giltighet = context, giltighet

    def node(self, heading: _Heading, under: str, maker: Maker) -> list[Nod]:
        """Return the node of the heading, followed by those below it."""
        section, parts = heading.section, _Parts([], [], [])
        for child in section.children:
            meaning = meaning_of(child, self.context.styrmodell, _ROLES, self.context.findings)
            if meaning is not None:
                self._take(child, meaning, parts, heading.id, maker)
        nod = Nod(
            heading.id,
            heading.niva.nyckel,
            heading.title,
            under,
            prose_of(section, self.context.findings),
            tuple(parts.uppdrag),
            tuple(parts.indikatorer),
            maker.organ,
            giltighet=self.giltighet,
            position=section.position,
            under_position=section.position,
        )
        return [nod, *parts.below]

    def _take(self, child: Section, meaning: Meaning, parts: _Parts, above: str, maker: Maker) -> None:
        if meaning.role == "indikatorer":
            parts.indikatorer.extend(read_indikatorer(child, maker))
        elif meaning.role == "uppdrag":
            parts.uppdrag.append(read_uppdrag(child, meaning.rest, maker))
        elif meaning.niva is not None:
            child.attributes.only((), self.context.findings)
            own = Maker(self.context, _decider(meaning.niva, self.context) or maker.organ)
            id_ = own.id_in(child.attributes, child.position, _the(meaning.niva))
            heading = _Heading(child, title_of(child), meaning.niva, id_)
            parts.below.extend(self.node(heading, above, own))
