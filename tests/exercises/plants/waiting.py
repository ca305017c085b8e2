"""Orders of jobs by what their delay costs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, BARE, Plant
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


def figures(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the sound raw answer to the table of figures, with other texts in some cells."""
    rows = {
        "oven": {"weeks": "2", "cost": "9,000", "starts": "9"},
        "dough": {"weeks": "2 weeks", "cost": "€600"},
        "salt": {"weeks": "4", "cost": "1000 a week"},
        "flour": {"weeks": "3", "cost": "300"},
        "sign": {"weeks": "1", "cost": "500"},
    }
    return {"cells": {id: row | changed.get(id, {}) for id, row in rows.items()}}


OWN = replace(BARE, own=True)
INPUTS_SOUND = (OWN, figures())

INPUTS_PLANTED = {
    "WSJF-2": [
        Plant(
            figures(salt={"weeks": "soon"}),
            "problem",
            ("Weigh the salt: weeks of work. “soon” is no number of weeks",),
            case=OWN,
        ),
        Plant(figures(sign={"weeks": "0"}), "problem", ("Paint the sign", "from 0.1 to 520"), case=OWN),
    ],
    "PRI-6": [
        Plant(
            figures(flour={"cost": "a lot"}),
            "problem",
            ("Sift the flour: cost of a week. “a lot” is no amount of money",),
            case=OWN,
        ),
        Plant(
            figures(**{id: {"cost": "0"} for id in ("oven", "dough", "salt", "flour", "sign")}),
            "problem",
            ("Waiting costs nothing for any of the 5 jobs",),
            case=OWN,
        ),
    ],
    "DELAY-2": [
        Plant(
            figures(oven={"starts": "2030-03-01"}),
            "problem",
            ("Mend the oven: cost begins. “2030-03-01”", "weeks from now"),
            case=OWN,
        ),
    ],
    "PRI-3": [
        Plant(
            figures(dough={"weeks": "10 days"}),
            "problem",
            ("Knead by machine: weeks of work. “10 days” is in days", "write 2."),
            case=OWN,
        ),
        Plant(
            figures(salt={"cost": "4,000 a month"}),
            "problem",
            ("Weigh the salt: cost of a week. “4,000 a month”", "about 923"),
            case=OWN,
        ),
        Plant(
            figures(
                oven={"cost": "13"},
                dough={"cost": "5"},
                salt={"cost": "8"},
                flour={"cost": "3"},
                sign={"cost": "2"},
            ),
            "note",
            ("Your costs are 13, 5, 8, 3, 2: all of them stand on the scale",),
            case=OWN,
        ),
    ],
}
