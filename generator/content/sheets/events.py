"""XML read as it goes by: nothing is kept but what is asked for, and nothing in it is expanded or fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from xml.parsers import expat

from generator.diagnostics import StyrdokError

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]

_CHUNK = 1 << 20
_BETWEEN = " "
_DAMAGED = "Filen är skadad eller avbruten och går inte att läsa"
_SAVE_AGAIN = "Öppna arbetsboken i Excel och spara den på nytt."


def damaged() -> StyrdokError:
    """Return what to raise for a workbook that is not as workbooks are."""
    return StyrdokError(_DAMAGED, _SAVE_AGAIN)


def read_events(data: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Call back for every element and text, by local names.

    Raises StyrdokError for what is not well formed, or declares a document type (the door to entities).
    """
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True

    parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
    parser.StartDoctypeDeclHandler = _refuse
    if end is not None:
        parser.EndElementHandler = lambda name: end(_local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for at in range(0, len(data), _CHUNK):
            parser.Parse(data[at : at + _CHUNK], at + _CHUNK >= len(data))
        if not data:
            raise damaged()
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise damaged() from problem


@lru_cache(maxsize=256)
def _local(name: str) -> str:
    """Return a name without its namespace; few names occur, each very often."""
    return name.rpartition(_BETWEEN)[2]


def _refuse(*_: object) -> None:
    raise StyrdokError("Filen har en dokumenttypsdeklaration (DTD), som kan vara skadlig", _SAVE_AGAIN)


def linked(attributes: Attributes, name: str) -> str:
    """Return an attribute that stands in another namespace than its element (``r:id``); empty for none."""
    return next((value for key, value in attributes.items() if key.endswith(_BETWEEN + name)), "")
