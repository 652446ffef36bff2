"""What confirming records, and what it leaves alone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.build.confirm import Confirmed, Confirming, confirm, sentences
from generator.build.workspace import Workspace
from generator.content.confirmed import LOCK
from generator.diagnostics import StyrdokError
from tests.organisations.small import ANSWER, FILES, GOAL, ORG, findings, swap, written

DAY, LATER = date(2019, 3, 1), date(2019, 4, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small organisation."""
    return written(tmp_path / "innehåll")


def _confirm(root: Path, reference: str = "", day: date = DAY, **more: object) -> Confirmed:
    wanted = Confirming(reference, day, **more)  # type: ignore[arg-type]  # the fields are those of Confirming
    return confirm(Workspace(root, root / "output"), wanted)


def _lines(root: Path) -> list[str]:
    text = (root / LOCK).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _links(root: Path) -> list[str]:
    return [" < ".join(re.findall(r'"(?:id|mot)": "([^"]+)"', line)) for line in _lines(root)]


def _change(root: Path, old: str, new: str, name: str = GOAL) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _suspects(root: Path) -> list[str]:
    changes = {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
    found = findings(root.parent / f"{root.name}-igen", {**changes})
    return [d.message.split(" har ")[0] for d in found if d.code == "L010"]


def test_one_item_is_recorded_against_all_it_answers_to(root: Path) -> None:
    assert _confirm(root, "kväll", by="Vårdchef", why="Läst.") == Confirmed(2, 1)
    said = '"när": "2019-03-01", "av": "Vårdchef", "skäl": "Läst."'
    assert _lines(root) == [
        f'- {{"id": "nämnden/kväll", "mot": "{mot}", "avtryck": "{avtryck}", {said}}}'
        for mot, avtryck in (("korta-köer", "27df0a28146944da"), ("köer", "b8dce12b7d95eef8"))
    ]


def test_nobody_is_named_who_was_not_said(root: Path) -> None:
    _confirm(root, "kväll")
    assert '"av"' not in (root / LOCK).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("reference", "links"),
    [
        ("mäta", ["nämnden/mäta < vård"]),
        ("vård", ["vård < hälsa"]),
        ("Digitala besök", ["nämnden/digitala-besök < vård"]),
        ("plan/nämnden#köer", ["plan/nämnden#köer < korta-köer", "plan/nämnden#köer < köer"]),
        ("plan/nämnden#vård", ["plan/nämnden#vård < väntetid", "plan/nämnden#vård < vård"]),
    ],
)
def test_what_an_id_can_be(root: Path, reference: str, links: list[str]) -> None:
    _confirm(root, reference)
    assert _links(root) == links


def test_a_document_is_all_that_it_says(root: Path) -> None:
    assert _confirm(root, "plan/nämnden") == Confirmed(9, 6)
    assert not [link for link in _links(root) if link in ("vård < hälsa", "köer < vård")]


def test_all_records_the_present_state_and_keeps_what_was_checked(root: Path) -> None:
    _confirm(root, "kväll", by="Vårdchef")
    told = _confirm(root, day=LATER, by="Kansliet")
    assert told == Confirmed(9, 7, 2)
    assert sum("Vårdchef" in line for line in _lines(root)) == 2
    assert _confirm(root, day=LATER) == Confirmed(0, 0, 11)


def test_all_takes_away_what_is_no_more_but_not_what_cannot_be_read(root: Path) -> None:
    _confirm(root)
    whole = (root / GOAL).read_bytes()
    (root / GOAL).write_text("ingen rubrik", encoding="utf-8")
    assert _confirm(root).removed == 0
    (root / GOAL).write_bytes(whole)
    _change(root, '- öppna en kväll i veckan. {#kväll svarar på="korta-köer"}', "- stänga. {#stänga}", ANSWER)
    told = _confirm(root)
    assert (told.recorded, told.removed) == (1, 2)


def test_no_authors_file_is_touched(root: Path) -> None:
    _confirm(root)
    for name, content in FILES.items():
        assert (root / name).read_text(encoding="utf-8") == content


def test_a_change_makes_suspects_and_confirming_them_ends_it(root: Path) -> None:
    _confirm(root)
    assert _suspects(root) == []
    _change(root, "# Vård i tid", "# Vård i god tid")
    assert _suspects(root) == ["Målet ”Vård i god tid”"]
    _confirm(root, "plan/nämnden")
    assert _suspects(root) == ["Målet ”Vård i god tid”"]
    _confirm(root, "köer")
    assert _suspects(root) == []


def test_a_typo_in_a_parent_is_recorded_for_all_its_children(root: Path) -> None:
    _confirm(root, by="Vårdchef")
    _change(root, "# Vård i tid", "# Vård i Tid")
    told = _confirm(root, "vård", LATER, only_words=True, by="Kansliet")
    assert told == Confirmed(5, 5)
    assert _suspects(root) == []
    again = [line for line in _lines(root) if '"2019-04-01"' in line]
    assert len(again) == 5
    assert all('"av": "Kansliet", "skäl": "ändringen är bara språklig"' in line for line in again)


def test_a_typo_does_not_hide_an_earlier_change_of_meaning(root: Path) -> None:
    _confirm(root)
    _change(root, "# Vård i tid", "# Vård i god tid")
    _confirm(root, "mäta", LATER)
    _change(root, "# Vård i god tid", "# Vård i God tid")
    told = _confirm(root, "vård", LATER, only_words=True)
    assert (told.recorded, len(told.doubtful)) == (1, 4)
    assert _suspects(root) == ["Målet ”Vård i God tid”"]
    assert list(sentences(told))[1].startswith(
        "Inte prövade sedan en tidigare ändring, och därför orörda: köer,"
    )


@pytest.mark.parametrize(
    ("reference", "only_words", "message"),
    [
        ("hälsa", False, "”hälsa” har inget ovanför sig att prövas mot"),
        ("korta-köer", False, "”korta-köer” har inget ovanför sig att prövas mot"),
        ("finns-inte", False, "Det finns inget som heter ”finns-inte”"),
        ("plan/ingen#vård", False, "Det finns inget dokument ”plan/ingen”"),
        ("vård", True, "Ingenting har prövats mot ”vård”"),
    ],
)
def test_what_cannot_be_confirmed_is_said(root: Path, reference: str, only_words: bool, message: str) -> None:
    with pytest.raises(StyrdokError) as caught:
        _confirm(root, reference, only_words=only_words)
    assert caught.value.message == message
    assert not (root / LOCK).exists()


def test_a_damaged_file_is_left_as_it_is(root: Path) -> None:
    (root / LOCK).write_text("trasig\n", encoding="utf-8")
    with pytest.raises(StyrdokError) as caught:
        _confirm(root)
    assert str(caught.value.position) == "bekräftat.yaml:1:1"
    assert (root / LOCK).read_text(encoding="utf-8") == "trasig\n"


def test_content_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(StyrdokError, match="organisation"):
        _confirm(written(tmp_path, {ORG: None}))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Confirmed(1, 1), ["Bekräftat: 1 sak, 1 länk uppåt."]),
        (
            Confirmed(0, 0, 3, 2),
            [
                "Inget nytt att bekräfta.",
                "3 var redan prövade mot nuvarande lydelse och är orörda.",
                "2 gällde sådant som inte finns längre och är borttagna.",
            ],
        ),
    ],
)
def test_it_is_told_in_words(told: Confirmed, said: list[str]) -> None:
    assert list(sentences(told)) == said


def test_a_change_of_one_thing_does_not_suspect_another(root: Path) -> None:
    _confirm(root)
    for name, content in swap(ANSWER, "mäta väntan", "mäta all väntan").items():
        assert isinstance(content, str)
        (root / name).write_text(content, encoding="utf-8", newline="\n")
    assert _suspects(root) == []
