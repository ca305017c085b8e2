"""Which date to whom: whose figures the dates are, what is shown beside them, and own backlogs."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.plants import how_sure
from tests.exercises.plants.promise import BAKERY, LATE, TIGHT, chosen, due
from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case, cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.promise import EXERCISE, promise_live
from tpm_kit.exercises.roadmap.promise_choices import SAYING, SHARES, basis

PAYLANE = load_case(cases_folder() / "paylane")
OWN = Case("own", "My backlog", tuple(BacklogItem(f"t{n}", f"Task {n}") for n in range(3)), own=True)


def found(raw, case=BAKERY):
    return {(one.code, one.level): one for one in EXERCISE.review(EXERCISE.read(raw), case).findings}


def options(case):
    return dict(EXERCISE.view(case).columns[0]["options"])


def test_the_dates_are_those_of_the_worked_answer_until_there_is_one():
    case = EXERCISE.ground(PAYLANE, lambda id: None)
    assert "worked three times, since yours in 6.6 are not complete" in EXERCISE.task_for(case)
    assert options(case) == {
        "p50": "15 March 2027 · 50 %",
        "p80": "19 March 2027 · 80 %",
        "p95": "25 March 2027 · 95 %",
    }


def test_the_dates_are_the_learners_own():
    times = {"PL-03": "17 21 60", "PL-08": "12 17 30", "PL-11": "9 12 20", "PL-16": "4 6 15"}
    times |= {"PL-19": "6 8 16", "PL-25": "22 30 54"}
    columns = ("optimistic", "likely", "pessimistic")
    cells = {id: dict(zip(columns, row.split(), strict=True)) for id, row in times.items()}
    case = EXERCISE.ground(PAYLANE, lambda id: {"cells": cells} if id == "how-sure" else None)
    assert basis(case).yours
    # 31 March is day 56; 1, 2 and 5 to 9 April are days 57 to 63.
    assert 62 < basis(case).time("p95") < 63
    assert "your three times" in EXERCISE.task_for(case)
    assert options(case)["p95"] == "9 April 2027 · 95 %"


def test_what_a_choice_means_stands_beside_it():
    results = promise_live(EXERCISE.read(chosen()), BAKERY)["results"]
    assert {who: texts["told"] for who, texts in results.items()} == {
        "team": "“We aim at 31 January 2030. It is as likely later as earlier.” "
        "Missed every other time · 6 working days to spare",
        "sponsor": "“By 4 February 2030, in four of five runs. You hear at once if that moves.” "
        "Missed one time in five · 4 working days to spare",
        "supervisor": "“By 6 February 2030, in nineteen of twenty runs. You hear at once if that moves.” "
        "Missed one time in twenty · 2 working days to spare",
    }
    late = promise_live(EXERCISE.read(chosen()), LATE)["results"]
    assert late["sponsor"]["told"].endswith("Missed one time in five · 2 working days late")
    assert late["team"]["told"].endswith("Missed every other time · on the day itself")


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        (
            datetime.date(2030, 1, 31),
            "4 February 2030 (P80) is 2 working days after 31 January 2030; 64 % of",
        ),
        (datetime.date(2030, 2, 1), "4 February 2030 (P80) is 1 working day after 1 February 2030; "),
        (datetime.date(2030, 2, 4), "6 February 2030 (P95) is 2 working days after 4 February 2030; "),
    ],
)
def test_how_late_is_said_in_working_days(day, seen):
    """1 February 2030 is a Friday."""
    finding = found(chosen(), due(day))["PROMISE-4", "problem"]
    assert seen in finding.seen
    assert "split Build the oven or Sift the flour" in finding.do


def test_a_warning_makes_a_late_finish_a_sound_answer():
    raw = chosen(supervisor="p95 warn")
    for case in (LATE, TIGHT):
        assert EXERCISE.review(EXERCISE.read(raw), case).outcome is Outcome.STRONG


def test_the_day_itself_is_in_time():
    """P95 is 6 February 2030."""
    assert ("PROMISE-4", "good") in found(chosen(), due(datetime.date(2030, 2, 6)))
    assert ("PROMISE-4", "problem") in found(chosen(), due(datetime.date(2030, 2, 5)))


def test_an_own_backlog_without_figures_has_chances_and_no_dates():
    assert "Fill in 6.6 above" in EXERCISE.task_for(OWN)
    assert options(OWN) == {"p50": "50 %", "p80": "80 %", "p95": "95 %"}
    assert EXERCISE.review(EXERCISE.read(chosen()), OWN).outcome is Outcome.STRONG
    assert "(P50)" not in found(chosen(supervisor="p50 even"), OWN)["PERT-5", "problem"].seen
    heard = promise_live(EXERCISE.read(chosen()), OWN)["results"]["team"]["told"]
    assert heard == "“We aim at this day. It is as likely later as earlier.” Missed every other time"


def test_an_own_backlog_with_figures_and_no_start_has_days():
    cells = {f"t{n}": {"optimistic": "2", "likely": "4", "pessimistic": "9"} for n in range(3)}
    case = replace(OWN, earlier={"how-sure": Cells.read({"cells": cells})})
    assert all("working days" in text for text in options(case).values())
    assert EXERCISE.review(EXERCISE.read(chosen()), case).outcome is Outcome.STRONG
    dated = replace(case, sprint_start=datetime.date(2030, 1, 7), release_date=datetime.date(2030, 1, 9))
    late = found(chosen(), dated)["PROMISE-4", "problem"]
    assert "after 9 January 2030" in late.seen


def test_the_forecast_is_not_taken_from_half_a_table():
    half = Cells.read({"cells": {"mill": {"likely": "3"}}})
    case = replace(BAKERY, earlier={"how-sure": half})
    assert basis(case).forecast is None


@given(
    st.dictionaries(
        st.sampled_from(["team", "sponsor", "supervisor", "gone"]),
        st.fixed_dictionaries(
            {},
            optional={
                "date": st.sampled_from([*SHARES, "p99"]),
                "words": st.sampled_from([*SAYING, "lies"]),
            },
        ),
    ),
    st.sampled_from([BAKERY, LATE, TIGHT, OWN, replace(how_sure.CIRCLE, sprint_start=None)]),
)
@settings(deadline=None, max_examples=150)
def test_no_choice_breaks_a_rule(cells, case):
    answer = EXERCISE.read({"cells": cells})
    for finding in EXERCISE.review(answer, case).findings:
        assert finding.seen.isprintable()
    promise_live(answer, case)
