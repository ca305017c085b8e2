"""Risk events, numbers and networks that cannot be simulated, and what the error says."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.methods.test_risk_simulation import BAKERY, EVENTS, LINKS
from tpm_kit.methods.network import CycleError, Link, NetworkError
from tpm_kit.methods.risk_simulation import RiskEvent, simulate_risks


@pytest.mark.parametrize("chance", [-0.1, 1.01, 20, math.nan, math.inf, "0.2", None, True])
def test_what_is_no_chance(chance):
    with pytest.raises(ValueError, match="R-1: the chance must be from 0 to 1, not "):
        RiskEvent("R-1", chance)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"runs": 0}, "runs must be a whole number above 0, not 0"),
        ({"runs": 2.5}, "runs must be"),
        ({"runs": True}, "runs must be"),
        ({"seed": -1}, "the seed must be a whole number, 0 or more, not -1"),
        ({"seed": "x"}, "the seed must be"),
        ({"shape": "normal"}, "the shape must be one of pert, triangular"),
        ({"cost_per_day": -1}, "the cost per day must be a number, 0 or more, not -1"),
        ({"cost_per_day": math.nan}, "the cost per day must be"),
        ({"cost_per_day": math.inf}, "the cost per day must be"),
        ({"durations": {"dough": np.ones(9)}}, "estimates or durations of the tasks, not both"),
        ({"estimates": None, "durations": {"a": np.ones(9), "b": np.ones(8)}}, "one shape"),
        ({"estimates": None, "durations": {"a": np.ones((3, 3))}}, "one shape"),
        ({"estimates": None, "durations": {"a": np.ones(0)}}, "one shape"),
        ({"events": [*EVENTS, EVENTS[0]]}, "mill is there twice"),
    ],
)
def test_what_cannot_be_simulated(wrong, said):
    with pytest.raises(ValueError, match=said):
        simulate_risks(**{"events": EVENTS, "estimates": BAKERY, **wrong})


def test_networks_that_are_none():
    with pytest.raises(CycleError, match="dough → oven → dough"):
        simulate_risks(EVENTS, BAKERY, [Link("dough", "oven"), Link("oven", "dough")])
    with pytest.raises(NetworkError, match="no task hall"):
        simulate_risks(EVENTS, BAKERY, [Link("dough", "hall")])
    with pytest.raises(NetworkError, match="no task dough"):
        simulate_risks(EVENTS, links=LINKS)


def test_what_cannot_be_asked():
    runs = simulate_risks(EVENTS, runs=10)
    for ask in (lambda: runs.finish_percentile(80), lambda: runs.exceedance("finish")):
        with pytest.raises(ValueError, match="there is no network, and so no finish"):
            ask()
    for p in (-1, 101, math.nan):
        with pytest.raises(ValueError, match="p must be from 0 to 100"):
            runs.cost_percentile(p)
    with pytest.raises(ValueError, match="`of` must be one of cost, finish"):
        runs.exceeds(3, "days")
    for points in (1, 2.5):
        with pytest.raises(ValueError, match="points must be a whole number, 2 or more"):
            runs.exceedance(points=points)
