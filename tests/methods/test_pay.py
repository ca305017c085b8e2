"""Offers, ranges, places and prices: against published figures and sums done by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.pay import (
    PayError,
    Percentiles,
    compare,
    midpoint,
    ordinal,
    percentiles,
    position,
    real,
    spread,
)
from tpm_kit.methods.price_index import CPI_U_MAY

DEVELOPERS = Percentiles(82_460, 105_210, 135_980, 171_980, 214_670, mean=148_100, mean_rse=0.4)
"""Software developers, United States, May 2025, as published."""
MANAGERS_2024 = Percentiles(104_450, 134_350, 171_200, 216_220, None, topcoded=("p90",), floor=239_200)
"""Computer and information systems managers, May 2024: the 90th percentile was printed as #."""


@pytest.mark.parametrize(
    ("offer", "low", "high", "estimate", "words"),
    [
        (50_000, None, 10, None, "below the 10th percentile"),
        (82_460, 10, 10, 10, "at the 10th percentile"),
        (93_835, 10, 25, 17.5, "at about the 18th percentile, between the 10th and the 25th percentile"),
        (120_595, 25, 50, 37.5, "at about the 38th percentile, between the 25th percentile and the median"),
        (135_980, 50, 50, 50, "at the median"),
        (
            150_000,
            50,
            75,
            59.7361,
            "at about the 60th percentile, between the median and the 75th percentile",
        ),
        (193_325, 75, 90, 82.5, "at about the 82nd percentile, between the 75th and the 90th percentile"),
        (214_670, 90, 90, 90, "at the 90th percentile"),
        (214_671, 90, None, None, "above the 90th percentile"),
        (9e15, 90, None, None, "above the 90th percentile"),
    ],
)
def test_an_offer_has_its_place_among_the_published_percentiles(offer, low, high, estimate, words):
    found = position(offer, DEVELOPERS)
    assert (found.low, found.high, found.words) == (low, high, words)
    assert found.estimate == (None if estimate is None else pytest.approx(estimate, abs=1e-4))


def test_a_censored_percentile_is_no_ceiling():
    below = position(230_000, MANAGERS_2024)
    assert (below.low, below.high, below.estimate) == (75, 90, None)
    assert below.words.endswith("the 90th percentile, which is only known to be 239,200 or more")
    above = position(300_000, MANAGERS_2024)
    assert (above.low, above.high, above.estimate) == (75, None, None)
    assert "whether above the 90th percentile is not known: that is 239,200 or more" in above.words


def test_without_the_highest_percentiles_the_place_is_above_the_last_published_one():
    assert position(200_000, Percentiles(50_000, 60_000, 70_000)).words == "above the median"
    assert position(60_000, Percentiles(p25=50_000, p75=70_000)).estimate == 50
    assert position(60_000, Percentiles()).words == "in a place without published percentiles"


def test_an_offer_at_two_equal_percentiles_is_at_both():
    found = position(45_040, Percentiles(45_040, 45_040, 67_880, 94_420, 98_780))
    assert (found.low, found.high, found.estimate) == (10, 25, None)
    assert found.words == "at the 10th to the 25th percentile at once"


@pytest.mark.parametrize("offer", [0, -1, math.nan, math.inf, True, None, "120000", [1]])
def test_an_offer_that_is_no_amount_is_an_error(offer):
    with pytest.raises(PayError, match="the offer must be a number above 0"):
        position(offer, DEVELOPERS)


def test_percentiles_that_fall_are_an_error():
    with pytest.raises(PayError, match="the 10th percentile is above the 25th"):
        position(1, Percentiles(20, 10, 30, 40, 50))


@given(st.lists(st.integers(1, 10**6), min_size=5, max_size=5, unique=True), st.integers(1, 10**6))
def test_a_place_is_within_what_it_names(values, offer):
    pay = Percentiles(*sorted(values))
    found = position(offer, pay)
    if found.estimate is not None:
        assert found.low <= found.estimate <= found.high
        assert getattr(pay, f"p{found.low}") <= offer <= getattr(pay, f"p{found.high}")
    else:
        assert offer < pay.p10 or offer > pay.p90


def test_ordinals():
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 63, 90, 111)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "63rd", "90th", "111th"]
    )


def test_the_middle_of_a_range_is_not_its_median():
    """Glassdoor's listings of 2022 ran from 64 to 163 thousand dollars."""
    assert midpoint(64_000, 163_000) == 113_500
    assert midpoint(DEVELOPERS.p10, DEVELOPERS.p90) == 148_565
    assert spread(64_000, 163_000) == pytest.approx(1.546875)
    assert spread(100, 100) == 0
    for wrong in ((2, 1), (0, 1), (math.nan, 1), (1, "2")):
        with pytest.raises(PayError):
            midpoint(*wrong)
        with pytest.raises(PayError):
            spread(*wrong)


def test_real_pay_is_nominal_pay_times_the_ratio_of_the_index():
    """133,080 dollars of May 2024 in prices of May 2025: 133,080 × 321.465 / 314.069."""
    assert real(133_080, 2024, 2025, CPI_U_MAY) == pytest.approx(136_213.896, abs=0.001)
    assert real(100, 2020, 2020, {2020: 7}) == 100
    assert real(100, 2021, 2020, {2020: 100, 2021: 125}) == 80


@pytest.mark.parametrize(
    ("index", "message"),
    [
        ({2025: 1}, "the price index has no figure for 2024"),
        ({2024: 1}, "the price index has no figure for 2025"),
        ({2024: 0, 2025: 1}, "the index of 2024 must be a number above 0"),
        ({2024: 1, 2025: "x"}, "the index of 2025 must be a number above 0"),
    ],
)
def test_an_index_that_lacks_a_year_is_an_error(index, message):
    with pytest.raises(PayError, match=message):
        real(100, 2024, 2025, index)


def test_the_price_index_has_the_published_changes_of_twelve_months():
    """As BLS gave them in the releases for May: 0.1, 5.0, 8.6, 4.0, 3.3 and 2.4 percent."""
    years = sorted(CPI_U_MAY)
    changes = [round(100 * (CPI_U_MAY[year] / CPI_U_MAY[year - 1] - 1), 1) for year in years[1:]]
    assert years == list(range(2019, 2026))
    assert changes == [0.1, 5.0, 8.6, 4.0, 3.3, 2.4]


def test_a_difference_counts_beyond_what_the_two_errors_give():
    first, second = Percentiles(p50=100_000, mean_rse=3), Percentiles(p50=110_000, mean_rse=4)
    found = compare(first, second)
    assert (found.difference, found.share) == (10_000, 0.1)
    assert found.margin == pytest.approx(1.96 * math.hypot(3_000, 4_400))
    assert found.beyond is False
    assert found.words.startswith("no more than sampling alone would give")
    assert "none is published for a percentile" in found.words
    assert compare(second, first).margin == pytest.approx(found.margin)
    apart = compare(first, Percentiles(p50=111_000, mean_rse=4))
    assert apart.beyond is True
    assert apart.words.startswith("more than sampling alone")


def test_the_mean_has_an_error_of_its_own():
    found = compare(Percentiles(mean=100, mean_rse=1), Percentiles(mean=103, mean_rse=1), "mean")
    assert found.beyond is True
    assert "percentile" not in found.words


def test_without_an_error_or_a_figure_nothing_is_concluded():
    found = compare(Percentiles(p50=100), Percentiles(p50=200, mean_rse=1))
    assert (found.difference, found.margin, found.beyond) == (100, None, None)
    with pytest.raises(PayError, match="the second range has no published figure p50"):
        compare(DEVELOPERS, Percentiles())


def test_percentiles_are_read_between_the_sorted_amounts():
    found = percentiles([10.0 * at for at in range(1, 12)])
    assert (found.p10, found.p25, found.p50, found.p75, found.p90) == (20, 35, 60, 85, 100)
    few = percentiles([5, 1, 3, 2, 4])
    assert (few.p10, few.p25, few.p50, few.p75, few.p90) == (None, 2, 3, 4, None)
    assert not percentiles([1, 2, 3, 4]).published
