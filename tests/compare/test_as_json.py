"""The published format: cli.md's keys, an exact difference, a schema that holds for every change."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from generator.compare.as_json import changes_as_json
from generator.compare.items import item_changes
from generator.compare.schema import diff_schema
from generator.documents.view import View
from tests.support import view_edits as edit
from tests.support.view_edits import DIRECTIVE, PLAN, REGIONPLAN, REPORT, phrase, view

TRAFFIC = "verksamhetsplan-2019/trafiknämnden"
PUBLISHED = {"id", "kind", "change", "field", "old", "new", "place"}


def _written(old: View, new: View) -> dict[str, list[dict[str, object]]]:
    data: dict[str, list[dict[str, object]]] = json.loads(changes_as_json(item_changes(old, new)))
    Draft202012Validator(diff_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    return data


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(diff_schema())


@pytest.mark.parametrize("pair", [(REGIONPLAN, DIRECTIVE), (PLAN, REPORT), (PLAN, TRAFFIC)])
def test_what_is_written_keeps_to_the_schema(pair: tuple[str, str]) -> None:
    assert _written(*map(view, pair)).keys() == {"version", "changes"}


def test_a_change_has_the_published_keys_and_words() -> None:
    new = edit.measure(view(REGIONPLAN), "attraktionsindex", malvarde=phrase(">85 %"))
    (change,) = _written(view(REGIONPLAN), new)["changes"]
    assert change.keys() >= PUBLISHED
    assert {key: change[key] for key in PUBLISHED} == {
        "id": "attraktionsindex",
        "kind": "indikator",
        "change": "changed",
        "field": "målvärde",
        "old": "Förbättring",
        "new": ">85 %",
        "place": "Invånare och samhälle › Ett attraktivt Blekinge",
    }


def test_an_amount_has_an_exact_difference_as_text() -> None:
    found = _written(view(REGIONPLAN), view(DIRECTIVE))["changes"]
    (change,) = [c for c in found if (c["row"], c["column"]) == ("Tandvårdsnämnd", "2020")]
    assert (change["difference"], change["unit"], change["follows"]) == ("476.5", "tkr", False)
    assert change["old_vintage"] != change["new_vintage"]


def test_what_is_gone_tells_what_went_with_it() -> None:
    (change,) = _written(view(REGIONPLAN), edit.without_goal(view(REGIONPLAN), "varumärket"))["changes"]
    assert (change["change"], change["old_ids"], change["new_ids"]) == ("removed", ["varumärket"], [])
    assert change["along"] == [{"kind": "uppdrag", "number": 1}]


def test_nothing_is_an_empty_list() -> None:
    assert _written(view(PLAN), view(PLAN)) == {"version": 1, "changes": []}
