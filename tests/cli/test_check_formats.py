"""How ``styrdok check`` answers: for a person at a terminal, for GitHub, as SARIF."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from generator.cli.formats.github import as_github
from generator.cli.formats.places import Repository, repository_of
from generator.cli.formats.sarif import as_sarif
from generator.cli.formats.text import MOST, as_text, columns, framed
from generator.cli.main import main
from generator.cli.terminal import Terminal
from generator.content.excerpts import Excerpt, Excerpts
from generator.diagnostics import Acceptance, Diagnostic, Position, Severity
from tests.conftest import ROOT
from tests.organisations.small import chapter, written

DAY = date(2019, 12, 31)
ACCEPTED = Acceptance("Skälet.", date(2019, 2, 3), "Rollen")
FOUND = (
    Diagnostic("S005", "Filen kan inte läsas", Position("mål/å b.md"), "Försök igen."),
    Diagnostic("L008", "Fel: 50 %, rad\nbruten", Position("plan/a,b:c.md", 3, 5), "", Severity.WARNING),
    Diagnostic("E001", "Summan", Position("plan/b.xlsx", 7, 2, "Blad, ett"), "Räkna.", Severity.NOTE, ("x",)),
    Diagnostic("E001", "Summan", Position("plan/c.md", 1, 1), "Räkna.", accepted=ACCEPTED),
    Diagnostic("X999", "Kontrollen X999 kunde inte köras"),
)
HERE = Repository("content/region/")


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An organisation in a git repository, with a broken and an accepted link, as the current folder."""
    (tmp_path / ".git").mkdir()
    accepted = "godtagna:\n  - kod: L008\n    ord: borta\n    skäl: Kommer.\n    datum: 2019-02-03\n"
    text = chapter("Se [a](#vaard).\n\nSe [b](#borta).")
    written(tmp_path / "content" / "region", text | {"plan/nämnden/godtagna.yaml": accepted})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("broken")
def test_text_in_a_pipe_is_one_line_and_the_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "plan/nämnden/4-text.md:3:8: fel L008: Länken till ”vaard” leder ingenstans",
        "    Länka till ett id som finns i dokumentet, eller ta bort länken.",
        "plan/nämnden/4-text.md:5:8: godtaget L008: Länken till ”borta” leder ingenstans",
        "    Kommer. (2019-02-03)",
    ]
    assert err.startswith("1 fel, 1 godtaget i 3 dokument. Bedömt per den ")


def test_what_is_accepted_is_no_failure_not_even_a_strict_one(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = broken / "content" / "region" / "plan" / "nämnden" / "4-text.md"
    path.write_text("# Text\n\nSe [b](#borta).\n", encoding="utf-8")
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().err.startswith("1 godtaget i 3 dokument.")


@pytest.mark.skipif(os.name != "posix", reason="a pseudo terminal")
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_a_terminal_shows_the_line_with_a_caret_and_colour(broken: Path, environment: dict[str, str]) -> None:
    out = _at_a_terminal(broken, environment)
    plain = re.sub(r"\x1b\[\d+m", "", out)
    assert "     3 │ Se [a](#vaard).\r\n       │        ^\r\n    Länka till ett id" in plain
    assert ("\x1b[31mfel\x1b[0m" in out) == (not environment)
    assert ("\x1b" in out) == (not environment)


def _at_a_terminal(folder: Path, environment: dict[str, str]) -> str:
    import pty

    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "generator", "check", "-q"]
    surroundings = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"PYTHONPATH": str(ROOT)}
    done = subprocess.Popen(
        command, cwd=folder, env={**surroundings, **environment}, stdout=follower, stderr=subprocess.DEVNULL
    )
    os.close(follower)
    out = b""
    while True:
        try:
            read = os.read(leader, 4096)
        except OSError:
            break
        if not read:
            break
        out += read
    os.close(leader)
    assert done.wait() == 1
    return out.decode("utf-8")


@pytest.mark.parametrize(
    ("excerpt", "lines"),
    [
        (Excerpt("3", "Se hit.", 4), ["     3 │ Se hit.", "       │    ^"]),
        (Excerpt("3", "Se hit."), ["     3 │ Se hit."]),
        (Excerpt("B7", "a │ bcd │ e", 5, 3), ["    B7 │ a │ bcd │ e", "       │     ^^^"]),
        (Excerpt("3", "\ta\x1b[31mb\u00a0c", 2), ["     3 │  a [31mb c", "       │  ^"]),
        (Excerpt("3", "漢字e\u0301x", 5), ["     3 │ 漢字e\u0301x", "       │      ^"]),
        (Excerpt("3", "kort", 40), ["     3 │ kort", "       │     ^"]),
        (
            Excerpt("3", "x" * 50 + "HÄR" + "y" * 50, 51, 3),
            ["     3 │ …" + "x" * 15 + "HÄR" + "y" * 28 + "…", "       │ " + " " * 16 + "^^^"],
        ),
    ],
)
def test_the_caret_stands_under_what_is_meant(excerpt: Excerpt, lines: list[str]) -> None:
    assert framed(excerpt, 60) == lines


def test_a_long_line_is_no_wider_than_the_terminal() -> None:
    for column in (1, 500, 1000):
        for line in framed(Excerpt("3", "漢" * 1000, column), 80):
            assert columns(line) <= 80


def test_people_are_shown_the_first_and_told_how_many_more() -> None:
    many = [Diagnostic("L008", f"Länken {n}", Position("a.md", n)) for n in range(1, 10_001)]
    many += [Diagnostic("S002", "Id saknas", Position("b.md", 1))] * 2
    shown = list(as_text(many, Excerpts(ROOT), Terminal()))
    assert len(shown) == MOST + 1
    assert shown[-1] == (
        "… och 9802 till: 9800 L008, 2 S002. Visa alla med -v, eller en kod i taget med --select."
    )
    assert len(list(as_text(many, Excerpts(ROOT), Terminal(verbose=True)))) == len(many)


def test_github_shows_each_at_its_line_with_everything_escaped() -> None:
    assert list(as_github(FOUND, HERE)) == [
        "::error file=content/region/mål/å b.md,title=S005 fel::Filen kan inte läsas. Försök igen.",
        (
            "::warning file=content/region/plan/a%2Cb%3Ac.md,line=3,col=5,title=L008 varning::"
            "Fel: 50 %25, rad%0Abruten."
        ),
        (
            "::notice file=content/region/plan/b.xlsx,title=E001 notering::"
            "blad ”Blad, ett”, cell B7: Summan. Räkna."
        ),
        "::error file=content/region,title=X999 fel::Kontrollen X999 kunde inte köras.",
    ]


def test_sarif_has_what_the_standard_asks_for() -> None:
    log = json.loads(as_sarif(FOUND, HERE, DAY))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "styrdok"
    assert [r["id"] for r in rules] == ["S005", "L008", "E001", "X999"]
    assert all(r["shortDescription"]["text"] for r in rules if r["id"] != "X999")
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["level"] in ("error", "warning", "note")
        for location in result["locations"]:
            artifact = location["physicalLocation"]["artifactLocation"]
            assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", artifact["uri"])
            assert artifact["uriBaseId"] in run["originalUriBaseIds"]
            region = location["physicalLocation"].get("region", {"startLine": 1})
            assert region["startLine"] >= 1


def test_sarif_leads_to_the_places_and_says_what_is_accepted() -> None:
    results = json.loads(as_sarif(FOUND, HERE, DAY))["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"] for r in results]
    assert [unquote(p["artifactLocation"]["uri"]) for p in places] == [
        "content/region/mål/å b.md",
        "content/region/plan/a,b:c.md",
        "content/region/plan/b.xlsx",
        "content/region/plan/c.md",
        "content/region",
    ]
    assert [p.get("region") for p in places] == [
        None,
        {"startLine": 3, "startColumn": 5},
        None,
        {"startLine": 1, "startColumn": 1},
        None,
    ]
    assert results[2]["locations"][0]["logicalLocations"] == [{"name": "Blad, ett!B7", "kind": "cell"}]
    assert [r["suppressions"] for r in results] == [
        [],
        [],
        [],
        [{"kind": "external", "status": "accepted", "justification": "Skälet. (Rollen, 2019-02-03)"}],
        [],
    ]


def test_sarif_knows_a_finding_again_when_it_has_moved_and_tells_equal_ones_apart() -> None:
    def prints(*found: Diagnostic) -> list[str]:
        results: list[dict[str, Any]] = json.loads(as_sarif(found, HERE, DAY))["runs"][0]["results"]
        return [r["partialFingerprints"]["styrdok/v1"] for r in results]

    one, moved = (Diagnostic("L008", "Länken", Position("a.md", line)) for line in (3, 9))
    other = Diagnostic("L008", "Länken", Position("b.md", 3))
    assert prints(one) == prints(moved) != prints(other)
    assert len(set(prints(one, moved))) == 2


@pytest.mark.parametrize("form", ["sarif", "github", "json"])
def test_every_form_has_the_exit_code_of_the_findings_and_paths_that_lead_somewhere(
    broken: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert main(["check", "--format", form, "--datum", "2019-06-30"]) == 1
    out = capsys.readouterr().out
    if form == "github":
        assert out.count("::error ") == out.count("\n") == 1
        file = re.search(r"file=([^,]+),", out)
        assert file is not None
        assert (broken / file[1]).is_file()
    elif form == "sarif":
        (run,) = json.loads(out)["runs"]
        assert run["properties"] == {"datum": "2019-06-30"}
        uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert (broken / unquote(uri)).is_file()
    else:
        data = json.loads(out)
        assert data["datum"] == "2019-06-30"
        assert [f["accepted"] for f in data["findings"]] == [None, "Kommer."]
        assert [f["accepted_on"] for f in data["findings"]] == [None, "2019-02-03"]


def test_the_repository_is_found_above_the_content(tmp_path: Path) -> None:
    content = tmp_path / "a" / "content" / "region"
    content.mkdir(parents=True)
    assert repository_of(content, tmp_path / "a").prefix == "content/region/"
    (tmp_path / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    assert repository_of(content, tmp_path / "a").prefix == "a/content/region/"
    (content / ".git").mkdir()
    assert repository_of(content, tmp_path / "a").prefix == ""


@pytest.mark.parametrize("day", ["2019-02-30", "i dag", "8 maj 2019", "19-05-08"])
@pytest.mark.usefixtures("broken")
def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert main(["check", "--datum", day]) == 2
    assert f"”{day}” är ingen dag i almanackan" in capsys.readouterr().err
