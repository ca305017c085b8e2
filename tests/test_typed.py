"""Numbers and dates as people type them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.typed import days, number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5", 5, ""),
        (" 5 ", 5, ""),
        ("0.8", 0.8, ""),
        ("0,8", 0.8, ""),
        (".5", 0.5, ""),
        ("1,900", 1900, ""),
        ("1.900", 1.9, ""),
        ("0,900", 0.9, ""),
        ("1,900.5", 1900.5, ""),
        ("1.900,5", 1900.5, ""),
        ("1.234.567", 1234567, ""),
        ("12 500", 12500, ""),
        ("12\u202f500", 12500, ""),
        ("12'500", 12500, ""),
        ("80 %", 80, "%"),
        ("6 Weeks", 6, "weeks"),
        ("-0.83", -0.83, ""),
        ("\u22120.83", -0.83, ""),
        ("\u20130.83", -0.83, ""),
        ("- 0.83", -0.83, ""),
        ("5.", 5, ""),
    ],
)
def test_a_number_is_read_in_either_style(text, value, unit):
    assert number(text) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "%",
        "many",
        "1e999",
        "1,2,3",
        "1.2.3",
        "3 or 4",
        "1.,5",
        "1.2,3",
        "12,34.5",
        "1,234.567,8",
        "1/2",
        "€ 5",
        "--1",
        "nan",
        "9" * 61,
    ],
)
def test_what_is_no_one_number_is_none(text):
    assert number(text) is None


@given(st.text(max_size=80))
def test_nothing_typed_raises_and_every_number_is_finite(text):
    found = number(text)
    assert found is None or math.isfinite(found.value)


@given(st.floats(0, 1e9).map(lambda value: round(value, 2)))
def test_what_python_prints_is_read_back(value):
    assert number(f"{value:,.2f}") == (value, "")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2027-01-22", ["2027-01-22"]),
        (" 22 Jan 2027 ", ["2027-01-22"]),
        ("22nd of January 2027", ["2027-01-22"]),
        ("January 22, 2027", ["2027-01-22"]),
        ("22.01.2027", ["2027-01-22"]),
        ("03.04.2027", ["2027-04-03"]),
        ("22/01/2027", ["2027-01-22"]),
        ("01/22/2027", ["2027-01-22"]),
        ("04/04/2027", ["2027-04-04"]),
        ("03/04/2027", ["2027-04-03", "2027-03-04"]),
        ("3-4-27", ["2027-04-03", "2027-03-04"]),
        ("31/02/2027", []),
        ("31 Feb 2027", []),
        ("22 Jan", []),
        ("January 2027", []),
        ("soon", []),
        ("", []),
        ("2027-01-22 or so", []),
        ("9" * 5000, []),
    ],
)
def test_every_day_that_a_text_can_mean_is_given(text, read):
    assert [day.isoformat() for day in days(text)] == read


@given(st.text(max_size=120))
def test_any_text_is_some_days_or_none(text):
    assert len(days(text)) <= 2
