"""``make bench``: how many times as long as something else, never how many seconds.

Everything that is compared is measured in one run, in turns, as CPU time, so that the figures mean the same
on a fast machine, a slow one and a busy one.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import checking, demo, redline, rendering
from benchmarks.document import CHAPTERS
from benchmarks.engines import DOCXODUS, OURS
from benchmarks.process import Cost
from benchmarks.timing import Case, Ratio, Times, measured, ratio

ROUNDS = 25
_ROUNDS_OF_LARGE = 7
NONE = "–"
_NAME, _RATIO, _SPAN, _OTHER, _FOUND = 58, 10, 19, 12, 18


@dataclass(frozen=True, slots=True)
class Line:
    """A case against the base of its table and against docxtpl, and what was found before the work began."""

    case: str
    to_base: Ratio
    to_docxtpl: Ratio | None = None
    found: str = NONE


@dataclass(frozen=True, slots=True)
class Table:
    """A table of ratios to one and the same case."""

    title: str
    base: str
    lines: tuple[Line, ...]
    remark: str


_FOUND_BEFORE = {
    rendering.FLOOR: "1",
    rendering.DOCXTPL: "3,1",
    rendering.BLOCKS: "0,5 (mål 0,5–1)",
}
"""From the study before the work began; the aim is that of the rendering of block XML."""

_REMARK = """\
60 rubriker, 300 stycken, 40 tabeller, en bild. Golvet: de färdiga delarna serialiserade och packade.
Vår fil har också ifylld innehållsförteckning, fotnoter, räknade tabeller och bokmärken; i övrigt är texten
och tabellerna lika. Förstudien mätte ett annat dokument av samma storlek på en annan dator: dess tal står
bredvid som jämförelse och är inte mätta här."""


_CHECK_REMARK = """\
Länkade poster i fem nivåer, en process var, Pythons egen start inräknad; trlc läser samma poster.
Mål: högst 1 när allt kontrolleras på nytt, högst 0,33 när inget är ändrat."""
_LARGE_REMARK = "Mål: högst 12 gånger tiden för en tiondel så många poster."
_NO_TRLC = "trlc finns inte här (pip install trlc): måttet är i stället styrdoks egen fulla kontroll."


_REDLINE_REMARK = """\
Ett anrop i en process var; samma två filer, vart tjugonde block ändrat. Minnet i den största processen:
{memory}. Mål: högst 0,25 och högst 150 MB."""
_NO_DOCXODUS = "Docxodus finns inte här (pip install 'python-redlines[docxodus]'): vår mäts för sig."
_GROWTH_REMARK = "Pythons start inräknad. Mål: nära så många gånger som sidorna är fler."


def tables(
    rounds: int = ROUNDS,
    chapters: int = CHAPTERS,
    number: int = checking.NUMBER,
    pages: tuple[int, int, int] = redline.SIZES,
) -> list[Table]:
    """Measure everything. Raises AssertionError when two ways of making a document do not say the same."""
    with tempfile.TemporaryDirectory(prefix="styrdok-bench-") as folder, demo.without_libreoffice():
        forty = rendering.bench(chapters).cases
        whole = demo.demo(Path(folder))
        times = measured((*forty, *whole), rounds)
        starts = demo.startup(Path(folder) / "pycache")
        return [
            _forty(times, forty),
            _whole(times, whole),
            _starts(measured(starts, rounds), starts),
            *_checks(Path(folder), rounds, number),
            *_redlines(Path(folder) / "par", min(rounds, _ROUNDS_OF_LARGE), pages),
        ]


def quick() -> list[Table]:
    """Measure everything once with a much shorter document: to see that it runs."""
    return tables(1, chapters=2, number=200, pages=(2, 4, 8))


def _forty(times: Times, cases: Sequence[Case]) -> Table:
    lines = tuple(
        Line(
            case.name,
            ratio(times, case.name, rendering.FLOOR),
            ratio(times, case.name, rendering.DOCXTPL),
            _FOUND_BEFORE.get(case.name, NONE),
        )
        for case in cases
    )
    return Table("Ett dokument på 40 sidor", "golvet", lines, _REMARK)


def _whole(times: Times, cases: Sequence[Case]) -> Table:
    lines = tuple(Line(case.name, ratio(times, case.name, rendering.FLOOR)) for case in cases)
    title = f"Hela exemplet, {demo.number_of_documents()} dokument"
    return Table(title, "golvet", lines, "Samma golv som ovan.")


def _starts(times: Times, cases: Sequence[Case]) -> Table:
    lines = tuple(Line(case.name, ratio(times, case.name, demo.NOTHING)) for case in cases)
    return Table("Att komma igång, en process var", "python", lines, "Mot en Python som inget gör.")


def _checks(folder: Path, rounds: int, number: int) -> list[Table]:
    """Return how long a check takes beside TRLC, and how much longer of ten times as much."""
    small, large = checking.small(folder, number), checking.large(folder, number)
    times = measured(small, rounds)
    base = small[0].name
    lines = tuple(Line(case.name, ratio(times, case.name, base)) for case in small)
    remark = _CHECK_REMARK if checking.has_trlc() else f"{_CHECK_REMARK}\n{_NO_TRLC}"
    times = measured([case for pair in large for case in pair], min(rounds, _ROUNDS_OF_LARGE))
    more = tuple(Line(many.name, ratio(times, many.name, few.name)) for few, many in large)
    return [
        Table(f"Kontroll av {_thousands(number)} poster", base, lines, remark),
        Table("Tio gånger så många poster", "en tiondel", more, _LARGE_REMARK),
    ]


def _redlines(folder: Path, rounds: int, pages: tuple[int, int, int]) -> list[Table]:
    """Return how long a redline takes beside Docxodus, and how it grows."""
    small, middle, large = every = [redline.files(folder, size) for size in pages]
    redline.checked(middle)
    costs = redline.beside(middle, rounds)
    base = DOCXODUS if DOCXODUS in costs else OURS
    held = ", ".join(f"{engine} {redline.memory(found)}" for engine, found in costs.items())
    remark = _REDLINE_REMARK.format(memory=held)
    lines = [
        line
        for engine in costs
        for line in (
            Line(f"{engine}, processorns tid", _compared(costs[engine], costs[base])),
            Line(f"{engine}, på klockan", _compared(costs[engine], costs[base], clock=True)),
        )
    ]
    grown = redline.growing(every, rounds)
    more = tuple(
        Line(_growth(few.pages, many.pages), _compared(grown[many.pages], grown[few.pages]))
        for few, many in ((small, middle), (middle, large))
    )
    return [
        Table(
            f"Ändringsmarkering av {_thousands(middle.pages)} sidor",
            base,
            tuple(lines),
            remark if base == DOCXODUS else f"{remark}\n{_NO_DOCXODUS}",
        ),
        Table("Ändringsmarkering av fler sidor", "färre", more, _GROWTH_REMARK),
    ]


def _compared(own: Sequence[Cost], other: Sequence[Cost], *, clock: bool = False) -> Ratio:
    pairs = {"egen": own, "annan": other}
    times = {name: [c.clock if clock else c.processor for c in costs] for name, costs in pairs.items()}
    return ratio(times, "egen", "annan")


def _growth(few: int, many: int) -> str:
    times = f"{many / few:g}".replace(".", ",")
    return f"{_thousands(many)} sidor mot {_thousands(few)}: {times} gånger så många"


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def as_text(table: Table) -> str:
    """Return a table as people read it."""
    wide = any(line.to_docxtpl for line in table.lines)
    more = ("× docxtpl", "förstudien") if wide else ()
    head = (table.title, f"× {table.base}", "mittersta hälften", *more)
    rows = [_aligned(head), *(_aligned(_cells(line, wide=wide)) for line in table.lines)]
    rule = "-" * max(map(len, rows))
    return "\n".join((rows[0], rule, *rows[1:], "", table.remark))


def _cells(line: Line, *, wide: bool) -> tuple[str, ...]:
    base = line.to_base
    cells = (line.case, _shown(base.middle), f"{_shown(base.low)}–{_shown(base.high)}")
    return (*cells, _shown(line.to_docxtpl.middle), line.found) if wide and line.to_docxtpl else cells


def _aligned(cells: Sequence[str]) -> str:
    widths = (_RATIO, _SPAN, _OTHER, _FOUND)
    numbers = "".join(text.rjust(width) for text, width in zip(cells[1:], widths, strict=False))
    return cells[0].ljust(_NAME) + numbers


def _shown(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Mäter hur lång tid det tar, i förhållande till annat.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"varv (förval: {ROUNDS})")
    parser.add_argument("--quick", action="store_true", help="ett varv med ett kortare dokument")
    given = parser.parse_args()
    found = quick() if given.quick else tables(given.rounds)
    print("\n\n".join(as_text(table) for table in found))
    if given.quick:
        print("\nSnabbkörning: ett varv, ett kort dokument. Talen visar bara att allt går att köra.")


if __name__ == "__main__":
    main()
