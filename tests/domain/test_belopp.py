"""Amounts: exact, with the decimals they were written with, as Swedes write them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.belopp import MINUS, NBSP, Belopp, format_number, parse_number

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=None)
WRITTEN = st.builds(
    lambda whole, places: Decimal(f"{whole}e-{places}"), st.integers(-(10**40), 10**40), st.integers(0, 12)
)


@given(WRITTEN)
def test_what_is_printed_is_read_again_with_every_decimal(value: Decimal) -> None:
    read = parse_number(format_number(value))
    assert read == value
    assert read.as_tuple().exponent == value.as_tuple().exponent


@given(AMOUNTS)
def test_any_amount_is_read_again(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(WRITTEN)
def test_a_printed_amount_never_breaks_over_two_lines(value: Decimal) -> None:
    printed = format_number(value, signed=True)
    assert not set(printed) - set(f"0123456789,+{MINUS}{NBSP}")
    assert parse_number(printed) == value


@given(WRITTEN)
def test_the_sign_is_said_only_of_what_is_not_nought(value: Decimal) -> None:
    assert format_number(value).startswith(MINUS) == (value < 0)
    assert format_number(value, signed=True).startswith("+") == (value > 0)


@pytest.mark.parametrize(
    ("written", "value", "printed"),
    [
        ("1 074,4", "1074.4", f"1{NBSP}074,4"),
        (f"-5{NBSP}478,40", "-5478.40", f"{MINUS}5{NBSP}478,40"),
        (f"{MINUS}900", "-900", f"{MINUS}900"),
        ("+11,5", "11.5", "11,5"),
        ("10\u2009000", "10000", f"10{NBSP}000"),
        ("10\u202f000", "10000", f"10{NBSP}000"),
        ("1234567", "1234567", f"1{NBSP}234{NBSP}567"),
        (" 0 ", "0", "0"),
        ("0,0", "0.0", "0,0"),
        ("-0,0", "-0.0", "0,0"),
        ("007", "7", "7"),
    ],
)
def test_what_a_swede_writes(written: str, value: str, printed: str) -> None:
    assert parse_number(written) == Decimal(value)
    assert format_number(parse_number(written)) == printed


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-",
        "1.5",
        "1.074,4",
        "1,074.4",
        "1 0000",
        "12 34",
        "1  000",
        "1,",
        ",5",
        "1 000,5 tkr",
        "12 %",
        "ett",
        "١٢",
        "1e3",
        "--1",
        "1\n000",
    ],
)
def test_what_is_no_amount(written: str) -> None:
    with pytest.raises(ValueError, match=re.escape(written) or "^$"):
        parse_number(written)


def test_an_amount_is_never_falsy() -> None:
    assert Belopp(Decimal(0))
    assert str(Belopp(Decimal("1234.5"), "tkr")) == f"1{NBSP}234,5"
    assert str(Belopp(Decimal("11.5"), "mnkr", signed=True)) == "+11,5"
