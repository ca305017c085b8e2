"""Marks and questions for the three adverts: each sentence what it is, two questions to each advert."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.exercises.career.adverts_texts import ROWS

ASK = {
    "a3": "What is the range of base pay for this post?",
    "a5": "How many days a week is the team on site?",
    "b2": "Which of these jobs takes most of the week today?",
    "b5": "What percentage of the firm are the shares, and what is the base pay?",
    "c2": "Which decisions does this person take alone?",
    "c6": "What was the last person in this post measured by?",
}


def cells(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the right marks with good questions, other texts in some cells; "" blanks one."""
    rows = {}
    for id, row in ROWS.items():
        kind, which = row.sentence.marks[0]
        sound = {"kind": kind, "which": which, "question": ASK.get(id, "")}
        rows[id] = {column: text for column, text in {**sound, **changed.get(id, {})}.items() if text}
    return {"cells": rows}


def marked(id: str, kind: str, which: str = "") -> dict[str, Any]:
    """Return the sound answer with one sentence marked otherwise."""
    return cells(**{id: {"kind": kind, "which": which}})


def asked(id: str, text: str) -> dict[str, Any]:
    """Return the sound answer with another question at one sentence."""
    return cells(**{id: {"question": text}})


SOUND = (BAKERY, cells())
PLANTED = {
    "ROLE-1": [
        Plant(
            marked("a2", "tpm"),
            "problem",
            ("Lockers 2: what it is. You have Duty of a TPM, but “design the tables” says how it is built.",),
        ),
        Plant(marked("b1", "tpm"), "problem", ("“writing production code” says how it is built",)),
    ],
    "ROLE-2": [
        Plant(
            marked("c1", "tpm"),
            "problem",
            ("Claims 1: what it is.", "“chase what is late” decides nothing about the product"),
        ),
        Plant(marked("c4", "tpm"), "problem", ("Claims 4", "“see that Scrum is kept to” decides nothing")),
    ],
    "AD-1": [
        Plant(
            marked("a1", "other", "scrum"),
            "problem",
            (
                "Lockers 1: what it is. You have Duty of another role, but “which problems” asks what is "
                "worth",
            ),
        ),
        Plant(marked("a4", "warning", "hours"), "problem", ("Lockers 4", "“whether it can be built” names")),
        Plant(
            marked("c3", "missing", "team"), "problem", ("Claims 3", "says what is to be done, and for whom")
        ),
        Plant(marked("c4", "missing", "decides"), "problem", ("Claims 4", "says plainly what is to be done")),
        Plant(marked("b2", "tpm"), "problem", ("Timetables 2", "“in one person” tells what the post does")),
        Plant(marked("b2", "other", "scrum"), "problem", ("“in one person” is more than one duty",)),
        Plant(
            marked("c5", "missing", "team"),
            "problem",
            (
                "Claims 5",
                "“ten years of experience” leaves",
            ),
        ),
        Plant(marked("b6", "tpm"), "problem", ("Timetables 6", "“our product team” names no work")),
        Plant(marked("a5", "other", "engineer"), "problem", ("Lockers 5", "of this role or of another")),
        Plant(
            marked("c6", "warning", "power"), "problem", ("Claims 6", "“Your success” is not bad by itself")
        ),
        Plant(
            cells(),
            "good",
            ("In “Lockers”, “Timetables” and “Claims” every sentence is marked as something that it is.",),
        ),
    ],
    "AD-2": [
        Plant(
            marked("a2", "other", "designer"),
            "problem",
            ("Lockers 2: which. You have “Role: designer”; “design the tables” speaks of something else.",),
        ),
        Plant(
            marked("b4", "warning", "jobs"), "problem", ("Timetables 4: which.", "“stay until it is done”")
        ),
        Plant(
            marked("a3", "missing", "hours"),
            "problem",
            (
                "Lockers 3: which. “A fact is missing” does not go with “Sign: hours without an end”.",
                "base pay and its range; place and days on site",
            ),
        ),
        Plant(marked("a1", "tpm", "pay"), "problem", ("“Duty of a TPM” needs no second mark.", "Clear it.")),
    ],
    "AD-3": [
        Plant(
            asked("a3", "I would like to know the range of pay."),
            "problem",
            ("Lockers 3: what you ask. “I would like to know the range of pay.” is no question.",),
        ),
        Plant(
            asked("c6", "What does it mean?"), "problem", ("“What does it mean?” could be asked about every",)
        ),
        Plant(
            asked("a5", "Where is the office? How many days are on site?"),
            "caution",
            ("asks 2 questions at once",),
        ),
        Plant(
            asked("b5", "Will the shares be worth more than the base pay?"),
            "caution",
            (
                "Timetables 5: what you ask. “Will the shares be worth more than the base pay?” can be "
                "answered",
            ),
        ),
        Plant(
            asked("a6", ASK["a3"].upper()),
            "problem",
            ("Lockers 6: what you ask.", "stands at Lockers 3 already"),
        ),
    ],
    "AD-4": [
        Plant(
            cells(
                a3={"question": ""},
                a5={"question": ""},
                a1={"question": "Which problem of the delivery firms is the largest?"},
                a4={"question": "Who of the engineers knows the running costs?"},
            ),
            "caution",
            (
                "Lockers 1: what you ask and Lockers 4: what you ask. None of these questions to “Lockers” "
                "stands at a warning sign or a missing fact.",
            ),
        ),
    ],
    "AD-5": [
        Plant(
            asked("a3", "Which colour do your lockers have?"),
            "note",
            (
                "Lockers 3: what you ask. No usual word for “base pay and its range” is in “Which colour do "
                "your lockers have?”.",
            ),
        ),
    ],
}
