"""Formatting that changed is told of for each stretch of text, and only there."""

from __future__ import annotations

from datetime import datetime

from generator.ooxml.package import Package
from generator.ooxml.redline import redline
from generator.ooxml.redline.verify import differing_blocks
from generator.ooxml.revisions import accept_changes, reject_changes
from generator.ooxml.xml import parse_strict, qn
from tests.ooxml.test_revisions import p, t
from tests.ooxml.workbench import Mall


def test_text_that_was_plain_is_told_from_text_that_looks_the_same() -> None:
    old = Package.read(Mall(body=p(t("d ", "<w:i/>") + t("b e"))).data())
    new = Package.read(Mall(body=p(t("e b e a ", "<w:i/>"))).data())
    made = redline(old, new, author="A", date=datetime(2024, 1, 1))  # noqa: DTZ001  # as Word shows it
    assert differing_blocks(old, new, Package.read(made.data)) == ()
    assert made.coarsened == ()


def test_formatting_can_be_left_out_and_the_words_stay_marked() -> None:
    old = Package.read(Mall(body=p(t("ett två tre", "<w:i/>")) + p(t("kvar"))).data())
    new = Package.read(Mall(body=p(t("ett fyra tre", "<w:b/>")) + p(t("kvar", "<w:b/>"))).data())
    moment = datetime(2024, 1, 1)  # noqa: DTZ001  # as Word shows it
    whole, words = (redline(old, new, author="A", date=moment, looks=looks) for looks in (True, False))
    assert b"rPrChange" in Package.read(whole.data).parts["word/document.xml"]
    body = Package.read(words.data).parts["word/document.xml"]
    assert b"PrChange" not in body
    assert words.changes == 1
    assert words.changes < whole.changes
    for resolved, said in ((accept_changes, "ett fyra tre kvar"), (reject_changes, "ett två tre kvar")):
        root = parse_strict(body, "")
        resolved(root)
        assert " ".join("".join(each.itertext()) for each in root.iter(qn("w:p"))) == said
