"""The nearest thing a person may have meant, and no guess when nothing is near."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR_ENOUGH = 0.7


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like ``word``, or None when none is near enough to be helpful."""
    matcher = SequenceMatcher(None, "", word.casefold(), autojunk=False)
    best, found = _NEAR_ENOUGH, None
    for candidate in candidates:
        matcher.set_seq1(candidate.casefold())
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        ratio = matcher.ratio()
        if ratio > best or (found is None and ratio == best):
            best, found = ratio, candidate
    return found


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str = "") -> str:
    """Return ”Menade du …?” for the nearest candidate, else the sentence in ``otherwise``."""
    found = nearest(word, candidates)
    return f"Menade du ”{found}”?" if found else otherwise
