"""One body, several spellings: which of its listed spellings a document uses side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.texts import Found, Texts
from generator.diagnostics.values import dataclass
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organ, fold

_INFLECTED = re.compile(r"(?:en|ens|n|ns|s)$")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Variants:
    """A body that a document spells in several ways, and the first place of one that is not its name."""

    organ: Organ
    ways: tuple[str, ...]
    found: Found


class Spellings:
    """The spellings of the political bodies that are full names, not abbreviations or a part of the name."""

    def __init__(self, korpus: Korpus) -> None:
        self.bodies: dict[str, Organ] = {}
        for organ in korpus.organisation.organ.values():
            names = [s for s in dict.fromkeys((organ.namn[0].text, *organ.skrivs_aven)) if not s.isupper()]
            full = [s for s in names if s == names[0] or not _is_part(s, names[0])]
            if len({_key(s) for s in full}) >= _FEWEST and organ.beslutar:
                self.bodies.update({fold(s): organ for s in full})
        longest = sorted(self.bodies, key=len, reverse=True)
        found = "|".join(re.escape(s).replace(r"\ ", r"[ \u00a0]") for s in longest)
        self.pattern = re.compile(rf"(?<![\w-])(?:{found})s?(?![\w-])") if found else None

    def of(self, each: Texts) -> Iterator[Variants]:
        """Yield the bodies that the document spells in several ways."""
        if self.pattern is None:
            return
        used: dict[str, dict[str, Found]] = {}
        for found in each.find(
            self.pattern, "rubrik", "stycke", "punkt", "uppdrag", "cell", "not", lower=True
        ):
            organ = self._organ(found.words)
            if organ is not None:
                used.setdefault(organ.id, {}).setdefault(_key(found.words), found)
        yield from self._several(used)

    def _several(self, used: Mapping[str, Mapping[str, Found]]) -> Iterator[Variants]:
        organs = {organ.id: organ for organ in self.bodies.values()}
        for id_, ways in used.items():
            official = _key(organs[id_].namn[0].text)
            other = next((place for key, place in ways.items() if key != official), None)
            if len(ways) >= _FEWEST and other is not None:
                yield Variants(organs[id_], tuple(f.words for f in ways.values()), other)

    def _organ(self, words: str) -> Organ | None:
        said = fold(words)
        return self.bodies.get(said) or self.bodies.get(said.removesuffix("s"))


def _is_part(alias: str, name: str) -> bool:
    """Tell whether the alias is the name made shorter: fullmäktige, samverkansnämnden."""
    short, whole = fold(alias), fold(name)
    return whole.startswith(short) or whole.endswith(short)


def _key(words: str) -> str:
    """Return a spelling without what a sentence does to it: the capital at its start, and the endings."""
    text = " ".join(words.split())
    return _INFLECTED.sub("", text[:1].lower() + text[1:])
