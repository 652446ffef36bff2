"""Lines joined to a text: hyphens that the line's end made are undone, those of the writer stay.

Where a hyphen may have been either, a soft hyphen is left in the text; ``settled`` decides by the words
that the documents use elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

SOFT = "\u00ad"
_HYPHENS = "-\u2010\u2011\u00ad"
_GOES_ON = frozenset(
    ("och", "eller", "samt", "respektive", "resp", "till", "men", "som", "alternativt", "både", "såväl", "å")
)
_LAST_WORD = re.compile(r"(\S*)$")
_FIRST_WORD = re.compile(r"^\w*")
_UNSURE = re.compile(rf"(?<![\w{SOFT}-])[\w{SOFT}-]*{SOFT}(?: \w+|[\w{SOFT}-]*)")


def joined(lines: Iterable[str]) -> str:
    """Return one text of lines; ``SOFT`` stands where a hyphen was undone, and after one that was kept."""
    text = ""
    for line in lines:
        text = _onto(text, line.strip()) if text else line.strip()
    return text


def _onto(text: str, line: str) -> str:
    if not line:
        return text
    end = text[-1]
    if end == "–" and text[-2:-1].isdigit() and line[0].isdigit():
        return text + line
    if end == "/" and line[0].isalpha():
        return text + line
    if end not in _HYPHENS or not text[-2:-1].isalnum():
        return f"{text} {line}"
    first = _FIRST_WORD.match(line)
    if (first is not None and first.group().casefold() in _GOES_ON) or not line[0].isalnum():
        return f"{text[:-1]}-{SOFT} {line}" if line[0].isalpha() else f"{text[:-1]}- {line}"
    found = _LAST_WORD.search(text[:-1])
    stem = found.group(1) if found else ""
    splits = line[0].islower() and stem[-1:].islower() and len(stem) > 1
    return f"{text[:-1]}{SOFT}{line}" if splits else f"{text[:-1]}-{SOFT}{line}"


def settled(text: str, known: Collection[str]) -> str:
    """Return the text without soft hyphens: a word takes the form that is ``known``, in lower case."""
    return (
        _UNSURE.sub(lambda match: _decided(match.group(), known), text).replace(SOFT, "")
        if SOFT in text
        else text
    )


def _decided(word: str, known: Collection[str]) -> str:
    as_is = word.replace(SOFT, "")
    if " " in word:  # ”gemen- samt” or ”hälso- och”
        whole = word.replace(f"-{SOFT} ", "").replace(SOFT, "")
        return whole if whole.casefold() in known else as_is
    with_hyphen = word.replace(f"-{SOFT}", SOFT).replace(SOFT, "-")
    without = word.replace(f"-{SOFT}", SOFT).replace(SOFT, "")
    for form in (as_is, with_hyphen, without):
        if form.casefold() in known:
            return form
    return as_is


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts in lower case, hyphens within them included; unsure ones left out."""
    return frozenset(
        word.strip(".,:;!?()[]”’\"'").casefold()
        for text in texts
        for word in text.split()
        if SOFT not in word
    )
