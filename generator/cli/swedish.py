"""argparse in Swedish: its own texts too, because the people who read them are.

argparse takes its texts from gettext under module-level names; a dictionary there is simpler, and the same on
every system, than message files and locale variables.
"""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

_TEXTS = {
    "usage: ": "användning: ",
    "options": "val",
    "positional arguments": "argument",
    "show this help message and exit": "visa den här hjälpen",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "det här saknas: %s",
    "unrecognized arguments: %s": "det här går inte att tolka: %s",
    "expected one argument": "här ska stå ett värde",
    "expected at least one argument": "här ska stå minst ett värde",
    "expected at most one argument": "här får stå högst ett värde",
    "invalid choice: %(value)r (choose from %(choices)s)": "”%(value)s” finns inte (välj bland %(choices)s)",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "”%(value)s” finns inte; menade du ”%(closest)s”? (välj bland %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "”%(value)s” går inte att tolka",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyda %(matches)s",
    "not allowed with argument %s": "kan inte användas tillsammans med %s",
    "one of the arguments %s is required": "ett av %s behövs",
    "ignored explicit argument %r": "tar inget värde (%s)",
    "expected %s argument": "här ska stå %s värde",
    "expected %s arguments": "här ska stå %s värden",
    "unexpected option string: %s": "oväntat val: %s",
    "subcommands": "kommandon",
    "(default: %(default)s)": "(förval: %(default)s)",
}


def _swedish(text: str) -> str:
    return _TEXTS.get(text, text)


def _swedish_number(singular: str, plural: str, number: int) -> str:
    return _TEXTS.get(singular if number == 1 else plural, singular if number == 1 else plural)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Swedish and ends with exit code 2 and a remedy."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        module: Any = argparse
        module._ = _swedish
        module.ngettext = _swedish_number
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(*args, **kwargs)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and where to read on."""
        sys.stderr.write(f"Fel: {message}\n")
        sys.stderr.write(f"Se {self.prog} --help.\n")
        sys.exit(2)
