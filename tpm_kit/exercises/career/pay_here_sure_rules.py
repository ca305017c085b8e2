"""How sure the pay is that was read off: the number of jobs and the standard error behind it (PAY-3)."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.areas import NATION
from tpm_kit.exercises.career.pay_here_cells import same_error, same_jobs
from tpm_kit.exercises.career.pay_here_rows import COLUMNS, ERROR, JOBS, Role, cell, read_rows, seen
from tpm_kit.exercises.wording import percent
from tpm_kit.methods.pay import margin_of
from tpm_kit.salary_data import PayRange, pay

FEW = 100
"""Jobs, up to which a row stands on few answers and a note says so."""
WIDE = 5.0
"""Relative standard error of the mean, in percent, from which a note says how far it may be off."""


def problem(role: Role, column: str, sentence: str, why: str, do: str = "") -> Finding:
    """Return a problem with one cell of a row."""
    return Finding("problem", seen(role, column, sentence), why, do, cell(role, column))


@rule("PAY-3")
def how_sure_it_is(answer: Cells, case: Case) -> Iterator[Finding]:
    """The number of jobs or the standard error is not the published one."""
    for role in read_rows(answer):
        for column, typed in ((JOBS, role.jobs), (ERROR, role.error)):
            if typed is None:
                continue
            what = typed.fault or (unsure(role, column) if role.published else "")
            if what:
                yield problem(
                    role,
                    column,
                    what,
                    "A range alone looks equally solid for 40 jobs and for 40,000.",
                    "Jobs and standard error stand in the same row as the pay; take the error of the "
                    "mean pay.",
                )
        if role.published and surely(role):
            yield from _thin(role)


def unsure(role: Role, column: str) -> str:
    """Return what is wrong with the jobs or the standard error of a row; "" if it is as published."""
    known = role.published
    true = known.employment if column == JOBS else known.mean_rse
    typed = (role.jobs if column == JOBS else role.error).value
    what = COLUMNS[column]
    if typed is None:
        return "" if true is None else "You say that none is published; the table has one."
    if true is None:
        return f"You have {typed:,.10g}; none is published here. Write: not published."
    if (same_jobs if column == JOBS else same_error)(typed, true):
        return ""
    if column == JOBS:
        return _wrong_jobs(typed, known)
    if known.employment_rse is not None and same_error(typed, known.employment_rse):
        return f"You have {typed:g} %; that is the error of the number of jobs, not of the pay."
    if same_error(typed * 100, true) or same_error(typed / 100, true):
        return f"You have {typed:g} %; it is out by a factor of a hundred."
    if known.mean and abs(typed - known.mean * true / 100) <= 0.02 * known.mean * true / 100:
        return f"You have {typed:,.10g}, which is the error in dollars; the relative one is in percent."
    return f"You have {typed:g} %; the published {what} is {'smaller' if typed > true else 'larger'}."


def _wrong_jobs(typed: float, known: PayRange) -> str:
    nation = pay(known.occupation.soc, NATION)
    mine = f"You have {typed:,.10g}"
    if same_jobs(typed * 1000, known.employment) or same_jobs(typed / 1000, known.employment):
        return f"{mine}; it is out by a factor of a thousand."
    if nation and nation.employment and same_jobs(typed, nation.employment):
        return f"{mine}; that is the number of jobs in the whole nation."
    return f"{mine}; the published number of jobs is {'smaller' if typed > known.employment else 'larger'}."


def surely(role: Role) -> bool:
    """Say whether jobs and standard error of a row are there and as published, so that both can be named."""
    cells = ((JOBS, role.jobs), (ERROR, role.error))
    return all(typed and not typed.fault and not unsure(role, column) for column, typed in cells)


def _thin(role: Role) -> Iterator[Finding]:
    """Yield a note on figures that stand on little."""
    known = role.published
    few = known.employment is not None and known.employment <= FEW
    if not few and not (known.mean_rse and known.mean_rse >= WIDE):
        return
    jobs = (
        f"{known.employment:,} jobs" if known.employment is not None else "a number of jobs that is not told"
    )
    error = ""
    if known.mean_rse and known.mean:
        off = margin_of(known.mean, known.mean_rse)
        share = percent(off / known.mean)
        error = f", and the mean may be off by {share} or {off:,.0f} dollars either way"
    yield Finding(
        "note",
        seen(role, ERROR, f"These figures stand on {jobs}{error}."),
        "A few people who change their job move such a figure; its median is no surer than its mean.",
        "Say it with the range, and look at the state or a larger area beside it.",
        cell(role, ERROR),
    )
