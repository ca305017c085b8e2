"""The matrix as a chart: where its points lie, what stands in its cells, and what a slider moves."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.figures.charts import pixels, texts
from tpm_kit.figures.risk_matrix import BOTTOM, LEFT, RiskMatrix

WORDS = [["low", "low", "high"], ["low", "high", "high"]]
CURVES = [("a", [(5, 1), (1, 5)])]
GIVEN = {
    "words": WORDS,
    "levels": ("low", "high"),
    "rows": ["Seldom", "Often"],
    "columns": ["Small", "Middling", "Large"],
}


def shown(**more) -> RiskMatrix:
    """A small matrix with something on it."""
    chart = RiskMatrix()
    chart.update(**GIVEN, **more)
    return chart


def test_every_cell_says_its_level_and_its_score():
    chart = shown(scores=[[1, 2, 3], [2, 4, 6]], title="Six cells")
    assert {"1 low", "2 low", "3 high", "4 high", "6 high", "Seldom", "Large", "Six cells"} <= set(
        texts(chart)
    )
    assert chart.alt == (
        "Six cells. Often, from low to high impact: 2 low, 4 high, 6 high. "
        "Seldom, from low to high impact: 1 low, 2 low, 3 high."
    )


def test_levels_differ_in_lightness_and_not_in_hue_alone():
    chart = shown()
    low, high = (
        pixels(chart.png())[round(2 * (chart.height - y)), round(2 * x)]
        for x, y in (chart._pixel((0.3, 0.5)), chart._pixel((1.3, 2.5)))
    )
    assert high[3] - low[3] > 100
    assert texts(chart).count("high") == 3


def test_points_lie_at_their_places_and_ways_lead_from_cell_to_cell():
    chart = shown(
        points=[("Leak", (1.5, 0.25), "half of 3")],
        moves=[("Fire", (1, 2), (0, 0)), ("Theft", (0, 1), (0, 1))],
        inside={(0, 2): ["Flood", "Frost"]},
        curves=[("same loss", [(2, 0.5), (0.5, 2)]), ("none", [])],
        flagged=[(1, 0)],
    )
    column, row = chart._wide, chart._high
    [x], [y] = chart._points.get_data()
    assert (x, y) == pytest.approx((LEFT + 0.25 * column, BOTTOM + 1.5 * row))
    ways = [at for at in zip(*chart._ways.get_data(), strict=True) if not math.isnan(at[0])]
    assert ways[0] == pytest.approx((LEFT + 2.5 * column, BOTTOM + 1.4 * row), abs=8)
    assert ways[1] == pytest.approx((LEFT + 0.5 * column, BOTTOM + 0.4 * row), abs=8)
    frame = [at for at in zip(*chart._marks.get_data(), strict=True)]
    assert all(LEFT < x < LEFT + column and BOTTOM + row < y < BOTTOM + 2 * row for x, y in frame)
    assert "Leak: half of 3." in chart.alt
    assert "In Seldom, Large: Flood and Frost." in chart.alt
    assert "Fire goes from Often, Large to Seldom, Small. Theft stays in Seldom, Middling." in chart.alt
    assert "Curve of equal risk: same loss. Marked: Often, Small." in chart.alt


def test_ways_between_the_same_cells_lie_side_by_side():
    chart = shown(moves=[("A", (1, 2), (0, 0)), ("B", (1, 2), (0, 0))])
    places = [at for at in zip(*chart._ways.get_data(), strict=True) if not math.isnan(at[0])]
    assert len({(round(x, 3), round(y, 3)) for x, y in places}) == len(places) - 2


def test_a_full_cell_grows_and_counts_what_does_not_fit():
    few, many = shown(inside={(0, 0): ["A"]}), shown(inside={(0, 0): [f"R-{n}" for n in range(9)]})
    assert many.height > few.height
    assert {"R-0", "R-4", "+ 4 more"} <= set(texts(many))
    assert "R-5" not in texts(many)
    assert "R-8" in many.alt


def test_a_cell_without_a_word_is_an_error():
    with pytest.raises(ValueError, match="2 rows and 3 columns need a word for each cell"):
        RiskMatrix().update(WORDS[:1], ("low",), ["a", "b"], ["x", "y", "z"])


def test_a_step_of_a_slider_draws_what_lies_on_top_only():
    chart = RiskMatrix()
    grid = {
        "words": [["low"] * 5] * 5,
        "levels": ("low", "high"),
        "rows": list("abcde"),
        "columns": list("vwxyz"),
    }
    chart.update(**grid, points=[("A", (2, 2)), ("B", (4, 4))], flagged=[(0, 0)], curves=CURVES)
    chart.png()
    chart.update(**grid, points=[("A", (2.5, 2)), ("B", (4, 4))], flagged=[(0, 0)], curves=CURVES)
    changed = [one for one in chart.figure.get_children() if one.get_visible() and one.stale]
    assert changed == [chart._points, chart._names._made[0]]
    fresh = RiskMatrix()
    fresh.update(**grid, points=[("A", (2.5, 2)), ("B", (4, 4))], flagged=[(0, 0)], curves=CURVES)
    np.testing.assert_array_equal(pixels(chart.png()), pixels(fresh.png()))
