"""The story map: where its rules draw their lines, hostile texts and live figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import with_capacity, with_items
from tests.exercises.plants.story_map import PLACES, TRAIN, train, without_dependencies
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, case_folder, default_case, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization.story_map import EXERCISE, map_meters, story_board
from tpm_kit.exercises.prioritization.story_map_cards import ROWS, map_cards
from tpm_kit.methods.story_map import component_word, delivery_word

BAD = "<img src=x onerror=alert(1)>"


def review(raw, case=TRAIN):
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw, case=TRAIN):
    return {(one.code, one.level): one for one in review(raw, case).findings}


# Rules -----------------------------------------------------------------------------------------------


def test_half_of_the_effort_is_still_a_slice_and_a_point_more_is_not():
    raw = train(pay="first/step-2")  # 11 of the map's points are in Release 1
    half, more = (with_items(TRAIN, points={"effort": effort}) for effort in (6, 5.9))
    assert "11 points of 22 on the map (50 %)" in found(raw, half)["MAP-8", "good"].seen
    caution = found(raw, more)["MAP-8", "caution"]
    assert "11 points of 21.9 on the map (50.2 %)" in caution.seen
    assert "Pay by card (5 points), Search by town (3 points) and Open the gate (2 points)" in caution.do


def test_a_first_release_that_cannot_be_thinner_is_not_called_too_large():
    raw = train(pay="out/step-2", seat="out/step-2", points="out/step-3", sit="out/outcome")
    findings = found(raw)
    assert ("MAP-8", "caution") not in findings
    assert "6 points of 6" in findings["MAP-8", "good"].seen
    assert review(raw).outcome is Outcome.STRONG


def test_only_a_thin_first_release_is_called_a_walking_skeleton():
    thin, thick = (
        found(raw)["MAP-1", "good"].seen
        for raw in (train(), train(pay="first/step-2", seat="first/step-2", points="second/step-3"))
    )
    assert thin.endswith("with 3 stories (6 points): a walking skeleton.")
    assert thick.endswith("with 5 stories (16 points).")


def test_only_outcomes_that_can_come_are_praised():
    def praise(**moved):
        findings = review(train(**moved)).findings
        return [one.seen for one in findings if (one.code, one.level) == ("MAP-3", "good")]

    first = "Release 1 is for an outcome: Riders board without asking."
    second = "Release 2 is for an outcome: Nobody stands for an hour."
    assert praise() == [first, second]
    assert praise(seat="later/step-2") == [first]
    assert praise(gate="second/step-3") == [second]
    assert praise(calm="second/outcome") == [
        "Release 2 is for these outcomes: Riders board without asking and Nobody stands for an hour."
    ]
    assert praise(calm="second/outcome", seat="later/step-2") == [
        "Release 2 is for an outcome: Riders board without asking."
    ]


def test_what_the_thinnest_slice_is_follows_from_what_is_planned():
    raw = train(pay="first/step-2", seat="first/step-2", points="second/step-3", desk="out/step-2")
    assert "would take 10" in found(raw)["MAP-8", "caution"].seen


def test_the_balance_is_judged_when_every_card_is_placed():
    partly = {"places": [place for place in train()["places"] if place["id"] not in ("gate", "calm", "sit")]}
    result = review(partly)
    assert result.outcome is Outcome.INCOMPLETE
    assert {one.code for one in result.findings} == {"MAP-4"}


def test_stories_wait_for_activities_that_are_still_in_the_tray():
    places = [place for place in train()["places"] if place["id"] not in ("book", "ride")]
    assert {one.code for one in review({"places": places}).findings if one.level == "problem"} == set()


@pytest.mark.parametrize("place", ["nowhere/step-1", "first/step-99", "/must", "first/"])
def test_places_that_the_map_lacks_do_not_count(place):
    row, _, column = place.partition("/")
    raw = train()
    raw["places"] = [
        {**one, "row": row, "column": column or "all"} if one["id"] == "gate" else one
        for one in raw["places"]
    ]
    assert "Ride the train" in found(raw)["MAP-1", "problem"].seen
    assert map_meters(EXERCISE.read(raw), TRAIN)["step-3"] == {"text": "Release 1: 0", "over": True}


def test_a_gap_between_two_activities_is_no_fault_of_order():
    shared = train(book="backbone/step-1", desk="first/step-1", pay="second/step-1", seat="second/step-1")
    assert {one.code for one in review(shared).findings if one.level == "problem"} == {"MAP-5"}


def test_things_that_need_each_other_in_a_circle_end():
    circle = with_items(
        TRAIN,
        gate={"dependencies": ("rails", "gate")},
        rails={"dependencies": ("ground", "search")},
        ground={"dependencies": ("rails", "unknown")},
    )
    note = found(train(), circle)["MAP-9", "note"]
    assert "Lay the rails (4 points) and Buy the ground (2 points)" in note.seen
    assert "12 points with the stories of Release 1." in note.seen


def test_a_prerequisite_off_the_map_without_effort_is_named_without_sums():
    case = with_capacity(with_items(TRAIN, gate={"dependencies": ("rails",)}, rails={"effort": None}), 1)
    assert found(train(), case)["MAP-9", "note"].seen.endswith("not on the map: Lay the rails.")


def test_rules_that_need_more_than_the_case_has_stand_down():
    bare = replace(TRAIN, items=tuple(BacklogItem(item.id, item.title) for item in TRAIN.items))
    notes = [one.seen for one in review(train(), bare).findings if one.level == "note"]
    assert len(notes) == 1
    assert "no dependencies or effort estimates" in notes[0]
    assert all(code in notes[0] for code in ("PRI-4", "MAP-8", "MAP-9"))
    assert ("PRI-4", "problem") not in found(train(pay="later/step-2"), without_dependencies(TRAIN))


cells = st.tuples(
    st.sampled_from([*ROWS, "x"]), st.sampled_from(["step-1", "step-2", "step-3", "outcome", "y"])
)


@given(st.dictionaries(st.sampled_from([*PLACES, "gone"]), cells))
def test_no_arrangement_breaks_a_rule_a_hint_or_the_figures(places):
    raw = {"places": [{"id": id, "row": row, "column": column} for id, (row, column) in places.items()]}
    answer = EXERCISE.read(raw)
    for case in (TRAIN, with_capacity(TRAIN, 1)):
        titles = EXERCISE.parts(case)
        for one in EXERCISE.review(answer, case).findings:
            assert all(titles[card] in one.seen for card in one.cards)
            assert one.seen[-1] in ".:"
        for step in range(len(EXERCISE.hints)):
            assert EXERCISE.hint(step, answer, case)[-1] in ".?"
        assert set(map_meters(answer, case)) == {"step-1", "step-2", "step-3", "outcome"}


# Figures, board, shipped case -------------------------------------------------------------------------


def test_the_figures_count_release_1_and_point_at_the_hole():
    meters = map_meters(EXERCISE.read(train(gate="second/step-3")), TRAIN)
    assert meters == {
        "step-1": {"text": "Release 1: 1", "over": False},
        "step-2": {"text": "Release 1: 1", "over": False},
        "step-3": {"text": "Release 1: 0", "over": True},
        "outcome": {"text": "R1: 4\u00a0pts"},
    }
    blank = map_meters(Placements(), TRAIN)
    assert not any(meter.get("over") for meter in blank.values())
    assert blank["outcome"] == {"text": ""}


def test_the_tray_does_not_give_the_order_or_the_kinds_away():
    board = story_board(TRAIN)
    titles = [card["title"] for card in board.cards]
    assert titles == sorted(titles)
    notes = {card["id"]: card["note"] for card in board.cards}
    assert (notes["desk"], notes["search"]) == ("1\u00a0pt", "3\u00a0pts")
    assert {notes[id] for id in ("find", "fares", "calm", "launch")} == {""}
    assert {tuple(card) for card in board.cards} == {("row", "column", "id", "title", "note")}


def test_facts_say_what_a_card_needs():
    facts = {name: text for name, text in story_board(TRAIN).details["sit"]}
    assert facts == {"Needs": "Pick a seat"}
    assert ["Needs", "Pay by card"] in story_board(TRAIN).details["seat"]


def test_hints_speak_of_the_map_as_it_is():
    hole = EXERCISE.read(train(gate="second/step-3"))
    assert "nothing yet for Ride the train" in EXERCISE.hint(1, hole, TRAIN)
    assert "nothing yet" not in EXERCISE.hint(1, EXERCISE.read(train()), TRAIN)
    large = EXERCISE.hint(3, EXERCISE.read(train(pay="first/step-2")), TRAIN)
    assert "comes to 6 points in all; your Release 1 takes 11 of the 24" in large


def test_the_shipped_map_hangs_together_with_its_backlog():
    case = load_case(case_folder(default_case()))
    cards, items = map_cards(case), {item.id: item for item in case.items}
    assert len(cards) <= 26
    activities = [card.id for card in cards.values() if card.kind == "activity"]
    for line in case.table("story-map"):
        item = items.get(line["id"])
        if item:
            assert (line["title"], line["effort"], line["needs"]) == (item.title, None, ())
        assert (line["activity"] in activities) is (line["kind"] == "story")
        assert (line["kind"] != "story") or item or line["effort"]
        assert {cards[id].kind for id in line["needs"]} <= {"story"}
        if line["kind"] in ("outcome", "output"):
            assert (delivery_word(line["title"]) is not None) is (line["kind"] == "output")
        if line["kind"] in ("activity", "component"):
            assert (component_word(line["title"]) is not None) is (line["kind"] == "component")


def test_the_shipped_task_names_the_user_and_the_numbers():
    case = load_case(case_folder(default_case()))
    assert "the shop owner's story: 5 activities" in EXERCISE.task_for(case)
    assert "each of the 13 stories" in EXERCISE.task_for(case)
    assert EXERCISE.task_for(TRAIN).startswith("Tell the user's story: 3 activities")


# Hostile texts ----------------------------------------------------------------------------------------


def test_texts_from_files_stay_texts():
    lines = tuple({**line, "title": f"{BAD} {line['id']}", "note": BAD} for line in TRAIN.tables["story-map"])
    items = tuple(replace(item, title=f"{BAD} {item.title}") for item in TRAIN.items)
    case = replace(TRAIN, tables={"story-map": lines}, items=items, title=BAD)
    board = story_board(case)
    board.answer = train()
    assert "<img" not in board.to_html()
    assert review(train(), case).outcome is Outcome.STRONG


def test_long_titles_are_cut_for_cards_and_sentences():
    case = with_items(TRAIN, gate={"title": "gate " * 400}, search={"title": "検索" * 300})
    assert all(len(title) <= 80 for title in EXERCISE.parts(case).values())
    seen = found(train(gate="second/step-2"), case)["MAP-5", "problem"]
    assert len(seen.seen) < 300
    assert EXERCISE.parts(case)["gate"] in seen.seen
