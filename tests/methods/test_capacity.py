"""Capacity, load and double bookings against brute force, and levelling against a published network."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.capacity import (
    MOST_SEARCHED,
    Bar,
    Booking,
    CapacityError,
    Task,
    capacity,
    double_booked,
    level,
    load,
    spread,
    total_load,
)

# Milwaukee Paper (Heizer and Render, "Operations Management", chapter on project management).
MILWAUKEE = [
    Task("A", 2),
    Task("B", 3),
    Task("C", 2, ("A",)),
    Task("D", 4, ("A", "B")),
    Task("E", 4, ("C",)),
    Task("F", 3, ("C",)),
    Task("G", 5, ("D", "E")),
    Task("H", 2, ("F", "G")),
]

BARS = st.lists(
    st.builds(
        Bar,
        id=st.uuids().map(str),
        team=st.sampled_from(["Blue", "Red"]),
        first=st.integers(1, 7),
        span=st.integers(1, 7),
        points=st.integers(0, 40).map(lambda points: points / 4),
        person=st.sampled_from(["", "", "Ada", "Bo"]),
    ),
    max_size=8,
)


@st.composite
def networks(draw, most=5):
    """A few tasks; each may come after any that stands earlier in a hidden order."""
    ids = "abcdef"[: draw(st.integers(1, most))]
    tasks = [
        Task(
            id,
            draw(st.integers(0, 5) | st.sampled_from([0.1, 0.2, 0.3])),
            tuple(draw(st.sets(st.sampled_from(ids[:at]), max_size=2))) if at else (),
            draw(st.integers(0, 2)),
        )
        for at, id in enumerate(ids)
    ]
    return draw(st.permutations(tasks))


def earliest(tasks):
    """Finish of each task without any cap, by its needs alone."""
    by_id = {task.id: task for task in tasks}

    def end(id):
        exact = Fraction(str(by_id[id].duration))
        return exact + max((end(need) for need in by_id[id].after), default=Fraction(0))

    return {id: end(id) for id in by_id}


def best_finish(tasks, cap):
    """The earliest finish of all plans: each order of placing, each task as early as it fits."""
    ends = []
    for order in permutations(tasks):
        placed = {}
        for task in order:
            if not set(task.after) <= placed.keys():
                break
            at = max((placed[need][1] for need in task.after), default=Fraction(0))
            options = sorted({at, *(end for _, end, _ in placed.values() if end > at)})
            length = Fraction(str(task.duration))
            at = next(time for time in options if most_used(placed, time, time + length) + task.units <= cap)
            placed[task.id] = (at, at + length, task.units)
        else:
            ends.append(max(end for _, end, _ in placed.values()))
    return min(ends)


def most_used(placed, start, end):
    moments = [start, *(s for s, _, _ in placed.values() if start < s < end)]
    return max(sum(units for s, e, units in placed.values() if s <= moment < e) for moment in moments)


@pytest.mark.parametrize(("cap", "finish"), [(8, 15), (3, 15), (2, 15), (1, 25)])
def test_the_published_network_under_a_cap(cap, finish):
    """Constructed on the published network: one unit a task."""
    levelled = level(MILWAUKEE, cap)
    assert levelled.finish == finish
    assert list(levelled.times) == list("ABCDEFGH")


def test_float_is_used_before_the_finish_is_delayed():
    """F has 6 days of float and gives 3 of them; nothing else waits."""
    levelled = level(MILWAUKEE, 2)
    assert levelled.times["F"] == (7, 10)
    assert levelled.moved == ("F",)
    assert level(MILWAUKEE, 3).times["F"] == (4, 7)
    assert level(MILWAUKEE, 3).moved == ()


def test_a_cap_of_one_is_a_queue():
    times = sorted(level(MILWAUKEE, 1).times.values())
    assert times[0][0] == 0
    assert all(end == start for (_, end), (start, _) in pairwise(times))


@given(networks(), st.integers(2, 4))
def test_no_plan_breaks_a_link_or_the_cap(tasks, cap):
    levelled = level(tasks, cap)
    times = levelled.times
    assert list(times) == [task.id for task in tasks]
    for task in tasks:
        start, end = times[task.id]
        assert end - start == pytest.approx(task.duration)
        assert all(times[need][1] <= start for need in task.after)
        assert (task.id in levelled.moved) == (start > max((times[n][1] for n in task.after), default=0))
    for moment, _ in times.values():
        used = sum(task.units for task in tasks if times[task.id][0] <= moment < times[task.id][1])
        assert used <= cap
    assert levelled.finish == max(end for _, end in times.values())


@given(networks(), st.integers(2, 3))
def test_the_finish_is_the_best_of_all_plans(tasks, cap):
    """So it is never delayed while waiting within the float would do."""
    assert level(tasks, cap).finish == float(best_finish(tasks, cap))


@given(networks())
def test_without_a_tight_cap_nothing_waits(tasks):
    levelled = level(tasks, 12)
    assert {id: end for id, (_, end) in levelled.times.items()} == {
        id: float(end) for id, end in earliest(tasks).items()
    }
    assert levelled.moved == ()


def test_other_orders_are_tried_when_the_first_is_late(monkeypatch):
    """Constructed: longest way first puts d at 0 and leaves a for the end, 9; a first, and d waits: 8."""
    tasks = [Task("a", 1, units=2), Task("b", 3), Task("c", 5, ("b",), units=2), Task("d", 4)]
    levelled = level(tasks, 3)
    assert levelled.finish == 8
    assert levelled.moved == ("d",)
    monkeypatch.setattr("tpm_kit.methods.capacity.MOST_TRIED", 0)
    assert level(tasks, 3).finish == 9


def test_many_tasks_are_levelled_in_one_go():
    tasks = [Task(f"t{at}", 1 + at % 3, (f"t{at - 7}",) if at >= 7 else ()) for at in range(300)]
    levelled = level(tasks, 3)
    assert len(levelled.times) == 300 > MOST_SEARCHED
    assert levelled.finish >= sum(task.duration for task in tasks) / 3


def test_nothing_to_level():
    assert level([], 1) == ({}, 0.0, ())
    assert level([Task("only", 0)], 1) == ({"only": (0.0, 0.0)}, 0.0, ())


@pytest.mark.parametrize(
    ("tasks", "cap", "seen"),
    [
        ([Task("A", 1), Task("A", 2)], 1, "A is there twice; give each task an id of its own"),
        ([Task("A", 1, ("B",))], 1, "A comes after B, which is not among the tasks; add it"),
        ([Task("A", 1, ("A",))], 1, "these tasks wait for each other: A → A; take one link away"),
        ([Task("A", 1, units=3)], 2, "A takes 3 units, more than the cap of 2"),
        ([Task("A", 1)], 0, "the cap must be a number above 0, not 0"),
        ([Task("A", 1)], math.nan, "the cap must be a number above 0, not nan"),
        ([Task("A", 1)], None, "the cap must be a number above 0, not None"),
    ],
)
def test_tasks_that_make_no_plan_are_named(tasks, cap, seen):
    with pytest.raises(CapacityError) as caught:
        level(tasks, cap)
    assert str(caught.value) == seen


@pytest.mark.parametrize("value", [-1, math.nan, math.inf, None, "2", True])
def test_a_task_with_a_bad_number_is_named(value):
    with pytest.raises(CapacityError, match=r"T: duration must be a number of at least 0"):
        Task("T", value)
    with pytest.raises(CapacityError, match=r"T: units must be a number of at least 0"):
        Task("T", 1, units=value)
    with pytest.raises(CapacityError, match=r"T: after must be a list of ids, not 'AB'"):
        Task("T", 1, "AB")


def test_person_days():
    assert capacity(5, 10, 0.75) == 37.5
    assert capacity(5, 10, 0.75, leave=3) == 34.5
    assert capacity(2.5, 10, 1) == 25
    assert capacity(0, 10, 0.5) == 0
    assert capacity(3, 10, 0.1) == 3
    assert capacity(5, 10, 0.75, leave=37.5) == 0


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        ((-1, 10, 0.75), "people must be a number of at least 0, not -1"),
        ((5, math.inf, 0.75), "days must be a number of at least 0, not inf"),
        ((5, "10", 0.75), "days must be a number of at least 0, not '10'"),
        ((5, 10, 0), "focus_factor must be above 0 and at most 1, not 0"),
        ((5, 10, 75), "focus_factor must be above 0 and at most 1, not 75"),
        ((5, 10, 0.75, -2), "leave must be a number of at least 0, not -2"),
        ((5, 10, 0.75, 40), "leave must be at most the 37.5 person-days there are, not 40"),
    ],
)
def test_the_value_that_cannot_be_used_is_named(arguments, seen):
    with pytest.raises(ValueError, match="must be") as caught:
        capacity(*arguments)
    assert str(caught.value) == seen


def test_points_are_spread_evenly():
    bars = [Bar("a", "Blue", 1, 3, 1), Bar("b", "Blue", 2, 2, 5), Bar("c", "Red", 3, 1, 8)]
    assert spread(bars[1]) == {2: 2.5, 3: 2.5}
    assert load(bars, 4) == {"Blue": (1 / 3, 17 / 6, 17 / 6, 0), "Red": (0, 0, 8, 0)}
    assert total_load(bars, 3) == (1 / 3, 17 / 6, 65 / 6)
    assert load([], 3) == {}
    assert total_load([], 3) == (0, 0, 0)


def test_thirds_add_up_to_a_whole():
    """As floats, 0.1 + 0.2 is more than 0.3, and a full sprint would look overbooked."""
    bars = [Bar(str(at), "Blue", 1, 3, points) for at, points in enumerate((0.3, 0.6, 0.1, 0.1, 0.1))]
    assert load(bars, 1) == {"Blue": (0.4,)}


def test_what_lies_after_the_last_sprint_is_left_out():
    assert load([Bar("a", "Blue", 2, 4, 8), Bar("b", "Red", 9, 2, 8)], 3) == {
        "Blue": (0, 2, 2),
        "Red": (0, 0, 0),
    }


@given(BARS, st.integers(1, 8))
def test_loads_are_the_sums_of_the_spreads(bars, sprints):
    loads = load(bars, sprints)
    assert list(loads) == list(dict.fromkeys(bar.team for bar in bars))
    for team, points in loads.items():
        for sprint in range(1, sprints + 1):
            parts = [spread(bar).get(sprint, 0) for bar in bars if bar.team == team]
            assert points[sprint - 1] == pytest.approx(sum(parts))
    assert total_load(bars, sprints) == pytest.approx(
        [sum(at) for at in zip(*loads.values(), strict=True)] or [0.0] * sprints
    )


@given(BARS)
def test_double_bookings_are_what_comparing_all_pairs_finds(bars):
    found = double_booked(bars)
    pairs = {
        (a.person, sprint)
        for a in bars
        for b in bars
        for sprint in set(a.sprints) & set(b.sprints)
        if a.id != b.id and a.person and a.person == b.person
    }
    assert {(booking.person, booking.sprint) for booking in found} == pairs
    assert len(found) == len(pairs)
    for person, sprint, ids in found:
        assert ids == tuple(bar.id for bar in bars if bar.person == person and sprint in bar.sprints)


def test_a_person_on_two_bars_is_named_with_sprint_and_bars():
    bars = [
        Bar("a", "Blue", 1, 2, 3, "Bo"),
        Bar("b", "Red", 2, 1, 3, "Bo"),
        Bar("c", "Red", 2, 2, 3, "Ada"),
        Bar("d", "Blue", 2, 1, 3, "Ada"),
        Bar("e", "Blue", 2, 1, 3),
        Bar("f", "Red", 2, 1, 3),
    ]
    assert double_booked(bars) == [Booking("Ada", 2, ("c", "d")), Booking("Bo", 2, ("a", "b"))]


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ({"first": 0}, "X: first must be a whole number of at least 1, not 0"),
        ({"span": 1.5}, "X: span must be a whole number of at least 1, not 1.5"),
        ({"span": True}, "X: span must be a whole number of at least 1, not True"),
        ({"points": -1}, "X: points must be a number of at least 0, not -1"),
        ({"points": None}, "X: points must be a number of at least 0, not None"),
        ({"points": math.nan}, "X: points must be a number of at least 0, not nan"),
    ],
)
def test_a_bar_with_a_bad_number_is_named(change, seen):
    with pytest.raises(CapacityError) as caught:
        Bar(**{"id": "X", "team": "Blue", "first": 1, "span": 1, "points": 3, **change})
    assert str(caught.value) == seen
