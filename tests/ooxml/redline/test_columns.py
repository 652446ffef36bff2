"""Redlines of tables that got or lost columns: the cells are new or gone, the others stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.ooxml.package import Package
from generator.ooxml.redline import Redlined, redline, whole
from generator.ooxml.revisions import accept_changes, reject_changes
from generator.ooxml.xml import Element, child, parse_strict, qn
from tests.ooxml.test_revisions import p, t
from tests.ooxml.workbench import MAIN, NAMESPACES, Mall
from tests.support.redlines import Verdict, judge
from tests.support.validator import validate, validator_available

NOTES = "word/footnotes.xml"
SIGNS = {qn("w:cellIns"): "+", qn("w:cellDel"): "-", qn("w:ins"): "+", qn("w:del"): "-"}
YEARS = ("Nämnd", "2019", "2020", "2021")
ROWS = (YEARS, ("Hälsa", "110", "120", "130"), ("Kultur", "11", "12", "13"), ("Trafik", "7", "8", "9"))


def cell(inside: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'


def row(*said: str) -> str:
    return f"<w:tr>{''.join(cell(p(t(one))) for one in said)}</w:tr>"


def table(*rows: str, columns: int = 4) -> str:
    grid = '<w:gridCol w:w="1500"/>' * columns
    look = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def figures(*places: int, extra: Mapping[int, tuple[str, ...]] | None = None) -> str:
    """Return a table with some columns of ROWS, and new ones (by the place that they come to have)."""
    rows = [[one[at] for at in places] for one in ROWS]
    for at, texts in sorted((extra or {}).items()):
        for one, text in zip(rows, texts, strict=True):
            one.insert(at, text)
    return table(*(row(*one) for one in rows), columns=len(rows[0]))


def document(body: str, **stories: str) -> bytes:
    return Mall(body=p(t("Före")) + body + p(t("Efter")), stories=stories).data()


def made(old: bytes, new: bytes) -> Redlined:
    """Return a redline that the judge finds nothing wrong with."""
    done = redline(Package.read(old), Package.read(new), author="Å", date=datetime(2026, 1, 1, tzinfo=UTC))
    verdict = judge(old, new, done.data)
    assert verdict.flawless, verdict.complaints
    return done


def of(old: str, new: str) -> tuple[Redlined, Verdict]:
    files = document(old), document(new)
    done = made(*files)
    return done, judge(*files, done.data)


def root(done: Redlined, part: str = MAIN) -> Element:
    return parse_strict(Package.read(done.data).parts[part], part)


def shown(done: Redlined) -> list[str]:
    """Return the rows, with a sign for each row or cell that is new or gone; content that is marked in ()."""
    lines = []
    for one in root(done).iter(qn("w:tr")):
        cells = [
            _sign(cell, "w:tcPr") + "".join(_said(e) for e in cell.iter(qn("w:t"), qn("w:delText")))
            for cell in one.iterchildren(qn("w:tc"))
        ]
        lines.append(_sign(one, "w:trPr") + " ".join(cells))
    return lines


def _sign(element: Element, path: str) -> str:
    properties = child(element, path)
    return "".join(SIGNS.get(str(item.tag), "") for item in (() if properties is None else properties))


def _said(text: Element) -> str:
    marked = next(text.iterancestors(qn("w:ins"), qn("w:del")), None) is not None
    return f"({text.text})" if marked else text.text or ""


CHANGES = {
    "last comes": ((0, 1, 2), (0, 1, 2, 3), "Hälsa 110 120 +(130)"),
    "last goes": ((0, 1, 2, 3), (0, 1, 2), "Hälsa 110 120 -(130)"),
    "middle comes": ((0, 1, 3), (0, 1, 2, 3), "Hälsa 110 +(120) 130"),
    "middle goes": ((0, 1, 2, 3), (0, 2, 3), "Hälsa -(110) 120 130"),
    "first comes": ((1, 2, 3), (0, 1, 2, 3), "+(Hälsa) 110 120 130"),
    "first goes": ((0, 1, 2, 3), (1, 2, 3), "-(Hälsa) 110 120 130"),
    "two go": ((0, 1, 2, 3), (0, 3), "Hälsa -(110) -(120) 130"),
    "a year on": ((0, 1, 2), (0, 2, 3), "Hälsa -(110) 120 +(130)"),
    "a year back": ((0, 2, 3), (0, 1, 2), "Hälsa +(110) 120 -(130)"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_columns_come_and_go_and_the_others_stay(case: str) -> None:
    before, after, second = CHANGES[case]
    done, verdict = of(figures(*before), figures(*after))
    found = shown(done)
    assert len(found) == len(ROWS)
    assert found[1] == second
    assert verdict.ratio <= 1
    assert done.changes == second.count(" -(") + second.count("+(") + second.startswith("-(") - (
        case == "two go"
    )


def test_a_figure_and_a_row_change_in_a_table_with_another_column() -> None:
    new = table(
        row("Nämnd", "Budget", "2019", "2020"),
        row("Hälsa", "900", "110", "125"),
        row("Miljö", "5", "6", "7"),
        row("Trafik", "90", "7", "8"),
    )
    done, _ = of(figures(0, 1, 2), new)
    found = shown(done)
    assert found[:2] == ["Nämnd +(Budget) 2019 2020", "Hälsa +(900) 110 (120)(125)"]
    assert sorted(found[2:4]) == ["+(Miljö) (5) (6) (7)", "-(Kultur) (11) (12)"]
    assert found[4:] == ["Trafik +(90) 7 8"]


def test_cells_that_changed_are_no_columns() -> None:
    new = table(row(*YEARS), *(row(name, *(f"{figure}5" for figure in rest)) for name, *rest in ROWS[1:]))
    done, _ = of(figures(0, 1, 2, 3), new)
    assert shown(done)[1] == "Hälsa (110)(1105) (120)(1205) (130)(1305)"
    other = table(row("Nämnd", "2020", "2021", "2022"), *(row(*one) for one in ROWS[1:]))
    assert shown(of(figures(0, 1, 2, 3), other)[0])[0] == "Nämnd (2019)(2020) (2020)(2021) (2021)(2022)"


def test_a_column_that_another_has_taken_the_place_of_is_compared_cell_by_cell() -> None:
    extra = {1: ("Chef", "Ek", "Ås", "Lo"), 4: ("Andel", "1", "2", "3")}
    done, _ = of(figures(0, 1, 2, 3), figures(0, 2, 3, extra=extra))
    assert shown(done)[1] == "Hälsa (110)(Ek) 120 130 +(1)"


def test_a_row_over_several_columns_is_replaced_and_the_others_follow() -> None:
    def wide(columns: int) -> str:
        span = f'<w:gridSpan w:val="{columns}"/>'
        return f"<w:tr>{cell(p(t('Tusental kronor')), span)}</w:tr>"

    old, new = (
        table(wide(many), *(row(*one[:many]) for one in ROWS), columns=many) for many in (len(YEARS), 3)
    )
    assert shown(of(old, new)[0])[:3] == [
        "-(Tusental kronor)", "+(Tusental kronor)", "Nämnd 2019 2020 -(2021)"
    ]  # fmt: skip


@pytest.mark.parametrize("odd", ['<w:vMerge w:val="restart"/>', "<w:hMerge/>"])
def test_rows_with_cells_that_go_over_rows_are_taken_as_they_are(odd: str) -> None:
    def merged(*said: str) -> str:
        return f"<w:tr>{''.join(cell(p(t(one)), odd) for one in said)}</w:tr>"

    old, new = (table(*(merged(*one[:many]) for one in ROWS), columns=many) for many in (4, 3))
    found = shown(of(old, new)[0])
    assert sorted(line[0] for line in found) == ["+"] * 4 + ["-"] * 4


def test_a_table_in_a_cell_gets_a_column_and_one_goes_with_its_cell() -> None:
    def outer(inside: str, columns: int) -> str:
        said = row(*("Nämnd", "2019", "2020")[:columns])
        other = "".join(cell(p(t(one))) for one in ("110", "120")[: columns - 1])
        return table(said, f"<w:tr>{cell(inside + p(t('Under')))}{other}</w:tr>", row("Kultur", "5", "6")[:0],
                     columns=columns)  # fmt: skip

    assert "Hälsa 110 +(120)" in shown(of(outer(figures(0, 1), 2), outer(figures(0, 1, 2), 2))[0])
    held = table(row("Nämnd", "2019"), f"<w:tr>{cell(p(t('Hälsa')))}{cell(figures(0, 1) + p(''))}</w:tr>")
    alone = table(row("Nämnd"), row("Hälsa"))
    for old, new, sign in ((held, alone, "-"), (alone, held, "+")):
        assert shown(of(old, new)[0])[0] == f"Nämnd {sign}(2019)"


def test_the_note_of_a_cell_comes_and_goes_with_it() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    with_note = figures(0, 1, 2).replace(t("120"), t("120") + reference)
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{p(t("Preliminärt"))}</w:footnote></w:footnotes>'
    noted, plain = document(with_note, **{NOTES: notes}), document(figures(0, 1))
    for old, new, tag in ((noted, plain, "w:del"), (plain, noted, "w:ins")):
        done = made(old, new)
        assert done.changes == 1
        note = next(e for e in root(done, NOTES) if e.get(qn("w:id")) == "1")
        assert [e.tag for e in note.iter(qn("w:del"), qn("w:ins"))] == [qn(tag)]


def test_the_grid_has_the_columns_that_are_gone_until_they_are() -> None:
    old = figures(0, 1, 2, 3).replace('<w:gridCol w:w="1500"/>', '<w:gridCol w:w="900"/>', 2)
    done, _ = of(old, figures(0, 2, 3, extra={3: ("2022", "1", "2", "3")}))
    widths = ["1500", "900", "1500", "1500", "1500"], ["900", "900", "1500", "1500"], ["1500"] * 4
    assert _grid(root(done)) == widths[0]
    for resolve, expected in ((reject_changes, widths[1]), (accept_changes, widths[2])):
        resolved = root(done)
        resolve(resolved)
        assert _grid(resolved) == expected


def test_cells_that_make_room_are_no_changes_of_their_own() -> None:
    narrow = figures(0, 1, 2).replace('"1500"', '"2000"')
    assert of(figures(0, 1, 2, 3), narrow)[0].changes == 1
    assert of(figures(0, 1, 2), narrow)[0].changes > 1


def _grid(document: Element) -> list[str | None]:
    """Return the widths of the columns of the grid that holds."""
    grid = next(document.iter(qn("w:tblGrid")))
    return [column.get(qn("w:w")) for column in grid.iterchildren(qn("w:gridCol"))]


def test_of_very_many_rows_only_the_cells_are_marked_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(whole, "_MANY", 3)
    done, _ = of(figures(0, 1, 2, 3), figures(0, 1, 2))
    assert shown(done)[1] == "Hälsa 110 120 -130"
    assert done.changes == 1
    said = "I en tabell har 4 rader fått eller förlorat celler, från ”Nämnd 2019 2020”. De är märkta som"
    assert done.coarsened == (f"{said} celler, men texten i dem är inte märkt för sig.",)


@pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")
def test_tables_with_cells_that_came_and_went_are_valid(tmp_path: Path) -> None:
    bare = figures(0, 1, 2, 3).replace('<w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>', "")
    narrow = figures(0, 2, extra={1: ("Chef", "Ek", "Ås", "Lo")}).replace('"1500"', '"2100"')
    paths = []
    for number, (old, new) in enumerate(((bare, narrow), (narrow, bare))):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(of(old, new)[0].data)
    plain = tmp_path / "ny.docx"
    plain.write_bytes(document(narrow))
    found = validate([plain, *paths])
    assert [set(found[path]) - set(found[plain]) for path in paths] == [set(), set()]
