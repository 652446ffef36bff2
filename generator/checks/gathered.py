"""One finding for many of a kind: a table that lacks a column is one matter, not twenty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.checks.indicators import Held
from generator.checks.wording import several
from generator.diagnostics import Diagnostic, Severity

MOST = 3
"""How many of a kind in one document are told each by itself."""


def by_source(
    found: Iterable[Held],
    code: str,
    said: Callable[[str, int], str],
    hint: str,
    severity: Callable[[Held], Severity],
    most: int = MOST,
) -> Iterator[Diagnostic]:
    """Yield a finding for each indikator, or one for a document's whole when they are many.

    ``said`` words the message from the name or names, quoted, and their number; ``most`` is how many are
    still told each by itself.
    """
    sources: dict[str, list[Held]] = {}
    for each in found:
        sources.setdefault(each.source.id if each.source else "", []).append(each)
    for group in sources.values():
        together = [group] if len(group) > most else [[each] for each in group]
        for some in together:
            first = some[0]
            names = several([str(each.indikator.namn) or each.indikator.id for each in some], 3)
            ids = tuple(each.indikator.id for each in some)
            message = said(names, len(some))
            yield Diagnostic(code, message, first.indikator.position, hint, severity(first), ids)
