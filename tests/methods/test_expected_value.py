"""Expected value: the domain reference's vectors, all outcomes counted out, and chances that are none."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.expected_value import (
    Branch,
    ChanceError,
    Decision,
    Fork,
    Reserve,
    decide,
    expected_value,
    exposure,
    percentile,
    probability_of_any,
    reserve,
    totals,
    worth,
    worth_of,
)

CHANCES = st.floats(0, 1)
VALUES = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(("strong", "new", "upgrade"), [(0.60, 36, 46), (0.65, 41.5, 49)])
def test_the_published_tree_and_its_variant(strong, new, upgrade):
    """domain.md, section 7: a new plant for 120 against an upgrade for 50."""
    weak = 1 - strong
    choice = decide(
        {
            "new": Fork((Branch(strong, 200), Branch(weak, 90)), cost=120),
            "upgrade": Fork((Branch(strong, 120), Branch(weak, 60)), cost=50),
        }
    )
    assert choice.best == "upgrade"
    assert choice.values == pytest.approx({"new": new, "upgrade": upgrade})
    assert expected_value([Branch(strong, 200 - 120), Branch(weak, 90 - 120)]) == pytest.approx(new)


def test_the_exposure_of_the_domain_reference():
    assert exposure([Branch(0.3, 40), Branch(0.1, 200), Branch(0.5, 10)]) == pytest.approx(37)
    assert probability_of_any([0.3, 0.1, 0.5]) == pytest.approx(0.685)


def test_a_chance_to_gain_lowers_the_exposure_and_no_reserve_is_below_nothing():
    assert exposure([Branch(0.5, 10), Branch(0.2, -20)]) == pytest.approx(1)
    assert reserve([Branch(0.5, 10), Branch(0.2, -20)], work=300, share=0.1) == Reserve(1, 30)
    assert reserve([Branch(0.5, -10)], work=300, share=0.1).total == 30
    assert reserve([]) == (0, 0)
    assert exposure([]) == 0


@pytest.mark.parametrize(
    ("cost", "before", "after", "left"), [(4, 12, 5, 3), (8, 12, 5, -1), (0, 5, 5, 0), (2, 5, 9, -6)]
)
def test_a_response_is_worth_what_it_takes_away_less_its_cost(cost, before, after, left):
    assert worth(cost, before, after) == left


def test_a_tree_is_worked_out_from_its_ends():
    """Test first for 10, then choose: with a good result launch, with a bad one stop."""
    launch_good, launch_bad = (Fork((Branch(p, 100), Branch(1 - p, -80))) for p in (0.9, 0.2))
    test = Fork(
        (
            Branch(0.6, Decision({"launch": launch_good, "stop": 0})),
            Branch(0.4, Decision({"launch": launch_bad, "stop": 0})),
        ),
        cost=10,
    )
    assert worth_of(launch_good) == pytest.approx(82)
    assert worth_of(launch_bad) == pytest.approx(-44)
    choice = decide({"test": test, "launch": Fork((Branch(0.62, 100), Branch(0.38, -80))), "stop": 0})
    assert choice.values == pytest.approx({"test": 0.6 * 82 - 10, "launch": 31.6, "stop": 0})
    assert choice.best == "test"
    assert worth_of(Decision({"a": 5, "b": 7}, cost=3)) == 4


def test_costs_are_below_0_so_that_the_cheapest_is_worth_most_and_the_first_wins_a_tie():
    assert decide({"dear": -9, "cheap": -2}).best == "cheap"
    assert decide({"one": 0.1 + 0.2, "two": 0.3}).best == "one"
    assert decide({"two": 0.3, "one": 0.1 + 0.2}).best == "two"


@given(st.lists(st.tuples(CHANCES, VALUES), max_size=7))
def test_separate_risks_agree_with_all_outcomes_counted_out(risks):
    """Every one of the 2ⁿ ways in which the risks may fire, by its probability."""
    mean = any_fires = 0.0
    for fires in product((False, True), repeat=len(risks)):
        weight = math.prod(p if one else 1 - p for one, (p, _) in zip(fires, risks, strict=True))
        mean += weight * sum(value for one, (_, value) in zip(fires, risks, strict=True) if one)
        any_fires += weight * any(fires)
    assert exposure(Branch(*risk) for risk in risks) == pytest.approx(mean, abs=1e-6)
    assert probability_of_any(p for p, _ in risks) == pytest.approx(any_fires, abs=1e-9)


@given(st.lists(st.tuples(st.floats(0.01, 1), VALUES), min_size=1, max_size=6))
def test_the_expected_value_lies_between_the_ends(weighted):
    total = math.fsum(weight for weight, _ in weighted)
    branches = [Branch(weight / total, value) for weight, value in weighted]
    values = [value for _, value in weighted]
    assert min(values) - 1e-6 <= expected_value(branches) <= max(values) + 1e-6
    turned = [Branch(one.chance, -one.value) for one in branches]
    assert expected_value(turned) == pytest.approx(-expected_value(branches), abs=1e-6)


@pytest.mark.parametrize(
    ("chances", "total"), [((0.6, 0.5), 1.1), ((0.6, 0.3), 0.9), ((0.33, 0.33, 0.33), 0.99), ((1, 1), 2)]
)
def test_chances_that_do_not_add_up_are_said(chances, total):
    with pytest.raises(ChanceError, match=f"the chances add up to {total:g}, not to 1") as said:
        expected_value([Branch(one, 1) for one in chances])
    assert said.value.total == pytest.approx(total)
    with pytest.raises(ChanceError):
        Fork([Branch(one, 1) for one in chances])


def test_thirds_add_up():
    assert expected_value([Branch(1 / 3, value) for value in (3, 6, 9)]) == pytest.approx(6)


@pytest.mark.parametrize("chance", [-0.1, 1.1, 20, math.nan, math.inf, "0.2", None, True])
def test_what_is_no_chance(chance):
    with pytest.raises(ChanceError, match="a chance must be from 0 to 1, not "):
        Branch(chance, 1)
    with pytest.raises(ChanceError, match="a chance must be"):
        probability_of_any([0.5, chance])


@pytest.mark.parametrize("value", [math.nan, math.inf, "9", None, True, (Branch(1, 1),)])
def test_what_is_no_value(value):
    with pytest.raises(ValueError, match="a value must be a number"):
        Branch(1, value)
    with pytest.raises(ValueError, match="a value must be a number"):
        decide({"a": value})
    with pytest.raises(ValueError, match="must be a number, 0 or more"):
        Fork((Branch(1, 1),), cost=value)
    with pytest.raises(ValueError, match="the loss before must be a number"):
        worth(1, value, 1)


@pytest.mark.parametrize("wrong", [{"work": -1}, {"share": -0.1}, {"share": math.nan}])
def test_what_makes_no_reserve(wrong):
    with pytest.raises(ValueError, match="must be a number, 0 or more"):
        reserve([], **{"work": 10, "share": 0.1, **wrong})


def test_nothing_to_decide_between():
    with pytest.raises(ValueError, match="at least one option"):
        decide({})
    with pytest.raises(ChanceError, match="there are no branches"):
        expected_value([])
    with pytest.raises(ValueError, match="the cost must be a number, 0 or more, not -1"):
        worth(-1, 5, 4)


def test_rare_and_certain_events():
    assert probability_of_any([]) == 0
    assert probability_of_any([0.2, 1, 0.3]) == 1
    assert probability_of_any([1e-17, 1e-17]) == pytest.approx(2e-17)


def test_a_percentile_is_exact_for_any_few_events():
    def slowly(events, share):
        ways = sorted(
            (sum(fire * event.value for fire, event in zip(fires, events, strict=True)), fires)
            for fires in product((0, 1), repeat=len(events))
        )
        covered = 0.0
        for total, fires in ways:
            chance = 1.0
            for fire, event in zip(fires, events, strict=True):
                chance *= event.chance if fire else 1 - event.chance
            covered += chance
            if covered >= share - 1e-12:
                return total

    for chances in product((0.1, 0.25, 0.6), repeat=3):
        events = [Branch(chance, at + 1.0) for at, chance in enumerate(chances)]
        assert percentile(events, 0.8) == slowly(events, 0.8)
    assert percentile([Branch(0.2, 9)], 0.8) == 0
    assert percentile([Branch(0.201, 9)], 0.8) == 9
    assert percentile([], 0.8) == 0


def test_the_totals_are_all_that_can_happen():
    events = [Branch(0.25, 3), Branch(0.5, -1), Branch(0, 9)]
    ways = totals(events)
    assert [total for total, _ in ways] == sorted(total for total, _ in ways)
    assert math.fsum(chance for _, chance in ways) == pytest.approx(1)
    assert math.fsum(total * chance for total, chance in ways) == pytest.approx(exposure(events))
