"""What is wrong with a record → findings at line and column, in Swedish.

One cause is one finding: what is missing in the same place is said together.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from generator.content.declared import Declared, Problem, keys_of
from generator.content.findings import Findings
from generator.content.yaml_tree import Path, Tree
from generator.diagnostics import did_you_mean, nearest
from generator.domain.wording import listed

_A_MAPPING = "Här ska stå rader av formen ”nyckel: värde”"
_A_LIST = "Här ska stå en lista"
_INDENTED = "Skriv dem indragna på raderna under."
_ITEMS = "Skriv varje värde på en egen rad med streck först."
_SENTENCES = {
    "text": ("Här ska stå en text", "Sätt den inom citattecken om den börjar med en klammer."),
    "mapping": (_A_MAPPING, _INDENTED),
    "list": (_A_LIST, _ITEMS),
    "short": ("Listan är tom", _ITEMS),
}

Renamed = dict[Path, str]
"""Misspelt keys by path, with the key that was meant and is missing."""


def misspelt(model: type[Declared], problems: Sequence[Problem]) -> Renamed:
    """Return the unknown keys that are so like a missing one that they must have been meant for it."""
    missing = {p.path for p in problems if p.fault == "missing"}
    found: Renamed = {}
    for problem in problems:
        path = problem.path
        unknown = problem.fault == "unknown"
        meant = nearest(str(path[-1]), keys_at(model, path[:-1])) if unknown else None
        if meant and (*path[:-1], meant) in missing:
            found[path] = meant
    return found


def complain(model: type[Declared], problems: Sequence[Problem], tree: Tree, findings: Findings) -> None:
    """Note what is wrong: unknown keys (S001), missing ones (S002), wrong values (S003)."""
    meant = {(*path[:-1], key) for path, key in misspelt(model, problems).items()}
    missing = [p.path for p in problems if p.fault == "missing"]
    _missing([path for path in missing if path not in meant], tree, findings)
    for problem in problems:
        path = problem.path
        if problem.fault == "unknown":
            key = str(path[-1])
            allowed = keys_at(model, path[:-1])
            hint = did_you_mean(key, allowed, f"Här kan stå {', '.join(allowed)}.")
            findings.error("S001", f"Okänd uppgift ”{key}”", tree.key_place(path), hint)
        elif problem.fault == "empty" or problem.given is None:
            _without_value(path, tree, findings)
        elif problem.fault != "missing":
            message, hint = _sentence(problem)
            findings.error("S003", message, tree.place(path), hint)


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
        rows = listed([f"”{key}: …”" for key in keys])
        what = "Uppgiften" if len(keys) == 1 else "Uppgifterna"
        hint = f"Lägg till {'raden' if len(keys) == 1 else 'raderna'} {rows}."
        place = tree.key_place(path) if path else tree.place(path)
        findings.error("S002", f"{what} {listed([f'”{key}”' for key in keys])} saknas", place, hint)


def meant_choice(problem: Problem) -> str | None:
    """Return the word that must have been meant where only some words can stand."""
    said = problem.given
    return nearest(said, problem.choices) if problem.fault == "choice" and isinstance(said, str) else None


def _sentence(problem: Problem) -> tuple[str, str]:
    """Return message and hint for a value that is wrong."""
    if problem.fault == "wrong":
        return problem.message, problem.hint
    if problem.fault == "choice":
        said, words = problem.given, ", ".join(f"”{choice}”" for choice in problem.choices)
        if isinstance(said, str):
            return f"”{said}” kan inte stå här", did_you_mean(said, problem.choices, f"Det kan vara {words}.")
        return "Här ska stå ett ord", f"Det kan vara {words}."
    return _SENTENCES.get(problem.fault, ("Värdet går inte att tolka", ""))


def keys_at(model: type[Declared], path: Path) -> tuple[str, ...]:
    """Return the keys that may stand at the path."""
    here: Any = model
    for step in path:
        here = _step(_bare(here), step)
    here = _bare(here)
    return tuple(k.key for k in keys_of(here)) if _is_mapping(here) else ()


def _bare(kind: Any) -> Any:
    """Return the type without what is said about it, and without that it may be left out."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if NoneType in get_args(kind):
        return _bare(next(k for k in get_args(kind) if k is not NoneType))
    return kind


def _step(kind: Any, step: str | int) -> Any:
    if _is_mapping(kind):
        return next((k.kind for k in keys_of(kind) if k.key == step), None)
    inner = get_args(kind)
    return (inner[0] if isinstance(step, int) else inner[-1]) if inner else None


def _is_mapping(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Declared)
