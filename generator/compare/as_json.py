"""The changes as JSON: version 1 of a published format (``schema``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.compare.change import SEPARATOR, Change

VERSION = 1
Json = dict[str, Any]


def changes_as_json(changes: Sequence[Change]) -> str:
    """Return the changes as JSON for people to read too; equal changes give equal text."""
    return json.dumps(changes_data(changes), ensure_ascii=False, indent=1) + "\n"


def changes_data(changes: Sequence[Change]) -> Json:
    """Return the changes as plain data; amounts are strings, so that no decimal is lost."""
    return {"version": VERSION, "changes": [_change(change) for change in changes]}


def _change(change: Change) -> Json:
    return {
        "id": change.id,
        "kind": change.kind,
        "change": change.change,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "place": SEPARATOR.join(filter(None, change.place)),
        "title": change.title,
        "old_ids": list(change.old_ids),
        "new_ids": list(change.new_ids),
        "part": change.part,
        "along": [{"kind": each.kind, "number": each.number} for each in change.along],
        "row": change.row,
        "column": change.column,
        "unit": change.unit,
        "difference": f"{change.difference:f}" if change.difference is not None else None,
        "follows": change.follows,
        "old_vintage": change.vintages[0],
        "new_vintage": change.vintages[1],
    }
