"""A view as plain data and back: what a document says, without where it was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints

if TYPE_CHECKING:
    from generator.documents.view import View


def content_hash(view: Any) -> str:
    """Return a hash over everything a document says; equal content gives equal hashes."""
    return hashlib.sha256(as_json(view).encode("utf-8", errors="surrogatepass")).hexdigest()


def as_json(value: Any) -> str:
    """Return a view as JSON: every value by the name of its field, without positions, amounts exact."""
    return json.dumps(value, default=_opened, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str, name: str = "Vyn") -> View:
    """Return the view in a JSON text: what ``as_json`` was given, but for positions.

    What another version of the program wrote is read as far as it goes (``read_view`` tells how far). Raises
    StyrdokError, with the ``name`` of the file, for anything that is no view.
    """
    return read_view(text, name)[0]


def read_view(text: str, name: str = "Vyn") -> tuple[View, tuple[str, ...]]:
    """Return the view, and in sentences what in it was unknown or missing. Raises StyrdokError."""
    from generator.documents.plain_data import Reader
    from generator.documents.view import View

    reader = Reader(_views())
    view: View = reader.read(View, text, name)
    return view, reader.told


@cache
def _views() -> Mapping[str, type[View]]:
    """Return the views there are, of every kind of document, by name."""
    from generator.documents.kind import kinds

    return {kind.view.__name__: kind.view for kind in kinds().values()}


def view_format(view: View) -> str:
    """Return a short code for which fields a view of its class has: another when one comes or goes."""
    return _format_of(cast("Hashable", type(view)))


@cache
def _format_of(kind: Any) -> str:
    found: dict[Any, None] = {}
    _gather(kind, found)
    text = "\n".join(sorted(f"{k.__name__} {' '.join(_compared(k) or ())}" for k in found))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _gather(hint: Any, found: dict[Any, None]) -> None:
    if isinstance(hint, type) and is_dataclass(hint):
        if hint not in found:
            found[hint] = None
            for inside in get_type_hints(hint).values():
                _gather(inside, found)
    else:
        for inside in get_args(hint):
            _gather(inside, found)


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
