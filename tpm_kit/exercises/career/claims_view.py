"""What is on screen in 11.13: claims with their marks, the table of jobs, the tests, and one's own claim."""

from __future__ import annotations

from tpm_kit.case import Case
from tpm_kit.exercises.career.claims_own import CLAIM, IN_WORDS, MARK, MARKED, OWN, OWN_OPTIONS, SAID
from tpm_kit.exercises.career.claims_table import (
    CHANGE,
    EARLY,
    LATE,
    TOGETHER,
    TOGETHER_TITLE,
    TOGETHER_VERDICTS,
    TRIALS,
    VERDICT,
    VERDICTS,
    published,
)
from tpm_kit.exercises.career.claims_texts import BASIS, CLAIMS, DATE, GRADE, OPTIONS, RULE, TEST
from tpm_kit.exercises.wording import names
from tpm_kit.salary_data import citation
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack
from tpm_kit.widgets.with_text import WithText

HEADING = "What the claims are worth, by your marks"
LABELS = {BASIS: "Who says it", DATE: "Last figure", TEST: "What would test it", GRADE: "Grade"}
"""The headings of the marks."""
_NOTES = {
    CLAIM: "as you met it, in a sentence",
    BASIS: "a name, and what they counted, if anything",
    DATE: "the year of the last figure, or of what was said",
    TEST: "what would be counted, where, when",
}


def claims_view(case: Case) -> WithText:
    """Return the claims with their marks, the table of jobs, the tests, and one's own claim."""
    warning = (
        "The Bureau says itself that these estimates are not made to be a time series: small changes say "
        "little, and a note says where another group was counted."
    )
    return WithText(
        TableStack(
            [
                Section(
                    _marks_table(),
                    "1. Six claims",
                    RULE,
                    {claim.id.upper(): claim.text for claim in CLAIMS.values()},
                ),
                Section(
                    _jobs_table(),
                    "2. Jobs in the United States, each May",
                    f"{warning} {citation('oews-trend')}",
                ),
                Section(
                    _tests_table(),
                    "3. Three claims, tested",
                    "Read the two figures of each claim off the table above, which counts filled posts by "
                    "occupation.",
                ),
                Section(
                    _own_table(),
                    "4. A claim that you have met",
                    "From an article, a talk, a colleague or an advert for a course. You may leave this part "
                    "blank.",
                ),
            ]
        ),
        HEADING,
    )


def _listed(options: dict[str, str]) -> list[list[str]]:
    return [list(one) for one in options.items()]


def _marks_table() -> Table:
    return Table(
        label="Six claims about demand and prospects",
        columns=[
            {"id": column, "label": label, "kind": "choice", "options": _listed(OPTIONS[column])}
            for column, label in LABELS.items()
        ],
        rows=[{"id": claim.id, "title": claim.title} for claim in CLAIMS.values()],
    )


def _jobs_table() -> Table:
    rows = []
    for trial in TRIALS.values():
        years = published(trial.soc)
        wider = {one.published_as: None for one in years.values() if one.published_as}
        until = max((year for year, one in years.items() if one.published_as), default=0)
        rows.append(
            {
                "id": f"jobs-{trial.soc}",
                "title": years[max(years)].occupation.title,
                "note": f"until {until} a wider group: {names(list(wider))}" if wider else "",
                "given": {str(year): f"{one.employment:,}" for year, one in years.items() if one.employment},
            }
        )
    return Table(
        label="Jobs by occupation and year",
        columns=[
            {"id": year, "label": f"May {year}", "kind": "given"}
            for year in sorted({year for row in rows for year in row["given"]})
        ],
        rows=rows,
    )


def _tests_table() -> Table:
    together = {
        "id": TOGETHER,
        "title": TOGETHER_TITLE,
        "note": "what do they show?",
        "blank": [EARLY, LATE],
        "offers": {VERDICT: list(TOGETHER_VERDICTS)},
    }
    return Table(
        label="Claims held against the table",
        columns=[
            {"id": EARLY, "label": "Earlier May", "unit": "jobs", "kind": "number"},
            {"id": LATE, "label": "Later May", "unit": "jobs", "kind": "number"},
            {"id": CHANGE, "label": "Change", "kind": "result"},
            {
                "id": VERDICT,
                "label": "Verdict",
                "kind": "choice",
                "options": _listed({**VERDICTS, **TOGETHER_VERDICTS}),
            },
        ],
        rows=[
            *(
                {
                    "id": one.row,
                    "title": CLAIMS[one.claim].title,
                    "offers": {VERDICT: list(VERDICTS)},
                }
                for one in TRIALS.values()
            ),
            together,
        ],
        details={one.row: [["What is said", CLAIMS[one.claim].text]] for one in TRIALS.values()},
    )


def _own_table() -> Table:
    rows = []
    for part, (row, title) in OWN.items():
        blank = [*([SAID] if part not in IN_WORDS else []), *([MARK] if part not in MARKED else [])]
        shown = title.partition(": ")[2].capitalize() or title
        rows.append(
            {
                "id": row,
                "title": shown,
                "note": _NOTES.get(part, ""),
                "blank": blank,
                "offers": {MARK: list(OWN_OPTIONS.get(part, {}))},
            }
        )
    labels = {id: label for options in OWN_OPTIONS.values() for id, label in options.items()}
    return Table(
        label="A claim that you have met",
        columns=[
            {"id": SAID, "label": "In your words", "kind": "text", "long": True},
            {"id": MARK, "label": "Your mark", "kind": "choice", "options": _listed(labels)},
        ],
        rows=rows,
    )
