"""Files that tables are taken from: where they may lie; whatever is in them, a sentence in bounded time."""

from __future__ import annotations

import contextlib
import os
import time
import tracemalloc
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content import read_corpus
from generator.content.findings import Findings
from generator.content.sheets import taking, worksheet
from generator.content.sheets.paths import locate
from generator.content.sheets.request import Request
from generator.content.sheets.shelf import Sheets
from generator.content.sheets.workbook import Workbook
from generator.diagnostics import NOWHERE, StyrdokError
from tests.organisations.small import BUDGET, KINDS, Case, Files, Said, aloud, findings, told, written
from tests.support.sheets import changed, packed, parts, workbook

PLAN = "plan/nämnden"
BOOK = f"{PLAN}/b.xlsx"
ROWS = (("Id", "Post", 2019), ("a", "A", 1), ("b", "B", 2))
GOOD = workbook(("Budget", ROWS))
PART = "xl/worksheets/sheet1.xml"
LINE = f"{BUDGET}:3:16"
SECONDS = 20.0
MEGABYTES = 150
SAVE = "Öppna arbetsboken i Excel och spara den på nytt."
SAVE_AS = "Spara den i Excel som Excel-arbetsbok (.xlsx)."
INSIDE = "Lägg filen i dokumentets mapp, eller i organisationens mapp underlag."
TAKEN = '# Budget\n\nTabell: B {enhet="tkr" från="b.xlsx"}\n'
DAMAGED = "Filen är skadad eller avbruten och går inte att läsa"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def asking(file: str, more: str = "") -> str:
    return f'# Budget\n\nTabell: Budget {{enhet="tkr" från="{file}"{more}}}\n'


def said(root: Path, book: bytes, more: str = "") -> list[Said]:
    return told(root, Case("", {BUDGET: asking("b.xlsx", more), BOOK: book}))


def with_sheet(xml: str) -> bytes:
    """Return a workbook whose sheet holds this between its tags."""
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return packed({**parts(GOOD), PART: f"{head}{xml}</worksheet>".encode()})


@pytest.mark.parametrize(
    ("file", "message", "hint"),
    [
        ("c.xlsx", "Filen ”c.xlsx” finns inte", "Menade du ”b.xlsx”?"),
        ("B.xlsx", "Filen ”B.xlsx” finns inte", "Menade du ”b.xlsx”?"),
        ("underlag/b.xlsx", "Filen ”underlag/b.xlsx” finns inte", "Rätta namnet, eller lägg dit filen."),
        ("../../../b.xlsx", "”../../../b.xlsx” leder ut ur organisationens mapp", INSIDE),
        ("/../b.xlsx", "”/../b.xlsx” leder ut ur organisationens mapp", INSIDE),
        ("C:/b.xlsx", "”C:/b.xlsx” ligger inte i organisationens mapp", INSIDE),
        ("C:\\b.xlsx", "”C:/b.xlsx” ligger inte i organisationens mapp", INSIDE),
        ("\\\\server\\b.xlsx", "”//server/b.xlsx” ligger inte i organisationens mapp", INSIDE),
        ("//server/b.xlsx", "”//server/b.xlsx” ligger inte i organisationens mapp", INSIDE),
        ("https://a.se/b.xlsx", "”https://a.se/b.xlsx” ligger inte i organisationens mapp", INSIDE),
        ("~/b.xlsx", "”~/b.xlsx” ligger inte i organisationens mapp", INSIDE),
        ("underlag/", "Raden säger inte vilken fil tabellen hämtas från", 'Skriv från="underlag/….xlsx".'),
        ("b.xlsm", "”b.xlsm” är en arbetsbok med makron och läses inte", SAVE_AS),
        ("b.xls", "”b.xls” är en arbetsbok i Excels gamla format och läses inte", SAVE_AS),
        ("b.xlsb", "”b.xlsb” är en arbetsbok i Excels binära format och läses inte", SAVE_AS),
        ("b.ODS", "”b.ODS” är ett kalkylark från LibreOffice och läses inte", SAVE_AS),
        ("b.docx", "”b.docx” är varken en Excel-arbetsbok eller en CSV-fil", SAVE_AS),
        ("b", "”b” är varken en Excel-arbetsbok eller en CSV-fil", SAVE_AS),
    ],
)
def test_a_file_that_is_not_to_be_had(tmp_path: Path, file: str, message: str, hint: str) -> None:
    found = told(tmp_path, Case("", {BUDGET: asking(file), BOOK: GOOD}))
    assert (f"{LINE} S005 fel", message, hint) in found
    assert all("S006" in place for place, _, _ in found if not place.startswith(LINE))


@pytest.mark.parametrize(
    ("file", "there"),
    [
        ("b.xlsx", BOOK),
        ("./underlag/2019/b.xlsx", f"{PLAN}/underlag/2019/b.xlsx"),
        ("underlag\\b.xlsx", f"{PLAN}/underlag/b.xlsx"),
        ("/underlag/b.xlsx", "underlag/b.xlsx"),
        ("../../underlag/b.xlsx", "underlag/b.xlsx"),
        ("siffror/B 2019.XLSX", f"{PLAN}/siffror/B 2019.XLSX"),
    ],
)
def test_a_file_in_the_folder_of_the_document_or_of_the_organisation(
    tmp_path: Path, file: str, there: str
) -> None:
    assert findings(tmp_path, {BUDGET: asking(file), there: GOOD}) == ()


def test_a_name_in_two_parts_as_macos_writes_it_is_the_same_name(tmp_path: Path) -> None:
    there = f"{PLAN}/" + unicodedata.normalize("NFD", "underlag/årets.xlsx")
    assert findings(tmp_path, {BUDGET: asking("underlag/årets.xlsx"), there: GOOD}) == ()


def test_sheets_that_nobody_uses_are_told_unless_they_lie_in_underlag(tmp_path: Path) -> None:
    files: Files = dict.fromkeys(
        (f"{PLAN}/~$b.xlsx", f"{PLAN}/c.xlsx", f"{PLAN}/underlag/d.xlsx", "underlag/e.csv", "f.csv"), b""
    )
    found = told(tmp_path, Case("", {**files, BUDGET: asking("b.xlsx"), BOOK: GOOD}))
    assert [place for place, _, _ in found] == ["f.csv S006 varning", f"{PLAN}/c.xlsx S006 varning"]


@pytest.mark.skipif(os.name == "nt", reason="länkar kräver rättighet i Windows")
def test_a_link_out_of_the_organisation_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "utanför"
    outside.mkdir()
    (outside / "b.xlsx").write_bytes(GOOD)
    root = written(tmp_path / "org", {BUDGET: asking("underlag/b.xlsx")})
    (root / PLAN / "underlag").symlink_to(outside)
    found = aloud(
        [d for d in findings(root, {BUDGET: asking("underlag/b.xlsx")}) if d.position.file == BUDGET]
    )
    message = "”underlag/b.xlsx” leder genom en länk ut ur organisationens mapp"
    assert found == [(f"{LINE} S005 fel", message, INSIDE)]


@pytest.mark.skipif(os.name == "nt", reason="rättigheter sätts på annat sätt i Windows")
def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.open

    def held(self: Path, mode: str = "r", **others: object) -> object:
        if self.suffix == ".xlsx":
            raise PermissionError(13, "used by another process")
        return original(self, mode, **others)  # type: ignore[call-overload]  # passed on as it came

    root = written(tmp_path, {BUDGET: asking("b.xlsx"), BOOK: GOOD})
    monkeypatch.setattr(Path, "open", held)
    message = "Filen kan inte läsas: du saknar rättighet, eller så håller ett annat program den öppen"
    found = read_corpus(root, KINDS).diagnostics
    assert aloud(found) == [(f"{BOOK} S005 fel", message, "Stäng filen i andra program och försök igen.")]


LOCK_HINT = "Ta bort lösenordet eller spara om filen i Excel som .xlsx."
FILES: dict[str, tuple[bytes, str, str]] = {
    "encrypted": (LOCKED, "Filen är lösenordsskyddad eller sparad i Excels gamla format (.xls)", LOCK_HINT),
    "text": (b"Id;Post", "Filen är inte en Excel-arbetsbok", "Välj en fil som sparats i Excel som .xlsx."),
    "empty": (b"", "Filen är inte en Excel-arbetsbok", "Välj en fil som sparats i Excel som .xlsx."),
    "cut off": (
        GOOD[: len(GOOD) // 2],
        DAMAGED,
        "Hämta filen på nytt eller spara om den i Excel.",
    ),
    "another zip": (packed({"a.txt": b"a"}), "Filen är ingen Excel-arbetsbok", SAVE_AS),
    "a Word document": (
        changed(GOOD, "[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document.main"),
        "Filen är ingen Excel-arbetsbok",
        SAVE_AS,
    ),
    "macros": (
        changed(
            GOOD,
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
            "application/vnd.ms-excel.sheet.macroEnabled.main",
        ),
        "Filen innehåller makron",
        SAVE_AS,
    ),
    "no list of sheets": (
        packed({k: v for k, v in parts(GOOD).items() if k != "xl/workbook.xml"}),
        DAMAGED,
        SAVE,
    ),
    "broken list of sheets": (changed(GOOD, "xl/workbook.xml", "</sheets>", ""), DAMAGED, SAVE),
    "entities": (
        changed(GOOD, "xl/workbook.xml", "^", '<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
        "Filen har en dokumenttypsdeklaration (DTD), som kan vara skadlig",
        SAVE,
    ),
    "a part above the file": (
        packed({**parts(GOOD), "../../a.xml": b"a"}),
        "Filen innehåller en del med ett otillåtet namn: '../../a.xml'",
        "",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_workbook(tmp_path: Path, name: str) -> None:
    book, message, hint = FILES[name]
    assert said(tmp_path, book) == [(f"{BOOK} S005 fel", message, hint)]


BOMB = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(10)
)
BOMBS = (packed({**parts(GOOD), PART: f"{BOMB}]><worksheet>&a9;</worksheet>".encode()}),)
SHEETS: dict[str, tuple[bytes, str]] = {
    "broken": (with_sheet("<sheetData><row>"), DAMAGED),
    "no sheet": (packed({k: v for k, v in parts(GOOD).items() if k != PART}), DAMAGED),
    "a cell beyond the last": (
        with_sheet('<sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData>'),
        DAMAGED,
    ),
    "a row beyond the last": (
        with_sheet('<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>'),
        DAMAGED,
    ),
    "a text that is not there": (
        with_sheet('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>'),
        DAMAGED,
    ),
    "entities in a sheet": (
        packed({**parts(GOOD), PART: f"{BOMB}]><worksheet>&a9;</worksheet>".encode()}),
        "Filen har en dokumenttypsdeklaration (DTD), som kan vara skadlig",
    ),
    "entities in UTF-16": (
        packed({**parts(GOOD), PART: f"{BOMB}]><worksheet>&a9;</worksheet>".encode("utf-16")}),
        "Filen har en dokumenttypsdeklaration (DTD), som kan vara skadlig",
    ),
    "a zip bomb": (
        packed({**parts(GOOD), PART: b"<a>" + b" " * (60 << 20)}),
        "Filen packas upp till orimligt mycket data och läses därför inte",
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    book, message = SHEETS[name]
    found = said(tmp_path, book)
    assert [(place, what) for place, what, _ in found] == [(f"{BOOK}, blad ”Budget” S005 fel", message)]


def test_a_broken_sheet_is_told_once_however_many_tables_it_should_give(tmp_path: Path) -> None:
    line = asking("b.xlsx").split("\n")[2]
    text = f"# Budget\n\n{line}\n\n{line.replace('Budget', 'Annan')}\n"
    found = told(tmp_path, Case("", {BUDGET: text, BOOK: with_sheet("<sheetData>")}))
    assert len(found) == 1


def test_a_damaged_sheet_does_not_hurt_the_others(tmp_path: Path) -> None:
    book = workbook(("Budget", ROWS), ("Trasigt", ROWS))
    book = packed({**parts(book), "xl/worksheets/sheet2.xml": b"<"})
    assert said(tmp_path, book, ' blad="Budget"') == []


SHARED = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'


def with_strings(strings: str, cells: str) -> bytes:
    """Return a workbook with shared texts, as Excel writes them."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    book = with_sheet(f"<sheetData>{cells}</sheetData>")
    content = {k: v for k, v in parts(book).items() if "sharedStrings" not in k}
    content["xl/texter.xml"] = SHARED.format(strings).encode()
    book = packed(content)
    if b"sharedStrings" in content["xl/_rels/workbook.xml.rels"]:
        book = changed(book, "xl/_rels/workbook.xml.rels", '<Relationship [^>]*sharedStrings"[^>]*/>', "")
    new = f'<Relationship Id="rX" Type="{link}" Target="texter.xml"/></Relationships>'
    book = changed(book, "xl/_rels/workbook.xml.rels", "</Relationships>", new)
    override = f'<Override PartName="/xl/texter.xml" ContentType="{kind}"/></Types>'
    return changed(book, "[Content_Types].xml", "</Types>", override)


def test_texts_in_several_runs_are_one_text_without_how_they_are_pronounced() -> None:
    strings = (
        "<si><r><t>Å</t></r><r><t xml:space='preserve'> b</t></r><rPh><t>uttal</t></rPh></si><si><t/></si>"
    )
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'
    book = Workbook(with_strings(strings, cells), "b.xlsx")
    sheet = book.sheet(book.tabs[0])
    assert {at: sheet.cell(1, at).text for at in sheet.rows[1]} == {1: "Å b", 3: "Å b"}


def test_cells_and_rows_without_names_follow_on_each_other() -> None:
    text = "<is><t>{}</t></is>"
    row = "".join(f'<c t="inlineStr">{text.format(t)}</c>' for t in "ab")
    book = Workbook(with_sheet(f"<sheetData><row>{row}</row><row>{row}</row></sheetData>"), "b.xlsx")
    sheet = book.sheet(book.tabs[0])
    assert [[sheet.cell(r, c).text for c in (1, 2)] for r in (1, 2)] == [["a", "b"], ["a", "b"]]


def test_strict_workbooks_are_read_too(tmp_path: Path) -> None:
    old, new = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
    content = {
        k: v.decode()
        .replace(f"{old}/officeDocument/2006/relationships", f"{new}/officeDocument/relationships")
        .replace(f"{old}/spreadsheetml/2006/main", f"{new}/spreadsheetml/main")
        .encode()
        for k, v in parts(GOOD).items()
    }
    assert said(tmp_path, packed(content)) == []


def _many(cell: str, columns: int, rows: int) -> str:
    row = f"<row>{cell * columns}</row>"
    return f"<sheetData>{row * rows}</sheetData>"


LARGE: dict[str, tuple[bytes, str]] = {
    "a far cell with a colour": (
        changed(
            changed(GOOD, PART, 'ref="A1:C3"', 'ref="A1:XFD1048576"'),
            PART,
            "</sheetData>",
            '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>',
        ),
        "",
    ),
    "a far cell with a value": (
        changed(
            GOOD, PART, "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
        "Cellen står i en kolumn utan rubrik på rad 1",
    ),
    "many empty cells": (with_sheet(_many("<c s='0'/>", 100, 10_000)), "Bladet är tomt"),
    "more empty cells than there can be": (
        with_sheet(_many("<c/>", 1_000, 2_001)),
        "Bladet har fler än 2 000 000 celler",
    ),
    "too many cells": (
        with_sheet(_many("<c><v>1</v></c>", 100, 5_001)),
        "Bladet har fler än 500 000 ifyllda celler",
    ),
    "too many rows": (
        with_sheet(_many("<c><v>1</v></c>", 2, 2_002)),
        "Tabellen skulle få 2001 rader, fler än 2 000",
    ),
    "too many columns": (
        with_sheet(_many("<c><v>1</v></c>", 100, 3)),
        "Tabellen skulle få 100 kolumner, fler än de 63 som Word klarar",
    ),
    "one text in every cell": (
        with_strings(
            "<si><t>Rubrik</t></si><si><t>" + "å" * 30_000 + "</t></si>",
            '<row><c t="s"><v>0</v></c></row>' + '<row><c t="s"><v>1</v></c></row>' * 1_999,
        ),
        "Tabellen har mer text än 2 MB",
    ),
    "a text longer than a cell": (
        with_strings(
            "<si><t>Rubrik</t></si><si><t>" + "a" * 40_000 + "</t></si>",
            '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>',
        ),
        "Texten är längre än de 32 767 tecken som en cell kan ha",
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_sheets_take_no_time(tmp_path: Path, name: str) -> None:
    book, message = LARGE[name]
    root = written(tmp_path, {BUDGET: asking("b.xlsx"), BOOK: book})
    start = time.perf_counter()
    found = read_corpus(root, KINDS).diagnostics
    assert time.perf_counter() - start < SECONDS
    there = [what for _, what, _ in aloud(found) if "ingen kolumn med belopp" not in what]
    assert there == ([message] if message else [])


@pytest.mark.parametrize("book", [SHEETS["a zip bomb"][0], LARGE["one text in every cell"][0], BOMBS[0]])
def test_bombs_take_no_memory(tmp_path: Path, book: bytes) -> None:
    root = written(tmp_path, {BUDGET: asking("b.xlsx"), BOOK: book})
    tracemalloc.start()
    read_corpus(root, KINDS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEGABYTES * 2**20


def test_of_a_hundred_sheets_only_the_one_that_is_asked_for_is_read(tmp_path: Path) -> None:
    book = workbook(*((f"Blad {n}", ROWS) for n in range(100)))
    content = {k: b"<" if "sheets/sheet" in k and "sheet42." not in k else v for k, v in parts(book).items()}
    assert said(tmp_path, packed(content), ' blad="Blad 41"') == []


def test_the_limits_are_those_that_the_messages_tell() -> None:
    assert (worksheet.MOST_CELLS, worksheet.MOST_FILLED) == (2_000_000, 500_000)
    assert (taking.MOST_ROWS, taking.LONGEST_TEXT) == (2_000, 32_767)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_workbook_is_a_sentence_and_never_a_crash(data: st.DataObject) -> None:
    content = parts(GOOD)
    name = data.draw(st.sampled_from(sorted(content)))
    text = content[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    new = data.draw(
        st.binary(max_size=20) | st.sampled_from((b"<", b">", b'"', b"999999999", b"-1", b"&x;", b""))
    )
    book = packed({**content, name: text[:start] + new + text[end:]})
    with contextlib.suppress(StyrdokError):
        opened = Workbook(book, "b.xlsx")
        for tab in opened.tabs:
            sheet = opened.sheet(tab)
            shown = [sheet.cell(row, column) for row, cells in sheet.rows.items() for column in cells]
            assert all(isinstance(cell.text, str) for cell in shown)
            opened.table_areas(tab)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(max_size=40) | st.lists(st.sampled_from(("..", "/", "a", ".", "\\", "C:", "~"))).map("".join)
)
def test_whatever_a_file_is_called_it_lies_in_the_organisation_or_is_not_read(
    tmp_path: Path, name: str
) -> None:
    with contextlib.suppress(StyrdokError):
        path, shown = locate(f"{name}.csv", tmp_path / "a" / "b", tmp_path)
        assert path.resolve().is_relative_to(tmp_path.resolve())
        assert ".." not in shown.split("/")


def test_a_file_that_has_gone_while_reading_is_a_sentence(tmp_path: Path) -> None:
    found = Findings()
    shelf = Sheets(tmp_path, found).beside(tmp_path)
    (tmp_path / "b.xlsx").mkdir()
    assert shelf.grid(Request("b.xlsx", NOWHERE)) is None
    assert [d.message for d in found.found] == ["Detta är ingen vanlig fil"]


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        (r'(<c r="C2".*?</c>)', r'\1<c r="C2"><v>999</v></c>'),
        (r'(<row r="3".*?</row>)', r'\1<row r="2"><c r="C2"><v>999</v></c></row>'),
    ],
)
def test_a_cell_that_is_there_twice_is_damage(tmp_path: Path, pattern: str, new: str) -> None:
    files: Files = {BUDGET: TAKEN, BOOK: changed(GOOD, PART, pattern, new)}
    ((_, message, _),) = aloud(findings(tmp_path, files))
    assert message == DAMAGED


def test_values_of_others_in_a_cell_are_not_its_value(tmp_path: Path) -> None:
    book = changed(GOOD, PART, "<v>1</v>", '<v>1</v><extLst><ext><x:v xmlns:x="u">77</x:v></ext></extLst>')
    files: Files = {BUDGET: TAKEN, BOOK: book}
    assert "Decimal('1')" in repr(read_corpus(written(tmp_path, files), KINDS).korpus)


def test_half_a_character_in_a_name_does_not_reach_the_screen(tmp_path: Path) -> None:
    book = changed(GOOD, "xl/workbook.xml", 'name="Budget"', 'name="_xD800_B"')
    files: Files = {BUDGET: TAKEN.replace("}", ' blad="Budget"}'), BOOK: book}
    ((_, message, hint),) = aloud(findings(tmp_path, files))
    assert (message + hint).encode()
