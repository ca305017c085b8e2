"""Answers to the table of expected values."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY as SMALL
from tests.exercises.planting import Plant
from tpm_kit.case import Case, RiskPolicy
from tpm_kit.exercise import Finding, Review
from tpm_kit.exercises.risk.expected_value import EXERCISE


def risk(
    id: str, title: str, chance: float, days: tuple[float, ...], cost: tuple[float, ...]
) -> dict[str, Any]:
    """Return a row of the register with two three-point estimates."""
    figures = dict(zip(("days_low", "days", "days_high"), days, strict=True))
    figures |= dict(zip(("cost_low", "cost", "cost_high"), cost, strict=True))
    fact = f"It happened in {chance:.0%} of the cases."
    return {"id": id, "title": title, "chance": chance, "status": "open", "fact": fact, **figures}


def value(
    id: str, kind: str, title: str = "", of: str = "", chance: float | None = None, value: float | None = None
) -> dict[str, Any]:
    """Return a row of the table of expected values."""
    return {
        "id": id,
        "kind": kind,
        "title": title,
        "of": of,
        "chance": chance,
        "value": value,
        "fact": "Counted.",
    }


RISKS = (
    risk("oven", "The oven cracks", 0.4, (1, 2, 9), (2, 4, 12)),
    risk("mill", "The mill burns", 0.1, (0, 0, 0), (20, 20, 20)),
    risk("van", "The van breaks down", 0.25, (4, 4, 4), (0, 0, 0)),
    risk("sign", "The sign falls", 0.9, (9, 9, 9), (99, 99, 99)),
)
"""Worth −3.2, −2 and −1, a day at €1,000; the last one is not asked for. Scores: 6, 8 and 9."""
ROWS = (
    value("oven", "risk"),
    value("mill", "risk"),
    value("van", "risk"),
    value("fair", "gain", "The fair comes to town", chance=0.3, value=2),
    value("rent", "option", "Rent a tent", value=1),
    value("rain", "branch", "it rains", "rent", 0.2, 10),
    value("dry", "branch", "it stays dry", "rent", 0.8, 0),
    value("build", "option", "Build a shed", value=4.5),
    value("warps", "branch", "it warps", "build", 0.1, 2),
    value("stands", "branch", "it stands", "build", 0.9, 0),
    value("first", "event", "The first tyre bursts", chance=0.25, value=3),
    value("second", "event", "The second tyre bursts", chance=0.25, value=3),
)
"""The gain is worth 0.6, renting −3, building −4.7."""
BAKERY = replace(
    SMALL,
    name="expected-value",
    risk=RiskPolicy(today=datetime.date(2029, 12, 18), cost_per_day=1.0),
    tables={"risks": RISKS, "expected-value": ROWS},
)
OWN = replace(BAKERY, tables={"risks": RISKS}, own=True)
"""A register alone: its three greatest threats are taken."""
TYPED = {
    "oven": ("40 %", "-3200"),
    "mill": ("10 %", "-2000"),
    "van": ("1 of 4", "-1,000"),
    "fair": ("0.3", "600"),
    "any": ("59.5 %", ""),
    "reserve": ("", "5600"),
    "rain": ("20", ""),
    "dry": ("80", ""),
    "rent": ("", "-3k"),
    "warps": ("10 %", ""),
    "stands": ("90 %", ""),
    "build": ("", "−€4,700"),
    "better": ("", "1700"),
    "both": ("", "3000"),
}


def typed(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the right answer, with some cells filled in otherwise; "" leaves one blank."""
    cells = {
        id: dict(zip(("chance", "value"), texts, strict=True)) | changed.get(id, {})
        for id, texts in TYPED.items()
    }
    return {"cells": {id: {key: text for key, text in row.items() if text} for id, row in cells.items()}}


SOUND = (BAKERY, typed())


def review(raw: dict[str, Any], case: Case = BAKERY) -> Review:
    """Return what is said of a raw answer."""
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw: dict[str, Any], case: Case = BAKERY) -> dict[tuple[str, str], Finding]:
    """Return what is said of a raw answer, by code and level: of several alike, the last."""
    return {(one.code, one.level): one for one in review(raw, case).findings}


def plant(level: str, *says: str, **cells: dict[str, str]) -> Plant:
    """Return the right answer with these cells filled in otherwise, as a planted mistake."""
    return Plant(typed(**cells), level, says, case=BAKERY)


def valued(**texts: str) -> dict[str, dict[str, str]]:
    """Return cells of the column of values."""
    return {row: {"value": text} for row, text in texts.items()}


PLANTED = {
    "EV-1": [
        plant("problem", "The oven cracks: value. “lots” is no sum", **valued(oven="lots")),
        plant("problem", "The mill burns: chance. “often” is no chance", mill={"chance": "often"}),
        plant("problem", "“140” is no chance: it must be from 0 to 100 %", mill={"chance": "140"}),
        plant("problem", "Rent a tent: chance. This row asks for no chance", rent={"chance": "20 %"}),
        plant("problem", "At least one of the three threats: value.", "no single value", **valued(any="5")),
        plant("problem", "The oven cracks: value is -3.2.", "Write all its digits", **valued(oven="-3.2")),
    ],
    "EV-2": [
        plant("problem", "The oven cracks: chance is 60 %", "does not happen", oven={"chance": "60 %"}),
        plant("problem", "The fair comes to town: chance is 0.5", fair={"chance": "0.5"}),
        plant(
            "problem",
            "Rent a tent: it rains: chance is 30",
            "the evidence of the branches",
            rain={"chance": "30"},
            dry={"chance": "70"},
        ),
    ],
    "EV-3": [
        plant(
            "problem",
            "The oven cracks: value is -8000",
            "as if it were certain",
            "chance × (3 working days × €1,000 + €5,000)",
            **valued(oven="-8000"),
        ),
        plant("problem", "leaves out what the lost days cost", **valued(oven="-2000")),
        plant("problem", "counts the days only", **valued(oven="-1200")),
        plant("problem", "takes the likely days and money", **valued(oven="-2400")),
        plant("problem", "chance that it does not happen", **valued(oven="-4800")),
        plant("problem", "not what comes out on average", **valued(oven="-7777")),
        plant("problem", "as if it were certain", "Its sign is turned round, too", **valued(oven="8000")),
        plant("problem", "That is the whole gain", **valued(fair="2000")),
        plant(
            "problem",
            "Contingency reserve: value is 32000",
            "every threat were certain",
            **valued(reserve="32000"),
        ),
        plant("problem", "leaves the chance to gain out", **valued(reserve="6200")),
        plant("problem", "Rent a tent: value is -2000", "leaves out the €1,000", **valued(rent="-2000")),
        plant("problem", "its cost alone", **valued(rent="-1000")),
        plant("problem", "worst branch for certain", **valued(rent="-11000")),
        plant("problem", "all branches for equally likely", **valued(rent="-6000")),
        plant("problem", "The better option: value is 1800", "the branches alone", **valued(better="1800")),
        plant("problem", "the difference of their costs alone", **valued(better="3500")),
        plant("problem", "the sum of the two", **valued(better="7700")),
    ],
    "EV-4": [
        plant(
            "problem",
            "At least one of the three threats: chance is 75 %",
            "adds the chances up",
            any={"chance": "75 %"},
        ),
        plant(
            "problem", "none of them happens", "(1 − 0.4) × (1 − 0.1) × (1 − 0.25)", any={"chance": "40.5 %"}
        ),
        plant("problem", "all of them happen", any={"chance": "1 %"}),
        plant("problem", "At least one is everything but none", any={"chance": "88 %"}),
    ],
    "RISK-9": [
        plant(
            "problem", "The oven cracks: value is -6.", "6 is its score on the matrix", **valued(oven="-6")
        ),
        plant("problem", "The mill burns: value is 8000", "product of ranks", **valued(mill="8000")),
        plant("problem", "Contingency reserve: value is 23", "sum of the scores", **valued(reserve="23")),
    ],
    "RISK-10": [
        plant(
            "problem", "The oven cracks: value is 3200", "A threat takes money away", **valued(oven="3200")
        ),
        plant("problem", "The fair comes to town: value is -600", "brings money in", **valued(fair="-600")),
        plant("problem", "Contingency reserve: value is 6800", "as one more loss", **valued(reserve="6800")),
        plant("problem", "Contingency reserve: value is -5600", "it is above 0", **valued(reserve="-5600")),
        plant("problem", "Rent a tent: value is 1000", "as if it were gained", **valued(rent="1000")),
        plant(
            "problem", "Build a shed: value is 4700", "Both its cost and its branches", **valued(build="4700")
        ),
        plant(
            "problem",
            "Rent a tent: it stays dry: chance is 70",
            "Rent a tent: yours add up to 90 %",
            dry={"chance": "70"},
        ),
    ],
    "RISK-14": [
        plant(
            "problem",
            "P80 of these together: value is 6000",
            "adds up the P80 of each alone, €3,000 and €3,000",
            **valued(both="6000"),
        ),
        plant("problem", "what they cost on average", **valued(both="1500")),
        plant("problem", "Nothing happens in 56 % of all cases only", **valued(both="0")),
        plant("problem", "only sums that can come up", **valued(both="4000")),
        plant(
            "problem",
            "Contingency reserve: value is 12000",
            "what each threat alone costs",
            **valued(reserve="12000"),
        ),
    ],
    "EV-5": [
        plant("good", "“Rent a tent” is the better decision, by €1,700", "Without their costs “Build a shed”")
    ],
}
