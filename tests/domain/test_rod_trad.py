"""The graph: lines upwards, what lies below, and which documents print an item."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.domain.fras import Phrase
from generator.domain.mal import Nod
from generator.domain.rod_trad import RodTrad, utelamnad
from tests.organisations.small import ANSWER, GOAL, PLAN, TOP, add, korpus, read, swap


def _lines(trad: RodTrad, id_: str) -> list[str]:
    return [" > ".join(i.id for i in line) for line in trad.linjer(trad.korpus.index[id_])]


def test_every_kind_of_item_has_its_line_from_the_top(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    assert {id_: _lines(trad, id_) for id_ in trad.korpus.index} == {
        "hälsa": [],
        "vård": ["hälsa"],
        "väntetid": ["hälsa > vård"],
        "köer": ["hälsa > vård"],
        "korta-köer": ["hälsa > vård > köer"],
        "nämnden/digitala-besök": ["hälsa > vård"],
        "nämnden/nöjdhet": ["hälsa > vård"],
        "nämnden/mäta": ["hälsa > vård"],
        "nämnden/kväll": ["hälsa > vård > köer > korta-köer"],
    }


def test_an_atagande_that_answers_several_things_has_several_lines(tmp_path: Path) -> None:
    other = "---\nid: ekonomi\nnivå: strategi\n---\n# Ekonomi\n"
    below = "---\nid: balans\nnivå: mål\nunder: ekonomi\n---\n# Balans\n"
    change = swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, balans"')
    trad = RodTrad(korpus(tmp_path, change | {"mål/2-ekonomi.md": other, "mål/2.1-balans.md": below}))
    assert _lines(trad, "nämnden/kväll") == ["hälsa > vård > köer > korta-köer", "ekonomi > balans"]


def test_an_own_target_answers_to_the_superior_indikator_and_another_name_does_not(tmp_path: Path) -> None:
    row = "| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |"
    target = "| väntetid | | | 5 dagar | | |"
    trad = RodTrad(korpus(tmp_path / "a", swap(ANSWER, row, f"{row}\n{target}")))
    assert _lines(trad, "nämnden/väntetid") == ["hälsa > vård > väntetid"]
    assert [i.id for i in trad.egna_matt["väntetid"]] == ["nämnden/väntetid"]
    other = "| väntetid | Väntan i telefon | 9 | 5 minuter | Årligen | Växel |"
    trad = RodTrad(korpus(tmp_path / "b", swap(ANSWER, row, f"{row}\n{other}")))
    assert _lines(trad, "nämnden/väntetid") == ["hälsa > vård"]


def test_a_ring_and_a_missing_parent_end_the_line_and_nothing_hangs(tmp_path: Path) -> None:
    ring = read(tmp_path / "a", swap(TOP, "nivå: strategi", "nivå: strategi\nunder: köer")).korpus
    assert ring is not None
    trad = RodTrad(ring)
    assert _lines(trad, "vård") == ["köer > hälsa"]
    assert [n.id for _, n in trad.nedanfor(ring.noder[0])] == ["vård", "köer", "nämnden/digitala-besök"]
    lost = read(tmp_path / "b", swap(GOAL, "under: hälsa", "under: hälsan")).korpus
    assert lost is not None
    assert _lines(RodTrad(lost), "vård") == []


def test_below_comes_each_parent_before_its_children_with_its_depth(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    found = [(depth, nod.id) for depth, nod in trad.nedanfor(trad.korpus.noder[0])]
    assert found == [(1, "vård"), (2, "köer"), (2, "nämnden/digitala-besök")]


def test_an_own_nod_has_its_text_in_the_answer(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    own, above = (trad.korpus.nod(id_) for id_ in ("nämnden/digitala-besök", "vård"))
    assert own is not None
    assert above is not None
    assert str(trad.egen_text(own)) == "Fler besök ska vara digitala."
    assert not trad.egen_text(above)


def _documents(trad: RodTrad, id_: str) -> list[str]:
    return [d.id for d in trad.dokument_med(trad.korpus.index[id_])]


def test_what_is_decided_above_stands_in_every_document_of_its_time(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path / "a"))
    everywhere = ["plan/nämnden", "regionplan", "uppföljning/nämnden"]
    assert _documents(trad, "vård") == _documents(trad, "korta-köer") == everywhere
    assert _documents(trad, "nämnden/kväll") == ["plan/nämnden", "uppföljning/nämnden"]
    ended = swap(GOAL, "under: hälsa", "under: hälsa\ngäller från: 2021-01-01")
    later = read(tmp_path / "b", ended).korpus
    assert later is not None
    assert _documents(RodTrad(later), "vård") == ["regionplan"]


def test_what_lies_under_something_left_out_is_not_printed(tmp_path: Path) -> None:
    change = add(PLAN, "utelämnar: {köer: Vilar.}\n")
    left = read(tmp_path, change).korpus
    assert left is not None
    trad = RodTrad(left)
    assert "plan/nämnden" in _documents(trad, "köer")  # with the reason
    assert _documents(trad, "korta-köer") == ["regionplan"]
    assert utelamnad(left.dokument["plan/nämnden"], ("köer", "vård")) == "Vilar."
    assert utelamnad(left.dokument["plan/nämnden"], ("vård", "hälsa")) == ""


def test_twenty_thousand_nodes_in_one_line_are_walked_without_end_or_crash(tmp_path: Path) -> None:
    small = korpus(tmp_path)
    noder = tuple(Nod(f"n{i}", "mål", Phrase.of("x"), f"n{i - 1}" if i else "n19999") for i in range(20_000))
    trad = RodTrad(replace(small, noder=noder))
    assert sum(1 for _ in trad.nedanfor(noder[0])) == 19_999
    assert len(trad.linjer(noder[10])[0]) == 19_999
