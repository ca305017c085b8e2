"""Three times for each item: own backlogs, and odd ones."""

from __future__ import annotations

import datetime
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.planting import with_items
from tests.exercises.plants.how_sure import BAKERY, CIRCLE, NO_PAST, found, review, typed
from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.how_sure import EXERCISE, estimate_live, finish_plot
from tpm_kit.exercises.roadmap.how_sure_forecast import forecast
from tpm_kit.exercises.roadmap.how_sure_target import target
from tpm_kit.figures.finish_dates import FinishDates

OWN = Case(
    "own",
    "My backlog",
    tuple(BacklogItem(f"t{n}", f"Task {n}", dependencies=(f"t{n - 1}",) if n % 3 else ()) for n in range(30)),
    own=True,
)


def filled(case, times=("3", "5", "9")):
    """The same three times in each row, and nothing by hand."""
    columns = ("optimistic", "likely", "pessimistic")
    return {"cells": {item.id: dict(zip(columns, times, strict=True)) for item in target(case).items}}


def test_an_own_backlog_has_a_few_rows_and_says_what_is_missing():
    plan = target(OWN)
    assert len(plan.items) <= 8
    assert plan.left_out > 0
    assert f"{plan.left_out} more of your planned items are left out here" in EXERCISE.task_for(OWN)
    ids = {item.id for item in plan.items}
    assert all(need in ids for item in plan.items for need in item.dependencies)
    assert dict(EXERCISE.view(OWN).details["t0"])["Past cases"].startswith("none known here. Ask")
    assert "Nothing is known here" in found(filled(OWN), OWN)["SURE-3", "note"].seen


def test_rows_with_figures_stay():
    """t9 to t11 are planned, but come after the first eight."""
    assert {item.id for item in target(OWN).items} == {f"t{n}" for n in range(8)}
    case = replace(
        OWN, earlier={"how-sure": Cells.read({"cells": {"t11": {"likely": "3"}, "gone": {"likely": "3"}}})}
    )
    assert {item.id for item in target(case).items} == {f"t{n}" for n in (0, 1, 2, 3, 4, 9, 10, 11)}


@pytest.mark.parametrize("length", [2, 5, 9, 30])
def test_circles_in_an_own_backlog(length):
    items = tuple(
        BacklogItem(f"t{n}", f"Task {n}", dependencies=(f"t{(n + 1) % length}",)) for n in range(length)
    )
    case = replace(OWN, items=items)
    plan = target(case)
    assert len(plan.items) >= 1
    answer = EXERCISE.read(filled(case))
    assert forecast(answer, case).runs.finish.shape == (10_000,)
    if length <= 8:
        assert plan.circle[0] == plan.circle[-1]
        assert len(plan.circle) == length + 1
        assert "in a circle" in found(filled(case), case)["CPM-8", "note"].seen


def test_a_circle_leaves_out_one_need_only():
    assert len(target(CIRCLE).needs) == len(target(BAKERY).needs)
    assert target(CIRCLE).circle == ("flour", "mill", "flour")


def test_items_called_like_the_rows_below():
    case = replace(OWN, items=(BacklogItem("path", "A path"), BacklogItem("finish", "A finish")))
    titles = EXERCISE.parts(case)
    assert len({part.rpartition(":")[0] for part in titles}) == 4
    view = EXERCISE.view(case)
    view.answer = filled(case)
    assert EXERCISE.read(view.answer).text("path", "likely") == "5"


def test_one_item_alone_is_a_path():
    case = replace(OWN, items=(BacklogItem("t1", "Task 1"),))
    raw = filled(case)
    raw["cells"]["t1"] |= {"days": "5.3", "sd": "1"}
    raw["cells"] |= {"path": {"days": "5.3", "sd": "1"}, "finish": {"days": "6.2"}}
    assert review(raw, case).outcome is Outcome.STRONG


@given(
    st.dictionaries(
        st.sampled_from(["mill", "flour", "oven", "trial", "path", "finish", "gone"]),
        st.dictionaries(
            st.sampled_from(["optimistic", "likely", "pessimistic", "days", "sd", "worked"]),
            st.one_of(
                st.sampled_from(
                    ["0", "1", "5", "20", "1000", "1e9", "-1", "∞", "5 weeks", "1.", ",5", "٣", "½", "3 May"]
                ),
                st.text(min_size=1, max_size=12),
            ),
        ),
    ),
    st.sampled_from([BAKERY, CIRCLE, NO_PAST, replace(BAKERY, sprint_start=None)]),
)
@settings(deadline=None, max_examples=150)
def test_nothing_that_is_typed_breaks_a_rule(cells, case):
    answer = EXERCISE.read({"cells": cells})
    rows = {row["id"] for row in EXERCISE.view(case).rows}
    found = EXERCISE.review(answer, case).findings
    assert all(finding.seen for finding in found)
    live = estimate_live(answer, case)
    assert live["results"].keys() | live["faults"].keys() <= rows
    shown = FinishDates()
    shown.update(**finish_plot(answer, case))
    assert shown.alt
    assert all(EXERCISE.hint(step, answer, case) for step in range(len(EXERCISE.hints)))


@pytest.mark.parametrize("start", [datetime.date(9999, 12, 30), datetime.date(1, 1, 1)])
def test_starts_at_the_end_of_the_calendar(start):
    case = replace(BAKERY, sprint_start=start)
    same = {finding.code for finding in review(typed(), BAKERY).findings}
    assert {finding.code for finding in review(typed(), case).findings} <= same | {"SURE-4", ""}
    answer = EXERCISE.read(typed())
    assert estimate_live(answer, case)["results"].keys() == estimate_live(answer, BAKERY)["results"].keys()
    chart = FinishDates()
    chart.update(**finish_plot(answer, case))
    assert chart.alt


def test_titles_are_text():
    case = with_items(BAKERY, mill={"title": "<img src=x onerror=alert(1)>"})
    assert "<img" not in EXERCISE.view(case).to_html()


def test_asking_for_the_exercise_loads_no_heavy_library():
    """The course map asks for titles only."""
    code = (
        "import sys; from tpm_kit.exercises import EXERCISES; EXERCISES['how-sure'], EXERCISES['promise'];"
        "print(sorted(set(sys.modules) & {'networkx', 'matplotlib', 'pandas'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
