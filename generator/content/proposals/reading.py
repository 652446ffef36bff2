"""The content with a proposal in place of the main one: only what it touches is read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.content.acceptances import read_acceptances
from generator.content.context import Context
from generator.content.documents import read_document
from generator.content.findings import Findings
from generator.content.folders import GOALS, Folder
from generator.content.linking import linked
from generator.content.proposals.facts import Facts, chain
from generator.content.proposals.layer import Layer, Trail
from generator.content.proposals.listing import ABOVE, FILE, GRUND, is_above, laid_over
from generator.content.reader import Read, read_goals, read_grund
from generator.content.reading import Reading
from generator.content.sheets.shelf import Sheets
from generator.diagnostics import Position, Severity, sort_diagnostics
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument, Stadium
from generator.domain.kontroller import Godtagande
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class ProposalReading:
    """What reading a proposal gives: the content as it would be, what it has touched, where it lies."""

    reading: Reading
    trail: Trail
    folder: str
    title: str
    file: Position
    accepted: tuple[Godtagande, ...] = ()
    """What the proposal itself lets stand."""


def read_proposal(read: Read, document: Folder, homes: Iterable[Folder], name: str) -> ProposalReading:
    """Return the content as it would be with a proposal to a document.

    ``homes`` are the folders of all proposals to the document. The corpus is None when it cannot be told
    what the proposal is. Findings in what is not read again are those of the main reading.
    """
    findings = Findings()
    findings.lost |= read.lost
    by_name = {home.name.rpartition("/")[2]: home for home in homes}
    home = by_name[name]
    facts = chain(name, by_name, findings)
    trail = Trail()
    first = Position(f"{home.name}/{FILE}", 1, 1)
    title = facts[-1].title if facts else name
    korpus, again = None, [f"{document.name}/"]
    sheets = Sheets(read.top.root, findings)
    sheets.opened.update(read.context.sheets.opened)
    if facts:
        context = replace(read.context, sheets=sheets, findings=findings)
        layers = [Layer(f.home.path, f.home.path, trail) for f in facts]
        korpus, above = _Content(read, context, document, layers, facts).korpus()
        again += above
    kept = [d for d in read.diagnostics if not d.position.file.startswith(tuple(again))]
    uses = (*(use for use in read.uses if use.document != document.name), *sheets.uses.found)
    accepted = tuple(a for f in facts for a in read_acceptances(f.home, findings))
    found = sort_diagnostics((*kept, *findings.found))
    reading = Reading(korpus, found, read.documents, uses)
    return ProposalReading(reading, trail, f"{home.name}/", title, first, accepted)


class _Content:
    """Reads what a proposal touches with its layers."""

    def __init__(
        self, read: Read, context: Context, document: Folder, layers: list[Layer], facts: list[Facts]
    ) -> None:
        self.read, self.context, self.document = read, context, document
        self.layers, self.facts = layers, facts

    def korpus(self) -> tuple[Korpus | None, list[str]]:
        """Return the corpus, and which of the organisation's folders were read again."""
        top, above = self._top()
        main, findings = self.read.korpus, self.context.findings
        dokument = self._document()
        if dokument is None:
            return None, above
        if f"{GOALS}/" in above:
            main = replace(main, noder=(*self.read.noder_ovan, *read_goals(top, self.context)))
        if f"{GRUND}/" in above:
            main = replace(main, grund=(*self.read.grund_ovan, *read_grund(top, self.context)))
        broken = {d.position.file for d in findings.found if d.severity is Severity.ERROR}
        return (
            linked(
                replace(
                    main,
                    dokument={**main.dokument, dokument.id: dokument},
                    olasta=frozenset(findings.lost),
                    trasiga=main.trasiga | broken,
                )
            ),
            above,
        )

    def _document(self) -> Dokument | None:
        folder = laid_over(self.document, self.layers, self.context.findings)
        dokument = read_document(folder, self.context, [f.of_document() for f in self.facts])
        if dokument is None:
            return None
        stage = Stadium.FORSLAG if dokument.stadium.decided else dokument.stadium
        return replace(
            dokument,
            stadium=stage,
            beslut=None,
            forslag=self.facts[-1].home.name.rpartition("/")[2],
            forslagstitel=self.facts[-1].title,
        )

    def _top(self) -> tuple[Folder, list[str]]:
        """Return the organisation's folder with what the proposal lays over its ``mål/`` and ``grund/``."""
        entries, above = list(self.read.top.entries), list[str]()
        for number, entry in enumerate(entries):
            if not entry.is_folder or entry.slug not in ABOVE:
                continue
            over = tuple(
                layer.inside(each.path)
                for layer, facts in zip(self.layers, self.facts, strict=True)
                for each in facts.home.entries
                if each.name == entry.slug and is_above(each, self.document)
            )
            if over:
                entries[number] = replace(entry, over=over)
                above.append(f"{entry.slug}/")
        return replace(self.read.top, entries=tuple(entries)), above
