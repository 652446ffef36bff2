"""The types of YAML values: what may be written, what it becomes, and how a schema shows it to an editor."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from generator.content.declared import BeforeValidator, WithJsonSchema, WrongValueError
from generator.diagnostics import Severity, did_you_mean
from generator.domain.datum import MONTHS, Period
from generator.domain.dokument import Stadium
from generator.domain.kalender import Steg

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PERIOD = re.compile(r"((?:1[89]|2\d)\d\d)(?:\s*[–-]\s*((?:1[89]|2\d)\d\d))?", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)
_OUTCOME = re.compile(r"(inarbetat|kvarstår|förfaller)\b[.,:;]? ?(.*)", re.IGNORECASE)
_FORMS = 4
_FORMS_HINT = "Skriv ental, bestämd form, flertal och bestämt flertal: [mål, målet, mål, målen]."

GRADES: dict[str, Severity | None] = {**{grade.word: grade for grade in Severity}, "av": None}
"""How grave an organisation can hold a code; None turns it off."""


def _one_line(value: object) -> object:
    """Return the text with runs of spaces and line breaks as one space."""
    return " ".join(value.split()) if isinstance(value, str) else value


def wrong(message: str, hint: str = "") -> WrongValueError:
    """Return what to raise for a value that is wrong, in words for the user."""
    return WrongValueError(message, hint)


def _something(value: object) -> object:
    text = _one_line(value)
    if text == "":
        raise WrongValueError
    return text


def _reason(value: object) -> object:
    text = _one_line(value)
    if not text:
        raise wrong("Skälet saknas", "Skriv varför det utelämnas, efter kolonet.")
    return text


def _outcome(value: object) -> object:
    text = _one_line(value)
    if isinstance(text, str) and (said := _OUTCOME.fullmatch(text)):
        if said[1].casefold() == "förfaller" and not said[2]:
            raise wrong("Skälet saknas", "Skriv varför direktivet förfaller: Förfaller. Skälet.")
        return text
    hint = "Skriv till exempel ”Inarbetat” och var, eller ”Förfaller” och ett skäl."
    raise wrong("Här ska stå Inarbetat, Kvarstår eller Förfaller", hint)


def yes_or_no(value: object) -> object:
    """Return True for ja and False for nej. Raises a ValueError with words for the user."""
    words = {"ja": True, "nej": False}
    if isinstance(value, str) and value.casefold() in words:
        return words[value.casefold()]
    if isinstance(value, bool):
        return value
    raise wrong("Här ska stå ja eller nej", "Skriv ett av orden, med små bokstäver.")


def iso_date(value: object) -> object:
    """Return the day written ``2019-05-08``. Raises a ValueError with words for the user."""
    if isinstance(value, str) and _ISO.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong(f"Dagen {value} finns inte i almanackan", "Rätta datumet.") from None
    if isinstance(value, date):
        return value
    raise wrong("Datumet ska ha formen 2019-05-08", "Skriv år, månad och dag med bindestreck.")


def read_period(value: object) -> object:
    """Return the period written ``2019`` or ``2019–2021``. Raises a ValueError with words for the user."""
    match = _PERIOD.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise wrong("Perioden ska vara ett år, 2019, eller flera, 2019–2021", "Skriv åren med fyra siffror.")
    start, end = int(match[1]), int(match[2] or match[1])
    if end < start:
        raise wrong("Perioden slutar innan den börjar", "Skriv det första året först.")
    return Period(start, end)


def positive(value: object) -> object:
    """Return the whole number from 1 up. Raises a ValueError with words for the user."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    if isinstance(value, int):
        return value
    raise wrong("Här ska stå ett helt tal från 1 och uppåt", "Skriv det med siffror.")


def grade(value: object) -> object:
    """Return the Severity of a word, None for av. Raises a ValueError with words for the user."""
    known = ", ".join(f"”{word}”" for word in GRADES)
    if not isinstance(value, str):
        raise wrong("Här ska stå ett ord", f"Det kan vara {known}.")
    if value not in GRADES:
        raise wrong(f"”{value}” kan inte stå här", did_you_mean(value, GRADES, f"Det kan vara {known}."))
    return GRADES[value]


def moment_of_year(value: object) -> object:
    """Return a day written ``2019-05-08`` or a month, ``november`` (from 1). Raises a ValueError in words."""
    if isinstance(value, str) and value.casefold() in MONTHS:
        return MONTHS.index(value.casefold()) + 1
    if isinstance(value, str) and value[:1].isalpha():
        message = f"”{value}” är varken en dag, som 2019-05-08, eller en månad, som november"
        raise wrong(message, did_you_mean(value, MONTHS, "Skriv månadens hela namn."))
    return value if isinstance(value, int) else iso_date(value)


def _list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _at_least_one(value: object) -> object:
    found = _list(value)
    if isinstance(found, list) and not [v for v in found if not isinstance(v, str) or v.strip()]:
        raise WrongValueError
    return found


def _four_forms(value: object) -> object:
    if not isinstance(value, list) or len(value) != _FORMS or not all(isinstance(v, str) for v in value):
        raise wrong("Här ska stå ordets fyra former", _FORMS_HINT)
    forms = [" ".join(v.split()) for v in value]
    if any(not v or ":" in v for v in forms):
        raise wrong("En av ordets fyra former är tom eller innehåller kolon", _FORMS_HINT)
    return forms


# An editor takes ``version: 1.0`` and ``titel: 2019`` for numbers; here they are text.
_TEXT: dict[str, Any] = {"type": ["string", "number"]}
_TEXTS: dict[str, Any] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_FOUR: dict[str, Any] = {"type": "array", "items": _TEXT, "minItems": _FORMS, "maxItems": _FORMS}
_DATE: dict[str, Any] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_MOMENT: dict[str, Any] = {"anyOf": [_DATE, {"type": "string", "enum": list(MONTHS)}]}
_PERIODS: dict[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": 1800, "maximum": 2999},
        {"type": "string", "pattern": r"^\d{4}(\s*[–-]\s*\d{4})?$"},
    ]
}

Text = Annotated[str, BeforeValidator(_one_line), WithJsonSchema(_TEXT)]
IckeTom = Annotated[str, BeforeValidator(_something), WithJsonSchema(_TEXT | {"minLength": 1})]
Skal = Annotated[str, BeforeValidator(_reason), WithJsonSchema(_TEXT | {"minLength": 1})]
Besked = Annotated[
    str,
    BeforeValidator(_outcome),
    WithJsonSchema({"type": "string", "pattern": r"^([Ii]narbetat|[Kk]varstår)\b|^[Ff]örfaller\b.*\w"}),
]
Texter = Annotated[tuple[Text, ...], BeforeValidator(_list), WithJsonSchema(_TEXTS)]
MinstEn = Annotated[tuple[IckeTom, ...], BeforeValidator(_at_least_one), WithJsonSchema(_TEXTS)]
Fyra = Annotated[tuple[str, str, str, str], BeforeValidator(_four_forms), WithJsonSchema(_FOUR)]
JaNej = Annotated[bool, BeforeValidator(yes_or_no), WithJsonSchema({"type": "string", "enum": ["ja", "nej"]})]
Dag = Annotated[date, BeforeValidator(iso_date), WithJsonSchema(_DATE)]
DagEllerManad = Annotated[date | int, BeforeValidator(moment_of_year), WithJsonSchema(_MOMENT)]
Lage = Annotated[Stadium, WithJsonSchema({"type": "string", "enum": [s.value for s in Stadium]})]
SlagsSteg = Annotated[Steg, WithJsonSchema({"type": "string", "enum": [s.value for s in Steg]})]
Tidsperiod = Annotated[Period, BeforeValidator(read_period), WithJsonSchema(_PERIODS)]
Pengar = Literal["kr", "tkr", "mnkr"]
Antal = Annotated[int, BeforeValidator(positive), WithJsonSchema({"type": "integer", "minimum": 1})]
Grad = Annotated[
    Severity | None, BeforeValidator(grade), WithJsonSchema({"type": "string", "enum": list(GRADES)})
]
