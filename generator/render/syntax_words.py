"""What Jinja says of a tag that it cannot read, in Swedish."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jinja2 import TemplateSyntaxError

from generator.render.environment import WrongTagError
from generator.render.filters import filter_hint

REMEDY = "Rätta taggen."
_SYNTAX: Sequence[tuple[str, str, str]] = (
    (
        r"innermost block that needs to be closed is '(\w+)'",
        "en {0}-tagg avslutas aldrig",
        "Lägg till taggen end{0} i ett eget stycke.",
    ),
    (
        r"Encountered unknown tag '(\w+)'",
        "taggen ”{0}” kan inte stå där",
        "Se efter att varje for och if har sin endfor och endif, i rätt ordning.",
    ),
    (r"No filter named '(.+?)'", "filtret ”{0}” finns inte", "{filter}"),
    (r"No test named '(.+?)'", "efter ”is” kan det inte stå ”{0}”", "Skriv till exempel is defined."),
    (r"(?:unexpected|got) 'end of (?:print|state)", "taggen är inte färdig; något saknas på slutet", REMEDY),
    (r"expected token '.*', got '='", "”=” kan inte stå där", "Skriv == för att jämföra."),
    (r"unexpected char '(.+)' at", "tecknet ”{0}” kan inte stå där", "Ta bort tecknet."),
    (r"Expected an expression, got '(.+)'", "före {0} saknas ett namn eller ett värde", REMEDY),
    (r"expected token '(.+?)', got '(.+?)'", "här väntades {0}, men det står {1}", REMEDY),
    (r"unexpected '(.+)'", "{0} kan inte stå där", REMEDY),
    (r"[Cc]an'?t assign to (?:special )?'?(\w+)", "”{0}” kan inte få ett nytt värde", "Välj ett annat namn."),
)
_TOKENS = {
    "end of print statement": "taggens slut",
    "end of statement block": "taggens slut",
    "end of template": "mallens slut",
    "name": "ett namn",
    "integer": "ett tal",
    "float": "ett tal",
    "string": "en text inom citattecken",
}


def syntax_in_words(problem: TemplateSyntaxError) -> tuple[str, str]:
    """Return what is wrong with the writing of a tag, and the remedy."""
    if isinstance(problem, WrongTagError):
        return problem.message or "", problem.hint or REMEDY
    return by_message(problem.message or "", "taggen går inte att tolka")


def by_message(message: str, otherwise: str) -> tuple[str, str]:
    """Return what one of Jinja's sentences means, and the remedy."""
    for pattern, what, hint in _SYNTAX:
        match = re.search(pattern, message)
        if match:
            words = [_token(word) if "”" not in what else word for word in match.groups()]
            word = match[1] if match.groups() else ""
            return what.format(*words), hint.format(*words, filter=filter_hint(word))
    return otherwise, REMEDY


def _token(word: str) -> str:
    return _TOKENS.get(word, f"”{word}”")
