"""What the three times of all items come to: paths, their expected ends, and 10,000 runs of the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.roadmap.how_sure_cells import estimates
from tpm_kit.exercises.roadmap.how_sure_target import Target, target
from tpm_kit.exercises.wording import date, percent
from tpm_kit.methods.three_point import Estimate, Normal, path_finish

if TYPE_CHECKING:
    from tpm_kit.methods.schedule_risk import Simulation

RUNS = 10_000
TOGETHER = 0.5
"""The correlation with which the runs are looked at once more, in case all items are late for one reason."""
SAME = 1e-6
Path = tuple[str, ...]


@dataclass(frozen=True)
class Forecast:
    """What the estimates of all items come to. Times are working days from the start."""

    estimates: Mapping[str, Estimate]
    target: Target

    @cached_property
    def paths(self) -> dict[Path, Normal]:
        """Each chain of items from one that waits for nothing to one that nothing waits for, with its
        expected end and deviation; the longest first."""
        after = {id: [two for one, two in self.target.needs if one == id] for id in self.estimates}
        held = {two for _, two in self.target.needs}
        chains = [(id,) for id in self.estimates if id not in held]
        whole = []
        for chain in chains:
            chains += [(*chain, id) for id in after[chain[-1]]]
            whole += [] if after[chain[-1]] else [chain]
        found = {chain: path_finish(self.estimates[id] for id in chain) for chain in whole}
        return dict(sorted(found.items(), key=lambda one: -one[1].mean))

    @property
    def longest(self) -> list[Path]:
        """The path with the latest expected end; several if they tie."""
        last = next(iter(self.paths.values())).mean
        return [path for path, end in self.paths.items() if last - end.mean < SAME]

    @property
    def end(self) -> Normal:
        """The expected end of the longest path and its deviation, as PERT has it."""
        return self.paths[self.longest[0]]

    @property
    def runs(self) -> Simulation:
        """10,000 runs with the items independent of each other."""
        return _runs(tuple(self.estimates.items()), self.target.needs, 0.0)

    @property
    def together(self) -> Simulation:
        """The same with all items late or early together, as far as a correlation of 0.5 goes."""
        return _runs(tuple(self.estimates.items()), self.target.needs, TOGETHER)

    def at(self, p: float) -> float:
        """Return the time by which p per cent of the runs are finished."""
        return self.runs.percentile(p)

    def when(self, time: float) -> str:
        """Return a time as a date, or as days where nobody knows the start."""
        day = self.target.day(time)
        return date(day) if day else days(time)

    @property
    def drivers(self) -> list[tuple[str, float]]:
        """The items that are critical in any run, and their rank correlation with the finish, by its size."""
        found = [(id, self.runs.drivers[id]) for id, share in self.runs.criticality.items() if share > 0]
        return sorted(found, key=lambda one: -one[1])


def days(time: float) -> str:
    """Return a time in working days, with one decimal where it has any.

    >>> days(1), days(50.04), days(12.25)
    ('1 working day', '50 working days', '12.2 working days')
    """
    text = f"{time:.1f}".removesuffix(".0")
    return f"{text} working {'day' if text == '1' else 'days'}"


def chance(share: float) -> str:
    """Return a share of runs in percent; 100 % and 0 % are said only of all and of none.

    >>> chance(0.9962), chance(1), chance(0.804), chance(0.002)
    ('99.6 %', '100 %', '80 %', '0.2 %')
    """
    return percent(share, float(share > 0.5))


def forecast(answer: Cells, case: Case) -> Forecast | None:
    """Return what the estimates come to; None until there is a sound one for each item, and without items."""
    found = target(case)
    known = estimates(answer, case) if found.items else None
    return Forecast(known, found) if known and len(known) == len(found.items) else None


@lru_cache(16)
def _runs(
    items: tuple[tuple[str, Estimate], ...], needs: tuple[tuple[str, str], ...], correlation: float
) -> Simulation:
    # Imported here: the course map asks every exercise for its title, and needs no networks for that.
    from tpm_kit.methods.network import Link
    from tpm_kit.methods.schedule_risk import simulate

    links = [Link(*need) for need in needs]
    return simulate(dict(items), links, RUNS, correlation=correlation)
