"""What waiting costs: jobs in the order in which their delay costs least."""

from __future__ import annotations

import datetime
from typing import Any

from tpm_kit.answers import Ranking
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST, short_titles
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.waiting_cells import MOST_WEEKS
from tpm_kit.exercises.prioritization.waiting_inputs import INPUTS, USES
from tpm_kit.exercises.prioritization.waiting_rules import (
    COLUMN,
    RULES,
    TABLE,
    job_titles,
    jobs,
    least,
    money,
    ordered,
    steps,
    too_soon,
    total,
    weeks,
)
from tpm_kit.exercises.wording import cut, date, names, points
from tpm_kit.methods.cost_of_delay import Job, cd3
from tpm_kit.widgets.board import Board

RANKS = {str(n): {1: "1st", 2: "2nd", 3: "3rd"}.get(n, f"{n}th") for n in range(1, 13)}


def waiting_board(case: Case) -> Board:
    """Return the board: one column to be put in order, every job in the tray."""
    titles = job_titles(case)
    return Board(
        label=f"Order of work for {case.title}",
        columns=[{"id": COLUMN, "label": "First to last", "tone": "blue", "note": "The first job on top"}],
        cards=[{"id": id, "title": titles[id], "note": _note(job, case)} for id, job in jobs(case).items()],
        details={row["id"]: _facts(row["id"], row["fact"], case) for row in case.table(TABLE)},
        ranked=True,
    )


def _rate(job: Job, case: Case) -> str:
    later = f" from week {round(job.starts, 2):.10g}" if job.starts else ""
    return f"{money(job.cost, case)} a week{later}"


def _since(job: Job, case: Case) -> str:
    """Return the day from which a job costs money, where the case says when week 0 is."""
    if not (case.sprint_start and 0 < job.starts < MOST_WEEKS):
        return ""
    return f" ({date(case.sprint_start + datetime.timedelta(weeks=job.starts))})"


def _note(job: Job, case: Case) -> str:
    parts = (weeks(job.duration), _rate(job, case))
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)


def _facts(id: str, why: str, case: Case) -> list[list[str]]:
    job, titles, items = jobs(case)[id], job_titles(case), short_titles(case)
    item = items.get(id)
    elsewhere = [one for one in (item.dependencies if item else ()) if one not in titles]
    size = f" ({points(item.effort)})" if item and item.effort is not None else ""
    facts = [
        ("Id", id),
        ("What", item.summary if item else ""),
        ("Work", f"{weeks(job.duration)}{size}"),
        ("Waiting costs", _rate(job, case) + _since(job, case)),
        ("Why so much", why),
        ("Needs first", names([titles[one] for one in job.after])),
        ("Needs from others", names([items[one].title for one in elsewhere if one in items])),
    ]
    return [[name, cut(text, LONGEST)] for name, text in facts if text]


def waiting_meter(answer: Ranking, case: Case) -> dict[str, dict[str, Any]]:
    """Return the delay cost of the jobs placed so far."""
    order = ordered(answer, case)
    if not order:
        return {COLUMN: {"text": ""}}
    if too_soon(order):
        return {COLUMN: {"text": "a job before what it needs", "over": True}}
    so_far = "" if len(order) == len(jobs(case)) else " so far"
    return {COLUMN: {"text": f"{money(total(order), case)} of delay{so_far}"}}


def waiting_task(case: Case) -> str:
    """Return the task, with the number of jobs and the work in them."""
    every = jobs(case).values()
    work = weeks(sum(job.duration for job in every))
    many = "this job" if len(every) == 1 else f"these {len(every)} jobs"
    who = "Your team" if case.own else "One pair of engineers"
    return (
        f"{who} will do {many}, {work} of work, one after the other. In which order does waiting cost least?"
    )


def _hint_ratio(answer: Ranking, case: Case) -> str:
    now = [job for job in jobs(case).values() if not job.starts and job.cost]
    titles = job_titles(case)
    rule = "Divide what a week of waiting costs by the weeks of work, and begin with the highest."
    if len(now) < 2:
        return rule
    dear = max(now, key=lambda job: job.cost)
    quick = max(now, key=lambda job: cd3(job.cost, job.duration))
    if cd3(dear.cost, dear.duration) >= cd3(quick.cost, quick.duration):
        return f"{rule} For {titles[dear.id]} that is {money(cd3(dear.cost, dear.duration), case)}."
    return (
        f"{rule} {titles[dear.id]} costs {money(dear.cost, case)} a week, but takes {weeks(dear.duration)}: "
        f"{money(cd3(dear.cost, dear.duration), case)} for each of them. {titles[quick.id]} comes to "
        f"{money(cd3(quick.cost, quick.duration), case)}."
    )


def _hint_needs(answer: Ranking, case: Case) -> str:
    titles = job_titles(case)
    pairs = [f"{titles[job.id]} needs {titles[id]}" for job in jobs(case).values() for id in job.after]
    if not pairs:
        return "None of these jobs needs another, so nothing but their costs and dates decides."
    return (
        f"{names(pairs, 2)}. A job that others wait for is worth more than its own cost says, since theirs "
        "goes on until both are done."
    )


def _hint_dates(answer: Ranking, case: Case) -> str:
    dated = [job for job in jobs(case).values() if job.starts]
    titles = job_titles(case)
    if not dated:
        return "All of these jobs cost money from today on, so no date changes the order."
    job = max(dated, key=lambda job: job.cost)
    return (
        f"{titles[job.id]} costs nothing while it is done within {weeks(job.starts)}, and it takes "
        f"{weeks(job.duration)}. Order the others first, then look for the latest place where it is in time."
    )


def _hint_sum(answer: Ranking, case: Case) -> str:
    order, best = ordered(answer, case), least(tuple(jobs(case).values()))
    if best is None or too_soon(order) or len(order) < len(jobs(case)):
        return "Place all jobs, then swap two neighbours at a time and watch the sum above the column."
    if total(order) <= best:
        return f"Your order costs {money(best, case)}, and none costs less."
    return (
        f"Your order costs {money(total(order), case)}, the best one {money(best, case)}. Swap two "
        "neighbours at a time and keep what makes the sum smaller."
    )


def waiting_chart(case: Case) -> Any:
    """Return the chart: a block for each job, as high as its cost per week and as long as it lasts."""
    from tpm_kit.figures.delay_cost import DelayCost

    every = jobs(case).values()
    return DelayCost(
        weeks=sum(job.duration for job in every), rate=sum(job.cost for job in every if not job.starts)
    )


def waiting_plot(answer: Ranking, case: Case) -> dict[str, Any]:
    """Return what the chart draws: a block for each job placed, their delay cost, and the least possible for
    all jobs once an order is complete and can be worked."""
    order, titles = ordered(answer, case), job_titles(case)
    blocks = [
        # A job that is done before its cost begins takes no room in the chart.
        (titles[job.id], job.starts, step.finish, job.cost if step.cost else 0.0, step.cost)
        for job, step in zip(order, steps(order), strict=True)
    ]
    sound = order and len(order) == len(jobs(case)) and not too_soon(order)
    best = least(tuple(jobs(case).values())) if sound else None
    unit = "" if case.own else "euros"
    return {"blocks": blocks, "total": total(order), "best": best, "unit": unit}


EXERCISE = Exercise(
    id="waiting",
    version=1,
    number="5.4",
    title="What does waiting cost?",
    notebook=NOTEBOOK,
    task=waiting_task,
    answer=Ranking,
    view=waiting_board,
    parts=job_titles,
    rules=RULES,
    hints=(_hint_ratio, _hint_needs, _hint_dates, _hint_sum),
    live=waiting_meter,
    chart=waiting_chart,
    plotted=waiting_plot,
    worked=True,
    uses=USES,
    inputs=INPUTS,
    columns=RANKS,
)
