"""The seven skill groups, what each step of a rating looks like, and what three roles ask for.

The first four groups are those that descriptions of the role name most; domain knowledge, leadership and
data are added. The steps and the targets are this course's own: nobody publishes an agreed scale, so they
are a beginning that the learner changes.
"""

from __future__ import annotations

from typing import NamedTuple

HIGHEST = 4
SCALE = {
    "0": "0 · not yet",
    "1": "1 · with help",
    "2": "2 · alone, usually",
    "3": "3 · hard cases",
    "4": "4 · others follow",
}
"""What the steps of a rating mean in any group."""
LIGHTEST, GRAVEST = 1, 3
IMPACT = (
    "1 little, somebody beside me covers it; 2 it slows me down or costs me trust; 3 I cannot do the role"
)
"""How much a gap would hold somebody back in the role."""


class Group(NamedTuple):
    """A skill group: its name, what belongs to it, and what somebody at each step from 0 to 4 does."""

    name: str
    note: str
    steps: tuple[str, str, str, str, str]


GROUPS = {
    "technical": Group(
        "Technical",
        "how it is built, what is feasible",
        (
            "Asks engineers what a change means, and passes on the answer.",
            "Follows one request through the system with an engineer's help.",
            "Draws the parts that a usual feature touches, and names its technical risks before planning.",
            "Weighs two designs with the engineers in cost, risk and time, and is right about what is hard.",
            "Technical questions of other teams come to them; others use their way of testing feasibility.",
        ),
    ),
    "product": Group(
        "Product fundamentals",
        "discovery, priorities, backlog, releases",
        (
            "Takes requests in the order in which they come.",
            "Writes stories and ranks a backlog with somebody's help.",
            "Finds a problem in interviews, ranks by a stated method, and ships a release on their own.",
            "Stops what does not work, and defends with evidence what is left out.",
            "Others copy how they discover, decide and follow up.",
        ),
    ),
    "communication": Group(
        "Communication",
        "writing, talking, listening across departments",
        (
            "Passes messages on as they come.",
            "Writes updates that somebody else corrects before they go out.",
            "Tells the same news to engineers, sales and customers so that each knows what to do.",
            "Brings bad news early, and gets two sides that disagree to one written decision.",
            "Others use their templates, and ask them before a difficult announcement.",
        ),
    ),
    "strategy": Group(
        "Strategic",
        "market, goals, choices over more than a release",
        (
            "Plans the next sprint.",
            "Can say which company goal a feature serves, when asked.",
            "Writes a roadmap of outcomes with a measure for each.",
            "Compares options with costs and assumptions, and has a large one stopped or begun for it.",
            "The direction of a product line goes back to what they wrote.",
        ),
    ),
    "domain": Group(
        "Domain knowledge",
        "the customers' trade, its rules and its words",
        (
            "Looks up the customers' words.",
            "Describes a customer's working day after sitting beside them.",
            "Names the rules and habits that decide whether a usual feature is of use.",
            "Finds what the customers' own experts have overlooked, and is asked by sales.",
            "Speaks for the product before experts or authorities of the trade.",
        ),
    ),
    "leadership": Group(
        "Leadership",
        "leading without being the boss, mentoring",
        (
            "Does their own part.",
            "Moderates a meeting that somebody else prepared.",
            "Leads one team to a decision, and says who decides what.",
            "Leads several teams through a conflict of interests to an end that holds.",
            "Has product managers whom they mentored and who now lead.",
        ),
    ),
    "data": Group(
        "Data",
        "measures, queries, experiments",
        (
            "Reads figures that others put on a slide.",
            "Reads a dashboard, and asks an analyst for the rest.",
            "Defines measures, and answers usual questions with a query or a sheet of their own.",
            "Plans an experiment with sample size and stopping rule, and decides by it.",
            "Others use their definitions; they find what a figure leaves out before it misleads.",
        ),
    ),
}


class Role(NamedTuple):
    """A role to aim at, with the rating that it asks for in each group as a beginning."""

    name: str
    targets: dict[str, int]


def _role(name: str, *targets: int) -> Role:
    return Role(name, dict(zip(GROUPS, targets, strict=True)))


ROLES = {
    "platform": _role("Technical PM, platform", 3, 3, 3, 2, 2, 2, 2),
    "data-product": _role("Technical PM, data or ML", 3, 3, 3, 2, 3, 2, 3),
    "lead": _role("Lead of technical PMs", 2, 4, 4, 3, 3, 4, 2),
}
PICKS = {"first": "First gap", "second": "Second gap", "third": "Third gap"}
"""The rows in which the learner names the gaps to close first."""
