"""A Kano survey of the learner's own: counts that are typed in, and what the exercise makes of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.exercises.test_kano import HOSTILE, IMAGE
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import read_tables
from tpm_kit.course import Course
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization.kano import EXERCISE
from tpm_kit.exercises.prioritization.kano_survey import features

INPUTS = EXERCISE.inputs.exercise
OWN = Case("own-x", "Own", tuple(BacklogItem(f"{n}", f"Item {n}") for n in range(8)), own=True)
TYPED = {
    "feature-1": {"item": "3", **dict(zip("AOMIRQ", ("10", "1,200", "30", "5", "2", "0"), strict=True))},
    "feature-3": {"item": "0", **dict(zip("AOMIRQ", "541030", strict=True))},
}


def codes(raw, case) -> list[str]:
    return [one.code for one in EXERCISE.review(EXERCISE.read(raw), case).findings if one.level == "problem"]


def own(cells=TYPED, case: Case = OWN) -> Case:
    """Return the case with what was typed into the table of counts, as the course would."""
    return EXERCISE.ground(case, lambda id: {"cells": cells} if id == INPUTS.id else None)


def test_counts_become_the_survey():
    assert [row["counts"] for row in own().table("kano")] == [(10, 1200, 30, 5, 2, 0), (5, 4, 1, 0, 3, 0)]
    assert [(one.id, one.mode) for one in features(own()).values()] == [("3", "O"), ("0", "A")]


def test_the_exercise_works_on_counts_alone():
    case = own()
    cells = {
        "3": {"category": "O", "better": "0.97", "worse": "-0.99"},
        "0": {"category": "A", "better": "0.9", "worse": "-0.5"},
    }
    review = EXERCISE.review(EXERCISE.read({"cells": cells}), case)
    assert review.outcome is Outcome.STRONG
    [stood_down] = [one.seen for one in review.findings if not one.code]
    assert re.findall(r"(KANO-\d+) \(", stood_down) == ["KANO-5", "KANO-6"]
    assert {chosen: codes({"cells": {"3": {"category": chosen}}}, case)[0] for chosen in "AMR"} == {
        "A": "KANO-9",
        "M": "KANO-9",
        "R": "KANO-1",
    }
    view = EXERCISE.view(case)
    assert [column["id"] for column in view.columns] == ["counts", "category", "better", "worse"]
    assert [row["note"] for row in view.rows] == ["1,247 answers", "13 answers"]
    assert "13 to 1,247 respondents" in EXERCISE.task_for(case)
    assert not any("Select a row" in EXERCISE.hint(n, EXERCISE.answer(), case) for n in range(4))


def test_one_feature_is_compared_with_no_other():
    case = own({"feature-1": TYPED["feature-3"] | {"item": "3"}})
    answer = EXERCISE.read({"cells": {"3": {"category": "A", "better": "0.9", "worse": "-0.5"}}})
    praise = [one.seen for one in EXERCISE.review(answer, case).findings if one.code == "KANO-10"]
    assert praise == ["Both coefficients fit the counts: Better 0.90, Worse −0.50."]


def test_without_counts_there_is_nothing_to_do():
    assert features(own({})) == {}
    assert EXERCISE.parts(own({})) == {}


@pytest.mark.parametrize(
    ("row", "column", "text", "code"),
    [
        *(("feature-1", "A", text, "KANO-11") for text in HOSTILE if text.strip() and text != "1,900"),
        ("feature-1", "A", "12.5", "KANO-11"),
        ("feature-1", "A", "-1", "KANO-11"),
        ("feature-3", "A", "", "KANO-11"),
        ("feature-2", "A", "4", "KANO-11"),
        ("feature-3", "item", "", "KANO-12"),
        ("feature-3", "item", "3", "KANO-12"),
        ("feature-3", "item", "gone", "KANO-12"),
    ],
)
def test_counts_that_cannot_be_used_stop_there(row, column, text, code):
    cells = {id: dict(texts) for id, texts in TYPED.items()}
    cells.setdefault(row, {})[column] = text
    if not text:
        del cells[row][column]
    review = INPUTS.review(INPUTS.read({"cells": cells}), OWN)
    assert code in {one.code for one in review.findings if one.level == "problem"}
    assert review.outcome is Outcome.NEEDS_WORK
    assert own(cells).table("kano") == ()
    INPUTS.live(INPUTS.read({"cells": cells}), OWN)


def test_a_row_that_nobody_rated_is_named():
    cells = {**TYPED, "feature-3": {"item": "0", **dict.fromkeys("AOMI", "0"), "R": "9", "Q": "1"}}
    [finding] = [
        one for one in INPUTS.review(INPUTS.read({"cells": cells}), OWN).findings if one.level == "problem"
    ]
    assert (finding.code, finding.cards) == ("KANO-13", ("feature-3:A",))


def test_the_table_of_counts_says_how_many_answered_and_what_it_cannot_take():
    cells = {**TYPED, "feature-4": {"A": "20 %"}}
    live = INPUTS.live(INPUTS.read({"cells": cells}), OWN)
    assert live["results"] == {"feature-1": {"total": "1,247"}, "feature-3": {"total": "13"}}
    assert list(live["faults"]) == ["feature-4"]
    assert "whole number" in live["faults"]["feature-4"]["A"]


@pytest.mark.parametrize("count", [0, 1, 200, 700])
def test_any_backlog_can_be_asked_about(count):
    items = tuple(BacklogItem(f"{n}", f"{IMAGE} {'long ' * 60}{n}") for n in range(count))
    case = replace(OWN, items=items)
    view = INPUTS.view(case)
    assert len(view.columns[0]["options"]) == min(count, 200)
    assert ("first 200 items" in INPUTS.task_for(case)) is (count > 200)
    for step in range(len(INPUTS.hints)):
        assert INPUTS.hint(step, INPUTS.answer(), case)
    if count:
        cells = {"feature-1": {**TYPED["feature-1"], "item": "0"}}
        asked = own(cells, case)
        assert IMAGE in next(iter(EXERCISE.parts(asked).values()))
        assert "<img" not in EXERCISE.view(asked).to_html()


def test_the_course_asks_for_the_counts_first(tmp_path):
    (tmp_path / "mine.csv").write_text("id,title\n3,Three\n0,Nought\n", encoding="utf-8")
    course = Course(folder=tmp_path)
    course.use_backlog(tmp_path / "mine.csv")
    assert len(course.exercise("kano").children) == 1
    course.workbook.change(INPUTS.id, answer={"cells": TYPED}, version=1)
    assert len(course.exercise("kano").children) == 2


# The table `kano` of a case folder -------------------------------------------------------------------


@pytest.mark.parametrize("counts", ["1;2;3;4;5;6", "0;0;0;1;0;9"])
def test_counts_in_a_case_stand_for_a_survey(tmp_path, counts):
    assert _problems(tmp_path, counts) == []


@pytest.mark.parametrize(
    "counts", ["1;2;3", "1;2;3;4;5;6;7", "1;2;3;4;5;-6", "0;0;0;0;5;6", "1.5;2;3;4;5;6", "A"]
)
def test_counts_of_another_shape_are_named(tmp_path, counts):
    [problem] = _problems(tmp_path, counts)
    assert problem.startswith("kano.csv, row 2, counts: ")
    assert "A;O;M;I;R;Q" in problem


def _problems(folder, counts: str) -> list[str]:
    (folder / "kano.csv").write_text(f"id,with_it,without_it,counts\nB-1,With?,Without?,{counts}\n", "utf-8")
    problems: list[str] = []
    read_tables(folder, ["B-1"], problems)
    return problems
