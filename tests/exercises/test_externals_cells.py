"""What is typed into the table of things from outside: people, questions, days and fallbacks."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.externals import (
    BRICKS,
    HOSTILE,
    cells,
    faults,
    review,
)
from tpm_kit.exercises.roadmap.externals_cells import COLUMNS, read_cell

THING = "Brackwater Bank: access to its test system for version 3"


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
