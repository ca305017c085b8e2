"""Statements about a bakery, sorted: two risks, two issues, two causes and a wish."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tests.exercises.planting import BAKERY, Plant, lanes

STATEMENTS = (
    ("mill", "risk", "The mill may close in spring, and there would be no rye."),
    ("heat", "risk", "If the new oven is too hot, the first week's bread burns."),
    ("bill", "issue", "The bill for flour has doubled."),
    ("queue", "issue", "Every Saturday twenty people leave the queue."),
    ("one", "cause", "One baker alone knows the sourdough."),
    ("keys", "cause", "The back door has no lock"),
    ("fair", "wish", "Our bread should win at the fair."),
)
SHOP = replace(
    BAKERY,
    tables={
        "statements": tuple(
            {"id": id, "kind": kind, "text": text, "why": "Since.", "rewrite": "", "requirement": ""}
            for id, kind, text in STATEMENTS
        )
    },
)
RIGHT = {id: kind for id, kind, _ in STATEMENTS}
placed = partial(lanes, RIGHT)
plant = partial(Plant, case=SHOP)
SOUND = (SHOP, placed())
PLANTED = {
    "RISK-2": [
        plant(
            placed(bill="risk"),
            "problem",
            (
                "“The bill for flour has doubled” lies in Risk, but there is nothing uncertain in it",
                "the true risk that may come of it would be missing",
            ),
        ),
        plant(placed(one="risk"), "problem", ("“One baker alone knows the sourdough” lies in Risk",)),
        plant(placed(), "good", ("The 2 statements in Risk are those that are still uncertain",)),
    ],
    "KIND-1": [
        plant(
            placed(mill="issue"),
            "problem",
            ("there would be no rye” lies in Issue, as if it had happened",),
        ),
        plant(placed(heat="cause"), "problem", ("bread burns” lies in Cause, as if it were so today",)),
        plant(placed(heat="wish"), "problem", ("bread burns” lies in Wish, but nobody wants it",)),
    ],
    "KIND-2": [
        plant(
            placed(queue="cause"),
            "problem",
            ("twenty people leave the queue” lies in Cause, but it does harm now",),
        ),
        plant(
            placed(keys="issue"),
            "problem",
            ("“The back door has no lock” lies in Issue, but nobody has been hurt",),
        ),
    ],
    "KIND-3": [
        plant(
            placed(fair="risk"),
            "problem",
            ("“Our bread should win at the fair” lies in Risk, but it says what somebody wants",),
        ),
        plant(placed(fair="cause"), "problem", ("lies in Cause, but it says what somebody wants",)),
        plant(
            placed(bill="wish"),
            "problem",
            ("“The bill for flour has doubled” lies in Wish, but it is so today",),
        ),
    ],
}
