"""ändringar.md: what is new in a document since the version before."""

from __future__ import annotations

from generator.content.findings import Findings
from generator.content.headings import ids_in
from generator.content.models import AndringarRecord
from generator.content.pages import Document, read_head
from generator.content.raw import RawHeading
from generator.content.sections import Section, prose_of
from generator.domain.dokument import Andringar

FILE = "ändringar.md"


def read_changes(document: Document, version: str, findings: Findings) -> Andringar | None:
    """Return what the file says, or None when it does not say since when.

    ``version`` is the document's own, which nothing can have changed since (S003).
    """
    head = read_head(document, AndringarRecord, findings)
    if head is None:
        return None
    place = document.tree.place(("sedan",))
    if head.sedan == version:
        hint = "Skriv den version som kom före, eller ändra version i dokument.yaml."
        findings.error("S003", f"Dokumentet har självt version {version}", place, hint)
    text = prose_of(_without_headings(document, findings), findings)
    if not text:
        findings.error("S002", "Filen säger inte vad som är nytt", document.start, "Skriv det under huvudet.")
    return Andringar(head.sedan, text, head.sedan_datum, document.start)


def _without_headings(document: Document, findings: Findings) -> Section:
    section = Section(0, position=document.start)
    for raw in document.page.blocks:
        if isinstance(raw, RawHeading):
            hint = "Rubriken sätts av dokumentet. Dela hellre upp texten i en lista."
            findings.error("S003", f"Här kan ingen rubrik stå: ”{raw.text}”", raw.position, hint)
            findings.lose(ids_in(Section(raw.level, raw.content, raw.attributes)))
        else:
            section.blocks.append(raw)
    return section
