"""A sound decision for a bakery that tells its facts, and what goes wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

HOSTILE = "<img src=x onerror=alert(1)>"


def _row(id: str, fact: str, count: float | None = None, *items: str) -> dict[str, Any]:
    return {"id": id, "count": count, "items": items, "fact": fact}


FACTS = (
    _row("complexity", "2 of the 9 jobs wait for another one: 22 %.", 22, "salt", "cakes"),
    _row("team", "Twelve people build ovens and machines.", 12),
    _row(
        "change", "5 of the 9 jobs follow from new rules: 56 %.", 56, "oven", "dough", "salt", "flour", "till"
    ),
    _row("growth", "A year ago there were 200 regulars; today 210, 5 % more.", 5),
    _row("integration", "The till is tied to the bank's terminal: 1 of 9 jobs, 11 %.", 11, "till"),
    _row("today", "The master baker loses 10 hours a week to it.", 10),
    _row("train", "The shop manager has built a website."),
    _row("half", "The oven builder is asked for everywhere."),
    _row("contractor", "One has been here before."),
    _row("line", "Nobody has drawn one."),
    _row("advice", "The owner reads one sentence."),
)
SHOP = replace(BAKERY, tables={"hiring": FACTS})
OWN = replace(BAKERY, own=True)
"""The same jobs as a backlog of the learner's own: two of nine wait for another one."""
RIGHT = {
    "complexity": ("3", "22 %", "1", "Salt and cakes wait for others, 2 of 9 jobs."),
    "team": ("2", "12 people", "2", "Twelve names on the rota of ovens and machines."),
    "change": ("2", "56", "3", "5 of 9 jobs follow from the new rules for ovens and tills."),
    "growth": ("1", "5 %", "0", "210 regulars against 200 a year ago, by the till."),
    "integration": ("1", "11 %", "1", "Only the till is tied to the terminal of the bank."),
    "today": ("2", "10 h", "1", "Rota of November: the master baker loses 10 hours a week."),
}
"""3·1 + 2·2 + 2·3 + 0 + 1·1 + 2·1 = 16 of 3 × 11 = 33: 48.5 %."""
SAID = {
    "line": "50 %",
    "train": "A day a week of shop manager and oven builder, until summer.",
    "half": "The oven builder is missing at the ovens half of each week.",
    "contractor": "Knows the ovens, yet leaves in spring with all of it.",
    "advice": "If more than a quarter of the jobs wait for another one by May, I would advertise; until then "
    "the shop manager learns it. The total hangs on complexity.",
}


def cells(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with some cells otherwise, as in `team_score="3"`; "" blanks one."""
    found = {f"{id}:text": text for id, text in SAID.items()}
    for id, texts in RIGHT.items():
        found |= {
            f"{id}:{name}": text
            for name, text in zip(("weight", "count", "score", "evidence"), texts, strict=True)
        }
    for name, text in changed.items():
        row, _, column = name.rpartition("_")
        found[f"{row}:{column}"] = text
    return Cells.of({part: text for part, text in found.items() if text}).raw()


def plant(level: str, *says: str, case: Any = SHOP, **changed: str) -> Plant:
    """Return the sound answer with these cells otherwise, as a mistake of that level."""
    return Plant(cells(**changed), level, says, case=case)


ADVICE = "My recommendation. "
SOUND = (SHOP, cells())
PLANTED = {
    "CAR-4": [
        plant(
            "problem",
            "Complexity of the product: weight 0, so it does not count.",
            complexity_weight="0",
            line_text="60 %",
        ),
        plant("problem", "Size of the engineering team: weight 0", team_weight="0", line_text="20 %"),
        plant("problem", "Rate of change of the technology: weight 0", change_weight="0", line_text="70 %"),
    ],
    "HIRE-1": [
        plant(
            "problem",
            "Complexity of the product: count. “some” cannot be read; write a figure",
            complexity_count="some",
        ),
        plant("problem", "“46 hours” cannot be read; write a figure, in engineers.", team_count="46 hours"),
        plant("problem", "“140 %”: no part is more than 100 %", change_count="140 %"),
        plant("problem", "“-3”: nothing can be counted below 0.", today_count="-3"),
        plant("problem", "advertise the post. “half” is no share of the possible", line_text="half"),
    ],
    "HIRE-2": [
        plant(
            "problem",
            "Complexity of the product: count. You have 30 % of the items; the facts of the row give another "
            "number.",
            complexity_count="30 %",
        ),
        plant("problem", "You have 13 engineers; the facts", team_count="13"),
        plant(
            "caution",
            "You have 44 % of the items; the dependencies in your backlog give another number.",
            complexity_count="44",
            case=OWN,
        ),
    ],
    "HIRE-3": [
        plant(
            "caution",
            "Size of the engineering team: score 3, and you count 12 engineers. That lies 1 step lower on",
            team_score="3",
            line_text="40 %",
        ),
        plant(
            "problem",
            "Rate of change of the technology: score 0, and you count 56 % of the items. That lies 3 steps "
            "higher",
            change_score="0",
            line_text="60 %",
        ),
    ],
    "HIRE-4": [
        plant(
            "problem",
            "Stage of growth: evidence. “it is clear” does not say what you counted and where.",
            growth_evidence="it is clear",
        ),
        plant(
            "caution",
            "The same evidence stands in 2 rows.",
            growth_evidence=RIGHT["team"][3],
        ),
    ],
    "HIRE-5": [
        plant(
            "caution",
            "My recommendation. Your total is 48.5 %, your line 50 %, and one step of any single score of "
            "these takes it across: complexity, size of the team, hours that it takes from others today and "
            "2 more.",
            advice_text="If the new oven stands by May, I would advertise; otherwise the shop manager learns "
            "it.",
        ),
        plant(
            "caution",
            "your line 40 %, and one step of the score takes it across: complexity.",
            line_text="40 %",
            advice_text="If the new oven stands by May, I would advertise; otherwise the shop manager learns "
            "it.",
        ),
        plant("good", "The total of 48.5 % lies within a step of your line, 50 %"),
    ],
    "HIRE-6": [
        plant(
            "problem",
            "A contractor for a time. “too expensive” is no comparison.",
            contractor_text="too expensive",
        ),
        plant("caution", "Two of the other ways have the same text.", half_text=SAID["train"]),
    ],
    "HIRE-7": [
        plant(
            "problem",
            ADVICE + "“Hire one now.” is a bare verdict.",
            advice_text="Hire one now.",
            line_text="80 %",
        ),
        plant(
            "problem",
            ADVICE + "“We advertise in May, for the sake of complexity.” has no condition.",
            advice_text="We advertise in May, for the sake of complexity.",
        ),
        plant(
            "problem",
            "the condition “it is needed” is always true or never.",
            advice_text="If it is needed, we advertise, because of complexity.",
        ),
        plant("problem", "says when, and not what.", advice_text="If complexity rises above 25 %."),
        plant(
            "caution",
            "the condition “complexity rises a lot” has no figure and no day by which it could be seen.",
            advice_text="If complexity rises a lot, we advertise the post.",
        ),
        plant(
            "caution",
            "leaves the decision to a total.",
            advice_text="The checklist says we should hire for complexity, if 3 more jobs wait.",
        ),
    ],
    "HIRE-8": [
        plant("note", "Every factor weighs 2", **{f"{id}_weight": "2" for id in RIGHT}),
    ],
}
