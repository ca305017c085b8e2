"""How work flows over a board with limits: a small simulation. Little's law has a file of its own.

The model, all of it. Cards wait in To do, in their order. They are taken up into In progress while that
column holds fewer cards than its limit, each by the maker who works on the fewest. A maker with several cards
divides the day between them, and loses a part of it with each card more. Where a card has an obstacle, it
stands still for so many days when half of its work is done, and keeps its place; its maker meanwhile works on
something else, if the limit lets them take it up. Made, a card goes on to Review as soon as there is room,
and stands in the way until then. Reviewers take one card at a time, the one that came first. Reviewed, it is
done. Makers do not review and reviewers do not make; two makers never share a card.

Nothing is drawn by chance but the cards of `draw_cards`, from a seed: the same cards give the same flow.

Source of the rule of thumb that each further task costs a fifth of the time: G. M. Weinberg, "Quality
Software Management: Systems Thinking", 1992.
"""

from __future__ import annotations

import math
import random
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tpm_kit.methods.littles_law import FlowError, at_least_0

LOSS, LEAST = 0.2, 0.25
"""After Weinberg's rule of thumb, which is an estimate and no measurement: 100, 80, 60, 40 and 25 % of the
time are left for one, two, three, four, and five or more cards."""
_CLOSE = 1e-9
"""Work or time less than this is none: the rest is rounding."""


@dataclass(frozen=True)
class Card:
    """One piece of work: days of making above 0, days of review and of standing still 0 or more."""

    make: float
    review: float = 0.0
    blocked: float = 0.0
    asked: float = 0.0
    """The day on which it comes into To do, counted from 0."""


class Passage(NamedTuple):
    """When a card was taken up and when it was done, in days from 0."""

    start: float
    done: float

    @property
    def lead_time(self) -> float:
        """Days from being taken up to done."""
        return self.done - self.start


class Moment(NamedTuple):
    """How many cards each column holds from this day on, until the next moment."""

    day: float
    to_do: int
    in_progress: int
    review: int
    done: int


@dataclass(frozen=True)
class Flow:
    """What became of the cards: a passage for each, in their order, and the board over time."""

    passages: tuple[Passage, ...]
    history: tuple[Moment, ...]

    @property
    def days(self) -> float:
        """Days from the first card taken up to the last one done."""
        return max(one.done for one in self.passages) - min(one.start for one in self.passages)

    @property
    def throughput(self) -> float:
        """Cards done a day, over those days."""
        return len(self.passages) / self.days

    @property
    def lead_time(self) -> float:
        """The average number of days from taken up to done."""
        return math.fsum(one.lead_time for one in self.passages) / len(self.passages)

    @property
    def average_wip(self) -> float:
        """The average number of cards in progress and in review, over those days."""
        spans = (
            (later.day - now.day) * (now.in_progress + now.review) for now, later in pairwise(self.history)
        )
        return math.fsum(spans) / self.days


def useful_share(cards: int, loss: float = LOSS, least: float = LEAST) -> float:
    """Return the share of a day that goes into work, for somebody who works on so many cards in turn.

    >>> [useful_share(cards) for cards in (1, 2, 3, 4, 5, 9)]
    [1.0, 0.8, 0.6, 0.4, 0.25, 0.25]
    """
    return max(least, round(1 - loss * max(0, cards - 1), 12))


def draw_cards(count: int, seed: int, make: float = 3.0, review: float = 1.0) -> tuple[Card, ...]:
    """Return cards that differ as real ones do, drawn from a seed.

    Their days of making lie between 0.4 and 1.9 times `make`, most often at 0.7 times, and are `make` on
    average (a triangular distribution); days of review are in step with them. One card in five has an
    obstacle, for 2 to 6 days.
    """
    dice = random.Random(seed)
    cards = []
    for _ in range(count):
        size = dice.triangular(0.4, 1.9, 0.7)
        blocked = dice.uniform(2, 6) if dice.random() < 0.2 else 0.0
        cards.append(Card(make * size, review * size, blocked))
    return tuple(cards)


def simulate(
    cards: Sequence[Card],
    makers: int,
    reviewers: int,
    limit: int | None = None,
    review_limit: int | None = None,
    loss: float = LOSS,
    least: float = LEAST,
) -> Flow:
    """Return how the cards flow over the board, by the model at the top of this file.

    `limit` and `review_limit` are the most cards that In progress and Review hold; None is no limit: then
    every card is taken up at once. `loss` is the share of a day that a maker loses with each card more,
    `least` what is left at worst. Days are working days; nothing is rounded to whole ones. Raises `FlowError`
    for no cards, a card with days that cannot be, fewer than one maker or reviewer, a limit below 1, and a
    share outside 0 to 1 (`least` must be above 0).
    """
    _check(cards, makers, reviewers, (limit, review_limit), loss, least)
    team = _Team(makers, reviewers, limit or math.inf, review_limit or math.inf, loss, least)
    return _Board(cards, team).run()


def _check(
    cards: Sequence[Card],
    makers: int,
    reviewers: int,
    limits: Sequence[int | None],
    loss: float,
    least: float,
) -> None:
    if not cards:
        raise FlowError("there are no cards; give one at least")
    for number, card in enumerate(cards, start=1):
        for name in ("make", "review", "blocked", "asked"):
            at_least_0(f"card {number}, {name}", getattr(card, name))
        if card.make < 1e-6:
            raise FlowError(f"card {number}, make: a card needs days of making above 0, not {card.make!r}")
    for name, count in (("makers", makers), ("reviewers", reviewers)):
        if not (isinstance(count, int) and count >= 1):
            raise FlowError(f"{name} must be a whole number from 1 on, not {count!r}")
    for count in limits:
        if count is not None and not (isinstance(count, int) and count >= 1):
            raise FlowError(f"a limit must be a whole number from 1 on, or None, not {count!r}")
    if not (0 <= loss <= 1 and 0 < least <= 1):
        raise FlowError(f"loss and least must be shares from 0 to 1, least above 0, not {loss!r}, {least!r}")


class _Team(NamedTuple):
    makers: int
    reviewers: int
    limit: float
    review_limit: float
    loss: float
    least: float


@dataclass(eq=False)
class _Open:
    """A card on its way: what is left of it, who makes it, and when things happened to it."""

    card: Card
    number: int
    left: float
    maker: int = -1
    start: float = math.nan
    done: float = math.nan
    until: float | None = None
    """The day on which what blocks it ends; None while nothing has blocked it."""


@dataclass
class _Board:
    """The board at one time. Between two events everybody works at a steady pace, so that time can jump."""

    cards: Sequence[Card]
    team: _Team
    day: float = 0.0
    asked: list[_Open] = field(default_factory=list)
    making: list[_Open] = field(default_factory=list)
    made: list[_Open] = field(default_factory=list)
    review: list[_Open] = field(default_factory=list)
    finished: int = 0
    history: list[Moment] = field(default_factory=list)

    def run(self) -> Flow:
        """Work until every card is done."""
        every = [_Open(card, number, card.make) for number, card in enumerate(self.cards)]
        for one in every:
            insort(self.asked, one, key=lambda card: (card.card.asked, card.number))
        self._settle()
        while self.finished < len(every):
            paces = self._paces()
            step = self._next(paces)
            self.day += step
            for one, pace in paces:
                one.left -= pace * step
            self._settle()
        return Flow(tuple(Passage(one.start, one.done) for one in every), tuple(self.history))

    def _paces(self) -> list[tuple[_Open, float]]:
        """Return the cards that are worked on, each with the work done on it a day."""
        on: dict[int, list[_Open]] = {}
        for one in self.making:
            if not self._stands_still(one):
                on.setdefault(one.maker, []).append(one)
        paces = [
            (one, useful_share(len(own), self.team.loss, self.team.least) / len(own))
            for own in on.values()
            for one in own
        ]
        return paces + [(one, 1.0) for one in self.review[: self.team.reviewers]]

    def _stands_still(self, one: _Open) -> bool:
        return one.until is not None and one.until > self.day + _CLOSE

    def _next(self, paces: Sequence[tuple[_Open, float]]) -> float:
        """Return the days until the next thing happens: work ends, a card is blocked or free again, a new
        one is asked for."""
        steps = [(one.left - self._until_blocked(one)) / pace for one, pace in paces]
        steps += [one.until - self.day for one in self.making if self._stands_still(one)]
        steps += [one.card.asked - self.day for one in self.asked if one.card.asked > self.day + _CLOSE][:1]
        return max(0.0, min(steps))

    def _until_blocked(self, one: _Open) -> float:
        """Return how much work will be left when the card is blocked; 0 if nothing blocks it any more."""
        return one.card.make / 2 if one in self.making and one.card.blocked and one.until is None else 0.0

    def _settle(self) -> None:
        """Do all that can be done at this time, and note the board."""
        self._finish_reviews()
        for one in list(self.making):
            if one.card.blocked and one.until is None and one.left <= one.card.make / 2 + _CLOSE:
                one.until = self.day + one.card.blocked
            elif one.left <= _CLOSE:
                self.making.remove(one)
                self.made.append(one)
        while self.made and len(self.review) < self.team.review_limit:
            one = self.made.pop(0)
            one.left = one.card.review
            self.review.append(one)
            self._finish_reviews()
        while self._next_to_take():
            one = self.asked.pop(0)
            one.start, one.maker = self.day, self._least_busy()
            self.making.append(one)
        self._note()

    def _finish_reviews(self) -> None:
        for one in self.review[: self.team.reviewers]:
            if one.left <= _CLOSE:
                self.review.remove(one)
                one.done = self.day
                self.finished += 1

    def _next_to_take(self) -> bool:
        room = len(self.making) + len(self.made) < self.team.limit
        return room and bool(self.asked) and self.asked[0].card.asked <= self.day + _CLOSE

    def _least_busy(self) -> int:
        busy = [0] * self.team.makers
        for one in self.making:
            busy[one.maker] += not self._stands_still(one)
        return busy.index(min(busy))

    def _note(self) -> None:
        waiting = sum(one.card.asked <= self.day + _CLOSE for one in self.asked)
        in_progress = len(self.making) + len(self.made)
        now = Moment(self.day, waiting, in_progress, len(self.review), self.finished)
        if self.history and self.history[-1].day == self.day:
            self.history[-1] = now
        elif not self.history or self.history[-1][1:] != now[1:]:
            self.history.append(now)
