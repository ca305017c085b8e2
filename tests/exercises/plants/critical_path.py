"""Answers to the network that is worked by hand."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BARE, Plant

COLUMNS = ("es", "ef", "ls", "lf", "float", "critical", "then")
TYPED = {
    "A": ("0", "7", "2", "9", "2", "no", "no"),
    "B": ("0", "10", "0", "10", "0", "yes", "yes"),
    "C": ("7", "13", "9", "15", "2", "no", "no"),
    "D": ("10", "15", "10", "15", "0", "yes", "yes"),
    "E": ("10", "14", "14", "18", "4", "no", "yes"),
    "F": ("15", "18", "15", "18", "0", "yes", "yes"),
    "G": ("18", "20", "18", "20", "0", "yes", "yes"),
}
"""As published, but for the marks, which follow from the floats."""


def typed(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the right answer, with some cells filled in otherwise; "" leaves one blank."""
    cells = {id: dict(zip(COLUMNS, texts, strict=True)) | changed.get(id, {}) for id, texts in TYPED.items()}
    return {"cells": {id: {key: text for key, text in row.items() if text} for id, row in cells.items()}}


def moved(starts: int, ends: int, **changed: dict[str, str]) -> dict[str, Any]:
    """Return the right answer with all starts and all ends later by so much."""
    later = dict(zip(COLUMNS, (starts, ends, starts, ends), strict=False))
    rows = {
        id: {key: str(int(texts[at]) + later[key]) for at, key in enumerate(COLUMNS[:4])}
        for id, texts in TYPED.items()
    }
    return typed(**{id: row | changed.get(id, {}) for id, row in rows.items()})


def plant(level: str, *says: str, **cells: dict[str, str]) -> Plant:
    """Return the right answer with these cells filled in otherwise, as a planted mistake."""
    return Plant(typed(**cells), level, says, case=BARE)


SOUND = (BARE, typed())

PLANTED = {
    "PATH-1": [
        plant(
            "problem",
            "C: earliest start cannot be used: “soon” is no number of days.",
            C={"es": "soon"},
        ),
        plant("problem", "E: float cannot be used: “1 week” is not in days.", E={"float": "1 week"}),
        plant("problem", "B: latest end cannot be used: “10000” is out of range.", B={"lf": "10000"}),
    ],
    "CPM-1": [
        plant(
            "problem",
            "F: earliest start is 13, after C, which ends at 13. F also needs D, which ends only at 15.",
            "the latest end counts, not the earliest",
            "C at 13 and D at 15",
            F={"es": "13", "ef": "16"},
            G={"es": "16", "ef": "18", "lf": "18", "ls": "16"},
        ),
        plant(
            "problem",
            "G: earliest start is 14, after E, which ends at 14. G also needs F, which ends only at 18.",
            G={"es": "14"},
        ),
    ],
    "CPM-2": [
        plant(
            "problem",
            "B: latest end is 14, in time for E, which must start by 14. But D waits for B too, and must "
            "start by 10.",
            "the smallest of the latest starts counts, not the largest",
            "D by 10 and E by 14",
            B={"lf": "14", "ls": "4", "float": "4", "critical": "no"},
        ),
    ],
    "CPM-3": [
        Plant(
            moved(1, 1),
            "problem",
            (
                "A: earliest start and B: earliest start are 1, and yet your ends are start + days (for A "
                "8 = 1 + 7).",
                "a day late: your finish is 21",
            ),
            case=BARE,
        ),
        plant(
            "problem",
            "B: earliest start is 1, one more than your other numbers come to. You count from 0",
            "what needs nothing starts at 0",
            B={"es": "1"},
        ),
        plant(
            "problem",
            "A: earliest end is 6, one less than",
            "This end is counted in days from 1",
            "0 + 7",
            A={"ef": "6"},
        ),
        plant(
            "problem",
            "C: earliest start is 8, one more than",
            "the latest end before it is 7",
            C={"es": "8"},
        ),
        plant("problem", "B: latest end is 9, one less than", "must start by 10", B={"lf": "9"}),
        plant("problem", "E: latest start is 15, one more than", "18 − 4", E={"ls": "15"}),
        Plant(
            moved(1, 0, F={"es": "15"}),
            "problem",
            ("F: earliest start is 15, one less than", "You count days from 1", "it starts the day after"),
            case=BARE,
        ),
        Plant(moved(1, 0), "note", ("You count days", "the floats are the same"), case=BARE),
    ],
    "CPM-5": [
        plant(
            "problem",
            "C: float is 4, the sum of 2 of A + 2 of C.",
            "if one of A and C uses it, it is gone",
            "9 − 7",
            C={"float": "4"},
        ),
    ],
    "CPM-7": [
        plant(
            "problem",
            "A: float is 0. That is its free float: so far it can slip without moving C at all.",
            "2 − 0",
            A={"float": "0"},
        ),
    ],
    "PATH-2": [
        plant(
            "problem",
            "F: earliest start is 28, but your other numbers come to 15.",
            "C and D run side by side, so their ends are not added up",
            F={"es": "28"},
        ),
        plant("problem", "A: earliest start is 3, but your other numbers come to 0.", A={"es": "3"}),
        plant("problem", "D: earliest end is 18, but your other numbers come to 15.", D={"ef": "18"}),
        plant("problem", "E: latest start is 11, but your", "18 − 4", E={"ls": "11"}),
        plant("problem", "C: latest end is 18, but your other numbers come to 15", C={"lf": "18"}),
        plant(
            "problem",
            "G: latest end is 25, but your other numbers come to 20",
            "the backward pass starts there",
            G={"lf": "25"},
        ),
        plant("problem", "E: float is 8, but your other numbers come to 4.", "14 − 10", E={"float": "8"}),
    ],
    "CPM-4": [
        plant(
            "problem",
            "Critical: you marked all of A-C-F-G. A-C-F-G takes 18 days (7 + 6 + 3 + 2), and B-D-F-G takes "
            "20 days (10 + 5 + 3 + 2).",
            "A-C-F-G has 4 tasks, as many as any path, but what counts is days",
            A={"critical": "yes"},
            C={"critical": "yes"},
        ),
        plant(
            "problem",
            "With E at 8 days, A-C-F-G takes 18 days",
            A={"then": "yes"},
            C={"then": "yes"},
        ),
    ],
    "CPM-6": [
        plant(
            "problem",
            "Critical then: B-D-F-G is marked, and E is not. With E at 8 days, B-E-G takes 20 days (10 + 8 + "
            "2), as many as B-D-F-G.",
            E={"then": "no"},
        ),
        plant(
            "problem",
            "B-E-G is marked, and D and F are not. With E at 8 days, B-D-F-G takes 20 days",
            D={"then": "no"},
            F={"then": "no"},
        ),
    ],
    "PATH-3": [
        plant(
            "problem",
            "E: critical is yes. The longest path through E is B-E-G: 16 days, and the finish is 20.",
            "it can slip by 4",
            E={"critical": "yes"},
        ),
        plant(
            "problem",
            "D: critical is no. B-D-F-G takes 20 days, all there are until the finish.",
            D={"critical": "no"},
        ),
        plant(
            "problem",
            "A: critical then is yes. With E at 8 days, the longest path through A is A-C-F-G: 18 days",
            A={"then": "yes"},
        ),
    ],
}
