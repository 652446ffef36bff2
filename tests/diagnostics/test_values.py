"""Our quick dataclass is the standard library's in all that anybody can see."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any, ClassVar

import pytest

from generator.diagnostics import values
from generator.diagnostics.position import Position

QUICK: Any = values.dataclass
SLOW: Any = dataclasses.dataclass


def _make(decorator: Any) -> Any:
    @decorator(frozen=True, slots=True)
    class Value:
        """Says what it is."""

        name: str
        number: int = 3
        many: dict[str, int] = field(default_factory=dict)
        place: object = field(default=None, compare=False)
        hidden: str = field(default="x", repr=False)
        shared: ClassVar[int] = 7

        @property
        def twice(self) -> str:
            """The name twice."""
            return self.name * 2

        def __bool__(self) -> bool:
            return bool(self.name)

    return Value


@dataclasses.dataclass(frozen=True, slots=True)
class _Case:
    name: str
    see: Callable[[Any], object]


def _error(work: Callable[[], object]) -> str:
    try:
        work()
    except Exception as problem:  # noqa: BLE001  # whatever it is, both are to raise it
        return type(problem).__name__
    return ""


SEEN = [
    _Case("values", lambda c: [getattr(c("a", 1), n) for n in ("name", "number", "many", "place", "hidden")]),
    _Case("defaults", lambda c: (c("a").number, c("a").many, c("a").many is c("a").many)),
    _Case("keywords", lambda c: c(name="a", hidden="y", many={"b": 1}).many),
    _Case("repr", lambda c: repr(c("a", many={"b": 2})).rpartition(".")[2]),
    _Case("equal", lambda c: (c("a") == c("a"), c("a") == c("b"), c("a", place=1) == c("a", place=2))),
    _Case("other class", lambda c: (c("a") == "a", c("a") != 1, c("a").__eq__("a") is NotImplemented)),
    _Case("hash", lambda c: _error(lambda: hash(c("a"))) or "hashed"),
    _Case("hash of equals", lambda c: hash(c("a", many=(), place=1)) == hash(c("a", many=(), place=2))),
    _Case("set", lambda c: _error(lambda: setattr(c("a"), "name", "b"))),
    _Case("delete", lambda c: _error(lambda: delattr(c("a"), "name"))),
    _Case("too little", _error),
    _Case("too much", lambda c: _error(lambda: c("a", 1, {}, None, "x", 2))),
    _Case("unknown", lambda c: _error(lambda: c("a", other=1))),
    _Case("replace", lambda c: dataclasses.replace(c("a", 1), number=2).number),
    _Case("replace unknown", lambda c: _error(lambda: dataclasses.replace(c("a"), other=2))),
    _Case("fields", lambda c: [(f.name, f.type, f.compare, f.repr, f.init) for f in dataclasses.fields(c)]),
    _Case("asdict", lambda c: dataclasses.asdict(c("a", 1))),
    _Case("is one", lambda c: (dataclasses.is_dataclass(c), dataclasses.is_dataclass(c("a")))),
    _Case("parameters", lambda c: (c.__dataclass_params__.frozen, c.__dataclass_params__.eq)),
    _Case("match", lambda c: c.__match_args__),
    _Case("slots", lambda c: (c.__slots__, hasattr(c("a"), "__dict__"))),
    _Case("copy", lambda c: (copy.copy(c("a", 9)) == c("a", 9), copy.deepcopy(c("a", 9)) == c("a", 9))),
    _Case("own methods", lambda c: (c("a").twice, bool(c("")), c.shared, c.__doc__, c.__name__)),
]


@pytest.mark.parametrize("case", SEEN, ids=lambda case: case.name)
def test_both_look_the_same(case: _Case) -> None:
    assert case.see(_make(QUICK)) == case.see(_make(SLOW))


def test_the_quick_one_is_the_one_that_is_meant() -> None:
    assert _make(QUICK).__eq__ is values._is_equal
    assert Position.__eq__ is values._is_equal


def test_a_value_can_be_sent_to_another_process() -> None:
    place = Position("a.md", 3, 4)
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301  # our own


def test_a_class_without_compared_fields_equals_itself() -> None:
    @QUICK(frozen=True, slots=True)
    class Empty:
        pass

    one: Any = Empty()
    assert one == Empty()
    assert hash(one) == hash(Empty())
    assert one != 3


@pytest.mark.parametrize(
    "options", [{}, {"frozen": True}, {"slots": True}, {"frozen": True, "slots": True, "order": True}]
)
def test_other_options_are_left_to_the_standard_library(options: dict[str, bool]) -> None:
    @QUICK(**options)
    class Value:
        name: str

    assert Value.__eq__ is not values._is_equal
    assert Value("a") == Value("a")  # type: ignore[call-arg]


def test_a_class_without_options_and_one_that_inherits() -> None:
    @QUICK
    class Plain:
        name: str

    quick: Any = _make(QUICK)

    @QUICK(frozen=True, slots=True)
    class Child(quick):  # type: ignore[misc]
        more: int = 5

    assert Plain("a") == Plain("a")  # type: ignore[call-arg]
    assert (Child("a").more, Child("a").name, Child("a") == Child("a")) == (5, "a", True)
    assert Child("a") != quick("a")
    assert _error(lambda: setattr(Child("a"), "more", 1)) == "FrozenInstanceError"


def test_what_is_out_of_the_ordinary_is_left_to_the_standard_library() -> None:
    @QUICK(frozen=True, slots=True)
    class Keyword:
        name: str = field(kw_only=True)

    @QUICK(frozen=True, slots=True)
    class After:
        name: str

        def __post_init__(self) -> None:
            object.__setattr__(self, "name", self.name * 2)

    keyword: Any = Keyword
    after: Any = After
    assert keyword(name="a").name == "a"
    assert _error(lambda: keyword("a")) == "TypeError"
    assert after("a").name == "aa"
