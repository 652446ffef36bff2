"""The direktiv of the spring as later documents print them: what became of each, what answers it, its state.

fullmäktige's plan tells what became of all; a nämnd's plan prints those that still stand for it, with its
answers; its report tells how far they have come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.checks.direktiv import decided_orders, ids_of, outcome, plan_after, still_stands
from generator.checks.plans import is_of_board
from generator.documents.chapters import chapters
from generator.documents.facts import day_of
from generator.documents.goals import USUAL
from generator.documents.view import NO_CHAPTER, DirektivsvarVy, KapitelVy
from generator.domain.datum import Datum
from generator.domain.dokument import Dokument
from generator.domain.fras import Inline, LineBreak, Link, Phrase, Text
from generator.domain.korpus import Korpus
from generator.domain.mal import Atagande, Direktiv, Lage
from generator.domain.prosa import ListBlock, Paragraph, Prosa
from generator.domain.wording import addressees, bodies, listed, upper_first

CHAPTER = "direktivsvar"
"""The id of the chapter where nobody has given it another."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Builds what one document tells of the direktiv of the spring."""

    korpus: Korpus
    dokument: Dokument
    plan: Dokument
    _states: dict[str, Lage] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Gather what the document tells of how far things have come."""
        self._states.update((x.gallande, x) for x in self.dokument.lagen())

    def rows(self) -> tuple[DirektivsvarVy, ...]:
        """Return the direktiv that concern the document, in the order that they were given."""
        if self.dokument.direktivgrupper:
            return ()
        found = self._of_board() if is_of_board(self.plan, self.korpus) else self._of_all()
        return tuple(self._row(direktiv, orders, after) for direktiv, orders, after in found)

    def chapter(self, rows: tuple[DirektivsvarVy, ...]) -> KapitelVy:
        """Return title and text of their chapter: a report's own, or a title that names their source."""
        own = self.dokument.direktivkapitel
        if own is not None and not self.dokument.direktivgrupper:
            return chapters(self.korpus, self.dokument, (own,))[0]
        if not rows:
            return NO_CHAPTER
        sources = listed(list(dict.fromkeys(row.ursprung for row in rows)))
        text = Paragraph((Text(f"Direktiven är beslutade i {sources}."),))
        return KapitelVy(CHAPTER, Phrase.of("Vårens direktiv", CHAPTER), Prosa((text,)))

    def _of_board(self) -> Iterator[tuple[Direktiv, Dokument, Dokument | None]]:
        """Yield those to the plan's body that still stand."""
        for orders in decided_orders(self.korpus):
            if orders.period.start == self.plan.period.start:
                after = plan_after(orders, self.korpus)
                given = (d for g in orders.direktivgrupper for d in g.direktiv)
                mine = (d for d in given if d.riktas_till(self.plan.organ) and still_stands(d, after))
                yield from ((d, orders, after) for d in mine)

    def _of_all(self) -> Iterator[tuple[Direktiv, Dokument, Dokument | None]]:
        """Yield all that the plan of those who gave them says something of."""
        for orders in decided_orders(self.korpus) if self.plan.direktivbesked else ():
            same = orders.organ == self.plan.organ and orders.period.start == self.plan.period.start
            given = (d for g in orders.direktivgrupper for d in g.direktiv) if same else ()
            yield from ((d, orders, self.plan) for d in given if outcome(d, self.plan))

    def _row(self, direktiv: Direktiv, orders: Dokument, after: Dokument | None) -> DirektivsvarVy:
        organisation, day = self.korpus.organisation, day_of(self.dokument)
        lage = next((self._states[i] for i in (direktiv.id, *ids_of(direktiv)) if i in self._states), None)
        status = self.korpus.styrmodell.status(lage.status) if lage is not None else None
        return DirektivsvarVy(
            direktiv.id,
            _whole(direktiv),
            upper_first(addressees(direktiv, organisation, day)),
            orders.titel,
            upper_first(outcome(direktiv, after)),
            self._answer(direktiv),
            status.ord if status else "",
            lage.kommentar if lage is not None else Phrase(),
            bodies(direktiv.samverkar_med, organisation, day),
            Datum(direktiv.senast) if direktiv.senast else None,
            direktiv.aterrapporteras,
        )

    def _answer(self, direktiv: Direktiv) -> Phrase:
        """Return what the plan answers, a line for each: its åtaganden, the usual work, why it does not."""
        ids = ids_of(direktiv)
        lines = [_promised(a) for s in self.plan.svar for a in s.ataganden if ids.intersection(a.svarar_pa)]
        reasons = ((USUAL, self.plan.ordinarie_verksamhet), ("Utelämnas", self.plan.utelamnar))
        for what, given in reasons:
            lines += [(Text(f"{what}: {why}"),) for id_, why in given if id_ in ids]
        broken = ((LineBreak(), *line) for line in lines)
        return Phrase(tuple(piece for line in broken for piece in line)[1:])


def _promised(atagande: Atagande) -> tuple[Inline, ...]:
    """Return an åtagande as a link to it: its first words are those of its first paragraph."""
    first = next((b for b in atagande.text.content if isinstance(b, Paragraph)), Paragraph(()))
    *others, last = first.content or (Text(atagande.id),)
    if isinstance(last, Text):
        last = Text(last.value.removesuffix(":"))
    return (Text("Åtagande: "), Link(f"#{atagande.id}", (*others, last)))


def _whole(direktiv: Direktiv) -> Prosa:
    """Return a direktiv with its points as a list below it."""
    points = tuple(punkt.text.content for punkt in direktiv.punkter)
    content = (*direktiv.text.content, *([ListBlock(False, points)] if points else []))
    return replace(direktiv.text, content=content, anchor=direktiv.id)
