"""``styrdok check``: everything that is wrong with the content, at the line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.findings import as_json, counted
from generator.cli.options import add_content
from generator.cli.terminal import Terminal
from generator.diagnostics import Diagnostic, Severity, StyrdokError, did_you_mean, sort_diagnostics

if TYPE_CHECKING:
    from generator.build.verdict import Verdict
    from generator.build.workspace import Workspace
    from generator.domain.korpus import Korpus

HELP = "kontrollera innehållet"
DESCRIPTION = (
    "Läser allt innehåll och säger vad som är fel, var det står och hur det rättas. Ändrar aldrig något."
)
_FORMATS = ("text", "json", "sarif", "github")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("--format", choices=_FORMATS, default="text", help="hur svaret skrivs")
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="KOD",
        help="bara koder som börjar så, till exempel L eller P008,I004",
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="KOD", help="inte koder som börjar så"
    )
    parser.add_argument("--strict", action="store_true", help="räkna varningar som fel")
    parser.add_argument(
        "--datum",
        default="",
        metavar="ÅÅÅÅ-MM-DD",
        help="bedöm så som det var den dagen (förval: organisationens läge, annars i dag)",
    )
    parser.add_argument(
        "--report", type=Path, metavar="FIL", help="skriv också en rapport i Word, till exempel rapport.docx"
    )
    parser.add_argument("--no-cache", action="store_true", help="kontrollera allt på nytt, minns inget")
    add_content(parser)


def run(given: argparse.Namespace, terminal: Terminal) -> int:
    """Check and tell; 1 when there is an error (with --strict: or a warning) that nobody has accepted."""
    from generator.build.by_hand import changed_by_hand
    from generator.build.workspace import ARCHIVE, find_workspace

    dag = _day(given.datum) if given.datum else None
    select, ignore = _codes(given.select, "--select"), _codes(given.ignore, "--ignore")
    workspace = find_workspace(given.content, None, Path.cwd())
    if given.report:
        from generator.build.destination import stop_if_misplaced

        stop_if_misplaced(given.report, ".docx", "--report", workspace)
    answer, korpus = _answer(given, workspace, dag)
    documents = answer.documents
    if not answer.found and not documents:
        raise StyrdokError("Här finns inga dokument", "Ett dokument är en mapp med filen dokument.yaml.")
    changed: tuple[Diagnostic, ...] = changed_by_hand(workspace)
    if (workspace.content / ARCHIVE).exists():
        from generator.build.arkiv.intact import changed_in_archive

        changed += changed_in_archive(workspace)
    whole = sort_diagnostics((*answer.found, *changed))
    found = tuple(d for d in whole if _is_wanted(d, select, ignore))
    for text in _told(found, answer.dag, workspace, given.format, terminal):
        sys.stdout.write(text + "\n")
    what = "1 dokument" if len(documents) == 1 else f"{len(documents)} dokument"
    if given.format in ("text", "github"):
        terminal.say(f"{counted(found)} i {what}. Bedömt per den {answer.dag.isoformat()}.")
    if given.report:
        _report(given.report, workspace, korpus, answer, found, _chosen(select, ignore), terminal)
    grave = (Severity.ERROR, Severity.WARNING) if given.strict else (Severity.ERROR,)
    return 1 if any(d.severity in grave and d.accepted is None for d in found) else 0


def _answer(
    given: argparse.Namespace, workspace: Workspace, dag: date | None
) -> tuple[Verdict, Korpus | None]:
    """Return what the checks say, and the corpus when a report is to be written of it."""
    from generator.build.verdict import examined, verdict

    if given.report:
        return examined(workspace, dag)
    return verdict(workspace, dag, anew=given.no_cache), None


def _report(
    path: Path,
    workspace: Workspace,
    korpus: Korpus | None,
    answer: Verdict,
    found: Sequence[Diagnostic],
    chosen: str,
    terminal: Terminal,
) -> None:
    from generator.build.report import write_report

    if korpus is None:
        hint = "Rätta organisation.yaml och styrmodell.yaml först."
        terminal.fail(StyrdokError("Rapporten kan inte skrivas", hint))
        return
    write_report(path, workspace, korpus, answer.documents, tuple(found), answer.dag, chosen)
    terminal.say(f"Rapporten ligger i {path}.")


def _told(
    found: Sequence[Diagnostic], dag: date, workspace: Workspace, form: str, terminal: Terminal
) -> Iterator[str]:
    if form == "json":
        yield as_json(found, dag)
    elif form == "text":
        from generator.cli.formats.text import as_text
        from generator.content.excerpts import Excerpts

        yield from as_text(found, Excerpts(workspace.content), terminal)
    else:
        from generator.cli.formats.github import as_github
        from generator.cli.formats.places import repository_of
        from generator.cli.formats.sarif import as_sarif

        repository = repository_of(workspace.content, workspace.base)
        if form == "github":
            yield from as_github(found, repository)
        else:
            yield as_sarif(found, repository, dag)


def _day(text: str) -> date:
    """Return the day. Raises StyrdokError when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        hint = "Skriv år, månad och dag med bindestreck, till exempel 2019-12-31."
        raise StyrdokError(f"”{text}” är ingen dag i almanackan", hint) from None


def _codes(given: Sequence[str], option: str) -> tuple[str, ...]:
    """Return the beginnings of codes that are meant, be they written with commas or one at a time.

    Raises StyrdokError when no code begins so: nothing would be shown, as if all were well.
    """
    if not given:
        return ()
    from generator.checks.catalogue import explanations

    known = explanations()
    found = tuple(code.strip().upper() for text in given for code in text.split(",") if code.strip())
    for code in found:
        if not any(each.startswith(code) for each in known):
            hint = did_you_mean(code, known, "Koderna visas av styrdok explain.")
            raise StyrdokError(f"Ingen kod börjar med ”{code}” ({option})", hint)
    return found


def _chosen(select: Sequence[str], ignore: Sequence[str]) -> str:
    """Return in words which codes are meant; nothing when it is all of them."""
    only = f"bara koder som börjar med {' eller '.join(select)}" if select else ""
    but = f"inte koder som börjar med {' eller '.join(ignore)}" if ignore else ""
    said = " och ".join(part for part in (only, but) if part)
    return f"Rapporten visar {said}." if said else ""


def _is_wanted(diagnostic: Diagnostic, select: Sequence[str], ignore: Sequence[str]) -> bool:
    code = diagnostic.code
    chosen = not select or any(code.startswith(s) for s in select)
    return chosen and not any(code.startswith(s) for s in ignore)
