"""The example organisation as a whole: reading, checking, building, building again, and starting up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.timing import Case, children_time
from generator.build.inspection import inspect
from generator.build.results import Report
from generator.build.run import Options, build
from generator.build.selection import Wanted
from generator.build.workspace import Workspace
from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.documents.view import View
from generator.domain.korpus import Korpus

CONTENT = Path(__file__).resolve().parent.parent / "content" / "region-blekinge"

READ = "läsa innehållet"
CHECK = "läsa och kontrollera"
VIEWS = "vyer av alla dokument"
BUILD = "bygga alla dokument (utan LibreOffice)"
AGAIN = "bygga igen, inget ändrat"

NOTHING = "python -c pass"
HELP = "styrdok --help"
CHECK_COMMAND = "styrdok check"


def demo(output: Path) -> tuple[Case, ...]:
    """Return what is to be measured in this process; ``output`` is a folder to write in."""
    workspace = Workspace(CONTENT, output)
    korpus, _, _ = inspect(workspace)
    if korpus is None:
        raise AssertionError("exemplets innehåll går inte att läsa")
    built = output / "byggt"

    def empty() -> None:
        shutil.rmtree(built, ignore_errors=True)

    built_all(built)
    return (
        Case(READ, lambda: read_corpus(CONTENT, tuple(kinds()))),
        Case(CHECK, lambda: inspect(workspace)),
        Case(VIEWS, lambda: views(korpus)),
        Case(BUILD, lambda: built_all(built), before=empty),
        Case(AGAIN, lambda: built_all(built)),
    )


def number_of_documents() -> int:
    """Return how many documents the example has."""
    return len(read_corpus(CONTENT, tuple(kinds())).documents)


def views(korpus: Korpus) -> list[View]:
    """Return the views of all documents."""
    return [kinds()[d.slag].build(korpus, d) for d in korpus.dokument.values()]


def built_all(output: Path) -> Report:
    """Build all documents whose content or template is not what it was."""
    report = build(Workspace(CONTENT, output), Wanted(), Options(), lambda *_: None)
    if not report.complete:
        raise AssertionError("exemplets dokument går inte att bygga")
    return report


@contextmanager
def without_libreoffice() -> Iterator[None]:
    """Build without page numbers: what LibreOffice needs is not ours to measure."""
    before = os.environ.get("STYRDOK_SOFFICE")
    os.environ["STYRDOK_SOFFICE"] = ""
    try:
        yield
    finally:
        del os.environ["STYRDOK_SOFFICE"]
        if before is not None:
            os.environ["STYRDOK_SOFFICE"] = before


def startup(cache: Path) -> tuple[Case, ...]:
    """Return the commands to be measured, each a process of its own, and an interpreter that does nothing.

    They keep compiled modules in ``cache``, as an installed program does, whatever the environment says.
    """
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(cache), "STYRDOK_CACHE": ""}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def process(code: str, *arguments: str) -> Callable[[], object]:
        command = [sys.executable, "-c", code, *arguments]
        return lambda: subprocess.run(command, check=True, capture_output=True, env=environment)

    styrdok = "import sys; from generator.cli import main; sys.exit(main())"
    return (
        Case(NOTHING, process("pass"), children_time),
        Case(HELP, process(styrdok, "--help"), children_time),
        Case(CHECK_COMMAND, process(styrdok, "check", "--content", str(CONTENT)), children_time),
    )
