"""The check of a redline finds what is wrong with it, and nothing where nothing is."""

from __future__ import annotations

import pytest

from generator.ooxml.package import Package
from generator.ooxml.redline.content import Reader
from generator.ooxml.redline.verify import Difference, differing_blocks
from generator.ooxml.xml import Element
from tests.ooxml.test_revisions import DEL, INS, changed, dele, ins, p, t, tbl, tr
from tests.ooxml.workbench import MAIN, NAMESPACES, NUMBERING, OFFICE, STYLES, Mall, field

END = p(t("slut"))
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="{}" name="x"/><a:blip r:embed="rId99"/></wp:inline>'
    "</w:drawing></w:r></w:p>"
)


def file(body: str, **parts: object) -> Package:
    return Package.read(Mall(body=body + END, **parts).data())  # type: ignore[arg-type]


def found(old: str | Package, new: str | Package, marked: str | Package) -> list[Difference]:
    files = (e if isinstance(e, Package) else file(e) for e in (old, new, marked))
    return list(differing_blocks(*files))


def places(old: str | Package, new: str | Package, marked: str | Package) -> list[tuple[str, int]]:
    return [(one.side, one.at) for one in found(old, new, marked)]


ROW_A, ROW_B = tr(p(t("a"))), tr(p(t("b")))
RIGHT = [
    (p(t("a b")), p(t("a c")), p(t("a ") + dele("b") + ins("c"))),
    (p(t("a")), p(t("a")) + p(t("b")), p(t("a")) + p(ins("b"), INS)),
    (p(t("a")) + p(t("b")), p(t("ab")), p(t("a"), DEL) + p(t("b"))),
    (tbl(ROW_A, ROW_B), tbl(ROW_B), tbl(tr(p(dele("a"), DEL), mark=DEL), ROW_B)),
    (p("") + tbl(ROW_A), p(""), p("") + tbl(tr(p(dele("a"), DEL), mark=DEL))),
    (
        p(t("x")),
        p(t("a")) + tbl(ROW_A) + p(t("x")),
        p(ins("a"), INS) + tbl(tr(p(ins("a"), INS), mark=INS)) + p(t("x")),
    ),
    (p(t("a")), p(t("a", "<w:b/>")), p(t("a", "<w:b/>" + changed("rPr", "<w:rPr/>")))),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "marked"), RIGHT)
def test_a_right_redline_is_right(old: str, new: str, marked: str) -> None:
    assert found(old, new, marked) == []


@pytest.mark.parametrize(("old", "new", "marked"), RIGHT)
def test_an_unmarked_file_is_wrong_for_the_other_side(old: str, new: str, marked: str) -> None:
    assert {one.side for one in found(old, new, old)} == {"new"}
    assert {one.side for one in found(old, new, new)} == {"old"}
    assert {one.side for one in found(marked, new, old)} <= {"new", "old"}


WRONG = [
    (p(t("a")), p(t("b")), p(dele("a") + ins("c")), [("new", 0)]),
    (p(t("a")), p(t("b")), p(dele("c") + ins("b")), [("old", 0)]),
    (p(t("a")), p(t("a", "<w:b/>")), p(t("a", "<w:b/>")), [("old", 0)]),
    (p(t("a"), properties="<w:keepNext/>"), p(t("a")), p(t("a")), [("old", 0)]),
    (p(t("a")) + p(t("b")), p(t("ab")), p(t("a")) + p(t("b")), [("new", 0)]),
    (tbl(ROW_A, ROW_B), tbl(ROW_B), tbl(ROW_B), [("old", 0)]),
    (
        tbl("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr>"),
        tbl(tr(p(""))),
        tbl(tr(p(""))),
        [("old", 0)],
    ),
    (p(t("a")) + tbl(ROW_A) + p(t("b")), p(t("a")) + p(t("b")), p(t("a")) + p(t("b")), [("old", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "marked", "where"), WRONG)
def test_a_fault_is_found_where_it_is(old: str, new: str, marked: str, where: list[tuple[str, int]]) -> None:
    assert places(old, new, marked) == where


def test_two_faults_are_told_apart_in_a_long_text() -> None:
    texts = [p(t(f"stycke {n}")) for n in range(40)]
    old = "".join(texts)
    marked = "".join([*texts[:5], p(t("fel")), *texts[6:30], *texts[31:]])
    assert places(old, old, marked) == [("old", 5), ("old", 30), ("new", 5), ("new", 30)]


def test_what_says_nothing_is_not_compared() -> None:
    noisy = (
        '<w:p w:rsidR="00AA" w14:paraId="01"><w:proofErr w:type="spellStart"/>'
        '<w:bookmarkStart w:id="3" w:name="_Toc1"/>'
        '<w:r w:rsidR="00BB"><w:rPr><w:lang w:val="sv-SE"/></w:rPr><w:t>he</w:t></w:r>'
        '<w:bookmarkEnd w:id="3"/>'
        "<w:r><w:lastRenderedPageBreak/><w:t>j</w:t></w:r></w:p>"
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('hej'))}</w:sdtContent></w:sdt>"
    assert found(p(t("hej")), noisy, control) == []


def test_counted_pages_are_not_compared_but_other_fields_are() -> None:
    def line(code: str, shown: str) -> str:
        return f"<w:p>{field(code, shown)}</w:p>"

    assert (
        found(
            line("PAGEREF _Toc12 \\h", "3"), line("PAGEREF _Toc98 \\h", "4"), line("PAGEREF _Toc12 \\h", "5")
        )
        == []
    )
    assert places(line("REF mål", "3"), line("REF mål", "3"), line("REF mål", "4")) == [
        ("old", 0),
        ("new", 0),
    ]
    simple = f'<w:p><w:fldSimple w:instr=" REF mål ">{t("3", "<w:b/>")}</w:fldSimple></w:p>'
    assert found(line("REF mål", "3"), simple, simple) == []


def notes(text: str) -> dict[str, str]:
    inside = f'<w:footnote w:id="2">{text}</w:footnote>'
    return {"word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{inside}</w:footnotes>"}


REFERENCE = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'


def test_notes_are_compared_where_they_are_referred_to() -> None:
    old, new = (file(REFERENCE, stories=notes(p(t(text)))) for text in ("a", "b"))
    right = file(REFERENCE, stories=notes(p(dele("a") + ins("b"))))
    assert found(old, new, right) == []
    assert places(old, new, new) == [("old", 0)]


def test_a_note_that_refers_to_itself_ends() -> None:
    ring = file(REFERENCE, stories=notes(REFERENCE))
    assert found(ring, ring, ring) == []


def with_picture(data: bytes, number: int = 1) -> Package:
    link = f'<Relationship Id="rId99" Type="{OFFICE}/image" Target="media/a.png"/>'
    return file(PICTURE.format(number), extra_links=link, raw={"word/media/a.png": data})


def test_pictures_are_compared_by_content_and_links_by_address() -> None:
    assert found(with_picture(b"1"), with_picture(b"1", 7), with_picture(b"1")) == []
    assert places(with_picture(b"1"), with_picture(b"2"), with_picture(b"2")) == [("old", 0)]

    def linked(address: str) -> Package:
        link = f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
        return file(f'<w:p><w:hyperlink r:id="rId9">{t("a")}</w:hyperlink></w:p>', extra_links=link)

    assert places(linked("https://a.se"), linked("https://b.se"), linked("https://b.se")) == [("old", 0)]


def numbered(number: int) -> str:
    return p(t("a"), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_are_compared_by_look_and_styles_by_name() -> None:
    moved = NUMBERING.replace('<w:num w:numId="3">', '<w:num w:numId="8">')
    old, new = file(numbered(3)), file(numbered(8), numbering=moved)
    assert found(old, new, new) == []
    other = NUMBERING.replace('w:lvlText w:val="%1)"', 'w:lvlText w:val="%1."')
    assert places(old, file(numbered(3), numbering=other), file(numbered(3), numbering=other)) == [("old", 0)]
    renamed = STYLES.replace('"Rubrik1"', '"Heading1"')
    titled = p(t("a"), properties='<w:pStyle w:val="Rubrik1"/>')
    english = file(p(t("a"), properties='<w:pStyle w:val="Heading1"/>'), styles=renamed)
    assert found(file(titled), english, english) == []
    assert places(file(titled), english, file(titled, styles=renamed)) == [("old", 0), ("new", 0)]


def header(inside: str) -> Package:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/></w:sectPr>'
    story = {"word/header1.xml": f"<w:hdr {NAMESPACES}>{inside}</w:hdr>"}
    mall = Mall(body=END, section=section, stories=story)
    rid = next(r.id for r in Package.read(mall.data()).relationships(MAIN) if r.kind == "header")
    return Package.read(Mall(body=END, section=section.replace("rId10", rid), stories=story).data())


def test_headers_are_compared_by_section() -> None:
    old, new = header(p(t("a"))), header(p(t("b")))
    assert found(old, new, header(p(dele("a") + ins("b")))) == []
    assert [(one.part, one.at) for one in found(old, new, new)] == [("word/header1.xml", -1)]


def test_the_properties_of_the_last_section_are_compared() -> None:
    wide = '<w:sectPr><w:pgSz w:w="2"/></w:sectPr>'
    marked = f'<w:sectPr><w:pgSz w:w="2"/>{changed("sectPr", Mall().section)}</w:sectPr>'
    old, new = file(""), file("", section=wide)
    assert found(old, new, file("", section=marked)) == []
    assert places(old, new, new) == [("old", -1)]


def test_a_box_is_compared_and_its_substitute_has_to_agree() -> None:
    def boxes(first: str, second: str) -> str:
        one, two = (f"<w:pict><w:txbxContent>{p(t(e))}</w:txbxContent></w:pict>" for e in (first, second))
        choice = f"<mc:Choice>{one}</mc:Choice><mc:Fallback>{two}</mc:Fallback>"
        return f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"

    assert found(boxes("a", "a"), boxes("a", "a"), boxes("a", "a")) == []
    assert places(boxes("a", "a"), boxes("a", "a"), boxes("b", "b")) == [("old", 0), ("new", 0)]
    assert places(boxes("a", "a"), boxes("a", "a"), boxes("a", "b")) == [("old", 0), ("new", 0)]


def test_tracked_changes_in_the_documents_count_as_accepted() -> None:
    assert found(p(t("a") + ins("b") + dele("c")), p(t("ab")), p(t("ab"))) == []


def test_blocks_without_changes_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a block costs a hundred times what comparing it as written does."""
    body = "".join(p(t(f"stycke {n}")) for n in range(50))
    marked = body.replace("stycke 7<", "stycke sju<", 1)
    read: list[str] = []
    original = Reader.block

    def counted(self: Reader, block: Element) -> tuple[object, ...]:
        read.append(str(block.tag))
        return original(self, block)

    monkeypatch.setattr(Reader, "block", counted)
    assert found(body, body, body) == []
    assert not read
    assert found(body, body, marked)
    assert 0 < len(read) < 20
