"""Typed YAML: what a file may hold, checked with pydantic.

The models are also the source of the JSON Schemas for editors (``styrdok schema``).
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails

from generator.content.complaints import Renamed, complain, meant_choice, misspelt
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
    "slutford": "slutförd",
    "skal": "skäl",
    "rod_trad": "röd tråd",
}


def spelled(name: str) -> str:
    """Return the key a person writes for an identifier: ``bygger_pa`` is ”bygger på”."""
    return _SPELLED.get(name, name).replace("_", " ")


class Record(BaseModel):
    """A mapping whose keys are all known; the keys are Swedish, with spaces."""

    model_config = ConfigDict(alias_generator=spelled, populate_by_name=False, extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _given(cls, data: Any) -> Any:
        """Take a key without a value for one that is not there."""
        return {k: v for k, v in data.items() if v is not None} if isinstance(data, dict) else data


def read_record(model: type[Model], tree: Tree, findings: Findings) -> Model | None:
    """Return the tree as a record; S001, S002 and S003 are noted at their places.

    What is wrong is left out and the rest kept, so that one mistake does not hide a whole document from
    those that refer to it; None when too little is left. A broken tree has been complained about.
    """
    try:
        return model.model_validate(tree.data)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
    schema = model.model_json_schema(by_alias=True)
    if not tree.broken:
        complain(schema, errors, tree, findings)
    data = _mended(tree.data, errors, misspelt(schema, errors))
    try:
        return model.model_validate(data)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
    try:
        return model.model_validate(_without(data, errors))
    except ValidationError:
        return None


def _mended(data: dict[str, Any], errors: Sequence[ErrorDetails], renamed: Renamed) -> dict[str, Any]:
    """Return a copy of the data without what is wrong; what is only misspelt stands as it was meant."""
    left = copy.deepcopy(data)
    for error in sorted(errors, key=lambda e: _backwards(tuple(e["loc"])), reverse=True):
        path: Path = tuple(error["loc"])
        holder = _at(left, path[:-1])
        value = _inside(holder, path[-1]) if path else None
        if value is not None:
            del holder[path[-1]]
        if path in renamed:
            holder[renamed[path]] = value
        elif value is not None and (meant := meant_choice(error)) and isinstance(holder, dict):
            holder[path[-1]] = meant
    return left


def _without(data: dict[str, Any], errors: Sequence[ErrorDetails]) -> dict[str, Any]:
    """Return a copy of the data without the entries that still lack something."""
    left = copy.deepcopy(data)
    for path in {tuple(e["loc"])[:-1] for e in errors}:
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
