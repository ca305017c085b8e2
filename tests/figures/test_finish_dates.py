"""The finishes of many runs: counted in steps, with lines at P50, P80 and the deadline."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.charts import boxes, texts
from tpm_kit.figures.finish_dates import DRIVERS, FinishDates, bars


def test_a_finish_on_the_evening_of_a_day_belongs_to_that_day():
    found = bars([*range(1, 25), 23.5, 24.0000000001, math.nan, math.inf])
    assert list(found.edges) == list(range(25))
    assert list(found.counts) == [1] * 23 + [3]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(0, 1e5) | st.sampled_from([5.0, 0.1]), min_size=1, max_size=60))
def test_every_finish_is_counted_once_in_its_step(finishes):
    found = bars(finishes)
    assert found.counts.sum() == len(finishes)
    assert len(found.edges) == len(found.counts) + 1 <= 60
    assert found.edges[0] <= min(finishes) + 1e-6
    assert found.edges[-1] >= max(finishes) - 1e-6


RUNS = np.concatenate([np.full(30, 21.0), np.full(50, 25.0), np.full(20, 41.0)])


def finish(**more) -> FinishDates:
    chart = FinishDates()
    chart.update(RUNS, 25, 30, 33, 0.8, [("Keys", 0.91), ("Move", -0.2)], **more)
    return chart


def test_the_lines_stand_at_p50_p80_and_the_deadline():
    chart = finish(dated=lambda time: f"day {time:g}")
    for line, at in zip(chart._lines, (25, 30, 33), strict=True):
        assert line.get_xdata()[0] == pytest.approx(chart.to_pixels(chart._axes, at, 0)[0])
    assert {"P50 day 25", "P80 day 30", "deadline day 33: 80 % in time"} <= set(texts(chart))
    assert chart.alt == (
        "100 runs, finished from day 21 to day 41. P50 day 25. P80 day 30. Deadline day 33: 80 % in time. "
        "Rank correlation with the finish: Keys 0.91 and Move −0.20."
    )


def test_without_dates_times_are_in_their_unit_and_drivers_may_be_shares():
    chart = finish(measure="Critical in", shares=True, unit="weeks")
    assert {"P50 25 weeks", "finished after, weeks", "91 %", "Critical in"} <= set(texts(chart))


def test_what_is_late_is_hatched_and_lies_right_of_the_deadline():
    chart = finish()
    x = chart.to_pixels(chart._axes, 33, 0)[0]
    assert chart._in_time.get_xy()[:, 0].max() <= x + 1e-6
    late = chart._late.get_xy()
    assert late[:, 0].min() >= x - 1e-6
    assert chart._late.get_hatch() == "////"
    chart.update(RUNS, deadline=50)
    assert np.ptp(chart._late.get_xy()[:, 0]) == 0
    chart.update(RUNS, deadline=1)
    assert np.ptp(chart._in_time.get_xy()[:, 0]) == 0


@pytest.mark.parametrize("at", [(25, 25, 25), (21, 22, 41), (40.9, 41, 41), (21, 21.1, 21.2), (41, 21, 30)])
def test_the_words_at_the_lines_meet_neither_each_other_nor_another_line(at):
    chart = FinishDates()
    chart.update(RUNS, *at, 0.5)
    chart.png()
    words = boxes(chart, {mark.get_text() for mark in chart._marks})
    assert len(words) == 3
    assert not any(one.overlaps(other) for one, other in combinations(words, 2))
    for line in chart._lines:
        x, top = 2 * line.get_xdata()[0], 2 * max(line.get_ydata())
        assert not any(box.x0 < x < box.x1 and top > box.y0 + 4 for box in words)


def test_no_run_and_odd_times_are_shown_as_they_are():
    chart = FinishDates()
    chart.update([], math.nan, None, math.inf)
    assert chart.alt == "No run yet."
    assert not any(line.get_visible() for line in chart._lines)
    chart.update([5.0], drivers=[("Keys", math.nan)])
    assert "Keys unknown" in chart.alt
    assert chart.png()


def test_more_drivers_than_fit_are_counted_and_all_are_said():
    chart = FinishDates()
    chart.update([5.0], drivers=[(f"D{n}", 0.5) for n in range(DRIVERS + 3)])
    assert {"D7", "and 3 more"} <= set(texts(chart))
    assert "D8" not in texts(chart)
    assert "D10 0.50" in chart.alt
