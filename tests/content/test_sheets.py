"""Tables in Excel workbooks: which sheet, area, rows and columns; every message with its sheet and cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from generator.content.sheets.workbook import Workbook
from generator.domain.belopp import Belopp
from generator.domain.fras import Footnote, LineBreak, Phrase, Strong, Text
from generator.domain.prosa import tables
from generator.domain.tabell import Tabell
from tests.organisations.small import (
    ANSWER,
    BUDGET,
    FILES,
    GOAL,
    OUTCOME,
    Case,
    Files,
    Said,
    chapter,
    korpus,
    read,
    told,
)
from tests.support.sheets import changed, formatted, saved, workbook

BOOK = "plan/nämnden/underlag/b.xlsx"
SHEET = f"{BOOK}, blad ”Budget”"
LINE = f"{BUDGET}:3:16"
HEAD = ("Id", "Post", "Summa av", 2019)
ROWS = (HEAD, ("personal", "Personal", None, 1000.5), ("drift", "Drift", None, 200))
UNIT = 'enhet="tkr"'


def asking(said: str = "", *, of: str = UNIT) -> str:
    """Return a chapter whose only table is taken from the workbook."""
    return f'# Budget\n\nTabell: Budget {{{of} från="underlag/b.xlsx" {said}}}\n'


def case(name: str, book: bytes, said: str = "", *found: Said, of: str = UNIT) -> Case:
    """Return a case with this workbook, asked for so, and what is found."""
    return Case(name, {BUDGET: asking(said, of=of), BOOK: book}, found)


def cells(root: Path, changes: Files) -> list[list[str]]:
    """Return the words of the plan's only table, its heading first."""
    tabell = only(root, changes)
    head = [str(c.titel) for c in tabell.kolumner]
    return [head, *([str(c) if c is not None else "" for c in row.celler] for row in tabell.rader)]


def only(root: Path, changes: Files) -> Tabell:
    """Return the plan's only table; nothing may be wrong."""
    plan = korpus(root, changes).dokument["plan/nämnden"]
    (found,) = (t for k in plan.kapitel_efter for t in tables(k.text))
    return found


def hide(*, rows: tuple[int, ...] = (), columns: str = "") -> object:
    """Return what hides rows and columns."""

    def finish(sheet: Worksheet) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True
        for column in columns:
            sheet.column_dimensions[column].hidden = True

    return finish


def merge(area: str) -> object:
    """Return what makes cells one."""
    return lambda sheet: sheet.merge_cells(area)


def budget(*rows: tuple[object, ...], finish: object = None) -> bytes:
    """Return a workbook with the one sheet Budget."""
    return workbook(("Budget", rows or ROWS), finish=finish)  # type: ignore[arg-type]


PART = "xl/worksheets/sheet1.xml"
TWO = workbook(("Budget", ROWS), ("Utfall 2019", ROWS))
FORMULA = (*ROWS, ("totalt", "Totalt", "personal, drift", "=D2+D3"))

NOT_HERE = "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den gäller."
CHOOSE = 'Kolumnerna är Indikator, Utfall, Mätt, Bedömning, Kommentar. Välj bland bladets med kolumner="…".'

CASES = [
    case(
        "several sheets",
        TWO,
        "",
        (
            f"{LINE} S002 fel",
            "Arbetsboken har flera blad",
            'Lägg till blad="…". Bladen heter ”Budget”, ”Utfall 2019”.',
        ),
    ),
    case(
        "a sheet renamed",
        TWO,
        'blad="Utfall 2018"',
        (f"{LINE} S003 fel", "Arbetsboken har inget blad ”Utfall 2018”", "Menade du ”Utfall 2019”?"),
    ),
    case(
        "a sheet that is like no other",
        TWO,
        'blad="Xyz"',
        (
            f"{LINE} S003 fel",
            "Arbetsboken har inget blad ”Xyz”",
            "Bladen heter ”Budget”, ”Utfall 2019”.",
        ),
    ),
    case(
        "a hidden sheet",
        changed(
            TWO,
            "xl/workbook.xml",
            r'name="Utfall 2019" sheetId="2" state="visible"',
            'name="Utfall 2019" sheetId="2" state="hidden"',
        ),
        'blad="Utfall 2019"',
        (
            f"{LINE} S003 fel",
            "Bladet ”Utfall 2019” är dolt",
            "Visa det i Excel, så att alla ser vad som skrivs ut.",
        ),
    ),
    case(
        "a formula never computed",
        budget(*FORMULA),
        "",
        (
            f"{SHEET}, cell D4 S005 fel",
            "Formeln har inget sparat värde",
            "Öppna filen i Excel och spara den, så räknas formeln ut.",
        ),
    ),
    case(
        "a merged cell",
        budget(finish=merge("B2:B3")),
        "",
        (
            f"{SHEET}, cell B2 S003 fel",
            "Cellerna B2:B3 är sammanslagna",
            "Dela upp dem i Excel (Start, Centrera över kolumner), och fyll i varje cell.",
        ),
    ),
    case(
        "text in a column of numbers",
        budget(HEAD, ("personal", "Personal", None, 1000.5), ("drift", "Drift", None, "ca 200")),
        "",
        (
            f"{SHEET}, cell D3 S003 fel",
            "”ca 200” är inget belopp",
            "Skriv ett tal i cellen, utan enhet, eller lämna den tom.",
        ),
    ),
    case(
        "an amount in another unit",
        budget(finish=formatted('0" kr"', "D3")),
        "",
        (
            f"{SHEET}, cell D3 S003 fel",
            "”200\N{NO-BREAK SPACE}kr” är inget belopp",
            "Skriv ett tal i cellen, utan enhet, eller lämna den tom.",
        ),
    ),
    case(
        "a number as text",
        budget(HEAD, ("a", "A", None, "1 000,5"), ("b", "B", None, "200"), ("c", "C", None, 3)),
        "",
        (
            f"{SHEET}, cell D2 S003 varning",
            "Ett tal i kolumnen ”2019” är sparat som text (2 celler)",
            "Omvandla cellen till ett tal i Excel.",
        ),
    ),
    case(
        "a number with a decimal point, as text",
        budget(HEAD, ("a", "A", None, "1061.2")),
        "",
        (
            f"{SHEET}, cell D2 S003 fel",
            "”1061.2” är inget belopp",
            "Skriv ett tal i cellen, utan enhet, eller lämna den tom.",
        ),
    ),
    case(
        "a date as text",
        budget(("Vad", "När"), ("Ett", date(2019, 5, 8)), ("Två", "2019-05-09"), ("Tre", "Senare")),
        "",
        (
            f"{SHEET}, cell B3 S003 varning",
            "Ett datum i kolumnen ”När” är skrivet som text",
            "Skriv det som datum i Excel.",
        ),
        of="#t",
    ),
    case(
        "a truth",
        budget(HEAD, ("a", True, None, 1)),
        "",
        (f"{SHEET}, cell B2 S003 fel", "Cellen visar SANT, varken text eller tal", "Rätta cellen i bladet."),
    ),
    case(
        "an error in the sheet",
        changed(
            budget(*FORMULA),
            PART,
            r'<c r="D4"><f>D2\+D3</f><v></v>',
            '<c r="D4" t="e"><f>D2/D3</f><v>#DIV/0!</v>',
        ),
        "",
        (f"{SHEET}, cell D4 S003 fel", "Cellen visar felet #DIVISION/0!", "Rätta cellen i bladet."),
    ),
    case(
        "filtered rows",
        changed(budget(finish=hide(rows=(3,))), PART, "<sheetPr>", '<sheetPr filterMode="1">'),
        "",
        (f"{SHEET}, rad 3 S003 fel", "Rad 3 är dold", "Rensa filtret, eller ta bort raden."),
    ),
    case(
        "a hidden row",
        budget(finish=hide(rows=(3,))),
        "",
        (f"{SHEET}, rad 3 S003 fel", "Rad 3 är dold", "Visa den, eller ta bort raden."),
    ),
    case(
        "hidden rows",
        budget(*ROWS, ("c", "C", None, 1), ("d", "D", None, 1), finish=hide(rows=(2, 3, 5))),
        "",
        (f"{SHEET}, rad 2 S003 fel", "Raderna 2–3 är dolda", "Visa dem, eller ta bort raderna."),
        (f"{SHEET}, rad 5 S003 fel", "Rad 5 är dold", "Visa den, eller ta bort raden."),
    ),
    case(
        "a hidden column",
        budget(finish=hide(columns="D")),
        "",
        (
            f"{SHEET}, kolumn D S003 fel",
            "Kolumnen ”2019” är dold",
            'Visa den, eller räkna upp de andra med kolumner="…".',
        ),
    ),
    case(
        "a column without heading",
        budget(("Id", "Post", None, 2019), ("a", "A", "x", 1), ("b", "B", "x", 1)),
        "",
        (
            f"{SHEET}, cell C2 S002 fel",
            "Cellen står i en kolumn utan rubrik på rad 1",
            'Ge kolumnen en rubrik, eller ange rubrikrad="…", område="…" eller kolumner="…".',
        ),
    ),
    case(
        "an empty sheet",
        budget(("",)),
        "",
        (f"{SHEET} S002 fel", "Bladet är tomt", "Skriv en rad med rubriker, och raderna under den."),
    ),
    case(
        "an empty area",
        budget(),
        'område="A8:D9"',
        (f"{SHEET} S002 fel", "Området A8:D9 är tomt", "Skriv en rad med rubriker, och raderna under den."),
    ),
    case(
        "only a heading",
        budget(HEAD),
        "",
        (f"{SHEET}, rad 1 S002 fel", "Tabellen har inga rader", "Skriv en rad till."),
    ),
    case(
        "an area that is none",
        budget(),
        'område="A3-F9"',
        (
            f"{LINE} S003 fel",
            "Arbetsboken har inget område ”A3-F9”",
            'Skriv cellerna, område="A3:F9", eller ett namn i arbetsboken.',
        ),
    ),
    case(
        "a heading row that is none",
        budget(),
        'rubrikrad="fyra"',
        (f"{LINE} S003 fel", "”fyra” är inget radnummer", 'Skriv radens nummer i bladet: rubrikrad="4".'),
    ),
    case(
        "an empty heading row",
        budget(),
        'rubrikrad="9"',
        (
            f"{LINE} S003 fel",
            "Rubrikraden, rad 9, är tom eller ligger utanför området",
            "Rätta rubrikrad eller område.",
        ),
    ),
    case(
        "rows by a column that is not there",
        budget(),
        'rader="Pots=Drift"',
        (
            f"{LINE} S001 fel",
            "Kolumnen ”Pots”, som står i rader, finns inte i bladet ”Budget”",
            "Menade du ”Post”?",
        ),
    ),
    case(
        "rows by a value that is not there",
        budget(),
        'rader="Post=Drfit|Personal"',
        (f"{LINE} S002 fel", "Ingen rad har ”Drfit” i kolumnen ”Post”", "Menade du ”Drift”?"),
    ),
    case(
        "rows without a value",
        budget(),
        'rader="Drift"',
        (
            f"{LINE} S003 fel",
            "”Drift” säger inte vilka rader som menas",
            'Skriv kolumnens rubrik, likhetstecken och värde: rader="Nämnd=Tandvårdsnämnden".',
        ),
    ),
    case(
        "a column that is not there",
        budget(),
        'kolumner="Id, Post, 2020"',
        (
            f"{LINE} S001 fel",
            "Kolumnen ”2020”, som står i kolumner, finns inte i bladet ”Budget”",
            "Kolumnerna är Id, Post, Summa av, 2019.",
        ),
    ),
    case(
        "a column twice",
        budget(),
        'kolumner="Post, Post, 2019"',
        (f"{LINE} S004 fel", "Kolumnen ”Post” står två gånger i kolumner", "Behåll en av dem."),
    ),
    case(
        "two columns of one name",
        budget(("Post", 2019, 2019), ("A", 1, 2)),
        'kolumner="Post, 2019"',
        (
            f"{SHEET}, cell C1 S004 fel",
            "Bladet har flera kolumner som heter ”2019”",
            "Ge dem olika rubriker i bladet.",
        ),
    ),
    case(
        "no amounts",
        budget(("Id", "Post"), ("a", "A")),
        "",
        (
            f"{BUDGET}:3:1 S003 fel",
            "Tabellen har en enhet men ingen kolumn med belopp",
            'Skriv beloppen som tal i bladet, eller räkna upp kolumnerna: belopp="2019, 2020".',
        ),
    ),
    case(
        "columns of amounts in a table without unit",
        budget(),
        'belopp="2019"',
        (
            f"{LINE} S001 fel",
            "”belopp” hör till en tabell med belopp, och den här har ingen enhet",
            'Lägg till enheten, till exempel enhet="tkr".',
        ),
        of="#t",
    ),
    case(
        "an id twice",
        budget(HEAD, ("a", "A", None, 1), ("a", "B", None, 1)),
        "",
        (
            f"{SHEET}, cell A3 I001 fel",
            "Rad-id ”a” finns redan i tabellen, på rad 2",
            "Ge den ena raden ett annat id.",
        ),
    ),
    case(
        "a sum of rows that are not there",
        budget(*ROWS, ("totalt", "Totalt", "personal, dirft", 1200.5)),
        "",
        (
            f"{SHEET}, cell C4 L008 fel",
            "Summan räknar med raden ”dirft”, som inte finns i tabellen",
            "Menade du ”drift”?",
        ),
    ),
    case(
        "a note that is not there",
        budget(HEAD, ("a", "A[^x]", None, 1)),
        "",
        (
            f"{SHEET}, cell B2 L008 fel",
            "Fotnoten ”x” finns inte i filen",
            "Skriv den sist i filen: [^x]: Notens text.",
        ),
    ),
    case(
        "HTML in a cell",
        budget(HEAD, ("a", "A <b>fet</b>", None, 1)),
        "",
        (
            f"{SHEET}, cell B2 S003 fel",
            "HTML används inte: <b>",
            "Skriv **fet**, *kursiv*, listor och tabeller som i Markdown.",
        ),
    ),
    case(
        "a character that no document can hold",
        changed(budget(HEAD, ("a", "AXB", None, 1)), PART, "AXB", "A_x0007_B"),
        "",
        (
            f"{SHEET}, cell B2 S005 fel",
            "Styrtecknet U+0007 kan inte stå i ett dokument",
            "Ta bort det; det följer ofta med när text klistras in.",
        ),
    ),
    case(
        "numbers of endless decimals",
        budget(HEAD, ("a", "A", None, 1 / 3)),
        "",
        (
            f"{SHEET}, cell D2 S003 varning",
            "Ett tal i kolumnen ”2019” har fler decimaler än cellen visar",
            "Välj ett talformat i Excel.",
        ),
    ),
    case(
        "a value from another workbook",
        saved(budget(*ROWS[:2], ("drift", "Drift", None, "=[1]Blad1!A1")), {"D3": "200"}),
        "",
        (
            f"{SHEET}, cell D3 S003 varning",
            "Ett värde i kolumnen ”2019” hämtas av en formel ur en annan arbetsbok",
            "Kontrollera att det är det senaste.",
        ),
    ),
    case(
        "a misspelt key",
        budget(),
        'blda="Budget"',
        (f"{LINE} S001 fel", "Okänd uppgift ”blda”", "Menade du ”blad”?"),
    ),
    Case(
        "a misspelt file",
        {BUDGET: '# Budget\n\nTabell: Budget {enhet="tkr" fran="b.xlsx"}\n'},
        [(f"{LINE} S001 fel", "Okänd uppgift ”fran”", "Menade du ”från”?")],
    ),
    Case(
        "no file",
        {BUDGET: '# Budget\n\nTabell: Budget {enhet="tkr" blad="Budget"}\n'},
        [
            (
                f"{BUDGET}:3:16 S002 fel",
                "Raden säger inte vilken fil tabellen hämtas från",
                'Lägg till från="underlag/….xlsx".',
            )
        ],
    ),
    Case(
        "a table below the line",
        {BUDGET: asking() + "\n| a | b |\n|---|---|\n| c | d |\n", BOOK: budget()},
        [
            (
                f"{BUDGET}:5:1 S004 fel",
                "Raden ovanför hämtar tabellen ur ett blad, men här står också en tabell",
                "Behåll den ena.",
            )
        ],
    ),
    Case(
        "no title",
        {BUDGET: '# Budget\n\nTabell: {enhet="tkr" från="underlag/b.xlsx"}\n', BOOK: budget()},
        [(f"{BUDGET}:3:1 S002 fel", "Tabellen saknar titel", "Skriv tabellens titel efter kolonet.")],
    ),
    Case(
        "in a list",
        chapter('- Tabell: A {från="underlag/b.xlsx"}') | {BOOK: budget()},
        [
            (
                "plan/nämnden/4-text.md:3:13 S001 fel",
                '”{från="…"}” hör inte till något här',
                NOT_HERE,
            )
        ],
    ),
    Case(
        "on a heading",
        chapter('## Siffror {från="underlag/b.xlsx"}') | {BOOK: budget()},
        [("plan/nämnden/4-text.md:3:12 S001 fel", "Okänd uppgift ”från”", "Ta bort den.")],
    ),
    Case(
        "columns of a table of outcomes",
        {
            OUTCOME: FILES[OUTCOME].split("## Utfall")[0] + '## Utfall\n\nTabell: {från="u.xlsx"}\n',
            "uppföljning/nämnden/u.xlsx": workbook(
                (
                    "U",
                    [("Indikator", "Utfall", "Enhet"), ("väntetid", "8 dagar", "dagar"), ("nöjdhet", 71, "")],
                )
            ),
        },
        [
            (
                "uppföljning/nämnden/u.xlsx, blad ”U”, cell C1 S001 fel",
                "Okänd kolumn ”Enhet”",
                CHOOSE,
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_what_is_said(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == list(case.said)


def test_a_sheet_gives_the_table_that_markdown_gives(tmp_path: Path) -> None:
    written = FILES[BUDGET].split("\n\n")[1].replace("}", ' från="underlag/b.xlsx"}')
    rows = (
        HEAD,
        ("personal", "Personal", None, 1000.5),
        ("drift", "Drift", None, 200),
        ("totalt", "Totalt", "personal, drift", "=SUM(D2:D3)"),
    )
    book = saved(budget(*rows, finish=formatted("#,##0.0", "D2", "D3", "D4")), {"D4": "1200.5000000000001"})
    sheet = only(tmp_path / "sheet", {BUDGET: f"# Budget\n\n{written}\n", BOOK: book})
    assert sheet == only(tmp_path / "markdown", {})
    assert str(sheet.rader[2].position) == f"{SHEET}, cell A4"


def test_the_only_visible_sheet_need_not_be_named(tmp_path: Path) -> None:
    book = changed(TWO, "xl/workbook.xml", 'sheetId="2" state="visible"', 'sheetId="2" state="veryHidden"')
    assert len(cells(tmp_path, {BUDGET: asking(), BOOK: book})) == 3


def test_a_sheet_is_found_whatever_the_case_of_its_name(tmp_path: Path) -> None:
    assert len(cells(tmp_path, {BUDGET: asking('blad="utfall  2019"'), BOOK: TWO})) == 3


MESSY = (
    ("Budget 2019", None, None, None, None),
    (None, "Preliminär", None, None, None),
    (None, "Id", "Post", 2019, "Anm."),
    (None, "a", "A", 1, "x"),
    (None, None, None, None, None),
    (None, "b", "B", 2, "y"),
    ("Slut", None, None, None, None),
)


@pytest.mark.parametrize(
    "said",
    [
        'område="B3:D6"',
        'område="D6:B3"',
        'område="$B$3:$D$6"',
        'område="B:D" rubrikrad="3"',
        'rubrikrad="3" kolumner="id,post,2019"',
        'område="Siffror"',
        'område="tabell_1"',
    ],
)
def test_an_area_may_be_cells_columns_a_name_or_an_excel_table(tmp_path: Path, said: str) -> None:
    def finish(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.defined_names["Siffror"] = DefinedName("Siffror", attr_text="'Årets budget'!$B$3:$D$6")
        sheet.add_table(Table(displayName="Tabell_1", ref="B3:D6"))

    rows = [[str(v) if r == 2 and v else v for v in row] for r, row in enumerate(MESSY)]
    book = workbook(
        ("Årets budget", rows), ("Annat", ROWS), finish=lambda s: finish(s) if s.title != "Annat" else None
    )
    tab = "" if "Siffror" in said else 'blad="Årets budget"'
    assert cells(tmp_path, {BUDGET: asking(f"{said} {tab}"), BOOK: book}) == [
        ["Post", "2019"],
        ["A", "1"],
        ["B", "2"],
    ]


WIDE = (
    ("Nämnd", "Mål", "Post", 2019),
    ("Vårdnämnden", "a", "Ett", 1),
    (" VÅRDNÄMNDEN ", "b", "Två", 2),
    ("Regionstyrelsen", "a", "Tre", 3),
    ("Trafiknämnden", "c", "Fyra", 4),
)


@pytest.mark.parametrize(
    ("rows", "posts"),
    [
        ("Nämnd=Vårdnämnden", ["Ett", "Två"]),
        ("nämnd = vårdnämnden | regionstyrelsen", ["Ett", "Två", "Tre"]),
        ("Nämnd=Vårdnämnden; Mål=a", ["Ett"]),
        ("2019=3", ["Tre"]),
    ],
)
def test_rows_may_be_chosen_by_what_a_column_says(tmp_path: Path, rows: str, posts: list[str]) -> None:
    files = {BUDGET: asking(f'rader="{rows}" kolumner="Post, Nämnd"', of="#t"), BOOK: None}
    shared = {
        **files,
        BUDGET: asking(f'rader="{rows}" kolumner="Post"', of="#t").replace("underlag", "/underlag"),
    }
    assert [r[0] for r in cells(tmp_path, {**shared, "underlag/b.xlsx": budget(*WIDE)})[1:]] == posts


def test_the_column_that_rows_are_chosen_by_is_not_printed_unless_asked_for(tmp_path: Path) -> None:
    files = {"underlag/b.xlsx": budget(*WIDE)}
    line = asking('rader="Nämnd=Regionstyrelsen"').replace("underlag", "/underlag")
    assert cells(tmp_path / "a", {BUDGET: line, **files})[0] == ["Mål", "Post", "2019"]
    line = asking('rader="Nämnd=Regionstyrelsen" kolumner="Nämnd, 2019"').replace("underlag", "/underlag")
    assert cells(tmp_path / "b", {BUDGET: line, **files}) == [["Nämnd", "2019"], ["Regionstyrelsen", "3"]]


def test_a_heading_may_hold_a_comma(tmp_path: Path) -> None:
    book = budget(("Post", "Utfall, tkr"), ("A", 1))
    assert cells(tmp_path, {BUDGET: asking('kolumner="Utfall, tkr, Post"'), BOOK: book})[0] == [
        "Utfall, tkr",
        "Post",
    ]


@pytest.mark.parametrize(
    ("rows", "slag"),
    [
        ((("Post", "Plan 2019"), ("A", None)), "belopp"),
        ((("Post", "Plan 2019"), ("A", "Ingen"), ("B", "Ingen"), ("C", 1)), "belopp"),
        ((("Post", "Anm. 2019", "Tkr"), ("A", "Bra", 1)), "text"),
        ((("Post", "2019"), ("A", "ca 2")), "belopp"),
        ((("Post", "Utfall"), ("A", 1), ("B", None), ("C", "-")), "belopp"),
        ((("Post", "Utfall", "Tkr"), ("A", 1, 1), ("B", "Ja", 1), ("C", "Nej", 1)), "text"),
        ((("Post", "Summa av", "Tkr"), ("A", 1, 1)), "belopp"),
    ],
)
def test_a_column_holds_amounts_when_most_of_it_does_or_its_heading_is_a_year(
    tmp_path: Path, rows: tuple[tuple[object, ...], ...], slag: str
) -> None:
    reading = read(tmp_path, {BUDGET: asking(), BOOK: budget(*rows)})
    assert reading.korpus is not None
    (tabell,) = tables(reading.korpus.dokument["plan/nämnden"].kapitel_efter[0].text)
    assert tabell.kolumner[1].slag == slag


def test_columns_of_amounts_may_be_listed(tmp_path: Path) -> None:
    rows = (("Konto", "Post", "Utfall"), (4010, "A", 1), (4020, "B", 2))
    tabell = only(tmp_path, {BUDGET: asking('belopp="Utfall"'), BOOK: budget(*rows)})
    assert [c.slag for c in tabell.kolumner] == ["text", "text", "belopp"]
    assert [str(r.celler[0]) for r in tabell.rader] == ["4010", "4020"]


def test_a_column_of_numbers_only_is_aligned_right_in_a_table_of_words(tmp_path: Path) -> None:
    rows = (("Vad", "Antal", "Anm."), ("A", 1, "1"), ("B", 2, "x"))
    tabell = only(tmp_path, {BUDGET: asking(of="#t"), BOOK: budget(*rows)})
    assert [c.slag for c in tabell.kolumner] == ["text", "belopp", "text"]


def test_percent_is_a_number_in_a_table_of_percent_and_a_text_elsewhere(tmp_path: Path) -> None:
    book = budget(("Post", 2019), ("A", 0.745), finish=formatted("0.0%", "B2"))
    tabell = only(tmp_path / "a", {BUDGET: asking(of='enhet="%"'), BOOK: book})
    assert tabell.rader[0].celler[1] == Belopp(Decimal("74.5"), "%")
    assert cells(tmp_path / "b", {BUDGET: asking(of="#t"), BOOK: book})[1] == ["A", "74,5\N{NO-BREAK SPACE}%"]


def test_dates_and_numbers_in_a_table_of_words(tmp_path: Path) -> None:
    rows = (("Vad", "När", "Antal"), ("A", date(2019, 5, 8), 1234.5), ("B", "Senare", None))
    book = budget(*rows, finish=formatted("#,##0.0", "C2"))
    nbsp = "\N{NO-BREAK SPACE}"
    assert cells(tmp_path, {BUDGET: asking(of="#t"), BOOK: book})[1] == [
        "A",
        f"8{nbsp}maj{nbsp}2019",
        f"1{nbsp}234,5",
    ]


def test_a_cell_is_read_as_text_in_markdown_is(tmp_path: Path) -> None:
    rows = (HEAD, ("a", "**Summa** | netto[^n]\nper år", None, 1))
    text = asking() + "\n[^n]: Utan moms.\n"
    tabell = only(tmp_path, {BUDGET: text, BOOK: budget(*rows)})
    note = Footnote((Phrase.of("Utan moms."),))
    assert tabell.rader[0].celler[0] == Phrase(
        (Strong((Text("Summa"),)), Text(" | netto"), note, LineBreak(), Text("per år"))
    )


def test_an_amount_may_be_fetched_into_a_cell(tmp_path: Path) -> None:
    rows = (("Id", "Post", "Plan", "Utfall 2019"), ("a", "A", 1, "[=t.b.2019]"), ("b", "B", 2, 7))
    tabell = only(tmp_path, {BUDGET: asking(of='#t enhet="tkr"'), BOOK: budget(*rows)})
    assert [str(row.celler[2]) for row in tabell.rader] == ["7", "7"]


def test_a_heading_in_two_lines_is_still_found(tmp_path: Path) -> None:
    book = budget(("Id", "Post", "Plan\n2019"), ("a", "A", 1))
    tabell = only(tmp_path, {BUDGET: asking('kolumner="Id, Post, plan 2019"'), BOOK: book})
    assert tabell.kolumner[1].ar == 2019


def test_columns_that_are_never_printed_may_be_hidden(tmp_path: Path) -> None:
    book = budget(finish=hide(columns="AC"))
    assert len(cells(tmp_path, {BUDGET: asking(), BOOK: book})) == 3


def test_what_is_hidden_or_merged_elsewhere_does_not_matter(tmp_path: Path) -> None:
    def finish(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:D1")
        sheet.column_dimensions["D"].hidden = True
        sheet.row_dimensions[4].hidden = True

    rows = (("Titel",), ("Post", "Nämnd", 2019, "Internt"), ("A", "x", 1, 2), ("B", "y", 1, 2))
    line = asking('rubrikrad="2" kolumner="Post, 2019" rader="Nämnd=x"').replace("underlag", "/underlag")
    assert cells(tmp_path, {BUDGET: line, "underlag/b.xlsx": budget(*rows, finish=finish)}) == [
        ["Post", "2019"],
        ["A", "1"],
    ]


def test_indikatorer_of_a_goal_may_stand_in_a_sheet_of_the_organisation(tmp_path: Path) -> None:
    rows = (("Id", "Indikator", "Målvärde"), ("väntetid", "Väntetid", "Minskning"))
    text = (
        FILES[GOAL].split("| Id")[0]
        + 'Tabell: {från="underlag/i.xlsx"}\n\n## Insats'
        + FILES[GOAL].split("## Insats")[1]
    )
    found = korpus(tmp_path, {GOAL: text, "underlag/i.xlsx": workbook(("I", rows))})
    indikator = found.index["väntetid"]
    assert str(indikator.position) == "underlag/i.xlsx, blad ”I”, cell A2"


def test_outcomes_of_all_goals_may_stand_in_one_sheet(tmp_path: Path) -> None:
    rows = (
        ("Mål", "Indikator", "Utfall", "Mätt", "Bedömning", "Kommentar"),
        ("vård", "väntetid", "8 dagar", 2019, "nått", None),
        ("vård", "nöjdhet", 71, 2019, "ej nått", None),
    )
    before, rest = FILES[OUTCOME].split("## Utfall")
    text = (
        before
        + '## Utfall\n\nTabell: {från="underlag/u.xlsx" rader="Mål=vård"}\n\n## Åtaganden'
        + rest.split("## Åtaganden")[1]
    )
    files: Files = {OUTCOME: text, "uppföljning/nämnden/underlag/u.xlsx": workbook(("Utfall", rows))}
    sheet, markdown = korpus(tmp_path / "a", files), korpus(tmp_path / "b")
    assert sheet.dokument["uppföljning/nämnden"].svar == markdown.dokument["uppföljning/nämnden"].svar


def test_a_row_that_no_table_takes_is_told(tmp_path: Path) -> None:
    book = budget(
        ("Del", *HEAD), ("Ett", "a", "A", None, 1), ("Tvaa", "b", "B", None, 1), (None, "c", "C", None, 1)
    )
    files: Files = {BUDGET: asking('rader="Del=Ett"'), BOOK: book}
    place = f"{SHEET}, cell A"
    hint = "Rätta cellen, eller hämta raden där den hör hemma."
    message = "Raden hämtas inte av någon tabell: cellen i kolumnen ”Del”"
    assert told(tmp_path / "a", Case("", files)) == [
        (f"{place}3 S006 varning", f"{message} har ”Tvaa”", hint),
        (f"{place}4 S006 varning", f"{message} är tom", hint),
    ]


def test_a_workbook_is_opened_once_and_a_sheet_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    original = Workbook.__init__

    def counting(self: Workbook, data: bytes, file: str) -> None:
        opened.append(file)
        original(self, data, file)

    monkeypatch.setattr(Workbook, "__init__", counting)
    line = asking().split("\n")[2]
    text = "# Budget\n\n" + "\n\n".join(line.replace("Budget", f"Del {n}") for n in range(5)) + "\n"
    plan = korpus(tmp_path, {BUDGET: text, BOOK: budget()}).dokument["plan/nämnden"]
    assert len(list(tables(plan.kapitel_efter[0].text))) == 5
    assert opened == [BOOK]


def test_an_answer_in_the_folder_of_goals_asks_from_the_folder_of_its_document(tmp_path: Path) -> None:
    line = 'Tabell: {från="underlag/b.xlsx"}'
    text = (
        FILES[ANSWER].split("| Id")[0] + line + "\n\n## Åtaganden" + FILES[ANSWER].split("## Åtaganden", 1)[1]
    )
    book = workbook(("B", [("Id", "Indikator", "Ingångsvärde"), ("nöjdhet", "Nöjdhet", 70)]))
    found = korpus(tmp_path, {ANSWER: text, BOOK: book})
    assert str(found.index["nämnden/nöjdhet"].position) == f"{BOOK}, blad ”B”, cell A2"


def test_swapped_values_are_another_table(tmp_path: Path) -> None:
    first = only(tmp_path / "a", {BUDGET: asking(), BOOK: budget()})
    other = only(tmp_path / "b", {BUDGET: asking(), BOOK: budget(HEAD, ("personal", "Personal", None, 1))})
    assert first != other


YEARS = [(year, [("Post", 2019), ("A", number)]) for year, number in (("2018", 100), ("2019", 200))]


def named(sheet: Worksheet) -> None:
    """Give the sheet a name of its own, the same in every sheet."""
    sheet.defined_names["Siffror"] = DefinedName("Siffror", attr_text=f"'{sheet.title}'!$A$1:$B$2")


def test_a_name_that_each_sheet_has_means_the_area_in_the_sheet_that_is_asked_for(tmp_path: Path) -> None:
    book = workbook(*YEARS, finish=named)
    asked = asking('område="Siffror" blad="2019"')
    assert cells(tmp_path, {BUDGET: asked, BOOK: book})[1] == ["A", "200"]


def in_another(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    sheet.parent.defined_names["Siffror"] = DefinedName("Siffror", attr_text="'2018'!$A$1:$B$2")


@pytest.mark.parametrize(
    "wrong",
    [
        case(
            "a name in several sheets",
            workbook(*YEARS, finish=named),
            'område="Siffror"',
            (
                f"{LINE} S003 fel",
                "Området ”Siffror” finns i flera blad",
                'Ange blad="…". Området finns i ”2018”, ”2019”.',
            ),
        ),
        case(
            "a name in another sheet than the one asked for",
            workbook(*YEARS, finish=in_another),
            'område="Siffror" blad="2019"',
            (
                f"{LINE} S003 fel",
                "Området ”Siffror” finns inte i bladet ”2019”",
                'Ange blad="…". Området finns i ”2018”.',
            ),
        ),
        case(
            "rows are sought in one of two columns",
            budget(("Nämnd", "Post", 2019, "Nämnd"), ("A", "P", 1, "B"), ("B", "Q", 2, "A")),
            'rader="Nämnd=A"',
            (
                f"{SHEET}, cell D1 S004 fel",
                "Bladet har flera kolumner som heter ”Nämnd”",
                "Ge dem olika rubriker i bladet.",
            ),
        ),
        case(
            "two tables below each other",
            budget(("Post", 2019, 2020), ("A", 1, 2), (None,), ("Nämnd", 2019, 2020), ("X", 5, 6)),
            "",
            (
                f"{SHEET}, cell B4 S003 fel",
                "Rubrikerna på rad 1 kommer igen; här börjar en annan tabell",
                'Ange området för den tabell som menas, område="A3:F9".',
            ),
        ),
    ],
    ids=lambda each: each.name,
)
def test_what_could_mean_two_tables_is_not_guessed(tmp_path: Path, wrong: Case) -> None:
    assert told(tmp_path, wrong) == list(wrong.said)
