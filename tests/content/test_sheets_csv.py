"""Tables in CSV files, as Swedes save them; and the same table in Markdown, Excel and CSV is the same."""

from __future__ import annotations

import codecs
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content import read_corpus
from generator.content.findings import Findings
from generator.content.sheets.csv_file import read_csv
from generator.domain.belopp import Belopp, format_number
from generator.domain.prosa import tables
from generator.domain.tabell import Tabell
from tests.organisations.small import BUDGET, KINDS, Case, Files, Said, korpus, told, written
from tests.support.sheets import workbook

CSV = "plan/nämnden/underlag/b.csv"
LINE = f"{BUDGET}:3:16"
GOOD = "Id;Post;Summa av;2019\npersonal;Personal;;1 000,5\ndrift;Drift;;200,0\n"
SAVE_AS = "Spara som ”CSV UTF-8 (kommaavgränsad)” i Excel."


def asking(more: str = "", *, of: str = 'enhet="tkr"') -> str:
    return f'# Budget\n\nTabell: Budget {{{of} från="underlag/b.csv"{more}}}\n'


def only(root: Path, files: Files) -> Tabell:
    plan = korpus(root, files).dokument["plan/nämnden"]
    (found,) = tables(plan.kapitel_efter[0].text)
    return found


def cells(root: Path, data: bytes, more: str = "", of: str = "#t") -> list[list[str]]:
    tabell = only(root, {BUDGET: asking(more, of=of), CSV: data})
    head = [str(c.titel) for c in tabell.kolumner]
    return [head, *([str(c) if c is not None else "" for c in row.celler] for row in tabell.rader)]


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        codecs.BOM_UTF8 + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        GOOD.replace(";", "\t").encode(),
        GOOD.rstrip("\n").encode(),
        ("sep=;\n" + GOOD).encode(),
        ("\n\n" + GOOD).encode(),
        GOOD.replace("Personal", '"Personal"').encode(),
        GOOD.replace("\n", ";;\n").encode(),
    ],
    ids=[
        "plain",
        "mark",
        "Windows",
        "old Mac",
        "tabs",
        "no end",
        "sep",
        "empty lines",
        "quotes",
        "more separators",
    ],
)
def test_a_file_as_it_may_be_saved(tmp_path: Path, data: bytes) -> None:
    tabell = only(tmp_path, {BUDGET: asking(), CSV: data})
    assert [r.celler[1] for r in tabell.rader] == [
        Belopp(Decimal("1000.5"), "tkr"),
        Belopp(Decimal("200.0"), "tkr"),
    ]


def test_quotes_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    data = 'Vad;Text\nA;"ett; ""två""\ntre"\nB;"fyra"\n'
    assert cells(tmp_path, data.encode()) == [["Vad", "Text"], ["A", 'ett; "två"\ntre'], ["B", "fyra"]]


def test_percent_in_a_table_of_percent(tmp_path: Path) -> None:
    tabell = only(tmp_path, {BUDGET: asking(of='enhet="%"'), CSV: b"Post;2019\nA;74,5 %\nB;3\n"})
    assert [r.celler[1] for r in tabell.rader] == [Belopp(Decimal("74.5"), "%"), Belopp(Decimal(3), "%")]


def test_rows_and_columns_may_be_chosen(tmp_path: Path) -> None:
    data = "Titel\n\nNämnd;Post;2019\nA;Ett;1\nB;Två;2\n"
    more = ' rubrikrad="3" kolumner="2019, Post" rader="Nämnd=B"'
    text = asking(more).replace('"underlag', '"/underlag')
    tabell = only(tmp_path, {BUDGET: text, "underlag/b.csv": data})
    assert [str(c.titel) for c in tabell.kolumner] == ["2019", "Post"]
    assert len(tabell.rader) == 1


CASES: list[tuple[str, bytes, str, list[Said]]] = [
    (
        "Windows-1252",
        "Post;2019\nÅr;1\n".encode("cp1252"),
        "",
        [
            (
                f"{CSV} S005 varning",
                "Filen är inte sparad som UTF-8 och läses som Windows-1252",
                f"Jämför å, ä och ö. {SAVE_AS}",
            )
        ],
    ),
    (
        "UTF-16",
        "Post;2019\nA;1\n".encode("utf-16"),
        "",
        [(f"{CSV} S005 fel", "Filen är sparad som UTF-16", SAVE_AS)],
    ),
    (
        "a workbook",
        workbook(("A", [("a",)])),
        "",
        [
            (
                f"{CSV} S005 fel",
                "Filen är ingen text utan en Word- eller Excelfil, eller en zip",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    (
        "commas",
        b"Post,2019\nA,1\n",
        "",
        [
            (
                f"{CSV}:1:5 S005 fel",
                "Cellerna är åtskilda med komma",
                "Sätt semikolon mellan cellerna; komma är decimaltecken.",
            )
        ],
    ),
    (
        "an open quote",
        b'Post;2019\n"A;1\nB;2\n',
        "",
        [
            (
                f"{CSV}:2:1 S005 fel",
                "Ett citattecken öppnas här men stängs aldrig",
                "Avsluta texten med ett citattecken till, eller ta bort det första.",
            )
        ],
    ),
    (
        "text among numbers",
        b'Post;2019\n"A\nB";1\nC;ca 2\n',
        "",
        [
            (
                f"{CSV}:4:3 S003 fel",
                "”ca 2” är inget belopp",
                "Skriv ett tal i cellen, utan enhet, eller lämna den tom.",
            )
        ],
    ),
    (
        "a point for a comma",
        b"Post;2019\nA;1061.2\n",
        "",
        [
            (
                f"{CSV}:2:3 S003 fel",
                "”1061.2” är inget belopp",
                "Skriv ett tal i cellen, utan enhet, eller lämna den tom.",
            )
        ],
    ),
    (
        "more cells than headings",
        b"Post;2019\nA;1;x\n",
        "",
        [
            (
                f"{CSV}:2:5 S002 fel",
                "Cellen står i en kolumn utan rubrik på rad 1",
                'Ge kolumnen en rubrik, eller ange rubrikrad="…", område="…" eller kolumner="…".',
            )
        ],
    ),
    (
        "an empty file",
        b"",
        "",
        [(f"{CSV} S002 fel", "Filen är tom", "Skriv en rad med rubriker, och raderna under den.")],
    ),
    (
        "a sheet",
        GOOD.encode(),
        ' blad="A"',
        [(f"{LINE} S001 fel", "”blad” kan inte anges för en CSV-fil", "Ta bort det.")],
    ),
    (
        "an area",
        GOOD.encode(),
        ' område="A1:B2"',
        [(f"{LINE} S001 fel", "”område” kan inte anges för en CSV-fil", "Ta bort det.")],
    ),
    (
        "an unknown column",
        GOOD.encode(),
        ' kolumner="Psot, 2019"',
        [
            (
                f"{LINE} S001 fel",
                "Kolumnen ”Psot”, som står i kolumner, finns inte i filen",
                "Menade du ”Post”?",
            )
        ],
    ),
    (
        "a character that no document can hold",
        b"Post;2019\nA\x07;1\n",
        "",
        [
            (
                f"{CSV}:2:2 S005 fel",
                "Styrtecknet U+0007 kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
]


@pytest.mark.parametrize(("data", "more", "said"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_said(tmp_path: Path, data: bytes, more: str, said: list[Said]) -> None:
    assert told(tmp_path, Case("", {BUDGET: asking(more), CSV: data})) == said


@pytest.mark.parametrize("data", [b'"' * 200_001, b";" * 400_000, b"a\n" * 400_000, b'"a"\n' * 100_000])
def test_files_made_to_take_for_ever_are_read_in_a_moment(data: bytes) -> None:
    read_csv(data, "b.csv", Findings())


@given(st.text(st.sampled_from('a1;,\t\n"å \r'), max_size=60))
def test_every_cell_is_told_where_it_begins(text: str) -> None:
    sheet = read_csv(text.encode(), "b.csv", Findings())
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row, found in (sheet.rows if sheet is not None else {}).items():
        for column, stored in found.items():
            assert sheet is not None
            place = sheet.at(row, column)
            begins = lines[place.line - 1][place.column - 1 :]
            assert begins.startswith('"') or stored.value.startswith(begins.partition('"')[0][:1])


WORDS = st.text(st.sampled_from("abcåäö é|*_x"), max_size=12).map(str.strip)
AMOUNTS = st.none() | st.decimals(-(10**9), 10**9, places=1)
TABLES = st.lists(st.tuples(WORDS, AMOUNTS, AMOUNTS), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=TABLES)
def test_the_same_table_in_markdown_excel_and_csv_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, Decimal | None, Decimal | None]]
) -> None:
    head = ("Id", "Post", "2019", "2020")
    named = [(f"r{n}", f"P{name}", *amounts) for n, (name, *amounts) in enumerate(rows)]
    typed = [
        [c if isinstance(c, str) else "" if c is None else format_number(c) for c in row] for row in named
    ]
    line = 'Tabell: Budget {#t enhet="tkr" tecken="kostnad positiv" årgång="förslag" FROM}'
    bars = ["| " + " | ".join(c.replace("|", "\\|") for c in row) + " |" for row in (head, *typed)]
    bars.insert(1, "|---|---|---:|---:|")
    shown = "\n".join(";".join(f'"{c}"' for c in row) for row in (head, *typed))

    def formats(sheet: object) -> None:
        for row in range(2, len(rows) + 2):
            for column in "CD":
                sheet[f"{column}{row}"].number_format = "#,##0.0"  # type: ignore[index]  # a worksheet

    numbers = [(a, b, *(float(v) if v is not None else None for v in rest)) for a, b, *rest in named]
    book = workbook(("Budget", [head, *numbers]), finish=formats)  # type: ignore[list-item]  # floats and texts
    found: list[Tabell] = []
    for source, files in (
        ("", {}),
        ('från="underlag/b.xlsx"', {"plan/nämnden/underlag/b.xlsx": book}),
        ('från="underlag/b.csv"', {CSV: shown.encode("utf-8-sig")}),
    ):
        text = "# Budget\n\n" + line.replace("FROM", source) + "\n\n" + ("" if source else "\n".join(bars))
        reading = read_corpus(written(tmp_path_factory.mktemp("t"), {BUDGET: text + "\n", **files}), KINDS)
        assert reading.korpus is not None
        assert reading.diagnostics == ()
        found.extend(tables(reading.korpus.dokument["plan/nämnden"].kapitel_efter[0].text))
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize(
    "data",
    [
        "Id\tPost; a; b; c\t2019\na\tA; b\t1,5\n",
        "Budget 2019, tkr\n\nId;Post; a; b; c;2019\na;A;;;;1,5\n",
    ],
)
def test_a_title_and_semicolons_in_headings_do_not_hide_what_stands_between_cells(
    tmp_path: Path, data: str
) -> None:
    head = ' rubrikrad="3"' if data.startswith("Budget") else ""
    table = cells(tmp_path, data.encode(), head, 'enhet="tkr"')
    assert (table[0][-1], table[1][-1]) == ("2019", "1,5")
