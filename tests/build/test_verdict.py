"""What is remembered between checks: always the answer that a check from the start would give."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import verdict as module
from generator.build.fingerprint import fingerprint
from generator.build.memory import keep
from generator.build.start import Start, begin
from generator.build.stored import as_data, from_data
from generator.build.verdict import Verdict, verdict
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic, Position, Severity

PLAN = Path("verksamhetsplan-2027") / "styrelsen"
GOAL = Path("mål") / "1.1-ett-gott-liv.md"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A small organisation, as styrdok init makes it, with something to complain about."""
    content = begin(tmp_path, Start("Region Exempel", "perspektiv", 2027))
    _append(content / GOAL, "\n[Se målet](#finns-inte)\n")
    return Workspace(content, tmp_path / "output")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that have been checked from the start."""
    found: list[Path] = []
    real = module._worked_out

    def counting(workspace: Workspace, dag: date | None) -> Verdict:
        found.append(workspace.content)
        return real(workspace, dag)

    monkeypatch.setattr(module, "_worked_out", counting)
    return found


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _codes(answer: Verdict) -> list[str]:
    return [d.code for d in answer.found]


def test_nothing_changed_is_not_checked_again(workspace: Workspace, runs: list[Path]) -> None:
    first = verdict(workspace)
    assert "L008" in _codes(first)
    assert verdict(workspace) == first
    assert len(runs) == 1
    assert verdict(workspace, anew=True) == first
    assert len(runs) == 2


def test_a_check_leaves_nothing_among_the_content_or_beside_it(workspace: Workspace, memory: Path) -> None:
    before = sorted(p.name for p in workspace.base.rglob("*"))
    verdict(workspace)
    assert sorted(p.name for p in workspace.base.rglob("*")) == before
    assert len(list(memory.iterdir())) == 1


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["append", "delete", "rename", "swap", "new", "restore"]),
        st.integers(0, 30),
        st.sampled_from(
            [
                "\n[Se målet](#finns-inte)\n",
                "\n## Insatsområde: Något nytt {#något-nytt}\n\nText.\n",
                "\n## Insatsområde: finns-inte\n\nText.\n",
                "\nokänd: nyckel\n",
                "\n| a | b |\n",
                "\x00",
                " ",
            ]
        ),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_after_any_edits_the_answer_is_that_of_a_check_from_the_start(
    edits: list[tuple[str, int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = begin(tmp_path_factory.mktemp("org"), Start("Region Exempel", "perspektiv", 2027))
    workspace = Workspace(content, content.parent / "output")
    original = {p: p.read_bytes() for p in content.rglob("*") if p.is_file()}
    for what, number, text in edits:
        _edit(content, original, what, number, text)
        assert verdict(workspace) == verdict(workspace, anew=True)
        assert verdict(workspace) == verdict(workspace, anew=True)


def _edit(content: Path, original: dict[Path, bytes], what: str, number: int, text: str) -> None:
    files = sorted(p for p in content.rglob("*") if p.is_file() and p.name != "organisation.yaml")
    if what == "restore" or not files:
        shutil.rmtree(content)
        for path, data in original.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return
    path = files[number % len(files)]
    match what:
        case "append":
            _append(path, text)
        case "delete":
            path.unlink()
        case "rename":
            path.rename(path.with_name(f"{number}-annat{path.suffix}"))
        case "swap":
            other = files[(number * 7 + 1) % len(files)]
            mine, its = path.read_bytes(), other.read_bytes()
            path.write_bytes(its)
            other.write_bytes(mine)
        case "new":
            (path.parent / f"{number}-ny.md").write_text(f"# Ny{text}", encoding="utf-8")


def test_a_change_of_the_same_length_in_the_same_instant_is_seen(workspace: Workspace) -> None:
    path = workspace.content / GOAL
    verdict(workspace)
    times = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("finns-inte", "finns-ikke"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert any("finns-ikke" in d.message for d in verdict(workspace).found)


def _damaged() -> dict[str, Any]:
    def flipped(data: bytes) -> bytes:
        return data[:-20] + bytes([data[-20] ^ 1]) + data[-19:]

    def other_message(data: bytes) -> bytes:
        return data.replace(b"L008", b"L009")

    return {
        "truncated": lambda data: data[: len(data) // 2],
        "one bit": flipped,
        "another code": other_message,
        "empty": lambda _: b"",
        "no json": lambda data: data.split(b"\n")[0] + b"\n{[",
        "foreign": lambda _: b"\x80\x04\x95 pickle of another program",
        "older version": lambda data: data.replace(b"styrdok 1", b"styrdok 0"),
        "endless brackets": lambda data: data.split(b"\n")[0] + b"\n" + b"[" * 100_000,
        "huge": lambda data: data + b" " * 9_000_000,
    }


@pytest.mark.parametrize("damage", _damaged().values(), ids=_damaged())
def test_a_damaged_memory_means_a_full_run(
    workspace: Workspace, memory: Path, runs: list[Path], damage: Any
) -> None:
    first = verdict(workspace)
    kept = next(memory.iterdir())
    kept.write_bytes(damage(kept.read_bytes()))
    assert verdict(workspace) == first
    assert verdict(workspace) == first
    assert len(runs) == 2, "worked out once more, and then remembered again"


@pytest.mark.parametrize(
    "data",
    [[], None, 7, [[["L008"]], []], {"found": []}, [[["L001", "x", ["f", "1", 0, ""], "", "?", []]], []]],
)
def test_whole_data_of_another_shape_mean_a_full_run(
    workspace: Workspace, memory: Path, runs: list[Path], data: Any
) -> None:
    first = verdict(workspace)
    kept = next(memory.iterdir())
    key = kept.read_bytes().split(b" ")[2].decode()
    keep(kept.stem, key, data)
    assert verdict(workspace) == first
    assert len(runs) == 2


def test_what_another_folder_or_day_or_version_left_is_not_taken(
    tmp_path: Path, workspace: Workspace, memory: Path, runs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict(workspace)
    moved = Workspace(tmp_path / "annan", workspace.output)
    shutil.copytree(workspace.content, moved.content)
    theirs = next(memory.iterdir())
    shutil.copy(theirs, memory / f"{module._name(moved)}.json")
    verdict(moved)
    assert runs == [workspace.content, moved.content]
    monkeypatch.setattr(module, "__version__", "9.9.9")
    verdict(workspace)
    assert len(runs) == 3

    class Tomorrow(date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls(2999, 1, 1)

    monkeypatch.setattr(module, "date", Tomorrow)
    verdict(workspace)
    assert len(runs) == 4


def test_a_change_of_the_program_means_a_full_run(
    workspace: Workspace, runs: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "generator" / "build" / "verdict.py"
    program.parent.mkdir(parents=True)
    program.write_text("1", encoding="utf-8")
    monkeypatch.setattr(module, "__file__", str(program))
    verdict(workspace)
    verdict(workspace)
    assert len(runs) == 1
    (program.parent.parent / "checks.py").write_text("2", encoding="utf-8")
    verdict(workspace)
    assert len(runs) == 2


def test_a_folder_where_nothing_can_be_kept_is_no_matter(
    workspace: Workspace, tmp_path: Path, runs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    for folder in ("", str(tmp_path / "fil"), str(tmp_path / "fil" / "under")):
        monkeypatch.setenv("STYRDOK_CACHE", folder)
        assert "L008" in _codes(verdict(workspace))
        assert "L008" in _codes(verdict(workspace))
    assert len(runs) == 6


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not bind here")
def test_a_memory_that_cannot_be_written_or_read_is_no_matter(
    workspace: Workspace, memory: Path, runs: list[Path]
) -> None:
    verdict(workspace)
    next(memory.iterdir()).chmod(0)
    memory.chmod(0o500)
    assert "L008" in _codes(verdict(workspace))
    assert len(runs) == 2


def test_content_that_changes_while_it_is_read_is_not_remembered(
    workspace: Workspace, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = workspace.content / GOAL, module._worked_out
    text = path.read_text(encoding="utf-8")

    def there_and_back(workspace: Workspace, dag: date | None) -> Verdict:
        path.write_text(text.replace("finns-inte", "något-annat"), encoding="utf-8")
        answer = real(workspace, dag)
        path.write_text(text, encoding="utf-8")
        return answer

    monkeypatch.setattr(module, "_worked_out", there_and_back)
    assert any("något-annat" in d.message for d in verdict(workspace).found)
    assert list(memory.iterdir()) == []
    monkeypatch.setattr(module, "_worked_out", real)
    assert any("finns-inte" in d.message for d in verdict(workspace).found)


def test_a_check_that_broke_is_not_remembered(
    workspace: Workspace, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Verdict((Diagnostic("L001", "Kontrollen L001 kunde inte köras"),), ("a",), date(2019, 12, 31))
    monkeypatch.setattr(module, "_worked_out", lambda _, __: broken)
    assert verdict(workspace) == broken
    assert list(memory.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_what_a_hash_does_not_tell_all_about_is_checked_anew(
    workspace: Workspace, runs: list[Path], kind: str
) -> None:
    place = workspace.content / PLAN / "9-annat.md"
    if kind == "link":
        place.symlink_to(workspace.content / GOAL)
    else:
        os.mkfifo(place)
    assert fingerprint(workspace.content) is None
    assert verdict(workspace) == verdict(workspace)
    assert len(runs) == 2


def test_too_much_content_is_not_hashed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fingerprint(workspace.content) is not None
    monkeypatch.setattr("generator.build.fingerprint.MOST", 500)
    assert fingerprint(workspace.content) is None


def test_a_name_counts_as_well_as_what_it_holds(workspace: Workspace) -> None:
    first = fingerprint(workspace.content)
    (workspace.content / GOAL).rename(workspace.content / "mål" / "1.2-ett-gott-liv.md")
    second = fingerprint(workspace.content)
    (workspace.content / "tom").mkdir()
    third = fingerprint(workspace.content)
    digests = {each.digest for each in (first, second, third) if each}
    assert len(digests) == 3


def test_only_so_many_answers_are_kept(
    workspace: Workspace, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.build.memory.MOST", 3)
    for number in range(5):
        (memory / f"check-{number}.json").write_text("", encoding="utf-8")
        os.utime(memory / f"check-{number}.json", (number, number))
    verdict(workspace)
    assert sorted(p.stem for p in memory.iterdir()) == sorted(["check-3", "check-4", module._name(workspace)])


FINDINGS = st.builds(
    Diagnostic,
    st.text(),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.builds(Position, st.text(), st.integers(0), st.integers(0), st.text()),
    st.text(),
    st.sampled_from(Severity),
    st.lists(st.text()).map(tuple),
)


@given(st.builds(Verdict, st.lists(FINDINGS).map(tuple), st.lists(st.text()).map(tuple)))
def test_every_answer_survives_being_kept(answer: Verdict) -> None:
    assert from_data(Verdict, json.loads(json.dumps(as_data(answer)))) == answer


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda s: st.lists(s, max_size=7)))
def test_data_of_any_other_shape_are_refused(data: Any) -> None:
    try:
        answer = from_data(Verdict, data)
    except (ValueError, TypeError):
        return
    assert as_data(answer) == data
