"""CPU time of cases that take turns: what disturbs the machine for a moment disturbs them all."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

if sys.platform == "win32":
    children_time = time.perf_counter
else:
    import resource

    def children_time() -> float:
        """Return the CPU seconds that finished child processes have used."""
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime


@dataclass(frozen=True, slots=True)
class Case:
    """Something to measure. ``clock`` gives seconds; ``before`` makes ready and is not measured."""

    name: str
    work: Callable[[], object]
    clock: Callable[[], float] = time.process_time
    before: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one case takes as another: the median of the rounds and their middle half."""

    middle: float
    low: float
    high: float


Times = dict[str, list[float]]
"""Seconds by the name of a case, one for each round."""


def measured(cases: Sequence[Case], rounds: int) -> Times:
    """Return the times of the cases. Each round begins with another one; a first round is not counted."""
    times: Times = {case.name: [] for case in cases}
    for number in range(-1, rounds):
        start = number % len(cases)
        for case in (*cases[start:], *cases[:start]):
            seconds = _once(case)
            if number >= 0:
                times[case.name].append(seconds)
    return times


def _once(case: Case) -> float:
    case.before()
    gc.collect()
    start = case.clock()
    case.work()
    return case.clock() - start


def ratio(times: Times, case: str, base: str) -> Ratio:
    """Return how the times of two cases compare, each round for itself."""
    found = [own / other for own, other in zip(times[case], times[base], strict=True)]
    low, _, high = quantiles(found, n=4) if len(found) > 1 else (found[0],) * 3
    return Ratio(median(found), low, high)
