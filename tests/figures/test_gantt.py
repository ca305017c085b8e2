"""The Gantt chart: bars at their dates, arrows, milestones and today, and no label on another."""

from __future__ import annotations

import datetime
from itertools import combinations, pairwise

import pytest

from tests.figures.charts import HOSTILE, boxes, pixels, texts
from tpm_kit.figures.arrows import elbow
from tpm_kit.figures.gantt import Gantt
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
