"""What Word leaves in a template does not reach its documents, and does not cut its tags in two."""

from __future__ import annotations

import pytest

from generator.ooxml.xml import qn
from tests.ooxml.workbench import (
    MAIN,
    NAMESPACES,
    OFFICE,
    Bench,
    Mall,
    names,
    p,
    part,
    raw,
    run,
    texts,
    values,
)


def kept(body: str) -> list[str]:
    return texts(part(Bench(Mall(body=body)).finish()))


def test_a_tag_that_word_split_is_one_run_again() -> None:
    split = (
        '<w:p w:rsidR="00A1"><w:r w:rsidRPr="00B2"><w:t>{{ do</w:t></w:r><w:proofErr w:type="spellStart"/>'
        '<w:r w:rsidR="00C3"><w:t>kument</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/><w:r><w:t>.titel }}</w:t></w:r></w:p>'
    )
    template = Mall(body=split).prepared().template(MAIN)
    assert "{{ dokument.titel }}" in template
    assert "rsid" not in template.replace("w:rsidSect", "")


def test_runs_of_different_formatting_stay_apart() -> None:
    body = f"<w:p>{run('a')}<w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>{run('c')}</w:p>"
    root = part(Bench(Mall(body=body)).finish())
    assert len(list(root.iter(qn("w:r")))) == 3


def test_spaces_at_the_seams_of_joined_runs_are_kept() -> None:
    assert kept(f"<w:p>{run('a ')}{run(' b')}</w:p>") == ["a  b"]


def test_the_cursor_comments_and_cached_page_breaks_are_gone() -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
        '<w:bookmarkEnd w:id="0"/><w:commentRangeStart w:id="1"/>'
        '<w:r><w:lastRenderedPageBreak/><w:t>text</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    mall = Mall(body=body, stories={"word/comments.xml": f"<w:comments {NAMESPACES}/>"})
    data = Bench(mall).finish()
    root = part(data)
    assert texts(root) == ["text"]
    assert len(list(root.iter(qn("w:r")))) == 1
    assert not values(root, "w:bookmarkStart")
    assert "word/comments.xml" not in names(data)
    assert b"comments" not in raw(data, "word/_rels/document.xml.rels")
    assert b"comments" not in raw(data, "[Content_Types].xml")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<w:p>{run("a")}<w:ins w:id="1">{run("b")}</w:ins></w:p>', ["ab"]),
        (f'<w:p>{run("a")}<w:del w:id="1"><w:r><w:delText>b</w:delText></w:r></w:del></w:p>', ["a"]),
        (
            f'<w:p><w:moveFrom w:id="1">{run("a")}</w:moveFrom><w:moveTo>{run("b")}</w:moveTo></w:p>',
            ["b"],
        ),
        (f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{run("a")}</w:p>{p("b")}', ["ab"]),
        (f'<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>{run("a")}</w:p>{p("b")}', ["a", "b"]),
        (
            (
                f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{p('bort')}</w:tc></w:tr>"
                f"<w:tr><w:tc>{p('kvar')}</w:tc></w:tr></w:tbl>{p('x')}"
            ),
            ["kvar", "x"],
        ),
    ],
)
def test_tracked_changes_are_accepted(body: str, expected: list[str]) -> None:
    assert Mall(body=body).prepared().has_tracked_changes
    assert kept(body) == expected


def test_a_template_without_changes_is_known_to_have_none() -> None:
    assert not Mall(body=p("x")).prepared().has_tracked_changes


def test_no_field_asks_the_reader_to_be_updated() -> None:
    dirty = '<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r></w:p>'
    assert "dirty" not in Mall(body=dirty).prepared().template(MAIN)


def test_the_old_copy_of_a_text_box_is_dropped() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert kept(body).count("ruta") == 1


def test_settings_say_nothing_of_the_person_who_saved_the_template() -> None:
    data = Bench().finish()
    tags = [e.tag for e in part(data, "word/settings.xml")]
    assert tags == [qn("w:compat"), qn("w:themeFontLang")]
    assert values(part(data, "word/settings.xml"), "w:themeFontLang") == ["sv-SE"]
    assert "word/_rels/settings.xml.rels" not in names(data)


def test_parts_that_are_not_for_readers_are_left_out() -> None:
    extra = "".join(
        f'<Relationship Id="x{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(
            (
                (f"{OFFICE}/customXml", "../customXml/item1.xml"),
                (f"{OFFICE}/glossaryDocument", "glossary/document.xml"),
                (
                    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
                    "stylesWithEffects.xml",
                ),
                (f"{OFFICE}/image", "media/saknas.png"),
            )
        )
    )
    raw_parts = {
        "customXml/item1.xml": b"<x/>", "word/glossary/document.xml": b"<x/>",
        "word/stylesWithEffects.xml": b"<x/>",
        "docProps/thumbnail.jpeg": b"bild", "word/media/ensam.png": b"bild",
    }  # fmt: skip
    data = Bench(Mall(raw=raw_parts, extra_links=extra)).finish()
    assert not set(raw_parts) & set(names(data))
    for name in raw_parts:
        assert name.encode() not in raw(data, "[Content_Types].xml")
    assert b'"x0"' not in raw(data, "word/_rels/document.xml.rels")


def test_pictures_that_belong_to_the_text_are_kept() -> None:
    extra = f'<Relationship Id="bild" Type="{OFFICE}/image" Target="media/logotyp.png"/>'
    data = Bench(Mall(raw={"word/media/logotyp.png": b"bild"}, extra_links=extra)).finish()
    assert raw(data, "word/media/logotyp.png") == b"bild"


def test_a_template_file_becomes_a_document() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    types = raw(Bench(Mall(main_type=kind)).finish(), "[Content_Types].xml")
    assert b"template" not in types
    assert b"document.main+xml" in types


def test_headers_are_cleaned_as_the_text_is() -> None:
    split = f'{run("{{ ")}<w:proofErr w:type="spellEnd"/>{run("x }}")}'
    header = f'<w:hdr {NAMESPACES}><w:p w:rsidR="00A1">{split}</w:p></w:hdr>'
    prepared = Mall(stories={"word/header1.xml": header}).prepared()
    assert prepared.stories == (MAIN, "word/header1.xml")
    assert "{{ x }}" in prepared.template("word/header1.xml")
