"""Twenty thousand items take no more than their share, and a chain of mistakes is no end of the world."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks.l010_suspect_link import check
from generator.domain.bekraftelse import Bekraftelse, Bekraftelser
from generator.domain.fras import Phrase
from generator.domain.korpus import Korpus
from generator.domain.mal import Atagande, Nod, Svar, Uppdrag
from generator.domain.matris import matris
from generator.domain.prosa import Paragraph, Prosa
from generator.domain.provning import avtryck_av, lankar
from generator.domain.rod_trad import RodTrad
from generator.trace.as_html import matrix_as_html, thread_as_html
from generator.trace.as_text import matrix_as_text, thread_as_text
from generator.trace.as_xlsx import thread_as_xlsx
from generator.trace.data import as_json, manifest_data, thread_data
from generator.trace.thread import thread
from tests.organisations.small import korpus

TEXT = Prosa((Paragraph(Phrase.of("Vården ska komma i tid.").content),))


def _large(small: Korpus, number: int) -> Korpus:
    """Return a corpus of so many items over five levels: goals, areas, orders, answers and promises."""
    goals, noder, answers = max(number // 100, 1), [small.noder[0]], list[Svar]()
    for g in range(goals):
        noder.append(Nod(f"g{g}", "mål", Phrase.of(f"Mål {g}"), "hälsa", TEXT))
        answers.append(Svar(f"g{g}", TEXT))
    for n in range(number // 3):
        order = Uppdrag(f"u{n}", TEXT, alla_namnder=True)
        noder.append(Nod(f"i{n}", "insats", Phrase.of(f"Insats {n}"), f"g{n % goals}", TEXT, (order,)))
        promise = Atagande(f"nämnden/a{n}", TEXT, svarar_pa=(f"u{n}",))
        answers.append(Svar(f"i{n}", TEXT, ataganden=(promise,)))
    plan = replace(small.dokument["plan/nämnden"], svar=tuple(answers), egna=())
    dokument = {"regionplan": small.dokument["regionplan"], plan.id: plan}
    return replace(small, noder=tuple(noder), dokument=dokument)


def _everything(found: Korpus) -> None:
    trad = RodTrad(found)
    known: dict[str, str] = {}
    posts = []
    for lank in lankar(trad):
        known.setdefault(lank.mot, avtryck_av(trad, lank.mot))
        posts.append(Bekraftelse(lank.barn, lank.mot, known[lank.mot], date(2019, 1, 1)))
    assert list(check(replace(found, bekraftat=Bekraftelser(tuple(posts))))) == []
    matrix = matris(trad, 2019)
    assert as_json(manifest_data(found, matrix))
    assert matrix_as_text(matrix, found.organisation)
    assert matrix_as_html(matrix, found)
    assert thread_as_html(thread(trad, found.noder[0]), found)


def _seconds(do: Callable[[], None]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


def test_ten_times_the_items_take_about_ten_times_the_time(tmp_path: Path) -> None:
    small = korpus(tmp_path)
    few, many = _large(small, 2_000), _large(small, 20_000)
    assert len(many.index) > 19_000
    _everything(few)  # what is loaded on first use is loaded now
    assert _seconds(lambda: _everything(many)) < 25 * _seconds(lambda: _everything(few))


@pytest.mark.parametrize("ring", [False, True])
def test_a_chain_of_thousands_can_be_shown_in_every_form(tmp_path: Path, ring: bool) -> None:
    small = korpus(tmp_path)
    number = 3_000
    first = f"n{number - 1}" if ring else ""
    noder = tuple(
        Nod(f"n{i}", "mål", Phrase.of(f"Nod {i}"), f"n{i - 1}" if i else first) for i in range(number)
    )
    found = replace(small, noder=noder)
    trad = RodTrad(found)
    shown = thread(trad, noder[0])
    assert len(shown.nedat) == number - 1
    assert thread_as_text(shown).count("Mål: Nod") == number + (number - 1 if ring else 0)
    assert thread_as_html(shown, found).count("<li>") == number + (number - 1 if ring else 0)
    assert len(json.loads(as_json(thread_data(shown, found)))["nedåt"]) == number - 1
    assert thread_as_xlsx(shown, found)
