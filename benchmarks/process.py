"""What a whole process costs: time on the clock, time of the processor, and the most memory it ever held.

A process that starts another hands on its own size as the other's peak. So each is started by a small Python
of its own, which weighs less than anything that is measured here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_LAUNCHER = """\
import json, os, sys, time
start = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(pid, 0)
seconds = time.perf_counter() - start
print(json.dumps([os.waitstatus_to_exitcode(status), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
_ON_WINDOWS = """\
import json, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:]).returncode
seconds = time.perf_counter() - start
print(json.dumps([code, seconds, seconds, 0]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processor, children included; megabytes of the largest process.

    On Windows the processor's time is the clock's, and the memory is 0: not known.
    """

    clock: float
    processor: float
    memory: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command and return what it cost. Raises AssertionError when it fails."""
    launcher = _ON_WINDOWS if sys.platform == "win32" else _LAUNCHER
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", launcher, *command],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    code, clock, processor, kilobytes = json.loads(done.stdout.splitlines()[-1])
    if code:
        raise AssertionError(done.stderr)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(clock, processor, kilobytes / unit)
