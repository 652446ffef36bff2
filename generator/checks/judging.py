"""What an organisation has decided, laid over what was found: severity per code, accepted findings.

The checks know nothing of it. What keeps content from being read stays an error whatever anybody decides: the
document would lack something without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.checks.accepting import accepted
from generator.checks.catalogue import explanations
from generator.diagnostics import Diagnostic, Severity, did_you_mean, sort_diagnostics
from generator.domain.kontroller import Kontrollval
from generator.domain.korpus import Korpus

_SETTABLE_TOO = ("S006", "S008")
"""Codes without a check whose findings never keep content from being read."""
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def judged(
    korpus: Korpus, read: Iterable[Diagnostic], checked: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return what reading and the checks have found, as the organisation judges it, sorted by place."""
    choices = korpus.organisation.kontroller
    read = tuple(read)
    fixed = [d for d in read if d.severity is Severity.ERROR]
    loose = (*(d for d in read if d.severity is not Severity.ERROR), *checked)
    graded = sort_diagnostics(_graded(loose, choices))
    found, remarks = accepted(graded, fixed, korpus)
    return sort_diagnostics((*fixed, *found, *_graded(remarks, choices), *_wrong(choices)))


def _graded(found: Iterable[Diagnostic], choices: Sequence[Kontrollval]) -> Iterator[Diagnostic]:
    grades = {c.kod: c.grad for c in choices if _is_settable(c.kod)}
    for diagnostic in found:
        grade = grades.get(diagnostic.code, diagnostic.severity)
        if grade is not None and not diagnostic.position.file:
            grade = diagnostic.severity  # the check itself has broken, which is no matter of judgement
        if grade is not None and diagnostic.mild:
            grade = max(grade, diagnostic.severity, key=_RANK.__getitem__)
        if grade is diagnostic.severity:
            yield diagnostic
        elif grade is not None:
            yield replace(diagnostic, severity=grade)


def settable() -> dict[str, str]:
    """Return the codes whose gravity an organisation can set, with what each means."""
    return {code: known.title for code, known in explanations().items() if _is_settable(code)}


def _is_settable(code: str) -> bool:
    known = explanations().get(code)
    return code in _SETTABLE_TOO or (known is not None and known.is_check)


def _wrong(choices: Sequence[Kontrollval]) -> Iterator[Diagnostic]:
    for choice in choices:
        if choice.kod not in explanations():
            hint = did_you_mean(choice.kod, explanations(), "Koderna visas av styrdok explain.")
            yield Diagnostic("S003", f"Det finns ingen kontroll ”{choice.kod}”", choice.position, hint)
        elif not _is_settable(choice.kod):
            message = f"Hur allvarligt {choice.kod} är kan inte ställas om"
            hint = "Ta bort raden. Utan det som inte går att läsa skulle dokumentet sakna innehåll."
            if choice.kod.startswith("D"):
                hint = "Ta bort raden. Koden gäller mallar, som granskas av styrdok templates check."
            yield Diagnostic("S003", message, choice.position, hint)
