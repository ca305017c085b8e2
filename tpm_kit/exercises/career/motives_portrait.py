"""Dana Whitlock, an invented product manager with an offer: what is known of both jobs, and seven motives.

The five kinds of motive and the four places are this course's own way of sorting them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

WHO = "Dana Whitlock"
WORK, AWAY, PAY, STANDING, HEARSAY = "work", "away", "pay", "standing", "hearsay"
ONLY, HERE, NEITHER, NOTHING = "only", "here", "neither", "nothing"


class Kind(NamedTuple):
    """A kind of motive: its name among others, what makes it one, and what words of another kind lack."""

    name: str
    means: str
    lacks: str


KINDS = MappingProxyType(
    {
        WORK: Kind(
            "the work",
            "It names something to do or to learn, of which one wants more.",
            "name nothing that somebody would do or learn in the new job",
        ),
        AWAY: Kind(
            "away from here",
            "It names only what is to stop. It would draw to any job without it.",
            "name nothing that is to stop",
        ),
        PAY: Kind("pay", "It names what is paid: base, bonus, shares.", "name nothing that is paid"),
        STANDING: Kind(
            "standing",
            "It names how one looks to others: a title, a rank, a name on a card.",
            "name no title and no rank",
        ),
        HEARSAY: Kind(
            "hearsay",
            "It names what is said in general, and nobody has looked whether it is so.",
            "repeat nothing that people say in general",
        ),
    }
)
WHERES = MappingProxyType(
    {ONLY: "only there", HERE: "here as well", NEITHER: "in neither", NOTHING: "nothing known"}
)
"""Where something could be had: only in the other job, in the present one too, in neither, or not known."""
NOW = MappingProxyType(
    {
        "A": "Four architects settle how the interfaces to laboratories behave. Product managers are not in "
        "these talks, and the head of engineering says that it will stay so.",
        "B": "Code and logs are open to everybody in the firm. A lead engineer has offered Dana an hour a "
        "week to read them together.",
        "C": "Once a product is released, another team looks after it. That was so for six years, and nobody "
        "plans to change it.",
        "D": "The ladder has a senior step for product managers. Dana's review in May says that two of its "
        "three points are met, and which one is open.",
        "E": "In six of the last ten fortnights the head of product changed the priorities in the middle.",
        "F": "Pay is talked about each January. Dana has never looked up what to ask for.",
    }
)
"""What is known of the present job, by mark."""
THERE = MappingProxyType(
    {
        "G": "The technical product manager is in all design talks of two interfaces, and decides with the "
        "engineers what they promise.",
        "H": "Whoever begins reads the code with an engineer, two mornings a week for the first quarter.",
        "I": "The team that builds a product looks after it for as long as it is sold, at night as well.",
        "J": "The post is called Senior Technical Product Manager.",
        "K": "The founder sets the priorities. Somebody who works there says that they changed in seven of "
        "the last ten fortnights, in the middle.",
        "L": "The advert names no pay. The recruiter says that the firm pays well.",
    }
)
"""What is known of the job on offer, by mark."""


class Told(NamedTuple):
    """What is known of one job about a motive: the mark of the statement, and whether it could be had there;
    None where the statement, or the lack of one, leaves that open."""

    mark: str
    had: bool | None


class Motive(NamedTuple):
    """One motive: its title, how it is said, its kind, and what is told of it in both jobs."""

    title: str
    says: str
    kind: str
    why: str
    """Why it is of that kind."""
    now: Told
    there: Told
    open: str = ""
    """What the statements leave open, where they do."""

    @property
    def where(self) -> str:
        """Where it could be had, by the statements."""
        if self.now.had is None or self.there.had is None:
            return NOTHING
        if self.now.had:
            return HERE
        return ONLY if self.there.had else NEITHER


MOTIVES = MappingProxyType(
    {
        "design": Motive(
            "Interfaces",
            "“My best days are those on which I settle with engineers how an interface behaves. I want more "
            "of them.”",
            WORK,
            "Dana names a kind of day, and wants more of it.",
            Told("A", False),
            Told("G", True),
        ),
        "pay": Motive(
            "Earning more",
            "“I would earn more there.”",
            PAY,
            "It names what is paid, and no work.",
            Told("F", None),
            Told("L", None),
            "F and L name no sum, neither for the present job nor for the other one",
        ),
        "code": Motive(
            "Reading code",
            "“I want to learn to read the code that my product runs on.”",
            WORK,
            "It names something to learn, for its own sake.",
            Told("B", True),
            Told("H", True),
        ),
        "priorities": Motive(
            "Priorities",
            "“I can't bear it any longer that priorities change in the middle of a fortnight.”",
            AWAY,
            "It names only what is to stop.",
            Told("E", False),
            Told("K", False),
        ),
        "senior": Motive(
            "Senior",
            "“I would like to be called senior at last, as my former colleagues are.”",
            STANDING,
            "It names a title, and what others have.",
            Told("D", True),
            Told("J", True),
        ),
        "demand": Motive(
            "The future",
            "“Everybody says that the technical ones are safe, and that the others won't be needed in five "
            "years.”",
            HEARSAY,
            "It names what everybody says; nobody has counted anything.",
            Told("", None),
            Told("", None),
            f"none of {min(NOW)} to {max(THERE)} says which of the two jobs is safer",
        ),
        "years": Motive(
            "After the release",
            "“I want to run a product for years after its release, and see what becomes of my decisions.”",
            WORK,
            "It names work that goes on for years.",
            Told("C", False),
            Told("I", True),
        ),
    }
)
"""The motives by id, in the order in which they are asked about."""
