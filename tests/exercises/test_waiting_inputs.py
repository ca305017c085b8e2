"""What may be typed where a backlog lacks the figures of its jobs, and the board that opens with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BARE, lanes, with_items
from tests.exercises.plants.waiting import order
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization import waiting_inputs
from tpm_kit.exercises.prioritization.waiting import EXERCISE
from tpm_kit.exercises.prioritization.waiting_cells import read_cell
from tpm_kit.exercises.prioritization.waiting_rules import jobs

FIGURES = EXERCISE.inputs.exercise
OWN = replace(BARE, own=True)
HOSTILE = "<img src=x onerror=alert(1)>"


def typed(**rows: tuple[str, ...]) -> dict:
    """A raw answer to the table of figures: id -> weeks, cost and when it begins, as typed; "" is blank."""
    cells = {
        id: {column: text for column, text in zip(("weeks", "cost", "starts"), texts, strict=False) if text}
        for id, texts in rows.items()
    }
    return {"cells": {id: cells for id, cells in cells.items() if cells}}


FILLED = typed(
    oven=("2", "9,000", "9"),
    dough=("2 weeks", "€600"),
    salt=("4", "1000 a week"),
    flour=("3", "300"),
    sign=("1", "500"),
)


def ground(case: Case, stored: dict) -> Case:
    return EXERCISE.ground(case, stored.get)


def review(case, *ids):
    return EXERCISE.review(EXERCISE.read(order(*ids)), case)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("weeks", "3", 3),
        ("weeks", " 3 weeks ", 3),
        ("weeks", "2,5 w", 2.5),
        ("weeks", "0.1", 0.1),
        ("cost", "1,900", 1900),
        ("cost", "€ 4.000,50", 4000.5),
        ("cost", "EUR 1'900 per week", 1900),
        ("cost", "4000 €/week", 4000),
        ("cost", "$500 a week", 500),
        ("cost", "0", 0),
        ("cost", "0,8", 0.8),
        ("starts", "", 0),
        ("starts", "now", 0),
        ("starts", "week 9", 9),
        ("starts", "in 9 weeks", 9),
    ],
)
def test_what_people_type_is_understood(column, text, value):
    assert read_cell(column, text) == (value, "", "")


@pytest.mark.parametrize(
    ("column", "text", "code", "says"),
    [
        ("weeks", "soon", "WSJF-2", "“soon” is no number of weeks"),
        ("weeks", "0", "WSJF-2", "from 0.1 to 520"),
        ("weeks", "-2", "WSJF-2", "“-2” is out of range"),
        ("weeks", "1e999", "WSJF-2", "1e999"),
        ("weeks", "9" * 59, "WSJF-2", "out of range"),
        ("weeks", "9" * 1900, "WSJF-2", "…"),
        ("weeks", "10 days", "PRI-3", "write 2."),
        ("weeks", "3 months", "PRI-3", "about 13.0"),
        ("weeks", "8 points", "PRI-3", "not how long it takes"),
        ("weeks", "80 %", "PRI-3", "not in weeks"),
        ("cost", "a lot", "PRI-6", "“a lot” is no amount of money"),
        ("cost", "-5", "PRI-6", "out of range"),
        ("cost", "80 %", "PRI-6", "cannot be read as money"),
        ("cost", "4k", "PRI-6", "write the amount alone, in full"),
        ("cost", "1e999", "PRI-6", "1e999"),
        ("cost", "1,000,000,000", "PRI-6", "out of range"),
        ("cost", "4,000 a month", "PRI-3", "in a week that is about 923"),
        ("cost", "52000 € per year", "PRI-3", "about 1,000"),
        ("cost", "100 a day", "PRI-3", "not by the week"),
        ("cost", "13 points", "PRI-3", "in points, not in money"),
        ("cost", HOSTILE, "PRI-6", "“<img src=x"),
        ("cost", "\x00\u202e5", "PRI-6", "no amount of money"),
        ("starts", "2027-03-15", "DELAY-2", "weeks from now"),
        ("starts", "-1", "DELAY-2", "out of range"),
        ("starts", "521", "DELAY-2", "up to 520"),
        ("starts", "2 months", "PRI-3", "about 8.7"),
    ],
)
def test_what_cannot_be_used_is_said_at_the_cell_and_on_check(column, text, code, says):
    reading = read_cell(column, text)
    assert reading.code == code
    assert says in reading.fault
    assert reading.fault.isprintable()
    assert len(reading.fault) < 200
    raw = typed(**{**{id: ("1", "5") for id in ("dough", "salt", "flour", "sign")}, "oven": ("1", "5", "")})
    raw["cells"]["oven"][column] = text
    result = FIGURES.review(FIGURES.read(raw), OWN)
    assert result.outcome is Outcome.NEEDS_WORK
    (problem,) = [one for one in result.findings if one.level == "problem"]
    assert (problem.code, problem.cards) == (code, (f"oven:{column}",))
    assert problem.seen.startswith("Mend the oven: ")
    assert reading.fault in problem.seen
    assert FIGURES.live(FIGURES.read(raw), OWN)["faults"] == {"oven": {column: reading.fault}}
    assert ground(OWN, {"waiting-inputs": raw}).table("waiting") == ()


@given(st.sampled_from(["weeks", "cost", "starts"]), st.text(max_size=80))
def test_any_text_is_read_or_refused(column, text):
    reading = read_cell(column, text)
    assert bool(reading.code) is bool(reading.fault)
    assert 0 <= reading.value <= 999_999_999


@pytest.mark.parametrize(("column", "code"), [("weeks", "WSJF-2"), ("cost", "PRI-6")])
def test_half_a_row_is_named_and_a_blank_one_only_missing(column, code):
    raw = {"cells": {id: dict(cells) for id, cells in FILLED["cells"].items()}}
    del raw["cells"]["sign"][column]
    del raw["cells"]["flour"]
    result = FIGURES.review(FIGURES.read(raw), OWN)
    assert result.outcome is Outcome.INCOMPLETE
    assert [(one.code, one.cards) for one in result.findings] == [(code, (f"sign:{column}",))]
    assert FIGURES.live(FIGURES.read(raw), OWN)["faults"] == {}


def test_figures_of_nothing_but_titles_open_a_board_that_works():
    result = FIGURES.review(FIGURES.read(FILLED), OWN)
    assert result.outcome is Outcome.STRONG
    (good,) = [one for one in result.findings if one.level == "good"]
    assert "5 jobs with 12 weeks" in good.seen
    assert "11,400" in good.seen
    case = ground(OWN, {"waiting-inputs": FILLED})
    assert jobs(case)["oven"].starts == 9
    best = order("sign", "dough", "salt", "flour", "oven")
    assert "€" not in str(EXERCISE.review(EXERCISE.read(best), case).findings)
    assert EXERCISE.plotted(EXERCISE.read(best), case)["unit"] == ""
    assert EXERCISE.task_for(case).startswith("Your team will do these 5 jobs, 12 weeks of work")
    view = EXERCISE.view(case)
    view.answer = best
    assert EXERCISE.missing(EXERCISE.read(view.answer), case) == []


def test_needs_come_from_the_backlog_and_a_circle_is_cut():
    items = {
        "salt": {"dependencies": ("flour", "gone", "salt", "flour")},
        "flour": {"dependencies": ("salt",)},
    }
    case = ground(with_items(OWN, **items), {"waiting-inputs": FILLED})
    assert [row["id"] for row in case.table("waiting")] == ["oven", "dough", "salt", "flour", "sign"]
    needs = {id: job.after for id, job in jobs(case).items()}
    assert sorted(needs.values())[-2:] == [(), ("flour",)]
    assert review(case, "sign", "dough", "flour", "oven", "salt").outcome is Outcome.STRONG


def test_the_table_asks_for_the_first_of_the_moscow_answer():
    placed = lanes({"van": "must", "songs": "must", "till": "should", "oven": "wont", "cakes": "could"})
    case = FIGURES.ground(OWN, {"moscow": placed}.get)
    assert [item.id for item in waiting_inputs.asked_for(case)] == ["van", "songs", "till", "cakes", "dough"]
    assert "your MoSCoW board" in FIGURES.task_for(case)
    assert [row["id"] for row in FIGURES.view(case).rows] == ["van", "songs", "till", "cakes", "dough"]


def test_rows_that_were_filled_in_stay_when_the_moscow_answer_changes():
    placed = lanes({"van": "must", "songs": "must"})
    stored = {"moscow": placed, "waiting-inputs": FILLED}
    case = ground(OWN, stored)
    assert set(jobs(case)) == set(FILLED["cells"])
    some = typed(sign=("1", "500"), gone=("1", "5"))
    rest = FIGURES.ground(OWN, {"moscow": placed, "waiting-inputs": some}.get)
    assert [item.id for item in waiting_inputs.asked_for(rest)] == ["van", "songs", "oven", "dough", "sign"]


def test_costs_that_look_like_points_are_asked_about():
    raw = typed(
        **{id: ("1", cost) for id, cost in zip(FILLED["cells"], ("3", "5", "8", "13", "20"), strict=True)}
    )
    result = FIGURES.review(FIGURES.read(raw), OWN)
    (note,) = [one for one in result.findings if one.level == "note"]
    assert (note.code, "3, 5, 8, 13, 20" in note.seen) == ("PRI-3", True)
    assert result.outcome is Outcome.STRONG


def test_jobs_that_all_cost_nothing_are_nothing_to_order():
    raw = typed(**{id: ("1", "0") for id in FILLED["cells"]})
    result = FIGURES.review(FIGURES.read(raw), OWN)
    assert result.outcome is Outcome.NEEDS_WORK
    assert "nothing for any of the 5 jobs" in result.findings[0].seen


@pytest.mark.parametrize("count", [1, 2, 200])
def test_a_backlog_of_any_size_works(count):
    items = tuple(BacklogItem(f"i{n}", HOSTILE if n % 2 else f"Item {n} " * 60) for n in range(count))
    case = Case("own-x", "X", items, own=True)
    shown = min(count, 5)
    assert len(FIGURES.view(case).rows) == shown
    assert len(FIGURES.parts(case)) == 2 * shown
    raw = typed(**{f"i{n}": ("2", "100") for n in range(shown)})
    assert FIGURES.review(FIGURES.read(raw), case).outcome is Outcome.STRONG
    full = ground(case, {"waiting-inputs": raw})
    assert review(full, *jobs(full)).outcome is Outcome.STRONG
    for exercise, answer in ((FIGURES, FIGURES.read(raw)), (FIGURES, FIGURES.answer())):
        assert exercise.task_for(case)[-1] in ".?"
        assert all(exercise.hint(step, answer, case)[-1] in ".?" for step in range(len(exercise.hints)))


def test_a_blank_table_is_not_attempted():
    for raw in (None, {}, FIGURES.view(OWN).answer):
        result = FIGURES.review(FIGURES.read(raw), OWN)
        assert (result.outcome, result.findings) == (Outcome.NOT_ATTEMPTED, ())
