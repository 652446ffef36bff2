"""``styrdok init``: begins a new organisation."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from generator.cli.terminal import Terminal

HELP = "börja med en ny organisation"
DESCRIPTION = (
    "Skapar en mapp med styrmodell, mål, en plan och en verksamhetsplan att skriva vidare i."
    " På en terminal ställs tre frågor om det som inte sägs på kommandoraden."
)

_NAME = "Region Exempel"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("mapp", type=Path, metavar="MAPP", help="var allt ska ligga")
    parser.add_argument("--namn", metavar="NAMN", help=f"organisationens namn (förval: {_NAME})")
    parser.add_argument("--styrmodell", metavar="NAMN", help="en av dem som följer med (förval: den första)")
    parser.add_argument("--ar", type=int, metavar="ÅR", help="första året (förval: nästa år)")


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Ask for what was not said, write the organisation, and tell how to go on."""
    from generator.build.editor import set_up_editor
    from generator.build.git_attributes import tell_git
    from generator.build.start import Start, begin, skeletons

    next_year = datetime.now(tz=UTC).year + 1
    models = skeletons()
    start = Start(
        given.namn or _asked("Vad heter organisationen?", _NAME),
        given.styrmodell or _asked(f"Vilken styrmodell ({' eller '.join(models)})?", models[0]),
        _asked_year(next_year) if given.ar is None else given.ar,
    )
    made = begin(given.mapp, start)
    set_up_editor(given.mapp)
    tell_git(given.mapp)
    terminal.say(f"Klart: {made}")
    terminal.say("Skriv i filerna, och kör sedan styrdok build i mappen " + str(given.mapp) + ".")
    return 0


def _asked(question: str, otherwise: str) -> str:
    """Return the answer, or the default where there is no one to ask."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return otherwise
    sys.stderr.write(f"{question} [{otherwise}] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() or otherwise


def _asked_year(otherwise: int) -> int:
    text = _asked("Vilket är planens första år?", str(otherwise))
    return int(text) if text.isdecimal() else otherwise
