"""A learner's own list of pay as ranges: for each currency, the low ends and the high ends in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple, Protocol

from tpm_kit.case import Case
from tpm_kit.explorers import Choice, Explorer, Range
from tpm_kit.explorers.salary import EXPLORER, MOST_OFFER, STEP, placed
from tpm_kit.methods.pay import ENOUGH, FEWEST, Percentiles, percentiles

DOLLARS = "USD"
UNNAMED = "?"
"""The id of figures without a currency, which has to be a word."""


class Figure(Protocol):
    """One row of the list: pay a year in a currency, None for an end that is open."""

    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def currency(self) -> str: ...


class Own(NamedTuple):
    """The list, and the name of its file."""

    source: str
    figures: Sequence[Figure]

    def by_currency(self) -> dict[str, list[Figure]]:
        """Return the figures of each currency, most figures first."""
        found: dict[str, list[Figure]] = {}
        for one in self.figures:
            found.setdefault(one.currency or UNNAMED, []).append(one)
        return dict(sorted(found.items(), key=lambda one: -len(one[1])))

    def choice(self) -> Choice:
        """Return the currencies to choose from, at first dollars, which compare with what is published."""
        groups = self.by_currency()
        options = [
            (code, f"{currency_name(code)}: {_count(some, 'figure')}", "") for code, some in groups.items()
        ]
        start = DOLLARS if DOLLARS in groups else next(iter(groups))
        return Choice(f"Your file {self.source}", [*options, ("", "not shown", "")], [start])

    def ranges(self, code: str) -> list[tuple[str, Percentiles]]:
        """Return the ranges of one currency, each with its name: one for single amounts, else one for the low
        ends and one for the high ends."""
        some = self.by_currency().get(code, [])
        lows = [one.low for one in some if one.low is not None]
        highs = [one.high for one in some if one.high is not None]
        if lows == highs:
            return [(f"Your file: {_count(lows, 'figure')}", percentiles(lows))]
        return [
            (f"Your file: {_count(ends, f'{which} end')}", percentiles(ends))
            for which, ends in (("low", lows), ("high", highs))
            if ends
        ]


def currency_name(code: str) -> str:
    """Return what a currency is called in a sentence."""
    return {DOLLARS: "US dollars", UNNAMED: "no currency named"}.get(code, code)


def _count(some: Sequence[Any], what: str) -> str:
    return f"{len(some)} {what}{'s' * (len(some) != 1)}"


def _in(code: str) -> str:
    """Return the currency of figures as it follows their amount in a sentence."""
    return "without a currency" if code == UNNAMED else f"in {currency_name(code)}"


def explorer_with(own: Own) -> Explorer:
    """Return the explorer of salaries with a learner's list on it: in dollars beside the published ranges, in
    any other currency alone, since nothing is converted."""
    return replace(
        EXPLORER,
        sliders=lambda case: {"offer": _offer(own)},
        choices=lambda case: {"own": own.choice(), **EXPLORER.choices(case)},
        plotted=partial(_plotted, own),
        says=partial(_says, own),
    )


def _offer(own: Own) -> Range:
    """Return the slider of the offer, which reaches all that the file holds."""
    highest = max(end for one in own.figures for end in (one.low, one.high) if end is not None)
    most = max(MOST_OFFER, -(-highest // STEP) * STEP)
    return Range(
        "Your offer, base pay a year", 0, most, STEP, 0, "in the money shown", {0: "none yet"}, exact=True
    )


def _plotted(own: Own, values: Mapping[str, Any], case: Case) -> dict[str, Any]:
    from tpm_kit.figures.pay_ranges import pay_row

    published = EXPLORER.plotted(values, case)
    [code], offer = values["own"], values["offer"]
    if not code:
        return dict(published)
    mine = f"Your own file {own.source}: your figures, which nobody here has checked."
    rows = [
        pay_row(name, one, currency_name(code), placed(offer, one).split(",")[0])
        for name, one in own.ranges(code)
        if one.published
    ]
    if code == DOLLARS:
        return {
            **published,
            "rows": [*rows, *published["rows"]],
            "citation": f"{mine} {published['citation']}",
        }
    along = f"{currency_name(code)}, a year of full work"
    return {"rows": rows, "offer": offer or None, "along": along, "citation": mine}


def _says(own: Own, values: Mapping[str, Any], case: Case) -> str:
    [code], offer = values["own"], values["offer"]
    published = EXPLORER.says(values, case)
    if not code:
        return published
    said = [_said(name, one, offer, code) for name, one in own.ranges(code)]
    others = [_in(other) for other in own.by_currency() if other != code]
    if others:
        said.append(f"The figures {', '.join(others)} are left out: no currency is converted.")
    said.append(
        published
        if code == DOLLARS
        else "The published figures are in US dollars and are not shown beside these."
    )
    return " ".join(said)


def _said(name: str, one: Percentiles, offer: float, code: str) -> str:
    if not one.published:
        return f"{name}: too few for percentiles, which need {FEWEST}."
    place = f"; {offer:,.0f} is {placed(offer, one)}" if offer else ""
    few = f" (fewer than {ENOUGH} figures give no tenths)" if one.p10 is None else ""
    return f"{name}: median {one.p50:,.0f} {_in(code)}{few}{place}."
