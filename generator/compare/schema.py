"""JSON Schema of what ``styrdok diff --format json`` writes: version 1 of a published format.

A program that reads it can rely on every property named here. New ones may be added within a version; none is
taken away or given another meaning.
"""

from __future__ import annotations

from typing import Any, get_args

from generator.compare.as_json import VERSION
from generator.compare.change import Slag

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_IDS: Schema = {"type": "array", "items": _TEXT}


def diff_schema() -> Schema:
    """Return the schema of a list of changes."""
    changes = {"type": "array", "items": _object(_change())}
    properties = {"version": {"const": VERSION}, "changes": changes}
    return {"$schema": _DIALECT, "title": "Ändringar mellan två versioner", **_object(properties)}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _about(schema: Schema, description: str) -> Schema:
    return schema | {"description": description}


def _change() -> Schema:
    along = _object({"kind": _TEXT, "number": {"type": "integer", "minimum": 1}})
    number = {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$"}
    return {
        "id": _about(_TEXT, "Id för det som har ändrats; tomt när det inte har något."),
        "kind": _about(_TEXT | {"minLength": 1}, "Vad styrmodellen kallar det."),
        "change": {"enum": list(get_args(Slag))},
        "field": _about(
            _TEXT, "Vilken uppgift som har ändrats; tomt när hela saken har tillkommit eller utgått."
        ),
        "old": _TEXT,
        "new": _TEXT,
        "part": _about(
            _TEXT, "Stycke, punkt eller rubrik: vad i en längre text det gäller; tomt när det är hela."
        ),
        "place": _about(_TEXT, "Rubrikerna ovanför, uppifrån."),
        "title": _TEXT,
        "old_ids": _about(_IDS, "Id i den äldre versionen; flera när något har slagits ihop."),
        "new_ids": _about(_IDS, "Id i den nyare versionen; flera när något har delats."),
        "along": _about({"type": "array", "items": along}, "Vad som följde med."),
        "row": _about(_TEXT, "Raden i en tabell."),
        "column": _about(_TEXT, "Kolumnen i en tabell."),
        "unit": _about(_TEXT, "Enheten som skillnaden är räknad i."),
        "difference": _about(number, "Nytt belopp minus gammalt, exakt."),
        "follows": _about({"type": "boolean"}, "En summa som skiljer just så mycket som dess delar."),
        "old_vintage": _about(_TEXT, "Det äldre beloppets årgång, när den är en annan."),
        "new_vintage": _TEXT,
    }
