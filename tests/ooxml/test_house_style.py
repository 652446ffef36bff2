"""The house style reaches every template whatever language of Word saved it, and takes nothing away."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from generator.diagnostics import StyrdokError
from generator.ooxml.drift import drift, missing
from generator.ooxml.heading_numbers import HeadingNumbers
from generator.ooxml.house import House, shown_name
from generator.ooxml.house_style import carry
from generator.ooxml.inspect import document_text
from generator.ooxml.numbering import Numbering
from generator.ooxml.package import Package
from generator.ooxml.style_words import decimal
from generator.ooxml.styles import Styles
from generator.ooxml.xml import parse_strict, qn
from tests.ooxml.workbench import MAIN, NAMESPACES, NUMBERING, OFFICE, SETTINGS, STYLES, Mall, p, raw, values
from tests.support.validator import validate, validator_available

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "docx"
BAS = (TEMPLATES / "bas.docx").read_bytes()
SHIPPED = sorted(path for path in TEMPLATES.glob("*.docx") if not path.name.startswith("~$"))

# What a Swedish Word calls the styles of the house when it saves them.
SWEDISH = {
    "Heading1": "Rubrik1", "Heading2": "Rubrik2", "Heading3": "Rubrik3", "Heading4": "Rubrik4",
    "Title": "Rubrik", "Subtitle": "Underrubrik0", "BodyText": "Brdtext", "ListBullet": "Punktlista",
    "ListNumber": "Numreradlista", "caption": "Beskrivning", "Quote": "Citat", "Hyperlink": "Hyperlnk",
    "FootnoteText": "Fotnotstext",
    "FootnoteReference": "Fotnotsreferens", "Header": "Sidhuvud", "Footer": "Sidfot", "TOC1": "Innehll1",
    "TOC2": "Innehll2", "TableNormal": "Normaltabell", "NoList": "Ingenlista",
    "DefaultParagraphFont": "Standardstycketeckensnitt", "Strong": "Stark", "Emphasis": "Betoning",
}  # fmt: skip


def changed(data: bytes, replacements: Mapping[str, tuple[str, str]]) -> bytes:
    """The file with something else in some parts; what is to be replaced has to be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode() if name.endswith((".xml", ".rels")) else source.read(name)
            if name in replacements and isinstance(content, str):
                old, new = replacements[name]
                assert old in content, (name, old)
                content = content.replace(old, new)
            target.writestr(name, content)
    return out.getvalue()


def saved_in_swedish(data: bytes) -> bytes:
    """The file with the style ids of a Swedish Word everywhere, and the marks of its sessions."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name.endswith(".xml") and name.startswith("word/"):
                for old, new in SWEDISH.items():
                    # Names are the same in every language of Word, ids are not.
                    text = re.sub(
                        rf'(w:styleId="|(?<!<w:name )w:val="){old}"'.encode(), rf'\g<1>{new}"'.encode(), text
                    )
                text = text.replace(b"<w:p>", b'<w:p w:rsidR="00A10B2C" w:rsidRDefault="00A10B2C">')
            target.writestr(name, text)
    return out.getvalue()


def words(data: bytes) -> list[str]:
    """The paragraphs of the body: number, text and the name of the style."""
    package = Package.read(data)
    house = House(package)
    styles = Styles(package.parts[house.parts[next(k for k in house.parts if k.endswith("styles"))] or ""])
    numbering = Numbering(package.parts["word/numbering.xml"], styles)
    root = parse_strict(package.parts[package.main], MAIN)
    numbers = HeadingNumbers(styles, numbering).of(root.iter(qn("w:p")))
    found = []
    for paragraph in root.iter(qn("w:p")):
        style = paragraph.find(qn("w:pPr") + "/" + qn("w:pStyle"))
        name = styles.name(None if style is None else style.get(qn("w:val")))
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        number = numbers.get(paragraph)
        found.append(f"{name}: {number.text if number else ''} {text}")
    return found


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_templates_have_the_style_of_the_house_already(path: Path) -> None:
    data = path.read_bytes()
    made, said = carry(BAS, data)
    assert said == ()
    assert made is data


def test_a_template_saved_in_a_swedish_word_keeps_its_headings_lists_and_text() -> None:
    data = (TEMPLATES / "verksamhetsplan.docx").read_bytes()
    swedish = saved_in_swedish(data)
    assert values(parse_strict(raw(swedish), MAIN), "w:pStyle").count("Rubrik1") > 0
    made, said = carry(BAS, swedish)
    assert words(made) == words(data)
    assert document_text(made) == document_text(data)
    assert "Rubrik1" not in raw(made).decode()
    assert any("Beskrivning heter nu caption" in line for line in said)
    assert raw(made, "word/styles.xml") == raw(BAS, "word/styles.xml")
    assert raw(made, "word/numbering.xml") == raw(BAS, "word/numbering.xml")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_second_time_changes_nothing(path: Path) -> None:
    made, _ = carry(BAS, saved_in_swedish(path.read_bytes()))
    again, said = carry(BAS, made)
    assert again == made
    assert said == ()


def test_equal_input_gives_equal_bytes() -> None:
    swedish = saved_in_swedish((TEMPLATES / "regionplan.docx").read_bytes())
    assert carry(BAS, swedish)[0] == carry(BAS, swedish)[0]


def test_a_change_of_the_house_is_carried_and_told() -> None:
    base = changed(BAS, {"word/styles.xml": ('<w:sz w:val="48"/>', '<w:sz w:val="52"/>')})
    made, said = carry(base, (TEMPLATES / "verksamhetsplan.docx").read_bytes())
    assert any(line == "Rubrik 1 följer huset (teckenstorlek 24 i stället för 26)" for line in said)
    assert b'<w:sz w:val="52"/>' in raw(made, "word/styles.xml")


COMPATIBILITY = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (
            "word/theme/theme1.xml",
            '<a:accent1><a:srgbClr val="0B3C5D"/>',
            '<a:accent1><a:srgbClr val="112233"/>',
            "Temat följer huset (färgerna skiljer sig (accent1))",
        ),
        (
            "word/theme/theme1.xml",
            'typeface="Cambria"',
            'typeface="Arial"',
            "Temat följer huset (typsnitten skiljer sig (minorFont))",
        ),
        (
            "word/styles.xml",
            '<w:lang w:val="sv-SE"',
            '<w:lang w:val="en-US"',
            "språk en-US i stället för sv-SE",
        ),
        ("word/settings.xml", "<w:autoHyphenation/>", "", "inställningen för avstavning är husets"),
        (
            "word/settings.xml",
            f'{COMPATIBILITY} w:val="15"',
            f'{COMPATIBILITY} w:val="12"',
            "inställningen för kompatibilitet är husets",
        ),
        ("word/fontTable.xml", 'w:name="Cambria"', 'w:name="Comic Sans MS"', "husets typsnitt"),
        ("word/header2.xml", "dokument.titel", "dokument.organ", "sidhuvudet i avsnitt 2 är husets"),
        ("word/footer2.xml", "Sida ", "Sidan ", "sidfoten i avsnitt 2 är husets"),
        (
            "word/numbering.xml",
            '<w:lvlText w:val="%1.%2"/>',
            '<w:lvlText w:val="%1:%2"/>',
            "Rubrik 2 följer huset (annan numrering)",
        ),
    ],
)
def test_what_a_template_has_otherwise_becomes_the_houses(part: str, old: str, new: str, said: str) -> None:
    data = changed((TEMPLATES / "regionplan.docx").read_bytes(), {part: (old, new)})
    made, told = carry(BAS, data)
    assert any(said in line for line in told), told
    again, nothing = carry(BAS, made)
    assert (again, nothing) == (made, ())
    assert document_text(made) == document_text((TEMPLATES / "regionplan.docx").read_bytes())


@pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")
def test_what_is_written_is_valid(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("punkt", style="List Bullet")
    document.save(str(tmp_path / "från python-docx.docx"))
    for path in SHIPPED:
        (tmp_path / path.name).write_bytes(saved_in_swedish(path.read_bytes()))
    for path in tmp_path.glob("*.docx"):
        path.write_bytes(carry(BAS, path.read_bytes())[0])
    found = validate(sorted(tmp_path.glob("*.docx")))
    assert {path.name: errors for path, errors in found.items() if errors} == {}


OWN = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading1"><w:name w:val="Mitt eget"/>'
    '<w:basedOn w:val="Rubrik1"/><w:next w:val="Brdtext"/><w:link w:val="Rubrik1Char"/><w:pPr><w:numPr>'
    '<w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Rubrik1Char"><w:name w:val="Rubrik 1 Char"/>'
    '<w:link w:val="Rubrik1"/></w:style>'
)


def test_what_only_the_template_has_stays_and_keeps_its_ties() -> None:
    body = (
        p("a", "Heading1")
        + p("b", "Rubrik1")
        + '<w:p><w:r><w:rPr><w:rStyle w:val="Rubrik1Char"/></w:rPr></w:r></w:p>'
    )
    made, _ = carry(BAS, Mall(body=body, styles=STYLES + OWN).data())
    root = parse_strict(raw(made, "word/styles.xml"), "styles")
    own = next(s for s in root if s.find(qn("w:name")) is not None and values(s, "w:name") == ["Mitt eget"])
    assert own.get(qn("w:styleId")) == "Heading1x"
    assert values(own, "w:basedOn") == ["Heading1"]
    assert values(own, "w:next") == ["BodyText"]
    assert values(parse_strict(raw(made), MAIN), "w:pStyle") == ["Heading1x", "Heading1"]
    char = next(s for s in root if values(s, "w:name") == ["Rubrik 1 Char"])
    assert values(char, "w:link") == []
    assert [words(made)[n].split(":")[0] for n in (0, 1)] == ["Mitt eget", "heading 1"]
    assert carry(BAS, made) == (made, ())


def test_lists_in_the_text_stay_the_lists_they_were() -> None:
    def item(number: int, text: str, style: str = "") -> str:
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        return (
            f'<w:p><w:pPr>{named}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        )

    own = (
        '<w:abstractNum w:abstractNumId="7"><w:nsid w:val="1A2B3C00"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1 §"/></w:lvl></w:abstractNum>'
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="7"/></w:num>' for n in (8, 9))
    override = (
        '<w:num w:numId="10"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    numbering = NUMBERING.replace('<w:num w:numId="1">', own + '<w:num w:numId="1">').replace(
        "<w:numIdMacAtCleanup", nums + override + "<w:numIdMacAtCleanup"
    )
    body = item(8, "a") + item(8, "b") + item(9, "c") + item(10, "d") + item(1, "rubrik", "Rubrik1")
    template = Mall(body=body, numbering=numbering).data()
    before = [line.partition(": ")[2] for line in words(template)]
    made, _ = carry(BAS, template)
    assert [line.partition(": ")[2] for line in words(made)] == before
    root = parse_strict(raw(made, "word/numbering.xml"), "numbering")
    tags = [e.tag for e in root]
    assert qn("w:abstractNum") not in tags[tags.index(qn("w:num")) :]
    assert len(set(values(root, "w:nsid"))) == len(values(root, "w:nsid"))
    assert len({e.get(qn("w:numId")) for e in root.iter(qn("w:num"))}) == len(list(root.iter(qn("w:num"))))
    assert carry(BAS, made) == (made, ())


def test_a_heading_that_names_the_list_itself_follows_the_houses() -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr><w:r><w:t>a</w:t></w:r></w:p>" + p("b", "Rubrik1")
    )
    made, _ = carry(BAS, Mall(body=body).data())
    assert words(made)[:2] == ["heading 1: 1 a", "heading 1: 2 b"]
    assert raw(made, "word/numbering.xml") == raw(BAS, "word/numbering.xml")


def test_parts_that_a_template_lacks_are_made() -> None:
    template = Mall(body=p("a", "Brdtext"), numbering=None).data()
    made, said = carry(BAS, template)
    for part in ("word/numbering.xml", "word/theme/theme1.xml", "word/fontTable.xml"):
        assert raw(made, part) == raw(BAS, part)
    assert "Temat följer huset (saknas)" in said
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "a"
    assert carry(BAS, made) == (made, ())


def test_headers_of_other_kinds_are_left_alone() -> None:
    header = f"<w:hdr {NAMESPACES}>{p('mitt eget', 'Brdtext')}</w:hdr>"
    reference = '<w:headerReference w:type="even" r:id="rId10"/>'
    section = f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    mall = Mall(stories={"word/header1.xml": header}, section=section)
    made, said = carry(BAS, mall.data())
    assert "mitt eget" in raw(made, "word/header1.xml").decode()
    assert 'w:val="BodyText"' in raw(made, "word/header1.xml").decode()
    assert not any("sidhuvudet" in line for line in said)


def test_a_picture_in_the_houses_header_comes_along_once() -> None:
    picture = b"\x89PNG"
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="media/logga.png"/></Relationships>'
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/></w:sectPr>'

    def mall(text: str, media: Mapping[str, bytes]) -> bytes:
        header = {"word/header1.xml": f"<w:hdr {NAMESPACES}>{p(text)}</w:hdr>"}
        return Mall(stories=header, section=section, raw=media).data()

    base = mall("hus", {"word/_rels/header1.xml.rels": link.encode(), "word/media/logga.png": picture})
    template = mall("mall", {"word/media/logga.png": b"en annan"})
    made, said = carry(base, template)
    assert "sidhuvudet är husets" in said
    assert "hus" in raw(made, "word/header1.xml").decode()
    target = re.search(r'Target="(media/[^"]+)"', raw(made, "word/_rels/header1.xml.rels").decode())
    assert target is not None
    assert raw(made, f"word/{target[1]}") == picture
    assert raw(made, "word/media/logga.png") == b"en annan"
    assert carry(base, made) == (made, ())


def test_settings_of_the_person_stay() -> None:
    template = Mall(
        settings='<w:zoom w:percent="80"/><w:trackRevisions/>' + SETTINGS[SETTINGS.index("<w:compat") :]
    )
    made, _ = carry(BAS, template.data())
    root = parse_strict(raw(made, "word/settings.xml"), "settings")
    order = [str(e.tag).rpartition("}")[2] for e in root]
    assert values(root, "w:zoom", "w:percent") == ["80"]
    assert "trackRevisions" in order
    assert order.index("autoHyphenation") < order.index("characterSpacingControl") < order.index("compat")
    assert order[-1] == "listSeparator"


def test_a_file_that_is_no_template_is_told_of() -> None:
    with pytest.raises(StyrdokError, match=r"mall\.docx är inte ett Word-dokument"):
        carry(BAS, b"inget", "mall.docx")


def test_the_input_is_not_changed() -> None:
    swedish = saved_in_swedish(BAS)
    before = bytes(swedish)
    carry(BAS, swedish)
    assert swedish == before


def test_names_and_numbers_as_word_shows_them() -> None:
    assert shown_name("heading 2") == "Rubrik 2"
    assert shown_name("Body Text") == "Brödtext"
    assert shown_name("Uppdrag etikett") == "Uppdrag etikett"
    assert [decimal(n) for n in (10.5, 16.0, 9.25)] == ["10,5", "16", "9,25"]


DRIFTED = [
    ('<w:sz w:val="48"/>', '<w:sz w:val="30"/>', "Rubrik 1", "teckenstorlek 15 i stället för 24"),
    (
        '<w:next w:val="BodyText"/>',
        '<w:next w:val="Normal"/>',
        "Rubrik 1",
        "nästa stycke är Normal i stället för Brödtext",
    ),
    ('w:after="240"', 'w:after="120"', "Rubrik 1", "avstånd efter 6 pt i stället för 12 pt"),
    (
        "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>",
        "<w:keepLines/><w:pageBreakBefore/>",
        "Rubrik 1",
        "håll ihop med nästa saknas",
    ),
    (
        '<w:b/><w:bCs/><w:color w:val="0B3C5D" w:themeColor="accent1"/><w:sz w:val="48"/>',
        '<w:sz w:val="48"/>',
        "Rubrik 1",
        "fetstil saknas",
    ),
    (
        '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="B5C7D3"/></w:pBdr>',
        "",
        "Rubrik 1",
        "kantlinjer skiljer sig",
    ),
]


@pytest.mark.parametrize(("old", "new", "style", "said"), DRIFTED, ids=[d[3] for d in DRIFTED])
def test_drift_is_said_in_words(old: str, new: str, style: str, said: str) -> None:
    text = raw(BAS, "word/styles.xml").decode()
    start = text.index('w:styleId="Heading1"')
    end = text.index("</w:style>", start)
    assert old in text[start:end]
    drifted = text[:start] + text[start:end].replace(old, new) + text[end:]
    data = changed(BAS, {"word/styles.xml": (text, drifted)})
    found = {d.subject: d.what for d in drift(House(Package.read(BAS)), House(Package.read(data)))}
    assert list(found) == [style]
    assert said in found[style]


def test_what_word_adds_when_it_saves_is_no_drift() -> None:
    saved = saved_in_swedish(BAS)
    text = raw(saved, "word/styles.xml").decode()
    noisy = re.sub(r"(<w:style [^>]*>)", r'\1<w:rsid w:val="00A1"/>', text).replace(
        "<w:b/>", '<w:b w:val="1"/>'
    )
    data = changed(saved, {"word/styles.xml": (text, noisy)})
    assert list(drift(House(Package.read(BAS)), House(Package.read(data)))) == []
    assert missing(House(Package.read(BAS)), House(Package.read(data))) == []
