"""What a roadmap needs and a learner's own backlog may lack: how large the planned items are, and for whom
they must wait."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import item_details
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.plan import INPUTS_ID, MOST_POINTS, USES, Planned, effort_of, planned
from tpm_kit.exercises.wording import cut, points
from tpm_kit.widgets.table import Table

POINTS, PERSON = "points", "person"
HUGE = 40
"""Times the smallest item from which on an item is not measured in the same points: a guide of this
course."""


def unsized(case: Case) -> list[Planned]:
    """Return the planned items whose effort the backlog does not say."""
    known = {item.id for item in case.items if item.effort is not None}
    return [item for item in planned(case).items if item.id not in known]


def _table(case: Case) -> Table:
    facts = item_details(case)
    return Table(
        label=f"How large the planned items of {case.title} are",
        columns=[
            {"id": POINTS, "label": "Points", "note": "beside the others", "kind": "number"},
            {"id": PERSON, "label": "Needs this person", "note": "may stay blank", "kind": "text"},
        ],
        rows=[{"id": item.id, "title": item.title, "note": item.why} for item in unsized(case)],
        details={item.id: facts[item.id] for item in unsized(case)},
    )


def _parts(case: Case) -> dict[str, str]:
    return {f"{item.id}:{POINTS}": item.title for item in unsized(case)}


def _task(case: Case) -> str:
    plan, count = planned(case), len(unsized(case))
    of = (
        f" of the {len(plan.items)} planned items"
        if count < len(plan.items)
        else " items"
        if count > 1
        else ""
    )
    these = f"are these {count}" if count > 1 else "is this one"
    return (
        f"How large {these}{of}? {plan.source} Points say how large an item is beside the others, so "
        "begin with the smallest. Where only one person can do an item, name them."
    )


def _amounts(answer: Cells, case: Case) -> Iterator[tuple[Planned, str, float | None]]:
    """Yield the items whose points are filled in: what is typed, and the points it means, or None."""
    for item in unsized(case):
        text = answer.text(item.id, POINTS)
        if text.strip():
            yield item, text, effort_of(text)


@rule("PRI-6")
def points_can_be_used(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell holds no number of points."""
    for item, text, effort in _amounts(answer, case):
        if effort is None:
            yield Finding(
                "problem",
                f"{item.title}: “{cut(text, 40)}” is no number of points.",
                "An item without a size counts as nothing, and the sprint it lies in looks emptier than it "
                "is.",
                f"Give a number above 0 and at most {MOST_POINTS}, such as 3 or 0.5.",
                (f"{item.id}:{POINTS}",),
            )


@rule("LOAD-2", whole=True)
def sizes_are_in_one_unit(answer: Cells, case: Case) -> Iterator[Finding]:
    """The largest item is so many times the smallest that the two are hardly in one unit."""
    plan = planned(case)
    sizes = {item.id: item.effort for item in plan.items if item.effort}
    sizes |= {item.id: effort for item, _, effort in _amounts(answer, case) if effort}
    if len(sizes) < 2:
        return
    small, large = min(sizes, key=sizes.get), max(sizes, key=sizes.get)
    if sizes[large] >= HUGE * sizes[small]:
        mine = [id for id in (large, small) if id in {item.id for item in unsized(case)}]
        yield Finding(
            "caution",
            f"{plan.by_id[large].title} has {points(sizes[large])}, {plan.by_id[small].title} "
            f"{points(sizes[small])}: {sizes[large] / sizes[small]:.0f} times as many.",
            "Nobody can compare such sizes well; often one of them is in days or hours.",
            "Give both in the same unit, or split the large one.",
            tuple(f"{id}:{POINTS}" for id in mine),
        )
    else:
        total = sum(sizes.values())
        yield Finding("good", f"The {len(sizes)} sized items have {points(round(total, 2))} together.")


def _live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what is wrong with the cells while the learner types."""
    faults = {
        item.id: {POINTS: f"No number of points. Give one above 0 and at most {MOST_POINTS}."}
        for item, _, effort in _amounts(answer, case)
        if effort is None
    }
    return {"results": {}, "faults": faults}


def _rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the table "plan" from a sound answer. `planned` takes the points from the answer."""
    for item in unsized(case):
        yield {"id": item.id, "team": "", "person": cut(answer.text(item.id, PERSON), 60)}


def _hint_smallest(answer: Cells, case: Case) -> str:
    sized = [(effort, item.title) for item, _, effort in _amounts(answer, case) if effort]
    if not sized:
        return (
            "Give the smallest item 1 or 2 points, and ask of each other one how many times as large it is."
        )
    effort, title = min(sized)
    return (
        f"Your smallest is {title} with {points(effort)}: ask of each other one how many times as large it "
        "is."
    )


INPUTS = Inputs(
    table="plan",
    exercise=Exercise(
        id=INPUTS_ID,
        version=1,
        number="6.2 · your sizes",
        title="How large are they?",
        notebook=NOTEBOOK,
        task=_task,
        answer=Cells,
        view=_table,
        parts=_parts,
        rules=(points_can_be_used, sizes_are_in_one_unit),
        hints=(
            _hint_smallest,
            "A guess by those who would do the work is better than none: the roadmap shows what follows from "
            "it, and you can change it here at any time.",
        ),
        live=_live,
        done_word="filled in",
        uses=USES,
    ),
    rows=_rows,
    wanted=lambda case: bool(unsized(case)),
)
