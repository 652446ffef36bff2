"""Follows what every tag of a template stands for, from the types alone: no document is rendered.

Loops give their variable the shape of what is in the list, conditions keep both ways open, and a value is
held against the place where it is to be printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jinja2 import nodes

from generator.ooxml.tags import BLOCK_CALL, PLAIN_FILTER, TEXT_CALL
from generator.render.shapes import PROSE, UNKNOWN, Group, Leaf, Loop, Many, Shape, Thing, Unknown, in_words
from generator.render.values import Values, either

_SOME = 4


class Reach(Values):
    """Walks the tree of one part."""

    __slots__ = ()

    def walk(self, tree: nodes.Template) -> None:
        """Follow a whole part."""
        self.scopes = [self.model.roots(), {}]
        self._body(tree.body)

    @contextmanager
    def _scope(self) -> Iterator[None]:
        """Names that hold only inside a loop or a with."""
        self.scopes.append({})
        yield
        self.scopes.pop()

    def _body(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            self._statement(node)

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output():
                for item in node.nodes:
                    self._output(item)
            case nodes.For():
                self._for(node)
            case nodes.If():
                self._if(node)
            case nodes.Assign():
                self._assign(node.target, self.printed(node.node))
            case nodes.With():
                self._with(node)

    def _output(self, node: nodes.Node) -> None:
        match node:
            case nodes.TemplateData():
                return
            case nodes.Call(node=nodes.Name(name=name), args=[value, *_]) if name == TEXT_CALL:
                self._inline(node, self.printed(value))
            case nodes.Call(node=nodes.Name(name=name), args=[value, *_]) if name == BLOCK_CALL:
                self._printable(node, self.printed(value))
            case nodes.Filter(name=name, node=value) if name == PLAIN_FILTER and value is not None:
                self._inline(node, self.printed(value))
            case _:
                self.printed(node)

    def _inline(self, node: nodes.Node, shape: Shape) -> None:
        if isinstance(shape, Leaf) and shape.blocks:
            what = "här står en text av flera stycken" if shape == PROSE else "här står en tabell"
            self.wrong(node, what, "Skriv taggen som {{p … }} i ett eget stycke.")
        else:
            self._printable(node, shape)

    def _printable(self, node: nodes.Node, shape: Shape) -> None:
        match shape:
            case Many(item):
                what = f"här står en hel lista ({in_words(item)}), som inte går att skriva ut"
                self.wrong(node, what, "Gå igenom listan med {%p for … in … %}.")
            case Thing(label=False):
                names = ", ".join(list(self.model.names(shape))[:_SOME])
                self.wrong(node, f"{in_words(shape)} går inte att skriva ut", f"Skriv vilken del: {names} …")
            case Loop() | Group():
                what = f"{in_words(shape)} går inte att skriva ut"
                self.wrong(node, what, "Skriv till exempel loop.index.")

    def _for(self, node: nodes.For) -> None:
        listed = self.quietly(node.iter)
        item: Shape = UNKNOWN
        if isinstance(listed, Many):
            item = listed.item
        elif not isinstance(listed, Unknown):
            what = f"det som ”for” ska gå igenom är ingen lista ({in_words(listed)})"
            self.wrong(node, what, "Skriv namnet på en lista efter in.")
        with self._scope():
            self._assign(node.target, item)
            if node.test is not None:
                self.quietly(node.test)
            self.scopes[-1]["loop"] = Loop(item)
            self._body(node.body)
        with self._scope():
            self._body(node.else_)

    def _if(self, node: nodes.If) -> None:
        ways = [(node.test, node.body), *((e.test, e.body) for e in node.elif_), (None, node.else_)]
        before = dict(self.scopes[-1])
        ends: list[dict[str, Shape]] = []
        for test, body in ways:
            self.scopes[-1].clear()
            self.scopes[-1].update(before)
            if test is not None:
                self.quietly(test)
                if self.never(test):
                    continue
            self._body(body)
            ends.append(dict(self.scopes[-1]))
        self.scopes[-1].clear()
        self.scopes[-1].update(_merged(ends))

    def _with(self, node: nodes.With) -> None:
        shapes = [self.value(value) for value in node.values]
        with self._scope():
            for target, shape in zip(node.targets, shapes, strict=True):
                self._assign(target, shape)
            self._body(node.body)

    def _assign(self, target: nodes.Node, shape: Shape) -> None:
        if isinstance(target, nodes.Name):
            self.scopes[-1][target.name] = shape
        elif isinstance(target, nodes.Tuple):
            for item in target.items:
                self._assign(item, UNKNOWN)


def _merged(ends: list[dict[str, Shape]]) -> dict[str, Shape]:
    """Return the names after a condition: what differs between its ways cannot be told."""
    names = {name for end in ends for name in end}
    return {name: either([end.get(name, UNKNOWN) for end in ends]) for name in names}
