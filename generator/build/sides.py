"""The two sides of a comparison: a document of the content at some version, or a file.

A side is written ``ID`` (the content as it is now), ``ID@1.0`` (a frozen version), ``ID@namn`` (a proposal),
``ID@HEAD~3`` (a git revision), or as the path of a .docx or a .pdf.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.build.arkiv.store import Archive, Frozen
from generator.build.content_read import ContentRead
from generator.build.git import content_at, is_revision
from generator.build.proposals import proposals
from generator.build.side import PDF, WORD, Side, called
from generator.build.workspace import Workspace, find_workspace
from generator.diagnostics import StyrdokError, did_you_mean
from generator.documents.kind import kinds
from generator.domain.arkiv import Fryssteg
from generator.domain.datum import format_date
from generator.domain.wording import listed
from generator.ooxml.opened import bytes_for_comparing

_FILES = (WORD, PDF, ".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".rtf")
NOW = "nuvarande innehåll"


@dataclass
class Sides:
    """Finds sides; what they are read from lives as long as the ``with`` of ``finding_sides``."""

    content: Path | None
    here: Path
    stack: ExitStack
    _states: dict[Path, ContentRead] = field(default_factory=dict)

    @cached_property
    def workspace(self) -> Workspace:
        """The organisation; only needed for what is no file."""
        return find_workspace(self.content, None, self.here)

    @property
    def workspace_if_any(self) -> Workspace | None:
        """The organisation; None where there is none: two files can be compared anywhere."""
        try:
            return self.workspace
        except StyrdokError:
            return None

    @cached_property
    def archive(self) -> Archive:
        """What the organisation has frozen."""
        return Archive(self.workspace)

    def pair(self, old: str, new: str) -> tuple[Side, Side]:
        """Return both sides; without a new one it is the document as it is now.

        A proposal is what would come after that. If the old one says no version either, it is the one before.
        Raises StyrdokError when a side cannot be found or read.
        """
        if new:
            return _told_apart(self.find(old), self.find(new), old, new)
        if _is_file(old):
            raise StyrdokError("Det behövs två versioner att jämföra", "Skriv den nyare efter den äldre.")
        if "@" in old:
            side, now = self.find(old), self.find(old.partition("@")[0])
            return (now, side) if side.proposed else (side, now)
        id_ = self._state(self.workspace).document(old)
        return self._before(id_), self.find(id_)

    def find(self, written: str) -> Side:
        """Return the side that is written so.

        Raises StyrdokError when there is no such file, document or version, or it cannot be read.
        """
        if _is_file(written):
            return _file(Path(written))
        name, at, version = written.partition("@")
        if at and not version:
            hint = "Skriv till exempel ID@1.0 eller ID@HEAD~1."
            raise StyrdokError(f"”{written}” saknar version efter @", hint)
        return self._versioned(name, version) if at else self._now(name)

    def _state(self, workspace: Workspace) -> ContentRead:
        return self._states.setdefault(workspace.content, ContentRead(workspace))

    def _now(self, name: str) -> Side:
        state = self._state(self.workspace)
        return _of_content(state, state.document(name), NOW)

    def _before(self, id_: str) -> Side:
        """Return what the document was: as it was frozen last, else as it was checked in last."""
        if frozen := self.archive.versions(id_):
            return self._of_archive(frozen[-1])
        if is_revision(self.workspace, "HEAD"):
            return self._at_revision(id_, "HEAD")
        raise StyrdokError(
            f"{id_} har ingen tidigare version att jämföra med",
            "Det finns ingen fryst version, och innehållet är inte incheckat i git. Skriv två versioner.",
        )

    def _versioned(self, name: str, version: str) -> Side:
        if frozen := self._frozen(name, version):
            return self._of_archive(frozen)
        state = self._state(self.workspace)
        if state.has(name):
            id_ = state.document(name)
            if version in proposals(self.workspace, id_):
                return self._of_proposal(id_, version)
        if is_revision(self.workspace, version):
            return self._at_revision(name, version)
        raise self._no_version(name, version)

    def _frozen(self, name: str, version: str) -> Frozen | None:
        """Return the version with that number, or the last that was frozen for that reason."""
        state = self._state(self.workspace)
        id_ = name if name in self.archive.documents else state.document(name) if state.has(name) else name
        return self.archive.find(id_, version)

    def _of_archive(self, frozen: Frozen) -> Side:
        view = frozen.view()
        korpus = self._state(self.workspace).readable
        return Side(
            called(view),
            f"version {frozen.version} ({_when(frozen)})",
            view,
            data=frozen.document(),
            form=WORD,
            korpus=korpus,
            workspace=self.workspace,
        )

    def _of_proposal(self, id_: str, name: str) -> Side:
        state = self._state(self.workspace)
        korpus, view = state.proposal(id_, name)
        template = self.workspace.template(kinds()[view.dokument.slag].template)
        return Side(
            called(view),
            f"förslaget {name}",
            view,
            template,
            korpus=korpus,
            workspace=self.workspace,
            error=state.errors_of_proposal(id_, name),
            proposed=True,
        )

    def _at_revision(self, name: str, revision: str) -> Side:
        workspace = self.stack.enter_context(content_at(self.workspace, revision))
        state = self._state(workspace)
        return _of_content(state, state.document(name), f"så som det var i {revision}")

    def _no_version(self, name: str, version: str) -> StyrdokError:
        state = self._state(self.workspace)
        name = state.document(name) if state.has(name) else name
        frozen = list(dict.fromkeys(f.version for f in self.archive.versions(name)))
        own = proposals(self.workspace, name)
        said = f"Fryst är {listed(frozen)}." if frozen else "Ingen version av det är fryst."
        more = f" Det finns ett förslag: {own[0]}." if len(own) == 1 else ""
        more = f" Det finns flera förslag: {listed(own)}." if len(own) > 1 else more
        meant = did_you_mean(version, (*frozen, *own))
        git = (
            "och git känner den inte heller"
            if is_revision(self.workspace, "HEAD")
            else "och git används inte här"
        )
        message = f"{name} har ingen version ”{version}”, {git}"
        return StyrdokError(message, meant or f"{said}{more}")


@contextmanager
def finding_sides(content: Path | None, here: Path) -> Iterator[Sides]:
    """Give a finder of sides; what it had to unpack is taken away afterwards."""
    with ExitStack() as stack:
        yield Sides(content, here, stack)


def _of_content(state: ContentRead, id_: str, version: str) -> Side:
    view = state.view(id_)
    template = state.workspace.template(kinds()[view.dokument.slag].template)
    return Side(
        called(view),
        version,
        view,
        template,
        korpus=state.korpus,
        workspace=state.workspace,
        error=state.errors(id_),
    )


def _is_file(written: str) -> bool:
    path = Path(written)
    return path.suffix.lower() in _FILES and (path.exists() or "@" not in written)


def _told_apart(old: Side, new: Side, first: str, second: str) -> tuple[Side, Side]:
    """Return both; two files of one name are called by where they lie."""
    if old.view or new.view or old.name != new.name:
        return old, new
    return replace(old, name=first), replace(new, name=second)


def _when(frozen: Frozen) -> str:
    """Return what happened to a frozen version, and when: ”justerad, beslutad 8 maj 2019”."""
    at = format_date(frozen.row.fryst.date())
    try:
        datum = frozen.record.beslut.datum
    except StyrdokError:
        datum = None
    if frozen.steg is Fryssteg.RATTELSE:
        return f"rättad {at}"
    if datum is None:
        return f"{frozen.steg.value}, fryst {at}"
    day = format_date(datum)
    if frozen.steg in (Fryssteg.UTSAND, Fryssteg.BESLUTAD):
        return f"{frozen.steg.value} {day}"
    return f"{frozen.steg.value}, beslutad {day}"


def _file(path: Path) -> Side:
    """Return a file as a side; what is in it is looked at later. Raises StyrdokError for another format."""
    form = path.suffix.lower()
    if form not in (WORD, PDF):
        hint = "Öppna filen och spara den som .docx, eller som .pdf."
        raise StyrdokError(f"{path.name} är varken .docx eller .pdf och kan inte jämföras", hint)
    return Side(path.name, data=bytes_for_comparing(path), form=form)
