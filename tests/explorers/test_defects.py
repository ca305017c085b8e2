"""The explorer of tests and defects: its sums are those of the method, and its advice is the best step."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.exercises.planting import BARE
from tpm_kit.explorers import explorer
from tpm_kit.explorers.defects import EXPLORER, HOURS_EACH, best_step, cost

START = {id: one.start for id, one in EXPLORER.sliders(BARE).items()}


def says(**changed):
    return EXPLORER.says({**START, **changed}, BARE)


def test_it_needs_nothing_of_a_case():
    assert explorer("defects") is EXPLORER
    assert EXPLORER.lacks(BARE) == ""


def test_the_sums_that_are_said_are_those_by_hand():
    """60 unit tests: 0.5 × (1 − 0.992⁶⁰) = 19.1 % of 40 are 7.6; 20 integration tests find 20 % of the other
    32.4; 40 tests end to end 77.8 % of the 25.9 that are left; the others, 5.7, take 12 hours each."""
    found = [40 * 0.5 * (1 - 0.992**60)]
    found.append((40 - found[0]) * 0.6 * (1 - 0.98**20))
    found.append((40 - sum(found)) * 0.85 * (1 - 0.94**40))
    users = 40 - sum(found)
    tests = 60 * 0.05 + 20 * 0.2 + 40 * 1.5
    mending = found[0] * 1 + found[1] * 3 + found[2] * 5 + users * 12
    assert cost(START).hours == pytest.approx(tests + mending)
    said = says()
    assert said.startswith(
        "Of 40 defects unit tests find 7.6, integration tests find 6.5, end-to-end tests find 20.2 and users "
        "5.7; of what reaches them the three levels find 19 %, 20 %, 78 %. Tests take 67 hours and mending "
        "197, 69 of them for what users find: 264 hours in all."
    )


@pytest.mark.parametrize("changed", [{}, {"users": 60}, {"unit": 600, "end": 60}, {"joint": 200}])
def test_the_step_that_is_named_saves_what_is_said_and_no_other_saves_more(changed):
    values = {**START, **changed}
    id, to, saved = best_step(values, BARE)
    assert cost({**values, id: to}).hours == pytest.approx(cost(values).hours - saved)
    sliders = EXPLORER.sliders(BARE)
    for other, sign in product(HOURS_EACH, (1, -1)):
        there = values[other] + sign * sliders[other].step
        if sliders[other].least <= there <= sliders[other].most:
            assert cost({**values, other: there}).hours >= cost(values).hours - saved - 1e-9
    step = f"{abs(to - values[id]):g} {'more' if to > values[id] else 'fewer'} "
    assert f"The step that saves most: {step}" in says(**changed)
    assert f"would save {saved:.1f} hours." in says(**changed)


def test_where_no_step_saves_anything_that_is_said_with_what_is_not_counted():
    said = says(unit=340, joint=100, end=14)
    assert "No single step of a slider for tests saves half an hour more." in said
    assert "What a defect does to users and to trust is not counted here." in said
    assert best_step({**START, "unit": 340, "joint": 100, "end": 14}, BARE)[2] < 0.5


def test_without_any_test_all_defects_reach_the_users():
    assert "users 40.0; of what reaches them the three levels find 0 %, 0 %, 0 %. Tests take 0 hours" in says(
        unit=0, joint=0, end=0
    )


def test_the_hundredfold_is_refused_and_not_used():
    assert "the often quoted hundredfold has no sound source" in EXPLORER.task
    dearest = max(one.most for id, one in EXPLORER.sliders(BARE).items() if id == "users")
    assert dearest < 100
    assert not re.search(r"\b100\b", EXPLORER.task)


def test_whether_more_tests_pay_hangs_on_what_users_finds_cost():
    """Where mending costs the same everywhere, tests only add hours; where not, they pay."""
    values = {"unit": 340, "joint": 100, "end": 14, "reach": 50}
    none = {**values, "unit": 0, "joint": 0, "end": 0}
    assert cost({**values, "users": 1}).hours > cost({**none, "users": 1}).hours
    assert cost({**values, "users": 12}).hours < cost({**none, "users": 12}).hours / 2
