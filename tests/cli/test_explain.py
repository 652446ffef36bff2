"""``styrdok explain``: one code in full, all of them in a list, the page of all checks."""

from __future__ import annotations

import pytest

from generator.checks.catalogue import as_markdown, explanations
from generator.cli.main import main


@pytest.mark.parametrize("code", explanations())
def test_every_code_is_explained_in_four_parts(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code.lower()]) == 0
    out = capsys.readouterr().out
    first, *rest = out.rstrip("\n").split("\n\n")
    assert first.startswith(f"{code}  ")
    assert [part.partition(":")[0] for part in rest] == ["Varför", "Exempel", "Rätta"]
    assert max(map(len, out.splitlines())) <= 100


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    out, err = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ")] == list(explanations())
    assert err == "Mer om en kod: styrdok explain KOD\n"


@pytest.mark.parametrize(
    ("code", "hint"), [("L06", "Menade du ”L006”?"), ("hjälp", "Alla koder visas av styrdok explain.")]
)
def test_a_code_that_is_none_is_refused(code: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"Det finns ingen kod ”{code}”" in err
    assert hint in err


def test_the_page_is_written_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--markdown"]) == 0
    assert capsys.readouterr().out == as_markdown(explanations().values())
