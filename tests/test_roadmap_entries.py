"""From an answer on the board to a roadmap with dates."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Capacity, Case, Holiday, case_folder, load_case
from tpm_kit.exchange.outgoing import outgoing
from tpm_kit.exchange.plan_csv import plan_csv, read
from tpm_kit.exercises import EXERCISES
from tpm_kit.exercises.roadmap import bars as on_board
from tpm_kit.exercises.roadmap.plan import planned
from tpm_kit.roadmap_entries import DATES, DatedPlan, NoDatesError, of_review, of_roadmap

PAYLANE = load_case(case_folder("paylane"))
D = datetime.date


def worked(id: str, case: Case = PAYLANE) -> tuple[Placements, Case]:
    """The worked answer to an exercise and its ground, with the worked answers before it."""
    stored = {
        one: EXERCISES[one].answer.of({part: value for part, (value, _) in found.items()})
        for one in (*EXERCISES[id].uses, id)
        if (found := case.worked(one))
    }
    ground = EXERCISES[id].ground(case, lambda one: stored[one].raw() if one in stored else None)
    return stored[id], ground


def by_id(plan: DatedPlan) -> dict:
    return {entry.id: entry for entry in plan.entries}


def test_the_worked_roadmap_in_dates():
    plan = of_roadmap(*worked("roadmap"))
    found = by_id(plan)
    assert plan.title == "Roadmap of Paylane"
    assert plan.left == ()
    assert plan.holidays == (D(2027, 3, 26), D(2027, 3, 29))
    assert {id: (entry.start, entry.end) for id, entry in found.items()} == {
        "PL-16": (D(2027, 1, 11), D(2027, 1, 22)),
        "PL-05": (D(2027, 1, 25), D(2027, 2, 19)),
        "PL-13": (D(2027, 2, 22), D(2027, 3, 5)),
        "PL-23": (D(2027, 3, 8), D(2027, 3, 19)),
        "PL-01": (D(2027, 3, 22), D(2027, 4, 2)),
        "PL-11": (D(2027, 1, 11), D(2027, 2, 5)),
        "PL-03": (D(2027, 2, 8), D(2027, 3, 5)),
        "PL-19": (D(2027, 3, 8), D(2027, 3, 19)),
        "PL-17": (D(2027, 3, 22), D(2027, 4, 2)),
        "PL-08": (D(2027, 1, 11), D(2027, 2, 5)),
        "PL-25": (D(2027, 1, 25), D(2027, 3, 5)),
        "PL-20": (D(2027, 2, 8), D(2027, 2, 19)),
        "PL-21": (D(2027, 2, 22), D(2027, 4, 2)),
        "PL-04": (D(2027, 3, 8), D(2027, 4, 2)),
        "brackwater": (D(2027, 2, 26),) * 2,
        "tallis": (D(2027, 3, 15),) * 2,
        "supervisor": (D(2027, 3, 31),) * 2,
        "release": (D(2027, 4, 2),) * 2,
    }


def test_an_entry_carries_what_the_case_and_the_plan_know():
    found = by_id(of_roadmap(*worked("roadmap")))
    bank = found["PL-05"]
    assert bank.title == "Brackwater Bank: move to API version 3"
    assert (bank.section, bank.points, bank.owner) == ("Bank connections", 8, "Tom Reyes, Banks")
    assert bank.needs == ("PL-16",)
    assert bank.note.splitlines()[0] == "Due 26 February 2027."
    assert bank.note.splitlines()[1].startswith("Send payments to Brackwater Bank through version 3")
    duty = found["supervisor"]
    assert (duty.milestone, duty.section, duty.needs) == (True, DATES, ("PL-08", "PL-19", "PL-25"))


def test_critical_is_what_the_board_outlines():
    answer, ground = worked("roadmap")
    plan = planned(ground)
    outlined = on_board.critical(on_board.bars(answer, plan), plan)
    assert outlined
    assert {entry.id for entry in of_roadmap(answer, ground).entries if entry.critical} == set(outlined)


def test_entries_stand_by_their_start_and_dates_come_last():
    entries = of_roadmap(*worked("roadmap")).entries
    starts = [entry.start for entry in entries if not entry.milestone]
    assert starts == sorted(starts)
    assert [entry.milestone for entry in entries] == [False] * 14 + [True] * 4


def test_the_review_holds_what_is_done_and_what_has_moved():
    answer, ground = worked("review")
    plan = of_review(answer, ground)
    before, after = by_id(of_roadmap(*worked("roadmap"))), by_id(plan)
    assert plan.title == "Roadmap of Paylane"
    assert plan.today == max(row["date"] for row in PAYLANE.table("changes"))
    # What is done delays nothing any more.
    assert after["PL-16"] == replace(before["PL-16"], critical=False)
    assert after["PL-05"].start == before["PL-05"].start
    assert after["PL-05"].end == D(2027, 3, 19)
    # PL-11 is done by then, and PL-03 needs it all the same.
    assert after["PL-03"].needs == before["PL-03"].needs == ("PL-11",)
    assert "Clear reasons for failed payments" in plan.left
    assert "PL-01" not in after


def test_what_stays_in_the_tray_is_named():
    answer, ground = worked("roadmap")
    some = Placements(places=tuple(place for place in answer.places if place.id not in ("PL-23", "PL-16")))
    plan = of_roadmap(some, ground)
    assert plan.left == ("New signing keys for bank calls", "Try again when a bank is silent")
    assert by_id(plan)["PL-05"].needs == ()


# A backlog of the learner's own -----------------------------------------------------------------------------

LONG = "A title that is so long that no card on any board could ever show the whole of it at once " * 2
HOSTILE = Case(
    name="own-x",
    title="Mine\x07 of\n tom@reyes.example",
    items=(
        BacklogItem("=1+1", LONG, effort=3),
        BacklogItem("ask tom@reyes.example", "Ask tom@reyes.example", effort=2, dependencies=("=1+1",)),
        BacklogItem(
            "release date", "A\x00\r\nB", "Sum\ud800mary", effort=1, theme="\x1b[31m", dependencies=("gone",)
        ),
        BacklogItem("B", "\x07", effort=1, dependencies=("B", "=1+1")),
    ),
    sprint_start=D(2027, 1, 11),
    release_date=D(2027, 1, 29),
    capacity=Capacity(2, 5.0, 1.0),
    own=True,
)


def place_all(case: Case) -> tuple[Placements, Case]:
    """Everything planned lies in sprint 1."""
    ground = EXERCISES["roadmap"].ground(case, lambda _: None)
    return Placements.of({item.id: "all/sprint-1" for item in planned(ground).items}), ground


def test_hostile_texts_come_out_as_plain_ones():
    plan = of_roadmap(*place_all(HOSTILE))
    found = by_id(plan)
    assert plan.title == "Roadmap of Mine of tom@reyes.example"
    assert found["=1+1"].title == LONG
    assert found["release date"].title == "A\nB"
    assert found["release date"].note == "Sum?mary"
    assert found["release date"].section == "[31m"
    assert found["B"].title == "B"
    assert found["B"].needs == ("=1+1",)
    [release] = [entry for entry in plan.entries if entry.milestone]
    assert (release.id, release.start) == ("release date (2)", D(2027, 1, 29))
    assert read(plan_csv(plan.entries)) == outgoing(plan.entries)


def test_a_sprint_in_which_nobody_works_still_has_its_bar():
    off = tuple(Holiday(D(2027, 1, day), "Closed") for day in range(11, 25))
    plan = of_roadmap(*place_all(replace(HOSTILE, holidays=off)))
    assert all(entry.start <= entry.end for entry in plan.entries)


def test_without_a_start_there_are_no_dates():
    answer, ground = place_all(replace(HOSTILE, sprint_start=None))
    with pytest.raises(NoDatesError, match=r'use_backlog\("backlog.csv", sprint_start="2027-01-11"\)'):
        of_roadmap(answer, ground)
    with pytest.raises(NoDatesError, match="give the case a sprint_start"):
        of_roadmap(answer, replace(ground, own=False))


def test_dates_that_other_programs_cannot_read_are_refused():
    answer, ground = place_all(replace(HOSTILE, sprint_start=D(3000, 1, 1), release_date=None))
    with pytest.raises(ValueError, match="outside the years"):
        of_roadmap(answer, ground)
