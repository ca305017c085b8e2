"""Schedule risk: the finish of a network whose durations are uncertain, from many runs of it.

Each run draws a duration for every task and works the network out. Unlike the sum along one path, this sees
that where paths join, the later of them counts: the finish is later than the critical path alone says.

Sources: R. M. Van Slyke, "Monte Carlo Methods and the PERT Problem", Operations Research 11(5), 1963, for the
simulation and the criticality index; R. L. Iman and W. J. Conover, "A distribution-free approach to inducing
rank correlation among input variables", Communications in Statistics B 11(3), 1982, for the correlation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tpm_kit.methods.network import Arranged, Link, arrange, tolerance
from tpm_kit.methods.three_point import Estimate

Floats = NDArray[np.float64]

SHAPES = ("pert", "triangular")


class _Passes(NamedTuple):
    """The finish of each run, and the share of runs in which each task is critical."""

    finish: Floats
    criticality: dict[str, float]


@dataclass(frozen=True, eq=False)
class Simulation:
    """What the runs gave: `finish` and each of `durations` have shape (runs,), in the unit of the estimates.

    `criticality`: for each task the share of the runs, from 0 to 1, in which it had no total float.
    """

    finish: Floats
    criticality: Mapping[str, float]
    durations: Mapping[str, Floats]

    def percentile(self, p: float) -> float:
        """Return the time by which p per cent of the runs were finished; p from 0 to 100."""
        if not 0 <= p <= 100:
            raise ValueError(f"p must be from 0 to 100, not {p!r}")
        return float(np.percentile(self.finish, p))

    def probability_by(self, time: float) -> float:
        """Return the share of the runs, from 0 to 1, that were finished at this time or before."""
        return float((self.finish <= time + tolerance(abs(time))).mean())

    @cached_property
    def drivers(self) -> dict[str, float]:
        """For each task the rank correlation (Spearman) of its duration with the finish, from −1 to 1.

        Near 1: the finish is late when this task is long. A task whose time is certain has 0. With items
        that are correlated, a task may have a high number without moving the finish itself: read it beside
        the criticality.
        """
        finish = _ranks(self.finish)
        return {id: _correlation(_ranks(times), finish) for id, times in self.durations.items()}


def simulate(
    estimates: Mapping[str, Estimate],
    links: Iterable[Link] = (),
    runs: int = 10_000,
    seed: int = 20,
    shape: str = "pert",
    correlation: float = 0.0,
) -> Simulation:
    """Return the finish of the network in many runs, with what makes it late.

    `estimates`: each task's three times, by its id; the rules of `network.schedule` hold in every run.
    `shape`: `"pert"` draws from the beta distribution with the mean (O + 4M + P) / 6 (its deviation is near
    (P − O) / 6, but not the same), `"triangular"` from a triangle. `correlation`: one rank correlation
    between all tasks, from 0 (independent) to 1 (all late together), by reordering the draws of each task, so
    that the distribution of the single task stays as it is. The same seed gives the same runs.

    A share p of the runs has the standard error √(p(1 − p) / runs): 0.005 for a half of 10,000 runs.

    Raises `NetworkError` and `CycleError` as `schedule` does, and `ValueError` for no tasks, runs below 1, an
    unknown shape, and a correlation that is not from 0 to 1.
    """
    if not estimates:
        raise ValueError("there are no estimates; give at least one task")
    if not isinstance(runs, int | np.integer) or isinstance(runs, bool) or runs < 1:
        raise ValueError(f"runs must be a whole number above 0, not {runs!r}")
    if shape not in SHAPES:
        raise ValueError(f"the shape must be one of {', '.join(SHAPES)}, not {shape!r}")
    if not 0 <= correlation <= 1:
        raise ValueError(f"the correlation must be from 0 to 1, not {correlation!r}")
    net = arrange(estimates, links)
    # The quickest of the generators: drawing is most of the time that a simulation takes.
    chance = np.random.Generator(np.random.SFC64(seed))
    durations = {id: _draws(estimate, runs, shape, chance) for id, estimate in estimates.items()}
    if correlation and runs > 1 and len(durations) > 1:
        durations = _correlated(durations, correlation, chance)
    passes = _passes(net, durations, runs)
    return Simulation(passes.finish, passes.criticality, durations)


def _draws(estimate: Estimate, runs: int, shape: str, chance: np.random.Generator) -> Floats:
    """Return the durations of one task, shape (runs,)."""
    low, likely, high = estimate.optimistic, estimate.likely, estimate.pessimistic
    if not (span := high - low):
        return np.full(runs, low)
    if shape == "triangular":
        return chance.triangular(low, likely, high, runs)
    return low + span * chance.beta(1 + 4 * (likely - low) / span, 1 + 4 * (high - likely) / span, runs)


def _correlated(
    durations: Mapping[str, Floats], correlation: float, chance: np.random.Generator
) -> dict[str, Floats]:
    """Return the same draws of each task, reordered so that any two tasks have this rank correlation.

    Normal scores in random order, one column for each task and one that all share, are freed from their
    chance correlation and mixed: √r of the shared one, √(1 − r) of the task's own. The draws of a task then
    get the order of its mixed scores. For normal scores with correlation r the rank correlation is
    (6/π) asin(r/2), so r is taken from that.
    """
    runs = len(next(iter(durations.values())))
    one = np.array([NormalDist().inv_cdf(rank / (runs + 1)) for rank in range(1, runs + 1)])
    scores = chance.permuted(np.tile(one, (len(durations) + 1, 1)), axis=1)
    if runs > 2 * len(scores):  # with fewer runs than columns there is nothing to free them from
        scores = np.linalg.solve(np.linalg.cholesky(np.corrcoef(scores)), scores)
    r = min(2 * np.sin(np.pi * correlation / 6), 1.0)
    shared, own = np.sqrt(r) * scores[0], np.sqrt(1 - r) * scores[1:]
    mixed = {}
    for (id, times), score in zip(durations.items(), own, strict=True):
        mixed[id] = np.empty_like(times)
        mixed[id][np.argsort(shared + score)] = np.sort(times)
    return mixed


def _passes(net: Arranged, durations: Mapping[str, Floats], runs: int) -> _Passes:
    """Work the network forwards and backwards, in all runs at once."""
    early: dict[str, Floats] = {}
    finish = np.zeros(runs)
    for id in net.order:
        start = np.zeros(runs)
        for link in net.into[id]:
            gap = link.gap(durations[link.before], durations[id])
            np.maximum(start, early[link.before] + gap, out=start)
        early[id] = start
        np.maximum(finish, start + durations[id], out=finish)
    within = tolerance(finish)
    late: dict[str, Floats] = {}
    critical = {}
    for id in reversed(net.order):
        start = finish - durations[id]
        for link in net.out_of[id]:
            gap = link.gap(durations[id], durations[link.after])
            np.minimum(start, late[link.after] - gap, out=start)
        late[id] = start
        critical[id] = float((start - early[id] <= within).mean())
    return _Passes(finish, {id: critical[id] for id in durations})


def _ranks(values: Floats) -> Floats:
    """Return the rank of each value, from 1; equal values share the mean of their ranks."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[place.reshape(-1)]


def _correlation(one: Floats, other: Floats) -> float:
    """Return the correlation of two columns, 0 where one of them does not vary."""
    if not (np.ptp(one) and np.ptp(other)):
        return 0.0
    return float(np.clip(np.corrcoef(one, other)[0, 1], -1, 1))
