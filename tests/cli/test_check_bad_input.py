"""Bad input: one clear finding for each cause, or one sentence, and never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build.inspection import inspect
from generator.build.workspace import Workspace
from generator.cli.main import main
from tests.organisations.small import ANSWER, GOAL, Files, add, chapter, swap, written


def check(root: Path, changes: Files, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return the findings of the organisation with some files changed."""
    code = main(["check", "--content", str(written(root, changes)), "--format", "json"])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    found: list[dict[str, Any]] = json.loads(out)["findings"]
    assert code == (1 if any(f["severity"] == "error" for f in found) else 0)
    return found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("finns-inte", "finns inte"),
        ("tom", "innehåller ingen organisation"),
        ("fil.txt", "finns inte"),
    ],
)
def test_a_folder_that_is_no_content_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    (tmp_path / "tom").mkdir()
    (tmp_path / "fil.txt").write_text("x", encoding="utf-8")
    assert main(["check", "--content", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("Fel:") == 1


@pytest.mark.parametrize("text", ["", "- a\n", "namn: [\n", "\x00", "x" * 100])
def test_an_organisation_file_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    found = check(tmp_path, {"organisation.yaml": text}, capsys)
    assert {f["file"] for f in found} == {"organisation.yaml"}
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("id_", "codes"),
    [
        ("väntan-på-vård", []),
        ("två ord", ["S005"]),
        ("glad😀", ["I002"]),
        ("VERSALER", ["I002"]),
        ("under_streck", ["I002"]),
        ("x" * 81, ["I002"]),
        ("ｆｕｌｌ", []),
    ],
)
def test_an_id_with_odd_letters_is_one_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], id_: str, codes: list[str]
) -> None:
    found = check(tmp_path, swap(ANSWER, "{#digitala-besök}", f"{{#{id_}}}"), capsys)
    assert [f["code"] for f in found] == codes, found


def test_two_files_with_one_id_are_one_finding_that_names_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = "---\nid: vård\nnivå: mål\nunder: hälsa\n---\n# Annan vård\n\nText.\n"
    found = check(tmp_path, {"mål/1.2-annan.md": other}, capsys)
    assert [(f["code"], f["file"]) for f in found] == [("I001", "mål/1.2-annan.md")]
    assert GOAL in found[0]["message"]


def test_a_cycle_is_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = check(tmp_path, swap("mål/1-hälsa.md", "nivå: strategi", "nivå: strategi\nunder: köer"), capsys)
    assert [f["code"] for f in found] == ["L003"]


def test_ten_thousand_errors_are_all_found_and_the_first_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = chapter("\n\n".join(f"Se [a](#borta-{n})." for n in range(10_000)))
    assert main(["check", "--content", str(written(tmp_path, many))]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) < 500
    assert "… och 9800 till: 9800 L008." in out
    assert err.startswith("10000 fel i 3 dokument.")


def test_build_does_not_drown_its_answer_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STYRDOK_SOFFICE", "")
    root = written(tmp_path / "c", chapter("\n\n".join(f"Se [a](#borta-{n})." for n in range(300))))
    assert main(["build", "--content", str(root), "--output", str(tmp_path / "o")]) == 1
    err = capsys.readouterr().err
    assert "… och 250 till, som styrdok check visar." in err
    assert len(err.splitlines()) < 120


@pytest.mark.parametrize("name", [GOAL, "plan/nämnden/dokument.yaml", "plan/nämnden/4-text.md"])
def test_a_file_that_vanishes_while_it_is_read_is_one_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = written(tmp_path, chapter("Text."))
    opened = Path.open

    def vanishing(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self == root / name:
            self.unlink(missing_ok=True)
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", vanishing)
    _, found, _ = inspect(Workspace(root, tmp_path / "o"))
    about = [d for d in found if d.position.file == name]
    assert [(d.code, d.message) for d in about] == [("S005", "Filen kan inte läsas: den finns inte längre")]
    assert [d for d in found if d not in about] == []


def test_an_organisation_that_goes_away_before_it_is_read_is_told(tmp_path: Path) -> None:
    _, found, documents = inspect(Workspace(tmp_path / "borta", tmp_path))
    assert {d.code for d in found} == {"S005"}
    assert documents == ()


def test_the_same_organisation_gives_the_same_findings_with_an_own_place_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = add("plan/nämnden/1-inledning.md", "\n[a](#b) [a](#b)\n")
    found = check(tmp_path, twice, capsys)
    assert len({(f["line"], f["column"]) for f in found}) == len(found) == 2
