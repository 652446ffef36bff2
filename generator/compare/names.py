"""What replaced what: ids and names of an older version led to those of a newer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

Successors = Mapping[str, tuple[str, ...]]
"""Old id → the ids that replaced it; for a body its old name → its new ones too."""


class Names:
    """Answers what an old id or name is called now."""

    def __init__(self, successors: Successors) -> None:
        self.successors = successors

    def reached(self, id_: str) -> tuple[str, ...]:
        """Return every id that replaced this one, at once or in turn, the nearest first.

        What belongs to a body (``organ/slug``) goes where its body goes.
        """
        found: dict[str, None] = {}
        waiting = [id_]
        while waiting:
            for each in self._next(waiting.pop(0)):
                if each != id_ and each not in found:
                    found[each] = None
                    waiting.append(each)
        return tuple(found)

    def _next(self, id_: str) -> tuple[str, ...]:
        said = tuple(self.successors.get(id_, ()))
        body, mark, slug = id_.rpartition("/")
        if said or not mark:
            return said
        return tuple(f"{each}/{slug}" for each in self.successors.get(body, ()))

    def now(self, text: str) -> str:
        """Return the words with every name in them that has one successor replaced by it."""
        if self._pattern is None or not text:
            return text
        return self._pattern.sub(lambda m: self._single[m[0].casefold()], text)

    def one(self, id_: str) -> str:
        """Return what this id became, where it became one other and nothing else became that; or nothing."""
        return self._single.get(id_.casefold(), "")

    @cached_property
    def _single(self) -> Mapping[str, str]:
        """The names that became one other that only they became, and what that is called in the end."""
        steps: dict[str, set[str]] = {}
        before: Counter[str] = Counter()
        last = {}
        for name, after in self.successors.items():
            for each in after:
                if each.casefold() not in steps.setdefault(name.casefold(), set()):
                    steps[name.casefold()].add(each.casefold())
                    before[each.casefold()] += 1
                    last[each.casefold()] = each
        found = {}
        for name in steps:
            at, seen = name, {name}
            while len(steps.get(at, ())) == 1:
                (following,) = steps[at]
                if before[following] > 1 or following in seen:
                    break
                at = following
                seen.add(at)
            if at != name and not steps.get(at):
                found[name] = last[at]
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        names = sorted(self._single, key=len, reverse=True)
        if not names:
            return None
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
