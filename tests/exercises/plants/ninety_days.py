"""Plans of 90 days for gaps in Technical, Data and Leadership, with 10 hours in two weeks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tests.exercises.plants.self_assessment import SAID
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case


def assessed(**changed: str) -> Case:
    """Return the bakery after 11.6, with other texts in some cells there, called row_column; "" for none."""
    cells = SAID | {"role:hours": "10"} | {cell.replace("_", ":"): text for cell, text in changed.items()}
    answer = Cells.of({cell: text for cell, text in cells.items() if text})
    return replace(BAKERY, earlier={"self-assessment": answer})


CASE = assessed()
PLAN = {
    "technical-choose": "w1",
    "technical-read": "w1",
    "data-choose": "w1",
    "data-read": "w1",
    "leadership-choose": "w1",
    "technical-shadow": "w3",
    "leadership-read": "w3",
    "technical-practise": "w5",
    "technical-feedback": "w5",
    "data-practise": "w5",
    "leadership-practise": "w7",
    "data-follow": "w7",
    "technical-build": "w9",
    "leadership-feedback": "w11",
    "data-publish": "w11",
}
"""9, 7, 10, 6, 8 and 5 hours."""


def plan(*left_out: str, rows: dict[str, str] | None = None, **moved: str) -> dict[str, Any]:
    """Return the sound raw answer without some steps, and with others in other columns: the step's id with
    `_` for `-`. `rows` puts steps into other rows than their own."""
    places = PLAN | {id.replace("_", "-"): column for id, column in moved.items()}
    found = {
        id: f"{(rows or {}).get(id, id.partition('-')[0])}/{column}"
        for id, column in places.items()
        if id not in left_out
    }
    return Placements.of(found).raw()


def only(**columns: str) -> dict[str, Any]:
    """Return a plan of these steps alone."""
    return plan(*PLAN.keys() - {id.replace("_", "-") for id in columns}, **columns)


def plant(answer: dict[str, Any], level: str, *says: str, also: tuple = (), case: Case = CASE) -> Plant:
    """Return a plant."""
    return Plant(answer, level, says, frozenset(also), case)


LEARNT = ("leadership-choose", "leadership-practise", "leadership-feedback")
SOUND = (CASE, plan())
PLANTED = {
    "CAR-1": [
        plant(
            plan(*LEARNT, "leadership-read", leadership_course="w7"),
            "problem",
            "Leadership: nothing is left to show of “Take a course on facilitating and giving feedback”.",
            also=("CAR-2",),
        ),
        plant(
            only(technical_course="w1", data_course="w3", leadership_course="w5"),
            "problem",
            "No step of this plan leaves anything to show: “Take a course on APIs and databases”, “Take a "
            "course "
            "on SQL and statistics” and “Take a course on facilitating and giving feedback”.",
            also=("CAR-2", "PLAN-3"),
        ),
    ],
    "CAR-2": [
        plant(
            plan("leadership-practise", "leadership-feedback"),
            "caution",
            "Leadership: you learn for 3 hours with “Read up who decides what in your company, and where "
            "it is "
            "written”, and practise nothing.",
        ),
        plant(
            only(
                technical_choose="w1",
                technical_course="w1",
                data_course="w3",
                leadership_read="w5",
                leadership_course="w5",
                data_follow="w7",
            ),
            "problem",
            "You learn for 25 hours with “Take a course on APIs and databases”, ",
        ),
    ],
    "PLAN-1": [
        plant(
            plan(technical_read="w11"),
            "problem",
            "Technical: “Write the acceptance criteria of an interface, errors included” and “Build a small "
            "client that calls your own API” come from weeks 5–6 on, before you learn how it is built with "
            "“Read "
            "how that system is built” in weeks 11–13.",
        ),
        plant(
            plan("leadership-read"),
            "caution",
            "Leadership: you do “Lead the stuck decision to an end”, and nothing is planned to learn how",
        ),
        plant(
            plan(data_choose="w3"),
            "caution",
            "Data: “Choose one question that the team answers by opinion” comes in weeks 3–4, after “Read "
            "where "
            "your figures come from, from the click to the chart” in weeks 1–2.",
        ),
        plant(
            plan(data_read="w3", data_feedback="w1"),
            "problem",
            "Data: “Ask an analyst what you count wrong” comes in weeks 1–2, before “Read where your figures "
            "come from, from the click to the chart” in weeks 3–4 leaves anything",
        ),
    ],
    "PLAN-2": [
        plant(
            plan(data_practise="w3"),
            "problem",
            "Weeks 3–4 hold 12 hours, 2 more than the 10 hours that you give: “Sit beside an engineer",
        ),
        plant(
            plan(technical_course="w11", leadership_build="w9", technical_build="w11", data_publish="w7"),
            "problem",
            "Weeks 11–13 hold 18 hours, 3 more than the 15 hours that you give",
        ),
        plant(
            plan(data_practise="w3"),
            "problem",
            "2 more than the 10 hours that are assumed",
            case=assessed(role_hours=""),
        ),
    ],
    "PLAN-3": [
        plant(
            plan("data-follow"),
            "caution",
            "Of the four stages stay current is missing.",
            "Take a step of the kind follow.",
        ),
        plant(
            plan("technical-choose", "data-choose", "leadership-choose", "data-follow"),
            "caution",
            "Of the four stages choose the area and stay current are missing.",
        ),
    ],
    "PLAN-4": [
        plant(
            only(
                technical_choose="w1",
                technical_read="w1",
                data_read="w3",
                data_practise="w3",
                data_follow="w9",
                leadership_read="w9",
                leadership_practise="w9",
                technical_build="w11",
            ),
            "caution",
            "17 hours of 29, 59 %, lie in weeks 9 to 13.",
        ),
        plant(
            only(
                technical_choose="w5",
                technical_read="w5",
                technical_practise="w5",
                data_read="w7",
                data_practise="w7",
                data_follow="w7",
                leadership_read="w9",
                leadership_practise="w9",
            ),
            "caution",
            "Nothing begins before weeks 5–6.",
        ),
    ],
    "PLAN-5": [
        plant(
            plan("leadership-read", "leadership-practise", "leadership-feedback"),
            "caution",
            "Leadership: you plan “Choose one decision that is stuck between two teams”, and nothing in "
            "which you learn or do it.",
        ),
    ],
    "PLAN-6": [
        plant(
            plan(rows={"data-read": "technical"}),
            "problem",
            "“Read where your figures come from, from the click to the chart” lies in the row Technical, and "
            "belongs to Data.",
        ),
    ],
    "PLAN-7": [
        plant(
            plan(),
            "good",
            "15 steps, 45 hours, leave 15 things to show, and each of the 3 gaps has one. The fullest "
            "weeks are "
            "5–6, with 10 of 10 hours.",
        ),
    ],
}
