"""What the charts of the roadmap show: bars at their dates, finishes, loads, and networks in columns."""

from __future__ import annotations

import datetime
import doctest
import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.charts import HOSTILE, pixels, texts
from tpm_kit.figures import time_grid
from tpm_kit.figures.arrows import elbow
from tpm_kit.figures.finish_dates import DRIVERS, FinishDates, bars
from tpm_kit.figures.gantt import Gantt
from tpm_kit.figures.layers import layers
from tpm_kit.figures.network import Network
from tpm_kit.figures.sprint_load import SprintLoad
from tpm_kit.figures.time_grid import Scale

FIRST = datetime.date(2027, 1, 11)
DAY = datetime.timedelta(days=1)
SPRINTS = [(FIRST + 14 * n * DAY, FIRST + (14 * n + 13) * DAY, f"Sprint {n + 1}") for n in range(6)]
ROWS = [
    ("Keys", FIRST, FIRST + 11 * DAY, "Banks", True),
    ("Schema", FIRST, FIRST + 25 * DAY, "Ledger"),
    ("Move", FIRST + 14 * DAY, FIRST + 25 * DAY, "Banks", True),
    ("Report", FIRST + 14 * DAY, FIRST + 39 * DAY, "Ledger"),
]
LINKS = [(0, 2), (1, 3)]


def gantt(*data, **more) -> Gantt:
    chart = Gantt()
    chart.update(*data, **more)
    return chart


def boxes(chart, words):
    """The extents of the texts with these words, in dots."""
    renderer = chart._canvas.get_renderer()
    artists = [one for one in chart.figure.get_children() if hasattr(one, "get_text") and one.get_visible()]
    return [one.get_window_extent(renderer) for one in artists if one.get_text() and one.get_text() in words]


# The Gantt chart -------------------------------------------------------------------------------------


def test_the_examples_in_the_docstrings_hold():
    failed, tried = doctest.testmod(time_grid)
    assert (failed, tried > 0) == (0, True)


def test_a_bar_reaches_from_the_morning_of_its_first_day_to_the_evening_of_its_last():
    chart = gantt(ROWS, LINKS, periods=SPRINTS)
    day = (chart._scale.right - chart._scale.left) / 84
    spans = [(bar.get_x(), bar.get_width()) for bar in chart._bars.take(4)]
    assert spans == [
        pytest.approx((chart._scale.left + first * day, days * day))
        for first, days in ((0, 12), (0, 26), (14, 12), (14, 26))
    ]


def test_items_stand_by_section_with_what_is_critical_marked_by_line_and_type():
    chart = gantt(ROWS)
    levels = {row[0]: bar.get_y() for row, bar in zip(ROWS, chart._bars.take(4), strict=True)}
    assert sorted(levels, key=lambda name: -levels[name]) == ["Keys", "Move", "Schema", "Report"]
    assert [edge.get_linewidth() for edge in chart._edges.take(4)] == [1.9, 0.7, 1.9, 0.7]
    weights = {text.get_text(): text.get_fontweight() for text in chart._names.take(4)}
    assert weights == {"Keys": "bold", "Schema": "normal", "Move": "bold", "Report": "normal"}


def test_the_text_says_each_item_with_its_dates():
    chart = gantt(
        ROWS, LINKS, [("Release", datetime.date(2027, 4, 2))], datetime.date(2027, 1, 20), periods=SPRINTS
    )
    assert chart.alt == (
        "4 items in 2 sections, 11 January to 19 February 2027. Today is 20 January 2027. "
        "Milestone Release: 2 April 2027. "
        "Keys (Banks): 11 to 22 January 2027, critical. "
        "Move (Banks): 25 January to 5 February 2027, critical, after Keys. "
        "Schema (Ledger): 11 January to 5 February 2027. "
        "Report (Ledger): 25 January to 19 February 2027, after Schema, begins before Schema is done."
    )
    shown = set(texts(chart))
    assert {"Sprint 6", "22 Mar", "Milestones", "Release", "2 Apr", "today, 20 Jan", "Banks"} <= shown
    assert any("dashed: begins before what it needs is done" in text for text in shown)


def test_an_arrow_of_a_link_that_holds_is_whole_and_of_one_that_does_not_dashed():
    chart = gantt(ROWS, LINKS)
    drawn = {key for key, line in chart._arrows._lines.items() if len(line.get_xdata())}
    assert drawn == {(True, False), (False, True)}
    chart.update(ROWS, [])
    assert not any(len(line.get_xdata()) for line in chart._arrows._lines.values())


def test_an_arrow_turns_into_the_next_bar_from_above_and_goes_round_for_one_that_begins_too_soon():
    down = elbow((0, 50, 100), (60, 90, 40), 12, 20)
    assert down == [(50, 100), (67, 100), (67, 49)]
    assert elbow((0, 50, 40), (60, 90, 100), 12, 20)[-1] == (67, 91)
    back = elbow((0, 50, 100), (20, 90, 40), 12, 20)
    assert back == [(50, 100), (56, 100), (56, 90), (11, 90), (11, 40), (17, 40)]


def test_milestones_are_diamonds_at_the_end_of_their_day():
    chart = gantt(ROWS, (), [("B", FIRST + 41 * DAY), ("A", FIRST + 13 * DAY)], periods=SPRINTS[:3])
    xs, ys = chart._diamonds.get_data()
    assert chart._diamonds.get_marker() == "D"
    assert list(xs) == [pytest.approx(chart._scale.x(FIRST + n * DAY)) for n in (14, 42)]
    assert ys[0] > ys[1]


def test_today_is_shown_where_it_lies_on_the_axis():
    chart = gantt(ROWS, today=FIRST + 7 * DAY)
    assert chart._today.get_xdata()[0] == pytest.approx(chart._scale.x(FIRST + 7 * DAY, 0.5))
    chart.update(ROWS, today=FIRST - DAY)
    assert not chart._today.get_visible()
    assert "Today is 10 January 2027" in chart.alt


def test_sprint_numbers_do_where_there_are_no_dates():
    chart = gantt(
        [("One", 2, 3), ("Two", 4, 4)],
        [(0, 1)],
        [("Done", 4)],
        3,
        [(n, n, f"Sprint {n}") for n in range(1, 7)],
    )
    column = (chart._scale.right - chart._scale.left) / 6
    one, two = chart._bars.take(2)
    assert (one.get_x(), one.get_width()) == pytest.approx((chart._scale.left + column, 2 * column))
    assert (two.get_x(), two.get_width()) == pytest.approx((chart._scale.left + 3 * column, column))
    assert "One: Sprint 2 to Sprint 3. Two: Sprint 4, after One." in chart.alt
    assert "Milestone Done: Sprint 4" in chart.alt
    assert "today, Sprint 3" in texts(chart)
    assert "One: 2 to 3" in gantt([("One", 2, 3)]).alt


def test_dates_and_numbers_do_not_mix_and_no_bar_ends_before_it_starts():
    with pytest.raises(TypeError, match="all times must be dates, or all must be numbers"):
        gantt([("One", 1, 2)], milestones=[("Release", FIRST)])
    with pytest.raises(ValueError, match="Late ends before it starts: 3 to 2"):
        gantt([("Late", 3, 2)])


@pytest.mark.parametrize("count", [3, 14, 30])
def test_the_figure_grows_with_its_rows_and_no_label_lies_on_another(count):
    rows = [
        (f"{n} {'long title ' * (n % 9)}{HOSTILE[n % 3]}", FIRST + n * DAY, FIRST + 2 * n * DAY, f"S{n % 4}")
        for n in range(count)
    ]
    chart = gantt(
        rows, [(n, n + 1) for n in range(count - 1)], [("One", FIRST), ("Two", FIRST + DAY)], periods=SPRINTS
    )
    picture = pixels(chart.png())
    assert picture.shape[0] == 2 * chart.height
    assert chart.height > 23 * (count + 2)
    labels = boxes(chart, set(texts(chart)))
    assert len(labels) >= count + 2 + 12
    assert not any(one.overlaps(other) for one, other in combinations(labels, 2))


@pytest.mark.parametrize("days", [1, 20, 90, 400, 3000, 40_000])
def test_without_periods_there_are_weeks_months_or_years_that_fill_the_axis(days):
    scale = Scale.over([FIRST, FIRST + (days - 1) * DAY], (0, 600))
    found = scale.periods()
    assert 1 <= len(found) <= 120
    assert (found[0].start, found[-1].end) == (FIRST, FIRST + (days - 1) * DAY)
    assert all(one.end + DAY == other.start for one, other in pairwise(found))
    chart = gantt([("Long", FIRST, FIRST + (days - 1) * DAY)])
    chart.png()
    labels = boxes(chart, set(texts(chart)))
    assert not any(one.overlaps(other) for one, other in combinations(labels, 2))


def test_a_gantt_chart_can_be_saved_as_svg(tmp_path):
    chart = gantt([(name, FIRST, FIRST + n * DAY) for n, name in enumerate(HOSTILE[:6])])
    chart.figure.savefig(tmp_path / "plan.svg")
    assert (tmp_path / "plan.svg").read_text("utf-8").rstrip().endswith("</svg>")


# The finish ------------------------------------------------------------------------------------------


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


# The load --------------------------------------------------------------------------------------------


def test_a_bar_is_filled_up_to_the_capacity_and_hatched_above_it():
    chart = SprintLoad()
    chart.update(["1", "2"], [("Banks", [4, 9], [6, 6]), ("Shops", [3, 0], [None, 3])], notes=["11 Jan"])
    unit = chart._scale
    assert [bar.get_height() / unit for bar in chart._bars.take(4)] == pytest.approx([4, 6, 3, 0])
    over = chart._overs._made
    assert [one.get_visible() for one in over] == [False, True, False, False]
    assert over[1].get_height() / unit == pytest.approx(3)
    assert over[1].get_hatch() == "////"
    weights = {text.get_text(): text.get_fontweight() for text in chart._loads.take(4)}
    assert (weights["9"], weights["4"]) == ("bold", "normal")
    floors = np.array(chart._floors)
    marks = [y for y in chart._marks.get_ydata()[::3]]
    assert marks == pytest.approx([floors[0] + 6 * unit, floors[0] + 6 * unit, floors[1] + 3 * unit])
    assert chart.alt == (
        "Load by sprint, points: 1 time over capacity. "
        "Banks: 1 4 of 6; 2 9 of 6, 3 too much. Shops: 1 3; 2 0 of 3."
    )
    assert {"13 of 12 points", "3 points", "11 Jan"} <= set(texts(chart))


def test_rounding_is_no_overload():
    chart = SprintLoad()
    chart.update(["1"], [("Banks", [0.1 + 0.2], [0.3])])
    assert "never over capacity" in chart.alt


def test_an_unknown_capacity_is_said():
    chart = SprintLoad()
    chart.update(["1"], [("Banks", [2], [None])])
    assert "the capacity is not known" in chart.alt


def test_a_team_needs_a_load_and_a_capacity_for_each_sprint():
    with pytest.raises(ValueError, match="Banks has 1 loads and 2 capacities for 2 sprints"):
        SprintLoad().update(["1", "2"], [("Banks", [1], [1, 1])])


def test_lanes_grow_with_the_teams_and_no_number_lies_on_another():
    chart = SprintLoad()
    chart.update(
        [f"Sprint {n}" for n in range(1, 13)],
        [(f"Team {n}", [(n * 7 + k * 5) % 13 for k in range(12)], [6] * 12) for n in range(6)],
    )
    chart.png()
    labels = boxes(chart, set(texts(chart)))
    assert not any(one.overlaps(other) for one, other in combinations(labels, 2))
    assert chart.height > 6 * 80


# The network -----------------------------------------------------------------------------------------

links = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16, unique=True)


@settings(max_examples=80, deadline=None)
@given(links)
def test_each_task_stands_right_of_all_that_it_waits_for(pairs):
    forward = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    found = layers(8, forward)
    column = {place: n for n, places in enumerate(found.columns) for place in places}
    assert all(column[before] < column[after] for before, after in forward)
    assert sorted(place for place in column if isinstance(place, int)) == list(range(8))
    for way, (before, after) in zip(found.ways, forward, strict=True):
        assert (way[0], way[-1]) == (before, after)
        assert [column[place] for place in way] == list(range(column[before], column[after] + 1))


@settings(max_examples=25, deadline=None)
@given(links)
def test_boxes_never_overlap_and_a_circle_is_drawn_too(pairs):
    chart = Network()
    chart.update([(f"T{n}", n) for n in range(8)], pairs)
    frames = [box.get_bbox() for box in chart._boxes.take(8)]
    assert not any(one.overlaps(other) for one, other in combinations(frames, 2))
    assert all(frame.x0 >= 0 and frame.x1 <= chart.width and frame.y0 >= 0 for frame in frames)


def test_a_network_shows_the_times_that_it_is_given_and_no_others():
    chart = Network()
    chart.update(
        [("A", 1, ("0", "1"), ("", ""), "", True), ("B", 2, ("", ""), ("5", ""), "$2$", True)],
        [(0, 1)],
        "days",
    )
    assert {"A", "B", "1 day", "2 days", "0", "1", "5", "float $2$"} <= set(texts(chart))
    assert chart.alt == (
        "2 tasks, durations in days. A: 1 day, at the start, earliest 0 to 1, critical. "
        "B: 2 days, after A, latest 5 to ?, float $2$, critical."
    )
    assert [box.get_linewidth() for box in chart._boxes.take(2)] == [2.4, 2.4]
    assert chart._ways.take(1)[0].get_linewidth() > 2
