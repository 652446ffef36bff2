"""``styrdok diff``: what changed between two versions, as a list, side by side, as tracked changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.options import add_content
from generator.cli.terminal import Terminal, visible
from generator.diagnostics import StyrdokError

if TYPE_CHECKING:
    from generator.build.comparing import Comparison
    from generator.build.workspace import Workspace

HELP = "visa vad som har ändrats mellan två versioner"
DESCRIPTION = (
    "Visar vad som skiljer två versioner: som lista, sida vid sida i en webbläsare, eller som spårade"
    " ändringar i Word. En version skrivs ID (innehållet som det är nu), ID@1.0 (en fryst version), ID@NAMN"
    " (ett förslag), ID@HEAD~3 (en äldre version i git), eller som sökvägen till en .docx eller .pdf. Med"
    " bara en version jämförs den senast frysta, annars den senast incheckade, med innehållet som det är nu."
    " Svarar med slutkod 1 när något skiljer."
)
_ENDINGS = {"docx": ".docx", "html": ".html", "sammanfattning": ".docx"}
"""The files that can be written, by option."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("gammal", metavar="GAMMAL", help="den äldre versionen")
    parser.add_argument("ny", nargs="?", default="", metavar="NY", help="den nyare versionen")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hur listan skrivs")
    parser.add_argument("--docx", type=Path, metavar="FIL", help="skriv spårade ändringar i en Wordfil")
    parser.add_argument("--html", type=Path, metavar="FIL", help="skriv sida vid sida, för webbläsare")
    parser.add_argument(
        "--sammanfattning", type=Path, metavar="FIL", help="skriv en sida i Word om det viktigaste"
    )
    parser.add_argument(
        "--av", default="Styrdok", metavar="NAMN", help="vem de spårade ändringarna är gjorda av"
    )
    parser.add_argument(
        "--datum", type=_day, metavar="ÅÅÅÅ-MM-DD", help="de spårade ändringarnas dag (förval: i dag)"
    )
    parser.add_argument(
        "--utan-format", action="store_true", help="spåra bara vad som sägs, inte hur det ser ut"
    )
    add_content(parser)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Compare and tell; 1 when there are differences, as diff(1) does."""
    from generator.build.comparing import Comparison
    from generator.build.sides import finding_sides

    with finding_sides(given.content, Path.cwd()) as sides:
        _stop_if_misnamed(given, sides.workspace_if_any)
        comparison = Comparison(*sides.pair(given.gammal, given.ny))
        if given.docx is not None:
            comparison.stop_if_printed()
        said = comparison.as_json() if given.format == "json" else visible(comparison.as_text())
        _write(given, comparison, terminal)
        sys.stdout.write(said)
        differs = comparison.differs
        for remark in dict.fromkeys(comparison.remarks):
            terminal.say(remark)
        return 1 if differs else 0


def _stop_if_misnamed(given: argparse.Namespace, workspace: Workspace | None) -> None:
    """Raise StyrdokError for a file to write that cannot be meant."""
    from generator.build.destination import in_full, stop_if_misplaced

    sides = {in_full(Path(side)) for side in (given.gammal, given.ny) if side}
    written: dict[Path, str] = {}
    for option, ending in _ENDINGS.items():
        path: Path | None = getattr(given, option)
        if path is None:
            continue
        stop_if_misplaced(path, ending, f"--{option}", workspace)
        whole = in_full(path)
        if whole in sides:
            hint = "Välj ett annat namn för resultatet."
            raise StyrdokError(f"{path.name} är en av de filer som jämförs", hint)
        if whole in written:
            hint = "Ge var och en sitt namn."
            raise StyrdokError(f"--{written[whole]} och --{option} har samma fil", hint)
        written[whole] = option


def _write(given: argparse.Namespace, comparison: Comparison, terminal: Terminal) -> None:
    from generator.build.files import write_whole

    moment = _moment(given.datum)
    makers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: comparison.as_tracked(given.av, moment, looks=not given.utan_format),
        "html": comparison.as_html,
        "sammanfattning": comparison.as_summary,
    }
    for option, make in makers.items():
        path: Path | None = getattr(given, option)
        if path is not None:
            write_whole(path, make())
            terminal.say(f"Klart: {path}")


def _moment(day: date | None) -> datetime:
    """Return when the changes are made: now, or noon of the day that is given."""
    now = datetime.now(tz=UTC).replace(microsecond=0)
    return now if day is None else datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
