"""The words that changed in a text, with a little of what stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.alignment.sequences import Run
from generator.alignment.words import word_runs, words
from generator.compare.plain import PARAGRAPH, shortened
from generator.diagnostics.values import dataclass
from generator.domain.belopp import MINUS

_AROUND = 5
"""Words before and after a change."""
_LONGEST = 160
"""Characters of what was added or removed in one place."""
_KEPT = 0.3
"""The share of the words that must be left for a text to be the same text, reworded."""
_READ = 200_000
"""Characters of a text that are compared word by word; no steering document has a longer chapter."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One place where words changed; ``before`` and ``after`` are the words around it."""

    before: str
    removed: str
    added: str
    after: str


def excerpts(old: str, new: str) -> tuple[Excerpt, ...]:
    """Return the places where two texts differ, in order; none when too little is left of the old one."""
    left, right = words(old[:_READ]), words(new[:_READ])
    found = word_runs(left, right)
    kept = sum(_said(run.old.of(left)) for run in found if run.equal)
    if not left or not right or kept < _KEPT * min(_said(left), _said(right)):
        return ()
    places = [number for number, run in enumerate(found) if not run.equal]
    return tuple(_excerpt(found, number, left, right) for number in places)


def _said(part: Sequence[str]) -> int:
    return sum(word[:1].isalnum() for word in part)


def _excerpt(found: Sequence[Run], number: int, left: Sequence[str], right: Sequence[str]) -> Excerpt:
    run = found[number]
    before = found[number - 1].old.of(left) if number else ()
    after = found[number + 1].old.of(left) if number + 1 < len(found) else ()
    return Excerpt(_last(before), _short(run.old.of(left)), _short(run.new.of(right)), _first(after))


def _last(part: Sequence[str]) -> str:
    """Return the last words of a stretch, and that there is more before them."""
    text = "".join(part)
    kept = "".join(part[-2 * _AROUND :])
    return kept if len(kept) == len(text) else f"… {kept.lstrip()}"


def _first(part: Sequence[str]) -> str:
    text = "".join(part)
    kept = "".join(part[: 2 * _AROUND])
    return kept if len(kept) == len(text) else f"{kept.rstrip()} …"


def _short(part: Sequence[str]) -> str:
    text = "".join(part)
    return text if len(text) <= _LONGEST else shortened(text, _LONGEST)


def marked(excerpt: Excerpt) -> str:
    """Return an excerpt on one line, ”inom [−tio−] [+sju+] dagar”."""
    gone, come = excerpt.removed.strip(), excerpt.added.strip()
    pieces = [f"[{MINUS}{gone}{MINUS}]" if gone else "", f"[+{come}+]" if come else ""]
    changed = (excerpt.removed, excerpt.added)
    lead = " " if any(text[:1].isspace() for text in changed) else ""
    trail = " " if any(text[-1:].isspace() for text in changed) else ""
    words = " ".join(filter(None, pieces))
    line = f"{excerpt.before}{lead}{words}{trail}{excerpt.after}".replace(PARAGRAPH, " ")
    return line.replace("  ", " ").strip()
