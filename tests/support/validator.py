"""Holds documents against the Open XML schemas with Microsoft's own validator.

`make setup` fetches it into `.tools`. Its program takes one file at a time and is a second slow, so files
go to it side by side. What it overlooks (ids that occur twice, empty cells) other tests have to find.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / ".tools" / "validator" / "node_modules" / "@xarsh"
SECONDS_PER_FILE = 120

# The program is .NET: without this it stops on a machine that lacks the ICU library.
ENVIRONMENT = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}


class ValidatorMissingError(RuntimeError):
    """The validator is not installed, or none exists for this machine."""


def validator_available() -> bool:
    """Whether documents can be validated here."""
    return _program() is not None


def validate(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """The validator's errors, one line each, for every file; a valid file has none."""
    program = _program()
    if program is None:
        raise ValidatorMissingError(f"Open XML-validatorn saknas i {TOOLS}. Kör: make setup")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        errors = pool.map(lambda path: _errors(program, path), paths)
        return dict(zip(paths, errors, strict=True))


def _program() -> Path | None:
    """The native program for this machine, which is called without Node."""
    return next(TOOLS.glob("ooxml-validator-*/ooxml-validator*"), None)


def _errors(program: Path, path: Path) -> list[str]:
    """Ask about one file. The program also answers about files it cannot open: that is an error too."""
    done = subprocess.run(
        [program, path, "Microsoft365"],
        env=os.environ | ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS_PER_FILE,
        check=True,
        encoding="utf-8",
    )
    return [_line(error) for error in json.loads(done.stdout)["errors"]]


def _line(error: dict[str, str | None]) -> str:
    """Part and place first, as a compiler would."""
    place = " ".join(filter(None, (error["path"], error["xPath"])))
    return f"{place}: {error['description']}" if place else str(error["description"])
