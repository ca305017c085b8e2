"""What the risks do to money and date in 10,000 runs, with what is bought and without.

The network, its three times and its date are those of exercise 6.6; the runs of its items are the very same,
so that without any risk the finish is that of 6.6.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tpm_kit.case import Case
from tpm_kit.exercises.risk.buy_market import Market, State, market
from tpm_kit.exercises.roadmap.how_sure_forecast import RUNS, Forecast
from tpm_kit.exercises.roadmap.promise_choices import Basis, basis

if TYPE_CHECKING:
    from tpm_kit.methods.risk_simulation import Curve, RiskSimulation

P = 80
POINTS = 121


@dataclass(frozen=True)
class Outlook:
    """The runs with one set of responses. Money is in thousands and counts what the responses cost."""

    market: Market
    basis: Basis
    bought: frozenset[str]

    @property
    def spent(self) -> float:
        """What the responses cost."""
        return self.market.spent(self.bought)

    @property
    def runs(self) -> RiskSimulation:
        """The runs of the risks as the responses leave them."""
        states = self.market.after(self.bought)
        tasks = {id: self.market.risks[id].items for id in states}
        return _runs(
            _key(states, tasks), self.market.per_day, self.basis.forecast and _Net(self.basis.forecast)
        )

    @property
    def p80_cost(self) -> float:
        """What responses and risks together cost at most in four runs of five."""
        return self.spent + self.runs.cost_percentile(P)

    @property
    def p80_time(self) -> float | None:
        """The working days from the start by which four runs in five are finished; None without a network."""
        return None if self.basis.forecast is None else self.runs.finish_percentile(P)

    @property
    def in_time(self) -> float | None:
        """The share of runs that are finished by the date that stands; None where there is none."""
        due = self.basis.target.due
        return None if due is None or self.basis.forecast is None else 1 - self.runs.exceeds(due, "finish")

    def outside(self) -> list[str]:
        """Return the titles of the risks that lose days on items outside the network, the most days first.

        These days cost money in the runs and cannot move the finish.
        """
        if self.basis.forecast is None:
            return []
        tasks = self.basis.forecast.estimates
        lost = {
            id: state.chance * state.days.mean
            for id, state in self.market.after(self.bought).items()
            if state.days.mean and not any(item in tasks for item in self.market.risks[id].items)
        }
        return [self.market.title(id) for id in sorted(lost, key=lambda id: -lost[id]) if lost[id]]

    def when(self) -> str:
        """Return P80 of the finish in words; "" without a network."""
        time = self.p80_time
        return "" if time is None else self.basis.forecast.when(time)

    def curve(self) -> Curve:
        """Return the share of runs above each amount of money, what the responses cost among it."""
        curve = self.runs.exceedance("cost", POINTS)
        return curve._replace(values=curve.values + self.spent)

    def single_p80s(self) -> float:
        """Return the sum of what each risk alone costs at P80, as if that were P80 of the whole."""
        states = self.market.after(self.bought)
        return sum(_alone(_key({id: state}, {id: ()}), self.market.per_day) for id, state in states.items())


def outlook(case: Case, bought: Collection[str]) -> Outlook:
    """Return the runs with these responses bought."""
    return Outlook(market(case), basis(case), frozenset(bought))


class _Net:
    """A forecast as a key: one with the same estimates and links is the same."""

    def __init__(self, forecast: Forecast) -> None:
        self.forecast = forecast
        self._key = (tuple(forecast.estimates.items()), forecast.target.needs)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Net) and self._key == other._key


Key = tuple[tuple[str, State, tuple[str, ...]], ...]


def _key(states: Mapping[str, State], tasks: Mapping[str, tuple[str, ...]]) -> Key:
    return tuple((id, state, tuple(tasks[id])) for id, state in states.items())


def _simulated(states: Key, per_day: float, net: _Net | None) -> RiskSimulation:
    # Imported here: the course map asks every exercise for its title, and needs no runs for that.
    from tpm_kit.methods.network import Link
    from tpm_kit.methods.risk_simulation import RiskEvent, simulate_risks

    events = [RiskEvent(id, state.chance, state.days, state.cost, tasks) for id, state, tasks in states]
    if net is None:
        return simulate_risks(events, runs=RUNS, cost_per_day=per_day)
    links = [Link(*need) for need in net.forecast.target.needs]
    return simulate_risks(events, links=links, cost_per_day=per_day, durations=net.forecast.runs.durations)


_runs = lru_cache(64)(_simulated)


@lru_cache(512)
def _alone(states: Key, per_day: float) -> float:
    return _simulated(states, per_day, None).cost_percentile(P)
