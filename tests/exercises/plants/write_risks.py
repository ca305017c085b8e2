"""Risks of a bakery in words: from an issue, from a cause, and from a requirement."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import BAKERY, BARE, Plant

STATEMENTS = (
    (
        "bill",
        "issue",
        "The bill for flour has doubled since May.",
        "The mill renews its contract on 1 March. Flour cost €4,000 in April and €8,000 in June.",
        "",
    ),
    ("one", "cause", "One baker alone knows the sourdough.", "She was ill for 9 days in the last year.", ""),
    ("fair", "wish", "The oven is hot at 5 o'clock.", "300 loaves are sold before 8 o'clock.", "yes"),
)
SHOP = replace(
    BAKERY,
    tables={
        "statements": tuple(
            {
                "id": id,
                "kind": kind,
                "text": text,
                "why": "Since.",
                "rewrite": rewrite,
                "requirement": requirement,
            }
            for id, kind, text, rewrite, requirement in STATEMENTS
        )
    },
)
TEXTS = {
    "bill": {
        "cause": "The bill for flour has doubled since May.",
        "event": "The mill asks for more once again on 1 March",
        "effect": "Bread costs €4,000 a month more than we earn with it.",
    },
    "one": {
        "cause": "Only Ann knows the sourdough; the others could not bake it.",
        "event": "Ann falls ill before Easter.",
        "effect": "There is no sourdough for 9 days.",
    },
    "fair": {
        "cause": "The clock of the oven loses ten minutes a week.",
        "event": "The oven is cold one morning.",
        "effect": "300 loaves are missing before 8 o'clock.",
        "quality": "The oven has 230 degrees at 5 o'clock on 99 of 100 mornings.",
    },
}


def written(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, called `row_column`; "" blanks one."""
    rows = {id: dict(texts) for id, texts in TEXTS.items()}
    for name, text in changed.items():
        row, _, column = name.partition("_")
        rows[row][column] = text
    return {"cells": {id: {column: text for column, text in row.items() if text} for id, row in rows.items()}}


plant = partial(Plant, case=SHOP)
BILL, ONE, FAIR = (text.rstrip(".") for _, _, text, _, _ in STATEMENTS)
SOUND = (SHOP, written())
PLANTED = {
    "RISK-2": [
        plant(
            written(bill_event="The bill for flour has doubled", bill_cause="Flour is dear everywhere"),
            "problem",
            (f"{BILL}: event. “The bill for flour has doubled” is the statement itself",),
        ),
        plant(
            written(one_event="Ann was already ill last week."),
            "problem",
            (f"{ONE}: event. “Ann was already ill last week” has happened, as “already” says",),
        ),
        plant(
            written(one_event="The baker has left us"),
            "caution",
            (f"{ONE}: event. “The baker has left us” reads as if it had happened",),
        ),
        plant(written(), "good", (f"In “{BILL}”, “{ONE}” and “{FAIR}” no word leaves the cause open",)),
    ],
    "WRITE-1": [
        plant(written(one_cause="tbd"), "problem", (f"{ONE}: cause. “tbd” says nothing yet",)),
        plant(
            written(one_event="Problems happen and there is a delay."),
            "problem",
            (f"{ONE}: event. “Problems happen and there is a delay” fits every risk",),
        ),
    ],
    "WRITE-2": [
        plant(
            written(one_cause="Perhaps only Ann knows the sourdough"),
            "caution",
            ("Perhaps only Ann knows the sourdough” leaves something open, as “perhaps” says",),
        ),
        plant(written(bill_cause="The mill may have other customers"), "caution", (f"{BILL}: cause.",)),
    ],
    "WRITE-3": [
        plant(
            written(one_effect="A big delay for the team"),
            "problem",
            (f"{ONE}: effect. “A big delay for the team” does not say what is lost",),
        ),
        plant(
            written(one_effect="There is no sourdough in the shop"),
            "caution",
            (f"{ONE}: effect. “There is no sourdough in the shop” does not say how much",),
        ),
    ],
    "WRITE-4": [
        plant(
            written(
                one_event="Ann falls ill in the first days", one_effect="In the first days Ann falls ill"
            ),
            "problem",
            (f"{ONE}: effect. “In the first days Ann falls ill” stands in the column event too",),
        ),
    ],
    "WRITE-5": [
        plant(
            written(one_event="We should train a second baker"),
            "problem",
            (f"{ONE}: event. “We should train a second baker” says what somebody should do",),
        ),
        plant(
            written(one_event="We must train a second baker"),
            "caution",
            ("“We must train a second baker” says what somebody should do",),
        ),
        plant(written(one_effect="Somebody should bake for 9 days"), "problem", (f"{ONE}: effect.",)),
    ],
    "WRITE-6": [
        plant(
            written(fair_quality="The oven is hot early and reliably"),
            "problem",
            (f"{FAIR}: requirement with a number. “The oven is hot early and reliably” has no figure",),
        ),
    ],
    "WRITE-8": [
        plant(
            written(fair_event="The oven is hot at 5 o'clock"),
            "problem",
            (f"{FAIR}: event.", "is the statement itself, which says what somebody wants"),
        ),
    ],
    "WRITE-7": [
        plant(
            written(one_effect="There is no sourdough for 12 days."),
            "note",
            (f"{ONE}: effect. 12 is not among the figures that are known",),
        ),
    ],
}
OWN = replace(BARE, own=True)
