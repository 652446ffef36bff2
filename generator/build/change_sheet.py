"""The ändringsblad of two versions: changes → view → Word file."""

from __future__ import annotations

from collections.abc import Sequence

from generator.build.properties import properties_of
from generator.build.workspace import Workspace
from generator.compare.board import board
from generator.compare.change import Change
from generator.documents.andringsblad import FORM
from generator.documents.view import View
from generator.render.template import Template


def change_sheet(
    workspace: Workspace, old: View, new: View, changes: Sequence[Change], names: Sequence[str] = ()
) -> bytes:
    """Return the ändringsblad as a Word file; equal changes give equal bytes.

    ``names`` are what to call the two versions where their covers do not tell them apart. Raises
    StyrdokError when the template is wrong.
    """
    view = board(old, new, changes, names)
    template = Template.read(workspace.template(FORM.template))
    return template.render(view, properties_of(view))
