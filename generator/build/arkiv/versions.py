"""The versions of a document: the frozen ones, and the git revisions that touched what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from generator.build.arkiv.intact import problems
from generator.build.arkiv.store import Archive, Frozen
from generator.build.git import history
from generator.build.selection import Wanted, select
from generator.build.workspace import Workspace
from generator.content import read_corpus
from generator.diagnostics import StyrdokError, did_you_mean
from generator.domain.belopp import NBSP
from generator.domain.datum import format_date
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class Version:
    """A version: ``namn`` is what it is called after ``ID@``; ``wrong`` what is wrong with its files.

    ``slag`` is ”fryst” or ”git”; of a revision ``beslut`` is the first line of its message. ``fryst`` is when
    it was frozen.
    """

    namn: str
    slag: str
    datum: date | None
    steg: str = ""
    beslut: str = ""
    wrong: tuple[str, ...] = ()
    fryst: datetime | None = None
    trots: str = ""
    skal: str = ""


@dataclass(frozen=True, slots=True)
class Latest:
    """A document, what its file says it is, and its last frozen version; None when nothing is frozen."""

    dokument: str
    titel: str
    stadium: str
    version: str
    frozen: Version | None


def versions(workspace: Workspace, document: str) -> tuple[str, tuple[Version, ...], tuple[str, ...]]:
    """Return the document's id, its versions, and remarks; frozen ones first, each kind the latest first.

    Raises StyrdokError when there is no such document, neither among the content nor in the archive.
    """
    archive = Archive(workspace)
    id_ = _meant(workspace, archive, document)
    frozen = [of_frozen(f) for f in reversed(archive.versions(id_))]
    remarks = []
    try:
        revisions = [Version(c.kort, "git", c.datum, beslut=c.rubrik) for c in history(workspace, id_)]
    except StyrdokError as problem:
        revisions = []
        remarks.append(f"Inga versioner ur git: {problem.message}.")
    return id_, (*frozen, *revisions), tuple(remarks)


def frozen_versions(workspace: Workspace, document: str) -> tuple[Frozen, ...]:
    """Return the frozen versions of a document, the latest first. Raises StyrdokError when there is none."""
    archive = Archive(workspace)
    found = archive.versions(_meant(workspace, archive, document))
    if not found:
        raise StyrdokError("Dokumentet har ingen fryst version", "Frys det med styrdok freeze.")
    return tuple(reversed(found))


def latest(workspace: Workspace) -> tuple[Latest, ...]:
    """Return every document with its last frozen version; those only in the archive last."""
    archive, korpus = Archive(workspace), read_corpus(workspace.content).korpus
    documents = korpus.dokument if korpus is not None else {}
    found = [
        Latest(d.id, d.titel, d.stadium.value, d.version, _last(archive, d.id)) for d in documents.values()
    ]
    gone = [id_ for id_ in archive.documents if id_ not in documents]
    return (*found, *(Latest(id_, "", "", "", _last(archive, id_)) for id_ in gone))


def _last(archive: Archive, document: str) -> Version | None:
    found = archive.versions(document)
    return of_frozen(found[-1]) if found else None


def of_frozen(frozen: Frozen) -> Version:
    """Return a frozen version with what is wrong with its files."""
    wrong = tuple(problems(frozen))
    try:
        record = frozen.record
    except StyrdokError:
        day = frozen.row.fryst
        return Version(frozen.version, "fryst", None, frozen.steg.value, wrong=wrong, fryst=day)
    beslut = record.beslut
    said = beslut.namn if frozen.steg.decided else f"till {beslut.namn}"
    if beslut.datum and frozen.steg.decided:
        said += f" {format_date(beslut.datum)}"
    if beslut.paragraf:
        said += f", §{NBSP}{beslut.paragraf.replace(' ', NBSP)}"
    return Version(
        frozen.version,
        "fryst",
        beslut.datum,
        frozen.steg.value,
        said if beslut.namn else "",
        wrong,
        frozen.row.fryst,
        record.trots,
        record.skal,
    )


def _meant(workspace: Workspace, archive: Archive, name: str) -> str:
    """Return the one document that a name means, be it only in the archive."""
    korpus: Korpus | None = read_corpus(workspace.content).korpus
    known = list(dict.fromkeys((*(korpus.dokument if korpus else ()), *archive.documents)))
    if korpus is None:
        if name in known:
            return name
        raise StyrdokError(f"Det finns inget dokument ”{name}”", did_you_mean(name, known))
    meant = select(korpus, known, Wanted((name,)))
    if len(meant) > 1 and name not in meant:
        raise StyrdokError(f"”{name}” är flera dokument", f"Skriv ett av dem: {', '.join(meant)}.")
    return name if name in meant else meant[0]
