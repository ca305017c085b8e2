"""The explorer of real pay against the published figures, and the price index that is typed into it."""

from __future__ import annotations

import pytest

from tests.explorers.pay import DEVELOPERS, MANAGERS, shown
from tpm_kit.explorers import real_pay
from tpm_kit.methods.price_index import CITATION
from tpm_kit.salary_data import citation

EVIL = "<img src=x onerror=alert(1)>"


def test_without_an_index_nothing_is_real():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,), index="")
    (line,) = drawn["lines"]
    assert [one[0] for one in line.years] == list(range(2019, 2026))
    assert [one[1] for one in line.years][-2:] == [133_080, 135_980]
    assert (drawn["prices_of"], {one[2] for one in line.years}) == (None, {None})
    assert (
        "From May 2021 to May 2025 the median went from $120,730 to $135,980, +12.6 % or +3.0 % a year."
        in said
    )
    assert "Say how much prices rose" in said
    assert (
        "2020 and 2021 do not compare: from May 2021 on BLS estimates with another method; 2020 has a" in said
    )
    assert drawn["citation"] == citation("oews-trend")


def test_it_begins_with_the_consumer_prices_of_the_country():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,))
    worth = 120_730 * 321.465 / 269.195
    assert drawn["lines"][0].years[2][2] == pytest.approx(worth)
    assert drawn["citation"] == f"{citation('oews-trend')} {CITATION}"
    assert "Prices changed by +19.4 % in that time" in said
    assert f"it was ${worth:,.0f} then, so what it buys changed by −5.7 %." in said
    assert "The prices are those of the whole country" in said


def test_a_rise_of_prices_is_taken_from_the_pay():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,), rise=3.0)
    worth = 120_730 * 1.03**4
    assert drawn["lines"][0].years[2][2] == pytest.approx(worth)
    assert drawn["lines"][0].years[-1][1:3] == (135_980, pytest.approx(135_980))
    assert f"in prices of 2025 it was ${worth:,.0f} then, so what it buys changed by +0.1 %." in said
    assert "is your assumption and no published figure" in said


def test_an_index_can_be_typed():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,), index="2021: 100; 2025: 125,5")
    assert [one[2] for one in drawn["lines"][0].years] == pytest.approx(
        [None, None, 120_730 * 1.255, None, None, None, 135_980]
    )
    assert "The index is the one that you typed" in said
    assert "assumption" not in said
    assert "what it buys changed by −10.3 %" in said
    assert "has no figure for 2021" in shown(real_pay.EXPLORER, index="2019 100 2025 120")[1]


def test_a_censored_percentile_is_a_floor_and_joins_nothing():
    drawn, said = shown(real_pay.EXPLORER, job=(MANAGERS,), measure=("p90",), rise=2.0)
    years = {one[0]: one for one in drawn["lines"][0].years}
    assert years[2021][1:4] == (208_000, pytest.approx(208_000 * 1.02**4), True)
    assert years[2024][1] == 239_200
    assert years[2025][1] == 297_510
    assert [one[3] for one in years.values()] == [True] * 6 + [False], "an arrow joins nothing"
    assert [year for year in years if years[year][4]] == [2021]
    assert "Only 2025 has a figure that compares with no other: $297,510." in said


YEARS = list(range(2019, 2026))
SEVEN = {year: 100.0 + at for at, year in enumerate(YEARS)}


@pytest.mark.parametrize(
    ("text", "index", "fault"),
    [
        ("", {}, ""),
        ("  ", {}, ""),
        ("100 101 102 103 104 105 106", SEVEN, ""),
        ("100, 101, 102, 103, 104, 105, 106,", SEVEN, ""),
        ("100;101;102;103;104;105;106", SEVEN, ""),
        ("100,5 101 102 103 104 105 106", {**SEVEN, 2019: 100.5}, ""),
        ("2020=101 2025=106", {2020: 101.0, 2025: 106.0}, ""),
        ("2020 101 2024 106", {}, "The figure of 2025 is missing"),
        ("100", {}, "Give 7 figures, 2019 to 2025"),
        ("100 101 102 103 104 105 1060", {}, "does not double from 2024 to 2025"),
        ("100 101 102 103 104 105 1", {}, "does not halve from 2024 to 2025"),
        ("100 101 102 103 0 105 106", {}, "“0” is no figure"),
        ("100 101 102 103 -4 105 106", {}, "“-4” is no figure"),
        (f"{EVIL} 1", {}, "is no figure of an index"),
        ("9" * 200, {}, "is no figure of an index"),
    ],
)
def test_an_index_is_read_as_people_type_it(text, index, fault):
    found, said = real_pay.parsed(text, YEARS)
    assert found == index
    assert fault in said
    assert bool(said) == bool(fault)
