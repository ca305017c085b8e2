"""Little's law: work in progress = throughput × lead time, on average.

Sources: J. D. C. Little, "A Proof for the Queuing Formula: L = λW", Operations Research 9(3), 1961; J. D. C.
Little and S. C. Graves, "Little's Law", in "Building Intuition", 2008.
"""

from __future__ import annotations

import math


class FlowError(ValueError):
    """What cannot be simulated or worked out; `str()` names it."""


def average_wip(throughput: float, lead_time: float) -> float:
    """Return the average work in progress by Little's law: throughput × average lead time.

    Both must speak of the same unit of time: cards a day with days. It is a law about averages over a long
    time, of work that is stable: as much is begun as is finished, everything begun is finished, and what is
    open does not grow older and older. (Over a time that begins and ends with nothing open, it holds
    exactly.) It says nothing of a single card, nor of a board that fills up. Raises `FlowError` for a number
    that is negative or not finite.

    >>> average_wip(throughput=0.5, lead_time=6)
    3.0
    """
    return at_least_0("throughput", throughput) * at_least_0("lead_time", lead_time)


def average_lead_time(wip: float, throughput: float) -> float:
    """Return the average lead time by Little's law: work in progress ÷ throughput, on the conditions of
    `average_wip`. Raises `FlowError` for a number that is negative or not finite, and for no throughput.

    >>> average_lead_time(wip=6, throughput=0.5)
    12.0
    """
    if at_least_0("throughput", throughput) == 0:
        raise FlowError("throughput must be above 0: where nothing is finished, no lead time is known")
    return at_least_0("wip", wip) / throughput


def at_least_0(name: str, value: float) -> float:
    """Return a number that is finite and 0 or more; any other raises `FlowError` with its name."""
    if not (math.isfinite(value) and value >= 0):
        raise FlowError(f"{name} must be a number from 0 on, not {value!r}")
    return value
