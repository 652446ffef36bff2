"""What the checks say of the content, worked out only when something has changed since the last time."""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.build.fingerprint import Fingerprint, fingerprint, stamps
from generator.build.memory import keep, memory_folder, recall
from generator.build.stored import as_data, from_data
from generator.build.workspace import ARCHIVE, Workspace, shipped
from generator.diagnostics import Diagnostic
from generator.diagnostics.values import dataclass

if TYPE_CHECKING:
    from generator.domain.korpus import Korpus

_READING = ("markdown_it", "mdit_py_plugins", "yaml")
"""The libraries that decide what content means."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything found wrong, sorted, the ids of the documents there are, and the day all is judged as of."""

    found: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    dag: date


def verdict(workspace: Workspace, dag: date | None = None, *, anew: bool = False) -> Verdict:
    """Return what the checks say of the content as it stands, as of ``dag`` (None: the organisation's day).

    With ``anew`` nothing is remembered.
    """
    before = None if anew or memory_folder() is None else _seen(workspace)
    if before is None:
        return _worked_out(workspace, dag)
    kept = _archive(workspace)
    name, key = _name(workspace), _key(workspace, before, kept, dag)
    remembered = _remembered(name, key)
    if remembered is not None:
        return remembered
    answer = _worked_out(workspace, dag)
    if _is_sure(answer) and _seen(workspace) == before and _archive(workspace) == kept:
        keep(name, key, as_data(answer))
    return answer


def examined(workspace: Workspace, dag: date | None = None) -> tuple[Verdict, Korpus | None]:
    """Return the verdict, worked out anew, and the corpus that it is of; None when there is none to read."""
    from generator.build.inspection import inspect_all, today

    with _without_collecting():
        found = inspect_all(workspace, dag)
    korpus = found.korpus
    day = korpus.dag if korpus is not None else dag
    return Verdict(found.everything(), found.documents, day or today()), korpus


def _worked_out(workspace: Workspace, dag: date | None) -> Verdict:
    return examined(workspace, dag)[0]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Spare Python the search for rings of garbage: reading makes none, and it takes a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _remembered(name: str, key: str) -> Verdict | None:
    data = recall(name, key)
    try:
        return None if data is None else from_data(Verdict, data)
    except (ValueError, TypeError):
        return None


def _is_sure(answer: Verdict) -> bool:
    """Tell whether it would be the same next time; a check that broke may have lacked memory."""
    return all(d.position.file for d in answer.found)


def _name(workspace: Workspace) -> str:
    return "check-" + sha256(os.fsencode(workspace.content)).hexdigest()[:16]


def _seen(workspace: Workspace) -> Fingerprint | None:
    """Return the fingerprint of the content without the archive, which may be large."""
    return fingerprint(workspace.content, ARCHIVE)


def _archive(workspace: Workspace) -> str:
    """Return a hash over what is frozen, by names, sizes and times: it is written once, and never again."""
    return stamps((workspace.content / ARCHIVE,))


def _key(workspace: Workspace, content: Fingerprint, archive: str, dag: date | None) -> str:
    """Return the hash of all that decides the answer: content, archive, program, templates, Python, day."""
    program = Path(__file__).resolve().parents[1]
    own = stamps((program, shipped("docx").parent, *workspace.template_folders()))
    parts = (
        os.fspath(workspace.content),
        content.digest,
        archive,
        __version__,
        own,
        sys.version,
        *map(_library, _READING),
        str(dag),
        date.today().isoformat(),  # noqa: DTZ011  # the day where the reader sits
    )
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _library(name: str) -> str:
    """Return what is different when another version of a library is installed, without loading it."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return name
    status = Path(spec.origin).stat()
    return f"{spec.origin} {status.st_size} {status.st_mtime_ns}"
