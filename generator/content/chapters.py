"""Chapters: free prose with headings and tables under one title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.context import Context
from generator.content.figures import Caption, caption_of, read_table
from generator.content.findings import Findings
from generator.content.ids import id_of, is_id
from generator.content.models import KapitelRecord
from generator.content.pages import Document, read_head
from generator.content.raw import Raw, RawHeading, RawList, RawProse, RawTable, as_prose
from generator.content.sections import report_empty, report_skipped
from generator.domain.dokument import Kapitel
from generator.domain.fras import Phrase
from generator.domain.prosa import Block, Fetch, Heading, Prosa, TableBlock

DEEPEST_HEADING = 4


def read_chapter(document: Document, slug: str, decider: str, context: Context) -> Kapitel | None:
    """Return the chapter of a file, or None when it has no title.

    ``slug`` is the file's name without number, ``decider`` the body that decides it when the file is silent.
    """
    findings = context.findings
    head = read_head(document, KapitelRecord, findings)
    title = chapter_title(document, findings)
    if head is None or title is None:
        return None
    text = Prosa(read_blocks(document.page.blocks[1:], findings), position=title.position)
    decided = context.organ_id(head.beslutad_av, document.tree.place(("beslutad av",)))
    id_ = _id(head.id, slug, title, document, findings)
    return Kapitel(id_, Phrase(title.content), text, decided or decider, title.position, head.bilaga)


def report_appendix(bilaga: bool, document: Document, findings: Findings) -> None:
    """Note that what has its own place in a document cannot be an appendix (S001)."""
    if bilaga:
        place = document.tree.key_place(("bilaga",))
        findings.error("S001", "Den här texten kan inte vara en bilaga", place, "Ta bort raden ”bilaga”.")


def chapter_title(document: Document, findings: Findings) -> RawHeading | None:
    """Return the heading that a chapter begins with; that there is none is noted (S002)."""
    blocks = document.page.blocks
    first = blocks[0] if blocks else None
    if isinstance(first, RawHeading) and first.level == 1:
        report_empty(first, findings)
        first.attributes.only((), findings)
        return first
    place = first.position if first is not None else document.start
    findings.error("S002", "Kapitlet saknar huvudrubrik", place, "Börja texten med en rad: # Rubrik.")
    return None


def _id(said: str, slug: str, title: RawHeading, document: Document, findings: Findings) -> str:
    """Return the chapter's id: of its head, else of its title, else the file's name."""
    id_ = said or title.attributes.id or slug
    if not is_id(id_):
        place = document.tree.place(("id",)) if said else title.attributes.position
        hint = f"Skriv ”id: {id_of(id_)}” i filens huvud, eller byt namn på filen."
        at = place if said or title.attributes.id else title.position
        findings.error("I002", f"”{id_}” kan inte vara kapitlets id", at, hint)
    return id_


def read_blocks(raws: Sequence[Raw], findings: Findings) -> tuple[Block, ...]:
    """Return the blocks of a chapter's text: each table with its caption, each heading on its level."""
    return tuple(_Blocks(findings).read(raws))


class _Blocks:
    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.level = 1

    def read(self, raws: Sequence[Raw]) -> list[Block]:
        found: list[Block] = []
        caption: Caption | None = None
        for raw in raws:
            if caption is not None and not isinstance(raw, RawTable):
                self._lonely(caption)
                caption = None
            if isinstance(raw, RawTable) and raw.is_lost:
                caption = None
                continue
            if isinstance(raw, RawProse) and (caption := caption_of(raw, self.findings)):
                continue
            found.append(self._block(raw, caption))
            caption = None
        if caption is not None:
            self._lonely(caption)
        return found

    def _block(self, raw: Raw, caption: Caption | None) -> Block:
        match raw:
            case RawTable():
                return TableBlock(read_table(raw, caption, self.findings))
            case RawHeading():
                return self._heading(raw)
            case RawList() | RawProse():
                return as_prose(raw, self.findings)

    def _heading(self, raw: RawHeading) -> Block:
        raw.attributes.only((), self.findings)
        report_empty(raw, self.findings)
        if raw.level == 1:
            hint = "Använd ## för rubriker inne i kapitlet, eller lägg texten i en egen fil."
            message = f"Kapitlet har redan en huvudrubrik; här står en till: ”{raw.text}”"
            self.findings.error("S003", message, raw.position, hint)
        elif raw.level > DEEPEST_HEADING:
            hint = f"Använd högst {'#' * DEEPEST_HEADING}."
            self.findings.error("S007", f"Rubriken ”{raw.text}” ligger för djupt", raw.position, hint)
        else:
            report_skipped(raw, self.level + 1, self.findings)
        self.level = min(raw.level, DEEPEST_HEADING)
        return Heading(
            max(2, self.level), raw.content, raw.attributes.checked_id(self.findings), raw.position
        )

    def _lonely(self, caption: Caption) -> None:
        hint = "Tabellen ska stå närmast under raden, med en tomrad emellan."
        message = f"”Tabell: {caption.titel}” följs inte av någon tabell"
        self.findings.error("S003", message, caption.position, hint)


def report_fetches(kapitel: Kapitel, findings: Findings) -> None:
    """Note texts fetched into a text that others fetch (S003)."""
    for block in kapitel.text.content:
        if isinstance(block, Fetch):
            hint = "Skriv in texten, eller hämta båda texterna i dokumentets kapitel."
            message = f"Texten ”{block.ref}” kan inte hämtas till en text i grund"
            findings.error("S003", message, block.position, hint)
