"""What pydantic finds wrong with a record → findings at line and column, in Swedish.

One cause is one finding: what is missing in the same place is said together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic_core import ErrorDetails

from generator.content.fields import EMPTY, WRONG
from generator.content.findings import Findings
from generator.content.yaml_tree import Path, Tree
from generator.diagnostics import did_you_mean, nearest

_UNKNOWN = "extra_forbidden"
_ONE_OF = ("literal_error", "enum")
_CHOICE = re.compile(r"'([^']*)'")
_A_MAPPING = "Här ska stå rader av formen ”nyckel: värde”"
_A_LIST = "Här ska stå en lista"
_INDENTED = "Skriv dem indragna på raderna under."
_ITEMS = "Skriv varje värde på en egen rad med streck först."
_SENTENCES = {
    "string_type": ("Här ska stå en text", "Sätt den inom citattecken om den börjar med en klammer."),
    "dict_type": (_A_MAPPING, _INDENTED),
    "model_type": (_A_MAPPING, _INDENTED),
    "model_attributes_type": (_A_MAPPING, _INDENTED),
    "tuple_type": (_A_LIST, _ITEMS),
    "list_type": (_A_LIST, _ITEMS),
    "too_short": ("Listan är tom", _ITEMS),
}

Renamed = dict[Path, str]
"""Misspelt keys by path, with the key that was meant and is missing."""


def misspelt(schema: dict[str, Any], errors: Sequence[ErrorDetails]) -> Renamed:
    """Return the unknown keys that are so like a missing one that they must have been meant for it."""
    missing = {tuple(e["loc"]) for e in errors if e["type"] == "missing"}
    found: Renamed = {}
    for error in errors:
        path: Path = tuple(error["loc"])
        meant = nearest(str(path[-1]), keys_at(schema, path[:-1])) if error["type"] == _UNKNOWN else None
        if meant and (*path[:-1], meant) in missing:
            found[path] = meant
    return found


def complain(schema: dict[str, Any], errors: Sequence[ErrorDetails], tree: Tree, findings: Findings) -> None:
    """Note what is wrong: unknown keys (S001), missing ones (S002), wrong values (S003)."""
    meant = {(*path[:-1], key) for path, key in misspelt(schema, errors).items()}
    missing = [tuple(e["loc"]) for e in errors if e["type"] == "missing"]
    _missing([path for path in missing if path not in meant], tree, findings)
    for error in errors:
        path: Path = tuple(error["loc"])
        if error["type"] == "too_short" and _is_wrong_inside(path, errors):
            continue
        if error["type"] == _UNKNOWN:
            key = str(path[-1])
            allowed = keys_at(schema, path[:-1])
            hint = did_you_mean(key, allowed, f"Här kan stå {', '.join(allowed)}.")
            findings.error("S001", f"Okänd uppgift ”{key}”", tree.key_place(path), hint)
        elif error["type"] == EMPTY or error["input"] is None:
            _without_value(path, tree, findings)
        elif error["type"] != "missing":
            message, hint = _sentence(error)
            findings.error("S003", message, tree.place(path), hint)


def _is_wrong_inside(path: Path, errors: Sequence[ErrorDetails]) -> bool:
    """Tell whether a list is short only because of what is wrong in it."""
    return any(len(e["loc"]) > len(path) and tuple(e["loc"])[: len(path)] == path for e in errors)


def _without_value(path: Path, tree: Tree, findings: Findings) -> None:
    message = f"”{path[-1]}” saknar värde" if isinstance(path[-1], str) else "Raden saknar värde"
    hint = "Skriv det efter kolonet, eller indraget på raderna under."
    findings.error("S002", message, tree.key_place(path), hint)


def _missing(paths: Sequence[Path], tree: Tree, findings: Findings) -> None:
    absent: dict[Path, list[str]] = {}
    for path in paths:
        if path in tree.keys:
            _without_value(path, tree, findings)
        else:
            absent.setdefault(path[:-1], []).append(str(path[-1]))
    for path, keys in absent.items():
        rows = _listed([f"”{key}: …”" for key in keys])
        what = "Uppgiften" if len(keys) == 1 else "Uppgifterna"
        hint = f"Lägg till {'raden' if len(keys) == 1 else 'raderna'} {rows}."
        place = tree.key_place(path) if path else tree.place(path)
        findings.error("S002", f"{what} {_listed([f'”{key}”' for key in keys])} saknas", place, hint)


def meant_choice(error: ErrorDetails) -> str | None:
    """Return the word that must have been meant where only some words can stand."""
    said = error["input"]
    if error["type"] not in _ONE_OF or not isinstance(said, str):
        return None
    return nearest(said, _CHOICE.findall(str(error.get("ctx", {})["expected"])))


def _listed(words: Sequence[str]) -> str:
    return " och ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _sentence(error: ErrorDetails) -> tuple[str, str]:
    """Return message and hint for a value that is wrong."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == WRONG:
        return str(context["message"]), str(context["hint"])
    if kind in _ONE_OF:
        choices, said = _CHOICE.findall(str(context["expected"])), error["input"]
        words = ", ".join(f"”{choice}”" for choice in choices)
        if isinstance(said, str):
            return f"”{said}” kan inte stå här", did_you_mean(said, choices, f"Det kan vara {words}.")
        return "Här ska stå ett ord", f"Det kan vara {words}."
    return _SENTENCES.get(kind, ("Värdet går inte att tolka", ""))


def keys_at(schema: dict[str, Any], path: Path) -> tuple[str, ...]:
    """Return the keys that may stand at the path, by walking the JSON Schema."""
    definitions = schema.get("$defs", {})
    here: Any = schema
    for step in path:
        here = _step(_resolved(here, definitions), step)
    return tuple(_resolved(here, definitions).get("properties", {}))


def _resolved(schema: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return what a reference stands for; of several possibilities the one that has keys."""
    for option in (*schema.get("anyOf", []), *schema.get("allOf", [])):
        if "$ref" in option:
            schema = option
    reference = str(schema.get("$ref", ""))
    found: dict[str, Any] = definitions[reference.rsplit("/", 1)[-1]] if reference else schema
    return found


def _step(schema: dict[str, Any], step: str | int) -> Any:
    if isinstance(step, int):
        return schema.get("items") or {}
    return schema.get("properties", {}).get(step) or schema.get("additionalProperties") or {}
