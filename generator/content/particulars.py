"""What an uppdrag or a direktiv says beside its id: partners, the last day, whether it is reported back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from generator.content.addressees import bodies
from generator.content.attributes import Attributes
from generator.content.context import Context
from generator.content.declared import WrongValueError
from generator.content.fields import iso_date, yes_or_no
from generator.diagnostics.values import dataclass

PARTNERS, LAST_DAY, REPORTED = "i samverkan med", "senast", "återrapporteras"
PARTICULARS = (PARTNERS, LAST_DAY, REPORTED)
"""The keys, as they are written."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """The bodies it is carried out with (ids), its last day, whether it has to be reported back."""

    samverkar_med: tuple[str, ...] = ()
    senast: date | None = None
    aterrapporteras: bool = False


def read_particulars(said: Attributes, context: Context) -> Particulars:
    """Return what the attributes say; what cannot be understood is noted (S003, I005) and left out."""
    last = _value(said, LAST_DAY, iso_date, context)
    reported = _value(said, REPORTED, yes_or_no, context)
    return Particulars(_partners(said, context), last if isinstance(last, date) else None, reported is True)


def _partners(said: Attributes, context: Context) -> tuple[str, ...]:
    everyone, found = bodies(said.get(PARTNERS), said.position, context)
    if everyone:
        hint = 'Skriv vilka, till exempel i samverkan med="trafiknämnden".'
        context.findings.error("S003", "Samverkan kan inte gälla samtliga nämnder", said.position, hint)
    return found


def _value(said: Attributes, key: str, read: Callable[[object], object], context: Context) -> object:
    """Return a value as ``read`` takes it, or None when it is not given or wrong (S003)."""
    if key not in said.values:
        return None
    try:
        return read(said.get(key))
    except WrongValueError as problem:
        context.findings.error("S003", f"{problem.message} (”{key}”)", said.position, problem.hint)
        return None
