"""termer.yaml → the organisation's list of words."""

from __future__ import annotations

from generator.content.files import read_file
from generator.content.findings import Findings
from generator.content.folders import Folder
from generator.content.models import TermerRecord
from generator.content.yaml_tree import Tree
from generator.domain.organisation import fold
from generator.domain.termer import Term

FILE = "termer.yaml"


def read_terms(top: Folder, findings: Findings) -> tuple[Term, ...]:
    """Return the words of the list; none when there is no list. A word that stands twice is noted (S004)."""
    found = read_file(top, FILE, TermerRecord, findings) if top.file(FILE) is not None else None
    if found is None:
        return ()
    record, tree = found
    terms = tuple(
        Term(t.ord, t.skriv, t.undantag, t.fran, t.notering, tree.place(("termer", n, "ord")))
        for n, t in enumerate(record.termer)
    )
    _check_doubles(terms, tree, findings)
    return terms


def _check_doubles(terms: tuple[Term, ...], tree: Tree, findings: Findings) -> None:
    seen: dict[str, Term] = {}
    for number, term in enumerate(terms):
        for form in term.ord:
            other = seen.setdefault(fold(form), term)
            if other is not term:
                message = f"”{form}” står redan på rad {other.position.line}"
                place = tree.place(("termer", number, "ord"))
                findings.error("S004", message, place, "Behåll det ena.")
            if form.rstrip("*") == "" or "*" in form[:-1]:
                hint = "Skriv början av ordet och sedan stjärnan: landsting*."
                message = f"”{form}” går inte att söka efter; stjärnan står bara sist"
                findings.error("S003", message, term.position, hint)
