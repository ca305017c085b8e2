"""Am I becoming a technical product manager? Eight signs, of an invented colleague and of oneself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.becoming_portrait import FACTS, INDICATORS, NONE, SHOWN, WHO, right_score
from tpm_kit.exercises.career.becoming_rules import (
    LINE_TITLE,
    MINE,
    RULES,
    fits,
    own_title,
)
from tpm_kit.exercises.career.checklist import (
    EVIDENCE,
    HEAVIEST,
    LIGHTEST,
    LINE,
    NO_LINE,
    SAID,
    SCORE,
    SCORES,
    WEIGHT,
    drawn_line,
    figures,
    rated,
    step,
    steps_of,
)
from tpm_kit.exercises.wording import cut
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack
from tpm_kit.widgets.with_text import WithText

HEADING = "The total, and how much it hangs on single scores"
_WORDS = {WEIGHT: "weight", EVIDENCE: "evidence", SCORE: "score"}
_DECIDES = (
    "A total says how much of what you weigh is there already. What follows from it, no total can say: that "
    "hangs on what you want, and on who offers it."
)


def becoming_view(case: Case) -> WithText:
    """Return the portrait with its checklist, the learner's own one, and the line."""
    return WithText(
        TableStack(
            [
                Section(
                    _portrait_table(),
                    f"1. {WHO}",
                    f"{WHO} is invented. This is all that is known; what is not here has not been seen.",
                    {mark: fact.text for mark, fact in FACTS.items()},
                ),
                Section(
                    _own_table(), "2. You", "The weights above count here too. You may leave this part blank."
                ),
                Section(
                    _line_table(),
                    "3. From where on",
                    "The totals are shown below once you have drawn a line.",
                ),
            ]
        ),
        HEADING,
    )


def _portrait_table() -> Table:
    marks = [[mark, f"{mark} · {cut(fact.text, 70)}"] for mark, fact in FACTS.items()]
    return Table(
        label=f"Signs that {WHO} becomes a technical product manager",
        columns=[
            {
                "id": WEIGHT,
                "label": "Weight",
                "note": "for the role that you have in mind",
                "kind": "choice",
                "options": [[str(one), str(one)] for one in range(LIGHTEST, HEAVIEST + 1)],
            },
            {
                "id": EVIDENCE,
                "label": "Which statement shows it",
                "kind": "choice",
                "long": True,
                "options": [*marks, [NONE, "nothing in the text"]],
            },
            {"id": SCORE, "label": "Score", "note": "0 to 3", "kind": "choice", "options": SCORES},
        ],
        rows=[{"id": factor.id, "title": factor.title} for factor in INDICATORS],
        details={factor.id: steps_of(factor) for factor in INDICATORS},
    )


def _own_table() -> Table:
    return Table(
        label="The same signs in your own work",
        columns=[
            {"id": SCORE, "label": "Your score", "note": "0 to 3", "kind": "choice", "options": SCORES},
            {
                "id": EVIDENCE,
                "label": "What shows it",
                "note": "which work, when, what came of it",
                "kind": "text",
                "long": True,
            },
        ],
        rows=[{"id": MINE[factor.id], "title": factor.title} for factor in INDICATORS],
        details={MINE[factor.id]: steps_of(factor) for factor in INDICATORS},
    )


def _line_table() -> Table:
    return Table(
        label="From where on",
        columns=[{"id": SAID, "label": "In your words", "kind": "text", "long": True}],
        rows=[
            {"id": LINE, "title": LINE_TITLE, "note": "a share of the possible, such as 50 %"},
        ],
    )


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    portrait = {
        f"{factor.id}:{column}": f"{factor.title}: {word}"
        for factor in INDICATORS
        for column, word in _WORDS.items()
    }
    mine = {f"{MINE[one.id]}:{column}": own_title(one) for one in INDICATORS for column in (SCORE, EVIDENCE)}
    return {**portrait, **mine, f"{LINE}:{SAID}": LINE_TITLE}


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells of a complete answer: the portrait's and the line, and all scores of one's own
    once one of them is given."""
    needed = {f"{factor.id}:{column}" for factor in INDICATORS for column in _WORDS} | {f"{LINE}:{SAID}"}
    if any(step(answer, row, SCORE) is not None for row in MINE.values()):
        needed |= {f"{row}:{SCORE}" for row in MINE.values()}
    return needed


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the totals with their sensitivity, once a line is drawn, and what is wrong with the line."""
    drawn = drawn_line(answer)
    faults = {LINE: {SAID: drawn.fault}} if drawn.fault else {}
    if drawn.share is None:
        return {"text": NO_LINE, "faults": faults}
    parts = [figures(WHO, rated(answer, INDICATORS), len(INDICATORS), drawn.share)]
    if mine := rated(answer, INDICATORS, MINE):
        parts.append(figures("You", mine, len(INDICATORS), drawn.share))
    return {"text": "\n\n".join([*parts, _DECIDES]), "faults": faults}


def solution(case: Case) -> Mapping[str, tuple[str, str]]:
    """Return the evidence and the scores that the portrait shows; weights, line and what is one's own are not
    a matter of right or wrong, and are left out."""
    values = {}
    for factor in INDICATORS:
        mark, score = SHOWN.get(factor.id, NONE), right_score(factor.id)
        why = (
            f"“{factor.steps[score]}” is the highest step that statement {mark} fulfils."
            if mark != NONE
            else "No statement speaks of such work, however technical some of them sound."
        )
        values[f"{factor.id}:{EVIDENCE}"] = (mark, why)
        values[f"{factor.id}:{SCORE}"] = (str(score), why)
    return values


def _hint_row(answer: Cells, case: Case) -> str:
    """Name a row to look at again, or one that is still open, without saying what belongs there."""
    for factor in INDICATORS:
        mark, score = answer.text(factor.id, EVIDENCE), step(answer, factor.id, SCORE)
        if mark and not fits(factor, mark):
            return f"Look again at the evidence of one row: {factor.title}."
        if mark and score is not None and score != right_score(factor.id):
            return f"Look again at the score of one row, and at its four steps: {factor.title}."
    blank = [factor.title for factor in INDICATORS if not answer.text(factor.id, EVIDENCE)]
    if blank:
        return f"Take the next open row: {blank[0]}. Which statement names a piece of such work?"
    return (
        f"What {WHO} shows is settled. Score yourself now; begin with the row of which you could tell most."
    )


EXERCISE = Exercise(
    id="becoming",
    version=1,
    number="11.7",
    title="Am I becoming one?",
    notebook=NOTEBOOK,
    task=f"Read what is known of {WHO}. Give each sign a weight, find the statement that shows it, and score "
    "it by the four steps of its row, which stand below the table. Then do the same for yourself, and "
    "draw the line from which on you would begin to look around. The figures at the end are figures, and no "
    "verdict.",
    answer=Cells,
    view=becoming_view,
    parts=cell_titles,
    required=required,
    rules=RULES,
    hints=(
        "A sign is something that was done. Skills, courses and technical words are none, and neither is "
        "what a tool of the office can do.",
        "Score by the four steps of the row: take the highest that the statement fulfils in every word. Of "
        "two rows the portrait shows nothing at all.",
        _hint_row,
    ),
    live=live,
    done_word="filled in",
    solution=solution,
    columns={NONE: "nothing in the text"},
)
