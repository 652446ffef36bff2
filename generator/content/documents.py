"""A document's folder → Dokument: dokument.yaml, its chapters, and its words on the goals."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.content.answers import Answers, read_answers, report_sign
from generator.content.chapters import read_chapter
from generator.content.context import Context
from generator.content.folders import DOCUMENT, GOALS, Entry, Folder, inside
from generator.content.indicators import IN_PLAN, IN_REPORT, Indicators, read_indicators
from generator.content.items import Maker
from generator.content.models import BeslutRecord, DokumentRecord
from generator.content.pages import Document, read_page
from generator.content.records import read_record
from generator.content.source import read_source
from generator.content.unused import unused_file, unused_folder
from generator.content.yaml_tree import Tree, parse_yaml
from generator.diagnostics import Position, did_you_mean
from generator.domain.dokument import Beslut, Dokument, Kapitel

_PLACES = ("organ", "bygger på", "följer upp", "utelämnar", "beslut", "datum", "period", "stadium")


def read_document(folder: Folder, context: Context) -> Dokument | None:
    """Return the document of a folder, or None when its dokument.yaml says too little.

    Its other files are read all the same, for what is wrong with them.
    """
    source = read_source(folder.path / DOCUMENT, folder.root, context.findings)
    tree = parse_yaml(source, context.findings) if source is not None else Tree(broken=True)
    record = read_record(DokumentRecord, tree, context.findings)
    organ = _said(tree, "organ")
    maker = Maker.of(context.organ(organ, tree.place(("organ",))) if organ else None, context)
    parts = _Reader(folder, maker, follows=_said(tree, "följer upp")).read()
    if record is None:
        context.findings.lose([folder.name])
        return None
    _check_kind(record.slag, tree, context)
    return _assembled(folder, record, tree, maker, parts)


def _said(tree: Tree, key: str) -> str:
    value = tree.data.get(key)
    return value if isinstance(value, str) else ""


def _assembled(folder: Folder, record: DokumentRecord, tree: Tree, maker: Maker, parts: _Parts) -> Dokument:
    indicators, beslut = parts.indicators, None
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
        kapitel_fore=tuple(parts.before),
        kapitel_efter=tuple(parts.after),
        svar=tuple(parts.answers.svar),
        egna=tuple(parts.answers.egna),
        position=tree.start,
        places=_places(record, tree),
        indikatorkapitel=indicators.kapitel if indicators else None,
        indikatorer=indicators.indikatorer if indicators else (),
        utfall=indicators.utfall if indicators else (),
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
    """Return where the facts stand that checks complain about; of what is left out each id's own place."""
    left_out = {f"utelämnar {key}": tree.key_place(("utelämnar", key)) for key in record.utelamnar}
    return {key: tree.place((key,)) for key in _PLACES} | left_out


@dataclass(slots=True)
class _Parts:
    """The chapters before and after the goals, the answers, and the indikatorer that hang on no goal."""

    before: list[Kapitel] = field(default_factory=list)
    after: list[Kapitel] = field(default_factory=list)
    answers: Answers = field(default_factory=Answers)
    indicators: Indicators | None = None


class _Reader:
    """Reads the files of one document in order."""

    def __init__(self, folder: Folder, maker: Maker, *, follows: str) -> None:
        self.folder, self.maker, self.report = folder, maker, bool(follows)
        self.findings = maker.findings
        self.parts = _Parts()
        self.goals: Entry | None = None

    def read(self) -> _Parts:
        for entry in self.folder.entries:
            if entry.is_folder and entry.slug == GOALS:
                self._goals(entry)
            elif entry.is_text:
                self._text(entry)
            elif not entry.is_folder and entry.name != DOCUMENT:
                unused_file(entry, self.folder, self.findings)
        return self.parts

    def _page(self, entry: Entry) -> Document | None:
        return read_page(entry.path, self.folder.root, self.findings)

    def _goals(self, entry: Entry) -> None:
        if self.goals is not None:
            message = f"Dokumentet har redan en målmapp, ”{self.goals.name}”"
            place = self.folder.position(entry)
            self.findings.error("S004", message, place, "Flytta ihop filerna till en av dem.")
        self.goals = self.goals or entry
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
        if entry.slug in (IN_REPORT if self.report else IN_PLAN):
            self._indicators(entry, page)
            return
        chapter = read_chapter(page, entry.slug, self.maker.organ, self.maker.context)
        if chapter is not None:
            (self.parts.after if self.goals else self.parts.before).append(chapter)

    def _indicators(self, entry: Entry, page: Document) -> None:
        if self.parts.indicators is not None:
            place = self.parts.indicators.kapitel.position
            message = f"Dokumentet har redan en fil med indikatorer, {place.file}"
            self.findings.error("S004", message, page.start, "Flytta ihop dem till en fil.")
            return
        self.parts.indicators = read_indicators(page, entry.slug, self.maker, report=self.report)
