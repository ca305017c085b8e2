"""Schedule risk: published networks, a plain loop over the same draws, and the correlation asked for."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit.methods.network import KINDS, CycleError, Link, NetworkError, schedule
from tpm_kit.methods.schedule_risk import simulate
from tpm_kit.methods.three_point import Estimate, path_finish, probability_by

MILWAUKEE = {
    "A": Estimate(1, 2, 3), "B": Estimate(2, 3, 4), "C": Estimate(1, 2, 3), "D": Estimate(2, 4, 6),
    "E": Estimate(1, 4, 7), "F": Estimate(1, 2, 9), "G": Estimate(3, 4, 11), "H": Estimate(1, 2, 3),
}  # fmt: skip
MILWAUKEE_LINKS = [Link(*pair) for pair in ("AC", "AD", "BD", "CE", "CF", "DG", "EG", "FH", "GH")]

SEVEN = {
    "a": Estimate(2, 4, 6), "b": Estimate(3, 5, 9), "c": Estimate(4, 5, 7), "d": Estimate(4, 6, 10),
    "e": Estimate(4, 5, 7), "f": Estimate(3, 4, 8), "g": Estimate(3, 5, 8),
}  # fmt: skip
SEVEN_LINKS = [Link(*pair) for pair in ("ac", "ad", "be", "ce", "df", "eg")]


def test_merge_bias_of_milwaukee():
    """domain.md, 6.3: the critical path alone says 15 with .5 and 16 with .71."""
    runs = simulate(MILWAUKEE, MILWAUKEE_LINKS, runs=200_000)
    assert runs.finish.mean() == pytest.approx(15.24, abs=0.02)
    assert runs.percentile(50) == pytest.approx(15.10, abs=0.02)
    assert runs.percentile(80) == pytest.approx(16.66, abs=0.02)
    assert runs.probability_by(15) == pytest.approx(0.476, abs=0.005)
    assert runs.probability_by(16) == pytest.approx(0.691, abs=0.005)
    along = path_finish(MILWAUKEE[id] for id in "ACEGH")
    assert runs.probability_by(15) < probability_by(15, *along)


def test_merge_bias_of_the_seven_tasks():
    runs = simulate(SEVEN, SEVEN_LINKS, runs=200_000)
    assert runs.finish.mean() == pytest.approx(19.51, abs=0.02)
    assert runs.percentile(50) == pytest.approx(19.48, abs=0.02)
    assert runs.percentile(80) == pytest.approx(20.73, abs=0.02)


@pytest.mark.parametrize("shape", ["pert", "triangular"])
def test_a_single_task_keeps_its_distribution(shape):
    estimate = Estimate(2, 4, 11)
    times = simulate({"A": estimate}, runs=200_000, shape=shape).durations["A"]
    assert times.min() >= 2
    assert times.max() <= 11
    mean = estimate.mean if shape == "pert" else estimate.triangular_mean
    # The variance of the beta distribution with these ends and this mean: (μ − O)(P − μ) / 7.
    sd = math.sqrt((mean - 2) * (11 - mean) / 7) if shape == "pert" else estimate.triangular_sd
    assert times.mean() == pytest.approx(mean, abs=0.015)
    assert times.std() == pytest.approx(sd, abs=0.015)


@pytest.mark.parametrize("shape", ["pert", "triangular"])
@pytest.mark.parametrize("times", [(3, 3, 9), (3, 9, 9)])
def test_a_likely_time_at_either_end(shape, times):
    estimate = Estimate(*times)
    mean = estimate.mean if shape == "pert" else estimate.triangular_mean
    assert simulate({"A": estimate}, runs=50_000, shape=shape).finish.mean() == pytest.approx(mean, abs=0.03)


def test_certain_times_give_the_plan():
    """With O = M = P every run is the schedule itself, thirds included."""
    certain = {id: Estimate(e.mean, e.mean, e.mean) for id, e in SEVEN.items()}
    runs = simulate(certain, SEVEN_LINKS, runs=50, correlation=0.5)
    plan = schedule({id: e.mean for id, e in SEVEN.items()}, SEVEN_LINKS)
    assert runs.finish.tolist() == [plan.finish] * 50
    assert {id for id, share in runs.criticality.items() if share == 1} == plan.critical
    assert {share for share in runs.criticality.values()} == {0, 1}
    assert set(runs.drivers.values()) == {0}
    assert runs.probability_by(19.5) == 1
    assert runs.probability_by(19.49) == 0


def test_two_equal_paths_are_each_critical_half_of_the_time():
    same = Estimate(2, 4, 8)
    runs = simulate({"A": same, "B": same, "C": Estimate(1, 1, 1)}, [Link("A", "C"), Link("B", "C")], 100_000)
    assert runs.criticality["A"] == pytest.approx(0.5, abs=0.01)
    assert runs.criticality["A"] + runs.criticality["B"] == 1
    assert runs.criticality["C"] == 1


def plain_loop(estimates, links, durations, runs):
    """The network worked out run by run, by `schedule`, with the same draws."""
    finish, critical = [], dict.fromkeys(estimates, 0)
    for run in range(runs):
        plan = schedule({id: float(durations[id][run]) for id in estimates}, links)
        finish.append(plan.finish)
        for id in plan.critical:
            critical[id] += 1
    return finish, {id: count / runs for id, count in critical.items()}


@st.composite
def networks(draw):
    """Up to six uncertain tasks with links of all kinds, lags and leads."""
    ids = "abcdef"[: draw(st.integers(1, 6))]
    times = st.lists(st.integers(0, 9), min_size=3, max_size=3).map(sorted)
    estimates = {id: Estimate(*draw(times)) for id in draw(st.permutations(ids))}
    possible = [(one, two, kind) for one in ids for two in ids if one < two for kind in KINDS]
    chosen = draw(st.lists(st.sampled_from(possible), unique=True, max_size=9)) if possible else []
    return estimates, [Link(*ends, draw(st.integers(-4, 4))) for ends in chosen]


@given(networks(), st.sampled_from(["pert", "triangular"]), st.sampled_from([0, 0.3, 1]))
@settings(deadline=None, max_examples=60)
def test_runs_agree_with_a_plain_loop(network, shape, correlation):
    estimates, links = network
    runs = simulate(estimates, links, runs=40, seed=7, shape=shape, correlation=correlation)
    finish, critical = plain_loop(estimates, links, runs.durations, 40)
    assert runs.finish == pytest.approx(finish, abs=1e-9)
    assert runs.criticality == critical
    for id, estimate in estimates.items():
        assert (runs.durations[id] >= estimate.optimistic - 1e-12).all()
        assert (runs.durations[id] <= estimate.pessimistic + 1e-12).all()


def spearman(one, other):
    """Rank correlation of columns without ties, by the differences of ranks."""
    n = len(one)
    gaps = np.argsort(np.argsort(one)) - np.argsort(np.argsort(other))
    return 1 - 6 * (gaps.astype(float) ** 2).sum() / (n * (n * n - 1))


@pytest.mark.parametrize("correlation", [0.2, 0.5, 0.9])
def test_any_two_tasks_have_the_correlation_asked_for(correlation):
    runs = simulate(MILWAUKEE, MILWAUKEE_LINKS, correlation=correlation)
    times = list(runs.durations.values())
    for place, one in enumerate(times):
        for other in times[:place]:
            assert spearman(one, other) == pytest.approx(correlation, abs=0.01)


def test_correlation_reorders_the_draws_and_no_more():
    free = simulate(MILWAUKEE, MILWAUKEE_LINKS, runs=500)
    tied = simulate(MILWAUKEE, MILWAUKEE_LINKS, runs=500, correlation=0.6)
    for id in MILWAUKEE:
        assert sorted(free.durations[id]) == sorted(tied.durations[id])
    assert tied.finish.std() > 1.4 * free.finish.std()


def test_full_correlation_puts_all_tasks_in_one_order():
    runs = simulate(MILWAUKEE, MILWAUKEE_LINKS, runs=300, correlation=1)
    orders = {tuple(np.argsort(times)) for times in runs.durations.values()}
    assert len(orders) == 1


@pytest.mark.parametrize("count", [1, 2, 5])
def test_few_runs_are_no_fault(count):
    assert simulate(MILWAUKEE, MILWAUKEE_LINKS, runs=count, correlation=0.5).finish.shape == (count,)


def test_the_same_seed_gives_the_same_runs():
    one, same, other = (
        simulate(MILWAUKEE, MILWAUKEE_LINKS, runs=100, seed=seed, correlation=0.3) for seed in (1, 1, 2)
    )
    assert (one.finish == same.finish).all()
    assert (one.finish != other.finish).any()


def test_drivers_are_rank_correlations_with_the_finish():
    runs = simulate(MILWAUKEE, MILWAUKEE_LINKS)
    for id, times in runs.durations.items():
        assert runs.drivers[id] == pytest.approx(spearman(times, runs.finish), abs=1e-9)
    assert max(runs.drivers, key=runs.drivers.get) == "G"
    assert abs(runs.drivers["F"]) < 0.03


def test_ties_share_their_rank():
    """B is certain and mostly later than A, so that many runs have the same finish."""
    runs = simulate({"A": Estimate(1, 2, 6), "B": Estimate(3, 3, 3)}, runs=2000)
    late = runs.finish > 3
    assert 0.1 < late.mean() < 0.5
    ranks = np.where(late, np.argsort(np.argsort(runs.finish)) + 1.0, (1 + (~late).sum()) / 2)
    own = np.argsort(np.argsort(runs.durations["A"])) + 1.0
    assert runs.drivers["A"] == pytest.approx(np.corrcoef(ranks, own)[0, 1])
    assert runs.drivers["B"] == 0


@pytest.mark.parametrize("p", [-1, 101, math.nan])
def test_percentiles_are_from_0_to_100(p):
    with pytest.raises(ValueError, match="from 0 to 100"):
        simulate(MILWAUKEE, runs=10).percentile(p)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"runs": 0}, "runs must be"),
        ({"runs": 2.5}, "runs must be"),
        ({"shape": "normal"}, "the shape must be one of pert, triangular"),
        ({"correlation": -0.1}, "the correlation must be"),
        ({"correlation": math.nan}, "the correlation must be"),
    ],
)
def test_what_cannot_be_simulated(wrong, said):
    with pytest.raises(ValueError, match=said):
        simulate(MILWAUKEE, MILWAUKEE_LINKS, **wrong)


def test_networks_that_are_none():
    with pytest.raises(ValueError, match="no estimates"):
        simulate({})
    with pytest.raises(CycleError, match="A → B → A"):
        simulate(MILWAUKEE, [Link("A", "B"), Link("B", "A")])
    with pytest.raises(NetworkError, match="no task Z"):
        simulate(MILWAUKEE, [Link("A", "Z")])
