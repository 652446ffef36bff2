"""The printed report of a check: findings → view → Word file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.build.files import write_whole
from generator.build.properties import properties_of
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic
from generator.documents.kontrollrapport import FORM, report
from generator.domain.korpus import Korpus
from generator.render.template import Template


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
