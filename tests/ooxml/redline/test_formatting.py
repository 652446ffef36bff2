"""Formatting that changed is told of for each stretch of text, and only there."""

from __future__ import annotations

from datetime import datetime

from generator.ooxml.package import Package
from generator.ooxml.redline import redline
from generator.ooxml.redline.verify import differing_blocks
from tests.ooxml.test_revisions import p, t
from tests.ooxml.workbench import Mall


def test_text_that_was_plain_is_told_from_text_that_looks_the_same() -> None:
    old = Package.read(Mall(body=p(t("d ", "<w:i/>") + t("b e"))).data())
    new = Package.read(Mall(body=p(t("e b e a ", "<w:i/>"))).data())
    made = redline(old, new, author="A", date=datetime(2024, 1, 1))  # noqa: DTZ001  # as Word shows it
    assert differing_blocks(old, new, Package.read(made.data)) == ()
    assert made.coarsened == ()
