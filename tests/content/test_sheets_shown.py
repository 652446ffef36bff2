"""What a cell shows is what is printed: its number format decides the digits, and binary noise is nowhere."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.sheets.shown import Shown, show_number
from generator.domain.belopp import parse_number

NBSP = "\N{NO-BREAK SPACE}"
ACCOUNTING = '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("117019.90000000001", "General", "117019,9"),
        ("0.30000000000000004", "General", "0,3"),
        ("12", "General", "12"),
        ("12", "@", "12"),
        ("-0.0", "General", "0"),
        ("117019.90000000001", "#,##0.0", "117 019,9"),
        ("117019.96", "#,##0.0", "117 020,0"),
        ("1000", "0.0", "1000,0"),
        ("2.5", "0", "3"),
        ("1.005", "0.00", "1,01"),
        ("-1234.5", "#,##0.0", "−1 234,5"),
        ("-0.04", "0.0", "0,0"),
        ("12345678", r"#\ ##0", "12 345 678"),
        ("12345678", "# ##0", "12 345 678"),
        ("117019900", "#,##0,", "117 020"),
        ("0.745", "0%", "75 %"),
        ("0.745", "0.0%", "74,5 %"),
        ("0.745", r"0.0\ %", "74,5 %"),
        ("0.745", '0.0" %"', "0,7 %"),
        ("5", '0" kr"', "5 kr"),
        ("5", "+0.0;-0.0", "+5,0"),
        ("-5", "+0.0;-0.0", "−5,0"),
        ("5", 'General" tkr"', "5 tkr"),
        ("-5", "General;-General", "−5"),
        ("-5", '"ca "0', "−ca 5"),
        ("1234.5", r'#,##0.00\ "kr"', "1 234,50 kr"),
        ("1234.5", r"#,##0.00\ [$kr-41D]", "1 234,50 kr"),
        ("-7", "0;[Red]0", "−7"),
        ("-7", "0;-0", "−7"),
        ("-7", "0;(0)", "−7"),
        ("-7", "0_);(0)", "−7"),
        ("0", ACCOUNTING, "-"),
        ("-5", ACCOUNTING, "−5"),
        ("0", "0;-0;;@", ""),
        ("0", "#,###", ""),
        ("0.5", "#.##", "0,5"),
        ("7", "000", "007"),
        ("2.50", "0.0##", "2,5"),
        ("1500", '[>=1000]0.0,"k";0', "1,5k"),
        ("15", '[>=1000]0.0,"k";0', "15"),
        ("0.5", "# ?/?", "0,5"),
        ("12345", "0.00E+00", "12345"),
    ],
)
def test_a_number_as_its_cell_shows_it(stored: str, code: str, shown: str) -> None:
    found = show_number(stored, code)
    assert found.text.replace(NBSP, " ") == shown
    assert found.kind in ("number", "text")


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("43593", "yyyy-mm-dd", "8 maj 2019"),
        ("43593", "[$-41D]d mmmm yyyy;@", "8 maj 2019"),
        ("43593.5", "yyyy-mm-dd hh:mm", "8 maj 2019 kl. 12.00"),
        ("43593", "mmm-yy", "maj 2019"),
        ("43593", "yyyy-mm", "maj 2019"),
        ("43593", "yyyy", "2019"),
        ("43593", "d/m", "8 maj"),
        ("0.6041666666", "h:mm", "14.30"),
        ("1.5", "[h]:mm", "36:00"),
        ("1", "yyyy-mm-dd", "1 januari 1900"),
        ("59", "yyyy-mm-dd", "28 februari 1900"),
        ("61", "yyyy-mm-dd", "1 mars 1900"),
    ],
)
def test_a_date_as_swedes_write_it(stored: str, code: str, shown: str) -> None:
    found = show_number(stored, code)
    assert (found.kind, found.text.replace(NBSP, " ")) == ("date", shown)


def test_a_workbook_made_on_an_old_mac_counts_its_days_from_1904() -> None:
    assert show_number("42131", "yyyy-mm-dd", from_1904=True) == show_number("43593", "yyyy-mm-dd")


@pytest.mark.parametrize(
    ("stored", "code", "said"),
    [
        ("5", ";;;", "Cellens talformat visar inte talet som står i den"),
        ("60", "yyyy-mm-dd", "Datumet finns inte i almanackan"),
        ("-1", "yyyy-mm-dd", "Datumet finns inte i almanackan"),
        ("1e308", "yyyy", "Datumet finns inte i almanackan"),
        ("nan", "0", "Talet ”nan” går inte att tolka"),
        ("1e999", "0", "Talet ”1e999” går inte att tolka"),
        ("tolv", "0", "Talet ”tolv” går inte att tolka"),
    ],
)
def test_what_no_cell_can_show(stored: str, code: str, said: str) -> None:
    assert show_number(stored, code) == Shown(said, "wrong")


def test_a_number_without_format_that_goes_on_for_ever_is_known_as_such() -> None:
    assert show_number(str(1 / 3), "General").rounded
    assert not show_number(str(1 / 3), "0.0").rounded
    assert not show_number("123456789012", "General").rounded


def test_the_number_of_a_cell_with_more_than_a_number() -> None:
    percent, money = show_number("0.745", "0.0%"), show_number("-5", '0" kr"')
    assert (percent.number, percent.unit) == ("74,5", "%")
    assert (money.number, money.unit) == ("−5", "kr")


@given(st.decimals(-(10**11), 10**11, places=3), st.integers(0, 3), st.booleans())
def test_any_number_shown_is_the_number_rounded(value: Decimal, places: int, grouped: bool) -> None:
    code = ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")
    shown = show_number(repr(float(value)), code)
    assert abs(parse_number(shown.number) - value) <= Decimal(1).scaleb(-places) / 2
    assert len(shown.number.partition(",")[2]) == places


@given(st.text('0#?.,%;-_*\\"[]()<>=E+/@ymdhsAPGenral $kr', max_size=40), st.floats(allow_nan=False))
def test_whatever_the_format_something_is_shown(code: str, value: float) -> None:
    assert show_number(repr(value), code).kind in ("text", "number", "date", "wrong")


def test_a_plus_sign_is_no_unit_and_words_beside_a_general_number_are() -> None:
    assert show_number("5", "+0.0;-0.0") == Shown("+5,0", "number", "5,0")
    assert show_number("5", 'General" tkr"').unit == "tkr"


@pytest.mark.parametrize("stored", ["1_000", "١٠٠", "1,5", "0x10", "NaN", "infinity", ""])
def test_only_numbers_as_workbooks_write_them_are_numbers(stored: str) -> None:
    assert show_number(stored, "General").kind == "wrong"
