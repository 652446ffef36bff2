"""What is shipped works away from the checkout: source archive → wheel → an environment of its own.

Nothing is fetched: the wheel is built with the backend at hand, and libraries are lent by the environment
that runs the tests. Styrdok itself is not lent, because it is installed there as a link to the checkout.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

ROOT = Path(__file__).resolve().parents[2]
BIN = "Scripts" if os.name == "nt" else "bin"
SECONDS = 300


def run(*command: str | Path, cwd: Path) -> str:
    """Run away from the checkout; on failure show what was said."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{command} → {done.returncode}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source archive and not from the checkout."""
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, ROOT, cwd=dist)
    return next(dist.glob("styrdok-*.whl"))


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel installed."""
    home = tmp_path_factory.mktemp("hem") / "venv"
    venv.create(home)
    python = home / BIN / "python"
    options = ["--no-index", "--no-deps", "--quiet", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", f"--python={python}", "install", *options, wheel, cwd=home)
    lend_libraries(python, home)
    return home


def lend_libraries(python: Path, home: Path) -> None:
    """Put our libraries on its path. A .pth file reached through a .pth file is not read: no checkout."""
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    ours = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (Path(site) / "lent.pth").write_text("\n".join(ours), encoding="utf-8")


@pytest.fixture(scope="module")
def organisation(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that `styrdok init` has filled."""
    folder = tmp_path_factory.mktemp("ny") / "organisation"
    run(home / BIN / "styrdok", "init", folder, cwd=folder.parent)
    return folder


def test_the_wheel_carries_every_template_and_no_tests(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = {
        f"generator/{path.relative_to(ROOT).as_posix()}"
        for folder in ("docx", "styrmodeller")
        for path in (ROOT / "templates" / folder).rglob("*")
        if path.is_file() and not path.name.startswith(("~$", ".")) and "__pycache__" not in path.parts
    }

    assert templates
    assert templates <= names
    assert "generator/py.typed" in names
    assert not any(name.startswith(("tests/", "content/", "templates/")) for name in names)


def test_the_code_that_runs_is_the_wheels(home: Path) -> None:
    place = run(home / BIN / "python", "-c", "import generator; print(generator.__file__)", cwd=home)

    assert Path(place.strip()).is_relative_to(home)


def test_it_tells_its_version(home: Path) -> None:
    assert "0.1.0" in run(home / BIN / "styrdok", "--version", cwd=home)


def test_a_new_organisation_builds_documents_that_open(home: Path, organisation: Path) -> None:
    run(home / BIN / "styrdok", "build", cwd=organisation)

    documents = list(organisation.glob("output/**/*.docx"))
    assert documents
    assert all(Document(str(document)).paragraphs for document in documents)


def test_a_new_organisation_has_no_errors(home: Path, organisation: Path) -> None:
    run(home / BIN / "styrdok", "check", "--report", "rapport.docx", cwd=organisation)

    assert Document(str(organisation / "rapport.docx")).paragraphs


def test_every_code_is_explained_from_the_wheel(home: Path) -> None:
    assert "S001  " in run(home / BIN / "styrdok", "explain", cwd=home)
    assert run(home / BIN / "styrdok", "explain", "--markdown", cwd=home).startswith("# Kontrollerna")
