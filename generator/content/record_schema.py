"""Declared mappings → JSON Schema."""

from __future__ import annotations

from enum import Enum
from inspect import getdoc
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.content.declared import REQUIRED, Declared, Key, WithJsonSchema, keys_of

Schema = dict[str, Any]


def record_schema(model: type[Declared]) -> Schema:
    """Return the schema of a file or head; the mappings inside it are its definitions."""
    definitions: dict[str, Schema] = {}
    schema = _mapping(model, definitions)
    if "title" in model.model_config:
        schema["title"] = model.model_config["title"]
    if definitions:
        schema["$defs"] = dict(sorted(definitions.items()))
    ordered: Schema = _ordered(schema)
    return ordered


def _ordered(schema: Any) -> Any:
    """Return the schema with its words in alphabetical order, and the keys of a mapping in their own."""
    if isinstance(schema, list):
        return [_ordered(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    properties = {key: _ordered(each) for key, each in schema.get("properties", {}).items()}
    words = {word: _ordered(each) for word, each in sorted(schema.items())}
    return words | {"properties": properties} if properties else words


def _mapping(model: type[Declared], definitions: dict[str, Schema]) -> Schema:
    keys = keys_of(model)
    required = [key.key for key in keys if _is_required(key)]
    schema: Schema = {
        "additionalProperties": False,
        "description": getdoc(model) or "",
        "properties": {key.key: _property(key, definitions) for key in keys},
        "type": "object",
    }
    if required:
        schema["required"] = required
    return schema


def _is_required(key: Key) -> bool:
    return key.given.default is REQUIRED and key.given.default_factory is None


def _property(key: Key, definitions: dict[str, Schema]) -> Schema:
    schema = _of(key.kind, definitions) | {"description": key.given.description}
    if key.given.min_length:
        schema["minItems"] = key.given.min_length
    default = key.given.default
    if default is not REQUIRED and default:
        schema["default"] = _written(default)
    return schema


def _written(default: Any) -> Any:
    """Return a default as a person writes it."""
    if isinstance(default, Enum):
        return default.value
    return "ja" if default is True else default


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    origin, inner = get_origin(kind), get_args(kind)
    schema: Schema = {"type": "string"}
    if origin is Annotated:
        told = next((dict(mark.schema) for mark in inner[1:] if isinstance(mark, WithJsonSchema)), None)
        schema = told if told is not None else _of(inner[0], definitions)
    elif origin in (Union, UnionType):
        options = (_of(k, definitions) if k is not NoneType else {"type": "null"} for k in inner)
        schema = {"anyOf": list(options)}
    elif origin is Literal:
        schema = {"enum": list(inner), "type": "string"}
    elif origin is tuple:
        schema = {"items": _of(inner[0], definitions), "type": "array"}
    elif origin is dict:
        schema = {"additionalProperties": _of(inner[1], definitions), "type": "object"}
    elif issubclass(kind, Declared):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _mapping(kind, definitions)
        schema = {"$ref": f"#/$defs/{kind.__name__}"}
    return schema
