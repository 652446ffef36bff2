"""Removed text brings along what it refers to, and the new document stays whole."""

from __future__ import annotations

import pytest

from generator.ooxml.package import Package, write_zip
from generator.ooxml.redline.carrying import Carrier
from generator.ooxml.relationships import relationships_name
from generator.ooxml.xml import NS, Element, attribute, parse_strict, qn
from tests.ooxml.workbench import HEAD, MAIN, NAMESPACES, NUMBERING, OFFICE, STYLES, Mall, bookmark, p, run

PNG, OTHER_PNG = b"\x89PNG one", b"\x89PNG two"
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
FOOTNOTES = "word/footnotes.xml"


def rel(rid: str, kind: str, target: str, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{rid}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def rels(inside: str) -> bytes:
    return f'{HEAD}<Relationships xmlns="{RELS}">{inside}</Relationships>'.encode()


def notes(inside: str, word: str = "footnote") -> str:
    return f"<w:{word}s {NAMESPACES}>{inside}</w:{word}s>"


def note(number: int, text: str, word: str = "footnote") -> str:
    return f'<w:{word} w:id="{number}">{p(text)}</w:{word}>'


def reference(number: int, word: str = "footnote") -> str:
    return f'<w:p><w:r><w:{word}Reference w:id="{number}"/></w:r></w:p>'


def image(rid: str, number: int = 1) -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="Bild"/><a:blip r:embed="{rid}"/>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def numbered(number: int) -> str:
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run('punkt')}</w:p>"


def package(mall: Mall, **types: str) -> Package:
    parts = mall.parts()
    extra = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in types.items())
    listed = parts["[Content_Types].xml"].replace(b"</Types>", f"{extra}</Types>".encode())
    read = Package.read(mall.data())
    return Package.read(write_zip({**parts, "[Content_Types].xml": listed})) if types else read


class Trip:
    """The first block of the old document carried into the new one, and the new one afterwards."""

    def __init__(self, old: Package, new: Package, times: int = 1) -> None:
        self.carrier = Carrier(old, new, {})
        root = parse_strict(old.parts[old.main], "old")
        body = self.carrier.tree(new.main)[0]
        self.blocks = [self.carrier.carry(root[0][0], old.main) for _ in range(times)]
        for block in self.blocks:
            body.insert(0, block)
        self.package = Package.read(write_zip({**new.parts, **self.carrier.parts()}))
        self.old = old

    @property
    def block(self) -> Element:
        return self.blocks[0]

    def root(self, name: str = MAIN) -> Element:
        return parse_strict(self.package.parts[name], name)

    def target(self, rid: str | None, part: str = MAIN) -> str:
        links = self.package.relationships(part)
        item = links.get(rid or "")
        assert item is not None
        return item.target if item.external else links.path(item)

    def value(self, path: str, name: str = qn("w:val")) -> str | None:
        return next((e.get(name) for e in self.block.iter(qn(path))), None)


def with_media(rid: str, name: str, data: bytes, body: str) -> Mall:
    return Mall(body=body, extra_links=rel(rid, "image", name), raw={f"word/{name}": data})


def test_a_link_gets_its_address() -> None:
    body = f'<w:p><w:hyperlink r:id="rId99">{run("a")}</w:hyperlink></w:p>'
    old = Mall(body=body, extra_links=rel("rId99", "hyperlink", "https://a.se/?x=1&amp;y=2", external=True))
    trip = Trip(package(old), package(Mall()), times=2)
    assert trip.target(trip.block[0].get(qn("r:id"))) == "https://a.se/?x=1&y=2"
    assert len(trip.package.relationships(MAIN)) == len(package(Mall()).relationships(MAIN)) + 1


def test_a_picture_comes_along_under_a_name_that_is_free_in_any_case() -> None:
    old = with_media("rId99", "media/image1.png", PNG, image("rId99"))
    new = Mall(
        extra_links=rel("rId99", "image", "media/IMAGE1.PNG"), raw={"word/media/IMAGE1.PNG": OTHER_PNG}
    )
    trip = Trip(package(old), package(new))
    name = trip.target(trip.value("a:blip", qn("r:embed")))
    assert trip.package.parts[name] == PNG
    assert len({part.casefold() for part in trip.package.parts}) == len(trip.package.parts)
    assert trip.package.content_type(name) == "image/png"


def test_a_picture_that_the_new_document_has_is_shared() -> None:
    old = with_media("rId99", "media/image1.png", PNG, image("rId99"))
    new = with_media("rId7", "media/bild.png", PNG, "<w:p/>")
    trip = Trip(package(old), package(new))
    assert trip.target(trip.value("a:blip", qn("r:embed"))) == "word/media/bild.png"
    assert set(trip.package.parts) == set(package(new).parts)


def test_a_chart_comes_with_its_workbook() -> None:
    links = {"word/charts/_rels/chart1.xml.rels": rels(rel("rId1", "package", "../embeddings/Bok1.xlsx"))}
    chart = b'<c:chart xmlns:c="urn:c"/>'
    parts = {"word/charts/chart1.xml": chart, "word/embeddings/Bok1.xlsx": b"PK old", **links}
    drawing = '<w:p><w:r><w:drawing><c:chart xmlns:c="urn:c" r:id="rId99"/></w:drawing></w:r></w:p>'
    old = Mall(body=drawing, extra_links=rel("rId99", "chart", "charts/chart1.xml"), raw=parts)
    new = Mall(raw={"word/embeddings/bok1.xlsx": b"PK new", "word/charts/Chart1.xml": b"<other/>"})
    types = {"word/charts/chart1.xml": CHART, "word/embeddings/Bok1.xlsx": "application/x-bok"}
    trip = Trip(package(old, **types), package(new))
    name = trip.target(trip.value("w:drawing") or trip.block[0][0][0].get(qn("r:id")))
    assert trip.package.parts[name] == chart
    assert trip.package.content_type(name) == CHART
    book = trip.target("rId1", name)
    assert trip.package.parts[book] == b"PK old"
    assert trip.package.content_type(book) == "application/x-bok"


def test_parts_that_refer_to_each_other_are_copied_once() -> None:
    parts = {
        "word/a.xml": b"<a/>",
        "word/b.xml": b"<b/>",
        "word/_rels/a.xml.rels": rels(rel("rId1", "x", "b.xml") + rel("rId2", "styles", "styles.xml")),
        "word/_rels/b.xml.rels": rels(rel("rId1", "x", "a.xml")),
    }
    drawing = '<w:p><w:r><w:drawing><a:x r:id="rId99"/></w:drawing></w:r></w:p>'
    old = Mall(body=drawing, extra_links=rel("rId99", "x", "a.xml"), raw=parts)
    trip = Trip(package(old), package(Mall()))
    assert {"word/a.xml", "word/b.xml"} <= set(trip.package.parts)
    assert len(trip.package.parts) == len(Mall().parts()) + 4
    assert [r.id for r in trip.package.relationships("word/a.xml")] == ["rId1"]


@pytest.mark.parametrize("links", ["", rel("rId99", "image", "media/saknas.png")])
def test_what_leads_nowhere_is_dropped(links: str) -> None:
    trip = Trip(package(Mall(body=image("rId99"), extra_links=links)), package(Mall()))
    assert trip.value("a:blip", qn("r:embed")) is None
    assert next(trip.block.iter(qn("a:blip")), None) is not None


def test_a_removed_section_brings_its_header_with_what_that_refers_to() -> None:
    header = f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Egen"/></w:pPr></w:p>{image("rId1")}</w:hdr>'
    own = '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/></w:style>'
    section = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId10"/></w:sectPr></w:pPr></w:p>'
    )
    old = Mall(
        body=section,
        styles=STYLES + own,
        stories={"word/header1.xml": header},
        raw={
            "word/media/a.png": PNG,
            "word/_rels/header1.xml.rels": rels(rel("rId1", "image", "media/a.png")),
        },
    )
    before = package(old)
    rid = next(r.id for r in before.relationships(MAIN) if r.kind == "header")
    old.body = section.replace("rId10", rid)
    new = Mall(stories={"word/header1.xml": f"<w:hdr {NAMESPACES}>{p('ny')}</w:hdr>"})
    trip = Trip(package(old), package(new))
    name = trip.target(trip.value("w:headerReference", qn("r:id")))
    assert name not in package(new).parts
    root = trip.root(name)
    assert [e.get(qn("w:val")) for e in root.iter(qn("w:pStyle"))] == ["Egen"]
    blip = next(root.iter(qn("a:blip"))).get(qn("r:embed"))
    assert trip.package.parts[trip.target(blip, name)] == PNG
    assert any(e.get(qn("w:styleId")) == "Egen" for e in trip.root("word/styles.xml"))


def test_a_header_that_does_not_exist_is_not_referred_to() -> None:
    section = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId77"/></w:sectPr></w:pPr></w:p>'
    )
    trip = Trip(package(Mall(body=section)), package(Mall()))
    assert trip.value("w:headerReference", qn("r:id")) is None
    assert trip.value("w:headerReference", qn("w:type")) is None


@pytest.mark.parametrize("word", ["footnote", "endnote"])
def test_a_note_is_appended_and_the_part_made_when_missing(word: str) -> None:
    old = Mall(body=reference(2, word), stories={f"word/{word}s.xml": notes(note(2, "noten", word), word)})
    trip = Trip(package(old), package(Mall()), times=2)
    ids = [b[0][0].get(qn("w:id")) for b in trip.blocks]
    assert len(set(ids)) == 2
    root = trip.root(f"word/{word}s.xml")
    assert [e.get(qn("w:id")) for e in root] == ["-1", "0", *ids]
    assert ["".join(e.itertext()) for e in root[2:]] == ["noten", "noten"]
    settings = trip.root("word/settings.xml")
    assert len(settings.findall(f"w:{word}Pr/w:{word}", NS)) == 2
    assert trip.package.relationships(MAIN).target(f"{OFFICE}/{word}s") == f"word/{word}s.xml"
    assert trip.package.content_type(f"word/{word}s.xml").endswith(f"{word}s+xml")


def test_a_note_gets_an_id_that_is_free_and_its_own_link() -> None:
    link = f'<w:footnote w:id="1"><w:p><w:hyperlink r:id="rId1">{run("a")}</w:hyperlink></w:p></w:footnote>'
    address = rels(rel("rId1", "hyperlink", "https://gammal.se", external=True))
    old = Mall(
        body=reference(1),
        stories={FOOTNOTES: notes(link)},
        raw={"word/_rels/footnotes.xml.rels": address},
    )
    other = rels(rel("rId1", "hyperlink", "https://ny.se", external=True))
    new = Mall(stories={FOOTNOTES: notes(note(1, "ny"))}, raw={"word/_rels/footnotes.xml.rels": other})
    trip = Trip(package(old), package(new))
    root = trip.root(FOOTNOTES)
    assert [e.get(qn("w:id")) for e in root] == ["1", "2"]
    assert trip.block[0][0].get(qn("w:id")) == "2"
    assert (
        trip.target(next(root[1].iter(qn("w:hyperlink"))).get(qn("r:id")), FOOTNOTES) == "https://gammal.se"
    )
    assert relationships_name(FOOTNOTES) in trip.package.parts


def test_a_reference_to_no_note_is_dropped_and_a_note_in_a_note_too() -> None:
    trip = Trip(package(Mall(body=reference(9))), package(Mall()))
    assert len(trip.block) == 0
    nested = f'<w:footnote w:id="1">{reference(1)}</w:footnote>'
    old = Mall(body=reference(1), stories={FOOTNOTES: notes(nested)})
    assert len(Trip(package(old), package(Mall())).root(FOOTNOTES)) == 3


def test_a_style_is_found_by_its_name() -> None:
    english = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/></w:style>'
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    trip = Trip(package(Mall(body=p("a", "Heading1"), styles=normal + english)), package(Mall()))
    assert trip.value("w:pStyle") == "Rubrik1"
    assert len(trip.root("word/styles.xml")) == len(package_styles())


def package_styles() -> Element:
    return parse_strict(Mall().parts()["word/styles.xml"], "styles")


def test_a_missing_style_is_appended_with_what_it_is_based_on() -> None:
    own = (
        '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="Under"/><w:basedOn w:val="Grund"/>'
        '<w:next w:val="Annan"/><w:link w:val="UnderTkn"/>'
        '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Grund"><w:name w:val="Grund"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="UnderTkn"><w:name w:val="Under Tkn"/>'
        '<w:link w:val="Rubrik1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Annan"><w:name w:val="Annan"/></w:style>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    lists = (
        '<w:abstractNum w:abstractNumId="7"><w:nsid w:val="0A"/><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="upperRoman"/><w:pStyle w:val="Rubrik1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>'
    )
    old = Mall(body=p("a", "Rubrik1"), styles=own, numbering=lists)
    trip = Trip(package(old), package(Mall()))
    styles = {e.get(qn("w:styleId")): e for e in trip.root("word/styles.xml").iterfind("w:style", NS)}
    made = styles[trip.value("w:pStyle")]
    assert attribute(made, "w:name") == "Under"
    assert attribute(made, "w:basedOn") == "Grund"
    assert attribute(made, "w:next") is None
    assert attribute(styles["UnderTkn"], "w:link") == made.get(qn("w:styleId"))
    assert "Annan" not in styles
    number = attribute(made, "w:pPr/w:numPr/w:numId")
    numbering = trip.root("word/numbering.xml")
    num = next(e for e in numbering.iterfind("w:num", NS) if e.get(qn("w:numId")) == number)
    wanted = attribute(num, "w:abstractNumId")
    abstract = next(
        e for e in numbering.iterfind("w:abstractNum", NS) if e.get(qn("w:abstractNumId")) == wanted
    )
    assert attribute(abstract, "w:lvl/w:numFmt") == "upperRoman"
    assert attribute(abstract, "w:lvl/w:pStyle") == made.get(qn("w:styleId"))


def test_styles_that_are_based_on_each_other_in_a_circle_end() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:name w:val="S{n}"/>'
        f'<w:basedOn w:val="S{1 - n}"/></w:style>'
        for n in (0, 1)
    )
    trip = Trip(package(Mall(body=p("a", "S0"), styles=circle)), package(Mall()))
    assert len(trip.root("word/styles.xml")) == len(package_styles()) + 2


def test_a_style_that_no_one_defines_is_not_named() -> None:
    assert Trip(package(Mall(body=p("a", "Saknas"))), package(Mall())).value("w:pStyle") is None


def test_paragraphs_without_a_style_keep_the_default_of_their_document() -> None:
    other = '<w:style w:type="paragraph" w:default="1" w:styleId="X"><w:name w:val="Standard"/></w:style>'
    trip = Trip(package(Mall(body=p("a"), styles=other)), package(Mall()))
    assert trip.value("w:pStyle") == "X"
    styles = {e.get(qn("w:styleId")): e for e in trip.root("word/styles.xml").iterfind("w:style", NS)}
    assert styles["X"].get(qn("w:default")) is None


def test_an_equal_list_is_the_same_list() -> None:
    trip = Trip(package(Mall(body=numbered(3))), package(Mall()))
    assert trip.value("w:numId") == "3"
    assert len(trip.root("word/numbering.xml")) == NUMBERING.count("<w:abstractNum ") + 4


def test_a_list_under_another_number_is_found() -> None:
    swapped = NUMBERING.replace('<w:num w:numId="3">', '<w:num w:numId="30">')
    trip = Trip(package(Mall(body=numbered(30), numbering=swapped)), package(Mall()))
    assert trip.value("w:numId") == "3"


def test_a_list_can_be_said_to_be_another() -> None:
    twice = NUMBERING.replace(
        "<w:numIdMac", '<w:num w:numId="9"><w:abstractNumId w:val="2"/></w:num><w:numIdMac'
    )
    old, new = package(Mall(body=numbered(3))), package(Mall(numbering=twice))
    carrier = Carrier(old, new, {})
    carrier.same_list(3, 9)
    carrier.same_list(3, 1)
    block = carrier.carry(parse_strict(old.parts[MAIN], "old")[0][0], MAIN)
    assert attribute(block, "w:pPr/w:numPr/w:numId") == "9"


def test_two_lists_of_the_old_document_do_not_become_one() -> None:
    twice = NUMBERING.replace(
        "<w:numIdMac", '<w:num w:numId="9"><w:abstractNumId w:val="2"/></w:num><w:numIdMac'
    )
    old, new = package(Mall(body=numbered(3) + numbered(9), numbering=twice)), package(Mall())
    carrier = Carrier(old, new, {})
    body = parse_strict(old.parts[MAIN], "old")[0]
    found = [attribute(carrier.carry(block, MAIN), "w:pPr/w:numPr/w:numId") for block in body[:2]]
    assert found[0] == "3"
    assert found[1] != "3"
    root = parse_strict(carrier.parts()["word/numbering.xml"], "numbering")
    assert len(root.findall("w:abstractNum", NS)) == 3
    num = next(e for e in root.iterfind("w:num", NS) if e.get(qn("w:numId")) == found[1])
    assert attribute(num, "w:abstractNumId") == "2"
    assert root[-1].tag == qn("w:numIdMacAtCleanup")


def test_a_document_without_lists_gets_them_in_the_order_of_the_schema() -> None:
    blip = '<w:drawing><a:blip r:embed="rId1"/></w:drawing>'
    picture = f'<w:numPicBullet w:numPicBulletId="5">{blip}</w:numPicBullet>'
    lists = (
        f'{picture}<w:abstractNum w:abstractNumId="4"><w:nsid w:val="AB"/><w:lvl w:ilvl="0">'
        '<w:lvlPicBulletId w:val="5"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>'
    )
    raw = {
        "word/media/p.png": PNG,
        "word/_rels/numbering.xml.rels": rels(rel("rId1", "image", "media/p.png")),
    }
    old = Mall(body=numbered(8), numbering=lists, raw=raw)
    trip = Trip(package(old), package(Mall(numbering=None)))
    root = trip.root("word/numbering.xml")
    assert [e.tag for e in root] == [qn("w:numPicBullet"), qn("w:abstractNum"), qn("w:num")]
    assert attribute(root[1], "w:lvl/w:lvlPicBulletId") == root[0].get(qn("w:numPicBulletId"))
    assert root[2].get(qn("w:numId")) == trip.value("w:numId")
    embedded = next(root.iter(qn("a:blip"))).get(qn("r:embed"))
    assert trip.package.parts[trip.target(embedded, "word/numbering.xml")] == PNG
    assert trip.package.relationships(MAIN).target(f"{OFFICE}/numbering") == "word/numbering.xml"


def test_a_list_that_does_not_exist_is_no_list() -> None:
    assert Trip(package(Mall(body=numbered(77))), package(Mall())).value("w:numId") == "0"


def test_a_copied_definition_is_not_taken_for_the_one_it_resembles() -> None:
    def lists(sign: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="0"><w:nsid w:val="AB"/><w:lvl w:ilvl="0">'
            f'<w:lvlText w:val="{sign}"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )

    trip = Trip(package(Mall(body=numbered(1), numbering=lists("a"))), package(Mall(numbering=lists("b"))))
    root = trip.root("word/numbering.xml")
    assert trip.value("w:numId") == "2"
    assert len({attribute(e, "w:nsid") for e in root.iterfind("w:abstractNum", NS)}) == 2


def test_ids_are_given_anew_and_comments_are_left_behind() -> None:
    body = (
        '<w:p w14:paraId="00AA"><w:commentRangeStart w:id="1"/>'
        f"{bookmark('fri', run('a'))}{bookmark('tagen', run('b'), 8)}"
        '<w:bookmarkStart w:id="99" w:name="lös"/>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    new = Mall(body=f"<w:p>{bookmark('TAGEN', run('x'), 41)}</w:p>{image('rId1', 12)}")
    trip = Trip(package(Mall(body=body)), package(new))
    assert trip.block.get(qn("w14:paraId")) is None
    assert [e.tag for e in trip.block] == [qn("w:bookmarkStart"), qn("w:r"), qn("w:bookmarkEnd"), qn("w:r")]
    starts = [e.get(qn("w:id")) for e in trip.root().iter(qn("w:bookmarkStart"))]
    assert len(set(starts)) == len(starts) == 2
    picture = Trip(package(Mall(body=image("rId1", 12))), package(new))
    assert picture.value("wp:docPr", "id") == "13"


def test_extensions_of_others_that_the_new_document_does_not_allow_are_dropped() -> None:
    parts = Mall(body='<w:p egen:x="1"><egen:y/><w:r w14:z="1"><w14:q w14:val="1"/></w:r></w:p>').parts()
    declared = b'<w:document xmlns:egen="urn:egen" mc:Ignorable="egen w14" '
    parts[MAIN] = parts[MAIN].replace(b"<w:document ", declared, 1)
    trip = Trip(Package.read(write_zip(parts)), package(Mall()))
    assert len(trip.block) == 1
    assert not trip.block.attrib
    assert not trip.block[0].attrib
    assert trip.block[0][0].get(qn("w14:val")) == "1"
