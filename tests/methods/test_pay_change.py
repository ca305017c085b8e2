"""Pay over the years: on the published figures, with every break."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tpm_kit.methods.pay import change
from tpm_kit.salary_data import trend


def test_developers_have_two_stretches_with_the_new_method_and_a_broader_group_between():
    found = change(trend("15-1252"))
    assert [stretch.years for stretch in found.stretches] == [(2019, 2020), (2021, 2022, 2023, 2024, 2025)]
    assert found.latest.values == (120_730, 127_260, 132_270, 133_080, 135_980)
    assert found.latest.total == pytest.approx(135_980 / 120_730 - 1)
    assert found.latest.yearly == pytest.approx((135_980 / 120_730) ** 0.25 - 1)
    [only] = found.breaks
    assert (only.before, only.after) == (2020, 2021)
    assert "another method" in only.reason
    assert "2020 has a broader group of occupations only" in only.reason


def test_the_new_method_breaks_the_line_of_an_unchanged_occupation_too():
    found = change(trend("15-1211"))
    assert [stretch.years[0] for stretch in found.stretches] == [2019, 2021]
    assert [entry.reason for entry in found.breaks] == ["from May 2021 on BLS estimates with another method"]


def test_a_censored_percentile_joins_nothing():
    """Managers in computing: the 90th percentile has a figure in 2025 alone."""
    found = change(trend("11-3021"), "p90")
    assert [(stretch.years, stretch.values) for stretch in found.stretches] == [((2025,), (297_510,))]
    assert found.latest.total is None
    assert found.latest.yearly is None
    assert found.breaks[-1].reason == "the figure of 2024 is only known to be 239,200 or more"
    general = change(trend("11-1021"), "p90")
    assert [stretch.years for stretch in general.stretches] == [(2022, 2023), (2025,)]


def test_what_is_missing_and_what_is_of_another_group_breaks_the_line():
    first, second, third = trend("15-1211")[-3:]
    gap = change([first, replace(second, p50=None), third])
    assert [stretch.years for stretch in gap.stretches] == [(2023,), (2025,)]
    assert gap.breaks[0].reason == "the figure of 2024 is not published"
    other = change([first, replace(second, published_as="Analysts and others"), third])
    assert len(other.stretches) == 3


def test_nothing_and_disorder():
    assert change(()).latest is None
    assert change(tuple(reversed(trend("15-1252")))) == change(trend("15-1252"))
    with pytest.raises(ValueError, match="p50 of 2025 must be above 0"):
        change([replace(trend("15-1252")[-1], p50=0)])
