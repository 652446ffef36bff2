"""The printed report of a check: findings → view → Word file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.build.files import write_whole
from generator.build.properties import properties_of
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic, StyrdokError
from generator.documents.kontrollrapport import FORM, report
from generator.domain.korpus import Korpus
from generator.render.template import Template


def stop_if_misplaced(path: Path, workspace: Workspace) -> None:
    """Raise StyrdokError when a report cannot be meant to be written there: a check changes no content."""
    if path.suffix.lower() != ".docx":
        raise StyrdokError(f"Rapporten {path.name} är ingen Wordfil", "Låt namnet sluta på .docx.")
    whole = path.absolute().resolve()
    if whole.is_relative_to(workspace.content.resolve()):
        raise StyrdokError("Rapporten kan inte ligga bland innehållet", "Välj en annan mapp.")
    if whole in {(folder / whole.name).resolve() for folder in workspace.template_folders()}:
        raise StyrdokError("Rapporten kan inte ligga bland mallarna", "Välj en annan mapp.")
    if path.is_dir():
        raise StyrdokError(f"{path} är en mapp", "Skriv ett filnamn efter --report.")


def write_report(
    path: Path,
    workspace: Workspace,
    korpus: Korpus,
    known: Sequence[str],
    found: Sequence[Diagnostic],
    dag: date,
    urval: str = "",
) -> None:
    """Write the report; an older one is replaced. Raises StyrdokError when it cannot be written."""
    view = report(korpus, known, found, dag, urval)
    template = Template.read(workspace.template(FORM.template))
    write_whole(path, template.render(view, properties_of(view)))
