"""The seven statements of 11.3: who says it, what is said, what the tables say, and what is wrong with it.

The speakers are made up, and their figures are published ones (`range_figures`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tpm_kit.exercises.career.range_figures import CEILING_2022, figure, sum_of

SOUND = "sound"
VERDICTS = {
    SOUND: "It holds as it stands",
    "undated": "No date or no source",
    "currency": "Two currencies set equal",
    "midpoint": "A midpoint called median",
    "average": "An average taken for the median",
    "listing": "Adverts taken for pay",
    "ceiling": "The ceiling of a table taken for a maximum",
    "total": "Base wages set against total pay",
    "level": "A legal wage level taken for a job level",
    "sponsors": "Visa filings taken for the market",
}
"""What can be said of a statement, by id."""
MIDPOINT = (figure("low") + figure("high")) // 2
SYSTEMS = "computer and information systems managers"


@dataclass(frozen=True)
class Statement:
    """One statement. `right` and `also` are the verdicts that hold, the first one being the main one; `facts`
    is what the tables say, `source` whose citation stands below it; `clue` is where to look."""

    id: str
    title: str
    text: str
    right: str
    facts: tuple[tuple[str, str], ...]
    source: str
    why: str
    clue: str
    also: tuple[str, ...] = ()
    denies: Mapping[str, str] | None = None
    """What speaks against a verdict, by its id, where the statement has something of its own to say."""
    known: tuple[int, ...] = ()
    """The sums of money that a question about it may name."""
    worked: str = ""
    """A sound answer in the second column."""

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The verdicts that hold."""
        return (self.right, *self.also)


STATEMENTS: dict[str, Statement] = {
    one.id: one
    for one in (
        Statement(
            "talk",
            "A talk",
            f"Technical product managers earn {sum_of('filed')} dollars in the median.",
            "undated",
            (
                (
                    "In the tables",
                    f"{sum_of('filed')} is the median of {figure('filings')} filings for visas",
                ),
                ("Who is in it", "employers that sponsor visas; the lower end of each wage offered"),
                ("Decided", "very likely October to December 2023, and the copy is not certain about it"),
                ("Official figure", "none: the title is no occupation of the official statistics"),
            ),
            "lca",
            "Whoever repeats it cannot say whether it is old, or whom it is about.",
            "Read it as somebody would who was not in the room: could they look it up?",
            also=("sponsors",),
            known=(figure("filed"),),
            worked="From which year is that figure, and what is its source: who was counted?",
        ),
        Statement(
            "munich",
            "A mail from Munich",
            f"Software developers in the United States have a median of {sum_of('developers')} (BLS OEWS, "
            f"May 2025), so {sum_of('developers')} euros is fair for the same job here.",
            "currency",
            (
                ("In the table", f"median {sum_of('developers')} US dollars a year, base wages"),
                ("Who is in it", "employees in the United States, and nobody in Germany"),
            ),
            "oews",
            "The same digits in another currency are another sum, and in another country another market.",
            "Say each of its two sums aloud with everything that belongs behind a number.",
            known=(figure("developers"),),
            worked=f"{sum_of('developers')} is in US dollars. What do figures in euros from Germany say, and "
            "from when?",
        ),
        Statement(
            "sheet",
            "A spreadsheet",
            f"{SYSTEMS.capitalize()}, United States, May 2025 (BLS OEWS): {sum_of('low')} to "
            f"{sum_of('high')} dollars from the 10th to the 90th percentile, so the median is {MIDPOINT:,}.",
            "midpoint",
            (
                (
                    "In the table",
                    f"10th percentile {sum_of('low')}, 50th {sum_of('median')}, 90th {sum_of('high')}; mean "
                    f"{sum_of('mean')}",
                ),
            ),
            "oews",
            "A budget or an offer that is built on it is off by the whole difference.",
            "Work out its last figure yourself from the two before it, and look for it in the table.",
            known=(figure("low"), figure("median"), figure("high"), figure("mean"), MIDPOINT),
            worked=f"The median is {sum_of('median')} dollars (BLS OEWS, United States, May 2025); "
            f"{MIDPOINT:,} is only the midpoint of the two ends.",
        ),
        Statement(
            "blog",
            "A blog",
            "In the summer of 2022 technical product managers in the United States were paid between "
            f"{sum_of('listed-low')} and {sum_of('listed-high')} dollars (Glassdoor, more than 2,000 roles, "
            "July and August 2022).",
            "listing",
            (
                ("What it is", "the two ends of what listings named; not percentiles, and not checked again"),
                ("Official figure", "none: the title is no occupation of the official statistics"),
            ),
            "glassdoor",
            "It is history by now, and it was never what people had in their accounts.",
            "Ask where each of the two figures was written down, and by whom: before somebody was hired, or "
            "after?",
            denies={"undated": "It names July and August 2022, and Glassdoor; old is not undated."},
            known=(figure("listed-low"), figure("listed-high")),
            worked="These are ends of listings of July and August 2022. What were people paid who took such "
            "jobs, in percentiles?",
        ),
        Statement(
            "slide",
            "A slide",
            f"No {SYSTEMS.removesuffix('s')} in the United States earns more than {CEILING_2022:,} dollars: "
            "that is the 90th percentile (BLS OEWS, May 2022).",
            "ceiling",
            (
                (
                    "In the table",
                    f"May 2022: 75th percentile {sum_of('p75-2022')}; at the 90th it prints #, which meant "
                    f"{CEILING_2022:,} or more",
                ),
                ("Later", f"May 2025: 90th percentile {sum_of('high')}"),
            ),
            "oews-trend",
            "One in ten earns at least the 90th percentile, and this one was not even printed.",
            "Look at what the table prints in that cell, and what the sign means.",
            known=(figure("p75-2022"), CEILING_2022, figure("high")),
            worked=f"The 90th percentile of May 2022 was not published: it was {CEILING_2022:,} dollars or "
            "more.",
        ),
        Statement(
            "letter",
            "An offer letter",
            f"The package of base, bonus and shares comes to {sum_of('mean')} dollars a year. Half of all "
            f"{SYSTEMS} in the United States get less (BLS OEWS, May 2025: {sum_of('mean')} dollars).",
            "total",
            (
                ("In the table", f"mean {sum_of('mean')}, median {sum_of('median')}"),
                ("What is in it", "base wages; no bonus and no equity"),
            ),
            "oews",
            "The offer looks better than it is, and the difference is found out after the contract is "
            "signed.",
            "List what is in the first sum, and what is in the second.",
            also=("average",),
            known=(figure("mean"), figure("median")),
            worked=f"How much of it is base? That is what goes beside the median of {sum_of('median')}.",
        ),
        Statement(
            "memo",
            "A memo",
            f"For {SYSTEMS} in Austin the legal floor of wage level III is {sum_of('level-3')} dollars a "
            "year (U.S. Department of Labor, OFLC, July 2025 to June 2026). It is set by a formula for visa "
            "filings, and does not say what people of any job level earn there.",
            SOUND,
            (
                (
                    "In the table",
                    f"level III {sum_of('level-3')}; the level is a floor, evenly spaced by formula",
                ),
                ("Beside it", f"BLS OEWS, May 2025, Austin: median {sum_of('austin')}"),
            ),
            "oflc",
            "Who doubts everything is as little help as who doubts nothing.",
            "Go through what is asked of a figure of pay one by one: when, who, where, which figure, what is "
            "in it.",
            denies={
                "level": "It says itself that the level is a floor set by a formula, and no job level.",
                "sponsors": "It speaks of the floor for visa filings, and does not call it the market.",
            },
        ),
    )
}
DENIALS = {
    SOUND: "It does not hold as it stands.",
    "undated": "It says where its figure is from, and of when.",
    "currency": "Its sums are all in dollars.",
    "midpoint": "It calls no midpoint a median.",
    "average": "It takes no average for a median.",
    "listing": "Its figures are not from adverts.",
    "ceiling": "None of its figures is where a table stops printing.",
    "total": "It sets no package beside base wages.",
    "level": "It takes no legal wage level for a job level.",
    "sponsors": "Its figures are not from visa filings.",
}


def denial(statement: Statement, verdict: str) -> str:
    """Return what speaks against a verdict that does not hold."""
    return (statement.denies or {}).get(verdict, DENIALS[verdict])
