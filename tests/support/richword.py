"""A small Word file with one of nearly everything that a Word file can hold."""

from __future__ import annotations

from tests.ooxml.workbench import NAMESPACES, SECTION, Mall, bookmark, field, p, run

_NS = NAMESPACES.replace(
    "xmlns:w=", 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w='
)


def _p(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def _cell(*inside: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{"".join(inside)}</w:tc>'


def _table(columns: int, *rows: str) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    look = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return (
        f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    )


def _item(text: str, number: str, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{run(text)}</w:p>"


def _bold(text: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _note(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def _notes(kind: str, *texts: str) -> str:
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{id_}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for id_, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    own = "".join(f'<w:{kind} w:id="{n}">{p(text)}</w:{kind}>' for n, text in enumerate(texts, 1))
    return f"<w:{kind}s {_NS}>{separators}{own}</w:{kind}s>"


_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="ruta" style="width:90pt;height:40pt">'
    f"<v:textbox><w:txbxContent>{p('I rutan står en rad.')}{p('Och en till.')}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>"
)
_FORMULA = (
    "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    "<m:r><m:t>+1</m:t></m:r></m:oMath>"
)
_BODY = "".join(
    (
        p("Plan för nämnden", "Rubrik1"),
        _p(run("Nämnden ansvarar för vården"), _note(1), run(" i hela länet, "), _bold("varje dag"),
           run(", och följer upp den.")),
        _item("Korta väntetider", "2"),
        _item("Fler som stannar", "2"),
        _item("särskilt sjuksköterskor", "2", 1),
        p("", "Brdtext"),
        _table(
            3,
            _cell(p("Verksamhet")) + _cell(p("2019")) + _cell(p("2020")),
            _cell(p("Drift")) + _cell(p("35\u00a0063,9")) + _cell(p("36\u00a0000,0")),
            _cell(p("Drift")) + _cell(p("1,0")) + _cell(p("")),
            _cell(p("Summa"), properties='<w:gridSpan w:val="2"/>') + _cell(p("71"), p("mnkr")),
        ),
        p("Mål", "Rubrik2"),
        _p(bookmark("mål-1", run("Målet är nått när väntan är kort"), 1), run(", se "),
           f'<w:hyperlink w:anchor="mål-1">{run("målet")}</w:hyperlink>', run(".")),
        _p(run("Sidan "), field("PAGE", "3"), run(" av "),
           f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>'),
        _p(run("Med en formel "), _FORMULA, run(" i texten.")),
        _p(_BOX, run("Vid rutan.")),
        _p(f"<w:pPr>{SECTION}</w:pPr>", run("Slut på första avsnittet"), _note(1, "endnote")),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('I en innehållskontroll.')}</w:sdtContent></w:sdt>",
        _table(
            2,
            _cell(p("A"), properties='<w:vMerge w:val="restart"/>')
            + _cell(_table(1, _cell(p("inre")), _cell(p("nedre"))), p("")),
            _cell(p(""), properties="<w:vMerge/>") + _cell(p("sist")),
        ),
        _p(run("Nämnden följer upp"), _note(2), run(" varje tertial")),
        _item("Först", "3"),
        _item("Sedan", "3"),
        p("Nämnden ansvarar för vården.", "Brdtext"),
        p("Slut."),
    )
)  # fmt: skip


def rich() -> bytes:
    """Return the file."""
    stories = {
        "word/footnotes.xml": _notes("footnote", "Enligt beslut.", "Den första i maj."),
        "word/endnotes.xml": _notes("endnote", "Sist i handlingen."),
        "word/footer1.xml": f"<w:ftr {_NS}><w:p>{run('Sida ')}{field('PAGE', '1')}</w:p></w:ftr>",
        "word/header1.xml": f"<w:hdr {_NS}>{p('Region Exempel')}</w:hdr>",
    }
    kinds = ("endnotes", "footer", "footnotes", "header")
    ids = {kind: f"rId{number}" for number, kind in enumerate(kinds, 10)}
    shown = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{ids[kind]}"/>' for kind in ("header", "footer")
    )
    section = SECTION.replace("<w:sectPr>", f"<w:sectPr>{shown}")
    return _Rich(body=_BODY, settings="", section=section, stories=stories).data()


class _Rich(Mall):
    def parts(self) -> dict[str, bytes]:
        """Return the parts, the document with the namespace of formulas."""
        name = "word/document.xml"
        parts = super().parts()
        return {**parts, name: parts[name].replace(NAMESPACES.encode(), _NS.encode(), 1)}
