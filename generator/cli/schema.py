"""``styrdok schema``: JSON Schemas of the content files, for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.terminal import Terminal
from generator.diagnostics import StyrdokError, did_you_mean

HELP = "skriv JSON-scheman för innehållsfilerna, den röda tråden och ändringar"
DESCRIPTION = (
    "Skriver de JSON-scheman som en textredigerare kan hjälpa till efter, och de som beskriver vad"
    " styrdok trace --format json (trace och trace-id) och styrdok diff --format json (diff) skriver."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "namn", nargs="?", default="", metavar="NAMN", help="bara detta schema, till exempel dokument"
    )
    parser.add_argument("--output", type=Path, metavar="MAPP", help="skriv ett schema per fil i mappen")
    parser.add_argument(
        "--vscode", type=Path, metavar="MAPP", help="skriv det som Visual Studio Code behöver i mappen"
    )


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Write the schemas to stdout or to a folder, or set up the editor."""
    from generator.build.editor import as_text, published_schemas
    from generator.build.files import write_whole

    found = published_schemas()
    if given.namn:
        if given.namn not in found:
            hint = did_you_mean(given.namn, found, f"Schemana heter {', '.join(found)}.")
            raise StyrdokError(f"Det finns inget schema ”{given.namn}”", hint)
        found = {given.namn: found[given.namn]}
    if given.vscode:
        _set_up(given.vscode, terminal)
    elif given.output:
        for name, schema in found.items():
            write_whole(given.output / f"{name}.schema.json", as_text(schema).encode("utf-8"))
        terminal.say(f"{len(found)} scheman ligger i {given.output}.")
    else:
        sys.stdout.write(as_text(next(iter(found.values())) if given.namn else found))
    return 0


def _set_up(folder: Path, terminal: Terminal) -> None:
    from generator.build.editor import FOLDER, set_up_editor

    kept = set_up_editor(folder)
    terminal.say(f"Visual Studio Code är förberett i {folder / FOLDER}.")
    for path in kept:
        terminal.say(f"{path.name} fanns redan och är orörd.")
