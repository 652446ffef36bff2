"""Where a file that someone names may be written: never among what people have made."""

from __future__ import annotations

from pathlib import Path

from generator.build.workspace import Workspace
from generator.diagnostics import StyrdokError


def stop_if_misplaced(path: Path, ending: str, option: str, workspace: Workspace | None) -> None:
    """Raise StyrdokError when nothing can be meant to be written there.

    ``ending`` is that of the file with its dot, ``option`` what the file was named after, ``workspace`` where
    content and templates lie.
    """
    if path.suffix.lower() != ending:
        hint = f"Låt namnet sluta på {ending}."
        raise StyrdokError(f"{path.name} efter {option} slutar inte på {ending}", hint)
    if path.is_dir():
        raise StyrdokError(f"{path} är en mapp", f"Skriv ett filnamn efter {option}.")
    if workspace is None:
        return
    whole = in_full(path)
    if whole.is_relative_to(in_full(workspace.content)):
        raise StyrdokError(f"Filen efter {option} kan inte ligga bland innehållet", "Välj en annan mapp.")
    if whole in {in_full(folder / whole.name) for folder in workspace.template_folders()}:
        raise StyrdokError(f"Filen efter {option} kan inte ligga bland mallarna", "Välj en annan mapp.")


def in_full(path: Path) -> Path:
    """Return the path from the root, with links followed as far as they lead somewhere."""
    try:
        return path.absolute().resolve()
    except (OSError, RuntimeError, ValueError):  # links in a ring, a name that no system takes
        return path.absolute()
