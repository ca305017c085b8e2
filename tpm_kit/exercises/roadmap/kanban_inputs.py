"""What a Kanban board needs and a learner's own backlog lacks: how far each item is, and who works on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import item_details, item_titles
from tpm_kit.exercises.prioritization.moscow_rules import promised
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.kanban_cards import BLOCKED, TABLE
from tpm_kit.exercises.wording import cut, names
from tpm_kit.widgets.table import Table

ID = "kanban-inputs"
MOST = 8
"""Items of a learner's own backlog on the board: about what a small team has open in a sprint."""
FAR, WHO = "far", "who"
LEAST = 3
"""So many cards at least make a board on which something is to be decided."""
STATES: Mapping[str, tuple[str, str]] = {
    "not-begun": ("Nobody has begun it", "to-do"),
    "at-it": ("Somebody is at it", "doing"),
    "stopped": ("Begun, and waiting for somebody outside the team", BLOCKED),
    "made": ("Finished by its author, nobody else has looked at it", "review"),
    "looked-at": ("Reviewed, but not live, or not seen by whoever asked for it", "review"),
    "seen": ("Reviewed, live, and seen by whoever asked for it", "done"),
}
"""What can be said of an item, by the value of the cell: in words, and where that puts it. Facts are asked
for, and not columns: which column a fact means is what the board is about."""


def board_items(case: Case) -> list[BacklogItem]:
    """Return the items that become cards: the first Musts and Shoulds of the learner's sprint, else of their
    release, else the first of the backlog."""
    sprint = case.earlier.get("moscow-sprint") or Placements()
    items = {item.id: item for item in case.items}
    first = [items[id] for lane in ("must", "should") for id in sprint.column(lane) if id in items]
    return list((first or promised(case) or case.items)[:MOST])


def name_of(text: str) -> str:
    """Return a name as typed, on one line and cut; "" if there is no letter or digit in it."""
    return cut(text, 40) if any(letter.isalnum() for letter in text) else ""


def _table(case: Case) -> Table:
    titles, details = item_titles(case), item_details(case)
    return Table(
        label=f"How far the work is in {case.title}",
        columns=[
            {
                "id": FAR,
                "label": "What is true this morning",
                "kind": "choice",
                "options": [[value, words] for value, (words, _) in STATES.items()],
            },
            {"id": WHO, "label": "Who works on it", "note": "Or would take it; one name", "kind": "text"},
        ],
        rows=[{"id": item.id, "title": titles[item.id]} for item in board_items(case)],
        details={item.id: details[item.id] for item in board_items(case)},
    )


def _parts(case: Case) -> dict[str, str]:
    titles = item_titles(case)
    words = {FAR: "what is true", WHO: "who works on it"}
    return {
        f"{item.id}:{column}": f"{titles[item.id]}: {word}"
        for item in board_items(case)
        for column, word in words.items()
    }


def _required(answer: Cells, case: Case) -> Collection[str]:
    """Return the cells without which there is no board: who takes what nobody has begun may stay open, and so
    may who made what is done."""
    nobody = ("not-begun", "seen")
    ids = [item.id for item in board_items(case)]
    return {f"{id}:{FAR}" for id in ids} | {f"{id}:{WHO}" for id in ids if answer.text(id, FAR) not in nobody}


@rule("KANBAN-8")
def names_are_names(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell that should hold a name holds none, or several."""
    titles = item_titles(case)
    for item in board_items(case):
        text = answer.text(item.id, WHO)
        if fault := _fault(text):
            yield Finding(
                "problem",
                f"{titles[item.id]}: who works on it. {fault}",
                "The board compares names, to see who has several cards in progress and who has time.",
                cards=(f"{item.id}:{WHO}",),
            )


def _fault(text: str) -> str:
    """Return what is wrong with a name, or ""."""
    if text.strip() and not name_of(text):
        return f"“{cut(text, 40)}” is no name. Write one, or leave the cell blank."
    if any(mark in text for mark in ",;/&+") or " and " in text:
        return f"“{cut(text, 40)}” looks like several people. Write the one who drives it."
    return ""


@rule("KANBAN-9", whole=True)
def something_to_decide(answer: Cells, case: Case) -> Iterator[Finding]:
    """Nothing is begun, or nobody is named, so that a board would have nothing to say."""
    rows = list(board_rows(answer, case))
    people = list(dict.fromkeys(row["person"] for row in rows if row["person"]))
    moving = [row["title"] for row in rows if row["stands"] not in ("to-do", "done")]
    if len(rows) < LEAST:
        count = "1 item is" if len(rows) == 1 else f"{len(rows)} items are"
        yield Finding(
            "note",
            f"Only {count} on the board. Rules about limits have little to say of that.",
            do="Break the items into pieces that take a day or two each, and open the backlog with those.",
        )
    elif not people:
        yield Finding(
            "note",
            "Nobody is named, so the limits are 1 and 1, and nothing is said of who has too much.",
            do="Write who works on each item, or would take it.",
        )
    else:
        open_ones = f"{len(moving)} of {len(rows)} items are open" if moving else "nothing is open yet"
        yield Finding("good", f"{names(people, 6)} on the board, and {open_ones}.")


def board_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the table "kanban" for what was filled in. Needs are those that are on the board."""
    items = board_items(case)
    ids = {item.id for item in items}
    for item in items:
        if (value := answer.text(item.id, FAR)) in STATES:
            words, stands = STATES[value]
            yield {
                "id": item.id,
                "title": item.title,
                "item": item.id,
                "person": name_of(answer.text(item.id, WHO)),
                "board": "",
                "stands": stands,
                "needs": tuple(id for id in item.dependencies if id in ids and id != item.id),
                "urgent": "",
                "fact": words + ".",
            }


def _live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return the faults at the cells that hold something."""
    faults = {
        item.id: {WHO: fault} for item in board_items(case) if (fault := _fault(answer.text(item.id, WHO)))
    }
    return {"results": {}, "faults": faults}


def _task(case: Case) -> str:
    count = len(board_items(case))
    if (case.earlier.get("moscow-sprint") or Placements()).places:
        whence = "your sprint"
    elif promised(case):
        whence = "your MoSCoW board"
    else:
        whence = "your backlog"
    many = "the first item" if count == 1 else f"the first {count} items"
    return (
        f"Of {many} of {whence}: what is true this morning, and who works on it? Check the table, and the "
        "board opens below it."
    )


INPUTS = Inputs(
    table=TABLE,
    exercise=Exercise(
        id=ID,
        version=1,
        number="6.10 · your team",
        title="How far is the work?",
        notebook=NOTEBOOK,
        task=_task,
        answer=Cells,
        view=_table,
        parts=_parts,
        required=_required,
        rules=(names_are_names, something_to_decide),
        hints=(
            "Say what happened, not what was reported. “Nearly done” is: somebody is at it.",
            "Write the same name everywhere for the same person, and one name for each item: the one who "
            "would be asked how far it is.",
        ),
        live=_live,
        done_word="filled in",
        uses={"moscow-sprint": Placements, "moscow": Placements},
    ),
    rows=board_rows,
)
