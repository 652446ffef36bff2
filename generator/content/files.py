"""The YAML files that lie right in an organisation's folder."""

from __future__ import annotations

from generator.content.findings import Findings
from generator.content.folders import Folder
from generator.content.records import Model, read_record
from generator.content.source import read_source
from generator.content.yaml_tree import Tree, parse_yaml
from generator.diagnostics import Position


def read_file(root: Folder, name: str, model: type[Model], findings: Findings) -> tuple[Model, Tree] | None:
    """Return a YAML file right in the organisation's folder as a record; None when it says too little."""
    entry = root.file(name)
    if entry is None:
        findings.error("S005", f"Filen {name} saknas", Position(name), "Lägg den i organisationens mapp.")
        return None
    source = read_source(entry.path, root.root, findings)
    if source is None:
        return None
    tree = parse_yaml(source, findings)
    record = read_record(model, tree, findings) if not tree.broken else None
    return (record, tree) if record is not None else None
