"""JSON Schemas of the content files, for editors: what may be written where, and what it means."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from generator.content.models import RECORDS
from generator.content.record_schema import record_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(kinds: Collection[str] = (), codes: Mapping[str, str] | None = None) -> dict[str, dict[str, Any]]:
    """Return the schemas by name; ``kinds`` are the kinds of document there are, shown as the values of slag.

    ``codes`` are those whose gravity an organisation can set, with what they mean.

    The names organisation, styrmodell, dokument, kalender, ramar and termer are those of the files (a
    calendar's file is its year); mål, svar, kapitel and ändringar are the heads of Markdown files.
    """
    found = {name: _schema(name) for name in RECORDS}
    if kinds:
        found["dokument"]["properties"]["slag"]["enum"] = sorted(kinds)
    if codes:
        found["organisation"]["properties"]["kontroller"] = _choices(found["organisation"], codes)
    return found


def _choices(organisation: dict[str, Any], codes: Mapping[str, str]) -> dict[str, Any]:
    """Return the key where the gravity of codes is set, with each of them."""
    open_ = dict(organisation["properties"]["kontroller"])
    grade = open_.pop("additionalProperties")
    known = {code: {**grade, "description": meaning} for code, meaning in codes.items()}
    return {**open_, "properties": known, "additionalProperties": False}


def _schema(name: str) -> dict[str, Any]:
    return {"$schema": DIALECT, **record_schema(RECORDS[name])}
