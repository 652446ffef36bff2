"""``styrdok check`` of linked items as a whole process, beside TRLC on the same items.

Every process is started as its user starts it, Python's own start included; what is counted is the CPU time
of the processes, their children's with it. Each case first sees to it that it meets what its name says.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks.chain import items
from benchmarks.chain_files import write_content, write_trlc
from benchmarks.timing import Case, children_time

NUMBER, TIMES = 2_000, 10
"""Items, and how many times as many there are in the larger case."""

TRLC = "trlc"
FULL = "styrdok check, allt på nytt"
SAME = "styrdok check, inget ändrat"
ONE = "styrdok check, en fil ändrad"
_NUMBERS = count()
MANY = ", tio gånger så många"


@dataclass(frozen=True, slots=True)
class Place:
    """The same items as content and for TRLC, and where answers are remembered."""

    content: Path
    trlc: Path
    memory: Path
    environment: Mapping[str, str]


def has_trlc() -> bool:
    """Tell whether TRLC is here: ``pip install trlc``, or the extra ``benchmark``."""
    return importlib.util.find_spec("trlc") is not None


def place(folder: Path, number: int) -> Place:
    """Write so many items into the folder, for us and for TRLC."""
    found = items(number)
    write_content(found, folder / "innehåll")
    write_trlc(found, folder / "trlc")
    memory = folder / "minne"
    environment = {
        **os.environ,
        "PYTHONUTF8": "1",
        "PYTHONPYCACHEPREFIX": str(folder.parent / "pycache"),
        "STYRDOK_CACHE": str(memory),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return Place(folder / "innehåll", folder / "trlc", memory, environment)


def small(folder: Path, number: int = NUMBER) -> tuple[Case, ...]:
    """Return the cases that are compared with the first: TRLC, or without it our own full check."""
    where = place(folder / "liten", number)
    theirs = (Case(TRLC, trlc(where), children_time),) if has_trlc() else ()
    return (
        *theirs,
        _full(FULL, where),
        Case(ONE, check(where), children_time, before=lambda: _edit(where)),
        _same(SAME, where),
    )


def large(folder: Path, number: int = NUMBER, times: int = TIMES) -> tuple[tuple[Case, Case], ...]:
    """Return pairs of a case and the same of so many times as much."""
    few, many = place(folder / "liten", number), place(folder / "stor", number * times)
    ours = (
        (_full(FULL, few), _full(FULL + MANY, many)),
        (_same(SAME, few), _same(SAME + MANY, many)),
    )
    if not has_trlc():
        return ours
    theirs = (Case(TRLC, trlc(few), children_time), Case(TRLC + MANY, trlc(many), children_time))
    return (*ours, theirs)


def _full(name: str, where: Place) -> Case:
    return Case(name, check(where), children_time, before=lambda: _forget(where))


def _same(name: str, where: Place) -> Case:
    return Case(name, check(where), children_time, before=check(where))


def check(where: Place) -> Callable[[], str]:
    """Return what runs the command over the content and returns what it says."""
    code = "import sys; from generator.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "check", "--format", "json", "--content", str(where.content)]
    return lambda: _run(command, where)


def trlc(where: Place) -> Callable[[], str]:
    """Return what runs TRLC over its files and returns what it says."""
    return lambda: _run([sys.executable, "-m", "trlc", "--brief", str(where.trlc)], where)


def _run(command: list[str], where: Place) -> str:
    """Return stdout. Raises AssertionError when the command could not do its work."""
    environment = dict(where.environment)
    done = subprocess.run(command, env=environment, capture_output=True, check=False, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr)
    return done.stdout


def _forget(where: Place) -> None:
    shutil.rmtree(where.memory, ignore_errors=True)


def _edit(where: Place) -> None:
    """Write something new into one file, so that what is remembered is not the answer any more."""
    path = min((where.content / "mål").iterdir())
    text = path.read_text(encoding="utf-8").partition("\nMer ")[0]
    path.write_text(f"{text}\nMer {next(_NUMBERS)}.\n", encoding="utf-8")
