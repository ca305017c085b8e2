"""What the plan waits for from outside, beside the learner's roadmap, on a case and on one's own."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.exercises.plants.externals import (
    BRICKS,
    CELLS,
    HOSTILE,
    OWN,
    SHOP,
    cells,
    faults,
    own,
    review,
    with_roadmap,
)
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case, cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.externals import EXERCISE
from tpm_kit.exercises.roadmap.externals_cells import COLUMNS
from tpm_kit.exercises.roadmap.externals_rows import rows
from tpm_kit.exercises.roadmap.standing_plan import standing

PAYLANE = load_case(cases_folder() / "paylane")
WORKED = {cell: value for cell, (value, _) in PAYLANE.worked("externals").items()}


@pytest.fixture(scope="module")
def shipped() -> Case:
    return EXERCISE.ground(PAYLANE, lambda id: None)


def test_what_holds_is_said_with_its_sums():
    result = review(cells())
    assert result.outcome is Outcome.STRONG
    assert [one.seen for one in result.findings] == [
        f"3 things from outside; 2 of them still to be asked for. The tightest promise: {BRICKS}, 3 days "
        "before the work starts."
    ]
    assert faults(cells()) == {}


def test_a_promise_is_held_against_the_day_on_which_the_work_starts():
    assert faults(cells(), with_roadmap(SHOP, oven="1", dough="3", sign="5")) == {
        "bricks": {"date": "18 January 2030 comes after 7 January 2030, when Mend the oven starts."}
    }
    on_the_day = replace(SHOP, sprint_start=datetime.date(2030, 1, 4))  # Sprint 2 then starts on 18 January.
    assert review(cells(), on_the_day).outcome is Outcome.STRONG
    unknown = replace(SHOP, sprint_start=None)
    assert review(cells(), unknown).outcome is Outcome.STRONG
    assert [row["given"]["needed"] for row in EXERCISE.view(unknown).rows] == [
        "sprint 2",
        "sprint 3",
        "sprint 5",
    ]
    nowhere = replace(SHOP, earlier={})
    assert {row["given"]["needed"] for row in EXERCISE.view(nowhere).rows} == {"not on your roadmap"}
    assert "build it in 6.2" in EXERCISE.task_for(nowhere)
    assert review(cells(), nowhere).outcome is Outcome.STRONG


def test_a_day_that_nobody_has_promised_is_not_called_a_promise(shipped):
    late = {**WORKED, "X-5:date": "31 March 2027"}
    assert [one.code for one in review(Cells.of(late).raw(), shipped).findings] == ["WAIT-2"]


def test_the_days_of_the_worked_roadmap_are_not_called_the_learners(shipped):
    raw = Cells.of({**WORKED, "X-5:date": "ask by 5 March 2027"}).raw()
    caution = next(one for one in review(raw, shipped).findings if one.level == "caution")
    assert "The worked roadmap starts Daily safeguarding report on 8 March 2027" in caution.seen
    mine = Placements.of({id: value for id, (value, _) in PAYLANE.worked("roadmap").items()}).raw()
    own_one = EXERCISE.ground(PAYLANE, {"roadmap": mine}.get)
    caution = next(one for one in review(raw, own_one).findings if one.level == "caution")
    assert "Your roadmap starts Daily safeguarding report on 8 March 2027" in caution.seen


def test_a_week_is_left_for_an_answer():
    def asked(day):
        return [
            one.level
            for one in review(cells(permit={"date": f"ask by {day}"})).findings
            if one.code == "ROAD-7"
        ]

    assert asked("28 January 2030") == ["good"]
    assert asked("29 January 2030") == ["caution", "good"]
    assert asked("4 February 2030") == ["problem", "good"]


@pytest.mark.parametrize(
    ("column", "code"), [("owner", "ROAD-7"), ("date", "ROAD-7"), ("fallback", "WAIT-1")]
)
def test_half_a_row_is_named_and_a_blank_one_only_missing(column, code):
    raw = cells(bricks={column: ""}, paint=dict.fromkeys(COLUMNS, ""))
    result = review(raw)
    assert result.outcome is Outcome.INCOMPLETE
    assert [(one.code, one.cards) for one in result.findings] == [(code, (f"bricks:{column}",))]
    assert faults(raw) == {}


def test_of_a_backlog_of_ones_own_only_the_rows_that_are_begun_count():
    result = review(own(), OWN)
    assert result.outcome is Outcome.STRONG
    assert result.findings[0].seen.startswith("2 things from outside, each with a person and a day.")
    assert [row.id for row in rows(OWN)] == [item.id for item in OWN.items]
    columns = [column["id"] for column in EXERCISE.view(OWN).columns]
    assert columns == ["needed", "what", "owner", "date", "fallback"]
    half = review(own(sign={"what": "red"}), OWN)
    assert half.outcome is Outcome.INCOMPLETE
    assert [one.cards for one in half.findings if one.level == "problem"] == [
        ("sign:owner",),
        ("sign:date",),
        ("sign:fallback",),
    ]
    nameless = review(own(oven={"what": ""}), OWN)
    assert [one.cards for one in nameless.findings if one.level == "problem"] == [("oven:what",)]
    named = review(own(oven={"what": "bricks of Hearth and Sons", "owner": "Hearth and Sons"}), OWN)
    assert [one.code for one in named.findings if one.level == "problem"] == ["ROAD-7"]


def test_two_things_of_one_person_are_no_pattern_yet():
    assert [one for one in review(own(), OWN).findings if one.code == "WAIT-3"] == []


def test_the_facts_of_the_case_fit_its_worked_roadmap():
    case = EXERCISE.ground(PAYLANE, lambda id: None)
    for row in rows(case):
        assert row.start, row.id
        assert row.day is None or row.day <= row.start, row.id
        assert PAYLANE.item(row.item).title == row.work
    assert {row.owner == "" for row in rows(case)} == {row.day is None for row in rows(case)} == {True, False}
    assert standing(case).bars["PL-05"].start == 2


@pytest.mark.parametrize(
    "raw",
    [
        {"cells": {"gone": {"owner": "x"}}},
        {"cells": {"bricks": {"gone": "x"}}},
        {"cells": {"bricks": {"owner": HOSTILE, "date": HOSTILE, "fallback": HOSTILE}}},
        {"cells": {"bricks": {"owner": "\x00\u202e", "date": "\n", "fallback": " "}}},
        {"cells": {id: dict.fromkeys(COLUMNS, "x" * 2000) for id in CELLS}},
    ],
)
def test_hostile_cells_are_judged_and_not_believed(raw):
    result = review(raw)
    assert result.outcome in (Outcome.INCOMPLETE, Outcome.NEEDS_WORK)
    assert all(one.seen.isprintable() and len(one.seen) < 300 for one in result.findings)
    assert all(EXERCISE.hint(step, EXERCISE.read(raw), SHOP)[-1] in ".?" for step in range(4))


@pytest.mark.parametrize("count", [1, 200])
def test_a_bare_backlog_of_any_size_works(count):
    items = tuple(BacklogItem(f"i{n}", HOSTILE if n % 2 else f"Item {n} " * 60) for n in range(count))
    case = EXERCISE.ground(Case("own-x", "X", items, own=True), {}.get)
    assert HOSTILE not in EXERCISE.view(case).to_html()
    assert EXERCISE.task_for(case)[-1] in ".?"
    raw = {
        "cells": {
            "i0": {"what": "keys", "owner": "Ann Lee", "date": "2027-01-22", "fallback": "use old ones"}
        }
    }
    assert review(raw, case).outcome is Outcome.STRONG
    gone = {"cells": {"gone": raw["cells"]["i0"]}}
    assert (review(gone, case).outcome, review(gone, case).findings) == (Outcome.INCOMPLETE, ())
    assert review({}, case).outcome is Outcome.NOT_ATTEMPTED
