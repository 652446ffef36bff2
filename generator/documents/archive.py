"""A view as plain data: what a document says, without where it was written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any


def content_hash(view: Any) -> str:
    """Return a hash over everything a document says; equal content gives equal hashes."""
    return hashlib.sha256(as_json(view).encode("utf-8", errors="surrogatepass")).hexdigest()


def as_json(value: Any) -> str:
    """Return a view as JSON: every value by the name of its field, without positions, amounts exact."""
    return json.dumps(value, default=_opened, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _opened(value: Any) -> Any:
    """Return what json cannot write as something it can, one level deep: it asks again for the next."""
    names = _compared(value.__class__)
    if names is not None:
        return {"_": type(value).__name__, **{name: getattr(value, name) for name in names}}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not plain data")


@cache
def _compared(kind: type) -> tuple[str, ...] | None:
    """Return the fields that make a value what it is; None when it is no dataclass."""
    return tuple(f.name for f in fields(kind) if f.compare) if is_dataclass(kind) else None
