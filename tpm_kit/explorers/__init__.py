"""What a learner tries out with sliders and choices: one file an explorer. Nothing is checked or kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from tpm_kit.case import Case

NAMES = (
    "weights",
    "budget",
    "wip",
    "inversion",
    "defects",
    "tornado",
    "salary",
    "places",
    "real-pay",
    "ways-in",
)
"""The ids of the explorers, which are the names of their modules, with `_` for `-`."""


@dataclass(frozen=True)
class Range:
    """What one slider sets: a number from `least` to `most` in steps of `step`, at first `start`. `words` say
    what some numbers are called. One that is `exact`, in whole steps, can be typed too; blank is `least`."""

    label: str
    least: float
    most: float
    step: float
    start: float
    unit: str = ""
    words: Mapping[float, str] = field(default_factory=dict)
    exact: bool = False


@dataclass(frozen=True)
class Choice:
    """What is chosen by typing a part of a name: at first `start`, ids of `options`, up to `most` of them.

    An option is `(id, name)` or `(id, name, also)`, where `also` holds more words that find it. With `most`
    = 1 exactly one is chosen at any time, otherwise from none to `most`.
    """

    label: str
    options: Sequence[Sequence[str]]
    start: Sequence[str]
    most: int = 1


@dataclass(frozen=True)
class Entry:
    """What is typed into a field, at first `start`. `fault(text)` is a sentence on what is wrong with it, ""
    for nothing."""

    label: str
    unit: str = ""
    start: str = ""
    fault: Callable[[str], str] = lambda text: ""


@dataclass(frozen=True)
class Explorer:
    """A chart that follows sliders and choices.

    `plotted(values, case)` gives the arguments of the chart's `update` for the values by id: the number of a
    slider, the ids of a choice as a tuple, the text of an entry. `says` puts what is to be seen into
    sentences, one paragraph a line. `lacks(case)` is a sentence that says what a case lacks for it, or "".
    """

    title: str
    task: str
    sliders: Callable[[Case], Mapping[str, Range]]
    chart: Callable[[], Any]
    plotted: Callable[[Mapping[str, Any], Case], Mapping[str, Any]]
    says: Callable[[Mapping[str, Any], Case], str]
    lacks: Callable[[Case], str] = lambda case: ""
    choices: Callable[[Case], Mapping[str, Choice | Entry]] = lambda case: {}


def explorer(name: str) -> Explorer:
    """Return an explorer by its name, one of `NAMES`; it is imported when it is first asked for."""
    return import_module(f"{__name__}.{name.replace('-', '_')}").EXPLORER
