"""How the content relates to what is frozen: the same, another stage of the same text, or something else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.build.arkiv.records import VIEW, Beslutspost
from generator.build.arkiv.store import Archive, Frozen
from generator.diagnostics import StyrdokError
from generator.documents.archive import as_json, content_hash, view_format
from generator.documents.json_text import parsed
from generator.documents.kind import kinds
from generator.documents.plain_data import TAG
from generator.documents.poster import poster_of, without_stage
from generator.documents.view import View
from generator.domain.arkiv import Arkiverat, Forhallande, Fryst, Post, Skillnad, version_number
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus


def archived(archive: Archive, korpus: Korpus) -> dict[str, Arkiverat]:
    """Return what the archive holds of each document there is; nothing is read where there is no archive.

    Of a version that cannot be read only its number is known: that it is damaged is told elsewhere (D006).
    """
    found = {}
    for id_ in archive.documents:
        dokument = korpus.dokument.get(id_)
        if dokument is not None:
            found[id_] = _of_document(archive.versions(id_), dokument, korpus)
    return found


def _of_document(frozen: Sequence[Frozen], dokument: Dokument, korpus: Korpus) -> Arkiverat:
    decided = next((f for f in reversed(frozen) if f.steg.decided), None)
    last = _fryst(frozen[-1])
    compared = against(frozen, dokument.version)
    adopted = last if decided is frozen[-1] else _fryst(decided) if decided else None
    if compared is None or dokument.slag not in kinds():
        return Arkiverat(last, adopted)
    try:
        view = kinds()[dokument.slag].build(korpus, dokument)
    except StyrdokError:
        return Arkiverat(last, adopted)
    try:
        relation, other = related(frozen, view)
        differences = _differences(compared, view) if relation in _DIFFERENT else ()
    except StyrdokError:
        relation = Forhallande.SKADAT if compared.steg.decided else Forhallande.OFRYST
        return Arkiverat(last, adopted, _fryst(compared), relation)
    return Arkiverat(last, adopted, _fryst(other or compared), relation, differences)


_DIFFERENT = (Forhallande.ANDRAT, Forhallande.UTSANT_ANDRAT)


def _fryst(frozen: Frozen) -> Fryst:
    try:
        poster = frozen.poster() if frozen.steg.decided else ()
    except StyrdokError:
        poster = ()
    return Fryst(frozen.version, frozen.steg, poster)


def against(frozen: Sequence[Frozen], version: str) -> Frozen | None:
    """Return the frozen version that a document of this version is to be compared with: the last so named."""
    number = version_number(version)
    return next((f for f in reversed(frozen) if number is not None and f.number == number), None)


def related(frozen: Sequence[Frozen], view: View) -> tuple[Forhallande, Frozen | None]:
    """Return how a view relates to the versions of its number, and the one that it is the same as.

    Raises StyrdokError when a record cannot be read.
    """
    compared = against(frozen, view.dokument.version)
    if compared is None:
        return Forhallande.OFRYST, None
    code = content_hash(view)
    of_number = [f for f in reversed(frozen) if f.number == compared.number]
    for each in of_number:
        if is_same(each, view, code):
            return Forhallande.LIKA, each
    if not compared.steg.decided:
        return Forhallande.UTSANT_ANDRAT, None
    if view.dokument.beslutat and has_same_text(compared, view):
        return Forhallande.NYTT_STADIUM, compared
    return Forhallande.ANDRAT, None


def is_same(frozen: Frozen, view: View, code: str = "") -> bool:
    """Tell whether a view says what a version says; of what another program wrote, as far as it can tell."""
    record = frozen.record
    if record.innehallskod == (code or content_hash(view)):
        return True
    if _is_of_this_format(record, view):
        return False
    return _alike(parsed(frozen.view_json(), f"{frozen.path.name}/{VIEW}"), json.loads(as_json(view)))


def has_same_text(frozen: Frozen, view: View) -> bool:
    """Tell whether a view says what a version says but for its stage."""
    record = frozen.record
    if record.textkod == content_hash(without_stage(view)):
        return True
    if _is_of_this_format(record, view):
        return False
    return _alike(*(json.loads(as_json(without_stage(v))) for v in (frozen.view(), view)))


def _is_of_this_format(record: Beslutspost, view: View) -> bool:
    return record.vyformat == view_format(view)


def _alike(old: Any, new: Any) -> bool:
    """Tell whether two views in JSON are the same in the fields that both have.

    It goes no deeper than the shallower one, which is our own.
    """
    if isinstance(old, dict) and isinstance(new, dict):
        return old.get(TAG) == new.get(TAG) and all(_alike(old[k], new[k]) for k in old.keys() & new.keys())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_alike, old, new))
    return bool(old == new)


def _differences(frozen: Frozen, view: View) -> tuple[Skillnad, ...]:
    """Return what a view says otherwise than a version, in the order of the view, what is gone last."""
    record = frozen.record
    before = frozen.poster() if _is_of_this_format(record, view) else poster_of(frozen.view())
    old, new = ({(p.slag if not p.is_item else "", p.id): p for p in ps} for ps in (before, poster_of(view)))
    found: list[Skillnad] = []
    for key, post in new.items():
        found.extend(_differing(old.get(key), post))
    found.extend(Skillnad(post, "borttagen", post.eget) for key, post in old.items() if key not in new)
    return tuple(found)


def _differing(old: Post | None, new: Post) -> list[Skillnad]:
    if old is None:
        return [Skillnad(new, "tillagd", new.eget)]
    found = [Skillnad(new, "ändrad", new.eget)] if old.kod != new.kod else []
    if old.egen_kod != new.egen_kod and not (found and new.eget):
        found.append(Skillnad(new, "ändrad", eget=True))
    return found
