"""HTML that can be read aloud and printed, Excel of texts alone, JSON that keeps to its schema."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.domain.matris import matris
from generator.domain.rod_trad import RodTrad
from generator.trace.as_html import matrix_as_html, thread_as_html
from generator.trace.as_xlsx import matrix_as_xlsx, thread_as_xlsx
from generator.trace.data import as_json, manifest_data, thread_data
from generator.trace.schema import trace_schemas
from generator.trace.thread import Stalle, thread
from tests.conftest import BLEKINGE, ROOT
from tests.organisations.small import ANSWER, BASE, FILES, GOAL, ORG, OUTCOME, PLAN, add, korpus, read, swap

HALLAND = ROOT / "tests" / "organisations" / "halland-liknande"
EVIL = "<script>alert(1)</script> &amp; 'x'"


def _trad(root: Path) -> RodTrad:
    found = read_corpus(root, tuple(kinds())).korpus
    assert found is not None
    return RodTrad(found)


def _parsed(html: str) -> Any:
    assert html.startswith("<!DOCTYPE html>\n")
    return etree.fromstring(html.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))


def _assert_stands_alone(html: str) -> None:
    root = _parsed(html)
    assert root.get("lang") == "sv"
    assert [e.tag for e in root] == ["head", "body"]
    assert root.findtext("head/title")
    assert len(root.findall(".//h1")) == 1
    assert not root.xpath("//*[@src or @href or @onclick]|//script|//link|//iframe|//img")
    assert not re.search(r"url\(|@import|https?:", html)
    assert "@media print" in html
    for table in root.iter("table"):
        assert table.findtext("caption")
        assert {th.get("scope") for th in table.findall("thead/tr/th")} == {"col"}
        for row in table.findall("tbody/tr"):
            assert row[0].tag == "th"
            assert row[0].get("scope") == "row"
            assert len(row) == len(table.findall("thead/tr/th"))


def test_the_matrix_as_html_has_words_beside_every_sign(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    html = matrix_as_html(matris(trad, 2019), trad.korpus)
    _assert_stands_alone(html)
    cells = ["".join(td.itertext()) for td in _parsed(html).iter("td")]
    assert cells == ["◆ 1 eget, 2 åtaganden", "● besvarad, 1 åtagande"]
    assert "Exempel, ej handling" in html


def test_html_of_blekinge_and_halland_is_whole() -> None:
    for root, year in ((BLEKINGE, 2019), (HALLAND, 2020)):
        trad = _trad(root)
        _assert_stands_alone(matrix_as_html(matris(trad, year), trad.korpus))
        for item in list(trad.korpus.index.values())[::25]:
            _assert_stands_alone(thread_as_html(thread(trad, item), trad.korpus))


def test_what_authors_write_is_text_in_html(tmp_path: Path) -> None:
    change = {ORG: FILES[ORG].replace("Vårdnämnden", EVIL).replace("Region Prov", "Region <b>Prov</b>")}
    trad = RodTrad(korpus(tmp_path, change))
    for html in (
        matrix_as_html(matris(trad, 2019), trad.korpus),
        thread_as_html(thread(trad, trad.korpus.index["vård"]), trad.korpus),
    ):
        _assert_stands_alone(html)
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_the_thread_as_html_has_its_places(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    places = {"plan/nämnden": Stalle("3.1", "Vård i tid", 6)}
    html = thread_as_html(thread(trad, trad.korpus.index["vård"], places), trad.korpus)
    _assert_stands_alone(html)
    rows = [[("".join(c.itertext())) for c in row] for row in _parsed(html).findall(".//tbody/tr")]
    assert rows[0] == ["Verksamhetsplan 2019", "Vårdnämnden", "3.1 Vård i tid", "6"]
    assert rows[1][2:] == ["–", "–"]


def _book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_matrix_as_excel_is_opened_again(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    book = _book(matrix_as_xlsx(matris(trad, 2019), trad.korpus))
    assert book.sheetnames == ["Matris 2019", "Tecken"]
    sheet = book["Matris 2019"]
    assert [[c.value for c in row] for row in sheet] == [
        ["Mål", "Id", "Nivå", "Vårdnämnden"],
        ["Vård i tid", "vård", "mål", "◆ 1 eget, 2 åtaganden"],
        ["  Kortare köer", "köer", "insats", "● besvarad, 1 åtagande"],
    ]
    assert sheet.freeze_panes == "D2"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width == 60
    assert sheet.print_title_rows == "$1:$1"


def test_no_person_and_no_hour_is_in_the_file_and_equal_content_gives_equal_bytes(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    first, second = (matrix_as_xlsx(matris(trad, 2019), trad.korpus) for _ in range(2))
    assert first == second
    properties = _book(first).properties
    assert (properties.creator, properties.lastModifiedBy) == ("Region Prov", None)
    assert (properties.created.year, properties.modified.year) == (1980, 1980)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert b"openpyxl" not in archive.read("docProps/core.xml")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_nothing_in_excel_can_become_a_formula(tmp_path: Path, sign: str) -> None:
    change = swap(GOAL, "# Vård i tid", f"# {sign}cmd|' /C calc'!A0") | add(
        PLAN, f'utelämnar:\n  köer: "{sign}HYPERLINK(1)"\n'
    )
    found = read(tmp_path, change | {ANSWER: None, OUTCOME: None}).korpus
    assert found is not None
    trad = RodTrad(found)
    for data in (
        matrix_as_xlsx(matris(trad, 2019), found),
        thread_as_xlsx(thread(trad, found.index["vård"]), found),
    ):
        texts = [c for sheet in _book(data) for row in sheet for c in row if c.value is not None]
        assert {c.data_type for c in texts} == {"s"}
        dangerous = [c for c in texts if str(c.value).startswith(sign)]
        assert dangerous
        assert all(c.quotePrefix for c in dangerous)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                assert b"<f>" not in archive.read(name)


def test_excel_holds_what_it_forbids_and_cuts_what_it_cannot_hold(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path, swap(GOAL, "# Vård i tid", f"# {'x' * 40_000}")))
    sheet = _book(matrix_as_xlsx(matris(trad, 2019), trad.korpus)).worksheets[0]
    assert len(sheet["A2"].value) == 32_000


@pytest.mark.parametrize("name", ["trace", "trace-id"])
def test_the_schemas_are_schemas_and_say_what_is_needed(name: str) -> None:
    schema = trace_schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert {"version", "slag", "organisation"} <= set(schema["required"])


def _problems(name: str, text: str) -> list[str]:
    validator = Draft202012Validator(trace_schemas()[name], format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


@pytest.mark.parametrize(("root", "year"), [(BLEKINGE, 2019), (HALLAND, 2020)], ids=["blekinge", "halland"])
def test_what_is_published_keeps_to_its_schema(root: Path, year: int) -> None:
    trad = _trad(root)
    for found in (matris(trad, year), None):
        assert _problems("trace", as_json(manifest_data(trad.korpus, found))) == []
    for item in trad.korpus.index.values():
        assert _problems("trace-id", as_json(thread_data(thread(trad, item), trad.korpus))) == []


def test_the_schema_finds_what_is_not_the_format(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path))
    data = manifest_data(trad.korpus, matris(trad, 2019))
    assert _problems("trace", as_json(data)) == []
    for change in ({"version": 2}, {"mål": [{"id": "x"}]}, {"datum": "i går"}, {"slag": "tråd"}):
        assert _problems("trace", as_json({**data, **change}))


def test_the_manifest_holds_the_goals_the_plan_above_and_who_answers(tmp_path: Path) -> None:
    trad = RodTrad(korpus(tmp_path, add(BASE, 'version: "1.0"\n')))
    data = manifest_data(trad.korpus, matris(trad, 2019))
    assert [p["id"] for p in data["planer"]] == ["regionplan"]
    assert [g["id"] for g in data["mål"]] == ["hälsa", "vård", "köer"]
    (order,) = data["mål"][2]["uppdrag"]
    assert (order["alla nämnder"], order["mottagare"], order["avtryck"]) == (True, [], "27df0a28146944da")
    assert data["grund"] == [{"id": "vision", "titel": "Vision", "text": "> Allt blir bra."}]
    assert data["matris"]["rader"][1]["celler"] == [
        {"täckning": "besvarad", "åtaganden": ["nämnden/kväll"], "egna": [], "skäl": ""}
    ]


def test_equal_content_gives_equal_json(tmp_path: Path) -> None:
    first, second = (RodTrad(korpus(tmp_path / name)) for name in "ab")
    texts = {as_json(manifest_data(t.korpus, matris(t, 2019))) for t in (first, second)}
    assert len(texts) == 1
