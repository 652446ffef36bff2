"""How a file opens that has a place of its own in a document: its head, one title, and what stands below."""

from __future__ import annotations

from generator.content.chapters import chapter_title, report_appendix
from generator.content.findings import Findings
from generator.content.headings import ids_in
from generator.content.ids import report_form
from generator.content.models import KapitelRecord
from generator.content.pages import Document, read_head
from generator.content.raw import RawHeading
from generator.content.sections import Section, prose_of
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Kapitel
from generator.domain.fras import Phrase


@dataclass(frozen=True, slots=True)
class Opening:
    """The id of the chapter, its title, and everything under it."""

    id: str
    title: RawHeading
    top: Section

    def chapter(self, prose: Section, decider: str, findings: Findings) -> Kapitel:
        """Return the chapter, with the section's prose as its text."""
        text = prose_of(prose, findings)
        return Kapitel(self.id, Phrase(self.title.content), text, decider, self.title.position)


def read_opening(document: Document, slug: str, below: str, findings: Findings) -> Opening | None:
    """Return how the file opens, or None when it has no title.

    ``slug`` is the file's name without number, ``below`` what the headings of the second level are for, as it
    is said to someone who has used the first.
    """
    head = read_head(document, KapitelRecord, findings)
    title = chapter_title(document, findings)
    if head is None or title is None:
        findings.lose(document.page.ids())
        return None
    report_appendix(head.bilaga, document, findings)
    top, *more = document.outline(1, findings).children
    for extra in more:
        message = f"Filen har redan en huvudrubrik: ”{top.text}”"
        findings.error("S003", message, extra.position, f"Använd ## för {below}.")
        findings.lose(ids_in(extra))
    id_ = head.id or title.attributes.id or slug
    report_form(id_, title.position, findings)
    return Opening(id_, title, top)
