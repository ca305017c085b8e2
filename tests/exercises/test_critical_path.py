"""The network worked by hand: what is published, what each mistaken method gives, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.driving import feedback, press
from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.critical_path import COLUMNS, TYPED, moved, typed
from tpm_kit.answers import Cells
from tpm_kit.attempt import Attempt
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap import critical_path_network
from tpm_kit.exercises.roadmap.critical_path import EXERCISE, path_solution
from tpm_kit.exercises.roadmap.critical_path_cells import TIMES, read_time
from tpm_kit.exercises.roadmap.critical_path_network import DAYS, FOLLOWERS, TASKS, paths, solved
from tpm_kit.workbook import Workbook

HOSTILE = ("", " ", "-", "nan", "1e999", "9" * 70, "−0,5", "1,900", "🚀", "<b>7</b>", "$x_2$", "=1+1", "yes")
IMAGE = "<img src=x onerror=alert(1)>"


def review(raw, case=BARE):
    return EXERCISE.review(EXERCISE.read(raw), case)


def codes(raw):
    return sorted((one.code, one.cards) for one in review(raw).findings if one.level == "problem")


# The network -----------------------------------------------------------------------------------------


def test_the_network_is_the_published_one():
    """Taylor's arrows 1-2, 1-3, 2-4, 3-4, 3-5, 4-5 and 5-6 are A to G: a task needs all that end where it
    begins."""
    arrows = {"A": "1-2", "B": "1-3", "C": "2-4", "D": "3-4", "E": "3-5", "F": "4-5", "G": "5-6"}
    for id, task in TASKS.items():
        assert task.needs == tuple(one for one, arrow in arrows.items() if arrow[2] == arrows[id][0])
    assert list(DAYS.values()) == [7, 10, 6, 5, 4, 3, 2]
    assert solved().finish == 20
    assert [times.total_float for times in solved().tasks.values()] == [2, 0, 2, 0, 4, 0, 0]
    assert solved().tasks["E"][:4] == (10, 14, 14, 18)
    assert critical_path_network.slipping() == ("E", 8)
    assert [path for path in critical_path_network.solved_longer().critical_paths] == [
        ("B", "D", "F", "G"),
        ("B", "E", "G"),
    ]


def test_the_network_tells_the_mistakes_apart():
    """Each mistaken method gives another number than the right one somewhere; CPM-3 of the notes (five tasks)
    would hide three of them."""
    merges = [id for id, task in TASKS.items() if len({solved().tasks[one].ef for one in task.needs}) > 1]
    parts = [id for id in TASKS if len({solved().tasks[one].ls for one in FOLLOWERS[id]}) > 1]
    assert (merges, parts) == (["F", "G"], ["B"]), "the hints name them"
    assert any(times.free_float != times.total_float for times in solved().tasks.values())
    most = max(map(len, paths()))
    lengths = {path: sum(DAYS[id] for id in path) for path in paths()}
    assert [path for path in paths() if len(path) == most and lengths[path] < 20] == [("A", "C", "F", "G")]


def test_the_worked_answer_is_the_published_one_with_its_sums():
    answer = path_solution(BARE)
    assert set(answer) == set(EXERCISE.parts(BARE))
    assert {part: value for part, (value, _) in answer.items()} == {
        f"{id}:{column}": text
        for id, texts in TYPED.items()
        for column, text in zip(COLUMNS, texts, strict=True)
    }
    assert answer["F:es"] == ("15", "C ends at 13 and D ends at 15; it starts when all it needs is done.")
    assert answer["E:then"][1] == "B-E-G, the longest path through it, takes 20 days: the longest there is."
    assert all(reason.endswith(".") for _, reason in answer.values())


@pytest.mark.parametrize("case", [BAKERY, replace(BARE, own=True)], ids=["a case", "an own backlog"])
def test_the_worked_answer_opens_after_a_try_on_any_backlog(case, tmp_path):
    attempt = Attempt(EXERCISE, case, Workbook(tmp_path / "x", "x"))
    attempt.view.answer = typed(F={"es": "13"})
    assert "Compare with a worked answer" in feedback(attempt)
    assert "no worked answer" not in feedback(attempt)
    press(attempt.frame.foot, "check")
    press(attempt.frame.foot, "compare")
    assert "The right answer beside yours: 1 of 49 differ, shown first." in feedback(attempt)
    assert "F: earliest start" in feedback(attempt)


# What is typed ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["7", " 7 ", "7 days", "7d", "day 7", "Day 7", "7.0", "7,0", "7 day."])
def test_notations_that_are_understood(text):
    assert read_time(text).value == 7


@pytest.mark.parametrize("text", ["seven", "", "7-9", "7 points", "nan", "1e3", "=7", "7 7 days or so"])
def test_what_is_no_number_of_days(text):
    assert read_time(text).value is None
    assert read_time(text).fault.endswith("is no number of days.")


def test_a_fault_is_shown_at_the_cell_while_typing_and_no_result_is():
    live = EXERCISE.live(EXERCISE.read(typed(A={"es": "soon"}, B={"ef": "99"})), BARE)
    assert live == {"results": {}, "faults": {"A": {"es": "“soon” is no number of days."}}}


def test_the_chart_shows_what_is_typed_and_nothing_more():
    blank = EXERCISE.plotted(EXERCISE.read(None), BARE)
    assert [task[2:] for task in blank["tasks"]] == [(("", ""), ("", ""), "", False)] * 7
    assert blank["links"] == [(0, 2), (1, 3), (1, 4), (2, 5), (3, 5), (4, 6), (5, 6)]
    wrong = EXERCISE.plotted(
        EXERCISE.read(typed(A={"es": "05 days", "ef": "what?", "critical": "yes"})), BARE
    )
    assert wrong["tasks"][0] == ("A · Draft the contract", 7, ("5", "what?"), ("2", "9"), "2", True)
    chart = EXERCISE.chart(BARE)
    chart.update(**wrong)
    assert "A · Draft the contract: 7 days, at the start, earliest 5 to what?, latest 2 to 9" in chart.alt
    assert chart.png(dark=True)[:4] == b"\x89PNG"


# One slip is told once -------------------------------------------------------------------------------


def test_what_follows_from_a_slip_is_not_blamed_for_it():
    """F starts too soon, and all that is worked out from that is right by its own lights."""
    raw = typed(F={"es": "13", "ef": "16"}, G={"es": "16", "ef": "18", "ls": "16", "lf": "18"})
    assert codes(raw) == [("CPM-1", ("F:es",))]


def test_a_right_number_is_never_blamed_for_a_wrong_one_before_it():
    assert codes(typed(A={"ef": "6"})) == [("CPM-3", ("A:ef",))]
    assert codes(typed(G={"lf": "25"})) == [("PATH-2", ("G:lf",))]


def test_a_mark_that_follows_from_a_wrong_float_is_not_blamed():
    raw = typed(D={"float": "3", "critical": "no"})
    assert codes(raw) == [("PATH-2", ("D:float",))]


def test_a_float_may_be_taken_from_the_ends():
    raw = typed(A={"es": "3"})
    raw["cells"]["A"]["float"] = "2"
    assert codes(raw) == [("PATH-2", ("A:es",))]


def test_days_counted_from_one_are_as_good():
    result = review(moved(1, 0))
    assert result.outcome is Outcome.STRONG
    assert [one.level for one in result.findings] == ["note", "good", "good"]


def test_mistakes_are_known_in_days_counted_from_one_too():
    raw = moved(1, 0, F={"es": "14", "ef": "16"}, G={"es": "17", "ef": "18", "ls": "17", "lf": "18"})
    assert codes(raw) == [("CPM-1", ("F:es",))]
    assert codes(moved(1, 0, B={"lf": "14"})) == [("CPM-2", ("B:lf",))]
    assert codes(moved(1, 0, A={"float": "0"})) == [("CPM-7", ("A:float",))]


def test_a_list_marked_alone_is_one_mistake_and_the_rest_is_told():
    marks = {"A": "yes", "B": "no", "C": "yes", "D": "no"}
    raw = typed(**{id: {"critical": mark} for id, mark in marks.items()})
    assert codes(raw) == [("CPM-4", ())]
    both = typed(A={"then": "yes"}, C={"then": "yes"}, E={"then": "no"})
    assert [code for code, _ in codes(both)] == ["CPM-4", "CPM-6"]


def test_a_half_filled_table_is_judged_as_far_as_it_goes():
    result = review({"cells": {"A": {"es": "0", "ef": "8"}, "C": {"ef": "13"}}})
    assert result.outcome is Outcome.INCOMPLETE
    assert [(one.code, one.cards) for one in result.findings] == [("PATH-2", ("A:ef",))]
    assert review({"cells": {"F": {"es": "13"}}}).findings == ()
    assert EXERCISE.hint(3, EXERCISE.read({"cells": {"A": {"ef": "8", "es": "0"}}}), BARE) == (
        "Look again at one cell: A: earliest end."
    )
    assert "Go on with A: earliest start." in EXERCISE.hint(3, EXERCISE.read(None), BARE)
    assert EXERCISE.hint(3, EXERCISE.read(typed()), BARE).startswith("Every path")


# Whatever is typed -----------------------------------------------------------------------------------

cell = st.tuples(st.sampled_from(list(TASKS)), st.sampled_from(list(TIMES)))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(cell, st.integers(-3, 30), min_size=1, max_size=12), st.booleans())
def test_a_full_table_is_strong_if_and_only_if_its_numbers_are_right(changed, from_one):
    rows = {}
    for (id, column), value in changed.items():
        rows.setdefault(id, {})[column] = str(value)
    sound = moved(1, 0) if from_one else typed()
    raw = moved(1, 0, **rows) if from_one else typed(**rows)
    for cells in raw["cells"].values():
        cells.pop("critical"), cells.pop("then")
    for cells in sound["cells"].values():
        cells.pop("critical"), cells.pop("then")
    problems = [one for one in review(raw).findings if one.level == "problem"]
    assert bool(problems) is (raw != sound)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(list(TASKS)), st.booleans()), st.sampled_from(["critical", "then"]))
def test_a_wrong_mark_is_always_found(marks, column):
    raw = typed(**{id: {column: "yes" if mark else "no"} for id, mark in marks.items()})
    assert (review(raw).outcome is Outcome.STRONG) is (raw == typed())


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from([*TASKS, "Z", IMAGE]), st.sampled_from([*COLUMNS, "gone"])),
        st.sampled_from([*HOSTILE, IMAGE]) | st.text(max_size=30),
    )
)
def test_nothing_that_is_typed_makes_it_fail(changed):
    cells = {}
    for (id, column), text in changed.items():
        if text:
            cells.setdefault(id, {})[column] = text
    answer = Cells.read({"cells": cells})
    result = EXERCISE.review(answer, BARE)
    assert result.outcome is not Outcome.STRONG
    assert all(one.seen and IMAGE not in one.why + one.do for one in result.findings)
    EXERCISE.live(answer, BARE)
    chart = EXERCISE.chart(BARE)
    chart.update(**EXERCISE.plotted(answer, BARE))
    assert chart.png()
    assert all(EXERCISE.hint(step, answer, BARE) for step in range(len(EXERCISE.hints)))


def test_marks_that_follow_from_a_wrong_float_are_neither_blamed_nor_praised():
    raw = typed(B={"lf": "14", "ls": "4", "float": "4", "critical": "no"})
    codes = {(one.code, one.level) for one in review(raw).findings}
    assert codes == {("CPM-2", "problem")}
