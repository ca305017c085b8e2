"""Responsibilities on a career ladder: how wide each one reaches, and whether it is about leading people.

Whose they are is made up: a firm that sells bookings, with one product line for hotels, one for airlines and
one for railways. The ladder of titles and years is a public one, and an illustration only.
"""

from __future__ import annotations

from dataclasses import dataclass

from tpm_kit.answers import Placements

SCOPES = {"feature": "Feature", "product": "Product", "line": "Product line", "portfolio": "Portfolio"}
"""What a responsibility reaches over, from narrow to wide."""
REACH = {
    "feature": "one part of a product",
    "product": "one product, all of it",
    "line": "several products that belong together",
    "portfolio": "all that the firm makes",
}
TRACKS = {"ic": "Individual contributor", "manager": "Manager"}
TRACK_NOTES = {"ic": "nobody reports to them", "manager": "others report to them"}
NOW, NEXT = "me-now", "me-next"
OWN = {
    NOW: "You: the widest thing that you answer for today",
    NEXT: "You: what you would like to answer for in two years",
}
"""The two cards that have no right place."""
LADDER = (
    "associate product manager 0 to 2 years, product manager 2 to 5 years, senior product manager 5 to 10 "
    "years, group or principal product manager 10 to 15 years, director of product 13 to 18 years; above it "
    "senior director, vice president and chief product officer"
)
"""Titles with the years of experience that one public ladder gives them."""
LADDER_SOURCE = "“Product Management Leveling Framework”, github.com/henryrbolden-henryai/henryai-app"


@dataclass(frozen=True)
class Duty:
    """A responsibility. `places` are the pairs (track, scope) where it fits, the first one first; `width` is
    the piece of the text that shows its scope, `people` the piece that shows its track."""

    id: str
    text: str
    places: tuple[tuple[str, str], ...]
    width: str
    people: str
    why: str
    title: str = ""
    """The job title that the text names, if it names one."""


DUTIES = (
    Duty(
        "export",
        "Decides which file formats the export of invoices offers first",
        (("ic", "feature"),),
        "the export of invoices",
        "",
        "An export is one part of a product, and nobody is led.",
    ),
    Duty(
        "group",
        "Hires and leads the product managers of all five hotel apps, and settles who gets the shared "
        "engineers",
        (("manager", "line"),),
        "all five hotel apps",
        "Hires and leads",
        "Five apps for one kind of customer are a product line, and their product managers report here.",
    ),
    Duty(
        "order",
        "Orders the whole backlog of the booking app and answers for its goal of the year; nobody reports "
        "to them",
        (("ic", "product"),),
        "the whole backlog of the booking app",
        "nobody reports to them",
        "The whole backlog of one app is one product, and the work is done without reports.",
    ),
    Duty(
        "money",
        "Splits the money of next year between hotels, airlines and railways, and leads the heads of all "
        "three",
        (("manager", "portfolio"),),
        "between hotels, airlines and railways",
        "leads the heads",
        "To divide between lines is to decide about all that the firm makes, and their heads report here.",
    ),
    Duty(
        "director",
        "Has the title Director of Product and looks after the loyalty points in the booking app, alone",
        (("ic", "feature"),),
        "the loyalty points in the booking app",
        "alone",
        "Loyalty points are one part of the app and nobody reports to them, whatever the title says.",
        "Director of Product",
    ),
    Duty(
        "shared",
        "Sets, without reports of their own, how all five hotel apps exchange bookings with one another",
        (("ic", "line"),),
        "all five hotel apps",
        "without reports of their own",
        "What binds all five apps is the line; it is decided by what somebody knows, not by whom they lead.",
    ),
    Duty(
        "two",
        "Sets the goals of two product managers, reviews their work and pay, and so answers for the booking "
        "app",
        (("manager", "product"),),
        "the booking app",
        "reviews their work and pay",
        "One app is one product. Whoever reviews work and pay is the manager of those two.",
    ),
    Duty(
        "search",
        "Answers, with no reports, for search, which is one part of the booking app and which every page "
        "uses",
        (("ic", "feature"), ("ic", "product")),
        "search",
        "with no reports",
        "Search is one part, and that makes it a feature; what every page uses moves the whole product.",
    ),
    Duty(
        "login",
        "Writes the acceptance criteria of one screen: signing in without a password",
        (("ic", "feature"),),
        "one screen",
        "",
        "One screen is a part of a product, and nobody is led.",
    ),
    Duty(
        "mentor",
        "Teaches the product managers of all five hotel apps to read designs; their manager is somebody else",
        (("ic", "line"),),
        "all five hotel apps",
        "their manager is somebody else",
        "Teaching is not managing: goals, reviews and pay are elsewhere. It reaches over the whole line.",
    ),
    Duty(
        "adviser",
        "Works out for the board, alone, which of all the markets of the firm to enter and which to leave",
        (("ic", "portfolio"),),
        "all the markets of the firm",
        "alone",
        "All markets of the firm is as wide as it gets, and nobody reports to them.",
    ),
    Duty(
        "only",
        "Is the only product manager of a firm that has one product, and decides where the firm goes with it",
        (("ic", "product"), ("ic", "portfolio")),
        "a firm that has one product",
        "the only product manager",
        "It is one product, and at the same time all that this firm makes.",
    ),
    Duty(
        "plain",
        "Has the title Product Manager and leads the heads of all three product lines",
        (("manager", "portfolio"),),
        "all three product lines",
        "leads the heads",
        "All three lines are all that the firm makes, and their heads report here, whatever the title says.",
        "Product Manager",
    ),
    Duty(
        "both",
        "Looks after the interface of all five hotel apps in person and leads the two who build upon it",
        (("manager", "line"), ("ic", "line")),
        "all five hotel apps",
        "in person and leads the two",
        "It is the width of a line. Half of it is done in person and half by leading, as small teams have "
        "it.",
    ),
)
TITLES = {duty.id: duty.text for duty in DUTIES} | OWN
"""What is to be placed, by id."""


def place_of(answer: Placements, id: str) -> tuple[str, str] | None:
    """Return where a card lies as (track, scope), or None while it lies in the tray or nowhere we know."""
    for place in answer.places:
        if place.id == id and place.row in TRACKS and place.column in SCOPES:
            return place.row, place.column
    return None


def placed(answer: Placements) -> list[tuple[Duty, str, str]]:
    """Return each responsibility that is placed, with its track and its scope."""
    found = ((duty, place_of(answer, duty.id)) for duty in DUTIES)
    return [(duty, *place) for duty, place in found if place]


def named(place: tuple[str, str]) -> str:
    """Return a place in words: "Product line, manager"."""
    track, scope = place
    return f"{SCOPES[scope]}, {TRACKS[track].casefold()}"
