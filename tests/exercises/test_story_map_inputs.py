"""The story map on a backlog of one's own: the form that asks for activities, and the map made from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.story_map import row
from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization.story_map import EXERCISE, story_board
from tpm_kit.exercises.prioritization.story_map_inputs import INPUTS, map_items

FORM = INPUTS.exercise
BAD = "<img src=x onerror=alert(1)>"
TYPED = {
    "activity 1": "Find a room",
    "activity 2": "Book it",
    "activity 3": "Stay the night",
    "outcome 1": "Guests book without calling us",
    "outcome 2": "Half of the guests come back within a year",
}


def review(raw, case):
    return EXERCISE.review(EXERCISE.read(raw), case)


def own(*titles: str, **fields) -> Case:
    items = tuple(BacklogItem(f"i{n}", title, **fields) for n, title in enumerate(titles, start=1))
    return Case("own", "Own", items, own=True)


def typed(**changed: str) -> dict:
    words = {**TYPED, **{id.replace("_", " "): text for id, text in changed.items()}}
    return {"cells": {id: {"words": text} for id, text in words.items() if text}}


def filled(case: Case, raw: dict | None = None, **earlier) -> Case:
    """The case as the exercise gets it once the form is filled in."""
    stored = {FORM.id: raw or typed(), **earlier}
    return EXERCISE.ground(case, stored.get)


def faults(raw, case=None):
    case = case or own("Rooms with a view")
    return FORM.live(FORM.read(raw), case)["faults"]


def test_a_form_asks_for_activities_and_outcomes():
    case = own("Rooms with a view")
    assert EXERCISE.ground(case, lambda id: None).table("story-map") == ()
    assert FORM.review(Cells(), case).outcome is Outcome.NOT_ATTEMPTED
    result = FORM.review(FORM.read(typed()), case)
    assert result.outcome is Outcome.STRONG
    assert [one.seen for one in result.findings] == [
        "Your user's story in 3 activities: Find a room → Book it → Stay the night."
    ]
    view = FORM.view(case)
    view.answer = typed(activity_5="Come back")
    assert FORM.missing(FORM.read(view.answer), case) == []
    assert FORM.missing(FORM.read(typed(outcome_2="")), case) == ["outcome 2:words"]
    assert FORM.task_for(case)[-1] == "."


@pytest.mark.parametrize(
    ("id", "text", "code", "says"),
    [
        ("activity 1", "Booking database", "MAP-2", "database"),
        ("activity 2", "Payment API", "MAP-2", "api"),
        ("activity 3", "…", "MAP-2", "says nothing yet"),
        ("outcome 1", "Launch the app", "MAP-3", "launch"),
        ("outcome 2", "tbd", "MAP-3", "says nothing yet"),
        ("outcome 2", " guests  BOOK without calling us ", "MAP-3", "outcome of Release 1 already"),
        ("activity 3", "find a  Room", "MAP-5", "is activity 1 already"),
    ],
)
def test_what_the_map_cannot_use_is_said_at_its_cell(id, text, code, says):
    case = own("Rooms with a view")
    raw = typed(**{id.replace(" ", "_"): text})
    findings = FORM.review(FORM.read(raw), case).findings
    problems = [one for one in findings if one.level != "good"]
    assert [(one.code, one.level, one.cards) for one in problems] == [(code, "problem", (f"{id}:words",))]
    assert says in problems[0].seen
    assert ("MAP-4" in {one.code for one in findings}) is id.startswith("outcome")
    assert FORM.parts(case)[f"{id}:words"] in problems[0].seen
    assert says in faults(raw)[id]["words"]
    assert not faults(raw)[id]["words"].startswith(id[:8].capitalize())
    assert filled(case, raw).table("story-map") == ()


@pytest.mark.parametrize("text", ["", "1e999", "-1", "1,900", "80 %", BAD, "x" * 2000, "\u202e\u0000 \ufffd"])
def test_any_text_in_any_cell_gets_an_answer(text):
    for id in (*TYPED, "activity 4", "activity 5"):
        raw = typed(**{id.replace(" ", "_"): text})
        result = FORM.review(FORM.read(raw), own("One"))
        assert all(len(one.seen) < 400 for one in result.findings)
        case = filled(own("One"), raw)
        if case.table("story-map"):
            assert all(len(title) <= 80 for title in EXERCISE.parts(case).values())
            board = story_board(case)
            assert "<img" not in board.to_html()


@given(st.dictionaries(st.sampled_from([*TYPED, "activity 4", "x"]), st.text(min_size=1, max_size=60)))
def test_what_is_wrong_at_a_cell_is_a_problem_on_check(words):
    answer = FORM.read({"cells": {id: {"words": text} for id, text in words.items()}})
    findings = FORM.review(answer, own("One")).findings
    named = {card for one in findings if one.level == "problem" for card in one.cards}
    faults = FORM.live(answer, own("One"))["faults"]
    assert {f"{row}:{column}" for row, columns in faults.items() for column in columns} <= named
    assert all(one.seen.isprintable() for one in findings)


def place(case: Case, **moved: str) -> dict:
    """A sound map of an own backlog: a story for each activity, the rest later."""
    places = {f"activity {n}": f"backbone/step-{n}" for n in (1, 2, 3)}
    stories = [line["id"] for line in case.table("story-map") if line["kind"] == "story"]
    for n, id in enumerate(stories):
        places[id] = f"{'first' if n < 3 else 'second'}/step-{n % 3 + 1}"
    places |= {"outcome 1": "first/outcome", "outcome 2": "second/outcome"}
    return {
        "places": [
            {"id": id, "row": to.split("/")[0], "column": to.split("/")[1]}
            for id, to in {**places, **moved}.items()
        ]
    }


def test_titles_alone_make_a_map():
    case = filled(own("Rooms", "Prices", "Breakfast", "Keys"))
    result = review(place(case), case)
    assert result.outcome is Outcome.STRONG
    assert {"MAP-1", "MAP-3", "MAP-4"} <= {one.code for one in result.findings if one.level == "good"}
    assert len(EXERCISE.view(case).columns) == 4
    assert "leave out what does not belong" not in EXERCISE.task_for(case)


def test_where_a_story_belongs_is_the_learners_to_say_but_not_under_nothing():
    case = filled(own("Rooms", "Prices", "Breakfast", "Keys"))
    assert review(place(case, i4="second/step-3"), case).outcome is Outcome.STRONG
    bare = place(case, **{"activity 3": "backbone/step-2"})
    seen = [one.seen for one in review(bare, case).findings if one.code == "MAP-5"]
    assert any("Book it and Stay the night share Step 2" in one for one in seen)
    assert any("Breakfast stands in Step 3, which has no activity." in one for one in seen)


def test_one_item_makes_a_map_that_says_what_is_missing():
    case = filled(own("Rooms"))
    result = review(place(case), case)
    assert "Release 1 has nothing for Book it and Stay the night" in " ".join(
        one.seen for one in result.findings
    )


def test_the_stories_are_the_first_twelve_musts_and_shoulds():
    case = own(*(f"Title {n}" for n in range(1, 201)))
    assert [item.id for item in map_items(case)] == [f"i{n}" for n in range(1, 13)]
    moscow = {
        "places": [
            {"id": "i9", "row": "all", "column": "could"},
            {"id": "i50", "row": "all", "column": "should"},
            {"id": "i40", "row": "all", "column": "must"},
            {"id": "gone", "row": "all", "column": "must"},
        ]
    }
    mapped = filled(case, moscow=moscow)
    assert [item.id for item in map_items(mapped)] == ["i40", "i50"]
    stories = [line["id"] for line in mapped.table("story-map") if line["kind"] == "story"]
    assert stories == ["i40", "i50"]
    asked = FORM.task_for(FORM.ground(case, {"moscow": moscow}.get))
    assert "The stories are the first 2 Musts and Shoulds of your MoSCoW board." in asked
    assert "The stories are the first 12 items of your backlog." in FORM.task_for(case)
    assert "The story is the first item of your backlog." in FORM.task_for(own("One"))


def test_rows_have_the_columns_of_the_table():
    case = filled(own("Rooms"))
    assert all(set(line) == set(row("a", "b", "c")) for line in case.table("story-map"))
    assert [line["kind"] for line in case.table("story-map")] == [
        *["activity"] * 3,
        "story",
        *["outcome"] * 2,
    ]
