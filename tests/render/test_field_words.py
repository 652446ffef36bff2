"""Every name of a view has words, and no words are for a name that is gone."""

from __future__ import annotations

from generator.documents.andringsblad import FORM as CHANGES
from generator.documents.kind import Form, Kind, kinds
from generator.documents.kontrollrapport import FORM
from generator.render.field_words import _FIELDS, meaning, spelled, thing
from generator.render.names import fold
from generator.render.shapes import classes_of, parts_of

KINDS: tuple[Kind | Form, ...] = (*kinds().values(), FORM, CHANGES)
CLASSES = {cls for kind in KINDS for cls in classes_of(kind.view).values()}


def test_every_field_is_spelled_and_explained() -> None:
    lacking = [f"{c.__name__}.{name}" for c in CLASSES for name in parts_of(c) if not meaning(c, name)]
    assert lacking == [], "skriv vad de betyder i generator/render/field_words.py"


def test_no_words_are_left_for_a_field_that_is_gone() -> None:
    known = {f"{base.__name__}.{name}" for c in CLASSES for base in c.__mro__ for name in parts_of(c)}
    assert [key for key in _FIELDS if key not in known] == []


def test_a_spelling_folds_to_the_name() -> None:
    for key, (name, _) in _FIELDS.items():
        assert fold(name) == key.partition(".")[2]
        assert spelled(fold(name)) == name


def test_every_class_is_called_something() -> None:
    assert [c.__name__ for c in CLASSES if thing(c) == c.__name__] == []
