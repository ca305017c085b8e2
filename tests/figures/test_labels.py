"""Labels keep apart and keep near."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.figures.labels import Box, place, spread

HEIGHTS = st.lists(st.floats(-50, 400), max_size=14)
AREA = Box(0, 0, 700, 350)


@given(HEIGHTS)
def test_spread_keeps_the_gap_the_limits_and_the_order(wanted):
    placed = spread(wanted, 17, 0, 300)
    assert len(placed) == len(wanted)
    for (_, low), (_, high) in pairwise(sorted(zip(wanted, placed, strict=True))):
        assert high - low >= 17 - 1e-6
    assert all(-1e-6 <= one <= 300 + 1e-6 for one in placed)


@given(st.lists(st.floats(0, 300), max_size=14, unique=True).map(sorted))
def test_spread_moves_nothing_that_has_room(wanted):
    roomy = [one for n, one in enumerate(wanted) if n == 0 or one - wanted[n - 1] > 17]
    if all(b - a > 17 for a, b in pairwise(roomy)):
        assert spread(roomy, 17, 0, 300) == pytest.approx(roomy)


def test_spread_parts_equal_wishes_evenly_around_them():
    assert spread([100, 100, 100], 20, 0, 300) == pytest.approx([80, 100, 120])


def test_spread_closes_up_where_there_is_no_room():
    assert spread([5, 5, 5], 100, 0, 50) == pytest.approx([0, 25, 50])


POINTS = st.lists(st.tuples(st.floats(0, 700), st.floats(0, 350)), max_size=10)


@given(POINTS)
def test_labels_lie_in_the_area_and_on_no_other_label(points):
    boxes = place(points, [(120.0, 17.0)] * len(points), AREA)
    for box in boxes:
        assert -1e-6 <= box.left < box.right <= 700 + 1e-6
        assert -1e-6 <= box.bottom < box.top <= 350 + 1e-6
    for one, other in combinations(boxes, 2):
        assert one.overlap(other) < 1


def test_a_label_alone_stands_right_of_its_point():
    [box] = place([(100, 100)], [(60, 16)], AREA)
    assert box == Box(109, 92, 169, 108)


def test_a_label_keeps_off_what_is_taken():
    taken = Box(105, 60, 300, 140)
    [box] = place([(100, 100)], [(60, 16)], AREA, [taken])
    assert box.overlap(taken) == 0


def test_a_label_is_no_nearer_to_another_point():
    points = [(100.0, 100.0), (160.0, 100.0)]
    first, second = place(points, [(110, 17)] * 2, AREA)
    assert first.distance(points[0]) <= first.distance(points[1])
    assert second.distance(points[1]) <= second.distance(points[0])


def test_twelve_labels_of_one_point_find_room():
    boxes = place([(30.0, 300.0)] * 12, [(150.0, 17.0)] * 12, AREA)
    assert all(one.overlap(other) < 1 for one, other in combinations(boxes, 2))
