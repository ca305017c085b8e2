"""The plan behind the roadmap: what is planned and why, and the room there is for it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.exercises.planting import BARE
from tests.exercises.plants.roadmap import HARBOUR, OWN, chosen, needing, sizes
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Capacity, Case, case_folder, load_case
from tpm_kit.exercises.roadmap.plan import INPUTS_ID, effort_of, planned
from tpm_kit.exercises.roadmap.plan_choice import MOST, MOST_UNSIZED


def shipped() -> Case:
    return load_case(case_folder("paylane"))


def many(count: int, **fields) -> Case:
    items = tuple(BacklogItem(f"i{n}", f"Item {n}", **fields) for n in range(count))
    return Case("many", "Many", items, own=True)


# What is planned --------------------------------------------------------------------------------------


def test_the_shipped_plan_is_what_the_worked_answers_want_with_what_it_needs():
    plan = planned(shipped())
    numbers = (1, 3, 4, 5, 8, 11, 13, 16, 17, 19, 20, 21, 23, 25)
    assert [item.id for item in plan.items] == [f"PL-{number:02}" for number in numbers]
    assert (plan.points, plan.room, plan.count, plan.capacity) == (84, 108, 6, 18)
    assert plan.teams == {"Banks": 5.25, "Ledger": 6.75, "Shops": 6}
    assert plan.source == (
        "Planned: the Musts of the worked MoSCoW board (5.1) and the worked top five (5.7)."
    )
    assert {item.id for item in plan.items if not item.must} == {"PL-01", "PL-04", "PL-17", "PL-21", "PL-23"}
    report = plan.by_id["PL-19"]
    assert (report.theme, report.team, report.person) == ("Regulation", "Ledger", "Mina Okafor")
    assert (report.deadline, report.needs, report.why) == (datetime.date(2027, 3, 31), ("PL-03",), "Must")
    assert [(one.id, one.sprint) for one in plan.milestones] == [
        ("brackwater", 4),
        ("tallis", 5),
        ("supervisor", 6),
        ("release", 6),
    ]
    assert [plan.last_sprint(plan.by_id[id]) for id in ("PL-05", "PL-13", "PL-19", "PL-01")] == [3, 4, 5, 6]
    assert [sprint.days for sprint in plan.sprints] == [10, 10, 10, 10, 10, 8]


def test_the_learners_answers_come_first():
    case = replace(shipped(), earlier={"moscow": chosen("must", "PL-19"), "top-five": chosen("top", "PL-06")})
    plan = planned(case)
    assert {item.id: (item.why, item.must) for item in plan.items} == {
        "PL-03": ("needed by Daily safeguarding report", True),
        "PL-06": ("top five", False),
        "PL-11": ("needed by Move all balances to the new ledger", True),
        "PL-19": ("Must", True),
    }
    assert plan.source == (
        "Planned: the Musts of your MoSCoW board (5.1) and your top five (5.7), with what they need."
    )
    assert [one.items for one in plan.milestones] == [(), (), ("PL-19",), ()]


def test_an_answer_that_names_none_gives_way_to_the_worked_one():
    for moscow in (Placements(), chosen("should", "PL-19"), chosen("must", "gone")):
        plan = planned(replace(shipped(), earlier={"moscow": moscow, "top-five": chosen("top", "PL-06")}))
        assert plan.source.startswith("Planned: the Musts of the worked MoSCoW board (5.1) and your top five")
        assert len(plan.items) == 10


def test_what_a_must_needs_is_needed_even_if_it_is_only_in_the_top_five():
    case = replace(HARBOUR, earlier={"moscow": chosen("must", "pier"), "top-five": chosen("top", "crane")})
    items = planned(case).by_id
    assert {id: (item.why, item.must) for id, item in items.items()} == {
        "crane": ("top five", True),
        "pier": ("Must", True),
    }


def test_without_any_answer_the_first_items_stand_in():
    plan = planned(many(40, effort=2))
    assert [item.id for item in plan.items] == [f"i{n}" for n in range(MOST)]
    assert all(item.why == "first in your backlog" for item in plan.items)
    assert not any(item.must for item in plan.items)
    left_out = "no room on one board for Item 24, Item 25, Item 26 and 13 more"
    assert plan.source == f"Planned: the first items of your backlog; {left_out}."
    assert len(planned(many(40)).items) == MOST_UNSIZED


def test_of_too_many_musts_those_with_a_date_are_planned():
    """And what is left out is named, so that the learner can go back to the board."""
    case = shipped()
    board = Placements.of({item.id: "must" for item in case.items})
    plan = planned(replace(case, earlier={"moscow": board}))
    assert len(plan.items) == MOST
    left_out = [item for item in case.items if item.id not in plan.by_id]
    assert not any(item.deadline for item in left_out)
    assert all(item.title in plan.source for item in left_out)


def test_an_item_comes_with_its_needs_or_not_at_all():
    chain = tuple(
        BacklogItem(f"i{n}", f"Item {n}", effort=1, dependencies=(f"i{n + 1}",) if n < 29 else ())
        for n in range(30)
    )
    small = BacklogItem("small", "Small", effort=1)
    case = Case("chain", "Chain", (*chain, small), own=True)
    assert [item.id for item in planned(case).items] == [f"i{n}" for n in range(6, 30)]
    tight = replace(case, earlier={"moscow": chosen("must", "i0")})
    assert [item.id for item in planned(tight).items] == [f"i{n}" for n in range(MOST_UNSIZED)]


def test_needs_in_a_circle_and_unknown_needs_end():
    plan = planned(needing(crane=("pier", "nowhere"), pier=("crane", "crane", "pier")))
    assert plan.by_id["crane"].needs == ("pier",)
    assert plan.by_id["pier"].needs == ("crane", "pier")


# The room ---------------------------------------------------------------------------------------------


def test_a_backlog_without_capacity_gets_one_that_leaves_a_fifth_and_says_so():
    typed = Cells.read(sizes())
    plan = planned(replace(OWN, earlier={**OWN.earlier, INPUTS_ID: typed}))
    assert (plan.points, plan.count, plan.capacity, plan.measured) == (26.5, 6, 6, False)
    assert plan.assumed == (
        "Your backlog names no capacity: 6 sprints are assumed, with room for 6 points in each, of which "
        "this plan takes about four fifths. capacity= gives use_backlog your own."
    )
    assert (plan.sprints, plan.milestones, plan.teams) == ((), (), {})
    assert planned(BARE).capacity == 1


def test_a_backlog_with_capacity_keeps_its_sprints():
    plan = planned(replace(OWN, capacity=Capacity(4, 12.5, 1.0), sprint_start=datetime.date(2030, 1, 7)))
    assert (plan.count, plan.capacity, plan.measured, plan.assumed) == (4, 12.5, True, "")
    assert [sprint.last_day.day for sprint in plan.sprints] == [18, 1, 15, 1]
    assert plan.milestones == ()


def test_the_release_date_of_an_own_backlog_is_a_milestone_with_an_id_of_its_own():
    item = BacklogItem("release date", "An item", effort=1)
    start, release = datetime.date(2030, 1, 7), datetime.date(2030, 2, 1)
    case = Case("x", "X", (item,), own=True, sprint_start=start, release_date=release)
    [one] = planned(case).milestones
    assert (one.title, one.date, one.sprint, one.items) == ("Release", release, 2, ())
    assert one.id not in planned(case).by_id


def test_dates_out_of_the_calendar_leave_numbers():
    plan = planned(replace(HARBOUR, sprint_start=datetime.date(9999, 12, 1)))
    assert (plan.sprints, plan.milestones, plan.count) == ((), (), 5)


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("8", 8),
        ("0,5", 0.5),
        ("1,000", 1000),
        ("3 Points", 3),
        ("1 pt", 1),
        ("0", None),
        ("-3", None),
        ("1001", None),
        ("3 days", None),
        ("30 %", None),
        ("S", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_points_as_people_type_them(text, effort):
    assert effort_of(text) == effort


def test_typed_points_fill_gaps_only():
    typed = Cells(cells={"crane": {"points": "99"}, "pier": {"points": "8", "person": " Ben "}, "gone": {}})
    items = planned(replace(OWN, earlier={**OWN.earlier, INPUTS_ID: typed})).by_id
    assert (items["crane"].effort, items["pier"].effort, items["wires"].effort) == (5, 8, None)
    assert items["pier"].person == "Ben"
