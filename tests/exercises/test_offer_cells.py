"""What is read from a sum, a chance and a ground in a learner's own words."""

from __future__ import annotations

import pytest

from tests.exercises.plants.offer import said
from tpm_kit.answers import Cells
from tpm_kit.exercises.career.offer_cells import read_chance, read_dollars, read_percent, read_yearly
from tpm_kit.exercises.career.offer_grounds import carries, ground_fault, needs, reach
from tpm_kit.exercises.career.offer_sheet import Sheet

NASTY = "<img src=x onerror=alert(1)>"


def sheet() -> Sheet:
    """Return the sound answer, worked out."""
    return Sheet(Cells.read(said()))


@pytest.mark.parametrize(
    "text", ["Because I need it", "we really need more", "the rent", "My mortgage", "my needs"]
)
def test_what_one_needs_is_recognised(text):
    assert needs(text)


@pytest.mark.parametrize(
    "text",
    [
        "The team needs a lead",
        "I led the move to a new ledger",
        "We needed",
        "rental product",
        "I halved the bills that 300 merchants dispute, and cut bad loans by 12 %",
        "My house-hunting portal grew from 2 to 9 cities",
    ],
)
def test_other_needs_are_not(text):
    assert not needs(text)


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("published", "Median 176,990 in May 2025", ""),
        ("published", "p50 of 2025: 177k", ""),
        ("published", "75th percentile of 2025 is 220,450; I ask for 176,990", ""),
        ("published", "176,990", "does not say which percentile it is nor the year of the figure."),
        ("published", "Median of 2025: 180,000", "names 180,000, which is not published for"),
        ("published", "The national median was 175,140 in May 2025 (BLS OEWS)", ""),
        ("published", "Half of them have 176,990 or more (OEWS 2025)", ""),
        (
            "published",
            "The median was 192,160 in the nation, 2025",
            "names the median, and 192,160 is the mean.",
        ),
        (
            "published",
            "The median was 220,450 in 2025",
            "names the median, and 220,450 is the 75th percentile.",
        ),
        ("published", "P75 in 2025: 176,990", "names the 75th percentile, and 176,990 is the median."),
        ("published", "At 142,850 I am below the median (BLS 2025)", ""),
        ("published", "the middle half in 2025 is 142,850 to 220,450, by percentile", ""),
        ("published", "25th to 50th percentile in 2025: 142,850-176,990", ""),
        ("other", "Offer of 180,000 from a bank", ""),
        ("other", "Acme wrote that it pays 10 % more", ""),
        ("other", "An offer of 2", "names no sum"),
        ("other", "An offer from 2025", "names no sum"),
        ("other", "a rival would pay more", "names no sum"),
        ("scope", "Owns the platform roadmap and two on-call teams", ""),
        ("scope", "It is hard", "is a judgement and not evidence. Say what the role answers for."),
        ("result", "I deserve it", "is a judgement"),
        ("result", "I think I work very hard and always help everyone", "is a judgement"),
        ("result", "I led the move to the new ledger, the best release in years as our auditors wrote", ""),
        ("result", "Cut outages by 40 %", ""),
        ("result", "...", "says nothing."),
        ("result", "支払い失敗を半分に減らした", ""),
        ("", NASTY, ""),
    ],
)
def test_grounds_are_read(kind, text, says):
    fault = ground_fault(kind, text, sheet())
    assert fault.startswith(says) if says else fault == ""
    assert carries(kind, text, sheet()) is (kind in ("other", "scope", "result") and not says)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$142,850", 142_850),
        ("142.850", 142_850),
        ("1.142.850", 1_142_850),
        ("160k", 160_000),
        ("160 thousand", 160_000),
        ("USD 160 000", 160_000),
        ("142850 US dollars", 142_850),
        ("120,000 per year", 120_000),
        ("120,000 p.a.", 120_000),
        ("0", 0),
        ("about 120k", 120_000),
        ("120 Tsd.", 120_000),
    ],
)
def test_sums_as_people_type_them(text, value):
    assert read_dollars(text).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "per", "says"),
    [
        ("$62.50/hour", "hour", ""),
        ("62.5/h", "year", "“62.5/h” is pay for an hour, and here pay for a year is asked for."),
        ("11,904 a month", "month", ""),
        (
            "11,904 a month",
            "year",
            "“11,904 a month” is pay for a month, and here pay for a year is asked for.",
        ),
        (
            "142,850 a year",
            "month",
            "“142,850 a year” is pay for a year, and here pay for a month is asked for.",
        ),
    ],
)
def test_a_period_that_is_typed_must_be_the_one_that_is_chosen(text, per, says):
    assert read_dollars(text, per).fault == says


def test_a_year_of_pay_below_a_thousand_is_in_thousands():
    assert [read_yearly(text).value for text in ("160", "62.5k", "0", "160,000")] == [
        160_000,
        62_500,
        0,
        160_000,
    ]


@pytest.mark.parametrize("text", ["", "lots", "-5", "120k-150k", "1e6", "9" * 50, NASTY, "12 apples"])
def test_what_is_no_sum_is_said(text):
    found = read_dollars(text)
    assert found.value is None
    assert found.fault
    assert len(found.fault) < 120


@pytest.mark.parametrize(
    "text",
    [
        *("65.000 €", "£50k", "CHF 120'000", "90000 EUR", "5 lakh rupees"),
        *("C$ 150,000", "150,000 SEK", "A$120k", "PLN 90,000"),
    ],
)
def test_another_currency_is_not_converted(text):
    found = read_dollars(text)
    assert found.foreign
    assert found.value is None


def test_how_far_a_published_ground_reaches():
    assert reach("The median was 176,990 in May 2025", sheet()) == 176_990
    assert reach("The 75th percentile of May 2025", sheet()) == 220_450
    assert reach("BLS says so", sheet()) is None


def test_percentages_and_chances():
    assert read_percent("15").value == 0.15
    assert read_percent("0.15").fault
    assert read_percent("400 %").fault
    assert read_chance("0.5").fault == "“0.5” could be 0.5 % or 50 %; write it with its %."
    assert read_chance("100 %").value == 1
