"""``styrdok templates``: looks through templates, carries the house style into them, prints one as text."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.findings import as_json, counted
from generator.cli.options import add_content
from generator.cli.terminal import Terminal, finding, table
from generator.diagnostics import Diagnostic, Severity, StyrdokError

if TYPE_CHECKING:
    from generator.build.templates import TemplateFile, Templates

HELP = "granska och visa mallar, för över husets stil"
DESCRIPTION = (
    "check granskar mallar utan att bygga något: namn och taggar som inte går ihop, det som saknas, det som"
    " avviker från husets stil. sync för över stilen i bas.docx till de andra mallarna. show visar en mall"
    " som text, med styckenas nummer och format, och namnen som mallen kan använda."
)
_ACTIONS = ("check", "sync", "show")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("gor", choices=_ACTIONS, metavar="check|sync|show", help="vad som ska göras")
    parser.add_argument(
        "mall", nargs="*", metavar="MALL", help="namn, till exempel verksamhetsplan, eller fil (förval: alla)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hur check svarar")
    parser.add_argument("--dry-run", action="store_true", help="visa vad sync skulle ändra, skriv inget")
    add_content(parser)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Do what was asked; 1 when check finds an error or sync had to leave a template as it is."""
    from generator.build.templates import find_templates

    _refuse_misplaced(given)
    templates = find_templates(given.content, Path.cwd())
    files = templates.named(given.mall)
    if given.gor == "show":
        return _show(templates, files)
    if given.gor == "sync":
        return _sync(templates, files, terminal, dry_run=given.dry_run)
    return _check(templates, files, terminal, given.format)


def _refuse_misplaced(given: argparse.Namespace) -> None:
    """Raise StyrdokError for what does not go together on the command line."""
    if given.dry_run and given.gor != "sync":
        raise StyrdokError(f"--dry-run hör till sync, inte till {given.gor}", "Ta bort det.")
    if given.format != "text" and given.gor != "check":
        raise StyrdokError(f"--format hör till check, inte till {given.gor}", "Ta bort det.")
    if given.gor == "show" and len(given.mall) != 1:
        raise StyrdokError(
            "show visar en mall i taget", "Skriv till exempel styrdok templates show verksamhetsplan."
        )


def _check(templates: Templates, files: Sequence[TemplateFile], terminal: Terminal, form: str) -> int:
    found: list[Diagnostic] = []
    for file in files:
        found += templates.check(file)
    if form == "json":
        sys.stdout.write(as_json(found) + "\n")
    else:
        for diagnostic in found:
            sys.stdout.write(finding(diagnostic, colour=terminal.colour_out) + "\n")
        terminal.say(f"{counted(found)} i {len(files)} {'mall' if len(files) == 1 else 'mallar'}.")
    return 1 if any(d.severity is Severity.ERROR for d in found) else 0


def _sync(templates: Templates, files: Sequence[TemplateFile], terminal: Terminal, *, dry_run: bool) -> int:
    """Carry the style into each template; one that cannot be written does not keep the others from it."""
    code = 0
    if templates.base is None:
        raise StyrdokError("Det finns ingen bas.docx att hämta husets stil ur", "Lägg den bland mallarna.")
    for file in files:
        if file == templates.base:
            continue
        if not file.own:
            terminal.say(
                f"{file.name}: följer med programmet och ändras inte; lägg en kopia i mappen mallar."
            )
            continue
        try:
            changed = templates.sync(file, dry_run=dry_run)
        except StyrdokError as problem:
            terminal.fail(problem)
            code = 1
            continue
        sys.stdout.write(_synced(file, changed, dry_run=dry_run) + "\n")
    return code


def _synced(file: TemplateFile, changed: Sequence[str], *, dry_run: bool) -> str:
    if not changed:
        return f"{file.name}: har redan husets stil."
    what = "skulle ändras" if dry_run else "är ändrad"
    return "\n".join([f"{file.name}: {what}.", *(f"  {line}" for line in changed)])


def _show(templates: Templates, files: Sequence[TemplateFile]) -> int:
    from generator.ooxml.outline import outline
    from generator.ooxml.package import Package
    from generator.ooxml.prepared import Prepared

    file = files[0]
    prepared = Prepared(Package.read(file.read(), file.name))
    what = f"mall för {file.kind.key}" if file.kind else "mall för inget särskilt slag av dokument"
    lines = [f"{file.name}: {what}", ""]
    for part in outline(prepared):
        rows = [
            (str(line.number), line.style, _indented(line.text, line.depth, line.place))
            for line in part.lines
        ]
        lines += [f"{part.title} ({part.name})", table(("Stycke", "Format", "Text"), rows, right=(0,)), ""]
    lines += _names(templates, file)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _indented(text: str, depth: int, place: str) -> str:
    mark = {"rad": "┌ ", "tabell": "│ ", "ruta": "▫ "}.get(place, "")
    return f"{'  ' * depth}{mark}{text}"


def _names(templates: Templates, file: TemplateFile) -> Iterator[str]:
    """Yield the names that the template can use, sort by sort."""
    from generator.render.filters import filter_names
    from generator.render.vocabulary import vocabulary

    yield "Namn som mallen kan använda (å, ä och ö kan skrivas a, a och o)"
    yield ""
    for group in vocabulary(templates.model(file)):
        yield f"{group.title[:1].upper()}{group.title[1:]}{f' ({group.found})' if group.found else ''}"
        rows = [(word.name, word.kind, word.meaning or "–") for word in group.words]
        yield table(("Namn", "Är", "Betyder"), rows)
        yield ""
    yield f"Filter: {', '.join(filter_names())}."
