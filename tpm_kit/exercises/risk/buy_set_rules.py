"""What the feedback on a bought set says of the set as a whole: whether another is worth more, by what it was
picked, what it brings along, and what it does to money and date in 10,000 runs.

Codes RISK-… are those of the domain reference (section 7); what it has no code for is BUY-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.amounts import about, money
from tpm_kit.exercises.risk.buy_forecast import Outlook, P, outlook
from tpm_kit.exercises.risk.buy_market import Basket, Market
from tpm_kit.exercises.risk.buy_rules import NEAR, quoted, settled, small
from tpm_kit.exercises.risk.levels import matrix_of
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.roadmap.how_sure_forecast import RUNS, chance, days
from tpm_kit.exercises.wording import date, names

FEWEST = 2
"""So many risks at least must be dealt with and borne before the order of picking says anything."""


@rule("BUY-3", whole=True)
def no_better_set(answer: Placements, case: Case) -> Iterator[Finding]:
    """Within the budget another set of responses is worth more."""
    basket = Basket(answer, case)
    market, gap = basket.market, _gap(basket)
    if not settled(basket) or not market.offers:
        return
    mine, best = money(basket.worth, case), money(market.worth(market.best), case)
    removes = (
        f"Your set takes away {money(market.removes(basket.bought), case)} for {money(basket.spent, case)}"
    )
    if gap <= small(basket) + NEAR and not basket.bought:
        yield Finding(
            "good",
            "You buy nothing, and no set within the budget is worth more.",
            "No response here that fits takes away more than it costs, or not by a sum that the estimates "
            "could tell.",
        )
        return
    if gap <= small(basket) + NEAR:
        near = "and no set within the budget is worth more"
        near = f"within {money(gap, case)} of the best set there is" if gap > 0.0005 else near
        yield Finding("good", f"{removes}: it is worth {mine}, {near}.")
        return
    seen = (
        f"{removes}: it is worth {mine}. Within {money(market.budget, case)} another set is worth {best}, "
        f"{money(gap, case)} more."
    )
    earlier = _earlier(basket, case)
    if earlier >= 1:
        yield Finding(
            "note",
            f"{seen} With yours four runs in five are done {days(earlier)} earlier than with that one.",
            "Days count here by what they cost, and nothing more for the date. Whoever needs the date can "
            "pay for it, and should know how much.",
        )
        return
    yield Finding(
        "caution",
        seen,
        "In a budget it counts what each response takes away for its money, and which of them fill the "
        "budget together; the response that takes away most is not always in the best set.",
        f"Try {_swap(basket)}.",
    )


def _gap(basket: Basket) -> float:
    """Return how much more the best set is worth, in thousands."""
    return max(0.0, basket.market.worth(basket.market.best) - basket.worth)


def _earlier(basket: Basket, case: Case) -> float:
    """Return by how many working days P80 of the date is earlier than with the best set."""
    mine, best = outlook(case, basket.bought).p80_time, outlook(case, basket.market.best).p80_time
    return 0.0 if mine is None or best is None else best - mine


def _swap(basket: Basket) -> str:
    """Return the kind of swap that leads to the best set, without naming it."""
    offers, best = basket.market.offers, basket.market.best
    out, into = basket.bought - best, best - basket.bought
    shared = {offers[id].risk for id in out} & {offers[id].risk for id in into}
    if shared:
        many = "one of the risks" if len(shared) == 1 else f"{len(shared)} of the risks"
        return f"another response to {many} that you have dealt with"
    if not out:
        return f"{_count(len(into))} more" if len(into) > 1 else "one more"
    if not into:
        return f"to do without {_count(len(out))} of them"
    if len(out) == len(into):
        dearer = basket.market.spent(into) > basket.market.spent(out)
        return f"{_count(len(out))} for {_count(len(into))}: {'dearer' if dearer else 'cheaper'} ones"
    kind = "several cheaper ones" if len(into) > len(out) else "fewer, each of which takes away more"
    return f"{kind} ({len(into)}) in place of {_count(len(out))} that you have"


def _count(number: int) -> str:
    return {1: "one", 2: "two", 3: "three", 4: "four"}.get(number, str(number))


@rule("RISK-9", whole=True)
def not_by_score(answer: Placements, case: Case) -> Iterator[Finding]:
    """What is bought follows the scores of the matrix, as if they were money."""
    basket = Basket(answer, case)
    market = basket.market
    if not settled(basket) or _gap(basket) <= small(basket) + NEAR:
        return
    score = scores(market, case)
    bought = {market.offers[id].risk for id in basket.bought}
    borne = {market.offers[id].risk for id in basket.borne} - bought
    if min(len(bought), len(borne)) < FEWEST or min(map(score.get, bought)) < max(map(score.get, borne)):
        return
    if len({score[id] for id in bought | borne}) < FEWEST:
        return
    low, high = _turned_round(market, score)
    if not low:
        return
    yield Finding(
        "caution",
        f"You bought by score: what you buy against scores {min(map(score.get, bought)):g} or more, what you "
        f"bear {max(map(score.get, borne)):g} or less.",
        f"A score is a rank and no money. {market.title(high)} scores {score[high]:g} and loses "
        f"{_loss(market, high, case)} on average; {market.title(low)} scores {score[low]:g} and loses "
        f"{_loss(market, low, case)}. And no score knows what a response costs.",
        "Compare what each response takes away with what it costs.",
    )


def scores(market: Market, case: Case) -> dict[str, float]:
    """Return the score of each risk before any response, by the bands of its own figures; where the matrix
    has none, the rank of its level."""
    matrix, bands = matrix_of(case), policy(case)
    found = {}
    for id, state in market.before.items():
        place = state.place(bands)
        score = matrix.score(*place)
        found[id] = float(matrix.rank(matrix.level(*place)) + 1 if score is None else score)
    return found


def _turned_round(market: Market, score: dict[str, float]) -> tuple[str, str]:
    """Return two risks, the one with the lower score losing more, most of all; "" for both if none do."""
    risks = {offer.risk for offer in market.offers.values()}
    loss = {id: market.before[id].loss(market.per_day) for id in sorted(risks)}
    pairs = [
        (low, high) for low in loss for high in loss if score[low] < score[high] and loss[low] > loss[high]
    ]
    return max(pairs, key=lambda pair: loss[pair[0]] - loss[pair[1]], default=("", ""))


def _loss(market: Market, risk: str, case: Case) -> str:
    return money(market.before[risk].loss(market.per_day), case)


@rule("BUY-5")
def what_it_brings_along(answer: Placements, case: Case) -> Iterator[Finding]:
    """A bought response brings a risk of its own."""
    basket = Basket(answer, case)
    for id in basket.in_order(basket.bought):
        offer = basket.market.offers[id]
        if offer.brings:
            yield Finding(
                "note",
                f"The note to {quoted(offer)} says: {offer.brings}",
                "What it brings is not in the sums here, so it is worth less than they say.",
                "Write that risk into the register before you decide.",
                (id,),
            )


@rule("RISK-14", whole=True)
def not_the_sum_of_p80s(answer: Placements, case: Case) -> Iterator[Finding]:
    """What responses and risks cost in four runs of five, which is not the sum of what each risk does."""
    basket = Basket(answer, case)
    if not basket.market.offers:
        return
    before, after = outlook(case, ()), outlook(case, basket.bought)
    single = after.single_p80s()
    total = single + after.spent
    # The difference of the two sums as they are written, so that it can be checked.
    more = round(total, 1) - round(after.p80_cost, 1)
    apart = f"{about(abs(more), case)} {'more' if more >= 0 else 'less'}"
    reason = (
        "All of them do not strike in one release."
        if more >= 0
        else "A risk that strikes less often than one time in five counts for nothing in its own P80, and "
        "some of them strike all the same."
    )
    cost, spent = f"responses and risks together cost {about(after.p80_cost, case)} at P80", ""
    if basket.bought:
        cost += f", and {about(before.p80_cost, case)} if nothing is bought"
        spent = " with what you spend"
    else:
        cost = f"the risks together cost {about(before.p80_cost, case)} at P80"
    yield Finding(
        "good",
        f"In {RUNS:,} runs {cost}.",
        f"The P80 of each risk by itself, added up, would say {about(total, case)}{spent}, "
        f"{apart}: percentiles do not add up. {reason}",
    )


@rule("BUY-6", whole=True)
def what_the_date_does(answer: Placements, case: Case) -> Iterator[Finding]:
    """What the bought responses do to the date."""
    basket = Basket(answer, case)
    before, after = outlook(case, ()), outlook(case, basket.bought)
    if basket.market.offers and after.basis.forecast is None:
        yield Finding(
            "note",
            "What your responses do to the date is not known: there are no three times for your items yet.",
            "A risk that loses days moves the date only if its item is on the longest path.",
            "Fill in exercise 6.6, and the date follows here.",
        )
    elif basket.market.offers:
        yield Finding("good", _date_words(before, after), _whose(after))


def _date_words(before: Outlook, after: Outlook) -> str:
    plan, bare = after.basis.target, after.basis.forecast
    saved = before.p80_time - after.p80_time
    moved = f", {days(saved)} earlier" if saved >= 0.05 else ""
    text = f"P{P} of the finish is {after.when()}{moved} than with nothing bought" if moved else ""
    text = text or f"P{P} of the finish stays at {after.when()}"
    text += f"; without any risk it would be {bare.when(bare.at(P))}."
    if plan.due is not None:
        late = plan.late(after.p80_time)
        room = f", so P{P} is {days(late)} late" if late else ""
        text += f" By {date(plan.date)} {chance(after.in_time)} of the runs are done{room}."
    return text


def _whose(found: Outlook) -> str:
    whose = "your three times" if found.basis.yours else "the worked three times"
    besides = found.outside()
    left = (
        f" They leave out the days of {names(besides, 3)}: their items are not in that plan."
        if besides
        else ""
    )
    return (
        f"The runs take {whose} of 6.6 and add a risk's days to its items.{left} Risks and items are "
        "independent of each other there; with one cause behind several, the late runs would be later."
    )


SET_RULES = (no_better_set, not_by_score, what_it_brings_along, not_the_sum_of_p80s, what_the_date_does)
