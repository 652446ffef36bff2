"""``styrdok versions``: the versions of a document, frozen and in git."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli.options import add_content
from generator.cli.terminal import Terminal, table, visible

if TYPE_CHECKING:
    from generator.build.arkiv.versions import Latest, Version
    from generator.build.workspace import Workspace

HELP = "visa ett dokuments versioner"
DESCRIPTION = (
    "Visar ett dokuments frysta versioner och de git-revisioner som har ändrat något som det görs av,"
    " de senaste först. Utan dokument visas alla dokument med sin senaste frysta version."
)
_NONE = "–"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("document", nargs="?", default="", metavar="DOKUMENT", help="dokumentets mapp")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hur svaret skrivs")
    parser.add_argument(
        "--verify",
        action="store_true",
        help="gör om varje fryst version av sitt innehåll och sin mall, och säg om den blir en annan",
    )
    add_content(parser)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Show them; 1 when a frozen version is not as it was."""
    from generator.build.workspace import find_workspace

    workspace = find_workspace(given.content, None, Path.cwd())
    if given.verify:
        return _verify(workspace, given.document, given.format, terminal)
    if given.document:
        return _of_one(workspace, given.document, given.format, terminal)
    return _of_all(workspace, given.format, terminal)


def _of_one(workspace: Workspace, document: str, form: str, terminal: Terminal) -> int:
    from generator.build.arkiv.versions import versions

    id_, found, remarks = versions(workspace, document)
    if form == "json":
        _write_json({"version": 1, "document": id_, "versions": [_as_data(v) for v in found]})
    elif found:
        heads = ("Version", "Steg", "Datum", "Beslut eller ändring", "Skick")
        sys.stdout.write(table(heads, [_row(v) for v in found]) + "\n")
    _tell_wrong(found, terminal)
    if not any(v.slag == "fryst" for v in found):
        terminal.say(f"{id_} har ingen fryst version.")
    for remark in remarks:
        terminal.say(remark)
    return 1 if any(v.wrong for v in found) else 0


def _of_all(workspace: Workspace, form: str, terminal: Terminal) -> int:
    from generator.build.arkiv.versions import latest

    found = latest(workspace)
    if form == "json":
        _write_json({"version": 1, "documents": [_latest_as_data(each) for each in found]})
    else:
        heads = ("Dokument", "Stadium", "Version", "Senast fryst", "Skick")
        sys.stdout.write(table(heads, [_latest_row(each) for each in found]) + "\n")
    frozen = [each.frozen for each in found if each.frozen is not None]
    _tell_wrong(frozen, terminal)
    return 1 if any(v.wrong for v in frozen) else 0


def _verify(workspace: Workspace, document: str, form: str, terminal: Terminal) -> int:
    from generator.build.arkiv.regenerated import verified
    from generator.build.arkiv.store import Archive
    from generator.build.arkiv.versions import frozen_versions

    if document:
        chosen = frozen_versions(workspace, document)
    else:
        archive = Archive(workspace)
        chosen = tuple(f for id_ in archive.documents for f in reversed(archive.versions(id_)))
    found = [(frozen, verified(frozen)) for frozen in chosen]
    if form == "json":
        rows = [
            {"document": f.row.dokument, "version": f.version, "step": f.steg.value, "differs": list(said)}
            for f, said in found
        ]
        _write_json({"version": 1, "verified": rows})
    for frozen, said in found if form == "text" else ():
        answer = "som den frystes" if not said else "en annan"
        name = visible(f"{frozen.row.dokument} {frozen.version}")
        sys.stdout.write(f"{name} ({frozen.steg.value}): {answer}\n")
        for each in said:
            sys.stdout.write(f"  {visible(each)}\n")
    if not found:
        terminal.say("Inget är fryst.")
    return 1 if any(said for _, said in found) else 0


def _row(version: Version) -> tuple[str, ...]:
    """Return the row of a version; a rättelse has no decision of its own but a reason, and its own day."""
    corrects = version.steg == "rättelse" and version.fryst is not None
    day = version.fryst.date() if corrects and version.fryst else version.datum
    said = (corrects and version.skal) or version.beslut
    return (
        version.namn,
        version.steg or _NONE,
        day.isoformat() if day else _NONE,
        said or _NONE,
        _state(version),
    )


def _state(version: Version) -> str:
    if version.slag != "fryst":
        return _NONE
    return "ändrad" if version.wrong else "orörd"


def _latest_row(each: Latest) -> tuple[str, ...]:
    frozen = each.frozen
    said = f"{frozen.namn} {frozen.steg}" if frozen else _NONE
    stage = each.stadium or "finns bara i arkivet"
    return each.dokument, stage, each.version or _NONE, said, _state(frozen) if frozen else _NONE


def _tell_wrong(found: Any, terminal: Terminal) -> None:
    for version in found:
        for wrong in version.wrong:
            terminal.say(f"{version.namn} ({version.steg}): {wrong}.")


def _as_data(version: Version) -> dict[str, Any]:
    frozen = version.slag == "fryst"
    return {
        "version": version.namn,
        "kind": "frozen" if frozen else "git",
        "step": version.steg or None,
        "date": version.datum.isoformat() if version.datum else None,
        "decision" if frozen else "subject": version.beslut,
    } | (
        {
            "frozen_at": version.fryst.isoformat() if version.fryst else None,
            "intact": not version.wrong,
            "problems": list(version.wrong),
            "reason": version.skal or None,
            "despite": version.trots or None,
        }
        if frozen
        else {}
    )


def _latest_as_data(each: Latest) -> dict[str, Any]:
    return {
        "document": each.dokument,
        "title": each.titel,
        "stage": each.stadium or None,
        "version": each.version or None,
        "frozen": _as_data(each.frozen) if each.frozen else None,
    }


def _write_json(data: Any) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
