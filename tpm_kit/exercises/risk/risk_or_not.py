"""Risk or not: which statements are risks, and which are issues, causes or wishes."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.risk_or_not_rules import RULES, sorted_as
from tpm_kit.exercises.risk.statements import KINDS, statements, titles
from tpm_kit.widgets.board import Board

NOTES = {
    "risk": "uncertain; would do harm",
    "issue": "has happened, or happens now",
    "cause": "is so today; harm may come of it",
    "wish": "what somebody wants",
}
TONES = {"risk": "amber", "issue": "red", "cause": "blue", "wish": "grey"}


def statement_board(case: Case) -> Board:
    """Return the board: four lanes, every statement in the tray."""
    return Board(
        label=f"Statements about {case.title}",
        columns=[
            {"id": id, "label": label, "note": NOTES[id], "tone": TONES[id]} for id, label in KINDS.items()
        ],
        cards=[{"id": id, "title": title} for id, title in titles(case).items()],
    )


def meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return how many statements lie in each lane."""
    counts = {kind: sum(column == kind for _, column in sorted_as(answer, case)) for kind in KINDS}
    return {
        kind: {"text": f"{count} {'statement' if count == 1 else 'statements'}"}
        for kind, count in counts.items()
    }


def task(case: Case) -> str:
    """Return the task, with the number of statements."""
    whose = "" if case.table("statements") else " They fit any product; in 7.2 it is your own turn."
    return (
        f"These {len(statements(case))} statements stood in the first draft of a risk register. Sort them: a "
        "risk may happen and would do harm, an issue has happened, a cause is so today and harm may come of "
        f"it, a wish is what somebody wants.{whose}"
    )


def _hint_count(answer: Placements, case: Case) -> str:
    """Say how many statements there are of each kind, and how many lie in it."""
    known = statements(case).values()
    of_kind = {kind: sum(one.kind == kind for one in known) for kind in KINDS}
    wrong = [one for one, column in sorted_as(answer, case) if column != one.kind]
    have = ", ".join(f"{count} in {KINDS[kind]}" for kind, count in of_kind.items() if count)
    if wrong:
        return f"There should be {have}. Look once more at “{wrong[0].title}”."
    return f"There should be {have}."


def _hint_words(answer: Placements, case: Case) -> str:
    open_words = ("may", "might", "could", "if", "would")
    texts = [one.text.casefold().replace(",", " ").split() for one in statements(case).values()]
    count = sum(any(word in text for word in open_words) for text in texts)
    return (
        f"Look for words that leave something open: may, might, could, if, would. {count} of the "
        f"{len(texts)} statements have one. Ask each time whether it can still go well."
    )


EXERCISE = Exercise(
    id="risk-or-not",
    version=1,
    number="7.1",
    title="Risk or not?",
    notebook=NOTEBOOK,
    task=task,
    answer=Placements,
    view=statement_board,
    parts=titles,
    rules=RULES,
    hints=(
        "Ask three questions, in this order. Does somebody merely want it? Has it done harm already? Is it "
        "still open whether it happens? What is left is so today, and says why something may happen.",
        _hint_words,
        _hint_count,
    ),
    live=meters,
    worked=True,
    columns=KINDS,
)
