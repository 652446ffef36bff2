"""``styrdok explain``: what a code means, why, an example, and what to do."""

from __future__ import annotations

import argparse
import sys
import textwrap
from typing import TYPE_CHECKING

from generator.cli.terminal import Terminal
from generator.diagnostics import StyrdokError, did_you_mean

if TYPE_CHECKING:
    from generator.checks.catalogue import Explanation

HELP = "förklara en kod"
DESCRIPTION = (
    "Säger vad en kod betyder, varför det spelar roll, ger ett exempel och säger hur det rättas. Utan kod"
    " visas alla koder."
)
_WIDTH = 90


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("kod", nargs="?", default="", metavar="KOD", help="till exempel L006 (förval: alla)")
    parser.add_argument(
        "--markdown", action="store_true", help="skriv allt som en sida i Markdown (docs/kontroller.md)"
    )


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Explain one code, or list all of them."""
    from generator.checks.catalogue import as_markdown, explanations

    known = explanations()
    code = given.kod.strip().upper()
    if code and code not in known:
        hint = did_you_mean(code, known, "Alla koder visas av styrdok explain.")
        raise StyrdokError(f"Det finns ingen kod ”{given.kod}”", hint)
    chosen = [known[code]] if code else list(known.values())
    if given.markdown:
        sys.stdout.write(as_markdown(chosen))
    elif code:
        sys.stdout.write(_explained(chosen[0]))
    else:
        _list(chosen)
        terminal.say("Mer om en kod: styrdok explain KOD")
    return 0


def _explained(explanation: Explanation) -> str:
    paragraphs = [f"{explanation.code}  {explanation.title}"]
    paragraphs += [f"{heading}: {text}" for heading, text in explanation.parts]
    return "\n\n".join(textwrap.fill(p, _WIDTH, break_on_hyphens=False) for p in paragraphs) + "\n"


def _list(explanations: list[Explanation]) -> None:
    group = ""
    for each in explanations:
        if each.group != group:
            sys.stdout.write(f"{'' if not group else chr(10)}{each.group}\n")
            group = each.group
        sys.stdout.write(f"  {each.code}  {each.title}\n")
