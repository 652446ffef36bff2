"""The röd tråd of an organisation in the form that is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.build.places import places
from generator.build.workspace import Workspace
from generator.content import Reading, read_corpus
from generator.diagnostics import Severity, StyrdokError
from generator.documents.kind import kinds
from generator.documents.reserved import reserved_names
from generator.domain.korpus import Korpus
from generator.domain.matris import Matris, matris, years
from generator.domain.rod_trad import RodTrad
from generator.trace.finding import find_item
from generator.trace.thread import Trad, thread


@dataclass(frozen=True, slots=True)
class Traced:
    """What is asked for: an item by a reference (empty: the matrix), in which form, of which year."""

    reference: str = ""
    form: str = "text"
    year: int | None = None


def traced(workspace: Workspace, wanted: Traced) -> bytes:
    """Return the trace or the matrix in the form asked for, UTF-8 when it is text.

    Raises StyrdokError when the content cannot be read, or there is no such item or year.
    """
    korpus = readable_corpus(read_corpus(workspace.content, tuple(kinds()), reserved_names()))
    trad = RodTrad(korpus)
    if wanted.reference:
        item = find_item(korpus, wanted.reference)
        found = thread(trad, item, places(workspace, item.id, trad.dokument_med(item)))
        return _thread_in(wanted.form, found, korpus)
    return _matrix_in(wanted, trad)


def readable_corpus(reading: Reading) -> Korpus:
    """Return the corpus. Raises StyrdokError when organisation or styrmodell cannot be read."""
    if reading.korpus is None:
        grave = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
        hint = "Kör styrdok check och rätta felen först."
        if not grave:
            raise StyrdokError("Innehållet kan inte läsas", hint)
        raise StyrdokError(grave[0].message, hint, grave[0].position)
    return reading.korpus


def _thread_in(form: str, trad: Trad, korpus: Korpus) -> bytes:
    if form == "json":
        from generator.trace.data import as_json, thread_data

        return as_json(thread_data(trad, korpus)).encode("utf-8")
    if form == "html":
        from generator.trace.as_html import thread_as_html

        return thread_as_html(trad, korpus).encode("utf-8")
    if form == "xlsx":
        from generator.trace.as_xlsx import thread_as_xlsx

        return thread_as_xlsx(trad, korpus)
    from generator.trace.as_text import thread_as_text

    return thread_as_text(trad).encode("utf-8")


def _matrix_in(wanted: Traced, trad: RodTrad) -> bytes:
    korpus, found = trad.korpus, _matrix(trad, wanted.year)
    if wanted.form == "json":
        from generator.trace.data import as_json, manifest_data

        return as_json(manifest_data(korpus, found)).encode("utf-8")
    if found is None:
        hint = "En plan har ”organ: …” för en nämnd och ”bygger på: …” för den plan vars mål den svarar på."
        raise StyrdokError("Ingen nämnd har en plan här", hint)
    if wanted.form == "html":
        from generator.trace.as_html import matrix_as_html

        return matrix_as_html(found, korpus).encode("utf-8")
    if wanted.form == "xlsx":
        from generator.trace.as_xlsx import matrix_as_xlsx

        return matrix_as_xlsx(found, korpus)
    from generator.trace.as_text import matrix_as_text

    return matrix_as_text(found, korpus.organisation).encode("utf-8")


def _matrix(trad: RodTrad, year: int | None) -> Matris | None:
    """Return the matrix of a year, else of the latest; None when there are no plans at all."""
    known = years(trad.korpus)
    if year is None:
        return matris(trad, known[-1]) if known else None
    found = matris(trad, year)
    if not found.namnder:
        said = f"Det finns planer för {', '.join(map(str, known))}." if known else ""
        raise StyrdokError(f"Ingen nämnd har en plan för {year}", said)
    return found
