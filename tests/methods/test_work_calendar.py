"""Working days and sprints, against numpy's business days and the days of the release worked out by hand."""

from __future__ import annotations

import datetime
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.work_calendar import (
    Sprint,
    add_working_days,
    last_sprint_by,
    sprint_of,
    sprints,
    working_days,
)

EASTER = [date(2027, 3, 26), date(2027, 3, 29)]
RELEASE = sprints(date(2027, 1, 11), 14, 6, EASTER)

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
HOLIDAYS = st.lists(st.dates(date(2020, 1, 1), date(2030, 12, 31)), max_size=30)


def test_the_sprints_of_a_release_by_hand():
    """Constructed: six sprints of two weeks, Good Friday and Easter Monday in the last."""
    assert [sprint.days for sprint in RELEASE] == [10, 10, 10, 10, 10, 8]
    assert RELEASE[0] == Sprint(
        1, date(2027, 1, 11), date(2027, 1, 24), date(2027, 1, 11), date(2027, 1, 22), 10
    )
    assert RELEASE[4].last_day == date(2027, 3, 19)
    assert RELEASE[5] == Sprint(
        6, date(2027, 3, 22), date(2027, 4, 4), date(2027, 3, 22), date(2027, 4, 2), 8
    )


def test_what_is_due_in_a_sprint_must_end_in_the_one_before():
    assert sprint_of(date(2027, 3, 31), RELEASE) == 6
    assert last_sprint_by(date(2027, 3, 31), RELEASE) == 5
    assert last_sprint_by(date(2027, 2, 26), RELEASE) == 3
    assert last_sprint_by(date(2027, 2, 19), RELEASE) == 3
    assert last_sprint_by(date(2027, 2, 18), RELEASE) == 2
    assert last_sprint_by(date(2027, 1, 21), RELEASE) == 0
    assert last_sprint_by(date(2028, 1, 1), RELEASE) == 6
    assert last_sprint_by(date(2028, 1, 1), []) == 0


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2027, 1, 10), None),
        (date(2027, 1, 11), 1),
        (date(2027, 1, 24), 1),
        (date(2027, 1, 25), 2),
        (date(2027, 3, 26), 6),
        (date(2027, 4, 4), 6),
        (date(2027, 4, 5), None),
    ],
)
def test_the_sprint_of_a_day(day, number):
    assert sprint_of(day, RELEASE) == number
    assert sprint_of(datetime.datetime.combine(day, datetime.time(23, 59)), RELEASE) == number


def test_times_of_a_network_in_dates():
    """A task from day 3 to day 7, its finish exclusive: four working days, the last of them the seventh."""
    start = date(2027, 3, 22)
    assert add_working_days(start, 3, EASTER) == date(2027, 3, 25)
    assert add_working_days(start, 7 - 1, EASTER) == date(2027, 4, 1)
    assert working_days(date(2027, 3, 25), date(2027, 4, 1), EASTER) == 7 - 3


def test_days_off_count_as_the_next_working_day():
    assert add_working_days(date(2027, 3, 26), 0, EASTER) == date(2027, 3, 30)
    assert add_working_days(date(2027, 3, 26), 1, EASTER) == date(2027, 3, 31)
    assert add_working_days(date(2027, 3, 27), -1, EASTER) == date(2027, 3, 25)
    assert add_working_days(date(2027, 3, 30), -1, EASTER) == date(2027, 3, 25)


@given(DAYS, DAYS, HOLIDAYS)
def test_working_days_agree_with_numpy(start, end, holidays):
    """numpy leaves the end out, and counts backwards where the end comes first."""
    days = working_days(start, end, iter(holidays))
    theirs = int(np.busday_count(start, end + timedelta(1), holidays=holidays)) if start <= end else 0
    assert days == theirs


@given(DAYS, st.integers(-400, 400), HOLIDAYS)
def test_adding_working_days_agrees_with_numpy(day, n, holidays):
    theirs = np.busday_offset(day, n, roll="forward", holidays=holidays).item()
    assert add_working_days(day, n, holidays) == theirs


@given(DAYS, st.integers(1, 40), st.integers(1, 12), HOLIDAYS)
def test_sprints_lie_end_to_end_and_share_out_the_working_days(start, length, count, holidays):
    found = sprints(start, length, count, holidays)
    assert [sprint.number for sprint in found] == list(range(1, count + 1))
    assert found[0].start == start
    for sprint, after in pairwise(found):
        assert after.start == sprint.end + timedelta(1)
    for sprint in found:
        assert (sprint.end - sprint.start).days == length - 1
        in_it = [sprint.start + timedelta(at) for at in range(length)]
        worked = [day for day in in_it if day.weekday() < 5 and day not in holidays]
        assert sprint.days == len(worked)
        if worked:
            assert (sprint.first_day, sprint.last_day) == (worked[0], worked[-1])
        else:
            assert sprint.last_day < sprint.start
            assert sprint.end < sprint.first_day
    assert sum(sprint.days for sprint in found) == working_days(start, found[-1].end, holidays)


def test_a_weekend_day_among_the_holidays_changes_nothing():
    saturday = date(2027, 1, 16)
    assert working_days(date(2027, 1, 11), date(2027, 1, 24), [saturday, saturday]) == 10
    assert working_days(date(2027, 1, 12), date(2027, 1, 11)) == 0
    assert working_days(saturday, saturday) == 0


@pytest.mark.parametrize("day", ["2027-01-11", None, 20270111])
def test_what_is_no_date_is_named(day):
    with pytest.raises(TypeError, match="start must be a date, not"):
        working_days(day, date(2027, 1, 11))
    with pytest.raises(TypeError, match="a holiday must be a date, not"):
        add_working_days(date(2027, 1, 11), 1, [day])
    with pytest.raises(TypeError, match="day must be a date, not"):
        sprint_of(day, RELEASE)


@pytest.mark.parametrize("n", [1.5, "2", None, True])
def test_only_whole_days_are_added(n):
    with pytest.raises(TypeError, match="n must be a whole number of working days"):
        add_working_days(date(2027, 1, 11), n)


@pytest.mark.parametrize(("length", "count", "named"), [(0, 6, "length_days"), (14, 0, "count")])
def test_sprints_without_length_or_number_are_refused(length, count, named):
    with pytest.raises(ValueError, match=f"{named} must be a whole number of at least 1, not 0"):
        sprints(date(2027, 1, 11), length, count)
    with pytest.raises(ValueError, match="must be a whole number of at least 1, not True"):
        sprints(date(2027, 1, 11), length or True, count or True)


def test_the_end_of_the_calendar_is_said_in_a_sentence():
    with pytest.raises(ValueError, match="3 working days from there lead out of the calendar"):
        add_working_days(date(9999, 12, 30), 3)
    with pytest.raises(ValueError, match="-3 working days from there lead out of the calendar"):
        add_working_days(date(1, 1, 2), -3)
    with pytest.raises(ValueError, match="6 sprints from 9999-12-01 lead out of the calendar"):
        sprints(date(9999, 12, 1), 14, 6)
