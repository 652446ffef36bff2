"""What holds for every redline: accepted it is the new file, rejected the old one; of equals it is empty."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.redline_pair import pair
from benchmarks.templates import our_template
from generator.build.properties import properties_of
from generator.build.run import Options
from generator.build.workspace import Workspace
from generator.documents.view import View
from generator.ooxml.package import Package
from generator.ooxml.redline import Redlined, redline
from generator.render.pages import StandIn
from generator.render.template import Template
from tests.conftest import built
from tests.ooxml.workbench import Mall, p
from tests.support.redlines import judge
from tests.support.richword import rich
from tests.support.validator import validate, validator_available
from tests.support.wordedits import EDITS, Edit, edited

ORGANISATION = Path(__file__).resolve().parents[2] / "organisations" / "halland-liknande"
RICH = rich()
EDIT = st.builds(Edit, st.sampled_from(sorted(EDITS)), st.integers(0, 300), st.integers(0, 60))
FEW, SOME = st.lists(EDIT, max_size=3), st.lists(EDIT, min_size=1, max_size=6)
CALM = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
SENTENCE = st.lists(
    st.sampled_from(["vi", "går", "hem", "35 063,9", "–", "mål", "och", " ", "Å", "(a)"]), max_size=6
)
PARAGRAPHS = st.lists(SENTENCE.map(" ".join), min_size=1, max_size=7)


def redlined(old: bytes, new: bytes) -> Redlined:
    date = datetime(2026, 1, 1, tzinfo=UTC)
    return redline(Package.read(old), Package.read(new), author="Åsa Öberg", date=date)


def check(old: bytes, new: bytes) -> bytes:
    """Redline two files and let the judge look at it; return the redline."""
    made = redlined(old, new)
    verdict = judge(old, new, made.data)
    assert verdict.flawless, verdict.complaints
    return made.data


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The documents of an organisation as the product builds them."""
    output = tmp_path_factory.mktemp("egna")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("STYRDOK_SOFFICE", "")
        assert built(Workspace(ORGANISATION, output), Options()).complete
    return sorted(output.rglob("*.docx"))


@settings(max_examples=60, **CALM)  # type: ignore[arg-type]
@given(FEW, SOME)
def test_whatever_is_edited_in_a_file_that_holds_everything(before: list[Edit], after: list[Edit]) -> None:
    check(edited(RICH, before), edited(RICH, after))


@settings(max_examples=20, **CALM)  # type: ignore[arg-type]
@given(st.integers(0, 3), FEW, SOME)
def test_whatever_is_edited_in_our_own_documents(
    ours: list[Path], number: int, before: list[Edit], after: list[Edit]
) -> None:
    source = ours[number].read_bytes()
    check(edited(source, before), edited(source, after))


@settings(max_examples=100, **CALM)  # type: ignore[arg-type]
@given(PARAGRAPHS, PARAGRAPHS)
def test_any_two_small_texts(old: list[str], new: list[str]) -> None:
    check(*(Mall(body="".join(map(p, texts))).data() for texts in (old, new)))


@settings(max_examples=15, **CALM)  # type: ignore[arg-type]
@given(FEW)
def test_of_equal_files_it_is_empty(edits: list[Edit]) -> None:
    same = edited(RICH, edits)
    made = redlined(same, same)
    assert made.changes == 0
    assert made.coarsened == ()
    found = judge(same, same, made.data)
    assert found.flawless
    assert found.marked == 0
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert not [name for name in archive.namelist() if b"w:author=" in archive.read(name)]


def test_two_documents_that_have_nothing_to_do_with_each_other(ours: list[Path]) -> None:
    first, second, third, fourth, *_ = (path.read_bytes() for path in ours)
    check(first, second)
    check(RICH, third)
    check(fourth, RICH)


def test_the_other_way_round_changes_sides(ours: list[Path]) -> None:
    old = ours[2].read_bytes()
    new = edited(old, [Edit("ord", 40, 3), Edit("nytt stycke", 30, 1), Edit("rad bort", 4, 0)])
    there, back = redlined(old, new), redlined(new, old)
    assert there.changes == back.changes > 0
    marked = [judge(*files).marked for files in ((old, new, there.data), (new, old, back.data))]
    assert marked[0] == marked[1] > 0


def rendered(view: View) -> bytes:
    return Template(our_template(), "mall.docx").render(view, properties_of(view), StandIn())


def test_a_plan_with_one_block_in_twenty_edited_marks_little_more_than_it_must() -> None:
    old, new = (rendered(view) for view in pair(20))
    verdict = judge(old, new, check(old, new))
    assert verdict.least > 500
    assert verdict.ratio < 1.2


@pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")
def test_redlines_of_valid_files_are_valid(ours: list[Path], tmp_path: Path) -> None:
    sources = (RICH, ours[3].read_bytes())
    edits = [Edit(kind, 7 * number, number) for number, kind in enumerate(sorted(EDITS))]
    pairs = [(source, edited(source, edits[first::2])) for first, source in enumerate(sources)]
    paths = [tmp_path / f"{number}-{name}.docx" for number in range(len(pairs)) for name in ("ny", "märkt")]
    for number, (old, new) in enumerate(pairs):
        paths[2 * number].write_bytes(new)
        paths[2 * number + 1].write_bytes(redlined(old, new).data)
    found = validate(paths)
    assert {path.name: errors for path, errors in found.items() if errors} == {}
