"""Typed YAML: a file or head as a record, and everything that is wrong with it.

The records are also the source of the JSON Schemas for editors (``styrdok schema``).
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, TypeVar

from generator.content.complaints import Renamed, complain, meant_choice, misspelt
from generator.content.declared import Declared, Problem, take
from generator.content.findings import Findings
from generator.content.yaml_tree import Path, Tree

Model = TypeVar("Model", bound="Record")

_SPELLED = {
    "skrivs_aven": "skrivs även",
    "galler_fran": "gäller från",
    "galler_till": "gäller till",
    "efterfoljare": "efterföljare",
    "fran": "från",
    "forkortning": "förkortning",
    "sprak": "språk",
    "markning": "märkning",
    "lage": "läge",
    "kon": "kön",
    "nivaer": "nivåer",
    "bedoms": "bedöms",
    "bedomd": "bedömd",
    "bedomningar": "bedömningar",
    "niva": "nivå",
    "svarar_pa": "svarar på",
    "maluppfyllelse": "måluppfyllelse",
    "bygger_pa": "bygger på",
    "foljer_upp": "följer upp",
    "utelamnar": "utelämnar",
    "avsandare": "avsändare",
    "andrar": "ändrar",
    "slutford": "slutförd",
    "skal": "skäl",
    "rod_trad": "röd tråd",
    "nar": "när",
    "ar": "år",
    "andringar": "ändringar",
    "notering": "not",
}


def spelled(name: str) -> str:
    """Return the key a person writes for an identifier: ``bygger_pa`` is ”bygger på”."""
    return _SPELLED.get(name, name).replace("_", " ")


class Record(Declared):
    """A mapping whose keys are all known; the keys are Swedish, with spaces.

    A key without a value is taken for one that is not there.
    """

    @classmethod
    def key_of(cls, name: str) -> str:
        """Return the key that a person writes for an attribute."""
        return spelled(name)


def read_record(model: type[Model], tree: Tree, findings: Findings) -> Model | None:
    """Return the tree as a record; S001, S002 and S003 are noted at their places.

    What is wrong is left out and the rest kept, so that one mistake does not hide a whole document from
    those that refer to it; None when too little is left. A broken tree has been complained about.
    """
    record, problems = _taken(model, tree.data)
    if not problems:
        return record
    if not tree.broken:
        complain(model, problems, tree, findings)
    data = _mended(tree.data, problems, misspelt(model, problems))
    record, problems = _taken(model, data)
    if problems:
        record, problems = _taken(model, _without(data, problems))
    return None if problems else record


def _taken(model: type[Model], data: dict[str, Any]) -> tuple[Model, list[Problem]]:
    problems: list[Problem] = []
    record: Model = take(model, data, (), problems)
    return record, problems


def _mended(data: dict[str, Any], problems: Sequence[Problem], renamed: Renamed) -> dict[str, Any]:
    """Return a copy of the data without what is wrong; what is only misspelt stands as it was meant."""
    left = copy.deepcopy(data)
    for problem in sorted(problems, key=lambda p: _backwards(p.path), reverse=True):
        path = problem.path
        holder = _at(left, path[:-1])
        value = _inside(holder, path[-1]) if path else None
        if value is not None:
            del holder[path[-1]]
        if path in renamed:
            holder[renamed[path]] = value
        elif value is not None and (meant := meant_choice(problem)) and isinstance(holder, dict):
            holder[path[-1]] = meant
    return left


def _without(data: dict[str, Any], problems: Sequence[Problem]) -> dict[str, Any]:
    """Return a copy of the data without the entries that still lack something."""
    left = copy.deepcopy(data)
    for path in {p.path[:-1] for p in problems}:
        holder = _at(left, path[:-1]) if path else None
        if isinstance(holder, dict):
            holder.pop(path[-1], None)
    return left


def _backwards(path: Path) -> list[str]:
    return [str(step).zfill(6) for step in path]


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = _inside(data, step)
    return data


def _inside(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    if isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        return holder[step]
    return None
