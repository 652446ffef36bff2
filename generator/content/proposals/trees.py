"""The YAML of a proposal laid over that of the main one: what it gives replaces, what it strikes is gone."""

from __future__ import annotations

from typing import Any

from generator.content.findings import Findings
from generator.content.proposals.marks import CODE
from generator.content.yaml_tree import Tree
from generator.diagnostics import did_you_mean

STRUCK = "utgår"


def tree_laid_over(main: Tree, own: Tree, findings: Findings) -> Tree:
    """Return the main data with the proposal's; ``utgår`` as a value strikes a key (S009: there is none)."""
    data = dict(main.data)
    for key, value in own.data.items():
        if isinstance(value, dict) and isinstance(data.get(key, {}), dict):
            data[key] = _inner(data.get(key, {}), value, key, own, findings)
        elif value == STRUCK:
            _strike(data, key, (key,), own, findings)
        else:
            data[key] = value
    broken = main.broken or own.broken
    return Tree(data, {**main.values, **own.values}, {**main.keys, **own.keys}, main.start, broken)


def _inner(
    main: dict[str, Any], own: dict[str, Any], key: str, tree: Tree, findings: Findings
) -> dict[str, Any]:
    data = dict(main)
    for each, value in own.items():
        if value == STRUCK:
            _strike(data, each, (key, each), tree, findings)
        else:
            data[each] = value
    return data


def _strike(data: dict[str, Any], key: str, path: tuple[str, ...], own: Tree, findings: Findings) -> None:
    if key in data:
        del data[key]
        return
    where = f"”{path[0]}” har inget ”{key}”" if len(path) > 1 else f"”{key}” finns inte"
    hint = did_you_mean(key, data, "Ta bort raden.")
    findings.error(CODE, f"{where} i huvudförslaget", own.key_place(path), hint)
