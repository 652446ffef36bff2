"""Freezing a document: built fresh from the content, checked, and put into the archive with the decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator import __version__
from generator.build.arkiv.compared import is_same
from generator.build.arkiv.intact import problems
from generator.build.arkiv.obstacles import (
    concerning,
    errors_among,
    stop_if_no_reason,
    stop_if_taken,
    stop_if_to_come,
    stop_if_unreadable,
    stop_if_working_material,
    stop_if_wrong,
)
from generator.build.arkiv.records import (
    DOCUMENT,
    FORMAT,
    PAGES,
    POSTER,
    TEMPLATE,
    VIEW,
    Beslutspost,
    Fattat,
    Fynd,
    Posterna,
    Sidor,
    written,
)
from generator.build.arkiv.rules import (
    Given,
    called,
    stop_if_contradicted,
    stop_if_decision_repeats,
    stop_if_disordered,
)
from generator.build.arkiv.store import Archive, Frozen
from generator.build.arkiv.writing import enter, write_version
from generator.build.engine import engine_version
from generator.build.files import file_name
from generator.build.inspection import inspect
from generator.build.making import Made, make
from generator.build.selection import Wanted, as_id, select
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic, Severity, StyrdokError
from generator.documents.archive import as_json, content_hash, view_format
from generator.documents.kind import kinds
from generator.documents.poster import poster_of, without_stage
from generator.documents.view import View
from generator.domain.arkiv import Fryssteg
from generator.domain.datum import format_date
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.render.pages import find_libreoffice
from generator.render.template import Template

Tell = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and of how many."""
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Freezing:
    """What is to be frozen, at which step, by whom, and the reasons: of a rättelse, to go past an error."""

    document: str
    steg: Fryssteg
    given: Given = Given()
    skal: str = ""
    trots: str = ""
    av: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """The frozen version, whether it was frozen already, and what else there is to say."""

    frozen: Frozen
    already: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Case:
    """What one freezing knows; ``passed`` is what was passed with a reason."""

    workspace: Workspace
    wanted: Freezing
    now: datetime
    archive: Archive
    korpus: Korpus
    dokument: Dokument
    frozen: Sequence[Frozen]
    passed: list[str] = field(default_factory=list)

    def unless_passed(self, stop: Callable[[], None]) -> None:
        """Let what stops the freezing be passed when there is a reason for it."""
        try:
            stop()
        except StyrdokError as problem:
            if not self.wanted.trots:
                raise
            self.passed.append(problem.message)


def freeze(workspace: Workspace, wanted: Freezing, now: datetime, tell: Tell) -> Done:
    """Freeze it and return what came of it.

    Raises StyrdokError, with nothing written, when the document cannot be frozen at this step, does not say
    of itself what the step asks for, or has an error and no reason to go past it was given.
    """
    tell("läser innehållet", 0, _STEPS)
    korpus, found, known = inspect(workspace)
    if korpus is None:
        raise StyrdokError(
            "Innehållet kan inte läsas",
            "Rätta organisation.yaml och styrmodell.yaml: styrdok check visar felen.",
        )
    dokument = _document(korpus, known, wanted.document)
    archive = Archive(workspace)
    case = _Case(workspace, wanted, now, archive, korpus, dokument, archive.versions(dokument.id))
    archive.read_index()
    stop_if_working_material(dokument)
    tell("sätter samman dokumentet", 1, _STEPS)
    view = _view(korpus, dokument)
    again = _frozen_already(case, view)
    if again is not None:
        return again
    stop_if_no_reason(wanted.steg, wanted.skal)
    fattat = stop_if_contradicted(wanted.steg, wanted.given, dokument, korpus.organisation, case.frozen)
    concerned = concerning(korpus, known, found, dokument)
    stop_if_unreadable(concerned)
    case.unless_passed(lambda: stop_if_disordered(wanted.steg, case.frozen, dokument))
    case.unless_passed(lambda: stop_if_decision_repeats(wanted.steg, fattat, case.frozen))
    case.unless_passed(lambda: stop_if_to_come(fattat, wanted.steg, now.date()))
    stop_if_taken(case.frozen, wanted.steg, dokument)
    case.unless_passed(lambda: stop_if_wrong(concerned, dokument))
    return _written(case, view, fattat, concerned, tell)


def _written(case: _Case, view: View, fattat: Fattat, found: Sequence[Diagnostic], tell: Tell) -> Done:
    tell("skriver dokumentet", 2, _STEPS)
    template = Template.read(case.workspace.template(kinds()[case.dokument.slag].template))
    made = make(view, template, find_libreoffice())
    tell("lägger i arkivet", 3, _STEPS)
    row = write_version(
        case.archive, _record(case, view, template, made, fattat, found), _files(view, template, made)
    )
    return Done(case.archive.frozen(row), remarks=tuple(_remarks(case, made)))


def _record(
    case: _Case, view: View, template: Template, made: Made, fattat: Fattat, found: Sequence[Diagnostic]
) -> Beslutspost:
    wanted, dokument, errors = case.wanted, case.dokument, errors_among(found)
    open_ = [d for d in found if d.accepted is None]
    return Beslutspost(
        format=FORMAT,
        dokument=dokument.id,
        titel=dokument.titel,
        slag=dokument.slag,
        version=" ".join(dokument.version.split()),
        steg=wanted.steg,
        stadium=dokument.stadium.value,
        beslut=fattat,
        diarienummer=dokument.diarienummer,
        fryst=case.now,
        av=wanted.av,
        skal=wanted.skal,
        trots=wanted.trots if case.passed else "",
        forbi=tuple(case.passed),
        program=f"styrdok {__version__}",
        motor=engine_version(),
        mall=template.name,
        sidnummer=made.pages is not None,
        innehallskod=content_hash(view),
        textkod=content_hash(without_stage(view)),
        vyformat=view_format(view),
        filer={},
        fel=tuple(Fynd(d.code, str(d.position), d.message) for d in errors),
        varningar=sum(d.severity is Severity.WARNING for d in open_),
        noteringar=sum(d.severity is Severity.NOTE for d in open_),
        godtagna=len(found) - len(open_),
        foregaende=case.frozen[-1].row.summa if case.frozen else "",
    )


def _files(view: View, template: Template, made: Made) -> dict[str, bytes]:
    files = {
        DOCUMENT: made.data,
        TEMPLATE: template.data,
        VIEW: as_json(view).encode("utf-8"),
        POSTER: written(Posterna(poster=poster_of(view))),
    }
    return files | ({PAGES: written(Sidor(sidor=made.pages))} if made.pages is not None else {})


def _remarks(case: _Case, made: Made) -> Iterator[str]:
    """Yield what else the one who freezes should know."""
    if case.passed:
        yield f"Fryst trots detta, med skälet ”{case.wanted.trots}”: {'; '.join(case.passed)}."
    elif case.wanted.trots:
        yield "Det fanns inget att frysa trots; skälet är inte antecknat."
    last = max((row.fryst for row in case.archive.rows), default=None)
    if last is not None and last > case.now:
        yield (
            f"Datorns klocka visar {_moment(case.now)}, men den senaste frysningen gjordes {_moment(last)}."
            " Versionernas ordning påverkas inte."
        )
    if case.wanted.steg is Fryssteg.BESLUTAD and not case.frozen:
        yield "Det som skickades ut till sammanträdet är inte fryst."
    if made.pages is None:
        yield (
            "Sidorna är inte räknade (LibreOffice behövs): innehållsförteckningen har länkar men inga"
            " sidnummer."
        )
    there = case.workspace.output / file_name(case.dokument.id)
    if there.is_file() and not _holds(there, made.data):
        yield (
            f"Filen {there.name} i {there.parent.name} är en annan än den frysta;"
            " styrdok build lägger den frysta där."
        )
    if not case.wanted.av:
        yield "Det står inte vem som fryste. Nästa gång går det att säga med --av ROLL."


def _holds(path: Path, data: bytes) -> bool:
    """Tell whether a file has these bytes; one that cannot be read now has others."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _moment(moment: datetime) -> str:
    return f"{format_date(moment.date())} klockan {moment:%H.%M}"


def _document(korpus: Korpus, known: Sequence[str], name: str) -> Dokument:
    meant = select(korpus, known, Wanted((name,)))
    exact = [id_ for id_ in meant if id_ == as_id(name)] or list(meant)
    if len(exact) > 1:
        raise StyrdokError(f"”{name}” är flera dokument", f"Skriv ett av dem: {', '.join(exact)}.")
    dokument = korpus.dokument.get(exact[0])
    if dokument is None:
        hint = "Styrdok check visar felen i dokument.yaml."
        raise StyrdokError(f"Dokumentet {exact[0]} kan inte läsas", hint)
    return dokument


def _view(korpus: Korpus, dokument: Dokument) -> View:
    kind = kinds().get(dokument.slag)
    if kind is None:
        raise StyrdokError(f"Det finns inget dokumentslag ”{dokument.slag}”", position=dokument.place("slag"))
    return kind.build(korpus, dokument)


def _frozen_already(case: _Case, view: View) -> Done | None:
    """Return the version that is the same at the same step; one that the list had lost is entered again."""
    for frozen in reversed(case.frozen):
        if frozen.steg is case.wanted.steg and frozen.is_there and is_same(frozen, view):
            if frozen.row in case.archive.index.versioner or next(problems(frozen), None):
                return Done(frozen, already=True)
            enter(case.archive, frozen.row)
            name = called(frozen).capitalize()
            said = f"{name} låg i arkivet utan att stå i förteckningen; nu står den där."
            return Done(frozen, already=True, remarks=(said,))
    return None
