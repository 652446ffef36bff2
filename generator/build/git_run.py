"""Asking git: read only, nothing that a repository's own settings name is ever run, and never for long.

A repository can come from anybody, and its settings can name programs (hooks, filters, pagers, a signature
checker, a transport for objects that are missing). So only commands that read objects are asked, none that
looks at the working tree or the index, and what could start a program or reach a network is turned off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from generator.diagnostics import StyrdokError
from generator.diagnostics.values import dataclass

SECONDS = 60
"""How long git may take for one answer."""

_SETTINGS = (
    "core.hooksPath=" + os.devnull,
    "core.attributesFile=" + os.devnull,
    "core.fsmonitor=false",
    "core.quotePath=false",
    "core.warnAmbiguousRefs=true",
    "log.showSignature=false",
    "log.follow=false",
    "log.mailmap=false",
    "protocol.allow=never",
    "safe.directory=*",  # what makes another's repository dangerous is turned off
)
_OURS = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}
_WITHOUT = "Allt annat fungerar utan git."


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said: its data, its words, and whether it could do what was asked."""

    data: bytes
    words: str
    fine: bool


def ask(
    folder: Path, arguments: Sequence[str], *, given: bytes = b"", into: IO[bytes] | None = None
) -> Answer:
    """Ask git in a folder; ``given`` is what it reads, ``into`` the file that takes its data instead.

    Raises StyrdokError when there is no git, it cannot be started, or takes more than a minute.
    """
    program = shutil.which("git")
    if program is None:
        raise StyrdokError("Programmet git finns inte på den här datorn", f"Installera git. {_WITHOUT}")
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = [program, "--no-pager", "--no-replace-objects", *settings, *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=_environment(),
            input=given,
            stdout=into if into is not None else subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"git svarade inte inom {SECONDS} sekunder"
        raise StyrdokError(message, f"Försök igen. {_WITHOUT}") from None
    except OSError as problem:
        raise StyrdokError("Programmet git kan inte startas", f"Installera om git. {_WITHOUT}") from problem
    return Answer(done.stdout or b"", done.stderr.decode("utf-8", "replace"), done.returncode == 0)


def _environment() -> dict[str, str]:
    """Return our own surroundings without what would lead git to another repository or another program."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return kept | _OURS
