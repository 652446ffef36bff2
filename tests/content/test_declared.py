"""Declared mappings: what they take, and everything that is wrong with what they do not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import pytest

from generator.content.declared import (
    BeforeValidator,
    Declared,
    Field,
    Problem,
    WrongValueError,
    keys_of,
    take,
)


def _number(value: object) -> object:
    if value == "":
        raise WrongValueError
    if not isinstance(value, str) or not value.isdecimal():
        raise WrongValueError("inget tal", "Skriv siffror.")
    return int(value)


class Colour(StrEnum):
    RED = "röd"
    BLUE = "blå"


class Inner(Declared):
    name: str = Field(description="Namnet.")


class Outer(Declared):
    text: str = Field()
    number: Annotated[int, BeforeValidator(_number)] = Field(3)
    colour: Colour = Field(Colour.RED)
    word: Literal["a", "b"] = Field("a")
    inner: Inner | None = Field(None)
    many: tuple[Inner, ...] = Field((), min_length=1)
    by_name: dict[str, str] = Field(default_factory=dict)


def _taken(data: object) -> tuple[Outer, list[tuple[str, tuple[str | int, ...]]]]:
    problems: list[Problem] = []
    found: Outer = take(Outer, data, (), problems)
    return found, [(p.fault, p.path) for p in problems]


def test_what_is_given_and_what_is_not() -> None:
    found, problems = _taken(
        {"text": "x", "number": "7", "colour": "blå", "inner": {"name": "y"}, "many": [{"name": "z"}]}
    )
    assert problems == []
    assert (found.text, found.number, found.colour, found.word) == ("x", 7, Colour.BLUE, "a")
    assert found.inner is not None
    assert (found.inner.name, found.many[0].name, found.by_name) == ("y", "z", {})


def test_values_do_not_change_and_defaults_are_not_shared() -> None:
    first, _ = _taken({"text": "x"})
    second, _ = _taken({"text": "x"})
    with pytest.raises(AttributeError):
        first.text = "y"
    assert first.by_name is not second.by_name


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ("x", [("mapping", ())]),
        ({}, [("missing", ("text",))]),
        ({"text": None}, [("missing", ("text",))]),
        ({"text": ["x"]}, [("text", ("text",))]),
        ({"text": "x", "txt": "y"}, [("unknown", ("txt",))]),
        ({"text": "x", "number": "y"}, [("wrong", ("number",))]),
        ({"text": "x", "number": ""}, [("empty", ("number",))]),
        ({"text": "x", "colour": "grön"}, [("choice", ("colour",))]),
        ({"text": "x", "colour": ["röd"]}, [("choice", ("colour",))]),
        ({"text": "x", "word": {}}, [("choice", ("word",))]),
        ({"text": "x", "inner": "y"}, [("mapping", ("inner",))]),
        ({"text": "x", "many": "y"}, [("list", ("many",))]),
        ({"text": "x", "many": []}, [("short", ("many",))]),
        ({"text": "x", "many": [{}]}, [("missing", ("many", 0, "name"))]),
        ({"text": "x", "many": [{"name": "y"}, None]}, [("mapping", ("many", 1))]),
        ({"text": "x", "by_name": ["y"]}, [("mapping", ("by_name",))]),
        ({"text": "x", "by_name": {"a": None}}, [("text", ("by_name", "a"))]),
        (
            {"number": "y", "many": [{}]},
            [("missing", ("text",)), ("wrong", ("number",)), ("missing", ("many", 0, "name"))],
        ),
    ],
)
def test_everything_that_is_wrong_is_told_with_its_path(data: object, wrong: list[object]) -> None:
    assert _taken(data)[1] == wrong


def test_a_key_without_a_declaration_is_a_mistake_in_the_program() -> None:
    class Wrong(Declared):
        name: str

    with pytest.raises(TypeError, match="name"):
        keys_of(Wrong)
