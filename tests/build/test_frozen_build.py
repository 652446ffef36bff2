"""What a build puts out of what is frozen, what check tells of it, and the versions made anew."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest

from generator.build.arkiv.records import DOCUMENT, POSTER, RECORD, VIEW, Beslutspost, Fil, read
from generator.build.arkiv.regenerated import verified
from generator.build.arkiv.store import Archive, sha256
from generator.build.arkiv.versions import latest, versions
from generator.build.inspection import inspect, inspect_all
from generator.build.results import Outcome, Result
from generator.build.run import Options
from generator.build.sides import finding_sides
from generator.build.verdict import verdict
from generator.build.workspace import Workspace
from generator.cli import main
from generator.diagnostics import StyrdokError
from generator.domain.arkiv import Forhallande
from tests.build.frozen_workspace import APPROVED, DAY, ID, PASSED, SENT, edit, frozen, state, workspace_with
from tests.conftest import built
from tests.organisations.small import ANSWER

CHAPTER = "plan/nämnden/1-inledning.md"
FILE = "plan-nämnden.docx"
pytestmark = pytest.mark.usefixtures("without_libreoffice")


@pytest.fixture
def adopted(tmp_path: Path) -> Workspace:
    """The plan, frozen as decided."""
    made = workspace_with(tmp_path, PASSED)
    frozen(made, "beslutad")
    return made


def outcome(workspace: Workspace, options: Options | None = None) -> Result:
    (result,) = built(workspace, options, ID).results
    return result


def relation(workspace: Workspace) -> Forhallande:
    korpus, _, _ = inspect(workspace)
    assert korpus is not None
    return korpus.arkiv[ID].nu


def codes(workspace: Workspace) -> list[str]:
    return [d.code for d in verdict(workspace).found if d.code in ("P008", "I004", "L009")]


def test_what_is_frozen_is_put_out_as_it_was_frozen(adopted: Workspace) -> None:
    data = Archive(adopted).versions(ID)[0].document()
    assert outcome(adopted, Options(dry_run=True)).outcome is Outcome.FROZEN
    assert not (adopted.output / FILE).exists()
    assert outcome(adopted).outcome is Outcome.FROZEN
    assert (adopted.output / FILE).read_bytes() == data
    assert outcome(adopted, Options(force=True)).outcome is Outcome.FROZEN
    assert codes(adopted) == []


def test_another_template_changes_nothing_frozen(adopted: Workspace) -> None:
    own = adopted.content / "mallar"
    own.mkdir()
    shutil.copyfile(adopted.template("regionplan.docx"), own / "verksamhetsplan.docx")
    assert outcome(adopted).outcome is Outcome.FROZEN
    assert (adopted.output / FILE).read_bytes() == Archive(adopted).versions(ID)[0].document()


def test_changed_content_leaves_the_frozen_file_and_is_told(adopted: Workspace) -> None:
    outcome(adopted)
    edit(adopted, CHAPTER, "vården", "all vård")
    result = outcome(adopted)
    assert result.outcome is Outcome.DIFFERS
    assert result.reason == "fryst 1.0 har ändrats i innehållet; filen är den frysta"
    assert "rättelse (1.1) eller en revision (2.0)" in result.hint
    assert not built(adopted, None, ID).complete
    assert (adopted.output / FILE).read_bytes() == Archive(adopted).versions(ID)[0].document()
    assert codes(adopted) == ["P008"]
    edit(adopted, CHAPTER, "all vård", "vården")
    assert outcome(adopted).outcome is Outcome.FROZEN
    assert codes(adopted) == []


def test_a_file_changed_by_hand_is_put_aside(adopted: Workspace) -> None:
    outcome(adopted)
    (adopted.output / FILE).write_bytes(b"mitt")
    assert "finns kvar som plan-nämnden (ändrad för hand).docx" in outcome(adopted).reason
    assert (adopted.output / "plan-nämnden (ändrad för hand).docx").read_bytes() == b"mitt"


def test_a_damaged_version_is_not_put_out(adopted: Workspace) -> None:
    path = Archive(adopted).versions(ID)[0].path / DOCUMENT
    path.chmod(stat.S_IRWXU)
    path.write_bytes(b"x")
    result = outcome(adopted)
    assert result.outcome is Outcome.FAILED
    assert "dokument.docx är skadad" in result.reason
    assert not (adopted.output / FILE).exists()


@pytest.mark.parametrize("name", [RECORD, POSTER])
def test_what_cannot_be_told_from_the_archive_is_not_built_anew_in_its_place(
    adopted: Workspace, name: str
) -> None:
    outcome(adopted)
    there = (adopted.output / FILE).read_bytes()
    path = Archive(adopted).versions(ID)[0].path / name
    path.chmod(stat.S_IRWXU)
    path.write_bytes(b"x")
    edit(adopted, CHAPTER, "vården", "all vård")
    assert relation(adopted) is Forhallande.SKADAT
    result = outcome(adopted)
    assert result.outcome is Outcome.FAILED
    assert name in result.reason
    assert (adopted.output / FILE).read_bytes() == there


def test_the_road_goes_on(adopted: Workspace) -> None:
    state(adopted, APPROVED)
    assert relation(adopted) is Forhallande.NYTT_STADIUM
    result = outcome(adopted)
    assert result.outcome is Outcome.BUILT
    assert result.reason == "1.0 är fryst som beslutad men ännu inte som justerad"
    frozen(adopted, "justerad")
    assert outcome(adopted).outcome is Outcome.FROZEN
    state(adopted, APPROVED.replace("1.0", "1.1"))
    assert relation(adopted) is Forhallande.OFRYST
    assert outcome(adopted).outcome is Outcome.BUILT
    state(adopted, PASSED)
    assert outcome(adopted).outcome is Outcome.FROZEN


def test_a_proposal_changed_since_it_was_sent_out_is_built_and_told(tmp_path: Path) -> None:
    made = workspace_with(tmp_path, SENT)
    frozen(made, "utsänd")
    assert outcome(made).outcome is Outcome.FROZEN
    edit(made, CHAPTER, "vården", "all vård")
    result = outcome(made)
    assert (result.outcome, result.hint) == (Outcome.BUILT, 'Skriv version: "0.2" i dokument.yaml.')
    assert codes(made) == ["P008"]
    state(made, SENT.replace('"0.1"', '"0.2"'))
    assert outcome(made).reason == ""
    assert codes(made) == []


def test_what_is_struck_since_the_decision_is_told_by_one_check(adopted: Workspace) -> None:
    edit(
        adopted,
        "plan/nämnden/2-mål/1.1-vård.md",
        "\n\n## Egen insats: Digitala besök {#digitala-besök}\n\nFler besök ska vara digitala.",
        "",
    )
    assert codes(adopted) == ["P008"]
    state(adopted, PASSED.replace("1.0", "2.0"))
    assert codes(adopted) == ["I004"]


def test_a_goal_reworded_above_is_told_by_one_check(adopted: Workspace) -> None:
    edit(adopted, "mål/1.1-vård.md", "Köerna ska kortas.", "Köerna ska bort.")
    assert codes(adopted) == ["L009"]
    assert outcome(adopted).outcome is Outcome.DIFFERS


def test_a_remembered_answer_knows_what_is_frozen(tmp_path: Path) -> None:
    made = workspace_with(tmp_path, PASSED)
    assert codes(made) == []
    frozen(made, "beslutad")
    edit(made, CHAPTER, "vården", "all vård")
    assert codes(made) == codes(made) == ["P008"]
    shutil.rmtree(made.content / "arkiv")
    assert codes(made) == []


def older(workspace: Workspace) -> None:
    """Make the frozen version one of a program that knew fewer fields, and another one besides."""
    one = Archive(workspace).versions(ID)[0]
    data = json.loads(one.view_json())
    del data["bilagor"]
    data["dokument"]["gammalt"] = "x"
    text = json.dumps(data, ensure_ascii=False).encode()
    record = json.loads((one.path / RECORD).read_text(encoding="utf-8"))
    record |= {"innehallskod": "0" * 64, "textkod": "0" * 64, "vyformat": "0" * 12}
    record["filer"][VIEW] = {"summa": sha256(text), "storlek": len(text), "delar": {}}
    whole = json.dumps(record, ensure_ascii=False).encode()
    for name, content in ((VIEW, text), (RECORD, whole)):
        (one.path / name).chmod(stat.S_IRWXU)
        (one.path / name).write_bytes(content)
    index = workspace.content / "arkiv" / "index.json"
    listed = index.read_text(encoding="utf-8")
    index.write_text(listed.replace(one.row.summa, sha256(whole)), encoding="utf-8")


def test_a_newer_program_does_not_make_the_same_words_others(adopted: Workspace) -> None:
    older(adopted)
    assert relation(adopted) is Forhallande.LIKA
    state(adopted, APPROVED)
    assert relation(adopted) is Forhallande.NYTT_STADIUM
    state(adopted, PASSED)
    edit(adopted, CHAPTER, "vården", "all vård")
    assert relation(adopted) is Forhallande.ANDRAT
    assert codes(adopted) == ["P008"]


def test_it_is_made_anew_from_what_lies_beside_it(adopted: Workspace) -> None:
    (one,) = Archive(adopted).versions(ID)
    assert verified(one) == ()
    edit(adopted, CHAPTER, "vården", "all vård")
    assert verified(one) == ()


def test_what_comes_out_otherwise_is_told_part_by_part(adopted: Workspace) -> None:
    one = Archive(adopted).versions(ID)[0]
    text = one.view_json().replace("Nämnden ansvarar för vården.", "Nämnden ansvarar för allt.")
    (one.path / VIEW).chmod(stat.S_IRWXU)
    (one.path / VIEW).write_text(text, encoding="utf-8")
    said = verified(Archive(adopted).versions(ID)[0])
    assert said[0] == "Filerna är inte som när de frystes: vy.json är ändrad."
    assert "Gjort på nytt: delen word/document.xml blir en annan." in said
    assert len(said) == 2


def test_versions_newest_first_and_without_git(adopted: Workspace) -> None:
    state(adopted, APPROVED)
    frozen(adopted, "justerad")
    id_, found, remarks = versions(adopted, "plan")
    assert id_ == ID
    assert [(v.namn, v.steg, v.slag) for v in found] == [
        ("1.0", "justerad", "fryst"),
        ("1.0", "beslutad", "fryst"),
    ]
    assert found[0].beslut.replace("\N{NO-BREAK SPACE}", " ") == "vårdnämnden 5 december 2018, § EX 9"
    assert len(remarks) == 1
    assert remarks[0].startswith("Inga versioner ur git: ")
    assert {x.dokument: x.frozen.namn if x.frozen else "" for x in latest(adopted)}[ID] == "1.0"


def test_a_version_is_found_by_its_number_and_by_its_step(adopted: Workspace) -> None:
    state(adopted, APPROVED)
    frozen(adopted, "justerad")
    archive = Archive(adopted)
    found = {name: archive.find(ID, name) for name in ("1.0", "1.0-beslutad", "1.0-JUSTERAD", "1.1", "")}
    steps = {name: one.steg.value if one else None for name, one in found.items()}
    assert steps == {
        "1.0": "justerad",
        "1.0-beslutad": "beslutad",
        "1.0-JUSTERAD": "justerad",
        "1.1": None,
        "": None,
    }
    last = found["1.0"]
    assert last is not None
    assert (last.datum, last.decision.paragraf) == (DAY, "EX 9")


def test_a_document_that_is_only_in_the_archive_still_has_its_versions(adopted: Workspace) -> None:
    shutil.rmtree(adopted.content / "plan")
    assert [v.namn for v in versions(adopted, ID)[1]] == ["1.0"]
    assert latest(adopted)[-1].dokument == ID
    with pytest.raises(StyrdokError, match="Det finns inget dokument"):
        versions(adopted, "plan/annan")


def test_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = workspace_with(tmp_path, SENT)
    monkeypatch.chdir(tmp_path)
    order = ["freeze", ID, "--steg", "utsand", "--datum", "2018-11-21", "--av", "Registrator"]
    assert main(order) == 0
    assert (
        "Fryst: version 0.1 (utsänd) av plan/nämnden, i arkiv/plan/nämnden/0.1-utsänd."
        in capsys.readouterr().err
    )
    assert main(order) == 0
    assert "Redan fryst" in capsys.readouterr().err
    assert main(["freeze", ID, "--steg", "justerad"]) == 2
    assert "stadium: justerad" in capsys.readouterr().err
    assert main(["freeze", ID, "--steg", "utsänd", "--av", "a\x1b[2J"]) == 2
    assert "går inte att anteckna" in capsys.readouterr().err
    assert main(["versions", ID, "--format", "json"]) == 0
    (version,) = json.loads(capsys.readouterr().out)["versions"]
    assert (version["version"], version["step"], version["date"]) == ("0.1", "utsänd", "2018-11-21")
    assert version["intact"] is True
    assert main(["versions"]) == 0
    assert "0.1 utsänd" in capsys.readouterr().out
    assert main(["versions", "--verify"]) == 0
    assert capsys.readouterr().out == "plan/nämnden 0.1 (utsänd): som den frystes\n"
    shutil.rmtree(made.content / "arkiv" / "plan")
    assert main(["versions", ID]) == 1
    assert "0.1 (utsänd): mappen saknas." in capsys.readouterr().err
    assert main(["check", "--format", "json", "--select", "D006"]) == 1
    assert [f["code"] for f in json.loads(capsys.readouterr().out)["findings"]] == ["D006"]


def test_a_rattelse_is_listed_with_its_reason_and_its_own_day(
    adopted: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    state(adopted, APPROVED.replace("1.0", "1.1"))
    edit(adopted, CHAPTER, "vården", "all vård")
    frozen(adopted, "rättelse", skal="Ett ord var fel.")
    assert main(["versions", ID, "--content", str(adopted.content)]) == 0
    rows = [line.split("  ") for line in capsys.readouterr().out.splitlines() if line.startswith("1.")]
    words = [[part.strip() for part in row if part.strip()] for row in rows]
    assert words[0] == ["1.1", "rättelse", "2026-03-04", "Ett ord var fel.", "orörd"]
    assert words[1][2] == "2018-12-05"
    with finding_sides(adopted.content, adopted.content) as sides:
        named = [str(sides.find(f"{ID}@{version}")) for version in ("1.1", "1.0")]
    assert named[0].endswith("version 1.1 (rättad 4\u00a0mars\u00a02026)")
    assert named[1].endswith("beslutad 5\u00a0december\u00a02018)")


def test_a_proposal_may_strike_what_is_frozen_of_its_document(adopted: Workspace) -> None:
    folder = adopted.content / ID / "förslag" / "annat"
    answer = folder / Path(ANSWER).relative_to(ID)
    answer.parent.mkdir(parents=True)
    (folder / "förslag.yaml").write_text("avsändare: Oppositionen\n", encoding="utf-8")
    answer.write_text("---\nsvarar på: vård\n---\n## Åtaganden\n\n- {#mäta utgår}\n", encoding="utf-8")
    (found,) = inspect_all(adopted).proposals
    assert found.korpus is not None
    assert "nämnden/mäta" not in found.korpus.index
    assert [d.code for d in found.new if d.code in ("I004", "P008")] == []


def test_a_record_reads_back_as_it_was_written(adopted: Workspace) -> None:
    one = Archive(adopted).versions(ID)[0]
    record = read(Beslutspost, one.data(RECORD), RECORD)
    assert record == one.record
    assert record.filer[DOCUMENT] == Fil(
        sha256(one.document()), len(one.document()), record.filer[DOCUMENT].delar
    )
