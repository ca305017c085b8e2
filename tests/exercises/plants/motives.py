"""Sound motives for a switch, of the invented product manager and of a baker, and what goes wrong."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

HOSTILE = "<img src=x onerror=alert(1)>"
RIGHT = {
    "design": ("work", "only"),
    "pay": ("pay", "nothing"),
    "code": ("work", "here"),
    "priorities": ("away", "neither"),
    "senior": ("standing", "here"),
    "demand": ("hearsay", "nothing"),
    "years": ("work", "only"),
}
MINE = {
    1: (
        "Decide about the oven controls",
        "3",
        "work",
        "only",
        "Two days beside their lead engineer in March",
    ),
    2: ("Learn to read the timer's code", "2", "work", "here", "Paul told me that I can sit with him"),
    3: ("A higher salary", "2", "pay", "only", "Their offer letter, beside my last pay slip"),
    4: ("No more night shifts", "1", "away", "neither", "Their head of engineering said so in the interview"),
}
COLUMNS = ("said", "strength", "kind", "where", "known")


def cells(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with some cells otherwise, as in `mine_2_strength="3"`; "" blanks one."""
    found = {}
    for id, (kind, where) in RIGHT.items():
        found |= {f"{id}:kind": kind, f"{id}:where": where}
    for at, texts in MINE.items():
        found |= {f"mine-{at}:{column}": text for column, text in zip(COLUMNS, texts, strict=True)}
    for name, text in changed.items():
        row, _, column = name.rpartition("_")
        found[f"{row.replace('_', '-')}:{column}"] = text
    return Cells.of({part: text for part, text in found.items() if text}).raw()


def only_pay() -> dict[str, Any]:
    """Return the sound answer with nothing but pay among one's own motives."""
    texts = ("A higher salary", "More money for the family", "Stock in a growing firm", "The bonus")
    return cells(
        **{f"mine_{at}_said": text for at, text in enumerate(texts, 1)},
        **{f"mine_{at}_kind": "pay" for at in MINE},
    )


SOUND = (BAKERY, cells())
PLANTED = {
    "MOTIVE-1": [
        Plant(
            cells(senior_kind="work"),
            "problem",
            (
                "Senior: kind. You chose “the work”; Dana's words name nothing that somebody would do or "
                "learn in the new job.",
            ),
        ),
        Plant(
            cells(demand_kind="pay"),
            "problem",
            ("The future: kind. You chose “pay”; Dana's words name nothing that is paid.",),
        ),
        Plant(cells(code_kind="away"), "problem", ("Reading code: kind.", "name nothing that is to stop.")),
        Plant(cells(), "good", ("The kind of each of the 7 motives follows from Dana Whitlock's words.",)),
    ],
    "MOTIVE-2": [
        Plant(
            cells(design_where="here"),
            "problem",
            ("Interfaces: where. You chose “here as well”, but A says otherwise.",),
        ),
        Plant(
            cells(priorities_where="only"),
            "problem",
            ("Priorities: where. You chose “only there”, but K says otherwise.",),
        ),
        Plant(
            cells(code_where="neither"),
            "problem",
            ("Reading code: where. You chose “in neither”, but B and H say otherwise.",),
        ),
        Plant(
            cells(years_where="nothing"),
            "problem",
            ("You chose “nothing known”, but C and I do say something about it.",),
        ),
        Plant(
            cells(pay_where="only"),
            "problem",
            ("Earning more: where. You chose “only there”, but F and L name no sum",),
        ),
        Plant(
            cells(demand_where="only"),
            "problem",
            ("You chose “only there”, but none of A to L says which of the two jobs is safer.",),
        ),
        Plant(
            cells(),
            "good",
            ("of 7 motives 2 (Interfaces and After the release) can be had only in the other job.",),
        ),
    ],
    "MOTIVE-3": [
        Plant(
            cells(mine_1_said="A new challenge"),
            "caution",
            ("Your motive 1: words. “A new challenge” could stand behind a switch to any job.",),
        ),
        Plant(
            cells(mine_2_said="Not for the money."), "caution", ("“Not for the money.” could stand behind",)
        ),
    ],
    "MOTIVE-4": [
        Plant(
            cells(mine_1_known="Everybody says so"),
            "caution",
            ("Your motive 1: how you know. “Everybody says so” is what people say in general.",),
        ),
        Plant(
            cells(mine_2_known="I just know"),
            "caution",
            ("Your motive 2: how you know. “I just know” names no day, no talk and no piece of work.",),
        ),
    ],
    "MOTIVE-5": [
        Plant(
            cells(mine_3_kind="work"),
            "caution",
            (
                "Your motive 3: kind. “A higher salary”: the words name pay and nothing else. You call it "
                "“the work”.",
                "Choose “pay”",
            ),
        ),
        Plant(
            cells(mine_2_said="Everybody says that baking is dead"),
            "caution",
            ("the words say what people say in general. You call it “the work”.", "Choose “hearsay”"),
        ),
        Plant(
            cells(mine_1_kind="pay"),
            "caution",
            (
                "Your motive 1: kind. “Decide about the oven controls”: the words name nothing that is "
                "paid. You call it “pay”.",
            ),
        ),
    ],
    "MOTIVE-6": [
        Plant(
            cells(**{f"mine_{at}_strength": "2" for at in MINE}),
            "note",
            ("All 4 of your motives have the strength 2.",),
        ),
        Plant(
            cells(mine_4_said="decide about oven controls!"),
            "caution",
            ("2 of your motives say the same.",),
        ),
    ],
    "MOTIVE-7": [
        Plant(
            cells(mine_1_where="here", mine_3_where="neither"),
            "note",
            (
                "Of your 4 motives none can be had only there. “Decide about the oven controls” and “Learn "
                "to read the timer's code” could be had where you are.",
            ),
        ),
        Plant(
            cells(mine_1_where="nothing"),
            "note",
            ("Your motive 1: where. It is among your strongest, and where it can be had you do not know",),
        ),
    ],
    "CAR-3": [
        Plant(
            only_pay(),
            "caution",
            (
                "You mark all 4 of your motives as pay, or they name nothing else, such as “A higher "
                "salary”.",
                "fewer such posts than posts for product managers",
            ),
        ),
    ],
}
