"""Answers to the six comparisons; the rows are named by occupation, the figures are the published ones.

By hand: jobs of 11-3021, 1.96 × √((5.2 % × 2,900)² + (25.3 % × 5,680)²) = 2,832 > 2,780; pay of 13-1082,
1.96 × √((0.7 % × 105,030)² + (0.8 % × 102,590)²) = 2,160 < 2,440; of 15-1211, 15,627 < 21,060; of 15-1252,
26,143 > 21,910; of 15-1299, 5,643 < 38,260.
"""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

ROWS = {
    "managers": "jobs-11-3021-14860-38900",
    "specialists": "pay-13-1082-19100-33460",
    "analysts": "pay-15-1211-38300-39380",
    "developers": "pay-15-1252-22140-47900",
    "others": "pay-15-1299-26420-47900",
    "scientists": "pay-15-2051-17410-31540",
}
SAID = {
    "managers": ("unsure", "inside", ""),
    "specialists": ("first", "beyond", ""),
    "analysts": ("second", "beyond", "± 15,600"),
    "developers": ("unsure", "inside", "26.1k"),
    "others": ("second", "beyond", ""),
    "scientists": ("absent", "missing", ""),
}


def said(**changed: tuple[str, str, str]) -> dict[str, Any]:
    """Return the sound raw answer with other verdict, ground and margin in some rows; "" blanks a cell."""
    cells = {}
    for name, texts in (SAID | changed).items():
        for column, text in zip(("verdict", "ground", "margin"), texts, strict=True):
            cells[f"{ROWS[name]}:{column}"] = text
    return Cells.of({cell: text for cell, text in cells.items() if text}).raw()


def plant(answer: dict[str, Any], *says: str, level: str = "problem") -> Plant:
    """Return a plant."""
    return Plant(answer, level, says)


SOUND = (BAKERY, said())
PLANTED = {
    "PLACE-1": [
        plant(
            said(developers=("second", "figure", "")),
            "Software Developers: what holds. You say that one is higher. Farmington, NM has 131,190, "
            "Washington-Arlington-Alexandria, DC-VA-MD-WV 153,100: a gap of 21,910 dollars, with relative "
            "standard errors of 10.1 % and 1 %. Farmington, NM counts 50 jobs.",
            "1.96 × relative standard error × figure",
        ),
        plant(
            said(managers=("second", "beyond", "")),
            "Portland-Vancouver-Hillsboro, OR-WA 5,680: a gap of 2,780 jobs, with relative standard errors "
            "of 5.2 % and 25.3 %.",
        ),
    ],
    "PLACE-2": [
        plant(
            said(specialists=("unsure", "inside", "")),
            "Project Management Specialists: what holds. You say that it cannot be told. Dallas-Fort "
            "Worth-Arlington, TX has 105,030, Minneapolis-St. Paul-Bloomington, MN-WI 102,590: a gap of "
            "2,440 dollars",
        ),
        plant(
            said(analysts=("unsure", "few-jobs", "")),
            "a gap of 21,060 dollars, with relative standard errors of 1.1 % and 6.7 %.",
            "Neither a narrow gap nor few jobs make a comparison unsure",
        ),
    ],
    "PLACE-3": [
        plant(
            said(analysts=("first", "beyond", "")),
            "Computer Systems Analysts: what holds. It is the other way round: Pittsburgh, PA has 96,870, "
            "Pueblo, CO 117,930",
        ),
    ],
    "PLACE-4": [
        plant(
            said(others=("absent", "missing", "")),
            "Computer Occupations, All Other: what holds. What is compared here is published for both: "
            "Houston-Pasadena-The Woodlands, TX has 112,160",
            "Only a number of jobs is not.",
        ),
        plant(
            said(scientists=("first", "figure", "")),
            "Data Scientists: what holds. For Madison, WI the figure that is compared is not there.",
        ),
        plant(said(scientists=("unsure", "few-jobs", "")), "Not published is no zero"),
    ],
    "PLACE-5": [
        plant(
            said(developers=("unsure", "few-jobs", "")),
            "Software Developers: ground. What you say holds, and this is not why.",
            "Few jobs often go with a wide margin",
        ),
        plant(said(others=("second", "figure", "")), "Of two estimates one is always the higher"),
        plant(said(specialists=("first", "size", "")), "The size of a place is no measure"),
        plant(said(scientists=("absent", "inside", "")), "there is no gap"),
        plant(
            said(specialists=("first", "missing", "")), "Both figures that are compared here are published"
        ),
    ],
    "PLACE-6": [
        plant(
            said(analysts=("second", "beyond", "17,574")),
            "Computer Systems Analysts: margin. You have 17,574 dollars. That adds the margins of the "
            "two places up.",
        ),
        plant(
            said(developers=("unsure", "inside", "13,338")),
            "You have 13,338 dollars. That is the standard error of the gap; the margin is 1.96 times that.",
        ),
        plant(
            said(analysts=("second", "beyond", "2,089")),
            "That is the margin of Pittsburgh, PA alone.",
        ),
        plant(said(managers=("unsure", "inside", "2,500")), "You have 2,500 jobs. That is too little."),
        plant(said(managers=("unsure", "inside", "lots")), "margin. “lots” is no number of jobs"),
        plant(said(scientists=("absent", "missing", "500")), "There is no gap to have one"),
    ],
    "PLACE-7": [
        plant(
            said(),
            "All 6 are judged by what is published and how sure it is. A difference holds for Project "
            "Management Specialists, Computer Systems Analysts and Computer Occupations, All Other; it "
            "cannot be told for Computer and Information Systems Managers and Software Developers.",
            level="good",
        ),
    ],
}
