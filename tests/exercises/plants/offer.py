"""Answers to the offer that the exercise brings along: the 25th percentile in Austin as base, two extras."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells
from tpm_kit.exercises.career.offer import EXERCISE

SAID = {cell: text for cell, (text, _) in EXERCISE.solution(BAKERY).items()}
"""Base 142,850; bonus 34,140, even chance; 173,840 of shares over four years: 203,380 in one year. The
percentiles there are 115,580, 142,850, 176,990, 220,450 and 291,790."""
HIGH = {
    "base_entry": "297,510",
    "total_entry": "358,040",
    "beside_entry": "297,510",
    "beside_kind": "above-90",
    "low_entry": "300k",
    "high_entry": "305k",
    "ground-2_kind": "other",
    "ground-2_entry": "A written offer of 305,000 dollars of base, from 2 October",
}
"""The same with the 90th percentile of the nation as base, which is above that of Austin."""


def said(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, called row_column (`ground1` is the first
    ground); "" blanks one."""
    cells = SAID | {
        cell.replace("ground1", "ground-1").replace("ground2", "ground-2").replace("_", ":"): text
        for cell, text in changed.items()
    }
    return Cells.of({cell: text for cell, text in cells.items() if text}).raw()


def plant(answer: dict[str, Any], level: str, *says: str, also: tuple[str, ...] = ()) -> Plant:
    """Return a plant."""
    return Plant(answer, level, says, frozenset(also))


SOUND = (BAKERY, said())
PLANTED = {
    "OFFER-1": [
        plant(
            said(place_entry="Xyzzyq"), "problem", "Place: what it says. “Xyzzyq” is no area of the table."
        ),
        plant(
            said(base_entry="plenty"),
            "problem",
            "Base: what it says. “plenty” is no sum; write it as 142,850",
        ),
        plant(
            said(base_kind="hour"),
            "problem",
            "“142,850” as dollars an hour makes 297,128,000 a year; check the unit.",
        ),
        plant(said(bonus_share="120"), "problem", "Bonus: how likely. “120” is no chance in percent"),
        plant(said(role_entry="TPM"), "problem", "Occupation: what it says. Nothing is asked for here"),
        plant(said(bonus_kind="percent"), "problem", "“34,140” is no percentage; write it as 10 %."),
    ],
    "SAL-1": [
        plant(
            said(base_entry="€142,850"),
            "problem",
            "Base: what it says. “€142,850” is not in US dollars, and the published figures are.",
            "Nothing is converted here",
        ),
    ],
    "OFFER-2": [
        plant(
            said(total_entry="333,760"),
            "problem",
            "Total of one year: what it says. 333,760 counts the whole grant of 173,840 in one year.",
        ),
        plant(
            said(total_entry="350,830"), "problem", "350,830 counts the whole grant of 173,840 in one year."
        ),
        plant(
            said(total_entry="220,450"),
            "problem",
            "220,450 counts the bonus in full, and you call it 50 % likely.",
        ),
        plant(
            said(equity_kind="yearly", equity_entry="43,460", equity_share="50"),
            "problem",
            "203,380 counts the equity in full, and you call it 50 % likely.",
            "Multiply one year of the equity by how likely it is.",
        ),
        plant(said(total_entry="159,920"), "problem", "159,920 leaves the equity out.", "one year of equity"),
        plant(said(total_entry="186,310"), "problem", "186,310 leaves the bonus out."),
        plant(
            said(total_entry="250,000"),
            "problem",
            "250,000 is not what base, bonus and one year of equity come to.",
        ),
    ],
    "OFFER-3": [
        plant(
            said(beside_entry="203,380", beside_kind="50-75"),
            "problem",
            "Set beside the range: what it says. 203,380 is the total; the base comes to 142,850 a year.",
            "base wages without bonus and equity",
        ),
        plant(
            said(beside_entry="160,000"),
            "problem",
            "160,000 is not the base; the base comes to 142,850 a year.",
        ),
    ],
    "OFFER-4": [
        plant(
            said(beside_kind="75-90"),
            "problem",
            "Set beside the range: where it lies. 142,850 in Austin-Round Rock-San Marcos, TX is put at",
        ),
        plant(said(beside_kind="unknown"), "problem", "is put at “cannot be said: not published”."),
        plant(
            said(**HIGH),
            "note",
            "297,510 is above the 90th percentile in Austin-Round Rock-San Marcos, TX, 291,790.",
            "nobody can read from this table",
        ),
    ],
    "OFFER-5": [
        plant(
            said(place_kind="remote-flat"),
            "caution",
            "Place: where the work is done. One rate is paid wherever you live, and it is set beside Austin",
            "median 176,990; in the nation it is 175,140.",
        ),
        plant(
            said(place_entry="US", ground1_entry="The median was 175,140 in May 2025."),
            "caution",
            "The work is done in one place, and it is set beside the United States as a whole, median "
            "175,140.",
        ),
        plant(
            said(place_entry="Oxnard", beside_kind="unknown"),
            "caution",
            "Place: what it says. No pay is published for this occupation in Oxnard-Thousand Oaks-Ventura, "
            "CA.",
        ),
        plant(
            said(place_kind="remote-place"), "note", "Pay follows the place, so this offer is one for Austin"
        ),
    ],
    "OFFER-6": [
        plant(
            said(low_entry="180,000"),
            "problem",
            "Ask for at least: what it says. The least, 180,000, is above the most, 176,990.",
        ),
        plant(
            said(low_entry="130,000"),
            "problem",
            "You would ask for 130,000, and 142,850 is on the table.",
        ),
        plant(
            said(low_entry="142,850", high_entry="142,850"),
            "caution",
            "Ask for at most: what it says. The most that you ask for, 142,850, is the base that is offered.",
        ),
    ],
    "OFFER-7": [
        plant(
            said(ground1_kind="need", ground1_entry="Because I need it"),
            "problem",
            "First ground: what it says. “Because I need it” is what you need.",
            "take what the payer can check",
        ),
        plant(
            said(ground2_kind="result", ground2_entry="My rent went up by 20 % since 2024"),
            "caution",
            "Second ground: what it says. “rent” speaks of what you need.",
        ),
        plant(
            said(ground1_entry="The median is 176,990."),
            "caution",
            "“The median is 176,990.” does not say the year of the figure.",
        ),
        plant(
            said(ground1_entry="Figures of 2025 say so"),
            "caution",
            "does not say which percentile it is.",
        ),
        plant(
            said(ground1_entry="The median was 179,690 in May 2025."),
            "caution",
            "names 179,690, which is not published for Computer and Information Systems Managers in Austin",
        ),
        plant(
            said(ground2_kind="result", ground2_entry="I am a passionate great fit"),
            "caution",
            "is a judgement and not evidence. Say what changed, by how much, and who saw it.",
        ),
        plant(
            said(ground2_kind="other", ground2_entry="Others pay me more"),
            "caution",
            "names no sum: an offer that nobody can read is a rumour.",
        ),
    ],
    "OFFER-8": [
        plant(
            said(high_entry="290,000"),
            "caution",
            "You ask for up to 290,000; the published figure in your ground is 176,990.",
        ),
        plant(
            said(high_entry="300,000"),
            "caution",
            "Ask for at most: what it says. 300,000 is above the 90th percentile in Austin-Round Rock-San "
            "Marcos, TX, "
            "291,790; your grounds: published pay.",
        ),
    ],
    "OFFER-9": [
        plant(
            said(),
            "good",
            "The base of 142,850 lies at the 25th percentile for Computer and Information Systems",
            "the total of 203,380 stands apart",
            "You ask for 159,920, at about the 38th percentile, between",
        ),
    ],
}
