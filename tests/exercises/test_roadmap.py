"""The roadmap: what its rules say of the shipped case, and where they draw their lines."""

from __future__ import annotations

import datetime
from dataclasses import replace

from tests.exercises.planting import with_items
from tests.exercises.plants.roadmap import HARBOUR, harbour, needing
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Capacity, Case, Holiday, case_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.roadmap import EXERCISE


def review(raw, case=HARBOUR):
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw, case=HARBOUR):
    return {(one.code, one.level): one for one in review(raw, case).findings}


def shipped():
    return EXERCISE.ground(load_case(case_folder("paylane")), lambda id: None)


def worked(case):
    return EXERCISE.answer.of({part: value for part, (value, _) in case.worked("roadmap").items()})


def moved(case, **places):
    values = {part: value for part, (value, _) in case.worked("roadmap").items()}
    values |= {id.replace("_", "-"): place for id, place in places.items()}
    return EXERCISE.answer.of({id: place for id, place in values.items() if place}).raw()


# The shipped case -------------------------------------------------------------------------------------


def test_the_worked_roadmap_says_what_holds():
    case = shipped()
    findings = found(worked(case).raw(), case)
    assert {level for _, level in findings} == {"good", "note"}
    assert findings["ROAD-9", "good"].seen == (
        "84 of 108 points are booked (78 %); 24 are left for what nobody knows yet."
    )
    assert findings["ROAD-11", "good"].seen == (
        "Every deadline is met: 26 February with 5 working days to spare, 15 March with 6 working days to "
        "spare and 31 March with 6 working days to spare."
    )
    assert findings["LOAD-1", "good"].seen.endswith(
        "fullest is Ledger in sprint 3 (8 to 19 February), with 6.5 of 6.75 points."
    )
    assert "10 of 14 bars have no float. Before a date: Ledger schema with one account each → Move all" in (
        findings["ROAD-14", "good"].seen
    )
    assert findings["ROAD-5", "good"].seen.startswith("All 7 lines hold")


def test_a_sprint_with_holidays_is_pointed_out_when_it_holds_more_than_its_days():
    case = shipped()
    assert found(worked(case).raw(), case)["LOAD-1", "note"].seen == (
        "Sprint 6 (22 March to 2 April) has 8 working days, not 10 (Good Friday and Easter Monday). By its "
        "days it has room for 14.4 of the usual 18 points, and it holds 15.17."
    )
    lighter = moved(case, PL_01="")
    assert ("LOAD-1", "note") not in found(lighter, case)


def test_the_same_engineer_for_keys_and_notices_is_the_trap_of_the_case():
    case = shipped()
    finding = found(moved(case, PL_20="Platform/sprint-1"), case)["ROAD-10", "problem"]
    assert finding.seen == (
        "Jonas Behr is on 2 bars at once in sprint 1 (11 to 22 January): New signing keys for bank calls and "
        "Signed payment notices."
    )
    assert finding.cards == ("PL-16", "PL-20")


def test_the_last_sprint_is_too_late_for_the_supervisor():
    case = shipped()
    finding = found(moved(case, PL_19="Regulation/sprint-6"), case)["ROAD-11", "problem"]
    assert finding.seen == (
        "Daily safeguarding report is done at the end of sprint 6 (22 March to 2 April); it is due on 31 "
        "March 2027."
    )
    assert finding.do == "End it in sprint 5 (8 to 19 March) at the latest."


def test_the_task_and_the_hints_speak_of_the_case():
    case = shipped()
    assert EXERCISE.task_for(case).startswith(
        "Plan the 14 items (84 points) into 6 sprints of 18 points, 108 in all, so that"
    )
    hints = [EXERCISE.hint(step, Placements(), case) for step in range(4)]
    assert "26 February 2027, for Brackwater Bank: move to API version 3. It falls into sprint 4" in hints[0]
    assert "at the end of sprint 3 (8 to 19 February)" in hints[0]
    assert "It takes at least 3 sprints, one after the other, and there are 3 until its date" in hints[1]
    assert "Not one of them can be lost." in hints[1]
    assert "has 13 points, and Ledger finishes 6.75 points in a sprint: it needs 2 sprints" in hints[2]
    assert "Jonas Behr (New signing keys for bank calls and Signed payment notices)" in hints[3]
    crowded = EXERCISE.read(moved(case, PL_03="Ledger and payouts/sprint-1 x2"))
    assert "Sprint 1 (11 to 22 January) holds 10.5 points of Ledger, of 6.75" in EXERCISE.hint(
        2, crowded, case
    )
    assert "Most room is in sprint 3, with 0 booked" in EXERCISE.hint(2, crowded, case)


def test_plan_and_backlog_of_the_case_agree():
    case = shipped()
    assert {row["id"] for row in case.table("plan")} == {item.id for item in case.items}
    deadlines = {item.id: item.deadline for item in case.items}
    for row in case.table("milestones"):
        assert {deadlines[id] for id in row["items"]} <= {row["date"]}


# Where the rules draw their lines ---------------------------------------------------------------------


def test_what_no_must_needs_may_stay_in_the_tray_and_the_rest_may_not():
    assert EXERCISE.missing(EXERCISE.read(harbour(boat="", nets="")), HARBOUR) == []
    left = EXERCISE.read(harbour(crane="", fair=""))
    assert EXERCISE.missing(left, HARBOUR) == ["crane", "fair"]
    assert review(left.raw()).outcome is Outcome.INCOMPLETE
    assert not {code for code, _ in found(left.raw())} & {"ROAD-9", "ROAD-13", "ROAD-14"}


def test_a_deadline_on_the_last_day_of_a_sprint_is_met_and_a_day_earlier_missed():
    met, missed = (with_items(HARBOUR, pier={"deadline": datetime.date(2030, 2, last)}) for last in (15, 14))
    assert ("ROAD-11", "problem") not in found(harbour(), met)
    assert "15 February with 0 working days to spare" in found(harbour(), met)["ROAD-11", "good"].seen
    assert "End it in sprint 2 " in found(harbour(), missed)["ROAD-11", "problem"].do


def test_no_margin_is_praised_that_a_bar_too_short_for_its_points_has_gained():
    assert ("ROAD-11", "good") in found(harbour())
    short = found(harbour(crane="Quay/sprint-1"), with_items(HARBOUR, crane={"effort": 50}))
    assert ("LOAD-2", "problem") in short
    assert not {("ROAD-11", "good"), ("ROAD-11", "problem")} & set(short)


def test_the_margin_does_not_count_holidays():
    case = replace(HARBOUR, holidays=(Holiday(datetime.date(2030, 2, 18), "Harbour day"),))
    assert "20 February with 2 working days to spare" in found(harbour(), case)["ROAD-11", "good"].seen


def test_nine_tenths_of_the_room_may_be_booked_and_no_more():
    at, over = (with_items(HARBOUR, lamps={"effort": effort}) for effort in (4, 4.1))
    small = {"capacity": Capacity(5, 29 / 4.5, 1.0), "teams": ()}
    raw = harbour(**{"nets": "Boats/sprint-5", "boat": "Boats/sprint-4 x2", "lamps": "Lights/sprint-4 x2"})
    for case, level in ((replace(at, **small), "good"), (replace(over, **small), "caution")):
        assert ("ROAD-9", level) in found(raw, case)
    caution = found(raw, replace(over, **small))["ROAD-9", "caution"]
    assert caution.seen.startswith("29.1 of 32.22 points are booked (90.3 %); keep about a tenth free.")
    assert caution.do == ("What no Must needs can go back into the tray: Paint the boat and Mend the nets.")


def test_a_team_can_be_nearly_full_while_the_release_is_not():
    case = with_items(HARBOUR, boat={"effort": 10.4}, pier={"effort": 11}, crane={"effort": 5.9})
    caution = found(harbour(boat="Boats/sprint-4 x2"), case)["ROAD-9", "caution"]
    assert caution.seen == "Nearly all is booked of Dock (27.3 of 30 points); keep about a tenth free."


def test_a_full_sprint_and_an_overfull_one_are_told_apart():
    full, over = (with_items(HARBOUR, crane={"effort": effort}) for effort in (6, 6.001))
    assert ("LOAD-1", "problem") not in found(harbour(), full)
    assert ("ROAD-9", "caution") in found(harbour(), full)
    assert found(harbour(), over)["LOAD-2", "problem"].seen.startswith(
        "Mend the crane (6.001 points) lies in"
    )
    assert ("ROAD-9", "caution") not in found(harbour(), over)


def test_thirds_of_a_point_fill_a_sprint_and_do_not_overfill_it():
    third = {"effort": 10}
    case = with_items(HARBOUR, nets=third, wires={"effort": 8 / 3})
    raw = harbour(nets="Boats/sprint-2 x3", lamps="Lights/sprint-5", wires="Lights/sprint-2")
    assert ("LOAD-1", "problem") not in found(raw, case)
    assert (
        "sprint 2 (21 January to 1 February) of Yard (6 points)" in found(raw, case)["ROAD-9", "caution"].seen
    )


def test_what_a_too_short_bar_explains_is_said_once():
    codes = {code for code, level in found(harbour(pier="Quay/sprint-2")) if level == "problem"}
    assert codes == {"LOAD-2"}


def test_several_overfull_sprints_of_a_team_are_one_finding():
    raw = harbour(boat="Boats/sprint-2 x2", nets="Boats/sprint-1")
    findings = [one for one in review(raw).findings if (one.code, one.level) == ("LOAD-1", "problem")]
    assert [one.seen for one in findings] == [
        "Sprint 2 (21 January to 1 February) holds 7 points of Dock, 1 more than the 6: Lengthen the pier "
        "and Paint the boat. Sprint 3 is over, too."
    ]


def test_all_together_without_teams_are_one():
    case = replace(HARBOUR, teams=(), capacity=Capacity(5, 7, 1.0))
    finding = found(harbour(), case)["LOAD-1", "problem"]
    assert finding.seen == (
        "Sprint 2 (21 January to 1 February) holds 7.5 points, 0.5 more than the 7: Lengthen the pier and "
        "Lay the wires."
    )


def test_a_place_in_the_tray_is_offered_only_if_it_breaks_nothing():
    def offered(case=HARBOUR, **places):
        finding = found(harbour(nets="", **places), case).get(("ROAD-13", "caution"))
        return finding and finding.seen.rpartition(" in ")[2]

    assert offered() == "sprint 1."
    assert offered(with_items(HARBOUR, nets={"effort": 5.99})) == "sprint 1."
    assert offered(with_items(HARBOUR, nets={"effort": 6})) == "sprints 3 to 4."
    assert offered(needing(nets=("pier",))) == "sprint 4."
    assert offered(needing(nets=("lamps",))) == "sprint 5."
    assert offered(needing(nets=("lamps",)), lamps="Lights/sprint-4 x2") is None
    plan = [{**row, "person": "Ben"} if row["id"] == "nets" else row for row in HARBOUR.tables["plan"]]
    ben = replace(HARBOUR, tables={**HARBOUR.tables, "plan": tuple(plan)})
    assert offered(ben) == "sprint 3."
    due = with_items(HARBOUR, nets={"deadline": datetime.date(2030, 1, 18), "effort": 7})
    assert offered(due) is None


def test_a_long_circle_is_cut_and_the_lines_within_it_are_not_broken_again():
    ids = [f"i{n}" for n in range(9)]
    items = tuple(
        BacklogItem(id, f"Item {id}", effort=1, dependencies=(ids[at - 1],)) for at, id in enumerate(ids)
    )
    case = Case("ring", "Ring", items, own=True, capacity=Capacity(6, 20, 1.0))
    raw = Placements.of({id: "No theme/sprint-1" for id in ids}).raw()
    problems = [one for one in review(raw, case).findings if one.level == "problem"]
    assert [one.code for one in problems] == ["ROAD-4"]
    assert problems[0].seen.endswith("Item i4, and so on through 9 items.")
    assert all(f"Item {id}" in problems[0].seen for id in problems[0].cards)


def test_two_people_with_two_things_each_are_two_findings():
    rows_ = [
        {**row, "person": {"boat": "Eva", "nets": "Eva"}.get(row["id"], row["person"])}
        for row in HARBOUR.tables["plan"]
    ]
    case = replace(HARBOUR, tables={**HARBOUR.tables, "plan": tuple(rows_)})
    raw = harbour(wires="Lights/sprint-1", nets="Boats/sprint-4")
    who = [one.seen.partition(" is ")[0] for one in review(raw, case).findings if one.code == "ROAD-10"]
    assert who == ["Ben", "Eva"]


def test_several_things_left_in_the_tray_are_one_finding():
    caution = found(harbour(boat="", nets=""))["ROAD-13", "caution"]
    assert caution.seen == (
        "Left in the tray, although there is room: Paint the boat (top five, 5 pts) in sprint 4; Mend the "
        "nets (top five, 3 pts) in sprint 1. Each of them fits by itself."
    )
    assert caution.cards == ("boat", "nets")
