"""The page an item stood on: kept beside the documents, believed only for the very file it was counted in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.build.files import checksum
from generator.build.manifest import Manifest
from generator.build.pages_kept import NAME, KeptPages, keep_pages, of_items, read_pages
from generator.build.places import places
from generator.build.workspace import Workspace
from generator.content import read_corpus
from generator.domain.rod_trad import RodTrad
from generator.ooxml.bookmark_names import bookmark_name
from generator.trace.thread import Stalle
from tests.conftest import built
from tests.organisations.small import written

PLAN = "plan/nämnden"


@pytest.fixture
def workspace(tmp_path: Path, without_libreoffice: None) -> Workspace:
    """The small organisation, its plan built."""
    del without_libreoffice
    found = Workspace(written(tmp_path / "innehåll"), tmp_path / "output")
    assert built(found, None, PLAN).complete
    return found


def _place(workspace: Workspace, id_: str) -> Stalle | None:
    found = read_corpus(workspace.content).korpus
    assert found is not None
    documents = RodTrad(found).dokument_med(found.index[id_])
    return places(workspace, id_, documents).get(PLAN)


def test_the_heading_is_that_of_the_built_document(workspace: Workspace) -> None:
    place = _place(workspace, "nämnden/kväll")
    assert place is not None
    assert place.rubrik == "Kortare köer"
    assert place.nummer.count(".") >= 1
    assert place.sida == 0


def test_the_page_is_that_of_the_last_build_of_this_very_file(workspace: Workspace) -> None:
    entry = Manifest(workspace.output).get(PLAN)
    assert entry is not None
    pages = {bookmark_name("nämnden/kväll"): 7}
    keep_pages(workspace.output, {PLAN: KeptPages(entry.checksum, pages)})
    place = _place(workspace, "nämnden/kväll")
    assert place is not None
    assert place.sida == 7
    keep_pages(workspace.output, {PLAN: KeptPages("annan", pages)})
    place = _place(workspace, "nämnden/kväll")
    assert place is not None
    assert place.sida == 0


def test_a_file_changed_by_hand_or_taken_away_tells_nothing(workspace: Workspace) -> None:
    entry = Manifest(workspace.output).get(PLAN)
    assert entry is not None
    path = workspace.output / entry.file
    assert checksum(path.read_bytes()) == entry.checksum
    path.write_bytes(path.read_bytes() + b"x")
    assert _place(workspace, "nämnden/kväll") is None
    path.unlink()
    assert _place(workspace, "nämnden/kväll") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "documents": {}}',
        '{"version": 1, "documents": []}',
        '{"version": 1, "documents": {"a": 1}}',
        '{"version": 1, "documents": {"a": {"checksum": "x"}}}',
        '{"version": 1, "documents": {"a": {"checksum": "x", "pages": [1]}}}',
        "[" * 100_000,
        "\x00",
    ],
)
def test_what_is_broken_is_as_if_it_were_not_there(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert read_pages(tmp_path) == {}


def test_what_is_no_page_is_left_out_and_others_are_kept(tmp_path: Path) -> None:
    pages = {"_sa": 3, "_sb": 0, "_sc": -1, "_sd": "4", "_se": True}
    data = {"version": 1, "documents": {"a": {"checksum": "x", "pages": pages}}}
    (tmp_path / NAME).write_text(json.dumps(data), encoding="utf-8")
    keep_pages(tmp_path, {"b": KeptPages("y", {"_sa": 9})})
    assert read_pages(tmp_path) == {"a": KeptPages("x", {"_sa": 3}), "b": KeptPages("y", {"_sa": 9})}
    assert of_items({"_sa": 1, "_Toc1": 2, "": 3}) == {"_sa": 1}
