"""Answers to the Kano table of a bakery: 20 cafés and 40 homes about five features."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, BARE, Plant
from tpm_kit.case import Case

PAIRS = {"A": (1, 4), "O": (1, 5), "M": (3, 5), "I": (3, 3), "R": (4, 1), "Q": (1, 1)}
"""Two answers that give each category."""
COUNTS = {
    "till": {"cafés": (1, 4, 14, 1, 0, 0), "homes": (1, 6, 28, 4, 1, 0)},
    "cakes": {"cafés": (11, 2, 1, 3, 2, 1), "homes": (27, 5, 2, 4, 1, 1)},
    "salt": {"cafés": (3, 12, 3, 2, 0, 0), "homes": (5, 24, 8, 2, 0, 1)},
    "songs": {"cafés": (1, 1, 2, 16, 0, 0), "homes": (3, 3, 34, 0, 0, 0)},
    "van": {"cafés": (8, 2, 1, 4, 1, 4), "homes": (16, 4, 2, 8, 2, 8)},
}
"""A O M I R Q of each segment. Together till 2 10 42 5 1 0, cakes 38 7 3 7 3 2, salt 8 36 11 4 0 1, songs
4 4 36 16 0 0 and van 24 6 3 12 3 12."""
RIGHT = {
    "till": ("M", "0.20", "-0.88", "alike"),
    "cakes": ("A", "0.82", "-0.18", "alike"),
    "salt": ("O", "0.75", "-0.80", "alike"),
    "songs": ("M", "0.13", "-0.67", "two"),
    "van": ("again", "0.67", "-0.20", "alike"),
}
COLUMNS = ("category", "better", "worse", "groups")


def surveyed(**changed: dict[str, tuple[int, ...]]) -> Case:
    """Return the bakery with its survey, the counts of some features changed."""
    counts = {**COUNTS, **changed}
    answers = [
        {"id": id, "respondent": f"R{n}", "segment": name, "with_it": with_it, "without_it": without_it}
        for id, segments in counts.items()
        for name, letters in segments.items()
        for n, (with_it, without_it) in enumerate(
            PAIRS[letter] for letter, count in zip("AOMIRQ", letters, strict=True) for _ in range(count)
        )
    ]
    asked = [{"id": id, "with_it": "With it?", "without_it": "Without it?", "counts": ()} for id in counts]
    return replace(BAKERY, tables={"kano": tuple(asked), "kano-survey": tuple(answers)})


def filled(**cells: str) -> dict[str, Any]:
    """Return the sound raw answer, with other texts in some cells, called `row_column`."""
    rows = {id: dict(zip(COLUMNS, texts, strict=True)) for id, texts in RIGHT.items()}
    for name, text in cells.items():
        row, _, column = name.partition("_")
        rows[row][column] = text
    return {"cells": rows}


KANO = surveyed()
SOUND = (KANO, filled())

FEW = surveyed(till={"cafés": (1, 4, 8, 7, 0, 0), "homes": (1, 6, 17, 15, 1, 0)})
"""The till 2 10 25 22 1 0."""
BERGER = surveyed(till={"cafés": (2, 3, 7, 8, 0, 0), "homes": (4, 6, 13, 16, 1, 0)})
"""The till 6 9 20 24 1 0: Indifferent by the mode, Must-be by Berger's rule."""
TIE = surveyed(till={"cafés": (2, 3, 7, 7, 1, 0), "homes": (4, 6, 15, 15, 0, 0)})
"""The till 6 9 22 22 1 0."""
CHANCE = surveyed(till={"cafés": (2, 3, 7, 8, 0, 0), "homes": (1, 3, 32, 3, 1, 0)})
"""The till 3 6 39 11 1 0: 8 of 20 cafés are indifferent, 7 expect it."""

PLANTED = {
    "KANO-1": [
        Plant(
            filled(cakes_category="M"),
            "problem",
            (
                "Category of Bake cakes: you chose Must-be (3 of 60), the opposite of what was counted most.",
                "Must-be annoys when it is missing.",
            ),
            case=KANO,
        ),
        Plant(
            filled(till_category="R"),
            "problem",
            (
                "Category of Replace the till: Reverse (1 of 60)",
                "reading the two questions the wrong way round",
                "turns into Reverse",
            ),
            case=KANO,
        ),
        Plant(
            filled(cakes_better="18 %", cakes_worse="−0,82"),
            "problem",
            ("Better of Bake cakes: 18 % is the size of its Worse", "Worse of Bake cakes: −0,82 is the size"),
            case=KANO,
        ),
    ],
    "KANO-2": [
        Plant(
            filled(cakes_better="0.75"),
            "problem",
            ("Better of Bake cakes: 0.75 is a share of all 60 answers, 5 of them", "Divide by the 55"),
            case=KANO,
        ),
        Plant(filled(van_worse="-0.15"), "problem", ("-0.15 is a share of all 60", "15 of them"), case=KANO),
    ],
    "KANO-3": [
        Plant(
            filled(cakes_worse="0.18"), "problem", ("Worse of Bake cakes: 0.18", "a minus sign"), case=KANO
        ),
    ],
    "KANO-4": [
        Plant(
            filled(van_category="A"),
            "caution",
            ("Category of Buy a van: you chose Attractive, but 12 of 60 answers (20 %) contradict",),
            case=KANO,
        ),
        Plant(filled(van_category="I"), "caution", ("you chose Indifferent, but 12 of 60",), case=KANO),
        Plant(filled(van_category="R"), "caution", ("you chose Reverse, but 12 of 60",), case=KANO),
        Plant(filled(cakes_category="again"), "caution", ("only 2 of 60 answers (3 %)",), case=KANO),
    ],
    "KANO-5": [
        Plant(
            filled(salt_category="M"),
            "problem",
            ("Category of Weigh the salt: Must-be", "1.5 with it, 4.7 without", "only 11 of 60"),
            case=KANO,
        )
    ],
    "KANO-6": [
        Plant(
            filled(songs_groups="alike"),
            "problem",
            (
                "Groups of Play songs: you say all alike",
                "36 of 60 Must-be together",
                "16 of 20 Indifferent in one group (cafés)",
            ),
            case=KANO,
        ),
        Plant(
            filled(till_groups="two"),
            "problem",
            ("Groups of Replace the till: you say two groups", "cafés: 14 of 20 Must-be", "homes: 28 of 40"),
            case=KANO,
        ),
        Plant(
            filled(till_better="0.15", till_worse="-0.76", till_groups="two"),
            "note",
            ("Groups of Replace the till", "cafés: 8 of 20 Indifferent", "may be chance"),
            case=CHANCE,
        ),
    ],
    "KANO-8": [
        Plant(
            filled(till_worse="-0.59"),
            "note",
            (
                "Replace the till",
                "by 25 to 22",
                "these 47 answers lies between 39 % and 67 %",
                "1,204 answers",
            ),
            case=FEW,
        )
    ],
    "KANO-9": [
        Plant(
            filled(cakes_category="O"),
            "problem",
            ("Category of Bake cakes: you chose One-dimensional (7 of 60), but the largest count is 38",),
            case=KANO,
        ),
        Plant(
            filled(till_category="I", till_better="0.25", till_worse="-0.53"),
            "problem",
            ("Indifferent (22 of 60), which ties", "M before O"),
            frozenset({"KANO-8"}),
            TIE,
        ),
        Plant(
            filled(till_better="0.25", till_worse="-0.49"),
            "note",
            ("Must-be (20 of 60), which is right by Berger's rule; the largest count is 24", "together (35)"),
            frozenset({"KANO-8"}),
            BERGER,
        ),
    ],
    "KANO-10": [
        Plant(
            filled(cakes_better="0.3"),
            "problem",
            ("Better of Bake cakes: you typed 0.3. The counts give another number.", "A is 38, O is 7"),
            case=KANO,
        ),
        Plant(filled(cakes_better="many"), "problem", ("you typed many. Write a number",), case=KANO),
        Plant(
            filled(cakes_better="82"), "problem", ("you typed 82. Better lies between 0 and 1",), case=KANO
        ),
        Plant(
            filled(cakes_worse="-18"), "problem", ("you typed -18. Worse lies between −1 and 0",), case=KANO
        ),
    ],
}


def counted(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer to the table of counts, with other texts in some cells, called
    `row_column`: two features, the first and the second; "" is blank."""
    rows = {
        "feature-1": {
            "item": "till",
            **dict(zip("AOMIRQ", ("2", "10", "1,042", "5", "1", "0"), strict=True)),
        },
        "feature-2": {"item": "cakes", **dict(zip("AOMIRQ", ("38", "7", "3", "7", "3", "2"), strict=True))},
    }
    names = {"first": "feature-1", "second": "feature-2"}
    for name, text in changed.items():
        row, _, column = name.partition("_")
        rows[names[row]][column] = text
    return {"cells": {row: {id: text for id, text in cells.items() if text} for row, cells in rows.items()}}


OWN = replace(BARE, own=True)
INPUTS_SOUND = (OWN, counted())

INPUTS_PLANTED = {
    "KANO-11": [
        Plant(
            counted(first_A="12.5"),
            "problem",
            ("Feature 1, A (Attractive): 12.5. Write how many people, as a whole number",),
            case=OWN,
        ),
        Plant(counted(second_M="20 %"), "problem", ("Feature 2, M (Must-be): 20 %.",), case=OWN),
        Plant(
            counted(second_Q=""),
            "problem",
            ("Feature 2, Q (Questionable): the cell is empty. Write 0 if nobody answered so.",),
            case=OWN,
        ),
    ],
    "KANO-12": [
        Plant(
            counted(second_item="till"),
            "problem",
            ("Feature 2, item: Replace the till stands in Feature 1 already.",),
            case=OWN,
        ),
        Plant(counted(second_item="gone"), "problem", ("Feature 2, item: no item is chosen",), case=OWN),
    ],
    "KANO-13": [
        Plant(
            counted(first_A="0", first_O="0", first_M="0", first_I="0", first_R="9"),
            "problem",
            ("Feature 1, A, O, M and I are all 0.",),
            case=OWN,
        ),
    ],
}
