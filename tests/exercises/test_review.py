"""The review: where the release stands, what the changes do to it, and roadmaps that are not what one hopes
for."""

from __future__ import annotations

import datetime

import pytest

from tests.exercises.planting import with_items
from tests.exercises.plants.review import (
    DAY,
    ILLNESS,
    REPLAN,
    REVIEWED,
    STORM,
    WISH,
    replan,
    with_changes,
)
from tpm_kit.answers import Placements
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.news import sprint_under_way
from tpm_kit.exercises.roadmap.review import EXERCISE
from tpm_kit.exercises.roadmap.review_facts import Replan, load, situation, whole_bars


def found(answer, code, case=REVIEWED):
    return [one for one in EXERCISE.review(EXERCISE.read(answer), case).findings if one.code == code]


# Where the release stands -----------------------------------------------------------------------------------


def test_what_is_done_begun_and_left():
    here = situation(REVIEWED)
    assert (here.whose, here.today, here.now) == ("yours", DAY, 2)
    assert [bar.id for bar in here.done] == ["crane", "wires"]
    assert here.spent == {"pier": 4.5}
    assert {item.id: item.effort for item in here.left.items} == {
        "pier": 8.5,
        "lamps": 4,
        "boat": 5,
        "nets": 3,
        "flag": 9,
    }
    assert here.items["pier"].effort == 13
    assert here.first == {"pier": 4}
    assert here.wishes == ("flag",)
    assert here.room == {"Dock": (6,) * 5, "Yard": (6, 6, 6, 6, 2)}
    assert here.left.by_id["pier"].deadline == datetime.date(2030, 3, 15)
    assert [(one.id, one.sprint) for one in here.left.milestones] == [("fair", 5), ("opening", 5)]


def test_the_board_begins_with_the_old_plan_and_holds_the_past_fast():
    start = EXERCISE.beginning(REVIEWED)
    assert {place.id: start.value(place.id) for place in start.places} == {
        "pier": "Quay/sprint-3",
        "lamps": "Lights/sprint-3 x2",
        "boat": "Boats/sprint-4",
        "nets": "Boats/sprint-5",
    }
    view = EXERCISE.view(REVIEWED)
    fixed = {
        card["id"]: (card["row"], card["column"], card["span"]) for card in view.cards if card.get("fixed")
    }
    assert fixed == {
        "storm news": ("news", "sprint-4", 1),
        "illness news": ("news", "sprint-5", 1),
        "wish news": ("news", "sprint-3", 1),
        "opening date": ("dates", "sprint-5", 1),
        "fair date": ("dates", "sprint-5", 1),
        "crane past": ("Quay", "sprint-1", 1),
        "wires past": ("Lights", "sprint-2", 1),
        "pier past": ("Quay", "sprint-2", 1),
    }
    view.answer = start.raw()
    assert view.answer == start.raw()
    assert [row["id"] for row in view.rows] == ["news", "dates", "Quay", "Lights", "Boats", "out"]
    facts = dict(map(tuple, view.details["pier"]))
    assert facts["What has changed"] == "Nobody can go on before 18 February; 4 points more."
    assert facts["Points"] == "13, of which 4.5 are done and 8.5 open"
    assert facts["In the plan so far"] == "sprints 2 to 3"


def test_the_old_plan_shows_what_the_changes_break():
    result = EXERCISE.review(EXERCISE.beginning(REVIEWED), REVIEWED)
    assert result.outcome is Outcome.INCOMPLETE
    assert {one.code for one in result.findings if one.level == "problem"} == {"LOAD-1", "REVIEW-3"}


def test_what_leaves_is_out_in_whichever_sprint_it_lies():
    answer = Replan.of(REPLAN | {"flag": "out"})
    assert answer.value("nets") == answer.value("flag") == "out"
    assert answer.agrees("nets", "out")
    assert EXERCISE.in_words(answer.value("nets")) == "after this release"
    assert EXERCISE.in_words(answer.value("pier")) == "Quay · sprints 4 to 5"
    assert answer.value("gone") is None
    view = EXERCISE.view(REVIEWED)
    view.answer = answer.raw()
    assert EXERCISE.read(view.answer).parts() == set(REPLAN)


def test_the_figures_above_the_sprints_count_past_and_open_work():
    here = situation(REVIEWED)
    answer = Placements.of(REPLAN)
    assert load(answer, here) == {"Dock": (5, 4.5, 5, 4.25, 4.25), "Yard": (0, 3, 2, 2, 0)}
    live = EXERCISE.live(answer, REVIEWED)
    assert live["sprint-1"] == {"text": "5\u00a0pts"}
    assert live["sprint-5"]["text"] == "4.25 / 8\u00a0pts"
    assert not live["sprint-5"]["over"]
    over = EXERCISE.live(Placements.of({**REPLAN, "nets": "Boats/sprint-5"}), REVIEWED)["sprint-5"]
    assert (over["text"], over["over"]) == ("7.25 / 8\u00a0pts · Yard over", True)
    assert {"from": "lamps", "to": "nets", "level": ""} in live["links"]
    assert {"from": "pier past", "to": "pier", "level": ""} in live["links"]
    broken = EXERCISE.live(Placements.of({**REPLAN, "nets": "Boats/sprint-3"}), REVIEWED)["links"]
    assert {"from": "lamps", "to": "nets", "level": "problem"} in broken
    lost = Placements.of({**REPLAN, "nets": "Boats/sprint-5", "lamps": "out/sprint-3"})
    assert {"from": "lamps", "to": "nets", "level": "problem"} in EXERCISE.live(lost, REVIEWED)["links"]


def test_the_new_plan_keeps_the_start_of_what_was_begun():
    whole = whole_bars(Placements.of(REPLAN), situation(REVIEWED))
    assert {id: (bar.start, bar.end) for id, bar in whole.items()} == {
        "crane": (1, 1),
        "wires": (2, 2),
        "boat": (3, 3),
        "pier": (2, 5),
        "lamps": (3, 4),
    }


@pytest.mark.parametrize(
    ("day", "now"),
    [
        (datetime.date(2029, 12, 1), 0),
        (datetime.date(2030, 1, 7), 1),
        (datetime.date(2030, 1, 20), 1),
        (datetime.date(2030, 1, 21), 2),
        (datetime.date(2030, 3, 16), 4),
        (datetime.date(2031, 1, 1), 4),
    ],
)
def test_a_review_leaves_a_sprint_to_plan(day, now):
    plan = situation(REVIEWED).plan
    assert sprint_under_way(day, REVIEWED, plan) == now


def test_whoever_leaves_within_a_sprint_is_missing_in_it_and_work_goes_on_in_the_next():
    late = with_changes(
        {**STORM, "start": datetime.date(2030, 2, 19)}, {**ILLNESS, "start": datetime.date(2030, 2, 27)}
    )
    here = situation(late)
    assert here.first == {"pier": 5}
    assert here.room["Yard"] == (6, 6, 6, 2, 2)
    assert here.wishes == ()


# Changes that meet another plan -----------------------------------------------------------------------------


def test_a_wish_that_is_planned_already_gives_way_to_the_next():
    second = {**WISH, "id": "second", "items": ("boat",), "title": "The mayor wants a boat"}
    assert [one.id for one in situation(with_changes(second, WISH)).news] == ["wish"]
    assert situation(with_changes(second)).news == ()


def test_an_item_that_is_done_does_not_grow():
    assert situation(with_changes({**STORM, "items": ("crane",)})).news == ()
    assert situation(with_changes({**STORM, "items": ("flag",)})).news == ()


def test_a_team_that_the_case_lacks_is_everybody():
    room = situation(with_changes({**ILLNESS, "team": "Crew"})).room
    assert room == {"Dock": (6, 6, 6, 6, 4), "Yard": (6, 6, 6, 6, 4)}


def test_without_changes_nothing_moves_and_that_is_sound():
    case = with_changes({**STORM, "items": ("crane",)})
    answer = EXERCISE.beginning(case)
    result = EXERCISE.review(answer, case)
    assert result.outcome is Outcome.STRONG
    assert "Nothing moves" in str([one.seen for one in result.findings])


def test_the_worst_sprint_is_the_one_furthest_over_what_is_left_of_it():
    case = with_items(REVIEWED, flag={"effort": 5}, nets={"effort": 4})
    (finding,) = found(replan(flag="Boats/sprint-4", nets="Boats/sprint-5"), "LOAD-1", case)
    assert finding.seen == (
        "Sprint 5 (4 to 15 March) holds 4 points of Yard, 2 more than the 2 that are left of the 6: Mend the "
        "nets. Sprint 4 is over, too."
    )


def test_where_no_sprint_is_left_it_has_to_come_sooner_or_leave():
    (finding,) = found(replan(lamps="Lights/sprint-5", nets="Boats/sprint-5"), "ROAD-5")
    assert finding.do == (
        "No sprint is left after that one, so finish what it needs sooner, or leave it for after the release."
    )


def test_a_wish_may_come_in_where_there_is_room_or_something_leaves():
    small = with_items(REVIEWED, flag={"effort": 2})
    (good,) = found(replan(flag="Boats/sprint-3"), "REVIEW-1", small)
    assert (good.level, good.seen) == (
        "good",
        "Buy a flag (2 points) comes in; Mend the nets (3 points) makes room.",
    )
    # What leaves is too little: then it makes no room, and LOAD-1 says where.
    tight = replan(flag="Boats/sprint-5")
    assert [one.level for one in found(tight, "LOAD-1")] == ["problem"]
    assert found(tight, "REVIEW-1") == []
    free = with_changes(WISH, case=small)
    (good,) = found(replan(flag="Boats/sprint-3", nets="Boats/sprint-5"), "REVIEW-1", free)
    assert good.seen == "Buy a flag (2 points) comes in and fits."
