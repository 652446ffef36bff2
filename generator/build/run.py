"""Building: content → views → documents → files. One failure stops nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.arkiv.delivery import DELIVERED, deliver, reminded
from generator.build.editions import Edition, editions, rivals
from generator.build.engine import engine_version
from generator.build.files import checksum, sweep, write_whole
from generator.build.inspection import inspect_all
from generator.build.kept import by_hand_in_words, is_untouched, keep_what_a_person_changed
from generator.build.manifest import Entry, Manifest
from generator.build.pages_kept import KeptPages, keep_pages, of_items
from generator.build.properties import properties_of
from generator.build.results import Outcome, Report, Result
from generator.build.selection import Wanted
from generator.build.workspace import Workspace
from generator.diagnostics import StyrdokError
from generator.documents.archive import content_hash
from generator.documents.kind import Kind, kinds
from generator.documents.view import View
from generator.domain.arkiv import Arkiverat
from generator.ooxml.caches import PAGE_COUNT
from generator.render.pages import StandIn, find_libreoffice, page_maps
from generator.render.template import Filled, Template

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build; ``proposals`` tells whether proposals to change documents are built too."""

    force: bool = False
    dry_run: bool = False
    proposals: bool = True


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
    found_all = inspect_all(workspace)
    korpus, diagnostics, known = found_all.korpus, found_all.everything(), found_all.documents
    if korpus is None:
        found = tuple(
            Result(i, i, Outcome.SKIPPED, reason="organisation eller styrmodell har fel") for i in known
        )
        return Report(found, diagnostics)
    all_ = editions(found_all, korpus, wanted, proposals=options.proposals)
    sweep(workspace.output)
    alike = rivals(all_, known, found_all.proposals)
    run = _Run(workspace, options, progress, Manifest(workspace.output), find_libreoffice(), alike)
    jobs = [job for edition in all_ if (job := _prepared(run, edition)) is not None]
    _carry_out(run, jobs)
    results = tuple(_told(run, all_))
    return Report(results, diagnostics, tuple(run.remarks))


def _stop_if_rivalled(run: _Run, edition: Edition) -> None:
    if edition.id in run.rivals:
        message = f"Filen skulle heta {edition.file}, men så heter filen för {run.rivals[edition.id]}"
        raise StyrdokError(message, "Byt namn på den ena mappen.")


def _prepared(run: _Run, edition: Edition) -> _Job | None:
    """Return the job, or note why there is none to do."""
    id_, title, dokument = edition.id, edition.title, edition.dokument
    held = edition.korpus.arkiv.get(id_)
    if held is not None and held.nu in DELIVERED:
        run.results[id_] = _delivered(run, edition, held)
        return None
    if dokument is None or edition.errors:
        run.results[id_] = Result(id_, title, Outcome.SKIPPED, reason=edition.why_skipped())
        return None
    try:
        _stop_if_rivalled(run, edition)
        kind = kinds()[dokument.slag]
        template = _template(run, kind)
        view = kind.build(edition.korpus, dokument)
        code = content_hash(view)
        key = _key(code, template, run.soffice)
        job = _Job(id_, title, view, code, template, key, run.workspace.output / edition.file)
        return job if _is_due(run, job) else None
    except StyrdokError as problem:
        run.results[id_] = Result(id_, title, Outcome.FAILED, reason=problem.message, hint=problem.hint)
        return None


def _delivered(run: _Run, edition: Edition, held: Arkiverat) -> Result:
    """Put the frozen version where the document would be built, whatever the content says now."""
    id_, title = edition.id, edition.title
    try:
        _stop_if_rivalled(run, edition)
        result = Result(id_, title, Outcome.FROZEN, run.workspace.output / edition.file)
        dry = run.options.dry_run
        return deliver(run.workspace, run.manifest, run.counted, held, result, dry_run=dry)
    except StyrdokError as problem:
        return Result(id_, title, Outcome.FAILED, reason=problem.message, hint=problem.hint)


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
    if not run.options.force and entry is not None and entry.key == job.key and is_untouched(job.path, entry):
        run.results[job.id] = Result(job.id, job.title, Outcome.UNCHANGED, job.path, pages=entry.pages)
        return False
    _ = job.template.compiled  # only now: a template whose documents are all built is not even opened
    if run.options.dry_run:
        run.results[job.id] = Result(job.id, job.title, Outcome.PLANNED, job.path)
        return False
    return True


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
    layouts = page_maps({job.id: job.first for job in jobs}, run.soffice)
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
        aside = keep_what_a_person_changed(job.path, data, run.manifest.get(job.id))
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
    kept = by_hand_in_words(aside)
    run.results[job.id] = Result(job.id, job.title, Outcome.BUILT, job.path, reason=kept, pages=pages)


def _told(run: _Run, all_: Sequence[Edition]) -> Iterator[Result]:
    """Yield the results in order; after each proposal that of its redline, which is made now."""
    for edition in all_:
        held = edition.korpus.arkiv.get(edition.id)
        yield reminded(run.results[edition.id], held, run.workspace)
        if edition.proposal:
            from generator.build.redlines import Making, redlined

            options = run.options
            making = Making(run.workspace.output, run.manifest, options.force, options.dry_run)
            result, remarks = redlined(edition, run.results, making)
            run.remarks += remarks
            yield result
