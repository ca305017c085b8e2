"""The brief to the sponsor: what it flags, and registers that are not what one hopes for."""

from __future__ import annotations

import datetime
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.brief import BRIEFED, ESCALATED, SAID, briefed, said
from tests.exercises.plants.responses import OWN_SAID
from tests.exercises.plants.responses import SAID as RESPONSES
from tests.exercises.risk_bakery import HOSTILE, OWN, RISKS
from tpm_kit.answers import Cells
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.brief import EXERCISE
from tpm_kit.exercises.risk.brief import said as flag_words
from tpm_kit.exercises.risk.brief_facts import MOST, beginning, flagged, left_at
from tpm_kit.exercises.risk.brief_text import brief_text
from tpm_kit.exercises.risk.matrix_board import MatrixPlaces
from tpm_kit.exercises.risk.owners import owner_fault

HEADS = (
    "What could move the date",
    "What it could cost",
    "What was decided",
    "What has changed",
    "What we ask of",
)


def test_the_rows_are_what_the_register_flags_with_what_is_above_the_appetite_first():
    rows = {row["id"]: row["given"]["flag"] for row in EXERCISE.view(BRIEFED).view.rows}
    assert rows == {
        "smoke": "high after its response, above the appetite “medium”",
        "rats": "last looked at on 1 December 2029, 32 days ago",
        "thief": "no owner; last looked at on 18 December 2029, 15 days ago",
    }
    assert list(rows) == ["smoke", "rats", "thief"]
    assert EXERCISE.task_for(BRIEFED).startswith(
        "Before the page below goes out, mend what it flags about 3 risks."
    )
    assert "your responses of 7.6" in EXERCISE.task_for(BRIEFED)


def test_it_begins_with_what_the_register_has_and_leaves_blank_what_it_flags():
    assert beginning(BRIEFED).cells == {
        "smoke": {"owner": "Mayor", "reviewed": "2029-12-28"},
        "rats": {"owner": "Ann Lee"},
    }
    assert len(EXERCISE.missing(beginning(BRIEFED), BRIEFED)) == 6


def test_a_review_is_stale_on_the_day_after_its_days_are_over():
    for day, age in ((datetime.date(2029, 12, 19), None), (datetime.date(2029, 12, 18), 15)):
        case = briefed(thief={"reviewed": day, "owner": "Cy Roth"})
        ages = {flag.risk.id: flag.age for flag in flagged(case).flags}
        assert ages.get("thief") == age
        sound = EXERCISE.review(EXERCISE.read(said(thief_reviewed=day.isoformat())), BRIEFED)
        assert sound.outcome is (Outcome.NEEDS_WORK if age else Outcome.STRONG)


def test_a_register_without_days_of_review_is_not_called_stale_and_one_with_some_is():
    none = replace(
        BRIEFED, tables={**BRIEFED.tables, "risks": tuple({**row, "reviewed": None} for row in RISKS)}
    )
    assert all(flag.age is None for flag in flagged(none).flags)
    some = briefed(cook={"reviewed": None})
    cook = next(flag for flag in flagged(some).flags if flag.risk.id == "cook")
    assert (cook.age, flag_words(cook, some)) == (-1, "nobody has looked at it yet")


def test_what_is_left_is_what_the_response_leaves():
    places = {flag.risk.id: left_at(flag.risk, BRIEFED) for flag in flagged(BRIEFED).flags}
    assert places == {"smoke": (2, 3), "rats": (1, 2), "thief": (0, 0)}
    done = briefed(RESPONSES)
    assert [flag.risk.id for flag in flagged(done).flags] == ["rats", "thief"]


def test_where_nobody_says_what_a_response_leaves_the_place_of_7_7_counts():
    vague = {cell: text for cell, text in OWN_SAID.items() if cell != "cook:after"}
    own = replace(OWN, earlier={"responses": Cells.of(vague)})
    cook = next(flag for flag in flagged(own).flags if flag.risk.id == "cook")
    assert (left_at(cook.risk, own), cook.above) == ((1, 4), True)
    placed = replace(own, earlier={**own.earlier, "residual": MatrixPlaces.of({"cook": "2/2"})})
    assert left_at(cook.risk, placed) == (1, 1)
    assert "cook" not in {flag.risk.id for flag in flagged(placed).flags if flag.above}


def test_the_owner_who_decides_may_bear_what_is_left():
    answer = EXERCISE.read(said(smoke_owner="Mayor", smoke_decision="owner"))
    assert EXERCISE.review(answer, BRIEFED).outcome is Outcome.STRONG


def test_an_own_register_asks_for_the_owner_in_words():
    view = EXERCISE.view(OWN)
    kinds = {column["id"]: column["kind"] for column in view.view.columns}
    assert kinds["owner"] == "text"
    assert {column["id"]: column["kind"] for column in EXERCISE.view(BRIEFED).view.columns}[
        "owner"
    ] == "choice"
    choice = next(column for column in EXERCISE.view(BRIEFED).view.columns if column["id"] == "owner")
    assert [value for value, _ in choice["options"]] == ["Ann Lee", "Bo Falk", "Cy Roth", "Mayor", "The team"]


def test_a_long_register_asks_about_the_gravest_and_says_how_many_are_left():
    many = tuple(
        {**RISKS[4], "id": f"t{n}", "title": f"Thief {n}", "cost": n, "cost_high": n} for n in range(1, 13)
    )
    case = replace(BRIEFED, tables={"risks": many}, earlier={})
    found = flagged(case)
    assert (len(found.flags), found.left) == (MOST, 12 - MOST)
    assert found.flags[0].risk.id == "t12"
    assert f"mend what it flags about {MOST} risks (and 4 more, which are smaller)" in EXERCISE.task_for(case)


def test_where_nothing_is_flagged_the_largest_are_confirmed():
    clean = briefed(
        RESPONSES,
        thief={"owner": "Cy Roth", "reviewed": datetime.date(2030, 1, 1)},
        rats={"reviewed": datetime.date(2030, 1, 1)},
    )
    found = flagged(clean)
    assert (found.anything, [flag.risk.id for flag in found.flags]) == (False, ["smoke", "mill", "cook"])
    assert EXERCISE.task_for(clean).startswith(
        "Nothing is flagged in this register; confirm its 3 largest risks."
    )
    assert {row["given"]["flag"] for row in EXERCISE.view(clean).view.rows} == {"nothing"}


@pytest.mark.parametrize(
    ("owner", "fault"),
    [
        ("Ann Lee", ""),
        ("Mina Okafor-Sánchez", ""),
        ("Head of support", ""),
        ("Open Banking lead", ""),
        ("财务主管", ""),
        ("the team", "is nobody in particular"),
        ("TBD", "is nobody in particular"),
        ("?", "is nobody in particular"),
        ("all of us", "is nobody in particular"),
        ("Everyone!", "is nobody in particular"),
        ("Ann Lee and Bo Falk", "are several"),
        ("Ann / Bo", "are several"),
        ("Head of R&D", ""),
        ("Head of sales and support", ""),
        ("Ann & Bo", "are several"),
        ("Ann, Bo", "are several"),
    ],
)
def test_an_owner_is_one_person(owner, fault):
    assert owner_fault(owner) == fault


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ({"id": "x", "title": "x"},),
        (
            {
                "id": "x",
                "title": HOSTILE,
                "cause": HOSTILE,
                "owner": HOSTILE,
                "trigger": HOSTILE,
                "status": "open",
            },
        ),
        ({"id": "x", "title": "", "status": "open", "chance": 0.5},),
        ({"id": "x", "title": "Only days", "status": "open", "chance": 0.5, "days": 4},),
        ({"id": "x", "title": "Only money", "status": "open", "chance": 0.5, "cost": 4, "reviewed": None},),
        ({"id": "x", "title": "Certain", "status": "open", "chance": 1, "days": 1e9, "cost": 1e9},),
        ({"id": "x", "title": "a\nb\x00", "status": "closed"},),
    ],
)
@pytest.mark.parametrize("responses", [{}, ESCALATED])
def test_no_register_is_too_odd_to_be_told(rows, responses):
    case = replace(BRIEFED, tables={"risks": rows}, earlier={"responses": Cells.of(responses)})
    view = EXERCISE.view(case)
    view.answer = {
        "cells": {"x": {"owner": HOSTILE, "reviewed": HOSTILE, "decision": "gone"}, "y": {"owner": "A"}}
    }
    answer = EXERCISE.read({"cells": {"x": {"owner": HOSTILE, "reviewed": HOSTILE, "decision": "gone"}}})
    view.acknowledge(EXERCISE.live(answer, case))
    assert "<img" not in view.to_html()
    brief = brief_text(answer, case)
    assert all(head in brief for head in HEADS)
    assert all(line.isprintable() for line in brief.split("\n"))
    assert all(one.seen.isprintable() for one in EXERCISE.review(answer, case).findings)
    assert EXERCISE.task_for(case)[-1] in ".?"
    assert all(EXERCISE.hint(step, answer, case)[-1] in ".?" for step in range(3))


CELLS = st.sampled_from([*SAID, "gone:owner", "smoke:gone"])


@given(st.dictionaries(CELLS, st.text(min_size=1, max_size=40)))
def test_any_text_is_judged_and_written_without_a_fault(cells):
    answer = Cells.of(cells)
    titles = EXERCISE.parts(BRIEFED)
    for one in EXERCISE.review(answer, BRIEFED).findings:
        assert set(one.cards) <= set(titles)
        assert one.seen.isprintable()
    assert all(line.isprintable() for line in brief_text(answer, BRIEFED).split("\n"))


def test_nothing_is_praised_while_something_is_wrong():
    for changed in ({"thief_owner": "TBD"}, {"rats_reviewed": "1 December 2029"}, {"smoke_decision": "none"}):
        review = EXERCISE.review(EXERCISE.read(said(**changed)), BRIEFED)
        assert "BRIEF-2" not in {one.code for one in review.findings}


def test_neither_title_nor_review_needs_what_runs_simulations():
    code = (
        "import sys; sys.path.insert(0, '.');"
        "from tests.exercises.plants.brief import BRIEFED, said;"
        "from tpm_kit.exercises.risk.brief import EXERCISE;"
        "EXERCISE.review(EXERCISE.read(said()), BRIEFED);"
        "EXERCISE.parts(BRIEFED); EXERCISE.task_for(BRIEFED);"
        "print(sorted({'numpy', 'networkx', 'matplotlib', 'pandas'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_today_is_a_day_and_what_is_none_gets_todays_as_its_example():
    live = EXERCISE.live(EXERCISE.read(said(rats_reviewed="today", thief_reviewed="lately")), BRIEFED)
    assert live["faults"] == {
        "thief": {"reviewed": "“lately” is no day. Write it as 2 January 2030 or 2030-01-02."}
    }
    assert "Rats come into the store (2 January 2030)" in live["text"]


def test_a_review_that_is_still_to_come_is_flagged_and_not_filled_in():
    case = briefed(RESPONSES, rats={"reviewed": datetime.date(2030, 3, 1)})
    flag = next(one for one in flagged(case).flags if one.risk.id == "rats")
    assert "its review, 1 March 2030, is still to come" in flag_words(flag, case)
    assert beginning(case).text("rats", "reviewed") == ""
    late = EXERCISE.review(EXERCISE.read(said(rats_reviewed="1 March 2030")), BRIEFED)
    why = next(one.why for one in late.findings if one.code == "RISK-12")
    assert why == "Only a day that has been says that the chance was looked at."
