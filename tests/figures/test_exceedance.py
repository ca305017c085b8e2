"""Exceedance curves: where they lie, what is marked on them, and what the list and the text say."""

from __future__ import annotations

import math

import pytest

from tests.figures.charts import texts
from tpm_kit.figures.exceedance import CURVES, Exceedance

BEFORE = ("All risks borne", [0, 10, 40], [0.6, 0.2, 0], 4, 10, 0.08)
AFTER = ("Two responses bought", [5, 9, 25], [0.4, 0.2, 0], 5, 9, 0)


def chart(**more) -> Exceedance:
    """Two plans of a bakery against a reserve of 30."""
    made = Exceedance()
    made.update([BEFORE, AFTER], 30, "reserve", "Cost, thousand euros", **more)
    return made


def place(made: Exceedance, x: float, y: float) -> tuple[float, float]:
    """Where a point of the axes lies."""
    return pytest.approx(made.to_pixels(made._axes, x, y))


def test_a_curve_comes_down_from_all_runs_and_has_its_p50_and_p80_on_it():
    made = chart()
    first = list(zip(*made._lines[0].get_data(), strict=True))
    assert first == [place(made, *point) for point in ((0, 1), (0, 0.6), (10, 0.2), (40, 0))]
    dots = list(zip(*made._dots[1].get_data(), strict=True))
    assert dots == [place(made, *point) for point in ((5, 0.5), (9, 0.2))]
    assert made._lines[0].get_linestyle() != made._lines[1].get_linestyle()
    assert made._limit.get_xdata()[0] == pytest.approx(made.to_pixels(made._axes, 30, 0)[0])


def test_the_list_and_the_text_say_the_same():
    made = chart(written=lambda value: f"€{value:g},000")
    assert {
        "All risks borne",
        "P50 €4,000 · P80 €10,000 · 8 % above",
        "Two responses bought",
        "P50 €5,000 · P80 €9,000 · 0 % above",
        "reserve €30,000",
        "share of runs above",
    } <= set(texts(made))
    assert made.alt == (
        "Cost, thousand euros: how likely it is to be above a value. Reserve €30,000. "
        "All risks borne: from €0,000 to €40,000, P50 €4,000, P80 €10,000, 8 % above. "
        "Two responses bought: from €5,000 to €25,000, P50 €5,000, P80 €9,000, 0 % above."
    )


def test_without_a_limit_no_share_is_above_it_and_values_have_their_unit():
    made = Exceedance()
    made.update([BEFORE], along="Finish", unit="days")
    assert made.alt == (
        "Finish: how likely it is to be above a value. All risks borne: from 0 days to 40 days, P50 4 days, "
        "P80 10 days."
    )
    assert not any("limit" in text for text in texts(made))


def test_what_is_not_finite_is_left_out():
    made = Exceedance()
    made.update([("Odd", [1, math.nan, 3], [0.5, 0.2, math.inf], math.nan, None, math.inf)], math.nan)
    assert made.alt == "Cost: how likely it is to be above a value. Odd: from 1 to 1."
    made.update([("None", [], [])])
    assert made.alt.endswith("None: no run.")
    made.update([])
    assert made.alt == "No run yet."
    assert made.png()


def test_all_runs_alike_are_one_step():
    made = Exceedance()
    made.update([("Certain", [7], [0], 7, 7)], 7)
    xs, ys = made._lines[0].get_data()
    assert len(set(xs)) == 1
    assert list(zip(xs, ys, strict=True))[1] == place(made, 7, 0)


def test_a_limit_far_out_widens_the_axis_and_keeps_its_words_in_the_picture():
    made = chart()
    made.update([BEFORE], 400, "a reserve with a rather long name that nobody needs")
    made.png()
    assert made._limit.get_xdata()[0] <= made.area(made._axes).right
    box = made._limit_name.get_window_extent(made._canvas.get_renderer())
    assert box.x1 <= 2 * (made.area(made._axes).right + 21)


def test_more_curves_than_fit_are_counted_and_all_are_said():
    made = Exceedance()
    made.update([(f"Plan {n}", [n, n + 1], [0.5, 0]) for n in range(CURVES + 2)])
    assert {"Plan 7", "and 2 more"} <= set(texts(made))
    assert "Plan 8" not in texts(made)
    assert "Plan 9: from 9 to 10" in made.alt
