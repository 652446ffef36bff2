"""``styrdok``: reads the command line and hands over to one command."""

from __future__ import annotations

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence

from generator.cli.swedish import Parser
from generator.cli.terminal import Terminal, make_terminal, use_utf8
from generator.diagnostics import StyrdokError
from generator.diagnostics.system import system_reason

COMMANDS = (
    "build",
    "check",
    "confirm",
    "diff",
    "explain",
    "freeze",
    "init",
    "schema",
    "templates",
    "text",
    "trace",
    "versions",
)
FINE, FINDINGS, CANNOT = 0, 1, 2
_MANY_VALUES = 100_000
"""New values between two searches for rings of garbage. Commands make few rings; the search takes time."""
_MANY = ("dokument", "mall")
"""The arguments that take any number of names."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 findings, 2 it could not start.

    Without arguments it is the whole program, and takes those of its process.
    """
    if arguments is not None:
        return _main(arguments)
    gc.set_threshold(_MANY_VALUES)
    try:
        return _main(None)
    finally:
        gc.freeze()  # the process ends here: what is left need not be searched for garbage


def _main(arguments: Sequence[str] | None) -> int:
    use_utf8()
    terminal, verbose = Terminal(), False
    try:
        given = parse(arguments)
        verbose = given.verbose
        terminal = make_terminal(quiet=given.quiet, verbose=verbose, no_color=given.no_color)
        return _run(given, terminal)
    except StyrdokError as problem:
        terminal.fail(problem)
        return CANNOT
    except KeyboardInterrupt:
        sys.stderr.write("\nAvbrutet. Det som hann bli klart ligger kvar, resten är orört.\n")
        return CANNOT
    except BrokenPipeError:
        _silence_stdout()
        return FINE
    except OSError as problem:
        if verbose:
            raise
        terminal.fail(_refused(problem))
        return CANNOT
    except Exception as problem:
        if verbose:
            raise
        terminal.fail(_defect(problem))
        return CANNOT


def _refused(problem: OSError) -> StyrdokError:
    """Return what the system refused where no one foresaw it: a full disk under stdout, a lost folder."""
    where = f" ({problem.filename})" if problem.filename else ""
    return StyrdokError(f"Det gick inte att läsa eller skriva{where}: {system_reason(problem)}")


def _defect(problem: Exception) -> StyrdokError:
    """Return what no one foresaw as a sentence; with -v the whole story is shown instead."""
    said = f"{type(problem).__name__}: {problem}"
    return StyrdokError(
        f"Något gick fel i programmet som inte borde kunna hända ({said})",
        "Inget har skrivits halvt. Kör igen med -v och skicka texten till den som sköter programmet.",
    )


def _run(given: argparse.Namespace, terminal: Terminal) -> int:
    command = importlib.import_module(f"generator.cli.{given.command}")
    code: int = command.run(given, terminal)
    sys.stdout.flush()
    return code


def _silence_stdout() -> None:
    """Keep Python from complaining at the end that the reader of a pipe has gone."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the command line as values; a wrong one ends the program with exit code 2."""
    parser = Parser(
        prog="styrdok",
        description="Gör styrdokument i Word av innehållsfiler och mallar.",
        epilog="Hjälp om ett kommando: styrdok KOMMANDO --help",
        add_help=False,
    )
    _add_help(parser)
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="visa version och vad som finns installerat"
    )
    commands = parser.add_subparsers(
        dest="command", metavar="KOMMANDO", title="kommandon", parser_class=Parser, prog=parser.prog
    )
    words = sys.argv[1:] if arguments is None else arguments
    named = words[0] if words and words[0] in COMMANDS else None
    for name in (named,) if named else COMMANDS:  # what another command needs is not loaded
        _add_command(name, commands)
    given, left = parser.parse_known_args(arguments)
    _take_up(given, left)
    if left:
        parser.error(f"det här går inte att tolka: {' '.join(left)}")
    if given.command is None:
        parser.print_help()
        sys.exit(CANNOT)
    return given


def _add_command(name: str, commands: argparse._SubParsersAction[Parser]) -> None:
    module = importlib.import_module(f"generator.cli.{name}")
    sub = commands.add_parser(name, help=module.HELP, description=module.DESCRIPTION, add_help=False)
    _add_help(sub)
    module.add_arguments(sub)
    _add_common(sub)


def _take_up(given: argparse.Namespace, left: list[str]) -> None:
    """Take up names that stand after an option: argparse lets the others end a list of names."""
    names: list[str] | None = next((getattr(given, n) for n in _MANY if hasattr(given, n)), None)
    if names is not None and not any(word.startswith("-") for word in left):
        names += left
        left.clear()


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="visa den här hjälpen")


def _add_common(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("gemensamma val")
    group.add_argument("-q", "--quiet", action="store_true", help="säg bara det nödvändigaste")
    group.add_argument("-v", "--verbose", action="store_true", help="säg mer")
    group.add_argument("--no-color", action="store_true", help="inga färger")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from generator.cli.version import describe

        sys.stdout.write(describe() + "\n")
        parser.exit()
