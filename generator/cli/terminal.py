"""What goes to the terminal: data to stdout, messages to stderr, both UTF-8 whatever the console thinks."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence

from generator.diagnostics import Diagnostic, Severity, StyrdokError
from generator.diagnostics.values import dataclass

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
ACCEPTED_COLOUR = "32"
_STEERING = {code: "?" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def use_utf8() -> None:
    """Make stdout and stderr UTF-8; a character the console lacks is replaced, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak: quietly or in detail; with colour in messages, and in data, or without.

    ``width`` is that of the terminal that shows the data, 0 when it goes to a file or another program.
    """

    quiet: bool = False
    verbose: bool = False
    colour: bool = False
    colour_out: bool = False
    width: int = 0

    def say(self, text: str = "") -> None:
        """Write a message, unless asked to be quiet."""
        if not self.quiet:
            sys.stderr.write(visible(text) + "\n")

    def fail(self, problem: StyrdokError) -> None:
        """Write why the command cannot be carried out, and the remedy."""
        place = f"{problem.position}: " if problem.position.file else ""
        sys.stderr.write(f"{self._painted('Fel:', '31')} {visible(place + problem.message)}\n")
        if problem.hint:
            sys.stderr.write(f"     {visible(problem.hint)}\n")

    def tell(self, diagnostic: Diagnostic) -> None:
        """Write a finding as a message: place, code, sentence, remedy; unless asked to be quiet."""
        if not self.quiet:
            sys.stderr.write(finding(diagnostic, colour=self.colour) + "\n")

    def _painted(self, text: str, colour: str) -> str:
        return painted(text, colour) if self.colour else text


def finding(diagnostic: Diagnostic, excerpt: Sequence[str] = (), *, colour: bool = False) -> str:
    """Return a finding as text: place, how grave or that it is accepted, code, sentence, excerpt, remedy."""
    word, paint = diagnostic.severity.word, _COLOURS[diagnostic.severity]
    if diagnostic.accepted is not None:
        word, paint = "godtaget", ACCEPTED_COLOUR
    said = painted(word, paint) if colour else word
    where = f"{diagnostic.position}: " if diagnostic.position.file else ""
    below = diagnostic.accepted.text if diagnostic.accepted is not None else diagnostic.hint
    first = f"{visible(where)}{said} {diagnostic.code}: {visible(diagnostic.message)}"
    return "\n".join([first, *excerpt, f"    {visible(below)}"] if below else [first, *excerpt])


def visible(text: str) -> str:
    """Return the text without what would steer the terminal: what it shows may come from anybody."""
    return text.translate(_STEERING)


def painted(text: str, colour: str) -> str:
    """Return the text in a colour."""
    return f"\x1b[{colour}m{text}\x1b[0m"


def make_terminal(*, quiet: bool, verbose: bool, no_color: bool) -> Terminal:
    """Return how to speak here; colour only where a person sees it and has not asked to be spared."""
    wanted = not no_color and "NO_COLOR" not in os.environ
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return Terminal(quiet, verbose, sys.stderr.isatty() and wanted, bool(width) and wanted, width)


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends like a sentence already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Return rows as columns that line up; ``right`` names the columns that are aligned right."""
    rows = [[visible(cell).replace("\n", " ") for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    lines = [_line(heads, widths, right), "  ".join("─" * w for w in widths)]
    lines.extend(_line(row, widths, right) for row in rows)
    return "\n".join(lines)


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    cells = [
        c.rjust(w) if i in right else c.ljust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


@contextlib.contextmanager
def progress_bar(terminal: Terminal, what: str) -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar while the block runs, on a terminal; nothing in a pipe.

    Yields what the block calls with the doing of the moment, the steps done and the steps there are.
    """
    if terminal.quiet or not sys.stderr.isatty():
        yield lambda _doing, _done, _steps: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn(what),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.description}"),
    )
    console = Console(stderr=True, no_color=not terminal.colour)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda doing, done, steps: bar.update(task, description=doing, completed=done, total=steps)
