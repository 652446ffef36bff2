"""``styrdok check``: everything that is wrong with the content, at the line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.cli.findings import as_json, counted
from generator.cli.options import add_content
from generator.cli.terminal import Terminal
from generator.diagnostics import Diagnostic, Severity, StyrdokError

HELP = "kontrollera innehållet"
DESCRIPTION = (
    "Läser allt innehåll och säger vad som är fel, var det står och hur det rättas. Ändrar aldrig något."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hur svaret skrivs")
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="KOD",
        help="bara koder som börjar så, till exempel L",
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="KOD", help="inte koder som börjar så"
    )
    parser.add_argument("--strict", action="store_true", help="räkna varningar som fel")
    add_content(parser)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Check and tell; 1 when there is an error (with --strict: or a warning)."""
    from generator.build.inspection import inspect
    from generator.build.workspace import find_workspace

    workspace = find_workspace(given.content, None, Path.cwd())
    _, found, documents = inspect(workspace)
    if not found and not documents:
        raise StyrdokError("Här finns inga dokument", "Ett dokument är en mapp med filen dokument.yaml.")
    found = tuple(d for d in found if _is_wanted(d, given.select, given.ignore))
    if given.format == "json":
        sys.stdout.write(as_json(found) + "\n")
    else:
        for diagnostic in found:
            sys.stdout.write(terminal.finding(diagnostic) + "\n")
        what = "1 dokument" if len(documents) == 1 else f"{len(documents)} dokument"
        terminal.say(f"{counted(found)} i {what}.")
    grave = (Severity.ERROR, Severity.WARNING) if given.strict else (Severity.ERROR,)
    return 1 if any(d.severity in grave for d in found) else 0


def _is_wanted(diagnostic: Diagnostic, select: Sequence[str], ignore: Sequence[str]) -> bool:
    code = diagnostic.code
    chosen = not select or any(code.startswith(s.upper()) for s in select)
    return chosen and not any(code.startswith(s.upper()) for s in ignore)
