"""How long, how sure? Three times for each item, and the finish as a distribution of dates."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.how_sure_cells import (
    cell_faults,
    cell_titles,
    estimates,
    finish_row,
    hand_item,
    path_row,
    row_titles,
)
from tpm_kit.exercises.roadmap.how_sure_finish_rules import FINISH_RULES, done_by_hand
from tpm_kit.exercises.roadmap.how_sure_forecast import RUNS, forecast
from tpm_kit.exercises.roadmap.how_sure_hand_rules import HAND_RULES
from tpm_kit.exercises.roadmap.how_sure_rules import ESTIMATE_RULES
from tpm_kit.exercises.roadmap.how_sure_target import ID, USES, evidence, target
from tpm_kit.exercises.roadmap.sprint_words import short_day
from tpm_kit.exercises.wording import cut, date, names, points
from tpm_kit.widgets.table import Table

COLUMNS = (
    {"id": "optimistic", "label": "Optimistic", "unit": "working days", "note": "if all goes well"},
    {"id": "likely", "label": "Likely", "unit": "working days", "note": "as it mostly goes"},
    {"id": "pessimistic", "label": "Pessimistic", "unit": "working days", "note": "if much goes wrong"},
    {"id": "days", "label": "Days", "unit": "by hand"},
    {"id": "sd", "label": "SD", "unit": "by hand"},
)
RESULT = {
    "id": "worked",
    "label": "Expected · SD",
    "unit": "working days",
    "note": " · ".join(sum.replace(" ", "\u00a0") for sum in ("(O + 4M + P) ÷ 6", "(P − O) ÷ 6")),
    "kind": "result",
}
LATER = "after yours"
"""Shown in place of a result that the learner works out first."""


def estimate_table(case: Case) -> Table:
    """Return the table: a row for each item with the evidence below it, and two to be worked out by hand."""
    by_hand = [path_row(case), finish_row(case)]
    rows = [{"id": item.id, "title": item.title, "note": _note(item, case)} for item in target(case).items]
    rows += [{"id": row.id, "title": row.title, "note": row.note} for row in by_hand]
    asked = cell_titles(case)
    for row in rows:
        row["blank"] = [one["id"] for one in COLUMNS if f"{row['id']}:{one['id']}" not in asked]
    return Table(
        label=f"Three times for {case.title}",
        columns=[*({**column, "kind": "number"} for column in COLUMNS), RESULT],
        rows=rows,
        details={item.id: _facts(item, case) for item in target(case).items} | _hand_facts(case),
    )


def _note(item: BacklogItem, case: Case) -> str:
    size = points(item.effort) if item.effort is not None else "size not known"
    return f"{size} · also by hand" if item.id == hand_item(case) else size


def _facts(item: BacklogItem, case: Case) -> list[list[str]]:
    titles, known = row_titles(case), evidence(case).get(item.id)
    needs = [titles[one] for one, two in target(case).needs if two == item.id]
    facts = [
        ("What", item.summary),
        ("Starts after", names(needs, len(needs)) or "nothing, on the first day"),
    ]
    if known:
        facts += [("Plan", known["plan"]), ("The team says", known["team"]), ("Past cases", known["fact"])]
    else:
        facts += [
            ("Past cases", "none known here. Ask who did something like it last, and how long that took.")
        ]
    return [[name, cut(text, LONGEST)] for name, text in facts if text]


def _hand_facts(case: Case) -> dict[str, list[list[str]]]:
    """Return what the rows by hand ask for."""
    path, finish = path_row(case).id, finish_row(case).id
    return {
        path: [
            ["Days", "The sum of the expected times along the chain of items that takes longest."],
            ["SD", "The root of the summed squares of the SDs along it."],
        ],
        finish: [
            [
                "Days",
                f"The working days by which 80 % of {RUNS:,} runs of the whole network are done. Work it "
                "out for the longest path (days + 0.84 × SD), then look at what the chart says of all "
                "paths.",
            ]
        ],
    }


def estimate_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return expected time and SD of each row, as far as they may be shown, and a sentence for each fault."""
    known, shown, found = estimates(answer, case), done_by_hand(answer, case), forecast(answer, case)
    results = {id: f"{one.mean:.1f} · {one.sd:.1f}" if id in shown else LATER for id, one in known.items()}
    if found:
        path, finish = path_row(case).id, finish_row(case).id
        results[path] = f"{found.end.mean:.1f} · {found.end.sd:.1f}" if path in shown else LATER
        results[finish] = found.when(found.at(80)) if finish in shown else LATER
    return {
        "results": {id: {RESULT["id"]: text} for id, text in results.items()},
        "faults": cell_faults(answer, case),
    }


def estimate_task(case: Case) -> str:
    """Return the task: how many items, by which date, and what is assumed."""
    found = target(case)
    many = "this item" if len(found.items) == 1 else f"these {len(found.items)} items"
    by = (
        f" must be done by {date(found.date)} ({found.title.removesuffix('.')})"
        if found.date
        else " come first"
    )
    text = f"{many[0].upper()}{many[1:]}{by}. Give three times for each"
    text += "; select a row to read what is known. " if evidence(case) else ". "
    text += "Work out by hand what the last two rows and the largest item ask for"
    if found.left_out:
        text += f". {found.left_out} more of your planned items are left out here"
    if found.start is None:
        text += ". Without sprint_start the finish is in working days, not a date"
    return f"{text}."


def finish_chart(case: Case) -> Any:
    """Return the chart: when the runs are finished, and what drives them."""
    from tpm_kit.figures.finish_dates import FinishDates

    return FinishDates()


def finish_plot(answer: Cells, case: Case) -> dict[str, Any]:
    """Return what the chart draws: all finishes, P50, P80, the date, and the items that drive the finish."""
    found = forecast(answer, case)
    if found is None:
        return {"finishes": ()}
    titles, plan = row_titles(case), found.target
    return {
        "finishes": found.runs.finish,
        "p50": found.at(50),
        "p80": found.at(80),
        "deadline": plan.due,
        "in_time": None if plan.due is None else found.runs.probability_by(plan.due),
        "drivers": [(titles[id], strength) for id, strength in found.drivers],
        "dated": None if plan.start is None else _short(plan),
    }


def _short(plan: Any) -> Any:
    """Return the function that writes a time as a short date."""

    def dated(time: float) -> str:
        day = plan.day(time)
        return short_day(day) if day else f"{time:g}"

    return dated


def _hint_evidence(answer: Cells, case: Case) -> str:
    facts, titles = evidence(case), row_titles(case)
    wide = max(facts, key=lambda id: max(facts[id]["past"]) / min(facts[id]["past"]), default=None)
    if wide is None:
        return "Ask of each item how long the last three things like it took, from the first day to the last."
    past = names([f"{time:g}" for time in sorted(facts[wide]["past"])], 9)
    return (
        f"Begin with the past, not with the plan: work like {titles.get(wide, wide)} took {past} working "
        "days. The slowest of them is the least that a worst case can be."
    )


def _hint_sums(answer: Cells, case: Case) -> str:
    id = hand_item(case)
    one, title = estimates(answer, case).get(id), row_titles(case)[id]
    if one is None:
        return f"Expected is (O + 4M + P) ÷ 6 and SD is (P − O) ÷ 6; type the three times of {title} first."
    return (
        f"{title}: days are ({one.optimistic:g} + 4 × {one.likely:g} + {one.pessimistic:g}) ÷ 6, the SD is "
        f"({one.pessimistic:g} − {one.optimistic:g}) ÷ 6."
    )


def _hint_paths(answer: Cells, case: Case) -> str:
    plan, titles = target(case), row_titles(case)
    if not plan.needs:
        return "None of these items waits for another, so each is a path of its own; the longest item counts."
    one, two = plan.needs[0]
    return (
        f"Follow who waits for whom: {titles[two]} starts after {titles[one]}. Along a path expected times "
        "add up, and so do the squares of the SDs; the path with the largest sum is the longest."
    )


EXERCISE = Exercise(
    id=ID,
    version=1,
    number="6.6",
    title="How long, how sure?",
    notebook=NOTEBOOK,
    task=estimate_task,
    answer=Cells,
    view=estimate_table,
    parts=cell_titles,
    rules=(*ESTIMATE_RULES, *HAND_RULES, *FINISH_RULES),
    hints=(
        _hint_evidence,
        _hint_sums,
        _hint_paths,
        "Four runs in five of the longest path alone are done by its days + 0.84 × its SD. Where another "
        "path is nearly as long, the whole is later: read it off the chart at P80, as a date or "
        "in working days from the start.",
    ),
    live=estimate_live,
    chart=finish_chart,
    plotted=finish_plot,
    worked=True,
    done_word="filled in",
    uses=USES,
)
