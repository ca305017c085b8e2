"""Quadrants and their cuts, and the knapsack against trying every set."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.value_effort import QUADRANTS, ValueEffortError, best_within, cuts, quadrants

VALUES = st.integers(0, 10) | st.sampled_from([0.1, 0.2, 0.3, 2.5])
EFFORTS = st.integers(1, 13) | st.sampled_from([0.1, 0.2, 0.3, 0.25, 1.75])
ITEMS = st.lists(st.tuples(VALUES, EFFORTS), min_size=1, max_size=8)
BUDGETS = st.integers(0, 40) | st.sampled_from([0.3, 0.6, 2.05])


def exact(number):
    return Fraction(str(number))


def test_the_four_quadrants():
    names = quadrants([9, 9, 1, 1], [1, 9, 1, 9])
    assert names.tolist() == ["quick win", "big bet", "fill-in", "money pit"] == list(QUADRANTS.values())


def test_a_point_on_a_cut_counts_as_high():
    assert quadrants([5, 5, 4], [2, 3, 3], cut=(5, 3)).tolist() == ["quick win", "big bet", "money pit"]
    assert quadrants([1, 2, 3], [3, 2, 1]).tolist() == ["money pit", "big bet", "quick win"]
    assert set(quadrants([4, 4, 4], [2, 2, 2]).tolist()) == {"big bet"}


def test_the_cut_decides_and_medians_come_from_the_items():
    value, effort = [8, 9, 10], [1, 2, 6]
    assert cuts(value, effort) == (9, 2)
    assert cuts(value, effort, (5, 5)) == (5, 5)
    assert quadrants(value, effort).tolist() == ["fill-in", "big bet", "big bet"]
    assert quadrants(value, effort, cut=(5, 5)).tolist() == ["quick win", "quick win", "big bet"]


@given(ITEMS)
def test_at_medians_at_least_half_is_high_and_at_most_half_is_low(items):
    names = quadrants(*zip(*items, strict=True)).tolist()
    assert sum(name in ("quick win", "big bet") for name in names) * 2 >= len(items)
    assert sum(name in ("quick win", "fill-in") for name in names) * 2 <= len(items)


@pytest.mark.parametrize("cut", ["mean", 5, (5,), (1, 2, 3), (5, None), (5, "3"), (math.nan, 3)])
def test_a_cut_that_is_none_is_refused(cut):
    with pytest.raises(ValueEffortError, match=r"cut .*pair \(value, effort\)") as caught:
        quadrants([1, 2], [1, 2], cut=cut)
    assert caught.value.field == "cut"


def test_no_items_have_no_median_but_fit_any_budget():
    with pytest.raises(ValueEffortError, match="no items to take a median of"):
        quadrants([], [])
    assert quadrants([], [], cut=(5, 5)).tolist() == []
    assert best_within([], [], 10) == []


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("value", -1, "is -1; give a number, 0 or more"),
        ("effort", 0, "is 0; give a number above 0"),
        ("effort", -2, "is -2; give a number above 0"),
        *((field, missing, "is missing") for field in ("value", "effort") for missing in (None, math.nan)),
    ],
)
@pytest.mark.parametrize("method", [quadrants, cuts, lambda value, effort: best_within(value, effort, 5)])
def test_a_bad_item_is_named_with_its_row(field, value, seen, method):
    inputs = {"value": [1, 2], "effort": [1, 2], field: [1, value]}
    with pytest.raises(ValueEffortError, match=rf"^{field} in row 2 {seen}") as caught:
        method(inputs["value"], inputs["effort"])
    assert (caught.value.field, caught.value.row) == (field, 2)


def test_columns_are_lists_of_equal_length():
    with pytest.raises(ValueEffortError, match="value has 2 rows but effort has 1"):
        quadrants([1, 2], [1])
    with pytest.raises(ValueEffortError, match="effort must be one list"):
        quadrants([1, 2], 3)


@pytest.mark.parametrize("budget", [-1, None, math.nan, math.inf, "10", [10]])
def test_a_budget_that_is_none_is_refused(budget):
    with pytest.raises(ValueEffortError, match=r"budget .*one number, 0 or more") as caught:
        best_within([1, 2], [1, 2], budget)
    assert caught.value.field == "budget"


def test_the_dearest_item_first_is_not_the_best_use_of_a_budget():
    value, effort = [60, 100, 120], [10, 20, 30]
    assert best_within(value, effort, 50) == [1, 2]
    assert best_within(value, effort, 60) == [0, 1, 2]
    assert best_within(value, effort, 9.99) == []


def test_decimals_are_taken_as_typed():
    assert 0.1 + 0.1 + 0.1 > 0.3
    assert best_within([1, 1, 1], [0.1, 0.1, 0.1], 0.3) == [0, 1, 2]
    assert best_within(np.array([1, 1]), np.array([0.5, 0.25]), np.float64(0.75)) == [0, 1]


def test_of_equal_sets_the_cheaper_and_then_the_earlier_is_taken():
    assert best_within([5, 5], [3, 2], 4) == [1]
    assert best_within([5, 5, 5], [2, 2, 2], 4) == [0, 1]
    assert best_within([0, 3], [1, 1], 4) == [1]


@given(ITEMS, BUDGETS)
def test_no_other_set_within_the_budget_is_better(items, budget):
    sets = []
    for bits in range(1 << len(items)):
        chosen = [item for at, item in enumerate(items) if bits >> at & 1]
        effort = sum(exact(effort) for _, effort in chosen)
        if effort <= exact(budget):
            sets.append((-sum(exact(value) for value, _ in chosen), effort, bits))
    best = min(sets)[2]
    value, effort = zip(*items, strict=True)
    assert best_within(value, effort, budget) == [at for at in range(len(items)) if best >> at & 1]


def test_a_backlog_of_two_hundred_is_no_search_of_all_sets():
    rng = np.random.default_rng(7)
    value, effort = rng.integers(1, 11, 200), rng.integers(1, 2000, 200) / 100
    chosen = best_within(value, effort, 400)
    assert sum(effort[chosen]) <= 400 + 1e-9
    assert len(chosen) > 50


def test_where_no_set_beats_another_rounder_efforts_are_asked_for():
    effort = np.random.default_rng(7).uniform(1, 13, 40)
    with pytest.raises(ValueEffortError, match="too many sets to compare; round the efforts to fewer digits"):
        best_within(effort, effort, 100)
    rounded = effort.round(1)
    assert sum(rounded[best_within(rounded, rounded, 100)]) == pytest.approx(100)
