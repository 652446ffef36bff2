"""Freezing: what is put into the archive, in which order, under which number, and what is refused."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.build.arkiv.records import DOCUMENT, POSTER, RECORD, TEMPLATE, VIEW
from generator.build.arkiv.rules import Given
from generator.build.arkiv.store import Archive, Frozen
from generator.build.workspace import Workspace
from generator.diagnostics import StyrdokError
from generator.documents.kind import kinds
from generator.domain.arkiv import Fryssteg, version_number
from tests.build.frozen_workspace import (
    APPROVED,
    DAY,
    ID,
    NOW,
    PASSED,
    SENT,
    edit,
    frozen,
    snapshot,
    state,
    workspace_with,
)
from tests.conftest import built
from tests.organisations.small import FILES, PLAN, findings, korpus

CHAPTER = "plan/nämnden/1-inledning.md"
pytestmark = pytest.mark.usefixtures("without_libreoffice")


@pytest.fixture
def sent(tmp_path: Path) -> Workspace:
    """The plan as it is sent out."""
    return workspace_with(tmp_path, SENT)


@pytest.fixture
def approved(tmp_path: Path) -> Workspace:
    """The plan, justerad and frozen at each step."""
    made = workspace_with(tmp_path, SENT)
    frozen(made, "utsänd")
    state(made, PASSED)
    frozen(made, "beslutad")
    state(made, APPROVED)
    frozen(made, "justerad")
    return made


def named(workspace: Workspace) -> list[str]:
    return [f"{f.version} {f.steg.value}" for f in Archive(workspace).versions(ID)]


def refusal(workspace: Workspace, steg: str, **options: object) -> StyrdokError:
    """Return why it cannot be frozen; nothing may have been written."""
    before = snapshot(workspace.content)
    with pytest.raises(StyrdokError) as problem:
        frozen(workspace, steg, **options)  # type: ignore[arg-type]  # the options of frozen
    assert snapshot(workspace.content) == before
    return problem.value


def test_what_was_sent_out_lies_whole_in_the_archive(sent: Workspace, tmp_path: Path) -> None:
    done = frozen(sent, "utsänd", given=Given("VN", date(2018, 11, 21)))
    assert done.frozen.path == sent.content / "arkiv" / "plan" / "nämnden" / "0.1-utsänd"
    assert {p.name for p in done.frozen.path.iterdir()} == {DOCUMENT, TEMPLATE, VIEW, POSTER, RECORD}
    record = done.frozen.record
    assert (record.dokument, record.version, record.steg, record.stadium) == (
        ID,
        "0.1",
        Fryssteg.UTSAND,
        "förslag",
    )
    assert (record.beslut.organ, record.beslut.namn) == ("nämnden", "vårdnämnden")
    assert (record.beslut.datum, record.beslut.paragraf) == (date(2018, 11, 21), "")
    assert (record.fryst, record.av, record.diarienummer) == (NOW, "Registrator", "EX 2018/0012")
    assert "word/document.xml" in record.filer[DOCUMENT].delar
    whole = korpus(tmp_path / "igen", {PLAN: FILES[PLAN] + SENT})
    assert done.frozen.view() == kinds()["verksamhetsplan"].build(whole, whole.dokument[ID])
    built(replace(sent, output=tmp_path / "annan"))
    assert done.frozen.document() == (tmp_path / "annan" / "plan-nämnden.docx").read_bytes()


def test_the_archive_is_not_content_and_says_nothing_unused(approved: Workspace) -> None:
    assert findings(approved.content, {PLAN: FILES[PLAN] + APPROVED}) == ()


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind")
def test_what_is_frozen_cannot_be_written_by_mistake(approved: Workspace) -> None:
    for version in Archive(approved).versions(ID):
        assert all(not p.stat().st_mode & 0o222 for p in version.path.iterdir())


def test_the_whole_road(approved: Workspace) -> None:
    state(approved, APPROVED.replace("1.0", "1.1"))
    edit(approved, CHAPTER, "vården", "all vård")
    assert "behöver ett skäl" in refusal(approved, "rättelse").message
    assert frozen(approved, "rättelse", skal="Fel ord.").frozen.record.skal == "Fel ord."
    state(approved, SENT.replace("0.1", "2.0 förslag 1"))
    frozen(approved, "utsänd")
    state(approved, PASSED.replace("1.0", "2.0").replace("2018-12-05", "2019-02-01"))
    frozen(approved, "revision")
    state(approved, APPROVED.replace("1.0", "2.0").replace("2018-12-05", "2019-02-01"))
    frozen(approved, "justerad")
    assert named(approved) == [
        "0.1 utsänd",
        "1.0 beslutad",
        "1.0 justerad",
        "1.1 rättelse",
        "2.0 förslag 1 utsänd",
        "2.0 revision",
        "2.0 justerad",
    ]
    state(approved, SENT.replace("0.1", "2.1"))
    assert "blir version 3.0 förslag 1" in refusal(approved, "utsänd").message
    records = [f.record for f in Archive(approved).versions(ID)]
    assert records[0].foregaende == ""
    rows = Archive(approved).index.versioner
    assert [r.foregaende for r in records[1:]] == [row.summa for row in rows[:-1]]


def test_the_same_again_says_so_and_writes_nothing(sent: Workspace) -> None:
    first = frozen(sent, "utsänd")
    before = snapshot(sent.content)
    again = frozen(sent, "utsänd", NOW + timedelta(days=1))
    assert again.already
    assert again.frozen.path == first.frozen.path
    assert snapshot(sent.content) == before


def test_the_same_number_with_other_words_is_refused(sent: Workspace) -> None:
    frozen(sent, "utsänd")
    edit(sent, CHAPTER, "vården", "all vård")
    problem = refusal(sent, "utsänd", trots="Bråttom")
    assert "men det här blir version 0.2" in problem.message
    assert 'version: "0.2"' in problem.hint


def test_working_material_is_never_archived(tmp_path: Path) -> None:
    draft = workspace_with(tmp_path, "")
    for steg in Fryssteg:
        assert "är ett utkast" in refusal(draft, steg.value, trots="Ändå", skal="Skäl").message


def test_what_the_file_says_otherwise_is_told_with_all_lines_to_change(sent: Workspace) -> None:
    given = Given("Vårdnämnden", DAY, "§ EX 9", "EX 2018/0099")
    problem = refusal(sent, "beslutad", given=given, trots="Ändå")
    assert problem.message == (
        "Stadiet är ”förslag” enligt dokument.yaml, men steget är beslutad"
        " (och 3 uppgifter till stämmer inte)"
    )
    assert str(problem.position) == f"{PLAN}:6:10"
    assert [line.strip() for line in problem.hint.splitlines()[1:]] == [
        'stadium: "beslutad, ej justerad"',
        'version: "1.0"',
        "diarienummer: EX 2018/0099",
        "beslut: {organ: nämnden, datum: 2018-12-05, paragraf: EX 9}",
    ]
    state(sent, "".join(f"{line.strip()}\n" for line in problem.hint.splitlines()[1:]))
    assert frozen(sent, "beslutad", given=given).frozen.record.beslut.paragraf == "EX 9"


CONTRADICTIONS = {
    "organ": (Given(organ="RS"), "Det finns inget organ ”RS”"),
    "body": (Given(organ="Regionstyrelsen"), "är beslutet Vårdnämnden 5 december 2018, § EX 9"),
    "day": (Given(datum=date(2018, 12, 6)), "är beslutet Vårdnämnden 5 december 2018, § EX 9"),
    "paragraph": (Given(paragraf="10"), "är beslutet Vårdnämnden 5 december 2018, § EX 9"),
    "number": (Given(dnr="EX 1"), "Diarienumret är EX 2018/0012"),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_the_decision_is_what_the_document_prints(tmp_path: Path, name: str) -> None:
    given, said = CONTRADICTIONS[name]
    problem = refusal(workspace_with(tmp_path, PASSED), "beslutad", given=given, trots="Ändå")
    assert said in problem.message.replace("\N{NO-BREAK SPACE}", " ")


def test_the_same_decision_in_other_words_is_no_contradiction(tmp_path: Path) -> None:
    given = Given("vårdnämnden", DAY, "§ EX 9", "EX 2018/0012")
    assert not frozen(workspace_with(tmp_path, PASSED), "beslutad", given=given).already


def test_what_was_never_decided_is_not_justerat_without_a_reason(tmp_path: Path) -> None:
    made = workspace_with(tmp_path, APPROVED)
    assert "är inte fryst som beslutad" in refusal(made, "justerad").message
    record = frozen(made, "justerad", trots="Beslutades före arkivet.").frozen.record
    assert record.trots == "Beslutades före arkivet."
    assert len(record.forbi) == 1
    assert record.fel == ()


def test_the_order_of_the_steps(approved: Workspace) -> None:
    state(approved, PASSED)
    edit(approved, CHAPTER, "vården", "all vård")
    assert "är redan fryst som version 1.0 (justerad)" in refusal(approved, "beslutad").message
    state(approved, APPROVED)
    assert "är redan justerad" in refusal(approved, "justerad").message
    assert "med en annan lydelse" in refusal(approved, "justerad", trots="Ändå").message


def test_a_correction_has_the_old_decision_and_a_revision_a_new_one(approved: Workspace) -> None:
    edit(approved, CHAPTER, "vården", "all vård")
    state(approved, APPROVED.replace("1.0", "1.1").replace("EX 9", "EX 10"))
    assert "har samma beslut som version 1.0" in refusal(approved, "rättelse", skal="Fel.").message
    state(approved, APPROVED.replace("1.0", "2.0"))
    assert "har ett nytt beslut" in refusal(approved, "revision").message
    state(approved, APPROVED.replace("1.0", "2.0").replace("2018-12-05", "2018-12-04"))
    assert "är äldre än" in refusal(approved, "revision").message


def test_other_words_than_decided_are_justerade_only_with_a_reason(tmp_path: Path) -> None:
    made = workspace_with(tmp_path, PASSED)
    frozen(made, "beslutad")
    state(made, APPROVED)
    edit(made, CHAPTER, "vården", "all vård")
    problem = refusal(made, "justerad")
    assert "har ett fel och fryses inte" in problem.message
    assert "P008" in problem.hint
    assert "kapitlet ”Inledning” har ändrats" in problem.hint
    record = frozen(made, "justerad", trots="Skrivfel, rättat av sekreteraren.").frozen.record
    assert [f.kod for f in record.fel] == ["P008"]


def test_an_error_is_passed_with_a_reason_that_is_kept(sent: Workspace) -> None:
    edit(sent, "plan/nämnden/3-budget.md", "1 200,5", "1 300,5")
    problem = refusal(sent, "utsänd")
    assert "E001" in problem.hint
    assert "plan/nämnden/3-budget.md" in problem.hint
    done = frozen(sent, "utsänd", trots="Rättas på sammanträdet.")
    assert [f.kod for f in done.frozen.record.fel] == ["E001"]
    assert any("Rättas på sammanträdet." in remark for remark in done.remarks)


def test_what_cannot_be_read_is_not_passed_by_any_reason(sent: Workspace) -> None:
    edit(sent, CHAPTER, "vården", "v\x00ården")
    problem = refusal(sent, "utsänd", trots="Bråttom")
    assert "S005" in problem.message
    assert "skulle saknas i det som fryses" in problem.hint


def test_a_day_to_come_needs_a_reason(sent: Workspace) -> None:
    later = Given(datum=NOW.date() + timedelta(days=1))
    assert "i dag är det enligt datorn 4 mars 2026" in refusal(sent, "utsänd", given=later).message.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_a_clock_that_has_gone_back_is_said(approved: Workspace) -> None:
    state(approved, APPROVED.replace("1.0", "1.1"))
    edit(approved, CHAPTER, "vården", "all vård")
    done = frozen(approved, "rättelse", NOW - timedelta(days=30), skal="Fel.")
    assert any("Datorns klocka visar 2" in remark for remark in done.remarks)
    assert named(approved)[-1] == "1.1 rättelse"


def test_a_built_file_that_is_another_is_said(sent: Workspace) -> None:
    built(sent)
    edit(sent, CHAPTER, "vården", "all vård")
    assert any("är en annan än den frysta" in remark for remark in frozen(sent, "utsänd").remarks)


@pytest.mark.parametrize(
    ("document", "said"),
    [("plan/annan", "Det finns inget dokument"), ("nämnden", "Det finns inget dokument")],
)
def test_a_document_that_does_not_exist(sent: Workspace, document: str, said: str) -> None:
    assert said in refusal(sent, "utsänd", document=document).message


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.1", (0, 1, 0)),
        ("1.0", (1, 0, 0)),
        ("2.0 förslag 12", (2, 0, 12)),
        ("2.1 förslag 1", None),
        ("0.0 förslag 1", None),
        ("1", None),
        ("01.0", None),
        ("1.0.0", None),
        ("", None),
        ("²", None),
    ],
)
def test_numbers_of_versions(text: str, number: tuple[int, int, int] | None) -> None:
    found = version_number(text)
    assert (found and (found.huvud, found.under, found.forslag)) == number
    assert found is None or str(found) == text


def test_a_proposal_of_a_revision_comes_before_it_and_after_corrections() -> None:
    texts = ["0.9", "0.10", "1.0", "1.1", "2.0 förslag 1", "2.0 förslag 2", "2.0"]
    numbers = [version_number(t) for t in texts]
    ranks = [number.rank for number in numbers if number]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(texts)


def test_each_frozen_version_has_its_own_values(approved: Workspace) -> None:
    data = json.loads((approved.content / "arkiv" / "index.json").read_text(encoding="utf-8"))
    assert [row["steg"] for row in data["versioner"]] == ["utsänd", "beslutad", "justerad"]
    assert all(isinstance(f, Frozen) for f in Archive(approved).versions(ID))
