"""What an answer makes of a plan: bars, load, float, what is late and what slips; sprints in words."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY
from tests.exercises.plants.roadmap import HARBOUR, chosen, harbour, needing
from tpm_kit.answers import Place, Placements
from tpm_kit.case import BacklogItem, Case, Holiday, case_folder, load_case
from tpm_kit.exercises.roadmap.bars import bars, clashes, critical, floats, late, load, slips
from tpm_kit.exercises.roadmap.plan import INPUTS_ID, USES, planned
from tpm_kit.exercises.roadmap.plan_choice import MOST
from tpm_kit.exercises.roadmap.sprint_words import column_of, dates, day, number_of, span_name, sprint_name


def shipped() -> Case:
    return load_case(case_folder("paylane"))


def placed(case=HARBOUR, **moved):
    return bars(Placements.read(harbour(**moved)), planned(case))


# Bars, load and float ---------------------------------------------------------------------------------


def test_points_are_spread_evenly_over_the_sprints_of_a_bar():
    plan = planned(HARBOUR)
    found = load(placed(), plan)
    assert found.teams == {"Dock": (5, 4.5, 4.5, 5, 0), "Yard": (0, 3, 2, 2, 3)}
    assert found.total == (5, 7.5, 6.5, 7, 3)
    assert load({}, plan) == ({"Dock": (0,) * 5, "Yard": (0,) * 5}, (0,) * 5)


def test_bars_stay_on_the_board():
    places = [
        Place(id="pier", row="x", column="sprint-4", span=9),
        Place(id="crane", row="x", column="sprint-6"),
        Place(id="wires", row="x", column="sprint-0"),
        Place(id="boat", row="x", column="sprint-²"),
        Place(id="nets", row="x", column="must"),
        Place(id="gone", row="x", column="sprint-1"),
    ]
    found = bars(Placements(places=tuple(places)), planned(HARBOUR))
    assert [(bar.id, bar.start, bar.span, bar.end) for bar in found.values()] == [("pier", 4, 2, 5)]


def test_float_runs_back_from_deadlines_and_the_end_through_what_needs_a_bar():
    plan = planned(HARBOUR)
    found = floats(placed(), plan)
    assert found == {"crane": 0, "pier": 0, "wires": 1, "lamps": 1, "boat": 1, "nets": 0}
    assert critical(placed(), plan) == ("crane", "pier", "nets")
    late_pier = placed(pier="Quay/sprint-3 x2")
    assert floats(late_pier, plan)["pier"] == -1
    assert floats(late_pier, plan)["crane"] == 0
    assert floats(placed(needing(crane=("pier",))), planned(needing(crane=("pier",)))) == {}


def test_the_shipped_roadmap_has_its_float_where_the_dates_leave_some():
    case = shipped()
    answer = Placements.of({id: value for id, (value, _) in case.worked("roadmap").items()})
    plan = planned(case)
    found = bars(answer, plan)
    assert {id: left for id, left in floats(found, plan).items() if left} == {
        "PL-08": 3,
        "PL-20": 3,
        "PL-23": 1,
        "PL-25": 1,
    }
    assert [round(points, 2) for points in load(found, plan).total] == [
        9.5,
        13.17,
        16.17,
        16.83,
        13.17,
        15.17,
    ]
    assert load(found, plan).teams["Ledger"] == (4, 4, 6.5, 6.5, 5, 5)


def test_only_what_ends_after_its_deadline_is_late():
    plan = planned(HARBOUR)
    assert list(late(placed(), plan)) == []
    [(item, bar, last)] = late(placed(pier="Quay/sprint-4"), plan)
    assert (item.id, bar.end, last) == ("pier", 4, 3)
    undated = replace(HARBOUR, sprint_start=None)
    assert list(late(placed(undated, pier="Quay/sprint-5"), planned(undated))) == []


def test_a_need_must_be_done_a_sprint_before():
    plan = planned(HARBOUR)
    assert list(clashes(placed(), plan)) == []
    [(before, after)] = clashes(placed(pier="Quay/sprint-1 x2"), plan)
    assert (before.id, after.id) == ("crane", "pier")


def test_what_slips_is_told_in_sprints():
    before, after = placed(), placed(pier="Quay/sprint-3 x2", nets="Boats/sprint-1", boat="")
    assert slips(before, after) == {"pier": 1, "nets": -4, "boat": None}
    assert slips(before, before) == {}


@given(
    st.dictionaries(
        st.sampled_from([item.id for item in HARBOUR.items]),
        st.tuples(st.integers(-1, 8), st.integers(1, 9)),
    )
)
def test_a_bar_without_float_cannot_move_and_one_with_float_can(where):
    plan = planned(HARBOUR)
    places = tuple(
        Place(id=id, row="x", column=column_of(start), span=span) for id, (start, span) in where.items()
    )
    found = bars(Placements(places=places), plan)
    left = floats(found, plan)
    assert set(left) == set(found)
    for id, bar in found.items():
        limit = plan.last_sprint(plan.by_id[id])
        followers = [found[one] for one in found if id in plan.by_id[one].needs]
        # Whoever needs it may move by its own float first.
        latest = min([limit, *(one.start + left[one.id] - 1 for one in followers)])
        assert left[id] == latest - bar.end


# Words ------------------------------------------------------------------------------------------------


def test_sprints_in_words():
    plan = planned(shipped())
    assert sprint_name(plan, 3) == "sprint 3 (8 to 19 February)"
    assert sprint_name(plan, 2) == "sprint 2 (25 January to 5 February)"
    assert dates(plan.sprints[1], short=True) == "25 Jan – 5 Feb"
    assert dates(plan.sprints[2], short=True) == "8–19 Feb"
    assert sprint_name(replace(plan, sprints=()), 3) == "sprint 3"
    assert (span_name(2, 2), span_name(2, 4)) == ("sprint 2", "sprints 2 to 4")
    assert day(datetime.date(2028, 1, 7), 2027) == "7 January 2028"


def test_holidays_shorten_their_sprint():
    case = replace(HARBOUR, holidays=(Holiday(datetime.date(2030, 3, 15), "Opening day"),))
    plan = planned(case)
    assert (plan.sprints[4].days, plan.sprints[4].last_day.day) == (9, 14)


@pytest.mark.parametrize("column", ["sprint-", "sprint--1", "sprint-1.5", "sprint-99999", "must", "Sprint-1"])
def test_other_columns_are_no_sprints(column):
    assert number_of(column) is None


def test_columns_and_numbers_go_back_and_forth():
    assert [number_of(column_of(sprint)) for sprint in (1, 12, 52)] == [1, 12, 52]


def test_a_large_backlog_is_planned_without_trying_every_path():
    items = tuple(
        BacklogItem(
            f"i{n}", f"Item {n}", effort=3, dependencies=tuple(f"i{m}" for m in range(max(0, n - 9), n))
        )
        for n in range(500)
    )
    case = Case("large", "Large", items, own=True)
    case = replace(case, earlier={"moscow": chosen("must", *(item.id for item in reversed(items)))})
    plan = planned(case)
    assert 0 < len(plan.items) <= MOST


def test_what_planned_needs_is_named():
    assert set(USES) == {"moscow", "top-five", INPUTS_ID}
    assert planned(BAKERY).points > 0
