"""Building: content → views → documents → files. One failure stops nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.engine import engine_version
from generator.build.errors_by_document import Blocked, errors_by_document
from generator.build.files import checksum, file_name, keep_aside, sweep, write_whole
from generator.build.inspection import inspect
from generator.build.manifest import Entry, Manifest
from generator.build.pages_kept import KeptPages, keep_pages, of_items
from generator.build.properties import properties_of
from generator.build.results import Outcome, Report, Result
from generator.build.selection import Wanted, select
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic, StyrdokError
from generator.documents.archive import content_hash
from generator.documents.kind import Kind, kinds
from generator.documents.view import View
from generator.domain.korpus import Korpus
from generator.ooxml.caches import PAGE_COUNT
from generator.render.pages import StandIn, convert_to_pdf, find_libreoffice, page_map
from generator.render.template import Filled, Template

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build."""

    force: bool = False
    dry_run: bool = False


@dataclass(slots=True)
class _Job:
    """A document on its way: view, its hash and template; filled in; the file before its pages are known."""

    id: str
    title: str
    view: View
    code: str
    template: Template
    key: str
    path: Path
    filled: Filled | None = None
    first: bytes = b""


@dataclass(slots=True)
class _Run:
    """What one build knows."""

    workspace: Workspace
    options: Options
    progress: Progress
    manifest: Manifest
    soffice: Path | None
    rivals: Mapping[str, str]
    results: dict[str, Result] = field(default_factory=dict)
    templates: dict[Path, Template] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    counted: dict[str, KeptPages] = field(default_factory=dict)
    done: int = 0
    steps: int = 0

    def tell(self, doing: str) -> None:
        """Say what is being done now."""
        self.progress(doing, self.done, self.steps)


def build(workspace: Workspace, wanted: Wanted, options: Options, progress: Progress) -> Report:
    """Build what is wanted and return what became of it. Raises StyrdokError when nothing can be begun."""
    if workspace.output.exists() and not workspace.output.is_dir():
        raise StyrdokError(f"{workspace.output} är en fil, inte en mapp", "Välj en mapp efter --output.")
    progress("läser innehållet", 0, 1)
    korpus, diagnostics, known = inspect(workspace)
    if korpus is None:
        found = tuple(
            Result(i, i, Outcome.SKIPPED, reason="organisation eller styrmodell har fel") for i in known
        )
        return Report(found, diagnostics)
    ids = select(korpus, known, wanted)
    blocked = errors_by_document(korpus, known, diagnostics)
    sweep(workspace.output)
    run = _Run(workspace, options, progress, Manifest(workspace.output), find_libreoffice(), _rivals(known))
    jobs = [job for id_ in ids if (job := _prepared(run, korpus, id_, blocked)) is not None]
    _carry_out(run, jobs)
    return Report(tuple(run.results[id_] for id_ in ids), diagnostics, tuple(run.remarks))


def _rivals(known: Sequence[str]) -> dict[str, str]:
    """Return a document whose file has the same name, for each that there is one: ``a/b`` and ``a-b``."""
    names = [file_name(id_).casefold() for id_ in known]
    return {
        id_: other
        for id_, name in zip(known, names, strict=True)
        for other, its in zip(known, names, strict=True)
        if name == its and id_ != other
    }


def _stop_if_rivalled(run: _Run, id_: str) -> None:
    if id_ in run.rivals:
        message = f"Filen skulle heta {file_name(id_)}, men så heter filen för {run.rivals[id_]}"
        raise StyrdokError(message, "Byt namn på den ena mappen.")


def _prepared(run: _Run, korpus: Korpus, id_: str, blocked: Blocked) -> _Job | None:
    """Return the job, or note why there is none to do."""
    dokument = korpus.dokument.get(id_)
    title = dokument.titel if dokument else id_
    errors = blocked.get(id_, ())
    if dokument is None or errors:
        run.results[id_] = Result(id_, title, Outcome.SKIPPED, reason=_why_skipped(errors))
        return None
    try:
        _stop_if_rivalled(run, id_)
        kind = kinds()[dokument.slag]
        template = _template(run, kind)
        view = kind.build(korpus, dokument)
        code = content_hash(view)
        key = _key(code, template, run.soffice)
        job = _Job(id_, title, view, code, template, key, run.workspace.output / file_name(id_))
        return job if _is_due(run, job) else None
    except StyrdokError as problem:
        run.results[id_] = Result(id_, title, Outcome.FAILED, reason=problem.message, hint=problem.hint)
        return None


def _why_skipped(errors: Sequence[Diagnostic]) -> str:
    if not errors:
        return "dokument.yaml har fel"
    first, more = errors[0], len(errors) - 1
    return f"{first.position}: {first.message}" + (f" (och {more} fel till)" if more else "")


def _template(run: _Run, kind: Kind) -> Template:
    """Return the kind's template, read and compiled once in a run."""
    path = run.workspace.template(kind.template)
    if path not in run.templates:
        run.templates[path] = Template.read(path)
    return run.templates[path]


def _key(code: str, template: Template, soffice: Path | None) -> str:
    pages = "sidnummer" if soffice else "utan sidnummer"
    parts = (code, template.checksum, pages, engine_version())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _is_due(run: _Run, job: _Job) -> bool:
    """Tell whether there is something to do. Raises StyrdokError when the template is broken."""
    entry = run.manifest.get(job.id)
    if not run.options.force and entry is not None and entry.key == job.key and _untouched(job.path, entry):
        run.results[job.id] = Result(job.id, job.title, Outcome.UNCHANGED, job.path, pages=entry.pages)
        return False
    _ = job.template.compiled  # only now: a template whose documents are all built is not even opened
    if run.options.dry_run:
        run.results[job.id] = Result(job.id, job.title, Outcome.PLANNED, job.path)
        return False
    return True


def _untouched(path: Path, entry: Entry) -> bool:
    try:
        return checksum(path.read_bytes()) == entry.checksum
    except OSError:
        return False


def _carry_out(run: _Run, jobs: list[_Job]) -> None:
    """Render all, let LibreOffice lay all of them out in one go, and write each with its page numbers."""
    run.steps = 3 * len(jobs)
    rendered = [job for job in jobs if _rendered_first(run, job)]
    layouts = _layouts(run, rendered)
    run.done += len(rendered)
    for job in rendered:
        _written(run, job, layouts.get(job.id))
        run.done += 1
    keep_pages(run.workspace.output, run.counted)


def _rendered_first(run: _Run, job: _Job) -> bool:
    run.tell(f"skriver {job.title}")
    try:
        job.filled = job.template.fill(job.view, properties_of(job.view, job.code))
        job.first = job.filled.finish(StandIn() if run.soffice else None)
    except StyrdokError as problem:
        run.results[job.id] = Result(
            job.id, job.title, Outcome.FAILED, reason=problem.message, hint=problem.hint
        )
        run.done += 3
        return False
    run.done += 1
    return True


def _layouts(run: _Run, jobs: Sequence[_Job]) -> Mapping[str, Mapping[str, int]]:
    """Return the page maps of the documents that could be laid out; that others could not is said once."""
    if not jobs:
        return {}
    if run.soffice is None:
        run.remarks.append(
            "LibreOffice finns inte här: innehållsförteckningarna får länkar men inga sidnummer."
        )
        return {}
    run.tell("räknar sidor")
    made = convert_to_pdf({job.id: job.first for job in jobs}, run.soffice)
    layouts = {id_: pages for id_, pdf in made.items() if (pages := page_map(pdf))}
    lost = [job.title for job in jobs if job.id not in layouts]
    if lost:
        run.remarks.append(f"LibreOffice kunde inte räkna sidorna i {', '.join(lost)}; där saknas sidnummer.")
    return layouts


def _written(run: _Run, job: _Job, layout: Mapping[str, int] | None) -> None:
    """Write the file. One without page numbers is remembered as such, so that the next run tries again."""
    run.tell(f"sparar {job.title}")
    try:
        data = job.first
        if run.soffice and job.filled:
            data = job.filled.finish(layout)
        aside = _keep_what_a_person_changed(run, job, data)
        write_whole(job.path, data)
        pages = layout[PAGE_COUNT] if layout else 0
        key = job.key if layout else _key(job.code, job.template, None)
        run.manifest.put(job.id, Entry(job.path.name, key, checksum(data), pages))
        if layout:
            run.counted[job.id] = KeptPages(checksum(data), of_items(layout))
    except StyrdokError as problem:
        run.results[job.id] = Result(
            job.id, job.title, Outcome.FAILED, reason=problem.message, hint=problem.hint
        )
        return
    kept = f"den tidigare filen var ändrad för hand och finns kvar som {aside.name}" if aside else ""
    run.results[job.id] = Result(job.id, job.title, Outcome.BUILT, job.path, reason=kept, pages=pages)


def _keep_what_a_person_changed(run: _Run, job: _Job, data: bytes) -> Path | None:
    """Put the old file aside when it is not what was built last, so that nobody's work is lost."""
    try:
        old = job.path.read_bytes()
    except OSError:
        return None
    entry = run.manifest.get(job.id)
    if old == data or (entry is not None and checksum(old) == entry.checksum):
        return None
    return keep_aside(job.path)
