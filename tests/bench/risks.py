"""How fast 100,000 runs of 25 risks upon a small network are: all at once, and run by run in plain Python.

Both throw the dice for every risk, draw beta-PERT days and cost only for those that fire, add the days to the
tasks, work the network of eight tasks forwards, and keep cost and finish of every run. The loop is what one
would write with the standard library alone. The two are used in turn, so that a slow moment of the machine
hits both, and each must find the same cost and the same P80.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from statistics import fmean, median, quantiles

from tpm_kit.methods.network import Link
from tpm_kit.methods.risk_simulation import RiskEvent, simulate_risks
from tpm_kit.methods.three_point import Estimate

RISKS, TASKS, RUNS, ROUNDS = 25, 8, 100_000, 3
PER_DAY = 1.92
BAR = 50
Shape = tuple[float, float, float, float]


def register(seed: int = 20) -> tuple[list[RiskEvent], dict[str, Estimate], list[Link]]:
    """Return 25 risks with chances of 5 to 60 %, each upon one of eight tasks of 5 to 30 days."""
    chance = random.Random(seed)

    def three(least: int, most: int) -> Estimate:
        return Estimate(*sorted(chance.sample(range(least, most), 3)))

    tasks = {f"T{number}": three(5, 31) for number in range(TASKS)}
    links = [
        Link(f"T{other}", f"T{number}")
        for number in range(1, TASKS)
        for other in chance.sample(range(number), min(number, 2))
    ]
    risks = [
        RiskEvent(
            f"R{number}", chance.uniform(0.05, 0.6), three(1, 20), three(0, 60), (f"T{number % TASKS}",)
        )
        for number in range(RISKS)
    ]
    return risks, tasks, links


def shape(estimate: Estimate) -> Shape:
    """Return the low end, the span and the two exponents of the beta distribution of an estimate."""
    span = estimate.pessimistic - estimate.optimistic
    up = 1 + 4 * (estimate.likely - estimate.optimistic) / span
    return estimate.optimistic, span, up, 6 - up


def plain(
    risks: Sequence[RiskEvent], tasks: dict[str, Estimate], links: Sequence[Link]
) -> tuple[list[float], list[float]]:
    """Return cost and finish of each run, by a loop. The tasks stand in an order that the links allow."""
    chance = random.Random(1)
    dice, beta = chance.random, chance.betavariate
    shapes = [(id, *shape(one)) for id, one in tasks.items()]
    events = [(risk.chance, risk.tasks[0], shape(risk.days), shape(risk.cost)) for risk in risks]
    into: dict[str, list[str]] = {id: [] for id in tasks}
    for link in links:
        into[link.after].append(link.before)
    costs, finishes = [], []
    for _ in range(RUNS):
        times = {id: low + span * beta(a, b) for id, low, span, a, b in shapes}
        cost = 0.0
        for share, task, (low, span, a, b), (least, wide, c, d) in events:
            if dice() < share:
                lost = low + span * beta(a, b)
                times[task] += lost
                cost += PER_DAY * lost + least + wide * beta(c, d)
        ends: dict[str, float] = {}
        for id, duration in times.items():
            start = 0.0
            for before in into[id]:
                if ends[before] > start:
                    start = ends[before]
            ends[id] = start + duration
        costs.append(cost)
        finishes.append(max(ends.values()))
    return costs, finishes


def measure() -> list[tuple[str, str, str]]:
    """Return lines for the report: what, the figure, and what it is held against."""
    risks, tasks, links = register()
    simulate_risks(risks, tasks, links, RUNS, cost_per_day=PER_DAY)  # the first one warms up
    fast, slow = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        runs = simulate_risks(risks, tasks, links, RUNS, cost_per_day=PER_DAY)
        between = time.perf_counter()
        costs, finishes = plain(risks, tasks, links)
        slow.append(time.perf_counter() - between)
        fast.append(between - start)
    mean = fmean(costs)
    assert abs(runs.expected_cost - mean) < 0.01 * mean, "the two must find the same cost"
    for found, ours in ((costs, runs.cost_percentile(80)), (finishes, runs.finish_percentile(80))):
        p80 = quantiles(found, n=5)[-1]
        assert abs(ours - p80) < 0.01 * p80, "the two must find the same P80"
    ratio = median(slow) / median(fast)
    return [
        (
            f"{RUNS:,} runs of {RISKS} risks on {TASKS} tasks, median of {ROUNDS}",
            f"{1000 * median(fast):.1f} ms",
            "",
        ),
        ("  a plain Python loop", f"{1000 * median(slow):,.0f} ms", f"{ratio:.0f} × (bar: {BAR} ×)"),
    ]
