"""What was read off for software developers in Austin: the figures are those of the published row."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells
from tpm_kit.exercises.career.pay_here_rows import cell_id

SAID = {
    "first:role": "15-1252",
    "first:area": "Austin",
    "first:low": "$104,000",
    "first:median": "134.12k",
    "first:high": "168 730",
    "first-basis:year": "May 2025",
    "first-basis:jobs": "31,960",
    "first-basis:error": "1.1 %",
    "first-basis:out": "extras",
}
DESIGNERS = {
    "second:role": "15-1255",
    "second:area": "Austin, TX",
    "second:low": "85,290",
    "second:median": "120",
    "second:high": "166,580",
    "second-basis:year": "2025",
    "second-basis:jobs": "1.1k",
    "second-basis:error": "2,9",
    "second-basis:out": "extras",
}
NATION = {
    "first:area": "US",
    "first:low": "105,210",
    "first:median": "135,980",
    "first:high": "171,980",
    "first-basis:jobs": "1,687,890",
    "first-basis:error": "0.4",
}


def said(*more: dict[str, str], **changed: str) -> dict[str, Any]:
    """Return the sound raw answer with more rows, and other texts in some cells of the first; an
    empty one blanks its cell."""
    cells = SAID | {cell: text for one in more for cell, text in one.items()}
    cells |= {cell_id("first", column): text for column, text in changed.items()}
    return Cells.of({cell: text for cell, text in cells.items() if text}).raw()


def plant(answer: dict[str, Any], *says: str, level: str = "problem") -> Plant:
    """Return a plant."""
    return Plant(answer, level, says)


SOUND = (BAKERY, said())
PLANTED = {
    "PAY-1": [
        plant(
            said(area="Portland"),
            "Role 1: area. “Portland” can be Portland-Vancouver-Hillsboro, OR-WA (metropolitan area) or "
            "Portland-South Portland, ME (metropolitan area). Write more of the name, or its state "
            "behind it.",
        ),
        plant(
            said(area="New York"),
            "“New York” can be New York (state) or New York-Newark-Jersey City, NY-NJ (metropolitan area). "
            "For the state write NY; for the city, its whole name.",
        ),
        plant(
            said(area="Bostn"),
            "“Bostn” is no area of the table. Did you mean Boston-Cambridge-Newton, MA-NH (metropolitan "
            "area)?",
        ),
        plant(
            said(area="Alaska"),
            "Role 1: area. BLS releases no pay for Software Developers in Alaska (state).",
            "Not published is no zero.",
            "Take the nation (US)",
        ),
        plant(
            said(area="Missoula, MT"),
            "BLS releases no pay for Software Developers in Missoula, MT (metropolitan area).",
            "Take the state (MT), and say so when you use it.",
        ),
        plant(
            said({cell.replace("first", "third"): text for cell, text in SAID.items()}),
            "Role 3: occupation. It asks for what Role 1 has already, Software Developers there.",
        ),
    ],
    "SAL-1": [
        plant(said(year="2026"), "Role 1: year. You have 2026; these figures are of another year."),
        plant(said(year="25"), "Role 1: year. “25” is no year of these estimates"),
        plant(
            said(low="€104,000"),
            "Role 1: 25th percentile. “€104,000” is in another currency; the table is in US dollars",
        ),
        plant(
            said(NATION, median="133,080"),
            "Role 1: median. You have “133,080”. That is the figure of May 2024.",
        ),
    ],
    "SAL-2": [
        plant(
            said(median="136,365"),
            "Role 1: median. You have “136,365”. That is the midpoint between the 25th and the 75th "
            "percentile.",
        ),
        plant(said(median="153k"), "That is the midpoint between the 10th and the 90th percentile."),
    ],
    "PAY-2": [
        plant(said(median="143,630"), "Role 1: median. You have “143,630”. That is the mean."),
        plant(said(low="96,110"), "You have “96,110”. That is the 10th percentile.", "The usual range"),
        plant(said(high="209,890"), "You have “209,890”. That is the 90th percentile."),
        plant(said(median="168,730"), "That is the 75th percentile."),
        plant(said(median="64.48"), "Role 1: median. You have “64.48”. 64.48 is pay an hour.", "2,080 hours"),
        plant(said(low="$50/h"), "50 is pay an hour."),
        plant(said(median="132,150"), "That is the figure of Texas.", "Take the row of Austin-Round Rock"),
        plant(said(median="135,980"), "That is the figure of the United States."),
        plant(said(median="104,590"), "That is the figure of Computer Systems Analysts."),
        plant(said(low="114,754"), "That is prevailing wage level II."),
        plant(
            said(high="239,200"),
            "239,200 is where the figures of May 2022 to 2024 were cut off.",
            "is no maximum",
        ),
        plant(said(high="at least 168,730"), "It says “at least”, and the table has a figure there."),
        plant(said(low="104,500"), "It is close to the published 25th percentile, and is not it."),
        plant(said(high="190,000"), "You have “190,000”. It lies above the published 75th percentile"),
        plant(said(median="120-140k"), "“120-140k” is no single figure"),
    ],
    "PAY-3": [
        plant(
            said(jobs="1,687,890"),
            "Role 1: jobs. You have 1,687,890; that is the number of jobs in the whole nation.",
        ),
        plant(said(jobs="31.96"), "You have 31.96; it is out by a factor of a thousand."),
        plant(said(jobs="30,000"), "You have 30,000; the published number of jobs is larger."),
        plant(said(jobs="not published"), "You say that none is published; the table has one."),
        plant(
            said(error="3.6 %"),
            "Role 1: standard error. You have 3.6 %; that is the error of the number of jobs, not of "
            "the pay.",
        ),
        plant(said(error="1,580"), "You have 1,580, which is the error in dollars"),
        plant(said(error="0.5"), "You have 0.5 %; the published standard error is larger."),
        plant(
            said(
                area="Farmington",
                low="101,830",
                median="113,780",
                high="157,220",
                jobs="50",
                error="10.1",
            ),
            "Role 1: standard error. These figures stand on 50 jobs, and the mean may be off by 20 % or "
            "25,970 dollars either way.",
            level="note",
        ),
    ],
    "PAY-4": [
        plant(said(out="nothing"), "Role 1: left out. It is base pay."),
        plant(said(out="taxes"), "It is gross pay, before taxes"),
        plant(said(out="self"), "annual bonus and equity are not in it either"),
        plant(said(out="adverts"), "Employers report what they pay in jobs that are filled"),
    ],
    "PAY-5": [
        plant(
            said(DESIGNERS),
            "Role 2: occupation. Of the visa filings for Technical Product Managers none named Web and "
            "Digital Interface Designers.",
            level="note",
        ),
        plant(
            said(
                role="15-1299",
                area="Washington, DC",
                low="126,160",
                median="156,640",
                high="175,720",
                jobs="not published",
                error="1.2",
            ),
            "Computer Occupations, All Other is what 50 % of the visa filings for Technical Product "
            "Managers named.",
            level="note",
        ),
    ],
    "PAY-6": [
        plant(
            said(NATION),
            "Software Developers, United States: pay, year, jobs and standard error are as published",
            level="good",
        ),
    ],
}
