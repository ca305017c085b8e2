"""What a learner tries out with sliders: one file an explorer. Nothing is checked, and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from tpm_kit.case import Case

NAMES = ("weights", "budget", "wip", "inversion", "defects", "tornado")
"""The ids of the explorers, which are the names of their modules."""


@dataclass(frozen=True)
class Range:
    """What one slider sets: a number from `least` to `most` in steps of `step`, at first `start`. `words` say
    what some numbers are called."""

    label: str
    least: float
    most: float
    step: float
    start: float
    unit: str = ""
    words: Mapping[float, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Explorer:
    """A chart that follows sliders.

    `plotted(values, case)` gives the arguments of the chart's `update` for the values of the sliders by id;
    `says` puts what is to be seen into a sentence. `lacks(case)` is a sentence that says what a case lacks
    for it, or "".
    """

    title: str
    task: str
    sliders: Callable[[Case], Mapping[str, Range]]
    chart: Callable[[], Any]
    plotted: Callable[[Mapping[str, float], Case], Mapping[str, Any]]
    says: Callable[[Mapping[str, float], Case], str]
    lacks: Callable[[Case], str] = lambda case: ""


def explorer(name: str) -> Explorer:
    """Return an explorer by its name, one of `NAMES`; it is imported when it is first asked for."""
    return import_module(f"{__name__}.{name}").EXPLORER
