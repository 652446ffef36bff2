"""Findings as SARIF 2.1.0, the form that code scanning and many editors read.

Columns count characters, as Python does; what is accepted is a suppressed result with its justification. The
log says nothing of when or where it was made, so that equal content gives an equal log.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from generator import __version__
from generator.checks.catalogue import Explanation, explanations
from generator.cli.formats.places import Repository
from generator.diagnostics import Diagnostic, Position

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"
_ROOT = "SRCROOT"


def as_sarif(found: Sequence[Diagnostic], repository: Repository, dag: date) -> str:
    """Return the log as JSON; ``dag`` is the day that all is judged as of."""
    codes = list(dict.fromkeys(d.code for d in found))
    prints = _fingerprints(found)
    run = {
        "tool": {"driver": _driver(codes)},
        "language": "sv-SE",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Roten i arkivet som innehållet ligger i."}}},
        "properties": {"datum": dag.isoformat()},
        "results": [
            _result(d, codes.index(d.code), fingerprint, repository)
            for d, fingerprint in zip(found, prints, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _driver(codes: Sequence[str]) -> dict[str, Any]:
    known = explanations()
    return {
        "name": "styrdok",
        "semanticVersion": __version__,
        "rules": [_rule(code, known.get(code)) for code in codes],
    }


def _rule(code: str, known: Explanation | None) -> dict[str, Any]:
    if known is None:
        return {"id": code}
    plain = "\n\n".join(f"{heading}: {text}" for heading, text in known.parts)
    marked = "\n\n".join(f"**{heading}:** {text}" for heading, text in known.parts)
    return {
        "id": code,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": f"{known.title} {known.why[:1].upper()}{known.why[1:]}"},
        "help": {"text": plain, "markdown": marked},
        "properties": {"tags": [known.group]},
    }


def _result(diagnostic: Diagnostic, rule: int, fingerprint: str, repository: Repository) -> dict[str, Any]:
    text = " ".join(part for part in (f"{diagnostic.message}.", diagnostic.hint) if part)
    found: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": text},
        "locations": [_location(diagnostic, repository)],
        "partialFingerprints": {"styrdok/v1": fingerprint},
    }
    if diagnostic.ids:
        found["properties"] = {"ids": list(diagnostic.ids)}
    if diagnostic.accepted is not None:
        justification = diagnostic.accepted.text
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    else:
        found["suppressions"] = []
    return found


def _location(diagnostic: Diagnostic, repository: Repository) -> dict[str, Any]:
    place = diagnostic.position
    artifact = {"uri": repository.uri(diagnostic), "uriBaseId": _ROOT}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact}}
    region = _region(place)
    if region:
        location["physicalLocation"]["region"] = region
    if place.sheet:
        name = f"{place.sheet}!{place.cell}" if place.cell else place.sheet
        location["logicalLocations"] = [{"name": name, "kind": "cell" if place.cell else "sheet"}]
    return location


def _region(place: Position) -> dict[str, int]:
    """Return line and column of a text; a cell of a workbook has neither."""
    if place.sheet or not place.line:
        return {}
    return {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}


def _fingerprints(found: Sequence[Diagnostic]) -> list[str]:
    """Return what tells each finding again when its text has moved; equal ones are numbered in order."""
    seen: Counter[str] = Counter()
    prints = []
    for d in found:
        said = "\n".join((d.code, d.position.file, d.position.sheet, *d.ids, d.message))
        digest = hashlib.sha256(said.encode("utf-8", errors="surrogatepass")).hexdigest()[:32]
        seen[digest] += 1
        prints.append(f"{digest}:{seen[digest]}")
    return prints
