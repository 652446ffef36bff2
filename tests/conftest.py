"""What many tests share: the documents of Region Blekinge, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.results import Report
from generator.build.run import Options, build
from generator.build.selection import Wanted
from generator.build.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
BLEKINGE = ROOT / "content" / "region-blekinge"


def demo_documents() -> list[Path]:
    """Return the files that begin the documents of Region Blekinge, in order."""
    return sorted(BLEKINGE.rglob("dokument.yaml"))


def silent(doing: str, done: int, steps: int) -> None:
    """Show no progress."""


def built(workspace: Workspace, options: Options | None = None, *documents: str) -> Report:
    """Build and return the report."""
    return build(workspace, Wanted(documents), options or Options(), silent)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the documents of Region Blekinge."""
    output = tmp_path_factory.mktemp("blekinge")
    report = built(Workspace(BLEKINGE, output))
    assert report.complete, report
    return output


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build as on a machine without LibreOffice."""
    monkeypatch.setenv("STYRDOK_SOFFICE", "")


@pytest.fixture(autouse=True)
def memory(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for what is kept between runs, never the user's."""
    folder = tmp_path_factory.mktemp("minne")
    monkeypatch.setenv("STYRDOK_CACHE", str(folder))
    return folder
