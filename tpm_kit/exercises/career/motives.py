"""Why would I switch? The motives of an invented product manager with an offer, and one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.motives_own import (
    COLUMNS,
    FEWEST,
    KIND,
    KNOWN,
    ROWS,
    SAID,
    STRENGTH,
    STRONGEST,
    WHERE,
    Mine,
    figures,
    own,
)
from tpm_kit.exercises.career.motives_portrait import (
    HERE,
    KINDS,
    MOTIVES,
    NEITHER,
    NOTHING,
    NOW,
    ONLY,
    THERE,
    WHERES,
    WHO,
    Motive,
)
from tpm_kit.exercises.career.motives_rules import RULES
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack
from tpm_kit.widgets.with_text import WithText

HEADING = "What hangs on which motive"
QUOTE = "quote"
_ABOUT = (
    f"{WHO} is invented, a product manager with an offer as technical product manager. A to {max(NOW)} are "
    f"what is known of the present job, {min(THERE)} to {max(THERE)} of the one on offer; nothing else is. "
    "Select a row to read what each kind is."
)
_YOURS = (
    "Begin with the strongest. If you have no offer, compare your job with the post that you have in "
    "mind. You may leave this part blank; once begun, it asks for three motives."
)
_KIND_FACTS = [[kind.name, kind.means] for kind in KINDS.values()]


def motives_view(case: Case) -> WithText:
    """Return the facts of both jobs with the motives, and below them the learner's own."""
    return WithText(
        TableStack(
            [
                Section(_given_table(), f"1. {WHO}", _ABOUT, {**NOW, **THERE}),
                Section(_own_table(), "2. You", _YOURS),
            ]
        ),
        HEADING,
    )


def _choices() -> list[dict[str, Any]]:
    kinds = [[id, kind.name] for id, kind in KINDS.items()]
    return [
        {"id": KIND, "label": "Kind", "kind": "choice", "options": kinds},
        {
            "id": WHERE,
            "label": "Where to be had",
            "kind": "choice",
            "options": [list(one) for one in WHERES.items()],
        },
    ]


def _given_table() -> Table:
    return Table(
        label=f"The motives of {WHO}",
        columns=[
            {"id": QUOTE, "label": "In Dana's words", "kind": "given", "words": True},
            *_choices(),
        ],
        rows=[{"id": id, "title": one.title, "given": {QUOTE: one.says}} for id, one in MOTIVES.items()],
        details=dict.fromkeys(MOTIVES, _KIND_FACTS),
    )


def _own_table() -> Table:
    return Table(
        label="Your motives",
        columns=[
            {"id": SAID, "label": "In your words", "kind": "text", "long": True},
            {
                "id": STRENGTH,
                "label": "Strength",
                "note": "3: strongest",
                "kind": "choice",
                "options": [[str(one), str(one)] for one in range(1, STRONGEST + 1)],
            },
            *_choices(),
            {
                "id": KNOWN,
                "label": "How you know",
                "note": "a day, a talk, a piece of work",
                "kind": "text",
                "long": True,
            },
        ],
        rows=[{"id": id, "title": title} for id, title in ROWS.items()],
        details=dict.fromkeys(ROWS, _KIND_FACTS),
    )


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    given = {
        f"{id}:{column}": f"{one.title}: {COLUMNS[column]}"
        for id, one in MOTIVES.items()
        for column in (KIND, WHERE)
    }
    return given | {
        f"{id}:{key}": f"{title}: {word}" for id, title in ROWS.items() for key, word in COLUMNS.items()
    }


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells of a complete answer: the given motives', and once one of the learner's own is begun
    those of three, or of all that are begun. How somebody knows is not asked of hearsay, nor where nothing
    is known."""
    needed = {f"{id}:{column}" for id in MOTIVES for column in (KIND, WHERE)}
    mine = {one.row: one for one in own(answer)}
    if not mine:
        return needed
    blank = [row for row in ROWS if row not in mine]
    rows = [*mine, *blank[: max(0, FEWEST - len(mine))]]
    return needed | {f"{row}:{column}" for row in rows for column in COLUMNS if _asked(mine.get(row), column)}


def _asked(mine: Mine | None, column: str) -> bool:
    return column != KNOWN or mine is None or mine.needs_ground


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the sums of what is marked so far."""
    return {"text": figures(answer)}


def solution(case: Case) -> Mapping[str, tuple[str, str]]:
    """Return kind and place of the given motives, with the reasons; what is one's own is left out."""
    found = {}
    for id, one in MOTIVES.items():
        found[f"{id}:{KIND}"] = (one.kind, one.why)
        found[f"{id}:{WHERE}"] = (one.where, _place_reason(one))
    return found


def _place_reason(one: Motive) -> str:
    now, there = one.now.mark, one.there.mark
    reasons = {
        ONLY: f"{now} rules it out in the present job, and {there} speaks of it in the other.",
        HERE: f"{now} says that it can be had in the present job, and {there} that it can in the other.",
        NEITHER: f"{now} and {there} say that neither job gives it.",
        NOTHING: f"{one.open[:1].upper()}{one.open[1:]}.",
    }
    return reasons[one.where]


def _hint_row(answer: Cells, case: Case) -> str:
    """Name a row to look at again, or what to begin the learner's own part with."""
    for id, one in MOTIVES.items():
        kind, where = answer.text(id, KIND), answer.text(id, WHERE)
        if kind and kind != one.kind:
            return f"Look once more at one row: {one.title}. Which words of it decide what kind it is?"
        if where and where != one.where:
            marks = " and ".join(mark for mark in (one.now.mark, one.there.mark) if mark)
            read = f"Read {marks} beside it" if marks else "Look for a statement about it"
            return f"Look once more at one row: {one.title}. {read}, and add nothing that is not there."
    for id, one in MOTIVES.items():
        if not answer.text(id, WHERE):
            return f"Take the next open row: {one.title}. Which statements speak of it, if any?"
        if not answer.text(id, KIND):
            return f"Take the next open row: {one.title}. Which words of it decide what kind it is?"
    return (
        "What Dana says is settled. Write your own now: think of the last day on which you wanted to leave, "
        "and of the last one on which you did not."
    )


EXERCISE = Exercise(
    id="motives",
    version=1,
    number="11.8",
    title="Why would I switch?",
    notebook=NOTEBOOK,
    task="Mark of each of Dana's seven motives what kind it is, and by the statements A to "
    f"{max(THERE)} where it could be had. Then, if you like, write three to five motives of your own, with "
    "their strength and how you know. The sums at the end are sums, and no verdict.",
    answer=Cells,
    view=motives_view,
    parts=cell_titles,
    required=required,
    rules=RULES,
    hints=(
        "Of each motive ask what would be otherwise on a Tuesday afternoon: other work, less of something, "
        "the same work for more money, or the same work under another name. What others say is none "
        "of these.",
        "Where it could be had takes two statements, one for each job. A statement that sounds good and "
        "leaves open what is asked for says nothing.",
        _hint_row,
    ),
    live=live,
    done_word="filled in",
    solution=solution,
    columns={id: kind.name for id, kind in KINDS.items()} | dict(WHERES),
)
