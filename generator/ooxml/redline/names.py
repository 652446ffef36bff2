"""The tags that a redline meets again and again, and what it looks through or past."""

from __future__ import annotations

from generator.ooxml.xml import NS, qn

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
P, R, T, TBL, TR, TC = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tr", "tc"))
PPR, RPR, TRPR, TCPR, TBLPR = (qn(f"w:{name}") for name in ("pPr", "rPr", "trPr", "tcPr", "tblPr"))
TBLGRID, TBLPREX = qn("w:tblGrid"), qn("w:tblPrEx")
SECTPR, BODY = qn("w:sectPr"), qn("w:body")
INS, DEL, DELTEXT = qn("w:ins"), qn("w:del"), qn("w:delText")
HYPERLINK, FLD_SIMPLE, FLD_CHAR = qn("w:hyperlink"), qn("w:fldSimple"), qn("w:fldChar")
FLD_TYPE, INSTR, DEL_INSTR = qn("w:fldCharType"), qn("w:instrText"), qn("w:delInstrText")
SDT, SDT_CONTENT = qn("w:sdt"), qn("w:sdtContent")
BOX = qn("w:txbxContent")
FALLBACK = f"{{{NS['mc']}}}Fallback"
ALTERNATE = f"{{{NS['mc']}}}AlternateContent"
VAL, ID, SPACE = qn("w:val"), qn("w:id"), "{http://www.w3.org/XML/1998/namespace}space"
KEEP_NEXT = qn("w:keepNext")
FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE = qn("w:footnoteReference"), qn("w:endnoteReference")
NOTE_REFERENCES = {FOOTNOTE_REFERENCE: "footnote", ENDNOTE_REFERENCE: "endnote"}

# What holds blocks, rows, cells or runs without being content of its own.
SEEN_THROUGH = frozenset(
    (
        SDT,
        SDT_CONTENT,
        *(qn(f"w:{name}") for name in ("smartTag", "customXml", "bdo", "dir", "ins", "moveTo")),
    )
)
# What stands in a paragraph or a run and says nothing to a reader.
NOT_CONTENT = frozenset(
    qn(f"w:{name}")
    for name in (
        "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "permStart", "permEnd",
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "pPr", "rPr", "sdtPr",
        "sdtEndPr", "smartTagPr", "customXmlPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
        "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "subDoc",
    )
)  # fmt: skip
