"""``styrdok text``: a Word file as plain text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.terminal import Terminal, visible
from generator.diagnostics import StyrdokError

HELP = "visa en Wordfil som text"
DESCRIPTION = (
    "Skriver ut en Wordfil som vanlig text, med rubriker, listor, tabeller och noter. Med raden"
    ' git config diff.docx.textconv "styrdok text --alltid" visar git diff vad som har ändrats i en Wordfil.'
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("fil", type=Path, metavar="FIL.docx", help="Wordfilen")
    parser.add_argument(
        "--alltid",
        action="store_true",
        help="svara alltid: en fil som inte kan läsas ger en mening om det i stället för text",
    )


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Print the text."""
    from generator.build.word_text import word_as_text

    try:
        text, said = word_as_text(given.fil)
    except StyrdokError as problem:
        if not given.alltid:
            raise
        sys.stdout.write(f"(Visas inte som text. {problem.message.rstrip('.')}.)\n")
        return 0
    sys.stdout.write(visible(text))
    for sentence in said:
        terminal.say(sentence)
    return 0
