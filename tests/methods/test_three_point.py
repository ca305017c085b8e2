"""Three-point estimates against published exercises and the definitions."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.three_point import Estimate, EstimateError, path_finish, probability_by, time_at

MILWAUKEE = {
    "A": Estimate(1, 2, 3), "B": Estimate(2, 3, 4), "C": Estimate(1, 2, 3), "D": Estimate(2, 4, 6),
    "E": Estimate(1, 4, 7), "F": Estimate(1, 2, 9), "G": Estimate(3, 4, 11), "H": Estimate(1, 2, 3),
}  # fmt: skip

NINE = {
    "A": Estimate(5, 6, 7), "B": Estimate(8, 8, 11), "C": Estimate(6, 8, 11), "D": Estimate(9, 12, 15),
    "E": Estimate(5, 6, 9), "F": Estimate(5, 6, 7), "G": Estimate(2, 3, 7), "H": Estimate(4, 4, 5),
    "I": Estimate(5, 7, 8),
}  # fmt: skip


def test_milwaukee_means_and_variances():
    assert [estimate.mean for estimate in MILWAUKEE.values()] == [2, 3, 2, 4, 4, 3, 5, 2]
    variances = [estimate.sd**2 for estimate in MILWAUKEE.values()]
    expected = [1 / 9, 1 / 9, 1 / 9, 4 / 9, 1, 16 / 9, 16 / 9, 1 / 9]
    assert variances == pytest.approx(expected, rel=1e-12)


def test_milwaukee_finish():
    finish = path_finish(MILWAUKEE[id] for id in "ACEGH")
    assert finish.mean == 15
    assert finish.sd**2 == pytest.approx(28 / 9, rel=1e-12)
    assert finish.sd == pytest.approx(1.764, abs=0.0005)
    assert probability_by(16, *finish) == pytest.approx(0.7146, abs=0.00005)
    assert probability_by(15, *finish) == pytest.approx(0.5)
    assert time_at(0.99, *finish) == pytest.approx(19.10, abs=0.005)


@pytest.mark.parametrize(
    ("path", "mean", "variance", "share"),
    [("ACE", 20.5, 1.25, 0.9991), ("DFG", 21.5, 1.806, 0.9686), ("BHI", 19.5, 0.528, 1.0)],
)
def test_nine_tasks_on_three_paths(path, mean, variance, share):
    """The Stevenson-type exercise of domain.md."""
    finish = path_finish(NINE[id] for id in path)
    assert finish.mean == pytest.approx(mean)
    assert finish.sd**2 == pytest.approx(variance, abs=0.0005)
    assert probability_by(24, *finish) == pytest.approx(share, abs=0.00005)


def test_all_three_paths_by_24():
    shares = [probability_by(24, *path_finish(NINE[id] for id in path)) for path in ("ACE", "DFG", "BHI")]
    assert math.prod(shares) == pytest.approx(0.9677, abs=0.00005)


@pytest.mark.parametrize(
    ("times", "sixths"),
    [((2, 4, 6), 24), ((3, 5, 9), 32), ((4, 5, 7), 31), ((4, 6, 10), 38), ((3, 4, 8), 27), ((3, 5, 8), 31)],
)
def test_means_are_not_rounded(times, sixths):
    """domain.md, CPM-4."""
    assert Estimate(*times).mean == sixths / 6


@given(st.lists(st.floats(0, 1e6), min_size=3, max_size=3))
def test_the_triangle_has_its_published_moments(times):
    low, likely, high = sorted(times)
    estimate = Estimate(low, likely, high)
    squares = low * low + likely * likely + high * high - low * likely - low * high - likely * high
    assert estimate.triangular_mean == pytest.approx((low + likely + high) / 3)
    assert estimate.triangular_sd**2 == pytest.approx(max(squares, 0) / 18, abs=1e-3, rel=1e-9)


def test_the_triangle_against_its_density():
    grid = np.linspace(2, 11, 900_001)
    density = np.where(grid < 4, (grid - 2) / 2, (11 - grid) / 7)
    density /= density.sum()
    mean = (grid * density).sum()
    estimate = Estimate(2, 4, 11)
    assert estimate.triangular_mean == pytest.approx(mean, abs=1e-6)
    assert estimate.triangular_sd == pytest.approx(math.sqrt(((grid - mean) ** 2 * density).sum()), abs=1e-6)


def test_a_certain_time():
    estimate = Estimate(4, 4, 4)
    assert (estimate.mean, estimate.sd, estimate.triangular_mean, estimate.triangular_sd) == (4, 0, 4, 0)
    assert path_finish([estimate]) == (4, 0)
    assert path_finish([]) == (0, 0)
    assert [probability_by(time, 4, 0) for time in (3.9, 4, 5)] == [0, 1, 1]
    assert time_at(0.8, 4, 0) == 4


@given(st.floats(0.001, 0.999), st.floats(-100, 100), st.floats(0.01, 50))
def test_the_time_of_a_probability_and_back(share, mean, sd):
    time = time_at(share, mean, sd)
    assert probability_by(time, mean, sd) == pytest.approx(share, abs=1e-9)
    assert time == pytest.approx(NormalDist(mean, sd).inv_cdf(share))


@pytest.mark.parametrize(
    ("times", "field", "said"),
    [
        ((3, 2, 5), "optimistic", "the optimistic time 3 is above the likely 2"),
        ((1, 6, 5), "pessimistic", "the likely time 6 is above the pessimistic 5"),
        ((-1, 2, 5), "optimistic", "0 or more"),
        ((1, math.nan, 5), "likely", "must be a number"),
        ((1, 2, math.inf), "pessimistic", "must be a number"),
        ((1, None, 5), "likely", "must be a number"),
        ((1, 2, "5"), "pessimistic", "must be a number"),
        ((True, 2, 5), "optimistic", "must be a number"),
    ],
)
def test_estimates_that_cannot_be_used(times, field, said):
    with pytest.raises(EstimateError, match=said) as caught:
        Estimate(*times)
    assert caught.value.field == field


@pytest.mark.parametrize("share", [0, 1, -0.1, 1.1, 80])
def test_no_time_is_certain(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        time_at(share, 10, 2)


@pytest.mark.parametrize("numbers", [(math.nan, 1, 1), (1, math.inf, 1), (1, 1, -1), (1, 1, None)])
def test_what_is_no_distribution(numbers):
    with pytest.raises(ValueError, match="must be"):
        probability_by(*numbers)
    with pytest.raises(ValueError, match="must be"):
        time_at(*numbers)
