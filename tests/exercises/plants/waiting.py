"""Orders of jobs by what their delay costs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.case import Case


def with_jobs(case: Case, **jobs: tuple[float, float, float, tuple[str, ...]]) -> Case:
    """Return the case with these jobs: id -> weeks, cost a week, weeks until it begins, what it needs."""
    rows = tuple(
        {"id": id, "weeks": weeks, "cost": cost, "starts": starts, "after": after, "fact": f"Why {id} costs."}
        for id, (weeks, cost, starts, after) in jobs.items()
    )
    return replace(case, tables={"waiting": rows})


SHOP = with_jobs(
    BAKERY,
    oven=(2, 9000, 9, ()),
    dough=(2, 600, 0, ()),
    salt=(4, 1000, 0, ("flour",)),
    flour=(3, 300, 0, ()),
    sign=(1, 500, 0, ()),
)
"""By cost per week: oven, salt, dough, sign, flour. By the ratio: oven, sign, dough, salt, flour. Best: sign,
dough, flour, oven, salt."""


def order(*ids: str) -> dict[str, Any]:
    """Return a raw board answer: these cards from top to bottom."""
    return {"places": [{"id": id, "row": "all", "column": "order"} for id in ids]}


SOUND = (SHOP, order("sign", "dough", "flour", "oven", "salt"))
COSTS_MORE = frozenset({"DELAY-1"})

PLANTED = {
    "WSJF-1": [
        Plant(
            order("dough", "sign", "flour", "oven", "salt"),
            "problem",
            (
                "Knead by machine (€600 a week, 2 weeks)",
                "Paint the sign (€500 a week, 1 week)",
                "€300",
                "€500",
            ),
            COSTS_MORE,
            SHOP,
        )
    ],
    "WSJF-6": [
        Plant(
            order("oven", "sign", "dough", "flour", "salt"),
            "caution",
            (
                "Mend the oven is done after 2 weeks",
                "only after 9 weeks",
                "Paint the sign, Knead by machine and Sift the flour must wait, which costs €2,800",
            ),
            COSTS_MORE,
            SHOP,
        ),
        Plant(
            order("sign", "dough", "flour", "salt", "oven"),
            "problem",
            ("Mend the oven is done after 12 weeks, 3 weeks after", "€27,000", "saves up to €25,000"),
            COSTS_MORE,
            SHOP,
        ),
    ],
    "WSJF-7": [
        Plant(
            order("sign", "dough", "salt", "oven", "flour"),
            "problem",
            ("Weigh the salt is number 3", "Sift the flour, which is only number 5"),
            case=SHOP,
        )
    ],
    "DELAY-1": [
        Plant(
            order("sign", "flour", "dough", "oven", "salt"),
            "caution",
            (
                "€17,300 in delay, €1,200 more than the best one (€16,100)",
                "Knead by machine before Sift the flour",
            ),
            case=SHOP,
        ),
    ],
}
