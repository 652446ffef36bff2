"""``styrdok trace``: the röd tråd of one item, or the matrix goal × nämnd."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.cli.options import add_content
from generator.cli.terminal import Terminal
from generator.diagnostics import StyrdokError

HELP = "visa den röda tråden"
DESCRIPTION = (
    "Visar den röda tråden för ett mål, ett uppdrag, en indikator eller ett åtagande: upp till visionen och"
    " ned till det som nämnderna lovar, hur det gick och var det står. Utan ID visas vad varje nämnds plan"
    " säger om varje mål."
)
_TO_FILE = ("html", "xlsx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("id", nargs="?", default="", metavar="ID", help="id, kort id eller titel")
    parser.add_argument(
        "--format", choices=("text", "json", *_TO_FILE), default="text", help="hur svaret skrivs"
    )
    parser.add_argument(
        "--output",
        type=Path,
        action="append",
        default=[],
        metavar="FIL|MAPP",
        help="en fil: skriv svaret dit (behövs för xlsx); en mapp: där ligger de byggda dokumenten, som"
        " rubriker och sidor läses ur (förval: output). Kan anges en gång av varje.",
    )
    parser.add_argument("--year", type=int, metavar="ÅR", help="vilket års planer (förval: det senaste)")
    add_content(parser)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Show the trace or the matrix."""
    from generator.build.files import write_whole
    from generator.build.trace import Traced, traced
    from generator.build.workspace import find_workspace

    path, built = _told_apart(given.output)
    if given.format == "xlsx" and path is None:
        raise StyrdokError("En Excelfil kan inte skrivas på skärmen", "Säg vad filen ska heta: --output FIL.")
    if given.id and given.year is not None:
        raise StyrdokError("--year gäller tabellen med alla nämnder, inte en enda sak", "Ta bort --year.")
    workspace = find_workspace(given.content, built, Path.cwd())
    data = traced(workspace, Traced(given.id, given.format, given.year))
    if path is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        write_whole(path, data)
        terminal.say(f"Klart: {path}")
    return 0


def _told_apart(named: Sequence[Path]) -> tuple[Path | None, Path | None]:
    """Return the file to write and the folder of the built documents, as far as they are named.

    Raises StyrdokError when it cannot be told which is meant.
    """
    folders = [path for path in named if path.is_dir()]
    files = [path for path in named if not path.is_dir()]
    for path in files:
        if not path.suffix:
            hint = "Skriv en mapp som finns, eller ett filnamn med ändelse, till exempel röd-tråd.html."
            raise StyrdokError(f"”{path}” är varken en mapp eller ett filnamn", hint)
    for found, what in ((files, "en fil att skriva till"), (folders, "en mapp med byggda dokument")):
        if len(found) > 1:
            raise StyrdokError(f"--output kan bara ange {what}", "Ta bort den ena.")
    return next(iter(files), None), next(iter(folders), None)
