"""What goes wrong in a template → a Swedish sentence with template, part, paragraph and tag."""

from __future__ import annotations

import re
from types import TracebackType

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import FilterArgumentError, SecurityError, TemplateError

from generator.diagnostics import StyrdokError
from generator.ooxml.flaw import place
from generator.ooxml.tags import Tag, TaggedPart
from generator.render.environment import make_environment
from generator.render.grammar import alone
from generator.render.names import fold
from generator.render.syntax_words import REMEDY, by_message, syntax_in_words

SOURCE_NAME = "<template>"

_NAMES_HINT = "Namnen visas av styrdok templates show."


def in_words(problem: Exception, part: TaggedPart, template: str) -> StyrdokError:
    """Return the problem as a person can use it."""
    line = problem.lineno if isinstance(problem, TemplateSyntaxError) else _line(problem.__traceback__)
    tag = part.tag(line) if line else None
    where = place(template, part.name, tag.paragraph, tag.seen) if tag else place(template, part.name)
    what, hint = _said(problem, tag)
    said = as_typed(what, tag.seen) if tag else what
    return StyrdokError(f"{where}: {said}", hint, code="D001")


def _line(trace: TracebackType | None) -> int | None:
    """Return the line of the template that was being rendered when it failed."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == SOURCE_NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def as_typed(message: str, seen: str) -> str:
    """Return a message with names as they stand in the tag, where it knows them only without å, ä and ö."""
    for word in re.findall(r"\w+", seen):
        if fold(word) != word:
            message = message.replace(f"”{fold(word)}”", f"”{word}”")
    return message


def _said(problem: Exception, tag: Tag | None) -> tuple[str, str]:
    match problem:
        case TemplateSyntaxError():
            said = (alone(tag.text, make_environment()) if tag else None) or syntax_in_words(problem)
        case UndefinedError():
            said = problem.message or "namnet finns inte", _NAMES_HINT
        case SecurityError():
            said = "taggen försöker nå något som mallar inte får nå", "Skriv bara namn ur dokumentets vy."
        case StyrdokError():
            said = problem.message, problem.hint
        case RecursionError():
            said = "taggen är för djupt nästlad", "Dela upp den."
        case ZeroDivisionError():
            said = "taggen delar med noll", "Se efter att talet inte är noll: {% if … %}."
        case FilterArgumentError():
            said = "filtret i taggen kan inte användas så", REMEDY
        case TemplateError():
            said = by_message(problem.message or "", "taggen kan inte utföras")
        case _:
            said = "taggen kan inte utföras med det värde som finns", REMEDY
    return said
