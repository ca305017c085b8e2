"""The three invented people of 11.5, one for each way in, and what each line of their experience shows.

A line shows the skill group and the step of `skills` whose words it fulfils. A title, years or a course
fulfil no step of any group.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

NONE = "none"
"""The choice that a line proves no step of any group."""


class Line(NamedTuple):
    """A line of experience. `group` and `step` are what it shows; one that shows none has no step.

    `near` are groups that it touches as well; `says` is what a line without a step does say; `why` is the
    reason, `clue` where to look.
    """

    text: str
    group: str
    step: int | None
    why: str
    clue: str
    near: frozenset[str] = frozenset()
    says: str = ""


class Person(NamedTuple):
    """Somebody invented: their name, their way in, and the lines of their experience."""

    name: str
    way: str
    lines: tuple[Line, ...]


PEOPLE = {
    "marek": Person(
        "Marek Dunn",
        "computer science, then developer",
        (
            Line(
                "Degree in computer science; eleven years as a developer of warehouse software, the last "
                "four of them as a senior.",
                NONE,
                None,
                "A degree, years and a title: time spent, and no word of what was done in it.",
                "Which piece of work does it name?",
                says="a degree, years and a title",
            ),
            Line(
                "Weighed two ways of splitting the stock service with the other engineers, in cost, risk and "
                "weeks, and called the old bookings the hard part: they took nine of the twelve weeks.",
                "technical",
                3,
                "Two designs, weighed in cost, risk and time, and right about what was hard.",
                "How many designs were there, and did the forecast come true?",
            ),
            Line(
                "Laid down what counts as a late parcel; answers the weekly questions about it with queries "
                "of their own.",
                "data",
                2,
                "A measure defined, and usual questions answered with a query; no experiment yet.",
                "What was defined, and who writes the queries?",
                frozenset({"domain"}),
            ),
            Line(
                "When the stock service stood still: told the engineers where to look, sales which customers "
                "waited, and the customers what to do until it ran again.",
                "communication",
                2,
                "The same news for three kinds of people, so that each knew what to do. No two sides "
                "disagreed.",
                "What is the same in its three parts, and what differs?",
                frozenset({"technical", "leadership"}),
            ),
        ),
    ),
    "aisha": Person(
        "Aisha Cole",
        "product manager, degree in history",
        (
            Line(
                "Degree in history; six years as a product manager, now with “lead” in the title; holds a "
                "certificate as product owner.",
                NONE,
                None,
                "Years, a title and a certificate. Whom the title leads to what, it does not say.",
                "Which piece of work does it name?",
                says="a degree, years, a title and a certificate",
            ),
            Line(
                "Stopped the loyalty card after eleven interviews and a count of how often it was used, and "
                "defended before the board why it stays out.",
                "product",
                3,
                "Something that did not work was stopped, and leaving it out was defended with evidence.",
                "What became of the loyalty card, and what was that built on?",
                frozenset({"strategy", "data"}),
            ),
            Line(
                "Told sales and support six weeks ahead that the spring release would be late. The two "
                "wanted to name different dates to customers; both signed the one page that came of it.",
                "communication",
                3,
                "Bad news early, and one written decision of two sides that disagreed.",
                "When was it told, and what came of the quarrel?",
                frozenset({"leadership"}),
            ),
            Line(
                "Wrote this year's roadmap as four outcomes, each with a measure, such as the share of "
                "refunds paid within a day.",
                "strategy",
                2,
                "A roadmap of outcomes with a measure for each; options were not compared.",
                "Over what time does it look, and what is in it instead of features?",
                frozenset({"product", "data"}),
            ),
        ),
    ),
    "joan": Person(
        "Joan Petty",
        "support, self-taught beside it",
        (
            Line(
                "Five years in support for bookkeeping software; three online courses in the evenings, two "
                "in programming and one in databases.",
                NONE,
                None,
                "Years and courses: what somebody sat through. What they can do with it is not there.",
                "Which piece of work does it name?",
                says="years and courses",
            ),
            Line(
                "Found that part deliveries are booked twice, which the customers' own accountants had not "
                "noticed; sales has asked for advice before each of its last six offers to accountants.",
                "domain",
                3,
                "Found what the customers' experts had overlooked, and sales asks.",
                "Whose trade is it about, and who asks whom?",
            ),
            Line(
                "Followed one lost invoice through the system, from the form to the ledger, with an engineer "
                "who explained each part.",
                "technical",
                1,
                "One request, followed with an engineer's help; no risk was named before any planning.",
                "How many requests were followed, and with whom?",
            ),
            Line(
                "Wrote nine stories for the help pages; the product manager corrected them, and the two of "
                "them ranked them together.",
                "product",
                1,
                "Stories and a ranking, with somebody's help.",
                "Who stood beside the work?",
                frozenset({"communication"}),
            ),
        ),
    ),
}


def row_id(person: str, at: int) -> str:
    """Return the row of a line, `at` counted from 1."""
    return f"{person}-{at}"


def open_row(person: str) -> str:
    """Return the row in which is named what a person's lines leave open most."""
    return f"open-{person}"


def numbered() -> Iterator[tuple[str, str, Line]]:
    """Yield the row of each line of all people, what the feedback calls it, and the line."""
    for id, person in PEOPLE.items():
        for at, line in enumerate(person.lines, 1):
            yield row_id(id, at), f"{person.name}, line {at}", line
