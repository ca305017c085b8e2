"""What the feedback on pay that was read off says.

Codes: SAL-1 and SAL-2 (domain reference, section 11); what they do not cover is PAY-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.areas import NATION, named
from tpm_kit.exercises.career.pay_here_cells import shown
from tpm_kit.exercises.career.pay_here_rows import (
    ADVERTS,
    AREA,
    EXTRAS,
    FIGURES,
    NOTHING,
    OUT,
    ROLE,
    SELF,
    TAXES,
    YEAR,
    Role,
    cell,
    read_rows,
    required,
    seen,
)
from tpm_kit.exercises.career.pay_here_slips import slip
from tpm_kit.exercises.career.pay_here_sure_rules import how_sure_it_is, problem, surely
from tpm_kit.exercises.wording import names
from tpm_kit.salary_data import occupation, pay

WHY_YEAR = (
    "Pay without a year cannot be compared with anything: the figures of two years lie thousands of dollars "
    "apart."
)
WRONG_OUT = {
    NOTHING: "It is base pay. For technical roles bonus and equity can be a large part of what people earn.",
    TAXES: "It is gross pay, before taxes: what arrives on an account depends on much else.",
    SELF: "It is base pay: annual bonus and equity are not in it either.",
    ADVERTS: "Employers report what they pay in jobs that are filled; adverts are another source.",
}


@rule("PAY-1")
def is_in_the_table(answer: Cells, case: Case) -> Iterator[Finding]:
    """The area is not in the table or can be several, or nothing is published for the occupation there."""
    taken: dict[tuple[str, str], Role] = {}
    for role in read_rows(answer):
        if role.place and role.place.fault:
            yield problem(
                role,
                AREA,
                role.place.fault,
                "Pay is published for areas with fixed borders; each has its own.",
            )
        elif role.found and not role.published:
            yield problem(role, AREA, *unpublished(role))
        elif role.found:
            key = role.soc, role.place.area.code
            if key in taken:
                what = (
                    f"It asks for what {taken[key].title} has already, {role.range.occupation.title} there."
                )
                yield problem(
                    role,
                    ROLE,
                    what,
                    "A second row is for another neighbour.",
                    "Choose another, or clear the row.",
                )
            taken.setdefault(key, role)


def unpublished(role: Role) -> tuple[str, str, str]:
    """Return what, why and what to do where the table has no figure of pay for a row."""
    where, job = role.place.area, occupation(role.soc).title
    gap = "has no row" if role.range is None else "releases no pay"
    wider = [code for code in (where.state, NATION) if code and code != where.code]
    known = next((code for code in wider if (found := pay(role.soc, code)) and found.published), "")
    name = {NATION: "the nation (US)"}.get(known, f"the state ({known})")
    return (
        f"BLS {gap} for {job} in {named(where)}.",
        "Where there are few jobs, or few employers answered, a figure would say too little or betray one of "
        "them. Not published is no zero.",
        f"Take {name}, and say so when you use it." if known else "Take another occupation or area.",
    )


@rule("SAL-1")
def dated_in_dollars(answer: Cells, case: Case) -> Iterator[Finding]:
    """A figure is without its year, of another year, or in another currency."""
    for role in read_rows(answer):
        for column, typed in role.figures.items():
            if typed.code == "SAL-1":
                yield problem(
                    role,
                    column,
                    typed.fault,
                    "Figures in two currencies look alike, and move against each other every day.",
                    "Read the figure off in dollars, as it was published.",
                )
        year = role.year
        if year is None and role.published and len(role.figures) == len(FIGURES):
            what = "There are figures, and no year beside them."
            yield problem(role, YEAR, what, WHY_YEAR, "The year stands in the citation below the table.")
        elif year and year.fault:
            yield problem(
                role, YEAR, year.fault, WHY_YEAR, "The year stands in the citation below the table."
            )
        elif year and role.published and year.year != role.range.year:
            yield problem(
                role,
                YEAR,
                f"You have {year.year}; these figures are of another year.",
                f"{WHY_YEAR} The day on which they were published or looked up is not the day they are of.",
                "Take the year of the estimates from the citation below the table.",
            )
    yield from _slips(answer, "SAL-1")


@rule("SAL-2")
def median_is_read(answer: Cells, case: Case) -> Iterator[Finding]:
    """The midpoint of a range is called its median."""
    yield from _slips(answer, "SAL-2")


@rule("PAY-2")
def as_published(answer: Cells, case: Case) -> Iterator[Finding]:
    """A figure of pay is not the one that is published for this occupation, area and percentile."""
    for role in read_rows(answer):
        for column, typed in role.figures.items():
            if typed.fault and typed.code != "SAL-1":
                yield problem(role, column, typed.fault, "A range has three figures here, one in each cell.")
    yield from _slips(answer, "PAY-2")


def _slips(answer: Cells, code: str) -> Iterator[Finding]:
    for role in read_rows(answer):
        for column, typed in role.figures.items() if role.published else ():
            found = None if typed.fault else slip(role, column)
            if found and found.code == code:
                what = f"You have {shown(answer.text(role.id, column))}. {found.what}"
                yield problem(role, column, what, found.why, found.do)


@rule("PAY-4")
def what_is_left_out(answer: Cells, case: Case) -> Iterator[Finding]:
    """What the figures leave out is not what they leave out."""
    for role in read_rows(answer):
        if role.out in WRONG_OUT:
            yield problem(
                role,
                OUT,
                WRONG_OUT[role.out],
                "An offer with bonus and equity laid beside such a figure looks better than it is.",
                "Think of what a pay slip has beside the base pay, and of who has no employer.",
            )


@rule("PAY-5")
def neighbour_of_the_role(answer: Cells, case: Case) -> Iterator[Finding]:
    """The occupation is seldom or never the one that employers name for this title, or a residual class."""
    for role in read_rows(answer):
        job = occupation(role.soc) if role.soc else None
        if job is None:
            continue
        if not job.share:
            what = f"Of the visa filings for Technical Product Managers none named {job.title}."
            why = f"It is the pay of a neighbour: {job.relation}."
        elif ", all other" in job.title.casefold():
            share = f"{job.share * 100:.0f} % of the visa filings for Technical Product Managers"
            what = f"{job.title} is what {share} named."
            why = "It gathers what has no class of its own, so its range mixes roles with little in common."
        else:
            continue
        yield Finding(
            "note",
            seen(role, ROLE, what),
            why,
            "Read off a second neighbour beside it, and say which ones you took.",
            cell(role, ROLE),
        )


@rule("PAY-6", whole=True)
def all_as_published(answer: Cells, case: Case) -> Iterator[Finding]:
    """Every figure was compared with the table, and holds."""
    rows = [*read_rows(answer)]
    asked = {(role.soc, role.place.area.code) for role in rows if role.found}
    if required(answer) <= answer.parts() and len(asked) == len(rows) and all(map(sound, rows)):
        places = dict.fromkeys(named(role.place.area) for role in rows)
        roles = names([role.range.occupation.title for role in rows])
        yield Finding(
            "good",
            f"{roles}, {names([*places])}: pay, year, jobs and standard error are as published, and it is "
            "said what they leave out. The sentence below the table can be said aloud.",
        )


def sound(role: Role) -> bool:
    """Say whether everything in a row is as published, so that a sentence can be made from it."""
    if not role.published or len(role.figures) < len(FIGURES) or not role.year:
        return False
    figures = all(not typed.fault and slip(role, column) is None for column, typed in role.figures.items())
    dated = not role.year.fault and role.year.year == role.range.year
    return figures and dated and surely(role) and role.out == EXTRAS


RULES = (
    is_in_the_table,
    dated_in_dollars,
    median_is_read,
    as_published,
    how_sure_it_is,
    what_is_left_out,
    neighbour_of_the_role,
    all_as_published,
)
