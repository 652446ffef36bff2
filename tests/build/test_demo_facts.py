"""From the finished Word files: every name and figure that the source of the verksamhetsplan has."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from tests.support import source_facts as facts
from tests.support.word import all_text, headings, notes, part_text, plain, tables

PLAN = "verksamhetsplan-2019-regionstyrelsen.docx"
REPORT = "verksamhetsberättelse-2019-regionstyrelsen.docx"
REGIONPLAN = "regionplan-2019-2021.docx"
ALL = (REGIONPLAN, PLAN, REPORT)


def _rows(path: Path) -> list[list[str]]:
    return [row for table in tables(path) for row in table]


@pytest.mark.parametrize("name", ALL)
def test_every_goal_is_a_heading_in_its_place(demo: Path, name: str) -> None:
    found = headings(demo / name)
    wanted = [f"Perspektivet {p}" for p in facts.PERSPEKTIV]
    assert [h for h in found if h.startswith("Perspektivet ")] == wanted
    assert [h for h in found if h.startswith("Inriktningsmål – ")] == [
        f"Inriktningsmål – {m}" for m in facts.MAL
    ]
    assert [h for h in found if h in facts.INSATSOMRADEN] == list(facts.INSATSOMRADEN)


def test_the_plan_has_all_indicators_with_every_value(demo: Path) -> None:
    rows = [row for table in tables(demo / PLAN) if table[0][0] == "Indikator" for row in table[1:]]
    assert len(rows) == len(facts.INDIKATORER) == 19
    for name, start, target in facts.INDIKATORER:
        row = next((r for r in rows if r[0].startswith(plain(name))), None)
        assert row is not None, name
        assert row[1:3] == [plain(start), plain(target)]


def test_the_report_has_an_outcome_for_all_indicators(demo: Path) -> None:
    rows = [row for table in tables(demo / REPORT) if table[0][0] == "Indikator" for row in table[1:]]
    assert len(rows) == 19
    outcome = tables(demo / REPORT)[0][0].index("Utfall") if "Utfall" in tables(demo / REPORT)[0][0] else 2
    assert all(row[outcome] not in ("", "–") for row in rows)


def test_the_budget_tables_have_every_figure(demo: Path) -> None:
    rows = [[plain(c) for c in row] for row in _rows(demo / PLAN)]
    for row in facts.REGIONSTABEN:
        assert [plain(c) for c in row] in rows
    figures = [tuple(row[1:4]) for row in rows]
    for years in facts.LANDSTINGSGEMENSAMT:
        assert years in figures


def test_all_sixteen_investments_are_there(demo: Path) -> None:
    rows = [row for row in _rows(demo / PLAN) if len(row) == 5]
    found = [tuple(row[:4]) for row in rows]
    wanted = [tuple(plain(c) for c in row) for row in facts.SATSNINGAR]
    assert [row for row in found if row in wanted] == wanted
    assert all(row[4] not in ("", "–") for row in rows if tuple(row[:4]) in wanted)


def test_the_efficiency_figures_are_told(demo: Path) -> None:
    text = all_text(demo / PLAN)
    for figure in ("1,5 %", "1,8 mnkr", "300 tkr", "10,1 mnkr", "3,4 mnkr"):
        assert figure in text or figure.replace("mnkr", "miljoner") in text, figure


def test_the_seven_footnotes_of_the_source_are_real_notes(demo: Path) -> None:
    with_note = (
        "Varumärkets styrka och attraktivitet",
        "Grad av personcentrering i vården",
        "Skillnad i medellivslängd mellan socioekonomiska grupper",
        "Etableringsfrekvens",
        "Antal årsarbetare inhyrd personal",
        "Andel nämnder som har implementerat en struktur för miljöledningssystem enligt ISO 14001:2015",
    )
    assert len(notes(demo / PLAN)) == len(with_note) + 1 + 1  # the 25 % of one, and one on an older name
    assert all(len(text) > 20 for text in notes(demo / PLAN))


def test_the_opening_statements_stand_word_for_word_in_plan_and_regionplan(demo: Path) -> None:
    for name in (PLAN, REGIONPLAN):
        text = all_text(demo / name)
        assert "Den bästa livsmiljön för hållbar tillväxt och god hälsa." in text
        assert "Engagemang, samarbete, kvalitet." in text


@pytest.mark.parametrize("name", ALL)
def test_every_page_says_that_it_is_an_example(demo: Path, name: str) -> None:
    shown = part_text(demo / name, "word/header")
    assert shown
    assert all("Exempel, ej handling" in text for text in shown if text)
    assert "Exempel, ej handling" in part_text(demo / name, "word/header")[0]


@pytest.mark.parametrize("name", ALL)
def test_nothing_of_a_template_is_left(demo: Path, name: str) -> None:
    text = all_text(demo / name) + " ".join(part_text(demo / name, "word/"))
    for mark in ("{{", "{%", "{#", "}}", "[=", "None", "<br"):
        assert mark not in text, mark


def _reports(demo: Path) -> list[Path]:
    return sorted(demo.glob("verksamhetsberättelse-*.docx"))


def test_maluppfyllelse_has_a_page_to_itself(demo: Path) -> None:
    assert _reports(demo)
    for path in _reports(demo):
        body = docx.Document(str(path)).element.body
        lines = [
            "".join(p.xpath(".//w:t/text()")) for p in body.xpath(".//w:p[w:pPr/w:pStyle/@w:val='TOC1']")
        ]
        if not any(re.search(r"\d$", text) for text in lines):
            pytest.skip("LibreOffice är inte installerat här")
        at = next(number for number, text in enumerate(lines) if text.startswith("Måluppfyllelse"))
        here, following = (int(re.sub(r".*?(\d+)$", r"\1", text)) for text in lines[at : at + 2])
        assert following == here + 1, lines


def test_the_state_of_an_uppdrag_is_not_parted_from_its_box(demo: Path) -> None:
    for path in _reports(demo):
        paragraphs = docx.Document(str(path)).paragraphs
        lines = [
            (before, p)
            for before, p in pairwise(paragraphs)
            if p.style and (p.style.name or "").endswith("uppgift") and "Läge" in p.text
        ]
        assert lines
        for before, line in lines:
            assert before.paragraph_format.keep_with_next, line.text
