"""The archive on a disk that is full, slow to let go, copied, merged or tampered with."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.build.arkiv import intact, writing
from generator.build.arkiv.intact import changed_in_archive
from generator.build.arkiv.records import DOCUMENT, INDEX, RECORD, VIEW
from generator.build.arkiv.store import HIDDEN, Archive, read_file, safe_name
from generator.build.files import write_whole
from generator.build.inspection import inspect_all
from generator.build.workspace import Workspace
from generator.diagnostics import StyrdokError
from generator.ooxml.package import Package, write_zip
from tests.build.frozen_workspace import ID, SENT, frozen, snapshot, workspace_with

pytestmark = pytest.mark.usefixtures("without_libreoffice")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The plan as it is sent out."""
    return workspace_with(tmp_path, SENT)


@pytest.fixture
def kept(workspace: Workspace) -> Workspace:
    """The plan, frozen, in an archive found whole once."""
    frozen(workspace, "utsänd")
    assert changed_in_archive(workspace) == ()
    return workspace


def folder(workspace: Workspace) -> Path:
    return Archive(workspace).versions(ID)[0].path


def overwrite(path: Path, data: bytes) -> None:
    path.chmod(stat.S_IRWXU)
    path.write_bytes(data)


def told(workspace: Workspace) -> str:
    (found,) = changed_in_archive(workspace)
    assert (found.code, found.severity.word, bool(found.hint)) == ("D006", "fel", True)
    return found.message


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file is changed": (lambda p: overwrite(p / VIEW, b"{}"), "vy.json är ändrad"),
    "a file is gone": (lambda p: (p / VIEW).unlink(), "vy.json saknas eller går inte att läsa"),
    "the record is changed": (lambda p: overwrite(p / RECORD, b"{}"), "beslut.json är ändrad"),
    "the record is gone": (lambda p: (p / RECORD).unlink(), "beslut.json saknas eller går inte att läsa"),
    "a file is new": (lambda p: (p / "ny.txt").write_bytes(b""), "filen ny.txt har tillkommit"),
    "the document is no document": (lambda p: overwrite(p / DOCUMENT, b"x"), "dokument.docx är skadad"),
    "a part is changed": (
        lambda p: repacked(p / DOCUMENT, {"word/document.xml": b"<x/>"}),
        "delen word/document.xml i dokument.docx är ändrad",
    ),
    "all is gone": (shutil.rmtree, "mappen saknas"),
}


def repacked(path: Path, changed: dict[str, bytes]) -> None:
    parts = {**Package.read(path.read_bytes()).parts, **changed}
    overwrite(path, write_zip(dict(sorted(parts.items(), reverse=True))) + b"")


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_changed_is_told_with_the_file(kept: Workspace, name: str) -> None:
    change, said = CHANGES[name]
    change(folder(kept))
    assert told(kept) == f"Version 0.1 (utsänd) av {ID} är inte som när den frystes: {said}"
    assert told(kept) == told(kept), "what is wrong is never remembered as right"


def test_a_document_packed_otherwise_is_the_same_document(kept: Workspace) -> None:
    import zipfile

    path = folder(kept) / DOCUMENT
    parts = Package.read(path.read_bytes()).parts
    path.chmod(stat.S_IRWXU)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as other:
        for name, data in parts.items():
            other.writestr(name, data)
    assert changed_in_archive(kept) == ()


def test_what_was_found_whole_is_not_read_again(kept: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> list[str]:
        raise AssertionError("läst igen")

    monkeypatch.setattr(intact, "problems", refuse)
    assert changed_in_archive(kept) == ()


def test_a_version_that_the_list_does_not_know_is_told_and_entered_by_freezing_it_again(
    kept: Workspace,
) -> None:
    whole = snapshot(kept.content)
    (kept.content / "arkiv" / INDEX).unlink()
    assert told(kept) == "Den frysta versionen plan/nämnden/0.1-utsänd står inte i arkivets förteckning"
    assert frozen(kept, "utsänd").already
    assert snapshot(kept.content) == whole
    assert changed_in_archive(kept) == ()


@pytest.mark.parametrize("text", ["", "{", "<<<<<<< HEAD\n", "[]", '{"format": 1, "versioner": [7]}'])
def test_a_damaged_list_is_told_and_nothing_more_is_frozen(kept: Workspace, text: str) -> None:
    (kept.content / "arkiv" / INDEX).write_text(text, encoding="utf-8")
    assert told(kept).startswith("arkiv/index.json går inte att läsa")
    assert [f.version for f in Archive(kept).versions(ID)] == ["0.1"], "the folders still tell"
    before = snapshot(kept.content)
    with pytest.raises(StyrdokError, match="går inte att läsa"):
        frozen(kept, "utsänd")
    assert snapshot(kept.content) == before


def test_a_list_that_leads_elsewhere_leads_nowhere(kept: Workspace) -> None:
    path = kept.content / "arkiv" / INDEX
    data = json.loads(path.read_text(encoding="utf-8"))
    data["versioner"][0]["dokument"] = "../../../etc"
    path.write_text(json.dumps(data), encoding="utf-8")
    archive = Archive(kept)
    assert archive.frozen(archive.rows[0]).path.is_relative_to(archive.folder)
    assert any("mappen saknas" in d.message for d in changed_in_archive(kept))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("1.0-justerad", "1.0-justerad"),
        ("nämnden", "nämnden"),
        (unicodedata.normalize("NFD", "nämnden"), "nämnden"),
        ("a:b?c", "a_b_c"),
        ("..", "_"),
        (".git", "_.git"),
        ("con", "con_"),
        ("slut. ", "slut"),
    ],
)
def test_names_that_every_system_can_have(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_names_with_their_letters_in_two_parts_are_the_same_names(kept: Workspace) -> None:
    there = folder(kept)
    split = there.parent.with_name(unicodedata.normalize("NFD", there.parent.name))
    there.parent.rename(split)
    (split / there.name).rename(split / unicodedata.normalize("NFD", there.name))
    assert changed_in_archive(kept) == ()
    assert frozen(kept, "utsänd").already


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("number", range(6))
def test_a_disk_that_gets_full_leaves_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    left = [number]
    real = os.fsync

    def sometimes(handle: int) -> None:
        if not left[0]:
            full()
        left[0] -= 1
        real(handle)

    before = snapshot(workspace.content)
    monkeypatch.setattr(os, "fsync", sometimes)
    with pytest.raises(StyrdokError, match="disken är full"):
        frozen(workspace, "utsänd")
    after = snapshot(workspace.content)
    assert {k: v for k, v in after.items() if not k.endswith(".gitattributes")} == before
    archive = workspace.content / "arkiv"
    assert not archive.exists() or [p.name for p in archive.iterdir()] == [".gitattributes"]
    monkeypatch.undo()


def test_a_folder_that_is_let_go_in_time_is_no_trouble(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_PAUSE", 0)
    held, real = [2], Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name.startswith(HIDDEN) and held[0]:
            held[0] -= 1
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    assert not frozen(workspace, "utsänd").already
    assert held == [0]


def test_a_folder_that_is_held_open_is_said_and_leaves_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> Path:
        raise PermissionError(errno.EACCES, "held")

    before = snapshot(workspace.content)
    monkeypatch.setattr(writing, "_PAUSE", 0)
    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(StyrdokError, match="ett annat program den öppen") as problem:
        frozen(workspace, "utsänd")
    assert "OneDrive" in problem.value.hint
    assert snapshot(workspace.content) == before


def test_what_a_killed_run_left_is_removed_once_it_is_old(workspace: Workspace) -> None:
    left = [workspace.content / "arkiv" / f"{HIDDEN}{name}" for name in ("gammal", "ny")]
    for each in left:
        each.mkdir(parents=True)
        (each / VIEW).write_bytes(b"{}")
    os.utime(left[0], (0, 0))
    frozen(workspace, "utsänd")
    assert [each.exists() for each in left] == [False, True]
    assert changed_in_archive(workspace) == ()


@pytest.mark.skipif(os.name != "posix", reason="links of this kind")
def test_an_archive_that_is_a_link_is_neither_read_nor_written(kept: Workspace, tmp_path: Path) -> None:
    elsewhere = tmp_path / "annanstans"
    (kept.content / "arkiv").rename(elsewhere)
    (kept.content / "arkiv").symlink_to(elsewhere)
    before = snapshot(elsewhere)
    assert changed_in_archive(kept) == ()
    assert Archive(kept).rows == ()
    with pytest.raises(StyrdokError, match="Länken leder ut"):
        frozen(kept, "utsänd")
    assert snapshot(elsewhere) == before


def test_two_branches_that_froze_are_merged_by_keeping_both_lines(kept: Workspace) -> None:
    lines = (kept.content / "arkiv" / INDEX).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith('{"dokument"')]
    assert len(rows) == len(lines) - 2 == 1
    assert json.loads(rows[0])["dokument"] == ID


def rewritten(workspace: Workspace, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the record of the version, and its checksum in the list, as somebody hostile would."""
    path = folder(workspace) / RECORD
    record = json.loads(path.read_bytes())
    change(record)
    overwrite(path, json.dumps(record).encode())
    index = workspace.content / "arkiv" / INDEX
    listed = json.loads(index.read_bytes())
    listed["versioner"][0]["summa"] = hashlib.sha256(path.read_bytes()).hexdigest()
    index.write_text(json.dumps(listed), encoding="utf-8")


@pytest.mark.parametrize("name", ["../../../organisation.yaml", "/etc/hostname", "C:\\x", "..", "x" * 5000])
def test_a_record_that_names_files_elsewhere_leads_nowhere(
    kept: Workspace, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewritten(kept, lambda record: record["filer"].update({name: {"summa": "x", "storlek": 1}}))
    read = list[Path]()

    def seen(path: Path) -> bytes:
        read.append(path)
        return read_file(path)

    monkeypatch.setattr(intact, "read_file", seen)
    assert name in told(kept) or "saknas" in told(kept)
    assert {path.parent for path in read} == {folder(kept)}


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("fryst", "2026-01-01T00:00:00", "tidpunkt med tidszon"),
        ("fryst", "0001-01-01T00:00:00", "tidpunkt"),
        ("fryst", "i går", "tidpunkt"),
        ("version", 1, "text"),
        ("steg", [], "den här versionen inte känner"),
    ],
)
def test_a_list_with_values_of_another_kind_is_told_and_stops_no_check(
    kept: Workspace, key: str, value: object, said: str
) -> None:
    path = kept.content / "arkiv" / INDEX
    listed = json.loads(path.read_bytes())
    listed["versioner"][0][key] = value
    path.write_text(json.dumps(listed), encoding="utf-8")
    (found,) = changed_in_archive(kept)
    assert said in found.message
    assert Archive(kept).versions(ID)[0].version == "0.1", "what lies there is found without the list"
    with pytest.raises(StyrdokError):
        frozen(kept, "utsänd")


def test_a_list_of_more_than_there_can_be_is_not_read(kept: Workspace) -> None:
    (kept.content / "arkiv" / INDEX).write_text("[" + "[]," * 2_000_001 + "[]]", encoding="utf-8")
    (found,) = changed_in_archive(kept)
    assert "orimligt stor" in found.message


@pytest.mark.parametrize("data", [b"{", b"[]", b"[" * 100_000, b"\x00\xff", b'{"_": "View", "_": 1}'])
def test_a_view_of_another_program_that_is_no_view_stops_no_check(kept: Workspace, data: bytes) -> None:
    overwrite(folder(kept) / VIEW, data)
    rewritten(kept, lambda record: record.update(innehallskod="x", textkod="x", vyformat="x"))
    found = inspect_all(kept)
    assert found.korpus is not None
    assert found.korpus.arkiv[ID].senaste.version == "0.1"


def test_a_document_with_a_name_longer_than_any_is_only_missing(kept: Workspace) -> None:
    path = kept.content / "arkiv" / INDEX
    listed = json.loads(path.read_bytes())
    listed["versioner"].append(listed["versioner"][0] | {"dokument": "x" * 5000})
    path.write_text(json.dumps(listed), encoding="utf-8")
    assert "mappen saknas" in told(kept)


def test_two_who_freeze_at_once_lose_neither_version(
    kept: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, first = Archive(kept), folder(kept)
    row = archive.rows[0]
    other = row.__class__("plan/annan", row.version, row.steg, row.fryst, row.summa)

    def write(path: Path, data: bytes) -> None:
        """Let the other place its version between our reading of the list and our writing."""
        monkeypatch.setattr(writing, "write_whole", write_whole)
        place = archive.place(other.dokument, other.version, other.steg)
        shutil.copytree(first, place)
        record = json.loads((place / RECORD).read_bytes()) | {"dokument": other.dokument}
        overwrite(place / RECORD, json.dumps(record).encode())
        write_whole(path, data)

    monkeypatch.setattr(writing, "write_whole", write)
    writing.enter(archive, row)
    assert {each.dokument for each in archive.read_index().versioner} == {ID, other.dokument}


def test_a_version_is_found_by_number_by_step_and_by_both(kept: Workspace) -> None:
    archive = Archive(kept)
    found = [archive.find(ID, name) for name in ("0.1", "utsänd", "0.1-utsänd", "0.1 UTSÄND")]
    assert [each.path for each in found if each is not None] == [folder(kept)] * 4
    assert archive.find(ID, "0.2") is None
