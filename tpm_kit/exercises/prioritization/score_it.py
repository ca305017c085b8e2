"""RICE and ICE side by side: a table of inputs, with scores and ranks that follow while typing."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST, item_details
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.score_it_cells import (
    EVIDENCE,
    Fault,
    chosen,
    ice_scores,
    labels,
    places,
    rank_texts,
    readings,
    rice_scores,
    score_text,
    scored_items,
    values_known,
)
from tpm_kit.exercises.prioritization.score_it_evidence_rules import EVIDENCE_RULES
from tpm_kit.exercises.prioritization.score_it_rank_rules import RANK_RULES
from tpm_kit.exercises.prioritization.score_it_rules import CELL_RULES
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.rice import IMPACTS
from tpm_kit.widgets.table import Table

FACTS = ("reach", "impact", "confidence", "effort")


def columns(case: Case) -> list[dict[str, Any]]:
    """Return the columns: the inputs, then the results. Ask for ICE's impact where the backlog has none."""
    words = list(IMPACTS.values())
    scale = f"{', '.join(f'{step:g}' for step in IMPACTS)}: {words[0]} to {words[-1]}"
    value = {"id": "value", "label": "Value", "unit": "1–10", "note": "to your goals; ICE's impact"}
    rice = "reach × impact × confidence ÷ effort"
    ice = "value × confidence × ease, product"
    return [
        {"id": "reach", "label": "Reach", "unit": "customers a quarter", "kind": "number"},
        {"id": "impact", "label": "Impact", "unit": "on one customer", "note": scale, "kind": "number"},
        {"id": "confidence", "label": "Confidence", "unit": "%", "kind": "number"},
        {
            "id": "evidence",
            "label": "Evidence",
            "unit": "for that confidence",
            "kind": "choice",
            "options": [list(option) for option in EVIDENCE.items()],
        },
        {
            "id": "effort",
            "label": "Effort",
            "unit": "person-months",
            "note": "of 4 weeks; at least 0.5",
            "kind": "number",
        },
        *([] if values_known(case) else [{**value, "kind": "number"}]),
        {"id": "ease", "label": "Ease", "unit": "1–10", "note": "10 = least work", "kind": "number"},
        {"id": "rice", "label": "RICE", "unit": "score · rank", "note": rice, "kind": "result"},
        {"id": "ice", "label": "ICE", "unit": "score · rank", "note": ice, "kind": "result"},
    ]


def score_table(case: Case) -> Table:
    """Return the table: a row for each item, its facts below while it has the focus."""
    facts = {row["id"]: row for row in case.table("score-it")}
    known = item_details(case)
    items = scored_items(case)
    return Table(
        label=f"RICE and ICE for {case.title}",
        columns=columns(case),
        rows=[{"id": item.id, "title": item.title, "note": _note(item, case)} for item in items],
        details={
            item.id: _facts(item, facts[item.id]) if item.id in facts else known[item.id] for item in items
        },
    )


def _note(item: BacklogItem, case: Case) -> str:
    if values_known(case):
        return f"value {item.value:g} of 10"
    return f"size {item.effort:.10g}" if item.effort is not None else ""


def _facts(item: BacklogItem, fact: TableRow) -> list[list[str]]:
    """Return the facts of an item as pairs of name and text, without the numbers to be worked out."""
    texts = [("What", item.summary), *((name.capitalize(), fact[name]) for name in FACTS)]
    return [[name, cut(text, LONGEST)] for name, text in texts if text]


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `item:column`."""
    return {
        f"{item.id}:{column}": f"{item.title}: {label.lower()}"
        for item in scored_items(case)
        for column, label in labels(case).items()
    }


def score_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return scores with ranks for the rows that can be scored, and a sentence for each faulty cell."""
    names = labels(case)
    results: dict[str, dict[str, str]] = {}
    for method, scores in (("rice", rice_scores(answer, case)), ("ice", ice_scores(answer, case))):
        for id, rank in rank_texts(scores).items():
            results.setdefault(id, {})[method] = f"{score_text(scores[id])} · {rank}"
    faults = {
        id: {
            column: f"{names[column]}: {one.what}. {one.do}"
            for column, one in cells.items()
            if isinstance(one, Fault)
        }
        for id, cells in readings(answer, case).items()
    }
    return {"results": results, "faults": {id: texts for id, texts in faults.items() if texts}}


def score_task(case: Case) -> str:
    """Return the task; on a backlog without facts it says which items are taken."""
    items = scored_items(case)
    many = f"{len(items)} items" if len(items) != 1 else "1 item"
    if case.table("score-it"):
        return (
            f"Turn the facts about {many} into numbers: select a row to read its facts, and watch what comes "
            "first by RICE and by ICE."
        )
    which = "the first of your backlog"
    if chosen(case):
        which = "the first Musts and Shoulds of your MoSCoW answer"
    return f"Score {many}, {which}: what comes first by RICE, and what by ICE?"


def _hint_look(answer: Cells, case: Case) -> str:
    """Name a cell to look at again, or what the two ranks say."""
    titles = cell_titles(case)
    for finding in EXERCISE.review(answer, case).findings:
        if finding.level in ("problem", "caution") and finding.cards:
            return f"Look again at one cell: {titles.get(finding.cards[0], finding.cards[0])}."
    by_rice, by_ice = (places(scores(answer, case)) for scores in (rice_scores, ice_scores))
    both = [id for id in by_rice if id in by_ice]
    if len(both) < 2:
        return "Fill in two rows first: a score means something only beside another one."
    far = max(both, key=lambda id: abs(by_rice[id] - by_ice[id]))
    title = next(item.title for item in scored_items(case) if item.id == far)
    return (
        f"Compare the two ranks of {title}: {by_rice[far]} by RICE, {by_ice[far]} by ICE. Only RICE asks how "
        "many customers it touches."
    )


EXERCISE = Exercise(
    id="score-it",
    version=1,
    number="5.3",
    title="Score it",
    notebook=NOTEBOOK,
    task=score_task,
    answer=Cells,
    view=score_table,
    parts=cell_titles,
    rules=(*CELL_RULES, *EVIDENCE_RULES, *RANK_RULES),
    hints=(
        "Reach first: is the figure for a month, for a quarter, or a share? A quarter has three months, and "
        "a share needs the number that it is a share of.",
        "Effort adds up everybody's time: 2 people for 3 weeks are 6 person-weeks, and 4 person-weeks are a "
        "person-month. For an item in points, work out how many person-weeks a sprint has and what share of "
        "its points the item takes.",
        "Let the evidence set the confidence: own data or a test carries up to 100 %, interviews up to 80 %, "
        "an estimate 50 %.",
        _hint_look,
    ),
    live=score_live,
    worked=True,
    done_word="filled in",
    uses={"moscow": Placements},
    columns=EVIDENCE,
)
