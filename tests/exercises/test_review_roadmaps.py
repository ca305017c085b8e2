"""The review beside the roadmaps of learners, odd ones too, and the review of the shipped case."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.planting import lanes, with_items
from tests.exercises.plants.review import (
    REPLAN,
    REVIEWED,
    STORM,
    replan,
    with_changes,
)
from tests.exercises.plants.roadmap import PLACES
from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.review import EXERCISE
from tpm_kit.exercises.roadmap.review_facts import Replan, load, situation

PAYLANE = next(folder for folder in SHIPPED if folder.name == "paylane")
HOSTILE = "<img src=x onerror=alert(1)>"


def worked(case: Case, id: str = "review") -> dict[str, str]:
    return {part: value for part, (value, _) in case.worked(id).items()}


def ground(case: Case, **stored) -> Case:
    return EXERCISE.ground(case, lambda id: stored.get(id.replace("-", "_")))


# Whose roadmap it is ----------------------------------------------------------------------------------------


def test_a_complete_roadmap_of_the_learner_is_the_start_and_others_give_way_to_the_worked_one():
    case = shipped_case(EXERCISE, PAYLANE)
    road = Placements.of(worked(case, "roadmap"))
    assert situation(case).whose == "worked"
    assert "You have no roadmap yet (6.2), so this starts from the worked one." in EXERCISE.task_for(case)
    mine = ground(case, roadmap=road.raw())
    assert situation(mine).whose == "yours"
    assert "This starts from your roadmap (6.2)." in EXERCISE.task_for(mine)
    part = ground(case, roadmap=Placements(places=road.places[:9]).raw())
    assert situation(part).whose == "worked"
    assert "Your roadmap (6.2) is not complete, so this starts from the worked one." in EXERCISE.task_for(
        part
    )
    for one in (case, mine, part):
        assert EXERCISE.review(Replan.of(worked(case)), one).outcome is Outcome.STRONG


def test_the_task_sends_back_whoever_starts_from_a_missed_deadline():
    case = shipped_case(EXERCISE, PAYLANE)
    road = worked(case, "roadmap")
    missed = {**road, "PL-19": "Regulation/sprint-6"}
    assert "already misses" not in EXERCISE.task_for(case)
    assert "already misses" not in EXERCISE.task_for(ground(case, roadmap=Placements.of(road).raw()))
    assert EXERCISE.task_for(ground(case, roadmap=Placements.of(missed).raw())).endswith(
        " This starts from your roadmap (6.2). Your roadmap already misses the deadline of Daily "
        "safeguarding report: mend that in 6.2 first."
    )
    both = ground(case, roadmap=Placements.of({**missed, "PL-25": "Shop tools/sprint-5 x2"}).raw())
    assert "deadlines of Daily safeguarding report and Payee name check before paying: mend" in (
        EXERCISE.task_for(both)
    )


def test_a_deadline_that_no_sprint_can_meet_is_not_sent_back():
    soon = datetime.date(2030, 1, 8)
    assert "already misses" not in EXERCISE.task_for(with_items(REVIEWED, boat={"deadline": soon}))
    late = with_items(REVIEWED, boat={"deadline": datetime.date(2030, 1, 30)})
    assert "already misses the deadline of Paint the boat: mend" in EXERCISE.task_for(late)


def test_the_worked_review_stands_beside_the_other_worked_answers():
    case = shipped_case(EXERCISE, PAYLANE)
    stored = {id: lanes(worked(case, id)) for id in ("moscow", "top-five")}
    whole = EXERCISE.ground(case, stored.get)
    assert EXERCISE.review(Replan.of(worked(case)), whole).outcome is Outcome.STRONG


@pytest.mark.parametrize(
    "places",
    [
        (),
        ({"id": "gone", "row": "Quay", "column": "sprint-1", "span": 1},),
        ({"id": "pier", "row": "nowhere", "column": "sprint-99", "span": 7},),
        ({"id": "pier", "row": HOSTILE, "column": HOSTILE, "span": 1000},),
        tuple({"id": id, "row": "Quay", "column": "sprint-5", "span": 1000} for id in PLACES),
        tuple({"id": id, "row": "Quay", "column": "sprint-1", "span": 1} for id in PLACES),
    ],
)
def test_no_roadmap_is_too_odd_to_review(places):
    case = ground(replace(REVIEWED, earlier={}), roadmap={"places": list(places)})
    view = EXERCISE.view(case)
    view.answer = EXERCISE.beginning(case).raw()
    view.acknowledge(EXERCISE.live(EXERCISE.read(view.answer), case))
    assert EXERCISE.task_for(case)[-1] in ".?"
    for raw in (view.answer, replan(), {"places": list(places)}):
        answer = EXERCISE.read(raw)
        assert all(one.seen.isprintable() for one in EXERCISE.review(answer, case).findings)
        assert all(EXERCISE.hint(step, answer, case)[-1] in ".?" for step in range(len(EXERCISE.hints)))


def test_a_roadmap_that_cannot_be_read_counts_as_none():
    case = ground(replace(REVIEWED, earlier={}), roadmap={"horizons": ["now"]})
    assert situation(case).whose == "partly"
    assert "You have no roadmap yet (6.2): build it first, or plan everything here." in EXERCISE.task_for(
        case
    )


odd = st.lists(
    st.builds(
        dict,
        id=st.sampled_from([*REPLAN, "crane", "gone", "storm news"]),
        row=st.sampled_from(["Quay", "Lights", "out", "dates", "news", "", "gone"]),
        column=st.sampled_from([*(f"sprint-{n}" for n in range(7)), "sprint-x", "gone"]),
        span=st.integers(1, 1000),
    ),
    unique_by=lambda place: place["id"],
)


@given(odd)
def test_any_answer_is_judged_without_a_fault(places):
    answer = EXERCISE.read({"places": places})
    result = EXERCISE.review(answer, REVIEWED)
    ids = set(EXERCISE.parts(REVIEWED))
    assert all(set(one.cards) <= ids for one in result.findings)
    assert EXERCISE.live(answer, REVIEWED)["links"]
    if result.outcome is Outcome.STRONG:
        here = situation(REVIEWED)
        assert all(max(points[2:]) <= 6 for points in load(answer, here).values())


# The shipped case -------------------------------------------------------------------------------------------


def test_the_shipped_changes_hang_together_with_the_case():
    case = shipped_case(EXERCISE, PAYLANE)
    rows = {row["id"]: row for row in case.table("changes")}
    teams = {team.name for team in case.teams}
    assert {row["team"] for row in rows.values()} <= {"", *teams}
    assert {row["date"] for row in rows.values()} == {datetime.date(2027, 2, 1)}
    here = situation(case)
    assert [one.kind for one in here.news] == ["item", "team", "wish"]
    assert here.spent["PL-05"] == 4
    assert here.left.by_id["PL-05"].effort == 9
    ledger = next(team for team in case.teams if team.name == "Ledger")
    assert rows["engineer leaves"]["points"] * 2 == ledger.points_per_sprint
    assert here.room["Ledger"] == (6.75,) * 5 + (3.375,)
    assert {row["id"] for row in case.table("promise")} == {"team", "sponsor", "supervisor"}


def test_in_the_shipped_case_something_has_to_leave_whatever_is_done():
    """Two items of the Banks pair and one of the Ledger pair do not fit into sprint 6, and not before."""
    case = shipped_case(EXERCISE, PAYLANE)
    sound = worked(case)
    for id, rows in (("PL-01", "Bank connections"), ("PL-17", "Ledger and payouts")):
        for start in range(3, 7):
            for span in range(1, 8 - start):
                answer = Replan.of({**sound, id: f"{rows}/sprint-{start} x{span}"})
                assert "problem" in {one.level for one in EXERCISE.review(answer, case).findings}


def test_the_other_defensible_plans_of_the_shipped_case_hold_too():
    case = shipped_case(EXERCISE, PAYLANE)
    sound = worked(case)
    swapped = {**sound, "PL-01": "Bank connections/sprint-6", "PL-23": "out/sprint-6"}
    plug_in = {
        **sound,
        "PL-10": "Shop tools/sprint-3 x4",
        "PL-20": "Platform/sprint-5 x2",
        "PL-21": "out/sprint-6",
        "PL-04": "out/sprint-6",
    }
    for places in (swapped, plug_in):
        assert EXERCISE.review(Replan.of(places), case).outcome is Outcome.STRONG
    greedy = {**sound, "PL-10": "Shop tools/sprint-3 x4"}
    codes = {one.code for one in EXERCISE.review(Replan.of(greedy), case).findings if one.level == "problem"}
    assert codes == {"LOAD-1", "REVIEW-1"}


def test_a_case_without_teams_has_one_room():
    case = replace(
        REVIEWED, teams=(), tables={**REVIEWED.tables, "changes": with_changes(STORM).table("changes")}
    )
    assert situation(case).room == {"": (12,) * 5}
