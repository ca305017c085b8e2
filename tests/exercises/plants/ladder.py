"""Responsibilities on the ladder: every one where its words put it, and the learner one step further."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.exercises.career.ladder_cards import DUTIES

RIGHT = {duty.id: "/".join(duty.places[0]) for duty in DUTIES}
MINE = {"me-now": "ic/product", "me-next": "ic/line"}


def placed(**moved: str) -> dict[str, Any]:
    """Return the right places, some cards lying elsewhere ("track/scope"); `_` stands for a hyphen."""
    moves = {id.replace("_", "-"): place for id, place in moved.items()}
    places = []
    for id, place in {**RIGHT, **MINE, **moves}.items():
        row, _, column = place.partition("/")
        places.append({"id": id, "row": row, "column": column})
    return {"places": places}


SOUND = (BAKERY, placed())
PLANTED = {
    "LADDER-1": [
        Plant(
            placed(export="ic/product"),
            "problem",
            (
                "lies in Product, which is one product, all of it. The words “the export of invoices” show "
                "something narrower than that.",
            ),
        ),
        Plant(
            placed(group="manager/product"),
            "problem",
            ("The words “all five hotel apps” show something wider than that.",),
        ),
        Plant(placed(search="ic/line"), "problem", ("The words “search” show something narrower",)),
        Plant(placed(only="ic/feature"), "problem", ("“a firm that has one product” show something wider",)),
        Plant(placed(two="manager/feature"), "problem", ("“the booking app” show something wider",)),
        Plant(placed(), "good", ("All 14 responsibilities lie where their words put them",)),
    ],
    "LADDER-2": [
        Plant(
            placed(mentor="manager/line"),
            "problem",
            (
                "lies in the row Manager, but nobody reports to them in it: “their manager is somebody else” "
                "says so.",
            ),
        ),
        Plant(
            placed(login="manager/feature"),
            "problem",
            ("nobody reports to them in it: no word speaks of leading.",),
        ),
        Plant(
            placed(two="ic/product"),
            "problem",
            (
                "lies in the row Individual contributor, but others report to them, as “reviews their work "
                "and pay” says.",
            ),
        ),
    ],
    "LADDER-3": [
        Plant(
            placed(director="manager/portfolio"),
            "problem",
            (
                "lies in Portfolio, manager. The title Director of Product does not put it there; look at "
                "“the loyalty points in the booking app” and “alone”.",
            ),
        ),
        Plant(
            placed(plain="ic/product"),
            "problem",
            ("lies in Product, individual contributor. The title Product Manager does not put it there",),
        ),
    ],
    "LADDER-4": [
        Plant(
            placed(search="ic/product"),
            "good",
            (
                "fits Product, individual contributor, where you have it, and Feature, individual "
                "contributor as well.",
            ),
        ),
        Plant(
            placed(),
            "good",
            ("fits Product line, manager, where you have it, and Product line, individual contributor",),
        ),
    ],
    "LADDER-5": [
        Plant(
            placed(me_next="manager/portfolio"),
            "caution",
            (
                "That is two steps wider and a change of track: from where nobody reports to them to where "
                "others report to them.",
                "product manager 2 to 5 years",
                "titles and years vary by firm",
                "Put a step between: several products that belong together.",
            ),
        ),
    ],
}
