"""The network of tasks: in columns, with boxes that never overlap, and the times that it is given."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.charts import texts
from tpm_kit.figures.layers import layers
from tpm_kit.figures.network import Network

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
