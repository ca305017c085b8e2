"""A small published network, worked by hand: early and late times, float, and what is critical."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.critical_path_cells import ANSWERS, MARKS, TIMES, Sheet, days
from tpm_kit.exercises.roadmap.critical_path_mark_rules import MARK_RULES
from tpm_kit.exercises.roadmap.critical_path_network import (
    DAYS,
    FOLLOWERS,
    LINKS,
    TASKS,
    longer,
    named,
    paths,
    slipping,
    solved,
    solved_longer,
)
from tpm_kit.exercises.roadmap.critical_path_rules import TIME_RULES
from tpm_kit.exercises.wording import cut, names
from tpm_kit.widgets.table import Table

SOURCE = (
    "Days and arrows are those of the first solution of chapter 8 in the solutions manual to B. W. Taylor, "
    "Introduction to Management Science; the names of the tasks are ours."
)
LABELS = {**TIMES, **MARKS}


def path_task(case: Case) -> str:
    """Return the task, with where the network comes from."""
    slips, long = slipping()
    return (
        f"Work out for each of these {len(TASKS)} tasks when it can start and end at the earliest, when it "
        "must start and end at the latest, its float, and whether it is critical; then which tasks are "
        f"critical if {slips} takes {long} days instead of {DAYS[slips]}. Time is in working days and starts "
        f"at 0. {SOURCE}"
    )


def path_table(case: Case) -> Table:
    """Return the table: a row for each task, with its days and what it needs."""
    slips, long = slipping()
    notes = {"then": f"if {slips} takes {long} days"}
    units = {"float": "latest − earliest start", "critical": "float 0?"}
    return Table(
        label="A network of tasks, worked by hand",
        columns=[
            *(
                {"id": id, "label": name.capitalize(), "unit": units.get(id, ""), "kind": "number"}
                for id, name in TIMES.items()
            ),
            *(
                {
                    "id": id,
                    "label": name.capitalize(),
                    "unit": units.get(id, ""),
                    "note": notes.get(id, ""),
                    "kind": "choice",
                    "options": [list(option) for option in ANSWERS.items()],
                }
                for id, name in MARKS.items()
            ),
        ],
        rows=[
            {
                "id": task.id,
                "title": f"{task.id} · {task.title}",
                "note": f"{task.days} days · needs {names(task.needs) or 'nothing'}",
            }
            for task in TASKS.values()
        ],
        details={
            task.id: [
                ["What", task.title],
                ["Days", str(task.days)],
                ["Needs first", names(task.needs) or "nothing"],
                ["Waiting for it", names(FOLLOWERS[task.id]) or "nothing"],
            ]
            for task in TASKS.values()
        },
    )


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `task:column`."""
    return {f"{id}:{column}": f"{id}: {label}" for id in TASKS for column, label in LABELS.items()}


def path_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what is wrong with cells that hold no number; nothing is worked out for the learner."""
    faults: dict[str, dict[str, str]] = {}
    for (id, column), fault in Sheet(answer).faults().items():
        faults.setdefault(id, {})[column] = fault
    return {"results": {}, "faults": faults}


def path_chart(case: Case) -> Any:
    """Return the chart: the network, with a box for each task."""
    from tpm_kit.figures.network import Network

    return Network()


def path_plot(answer: Cells, case: Case) -> dict[str, Any]:
    """Return what the chart draws: the tasks with the learner's own numbers, and no others."""
    sheet, place = Sheet(answer), {id: at for at, id in enumerate(TASKS)}

    def shown(id: str, column: str) -> str:
        value = sheet.time(id, column)
        return cut(answer.text(id, column), 12) if value is None else days(value)

    tasks = [
        (
            f"{id} · {task.title}",
            task.days,
            (shown(id, "es"), shown(id, "ef")),
            (shown(id, "ls"), shown(id, "lf")),
            shown(id, "float"),
            bool(sheet.mark(id, "critical")),
        )
        for id, task in TASKS.items()
    ]
    return {"tasks": tasks, "links": [(place[before], place[after]) for before, after in LINKS]}


def path_solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return the right answer: the text of each cell, and the sum behind it."""
    found, then = solved(), solved_longer()
    answer = {}
    for id, times in found.tasks.items():
        values = dict(zip(TIMES, (times.es, times.ef, times.ls, times.lf, times.total_float), strict=True))
        for column, value in values.items():
            answer[f"{id}:{column}"] = (days(value), _reason(id, column))
        for column, right in (("critical", found), ("then", then)):
            critical = id in right.critical
            answer[f"{id}:{column}"] = ("yes" if critical else "no", _mark_reason(id, column, critical))
    return answer


def _reason(id: str, column: str) -> str:
    times, long = solved().tasks, DAYS[id]
    mine = times[id]
    if column == "es":
        ends = [f"{one} ends at {days(times[one].ef)}" for one in TASKS[id].needs]
        return f"{names(ends)}; it starts when all it needs is done." if ends else "It needs nothing."
    if column == "ef":
        return f"{days(mine.es)} + {long} days."
    if column == "ls":
        return f"{days(mine.lf)} − {long} days."
    if column == "lf":
        starts = [f"{one} must start by {days(times[one].ls)}" for one in FOLLOWERS[id]]
        return f"{names(starts)}; it ends in time for all." if starts else "Nothing waits for it: the finish."
    return f"{days(mine.ls)} − {days(mine.es)}."


def _mark_reason(id: str, column: str, critical: bool) -> str:
    times = DAYS if column == "critical" else longer()
    on = max((path for path in paths() if id in path), key=lambda path: sum(times[one] for one in path))
    total = sum(times[one] for one in on)
    end = "the longest there is" if critical else f"less than the finish, {days(solved().finish)}"
    return f"{named(on)}, the longest path through it, takes {total} days: {end}."


def _hint_look(answer: Cells, case: Case) -> str:
    """Name a cell to look at again, or the next one to fill in."""
    titles = cell_titles(case)
    for finding in EXERCISE.review(answer, case).findings:
        if finding.level == "problem" and finding.cards:
            return f"Look again at one cell: {titles.get(finding.cards[0], finding.cards[0])}."
    missing = EXERCISE.missing(answer, case)
    if missing:
        return f"What you have holds so far, as far as it can be judged. Go on with {titles[missing[0]]}."
    return "Every path that takes as long as the finish is critical. List the paths with their days."


EXERCISE = Exercise(
    id="critical-path",
    version=1,
    number="6.5",
    title="Find the critical path",
    notebook=NOTEBOOK,
    task=path_task,
    answer=Cells,
    view=path_table,
    parts=cell_titles,
    rules=(*TIME_RULES, *MARK_RULES),
    hints=(
        "Forward, from left to right: what needs nothing starts at 0, an end is the start and the days. "
        "Where arrows meet, as at F and at G, the task waits for the latest of the ends.",
        "Backward, from right to left: the last task must end at the finish, a start is the end less the "
        "days. Where arrows part, as at B, the task must be done for the one that must start first.",
        "Float is the latest start less the earliest start. Where it is 0 the task is critical; a task that "
        "uses up its float becomes critical, with all that is on its path.",
        _hint_look,
    ),
    live=path_live,
    chart=path_chart,
    plotted=path_plot,
    done_word="filled in",
    columns=ANSWERS,
    solution=path_solution,
    worked_called="The right answer",
)
