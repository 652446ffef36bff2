"""A röd tråd from another organisation (styrdok trace --format json) → goals decided above this one."""

from __future__ import annotations

from generator.content.above_items import Above, read_manifest
from generator.content.findings import UNKNOWN, Findings
from generator.content.folders import Folder
from generator.content.json_values import JsonFile, parse_json
from generator.content.source import read_source
from generator.domain.organisation import Organisation
from generator.domain.styrmodell import Styrmodell

VERSION, KIND = 1, "röd tråd"
LARGEST = 32 * 1024 * 1024
"""Bytes: a hundred thousand goals."""


def read_above(root: Folder, organisation: Organisation, styrmodell: Styrmodell, findings: Findings) -> Above:
    """Return what the files named in organisation.yaml hold; what is wrong with them is noted."""
    above = Above()
    for name in organisation.rod_trad:
        entry = root.file(name)
        source = read_source(entry.path, root.root, findings, LARGEST) if entry is not None else None
        file = parse_json(source, findings) if source is not None else None
        if source is not None:
            above.files.add(source.name)
        if file is None or not _is_manifest(file):
            above.unclear = True
            findings.lose([UNKNOWN])  # what refers to its goals is not at fault
            continue
        read_manifest(file, organisation, styrmodell, above)
        file.close()
    return above


def _is_manifest(file: JsonFile) -> bool:
    if file.data.get("slag") != KIND:
        hint = "Den ska vara gjord med styrdok trace --format json, utan ID."
        file.complain("Filen innehåller ingen röd tråd", ("slag",), hint=hint)
        return False
    version = file.data.get("version")
    if type(version) is not int or version != VERSION:
        hint = "Be om en fil från samma version av programmet, eller uppdatera ditt."
        shown = version if type(version) is int and abs(version) < 10**6 else "?"
        file.complain(f"Filen har formatet {shown}, och här läses {VERSION}", ("version",), hint=hint)
        return False
    return True
