"""The Kanban board of the shipped case: what it shows, and what it says of other mornings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.planting import BARE
from tests.exercises.plants.kanban import PLACED, ROOM, board, shop
from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.roadmap.kanban import EXERCISE, as_it_hangs, kanban_meters
from tpm_kit.exercises.roadmap.kanban_cards import COLUMNS, ROWS, limits, people, work_cards

PAYLANE = shipped_case(EXERCISE, next(folder for folder in SHIPPED if folder.name == "paylane"))
WORKED = {id: place for id, (place, _) in PAYLANE.worked("kanban").items()}


def review(raw, case=PAYLANE, reasons=None):
    return EXERCISE.review(EXERCISE.read(raw), case, reasons)


def worked(**moved: str) -> dict:
    """The worked answer, with some cards elsewhere."""
    return Placements.of({**WORKED, **moved}).raw()


def found(raw, case=PAYLANE) -> dict[tuple[str, str], list]:
    """The findings by code and level."""
    codes: dict[tuple[str, str], list] = {}
    for one in review(raw, case).findings:
        codes.setdefault((one.code, one.level), []).append(one)
    return codes


def bad(raw, case=PAYLANE) -> set[tuple[str, str]]:
    return {key for key in found(raw, case) if key[1] in ("problem", "caution")}


def test_six_people_have_four_cards_in_progress_and_two_in_review():
    assert len(people(PAYLANE)) == 6
    assert limits(PAYLANE) == {"doing": 4, "review": 2}
    assert EXERCISE.task_for(PAYLANE) == (
        "This is the board as it hangs one morning of the first sprint. Put each of its 11 cards where the "
        "work truly stands, and decide what the team takes up today: with 6 people the limits are 4 in "
        "progress and 2 in review, blocked cards included."
    )


@pytest.mark.parametrize(
    ("count", "most"),
    [(0, (1, 1)), (1, (1, 1)), (2, (1, 1)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2)), (9, (6, 3))],
)
def test_the_limits_follow_from_the_number_of_people(count, most):
    rows = [dict(shop().table("kanban")[0], id=f"c{n}", person=f"P{n}") for n in range(count)]
    case = replace(shop(), tables={"kanban": tuple(rows)})
    assert (limits(case)["doing"], limits(case)["review"]) == most


def test_a_name_in_other_letters_is_the_same_person():
    rows = [
        dict(row, person=" tom  REYES") if row["person"] == "Tom Reyes" else row
        for row in PAYLANE.table("kanban")
    ]
    rows[0] = dict(rows[0], person="Tom Reyes")
    case = replace(PAYLANE, tables={**PAYLANE.tables, "kanban": tuple(rows)})
    assert people(case) == people(PAYLANE)


def test_the_cards_are_pieces_of_what_the_first_sprint_holds():
    items = {row["item"] for row in PAYLANE.table("kanban")}
    assert items == {"PL-16", "PL-11", "PL-08", ""}
    persons = {row["id"]: row["person"] for row in PAYLANE.table("plan")}
    for item in items - {""}:
        assert persons[item] in {row["person"] for row in PAYLANE.table("kanban") if row["item"] == item}
    details = EXERCISE.view(PAYLANE).details
    assert ["Part of", "New signing keys for bank calls"] in details["tallis"]
    assert ["Needs", "Two entries for each booking"] in details["balance"]
    assert not any(name == "Part of" for name, _ in details["twice"])


def test_the_board_as_it_hangs_looks_sound_by_its_numbers_and_is_not():
    start = EXERCISE.beginning(PAYLANE)
    assert start.parts() == set(work_cards(PAYLANE))
    meters = kanban_meters(start, PAYLANE)
    assert [meters[column]["text"] for column in COLUMNS] == ["4", "4 of 4", "1 of 2", "2"]
    assert not any(meter.get("over") for meter in meters.values())
    assert bad(start.raw()) == {
        ("SCRUM-4", "problem"),
        ("FLOW-6", "problem"),
        ("KANBAN-2", "problem"),
        ("KANBAN-3", "caution"),
        ("KANBAN-7", "caution"),
    }
    assert [one.cards for one in found(start.raw())["SCRUM-4", "problem"]] == [("brackwater",), ("list",)]


def test_the_truth_alone_breaks_what_only_a_decision_mends():
    """Every card where it truly stands: no limit is broken, yet Mina has two cards and the shops wait."""
    truth = worked(entries="flow/doing", twice="flow/to-do")
    assert bad(truth) == {("KANBAN-3", "caution"), ("KANBAN-7", "caution")}
    # Taken up without making room: a fifth card, which the urgent one may be, with a reason.
    pushed = worked(entries="flow/doing")
    assert bad(pushed) == {("KANBAN-1", "caution"), ("KANBAN-3", "caution")}
    seen = found(pushed)["KANBAN-1", "caution"][0].seen
    assert seen.startswith("In progress holds 5 cards, 1 more than its limit of 4: ")
    assert seen.endswith("It would hold without what is urgent: Notices that arrive twice.")


def test_a_caution_can_be_accepted_with_a_reason():
    raw = worked(entries="flow/doing")
    cautions = [one for one in review(raw).findings if one.level == "caution"]
    reasons = {one.key: Reason("Sam takes the entries over this morning.", one.seen) for one in cautions}
    assert review(raw, reasons=reasons).outcome is Outcome.TRADE_OFF


@pytest.mark.parametrize(
    ("moved", "codes"),
    [
        ({"renewal": "flow/doing"}, {"KANBAN-1 problem", "KANBAN-3 caution", "KANBAN-4 caution"}),
        ({"history": "flow/doing", "twice": "urgent/to-do"}, {"KANBAN-4 caution", "KANBAN-7 caution"}),
        ({"balance": "flow/doing"}, {"KANBAN-1 problem", "KANBAN-4 caution", "KANBAN-5 problem"}),
        ({"tallis": "blocked/to-do"}, {"FLOW-6 problem"}),
        ({"tallis": "blocked/review"}, {"KANBAN-1 problem", "KANBAN-2 problem"}),
        ({"tallis": "flow/done"}, {"SCRUM-4 problem"}),
        ({"twice": "flow/doing"}, {"KANBAN-7 caution"}),
        ({"keys": "flow/review"}, {"KANBAN-1 problem", "KANBAN-2 problem"}),
        ({"accounts": "flow/to-do", "entries": "flow/doing"}, set()),
        ({"accounts": "flow/to-do"}, {"KANBAN-2 problem"}),
        ({"withdraw": "flow/review"}, {"KANBAN-1 problem", "KANBAN-2 problem"}),
        ({"history": "urgent/doing"}, {"KANBAN-1 problem", "KANBAN-4 caution", "KANBAN-7 caution"}),
    ],
)
def test_other_mornings(moved, codes):
    assert {" ".join(key) for key in bad(worked(**moved))} == codes


def test_who_has_time_is_named_and_the_author_is_not_asked_to_look_at_their_own_work():
    seen = found(worked(history="flow/doing", twice="urgent/to-do"))["KANBAN-4", "caution"][0]
    assert seen.seen == (
        "Consents of the past year is taken up while Review is full: Sign calls to Brackwater and List of "
        "the consents given."
    )
    assert seen.do == (
        "Leave it in To do. Ask who can look at Sign calls to Brackwater: Tom Reyes and Sam Ortiz have time."
    )


def test_what_was_put_back_is_said():
    (good,) = found(worked())["KANBAN-3", "good"]
    assert good.seen == (
        "Nobody has two cards in progress: Two entries for each booking waits for An account for each "
        "merchant."
    )


def test_room_and_time_and_a_card_that_is_ready():
    raw = board(till="flow/done", recipe="flow/done")
    (one,) = found(raw, ROOM)["KANBAN-6", "caution"]
    assert one.seen == (
        "Hang the lamp could be begun and stays in To do. In progress holds 2 of 3, and Ben has time."
    )
    # Dan's sign needs the menu; Cem, whose shelf is ready, is at the menu.
    assert "another of" not in one.do
    ready = shop(till="done", recipe="done", needs="")
    assert "another of the 2 that are ready" in found(raw, ready)["KANBAN-6", "caution"][0].do
    assert ("KANBAN-6", "caution") not in found(
        board(till="flow/done", recipe="flow/done", lamp="flow/doing"), ROOM
    )
    # Incomplete boards are not told to begin something.
    few = {"places": raw["places"][:5]}
    assert ("KANBAN-6", "caution") not in found(few, ROOM)


def test_the_hints_name_cards_and_people():
    start = as_it_hangs(PAYLANE)
    assert EXERCISE.hint(0, start, PAYLANE).endswith("4 cards hang elsewhere than the work is.")
    assert EXERCISE.hint(1, start, PAYLANE).endswith(
        "Somebody has to look at Sign calls to Brackwater and List of the consents given. With nothing in "
        "progress that can go on: Jonas Behr, Sam Ortiz and Ada Lindqvist."
    )
    # What is put back so that its person has one card is where it belongs.
    worked = Placements.of({id: value for id, (value, _) in PAYLANE.worked("kanban").items()})
    assert EXERCISE.hint(0, worked, PAYLANE).endswith("or somebody outside?")
    assert EXERCISE.hint(2, start, PAYLANE).endswith("Notices that arrive twice needs a place.")


def test_meters_turn_over_above_the_limit():
    meters = kanban_meters(EXERCISE.read(board(lamp="flow/doing")), shop())
    assert meters["doing"] == {"text": "4 of 3", "share": 1.0, "over": True}
    assert meters["review"] == {"text": "1 of 1", "share": 1.0, "over": False}
    assert meters["to-do"] == {"text": "2"}
    assert set(kanban_meters(Placements(), Case("x", "X", ()))) == set(COLUMNS)


IDS = [*PLACED, "gone"]
WHERE = st.dictionaries(
    st.sampled_from(IDS), st.tuples(st.sampled_from([*ROWS, "old"]), st.sampled_from([*COLUMNS, "old"]))
)


@given(
    WHERE, st.sampled_from([shop(), ROOM, shop(urgent="lamp"), shop(lamp="blocked"), replace(BARE, own=True)])
)
def test_no_placement_makes_a_rule_or_a_hint_fail(places, case):
    raw = {"places": [{"id": id, "row": row, "column": column} for id, (row, column) in places.items()]}
    answer = EXERCISE.read(raw)
    titles = EXERCISE.parts(case)
    result = EXERCISE.review(answer, case)
    for one in result.findings:
        assert set(one.cards) <= set(titles)
        assert all(titles[card] in one.seen for card in one.cards)
        assert one.seen.isprintable()
        assert "  " not in one.seen + one.why + one.do
    keys = [one.key for one in result.findings if one.level in ("problem", "caution")]
    assert len(keys) == len(set(keys))
    assert all(EXERCISE.hint(step, answer, case)[-1] in ".?" for step in range(len(EXERCISE.hints)))
    assert set(EXERCISE.live(answer, case)) == set(COLUMNS)
    assert EXERCISE.task_for(case)[-1] in ".?"
    EXERCISE.view(case).answer = answer.raw()
