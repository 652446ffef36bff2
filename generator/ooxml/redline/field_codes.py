"""Fields inside a paragraph: where each begins and ends, and what its code says."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ooxml.redline.names import FLD_CHAR, FLD_SIMPLE, FLD_TYPE, INSTR, SPACE, R
from generator.ooxml.xml import Element, qn


def unfold_fields(paragraph: Element) -> None:
    """Rewrite the simple fields of a paragraph as complex ones, whose code can be marked too."""
    for simple in list(paragraph.iter(FLD_SIMPLE)):
        _unfold(simple)


def _unfold(simple: Element) -> None:
    """Replace a simple field by the runs of a complex one."""
    parent = simple.getparent()
    if parent is None:
        return
    code = simple.makeelement(INSTR, {SPACE: "preserve"})
    code.text = simple.get(qn("w:instr"))
    marks = [simple.makeelement(FLD_CHAR, {FLD_TYPE: kind}) for kind in ("begin", "separate", "end")]
    runs = []
    for item in (marks[0], code, marks[1], marks[2]):
        run = simple.makeelement(R)
        run.append(item)
        runs.append(run)
    kept = [item for item in simple if item.tag != qn("w:fldData")]
    # Put in one by one: the place of a child takes lxml ever longer to tell, the more there are before it.
    for item in (*runs[:3], *kept, runs[3]):
        simple.addprevious(item)
    runs[3].tail = simple.tail
    parent.remove(simple)


def said(content: str | Element) -> str:
    """Return what a piece adds to a field's code; the marks of fields inside it are a sign of their own."""
    if isinstance(content, str):
        return content
    return (content.text or "") if content.tag == INSTR else "\0" if content.tag == FLD_CHAR else ""


def steady(code: str) -> str:
    """Return a field's code with the changing numbers of Word's own bookmarks left out."""
    return " ".join(
        word.rstrip("0123456789") if word.startswith(("_Toc", "_Ref", "_Hlk")) else word
        for word in code.split()
    )


def whole_fields(contents: Sequence[str | Element]) -> tuple[dict[int, int], dict[int, int]]:
    """Return where each whole field ends, by its beginning, and where its result begins."""
    ends: dict[int, int] = {}
    separators: dict[int, int] = {}
    begun: list[int] = []
    for at, content in enumerate(contents):
        if isinstance(content, str) or content.tag != FLD_CHAR:
            continue
        kind = content.get(FLD_TYPE)
        if kind == "begin":
            begun.append(at)
        elif kind == "separate" and begun:
            separators.setdefault(begun[-1], at)
        elif kind == "end" and begun:
            ends[begun.pop()] = at
    return ends, separators
