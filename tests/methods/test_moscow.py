"""The MoSCoW sums against the handbook's examples."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.moscow import COULD_GUIDE, LANES, MUST_LIMIT, effort_by_lane, effort_shares

EFFORTS = st.lists(st.tuples(st.sampled_from(list(LANES)), st.floats(0.1, 1000)))


@pytest.mark.parametrize(
    ("totals", "expected"),
    [((30, 10, 10), (0.6, 0.2, 0.2)), ((35, 10, 5), (0.7, 0.2, 0.1))],
)
def test_the_vectors_of_the_domain_reference(totals, expected):
    must, should, could = totals
    shares = effort_shares({"must": must, "should": should, "could": could, "wont": 99})
    assert tuple(shares.values()) == pytest.approx(expected)
    assert (shares["must"] > MUST_LIMIT) is (expected[0] > 0.6)
    assert (shares["could"] < COULD_GUIDE) is (expected[2] < 0.2)


def test_effort_is_added_up_by_lane():
    totals = effort_by_lane([("must", 8), ("wont", 3), ("must", 0.5)])
    assert totals == {"must": 8.5, "should": 0, "could": 0, "wont": 3}
    assert effort_by_lane([]) == dict.fromkeys(LANES, 0)


def test_a_share_that_is_exactly_the_limit_is_no_hair_above_it():
    tenths = effort_by_lane([("must", 0.1)] * 3 + [("should", 0.1), ("could", 0.1)])
    assert effort_shares(tenths) == {"must": MUST_LIMIT, "should": 0.2, "could": COULD_GUIDE}


def test_nothing_planned_gives_shares_of_nothing():
    assert effort_shares({"must": 0, "should": 0, "could": 0, "wont": 5}) == dict.fromkeys(
        ("must", "should", "could"), 0
    )


@pytest.mark.parametrize("effort", [0, -1, math.nan, math.inf, -math.inf])
def test_an_effort_that_is_none_is_refused(effort):
    with pytest.raises(ValueError, match="effort must be a number above 0, not"):
        effort_by_lane([("must", effort)])


def test_an_unknown_lane_is_refused_with_the_lanes_there_are():
    with pytest.raises(ValueError, match="no lane 'maybe'; use must, should, could, wont"):
        effort_by_lane([("maybe", 1)])


@given(EFFORTS)
def test_shares_make_a_whole_and_leave_wont_out(places):
    shares = effort_shares(effort_by_lane(places))
    planned = [lane for lane, _ in places if lane != "wont"]
    assert math.fsum(shares.values()) == pytest.approx(1 if planned else 0)
    assert shares == effort_shares(effort_by_lane([*places, ("wont", 50)]))
