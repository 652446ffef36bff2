"""What an expression of a template stands for, told from the types of the view.

Filters change a shape as they change a value. What cannot be told is not called wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jinja2 import nodes

from generator.diagnostics import did_you_mean
from generator.ooxml.tags import PLAIN_FILTER, SHOWN_FILTER
from generator.render.field_words import spelled
from generator.render.filters import ROUNDS, SHORT, filter_hint, filters, tests
from generator.render.names import fold
from generator.render.shapes import (
    NUMBER,
    TEXT,
    UNKNOWN,
    YES_NO,
    Group,
    Leaf,
    Loop,
    Many,
    Model,
    Shape,
    Thing,
    in_words,
)

_FIRST_OF = ("first", "last", "max", "min")
_SAME = ("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr")
_NUMBERS = ("length", "count", "wordcount", "abs", "int", "float", "round", "sum")
_TEXTS = (
    "stor",
    "liten",
    "omslag",
    "upper",
    "lower",
    "capitalize",
    "title",
    "trim",
    "replace",
    "string",
    PLAIN_FILTER,
)
_BY_ATTRIBUTE = ("sort", "unique", "max", "min", "sum", "map", "join", "groupby", "selectattr", "rejectattr")
_POSITIONAL = ("groupby", "selectattr", "rejectattr")
_LISTS = (*_FIRST_OF, *_SAME, "map", "groupby", "batch", "slice", "sum", "join")
_UNCHANGED = ("default", "d", SHORT, ROUNDS, SHOWN_FILTER)


@dataclass(frozen=True, slots=True)
class Found:
    """Something wrong at a line of the source."""

    line: int
    what: str
    hint: str


@dataclass(slots=True)
class Values:
    """Follows expressions. ``used`` and ``shown`` are fields as ”NodVy.titel”: named at all, and printed."""

    model: Model
    used: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    found: list[Found] = field(default_factory=list)
    scopes: list[dict[str, Shape]] = field(default_factory=list)
    _printing: bool = False
    _lenient: bool = False

    def printed(self, node: nodes.Node) -> Shape:
        """Return the shape of a value that is printed."""
        return self._while(node, printing=True)

    def quietly(self, node: nodes.Node) -> Shape:
        """Return the shape of a value that only decides something."""
        return self._while(node, printing=False)

    def _while(self, node: nodes.Node, *, printing: bool) -> Shape:
        before, self._printing = self._printing, printing
        shape = self.value(node)
        self._printing = before
        return shape

    def value(self, node: nodes.Node) -> Shape:
        shape: Shape
        match node:
            case nodes.Name():
                shape = self._name(node)
            case nodes.Getattr():
                shape = self._part(node, self.value(node.node), node.attr)
            case nodes.Getitem():
                shape = self._item(node)
            case nodes.Filter():
                shape = self._filter(node)
            case nodes.Test():
                shape = self._test(node)
            case nodes.Call():
                shape = self._call(node)
            case nodes.CondExpr():
                self.quietly(node.test)
                ways = (None if self.never(node.test) else node.expr1, node.expr2)
                shape = either([self.value(way) for way in ways if way is not None])
            case nodes.And() if self.never(node.left):
                shape = self.value(node.left)
            case nodes.Or() | nodes.And():
                shape = either([self.value(node.left), self.value(node.right)])
            case _:
                shape = self._plain(node)
        return shape

    def _plain(self, node: nodes.Node) -> Shape:
        """Return the shape of an expression whose pieces need nothing but to be looked at."""
        for item in node.iter_child_nodes():
            if isinstance(item, nodes.Operand):
                self.quietly(item.expr)
            else:
                self.value(item)
        match node:
            case nodes.Const(value=bool()) | nodes.Compare() | nodes.Not():
                return YES_NO
            case nodes.Const(value=int() | float()):
                return NUMBER
            case nodes.Const(value=str()) | nodes.Concat():
                return TEXT
            case nodes.List() | nodes.Tuple():
                return Many(UNKNOWN)
            case _:
                return UNKNOWN

    def _name(self, node: nodes.Name) -> Shape:
        shape = self.lookup(node.name)
        if shape is None:
            if not self._lenient and not node.name.startswith("__"):
                known = {name for scope in self.scopes for name in scope}
                hint = did_you_mean(spelled(node.name), [spelled(n) for n in sorted(known)])
                self.wrong(node, f"”{node.name}” finns inte. {hint}".strip())
            return UNKNOWN
        if not any(node.name in scope for scope in self.scopes[1:]):
            self._note(self.model.view, node.name)
        return shape

    def lookup(self, name: str) -> Shape | None:
        return next((scope[name] for scope in reversed(self.scopes) if name in scope), None)

    def _part(self, node: nodes.Node, owner: Shape, written: str) -> Shape:
        name = fold(written)
        shape = self.model.part(owner, name)
        if shape is None:
            if not self._lenient:
                otherwise = "" if isinstance(owner, Thing | Loop | Group) else _no_parts(owner)
                hint = did_you_mean(spelled(name), list(self.model.names(owner)), otherwise)
                self.wrong(node, f"”{written}” finns inte där. {hint}".strip())
            return UNKNOWN
        if isinstance(owner, Thing):
            self._note(owner.cls, name)
        return shape

    def _note(self, owner: type, name: str) -> None:
        keys = {f"{cls.__name__}.{name}" for cls in owner.__mro__}
        self.used |= keys
        if self._printing:
            self.shown |= keys

    def never(self, test: nodes.Node) -> bool:
        """Tell whether a condition asks for a name that there never is: what it guards is never used."""
        if isinstance(test, nodes.And):
            return self.never(test.left) or self.never(test.right)
        if not isinstance(test, nodes.Test) or test.name != "defined":
            return False
        return isinstance(test.node, nodes.Name) and self.lookup(test.node.name) is None

    def _item(self, node: nodes.Getitem) -> Shape:
        owner = self.value(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(node, owner, node.arg.value)
        self.quietly(node.arg)
        if isinstance(owner, Many):
            return owner if isinstance(node.arg, nodes.Slice) else owner.item
        if isinstance(owner, Thing | Leaf) and owner != TEXT:
            what = f"här står ingen lista före klammern ({in_words(owner)})"
            self.wrong(node, what, "Skriv en punkt och namnet på en del.")
        return TEXT if owner == TEXT else UNKNOWN

    def _call(self, node: nodes.Call) -> Shape:
        for value in (*node.args, *(pair.value for pair in node.kwargs)):
            self.value(value)
        called = node.node
        if isinstance(called, nodes.Getattr) and isinstance(self.value(called.node), Loop):
            if fold(called.attr) in ("changed", "cycle"):
                return YES_NO if called.attr == "changed" else UNKNOWN
            self.wrong(node, f"”loop.{called.attr}” ska inte ha parentes efter sig", "Ta bort parentesen.")
            return UNKNOWN
        known = not isinstance(called, nodes.Name) or self.lookup(called.name) is not None
        if known:
            self.value(called)
            self.wrong(node, "det som står före parentesen går inte att anropa", "Ta bort parentesen.")
        else:
            name = called.name if isinstance(called, nodes.Name) else ""
            self.wrong(node, f"”{name}(…)” finns inte i mallar", "Skriv bara namn och filter i taggar.")
        return UNKNOWN

    def _test(self, node: nodes.Test) -> Shape:
        if node.name not in tests():
            self.wrong(node, f"efter ”is” kan det inte stå ”{node.name}”", "Skriv till exempel is defined.")
        before = self._lenient
        self._lenient = before or node.name in ("defined", "undefined")
        self.quietly(node.node)
        self._lenient = before
        for value in node.args:
            self.quietly(value)
        return YES_NO

    def _filter(self, node: nodes.Filter) -> Shape:
        before = self._lenient
        self._lenient = before or node.name in ("default", "d")
        shape = self.value(node.node) if node.node is not None else UNKNOWN
        self._lenient = before
        if node.name not in filters():
            self.wrong(node, f"filtret ”{node.name}” finns inte", filter_hint(node.name))
            return UNKNOWN
        arguments = [self.value(value) for value in node.args]
        for pair in node.kwargs:
            self.value(pair.value)
        if wrong := _unfit(node.name, shape):
            self.wrong(node, *wrong)
            return UNKNOWN
        item = shape.item if isinstance(shape, Many) else UNKNOWN
        inner = self._by_attribute(node, item)
        joined = inner or item
        if node.name == "join" and isinstance(joined, Thing) and not joined.label:
            hint = "Skriv vilken del: join(', ', attribute='titel')."
            self.wrong(node, f"{in_words(joined)} går inte att skriva ut", hint)
        return _filtered(node.name, shape, item, inner, arguments)

    def _by_attribute(self, node: nodes.Filter, item: Shape) -> Shape | None:
        """Return the shape of the attribute that a filter like ``map`` goes by, None when it goes by none."""
        if node.name not in _BY_ATTRIBUTE:
            return None
        written: nodes.Node | None = next(
            (pair.value for pair in node.kwargs if pair.key == "attribute"), None
        )
        if written is None and node.name in _POSITIONAL and node.args:
            written = node.args[0]
        if not isinstance(written, nodes.Const) or not isinstance(written.value, str):
            return None
        for name in written.value.split("."):
            item = self._part(node, item, name)
        return item

    def wrong(self, node: nodes.Node, what: str, hint: str = "") -> None:
        self.found.append(Found(node.lineno, what, hint))


def either(ways: list[Shape]) -> Shape:
    first = ways[0] if ways else UNKNOWN
    return first if all(way == first for way in ways) else UNKNOWN


def _no_parts(owner: Shape) -> str:
    if isinstance(owner, Many):
        return "Det som står före punkten är en lista."
    return f"Det som står före punkten har inga delar ({in_words(owner)})."


def _unfit(name: str, shape: Shape) -> tuple[str, str] | None:
    """Return what is wrong with a filter after a value of this shape, and the remedy."""
    if name in _LISTS and isinstance(shape, Thing | Leaf) and shape != TEXT:
        what = f"filtret ”{name}” behöver en lista, men här står {in_words(shape)}"
        return what, "Sätt filtret efter namnet på en lista."
    if name in _TEXTS and name != PLAIN_FILTER and isinstance(shape, Many):
        return f"filtret ”{name}” behöver en text, men här står en lista", "Gå igenom listan med for."
    if name in _TEXTS and isinstance(shape, Thing) and not shape.label and name != PLAIN_FILTER:
        return f"filtret ”{name}” behöver en text, men här står {in_words(shape)}", "Skriv vilken del."
    return None


def _filtered(name: str, shape: Shape, item: Shape, inner: Shape | None, arguments: list[Shape]) -> Shape:
    kinds: tuple[tuple[tuple[str, ...], Callable[[], Shape]], ...] = (
        (_FIRST_OF, lambda: item),
        (_SAME, lambda: shape if isinstance(shape, Many) else Many(UNKNOWN)),
        (_NUMBERS, lambda: NUMBER),
        ((*_TEXTS, "join"), lambda: TEXT),
        (_UNCHANGED, lambda: either([shape, *arguments[:1]])),
        (("map",), lambda: Many(inner or UNKNOWN)),
        (("groupby",), lambda: Many(Group(item))),
        (("batch", "slice"), lambda: Many(Many(item))),
    )
    return next((made() for names, made in kinds if name in names), UNKNOWN)
