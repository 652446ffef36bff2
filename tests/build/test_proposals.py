"""Proposals are built, checked and redlined beside the document that they would change."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import pytest

from generator.build.editions import Edition
from generator.build.inspection import inspect, inspect_all
from generator.build.manifest import Manifest
from generator.build.proposals import proposal_view, proposals
from generator.build.results import Outcome, Report
from generator.build.run import Options, build
from generator.build.selection import Wanted
from generator.build.workspace import Workspace
from generator.cli import main
from generator.content import read_corpus
from generator.diagnostics import StyrdokError
from generator.ooxml.properties import read_properties
from generator.ooxml.structure import problems
from tests.conftest import ROOT, silent
from tests.content.test_fuzz import PIECES, mutated
from tests.organisations.proposals import HOME, PLAN, proposal
from tests.organisations.small import FILES, GOAL, KINDS, assert_well_said, read, written
from tests.support.word import headings, tables

BOTH = f"{PLAN}@annat"
REDLINE = f"{BOTH} ändringar"
FILE, REDLINED = "plan-nämnden-förslag-annat.docx", "plan-nämnden-förslag-annat-ändringar.docx"
ANSWER = "2-mål/1.1-vård.md"
BUDGET = "# Budget\n\nTabell: Budget\n\n| Id | 2019 |\n|--|--:|\n| drift | 300,0 |\n| totalt | 1 300,5 |\n"

pytestmark = pytest.mark.usefixtures("without_libreoffice")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The small organisation with a proposal that adds a chapter and moves money."""
    files = {"1-inledning.md": "# Inledning\n\nNämnden ansvarar för all vård.\n", "3-budget.md": BUDGET}
    dated = FILES[f"{PLAN}/dokument.yaml"] + "datum: 2018-10-01\n"
    content = written(tmp_path / "prov", proposal(files) | {f"{PLAN}/dokument.yaml": dated})
    return Workspace(content, tmp_path / "output")


def _built(workspace: Workspace, options: Options | None = None, *documents: str) -> Report:
    return build(workspace, Wanted(documents), options or Options(), silent)


def _outcomes(report: Report) -> dict[str, Outcome]:
    return {r.document: r.outcome for r in report.results}


def test_each_proposal_is_built_and_redlined_after_its_document(workspace: Workspace) -> None:
    report = _built(workspace, None, PLAN)
    assert _outcomes(report) == {PLAN: Outcome.BUILT, BOTH: Outcome.BUILT, REDLINE: Outcome.BUILT}
    assert {p.name for p in workspace.output.glob("*.docx")} == {"plan-nämnden.docx", FILE, REDLINED}
    budget = tables(workspace.output / FILE)[-1]
    assert ("Drift", "300,0") in [(row[0], row[-1]) for row in budget]


def test_the_cover_and_the_properties_say_whose_it_is(workspace: Workspace) -> None:
    _built(workspace)
    text = zipfile.ZipFile(workspace.output / FILE).read("word/document.xml").decode()
    assert "Förslag från " in text
    assert "Oppositionen" in text
    found = read_properties((workspace.output / FILE).read_bytes())
    assert (found.custom["Dokument-id"], found.status) == (BOTH, "Förslag från Oppositionen")


def test_the_redline_is_marked_by_the_sender_on_the_day_of_the_document(workspace: Workspace) -> None:
    _built(workspace)
    xml = zipfile.ZipFile(workspace.output / REDLINED).read("word/document.xml").decode()
    assert set(re.findall(r'<w:ins [^>]*w:author="([^"]*)"', xml)) == {"Oppositionen"}
    assert {day[:10] for day in re.findall(r'<w:del [^>]*w:date="([^"]*)"', xml)} == {"2018-10-01"}
    found = problems((workspace.output / REDLINED).read_bytes())
    assert [p for p in found if not p.endswith("är kvar.")] == []
    assert headings(workspace.output / REDLINED) == headings(workspace.output / FILE)


def test_only_what_has_changed_is_made_again_and_it_is_the_same_each_time(workspace: Workspace) -> None:
    _built(workspace)
    first = {p.name: p.read_bytes() for p in workspace.output.glob("*.docx")}
    assert set(_outcomes(_built(workspace)).values()) == {Outcome.UNCHANGED}
    assert set(_outcomes(_built(workspace, Options(force=True))).values()) == {Outcome.BUILT}
    assert {p.name: p.read_bytes() for p in workspace.output.glob("*.docx")} == first
    own = workspace.content / HOME / "1-inledning.md"
    own.write_text("# Inledning\n\nNämnden gör mer.\n", encoding="utf-8")
    changed = {id_ for id_, outcome in _outcomes(_built(workspace)).items() if outcome is Outcome.BUILT}
    assert changed == {BOTH, REDLINE}


def test_they_can_be_left_out_or_asked_for_one_by_one(workspace: Workspace) -> None:
    assert set(_outcomes(_built(workspace, Options(proposals=False), PLAN))) == {PLAN}
    assert set(_outcomes(_built(workspace, None, BOTH))) == {PLAN, BOTH, REDLINE}
    written(workspace.content, proposal({}, name="till"))
    assert set(_outcomes(_built(workspace, None, BOTH))) == {PLAN, BOTH, REDLINE}
    for name in (f"{PLAN}@annan", "regionplan@annat"):
        with pytest.raises(StyrdokError, match="inget förslag"):
            _built(workspace, None, name)


def test_an_error_in_a_proposal_holds_back_only_that(workspace: Workspace) -> None:
    budget = workspace.content / HOME / "3-budget.md"
    budget.write_text(BUDGET.replace("drift", "dirft"), encoding="utf-8")
    report = _built(workspace, None, PLAN)
    assert _outcomes(report) == {PLAN: Outcome.BUILT, BOTH: Outcome.SKIPPED, REDLINE: Outcome.SKIPPED}
    assert "Raden ”dirft”" in report.results[1].reason
    assert report.results[2].reason == "förslaget är inte byggt"


def test_an_error_in_the_main_one_that_the_proposal_mends_holds_back_only_the_main_one(
    workspace: Workspace,
) -> None:
    chapter = workspace.content / PLAN / "1-inledning.md"
    chapter.write_text("# Inledning\n\nSe [avsnittet](#finns-inte).\n", encoding="utf-8")
    assert _outcomes(_built(workspace, None, PLAN)) == {
        PLAN: Outcome.SKIPPED,
        BOTH: Outcome.BUILT,
        REDLINE: Outcome.SKIPPED,
    }


def test_a_dry_run_writes_nothing(workspace: Workspace) -> None:
    assert set(_outcomes(_built(workspace, Options(dry_run=True))).values()) == {Outcome.PLANNED}
    assert not workspace.output.exists() or not list(workspace.output.iterdir())


def test_a_redline_that_a_person_has_written_in_is_kept(workspace: Workspace) -> None:
    _built(workspace)
    (workspace.output / REDLINED).write_bytes(b"anteckningar")
    report = _built(workspace)
    assert "ändrad för hand" in report.results[[r.document for r in report.results].index(REDLINE)].reason
    kept = workspace.output / REDLINED.replace(".docx", " (ändrad för hand).docx")
    assert kept.read_bytes() == b"anteckningar"


def test_two_files_of_one_name_are_told_of(workspace: Workspace) -> None:
    twin = {f"{PLAN}-förslag-annat/dokument.yaml": FILES[f"{PLAN}/dokument.yaml"]}
    written(workspace.content, twin)
    outcomes = _outcomes(_built(workspace))
    assert outcomes[BOTH] is outcomes[f"{PLAN}-förslag-annat"] is Outcome.FAILED


def test_check_tells_what_only_the_proposal_has_wrong(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    budget = workspace.content / HOME / "3-budget.md"
    budget.write_text(BUDGET.replace("1 300,5", "1 299,5"), encoding="utf-8")
    assert main(["check", "--content", str(workspace.content), "--select", "E001"]) == 1
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert f"{HOME}/3-budget.md:8:3: fel E001: Summan ”Totalt” för 2019 är 1 299,5 tkr" in said
    assert said.count("E001") == 1
    before = inspect(workspace)[1]
    shutil.rmtree(workspace.content / PLAN / "förslag")
    assert inspect(workspace)[1] == before
    assert inspect_all(workspace).everything() == before


def test_the_plans_of_others_are_not_blamed_on_a_proposal(tmp_path: Path) -> None:
    home = "regionplan/förslag/annat"
    files = {
        f"{home}/förslag.yaml": "avsändare: Oppositionen\n",
        f"{home}/mål/1.2-nytt.md": "---\nid: nytt\nnivå: mål\nunder: hälsa\n---\n# Nytt mål\n\nNytt.\n",
    }
    read(tmp_path, files)
    (found,) = inspect_all(Workspace(tmp_path, tmp_path / "output")).proposals
    assert found.korpus is not None
    assert "nytt" in found.korpus.index
    assert [d for d in found.new if d.position.file.startswith("plan/")] == []
    assert any(d.code == "C001" and "Nytt mål" in d.message for d in found.found)


def test_a_note_that_gathers_fewer_things_is_not_new(tmp_path: Path) -> None:
    without = FILES[GOAL].replace("| Register |", "| |")
    other = without.replace("id: vård", "id: akut").replace("# Vård i tid", "# Akut vård")
    for old, new in (("väntetid |", "kötid |"), ("{#köer}", "{#akuta-köer}"), ("{#korta-köer}", "{#korta}")):
        other = other.replace(old, new)
    struck = {f"{HOME}/mål/1.2-akut.md": "# Akut vård {#akut utgår}\n", **proposal({})}
    read(tmp_path, {GOAL: without, "mål/1.2-akut.md": other, **struck})
    inspected_ = inspect_all(Workspace(tmp_path, tmp_path / "output"))
    (found,) = inspected_.proposals
    notes = [[d.message for d in many if d.code == "N003"] for many in (inspected_.found, found.found)]
    assert notes[0] != notes[1]
    assert [len(each) for each in notes] == [1, 1]
    assert [d.message for d in found.new if d.code == "N003"] == []


@pytest.mark.parametrize("there", [False, True])
def test_what_reads_proposals_is_loaded_only_for_them(tmp_path: Path, *, there: bool) -> None:
    content = written(tmp_path, proposal({}) if there else {})
    code = (
        "import sys; from generator.cli import main;"
        f"main(['check', '--no-cache', '-q', '--content', {str(content)!r}]);"
        "ours = ('generator.content.proposals', 'generator.build.proposed');"
        "print(any(name.startswith(ours) for name in sys.modules))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == str(there)


def test_a_proposal_is_named_and_seen(workspace: Workspace) -> None:
    assert proposals(workspace, PLAN) == ("annat",)
    assert (
        proposals(workspace, "regionplan") == proposals(workspace, "") == proposals(workspace, "../x") == ()
    )
    korpus, view = proposal_view(read_corpus(workspace.content, KINDS), PLAN, "annat")
    assert view.dokument.id == BOTH
    assert view.dokument.forslag == view.dokument.stadium == "Förslag från Oppositionen"
    assert korpus.dokument[PLAN].forslag == "annat"
    with pytest.raises(StyrdokError, match="inget förslag ”annan”") as told:
        proposal_view(read_corpus(workspace.content, KINDS), PLAN, "annan")
    assert told.value.hint == "Menade du ”annat”?"
    (workspace.content / HOME / "förslag.yaml").write_text("titel: x\n", encoding="utf-8")
    with pytest.raises(StyrdokError, match="avsändare"):
        proposal_view(read_corpus(workspace.content, KINDS), PLAN, "annat")


def test_a_name_written_with_letters_taken_apart_is_the_same_name(workspace: Workspace) -> None:
    home = workspace.content / HOME
    apart = workspace.content / PLAN / unicodedata.normalize("NFD", "förslag/åtgärd")
    shutil.copytree(home, apart)
    (apart / "förslag.yaml").rename(apart / unicodedata.normalize("NFD", "förslag.yaml"))
    shutil.rmtree(home.parent)
    assert proposals(workspace, PLAN) == ("åtgärd",)
    assert (
        proposal_view(read_corpus(workspace.content, KINDS), PLAN, "åtgärd")[1].dokument.id
        == f"{PLAN}@åtgärd"
    )


def test_the_manifest_knows_a_proposal_beside_its_document(workspace: Workspace) -> None:
    _built(workspace)
    assert {BOTH, REDLINE, PLAN} <= set(Manifest(workspace.output).entries)


def test_an_edition_that_cannot_be_read_is_called_by_its_id(workspace: Workspace) -> None:
    korpus = inspect(workspace)[0]
    assert korpus is not None
    assert Edition("x", "x", korpus, (), "x.docx").title == "x"


@pytest.mark.parametrize("seed", range(20))
def test_whatever_a_proposal_holds_it_is_read_and_told_of(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # what is tested is not a secret
    names = [name.removeprefix(f"{PLAN}/") for name in FILES if name.startswith(f"{PLAN}/")]
    chosen = [*chance.sample(names, 3), "mål/1.1-vård.md", "grund/1-vision.md"]
    main_ = {**FILES, **{f"{PLAN}/{n}": FILES[n] for n in ("mål/1.1-vård.md", "grund/1-vision.md")}}
    marks = (*PIECES, " {utgår}", " {ny}", " utgår}", "{#mäta utgår}", "| drift {utgår} | | |\n")
    files = {}
    for name in chosen:
        text = mutated(main_[f"{PLAN}/{name}"], chance)
        at = chance.randint(0, len(text))
        files[name] = text[:at] + chance.choice(marks) + text[at:]
    who = mutated("avsändare: A\ntitel: B\nändrar: annat\nutelämnar: {köer: x}\n", chance)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        changes = {
            k: v.encode("utf-8", "surrogatepass")
            for k, v in proposal(files, who).items()
            if isinstance(v, str)
        }
        reading = read(root, changes)
        assert reading.korpus is not None
        for each in inspect_all(Workspace(root, root / "output")).proposals:
            for diagnostic in each.new:
                assert_well_said(diagnostic)
