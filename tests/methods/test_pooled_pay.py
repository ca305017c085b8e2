"""Groups taken together: against samples drawn from them, and against what must hold of any."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.pay import NAMES, PayError, Percentiles
from tpm_kit.methods.pooled_pay import pooled
from tpm_kit.salary_data import pay, trend

TITLES = ("15-1252", "11-3021", "15-1299")
TAILS = {"near": (0.999, 1.001), "far": (0.3, 4.0), "lower only": (0.2, 1.001), "upper only": (0.999, 3.0)}
"""Where the lowest and the highest tenth of a group end, times its 10th and 90th percentile."""


def sample(ranges, weights, ends, size=400_000) -> numpy.ndarray:
    """Pay of people drawn from the groups; straight between percentiles and to the given ends."""
    random = numpy.random.default_rng(5)
    drawn = []
    for one, weight in zip(ranges, weights, strict=True):
        values = [getattr(one, name) for name in NAMES]
        shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
        knots = [values[0] * ends[0], *values, values[-1] * ends[1]]
        drawn.append(numpy.interp(random.random(round(size * weight / sum(weights))), shares, knots))
    return numpy.concatenate(drawn)


@pytest.mark.parametrize("tails", TAILS)
def test_the_percentiles_are_those_of_a_sample_whatever_the_tails(tails):
    ranges = [pay(soc) for soc in TITLES]
    found = pooled(ranges)
    drawn = sample(ranges, [one.employment for one in ranges], TAILS[tails])
    for name, bounds in found.bounds.items():
        oracle = numpy.percentile(drawn, int(name[1:]))
        assert bounds.low * 0.995 <= oracle <= bounds.high * 1.005, name
        if bounds.sharp:
            assert getattr(found, name) == pytest.approx(oracle, rel=0.005)
    assert found.bounds["p50"].sharp
    assert found.bounds["p75"].sharp
    assert not found.bounds["p10"].sharp


def test_the_median_of_all_is_not_the_mean_of_the_medians():
    """Four jobs at about 20 to each one at about 100: the middle job is at about 20.

    Half of all are then 0.6 of the first group, or 0.625 if up to a tenth of the second earned less still.
    """
    low, high = Percentiles(18, 19, 20, 21, 22), Percentiles(98, 99, 100, 101, 102)
    assert pooled([low, high], [4, 1]).bounds["p50"] == (20.4, 20.5)
    assert pooled([low, high], [4, 1]).p50 == pytest.approx(20.45)
    assert pooled([low, high], [1, 4]).bounds["p50"] == (99.5, 99.6)


def test_one_group_alone_is_itself():
    alone = pay("15-1252")
    found = pooled([alone])
    assert {name: getattr(found, name) for name in NAMES} == alone.percentiles
    assert (found.mean, found.employment, found.topcoded) == (148_100, 1_687_890, ())
    twice = pooled([alone, alone], [1, 3])
    assert twice.p50 == alone.p50


def test_equal_percentiles_within_a_group_are_no_trouble():
    found = pooled([Percentiles(10, 10, 20, 30, 30), Percentiles(10, 10, 20, 30, 30)], [1, 1])
    assert (found.p25, found.p50, found.p75) == (10, 20, 30)


def test_a_censored_percentile_leaves_the_end_open():
    managers, developers = trend("11-3021")[-2], trend("15-1252")[-2]
    found = pooled([managers, developers])
    assert found.topcoded == ("p90",)
    assert found.p90 is None
    assert math.isinf(found.bounds["p90"].high)
    assert found.floor == found.bounds["p90"].low == pytest.approx(211_450)
    assert found.bounds["p50"].sharp


def test_the_mean_is_weighted_or_missing():
    assert (
        pooled([Percentiles(1, 2, 3, 4, 5, mean=10), Percentiles(1, 2, 3, 4, 5, mean=20)], [3, 1]).mean
        == 12.5
    )
    assert pooled([Percentiles(1, 2, 3, 4, 5)], [1]).mean is None


@pytest.mark.parametrize(
    ("ranges", "weights", "message"),
    [
        ([], None, "there is no range"),
        ([Percentiles(1, 2, 3, 4, 5)], None, "the number of jobs must be a number above 0"),
        ([Percentiles(1, 2, 3, 4, 5)], [0], "the number of jobs must be a number above 0"),
        ([Percentiles(1, 2, 3, 4, 5)], [1, 2], "there are 2 weights for 1 ranges"),
        ([Percentiles(1, 2, None, 4, 5)], [1], "p50 of one range is not published"),
        ([Percentiles()], [1], "is not published"),
        ([Percentiles(1, 2, 3, None, 5, topcoded=("p75",), floor=4)], [1], "only the upper percentiles"),
        ([Percentiles(3, 2, 1, 4, 5)], [1], "above the"),
    ],
)
def test_what_cannot_be_pooled_is_said(ranges, weights, message):
    with pytest.raises(PayError, match=message):
        pooled(ranges, weights)


GROUP = st.lists(st.integers(1, 500_000), min_size=5, max_size=5).map(
    lambda values: Percentiles(*sorted(values))
)


@given(st.lists(st.tuples(GROUP, st.integers(1, 10_000)), min_size=1, max_size=5))
def test_a_percentile_of_all_lies_between_those_of_the_groups_and_rises(groups):
    ranges, weights = zip(*groups, strict=True)
    found = pooled(ranges, weights)
    for name, bounds in found.bounds.items():
        values = [getattr(one, name) for one in ranges]
        assert min(values) - 0.01 <= bounds.low <= bounds.high <= max(values) + 0.01
    for below, above in pairwise(NAMES):
        assert found.bounds[below].low <= found.bounds[above].low + 0.01
        assert found.bounds[below].high <= found.bounds[above].high + 0.01
