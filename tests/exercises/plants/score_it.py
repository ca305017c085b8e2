"""Answers to the table of RICE and ICE inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import Plant
from tpm_kit.case import BacklogItem, Case

ITEMS = (
    BacklogItem("oven", "Mend the oven", effort=6, value=10, reach=8000),
    BacklogItem("salt", "Weigh the salt", effort=3, value=7, reach=3000),
    BacklogItem("sign", "Paint the sign", effort=3, value=5, reach=800),
    BacklogItem("songs", "Play songs", effort=6, value=2, reach=300),
)
FACTS = (
    {
        "id": "oven",
        "reach": "8,000 customers came in the last quarter.",
        "impact": "Bread is no longer burnt.",
        "confidence": "The till counts customers and returned loaves.",
        "evidence": "data",
        "effort": "2 people for 4 weeks.",
        "months": 2.0,
    },
    {
        "id": "salt",
        "reach": "3,000 customers a quarter buy salted bread.",
        "impact": "Some of it is too salty.",
        "confidence": "12 of 20 customers asked said so.",
        "evidence": "interviews",
        "effort": "1 person-month.",
        "months": 1.0,
    },
    {
        "id": "sign",
        "reach": "20 % of the 4,000 people who pass in a quarter read it.",
        "impact": "The old one can be read.",
        "confidence": "A paper sign was tried for a week.",
        "evidence": "test",
        "effort": "1 person-month.",
        "months": 1.0,
    },
    {
        "id": "songs",
        "reach": "100 guests a month stay to eat, each of them once.",
        "impact": "They may stay longer.",
        "confidence": "The baker thinks so.",
        "evidence": "estimate",
        "effort": "2 people for 4 weeks.",
        "months": 2.0,
    },
)
BAKERY = Case(name="scores", title="Bakery", items=ITEMS, tables={"score-it": FACTS})
NO_FACTS = replace(BAKERY, tables={})
"""The same items, with sizes and values, and nothing to compare the inputs with."""
COLUMNS = ("reach", "impact", "confidence", "evidence", "effort", "ease")
CELLS = {
    "oven": ("8,000", "2", "100 %", "data", "2", "5"),
    "salt": ("3,000", "1", "80 %", "interviews", "1", "7"),
    "sign": ("800", "1", "80 %", "test", "1", "6"),
    "songs": ("300", "0.5", "50 %", "estimate", "2", "2"),
}
"""RICE 8,000, 2,400, 640 and 37.5: each more than twice the next. ICE 500, 392, 240 and 20."""


def typed(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the sound answer, with some cells typed otherwise; "" leaves one blank."""
    cells = {id: dict(zip(COLUMNS, texts, strict=True)) | changed.get(id, {}) for id, texts in CELLS.items()}
    return {"cells": {id: {key: text for key, text in row.items() if text} for id, row in cells.items()}}


SOUND = (BAKERY, typed())


def plant(
    level: str, *says: str, also: frozenset[str] = frozenset(), case: Case = BAKERY, **cells: Any
) -> Plant:
    """Return the answer with these cells typed otherwise, as a planted mistake."""
    return Plant(typed(**cells), level, says, also, case)


PLANTED = {
    "RICE-1": [
        plant(
            "problem", "Mend the oven: impact “1.5” is not on the scale", "3 massive", oven={"impact": "1.5"}
        ),
        plant("problem", "Play songs: impact “10”", songs={"impact": "10"}),
    ],
    "RICE-2": [
        plant(
            "problem", "Weigh the salt: confidence “150 %” is more than 100 %", salt={"confidence": "150 %"}
        ),
        plant("problem", "“8” could be 8 % or 8 of 10", "Write 80", salt={"confidence": "8"}),
        plant("problem", "“0” is not above 0 %", salt={"confidence": "0"}),
        plant("note", "Play songs: confidence is 40 %", "moonshot", songs={"confidence": "40"}),
    ],
    "RICE-3": [
        plant("problem", "Paint the sign: reach “20 %” is a share", sign={"reach": "20 %"}),
        plant("problem", "“100 a month” counts a month", songs={"reach": "100 a month"}),
        plant("problem", "“3.000” is no whole number", "1,900 or 1900", salt={"reach": "3.000"}),
        plant("problem", "Play songs: reach is 100", "a quarter has three", songs={"reach": "100"}),
        plant("problem", "Paint the sign: reach is 20", "20 % of the 4,000", sign={"reach": "20"}),
        plant("problem", "Mend the oven: reach is 32,000", "a year", oven={"reach": "32000"}),
        plant(
            "caution",
            "Weigh the salt: reach is 2,000",
            "another number of customers a quarter",
            salt={"reach": "2000"},
        ),
    ],
    "RICE-4": [
        plant("problem", "Play songs: effort “8 weeks” counts weeks", songs={"effort": "8 weeks"}),
        plant("problem", "Mend the oven: effort “6 points”", oven={"effort": "6 points"}),
        plant("problem", "“0.2” is less than half a month", songs={"effort": "0.2"}),
        plant("problem", "“40” would be more than two years", songs={"effort": "40"}),
        plant("problem", "Play songs: effort is 8", "person-weeks. Weeks for", songs={"effort": "8"}),
        plant("problem", "Play songs: effort is 4", "a number in that fact", songs={"effort": "4"}),
        plant("caution", "Play songs: effort is 3", "another number of person-months", songs={"effort": "3"}),
    ],
    "RICE-5": [
        plant(
            "problem", "Play songs: confidence is 100 %", "an estimate", "50 %", songs={"confidence": "100"}
        ),
        plant("caution", "Weigh the salt: confidence is 100 %", "interviews", salt={"confidence": "100"}),
    ],
    "ICE-3": [
        plant(
            "caution", "Play songs: confidence is 80 %, 8 of 10", "an estimate", songs={"confidence": "80 %"}
        ),
    ],
    "EVID-1": [
        plant("caution", "Weigh the salt: evidence is own data", "12 of 20", salt={"evidence": "data"}),
        plant("caution", "Play songs: evidence is interviews", "The baker", songs={"evidence": "interviews"}),
    ],
    "PRI-6": [
        plant("problem", "Play songs: effort “0” is not above 0", "no score", songs={"effort": "0"}),
        plant("problem", "Weigh the salt: reach “-5” is not above 0", salt={"reach": "-5"}),
        plant("problem", "Weigh the salt: reach “many” is not understood", salt={"reach": "many"}),
        plant("problem", "Paint the sign: ease “11” is not between 1 and 10", sign={"ease": "11"}),
    ],
    "PRI-3": [
        plant(
            "note",
            "Weigh the salt: confidence is “0.8”, a fraction",
            "3 other rows",
            salt={"confidence": "0.8"},
        ),
        plant(
            "caution",
            "Play songs: effort is 8 person-months for a size of 6",
            "4 times the usual",
            case=NO_FACTS,
            songs={"effort": "8"},
        ),
    ],
    "PRI-2": [
        plant(
            "note",
            "1 of 3 neighbours in rank",
            "Weigh the salt (2,400, rank 2) and Paint the sign (1,280, rank 3)",
            "Paint the sign comes at ranks 2 to 3",
            sign={"impact": "2"},
        ),
    ],
    "PRI-7": [
        plant(
            "note",
            "Weigh the salt and Paint the sign tie by RICE with 2,400: each has rank 2 =",
            also=frozenset({"PRI-2"}),
            sign={"impact": "3", "confidence": "100"},
        ),
        plant(
            "note",
            "Mend the oven and Weigh the salt tie by ICE with 490",
            also=frozenset({"ICE-2"}),
            oven={"ease": "4.9"},
            salt={"ease": "8.75"},
        ),
    ],
    "ICE-1": [
        plant(
            "problem",
            "Ease rises with effort in 4 of 4 pairs",
            "Mend the oven: ease is 9 for 2 person-months, and Paint the sign: ease is 6 for 1 person-month",
            oven={"ease": "9"},
            songs={"ease": "8"},
        ),
        plant("caution", "Mend the oven: ease is 9", "Paint the sign: ease is 6", oven={"ease": "9"}),
    ],
    "ICE-2": [
        plant("note", "1 of 4 items: Paint the sign (3 by the product, 2 by the mean)", sign={"ease": "9"}),
    ],
}
