"""Finds the checks and runs them; a check that breaks becomes a finding of its own."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.diagnostics.values import dataclass
from generator.domain.korpus import Korpus

_NAME = re.compile(r"([a-z]\d{3})_\w+")


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its code, what it is for, and the function that looks."""

    code: str
    documentation: str
    look: Callable[[Korpus], Iterable[Diagnostic]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Return the checks in the order of their codes."""
    package = importlib.import_module("generator.checks")
    found = []
    for module in pkgutil.iter_modules(package.__path__):
        name = _NAME.fullmatch(module.name)
        if name:
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            found.append(Check(name[1].upper(), loaded.__doc__ or "", loaded.check))
    return tuple(sorted(found, key=lambda c: c.code))


def run_checks(korpus: Korpus) -> tuple[Diagnostic, ...]:
    """Return what all checks find, sorted by place.

    What another organisation has decided is its own to check: nothing in its röd tråd is found fault with.
    """
    found = (d for check in all_checks() for d in _findings(check, korpus))
    return sort_diagnostics(d for d in found if d.position.file not in korpus.ovan.filer)


def _findings(check: Check, korpus: Korpus) -> Iterator[Diagnostic]:
    try:
        yield from check.look(korpus)
    except Exception as problem:  # noqa: BLE001  # whatever breaks in one check must not hide the others
        said = f"{type(problem).__name__}: {problem}"
        hint = "Det är ett fel i programmet, inte i innehållet. Skicka meddelandet till den som sköter det."
        yield Diagnostic(check.code, f"Kontrollen {check.code} kunde inte köras ({said})", hint=hint)
