"""Buy or bear: a budget for responses, and which of them are worth their money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.amounts import about, money
from tpm_kit.exercises.risk.buy_forecast import Outlook, outlook
from tpm_kit.exercises.risk.buy_market import BEAR, BUY, Basket, Market, Offer, State, market
from tpm_kit.exercises.risk.buy_rules import MONEY_RULES, quoted
from tpm_kit.exercises.risk.buy_set_rules import SET_RULES
from tpm_kit.exercises.risk.chosen_responses import USES as CHOSEN
from tpm_kit.exercises.risk.register_inputs import INPUTS
from tpm_kit.exercises.roadmap.how_sure_forecast import days
from tpm_kit.exercises.roadmap.how_sure_target import USES as TIMES
from tpm_kit.exercises.roadmap.sprint_words import short_day
from tpm_kit.exercises.wording import cut, date, names, percent
from tpm_kit.widgets.board import Board

COLUMNS = {BUY: "Buy", BEAR: "Bear"}
USES: Mapping[str, type] = {**TIMES, **CHOSEN}


def buy_board(case: Case) -> Board:
    """Return the board: what is on offer in the tray, one column to buy and one to bear."""
    here = market(case)
    return Board(
        label=f"Buy or bear the risks of {case.title}",
        columns=[
            {"id": BUY, "label": COLUMNS[BUY], "note": "The response is done and paid for", "tone": "blue"},
            {"id": BEAR, "label": COLUMNS[BEAR], "note": "The risk stays as it is"},
        ],
        cards=[
            {
                "id": offer.id,
                "title": offer.title,
                "note": " · ".join(
                    (
                        money(offer.cost, case),
                        cut(here.title(offer.risk), 40),
                        *(["yours in 7.6"] if offer.chosen else []),
                    )
                ),
            }
            for offer in here.offers.values()
        ],
        details={offer.id: _facts(offer, here, case) for offer in here.offers.values()},
        tray="On offer",
    )


def _facts(offer: Offer, here: Market, case: Case) -> list[list[str]]:
    before, after = here.before[offer.risk], offer.after
    facts = [
        ("Risk", here.title(offer.risk)),
        ("Response", f"{offer.kind}, {money(offer.cost, case)}"),
        ("Loses now", _loss(before, here, case)),
        ("Loses then", _loss(after, here, case)),
        ("Known besides", offer.note),
    ]
    return [[name, text] for name, text in facts if text]


def _loss(state: State, here: Market, case: Case) -> str:
    """Return what a risk loses on average, as the sum that it is: "40 % × (11 days at €1,920 + €6,333) …"."""
    parts = []
    if state.days.mean:
        each = f" at {money(here.per_day, case)}" if here.per_day else ""
        parts.append(f"{days(state.days.mean)}{each}")
    if state.cost.mean:
        parts.append(money(state.cost.mean, case))
    inside = " + ".join(parts) or "nothing"
    inside = f"({inside})" if len(parts) > 1 else inside
    return f"{percent(state.chance)} × {inside} = {money(state.loss(here.per_day), case)} on average"


def buy_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return what is spent of the budget, and what is still lost: on average, at P80, and in days."""
    basket, here = Basket(answer, case), market(case)
    if not here.offers:
        return {}
    spent = f"{money(basket.spent, case)} of {money(here.budget, case)}"
    share = basket.spent / here.budget if here.budget else float(basket.spent > 0)
    found = outlook(case, basket.bought)
    lost = f"still lost on average {money(here.loss(basket.bought), case)} of {money(here.loss(), case)}"
    text = f"{lost} · P80 of all cost {about(found.p80_cost, case)}"
    day = _day(found)
    return {
        BUY: {"text": spent, "share": min(1.0, share), "over": basket.left < 0},
        BEAR: {"text": f"{text} · P80 of the date {day}" if day else text},
    }


def _day(found: Outlook) -> str:
    """Return P80 of the finish, and how it stands to the date that is set; "" without a network."""
    time = found.p80_time
    if time is None:
        return ""
    plan = found.basis.target
    day = plan.day(time)
    text = short_day(day) if day else days(time)
    if plan.due is None:
        return text
    late = plan.late(time)
    return f"{text}, {days(late)} late" if late else f"{text}, in time"


def buy_chart(case: Case) -> Any:
    """Return the chart: how likely it is to lose more than this, with what is bought and with nothing."""
    from tpm_kit.figures.exceedance import Exceedance

    return Exceedance()


def buy_plot(answer: Placements, case: Case) -> dict[str, Any]:
    """Return what the chart draws: the falling curves with nothing bought and with what is."""
    if not market(case).offers:
        return {"plans": ()}
    bought = Basket(answer, case).bought
    plans = [_plan("Nothing bought", outlook(case, ()))]
    if bought:
        plans.append(_plan("What you buy", outlook(case, bought)))
    return {
        "plans": plans,
        "along": "What responses and risks cost together",
        "written": lambda value: about(value, case),
    }


def _plan(name: str, found: Outlook) -> tuple[Any, ...]:
    day = _day(found).partition(",")[0]
    curve = found.curve()
    p50 = found.spent + found.runs.cost_percentile(50)
    return (f"{name}: done {day} (P80)" if day else name, curve.values, curve.shares, p50, found.p80_cost)


def buy_task(case: Case) -> str:
    """Return the task: how many responses, which budget, and what is not counted."""
    here = market(case)
    if not here.offers:
        return f"{_nothing(here)} Then there is something here to buy or to bear."
    many = f"these {len(here.offers)} responses" if len(here.offers) > 1 else "this one response"
    text = (
        f"Buy what is worth its money from {many}, within {money(here.budget, case)}, and bear the rest. "
        f"Nothing bought, the {len(here.before)} open risks lose {money(here.loss(), case)} on average"
    )
    text += f", a day at {money(here.per_day, case)}. " if here.per_day else "; days count nothing in money. "
    date_line = _date_line(outlook(case, ()), case)
    return " ".join(filter(None, (text.strip(), here.source, date_line, _left_out(here))))


def _nothing(here: Market) -> str:
    """Say what is missing where nothing can be bought."""
    if not here.risks:
        return "There is no open risk in this register yet; write them down first."
    if not here.before:
        return (
            "None of the open risks has a chance and what it would cost in days or money; give both in the "
            "register."
        )
    return "No response has a cost and says what it changes: choose responses in 7.6."


def _date_line(found: Outlook, case: Case) -> str:
    basis = found.basis
    if basis.forecast is None:
        return "For what happens to the date, fill in 6.6."
    whose = (
        "your three times of 6.6"
        if basis.yours
        else "the worked three times, since yours in 6.6 are not complete"
    )
    by = f" to {date(basis.target.date)}" if basis.target.due is not None else ""
    return f"The way{by} is run with {whose}."


def _left_out(here: Market) -> str:
    said = []
    if here.unknown:
        many = "is" if len(here.unknown) == 1 else "are"
        said.append(f"Without a chance, or days and money: {names(here.unknown, 3)}; {many} left out.")
    if here.unpriced == 1:
        said.append("One response is left out, since nobody has said what it costs or changes.")
    elif here.unpriced:
        said.append(
            f"{here.unpriced} responses are left out, since nobody has said what they cost or change."
        )
    return " ".join(said)


def buy_parts(case: Case) -> dict[str, str]:
    """Return the titles of what is on offer, by id."""
    return {id: offer.title for id, offer in market(case).offers.items()}


def buy_solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return the set that is worth most within the budget: where each response goes, and its sum."""
    here = market(case)
    return {
        id: (BUY if id in here.best else BEAR, _reason(offer, here, case))
        for id, offer in here.offers.items()
    }


def _reason(offer: Offer, here: Market, case: Case) -> str:
    removes, cost = here.removes([offer.id]), money(offer.cost, case)
    text = f"It takes away {money(removes, case)} for {cost}"
    if offer.id in here.best:
        return f"{text}, and belongs to the set that is worth most within {money(here.budget, case)}."
    if removes <= offer.cost:
        return f"{text}: on average the risk is no dearer than the response."
    others = [id for id in here.best if here.offers[id].risk == offer.risk]
    if others:
        return f"{text}; {quoted(here.offers[others[0]])} is the better buy against the same risk."
    return f"{text}, but what else that money buys takes away more."


def _hint_worth(answer: Placements, case: Case) -> str:
    here = market(case)
    ask = (
        "Select a card: what the risk loses now, less what it loses then, is what the response takes away. "
        "Set that beside its cost."
    )
    poor = sum(here.worth([id]) <= 0 for id in here.offers)
    if poor == len(here.offers) == 1:
        return f"{ask} This one costs more than it takes away."
    if poor == 1:
        return f"{ask} One of {len(here.offers)} responses costs more than it takes away."
    return f"{ask} Of {len(here.offers)} responses {poor} cost more than they take away." if poor else ask


def _hint_money(answer: Placements, case: Case) -> str:
    here = market(case)
    ask = "Divide what each takes away by what it costs, and buy from the top of that list while money lasts."
    free = [offer for offer in here.offers.values() if offer.cost]
    if not free:
        return ask
    first = max(free, key=lambda offer: here.removes([offer.id]) / offer.cost)
    return (
        f"{ask} The first on it takes away {here.removes([first.id]) / first.cost:.1f} times what it costs."
    )


def _hint_set(answer: Placements, case: Case) -> str:
    here, basket = market(case), Basket(answer, case)
    if not here.best:
        return _nothing(here) if not here.offers else "No response here is worth its money within the budget."
    count, spent = len(here.best), money(here.spent(here.best), case)
    right = len(basket.bought & here.best)
    have = f" {right} of them you have bought" if basket.bought else ""
    wrong = len(basket.bought - here.best)
    have += (
        f", and {wrong} that {'is' if wrong == 1 else 'are'} not among them."
        if wrong
        else "."
        if have
        else ""
    )
    many = f"{count} responses" if count > 1 else "one response"
    return f"The set that is worth most holds {many} for {spent}.{have}"


EXERCISE = Exercise(
    id="buy-or-bear",
    version=1,
    number="7.9",
    title="Buy or bear",
    notebook=NOTEBOOK,
    task=buy_task,
    answer=Placements,
    view=buy_board,
    parts=buy_parts,
    rules=(*MONEY_RULES, *SET_RULES),
    hints=(_hint_worth, _hint_money, _hint_set),
    live=buy_meters,
    chart=buy_chart,
    plotted=buy_plot,
    uses=USES,
    inputs=INPUTS,
    columns=COLUMNS,
    solution=buy_solution,
    worked_called="The right answer",
)
