"""What the YAML parser says of broken syntax → what a person has to do, and the place that shows it best."""

from __future__ import annotations

from typing import Any

import yaml

from generator.diagnostics.values import dataclass

_QUOTES = "citattecken"


@dataclass(frozen=True, slots=True)
class _Problem:
    """The parser's words and ours; ``at_context``: the place is where the broken thing begins."""

    said: str
    message: str
    hint: str
    at_context: bool = False


_NO_COLON = _Problem(
    "could not find expected ':'",
    "Här saknas ett kolon efter nyckeln",
    "Skriv ”nyckel: värde” på en egen rad.",
    at_context=True,
)
_NO_SPACE = _Problem("", "Efter kolonet ska stå ett blanksteg", "Skriv ”nyckel: värde”.", at_context=True)
_PROBLEMS = (
    _Problem(
        "mapping values are not allowed",
        "Här står ett kolon för mycket, eller så är raden för långt indragen",
        f"Sätt värdet inom {_QUOTES} om kolonet hör till texten; dra annars in raden som raden ovanför.",
    ),
    _NO_COLON,
    _Problem(
        "found unexpected end of stream",
        "Ett citattecken öppnas här men stängs aldrig",
        "Lägg till det avslutande citattecknet.",
        at_context=True,
    ),
    _Problem(
        "found a tab character",
        "Raden är indragen med tabb",
        "Använd blanksteg för indrag.",
    ),
    _Problem(
        "did not find expected ',' or",
        "Klammern som öppnas här stängs aldrig",
        f"Stäng den på samma rad, eller sätt texten inom {_QUOTES}.",
        at_context=True,
    ),
    _Problem(
        "block sequence entries are not allowed",
        "En lista kan inte börja på nyckelns rad",
        f"Skriv varje streck på en egen rad, eller sätt texten inom {_QUOTES}.",
    ),
    _Problem(
        "did not find expected comment or line break",
        "Ett värde kan inte börja med > eller |",
        f"Sätt det inom {_QUOTES}.",
        at_context=True,
    ),
    _Problem(
        "found invalid Unicode character escape code",
        "Tecknet som skrivs med omvänt snedstreck och en kod finns inte",
        "Skriv själva tecknet.",
    ),
    _Problem(
        "found unknown escape character",
        "Ett omvänt snedstreck kan inte stå så inom dubbla citattecken",
        "Skriv två omvända snedstreck, eller använd enkla citattecken.",
    ),
    _Problem(
        "did not find expected key",
        "Indraget eller ett citattecken stämmer inte",
        "Dra in raden lika långt som raderna omkring, och stäng alla citattecken.",
    ),
    _Problem(
        "did not find expected '-' indicator",
        "Här slutar listan utan att raderna är indragna som förut",
        "Börja raden med streck, eller dra in den lika långt som nycklarna.",
    ),
    _Problem(
        "did not find expected node content",
        "Här saknas ett värde, eller så står en klammer fel",
        f"Sätt texten inom {_QUOTES} om klammern hör till den.",
    ),
    _Problem(
        "did not find expected <document start>",
        "Raden går inte att tolka",
        "Ta bort den, eller skriv ”nyckel: värde”.",
    ),
)
_UNKNOWN = _Problem(
    "", "Raden går inte att tolka", "Jämför indrag, kolon och citattecken med raderna omkring."
)


def syntax_in_words(problem: yaml.YAMLError, text: str) -> tuple[str, str, tuple[int, int]]:
    """Return message, hint, and line and column from 1."""
    said = str(getattr(problem, "problem", None) or "")
    mark = getattr(problem, "problem_mark", None)
    context = getattr(problem, "context_mark", None) or mark
    if "scanning an" in str(getattr(problem, "context", None) or ""):
        return _wrong_start(context, text)
    if "cannot start any token" in said:
        return _wrong_start(mark, text)
    found = next((p for p in _PROBLEMS if p.said in said), _UNKNOWN)
    if found is _NO_COLON and context is not None and ":" in text.split("\n")[context.line]:
        found = _NO_SPACE
    return found.message, found.hint, _place(context if found.at_context else mark)


def _wrong_start(mark: Any, text: str) -> tuple[str, str, tuple[int, int]]:
    """Return what to say of a sign that no value can begin with."""
    line = text.split("\n")[mark.line]
    sign = line[mark.column : mark.column + 1]
    if sign == "\t":
        return "Raden är indragen med tabb", "Använd blanksteg för indrag.", _place(mark)
    hint = f"Sätt värdet inom {_QUOTES} om {sign} hör till texten."
    return f"Ett värde kan inte börja med {sign}", hint, _place(mark)


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
