"""The figures by which claims C, D and E of 11.13 are tested: from the shipped table, and as they are typed.

Read when first asked for: the course map imports every exercise, and needs none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tpm_kit.exercises.wording import cut
from tpm_kit.salary_data import PayRange, trend
from tpm_kit.typed import figure_in

EARLY, LATE, CHANGE, VERDICT = "early", "late", "change", "verdict"
HOLDS, FAILS, UNSAID = "holds", "fails", "unsaid"
RISES, FALLS, SILENT = "rises", "falls", "silent"
VERDICTS = {HOLDS: "It holds", FAILS: "It fails", UNSAID: "Cannot be said"}
TOGETHER_VERDICTS = {RISES: "That it rises", FALLS: "That it falls", SILENT: "Nothing by itself"}
TOGETHER, TOGETHER_TITLE = "together", "All three, on demand for TPMs"
"""The row that asks what the three tests say about technical product managers."""
TEST_COLUMNS = {EARLY: "jobs in the earlier May", LATE: "jobs in the later May", VERDICT: "verdict"}
"""What the feedback calls each column."""


@dataclass(frozen=True)
class Trial:
    """How a claim is tested: the code of the occupation, the two years, the verdict that follows, where to
    look if another one is chosen, and why it follows."""

    claim: str
    soc: str
    years: tuple[int, int]
    verdict: str
    clue: str
    why: str

    @property
    def row(self) -> str:
        """The id of its row."""
        return f"try-{self.claim}"

    @property
    def title(self) -> str:
        """What the feedback calls its row."""
        return f"Test of claim {self.claim.upper()}"

    def year(self, column: str) -> int:
        """Return the year that a column asks for."""
        return self.years[column == LATE]


TRIALS: dict[str, Trial] = {
    one.row: one
    for one in (
        Trial(
            "c",
            "11-3021",
            (2021, 2025),
            HOLDS,
            "Divide the later figure by the earlier one and hold it against the third of the claim.",
            "Both years count the same occupation by the same method, and the change is larger than a third.",
        ),
        Trial(
            "d",
            "13-1082",
            (2020, 2021),
            UNSAID,
            "Read the note at this occupation: who was counted in May 2020, and who in May 2021?",
            "Until May 2020 the figure counts a wider group, with business operations specialists in it. The "
            "classification changed, and nobody can say from these two figures how many went.",
        ),
        Trial(
            "e",
            "15-1252",
            (2021, 2025),
            FAILS,
            "Which of the two figures is the larger one?",
            "Both years count the same occupation by the same method, and there were more of them in the "
            "later one. From May 2023 to May 2024 alone the figure fell, by 0.1 %: that is how such a claim "
            "begins.",
        ),
    )
}
"""The three tests, by row."""


class Typed(NamedTuple):
    """A figure as typed: its value, or a sentence about what is wrong with it; nothing for a blank cell."""

    value: float | None = None
    fault: str = ""


def read_jobs(text: str) -> Typed:
    """Return a number of jobs as people type it.

    >>> read_jobs("485,190").value, read_jobs("485.19k").value, read_jobs("half").fault
    (485190.0, 485190.0, '“half” is no number of jobs; write one such as 12,340.')
    """
    if not text.strip():
        return Typed()
    found = figure_in(text.casefold().replace("jobs", ""))
    if found is None or found.value <= 0:
        return Typed(fault=f"“{cut(text, 30)}” is no number of jobs; write one such as 12,340.")
    return Typed(found.value)


def same_jobs(value: float, jobs: int) -> bool:
    """Say whether a number as typed is this one; one in whole thousands may be rounded to them."""
    return abs(value - jobs) <= (500 if value % 1000 == 0 else 0.5)


def published(soc: str) -> dict[int, PayRange]:
    """Return what the table has for an occupation, by year."""
    return {one.year: one for one in trend(soc)}


def jobs_of(trial: Trial) -> tuple[int, int]:
    """Return the two figures of a test, the earlier one first."""
    years = published(trial.soc)
    early, late = (years[year].employment for year in trial.years)
    return early, late


def change(early: float, late: float) -> str:
    """Return how much the later figure lies above or below the earlier one.

    >>> change(485190, 670570), change(1444420, 743860)
    ('+38.2 %', '−48.5 %')
    """
    share = (late / early - 1) * 100
    return f"{'+' if share >= 0 else '−'}{abs(share):,.1f} %"


def elsewhere(value: float, trial: Trial) -> str:
    """Return which other cell of the table holds a number, in words, or ""."""
    for other in (trial, *TRIALS.values()):
        for year, one in published(other.soc).items():
            if one.employment is not None and same_jobs(value, one.employment):
                return f"the figure of {one.occupation.title.casefold()} in May {year}"
    return ""
