"""What each chart shows: where things lie, and what its words and its text say."""

from __future__ import annotations

import math

import pytest

from tests.figures.charts import texts
from tpm_kit.figures.better_worse import BetterWorse, quadrant
from tpm_kit.figures.bump import Bump
from tpm_kit.figures.delay_cost import Block, DelayCost
from tpm_kit.figures.flip_points import FlipPoints, Option, leaders
from tpm_kit.figures.flow import FlowByLimit
from tpm_kit.figures.quadrants import Quadrants

# LeadingAgile, "An Introduction to Cost of Delay": the order C, B, A costs 163 thousand, the best 157.
PUBLISHED = [("C", 0, 6, 9, 54), ("B", 0, 10, 7, 70), ("A", 0, 13, 3, 39)]
# The domain's decision matrix: fit .40, cost .35, time .25; below 0.520 Buy leads, above 0.579 Build.
OPTIONS = [("Build", 3.5833333, 9), ("Buy", 7.4166667, 6), ("Open source", 6.3333333, 7)]


def areas(chart: DelayCost) -> list[float]:
    """The areas of the blocks, in weeks × cost per week."""
    scale = chart._axes.transData
    found = []
    for box in chart._boxes.take(len(chart._boxes._made)):
        corners = chart._pixels.transform([(box.get_x(), box.get_y()), (box.get_x() + box.get_width(), 0)])
        (left, _), (right, _) = scale.inverted().transform(corners)
        tops = chart._pixels.transform([(0, box.get_y()), (0, box.get_y() + box.get_height())])
        (_, bottom), (_, top) = scale.inverted().transform(tops)
        found.append((right - left) * (top - bottom))
    return found


def test_the_blocks_have_the_area_that_the_delay_costs():
    chart = DelayCost(weeks=13, rate=19)
    chart.update(PUBLISHED, 163, 157, "thousand")
    assert areas(chart) == pytest.approx([54, 70, 39])
    assert sum(areas(chart)) == pytest.approx(163)


def test_the_title_holds_the_order_against_the_best():
    chart = DelayCost()
    chart.update(PUBLISHED, 163, 157, "thousand")
    assert "Your order: 163 thousand · best possible: 157 thousand" in texts(chart)
    assert chart.alt == (
        "Your order: 163 thousand · best possible: 157 thousand. "
        "C: finished in week 6, 9 thousand per week, 54 in all. "
        "B: finished in week 10, 7 thousand per week, 70 in all. "
        "A: finished in week 13, 3 thousand per week, 39 in all."
    )
    assert {"Cost of delay, thousand per week", "Weeks from now", "In all, thousand"} <= set(texts(chart))


def test_an_order_begun_is_not_held_against_the_best():
    chart = DelayCost()
    chart.update(PUBLISHED[:1], 54, None, "k€")
    assert chart.alt.startswith("Placed so far: 54 k€. C: ")
    chart.update([], 0, None, "k€")
    assert chart.alt == "No job is placed yet."


def test_costs_without_a_unit_are_written_without_one():
    chart = DelayCost()
    chart.update(PUBLISHED[:1], 54, None, "")
    assert {"Cost of delay per week", "In all", "Placed so far: 54"} <= set(texts(chart))
    assert "9 per week, 54 in all." in chart.alt


def test_a_job_with_a_date_costs_from_then_on_and_nothing_before():
    chart = DelayCost()
    chart.update([Block("Rule", 12, 15, 4, 12), Block("Early", 9, 3, 5, 0)], 12, None, "k€")
    assert areas(chart)[0] == pytest.approx(12)
    rule, early = chart._boxes.take(2)[0], chart._boxes._made[1]
    assert rule.get_x() == pytest.approx(chart.to_pixels(chart._axes, 12, 0)[0])
    chart.update([Block("Rule", 12, 15, 4, 12), Block("Early", 9, 3, 5, 0)], 12, None, "k€")
    assert not early.get_visible()
    assert "Rule: finished in week 15, 4 k€ per week from week 12 on, 12 in all" in chart.alt


def test_axes_given_a_reach_stand_still_while_an_order_grows():
    chart = DelayCost(weeks=13, rate=19)
    limits = []
    for count in range(4):
        chart.update(PUBLISHED[:count], 1, None, "k€")
        limits.append((chart._axes.get_xlim(), chart._axes.get_ylim()))
    assert len(set(limits)) == 1


def test_a_job_keeps_its_colour_wherever_it_goes():
    chart = DelayCost()
    chart.update(PUBLISHED, 163, 157, "k€")
    before = [box.get_facecolor() for box in chart._boxes.take(3)]
    chart.update(PUBLISHED[::-1], 175, 157, "k€")
    assert [box.get_facecolor() for box in chart._boxes.take(3)] == before[::-1]


def test_features_lie_at_their_coefficients_with_worse_growing_to_the_right():
    chart = BetterWorse()
    chart.update([("Grip", 0.401, -0.832), ("Service", 0.883, -0.253), ("Odd", math.nan, math.nan)])
    xs, ys = chart._points.get_data()
    assert list(zip(xs, ys, strict=True)) == [
        pytest.approx(chart.to_pixels(chart._axes, worse, better))
        for better, worse in [(0.401, -0.832), (0.883, -0.253)]
    ]
    assert xs[0] > xs[1]
    assert "Grip: Better 0.40, Worse −0.83, must-be" in chart.alt
    assert "Service: Better 0.88, Worse −0.25, attractive" in chart.alt
    assert "Odd: no coefficients" in chart.alt


def test_groups_are_joined_to_the_whole():
    chart = BetterWorse()
    chart.update([("Refunds", 0.45, -0.2)], [("Refunds", "Shops", 0.8, -0.1), ("Gone", "X", 0, 0)])
    [tie] = chart._ties.take(1)
    assert [list(ends) for ends in tie.get_data()] == [
        list(ends)
        for ends in zip(
            chart.to_pixels(chart._axes, -0.2, 0.45), chart.to_pixels(chart._axes, -0.1, 0.8), strict=True
        )
    ]
    assert "Refunds, Shops alone: Better 0.80, Worse −0.10, attractive" in chart.alt
    assert "Gone" not in chart.alt


@pytest.mark.parametrize(
    ("better", "worse", "name"),
    [
        (0.5, -0.5, "one-dimensional"),
        (0.49, -0.5, "must-be"),
        (0.5, -0.49, "attractive"),
        (0, 0, "indifferent"),
    ],
)
def test_a_point_between_quadrants_belongs_to_the_outer_one(better, worse, name):
    assert quadrant(better, worse) == name


def test_flip_points_stand_on_the_upper_edge():
    chart = FlipPoints()
    chart.update("fit", OPTIONS, [0.52, 0.579], 0.4)
    xs, ys = chart._rings.get_data()
    tops = [max(Option(*option).score(flip) for option in OPTIONS) for flip in (0.52, 0.579)]
    assert list(zip(xs, ys, strict=True)) == [
        pytest.approx(chart.to_pixels(chart._axes, flip, top))
        for flip, top in zip((0.52, 0.579), tops, strict=True)
    ]
    assert {"0.52", "0.58", "now 0.40", "Now Buy leads", "6.85", "5.75", "6.60"} <= set(texts(chart))
    assert chart.alt == (
        "With a weight of 0.40 for fit, Buy leads with 6.85. "
        "Scores: Build 5.75, Buy 6.85 and Open source 6.60. The lead changes at 0.52 and 0.58. "
        "From weight 0 to 1 the lead is with Buy, then Open source, then Build."
    )


def test_a_step_of_the_slider_moves_the_present_weight_and_the_lead():
    chart = FlipPoints()
    for weight, leader in ((0.4, "Buy"), (0.55, "Open source"), (0.7, "Build")):
        chart.update("fit", OPTIONS, [0.52, 0.579], weight)
        across, _ = chart._upright.get_data()
        assert across[0] == pytest.approx(chart.to_pixels(chart._axes, weight, 6)[0])
        assert f"Now {leader} leads" in texts(chart)


def test_options_that_tie_lead_together():
    options = [Option("A", 1, 3), Option("B", 3, 1), Option("C", 0, 0)]
    assert leaders(options, 0.5) == [0, 1]
    chart = FlipPoints()
    chart.update("cost", options, [0.5], 0.5)
    assert "Now A and B lead" in texts(chart)


def test_no_flip_is_said():
    chart = FlipPoints()
    chart.update("cost", [("A", 5, 5), ("B", 4, 4)], [], 0.0)
    assert "No weight changes the lead" in chart.alt


METHODS = ["RICE", "ICE", "Kano"]
RANKED = [("Apples", [1, 2, 1], 1.0), ("Bread", [2, 1, None], 0.755), ("Cheese", [3, 3, 1])]


def test_rank_one_is_on_top_and_a_missing_rank_is_a_gap():
    chart = Bump()
    chart.update(METHODS, RANKED, [1], top=2)
    *_, bread = chart._lines.take(3)
    xs, ys = bread.get_data()
    assert ys[1] > ys[0]
    assert math.isnan(xs[2])
    assert (
        "Bread (your pick): RICE 2, ICE 1 and Kano no rank; stays in the top 2 in 76 % of trials" in chart.alt
    )
    assert {"– Bread", "Bread", "100 %", "76 %", "stays in top 2"} <= set(texts(chart))


def test_ties_stand_side_by_side():
    chart = Bump()
    chart.update(METHODS, RANKED)
    apples, _, cheese = (line.get_data() for line in chart._lines.take(3))
    assert apples[1][2] == cheese[1][2]
    assert cheese[0][2] - apples[0][2] >= 8
    assert "Cheese: RICE 3, ICE 3 and Kano 1 (tied)" in chart.alt


def test_picks_are_thicker_and_have_shapes_of_their_own():
    chart = Bump()
    chart.update(METHODS, RANKED, [2, 0])
    other, *picked = chart._lines.take(3)
    assert all(line.get_linewidth() > 2 * other.get_linewidth() for line in picked)
    assert len({marks.get_marker() for marks in chart._marks.take(3)[1:]}) == 2
    weights = {text.get_text(): text.get_fontweight() for text in chart._lefts.take(3)}
    assert weights == {"Apples": "bold", "Bread": "normal", "Cheese": "bold"}


def test_an_item_needs_a_rank_or_none_for_each_method():
    with pytest.raises(ValueError, match="Bread has 1 ranks for 3 methods; give one for each, None where"):
        Bump().update(METHODS, [("Bread", [1])])


@pytest.mark.parametrize("count", [2, 7])
def test_as_many_methods_as_there_are(count):
    chart = Bump()
    items = [(f"Item {n}", [(n + m) % 12 + 1 for m in range(count)], n / 12) for n in range(12)]
    chart.update([f"M{n}" for n in range(count)], items, range(5))
    assert {f"M{n}" for n in range(count)} <= set(texts(chart))
    assert {str(rank) for rank in range(1, 13)} <= set(texts(chart))
    assert "stays in top 5" in texts(chart)
    chart.update([f"M{n}" for n in range(count)], [("Bread", [1] * count)])
    assert not any(text.startswith("stays in top") for text in texts(chart)), "no stability is known"


def test_items_lie_at_effort_and_value_and_chosen_ones_are_filled():
    chart = Quadrants()
    chart.update([("Win", 2, 8), ("Bet", 8, 8), ("Pit", 8, 2)], (5, 5), [0, 2], 12, ("points", "score"))
    empty, filled = ([*zip(*points.get_data(), strict=True)] for points in chart._points)
    assert empty == [pytest.approx(chart.to_pixels(chart._axes, 8, 8))]
    assert filled == [pytest.approx(chart.to_pixels(chart._axes, *at)) for at in ((2, 8), (8, 2))]
    assert {"2 of 3 items chosen: 10 of 12 points", "Effort, points", "Value, score"} <= set(texts(chart))
    assert "Quick wins: Win (effort 2, value 8, chosen)" in chart.alt
    assert "Fill-ins: none" in chart.alt
    assert "Money pits: Pit (effort 8, value 2, chosen)" in chart.alt


def test_an_item_on_the_cut_counts_as_high():
    chart = Quadrants()
    chart.update([("Edge", 5, 5)], (5, 5))
    assert "Big bets: Edge" in chart.alt


def test_more_than_the_budget_is_said():
    chart = Quadrants()
    chart.update([("A", 0.1, 1), ("B", 0.2, 1)], (1, 1), [0, 1], 0.3)
    assert "2 of 2 items chosen: 0.3 of 0.3 points." in chart.alt
    chart.update([("A", 0.1, 1), ("B", 0.3, 1)], (1, 1), [0, 1], 0.3)
    assert "0.4 of 0.3 points, too much" in chart.alt


STEPS = [("1", 0.25, 4), ("2", 0.5, 6), ("3", 0.6, 9), ("no limit", 0.3, 60)]


def test_steps_stand_at_their_figures_and_the_present_one_is_marked():
    chart = FlowByLimit()
    chart.update(STEPS, 1, "Limit")
    for part, dots in enumerate(chart._dots, start=1):
        axes = chart._parts[part - 1]
        levels = [chart.to_pixels(axes, 0, step[part])[1] for step in STEPS[:3]]
        assert list(dots.get_ydata())[:3] == pytest.approx(levels)
    across, upright = chart._dots[0].get_xdata(), chart._upright.get_xdata()
    assert {x for x in upright} == {across[1]}
    assert [list(line.get_xdata()) for line in chart._lines] == [list(across[:3])] * 2
    assert {"1", "2", "3", "no limit", "0.5", "6", "60 ↑", "Limit: 2"} <= set(texts(chart))
    assert chart.alt == (
        "Limit 2: 0.5 finished a day, 6 days from start to finish. 1: 0.25 a day, 4 days. 2: 0.5 a day, 6 "
        "days. 3: 0.6 a day, 9 days. no limit: 0.3 a day, 60 days."
    )


def test_a_step_that_would_flatten_the_others_stands_at_the_edge():
    chart = FlowByLimit()
    chart.update(STEPS, 3)
    area = chart.area(chart._parts[1])
    assert chart._dots[1].get_ydata()[3] == pytest.approx(area.top - 3)
    assert chart._parts[1].get_ylim()[1] == pytest.approx(9 * 1.2)
    assert [text for text in texts(chart) if "60" in text] == ["60 ↑"]
    near = [*STEPS[:3], ("no limit", 0.3, 12)]
    chart.update(near, 0)
    assert chart._parts[1].get_ylim()[1] == pytest.approx(12 * 1.2)
    assert not any("↑" in text for text in texts(chart))


def test_a_step_that_belongs_to_the_row_is_joined_to_it():
    chart = FlowByLimit(apart=False)
    chart.update(STEPS, 0)
    assert len(chart._lines[0].get_xdata()) == 4
    assert chart._parts[1].get_ylim()[1] == pytest.approx(60 * 1.2)
    assert not any("↑" in text for text in texts(chart))
