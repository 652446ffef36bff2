"""``styrdok trace``: the röd tråd of one item, or the matrix goal × nämnd."""

from __future__ import annotations

import argparse
import sys
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
    parser.add_argument("--output", type=Path, metavar="FIL", help="skriv till filen (behövs för xlsx)")
    parser.add_argument("--year", type=int, metavar="ÅR", help="vilket års planer (förval: det senaste)")
    add_content(parser)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Show the trace or the matrix."""
    from generator.build.files import write_whole
    from generator.build.trace import Traced, traced
    from generator.build.workspace import find_workspace

    if given.format == "xlsx" and given.output is None:
        raise StyrdokError("En Excelfil kan inte skrivas på skärmen", "Säg vad filen ska heta: --output FIL.")
    if given.id and given.year is not None:
        raise StyrdokError("--year gäller tabellen med alla nämnder, inte en enda sak", "Ta bort --year.")
    workspace = find_workspace(given.content, None, Path.cwd())
    data = traced(workspace, Traced(given.id, given.format, given.year))
    if given.output is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        write_whole(given.output, data)
        terminal.say(f"Klart: {given.output}")
    return 0
