"""How fast 10,000 runs of a 50-item network are: all runs at once, and run by run in plain Python.

Both draw a beta-PERT duration for each item, work the network forwards and backwards, and count in how many
runs each item is critical. The loop is what one would write with the standard library alone; it knows the
same four kinds of link. The two are used in turn, so that a slow moment of the machine hits both, and each
must find the same finish.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from statistics import fmean, median

from tpm_kit.methods.network import Link
from tpm_kit.methods.schedule_risk import simulate
from tpm_kit.methods.three_point import Estimate

ITEMS, RUNS, ROUNDS = 50, 10_000, 3
BAR = 50


def network(seed: int = 20) -> tuple[dict[str, Estimate], list[Link]]:
    """Return 50 items of 1 to 30 days; each but the first waits for up to three of the ten before it."""
    chance = random.Random(seed)
    estimates, links = {}, []
    for number in range(ITEMS):
        low, likely, high = sorted(chance.randint(1, 30) for _ in range(3))
        estimates[f"T{number}"] = Estimate(low, likely, high)
        before = range(max(0, number - 10), number)
        for other in chance.sample(before, min(len(before), chance.randint(1, 3))):
            kind = chance.choice(["FS", "FS", "FS", "SS", "FF"])
            links.append(Link(f"T{other}", f"T{number}", kind, chance.choice([0, 0, 2, -1])))
    return estimates, links


def plain(estimates: dict[str, Estimate], links: Sequence[Link]) -> tuple[list[float], dict[str, float]]:
    """Return the finish of each run and the share of runs in which each item is critical, by a loop."""
    chance = random.Random(1)
    shapes = []
    for id, one in estimates.items():
        span = one.pessimistic - one.optimistic
        up = 1 + 4 * (one.likely - one.optimistic) / span if span else 0
        shapes.append((id, one.optimistic, span, up, 6 - up))
    into: dict[str, list[tuple[str, str, float]]] = {id: [] for id in estimates}
    out_of: dict[str, list[tuple[str, str, float]]] = {id: [] for id in estimates}
    for link in links:
        into[link.after].append((link.before, link.kind, link.lag))
        out_of[link.before].append((link.after, link.kind, link.lag))
    order = list(estimates)
    finishes, critical = [], dict.fromkeys(estimates, 0)
    for _ in range(RUNS):
        times = {id: low + span * chance.betavariate(a, b) if span else low for id, low, span, a, b in shapes}
        early: dict[str, float] = {}
        for id in order:
            start = 0.0
            for before, kind, lag in into[id]:
                start = max(start, early[before] + gap(kind, times[before], times[id]) + lag)
            early[id] = start
        finish = max(early[id] + times[id] for id in order)
        late: dict[str, float] = {}
        for id in reversed(order):
            start = finish - times[id]
            for after, kind, lag in out_of[id]:
                start = min(start, late[after] - gap(kind, times[id], times[after]) - lag)
            late[id] = start
            if start - early[id] <= 1e-9 * (finish + 1):
                critical[id] += 1
        finishes.append(finish)
    return finishes, {id: count / RUNS for id, count in critical.items()}


def gap(kind: str, before: float, after: float) -> float:
    """Return the least time between two starts, without the lag."""
    if kind == "FS":
        return before
    if kind == "SS":
        return 0.0
    return before - after if kind == "FF" else -after


def measure() -> list[tuple[str, str, str]]:
    """Return lines for the report: what, the figure, and what it is held against."""
    estimates, links = network()
    simulate(estimates, links, RUNS)  # the first one warms up
    fast, slow = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        runs = simulate(estimates, links, RUNS)
        between = time.perf_counter()
        finishes, critical = plain(estimates, links)
        slow.append(time.perf_counter() - between)
        fast.append(between - start)
    assert abs(runs.finish.mean() - fmean(finishes)) < 0.5, "the two must find the same finish"
    assert all(abs(runs.criticality[id] - share) < 0.03 for id, share in critical.items())
    ratio = median(slow) / median(fast)
    return [
        (f"{RUNS:,} runs of {ITEMS} items, median of {ROUNDS}", f"{1000 * median(fast):.1f} ms", ""),
        ("  a plain Python loop", f"{1000 * median(slow):,.0f} ms", f"{ratio:.0f} × (bar: {BAR} ×)"),
    ]
