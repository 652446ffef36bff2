"""Small Word files for the tests of this room, as a Swedish Word would write them, and ways to read them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default

from generator.ooxml.assembly import Assembly, Package, Prepared
from generator.ooxml.properties import Properties
from generator.ooxml.visible import text_of
from generator.ooxml.xml import NS, Element, parse_strict, qn

NAMESPACES = " ".join(f'xmlns:{prefix}="{NS[prefix]}"' for prefix in ("w", "r", "w14", "wp", "a", "mc"))
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "word/document.xml"

# Style ids as in a Swedish Word: localised, å ä ö left out; names as in any Word.
STYLES = "".join(
    (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>',
        '<w:latentStyles><w:lsdException w:name="heading 4"/></w:latentStyles>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt">',
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        (
            '<w:style w:type="table" w:default="1" w:styleId="Normaltabell">'
            '<w:name w:val="Normal Table"/></w:style>'
        ),
        *(
            f'<w:style w:type="paragraph" w:styleId="Rubrik{n}"><w:name w:val="heading {n}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="{n - 1}"/>'
            '<w:numId w:val="1"/></w:numPr>'
            f'<w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
            for n in (1, 2, 3)
        ),
        '<w:style w:type="paragraph" w:styleId="Rubrikutannr"><w:name w:val="Rubrik utan nummer"/>',
        '<w:basedOn w:val="Rubrik1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Punktlista"><w:name w:val="List Bullet"/>',
        '<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Numreradlista"><w:name w:val="List Number"/>',
        '<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Brdtext"><w:name w:val="Body Text"/>',
        '<w:aliases w:val="Löptext,Text"/><w:basedOn w:val="Normal"/></w:style>',
        (
            '<w:style w:type="paragraph" w:styleId="Innehll1">'
            '<w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>'
        ),
        (
            '<w:style w:type="paragraph" w:styleId="Innehll2">'
            '<w:name w:val="toc 2"/><w:basedOn w:val="Normal"/><w:pPr>'
        ),
        (
            '<w:tabs><w:tab w:val="left" w:pos="900"/>'
            '<w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
        ),
        "</w:pPr></w:style>",
        '<w:style w:type="character" w:styleId="Hyperlnk"><w:name w:val="Hyperlink"/></w:style>',
        '<w:style w:type="table" w:styleId="Styrdokument"><w:name w:val="Styrdokument"/></w:style>',
    )
)

NUMBERING = "".join(
    (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>',
        *(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:pStyle w:val="Rubrik{n + 1}"/>'
            f'<w:lvlText w:val="{".".join(f"%{i + 1}" for i in range(n + 1))}"/></w:lvl>'
            for n in range(9)
        ),
        "</w:abstractNum>",
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">',
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Punktlista"/><w:lvlText w:val="•"/>',
        '<w:pPr><w:ind w:left="300" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>',
        '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>',
        *(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="%{n + 1})"/></w:lvl>'
            for n in range(9)
        ),
        "</w:abstractNum>",
        *(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2, 3)),
        '<w:numIdMacAtCleanup w:val="3"/>',
    )
)

SETTINGS = (
    '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:updateFields w:val="true"/><w:compat/>'
    '<w:rsids><w:rsidRoot w:val="00A1"/></w:rsids><w:themeFontLang w:val="en-US"/>'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1588" w:right="1701" w:bottom="1418" w:left="1701" w:header="709" w:footer="709"'
    ' w:gutter="0"/></w:sectPr>'
)


@dataclass
class Mall:
    """A template under construction; ``stories`` are further parts such as ``word/footnotes.xml``."""

    body: str = "<w:p/>"
    styles: str = STYLES
    numbering: str | None = NUMBERING
    settings: str = SETTINGS
    section: str = SECTION
    stories: Mapping[str, str] = default(default_factory=dict)
    raw: Mapping[str, bytes] = default(default_factory=dict)
    main_type: str = f"{WORD}.document.main+xml"
    extra_links: str = ""

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the file."""
        texts = {
            "_rels/.rels": _links(
                f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{MAIN}"/>'
            ),
            MAIN: f"<w:document {NAMESPACES}><w:body>{self.body}{self.section}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {NAMESPACES}>{self.styles}</w:styles>",
            "word/settings.xml": f"<w:settings {NAMESPACES}>{self.settings}</w:settings>",
            "word/_rels/settings.xml.rels": _links(
                f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="file:///x.dotx"'
                ' TargetMode="External"/>'
            ),
            **self.stories,
        }
        if self.numbering is not None:
            texts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{self.numbering}</w:numbering>"
        kinds = {
            name: name.removeprefix("word/").rstrip("0123456789.xml") for name in texts if _belongs(name)
        }
        links = "".join(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name.removeprefix("word/")}"/>'
            for number, (name, kind) in enumerate(sorted(kinds.items()), 10)
        )
        texts["word/_rels/document.xml.rels"] = _links(links + self.extra_links)
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{WORD}.{kind}+xml"/>' for name, kind in kinds.items()
        )
        texts["[Content_Types].xml"] = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{RELATIONSHIPS}+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/{MAIN}" ContentType="{self.main_type}"/>{overrides}</Types>'
        )
        return {name: (HEAD + text).encode() for name, text in texts.items()} | dict(self.raw)

    def data(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts().items():
                archive.writestr(name, content)
        return out.getvalue()

    def prepared(self) -> Prepared:
        """Return the template ready for use."""
        return Prepared(Package.read(self.data(), "mall.docx"))


def _belongs(name: str) -> bool:
    return name.startswith("word/") and name != MAIN and name.endswith(".xml") and "/_rels/" not in name


def _links(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


class Bench:
    """One rendering of a template, with whatever body the test wants."""

    def __init__(self, mall: Mall | None = None) -> None:
        self.prepared = (mall or Mall()).prepared()
        self.assembly = Assembly(self.prepared)

    def style(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of a style that must be there."""
        found = self.assembly.styles.id(name, kind)
        assert found is not None, name
        return found

    def finish(
        self,
        body: str | None = None,
        pages: Mapping[str, int] | None = None,
        properties: Properties | None = None,
        **stories: str,
    ) -> bytes:
        """Return the file; ``body`` takes the place of the template's, ``None`` keeps it."""
        rendered = {f"word/{name}.xml": text for name, text in stories.items()}
        if body is not None:
            section = self.prepared.section_xml
            rendered[MAIN] = f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
        else:
            rendered[MAIN] = self.prepared.template(MAIN)
        return self.assembly.finish(rendered, properties or Properties(title="Prov"), pages)

    def loop(self, times: int, pages: Mapping[str, int] | None = None) -> bytes:
        """Return the file with the body of the template repeated, as a loop around all of it would."""
        template = self.prepared.template(MAIN)
        start, end = template.index("<w:body>") + len("<w:body>"), template.rindex("<w:sectPr")
        text = template[:start] + template[start:end] * times + template[end:]
        return self.assembly.finish({MAIN: text}, Properties(title="Prov"), pages)


def part(data: bytes, name: str = MAIN) -> Element:
    """Return a part of a file, parsed."""
    return parse_strict(raw(data, name), name)


def raw(data: bytes, name: str = MAIN) -> bytes:
    """Return the bytes of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def names(data: bytes) -> list[str]:
    """Return the names of the parts, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def values(root: Element, tag: str, attribute: str = "w:val") -> list[str]:
    """Return an attribute of all elements of a kind, in document order; "" where it is missing."""
    key = qn(attribute) if ":" in attribute else attribute
    return [element.get(key) or "" for element in root.iter(qn(tag))]


def texts(root: Element) -> list[str]:
    """Return the text of each paragraph."""
    return [text_of(paragraph) for paragraph in root.iter(qn("w:p"))]


def p(text: str, style: str = "") -> str:
    """Return a paragraph in plain XML, independent of the code under test."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def field(instruction: str, shown: str = "?") -> str:
    """Return a complex field in plain XML."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:rPr><w:b/></w:rPr><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, inside: str, number: int = 7) -> str:
    """Return runs inside a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def run(text: str) -> str:
    """Return a run in plain XML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
