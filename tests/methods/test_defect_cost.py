"""What defects cost by where they are found: the filter against sums by hand, and its limits."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.defect_cost import DefectError, Level, defect_cost

UNIT = Level("Unit", tests=2, reach=0.5, chance=0.5, hours_each=0.25, mending=1)
END = Level("End to end", tests=1, reach=0.8, chance=0.5, hours_each=6, mending=5)


def test_what_one_level_misses_goes_on_to_the_next():
    """80 defects: the unit tests find 37.5 %, 30; of the 50 left the next level finds 40 %, 20; users 30."""
    cost = defect_cost(80, [UNIT, END], users_mending=10)
    assert [place.name for place in cost.places] == ["Unit", "End to end", "Users"]
    assert [place.reached for place in cost.places] == pytest.approx([80, 50, 30])
    assert [place.found for place in cost.places] == pytest.approx([30, 20, 30])
    assert [place.finding for place in cost.places] == pytest.approx([0.5, 6, 0])
    assert [place.mending for place in cost.places] == pytest.approx([30, 100, 300])
    assert [place.hours for place in cost.places] == pytest.approx([30.5, 106, 300])
    assert (cost.finding, cost.mending, cost.hours) == pytest.approx((6.5, 430, 436.5))
    assert cost.escaped == pytest.approx(30)


def test_the_share_found_is_that_of_single_tests_drawn_one_by_one():
    draw, hits, runs = random.Random(7), 0, 40_000
    level = Level("Unit", tests=6, reach=0.7, chance=0.2, hours_each=0, mending=1)
    for _ in range(runs):
        seen_at_all = draw.random() < level.reach
        hits += seen_at_all and any(draw.random() < level.chance for _ in range(6))
    assert hits / runs == pytest.approx(level.finds, abs=0.01)


def test_where_every_place_costs_the_same_only_the_tests_make_a_difference():
    levels = [Level("Unit", 100, 0.5, 0.01, 0.1, 4), Level("End", 5, 0.9, 0.1, 2, 4)]
    cost = defect_cost(50, levels, users_mending=4)
    assert cost.mending == pytest.approx(200)
    assert cost.hours == pytest.approx(200 + 10 + 10)


amounts = st.floats(min_value=0, max_value=1e4)
shares = st.floats(min_value=0, max_value=1)


@given(amounts, st.lists(st.tuples(amounts, shares, shares), max_size=4), amounts)
def test_no_defect_gets_lost_and_none_is_found_twice(defects, levels, mending):
    cost = defect_cost(defects, [Level("L", *one, 1, 2) for one in levels], mending)
    assert math.fsum(place.found for place in cost.places) == pytest.approx(defects)
    assert all(0 <= place.found <= place.reached + 1e-9 for place in cost.places)


@given(st.integers(0, 200), shares, shares)
def test_each_further_test_finds_less_than_the_one_before(tests, reach, chance):
    one, two, three = (Level("L", tests + more, reach, chance, 1, 1).finds for more in range(3))
    assert one <= two <= three <= reach
    assert two - one >= three - two - 1e-12


@pytest.mark.parametrize("value", [-1, math.nan, math.inf])
def test_numbers_that_cannot_be_are_named(value):
    with pytest.raises(DefectError, match=r"^Unit: tests must be a number from 0 on, not "):
        Level("Unit", value, 0.5, 0.5, 1, 1)
    with pytest.raises(DefectError, match=r"^Unit: reach must be a number from 0 to 1, not "):
        Level("Unit", 1, value, 0.5, 1, 1)
    with pytest.raises(DefectError, match=r"^defects must be a number from 0 on"):
        defect_cost(value, [UNIT], 1)
    with pytest.raises(DefectError, match=r"^users_mending must be a number from 0 on"):
        defect_cost(1, [UNIT], value)


def test_a_share_above_one_is_none():
    with pytest.raises(DefectError, match=r"chance must be a number from 0 to 1, not 1\.5"):
        Level("Unit", 1, 0.5, 1.5, 1, 1)
