"""Keys of the scale and of the states, as people write them: key or word, whatever the case."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.context import Context
from generator.content.reading import STYRMODELL
from generator.diagnostics import Position, did_you_mean
from generator.domain.organisation import fold
from generator.domain.styrmodell import Bedomning, Status

_MANY = {"bedömning": "bedömningar", "status": "statusar"}


def judgement(said: str, place: Position, context: Context) -> str:
    """Return the key of a step of the scale, empty for none; one that there is not is noted (S003)."""
    return _key(said, context.styrmodell.bedomningar, "bedömning", place, context)


def status(said: str, place: Position, context: Context) -> str:
    """Return the key of a state; a missing (S002) or unknown one (S003) is noted."""
    if not said:
        hint = f"Det kan stå {', '.join(s.nyckel for s in context.styrmodell.statusar)}."
        context.findings.error("S002", "Status saknas", place, hint)
    return _key(said, context.styrmodell.statusar, "status", place, context)


def _key(said: str, known: Sequence[Bedomning | Status], what: str, place: Position, context: Context) -> str:
    if not said:
        return ""
    if not known:
        hint = f"Lägg till dem under ”{_MANY[what]}:”."
        message = f"Styrmodellen har inga {_MANY[what]}, men en uppföljning använder dem"
        context.findings.error("S002", message, Position(STYRMODELL, 1, 1), hint)
        return ""
    keys = {fold(spelling): step.nyckel for step in known for spelling in (step.ord, step.nyckel)}
    found = keys.get(fold(said))
    if found is None:
        names = list(dict.fromkeys(keys.values()))
        hint = did_you_mean(said, names, f"Det kan stå {', '.join(names)}.")
        context.findings.error("S003", f"Styrmodellen har ingen {what} ”{said}”", place, hint)
    return found or ""
