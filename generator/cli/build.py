"""``styrdok build``: makes the Word documents."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.options import add_content
from generator.cli.terminal import Terminal, progress_bar, sentence, table
from generator.diagnostics import Severity

if TYPE_CHECKING:
    from generator.build.results import Report, Result

HELP = "gör Worddokumenten"
DESCRIPTION = (
    "Gör de Worddokument vars innehåll eller mall har ändrats. Ett dokument vars innehåll har fel hoppas över"
    " och namnges; de andra görs."
)


_MOST = 50
"""Findings that are shown; it is check that tells all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("dokument", nargs="*", metavar="DOKUMENT", help="vilka (förval: alla)")
    parser.add_argument("--all", action="store_true", help="alla dokument")
    parser.add_argument(
        "--kind", action="append", default=[], metavar="SLAG", help="bara detta slag, till exempel regionplan"
    )
    parser.add_argument(
        "--namnd",
        action="append",
        default=[],
        metavar="NÄMND",
        help="bara denna nämnds dokument; kan anges flera gånger",
    )
    parser.add_argument("--year", type=int, metavar="ÅR", help="bara dokument som gäller detta år")
    parser.add_argument("--force", action="store_true", help="gör om också det som är oförändrat")
    parser.add_argument(
        "--utan-forslag", action="store_true", help="bara dokumenten, inte förslagen till ändring av dem"
    )
    parser.add_argument("--dry-run", action="store_true", help="visa vad som skulle göras, skriv inget")
    parser.add_argument("--output", type=Path, metavar="MAPP", help="var dokumenten läggs (förval: output)")
    add_content(parser)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Build and tell what became of each document; 1 when one is missing."""
    from generator.build.run import Options, build
    from generator.build.selection import Wanted
    from generator.build.workspace import find_workspace

    workspace = find_workspace(given.content, given.output, Path.cwd())
    documents = () if given.all else tuple(given.dokument)
    wanted = Wanted(documents, tuple(given.kind), tuple(given.namnd), given.year)
    with progress_bar(terminal, "Bygger") as progress:
        report = build(
            workspace, wanted, Options(given.force, given.dry_run, not given.utan_forslag), progress
        )
    _tell(report, workspace.output, terminal)
    return 0 if report.complete else 1


def _tell(report: Report, output: Path, terminal: Terminal) -> None:
    grave = [d for d in report.diagnostics if d.severity is not Severity.NOTE and d.accepted is None]
    shown = report.diagnostics if terminal.verbose else grave
    for diagnostic in shown[:_MOST]:
        terminal.tell(diagnostic)
    if len(shown) > _MOST:
        terminal.say(f"… och {len(shown) - _MOST} till, som styrdok check visar.")
    if shown:
        terminal.say()
    sys.stdout.write(
        table(("Dokument", "Läge", "Sidor"), [_row(r) for r in report.results], right=(2,)) + "\n"
    )
    for result in report.results:
        if result.reason:
            sys.stdout.write(f"{result.document}: {sentence(result.reason)} {result.hint}".rstrip() + "\n")
    for remark in report.remarks:
        terminal.say(remark)
    terminal.say(_sum(report, output))


def _row(result: Result) -> tuple[str, str, str]:
    return result.document, result.outcome.value, str(result.pages or "–")


_COUNTED = {
    "byggt": ("byggt", "byggda"),
    "oförändrat": ("oförändrat", "oförändrade"),
    "överhoppat": ("överhoppat", "överhoppade"),
    "misslyckat": ("misslyckat", "misslyckade"),
    "skulle byggas": ("skulle byggas", "skulle byggas"),
    "fryst": ("fryst", "frysta"),
    "fryst, ändrat": ("ändrat sedan det frystes", "ändrade sedan de frystes"),
}


def _sum(report: Report, output: Path) -> str:
    counts = Counter(result.outcome.value for result in report.results)
    said = ", ".join(f"{n} {_COUNTED[word][n != 1]}" for word, n in counts.items())
    return f"{said}. Dokumenten ligger i {output}."
