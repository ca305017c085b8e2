"""Kano: what do people expect, what would please them, and whom does a category hide?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.kano_cells import (
    CHOICES,
    COEFFICIENTS,
    GROUPS,
    NAMES,
    cell_title,
    coefficients,
    fault,
    size,
    typed,
)
from tpm_kit.exercises.prioritization.kano_inputs import INPUTS
from tpm_kit.exercises.prioritization.kano_rules import RULES
from tpm_kit.exercises.prioritization.kano_survey import Counts, Feature, features, grouped
from tpm_kit.exercises.wording import cut, names
from tpm_kit.methods import kano
from tpm_kit.widgets.table import Table

LETTERED = {id: f"{id} · {name}" if id in kano.CATEGORIES else name for id, name in CHOICES.items()}
"""The categories as they are chosen: with the letter that they are counted under."""


def _counted(counts: Counts) -> str:
    """Return counts as "A 3, O 14, M 33, I 9, R 0, Q 1", with room for a line break in the middle only."""
    pairs = [f"{letter} {count:,}" for letter, count in zip(kano.CATEGORIES, counts, strict=True)]
    halves = (", ".join(pairs[:3]), ", ".join(pairs[3:]))
    return ", ".join(half.replace(" ", "\N{NO-BREAK SPACE}") for half in halves)


def kano_table(case: Case) -> Table:
    """Return the table: a row for each feature of the survey, questions and groups among its facts."""
    surveyed = features(case).values()
    summaries = {item.id: item.summary for item in case.items}
    ends = {"better": "0 to 1", "worse": "−1 to 0"}
    columns: list[dict[str, Any]] = [
        {"id": "counts", "label": "Answers", "unit": "by category", "kind": "given"},
        _choice("category", LETTERED, "counted most"),
        *({"id": id, "label": COEFFICIENTS[id], "unit": unit, "kind": "number"} for id, unit in ends.items()),
    ]
    if grouped(case):
        columns.append(_choice("groups", GROUPS, "do they agree?"))
    return Table(
        label=f"Kano survey for {case.title}",
        columns=columns,
        rows=[
            {
                "id": one.id,
                "title": one.title,
                "note": f"{one.total:,} {'answer' if one.total == 1 else 'answers'}",
                "given": {"counts": _counted(one.counts)},
            }
            for one in surveyed
        ],
        details={one.id: _facts(one, summaries[one.id]) for one in surveyed},
    )


def _choice(id: str, options: Mapping[str, str], note: str) -> dict[str, Any]:
    choices = [list(option) for option in options.items()]
    return {"id": id, "label": NAMES[id], "note": note, "kind": "choice", "options": choices}


def _facts(one: Feature, summary: str) -> list[list[str]]:
    """Return the questions and the counts of each group, as pairs of name and text."""
    means = one.means and f"with it {one.means[0]:.1f}, without it {one.means[1]:.1f}"
    facts = [
        ("What", summary),
        ("Asked with it", one.questions[0]),
        ("Asked without it", one.questions[1]),
        ("Answers to choose from", ", ".join(f"{n} {text}" for n, text in kano.ANSWERS.items())),
        ("Mean answer", means or ""),
    ]
    if len(one.segments) > 1:
        facts += [
            (f"{name[:1].upper()}{name[1:]} ({sum(counts)})", _counted(counts))
            for name, counts in one.segments.items()
        ]
    return [[name, cut(text, LONGEST)] for name, text in facts if text]


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `feature:column`."""
    columns = [id for id in NAMES if id != "groups" or grouped(case)]
    return {f"{one.id}:{id}": cell_title(one, id) for one in features(case).values() for id in columns}


def kano_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return a sentence for each coefficient that cannot be one. Nothing is worked out for the learner."""
    found = {
        row: {column: fault(column, text) for column, text in texts.items() if column in COEFFICIENTS}
        for row, texts in answer.cells.items()
    }
    faults = {row: {column: text for column, text in texts.items() if text} for row, texts in found.items()}
    return {"results": {}, "faults": {row: texts for row, texts in faults.items() if texts}}


def kano_plotted(answer: Cells, case: Case) -> dict[str, list[tuple[Any, ...]]]:
    """Return a point for each row whose coefficients are typed, and the groups of a row said to have two."""
    surveyed = features(case)
    typed_in: dict[str, dict[str, float]] = {}
    for feature, column, text in coefficients(answer, surveyed):
        value = typed(text)
        if value is not None and size(column, text) is not None:
            typed_in.setdefault(feature.id, {})[column] = -abs(value) if column == "worse" else value
    shown = [surveyed[id] for id, numbers in typed_in.items() if len(numbers) == 2]
    return {
        "features": [(one.title, typed_in[one.id]["better"], typed_in[one.id]["worse"]) for one in shown],
        "segments": [
            (one.title, name, kano.better(counts), kano.worse(counts))
            for one in shown
            if answer.text(one.id, "groups") == "two"
            for name, counts in one.segments.items()
            if sum(counts[:4])
        ],
    }


def better_worse(case: Case) -> Any:
    """Return the chart of Better and Worse."""
    from tpm_kit.figures.better_worse import BetterWorse

    return BetterWorse()


def kano_task(case: Case) -> str:
    """Return the task, with the size of the survey."""
    surveyed = features(case).values()
    totals = {one.total for one in surveyed} or {0}
    asked = " to ".join(f"{total:,}" for total in sorted({min(totals), max(totals)}))
    many = f"{len(surveyed)} features, with each" if len(surveyed) != 1 else "1 feature, with it"
    groups = ", and does one category hide two groups" if grouped(case) else ""
    return (
        f"Read what {asked} respondents feel about {many} and without it: what do they expect, what would "
        f"please them (Better), what would they miss (Worse){groups}?"
    )


def _hint_groups(answer: Cells, case: Case) -> str:
    """Send the learner to the counts of the groups, where there are any."""
    if not grouped(case):
        return (
            "Counts of everybody may hide two groups that want different things. If your survey knows who "
            "answered, count each group by itself: the largest count of each should fall on the same letter."
        )
    left = [one.title for one in features(case).values() if not answer.text(one.id, "groups")]
    rest = f" Not judged yet: {names(left, 3)}." if left else ""
    return (
        "Select a row: below the table stand the counts of each group. Groups differ in size, so compare "
        f"which letter has the largest count within each.{rest}"
    )


def _hint_wording(answer: Cells, case: Case) -> str:
    if any(any(one.questions) for one in features(case).values()):
        return (
            "Q counts those who contradict themselves. Where it is more than a tenth, read the two questions "
            "below the table as if you had never heard of the feature."
        )
    return (
        "Q counts those who contradict themselves. Where it is more than a tenth, the question was probably "
        "misread, and its other counts are in doubt too."
    )


EXERCISE = Exercise(
    id="kano",
    version=1,
    number="5.5",
    title="What do they expect?",
    notebook=NOTEBOOK,
    task=kano_task,
    answer=Cells,
    view=kano_table,
    parts=cell_titles,
    rules=RULES,
    hints=(
        "The category is the letter with the largest count: A Attractive, O One-dimensional, M Must-be, "
        "I Indifferent, R Reverse (people want the opposite). A tie goes by M before O before A before I.",
        "Leave R and Q out of the coefficients. If the counts were A 10, O 20, M 5, I 15, R 4, Q 6: Better = "
        "(10 + 20) / 50 = 0.60 and Worse = −(20 + 5) / 50 = −0.50.",
        _hint_wording,
        _hint_groups,
    ),
    live=kano_live,
    worked=True,
    done_word="filled in",
    chart=better_worse,
    plotted=kano_plotted,
    inputs=INPUTS,
    columns=CHOICES | GROUPS,
)
