"""The writing of each tag, looked at on its own: so that all mistakes are told, and not only the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError

from generator.ooxml.nesting import ENDS, MIDDLES, SINGLE_WORDS
from generator.ooxml.tag_text import CELL_WORDS, STATEMENT, TagText
from generator.ooxml.tags import TaggedPart
from generator.render.environment import BROKEN, TemplateEnvironment
from generator.render.syntax_words import syntax_in_words

_BARE = ("else", "endif", "endfor", "endwith")
_BLOCKS = {"if": "endif", "elif": "endif", "for": "endfor", "with": "endwith"}
_NOTHING = "{{\n'' }}"
_FOR = re.compile(r"\s*(\w+(?:\s*,\s*\w+)*)\s+in\b")
_SET = re.compile(r"\s*(\w+)\s*=")


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A tag, by its number from 0, that cannot be read; ``code`` does no harm in its place."""

    number: int
    what: str
    hint: str
    code: str


def misspellings(part: TaggedPart, environment: TemplateEnvironment) -> Iterator[Misspelling]:
    """Yield the tags of a part that Jinja cannot read."""
    for number, tag in enumerate(part.tags):
        said = alone(tag.text, environment)
        if said:
            yield Misspelling(number, *said, _harmless(tag.text))


def followable(part: TaggedPart, broken: Iterable[Misspelling]) -> str:
    """Return the source with every for and if ended and nothing unreadable in it, line by line as it was.

    What is wrong with it is told elsewhere; this lets the rest be looked at all the same.
    """
    codes = {wrong.number: wrong.code for wrong in broken}
    waiting: list[str] = []
    for number, tag in enumerate(part.tags):
        word = tag.text.word
        if tag.text.mark != STATEMENT or word in (*CELL_WORDS, *SINGLE_WORDS):
            continue
        if word in ENDS.values():
            waiting.append(word)
        elif word in MIDDLES and waiting and waiting[-1] in MIDDLES[word]:
            continue
        elif ENDS.get(word) in waiting:
            ends = ""
            while (last := waiting.pop()) != ENDS[word]:
                ends += f"{{% end{last} %}}"
            codes[number] = ends + codes.get(number, tag.code)
        else:
            codes[number] = _NOTHING
    return part.with_codes(codes) + "".join(f"{{% end{word} %}}" for word in reversed(waiting))


def alone(tag: TagText, environment: TemplateEnvironment) -> tuple[str, str] | None:
    """Return what is wrong with the writing of one tag, and the remedy; None when nothing is."""
    word, rest = tag.word, tag.rest
    wrong = None
    if tag.mark != STATEMENT:
        wrong = _unread(f"{{{{ {tag.inside} }}}}", environment) if tag.inside else None
    elif word in _BARE:
        wrong = (f"efter ”{word}” ska inget mer stå", f"Skriv bara {word}.") if rest else None
    elif word in CELL_WORDS:
        wrong = _unread(f"{{{{ {rest} }}}}", environment) if rest else None
    elif word in _BLOCKS and not rest:
        wrong = f"efter ”{word}” saknas något", f"Skriv {word} och det som det gäller."
    elif word in _BLOCKS:
        begin = "if" if word == "elif" else word
        wrong = _unread(f"{{% {begin} {rest} %}}{{% {_BLOCKS[word]} %}}", environment)
    elif word == "set" and not _SET.match(rest):
        wrong = "”set” behöver ett namn och ett värde", "Skriv {% set namn = … %}."
    elif word == "set":
        wrong = _unread(f"{{% {tag.inside} %}}", environment)
    return wrong


def _unread(source: str, environment: TemplateEnvironment) -> tuple[str, str] | None:
    try:
        environment.parse(source)
    except TemplateSyntaxError as problem:
        return syntax_in_words(problem)
    return None


def _harmless(tag: TagText) -> str:
    """Return code of one line in place of a tag that cannot be read, making the names that it would make."""
    word, rest = tag.word, tag.rest
    if tag.mark != STATEMENT:
        return _NOTHING
    if word in ("if", "elif"):
        return f"{{%\n{word} {BROKEN} %}}"
    if word == "for":
        names = _FOR.match(rest)
        return f"{{%\nfor {names[1] if names else BROKEN} in {BROKEN} %}}"
    if word == "set":
        name = _SET.match(rest)
        return f"{{%\nset {name[1]} = {BROKEN} %}}" if name else _NOTHING
    return f"{{%\n{word} %}}"
