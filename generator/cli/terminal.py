"""What goes to the terminal: data to stdout, messages to stderr, both UTF-8 whatever the console thinks."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, StyrdokError

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def use_utf8() -> None:
    """Make stdout and stderr UTF-8; a character the console lacks is replaced, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak: quietly or in detail, with colour or without."""

    quiet: bool = False
    verbose: bool = False
    colour: bool = False

    def say(self, text: str = "") -> None:
        """Write a message, unless asked to be quiet."""
        if not self.quiet:
            sys.stderr.write(text + "\n")

    def fail(self, problem: StyrdokError) -> None:
        """Write why the command cannot be carried out, and the remedy."""
        place = f"{problem.position}: " if problem.position.file else ""
        sys.stderr.write(f"{self._painted('Fel:', '31')} {place}{problem.message}\n")
        if problem.hint:
            sys.stderr.write(f"     {problem.hint}\n")

    def finding(self, diagnostic: Diagnostic) -> str:
        """Return a finding as text: place, code, sentence, remedy."""
        word = self._painted(diagnostic.severity.word, _COLOURS[diagnostic.severity])
        where = f"{diagnostic.position}: " if diagnostic.position.file else ""
        text = f"{where}{word} {diagnostic.code}: {diagnostic.message}"
        return f"{text}\n    {diagnostic.hint}" if diagnostic.hint else text

    def _painted(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text


def make_terminal(*, quiet: bool, verbose: bool, no_color: bool) -> Terminal:
    """Return how to speak here; colour only where a person sees it and has not asked to be spared."""
    colour = sys.stderr.isatty() and not no_color and "NO_COLOR" not in os.environ
    return Terminal(quiet, verbose, colour)


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends like a sentence already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Return rows as columns that line up; ``right`` names the columns that are aligned right."""
    widths = [max(len(str(row[i])) for row in (heads, *rows)) for i in range(len(heads))]
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
