"""The explorers: what they draw and say follows their sliders, on the course's case and on bare ones."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.exercises.planting import BAKERY, BARE, with_items
from tpm_kit.case import case_folder, default_case, load_case
from tpm_kit.course import Course, CourseError
from tpm_kit.explorers import NAMES, budget, explorer, weights, wip
from tpm_kit.methods.kanban_flow import draw_cards, simulate
from tpm_kit.methods.littles_law import average_wip
from tpm_kit.methods.weighted_matrix import weighted_scores

CASE = load_case(case_folder(default_case()))


@pytest.fixture
def course(tmp_path):
    """A course without any work."""
    return Course(folder=tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_a_slider_moves_picture_and_sentence(course, name):
    shown = course.explore(name)
    for slider in shown.sliders.values():
        before = _seen(shown)
        slider.set_state({"value": slider.max if slider.value == slider.min else slider.min})
        assert all(one != two for one, two in zip(before, _seen(shown), strict=True))
    assert shown.explorer.title in shown.to_html()


def _seen(shown):
    return shown.picture.png, shown.picture.alt, shown.sentence.tree


@pytest.mark.parametrize("value", [None, "5", True, float("nan"), float("inf"), -1, 1e9, [1]])
def test_a_slider_takes_numbers_between_its_ends_only(course, value):
    (slider,) = course.explore("budget").sliders.values()
    before = slider.value
    slider.set_state({"value": value, "min": -5, "label": "mine"})
    assert (slider.value, slider.min, slider.label) == (before, 0, "Budget")


def test_the_matrix_is_that_of_the_domain_reference():
    table = weights.matrix(CASE)
    totals = dict(zip(table.options, weighted_scores(table.scores, table.weights).tolist(), strict=True))
    assert totals == pytest.approx(
        {"Build it ourselves": 5.75, "Buy a connector": 6.85, "Use an open-source library": 6.60}
    )
    flips = weights.EXPLORER.plotted({"weight": 0.4}, CASE)["flips"]
    assert flips == pytest.approx([0.520, 0.579], abs=0.0005)


@pytest.mark.parametrize(
    ("weight", "leader"),
    [(0, "Buy"), (0.51, "Buy"), (0.53, "Use an open"), (0.57, "Use an open"), (0.59, "Build"), (1, "Build")],
)
def test_the_lead_changes_at_the_flip_points(weight, leader):
    assert f" {leader}" in weights.EXPLORER.says({"weight": weight}, CASE)
    assert "leads with" in weights.EXPLORER.says({"weight": weight}, CASE)


def test_a_lead_that_two_decimals_hide_gets_a_third():
    assert "leads with 6.725, before Use an open-source library with 6.720" in weights.EXPLORER.says(
        {"weight": 0.58}, CASE
    )


def test_the_budget_is_spent_as_well_as_it_can_be():
    for points in (0, 7, 20, 33, 58):
        best = max(
            sum(item.value for item in some)
            for count in range(len(BAKERY.items) + 1)
            for some in combinations(BAKERY.items, count)
            if sum(item.effort for item in some) <= points
        )
        assert sum(item.value for item in budget.taken({"budget": points}, BAKERY)) == best


def test_a_set_that_breaks_a_chain_is_said_to():
    assert "Weigh the salt stands on work" in budget.EXPLORER.says(
        {"budget": 5}, with_items(BAKERY, salt={"value": 9})
    )
    assert "All that they need is among them" in budget.EXPLORER.says({"budget": 58}, BAKERY)
    assert budget.EXPLORER.says({"budget": 0}, BAKERY) == "Nothing fits into this budget."


def test_a_limit_is_compared_with_the_lowest_that_lets_out_nearly_all():
    for reviewers in (1, 2, 3):
        out = [wip.figures(limit, reviewers).throughput for limit in wip.LIMITS]
        at = wip.enough(reviewers)
        assert out[at] >= 0.95 * max(out)
        assert all(one < 0.95 * max(out) for one in out[:at])
        assert out[-1] < out[at] / 2
    at = {
        name: wip.EXPLORER.says({"limit": limit, "reviewers": 2}, CASE)
        for name, limit in (("low", 2), ("enough", 4), ("high", 8), ("none", 9))
    }
    assert wip.enough(2) == 3
    assert at["low"].startswith(
        "With a limit of 2, 4 people who make and 2 who review, 0.49 cards are done a day"
    )
    assert "A limit of 4 lets out 0.87 a day, each after 5.1 days: here some people have nothing" in at["low"]
    assert "At no other limit does much more come out (the most is 0.91); without any it" in at["enough"]
    assert "here 3.5 days more go by while cards wait for people" in at["high"]
    assert at["none"].startswith(
        "With no limit, 4 people who make and 2 who review, 0.31 cards are done a day"
    )
    assert "5 people who make and 1 who reviews," in wip.EXPLORER.says({"limit": 4, "reviewers": 1}, CASE)


def test_what_is_said_to_be_open_is_what_littles_law_says():
    for limit in wip.LIMITS:
        now = wip.figures(limit, 2)
        runs = [
            simulate(draw_cards(wip.CARDS, seed, wip.MAKE, wip.REVIEW), 4, 2, limit, limit)
            for seed in range(wip.DRAWS)
        ]
        open_days = sum(run.average_wip * run.days for run in runs)
        assert average_wip(now.throughput, now.lead_time) == pytest.approx(
            open_days / sum(run.days for run in runs)
        )
    said = wip.EXPLORER.says({"limit": 9, "reviewers": 2}, CASE)
    assert "By Little's law 18.4 are open on average: 0.31 × 58.9, before rounding." in said


def test_the_end_of_the_slider_is_no_limit(course):
    slider = course.explore("wip").sliders["limit"]
    assert (slider.min, slider.max, slider.value) == (1, 9, 4)
    assert slider.words == {"9": "no limit"}
    plotted = wip.EXPLORER.plotted({"limit": 9, "reviewers": 2}, CASE)
    assert [step[0] for step in plotted["steps"]] == [*"12345678", "no limit"]
    assert plotted["present"] == 8


@pytest.mark.parametrize("name", ["weights", "budget"])
def test_what_a_case_lacks_is_said(name):
    assert explorer(name).lacks(CASE) == ""
    assert explorer(name).lacks(BARE).startswith("Bare has no ")


def test_a_misspelt_explorer_gets_a_hint(course):
    with pytest.raises(CourseError, match="no explorer “wieghts”; did you mean “weights”"):
        course.explore("wieghts")
