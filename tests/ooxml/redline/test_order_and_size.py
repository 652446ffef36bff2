"""Redlines as a person meets them: notes in order, rows and lines that belong together, very large tables."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.ooxml.bookmark_names import bookmark_name
from generator.ooxml.package import Package
from generator.ooxml.redline import Redlined, redline, whole
from generator.ooxml.redline.verify import differing_blocks
from generator.ooxml.xml import parse_strict, qn
from tests.ooxml.test_revisions import p, t, tbl, tr
from tests.ooxml.workbench import MAIN, NAMESPACES, Mall

NOTES = "word/footnotes.xml"
REFERENCE = '<w:footnoteReference w:id="{}"/>'
KEEP = "<w:keepNext/>"


def redlined(old: bytes, new: bytes, *, own: bool = False) -> Redlined:
    before, after = Package.read(old), Package.read(new)
    made = redline(before, after, author="A", date=datetime(2024, 1, 1, tzinfo=UTC))
    assert differing_blocks(before, after, Package.read(made.data), own=own) == ()
    return made


def of(old: str, new: str, *, own: bool = False) -> Redlined:
    return redlined(Mall(body=old).data(), Mall(body=new).data(), own=own)


def noted(*notes: tuple[int, str]) -> bytes:
    """Return a document with a paragraph and a note for each id and text, the part of notes by id."""
    text = "".join(
        p(
            t(f"Om {said} och {said}väg, {said}plats, {said}tid")
            + f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        )
        for number, said in notes
    )
    separator = f'<w:footnote w:type="separator" w:id="2">{p("")}</w:footnote>'
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{p(t(f"not om {said}"))}</w:footnote>' for number, said in sorted(notes)
    )
    stories = {NOTES: f"<w:footnotes {NAMESPACES}>{footnotes}{separator}</w:footnotes>"}
    return Mall(body=text + p(t("Slut")), stories=stories).data()


def in_order(made: Redlined) -> list[tuple[str, str]]:
    """Return the text before each reference, and the note of that place in the part; ids have to agree."""
    parts = Package.read(made.data).parts
    notes = [e for e in parse_strict(parts[NOTES], NOTES) if e.get(qn("w:type")) is None]
    references = list(parse_strict(parts[MAIN], MAIN).iter(qn("w:footnoteReference")))
    numbers = [int(e.get(qn("w:id"), "")) for e in references]
    assert numbers == [int(e.get(qn("w:id"), "")) for e in notes]
    assert numbers == sorted(set(numbers) - {2})
    words = (qn("w:t"), qn("w:delText"))
    before = [next(e.iterancestors(qn("w:p"))) for e in references]
    return [
        tuple("".join(e.text or "" for e in place.iter(*words)) for place in both)  # type: ignore[misc]
        for both in zip(before, notes, strict=True)
    ]


def test_notes_stand_in_the_order_of_the_text_deleted_ones_too() -> None:
    old = noted((1, "skola"), (3, "buss"), (4, "vård"))
    new = noted((9, "miljö"), (1, "skola"), (3, "vård"))
    for made in (redlined(old, new), redlined(new, old)):
        found = in_order(made)
        assert len(found) == 4
        assert all(note == f"not om {text.split()[1]}" for text, note in found)
        first = parse_strict(Package.read(made.data).parts[NOTES], NOTES)[0]
        assert first.get(qn("w:type")) == "separator"


def test_notes_in_order_keep_their_ids() -> None:
    old, new = noted((3, "skola"), (7, "buss")), noted((3, "skola"), (7, "buss"))
    before, after = Package.read(new).parts[NOTES], Package.read(redlined(old, new).data).parts[NOTES]
    assert [e.get(qn("w:id")) for e in parse_strict(after, NOTES)] == ["3", "7", "2"]
    assert len(parse_strict(before, NOTES)) == 3


def named(properties: str) -> str:
    mark = f'<w:bookmarkStart w:id="1" w:name="{bookmark_name("mål")}"/><w:bookmarkEnd w:id="1"/>'
    return p(mark + t("Mål")) + p(t("a"), properties=properties) + p(t("b"))


def test_what_keeps_paragraphs_together_is_marked_only_in_documents_of_others() -> None:
    assert of(named(KEEP), named(""), own=True).changes == 0
    assert of(p(t("a"), properties=KEEP) + p(t("b")), p(t("a")) + p(t("b"))).changes == 1


def ways(made: Redlined, tag: str) -> list[str]:
    """Return the text of the rows or paragraphs with a mark of their own, - for deleted, + for inserted."""
    found = []
    for block in parse_strict(Package.read(made.data).parts[MAIN], MAIN).iter(qn(tag)):
        path = "w:trPr" if tag == "w:tr" else "w:pPr/w:rPr"
        marks = block.find(path, {"w": qn("w:p")[1:].partition("}")[0]})
        signs = {qn("w:del"): "-", qn("w:ins"): "+"}
        sign = "".join(signs.get(str(mark.tag), "") for mark in (() if marks is None else marks))
        if sign:
            found.append(sign + "".join(e.text or "" for e in block.iter(qn("w:t"), qn("w:delText"))))
    return found


def row(*said: str) -> str:
    return tr(*(p(t(one)) for one in said))


def test_rows_are_paired_by_what_stands_in_the_same_column() -> None:
    old = tbl(row("1", "2", "3"), row("4", "Lorem.", "6"), row("7", "8", "9")) + p(t("slut"))
    new = tbl(row("1", "2", "3"), row("Lorem.", "8", "9")) + p(t("slut"))
    assert ways(of(old, new), "w:tr") == ["-4Lorem.6"]
    assert ways(of(new, old), "w:tr") == ["+4Lorem.6"]


def test_a_short_line_is_replaced_in_its_place_and_a_long_one_as_a_whole() -> None:
    end = p(t("Region Blekinge"))
    start = p(t("Beslutat av"))
    assert ways(of(start + p(t("Gruppledare")) + end, start + p(t("Oppositionen")) + end), "w:p") == []
    both = (p(t("Karin Ek")) + p(t("Ordförande")), p(t("Olof Ås")) + p(t("Direktör")))
    assert ways(of(start + both[0] + end, start + both[1] + end), "w:p") == []
    long = ("Nämnden ska under året pröva fria resor för äldre", "Fullmäktige höjer skatten med tjugo öre nu")
    found = ways(of(start + p(t(long[0])) + end, start + p(t(long[1])) + end), "w:p")
    assert sorted(found) == [f"+{long[1]}", f"-{long[0]}"]


def test_of_very_many_rows_only_the_rows_are_marked_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "_MANY", 3)
    head = row("Belopp för nämnderna under åren 2019 till 2021 i löpande priser")
    old = tbl(head, *(row(f"gammal {n}") for n in "abcd")) + p(t("slut"))
    new = tbl(head) + p(t("slut"))
    for made, sign, tag in ((of(old, new), "-", "w:del"), (of(new, old), "+", "w:ins")):
        assert ways(made, "w:tr") == [f"{sign}gammal {n}" for n in "abcd"]
        assert len(list(parse_strict(Package.read(made.data).parts[MAIN], MAIN).iter(qn(tag)))) == 4
        said = "I en tabell är 4 rader nya eller borttagna, från ”gammal a”. De är märkta som rader, men"
        assert made.coarsened == (f"{said} texten i dem är inte märkt för sig.",)
        assert made.changes == 1
    few = tbl(head, row("gammal a")) + p(t("slut"))
    assert of(few, new).coarsened == ()


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("old", "new", "many"),
    [
        (p(t("ett två tre")), p(t("ett fem tre")), 1),
        (p(t("ett två tre fyra sex")), p(t("ett sju tre åtta sex")), 2),
        (p(t("a")) + p(t("slut")), p(t("a")) + p(t("b")) + p(t("c")) + p(t("slut")), 1),
        (p(t("a")) + p(t("m")) + p(t("b")), p(t("aa")) + p(t("m")) + p(t("bb")), 2),
        (tbl(row("a o u", "b")) + p(t("x")), tbl(row("a o u", "c"), row("d", "e")) + p(t("x")), 2),
        (p(t("ett två")), p(t("ett två", BOLD)), 1),
        (p(t("a")) + p(t("b")), p(t("a", BOLD)) + p(t("b", BOLD)), 1),
        (p(t("a")) + p(t("b")) + p(t("c")), p(t("a", BOLD)) + p(t("b")) + p(t("c", BOLD)), 2),
    ],
)
def test_changes_are_counted_as_a_person_would(old: str, new: str, many: int) -> None:
    assert of(old, new).changes == of(new, old).changes == many


def test_a_note_that_came_with_its_reference_is_one_change_with_it() -> None:
    old, new = noted((1, "skola")), noted((1, "skola"), (3, "buss"))
    assert redlined(old, new).changes == redlined(new, old).changes == 1
