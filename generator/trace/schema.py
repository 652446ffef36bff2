"""JSON Schemas of what ``styrdok trace --format json`` writes: version 1 of a published format.

A program that reads it can rely on every property named here. New ones may be added within a version; none is
taken away or given another meaning.
"""

from __future__ import annotations

from typing import Any

from generator.domain.dokument import Stadium
from generator.domain.matris import Tackning
from generator.trace.data import MANIFEST, THREAD, VERSION

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_ID: Schema = {"type": "string", "minLength": 1}
_IDS: Schema = {"type": "array", "items": _ID, "uniqueItems": True}
_YES: Schema = {"type": "boolean"}
_DAY: Schema = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_PERIOD: Schema = {"type": "string", "pattern": r"^\d{4}(–\d{4})?$"}
_PRINT: Schema = {
    "type": "string",
    "pattern": "^[0-9a-f]{16}$",
    "description": "Samma så länge innebörden är densamma; blanksteg och betoning räknas inte.",
}
_STAGE: Schema = {"enum": [s.value for s in Stadium]}


def trace_schemas() -> dict[str, Schema]:
    """Return the schemas by name: ``trace`` of the whole röd tråd, ``trace-id`` of one item."""
    return {"trace": _manifest(), "trace-id": _thread()}


def _object(properties: Schema, *optional: str) -> Schema:
    """Return the schema of an object that has all of these properties, but for the optional ones."""
    needed = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": needed}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _head(title: str, kind: str) -> Schema:
    return {
        "version": {"const": VERSION},
        "slag": {"const": kind, "description": title},
        "organisation": _ID,
        "märkning": _TEXT,
        "datum": _DAY | {"description": "Den dag som innehållet bedöms efter, om organisationen anger en."},
    }


def _manifest() -> Schema:
    body = _object({"id": _ID, "slag": _ID, "namn": _ID, "skrivs även": _list(_TEXT)})
    level = _object(
        {
            "nyckel": _ID,
            "namn": _list(_TEXT) | {"minItems": 4, "maxItems": 4},
            "beslutas av": _TEXT,
            "obligatorisk": _YES,
            "egna": _YES,
            "bedöms": _YES,
        }
    )
    plan = _object(
        {
            "id": _ID,
            "slag": _ID,
            "titel": _ID,
            "organ": _TEXT,
            "period": _PERIOD,
            "stadium": _STAGE,
            "version": _TEXT,
            "utelämnar": {"type": "object", "additionalProperties": _TEXT},
        }
    )
    properties = {
        **_head("Mål som är beslutade ovanför nämnderna, och vad nämnderna svarar", MANIFEST),
        "organ": _list(body),
        "nivåer": _list(level) | {"minItems": 1},
        "grund": _list(_object({"id": _ID, "titel": _TEXT, "text": _TEXT})),
        "vision": _TEXT | {"description": "Id för den text i grund som är visionen, eller tomt."},
        "planer": _list(plan),
        "mål": _list(_goal()),
        "direktiv": _list(_order({"dokument": _ID})),
        "matris": {"anyOf": [{"type": "null"}, _matrix()]},
    }
    return {"$schema": _DIALECT, "title": "Röd tråd", **_object(properties)}


def _goal() -> Schema:
    measure = _object(
        {
            "id": _ID,
            **dict.fromkeys(("namn", "ingångsvärde", "målvärde", "frekvens", "källa", "beslutad av"), _TEXT),
            "avtryck": _PRINT,
        }
    )
    return _object(
        {
            "id": _ID,
            "nivå": _ID,
            "titel": _TEXT,
            "under": _TEXT | {"description": "Id för målet ovanför; tomt på översta nivån."},
            "text": _TEXT,
            "beslutad av": _TEXT,
            "gäller från": _DAY,
            "gäller till": _DAY,
            "efterföljare": _IDS,
            "avtryck": _PRINT,
            "uppdrag": _list(_order({})),
            "indikatorer": _list(measure),
        }
    )


def _order(more: Schema) -> Schema:
    return _object(
        {
            **more,
            "id": _TEXT,
            "text": _TEXT,
            "alla nämnder": _YES,
            "mottagare": _IDS,
            "i samverkan med": _IDS,
            "senast": _DAY,
            "återrapporteras": _YES,
            "beslutad av": _TEXT,
            "avtryck": _PRINT,
        }
    )


def _matrix() -> Schema:
    cell = _object(
        {"täckning": {"enum": [t.value for t in Tackning]}, "åtaganden": _IDS, "egna": _IDS, "skäl": _TEXT}
    )
    row = _object({"mål": _ID, "obligatorisk": _YES, "celler": _list(cell)})
    column = _object({"organ": _ID, "namn": _ID, "planer": _IDS})
    return _object({"år": {"type": "integer"}, "nämnder": _list(column), "rader": _list(row)})


def _thread() -> Schema:
    facts = {"type": "object", "additionalProperties": _TEXT}
    step = _object(
        {
            "djup": {"type": "integer", "minimum": 0},
            "slag": _ID,
            "id": _TEXT,
            "text": _TEXT,
            "uppgifter": facts,
        }
    )
    document = _object(
        {
            "id": _ID,
            "titel": _ID,
            "organ": _TEXT,
            "period": _PERIOD,
            "stadium": _STAGE,
            "nummer": _TEXT,
            "rubrik": _TEXT,
            "sida": {"type": ["integer", "null"], "minimum": 1},
        }
    )
    properties = {
        **_head("Den röda tråden för en sak", THREAD),
        "sak": step,
        "uppåt": _list(step),
        "nedåt": _list(step),
        "dokument": _list(document),
    }
    return {"$schema": _DIALECT, "title": "Röd tråd för en sak", **_object(properties)}
