"""One organisation's folder → its corpus, and everything that is wrong with the files, in one run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.acceptances import read_acceptances
from generator.content.calendars import FOLDER as CALENDARS
from generator.content.calendars import read_calendars
from generator.content.chapters import read_chapter, report_appendix, report_fetches
from generator.content.confirmed import LOCK, read_confirmed
from generator.content.context import Context
from generator.content.documents import read_document
from generator.content.findings import Findings
from generator.content.folders import DOCUMENT, GOALS, PROPOSALS, SHEETS, Entry, Folder, inside, open_folder
from generator.content.frames import FILE as FRAMES
from generator.content.frames import read_frame_changes
from generator.content.goals import read_goal
from generator.content.linking import linked
from generator.content.models import DokumentRecord
from generator.content.organisations import read_organisation
from generator.content.pages import read_entry, read_page
from generator.content.reading import ACCEPTED, ORGANISATION, STYRMODELL, Proposal, Reading
from generator.content.records import read_record
from generator.content.sheets.shelf import Sheets
from generator.content.sheets.uses import Use
from generator.content.source import read_source
from generator.content.styrmodeller import read_styrmodell
from generator.content.terms import FILE as TERMS
from generator.content.terms import read_terms
from generator.content.unused import unused_file, unused_folder
from generator.content.yaml_tree import parse_yaml
from generator.diagnostics import Diagnostic, Severity, sort_diagnostics
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument, Kapitel
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod
from generator.domain.ovan import Ovan

if TYPE_CHECKING:
    from generator.content.above_items import Above

_GRUND = "grund"
_FILES = (ORGANISATION, STYRMODELL, ACCEPTED, LOCK, TERMS, FRAMES)
_READ = (GOALS, _GRUND)
_NOT_READ = ("arkiv", "mallar", CALENDARS, "sammanträden", SHEETS)


def read_everything(root: Path, kinds: Collection[str], reserved: Collection[str]) -> Reading:
    """Return the content of the folder and what is wrong with it."""
    findings = Findings()
    top = open_folder(root, root, findings)
    organisation = read_organisation(top, findings)
    styrmodell = read_styrmodell(top, reserved, findings)
    named = organisation.rod_trad if organisation is not None else ()
    folders = list(_documents(top, (*_FILES, *named), findings))
    ids = tuple(f.name for f in folders)
    sheets = Sheets(root, findings)
    if organisation is None or styrmodell is None:
        _read_syntax(top, folders, sheets, findings)
        findings.withdraw("S006", sheets.used)
        return Reading(None, sort_diagnostics(findings.found), ids)
    context = Context(sheets, organisation, styrmodell, findings, kinds)
    noder, grund = tuple(read_goals(top, context)), tuple(read_grund(top, context))
    above_too: tuple[tuple[Nod, ...], tuple[Kapitel, ...]] = (), ()
    documents: dict[str, Dokument] = {}
    for folder in folders:
        dokument = read_document(folder, context)
        if dokument is not None:
            documents.setdefault(dokument.id, dokument)
    ovan = Ovan()
    if organisation.rod_trad or any(d.rod_trad for d in documents.values()):
        above = _above(top, folders, documents, context)
        above_too = tuple(above.noder), tuple(above.grund)
        noder, grund, ovan = (*above_too[0], *noder), (*above_too[1], *grund), above.ovan()
        findings.withdraw("S006", ovan.filer)
    findings.withdraw("S006", sheets.used)
    sheets.uses.report(findings)
    accepted = tuple(a for folder in (top, *folders) for a in read_acceptances(folder, findings))
    confirmed = read_confirmed(top, findings)
    calendars, terms = read_calendars(top, context), read_terms(top, findings)
    changes = read_frame_changes(top, context)
    korpus = Korpus(
        organisation,
        styrmodell,
        noder,
        documents,
        grund,
        frozenset(findings.lost),
        organisation.lage,
        accepted,
        bekraftat=confirmed,
        ovan=ovan,
        kalender=calendars,
        termer=terms,
        ramandringar=changes,
        trasiga=frozenset(d.position.file for d in findings.found if d.severity is Severity.ERROR),
    )
    proposed = _proposals(folders, findings)
    found, uses = sort_diagnostics(findings.found), tuple(sheets.uses.found)
    read = Read(top, context, korpus, *above_too, frozenset(findings.lost), found, ids, uses)
    return Reading(linked(korpus), found, ids, uses, proposed, read if proposed else None)


@dataclass(frozen=True, slots=True)
class Read:
    """What a reading of all content keeps for reading a proposal: everything before it was linked.

    ``noder_ovan`` and ``grund_ovan`` are those of another organisation.
    """

    top: Folder
    context: Context
    korpus: Korpus
    noder_ovan: tuple[Nod, ...]
    grund_ovan: tuple[Kapitel, ...]
    lost: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    uses: tuple[Use, ...]


def _proposals(folders: list[Folder], findings: Findings) -> tuple[Proposal, ...]:
    """Return the proposals to documents; most organisations have none."""
    found: list[Proposal] = []
    for folder in folders:
        entry = folder.folder(PROPOSALS)
        if entry is not None:
            from generator.content.proposals.facts import proposal_folders

            homes = tuple(proposal_folders(folder, inside(folder, entry, findings), findings))
            found += [Proposal(folder, homes, home) for home in homes]
    return tuple(found)


def _above(top: Folder, folders: list[Folder], documents: Mapping[str, Dokument], context: Context) -> Above:
    """Return what another organisation has decided, for all documents or for those that say so."""
    from generator.content.above import Manifests

    manifests = Manifests(top, context)
    manifests.for_all()
    for folder in folders:
        dokument = documents.get(folder.name)
        if dokument is not None and dokument.rod_trad:
            manifests.for_one(dokument.rod_trad, dokument.place("röd tråd"), folder)
    return manifests.read()


def _documents(top: Folder, files: Collection[str], findings: Findings) -> Iterator[Folder]:
    """Yield the folders that hold a document, in order; what no document uses is noted (S006).

    ``files`` are those right in the organisation's folder that are read.
    """
    for entry in top.entries:
        if not entry.is_folder:
            if entry.name not in files:
                unused_file(entry, top, findings)
        elif entry.slug not in (*_READ, *_NOT_READ):
            found = _below(inside(top, entry, findings), findings)
            if not found:
                unused_folder(entry, top, findings)
            yield from found


def _below(folder: Folder, findings: Findings) -> list[Folder]:
    """Return the folder when it holds a document, and the documents in the folders inside it."""
    is_document = folder.file(DOCUMENT) is not None
    found, unused = [folder] if is_document else [], []
    for entry in folder.entries:
        if entry.is_folder and is_document and entry.slug in (GOALS, SHEETS, PROPOSALS):
            continue
        if entry.is_folder:
            inner = _below(inside(folder, entry, findings), findings)
            found.extend(inner)
            if not inner:
                unused.append(entry)
        elif not is_document:
            unused.append(entry)
    for entry in unused if found else ():
        (unused_folder if entry.is_folder else unused_file)(entry, folder, findings)
    return found


def _texts(top: Folder, slug: str, findings: Findings) -> Iterator[Entry]:
    """Yield the texts in one of the organisation's folders; other files are noted (S006)."""
    entry = top.folder(slug)
    folder = inside(top, entry, findings) if entry is not None else None
    for each in folder.entries if folder is not None else ():
        if each.is_text:
            yield each
        elif folder is not None:
            (unused_folder if each.is_folder else unused_file)(each, folder, findings)


def read_goals(top: Folder, context: Context) -> Iterator[Nod]:
    """Yield the organisation's goals, with those below them."""
    shelf = context.sheets.beside(top.path)
    for entry in _texts(top, GOALS, context.findings):
        page = read_entry(entry, shelf, context.findings)
        if page is not None:
            yield from read_goal(page, context)


def read_grund(top: Folder, context: Context) -> Iterator[Kapitel]:
    """Yield the texts that all plans build on."""
    deciders = [o.id for o in context.organisation.organ.values() if o.slag == "fullmäktige"]
    shelf = context.sheets.beside(top.path)
    decider = deciders[0] if len(deciders) == 1 else ""
    for entry in _texts(top, _GRUND, context.findings):
        page = read_entry(entry, shelf, context.findings)
        chapter = read_chapter(page, entry.slug, decider, context) if page is not None else None
        if page is not None and chapter is not None:
            report_appendix(chapter.bilaga, page, context.findings)
            report_fetches(chapter, context.findings)
            yield chapter


def _read_syntax(top: Folder, folders: list[Folder], sheets: Sheets, findings: Findings) -> None:
    """Note what can be said of the texts without knowing the organisation and its model."""
    for slug in _READ:
        for entry in _texts(top, slug, findings):
            read_page(entry.path, sheets.beside(top.path), findings)
    for folder in folders:
        source = read_source(folder.path / DOCUMENT, top.root, findings)
        if source is not None:
            read_record(DokumentRecord, parse_yaml(source, findings), findings)
        goals = folder.folder(GOALS)
        for each in (folder, *([inside(folder, goals, findings)] if goals is not None else [])):
            for text in each.entries:
                if text.is_text:
                    read_page(text.path, sheets.beside(folder.path), findings)
