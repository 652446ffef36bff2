"""A document's folder → Dokument: dokument.yaml, its chapters, and its words on the goals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from generator.content.answers import Answers, read_answers, report_sign
from generator.content.changes import FILE as CHANGES
from generator.content.changes import read_changes
from generator.content.chapters import read_chapter
from generator.content.context import Context
from generator.content.direktiv import FILE as ORDERS
from generator.content.direktiv import KIND as WITH_ORDERS
from generator.content.direktiv import Orders, read_orders
from generator.content.folders import DOCUMENT, GOALS, Entry, Folder, inside
from generator.content.indicators import IN_PLAN, IN_REPORT, Indicators, read_indicators
from generator.content.items import Maker
from generator.content.models import BeslutRecord, DokumentRecord
from generator.content.order_states import OrderStates, has_order_states, read_order_states
from generator.content.pages import Document, read_entry
from generator.content.reading import ACCEPTED
from generator.content.records import read_record
from generator.content.source import read_source
from generator.content.unused import unused_file, unused_folder
from generator.content.yaml_tree import Tree, parse_yaml
from generator.diagnostics import Position, did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Andringar, Beslut, Dokument, Kapitel

_PLACES = (
    "titel",
    "undertitel",
    "organ",
    "bygger på",
    "följer upp",
    "röd tråd",
    "utelämnar",
    "beslut",
    "datum",
    "period",
    "stadium",
    "version",
    "diarienummer",
)


def read_document(folder: Folder, context: Context, proposed: Sequence[Tree] = ()) -> Dokument | None:
    """Return the document of a folder, or None when its dokument.yaml says too little.

    Its other files are read all the same, for what is wrong with them. ``proposed`` is what proposals lay
    over dokument.yaml, each in turn.
    """
    source = read_source(folder.path / DOCUMENT, folder.root, context.findings)
    tree = parse_yaml(source, context.findings) if source is not None else Tree(broken=True)
    for laid in proposed:
        from generator.content.proposals.trees import tree_laid_over

        tree = tree_laid_over(tree, laid, context.findings)
    record = read_record(DokumentRecord, tree, context.findings)
    organ = _said(tree, "organ")
    maker = Maker.of(context.organ(organ, tree.place(("organ",))) if organ else None, context)
    parts = _Reader(folder, maker, _Told.by(tree, context)).read()
    if record is None:
        context.findings.lose([folder.name])
        return None
    _check_kind(record.slag, tree, context)
    return _assembled(folder, record, tree, maker, parts)


def _said(tree: Tree, key: str) -> str:
    value = tree.data.get(key)
    return value if isinstance(value, str) else ""


def _assembled(folder: Folder, record: DokumentRecord, tree: Tree, maker: Maker, parts: _Parts) -> Dokument:
    indicators, orders, beslut = parts.indicators, parts.orders, None
    opening = orders or parts.states
    if record.beslut is not None:
        beslut = _decision(record.beslut, tree, maker.context)
    return Dokument(
        id=folder.name,
        slag=record.slag,
        titel=record.titel,
        organ=maker.organ,
        period=record.period,
        undertitel=record.undertitel,
        stadium=record.stadium,
        version=record.version,
        diarienummer=record.diarienummer,
        ansvarig=record.ansvarig,
        datum=record.datum,
        beslut=beslut,
        bygger_pa=record.bygger_pa,
        foljer_upp=record.foljer_upp,
        utelamnar=tuple(record.utelamnar.items()),
        ordinarie_verksamhet=tuple(record.ordinarie_verksamhet.items()),
        direktivbesked=tuple(record.direktiv.items()),
        rod_trad=record.rod_trad,
        kapitel_fore=tuple(parts.before),
        kapitel_efter=tuple(parts.after),
        svar=tuple(parts.answers.svar),
        egna=tuple(parts.answers.egna),
        position=tree.start,
        places=_places(record, tree),
        indikatorkapitel=indicators.kapitel if indicators else None,
        indikatorer=indicators.indikatorer if indicators else (),
        utfall=indicators.utfall if indicators else (),
        direktivkapitel=opening.kapitel if opening else None,
        direktivgrupper=orders.grupper if orders else (),
        avsandare=record.avsandare,
        undertecknas=record.undertecknas,
        andringar=parts.changes,
        direktivlagen=parts.states.lagen if parts.states else (),
    )


def _check_kind(slag: str, tree: Tree, context: Context) -> None:
    if context.kinds and slag not in context.kinds:
        hint = did_you_mean(slag, context.kinds, f"Slagen är {', '.join(sorted(context.kinds))}.")
        place = tree.place(("slag",))
        context.findings.error("S003", f"Det finns inget dokumentslag ”{slag}”", place, hint)


def _decision(record: BeslutRecord, tree: Tree, context: Context) -> Beslut:
    organ = context.organ_id(record.organ, tree.place(("beslut", "organ")))
    return Beslut(organ, record.datum, record.paragraf)


def _places(record: DokumentRecord, tree: Tree) -> dict[str, Position]:
    """Return where the facts stand that checks complain about; of what is listed by id each place."""
    by_id = {
        "utelämnar": record.utelamnar,
        "ordinarie verksamhet": record.ordinarie_verksamhet,
        "direktiv": record.direktiv,
    }
    of_ids = {f"{key} {id_}": tree.key_place((key, id_)) for key, ids in by_id.items() for id_ in ids}
    return {key: tree.place((key,)) for key in _PLACES} | of_ids


@dataclass(frozen=True, slots=True)
class _Told:
    """What dokument.yaml says that its other files are read by.

    ``report`` that it follows up a plan, ``orders`` that a file of direktiv is more than a chapter (a kind
    that is not known may be a misspelt one), ``goals`` that it can have any.
    """

    report: bool
    orders: bool
    goals: bool
    version: str

    @classmethod
    def by(cls, tree: Tree, context: Context) -> _Told:
        slag = _said(tree, "slag")
        return cls(
            bool(_said(tree, "följer upp")),
            slag == WITH_ORDERS or slag not in context.kinds,
            slag != WITH_ORDERS,
            _said(tree, "version"),
        )


@dataclass(slots=True)
class _Parts:
    """The chapters before and after what stands in the middle: the goals, or the orders of a direktiv.

    Then the answers, the indikatorer that hang on no goal, the orders, and what has changed.
    """

    before: list[Kapitel] = field(default_factory=list)
    after: list[Kapitel] = field(default_factory=list)
    answers: Answers = field(default_factory=Answers)
    indicators: Indicators | None = None
    orders: Orders | None = None
    changes: Andringar | None = None
    states: OrderStates | None = None


class _Reader:
    """Reads the files of one document in order."""

    def __init__(self, folder: Folder, maker: Maker, told: _Told) -> None:
        self.folder, self.maker, self.told, self.report = folder, maker, told, told.report
        self.findings = maker.findings
        self.shelf = maker.context.sheets.beside(folder.path)
        self.parts = _Parts()
        self.goals: Entry | None = None
        self.middle = False

    def read(self) -> _Parts:
        for entry in self.folder.entries:
            if entry.is_folder and entry.slug == GOALS:
                self._goals(entry)
            elif entry.is_text:
                self._text(entry)
            elif not entry.is_folder and entry.name not in (DOCUMENT, ACCEPTED):
                unused_file(entry, self.folder, self.findings)
        return self.parts

    def _page(self, entry: Entry) -> Document | None:
        return read_entry(entry, self.shelf, self.findings)

    def _goals(self, entry: Entry) -> None:
        if self.goals is not None:
            message = f"Dokumentet har redan en målmapp, ”{self.goals.name}”"
            place = self.folder.position(entry)
            self.findings.error("S004", message, place, "Flytta ihop filerna till en av dem.")
        if not self.told.goals:
            hint = "Målen skrivs i regionplanen och i nämndernas planer. Ta bort mappen."
            message = "Ett planeringsdirektiv har inga svar på mål"
            self.findings.error("S003", message, self.folder.position(entry), hint)
        self.goals = self.goals or entry
        self.middle = True
        folder = inside(self.folder, entry, self.findings)
        for each in folder.entries:
            if each.is_folder:
                unused_folder(each, folder, self.findings)
            elif not each.is_text:
                unused_file(each, folder, self.findings)
        pages = [page for each in folder.entries if each.is_text and (page := self._page(each)) is not None]
        self._is_report_after_all(pages)
        for page in pages:
            found = read_answers(page, self.maker, report=self.report)
            self.parts.answers.svar.extend(found.svar)
            self.parts.answers.egna.extend(found.egna)

    def _is_report_after_all(self, pages: list[Document]) -> None:
        """Note once, at the first sign, that a document reports on a plan without saying which (S002)."""
        sign = report_sign(pages)
        if not self.report and sign is not None:
            hint = "Lägg till raden ”följer upp: …” i dokument.yaml."
            message = "Dokumentet säger hur det gick, men inte vilken plan det följer upp"
            self.findings.error("S002", message, sign, hint)
            self.report = True

    def _text(self, entry: Entry) -> None:
        page = self._page(entry)
        if page is None:
            return
        if entry.name == CHANGES:
            self.parts.changes = read_changes(page, self.told.version, self.findings)
        elif entry.slug in (IN_REPORT if self.report else IN_PLAN):
            if not self._is_second(self.parts.indicators, "indikatorer", page):
                self.parts.indicators = read_indicators(page, entry.slug, self.maker, report=self.report)
        elif entry.slug == ORDERS and self.told.orders:
            if not self._is_second(self.parts.orders, "direktiv", page):
                self.parts.orders = read_orders(page, entry.slug, self.maker)
            self.middle = True
        elif entry.slug == ORDERS and self.report and has_order_states(page):
            if not self._is_second(self.parts.states, "direktiv", page):
                self.parts.states = read_order_states(page, entry.slug, self.maker)
            self.middle = True
        else:
            self._chapter(entry, page)

    def _chapter(self, entry: Entry, page: Document) -> None:
        chapter = read_chapter(page, entry.slug, self.maker.organ, self.maker.context)
        if chapter is not None:
            (self.parts.after if self.middle else self.parts.before).append(chapter)

    def _is_second(self, first: Indicators | Orders | OrderStates | None, what: str, page: Document) -> bool:
        """Tell whether the document has had such a file; that is noted (S004)."""
        if first is not None:
            message = f"Dokumentet har redan en fil med {what}, {first.kapitel.position.file}"
            self.findings.error("S004", message, page.start, "Flytta ihop dem till en fil.")
            self.findings.lose(page.page.ids())
        return first is not None
