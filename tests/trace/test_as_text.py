"""The röd tråd on a terminal, word for word, for the small organisation; spot checks for Blekinge."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.domain.matris import matris
from generator.domain.rod_trad import RodTrad
from generator.trace.as_text import matrix_as_text, thread_as_text
from generator.trace.thread import Stalle, thread
from tests.conftest import BLEKINGE
from tests.organisations.small import ANSWER, ORG, OUTCOME, PLAN, add, korpus, read, swap

GOAL = """\
Mål: Vård i tid (vård) – beslut av Regionfullmäktige

Uppåt
  Vision: Allt blir bra. (vision)
    Strategi: God hälsa (hälsa) – beslut av Regionfullmäktige

Nedåt
  Måluppfyllelse: Nått – i Vårdnämnden, Verksamhetsberättelse 2019
  Indikator: Väntetid (väntetid) – målvärde Minskning; beslut av Regionfullmäktige
    Utfall: 8 dagar – mätt 2019; bedömning Nått; i Vårdnämnden, Verksamhetsberättelse 2019
  Indikator: Nöjdhet (nämnden/nöjdhet) – målvärde Ökning; i Vårdnämnden, Verksamhetsplan 2019
    Utfall: 71 – mätt 2019; bedömning Ej nått; i Vårdnämnden, Verksamhetsberättelse 2019
  Åtagande: mäta väntan varje vecka. (nämnden/mäta) – ansvarig Vårdförvaltningen; i Vårdnämnden, \
Verksamhetsplan 2019
    Läge: Klart – i Vårdnämnden, Verksamhetsberättelse 2019
  Insats: Kortare köer (köer) – beslut av Regionfullmäktige
    Uppdrag: Samtliga nämnder ska korta sina köer. (korta-köer) – till samtliga nämnder; beslut av \
Regionfullmäktige
      Åtagande: öppna en kväll i veckan. (nämnden/kväll) – i Vårdnämnden, Verksamhetsplan 2019
        Läge: Pågår – kommentar Öppnar i mars; i Vårdnämnden, Verksamhetsberättelse 2019
  Egen insats: Digitala besök (nämnden/digitala-besök) – i Vårdnämnden, Verksamhetsplan 2019

Står i
  Verksamhetsplan 2019 (plan/nämnden)
  Regionplan 2019–2021 (regionplan)
  Verksamhetsberättelse 2019 (uppföljning/nämnden)
"""

PROMISE = """\
Åtagande: öppna en kväll i veckan. (nämnden/kväll) – i Vårdnämnden, Verksamhetsplan 2019

Uppåt
  Vision: Allt blir bra. (vision)
    Strategi: God hälsa (hälsa) – beslut av Regionfullmäktige
      Mål: Vård i tid (vård) – beslut av Regionfullmäktige
        Insats: Kortare köer (köer) – beslut av Regionfullmäktige
          Uppdrag: Samtliga nämnder ska korta sina köer. (korta-köer) – till samtliga nämnder; beslut av \
Regionfullmäktige

Nedåt
  Läge: Pågår – kommentar Öppnar i mars; i Vårdnämnden, Verksamhetsberättelse 2019

Står i
  Verksamhetsplan 2019 (plan/nämnden): 3.1.1 Kortare köer, sida 7
  Verksamhetsberättelse 2019 (uppföljning/nämnden)
"""

MATRIX = """\
Mål             VN
──────────────  ───
Vård i tid      ◆ 2
  Kortare köer  ● 1

● besvarad: nämnden har åtaganden
◆ eget: nämnden har lagt till något eget under målet
Siffran är antalet åtaganden.

VN  Vårdnämnden
"""


def _told(trad: RodTrad, id_: str, places: dict[str, Stalle] | None = None) -> str:
    return thread_as_text(thread(trad, trad.korpus.index[id_], places))


def test_a_goal_goes_up_to_the_vision_and_down_to_the_outcomes(tmp_path: Path) -> None:
    assert _told(RodTrad(korpus(tmp_path)), "vård") == GOAL


def test_an_atagande_goes_up_through_the_uppdrag_it_answers_and_tells_its_place(tmp_path: Path) -> None:
    place = {"plan/nämnden": Stalle("3.1.1", "Kortare köer", 7)}
    assert _told(RodTrad(korpus(tmp_path)), "nämnden/kväll", place) == PROMISE


def test_the_matrix_has_signs_words_and_names(tmp_path: Path) -> None:
    small = korpus(tmp_path)
    assert matrix_as_text(matris(RodTrad(small), 2019), small.organisation) == MATRIX


def test_namnder_without_an_abbreviation_get_letters(tmp_path: Path) -> None:
    small = korpus(tmp_path, swap(ORG, "    förkortning: VN\n", ""))
    text = matrix_as_text(matris(RodTrad(small), 2019), small.organisation)
    assert text.startswith("Mål             A\n")
    assert text.endswith("\nA  Vårdnämnden\n")


def test_a_reason_for_leaving_out_and_an_answer_without_promises_are_told(tmp_path: Path) -> None:
    left = read(tmp_path / "a", add(PLAN, "utelämnar: {köer: Rör oss inte.}\n")).korpus
    assert left is not None
    assert "    Utelämnas: Rör oss inte. – i Vårdnämnden, Verksamhetsplan 2019\n" in _told(
        RodTrad(left), "hälsa"
    ).replace("      ", "    ")
    bare = {
        ANSWER: "---\nsvarar på: vård\n---\nText.\n\n## Insats: köer\n\nVi arbetar vidare.\n",
        OUTCOME: None,
    }
    told = _told(RodTrad(korpus(tmp_path / "b", bare)), "vård")
    assert told.count("Svar:") == 1
    assert "\n    Svar: text utan åtagande – i Vårdnämnden, Verksamhetsplan 2019\n" in told


def test_what_has_nothing_above_or_below_says_so(tmp_path: Path) -> None:
    lost = read(tmp_path, {"grund/1-vision.md": None, "mål/2-x.md": "---\nid: x\nnivå: insats\n---\n# X\n"})
    assert lost.korpus is not None
    told = _told(RodTrad(lost.korpus), "x")
    assert "Uppåt\n  Ingenting: den röda tråden är bruten här.\n" in told
    assert "Nedåt\n  Ingenting följer av det.\n" in told


def test_lines_that_part_are_shown_as_branches_and_what_they_share_once(tmp_path: Path) -> None:
    change = {
        "mål/2-ekonomi.md": "---\nid: ekonomi\nnivå: strategi\n---\n# Ekonomi\n",
        "mål/2.1-balans.md": "---\nid: balans\nnivå: mål\nunder: ekonomi\n---\n# Balans\n",
    } | swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, balans, vård"')
    told = _told(RodTrad(korpus(tmp_path, change)), "nämnden/kväll")
    ids = [line.split("(")[1].split(")")[0] for line in told.split("\n\n")[1].splitlines()[1:]]
    assert ids == ["vision", "hälsa", "vård", "köer", "korta-köer", "ekonomi", "balans"]


@pytest.fixture(scope="module")
def blekinge() -> RodTrad:
    """The graph of the demo."""
    found = read_corpus(BLEKINGE, tuple(kinds())).korpus
    assert found is not None
    return RodTrad(found)


def test_every_insatsomrade_of_blekinge_ends_in_a_perspektiv_and_the_vision(blekinge: RodTrad) -> None:
    areas = [n for n in blekinge.korpus.alla_noder() if n.niva == "insatsområde"]
    assert len(areas) > 28
    for nod in areas:
        first, second, third, *rest = thread(blekinge, nod).uppat
        assert (first.slag, first.text) == (
            "vision",
            "Den bästa livsmiljön för hållbar tillväxt och god hälsa.",
        )
        assert (second.slag, third.slag, rest) == ("perspektiv", "inriktningsmål", [])


def test_a_known_uppdrag_of_blekinge_is_followed_to_the_report(blekinge: RodTrad) -> None:
    told = _told(blekinge, "samordna-kommunikation")
    assert "Åtagande: samordna kommunikationen om Region Blekinge" in told
    assert "Läge: Pågår" in told
    assert "(regionplan-2019-2021)" in told


def test_every_item_of_blekinge_can_be_traced(blekinge: RodTrad) -> None:
    for item in blekinge.korpus.index.values():
        found = thread(blekinge, item)
        assert found.dokument, item.id
        assert found.uppat[0].id == "vision"
