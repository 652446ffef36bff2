"""What another organisation has decided above this one, as it is known from its röd tråd alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument


@dataclass(frozen=True)
class Ovan:
    """``filer`` are the manifests (relative names), ``dokument`` the plans they tell of, by id.

    ``avtryck`` are the fingerprints of the goals, uppdrag and indikatorer in them, by id: a manifest holds
    the words of a text but not its whole form, so its own fingerprints count. ``oklart`` tells that a file
    could not be read, so that nobody knows what else there is. ``bara`` maps the goals that are not for all
    documents to those (ids) that they are for.
    """

    filer: frozenset[str] = frozenset()
    dokument: Mapping[str, Dokument] = field(default_factory=dict)
    avtryck: Mapping[str, str] = field(default_factory=dict)
    oklart: bool = False
    bara: Mapping[str, frozenset[str]] = field(default_factory=dict)
