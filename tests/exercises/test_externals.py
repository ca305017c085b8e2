"""What the plan waits for from outside: what people type, beside their roadmap, on a case and on one's
own."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.externals import BRICKS, CELLS, OWN, SHOP, cells, own, with_roadmap
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case, cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.externals import EXERCISE
from tpm_kit.exercises.roadmap.externals_cells import COLUMNS, read_cell
from tpm_kit.exercises.roadmap.externals_rows import rows
from tpm_kit.exercises.roadmap.standing_plan import standing

HOSTILE = "<img src=x onerror=alert(1)>"
THING = "Brackwater Bank: access to its test system for version 3"
PAYLANE = load_case(cases_folder() / "paylane")
WORKED = {cell: value for cell, (value, _) in PAYLANE.worked("externals").items()}


@pytest.fixture(scope="module")
def shipped() -> Case:
    return EXERCISE.ground(PAYLANE, lambda id: None)


def review(raw, case=SHOP):
    return EXERCISE.review(EXERCISE.read(raw), case)


def faults(raw, case=SHOP):
    return EXERCISE.live(EXERCISE.read(raw), case)["faults"]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Falk",
        "ines falk",
        "Falk",
        "Dr. Li",
        "李小龙",
        "Ines Falk, partner interfaces",
        "partner office (Ines Falk)",
        "Ines Falk at Brackwater",
        "Sofia from compliance",
        "head of interfaces at Brackwater",
        "D'Arcy O'Neill-Smith",
    ],
)
def test_a_person_is_an_owner(text):
    assert read_cell("owner", text, THING) == (text, None, False, "", "")


@pytest.mark.parametrize(
    "text",
    [
        "Brackwater",
        "Brackwater Bank",
        "the bank",
        "their IT department",
        "the reporting desk",
        "support",
        "Partner Team",
        "everyone",
        "head office",
        "tbd",
        "?",
        "-",
        "12345",
        "we",
        "someone there",
        "n/a",
    ],
)
def test_a_department_or_nobody_is_no_owner(text):
    reading = read_cell("owner", text, THING)
    assert reading.code == "ROAD-7"
    assert f"“{text}”" in reading.fault


@pytest.mark.parametrize(
    ("text", "whom", "day"),
    [
        ("ask the reporting desk, by 15 January 2027", "the reporting desk", (2027, 1, 15)),
        ("Ask: reporting desk (by 2027-01-15)", "reporting desk", (2027, 1, 15)),
        ("we ask whoever stands by the desk until 15.01.2027", "whoever stands by the desk", (2027, 1, 15)),
    ],
)
def test_a_question_names_whom_and_by_when(text, whom, day):
    assert read_cell("owner", text, THING) == (whom, datetime.date(*day), True, "", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ask", "It does not say whom you ask"),
        ("ask somebody, by 15 January 2027", "It does not say whom you ask"),
        ("ask the desk", "write “ask the desk, by …” with the day"),
        ("ask the desk by", "by when"),
        ("ask the desk by spring", "“spring” is no day; write it as 5 May 2027 or 2027-05-05."),
        ("ask the desk by 22 January", "“22 January” has no year; add it."),
        ("ask the desk by 3/4/2027", "“3/4/2027” can be 3 April 2027 or 4 March 2027"),
    ],
)
def test_half_a_question_is_sent_back(text, says):
    assert says in read_cell("owner", text, THING).fault


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-22",
        "22 Jan 2027",
        "22.01.2027",
        "22/01/2027",
        "Fri 22 January 2027",
        "22nd of January 2027",
        "January 22, 2027",
        "by 22 Jan 2027",
        "promised for 22 Jan 2027",
        "the 22 January 2027",
        " 2027.01.22 ",
    ],
)
def test_a_day_is_read_in_any_clear_notation(text):
    assert read_cell("date", text).day == datetime.date(2027, 1, 22)
    assert read_cell("date", f"ask by {text.removeprefix('by ').removeprefix('promised for ')}").asks


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("03/04/2027", "IMP-4", "can be 3 April 2027 or 4 March 2027"),
        ("soon", "ROAD-7", "“soon” is no day; write it as 5 May 2027 or 2027-05-05; where nobody has"),
        ("Q1", "ROAD-7", "is no day"),
        ("week 3", "ROAD-7", "is no day"),
        ("January 2027", "ROAD-7", "is no day"),
        ("22 January", "ROAD-7", "“22 January” has no year; add it."),
        ("Jan 22", "ROAD-7", "has no year"),
        ("by 22 January", "ROAD-7", "“by 22 January” has no year; add it."),
        ("some weeks", "ROAD-7", "where nobody has named a day, write “ask by …” with the day."),
        ("31 Feb 2027", "ROAD-7", "is no day"),
        ("2127-01-22", "ROAD-7", "lies in the year 2127"),
        ("0001-01-01", "ROAD-7", "lies in the year 1"),
        (HOSTILE, "ROAD-7", "is no day"),
        ("9" * 1900, "ROAD-7", "…"),
        ("\u202e2027", "ROAD-7", "is no day"),
    ],
)
def test_what_is_no_clear_day_gets_a_sentence_at_the_cell_and_on_check(text, code, says):
    reading = read_cell("date", text)
    assert reading.code == code
    assert says in reading.fault
    assert len(reading.fault) < 200
    assert reading.fault.isprintable()
    raw = cells(bricks={"date": text})
    assert faults(raw) == {"bricks": {"date": reading.fault}}
    (problem,) = [one for one in review(raw).findings if one.level == "problem"]
    assert (problem.code, problem.cards) == (code, ("bricks:date",))
    assert problem.seen == f"{BRICKS}: promised for. {reading.fault}"


@pytest.mark.parametrize(
    "text",
    [
        "hope",
        "Wait",
        "wait and see",
        "We hope it comes in time",
        "ask them again",
        "remind them every day until they answer",
        "hope that the bank is faster",
        "we wait, and pray",
        "nothing",
        "?",
        "...",
        "tbd",
        "don't know",
        "keep chasing",
        "n/a",
        "no fallback needed",
        "none, it will come",
        "we'll be late",
        "start later",
        "delay by a week",
    ],
)
def test_hoping_and_waiting_are_no_fallback(text):
    assert read_cell("fallback", text).code == "WAIT-1"


@pytest.mark.parametrize(
    "text",
    [
        "Descope",
        "use the old flow",
        "build against the draft",
        "wait two weeks and start Tallis first",
        "wait two weeks with the old flow for live payments",
        "We hope for the best, but build against the draft",
        "escalate to the CEO",
        "ask two shops to test with us",
    ],
)
def test_something_to_do_is_a_fallback(text):
    assert read_cell("fallback", text).code == ""


@given(st.sampled_from(list(COLUMNS)), st.text(max_size=80), st.text(max_size=20))
def test_any_text_is_read_or_refused(column, text, thing):
    reading = read_cell(column, text, thing)
    assert bool(reading.code) is bool(reading.fault)
    assert column == "fallback" or reading.code or reading.text or reading.day


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
