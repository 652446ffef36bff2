"""``styrdok freeze``: puts the version that was sent out, decided or justerad into the archive."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from generator.cli.options import add_content
from generator.cli.terminal import Terminal, progress_bar
from generator.diagnostics import StyrdokError

HELP = "frys det som skickades ut, beslutades eller justerades"
DESCRIPTION = (
    "Bygger dokumentet på nytt ur innehållet och lägger det i organisationens mapp arkiv, med mall,"
    " innehåll, beslut och kontrollsummor. Det som är fryst ändras aldrig. Uppgifter som inte anges tas ur"
    " dokument.yaml; säger de något annat fryses inget. Författarnas filer ändras aldrig."
)
STEPS = ("utsänd", "beslutad", "justerad", "rättelse", "revision")
_WITHOUT_DOTS = {"utsand": "utsänd", "rattelse": "rättelse"}
_LONGEST = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("document", metavar="DOKUMENT", help="dokumentets mapp")
    parser.add_argument(
        "--steg",
        type=lambda text: _WITHOUT_DOTS.get(text, text),
        choices=STEPS,
        required=True,
        help="vad som har hänt med dokumentet",
    )
    parser.add_argument(
        "--beslut", default="", metavar="ORGAN", help="organet som beslutade, eller ska besluta"
    )
    parser.add_argument(
        "--datum", type=_day, metavar="ÅÅÅÅ-MM-DD", help="beslutets dag, eller dagen det skickades ut"
    )
    parser.add_argument("--paragraf", default="", metavar="PARAGRAF", help="protokollets paragraf")
    parser.add_argument("--dnr", default="", metavar="DNR", help="diarienummer")
    parser.add_argument("--skal", default="", metavar="TEXT", help="vad en rättelse rättar")
    parser.add_argument("--trots", default="", metavar="SKÄL", help="frys trots fel, av detta skäl")
    parser.add_argument("--av", default="", metavar="ROLL", help="den roll eller användare som fryser")
    add_content(parser)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Freeze and tell where it lies."""
    from generator.build.arkiv.freezing import Freezing, freeze
    from generator.build.arkiv.rules import Given, called
    from generator.build.workspace import find_workspace
    from generator.domain.arkiv import Fryssteg

    facts = Given(
        _one_line(given.beslut, "--beslut"),
        given.datum,
        _one_line(given.paragraf, "--paragraf"),
        _one_line(given.dnr, "--dnr"),
    )
    wanted = Freezing(
        given.document,
        Fryssteg(given.steg),
        facts,
        _one_line(given.skal, "--skal"),
        _one_line(given.trots, "--trots"),
        _one_line(given.av, "--av"),
    )
    workspace = find_workspace(given.content, None, Path.cwd())
    now = datetime.now(tz=UTC).astimezone().replace(microsecond=0)
    with progress_bar(terminal, "Fryser") as progress:
        done = freeze(workspace, wanted, now, progress)
    version = called(done.frozen)
    where = done.frozen.path.relative_to(workspace.content).as_posix()
    if done.already:
        terminal.say(f"Redan fryst som {version}, i {where}. Inget nytt är skrivet.")
    else:
        terminal.say(f"Fryst: {version} av {done.frozen.row.dokument}, i {where}.")
    for remark in done.remarks:
        terminal.say(remark)
    return 0


def _one_line(text: str, option: str) -> str:
    """Return the text in one line. Raises StyrdokError when it is no text that people write."""
    line = " ".join(text.split())
    if len(line) > _LONGEST or not line.isprintable():
        message = f"Texten efter {option} går inte att anteckna"
        raise StyrdokError(message, "Skriv en kort mening utan styrtecken.")
    return line
