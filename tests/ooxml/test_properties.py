"""Title, author and the rest go out once escaped and come back as they were."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import StyrdokError
from generator.ooxml.properties import EPOCH, Properties, read_properties
from generator.ooxml.text import clean_text
from tests.ooxml.workbench import Bench, names, raw

ALL = Properties(
    title="Verksamhetsplan 2019 – mål & medel <utkast>",
    subject="Regionstyrelsen",
    creator="Region Blekinge",
    language="sv-SE",
    keywords="plan, mål",
    category="Styrdokument",
    status="Beslutad, ej justerad",
    version="1.0",
    custom={"Diarienummer": "EX 2019/0002", "Innehållssumma": "abc123"},
    created=datetime(2018, 12, 5, tzinfo=UTC),
)
BENCH = Bench()


def test_properties_read_back_as_they_were_given() -> None:
    assert read_properties(BENCH.finish("", properties=ALL)) == ALL


@given(st.text(max_size=40))
def test_any_title_reads_back_without_what_xml_cannot_hold(text: str) -> None:
    found = read_properties(BENCH.finish("", properties=Properties(title=text, custom={"x": text})))
    expected = clean_text(text).replace("\r\n", "\n").replace("\r", "\n")
    assert found.title == expected
    assert found.custom == {"x": expected}


def test_the_date_is_the_given_one_and_never_now() -> None:
    assert read_properties(BENCH.finish("", properties=Properties(title="x"))).created == EPOCH


def test_without_properties_of_our_own_there_is_no_part_for_them() -> None:
    data = BENCH.finish("", properties=Properties(title="x"))
    assert "docProps/custom.xml" not in names(data)
    assert b"custom" not in raw(data, "_rels/.rels")


def test_properties_of_the_template_are_not_passed_on() -> None:
    assert b"Application>Styrdok<" in raw(BENCH.finish(""), "docProps/app.xml")


def test_reading_the_properties_of_something_else_is_refused() -> None:
    with pytest.raises(StyrdokError):
        read_properties(b"inte ett dokument")
