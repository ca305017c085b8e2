"""The six claims of 11.13 about demand and prospects, what can be marked of each, and the rule of the grade.

Claims A and B are those of two articles, with their title and date. The others are made up, of the kind that
circulates, and say so; none holds a figure of its own. The rule of the grade is this course's own judgement.
"""

from __future__ import annotations

from dataclasses import dataclass

SINCE = 2023
"""From May of this year on a figure counts as recent: two years before the newest one in the table."""
BASIS, DATE, TEST, GRADE = "basis", "date", "test", "grade"
COUNTED, SELLS, BESIDE, UNCOUNTED = "count", "seller", "beside", "uncounted"
RECENT, OLD, UNDATED = "recent", "old", "undated"
TABLE, OWN_COUNT, NOTHING = "table", "own-count", "nothing"
STRONG, USABLE, WEAK, WORTHLESS = "strong", "usable", "weak", "worthless"
OPTIONS = {
    BASIS: {
        COUNTED: "Counted, no stake",
        SELLS: "Counted by a seller",
        BESIDE: "Counts something else",
        UNCOUNTED: "No count",
    },
    DATE: {RECENT: f"May {SINCE} or later", OLD: "Older", UNDATED: "No date"},
    TEST: {TABLE: "The table below", OWN_COUNT: "A count of adverts", NOTHING: "Nothing could"},
    GRADE: {STRONG: "Strong", USABLE: "Usable, with limits", WEAK: "Weak", WORTHLESS: "Worthless"},
}
"""What can be chosen in each column, by id."""
COLUMNS = {BASIS: "who says it", DATE: "last figure", TEST: "what would test it", GRADE: "grade"}
"""What the feedback calls each column."""
STEPS = {COUNTED: 3, SELLS: 2, BESIDE: 2, UNCOUNTED: 1}
"""Where the grade begins."""
GRADES = {3: STRONG, 2: USABLE, 1: WEAK}
RULE = (
    f"The rule of the grade is this course's own. Begin at 3 for “{OPTIONS[BASIS][COUNTED]}”, at 2 for "
    f"“{OPTIONS[BASIS][SELLS]}” and “{OPTIONS[BASIS][BESIDE]}”, at 1 for “{OPTIONS[BASIS][UNCOUNTED]}”. "
    f"Take one off unless the last figure is of May {SINCE} or later; where there is no figure, the day "
    "counts on which it was said. 3 is strong, 2 usable with limits, 1 or less weak. What nothing could test "
    "is worthless, whoever says it. The grade is of what stands behind a claim: a weak one may be true, and "
    "one with a better grade may fail."
)


def grade_of(basis: str, date: str, test: str) -> str:
    """Return the grade that follows from three marks by the rule.

    >>> grade_of(BESIDE, OLD, OWN_COUNT), grade_of(COUNTED, OLD, TABLE), grade_of(COUNTED, RECENT, NOTHING)
    ('weak', 'usable', 'worthless')
    """
    if test == NOTHING:
        return WORTHLESS
    return GRADES[max(1, STEPS[basis] - (date != RECENT))]


@dataclass(frozen=True)
class Claim:
    """One claim. `right` are the marks that hold by column, the main one first; `why` says of each column
    what stands behind it, and `clue` where to look."""

    id: str
    text: str
    right: dict[str, tuple[str, ...]]
    why: dict[str, str]
    clue: dict[str, str]

    @property
    def title(self) -> str:
        """Its name, as sentences call it."""
        return f"Claim {self.id.upper()}"


CLAIMS: dict[str, Claim] = {
    one.id: one
    for one in (
        Claim(
            "a",
            "“Searches for the title are on the rise on Google Trends, so there must be more demand: from "
            "new technologies, trouble with growth, and the pay.” From the article “Who really is a "
            "technical product manager?”, 2022, in our words.",
            {BASIS: (BESIDE,), DATE: (OLD,), TEST: (OWN_COUNT,)},
            {
                BASIS: "Searches are counted, and demand is concluded from them. Whoever looks a title up "
                "may want the post, fear it, or have read the word for the first time.",
                DATE: "The curve ends in 2022. What rose until then may have fallen since.",
                TEST: "Adverts with the title, counted by one rule now and again in a year, would show it. "
                "The table knows no such title.",
            },
            {
                BASIS: "Ask what the curve counts, and what the claim is about.",
                DATE: "Look for the last year that the curve can hold.",
                TEST: "Ask what there would be more of if it were true, and where that can be seen.",
            },
        ),
        Claim(
            "b",
            "“As technology changes fast, the role has become more and more important.” From Marco Franzoni, "
            "“What Is A Technical Product Manager? How To Become One, Salary, Skills”, 9 June 2024, in our "
            "words.",
            {BASIS: (UNCOUNTED,), DATE: (RECENT,), TEST: (OWN_COUNT,)},
            {
                BASIS: "It is said with a reason and without a count. A reason makes it likely, and shows "
                "nothing.",
                DATE: f"There is no figure, so the day counts on which it was said, and that is after May "
                f"{SINCE}.",
                TEST: "A role that firms find more important is advertised more often. That can be counted, "
                "and nobody here did.",
            },
            {
                BASIS: "Look for a number, and for somebody who counted it.",
                DATE: "Read the rule above once more: what counts where there is no figure?",
                TEST: "What would firms do more often if it were true?",
            },
        ),
        Claim(
            "c",
            "“The US had over a third more computer and information systems managers in May 2025 than in May "
            "2021.” A newsletter of 2026, which names the tables of the Bureau of Labor Statistics. Made up, "
            "as such newsletters write.",
            {BASIS: (COUNTED,), DATE: (RECENT,), TEST: (TABLE,)},
            {
                BASIS: "The newsletter repeats what a statistical office estimates from a survey of "
                "employers. The office sells nothing by it, and the claim is about what it counts.",
                DATE: "Its last figure is of May 2025.",
                TEST: "The occupation and both years stand in the table below.",
            },
            {
                BASIS: "Who counted: the newsletter, or somebody whom it names?",
                DATE: "Two Mays stand in the claim; the later one counts.",
                TEST: "Look for its occupation and its years among what is at hand.",
            },
        ),
        Claim(
            "d",
            "“Half of the project managers in the US are gone: see the official tables of May 2020 and May "
            "2021.” A post of autumn 2025. Made up, as such posts go round.",
            {BASIS: (COUNTED, BESIDE), DATE: (OLD,), TEST: (TABLE,)},
            {
                BASIS: "It has two official figures. Whether both count the same people is another question, "
                "to which the notes of the table have the answer.",
                DATE: "The post is of 2025, its last figure of May 2021. Whoever repeats a figure makes it "
                "no younger.",
                TEST: "The occupation and both years stand in the table below.",
            },
            {
                BASIS: "Whose figures are they, and does the office live on project managers?",
                DATE: "Tell the day of the post from the year of its last figure.",
                TEST: "Look for its occupation and its years among what is at hand.",
            },
        ),
        Claim(
            "e",
            "“By our own count the US had fewer software developers in May 2025 than in May 2021; with our "
            "assistant you will not miss them.” A firm that sells an assistant for writing code, summer "
            "2026. Made up, as such firms write.",
            {BASIS: (SELLS,), DATE: (RECENT,), TEST: (TABLE,)},
            {
                BASIS: "It says that it counted, and it earns by what came out. That makes it no lie, and is "
                "a reason to look at another count.",
                DATE: "Its last figure is of May 2025.",
                TEST: "The occupation and both years stand in the table below.",
            },
            {
                BASIS: "Ask who earns if people believe it.",
                DATE: "Two Mays stand in the claim; the later one counts.",
                TEST: "Look for its occupation and its years among what is at hand.",
            },
        ),
        Claim(
            "f",
            "“The future belongs to technical product managers.” A talk, no day named. Made up, as such "
            "talks end.",
            {BASIS: (UNCOUNTED,), DATE: (UNDATED,), TEST: (NOTHING,)},
            {
                BASIS: "No number stands in it, and nobody who counted.",
                DATE: "Neither a figure nor the day of the talk is named.",
                TEST: "Whatever happens, it can still be said: it names no year, no place and nothing that "
                "could be counted.",
            },
            {
                BASIS: "Look for a number, and for somebody who counted it.",
                DATE: "Is there any day or year in it?",
                TEST: "Imagine a year in which it has turned out false. What would one have seen?",
            },
        ),
    )
}
"""The six claims, by id."""
