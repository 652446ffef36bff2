"""``styrdok confirm``: records that something was checked against what it answers to."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from generator.cli.options import add_content
from generator.cli.terminal import Terminal
from generator.diagnostics import StyrdokError

HELP = "anteckna att något har prövats mot det som det svarar på"
DESCRIPTION = (
    "Antecknar i bekräftat.yaml att ett åtagande, ett svar eller något annat har prövats mot nuvarande"
    " lydelse av det som det svarar på. Får målet sedan en annan lydelse säger styrdok check till (L010)."
    " Författarnas filer ändras aldrig."
)
_LONGEST = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "id", nargs="?", default="", metavar="ID", help="id, kort id, titel, DOKUMENT eller DOKUMENT#MÅL"
    )
    parser.add_argument("--alla", action="store_true", help="anteckna hela innehållet som det är nu")
    parser.add_argument(
        "--no-meaning-change",
        action="store_true",
        help="ID är ett mål vars ändring bara är språklig: det som prövats mot det gäller fortfarande",
    )
    parser.add_argument("--skal", default="", metavar="TEXT", help="varför det håller")
    parser.add_argument("--av", default="", metavar="ROLL", help="den roll eller användare som har prövat")
    parser.add_argument("--datum", type=_day, metavar="ÅÅÅÅ-MM-DD", help="när (förval: i dag)")
    add_content(parser)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Record it and tell what was recorded."""
    from generator.build.confirm import Confirming, confirm, sentences
    from generator.build.workspace import find_workspace

    if bool(given.id) == given.alla:
        raise StyrdokError("Säg vad som har prövats", "Skriv ett ID, eller --alla för hela innehållet.")
    if given.alla and given.no_meaning_change:
        hint = "Skriv id för det mål vars lydelse har ändrats."
        raise StyrdokError("--no-meaning-change gäller ett mål i taget", hint)
    today = datetime.now(tz=UTC).astimezone().date()
    wanted = Confirming(
        given.id,
        given.datum or today,
        _one_line(given.av, "--av"),
        _one_line(given.skal, "--skal"),
        given.no_meaning_change,
    )
    told = confirm(find_workspace(given.content, None, Path.cwd()), wanted)
    for sentence in sentences(told):
        terminal.say(sentence)
    if told.recorded and not wanted.by:
        terminal.say("Vem som har prövat är inte angivet; det sägs med --av ROLL.")
    return 0


def _one_line(text: str, option: str) -> str:
    """Return the text in one line. Raises StyrdokError when it is no text that people write."""
    line = " ".join(text.split())
    if len(line) > _LONGEST or not line.isprintable():
        raise StyrdokError(
            f"Texten efter {option} går inte att anteckna", "Skriv en kort mening utan styrtecken."
        )
    return line
