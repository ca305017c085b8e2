"""Sound scores of the invented product manager and of a baker who builds ovens, and what goes wrong."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

HOSTILE = "<img src=x onerror=alert(1)>"
RIGHT = {
    "projects": ("3", "B", "2"),
    "engineers": ("2", "D", "3"),
    "risk": ("2", "E", "2"),
    "requirements": ("3", "G", "3"),
    "feasibility": ("2", "none", "0"),
    "vision": ("1", "none", "0"),
    "leading": ("3", "H", "1"),
    "mentoring": ("1", "J", "2"),
}
MINE = {
    "projects": ("3", "Oven controls, timer and scales, January to June; all three run in the shop today."),
    "engineers": ("2", "Daily with the two who build the oven, about the controls."),
    "risk": ("1", ""),
    "requirements": ("2", "Limits for heat and humidity, written with the oven builder in March."),
    "feasibility": ("1", "Took part in the trial of the steam valve."),
    "vision": ("0", ""),
    "leading": ("1", ""),
    "mentoring": ("0", ""),
}


def cells(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with some cells otherwise, as in `my_risk_score="3"`; "" blanks one."""
    found = {}
    for id, (weight, mark, score) in RIGHT.items():
        found |= {f"{id}:weight": weight, f"{id}:evidence": mark, f"{id}:score": score}
    for id, (score, text) in MINE.items():
        found |= {f"my-{id}:score": score, f"my-{id}:evidence": text}
    found |= {"line:text": "50 %"}
    for name, text in changed.items():
        row, _, column = name.rpartition("_")
        found[f"{row.replace('_', '-')}:{column}"] = text
    return Cells.of({part: text for part, text in found.items() if text}).raw()


def all_mine(score: str) -> dict[str, Any]:
    """Return the sound answer with the same score in all of one's own rows, and evidence in each."""
    texts = {
        f"my_{id}_evidence": f"{text or 'Something else again'} in {id} this spring"
        for id, (_, text) in MINE.items()
    }
    return cells(**{f"my_{id}_score": score for id in MINE}, **texts)


SOUND = (BAKERY, cells())
PLANTED = {
    "BECOME-1": [
        Plant(
            cells(risk_evidence="G"),
            "problem",
            ("Work on technical risks: evidence. Statement G shows something else: technical requirements.",),
        ),
        Plant(
            cells(leading_evidence="none", leading_score="0"),
            "problem",
            ("Leading larger technical projects: evidence. You found nothing; one of the statements does",),
        ),
        Plant(
            cells(vision_evidence="D"),
            "problem",
            ("Statement D shows something else: contact with engineers",),
        ),
        Plant(
            cells(),
            "good",
            (
                "Each of the 8 scores of Robin Vale",
                "of feasibility studies and the check of the vision it shows",
            ),
        ),
    ],
    "BECOME-2": [
        Plant(
            cells(vision_evidence="F", vision_score="2"),
            "problem",
            ("You give 2 for statement F, which only sounds technical.", "nothing behind them was checked"),
        ),
        Plant(
            cells(projects_evidence="C"),
            "problem",
            ("More technical project work: evidence. You give 2 for statement C", "a tool of the office"),
        ),
        Plant(
            cells(feasibility_evidence="K", feasibility_score="1"),
            "problem",
            ("statement K, which shows no technical work.",),
        ),
    ],
    "BECOME-3": [
        Plant(
            cells(leading_score="2"),
            "caution",
            (
                "Leading larger technical projects: score 2, “Has led one whole, with a lead engineer beside "
                "them.” That is more than statement H shows.",
            ),
        ),
        Plant(
            cells(leading_score="3"), "problem", ("score 3, “Has led several, across teams, to the end.”",)
        ),
        Plant(cells(requirements_score="2"), "caution", ("That is less than statement G shows.",)),
        Plant(
            cells(feasibility_score="1"),
            "problem",
            ("Feasibility studies: score 1 without a statement that shows it.",),
        ),
    ],
    "BECOME-4": [
        Plant(
            cells(my_projects_evidence=""),
            "problem",
            ("You: more technical project work. You give yourself 3 with nothing behind it.",),
        ),
        Plant(
            cells(my_projects_evidence="yes, very much so"),
            "problem",
            ("You give yourself 3, and “yes, very much so” says nothing that can be looked up.",),
        ),
        Plant(
            cells(my_engineers_evidence="a lot"),
            "caution",
            ("You: more frequent contact with engineers. You give yourself 2",),
        ),
    ],
    "BECOME-5": [
        Plant(all_mine("1"), "caution", ("You give yourself 1 in all 8 rows.",)),
        Plant(
            cells(
                **dict.fromkeys(
                    ("my_risk_evidence", "my_projects_evidence", "my_engineers_evidence"),
                    "The big oven of spring",
                )
            ),
            "caution",
            ("The same evidence stands in 3 of your rows.",),
        ),
    ],
    "BECOME-6": [
        Plant(cells(**{f"{id}_weight": "2" for id in RIGHT}), "note", ("Every row weighs 2",)),
    ],
    "BECOME-7": [
        Plant(
            cells(line_text="half"), "problem", ("begin to look around. “half” is no share of the possible",)
        ),
        Plant(cells(line_text="120 %"), "problem", ("no total goes beyond that line",)),
        Plant(cells(line_text="0"), "problem", ("every total reaches that line",)),
        Plant(cells(line_text="100 %"), "problem", ("only all 3s reach that line",)),
    ],
}
