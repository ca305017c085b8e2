"""Now, Next, Later on backlogs that lack something, and of odd answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import lanes, with_items
from tests.exercises.plants.horizons import PLACES, RAILWAY, TEAMS, railway, row
from tests.exercises.railway import own, review, seen, with_cards
from tpm_kit.answers import Placements
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.horizons import EXERCISE, horizons_board, horizons_meters
from tpm_kit.exercises.roadmap.horizons_cards import COLUMNS, Horizons, horizon_cards

HOSTILE = "<img src=x onerror=alert(1)>\n"

# Backlogs that lack something ----------------------------------------------------------------------------


def test_without_capacity_points_are_shown_and_not_judged():
    case = own(capacity=None)
    assert "6 sprints are assumed." in EXERCISE.task_for(case)
    assert "with room" not in EXERCISE.task_for(case)
    assert horizons_meters(EXERCISE.read(railway()), case)["now"] == {"text": "15 pts"}
    result = review(railway(fair="now", warm="now"), case)
    assert {one.code for one in result.findings if one.level == "problem"} == set()
    assert result.stood_down == 2


def test_without_a_start_there_are_sprints_and_no_dates_of_them():
    case = own(sprint_start=None)
    assert [column["note"] for column in horizons_board(case).columns[:2]] == [
        "sprints 1 and 2",
        "sprints 3 to 6",
    ]
    assert seen(railway(run="next"), case) == []
    assert "by 22 February 2030" in " ".join(seen(railway(run="later", queue="later"), case, code="ROAD-11"))
    assert seen(railway(run="out", queue="later"), case, code="ROAD-11")
    nothing = own(sprint_start=None, release_date=None)
    assert seen(railway(run="later", queue="later"), nothing, code="ROAD-2") == [
        "“Trains reach the coast” stands in Later with a date, 22 February 2030."
    ]


def test_dates_stand_at_the_columns_where_they_are_known():
    notes = [column["note"] for column in horizons_board(RAILWAY).columns]
    assert notes == [
        "sprints 1 and 2, until 1 February 2030",
        "sprints 3 to 6, until 29 March 2030",
        "after the release",
        "a wish, or a thing to build",
    ]


@pytest.mark.parametrize(
    ("count", "notes"), [(1, ["sprint 1", "after sprint 1"]), (2, ["sprint 1", "sprint 2"])]
)
def test_few_sprints_make_a_short_now(count, notes):
    case = own(sprint_start=None, capacity=replace(RAILWAY.capacity, sprints=count))
    assert [column["note"] for column in horizons_board(case).columns[:2]] == notes
    assert "Now is the first sprint, with room for 10 points" in EXERCISE.task_for(case)
    assert seen(railway(), case, code="ROAD-3")[0].startswith(
        "Now holds 15 points, and the first sprint has room for 10"
    )


def test_without_estimates_and_deadlines_the_order_is_still_judged():
    bare = {item.id: {"effort": None, "deadline": None} for item in RAILWAY.items}
    case = replace(with_items(RAILWAY, **bare), own=True)
    result = review(railway(queue="later", pets="next"), case)
    assert [one.code for one in result.findings if one.level == "problem"] == ["ROAD-5"]
    assert result.stood_down == 3
    notes = {card["id"]: card["note"].replace("\u00a0", " ") for card in horizons_board(case).cards}
    assert notes == dict.fromkeys(PLACES, "") | {"fair": "by 1 May 2031"}


def test_needs_in_a_circle_end():
    case = with_items(RAILWAY, track={"dependencies": ("tickets", "track")})
    for raw in (railway(), railway(run="next"), railway(queue="out", pets="now")):
        result = review(raw, case)
        assert all(one.seen.isprintable() for one in result.findings)
    assert {"run", "queue"} == {
        id for id, card in horizon_cards(case).items() if {"run", "queue"} & {*card.needs} and id != "pets"
    }


def test_a_long_chain_of_needs_is_followed_to_its_end():
    items = [
        replace(RAILWAY.items[0], id=f"i{n}", dependencies=(f"i{n + 1}",) if n < 2999 else ())
        for n in range(3000)
    ]
    case = replace(
        RAILWAY,
        items=tuple(items),
        tables={"horizons": (row("x", "First", "i0", "Trains|0|1|"), row("y", "Last", "i2999"))},
    )
    board = Horizons(EXERCISE.read(lanes({"x": "now", "y": "now"})), case)
    assert board.end("i0") == 3000
    assert horizon_cards(case)["x"].needs == ("y",)


# Odd answers -------------------------------------------------------------------------------------------


def test_ids_that_are_gone_change_nothing():
    raw = {"places": [*railway()["places"], {"id": "gone", "row": "all", "column": "now"}]}
    assert review(raw).outcome is Outcome.STRONG
    cards = with_cards(row("know", "Riders know when to come", "print gone bell", "Riders who ask|40|10|%"))
    assert horizon_cards(cards)["know"].points == 3
    odd = {"places": [{"id": "run", "row": "all", "column": "nowhere"}]}
    assert review(odd).outcome is Outcome.INCOMPLETE
    assert horizons_meters(EXERCISE.read(odd), RAILWAY)["now"]["text"] == "0 of 20 pts"


def test_titles_are_text_and_cut():
    cards = with_cards(row("know", HOSTILE + "x" * 500, "print", f"{HOSTILE * 9}|40|10|{HOSTILE * 9}"))
    board = horizons_board(cards)
    assert "<img" not in board.to_html()
    result = review(railway(know="out"), cards)
    assert all(one.seen.isprintable() and len(one.seen) < 400 for one in result.findings)
    named = with_cards(row("self", "Self", "print", "Riders|4|1|"))
    assert review(lanes({**PLACES, "self": "now", "fair": "now"}), named).findings[0].code == "ROAD-3"


def test_a_board_without_cards_shows_no_card():
    empty = replace(RAILWAY, tables={})
    assert EXERCISE.parts(empty) == {}
    assert all(EXERCISE.hint(n, Placements(), empty)[-1] in ".?" for n in range(4))
    assert EXERCISE.review(EXERCISE.read(railway()), empty).outcome is Outcome.STRONG
    assert horizons_board(empty).cards == []


@given(
    st.dictionaries(st.sampled_from([*PLACES, "gone"]), st.sampled_from([*COLUMNS, "nowhere"])),
    st.sampled_from([RAILWAY, TEAMS, own(capacity=None), own(sprint_start=None), own(release_date=None)]),
)
def test_any_answer_gets_sound_sentences(places, case):
    answer = EXERCISE.read(lanes(places))
    titles = EXERCISE.parts(case)
    for one in EXERCISE.review(answer, case).findings:
        assert all(titles[card] in one.seen for card in one.cards)
        for text in filter(None, (one.seen, one.why, one.do)):
            assert text.isprintable()
            assert text[-1] in ".?"
            assert "  " not in text
    EXERCISE.live(answer, case)


@given(st.dictionaries(st.sampled_from([*PLACES]), st.sampled_from([*COLUMNS]), min_size=7))
def test_advice_to_move_one_card_forward_is_enough(places):
    """What ROAD-11 says to move to an earlier horizon makes the finding about that card go away."""
    for one in review(lanes(places)).findings:
        if one.code == "ROAD-11" and one.do.startswith("Move ") and " to " in one.do:
            title, _, to = one.do.removeprefix("Move ").removesuffix(".").rpartition(" to ")
            ids = [id for id, name in EXERCISE.parts(RAILWAY).items() if name == title]
            if ids:
                column = next(id for id, label in COLUMNS.items() if label == to)
                after = review(lanes({**places, ids[0]: column})).findings
                assert not [
                    f for f in after if f.code == "ROAD-11" and f.cards == one.cards and f.level == "problem"
                ]
