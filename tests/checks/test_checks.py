"""Each check: content that triggers it, content that does not, and its documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks import all_checks, run_checks
from generator.checks.run import Check
from generator.content import read_corpus
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Stadium
from generator.domain.korpus import Korpus
from tests.checks import triggers
from tests.conftest import BLEKINGE, ROOT
from tests.support.source_facts import INSATSOMRADEN

SECOND = ROOT / "tests" / "organisations" / "halland-liknande"
PLAN = "verksamhetsplan-2019/regionstyrelsen"

Change = Callable[[Path], None]


def _swap(file: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, old
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return change


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the demo content to spoil."""
    import shutil

    return Path(shutil.copytree(BLEKINGE, tmp_path / "region-blekinge"))


def _korpus(root: Path) -> Korpus:
    korpus = read_corpus(root).korpus
    assert korpus is not None
    return korpus


GOAL = "mål/1.1-attraktivt-blekinge.md"
ANSWER = f"{PLAN}/4-mål/1.1-attraktivt-blekinge.md"

OPENING = f"{PLAN}/2-verksamhetsidé-värdegrund-vision-och-uppdrag.md"

REPORT = "verksamhetsberättelse-2019/regionstyrelsen"
TOLD = f"{REPORT}/3-mål/1.1-attraktivt-blekinge.md"


def _confirmed_otherwise(root: Path) -> None:
    line = '- {"id": "boendemiljö", "mot": "attraktivt-blekinge", "avtryck": "0123456789abcdef", '
    (root / "bekräftat.yaml").write_text(f'{line}"när": "2019-01-01"}}\n', encoding="utf-8", newline="\n")


TRIGGERS: list[tuple[str, Change, str]] = [
    (
        "C011",
        _swap(
            f"{PLAN}/dokument.yaml", "stadium: förslag", "stadium: förslag\nutelämnar:\n  boendemiljö: Skäl."
        ),
        ANSWER,
    ),
    ("E001", _swap(f"{PLAN}/5-budget.md", "117 019,9", "117 119,9"), f"{PLAN}/5-budget.md"),
    ("I001", _swap(GOAL, "{#stödja-bilden}", "{#beakta-rus}"), GOAL),
    ("L001", _swap(GOAL, "under: invånare-och-samhälle", "under: invånare-och-samhäle"), GOAL),
    ("L001", _swap(ANSWER, "## Insatsområde: boendemiljö", "## Insatsområde: boendemiljön"), ANSWER),
    ("L002", _swap(GOAL, "under: invånare-och-samhälle", "under: god-tillgänglighet"), GOAL),
    ("L002", _swap(ANSWER, "## Insatsområde: boendemiljö", "## Insatsområde: patientskador"), ANSWER),
    (
        "L003",
        _swap("mål/1-invånare-och-samhälle.md", "nivå: perspektiv", "nivå: perspektiv\nunder: boendemiljö"),
        "mål",
    ),
    (
        "L004",
        _swap(GOAL, "gäller från: 2019-01-01", "gäller från: 2015-01-01\ngäller till: 2018-12-31"),
        ANSWER,
    ),
    (
        "L005",
        _swap("regionplan-2019-2021/dokument.yaml", "stadium: justerad", "stadium: förslag"),
        f"{PLAN}/dokument.yaml",
    ),
    (
        "L006",
        _swap(
            "regionplan-2019-2021/dokument.yaml",
            "stadium: justerad",
            "stadium: justerad\nutelämnar:\n  attraktivt-blekinge: Prövas på nytt.",
        ),
        ANSWER,
    ),
    (
        "L010",
        _confirmed_otherwise,
        GOAL,
    ),
    (
        "L008",
        _swap(f"{PLAN}/2-verksamhetsidé-värdegrund-vision-och-uppdrag.md", "[=vision]", "[=visionen]"),
        PLAN,
    ),
    *triggers.TRIGGERS,
]


@pytest.mark.parametrize(
    ("code", "change", "file"), TRIGGERS, ids=[f"{c}-{n}" for n, (c, _, _) in enumerate(TRIGGERS)]
)
def test_what_is_wrong_is_found_in_its_file(copy: Path, code: str, change: Change, file: str) -> None:
    change(copy)
    told = [d for d in run_checks(_korpus(copy)) if d.code == code]
    assert any(d.position.file.startswith(file) and d.position.line for d in told), run_checks(_korpus(copy))
    assert all(d.hint for d in told)


KNOWN = {
    "region-blekinge": [
        ("N002", "mål/4.1-hållbar-verksamhet.md"),
        ("N007", "mål/4.1-hållbar-verksamhet.md"),
        ("N001", "mål/5.2-långsiktig-ekonomisk-planering.md"),
        ("P002", "planeringsdirektiv-2020/dokument.yaml"),
        ("P001", f"{REPORT}/dokument.yaml"),
        ("X001", f"{PLAN}/0-sammanfattning.md"),
        ("X001", f"{PLAN}/4-mål/1.3-god-tillgänglighet.md"),
        ("N008", f"{PLAN}/4-mål/3.1-engagerat-medarbetarskap.md"),
        ("X001", f"{PLAN}/underlag/satsningar-2019.xlsx"),
    ],
    "halland-liknande": [("P001", "verksamhetsberättelse-2020/nämnden-för-hälsa/dokument.yaml")],
}
"""What the sources themselves have: a proposal never decided, old names, a målvärde missing."""


@pytest.mark.parametrize("root", [BLEKINGE, SECOND], ids=lambda root: root.name)
def test_what_is_right_is_left_in_peace(root: Path) -> None:
    found = [(d.code, d.position.file) for d in run_checks(_korpus(root)) if d.severity is not Severity.NOTE]
    assert found == KNOWN[root.name]


def test_every_check_has_a_code_of_its_own_a_trigger_and_documentation() -> None:
    codes = [check.code for check in all_checks()]
    assert len(codes) == len(set(codes))
    assert {code for code, _, _ in TRIGGERS} <= set(codes)
    for check in all_checks():
        for part in (f"{check.code}: ", "Varför: ", "Exempel: ", "Rätta: "):
            assert part in check.documentation, (check.code, part)


def test_an_undecided_base_is_graver_the_nearer_the_decision_is() -> None:
    korpus = _korpus(BLEKINGE)
    grades = {}
    for stadium in Stadium:
        plan = replace(korpus.dokument[PLAN], stadium=stadium)
        base = replace(korpus.dokument["regionplan-2019-2021"], stadium=Stadium.FORSLAG)
        changed = replace(korpus, dokument={"regionplan-2019-2021": base, PLAN: plan})
        grades[stadium] = next(d.severity for d in run_checks(changed) if d.code == "L005")
    assert grades[Stadium.UTKAST] is Severity.NOTE
    assert grades[Stadium.FORSLAG] is Severity.WARNING
    assert grades[Stadium.TILL_BESLUT] is Severity.ERROR


def test_a_check_that_breaks_is_itself_a_finding_and_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: Korpus) -> Iterator[Diagnostic]:
        raise RuntimeError("oj")

    checks = (Check("X999", "", breaks), *all_checks())
    monkeypatch.setattr("generator.checks.run.all_checks", lambda: checks)
    found = run_checks(_korpus(BLEKINGE))
    assert [d.code for d in found if d.severity is Severity.ERROR and not d.position.file] == ["X999"]
    assert "oj" in found[0].message


def test_every_insatsomrade_of_the_demo_traces_to_an_inriktningsmal() -> None:
    korpus = _korpus(BLEKINGE)
    areas = [n for n in korpus.alla_noder() if n.niva == "insatsområde"]
    assert len([n for n in areas if not n.agare]) == len(INSATSOMRADEN) == 28
    assert len({n.agare for n in areas if n.agare}) == len([d for d in korpus.dokument.values() if d.egna])
    for nod in areas:
        assert "inriktningsmål" in [a.niva for a in korpus.anfader(nod)], nod.id


def test_what_a_report_tells_of_another_boards_promise_is_not_lost_in_silence() -> None:
    korpus = _korpus(BLEKINGE)
    plan = korpus.dokument[PLAN]
    elsewhere = replace(plan, id="annan", svar=())
    documents = {**korpus.dokument, "annan": elsewhere}
    report = replace(documents["verksamhetsberättelse-2019/regionstyrelsen"], foljer_upp="annan")
    changed = replace(korpus, dokument={**documents, report.id: report})
    told = [d for d in run_checks(changed) if d.code == "C011"]
    assert len(told) > 90
    assert "som följs upp" in told[0].message
