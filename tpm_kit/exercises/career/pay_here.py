"""What the role pays here: read off for one to three neighbouring occupations, and said in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.areas import NATION, in_words, named
from tpm_kit.exercises.career.pay_here_rows import (
    AREA,
    COLUMNS,
    ERROR,
    EXTRAS,
    FIGURES,
    JOBS,
    LEFT_OUT,
    OUT,
    ROLE,
    ROWS,
    YEAR,
    Role,
    cell_id,
    cell_titles,
    read_rows,
    required,
    row_id,
    typed,
)
from tpm_kit.exercises.career.pay_here_rules import RULES, sound, unpublished
from tpm_kit.exercises.wording import names
from tpm_kit.salary_data import citation, occupations, pay
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack
from tpm_kit.widgets.with_text import WithText

HEADING = "What you can say"
EXAMPLE = "15-1252"
"""The occupation of the worked answer."""
NO_OCCUPATION = (
    "Technical Product Manager is no occupation of the official statistics; these are its neighbours."
)


def pay_view(case: Case) -> WithText:
    """Return the tables to read off into, and below them what can be said."""
    roles = [[one.soc, one.title] for one in occupations()]
    published = [
        {"id": ROLE, "label": "Occupation", "kind": "choice", "options": roles},
        {"id": AREA, "label": "Area", "note": "a city, a state or US", "kind": "text"},
        *(
            {"id": id, "label": COLUMNS[id].capitalize(), "unit": "$ a year", "kind": "number"}
            for id in FIGURES
        ),
    ]
    left_out = [list(one) for one in LEFT_OUT.items()]
    basis = [
        {"id": YEAR, "label": "Year", "note": "the figures are of", "kind": "number"},
        {"id": JOBS, "label": "Jobs", "note": "behind the figures", "kind": "number"},
        {"id": ERROR, "label": "Standard error", "unit": "% of the mean pay", "kind": "number"},
        {"id": OUT, "label": "They leave out", "kind": "choice", "long": True, "options": left_out},
    ]
    return WithText(
        TableStack(
            [
                Section(_table("What is published", published), "What is published"),
                Section(_table("What it stands on", basis), "What it stands on"),
            ]
        ),
        HEADING,
    )


def _table(label: str, columns: list[dict[str, Any]]) -> Table:
    """Return a table with a row for each role; below the neighbours stands what they are."""
    ids = {row_id(role, columns[0]["id"]): title for role, title in ROWS.items()}
    notes = dict(zip(ids, ("", *["if you like"] * len(ids)), strict=False))
    return Table(
        label=label,
        columns=columns,
        rows=[{"id": id, "title": title, "note": notes[id]} for id, title in ids.items()],
        details=dict.fromkeys(ids, _relations()) if columns[0]["id"] == ROLE else None,
    )


def _relations() -> list[list[str]]:
    facts = [[one.title, f"{one.relation}; {_share(one.share)} of the filings."] for one in occupations()]
    filings = f"Visa filings for Technical Product Managers that named the occupation. {citation('lca')}"
    return [*facts, ["Filings", filings], ["Pay", citation("oews")]]


def _share(share: float) -> str:
    """Return a share of the visa filings in words.

    >>> _share(0.248), _share(0.004), _share(0)
    ('25 %', '0.4 %', 'none')
    """
    return f"{share * 100:.{0 if share >= 0.01 else 1}f} %" if share else "none"


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the sentences as they stand, and what cannot be read while it is typed."""
    faults: dict[str, dict[str, str]] = {}
    rows = [*read_rows(answer)]
    for role in rows:
        for column, read in (
            *role.figures.items(),
            (YEAR, role.year),
            (JOBS, role.jobs),
            (ERROR, role.error),
        ):
            if read and read.fault:
                faults.setdefault(row_id(role.id, column), {})[column] = read.fault
        if role.place and role.place.fault:
            faults.setdefault(role.id, {})[AREA] = role.place.fault
        elif role.found and not role.published:
            faults.setdefault(role.id, {})[AREA] = unpublished(role)[0]
    said = [_line(role, answer) for role in rows]
    first = [] if any(map(sound, rows)) else [NO_OCCUPATION]
    return {"faults": faults, "text": "\n\n".join([*first, *said, citation("oews")])}


def _line(role: Role, answer: Cells) -> str:
    """Return the sentence about a row, or what it still lacks."""
    if sound(role):
        return sentence(role)
    blank = [word for id, word in COLUMNS.items() if not typed(answer, role.id, id).strip()]
    where = f" It is looked up for {named(role.place.area)}." if role.place and role.place.area else ""
    lacks = (
        f"still to fill in: {names(blank, 9)}."
        if blank
        else "something is not as published; Check says what."
    )
    return f"{role.title}: {lacks}{where}"


def sentence(role: Role) -> str:
    """Return what can be said aloud about a sound row, with the learner's own figures."""
    known, low, median, high = role.published, *(_dollars(role.figures[one].dollars) for one in FIGURES)
    if known.p75 is None:
        high = f"at least {high}"
    jobs = f"{known.employment:,} jobs" if known.employment is not None else "number of jobs not published"
    error = f"{known.mean_rse:g} %" if known.mean_rse is not None else "not published"
    return (
        f"In {in_words(known.area.name)} {_people(known.occupation.title)} earn between {low} and {high} a "
        f"year (the middle half of them), half of them less than {median}; May {known.year}, {jobs}, "
        f"relative standard error of the mean {error}; base pay without bonus, equity and overtime. "
        f"Technical Product Manager is no official occupation; this is a neighbour: "
        f"{known.occupation.relation}."
    )


def _people(title: str) -> str:
    """Return the people of an occupation in the middle of a sentence.

    >>> _people("Software Developers"), _people("Computer Occupations, All Other")
    ('software developers', 'people in “Computer Occupations, All Other”')
    """
    return f"people in “{title}”" if "," in title else title.lower()


def _dollars(value: float) -> str:
    return f"${value:,.0f}"


def solution(case: Case) -> Mapping[str, tuple[str, str]]:
    """Return one role read off for the whole nation: an example, since where a learner lives is not known."""
    known = pay(EXAMPLE, NATION)
    if known is None or not known.published:
        return {}
    row = next(iter(ROWS))
    source = f"BLS OEWS, May {known.year}, {known.occupation.title}, United States."
    values = {
        ROLE: (EXAMPLE, f"An example: {known.occupation.relation}."),
        AREA: (NATION, "The nation; your own area has figures of its own."),
        **{column: (f"{getattr(known, name)}", source) for column, name in FIGURES.items()},
        YEAR: (f"{known.year}", "The estimates are of May; they were published a year later."),
        JOBS: (f"{known.employment}", "So many jobs stand behind the figures."),
        ERROR: (
            f"{known.mean_rse:g} %",
            "The relative standard error of the mean; none is published for a median.",
        ),
        OUT: (EXTRAS, "It is base pay as employers report it."),
    }
    return {cell_id(row, column): value for column, value in values.items()}


def _hint_read(answer: Cells, case: Case) -> str:
    role = next((one for one in read_rows(answer) if one.published), None)
    if role is None:
        return (
            "Choose an occupation first: click into a row, and below the table stands how each of them is "
            "related to the work of a TPM. Then write your city; where there are few jobs, your state."
        )
    known = role.published
    return (
        f"Open the salary explorer with {known.occupation.title} and {known.area.name}. The thick part of "
        "the band runs from the 25th to the 75th percentile, and the line in it is the median; the mean is "
        "none of the three."
    )


def _hint_look(answer: Cells, case: Case) -> str:
    titles = cell_titles()
    for finding in EXERCISE.review(answer, case).findings:
        if finding.level in ("problem", "caution") and finding.cards:
            return f"Look again at one cell: {titles[finding.cards[0]]}."
    role = next((one for one in read_rows(answer) if one.published), None)
    if role is None:
        code = 'course.pay.range("15-1252", "US")'
        return f"In a cell of its own, {code} gives the row of an occupation and an area."
    code = f'course.pay.range("{role.soc}", "{role.place.area.code}")'
    return f"In a cell of its own, {code} gives the row that your figures are compared with."


EXERCISE = Exercise(
    id="pay-here",
    version=1,
    number="11.1",
    title="What does it pay here?",
    notebook=NOTEBOOK,
    task="No official statistic knows the Technical Product Manager, so look at one to three neighbouring "
    "occupations where you live, or want to live. In the salary explorer, read off the 25th percentile, the "
    "median and the 75th, the year they are of, the number of jobs and the relative standard error of the "
    "mean, and say what the figures leave out. One sentence is made from it.",
    answer=Cells,
    view=pay_view,
    parts=lambda case: cell_titles(),
    required=lambda answer, case: required(answer),
    rules=RULES,
    hints=(
        _hint_read,
        "Percentiles count people: a quarter earns less than the 25th, half less than the median. The year "
        "is the one of the estimates, and the standard error of pay is not the one of the number of jobs.",
        _hint_look,
    ),
    live=live,
    done_word="filled in",
    solution=solution,
    worked_called="One example",
    columns={**LEFT_OUT, **{one.soc: one.title for one in occupations()}},
)
