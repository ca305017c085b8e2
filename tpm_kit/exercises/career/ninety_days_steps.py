"""What a plan of 90 days is made of: nine steps for each skill group, with hours and what is left of them.

They are this course's own, written for any product. The four stages are those by which people come to
technical product work: choose an area, learn how it is built, practise or watch from near, stay current.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from tpm_kit.exercises.career.skills import GROUPS

STAGES = {
    "choose": "choose the area",
    "learn": "learn how it is built",
    "practise": "practise or shadow",
    "current": "stay current",
}
CHOOSE, READ, COURSE, SHADOW, PRACTISE = "choose", "read", "course", "shadow", "practise"
BUILD, PUBLISH, FEEDBACK, FOLLOW = "build", "publish", "feedback", "follow"
KINDS = {
    CHOOSE: "choose",
    READ: "read",
    COURSE: "course",
    SHADOW: "shadow",
    PRACTISE: "practise",
    BUILD: "build",
    PUBLISH: "publish",
    FEEDBACK: "ask for feedback",
    FOLLOW: "follow",
}
"""The kinds of steps, as a card shows them."""
LEARNING = (READ, COURSE)
DOING = (PRACTISE, BUILD)
SHOWING = (PUBLISH, FEEDBACK)
_STAGE_OF = {
    CHOOSE: "choose",
    READ: "learn",
    COURSE: "learn",
    SHADOW: "practise",
    PRACTISE: "practise",
    BUILD: "practise",
    FOLLOW: "current",
}


class Step(NamedTuple):
    """One step towards closing a gap. `artefact` is what can be shown afterwards, "" for nothing."""

    group: str
    kind: str
    title: str
    hours: int
    artefact: str

    @property
    def id(self) -> str:
        """The id of its card."""
        return f"{self.group}-{self.kind}"

    @property
    def stage(self) -> str:
        """Which of the four stages it belongs to; "" for what shows work to others."""
        return _STAGE_OF.get(self.kind, "")


_STEPS: dict[str, tuple[tuple[str, str, int, str], ...]] = {
    "technical": (
        (CHOOSE, "Choose one system that your next two features pass through", 1, "a line on why this one"),
        (READ, "Read how that system is built", 3, "a drawing of one request on one page"),
        (COURSE, "Take a course on APIs and databases", 8, ""),
        (
            SHADOW,
            "Sit beside an engineer for two changes, from ticket to release",
            4,
            "notes: what took long",
        ),
        (
            PRACTISE,
            "Write the acceptance criteria of an interface, errors included",
            4,
            "the reviewed criteria",
        ),
        (BUILD, "Build a small client that calls your own API", 8, "the code, with a page on how to run it"),
        (
            PUBLISH,
            "Explain one technical trade-off to colleagues in writing",
            3,
            "the page that you sent round",
        ),
        (FEEDBACK, "Ask the tech lead what your drawing has wrong", 1, "the corrected drawing"),
        (
            FOLLOW,
            "Follow the release notes of what the system stands on",
            2,
            "a list of changes that matter to you",
        ),
    ),
    "product": (
        (
            CHOOSE,
            "Choose one feature that nobody has looked at since its release",
            1,
            "a line on what it was for",
        ),
        (
            READ,
            "Read a framework through, such as Pragmatic Marketing or SiriusDecisions",
            4,
            "a page: what we do of it",
        ),
        (COURSE, "Take a course on discovery and prioritisation", 8, ""),
        (SHADOW, "Sit in on three customer interviews that somebody else leads", 3, "notes by participant"),
        (PRACTISE, "Lead three interviews about one problem", 5, "findings, counted by participant"),
        (
            BUILD,
            "Build a clickable draft of one idea and test it with five people",
            7,
            "the draft, and what they did",
        ),
        (PUBLISH, "Write down one product decision, with what was left out", 2, "the decision record"),
        (
            FEEDBACK,
            "Ask two colleagues which of your priorities they would change",
            1,
            "their answers in writing",
        ),
        (FOLLOW, "Follow the release notes of two competitors", 2, "a list: what changed, and for whom"),
    ),
    "communication": (
        (CHOOSE, "Choose one audience that often misses what you tell it", 1, "a line on what was missed"),
        (READ, "Read five of your own messages as that audience would", 2, "the five, unclear places marked"),
        (COURSE, "Take a course on writing for readers from other trades", 6, ""),
        (SHADOW, "Watch somebody lead a hard conversation", 2, "notes: what was said when"),
        (PRACTISE, "Rewrite one release note for engineers, sales and customers", 4, "the three versions"),
        (BUILD, "Build a one-page status that replaces a meeting", 5, "the page, used twice"),
        (
            PUBLISH,
            "Give a talk of fifteen minutes to another department",
            4,
            "the slides, and the questions asked",
        ),
        (FEEDBACK, "Ask three readers what they would do after reading you", 1, "their three answers"),
        (FOLLOW, "Follow one product whose announcements you find clear", 1, ""),
    ),
    "strategy": (
        (
            CHOOSE,
            "Choose one company goal that your product should move",
            1,
            "a line: goal, measure, value today",
        ),
        (
            READ,
            "Read the last two yearly plans and what became of them",
            4,
            "a table: planned, done, why not",
        ),
        (COURSE, "Take a course on strategy and pricing", 8, ""),
        (SHADOW, "Sit in on a planning round of the management", 3, "notes: which arguments decided"),
        (PRACTISE, "Work out three options for one decision, with costs and assumptions", 5, "two pages"),
        (
            BUILD,
            "Build a sheet that says what one option would bring",
            6,
            "the sheet, every assumption named",
        ),
        (PUBLISH, "Propose one option to those who decide", 3, "the proposal, and what they said"),
        (
            FEEDBACK,
            "Ask somebody from sales or finance to attack your options",
            1,
            "a list of what did not hold",
        ),
        (FOLLOW, "Follow two competitors and one regulator", 2, "three lines a month"),
    ),
    "domain": (
        (
            CHOOSE,
            "Choose one task of the customers that your product touches daily",
            1,
            "a line on why this one",
        ),
        (READ, "Read the rules and standards that bind it", 4, "a page: which rule binds which feature"),
        (COURSE, "Take an introductory course on the trade", 6, ""),
        (SHADOW, "Sit beside a customer for a working day", 7, "notes of the day, with times"),
        (
            PRACTISE,
            "Do the customers' task yourself from beginning to end",
            3,
            "the steps, and where it stuck",
        ),
        (
            BUILD,
            "Build a glossary with the people who use the words",
            5,
            "the glossary, agreed by two of them",
        ),
        (PUBLISH, "Explain one rule of the trade to the engineers", 2, "the page, and their questions"),
        (FEEDBACK, "Ask an expert of the trade what you have wrong", 1, "the corrected notes"),
        (FOLLOW, "Follow a journal of the trade", 2, ""),
    ),
    "leadership": (
        (
            CHOOSE,
            "Choose one decision that is stuck between two teams",
            1,
            "a line: who wants what, since when",
        ),
        (
            READ,
            "Read up who decides what in your company, and where it is written",
            3,
            "a table of who decides what",
        ),
        (COURSE, "Take a course on facilitating and giving feedback", 6, ""),
        (
            SHADOW,
            "Watch somebody lead people who do not report to them",
            3,
            "notes: what they did before and after",
        ),
        (PRACTISE, "Lead the stuck decision to an end", 4, "the decision, with reasons and dissent"),
        (BUILD, "Build a working agreement with the two teams", 4, "the agreement that both signed"),
        (PUBLISH, "Write a post-mortem without blame", 2, "the post-mortem"),
        (FEEDBACK, "Ask five people what you should stop doing and what go on with", 2, "what you change"),
        (FOLLOW, "Meet another lead once a month and compare notes", 3, ""),
    ),
    "data": (
        (
            CHOOSE,
            "Choose one question that the team answers by opinion",
            1,
            "the question, and who wants to know",
        ),
        (READ, "Read where your figures come from, from the click to the chart", 3, "a drawing of that path"),
        (COURSE, "Take a course on SQL and statistics", 8, ""),
        (SHADOW, "Sit beside an analyst while a question is answered", 3, "notes: each step and its trap"),
        (PRACTISE, "Answer your question with a query of your own", 5, "the query, and what came out"),
        (BUILD, "Build a dashboard of three measures with their definitions", 6, "the dashboard"),
        (PUBLISH, "Write up one experiment: expected, seen, decided", 3, "the write-up"),
        (FEEDBACK, "Ask an analyst what you count wrong", 1, "the corrected definition"),
        (FOLLOW, "Look at three measures of the product every two weeks", 2, "a log: what moved, and why"),
    ),
}
STEPS = MappingProxyType(
    {step.id: step for group in GROUPS for step in (Step(group, *one) for one in _STEPS[group])}
)
"""Every step by id, group after group."""
