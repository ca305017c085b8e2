"""Now, Next, Later: what follows from where the cards lie, in the shipped case and on a small board."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.exercises.planting import lanes, with_items
from tests.exercises.plants.horizons import RAILWAY, TEAMS, railway, row
from tests.exercises.railway import review, seen, with_cards
from tpm_kit.case import Case, case_folder, default_case, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.horizons import EXERCISE, horizons_meters
from tpm_kit.exercises.roadmap.horizons_cards import Horizons, horizon_cards, release


@pytest.fixture(scope="module")
def shipped() -> Case:
    return EXERCISE.ground(load_case(case_folder(default_case())), lambda id: None)


def placed(case: Case, **moved: str) -> dict:
    """The worked answer of a case, some cards elsewhere: `_` in a name for `-`."""
    worked = {id: column for id, (column, _) in case.worked("horizons").items()}
    return lanes({**worked, **{id.replace("_", "-"): to for id, to in moved.items()}})


# The shipped case -------------------------------------------------------------------------------------


def test_the_shipped_board_has_outcomes_and_wishes_of_the_backlog(shipped):
    cards = horizon_cards(shipped)
    assert len([card for card in cards.values() if card.measure]) == 8
    assert {card.id for card in cards.values() if not card.measure} == {"instant", "app", "chat"}
    by_id = {item.id: item for item in shipped.items}
    for card in cards.values():
        assert card.points == sum(by_id[id].effort for id in card.items)
        assert card.unsized == ()
    assert {due.date for card in cards.values() for due in card.dues} == {
        datetime.date(2027, 2, 26),
        datetime.date(2027, 3, 15),
        datetime.date(2027, 3, 31),
        datetime.date(2027, 9, 19),
    }
    assert release(shipped)[:3] == (6, 2, 18)


def test_a_measure_that_is_a_goal_has_the_figures_of_the_goal(shipped):
    goals = {goal.measure: (goal.baseline, goal.target) for goal in shipped.goals}
    rows = {line["measure"]: (line["baseline"], line["target"]) for line in shipped.table("horizons")}
    assert rows["Duties from the supervisor's letter that are met on 31 March 2027"] == (0, 4)
    assert rows["Support tickets"] == goals["Support tickets"]
    before, after = rows["Payments completed of those started"]
    assert before == goals["Payments completed of those started"][0]
    assert before < after <= 93.1 < goals["Payments completed of those started"][1]


def test_the_worked_board_leaves_a_tenth_of_now(shipped):
    meters = horizons_meters(EXERCISE.read(placed(shipped)), shipped)
    assert meters["now"]["text"] == "32 of 36 pts"
    assert meters["now"]["over"] is False
    assert meters["next"]["text"] == "47 of 72 pts"
    assert (meters["later"]["text"], meters["out"]["text"]) == ("1 card", "3 cards")
    over = horizons_meters(EXERCISE.read(placed(shipped, tallis="now")), shipped)
    assert (over["now"]["text"], over["now"]["over"], over["now"]["share"]) == ("37 of 36 pts", True, 1)


def test_what_the_shipped_dates_leave_no_choice_about(shipped):
    """The two that must start now: by the keys and the bank's date, and by ledger, report and supervisor."""
    assert seen(placed(shipped, brackwater="next"), shipped, code="ROAD-11") == [
        "“Brackwater customers can still pay” stands in Next and must be there by 26 February 2027. From "
        "there Brackwater Bank: move to API version 3 is done at the end of sprint 5 at the earliest, and "
        "sprint 3 is the last that ends by then."
    ]
    ledger = review(placed(shipped, own_money="next"), shipped).findings[0]
    assert ledger.seen == (
        "“The supervisor's four duties are met” stands in Next and must be there by 31 March 2027. From "
        "there Daily safeguarding report is done at the end of sprint 7 at the earliest, and sprint 5 is the "
        "last that ends by then."
    )
    assert ledger.do == "Move “Every merchant's money can be told apart” to Now."


def test_two_items_with_one_date_are_one_date(shipped):
    duties = horizon_cards(shipped)["duties"]
    assert [due.items for due in duties.dues] == [("PL-08", "PL-19", "PL-25")]
    assert duties.needs == ("own-money", "brackwater")


@pytest.mark.parametrize("column", ["later", "out"])
def test_a_date_of_the_release_may_not_be_put_off(shipped, column):
    found = [
        one for one in review(placed(shipped, duties=column), shipped).findings if one.level == "problem"
    ]
    assert "ROAD-11" in {one.code for one in found}
    assert "ROAD-2" not in {one.code for one in found}
    assert "ROAD-15" not in {one.code for one in review(placed(shipped, duties=column), shipped).findings}


# What follows from where cards lie -----------------------------------------------------------------------


def test_an_item_takes_the_sprints_that_its_team_needs():
    """Constructed: a track of 8 points is two sprints of Rails' 4, the wagons are one more."""
    board = Horizons(EXERCISE.read(railway()), TEAMS)
    assert [board.end(id) for id in ("track", "wagons", "tickets", "print", "basket")] == [2, 3, 5, 1, 7]
    board = Horizons(EXERCISE.read(railway()), RAILWAY)
    assert [board.end(id) for id in ("track", "wagons", "tickets", "print", "basket")] == [1, 2, 3, 1, 7]
    assert Horizons(EXERCISE.read(railway(run="next")), TEAMS).end("tickets") == 7


def test_ten_points_fit_into_ten_and_a_hair_more_does_not():
    board = Horizons(EXERCISE.read(railway()), with_items(RAILWAY, track={"effort": 10.0}))
    assert board.end("track") == 1
    board = Horizons(EXERCISE.read(railway()), with_items(RAILWAY, track={"effort": 10.1}))
    assert board.end("track") == 2


def test_nine_tenths_of_now_are_sound_and_a_point_more_is_not():
    assert seen(railway(fair="now", know="next"), code="ROAD-9") == []
    assert review(railway(fair="now", know="next")).outcome is Outcome.STRONG
    more = with_items(RAILWAY, extra={"effort": 7})
    assert seen(railway(fair="now", know="next"), more, code="ROAD-9") == [
        "Now holds 19 of 20 points (95 %): 1 point is left free."
    ]


def test_what_is_needed_by_way_of_an_item_on_no_card_counts_too():
    rows = [one for one in RAILWAY.table("horizons") if one["id"] != "queue"]
    case = replace(RAILWAY, tables={"horizons": tuple(rows)})
    assert horizon_cards(case)["pets"].needs == ("run",)
    assert horizon_cards(RAILWAY)["pets"].needs == ("queue",)


def test_a_card_that_several_must_leave_now_for_is_said_to_be_not_enough():
    case = with_items(RAILWAY, extra={"effort": 8}, print={"effort": 5})
    finding = next(one for one in review(railway(fair="now", queue="now", pets="now"), case).findings)
    assert finding.code == "ROAD-3"
    assert finding.seen.startswith("Now holds 40 points, and the first two sprints have room for 20")
    assert finding.do == (
        "Move “Dogs travel too” (4 points) to Next: no date and no other card in Now depends on it. It is "
        "not enough alone."
    )


def test_what_says_nothing_of_a_change_leaves_now_before_an_outcome_does(shipped):
    def advice(*features):
        moved = placed(shipped, **dict.fromkeys(features, "now"))
        return next(one.do for one in review(moved, shipped).findings if one.code == "ROAD-3")

    assert advice("instant") == "“Instant payouts” (13 points) does not belong on the roadmap yet."
    assert advice("app", "instant").endswith(
        "“Mobile app for shop owners” (13 points) do not belong on the roadmap yet."
    )
    over = placed(shipped, chat="now", queue="now")
    assert [one.do for one in review(over, shipped).findings if one.code == "ROAD-3"] == [
        "“Chat assistant on the help pages” (5 points) does not belong on the roadmap yet. That is not "
        "enough alone."
    ]


def test_no_date_is_called_safe_while_now_holds_too_much(shipped):
    def kept(**moved):
        return [one for one in seen(placed(shipped, **moved), shipped, code="ROAD-11", levels=("good",))]

    assert len(kept(completed="now")) == 1
    assert kept(tallis="now") == []


def test_a_deadline_with_a_workaround_is_no_fixed_date():
    case = with_items(RAILWAY, wagons={"workaround": "carts"})
    assert horizon_cards(case)["run"].dues == ()
    assert seen(railway(run="next"), case, code="ROAD-11") == []


def test_a_far_date_is_counted_in_sprints_after_the_release():
    assert len(release(RAILWAY).sprints) > 30
    near = with_cards(row("fair", "The fair", "extra", "Visitors|5|30|%", datetime.date(2030, 4, 11)))
    assert seen(railway(fair="later"), near, code="ROAD-11") == [
        "“The fair” stands in Later and must be there by 11 April 2030. From there Run extra trains is done "
        "at the end of sprint 7 at the earliest, and sprint 6 is the last that ends by then."
    ]
    assert seen(railway(fair="next"), near, code="ROAD-11") == []
    endless = with_cards(row("fair", "The fair", "extra", "Visitors|5|30|%", datetime.date(9999, 12, 31)))
    assert seen(railway(fair="next"), endless) == []
