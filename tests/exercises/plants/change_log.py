"""Answers to the change log of the harbour's review: nets and flag stay out, the pier slips, the boat comes
sooner."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import Plant
from tests.exercises.plants.review import REPLAN, REVIEWED
from tpm_kit.answers import Cells, Placements

LOGGED = replace(REVIEWED, earlier={**REVIEWED.earlier, "review": Placements.of(REPLAN)})
SAID = {
    "nets:cause": "illness",
    "nets:why": "From 4 March on the Yard finishes 2 points a sprint, and the nets take 3.",
    "nets:who": "sponsor",
    "pier:cause": "storm",
    "pier:why": "Nobody can go on before 18 February, and the broken piles make 4 points more.",
    "pier:who": "supervisor",
    "boat:cause": "storm",
    "boat:why": "While the piles are mended the Dock has a free fortnight, and later it has none.",
    "boat:who": "team",
    "flag:cause": "wish",
    "flag:why": "It takes 9 points of the Yard, which has 8 left and the lamps to hang.",
    "flag:who": "sponsor",
}


def log(**said: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, called row_column."""
    return Cells.of(SAID | {cell.replace("_", ":"): text for cell, text in said.items()}).raw()


plant = partial(Plant, case=LOGGED)
SOUND = (LOGGED, log())
PLANTED = {
    "LOG-1": [
        plant(
            log(boat_cause="illness"),
            "problem",
            (
                "Paint the boat: cause. “Two of the Yard fall ill” cannot be the cause: this item is the "
                "work of Dock",
                "own decision",
            ),
        ),
        plant(
            log(nets_cause="wish"),
            "problem",
            (
                "Mend the nets: cause. “The mayor wants a flag” cannot be the cause: this item is the work "
                "of Yard",
            ),
        ),
        plant(
            log(nets_cause="bad luck"), "problem", ("Mend the nets: cause. “bad luck” is not among what has",)
        ),
        plant(
            log(pier_cause="own"),
            "caution",
            (
                "Lengthen the pier: cause. It is called your own decision, but something has happened to it: "
                "“A storm breaks the first piles”.",
            ),
        ),
    ],
    "LOG-2": [
        plant(
            log(nets_why="Delays due to technical problems"),
            "caution",
            ("Mend the nets: why. “Delays due to technical problems” would fit any change of any plan.",),
        ),
        plant(
            log(pier_why="Delays."), "caution", ("Lengthen the pier: why. “Delays.” would fit any change",)
        ),
    ],
    "LOG-3": [
        plant(
            log(nets_why="The Yard was too slow with the lamps, so that nets and fishermen wait."),
            "caution",
            ("Mend the nets: why. It says “too slow”.",),
        ),
        plant(
            log(pier_why="The builder of the piles should have warned us of ice in February."),
            "caution",
            ("Lengthen the pier: why. It says “should have warned”.",),
        ),
    ],
    "LOG-4": [
        plant(
            log(pier_who="sponsor"),
            "problem",
            (
                "Lengthen the pier: who must hear it. This duty, due on 15 March 2030, is done on 15 March "
                "2030, two sprints later than planned (15 February 2030), and the harbour master does not "
                "hear of it.",
            ),
        ),
        plant(
            log(nets_who="team"),
            "problem",
            (
                "Mend the nets: who must hear it. It leaves this release; it was to be done on 15 March "
                "2030, and the mayor does not hear of it.",
            ),
        ),
        plant(
            log(flag_who="team"),
            "problem",
            ("Buy a flag: who must hear it. It was asked for, and is not in this release, and the mayor",),
        ),
    ],
    "LOG-5": [
        plant(
            log(boat_who="supervisor"),
            "caution",
            (
                "Paint the boat: who must hear it. It is none of the duties that the harbour master waits "
                "for.",
            ),
        ),
    ],
    "LOG-6": [
        plant(
            log(),
            "good",
            (
                "Each of the 4 changes has a cause and a reason. Told: Dock and Yard, the mayor and the "
                "harbour",
            ),
        ),
    ],
}
