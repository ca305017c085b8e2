"""What the feedback on a bought set says of money: the budget, what each response removes, what fits.

Codes RISK-… are those of the domain reference (section 7); what it has no code for is BUY-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.amounts import money
from tpm_kit.exercises.risk.buy_market import Basket, Offer
from tpm_kit.exercises.wording import names

SMALL = 0.02
"""Below this part of what the best set is worth, a difference is within what the estimates can tell."""
NEAR = 1e-9


def quoted(offer: Offer) -> str:
    """Return a response as a sentence names it."""
    return f"“{offer.title}”"


def small(basket: Basket) -> float:
    """Return the worth, in thousands, below which a difference is not worth a word."""
    return SMALL * max(basket.market.worth(basket.market.best), 0.0)


@rule("BUY-1")
def budget_holds(answer: Placements, case: Case) -> Iterator[Finding]:
    """More is bought than the budget allows."""
    basket = Basket(answer, case)
    spent, budget = money(basket.spent, case), money(basket.market.budget, case)
    if basket.left < 0:
        yield Finding(
            "problem",
            f"What you buy costs {spent}, {money(-basket.left, case)} more than the budget of {budget}.",
            "A budget that is overdrawn on paper is overdrawn in the first month; then somebody else strikes "
            "out responses, and not by what they are worth.",
            "Bear a risk whose response removes little for its money.",
        )
    elif basket.bought:
        yield Finding("good", f"You spend {spent} of {budget}.")


@rule("RISK-13")
def response_pays(answer: Placements, case: Case) -> Iterator[Finding]:
    """A bought response costs more than it removes."""
    basket = Basket(answer, case)
    for offer in basket.costly():
        removed = basket.market.removes([offer.id])
        yield Finding(
            "caution",
            f"{quoted(offer)} costs {money(offer.cost, case)} and takes away {money(removed, case)} of "
            f"expected loss ({basket.market.title(offer.risk)}).",
            "On average you are better off with the risk than with the response. That can be right where a "
            "loss could not be borne at all, and then that is the reason to write down.",
            "Bear it, or look for a cheaper response to the same risk.",
            (offer.id,),
        )
    if basket.bought and not basket.costly():
        count = len(basket.bought)
        what = (
            "The one response that you buy" if count == 1 else f"Each of the {count} responses that you buy"
        )
        yield Finding("good", f"{what} takes away more expected loss than it costs.")


@rule("BUY-2")
def one_loss_once(answer: Placements, case: Case) -> Iterator[Finding]:
    """Two responses are bought against one risk, and their removals are taken to add up."""
    basket = Basket(answer, case)
    for risk, offers in basket.doubled().items():
        yield _together(basket, risk, offers, case)


def _together(basket: Basket, risk: str, offers: list[Offer], case: Case) -> Finding:
    """Return what is to be said of several responses to one risk."""
    ids = [offer.id for offer in offers]
    alone = names([money(basket.market.removes([id]), case) for id in ids], len(ids))
    seen = (
        f"{names([quoted(offer) for offer in offers], len(offers))} work against one risk, "
        f"{basket.market.title(risk)}. Alone they take away {alone}, together "
        f"{money(basket.market.removes(ids), case)}."
    )
    adds = {id: basket.market.adds(id, basket.bought) for id in ids}
    poor = [offer for offer in offers if adds[offer.id] < -NEAR]
    why = "What one response has taken away the other cannot take away again: only the rest is left for it. "
    if not poor:
        return Finding("note", seen, f"{why}Here even that is more than what each of them costs.")
    sums = "; ".join(
        f"{quoted(offer)} costs {money(offer.cost, case)} and takes away "
        f"{money(adds[offer.id] + offer.cost, case)} more"
        for offer in poor
    )
    return Finding(
        "caution",
        seen,
        f"{why}Beside the rest {sums}.",
        "Keep one of them, and use the money elsewhere.",
        tuple(ids),
    )


@rule("BUY-4", whole=True)
def money_is_used(answer: Placements, case: Case) -> Iterator[Finding]:
    """Money is left although a response that is worth it fits."""
    basket = Basket(answer, case)
    fitting = fits(basket)
    if not fitting:
        return
    most = max(basket.market.adds(id, basket.bought) for id in fitting)
    many = (
        f"{len(fitting)} of the responses that you bear fit into that and take away more than they cost"
        if len(fitting) > 1
        else "one response that you bear fits into that and takes away more than it costs"
    )
    yield Finding(
        "caution",
        f"{money(basket.left, case)} of the budget are left, and {many}; the best by {money(most, case)}.",
        "Money set aside for responses and not spent takes away no risk. To keep it as a reserve is another "
        "decision, which would have to be somebody's.",
        f"Look among the responses that cost at most {money(basket.left, case)}.",
    )


def fits(basket: Basket) -> list[str]:
    """Return the responses that are not bought, fit into what is left and are worth more than a rounding.

    None while the set has a fault that comes first: what is taken out then leaves other money.
    """
    if not _sound(basket):
        return []
    offers = basket.market.offers
    rest = [id for id in offers if id not in basket.bought and offers[id].cost <= basket.left + NEAR]
    return [id for id in rest if basket.market.adds(id, basket.bought) > small(basket) + NEAR]


def _sound(basket: Basket) -> bool:
    """Say whether a set keeps to the budget and buys nothing that costs more than it takes away."""
    doubled = (offer for offers in basket.doubled().values() for offer in offers)
    poor = any(basket.market.adds(offer.id, basket.bought) < -NEAR for offer in doubled)
    return basket.left >= 0 and not basket.costly() and not poor


def settled(basket: Basket) -> bool:
    """Say whether a set is sound and uses its money: only then is it worth comparing with other sets."""
    return _sound(basket) and not fits(basket)


MONEY_RULES = (budget_holds, response_pays, one_loss_once, money_is_used)
