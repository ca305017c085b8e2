"""What may be typed where a backlog lacks the inputs of the methods, and the board that opens with them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.exercises.planting import BARE, lanes
from tests.exercises.test_top_five import HOSTILE, found, ground, review, scores
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TABLES
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization import top_five_inputs
from tpm_kit.exercises.prioritization.top_five import EXERCISE
from tpm_kit.exercises.prioritization.top_five_cells import FIELDS
from tpm_kit.exercises.prioritization.top_five_ranks import COLUMNS, compare, compared

FIGURES = EXERCISE.inputs.exercise
OWN = replace(BARE, own=True)
CD3, WSJF, RICE, ICE = (COLUMNS[id] for id in ("cd3", "wsjf", "rice", "ice"))
WORDS = ["", "many", "1e999", "-5", "1,900", "0,8", "80 %", "9" * 400, HOSTILE, "$x_2$", "١٢", "nan", "3 kg"]


def typed(columns, ids=tuple(item.id for item in BARE.items[:8]), **changed) -> dict:
    """A raw answer to the table of inputs: the same sound figures in each row, with some cells changed."""
    usual = {"reach": "900", "impact": "2", "confidence": "80 %", "person_months": "1", "ice_impact": "7"}
    usual |= {"ice_confidence": "8", "ice_ease": "6", "cost": "1,200", "weeks": "2", "user_value": "1"}
    usual |= {"urgency": "1", "risk_reduction": "1", "job_size": "1"}
    cells = {id: {column: usual[column] for column in columns} | changed.get(id, {}) for id in ids}
    return {"cells": {id: {name: text for name, text in row.items() if text} for id, row in cells.items()}}


def test_an_own_backlog_is_asked_for_its_inputs_and_the_board_opens_with_them():
    case = ground(OWN)
    assert not case.table("top-five")
    assert len(FIGURES.parts(case)) == 8 * 13
    stored = typed((*CD3, *WSJF), oven={"cost": "9,000", "user_value": "13"})
    opened = ground(OWN, top_five_inputs=stored)
    assert [method.label for method in compare(opened).methods] == ["CD3", "WSJF"]
    assert all(set(row) == set(TABLES["top-five"].columns) for row in opened.table("top-five"))
    assert compare(opened).methods[0].sums["oven"] == "9,000 a week ÷ 2 weeks"
    assert compare(opened).shares == {}
    ids = list(EXERCISE.parts(opened))
    placed = lanes({id: "top" if id in ids[:5] else "later" for id in ids})
    result = review(placed, opened)
    assert result.outcome is Outcome.STRONG
    assert any("RICE, ICE and Value/effort are left out" in one.seen for one in result.findings)
    assert EXERCISE.view(opened).cards
    assert EXERCISE.plotted(EXERCISE.read(placed), opened)["items"][0][2] is None


def test_what_exercise_53_knows_is_not_asked_again():
    rows = {item.id: ("900", "1", "80 %", "1", "5", "5") for item in BARE.items[:8]}
    cells = scores(OWN, rows).raw()
    case = ground(OWN, score_it=cells)
    assert {part.rpartition(":")[2] for part in FIGURES.parts(case)} == {*CD3, *WSJF}
    assert "RICE and ICE are there" in FIGURES.task_for(case)
    opened = ground(OWN, score_it=cells, top_five_inputs=typed(CD3))
    assert [method.label for method in compare(opened).methods] == ["RICE", "ICE", "CD3"]
    assert compare(opened).shares


def test_what_was_typed_in_exercise_54_stands_among_the_facts():
    case = ground(OWN, waiting_inputs={"cells": {"oven": {"cost": "€600", "weeks": "2"}}})
    assert ["In exercise 5.4", "cost of a week €600, weeks of work 2"] in FIGURES.view(case).details["oven"]


def test_a_method_may_stay_blank_but_not_be_half_filled():
    def outcome(raw):
        return FIGURES.review(FIGURES.read(raw), ground(OWN)).outcome

    both = typed((*CD3, *ICE))
    assert outcome(both) is Outcome.STRONG
    assert outcome(typed((*CD3, *ICE, "user_value"))) is Outcome.STRONG
    assert outcome(typed((*CD3, *ICE), oven={"ice_ease": ""})) is Outcome.INCOMPLETE
    assert outcome(typed(CD3)) is Outcome.NEEDS_WORK
    assert outcome(typed(("cost", *ICE))) is Outcome.NEEDS_WORK
    assert outcome({}) is Outcome.NOT_ATTEMPTED


@pytest.mark.parametrize(
    ("columns", "changed", "code", "says"),
    [
        ((*CD3, *ICE), {"oven": {"cost": "free"}}, "PRI-6", "Mend the oven: cost of waiting. “free”"),
        ((*CD3, *ICE), {"oven": {"ice_ease": "11"}}, "PRI-6", "Mend the oven: ease. “11”"),
        ((*CD3, *WSJF), {"oven": {"urgency": "4"}}, "PRI-6", "“4” is not on the scale. Type 1, 2, 3, 5, 8"),
        ((*CD3, *RICE), {"oven": {"impact": "5"}}, "PRI-6", "Mend the oven: impact. “5”"),
        ((*CD3,), {}, "TOP-4", "Methods with all their inputs: CD3. At least two are needed."),
    ],
)
def test_what_cannot_be_used_is_said(columns, changed, code, says):
    result = FIGURES.review(FIGURES.read(typed(columns, **changed)), ground(OWN))
    problems = [one for one in result.findings if one.level == "problem"]
    assert [one.code for one in problems] == [code]
    assert says in problems[0].seen
    assert set(problems[0].cards) <= set(FIGURES.parts(ground(OWN)))
    assert not ground(OWN, top_five_inputs=typed(columns, **changed)).table("top-five")


def test_points_without_a_1_are_relative_to_nothing():
    high = {item.id: {"urgency": "3"} for item in BARE.items[:8]}
    result = FIGURES.review(FIGURES.read(typed((*CD3, *WSJF), **high)), ground(OWN))
    problems = [one for one in result.findings if one.level == "problem"]
    assert [one.code for one in problems] == ["WSJF-3"]
    assert "urgency; the least there is 3" in problems[0].seen


@pytest.mark.parametrize("text", WORDS)
def test_any_text_in_a_cell_is_a_number_or_a_sentence(text):
    case = ground(OWN)
    for column, field in FIELDS.items():
        if text:
            reading = field.read(text)
            assert isinstance(reading, float) or reading[-1] == "."
        answer = FIGURES.read(typed((*CD3, *WSJF, *RICE, *ICE), oven={column: text}))
        FIGURES.review(answer, case)
        live = FIGURES.live(answer, case)
        assert set(live["faults"]) <= {"oven"}
        grounded = ground(OWN, top_five_inputs=answer.raw())
        assert all(np.isfinite(list(method.scores.values())).all() for method in compare(grounded).methods)


@pytest.mark.parametrize("count", [1, 2, 5, 6, 200])
def test_backlogs_of_any_length(count):
    items = tuple(BacklogItem(f"item-{n}", HOSTILE if n == 0 else f"Item {n}") for n in range(count))
    case = Case(name="own", title="Own", items=items, own=True)
    ids = tuple(item.id for item in items[:8])
    FIGURES.view(ground(case)).to_html()
    assert FIGURES.task_for(ground(case))[-1] == "."
    opened = ground(case, top_five_inputs=typed((*RICE, *CD3), ids))
    assert [item.id for item in compared(opened)] == list(ids)
    top = compare(opened).top
    assert top == min(5, max(1, len(ids) - 1))
    placed = lanes({id: "top" if at < top else "later" for at, id in enumerate(ids)})
    result = review(placed, opened)
    assert result.outcome is not Outcome.INCOMPLETE
    assert not [one for one in result.findings if one.level == "problem"]
    for answer in (EXERCISE.answer(), EXERCISE.read(placed)):
        assert all(EXERCISE.hint(step, answer, opened)[-1] in ".?" for step in range(len(EXERCISE.hints)))
    assert EXERCISE.task_for(opened)[-1] == "."
    EXERCISE.chart(opened).update(**EXERCISE.plotted(EXERCISE.read(placed), opened))


def test_an_own_kano_survey_counts_too():
    counts = {"item": "cakes", "A": "1", "O": "0", "M": "9", "I": "0", "R": "0", "Q": "0"}
    liked = {"item": "oven", "A": "9", "O": "0", "M": "1", "I": "0", "R": "0", "Q": "0"}
    opened = ground(
        OWN,
        top_five_inputs=typed((*CD3, *ICE)),
        kano_inputs={"cells": {"feature-1": counts, "feature-2": liked}},
    )
    ids = [id for id in EXERCISE.parts(opened) if id != "cakes"]
    placed = lanes({**{id: "top" if at < 5 else "later" for at, id in enumerate(ids)}, "cakes": "later"})
    assert [one.cards for one in found(placed, "KANO-7", opened)] == [("oven", "cakes")]


def test_the_inputs_use_what_the_exercise_uses():
    assert dict(EXERCISE.uses) == dict(FIGURES.uses) == dict(top_five_inputs.USES)
