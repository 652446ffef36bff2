"""godtagna.yaml → what the organisation, or the author of a document, lets stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.content.findings import Findings
from generator.content.folders import Folder
from generator.content.models import GodtagandeRecord, GodtagnaRecord
from generator.content.reading import ACCEPTED
from generator.content.records import read_record
from generator.content.source import read_source
from generator.content.yaml_tree import Path, Tree, parse_yaml
from generator.diagnostics import Position
from generator.domain.kontroller import Godtagande

_LIST = "godtagna"


def read_acceptances(folder: Folder, findings: Findings) -> Iterator[Godtagande]:
    """Yield what the file in this folder accepts; an entry that says too little accepts nothing."""
    entry = folder.file(ACCEPTED)
    source = read_source(entry.path, folder.root, findings) if entry is not None else None
    if source is None:
        return
    tree = parse_yaml(source, findings)
    said = tree.data.get(_LIST)
    entries = said if isinstance(said, list) else []
    read_record(GodtagnaRecord, _with_empty_list(tree) if entries else tree, findings)
    for number, each in enumerate(entries):
        path = (_LIST, number)
        if not isinstance(each, dict):
            hint = "Skriv streck, kod, skäl och datum, med en rad för varje."
            findings.error("S003", "Här ska stå rader av formen ”nyckel: värde”", tree.place(path), hint)
            continue
        below = _below(tree, path, each)
        before = len(findings.found)
        record = read_record(GodtagandeRecord, below, findings)
        if record is not None and len(findings.found) == before and _says_which(record, below, findings):
            yield _made(record, "" if folder.depth == 0 else folder.name, below.start)


def _with_empty_list(tree: Tree) -> Tree:
    """Return the file without its entries, which are read one by one: one mistake hides one entry."""
    return replace(tree, data={**tree.data, _LIST: []})


def _below(tree: Tree, path: Path, data: dict[str, Any]) -> Tree:
    """Return the mapping at the path as a tree of its own."""
    cut = len(path)
    values, keys = (
        {key[cut:]: place for key, place in places.items() if key[:cut] == path}
        for places in (tree.values, tree.keys)
    )
    return Tree(data, values, keys, tree.place(path), tree.broken)


def _says_which(record: GodtagandeRecord, tree: Tree, findings: Findings) -> bool:
    """Tell whether a finding can be told by it; a code or a file alone would also accept what comes later."""
    if record.id or record.ord:
        return True
    hint = "Lägg till raden ”ord: …” med ord ur meddelandet, eller ”id: …”."
    findings.error("S002", "Godtagandet säger inte vilket fynd det gäller", tree.start, hint)
    return False


def _made(record: GodtagandeRecord, folder: str, place: Position) -> Godtagande:
    prefix = f"{folder}/" if folder else ""
    return Godtagande(
        record.kod.upper(),
        record.skal,
        record.datum,
        folder,
        f"{prefix}{record.fil}" if record.fil else "",
        record.id,
        record.ord,
        record.antal,
        record.av,
        record.till,
        place,
    )
