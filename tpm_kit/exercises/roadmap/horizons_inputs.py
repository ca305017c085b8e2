"""What Now / Next / Later needs and a learner's own backlog lacks: outcomes, with a figure that should move.

The rows are the themes of the backlog, or its labels, or, where it has neither, its first items. A row left
blank comes onto the board as what it is: a thing to build.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import LONGEST_TITLE, item_titles
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.wording import cut, names, points
from tpm_kit.methods.story_map import delivery_word, releases_without_outcome
from tpm_kit.typed import Number, number
from tpm_kit.widgets.table import Table

ID = "horizons-inputs"
USES: Mapping[str, type] = {"moscow": Placements, ID: Cells}
MOST = 6
"""Outcomes that are asked for: enough for a roadmap, few enough to fill in."""
LEAST = 2
"""Outcomes that make a roadmap."""
COLUMNS = {
    "outcome": "What changes",
    "measure": "Measured by",
    "from": "From",
    "to": "To",
}
LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, and may serve one outcome."""

    id: str
    """Its name, short enough for a card."""
    items: tuple[BacklogItem, ...]

    @property
    def points(self) -> float:
        """Points of its items together, as far as they are known."""
        return math.fsum(item.effort or 0 for item in self.items)


def groups(case: Case) -> list[Group]:
    """Return up to six groups of items, those with a filled-in row first and then by points and size.

    Items in the Won't lane of the learner's MoSCoW board are left out, and so are those of no group.
    """
    typed = case.earlier.get(ID, Cells()).cells
    found = [Group(name, tuple(items)) for name, items in _named(case).items()]
    found.sort(key=lambda group: (group.id not in typed, -group.points, -len(group.items)))
    chosen = {group.id for group in found[:MOST]}
    return sorted((group for group in found if group.id in chosen), key=lambda g: (-g.points, -len(g.items)))


def _named(case: Case) -> dict[str, list[BacklogItem]]:
    """Return the items by theme, by first label or by title, whichever is the first to make two groups."""
    wont = set(case.earlier.get("moscow", Placements()).column("wont"))
    items = [item for item in case.items if item.id not in wont] or list(case.items)
    titles = item_titles(case)
    for name in (
        lambda item: item.theme,
        lambda item: item.labels[0] if item.labels else "",
        lambda item: titles[item.id],
    ):
        found: dict[str, list[BacklogItem]] = {}
        for item in items:
            if key := cut(name(item), LONGEST_TITLE):
                found.setdefault(key, []).append(item)
        if len(found) >= LEAST:
            break
    return found


def _begun(answer: Cells, case: Case) -> list[Group]:
    return [group for group in groups(case) if answer.cells.get(group.id)]


def figure(text: str) -> Number | None:
    """Return a figure as typed, 0 or more, with its unit, or None."""
    typed = number(text)
    return typed if typed and 0 <= typed.value <= LARGEST else None


def outcomes_parts(case: Case) -> dict[str, str]:
    """Return every cell of the table by id, with a name for it."""
    return {
        f"{group.id}:{column}": f"{group.id}: {label.lower()}"
        for group in groups(case)
        for column, label in COLUMNS.items()
    }


def outcomes_required(answer: Cells, case: Case) -> set[str]:
    """Return the cells that must be filled in: all of a row that is begun, and of two rows at least."""
    begun = _begun(answer, case)
    others = [group for group in groups(case) if group not in begun]
    rows = [*begun, *others[: max(0, LEAST - len(begun))]]
    return {f"{group.id}:{column}" for group in rows for column in COLUMNS}


def outcomes_table(case: Case) -> Table:
    """Return the table: a row for each group, all blank."""
    found, titles = groups(case), item_titles(case)
    return Table(
        label=f"Outcomes for {case.title}",
        columns=[
            {"id": "outcome", "label": COLUMNS["outcome"], "note": "for whom", "kind": "text"},
            {"id": "measure", "label": COLUMNS["measure"], "note": "what you can count", "kind": "text"},
            {"id": "from", "label": COLUMNS["from"], "note": "today", "kind": "number"},
            {"id": "to", "label": COLUMNS["to"], "note": "then", "kind": "number"},
        ],
        rows=[{"id": group.id, "title": group.id, "note": _size(group)} for group in found],
        details={
            group.id: [["Items", cut(names([titles[item.id] for item in group.items], 8), 320)]]
            for group in found
        },
    )


def _size(group: Group) -> str:
    many = len(group.items)
    size = f", {points(group.points)}" if group.points else ""
    return f"{many} {'item' if many == 1 else 'items'}{size}"


def outcomes_task(case: Case) -> str:
    """Return the task, with the number of rows."""
    count = len(groups(case))
    return (
        f"Your backlog in {count} groups: say of two or more of them what should change for whom, "
        "and the figure that would show it, today and then. A row left blank comes onto the board as a thing "
        "to build."
    )


def _finding(group: Group, column: str, fault: str, why: str, do: str) -> Finding:
    name = f"{group.id}: {COLUMNS[column].lower()}"
    return Finding("problem", f"{name}. {fault}", why, do, (f"{group.id}:{column}",))


@rule("ROAD-1")
def outcomes_change_something(answer: Cells, case: Case) -> Iterator[Finding]:
    """An outcome says what is delivered, or nothing."""
    for group in _begun(answer, case):
        for column in ("outcome", "measure"):
            text = cut(answer.text(group.id, column), 60)
            word = delivery_word(text) if column == "outcome" else None
            if text and releases_without_outcome({"": text}):
                yield _finding(
                    group, column, f"“{text}” says nothing yet.", "", "Write it in words, or clear the row."
                )
            elif word:
                yield _finding(
                    group,
                    column,
                    f"“{text}” says what the team delivers (“{word}”).",
                    "Once it is delivered, nobody knows whether it was worth it.",
                    "Say who can do what afterwards that they cannot do now.",
                )


@rule("OKR-2")
def figures_move(answer: Cells, case: Case) -> Iterator[Finding]:
    """A measure has no figure for today or for then, or the two are the same or in different units."""
    for group in _begun(answer, case):
        typed = {column: answer.text(group.id, column).strip() for column in ("from", "to")}
        read = {column: figure(text) for column, text in typed.items() if text}
        for column, text in typed.items():
            if text and read[column] is None:
                yield _finding(
                    group,
                    column,
                    f"“{cut(text, 60)}” is no figure.",
                    "Only a figure shows later whether anything has changed.",
                    "Give a number of 0 or more, such as 620 or 91.5 %. A guess will do for a start.",
                )
        if len(read) < 2 or None in read.values():
            continue
        before, after = read["from"], read["to"]
        if before.unit and after.unit and before.unit != after.unit:
            yield _finding(
                group,
                "to",
                f"“{cut(typed['to'], 60)}” and “{cut(typed['from'], 60)}” are in different units.",
                "",
                "Measure both in one unit.",
            )
        elif before.value == after.value:
            yield _finding(
                group,
                "to",
                f"It is {before.value:,.10g} today as well, so nothing would change.",
                "",
                "Give the figure to reach.",
            )


@rule("ROAD-17")
def the_outcomes_so_far(answer: Cells, case: Case) -> Iterator[Finding]:
    """The outcomes with the points of their items, read aloud. They are yours to judge."""
    if set(outcomes_required(answer, case)) - answer.parts() or any(_faults(answer, case)):
        return
    done = _begun(answer, case)
    total = math.fsum(group.points for group in done)
    size = f", which rest on {points(total)} of work" if total else ""
    yield Finding(
        "good", f"{len(done)} outcomes{size}: {names([_title(answer, group) for group in done], MOST)}."
    )


def _title(answer: Cells, group: Group) -> str:
    return cut(answer.text(group.id, "outcome"), LONGEST_TITLE)


def _faults(answer: Cells, case: Case) -> Iterator[Finding]:
    yield from outcomes_change_something(answer, case)
    yield from figures_move(answer, case)


def outcomes_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what is wrong with each cell while the learner types."""
    faults: dict[str, dict[str, str]] = {}
    for finding in _faults(answer, case):
        row, _, column = finding.cards[0].rpartition(":")
        fault = finding.seen.removeprefix(f"{row}: {COLUMNS[column].lower()}. ")
        faults.setdefault(row, {})[column] = f"{fault} {finding.do}"
    return {"faults": faults}


def outcomes_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the table "horizons": an outcome for each filled-in row, a feature for each other."""
    for group in groups(case):
        feature = {"measure": "", "baseline": None, "target": None, "unit": "", "title": group.id}
        yield {
            "id": group.id,
            **(_outcome(answer, group) if answer.cells.get(group.id) else feature),
            "items": tuple(item.id for item in group.items),
            "date": None,
            "note": "",
        }


def _outcome(answer: Cells, group: Group) -> TableRow:
    before, after = (figure(answer.text(group.id, column)) for column in ("from", "to"))
    return {
        "title": _title(answer, group),
        "measure": cut(answer.text(group.id, "measure"), 100),
        "baseline": before.value,
        "target": after.value,
        "unit": after.unit or before.unit,
    }


INPUTS = Inputs(
    table="horizons",
    exercise=Exercise(
        id=ID,
        version=1,
        number="6.1 · your outcomes",
        title="What should change?",
        notebook=NOTEBOOK,
        task=outcomes_task,
        answer=Cells,
        view=outcomes_table,
        parts=outcomes_parts,
        required=outcomes_required,
        rules=(outcomes_change_something, figures_move, the_outcomes_so_far),
        hints=(
            "Ask of a group: if all of it were there tomorrow, who would notice, and by what? Fewer calls, "
            "more orders that go through, hours of handwork that are gone.",
            "Without a figure for today nobody can show later that something has changed. Count for a week, "
            "or ask the person who would know.",
        ),
        live=outcomes_live,
        done_word="filled in",
        uses=USES,
    ),
    rows=outcomes_rows,
)
