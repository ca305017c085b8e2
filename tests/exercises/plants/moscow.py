"""Answers to the MoSCoW board of a release."""

from __future__ import annotations

from tests.exercises.planting import BAKERY, BAKERY_LANES, Plant, bakery, with_capacity, with_items

SOUND = (BAKERY, bakery())

EVERYTHING_MUST = bakery(**dict.fromkeys(BAKERY_LANES, "must"))
SMALL_MUSTS = with_items(BAKERY, till={"effort": 10}, songs={"effort": 10})

PLANTED = {
    "MOSCOW-1": [
        Plant(
            bakery(sign="wont", cakes="wont"),
            "caution",
            ("60.4 %", "32 points of 53", "at most 60 %", "Knead by machine, Mend the oven"),
            case=with_items(BAKERY, dough={"effort": 12}, till={"effort": 10}, songs={"effort": 11}),
        )
    ],
    "MOSCOW-2": [
        Plant(
            bakery(songs="should"), "caution", ("10 %", "5 points of 50", "About 5 points more", "Play songs")
        ),
    ],
    "MOSCOW-3": [
        Plant(bakery(sign="wont", cakes="wont"), "note", ("67 %", "60 %"), case=SMALL_MUSTS),
    ],
    "MOSCOW-4": [
        Plant(bakery(sign="must", salt="should"), "problem", ("Paint the sign", "the old sign can be read")),
    ],
    "MOSCOW-5": [Plant(bakery(van="could"), "caution", ("each of the 9 items",))],
    "MOSCOW-6": [
        Plant(
            EVERYTHING_MUST,
            "problem",
            ("All 9 placed items are Musts",),
            frozenset({"MOSCOW-1", "MOSCOW-2", "MOSCOW-4", "MOSCOW-5"}),
        )
    ],
    "MOSCOW-7": [
        Plant(
            bakery(),
            "problem",
            ("40 points (30 + 10)", "room for 39", "at least 1 point out", "Paint the sign"),
            case=with_capacity(BAKERY, 39),
        ),
        Plant(bakery(), "note", ("50 points, 5 more than",), case=with_capacity(BAKERY, 45)),
    ],
    "MOSCOW-8": [
        Plant(
            bakery(flour="could", songs="must"), "problem", ("a Could: Weigh the salt needs Sift the flour",)
        ),
        Plant(
            bakery(flour="wont", van="must"),
            "problem",
            ("a Won't: Weigh the salt needs Sift the flour",),
            case=with_items(BAKERY, van={"effort": 5}),
        ),
    ],
    "PRI-4": [
        Plant(
            bakery(cakes="should", till="could"),
            "problem",
            ("Bake cakes is a Should", "Replace the till, which is only a Could"),
        ),
        Plant(
            bakery(flour="should", till="must"),
            "problem",
            ("Weigh the salt is a Must", "Sift the flour, which is only a Should"),
        ),
    ],
    "PLAN-2": [
        Plant(bakery(oven="should"), "caution", ("Mend the oven", "1 March 2030", "only a Should")),
    ],
    "PLAN-1": [
        Plant(
            bakery(oven="wont", dough="should", salt="should", flour="should"),
            "caution",
            ("None of the 9 placed items is a Must",),
            frozenset({"PLAN-2"}),
        )
    ],
    "PLAN-3": [
        Plant(
            bakery(),
            "note",
            ("Replace the till", "value of 9", "is only a Should"),
            case=with_items(BAKERY, till={"value": 9}),
        )
    ],
    "PRI-6": [
        Plant(
            bakery(),
            "note",
            ("known for 1 of 9 placed items", "Weigh the salt"),
            case=with_items(BAKERY, salt={"effort": None}),
        ),
    ],
}
