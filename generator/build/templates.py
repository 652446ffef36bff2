"""The templates of a workspace: which there are, what they are held against, the style carried into them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build.files import write_whole
from generator.build.start import skeletons
from generator.build.workspace import Workspace, find_workspace, shipped
from generator.content import read_styrmodell
from generator.diagnostics import Diagnostic, StyrdokError, did_you_mean
from generator.documents.andringsblad import FORM as CHANGES
from generator.documents.kind import Form, Kind, kinds
from generator.documents.kontrollrapport import FORM as REPORT
from generator.documents.view import View
from generator.ooxml.house_style import carry
from generator.render.lint import Rules, lint
from generator.render.shapes import Model

BASE = "bas.docx"
_BESIDE = Path("templates") / "docx"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template: its file, what it prints (None for the base), whether it is the user's to change."""

    path: Path
    kind: Kind | Form | None
    own: bool

    @property
    def name(self) -> str:
        """The file name."""
        return _composed(self.path.name)

    def read(self) -> bytes:
        """Return the file. Raises StyrdokError when it cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError as problem:
            hint = "Stäng den i Word och se efter att filen finns."
            raise StyrdokError(f"Mallen {self.name} kan inte läsas", hint) from problem


@dataclass(frozen=True)
class Templates:
    """The templates of one organisation, or of no one's when ``workspace`` is None."""

    workspace: Workspace | None
    here: Path

    @cached_property
    def all(self) -> tuple[TemplateFile, ...]:
        """Every template, each name once: the organisation's own first, the shipped last."""
        found: dict[str, TemplateFile] = {}
        for folder, own in self._folders():
            for path in sorted(folder.glob("*.docx")):
                if not path.name.startswith(("~$", ".")):
                    found.setdefault(_composed(path.name).casefold(), TemplateFile(path, _kind(path), own))
        return tuple(sorted(found.values(), key=lambda f: (f.name != BASE, f.name)))

    def _folders(self) -> Iterator[tuple[Path, bool]]:
        if self.workspace is None:
            yield self.here / _BESIDE, True
            yield shipped("docx"), False
            return
        *own, last = self.workspace.template_folders()
        yield from ((folder, True) for folder in own)
        yield last, False

    def named(self, names: Sequence[str]) -> tuple[TemplateFile, ...]:
        """Return the templates by file name, kind or path; all of them when none is named.

        Raises StyrdokError when there is none, or a name fits none.
        """
        if not names:
            if not self.all:
                raise StyrdokError("Här finns inga mallar", f"Lägg dem i {self.here / _BESIDE}.")
            return self.all
        return tuple(dict.fromkeys(self._one(name) for name in names))

    def _one(self, name: str) -> TemplateFile:
        wanted = _composed(name).casefold()
        for file in self.all:
            kind = file.kind.key.casefold() if file.kind else ""
            if wanted in (file.name.casefold(), file.path.stem.casefold(), kind):
                return file
        path = self.here / name
        if path.is_file():
            return TemplateFile(path, _kind(path), own=True)
        known = [f.path.stem for f in self.all]
        hint = did_you_mean(
            name.removesuffix(".docx"), known, f"De som finns är {', '.join(known) or 'inga'}."
        )
        raise StyrdokError(f"Det finns ingen mall ”{name}”", hint)

    @cached_property
    def base(self) -> TemplateFile | None:
        """The template that owns the house style."""
        return next((file for file in self.all if file.name == BASE), None)

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The names of the levels: the organisation's, else those of every styrmodell here or shipped."""
        own = _levels(self.workspace.content) if self.workspace else ()
        here = sorted(path.parent for path in self.here.glob("content/*/styrmodell.yaml"))
        folders = [*here, *(shipped("styrmodeller") / name for name in skeletons())]
        return own or tuple(dict.fromkeys(level for folder in folders for level in _levels(folder)))

    def model(self, file: TemplateFile) -> Model:
        """Return the names that a template can use."""
        return Model(file.kind.view if file.kind else View, self.levels)

    def check(self, file: TemplateFile) -> tuple[Diagnostic, ...]:
        """Return what is wrong with a template. Raises StyrdokError when it cannot be read."""
        base = self.base.read() if self.base is not None and file != self.base else None
        promises = file.kind.promises if file.kind else ()
        return lint(file.read(), file.name, Rules(self.model(file), promises, base))

    def sync(self, file: TemplateFile, *, dry_run: bool) -> tuple[str, ...]:
        """Carry the house style into a template and return in words what was changed.

        Raises StyrdokError when it is open in Word, cannot be written, or there is no base.
        """
        if self.base is None:
            raise StyrdokError(f"Det finns ingen {BASE} att hämta husets stil ur", "Lägg den bland mallarna.")
        data = file.read()
        made, changed = carry(self.base.read(), data, file.name)
        if made != data and not dry_run:
            _stop_if_open(file.path)
            write_whole(file.path, made)
        return changed


def find_templates(content: Path | None, here: Path) -> Templates:
    """Return the templates of the organisation that was named, or is the only one; else of the folder alone.

    Raises StyrdokError when ``content`` names no organisation.
    """
    if content is not None:
        return Templates(find_workspace(content, None, here), here)
    try:
        return Templates(find_workspace(None, None, here), here)
    except StyrdokError:
        return Templates(None, here)


def _stop_if_open(path: Path) -> None:
    """Raise StyrdokError when Word or LibreOffice says that it has the file open."""
    marks = [f"~${path.name[cut:]}" for cut in (0, 1, 2)] + [f".~lock.{path.name}#"]
    if any((path.parent / mark).exists() for mark in marks):
        raise StyrdokError(
            f"Mallen {path.name} är öppen i Word",
            "Stäng den och kör samma kommando igen. Inget har ändrats i den.",
        )


def _levels(folder: Path) -> tuple[str, ...]:
    styrmodell = read_styrmodell(folder)
    return tuple(niva.nyckel for niva in styrmodell.nivaer) if styrmodell else ()


def _kind(path: Path) -> Kind | Form | None:
    name = _composed(path.name).casefold()
    every: tuple[Kind | Form, ...] = (*kinds().values(), REPORT, CHANGES)
    return next((kind for kind in every if _composed(kind.template).casefold() == name), None)


def _composed(name: str) -> str:
    """Return a file name with composed letters: a Mac takes å apart."""
    return unicodedata.normalize("NFC", name)
