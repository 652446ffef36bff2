"""The Jinja environment of the templates: sandboxed, strict, escaping, with Swedish messages.

A template is Word people's work and content is data; neither is trusted with Python. Nothing outside the view
can be reached, nothing unknown prints as nothing, nothing a value holds is ever taken for a tag, and no tag
can make a document that never ends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import is_dataclass
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.filters import _GroupTuple
from jinja2.parser import Parser
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from generator.diagnostics import StyrdokError, did_you_mean
from generator.documents.view import NodVy
from generator.ooxml.tags import BLOCK_CALL, TEXT_CALL
from generator.render.field_words import spelled
from generator.render.filters import LONGEST, ROUNDS, SHORT, RoundsContext, filters, short, tests
from generator.render.names import LEAVES, below, fold, names_of

LOOP_NAMES = (
    "changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem",
    "previtem", "revindex", "revindex0",
)  # fmt: skip
GROUP_NAMES = ("grouper", "list")
STATEMENTS = ("for", "if", "set", "with")
BROKEN = "__trasig"
"""What the linter puts in place of an expression that cannot be read."""
_DEEPEST, _LOOP_WEIGHT = 120, 10
# The wrapping of tags; and what Jinja itself would put there.
_CALLS = (TEXT_CALL, BLOCK_CALL)
_RESERVED = ("self", "super", "caller", "varargs", "kwargs")
_TOO_DEEP = "taggen är för djupt nästlad"
_REPEATS = (str, bytes, tuple, list)


def suggested(name: str, known: Iterable[str]) -> str:
    """Return ”Menade du …?” for the nearest of the folded names, as Swedes spell it."""
    return did_you_mean(spelled(fold(name)), [spelled(k) for k in known if not k.startswith("__")])


def not_there(name: str, value: object) -> str:
    """Return what may be meant by a name that does not follow this value."""
    if isinstance(value, LEAVES) or not is_dataclass(value):
        return "Det som står före punkten har inga delar."
    return suggested(name, names_of(value))


class UnknownName(StrictUndefined):
    """A name that the view does not have; any use of it is an error with a suggestion."""

    known: Collection[str] = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"”{name}” finns inte. {suggested(name, self.known)}".strip()
        return f"”{name}” finns inte där. {not_there(name, self._undefined_obj)}".strip()


class WrongTagError(TemplateSyntaxError):
    """A tag that Jinja knows and templates do not; the message is Swedish and ``hint`` the remedy."""

    hint = ""


class _TemplateParser(Parser):
    """Takes the statements a template needs, and none that would make it a program."""

    def parse_statement(self) -> nodes.Node | list[nodes.Node]:
        """Return a statement."""
        word = str(self.stream.current.value)
        if self.stream.current.type == "name" and word not in STATEMENTS and word in _JINJA_WORDS:
            self.wrong(f"taggen ”{word}” används inte i mallar", "Skriv bara for, if och set.")
        statement = super().parse_statement()
        if isinstance(statement, nodes.For) and statement.recursive:
            self.wrong("”recursive” används inte i mallar", "Gå igenom noder, som har alla nivåer i ordning.")
        if isinstance(statement, nodes.AssignBlock):
            self.wrong("”set” utan = används inte i mallar", "Skriv {% set namn = … %}.")
        if isinstance(statement, nodes.Assign) and isinstance(statement.target, nodes.NSRef):
            self.wrong("”set” kan inte ändra det som finns", "Skriv {% set namn = … %} med ett eget namn.")
        return statement

    def wrong(self, message: str, hint: str) -> NoReturn:
        """Refuse a statement."""
        problem = WrongTagError(message, self.stream.current.lineno, self.name, self.filename)
        problem.hint = hint
        raise problem


_JINJA_WORDS = (
    "autoescape",
    "block",
    "call",
    "extends",
    "filter",
    "from",
    "import",
    "include",
    "macro",
    "print",
)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Finds names with and without å, ä and ö, and the nodes below a nod by the name of their level."""

    levels: frozenset[str] = frozenset()
    context_class = RoundsContext
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return the tree with every name folded, and with loops and assignments that keep within limits."""
        parser = _TemplateParser(self, source, name, filename)
        try:
            tree = parser.parse()
        except RecursionError:
            raise WrongTagError(_TOO_DEEP, parser.stream.current.lineno, name, filename) from None
        for node, depth in _walk(tree):
            if depth > _DEEPEST:
                raise WrongTagError(_TOO_DEEP, node.lineno, name, filename)
            self._limit(node)
        tree.set_environment(self)
        return tree

    def _limit(self, node: nodes.Node) -> None:
        """Fold a name; put a counter on a loop and a measure on an assignment."""
        if isinstance(node, nodes.Name):
            node.name = fold(node.name)
            if node.name in _RESERVED or (node.name.startswith("__") and node.name != BROKEN):
                raise WrongTagError(f"”{node.name}” används inte i mallar", node.lineno)
        elif isinstance(node, nodes.For):
            node.iter = _filtered(node.iter, ROUNDS)
        elif isinstance(node, nodes.Assign):
            node.node = _filtered(node.node, SHORT)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the field of a view value; anything else there may be on it is out of reach."""
        if isinstance(obj, Undefined):
            return str(obj)
        if attribute.startswith("_"):
            return self.unsafe_undefined(obj, attribute)
        name = fold(attribute)
        if name in _names_on(obj):
            found = below(obj, name) if isinstance(obj, NodVy) and not hasattr(obj, name) else None
            return found if found is not None else getattr(obj, name)
        if isinstance(obj, NodVy) and name in self.levels:
            return ()
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of a list or a letter of a text, or the field of that name."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, tuple | list | str) and isinstance(argument, int | slice):
            return super().getitem(obj, argument)
        return self.undefined(obj=obj, name=argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Carry out what could grow without bounds within bounds; ``%`` is only a sum, never a format."""
        sizes = [isinstance(value, _REPEATS) for value in (left, right)]
        if operator == "**" or (operator in ("*", "%") and any(sizes)):
            raise StyrdokError(
                f"”{operator}” kan inte räknas ut här", "Räkna bara med tal, och inte med potenser."
            )
        if operator == "*" and abs(left) * abs(right) > 10**18:
            raise StyrdokError("talet blir orimligt stort", "Rätta talen i taggen.")
        if operator == "+" and any(
            isinstance(v, str | tuple | list) and len(v) > LONGEST for v in (left, right)
        ):
            raise StyrdokError("texten i taggen blir orimligt lång", "Skriv en kortare text.")
        return short(super().call_binop(context, operator, left, right))


def _names_on(value: Any) -> Collection[str]:
    """Return the names that may follow a value and a point, folded."""
    if isinstance(value, LoopContext):
        return LOOP_NAMES
    if isinstance(value, _GroupTuple):
        return GROUP_NAMES
    return tuple(names_of(value))


def _walk(tree: nodes.Node) -> Iterator[tuple[nodes.Node, int]]:
    """Yield every node with how deep it lies, a loop counted as many; not what wraps a tag."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        deeper = depth + (_LOOP_WEIGHT if isinstance(node, nodes.For) else 1)
        wrapped = (
            isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in _CALLS
        )
        children = node.iter_child_nodes(exclude=("node",)) if wrapped else node.iter_child_nodes()
        waiting += [(child, deeper) for child in children]


def _filtered(value: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)


def undefined_type(known: Collection[str]) -> type[UnknownName]:
    """Return what unknown names become; ``known`` are the names to suggest at the start of an expression."""
    return type("UnknownName", (UnknownName,), {"known": tuple(known)})


def make_environment() -> TemplateEnvironment:
    """Return an environment with nothing in it but what templates need."""
    environment = TemplateEnvironment(autoescape=True, undefined=UnknownName, cache_size=0)
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update(filters())
    environment.tests.clear()
    environment.tests.update(tests())
    return environment
