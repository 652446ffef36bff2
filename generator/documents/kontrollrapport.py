"""Kontrollrapport: what the checks say of the content, for politicians and auditors.

Not an author's document: it is printed of the findings of one day (``styrdok check --report``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.checks.catalogue import explanations
from generator.diagnostics import Diagnostic, Position, Severity
from generator.documents.facts import day_of, model_in_words
from generator.documents.kind import Form
from generator.documents.view import BeslutVy, DokumentVy, View
from generator.domain.datum import Datum
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organisation
from generator.domain.wording import organ_name, upper_first

MOST = 50
"""Findings of one code in one document that are printed; the rest is counted. Nobody reads more on paper."""

_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class FyndVy:
    """A finding: how grave (a word), what is wrong, where, the remedy. The last four of one accepted."""

    allvar: str
    kod: str
    text: str
    plats: str
    atgard: str
    skal: str
    datum: Datum | None
    godtaget_av: str
    till: Datum | None


@dataclass(frozen=True, slots=True)
class FyndgruppVy:
    """The findings of one code in a document: what it means, why that matters, how many are not shown."""

    kod: str
    rubrik: str
    betydelse: str
    fynd: tuple[FyndVy, ...]
    fler: int


@dataclass(frozen=True, slots=True)
class GranskningVy:
    """What is found in a document, or in what all documents share: in numbers, by code, and accepted."""

    titel: str
    organ: str
    stadium: str
    fel: int
    varningar: int
    noteringar: int
    godtagna: int
    grupper: tuple[FyndgruppVy, ...]
    godtagna_fynd: tuple[FyndVy, ...]


@dataclass(frozen=True, slots=True)
class KontrollrapportVy(View):
    """What the template of a kontrollrapport can print."""

    dag: Datum
    sammanfattning: str
    urval: str
    granskningar: tuple[GranskningVy, ...]


FORM = Form(
    "kontrollrapport",
    "kontrollrapport.docx",
    KontrollrapportVy,
    (
        "DokumentVy.markning",
        "KontrollrapportVy.dag",
        "KontrollrapportVy.sammanfattning",
        "KontrollrapportVy.urval",
        "GranskningVy.titel",
        "GranskningVy.fel",
        "GranskningVy.varningar",
        "GranskningVy.noteringar",
        "GranskningVy.godtagna",
        "FyndgruppVy.rubrik",
        "FyndgruppVy.betydelse",
        "FyndgruppVy.fler",
        "FyndVy.allvar",
        "FyndVy.text",
        "FyndVy.plats",
        "FyndVy.atgard",
        "FyndVy.skal",
        "FyndVy.datum",
    ),
)


def report(
    korpus: Korpus, known: Sequence[str], found: Sequence[Diagnostic], dag: date, urval: str = ""
) -> KontrollrapportVy:
    """Return the view of what was found on a day.

    ``known`` are the ids of all documents that are there; ``urval`` tells in words which codes are meant.
    """
    by_document: dict[str, list[Diagnostic]] = {"": [], **{id_: [] for id_ in known}}
    for diagnostic in found:
        by_document[_owner(diagnostic.position, known)].append(diagnostic)
    shared = by_document.pop("")
    reviews = [_review(korpus, "", shared)] if shared else []
    reviews += [_review(korpus, id_, of_it) for id_, of_it in by_document.items()]
    return KontrollrapportVy(
        dokument=_facts(korpus.organisation, dag),
        styrmodell=model_in_words(korpus.styrmodell),
        kapitel_fore=(),
        noder=(),
        rotnoder=(),
        kapitel_efter=(),
        indikatorgrupper=(),
        dag=Datum(dag),
        sammanfattning=_summary(found, len(known)),
        urval=urval,
        granskningar=tuple(reviews),
    )


def _owner(place: Position, known: Iterable[str]) -> str:
    """Return the id of the document that a place lies in; nothing for what all share."""
    return max((id_ for id_ in known if place.file.startswith(f"{id_}/")), key=len, default="")


def _review(korpus: Korpus, id_: str, found: Sequence[Diagnostic]) -> GranskningVy:
    dokument = korpus.dokument.get(id_)
    open_ = [d for d in found if d.accepted is None]
    counts = Counter(d.severity for d in open_)
    return GranskningVy(
        _title(id_, dokument),
        organ_name(dokument.organ, korpus.organisation, day_of(dokument)) if dokument else "",
        upper_first(dokument.stadium.value) if dokument else "",
        counts[Severity.ERROR],
        counts[Severity.WARNING],
        counts[Severity.NOTE],
        len(found) - len(open_),
        tuple(_groups(id_, open_)),
        tuple(_finding(id_, d) for d in found if d.accepted is not None),
    )


def _title(id_: str, dokument: Dokument | None) -> str:
    if not id_:
        return "Gemensamt innehåll"
    return dokument.titel if dokument else id_


def _groups(id_: str, found: Sequence[Diagnostic]) -> Iterator[FyndgruppVy]:
    """Yield the findings code by code, the gravest first."""
    by_code: dict[str, list[Diagnostic]] = {}
    for diagnostic in sorted(found, key=lambda d: _ORDER[d.severity]):
        by_code.setdefault(diagnostic.code, []).append(diagnostic)
    known = explanations()
    for code, members in by_code.items():
        said = known.get(code)
        shown = tuple(_finding(id_, d) for d in members[:MOST])
        title = said.title.removesuffix(".") if said else f"Kontrollen {code}"
        why = upper_first(said.why) if said else ""
        yield FyndgruppVy(code, title, why, shown, len(members) - len(shown))


def _finding(id_: str, found: Diagnostic) -> FyndVy:
    reason = found.accepted
    return FyndVy(
        upper_first(found.severity.word),
        found.code,
        f"{found.message}.",
        _place(id_, found.position),
        found.hint,
        reason.reason if reason else "",
        Datum(reason.day) if reason else None,
        reason.by if reason else "",
        Datum(reason.until) if reason and reason.until else None,
    )


def _place(id_: str, place: Position) -> str:
    """Return the place in words: ”5-budget.md, rad 24”, told from the document's folder."""
    file = place.file.removeprefix(f"{id_}/") if id_ else place.file
    if place.sheet:
        return str(Position(file, place.line, place.column, place.sheet))
    return f"{file}, rad {place.line}" if place.line else file


def _summary(found: Sequence[Diagnostic], documents: int) -> str:
    open_ = [d for d in found if d.accepted is None]
    accepted = len(found) - len(open_)
    counts = Counter(d.severity for d in open_)
    where = "ett dokument" if documents == 1 else f"{documents} dokument"
    if not open_:
        said = f"Kontrollen av {where} gav inget att anmärka på."
    else:
        listed = _listed([_number(counts[s], *words) for s, words in _WORDS.items() if counts[s]])
        said = f"Kontrollen av {where} gav {listed}."
    if accepted:
        one = "Ett fynd har godtagits" if accepted == 1 else f"{accepted} fynd har godtagits"
        said += f" {one}, med skäl och dag."
    return said


_WORDS: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("ett fel", "fel"),
    Severity.WARNING: ("en varning", "varningar"),
    Severity.NOTE: ("en notering", "noteringar"),
}


def _number(number: int, one: str, many: str) -> str:
    return one if number == 1 else f"{number} {many}"


def _listed(words: Sequence[str]) -> str:
    return " och ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _facts(organisation: Organisation, dag: date) -> DokumentVy:
    """Return what the cover, the header and the footer say."""
    return DokumentVy(
        id="kontrollrapport",
        slag="kontrollrapport",
        titel="Kontrollrapport",
        undertitel="Vad kontrollen av styrdokumenten visar",
        organisation=organisation.namn,
        organ=organisation.namn,
        organ_id="",
        period=str(dag.year),
        stadium="Underlag",
        beslutat=False,
        version="",
        datum=Datum(dag),
        diarienummer="",
        ansvarig="",
        beslut=BeslutVy(),
        markning=organisation.markning,
        overordnat="",
        overordnat_organ="",
        foljer_upp="",
        ansvarig_for_ataganden="",
        sprak=organisation.sprak,
        avsandare="",
        undertecknas="",
    )
