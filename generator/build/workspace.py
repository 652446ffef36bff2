"""Where things lie: the organisation's content, its templates, the output."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.content import is_organisation
from generator.diagnostics import StyrdokError
from generator.diagnostics.values import dataclass

OUTPUT = "output"
ARCHIVE = "arkiv"
"""The folder among the content where frozen versions lie; no content is read there."""
_TEMPLATES = Path("templates") / "docx"
_OWN = "mallar"


def shipped(part: str) -> Path:
    """Return the folder of templates (``docx``) or styrmodeller that comes with the program.

    In an installed package it lies inside it, in a checkout beside it.
    """
    program = Path(__file__).resolve().parents[1]
    inside = program / "templates" / part
    return inside if inside.is_dir() else program.parent / "templates" / part


@dataclass(frozen=True, slots=True)
class Workspace:
    """One organisation's content folder and where its documents go."""

    content: Path
    output: Path

    @property
    def base(self) -> Path:
        """The folder that holds content, templates and output side by side."""
        parent = self.content.parent
        return parent.parent if parent.name == "content" else parent

    def template_folders(self) -> Iterator[Path]:
        """Yield where templates are looked for: the organisation's, those beside the content, the shipped."""
        yield self.content / _OWN
        yield self.base / _TEMPLATES
        yield shipped("docx")

    def template(self, name: str) -> Path:
        """Return the template file. Raises StyrdokError when there is none."""
        for folder in self.template_folders():
            if (folder / name).is_file():
                return folder / name
        looked = " eller ".join(str(f) for f in self.template_folders())
        raise StyrdokError(f"Mallen {name} finns inte", f"Lägg den i {looked}.")


def find_workspace(content: Path | None, output: Path | None, here: Path) -> Workspace:
    """Return the workspace: the folder that was named, or the only organisation there is.

    Raises StyrdokError when there is none, or several to choose from.
    """
    folder = _named(content) if content else _only(here)
    workspace = Workspace(folder, output or Path())
    return Workspace(folder, output or workspace.base / OUTPUT)


def _named(content: Path) -> Path:
    folder = content.absolute()
    if is_organisation(folder):
        return folder
    if not folder.is_dir():
        raise StyrdokError(f"Mappen {content} finns inte", "Rätta sökvägen efter --content.")
    found = _organisations(folder)
    if len(found) == 1:
        return found[0]
    raise StyrdokError(
        f"Mappen {content} innehåller ingen organisation", "Peka på den mapp där organisation.yaml ligger."
    )


def _only(here: Path) -> Path:
    if is_organisation(here):
        return here
    found = _organisations(here / "content") or _organisations(here)
    if len(found) == 1:
        return found[0]
    if not found:
        raise StyrdokError(
            "Här finns inget innehåll",
            "Gå till mappen som innehåller content, eller börja med styrdok init MAPP.",
        )
    names = ", ".join(f.name for f in found)
    raise StyrdokError(f"Här finns flera organisationer: {names}", "Välj en med --content MAPP.")


def _organisations(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(f for f in folder.iterdir() if f.is_dir() and is_organisation(f))
