"""A Kanban board of an own backlog: what it asks for first, and what it then says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.kanban import OWN, told
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.kanban import EXERCISE
from tpm_kit.exercises.roadmap.kanban_cards import people, work_cards
from tpm_kit.exercises.roadmap.kanban_inputs import INPUTS, MOST, STATES, board_items

HOSTILE = '<img src=x onerror=alert(1)>\n"; \x00\u202e'


def found(raw, case) -> dict[tuple[str, str], list]:
    """The findings by code and level."""
    codes: dict[tuple[str, str], list] = {}
    for one in EXERCISE.review(EXERCISE.read(raw), case).findings:
        codes.setdefault((one.code, one.level), []).append(one)
    return codes


def bad(raw, case) -> set[tuple[str, str]]:
    """The codes and levels of what is not right."""
    return {key for key in found(raw, case) if key[1] in ("problem", "caution")}


def own(case=OWN, raw=None, **earlier) -> Case:
    """The case as the board needs it, with the table filled in."""
    stored = {INPUTS.exercise.id: raw or told(case), **earlier}
    return EXERCISE.ground(INPUTS.exercise.ground(case, stored.get), stored.get)


def test_an_own_board_follows_from_what_was_said():
    case = own()
    assert len(case.table("kanban")) == 8
    assert EXERCISE.beginning(case) == Placements()
    assert dict(people(case)) == {"ann": "Ann", "ben": "Ben", "cem": "Cem", "dan": "Dan"}
    assert "Put each of the 8 cards where the work truly stands" in EXERCISE.task_for(case)
    places = {
        "oven": "flow/doing",
        "dough": "flow/review",
        "salt": "blocked/doing",
        "flour": "flow/to-do",
        "sign": "flow/done",
        "till": "flow/review",
        "cakes": "flow/to-do",
        "songs": "flow/to-do",
    }
    raw = Placements.of(places).raw()
    # Two are in review and the limit is 1: all of it was begun before today, which a reason can answer.
    assert bad(raw, case) == {("KANBAN-1", "caution")}
    wrong = Placements.of({**places, "dough": "flow/done"}).raw()
    (one,) = found(wrong, case)["SCRUM-4", "problem"]
    assert one.seen == (
        "Knead by machine stands in Done, but is not: “Finished by its author, nobody else has looked at it.”"
    )


def test_needs_among_own_cards_count_and_circles_stop_nobody():
    items = [
        BacklogItem("a", "A", dependencies=("b", "gone")),
        BacklogItem("b", "B", dependencies=("a",)),
        BacklogItem("c", "C", dependencies=("c",)),
    ]
    case = replace(OWN, items=tuple(items))
    raw = {"cells": {id: {"far": "not-begun", "who": id * 3} for id in "abc"}}
    case = own(case, raw)
    assert [row["needs"] for row in case.table("kanban")] == [("b",), ("a",), ()]
    taken = Placements.of({"a": "flow/doing", "b": "flow/doing", "c": "flow/to-do"}).raw()
    needs = [one.seen for one in found(taken, case)["KANBAN-5", "problem"]]
    assert needs == ["A is taken up, but needs B (To do).", "B is taken up, but needs A (To do)."]


def test_what_is_urgent_in_own_work_is_the_learners_word_and_wants_a_reason():
    raw = told(**{id: ("at-it", who) for id, who in (("oven", "Ann"), ("dough", "Ben"), ("till", "Dan"))})
    case = own(OWN, raw)
    stands = {row["id"]: row["stands"] for row in case.table("kanban")}
    places = {id: f"flow/{'doing' if state == 'blocked' else state}" for id, state in stands.items()}
    raw = Placements.of({**places, "salt": "blocked/doing", "flour": "urgent/doing"}).raw()
    assert bad(raw, case) == {("KANBAN-1", "caution"), ("KANBAN-3", "caution"), ("KANBAN-7", "caution")}
    assert ("KANBAN-7", "good") not in found(raw, case), "what wants a reason is not praised at once"
    assert found(raw, case)["KANBAN-1", "caution"][0].seen.endswith(
        "All but this was begun before today, and this is urgent: Sift the flour."
    )


def test_an_assumed_limit_can_be_answered_with_a_reason():
    case = own()
    stands = {row["id"]: row["stands"] for row in case.table("kanban")}
    places = {id: f"flow/{'doing' if state == 'blocked' else state}" for id, state in stands.items()}
    over = {"salt": "blocked/doing", "flour": "flow/doing", "cakes": "flow/doing"}
    ones = found(Placements.of({**places, **over}).raw(), case)["KANBAN-1", "caution"]
    assert ones[0].seen.startswith("In progress holds 4 cards, 1 more than its limit of 3: ")
    assert ones[0].do.endswith("This limit is assumed: if your team has another one, write it down.")
    assert ones[1].seen.endswith("All of it was begun before today.")


def test_the_first_of_the_sprint_become_cards():
    large = replace(OWN, items=tuple(BacklogItem(f"i{n}", f"Item {n}") for n in range(200)))
    assert [item.id for item in board_items(large)] == [f"i{n}" for n in range(MOST)]
    moscow = Placements.of({"i9": "should", "i50": "must", "gone": "must", "i3": "wont"})
    asked = replace(large, earlier={"moscow": moscow})
    assert [item.id for item in board_items(asked)] == ["i50", "i9"]
    assert "the first 2 items of your MoSCoW board" in INPUTS.exercise.task_for(asked)
    sprint = replace(asked, earlier={"moscow": moscow, "moscow-sprint": Placements.of({"i7": "must"})})
    assert [item.id for item in board_items(sprint)] == ["i7"]
    assert "Of the first item of your sprint" in INPUTS.exercise.task_for(sprint)
    assert "the first 8 items of your backlog" in INPUTS.exercise.task_for(large)


def test_nobody_need_be_named_for_what_is_not_begun_or_done():
    answer = INPUTS.exercise.read(told())
    required = INPUTS.exercise.required(answer, OWN)
    assert {"sign:who", "cakes:who"}.isdisjoint(required)
    assert {"oven:who", "salt:who", "sign:far"} <= required
    blank = {"cells": {**told()["cells"], "oven": {"far": "at-it"}}}
    assert INPUTS.exercise.review(INPUTS.exercise.read(blank), OWN).outcome is Outcome.INCOMPLETE


@pytest.mark.parametrize(
    "text", ["1e999", "-1", "x" * 2000, HOSTILE, "\u202e\u0000 \ufffd", "支払い", "Ann\nBell"]
)
def test_any_text_for_a_name_gets_an_answer(text):
    raw = told(oven=("at-it", text))
    result = INPUTS.exercise.review(INPUTS.exercise.read(raw), OWN)
    assert all(one.seen.isprintable() and len(one.seen) < 300 for one in result.findings)
    case = own(OWN, raw)
    if case.table("kanban"):
        assert "<img" not in EXERCISE.view(case).to_html()
        assert all(len(name) <= 40 for name in people(case).values())
    assert INPUTS.exercise.live(INPUTS.exercise.read(raw), OWN)["results"] == {}


def test_a_state_that_is_no_more_is_not_read():
    raw = told(oven=("of-old", "Ann"))
    case = own(OWN, raw)
    assert "oven" not in {row["id"] for row in case.table("kanban")}


FAR = st.tuples(st.sampled_from([*STATES, "old"]), st.text(min_size=1, max_size=20))


@given(st.dictionaries(st.sampled_from([*(item.id for item in OWN.items), "gone"]), FAR))
def test_whatever_is_said_of_an_own_backlog_the_board_takes_it(rows):
    raw = {"cells": {id: {"far": far, "who": who} for id, (far, who) in rows.items()}}
    form = INPUTS.exercise
    answer = form.read(raw)
    problems = [one for one in form.review(answer, OWN).findings if one.level == "problem"]
    faults = form.live(answer, OWN)["faults"]
    assert {f"{id}:who" for id in faults} == {card for one in problems for card in one.cards}
    case = own(OWN, raw)
    for card in work_cards(case).values():
        assert card.stands in ("to-do", "doing", "blocked", "review", "done")
    EXERCISE.view(case)
    EXERCISE.task_for(case)
