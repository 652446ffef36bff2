"""Building as its users meet it: what is built, skipped, kept and said."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.build.files import file_name, keep_aside, sweep, write_whole
from generator.build.manifest import NAME, Manifest
from generator.build.results import Outcome
from generator.build.run import Options
from generator.build.start import Start, begin
from generator.build.workspace import Workspace, find_workspace
from generator.diagnostics import StyrdokError
from tests.conftest import built

PLAN = "verksamhetsplan-2027/styrelsen"
TOP = "regionplan-2027-2029"

pytestmark = pytest.mark.usefixtures("without_libreoffice")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A small organisation, as styrdok init makes it."""
    content = begin(tmp_path, Start("Region Exempel", "perspektiv", 2027))
    return Workspace(content, tmp_path / "output")


def _outcomes(workspace: Workspace, options: Options | None = None) -> dict[str, Outcome]:
    return {r.document: r.outcome for r in built(workspace, options).results}


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_it_builds_every_document_once_and_then_only_what_changed(workspace: Workspace) -> None:
    assert set(_outcomes(workspace).values()) == {Outcome.BUILT}
    assert set(_outcomes(workspace).values()) == {Outcome.UNCHANGED}
    _edit(workspace.content / PLAN / "1-inledning.md", "vad som är viktigt", "vad som är viktigast")
    assert _outcomes(workspace) == {TOP: Outcome.UNCHANGED, PLAN: Outcome.BUILT}


def test_a_change_of_what_is_decided_above_rebuilds_what_fetches_it(workspace: Workspace) -> None:
    built(workspace)
    _edit(workspace.content / "mål" / "1.1-ett-gott-liv.md", "Beskriv målet", "Målet beskrivs")
    assert set(_outcomes(workspace).values()) == {Outcome.BUILT}


def test_moving_a_text_to_another_line_changes_no_document(workspace: Workspace) -> None:
    built(workspace)
    _edit(workspace.content / PLAN / "1-inledning.md", "# Inledning\n", "\n\n# Inledning\n")
    assert _outcomes(workspace)[PLAN] is Outcome.UNCHANGED


def test_force_rebuilds_to_the_same_bytes(workspace: Workspace) -> None:
    built(workspace)
    before = (workspace.output / file_name(PLAN)).read_bytes()
    assert _outcomes(workspace, Options(force=True))[PLAN] is Outcome.BUILT
    assert (workspace.output / file_name(PLAN)).read_bytes() == before


def test_a_dry_run_writes_nothing(workspace: Workspace) -> None:
    assert set(_outcomes(workspace, Options(dry_run=True)).values()) == {Outcome.PLANNED}
    assert not list(workspace.output.glob("*.docx"))


def test_a_document_with_an_error_is_skipped_with_the_place_and_the_others_are_built(
    workspace: Workspace,
) -> None:
    _edit(workspace.content / PLAN / "dokument.yaml", "organ: styrelsen", "organ: styrelssen")
    report = built(workspace)
    results = {r.document: r for r in report.results}
    assert results[TOP].outcome is Outcome.BUILT
    assert results[PLAN].outcome is Outcome.SKIPPED
    assert f"{PLAN}/dokument.yaml:3:8" in results[PLAN].reason
    assert not report.complete


def test_an_error_above_the_documents_holds_all_of_them_back(workspace: Workspace) -> None:
    _edit(workspace.content / "mål" / "1.1-ett-gott-liv.md", "under: invånare", "under: invanarna")
    assert set(_outcomes(workspace).values()) == {Outcome.SKIPPED}


def test_a_broken_styrmodell_skips_everything_with_a_reason(workspace: Workspace) -> None:
    (workspace.content / "styrmodell.yaml").write_text("nivåer: [", encoding="utf-8")
    report = built(workspace)
    assert {r.outcome for r in report.results} == {Outcome.SKIPPED}
    assert any(d.code == "S005" for d in report.diagnostics)


def test_what_a_person_changed_in_word_is_kept_aside(workspace: Workspace) -> None:
    built(workspace)
    path = workspace.output / file_name(PLAN)
    path.write_bytes(path.read_bytes() + b"ett till")
    _edit(workspace.content / PLAN / "1-inledning.md", "Beskriv", "Skildra")
    result = next(r for r in built(workspace).results if r.document == PLAN)
    kept = workspace.output / "verksamhetsplan-2027-styrelsen (ändrad för hand).docx"
    assert result.outcome is Outcome.BUILT
    assert kept.name in result.reason
    assert kept.read_bytes().endswith(b"ett till")


def test_a_file_that_word_holds_open_gives_a_sentence_and_the_others_are_written(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def held_open(source: str, target: Path) -> None:
        if Path(target).name == file_name(PLAN):
            raise PermissionError(13, "Åtkomst nekad")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held_open)
    results = {r.document: r for r in built(workspace).results}
    assert results[PLAN].outcome is Outcome.FAILED
    assert "öppen i Word" in results[PLAN].reason
    assert "Stäng dokumentet" in results[PLAN].hint
    assert results[TOP].outcome is Outcome.BUILT
    assert not list(workspace.output.glob(".~styrdok-*"))


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"den gamla")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StyrdokError) as caught:
        write_whole(path, b"den nya")
    assert "kan inte skrivas" in caught.value.message
    assert path.read_bytes() == b"den gamla"
    assert list(tmp_path.iterdir()) == [path]


_ENDLESS = """
import sys
from pathlib import Path
data = bytes([65]) * 50_000_000
print("redo", flush=True)
while True:
    for byte in (b"A", b"B"):
        files.write_whole(Path(sys.argv[1]), byte * 50_000_000)
"""


def test_killed_in_the_middle_of_writing_the_file_is_the_old_or_the_new_never_half(tmp_path: Path) -> None:
    path = tmp_path / "stor.docx"
    path.write_bytes(b"A" * 50_000_000)
    for delay in (0.05, 0.13, 0.21):
        process = subprocess.Popen(
            [sys.executable, "-c", _ENDLESS, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "redo"
        time.sleep(delay)
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        process.wait()
        process.stdout.close()
        data = path.read_bytes()
        assert len(data) == 50_000_000
        assert len(set(data)) == 1
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_manifest_costs_a_rebuild_and_nothing_else(workspace: Workspace) -> None:
    built(workspace)
    (workspace.output / NAME).write_text('{"version": 1, "documents": {"x": 7}}', encoding="utf-8")
    assert set(_outcomes(workspace).values()) == {Outcome.BUILT}
    assert not list(workspace.output.glob("*ändrad*"))


def test_the_manifest_tells_what_each_file_was_made_of(workspace: Workspace) -> None:
    built(workspace)
    data = json.loads((workspace.output / NAME).read_text(encoding="utf-8"))
    assert set(data["documents"]) == {TOP, PLAN}
    assert Manifest(workspace.output).get(PLAN) is not None


def test_a_template_that_is_broken_fails_its_documents_with_paragraph_and_tag(workspace: Workspace) -> None:
    own = workspace.content / "mallar"
    own.mkdir()
    _template_with("{{ dokument.titl }}", workspace, own / "verksamhetsplan.docx")
    results = {r.document: r for r in built(workspace).results}
    assert results[PLAN].outcome is Outcome.FAILED
    assert "verksamhetsplan.docx" in results[PLAN].reason
    assert "dokument.titl" in results[PLAN].reason
    assert "Menade du ”titel”?" in results[PLAN].reason
    assert results[TOP].outcome is Outcome.BUILT


def _template_with(tag: str, workspace: Workspace, path: Path) -> None:
    import docx

    document = docx.Document(str(workspace.template("verksamhetsplan.docx")))
    document.add_paragraph(tag)
    document.save(str(path))


def test_an_organisations_own_template_comes_before_the_shared_one(workspace: Workspace) -> None:
    own = workspace.content / "mallar"
    own.mkdir()
    _template_with("Egen mall för {{ dokument.organisation }}", workspace, own / "verksamhetsplan.docx")
    built(workspace)
    import docx

    texts = [p.text for p in docx.Document(str(workspace.output / file_name(PLAN))).paragraphs]
    assert "Egen mall för Region Exempel" in texts


@pytest.mark.parametrize("reserved", ["con", "NUL", "com1"])
def test_names_that_windows_keeps_for_itself_get_another_name(reserved: str) -> None:
    assert file_name(reserved) == f"{reserved}_.docx"


def test_a_second_kept_file_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    names = []
    for _ in range(2):
        path.write_bytes(b"x")
        names.append(keep_aside(path).name)
    assert names == ["a (ändrad för hand).docx", "a (ändrad för hand 2).docx"]


def test_the_workspace_is_the_only_organisation_there_is(workspace: Workspace) -> None:
    found = find_workspace(None, None, workspace.base)
    assert found.content == workspace.content
    assert found.output == workspace.base / "output"


def test_of_several_organisations_one_has_to_be_named(workspace: Workspace) -> None:
    begin(workspace.base, Start("Region Andra", "strategi", 2027))
    with pytest.raises(StyrdokError) as caught:
        find_workspace(None, None, workspace.base)
    assert "region-andra, region-exempel" in caught.value.message
    assert "--content" in caught.value.hint


def test_an_empty_folder_is_told_where_to_begin(tmp_path: Path) -> None:
    with pytest.raises(StyrdokError) as caught:
        find_workspace(None, None, tmp_path)
    assert "styrdok init" in caught.value.hint


def test_an_output_that_is_a_file_is_refused_before_anything_is_made(
    workspace: Workspace, tmp_path: Path
) -> None:
    place = tmp_path / "fil"
    place.write_text("x", encoding="utf-8")
    with pytest.raises(StyrdokError, match="är en fil, inte en mapp"):
        built(Workspace(workspace.content, place))
    assert place.read_text(encoding="utf-8") == "x"


def test_documents_that_would_share_a_file_are_not_built_over_each_other(workspace: Workspace) -> None:
    twin = PLAN.replace("/", "-")
    (workspace.content / twin).mkdir()
    for file in (workspace.content / PLAN).glob("*.*"):
        if file.is_file():
            (workspace.content / twin / file.name).write_bytes(file.read_bytes())
    for _ in range(2):
        found = {r.document: r for r in built(workspace).results}
        assert found[PLAN].outcome is found[twin].outcome is Outcome.FAILED
        assert twin in found[PLAN].reason
        assert PLAN in found[twin].reason
    assert [p.name for p in workspace.output.glob("*.docx")] == [file_name(TOP)]


def test_a_build_where_there_are_no_documents_says_so(workspace: Workspace) -> None:
    for folder in (TOP, PLAN):
        (workspace.content / folder / "dokument.yaml").unlink()
    with pytest.raises(StyrdokError, match="Här finns inga dokument"):
        built(workspace)
