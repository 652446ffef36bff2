"""Git revisions as versions: the content as it was, read without touching the working tree or the index."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal

from generator.build.git_run import Answer, ask
from generator.build.git_tree import files_in, folders_with, write_files
from generator.build.workspace import ARCHIVE, Workspace
from generator.content import read_corpus
from generator.content.reading import ORGANISATION
from generator.diagnostics import StyrdokError, did_you_mean
from generator.diagnostics.system import system_reason
from generator.diagnostics.values import dataclass
from generator.domain.korpus import Korpus

_LONGEST = 200
_SHORT = 10
_EXAMPLE = "Skriv till exempel HEAD~1, en gren, en tagg eller de första tecknen i ett versionsnummer."
_ALL_BUILD_ON = ("mål", "grund", ORGANISATION, "styrmodell.yaml")
_FIELDS = 4
_FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
"""How å can be written in the name of a file: as one sign, or as two, as a Mac once did."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its full and short name, day, first line of its message, and who made it.

    The day is None when what stands in the commit is none.
    """

    id: str
    kort: str
    datum: date | None
    rubrik: str
    av: str


@dataclass(frozen=True, slots=True)
class _Repository:
    """Where the repository begins, and the content folder's path from there (``""``: it is the same)."""

    top: Path
    content: str

    def inside(self, folder: Path) -> str | None:
        """Return a folder's path in the repository, or None when it lies outside."""
        try:
            found = folder.resolve().relative_to(self.top).as_posix()
        except (OSError, ValueError):
            return None
        return "" if found == "." else found


def is_revision(workspace: Workspace, name: str) -> bool:
    """Tell whether git knows the revision; never raises."""
    try:
        _commit(_repository(workspace), name)
    except StyrdokError:
        return False
    return True


@contextmanager
def content_at(workspace: Workspace, revision: str) -> Iterator[Workspace]:
    """Give a workspace with the content and the templates as they were in a revision.

    It lies in a temporary folder, which is removed afterwards; so is what is written to its ``output``.
    Templates beside the content that are in no repository are taken as they are now. Links, submodules and
    the archive of frozen versions, which is no content, are left out.

    Raises StyrdokError when there is no git, no repository, no such revision, or no such folder in it.
    """
    repository = _repository(workspace)
    commit = _commit(repository, revision)
    files = files_in(repository.content, commit, repository.top, ARCHIVE)
    if not any(blob.path == ORGANISATION for blob in files):
        raise _lacks_content(repository, commit, revision)
    with tempfile.TemporaryDirectory(prefix="styrdok-", ignore_cleanup_errors=True) as temporary:
        base = Path(temporary).resolve()
        content = base / workspace.content.absolute().relative_to(workspace.base.absolute())
        try:
            write_files(files, content, repository.top)
            _templates(workspace, base, repository, commit)
        except OSError as problem:
            message = f"Revisionen {revision} kan inte läggas i en tillfällig mapp: {system_reason(problem)}"
            raise StyrdokError(message, "Se efter att disken inte är full.") from problem
        yield Workspace(content, base / "output")


def _templates(workspace: Workspace, base: Path, repository: _Repository, commit: str) -> None:
    """Write the templates beside the content; those inside it are there already."""
    beside = workspace.base / "templates" / "docx"
    inside = repository.inside(beside)
    target = base / "templates" / "docx"
    if inside is not None:
        write_files(files_in(inside, commit, repository.top), target, repository.top)
    elif beside.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        for template in beside.glob("*.docx"):
            shutil.copyfile(template, target / template.name)


def history(workspace: Workspace, document_id: str) -> tuple[Commit, ...]:
    """Return the commits that touched what a document is made of, the latest first.

    That is its own folder, ``mål/``, ``grund/``, organisation and styrmodell, and the folders of the
    documents that it builds on or follows up: not all of them changed what it prints, but no other did. A
    folder that had another name is followed no further back than to its present one. In a shallow clone
    only what has been fetched is there (``is_shallow``).

    Raises StyrdokError when there is no git, no repository, or no such document.
    """
    repository = _repository(workspace)
    korpus = read_corpus(workspace.content).korpus
    if korpus is None or document_id not in korpus.dokument:
        known = korpus.dokument if korpus is not None else ()
        raise StyrdokError(f"Det finns inget dokument ”{document_id}”", did_you_mean(document_id, known))
    prefix = f"{repository.content}/" if repository.content else ""
    names = (*_ALL_BUILD_ON, *_made_of(korpus, document_id))
    paths = dict.fromkeys(prefix + unicodedata.normalize(f, name) for f in _FORMS for name in names)
    form = "--format=%H%x1f%cs%x1f%an%x1f%s"
    options = ("--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-decorate", "--no-color")
    answer = ask(repository.top, ("log", "-z", *options, form, "HEAD", "--", *paths))
    return tuple(
        _read(entry) for entry in answer.data.decode("utf-8", "replace").split("\0") if entry.strip()
    )


def is_shallow(workspace: Workspace) -> bool:
    """Tell whether only the latest part of the history is here."""
    answer = ask(_repository(workspace).top, ("rev-parse", "--is-shallow-repository"))
    return answer.data.strip() == b"true"


def _made_of(korpus: Korpus, document_id: str) -> list[str]:
    """Return the document and, step by step, what it builds on or follows up."""
    found, left = list[str](), [document_id]
    while left:
        id_ = left.pop(0)
        dokument = korpus.dokument.get(id_)
        if dokument is not None and id_ not in found:
            found.append(id_)
            left += [other for other in (dokument.bygger_pa, dokument.foljer_upp) if other]
    return found


def _read(entry: str) -> Commit:
    id_, day, by, subject = (entry.strip("\n").split("\x1f", _FIELDS - 1) + [""] * _FIELDS)[:_FIELDS]
    return Commit(id_, id_[:_SHORT], _day(day), subject, by)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # the year 10000, say: git writes what stands there
        return None


def _repository(workspace: Workspace) -> _Repository:
    """Return the repository of the content. Raises StyrdokError when there is none."""
    content = workspace.content.resolve()
    if not content.is_dir():
        raise StyrdokError(f"Mappen {workspace.content} finns inte", "Rätta sökvägen efter --content.")
    answer = ask(content, ("rev-parse", "--show-cdup", "--show-prefix"))
    if not answer.fine:
        raise _no_repository(answer, workspace)
    up, _, rest = answer.data.decode("utf-8", "replace").partition("\n")
    top = content.joinpath(up).resolve() if up else content
    return _Repository(top, rest.partition("\n")[0].rstrip("/"))


def _no_repository(answer: Answer, workspace: Workspace) -> StyrdokError:
    hint = "Utan git finns bara de versioner som har frysts. Allt annat fungerar som vanligt."
    if "not a git repository" in answer.words or "must be run in a work tree" in answer.words:
        return StyrdokError(f"Mappen {workspace.content.name} ligger inte i något git-förråd", hint)
    return StyrdokError("Git-förrådet kan inte läsas", f"git svarar: {_last(answer.words)}")


def _last(words: str) -> str:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return "".join(c if c.isprintable() else "?" for c in lines[-1]) if lines else "ingenting"


def _commit(repository: _Repository, name: str) -> str:
    """Return the full name of the commit that a revision means. Raises StyrdokError when it means none."""
    shown = "".join(c if c.isprintable() else "?" for c in name[:_LONGEST])
    if not name or name.startswith("-") or len(name) > _LONGEST or not name.isprintable():
        raise StyrdokError(f"”{shown}” kan inte vara namnet på en revision", _EXAMPLE)
    answer = ask(repository.top, ("rev-parse", "--verify", f"{name}^{{commit}}"))
    if "ambiguous" in answer.words and "unknown revision" not in answer.words:
        hint = "Skriv fler tecken, eller refs/tags/… för en tagg och refs/heads/… för en gren."
        raise StyrdokError(f"”{shown}” kan betyda flera revisioner", hint)
    commit = answer.data.decode("ascii", "replace").strip()
    if answer.fine and commit:
        return commit
    shallow = ask(repository.top, ("rev-parse", "--is-shallow-repository")).data.strip() == b"true"
    hint = "Bara den senaste historiken är hämtad hit. Kör git fetch --unshallow." if shallow else _EXAMPLE
    raise StyrdokError(f"Git känner inte till revisionen ”{shown}”", hint)


def _lacks_content(repository: _Repository, commit: str, revision: str) -> StyrdokError:
    """Return what to say when the content folder was not there, or had another name."""
    others = [unicodedata.normalize("NFC", f) for f in folders_with(ORGANISATION, commit, repository.top)]
    where = f"Då låg {ORGANISATION} i {', '.join(f or 'förrådets översta mapp' for f in others)}."
    hint = where if others else "Välj en revision där innehållet fanns med."
    name = repository.content or repository.top.name
    return StyrdokError(f"Mappen {name} med {ORGANISATION} fanns inte i revisionen {revision}", hint)
