"""The best set within a budget, against trying every set."""

from __future__ import annotations

import itertools
import random

import pytest

from tpm_kit.methods.best_set import Best, Choice, best_set


def tried(groups, budget):
    """The best worth of all sets that fit, by trying every one."""
    worths = []
    for picks in itertools.product(*([None, *group] for group in groups)):
        cost = sum(round(one.cost * 1000) for one in picks if one)
        if cost <= round(budget * 1000):
            worths.append(sum(one.worth for one in picks if one))
    return max(worths)


@pytest.mark.parametrize("seed", range(30))
def test_it_is_as_good_as_trying_every_set(seed):
    dice = random.Random(seed)
    groups = [
        [Choice(round(dice.uniform(0, 9), 2), dice.uniform(-3, 9)) for _ in range(dice.randint(0, 3))]
        for _ in range(6)
    ]
    budget = round(dice.uniform(0, 20), 1)
    best = best_set(groups, budget)
    assert best.worth == pytest.approx(tried(groups, budget))
    chosen = [group[at] for group, at in zip(groups, best.taken, strict=True) if at is not None]
    assert sum(one.cost for one in chosen) == pytest.approx(best.cost)
    assert sum(one.worth for one in chosen) == pytest.approx(best.worth)
    assert best.cost <= budget + 1e-9


def test_the_best_single_one_is_not_always_in_the_best_set():
    groups = [[Choice(10, 12)], [Choice(5, 7)], [Choice(5, 7)]]
    assert best_set(groups, 10) == Best((None, 0, 0), 10.0, 14.0)


def test_what_is_worth_nothing_is_left_and_the_cheaper_of_equals_is_taken():
    assert best_set([[Choice(0, 0)], [Choice(1, -1)]], 9) == Best((None, None), 0.0, 0.0)
    assert best_set([[Choice(3, 5), Choice(2, 5)]], 9).taken == (1,)


def test_the_budget_is_kept_to_as_it_was_typed():
    assert best_set([[Choice(0.1, 1)]] * 3, 0.3).taken == (0, 0, 0)
    assert best_set([[Choice(0.1, 1)]] * 3, 0.29).taken.count(0) == 2


def test_no_group_and_no_budget():
    assert best_set([], 5) == Best((), 0.0, 0.0)
    assert best_set([[Choice(1, 2)]], 0) == Best((None,), 0.0, 0.0)


def test_of_twenty_five_groups_of_three_few_sets_stay_to_be_compared(monkeypatch):
    """There are 4 to the power of 25 sets; all but some hundreds are beaten on the way."""
    dice = random.Random(1)
    groups = [[Choice(dice.randint(5, 90) / 10, dice.uniform(0, 20)) for _ in range(3)] for _ in range(25)]
    monkeypatch.setattr("tpm_kit.methods.best_set.MOST_KEPT", 1000)
    assert best_set(groups, 30).cost <= 30


@pytest.mark.parametrize(
    ("cost", "worth", "budget", "says"),
    [
        (-1, 1, 5, "a cost must be 0 or more"),
        (1, 1, -5, "the budget must be 0 or more"),
        (float("inf"), 1, 5, "must be numbers"),
        (1, float("nan"), 5, "must be numbers"),
        (True, 1, 5, "must be numbers"),
    ],
)
def test_what_cannot_be_used_is_refused(cost, worth, budget, says):
    with pytest.raises(ValueError, match=says):
        best_set([[Choice(cost, worth)]], budget)
