"""Robin Vale, an invented product manager, and the eight signs that the work becomes technical.

The signs are those of the domain reference, section 11. The steps of each are a scale of this course.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from tpm_kit.exercises.career.checklist import Factor

WHO = "Robin Vale"
NONE = "none"
"""The choice that nothing in the portrait shows it."""
INDICATORS: tuple[Factor, ...] = (
    Factor(
        "projects",
        "More technical project work",
        (
            "None of the pieces of work carried this year is technical (an interface, a migration, a "
            "platform).",
            "Fewer than half of them are.",
            "Half of them or more are.",
            "All are but one or two.",
        ),
        "technical project work",
    ),
    Factor(
        "engineers",
        "More frequent contact with engineers",
        (
            "At the meetings of the sprint only.",
            "Once or twice a week besides them, to ask for news.",
            "On most days, about single pieces of work.",
            "On most days, and engineers ask them in when something is being designed.",
        ),
        "contact with engineers",
    ),
    Factor(
        "risk",
        "Work on technical risks",
        (
            "Names no technical risk.",
            "Names some when asked.",
            "Keeps a list of them together with an engineer.",
            "Keeps it alone, follows each, and can show some that were averted.",
        ),
        "technical risks",
    ),
    Factor(
        "requirements",
        "Writing technical requirements",
        (
            "Writes wishes; engineers turn them into requirements.",
            "Passes on a limit that an engineer has named.",
            "Writes them with an engineer beside them.",
            "Writes measurable ones alone, and engineers build from them as they stand.",
        ),
        "technical requirements",
    ),
    Factor(
        "feasibility",
        "Feasibility studies",
        (
            "Has had no part in one.",
            "Has taken part in one.",
            "Has drawn up one with an engineer.",
            "Draws them up: question, trial, result, and what was decided on it.",
        ),
        "feasibility studies",
    ),
    Factor(
        "vision",
        "Vision checked against what is technically possible",
        (
            "The vision was written without asking anybody who would build it.",
            "It was shown to engineers afterwards.",
            "Single statements in it were checked with engineers and changed.",
            "Each statement in it names what it needs technically and who said that it can be done.",
        ),
        "the check of the vision",
    ),
    Factor(
        "leading",
        "Leading larger technical projects",
        (
            "Has led none, and no part of one.",
            "Has led a part of one.",
            "Has led one whole, with a lead engineer beside them.",
            "Has led several, across teams, to the end.",
        ),
        "leading technical projects",
    ),
    Factor(
        "mentoring",
        "Mentoring other product managers technically",
        (
            "Nobody asks.",
            "Answers a question now and then.",
            "Reads technical work of others when they bring it.",
            "Teaches on a plan, and the work of those taught shows it.",
        ),
        "technical mentoring",
    ),
)


class Fact(NamedTuple):
    """A statement about the product manager.

    `about` is the indicator that it shows, and `shows` the score it shows there; a statement that shows none
    has no score, and `why` says why not. `sounds` marks one that only sounds technical.
    """

    text: str
    about: str = ""
    shows: int | None = None
    why: str = ""
    sounds: bool = False


FACTS = MappingProxyType(
    {
        "A": Fact(
            "Robin has looked after booking software for small hotels for four years, and has a degree in "
            "tourism.",
            why="It says where Robin comes from, and not what Robin does now.",
        ),
        "B": Fact(
            "Of the nine pieces of work that Robin carried this year five were technical: two interfaces to "
            "travel agents, a new payment provider, a move of old bookings to another database, and a faster "
            "search.",
            "projects",
            2,
        ),
        "C": Fact(
            "Robin has built all the charts in the team's tracker and knows its query language better than "
            "anybody.",
            why="It is skill with a tool of the office. The product has become no other by it.",
            sounds=True,
        ),
        "D": Fact(
            "Robin is with the engineers from Monday to Thursday; they asked Robin into 14 of their last 16 "
            "design talks.",
            "engineers",
            3,
        ),
        "E": Fact(
            "The list of what can go wrong technically has been kept by Robin and the lead engineer together "
            "since March: eleven lines, each with an owner.",
            "risk",
            2,
        ),
        "F": Fact(
            "Robin's slides on where the product is to be in three years call it “an event-driven platform "
            "with intelligence at its core”. No engineer saw them before the board did.",
            why="The words are technical, and nothing behind them was checked with anybody who would build "
            "it.",
            sounds=True,
        ),
        "G": Fact(
            "The last four requirements for speed and load are Robin's own, each with a figure; all four "
            "were built as they stood.",
            "requirements",
            3,
        ),
        "H": Fact(
            "In the change of the payment provider Robin led one part of four, the tests with hotels; the "
            "head of engineering led the whole.",
            "leading",
            1,
        ),
        "I": Fact(
            "Robin has finished a course on machine learning of 40 hours and reads two technical "
            "newsletters.",
            why="It is something learnt. What Robin has done with it the text does not say.",
            sounds=True,
        ),
        "J": Fact(
            "Two newer product managers bring Robin their drafts of requirements for interfaces, about one a "
            "week, to be read.",
            "mentoring",
            2,
        ),
        "K": Fact(
            "Hotels rate the product 4.4 of 5; a year ago it was 4.1.",
            why="It speaks for the product, and not for technical work.",
        ),
    }
)
"""The statements by their marks."""
SHOWN = MappingProxyType({fact.about: mark for mark, fact in FACTS.items() if fact.about})
"""The mark of the statement that shows an indicator; none for those of which the portrait says nothing."""

ZERO = MappingProxyType({"vision": "F"})
"""Statements that describe step 0 of an indicator; to choose one is as right as to find nothing."""


def right_score(indicator: str) -> int:
    """Return the score that the portrait shows."""
    mark = SHOWN.get(indicator)
    return (FACTS[mark].shows or 0) if mark else 0
