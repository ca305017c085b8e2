"""A sound map of the twelve lines with two lines of a baker's own, and what goes wrong."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

SAID = {
    "role:role": "platform",
    "marek-1:group": "none",
    "marek-2:group": "technical",
    "marek-2:step": "3",
    "marek-3:group": "data",
    "marek-3:step": "2",
    "marek-4:group": "communication",
    "marek-4:step": "2",
    "open-marek:group": "product",
    "aisha-1:group": "none",
    "aisha-2:group": "product",
    "aisha-2:step": "3",
    "aisha-3:group": "communication",
    "aisha-3:step": "3",
    "aisha-4:group": "strategy",
    "aisha-4:step": "2",
    "open-aisha:group": "technical",
    "joan-1:group": "none",
    "joan-2:group": "domain",
    "joan-2:step": "3",
    "joan-3:group": "technical",
    "joan-3:step": "1",
    "joan-4:group": "product",
    "joan-4:step": "1",
    "open-joan:group": "communication",
    "own-1:text": "Drew the parts of the oven control with Sam in May, and named the valve as the risk.",
    "own-1:group": "technical",
    "own-1:step": "2",
    "own-2:text": "Twelve years as a baker.",
    "own-2:group": "none",
}


def said(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, as in `marek_2_step="4"`; "" blanks one."""
    cells = dict(SAID)
    for name, text in changed.items():
        row, _, column = name.rpartition("_")
        cells[f"{row.replace('_', '-')}:{column}"] = text
    return Cells.of({cell: text for cell, text in cells.items() if text}).raw()


def without_own(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer without lines of one's own, some cells changed as in `said`."""
    own = (part for part in SAID if part.startswith("own"))
    return said(**{part.replace("-", "_").replace(":", "_"): "" for part in own}, **changed)


def plant(answer: dict[str, Any], level: str, *says: str) -> Plant:
    """Return a plant; what it says in any order."""
    return Plant(answer, level, says)


SOUND = (BAKERY, said())
PLANTED = {
    "EXP-1": [
        plant(
            said(joan_2_group="communication"),
            "problem",
            "Joan Petty, line 2: group. You have Communication; the line does not speak of it,",
            "Whose trade is it about, and who asks whom?",
        ),
        plant(
            said(aisha_4_group="product"),
            "caution",
            "Aisha Cole, line 4: group. You have Product fundamentals; the line touches it,",
        ),
        plant(
            said(marek_3_group="none", marek_3_step=""),
            "problem",
            "Marek Dunn, line 3: group. You find no skill in it, and it names a piece of work",
        ),
    ],
    "EXP-2": [
        plant(
            said(marek_1_group="technical", marek_1_step="3"),
            "problem",
            "Marek Dunn, line 1: group. You have Technical, step 3; the line says a degree, years and a "
            "title.",
        ),
        plant(
            said(joan_1_group="data", joan_1_step="1"),
            "problem",
            "Joan Petty, line 1: group. You have Data, step 1; the line says years and courses.",
        ),
        plant(
            said(aisha_1_group="leadership", aisha_1_step="2"),
            "problem",
            "You have Leadership, step 2; the line says a degree, years, a title and a certificate.",
        ),
    ],
    "EXP-3": [
        plant(
            said(marek_2_step="4"),
            "caution",
            "Marek Dunn, line 2: step. 4 in Technical is “Technical questions of other teams come to them;",
            "The line shows less than that.",
            "Go down the steps",
        ),
        plant(
            said(joan_3_step="3"),
            "problem",
            "Joan Petty, line 3: step. 3 in Technical is “Weighs two designs",
        ),
        plant(
            said(aisha_3_step="2"),
            "caution",
            "Aisha Cole, line 3: step. 2 in Communication is",
            "The line shows that and more.",
            "Go up the steps",
        ),
    ],
    "EXP-4": [
        plant(
            said(open_marek_group="communication"),
            "problem",
            "Marek Dunn: missing most. You name Communication: “Technical PM, platform” asks for 3, and by "
            "your marks the lines show 2, 1 step short. Another group lies 3 short.",
        ),
        plant(
            said(open_joan_group="technical"),
            "problem",
            "Joan Petty: missing most. You name Technical",
            "show 1, 2 steps short. Another group lies 3 short.",
        ),
        plant(
            said(role_role="lead", open_aisha_group="technical", open_marek_group="leadership"),
            "problem",
            "Aisha Cole: missing most. You name Technical: “Lead of technical PMs” asks for 2, and by your "
            "marks the lines show 0, 2 steps short. Another group lies 4 short.",
        ),
    ],
    "EXP-5": [
        plant(
            said(own_1_text="Worked as a baker at Crumb for eight years"),
            "caution",
            "Your line 1: what you did. “Worked as a baker at Crumb for eight years” says where you were,",
            "You mark it Technical, step 2.",
        ),
        plant(
            said(own_2_group="domain", own_2_step="3"),
            "caution",
            "Your line 2: what you did. No word of “Twelve years as a baker.” says what you did.",
        ),
        plant(
            said(own_1_text="Very good with ovens", own_1_step="4"),
            "problem",
            "Your line 1: what you did. “Very good with ovens” judges you (“good”)",
            "You mark it Technical, step 4.",
        ),
    ],
    "EXP-6": [
        plant(
            said(
                own_2_text="Drew the parts of the oven control with Sam in May and named the valve as risk",
                own_2_group="communication",
                own_2_step="1",
            ),
            "caution",
            "Your line 2: what you did. It says the same as line 1.",
        ),
    ],
    "EXP-7": [
        plant(
            said(),
            "good",
            "Each of the 12 lines has the group and the step that it shows; Marek Dunn, line 1, Aisha Cole, "
            "line 1 and Joan Petty, line 1 prove none.",
            "Marek Dunn Product fundamentals, Aisha Cole Technical, Joan Petty Communication.",
            "In 1 line of your own a word names something done or made",
        ),
    ],
}
