"""Asking git: read only, nothing that a repository's own settings name is ever run, and never for long.

A repository can come from anybody, and its settings can name programs (hooks, filters, pagers, a signature
checker, a transport for objects that are missing). So only commands that read objects are asked, none that
looks at the working tree or the index, and what could start a program or reach a network is turned off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from generator.diagnostics import StyrdokError
from generator.diagnostics.values import dataclass

SECONDS = 60
"""How long git may take for one answer."""
LARGEST = 64 * 1024 * 1024
"""Bytes of one answer: a list of half a million files."""
_WORDS = 1024 * 1024

_SETTINGS = (
    "core.hooksPath=" + os.devnull,
    "core.attributesFile=" + os.devnull,
    "core.fsmonitor=false",
    "core.quotePath=false",
    "core.warnAmbiguousRefs=true",
    "log.showSignature=false",
    "log.follow=false",
    "log.mailmap=false",
    "i18n.logOutputEncoding=UTF-8",
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

    Raises StyrdokError when there is no git, it cannot be started, takes more than a minute, or says more
    than ``LARGEST`` bytes: a few small objects can name each other so that a list of them never ends.
    """
    program = shutil.which("git")
    if program is None:
        raise StyrdokError("Programmet git finns inte på den här datorn", f"Installera git. {_WITHOUT}")
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = [program, "--no-pager", "--no-replace-objects", *settings, *arguments]
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as words:
        asked.write(given)
        asked.seek(0)
        try:
            git = subprocess.Popen(
                command,
                cwd=folder,
                env=_environment(),
                stdin=asked,
                stdout=into if into is not None else subprocess.PIPE,
                stderr=words,
            )
        except OSError as problem:
            hint = f"Installera om git. {_WITHOUT}"
            raise StyrdokError("Programmet git kan inte startas", hint) from problem
        data = _said(git)
        words.seek(0)
        return Answer(data, words.read(_WORDS).decode("utf-8", "replace"), git.returncode == 0)


def _said(git: subprocess.Popen[bytes]) -> bytes:
    """Return what git says until it ends. Raises StyrdokError, with git stopped, for too much or too long."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        git.kill()

    timer = threading.Timer(SECONDS, stop)
    timer.start()
    try:
        data = git.stdout.read(LARGEST + 1) if git.stdout is not None else b""
        if len(data) > LARGEST:
            raise StyrdokError("Git-förrådet innehåller mer än vad som kan läsas", _WITHOUT)
        git.wait()
    finally:
        timer.cancel()
        git.kill()
        git.wait()
        if git.stdout is not None:
            git.stdout.close()
    if late.is_set():
        raise StyrdokError(f"git svarade inte inom {SECONDS} sekunder", f"Försök igen. {_WITHOUT}")
    return data


def _environment() -> dict[str, str]:
    """Return our own surroundings without what would lead git to another repository or another program."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return kept | _OURS
