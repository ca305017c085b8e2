"""What the feedback on claims says: the three marks, the grade that follows, the test by the table, and the
learner's own claim. The domain reference has no code for it: CLAIM-…."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, Rule, rule
from tpm_kit.exercises.career.claims_own import MARK, OWN, OWN_OPTIONS, mark, own_faults
from tpm_kit.exercises.career.claims_table import (
    EARLY,
    LATE,
    SILENT,
    TEST_COLUMNS,
    TOGETHER,
    TOGETHER_TITLE,
    TOGETHER_VERDICTS,
    TRIALS,
    UNSAID,
    VERDICT,
    VERDICTS,
    Trial,
    change,
    elsewhere,
    jobs_of,
    read_jobs,
    same_jobs,
)
from tpm_kit.exercises.career.claims_texts import (
    BASIS,
    CLAIMS,
    COLUMNS,
    DATE,
    GRADE,
    NOTHING,
    OPTIONS,
    TEST,
    Claim,
    grade_of,
)

MARKS = (BASIS, DATE, TEST)
"""The columns from which the grade follows."""
MEANING = {
    BASIS: "Who says it, and on what count, is marked otherwise than the claim says.",
    DATE: "The age of the last figure is marked otherwise than the claim says.",
    TEST: "What would test the claim is marked otherwise than the claim allows.",
}


_TOO_CAREFUL = (
    "Look whether a note at this occupation speaks of one of the two years, and whether the change is a "
    "small one. If you still doubt the figures, accept this and write down what you doubt."
)


TOGETHER_CLUE = "Ask of each figure who is in it, and whether a TPM who is wanted would change it."


def cell_title(claim: Claim, column: str) -> str:
    """Return what the feedback calls a cell of a claim."""
    return f"{claim.title}: {COLUMNS[column]}"


def chosen(answer: Cells, claim: Claim, column: str) -> str:
    """Return what is marked of a claim; "" for nothing, or what cannot be chosen."""
    value = answer.text(claim.id, column)
    return value if value in OPTIONS[column] else ""


def _marks(column: str, code: str) -> Rule:
    """Return the check of one column of marks."""

    def check(answer: Cells, case: Case) -> Iterator[Finding]:
        for claim in CLAIMS.values():
            value = chosen(answer, claim, column)
            if value and value not in claim.right[column]:
                yield Finding(
                    "problem",
                    f"{cell_title(claim, column)}. You say “{OPTIONS[column][value]}”, "
                    f"{_SEEN[column] if value != NOTHING else 'and something could'}.",
                    _WHY[column],
                    claim.clue[column],
                    (f"{claim.id}:{column}",),
                )

    check.__doc__ = MEANING[column]
    return rule(code)(check)


_SEEN = {
    BASIS: "and that is not what stands there",
    DATE: "and that does not follow from what stands there",
    TEST: "and that would not test it",
}
_WHY = {
    BASIS: "Who repeats a claim is one thing. What it rests on is who counted, what, and with what to gain.",
    DATE: "A claim about a market is as old as its last figure, however fresh the page.",
    TEST: "A claim that nothing could contradict tells nothing. One that can be tested is worth the hour.",
}


@rule("CLAIM-4")
def the_grade_follows(answer: Cells, case: Case) -> Iterator[Finding]:
    """A grade does not follow from the learner's own three marks by the rule."""
    for claim in CLAIMS.values():
        marks = [chosen(answer, claim, column) for column in MARKS]
        grade = chosen(answer, claim, GRADE)
        labels = [OPTIONS[column].get(value, "") for column, value in zip(MARKS, marks, strict=True)]
        yield from _grade(cell_title(claim, GRADE), f"{claim.id}:{GRADE}", marks, grade, labels)
    marks, grade = [mark(answer, column) for column in MARKS], mark(answer, GRADE)
    labels = [OWN_OPTIONS[column].get(value, "") for column, value in zip(MARKS, marks, strict=True)]
    row, title = OWN[GRADE]
    yield from _grade(title, f"{row}:{MARK}", marks, grade, labels)


def _grade(title: str, cell: str, marks: list[str], grade: str, labels: list[str]) -> Iterator[Finding]:
    if grade and all(marks) and grade != grade_of(*marks):
        said = ", ".join(f"“{label}”" for label in labels)
        yield Finding(
            "problem",
            f"{title}. You say “{OPTIONS[GRADE][grade]}”; your marks {said} do not lead there.",
            "A grade by feeling is a claim of its own. By one rule, two people who agree on the marks agree "
            "on the grade.",
            "Ask first whether anything could test it. If so, begin with who says it, and take one off for "
            "an old or a missing date.",
            (cell,),
        )


def figures(answer: Cells, trial: Trial) -> dict[str, float]:
    """Return the figures of a test that are those of the table, by column."""
    found = {}
    for column, true in zip((EARLY, LATE), jobs_of(trial), strict=True):
        value = read_jobs(answer.text(trial.row, column)).value
        if value is not None and same_jobs(value, true):
            found[column] = value
    return found


def where_to_read(trial: Trial, column: str) -> str:
    """Return where the figure of a test stands, without saying it."""
    return (
        f"Find the row of the occupation and the column of May {trial.year(column)}, which the claim names."
    )


def wrong_figures(answer: Cells, trial: Trial) -> list[str]:
    """Return the columns of a test in which something stands that is not the figure of the table."""
    right = figures(answer, trial)
    filled = [column for column in (EARLY, LATE) if answer.text(trial.row, column).strip()]
    return [column for column in filled if column not in right]


@rule("CLAIM-5")
def the_figures_are_those_of_the_table(answer: Cells, case: Case) -> Iterator[Finding]:
    """A figure is not the one that the claim is about."""
    for trial in TRIALS.values():
        for column in wrong_figures(answer, trial):
            typed = read_jobs(answer.text(trial.row, column))
            where = typed.value and elsewhere(typed.value, trial)
            what = f"{typed.value:,.10g} is {where or 'not in the table'}." if typed.value else typed.fault
            yield Finding(
                "problem",
                f"{trial.title}: {TEST_COLUMNS[column]}. {what}",
                "A claim about two years is tested by these two, and by the occupation that it names.",
                where_to_read(trial, column),
                (f"{trial.row}:{column}",),
            )


@rule("CLAIM-6")
def the_verdict_follows(answer: Cells, case: Case) -> Iterator[Finding]:
    """The verdict on a tested claim does not follow from the figures and their notes."""
    for trial in TRIALS.values():
        verdict = answer.text(trial.row, VERDICT)
        if verdict not in VERDICTS or verdict == trial.verdict:
            continue
        found = figures(answer, trial)
        beside = ""
        if len(found) == 2:
            early, late = found[EARLY], found[LATE]
            beside = f" From {early:,.10g} to {late:,.10g} it is {change(early, late)}."
        careful = verdict == UNSAID
        yield Finding(
            "caution" if careful else "problem",
            f"{trial.title}: {TEST_COLUMNS[VERDICT]}. You say “{VERDICTS[verdict]}”.{beside}",
            "A verdict needs both: what the figures come to, and whether both count the same thing.",
            _TOO_CAREFUL if careful else trial.clue,
            (f"{trial.row}:{VERDICT}",),
        )


@rule("CLAIM-7")
def jobs_are_no_demand(answer: Cells, case: Case) -> Iterator[Finding]:
    """The employment of an occupation is taken for demand for technical product managers."""
    verdict = answer.text(TOGETHER, VERDICT)
    if verdict in TOGETHER_VERDICTS and verdict != SILENT:
        yield Finding(
            "problem",
            f"{TOGETHER_TITLE}. You say “{TOGETHER_VERDICTS[verdict]}”.",
            "The figures count posts that are filled, in three occupations, and “Technical Product Manager” "
            "is none of them. Who looks for one, and in vain, stands nowhere in the table.",
            TOGETHER_CLUE,
            (f"{TOGETHER}:{VERDICT}",),
        )


@rule("CLAIM-8")
def my_claim_can_be_looked_up(answer: Cells, case: Case) -> Iterator[Finding]:
    """One's own claim names nobody, says nothing, or has a test that tests nothing."""
    for fault in own_faults(answer):
        if not fault.contradicts:
            row, title = OWN[fault.part]
            yield Finding(
                "caution", f"{title}. {fault.says}", fault.why, fault.do, (f"{row}:{fault.column}",)
            )


@rule("CLAIM-9")
def my_words_and_marks_agree(answer: Cells, case: Case) -> Iterator[Finding]:
    """The mark of one's own claim contradicts the words beside it."""
    for fault in own_faults(answer):
        if fault.contradicts:
            row, title = OWN[fault.part]
            # A year is read for sure; what else the words mean the learner may know better.
            level = "problem" if fault.part == DATE else "caution"
            yield Finding(level, f"{title}. {fault.says}", fault.why, fault.do, (f"{row}:{fault.column}",))


@rule("CLAIM-10", whole=True)
def all_graded(answer: Cells, case: Case) -> Iterator[Finding]:
    """What the six claims come to once marks, grades and tests hold. It finds no fault."""
    graded = all(
        all(marks := [chosen(answer, claim, column) for column in MARKS])
        and all(value in claim.right[column] for column, value in zip(MARKS, marks, strict=True))
        and chosen(answer, claim, GRADE) == grade_of(*marks)
        for claim in CLAIMS.values()
    )
    if graded:
        yield Finding(
            "good",
            f"All {len(CLAIMS)} grades follow from marks that hold.",
            "None of the claims about TPMs themselves got beyond weak; the better grades went to claims "
            "about other occupations.",
        )
    tested = all(
        len(figures(answer, trial)) == 2 and answer.text(trial.row, VERDICT) == trial.verdict
        for trial in TRIALS.values()
    )
    if tested and answer.text(TOGETHER, VERDICT) == SILENT:
        yield Finding(
            "good",
            f"The {len(TRIALS)} tests use the right figures, and one claim each holds, fails and stays open.",
            "The one that fails had a better grade than some that nobody has refuted: a grade tells where "
            "to look first, and a test what is so.",
        )


RULES = (
    _marks(BASIS, "CLAIM-1"),
    _marks(DATE, "CLAIM-2"),
    _marks(TEST, "CLAIM-3"),
    the_grade_follows,
    the_figures_are_those_of_the_table,
    the_verdict_follows,
    jobs_are_no_demand,
    my_claim_can_be_looked_up,
    my_words_and_marks_agree,
    all_graded,
)
