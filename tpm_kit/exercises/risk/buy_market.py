"""What is on offer against the risks: responses with their cost, and what each leaves of its risk.

Money is in thousands, days are working days. What a risk loses on average is its chance times its money and
days, the days at the cost of a day; means are those of PERT, (low + 4 × likely + high) ÷ 6.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case, RiskPolicy
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.amounts import cost_of
from tpm_kit.exercises.risk.chosen_responses import RESPONSES, choice, chosen, chosen_source
from tpm_kit.exercises.risk.offers import given, own_risk
from tpm_kit.exercises.risk.register import (
    Response,
    Risk,
    impact_band,
    likelihood_band,
    open_risks,
    policy,
    responses,
)
from tpm_kit.exercises.risk.responses_rows import COST
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.best_set import Choice, best_set
from tpm_kit.methods.risk_matrix import Cell
from tpm_kit.methods.three_point import Estimate

BUY, BEAR = "buy", "bear"
TITLE = 90
"""Letters of an action on a card and in a finding."""
NOTE = 240
TOGETHER = 3
"""So many responses to one risk are looked at together."""
NOTHING = Estimate(0, 0, 0)


@dataclass(frozen=True)
class State:
    """A risk as it stands, before or after a response: chance 0 to 1, days and money if it happens."""

    chance: float
    days: Estimate
    cost: Estimate

    def loss(self, per_day: float) -> float:
        """Return what it loses on average, in thousands, with a working day at `per_day`."""
        return self.chance * (self.cost.mean + per_day * self.days.mean)

    def place(self, bands: RiskPolicy) -> Cell:
        """Return the cell that its likely figures fall into."""
        return likelihood_band(self.chance, bands), impact_band(self.days.likely, self.cost.likely, bands)

    def with_response(self, after: State) -> State:
        """Return what is left when a second response works, too: the better of the two in each number.

        Two responses do not take away the same loss twice, so what they remove does not simply add up.
        """
        return State(
            min(self.chance, after.chance), _least(self.days, after.days), _least(self.cost, after.cost)
        )


@dataclass(frozen=True)
class Offer:
    """A response that can be bought."""

    id: str
    risk: str
    title: str
    kind: str
    cost: float
    after: State
    note: str
    brings: str
    """What its note says of a risk that it brings; "" for none."""
    chosen: bool
    """Whether it was chosen in exercise 7.6, by the learner."""


@dataclass(frozen=True)
class Market:
    """All that is on offer, and the risks as they stand before anything is bought."""

    before: Mapping[str, State]
    """The open risks with figures, by id; those without a response count as well."""
    risks: Mapping[str, Risk]
    offers: Mapping[str, Offer]
    budget: float
    per_day: float
    unknown: tuple[str, ...]
    """Titles of the open risks without a chance, or without both days and money."""
    unpriced: int
    """How many responses are left out, since their cost or what they leave is not known."""
    source: str
    """Whose responses these are, as a sentence; "" where they are the case's."""

    def title(self, risk: str) -> str:
        """Return a risk's title for a sentence."""
        return cut(self.risks[risk].title, TITLE)

    def after(self, bought: Iterable[str]) -> dict[str, State]:
        """Return the risks as they stand once these responses are bought."""
        states = dict(self.before)
        for id in bought:
            offer = self.offers[id]
            states[offer.risk] = states[offer.risk].with_response(offer.after)
        return states

    def loss(self, bought: Iterable[str] = ()) -> float:
        """Return what all risks together lose on average once these responses are bought."""
        return sum(state.loss(self.per_day) for state in self.after(bought).values())

    def removes(self, bought: Collection[str]) -> float:
        """Return how much less is lost on average with these responses than with none."""
        return self.loss() - self.loss(bought)

    def spent(self, bought: Iterable[str]) -> float:
        """Return what these responses cost."""
        return round(sum(self.offers[id].cost for id in bought), 6)

    def worth(self, bought: Collection[str]) -> float:
        """Return what these responses remove on average, less what they cost."""
        return self.removes(bought) - self.spent(bought)

    def adds(self, id: str, bought: Collection[str]) -> float:
        """Return what a response is worth beside those that are bought already."""
        others = frozenset(bought) - {id}
        return self.worth({*others, id}) - self.worth(others)

    @cached_property
    def best(self) -> frozenset[str]:
        """The set that is worth most within the budget."""
        sets = list(self._sets_by_risk().values())
        groups = [[Choice(self.spent(ids), self.worth(ids)) for ids in group] for group in sets]
        taken = best_set(groups, self.budget).taken
        return frozenset(
            id for at, group in zip(taken, sets, strict=True) if at is not None for id in group[at]
        )

    def _sets_by_risk(self) -> dict[str, list[tuple[str, ...]]]:
        """Return for each risk the sets of its responses that can be bought together."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for risk in dict.fromkeys(offer.risk for offer in self.offers.values()):
            ids = [offer.id for offer in self.offers.values() if offer.risk == risk]
            counts = range(1, min(len(ids), TOGETHER) + 1)
            found[risk] = [group for count in counts for group in combinations(ids, count)]
        return found


@once
def market(case: Case) -> Market:
    """Return what is on offer in a case: each response to an open risk that changes something, with its cost.

    It needs the answers in `USES` of `chosen_responses`.
    """
    rules = policy(case)
    known = {risk.id: risk for risk in open_risks(case)}
    states = {id: state_of(risk) for id, risk in known.items()}
    before = {id: state for id, state in states.items() if state is not None}
    mine = chosen(case) if given(case) and choice(case).mine else {}
    picked = {one.response.id for one in mine.values()}
    offers, unpriced = {}, 0
    for row in _rows(case):
        if row.risk not in before or row.id in offers:
            continue
        after = _after(row, known[row.risk])
        if after is None or after == before[row.risk]:
            unpriced += 1
        else:
            offers[row.id] = Offer(
                row.id,
                row.risk,
                cut(row.action, TITLE).rstrip("."),
                row.kind,
                row.cost,
                after,
                cut(row.note, NOTE),
                own_risk(row),
                row.id in picked,
            )
    return Market(
        MappingProxyType(before),
        MappingProxyType(known),
        MappingProxyType(offers),
        rules.budget,
        rules.cost_per_day,
        tuple(cut(known[id].title, TITLE) for id, state in states.items() if state is None),
        unpriced,
        "" if given(case) else chosen_source(case),
    )


def _rows(case: Case) -> list[Response]:
    """Return the responses that could be bought: those of the case, else those that the learner chose in 7.6.

    To accept a risk is to bear it, and no response to buy.
    """
    rows = responses(case) if given(case) else [_priced(one.response, case) for one in chosen(case).values()]
    return [row for row in rows if row.kind != "accept"]


def _priced(row: Response, case: Case) -> Response:
    """Return a response in the learner's words; a cost that is blank or cannot be read is not 0."""
    typed = case.earlier.get(RESPONSES)
    unknown = isinstance(typed, Cells) and cost_of(typed.text(row.risk, COST)) is None
    return replace(row, cost=None) if unknown else row


def state_of(risk: Risk) -> State | None:
    """Return a risk as it stands; None without a chance, or without both days and money."""
    days, cost = risk.days_estimate, risk.cost_estimate
    if risk.chance is None or not 0 <= risk.chance <= 1 or (days is None and cost is None):
        return None
    return State(risk.chance, days or NOTHING, cost or NOTHING)


def _after(row: Response, risk: Risk) -> State | None:
    """Return what a response leaves of its risk; None where its cost is not known, or nobody has said what it
    changes."""
    said = (row.chance_after, row.days_after, row.cost_after)
    if row.cost is None or row.cost < 0 or all(one is None for one in said):
        return None
    return state_of(row.after(risk))


def _least(one: Estimate, other: Estimate) -> Estimate:
    return Estimate(
        min(one.optimistic, other.optimistic),
        min(one.likely, other.likely),
        min(one.pessimistic, other.pessimistic),
    )


class Basket:
    """What an answer buys and bears."""

    def __init__(self, answer: Placements, case: Case) -> None:
        self.case, self.market = case, market(case)
        placed = {place.id: place.column for place in answer.places if place.id in self.market.offers}
        self.bought = frozenset(id for id, column in placed.items() if column == BUY)
        self.borne = frozenset(id for id, column in placed.items() if column == BEAR)

    @property
    def spent(self) -> float:
        """What the bought responses cost, in thousands."""
        return self.market.spent(self.bought)

    @property
    def left(self) -> float:
        """What is left of the budget; below 0 if it does not suffice."""
        return round(self.market.budget - self.spent, 6)

    @property
    def worth(self) -> float:
        """What the bought responses remove on average, less what they cost."""
        return self.market.worth(self.bought)

    def costly(self) -> list[Offer]:
        """Return the bought responses that cost more than they remove, each taken by itself."""
        offers = (self.market.offers[id] for id in self.in_order(self.bought))
        return [offer for offer in offers if self.market.worth([offer.id]) < -1e-9]

    def doubled(self) -> dict[str, list[Offer]]:
        """Return the bought responses by risk, for risks with more than one."""
        by_risk: dict[str, list[Offer]] = {}
        for id in self.in_order(self.bought):
            by_risk.setdefault(self.market.offers[id].risk, []).append(self.market.offers[id])
        return {risk: offers for risk, offers in by_risk.items() if len(offers) > 1}

    def in_order(self, ids: Collection[str]) -> list[str]:
        """Return ids in the order in which they are on offer."""
        return [id for id in self.market.offers if id in ids]
