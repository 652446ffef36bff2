"""``python -m benchmarks.redlines MAPP``: pairs of Word files of others, redlined and judged one by one.

The folder holds ``pairs.tsv`` with a line for each pair: id, file before, file after; the rest is not read.
Such files belong to others and are never part of the project, so this is no test.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from benchmarks.engines import ENGINES, OURS, Engine
from tests.support.redlines import Verdict, judge
from tests.support.validator import validate, validator_available

PAIRS = "pairs.tsv"
_WIDTHS = (26, 9, 7, 10, 10, 8, 9, 8)
_HEAD = ("par", "stycken", "allt", "utseende", "varningar", "giltig", "× minsta", "s")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of a document."""

    id: str
    before: Path
    after: Path


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a pair. ``verdict`` is None where no redline was made; ``error`` then says why.

    ``schema``: what the Open XML SDK has against the redline and not against its inputs; None: not asked.
    """

    pair: Pair
    verdict: Verdict | None = None
    seconds: float = 0.0
    error: str = ""
    schema: tuple[str, ...] | None = None


def pairs(folder: Path) -> list[Pair]:
    """Return the pairs that the folder lists."""
    lines = (folder / PAIRS).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip()]
    return [Pair(id_, folder / old, folder / new) for id_, old, new, *_ in cells if id_ != "id"]


def run(pair: Pair, engine: Engine, made: Path) -> Result:
    """Redline a pair into the folder ``made`` and judge it. An engine that breaks is a result too."""
    old, new = pair.before.read_bytes(), pair.after.read_bytes()
    start = time.perf_counter()
    try:
        redline = engine(old, new)
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to this pair
        return Result(pair, error=f"{type(error).__name__}: {error}")
    seconds = time.perf_counter() - start
    (made / f"{pair.id}.docx").write_bytes(redline)
    return Result(pair, judge(old, new, redline), seconds)


def validated(results: Sequence[Result], made: Path) -> list[Result]:
    """Ask the Open XML SDK about the redlines, and about the inputs of those that are not valid."""
    files = {result.pair.id: made / f"{result.pair.id}.docx" for result in results if result.verdict}
    errors = validate(list(files.values()))
    faulty = [result.pair for result in results if result.verdict and errors[files[result.pair.id]]]
    of_inputs = validate(sorted({path for pair in faulty for path in (pair.before, pair.after)}))
    return [
        replace(result, schema=_own(errors[path], result.pair, of_inputs))
        if (path := files.get(result.pair.id))
        else result
        for result in results
    ]


def _own(errors: Sequence[str], pair: Pair, of_inputs: Mapping[Path, Sequence[str]]) -> tuple[str, ...]:
    """Return the errors of a kind that neither input has; the places differ."""
    known = {_kind(error) for path in (pair.before, pair.after) for error in of_inputs.get(path, ())}
    return tuple(error for error in errors if _kind(error) not in known)


def _kind(error: str) -> str:
    return error.partition(": ")[2] or error


def as_table(results: Sequence[Result]) -> str:
    """Return the results, a line each."""
    return "\n".join((_aligned(_HEAD), "-" * sum(_WIDTHS), *(_aligned(_cells(result)) for result in results)))


def _aligned(cells: Sequence[str]) -> str:
    first, *rest = cells
    return first.ljust(_WIDTHS[0]) + "".join(c.rjust(w) for c, w in zip(rest, _WIDTHS[1:], strict=False))


def _cells(result: Result) -> tuple[str, ...]:
    found = result.verdict
    if found is None:
        return (result.pair.id, result.error)
    asked = "–" if result.schema is None else _yes(good=not result.schema)
    return (
        result.pair.id,
        _yes(good=found.words),
        _yes(good=found.whole),
        _yes(good=found.looks),
        str(len(found.warnings)),
        asked,
        _number(found.ratio),
        _number(result.seconds),
    )


def _yes(*, good: bool) -> str:
    return "ja" if good else "NEJ"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def summary(results: Sequence[Result]) -> str:
    """Return what is right in how many pairs, and which are not."""
    judged = [result for result in results if result.verdict]
    verdicts = [result.verdict for result in judged if result.verdict]
    ratios = [found.ratio for found in verdicts if found.least]
    asked = [result for result in judged if result.schema is not None]
    total = len(results)
    lines = [
        f"Godkänd = ny och avvisad = gammal, stycke för stycke: {sum(f.words for f in verdicts)} av {total}",
        f"Även tabeller, noter, sidhuvuden, bilder och länkar: {sum(f.whole for f in verdicts)} av {total}",
        f"Även utseendet: {sum(f.whole and f.looks for f in verdicts)} av {total}",
        f"Varningar om uppbyggnaden: {sum(len(f.warnings) for f in verdicts)}",
        f"Utan fel (Open XML SDK) utöver förlagornas: {sum(not r.schema for r in asked)} av {len(asked)}",
        f"Märkta tecken, gånger det minsta möjliga (median): {_number(median(ratios)) if ratios else '–'}",
        f"Inte i ordning: {', '.join(failing(results)) or 'inget'}",
    ]
    return "\n".join(lines)


def failing(results: Sequence[Result]) -> list[str]:
    """Return the ids of the pairs that are not right in every way."""
    good = {r.pair.id for r in results if r.verdict and r.verdict.flawless and not r.schema}
    return [result.pair.id for result in results if result.pair.id not in good]


def complaints(results: Sequence[Result]) -> str:
    """Return all that is wrong, pair by pair."""
    told = []
    for result in results:
        if result.pair.id in failing(results):
            about = result.verdict.complaints if result.verdict else result.error
            schema = "\n".join(result.schema or ())
            told.append("\n".join(filter(None, (f"== {result.pair.id}", about, schema))))
    return "\n\n".join(told)


def main() -> int:
    """Redline, judge, print; 1 where a pair is not right paragraph by paragraph."""
    parser = argparse.ArgumentParser(description="Gör ändringsmarkerade versioner av par och bedömer dem.")
    parser.add_argument("folder", type=Path, metavar="MAPP", help=f"mappen med {PAIRS}")
    parser.add_argument("--only", nargs="+", default=[], metavar="ID", help="bara dessa par")
    parser.add_argument("--engine", choices=sorted(ENGINES), default=OURS, help=f"vem (förval: {OURS})")
    parser.add_argument("--keep", type=Path, metavar="MAPP", help="lägg de märkta filerna här")
    parser.add_argument("--tell", action="store_true", help="skriv ut vad som är fel")
    parser.add_argument("--no-validator", action="store_true", help="fråga inte Open XML SDK")
    given = parser.parse_args()
    wanted = [pair for pair in pairs(given.folder) if not given.only or pair.id in given.only]
    with tempfile.TemporaryDirectory(prefix="styrdok-par-") as temporary:
        made = given.keep or Path(temporary)
        made.mkdir(parents=True, exist_ok=True)
        results = [run(pair, ENGINES[given.engine], made) for pair in wanted]
        if validator_available() and not given.no_validator:
            results = validated(results, made)
    parts = (as_table(results), summary(results), complaints(results) if given.tell else "")
    print("\n\n".join(filter(None, parts)))
    return int(not all(result.verdict and result.verdict.words for result in results))


if __name__ == "__main__":
    sys.exit(main())
