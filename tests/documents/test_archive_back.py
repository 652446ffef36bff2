"""A view out of its JSON: the same view, whoever wrote it, and nothing out of what is no view."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.inspection import inspect
from generator.build.workspace import Workspace
from generator.diagnostics import StyrdokError
from generator.documents.archive import as_json, from_json, read_view, view_format
from generator.documents.kind import kinds
from generator.documents.view import View
from generator.domain.fras import Emphasis, Phrase, Strong, Text
from generator.domain.prosa import Paragraph
from tests.conftest import BLEKINGE, ROOT
from tests.support.small import nod, prose, view

SMALL = view(prose("a"), (nod("n"),))


@pytest.mark.parametrize("root", [BLEKINGE, ROOT / "tests" / "organisations" / "halland-liknande"])
def test_every_view_comes_back_as_it_was(root: Path) -> None:
    korpus, _, known = inspect(Workspace(root, root / "output"))
    assert korpus is not None
    for id_ in known:
        dokument = korpus.dokument[id_]
        before = kinds()[dokument.slag].build(korpus, dokument)
        text = as_json(before)
        after, told = read_view(text)
        assert type(after) is type(before)
        assert after == before
        assert as_json(after) == text, "amounts keep their decimals"
        assert told == ()


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
inlines = st.recursive(
    st.builds(Text, texts),
    lambda inside: st.builds(Strong, st.tuples(inside)) | st.builds(Emphasis, st.tuples(inside, inside)),
    max_leaves=6,
)


@given(st.lists(inlines, max_size=4), texts)
def test_any_prose_comes_back_as_it_was(pieces: list[Any], title: str) -> None:
    before = view(prose(Paragraph(tuple(pieces))), title=Phrase.of(title, title))
    assert from_json(as_json(before)) == before


def _data() -> Any:
    return json.loads(as_json(SMALL))


def test_what_an_older_version_did_not_have_is_empty_and_said() -> None:
    data = _data()
    del data["bilagor"], data["dokument"]["undertecknas"], data["noder"][0]["prognos"]
    found, told = read_view(json.dumps(data))
    assert found == SMALL
    assert len(told) == 1
    for name in ("View.bilagor", "DokumentVy.undertecknas", "NodVy.prognos"):
        assert name in told[0]


def test_what_a_newer_version_has_is_left_and_said() -> None:
    data = _data()
    data["nytt"] = data["dokument"]["nytt"] = {"_": "Nytt"}
    found, told = read_view(json.dumps(data))
    assert found == SMALL
    assert "DokumentVy.nytt" in told[0]
    assert "View.nytt" in told[0]


def _set(*path: str | int, to: Any) -> str:
    data = _data()
    inside = data
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = to
    return json.dumps(data)


BLOCK = ("kapitel_fore", 0, "text", "content", 0)
HOSTILE = {
    "nothing": "",
    "half": as_json(SMALL)[:-9],
    "a list": "[]",
    "null": "null",
    "another class": json.dumps({"_": "Path"}),
    "a class that is no view": json.dumps({"_": "NodVy"}),
    "a tag that is no name": json.dumps({"_": ["View"]}),
    "deep": "[" * 100_000,
    "deep prose": as_json(SMALL).replace('{"_":"Text","value":"a"}', '{"_":"Strong","content":[' * 30_000),
    "a text that is a number": _set("dokument", "titel", to=7),
    "yes as 1": _set("dokument", "beslutat", to=1),
    "a tuple that is a text": _set("noder", to="abc"),
    "an unknown block": _set(*BLOCK, to={"_": "Script", "content": []}),
    "a block in the place of a phrase": _set(*BLOCK, "content", to=[{"_": "Paragraph", "content": []}]),
    "a control character": _set("dokument", "titel", to="a\x00b"),
    "half a character": _set("dokument", "titel", to="a\ud800"),
    "a day that is none": _set("dokument", "datum", to={"_": "Datum", "value": "2019-02-30"}),
    "not a number": _set("noder", 0, "djup", to=float("nan")),
    "a key twice": '{"_": "View", "_": "View"}',
    "a huge number": '{"_": "View", "noder": ' + "9" * 5000 + "}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_view_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(StyrdokError, match="går inte att läsa") as problem:
        from_json(HOSTILE[name], "arkiv/vy.json")
    assert problem.value.message.startswith("arkiv/vy.json")
    assert problem.value.hint


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999999", "1" * 200, "", "1,5", "0x10"])
def test_an_amount_is_a_number_of_reasonable_size(number: str) -> None:
    cell = {"_": "Belopp", "value": number, "enhet": "", "signed": False}
    row = {"_": "Rad", "id": "r", "celler": [cell], "roll": "rad", "summa_av": []}
    table = {"_": "Tabell", "id": "t", "titel": "", "kolumner": [], "rader": [row]}
    text = _set(*BLOCK, to={"_": "TableBlock", "tabell": table})
    with pytest.raises(StyrdokError):
        from_json(text)
    assert isinstance(from_json(_set(*BLOCK, to=table_of(cell))), View)


def table_of(cell: dict[str, Any]) -> dict[str, Any]:
    """Return a block with one sound amount in it."""
    row = {"_": "Rad", "id": "r", "celler": [{**cell, "value": "-1074.40"}], "roll": "rad", "summa_av": []}
    return {
        "_": "TableBlock",
        "tabell": {"_": "Tabell", "id": "", "titel": "", "kolumner": [], "rader": [row]},
    }


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_spoilt_view_is_a_view_or_a_sentence(data: st.DataObject) -> None:
    spoilt = _data()
    places = list(_places(spoilt))
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = data.draw(
        st.sampled_from([None, 1, -1.5, "", "x", [], {}, [[]], {"_": "Text"}, {"_": "View"}, True])
    )
    try:
        found = from_json(json.dumps(spoilt))
    except StyrdokError:
        return
    assert isinstance(found, View)


def _places(data: Any) -> Any:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in list(inside):
        yield data, key
        yield from _places(value)


def test_the_format_is_that_of_the_class_and_not_of_what_it_says() -> None:
    other = replace(SMALL, noder=())
    assert view_format(SMALL) == view_format(other)
    formats = {view_format(object.__new__(kind.view)) for kind in kinds().values()}
    assert len(formats) > 1
