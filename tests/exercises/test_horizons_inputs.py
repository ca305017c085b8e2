"""Now, Next, Later on a backlog of one's own: the form that asks for outcomes, and the board made from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import lanes
from tests.exercises.plants.horizons import OWN, outcomes
from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.horizons import EXERCISE
from tpm_kit.exercises.roadmap.horizons_cards import horizon_cards
from tpm_kit.exercises.roadmap.horizons_inputs import INPUTS, figure, groups

FORM = INPUTS.exercise
BAD = "<img src=x onerror=alert(1)>"


def filled(case: Case, raw: dict | None = None, **earlier) -> Case:
    """The case as the exercise gets it once the form is filled in."""
    return EXERCISE.ground(case, {FORM.id: raw or outcomes(), **earlier}.get)


def own(*items: BacklogItem) -> Case:
    return Case("own", "Own", items, own=True)


def faults(raw, case=OWN):
    return FORM.live(FORM.read(raw), case)["faults"]


def test_a_form_asks_for_the_themes_with_their_points():
    rows = FORM.view(OWN).rows
    assert [(row["id"], row["note"]) for row in rows] == [
        ("Ride", "4 items, 19 points"),
        ("Desk", "3 items, 13 points"),
        ("Coast", "2 items, 12 points"),
    ]
    assert FORM.view(OWN).details["Desk"] == [
        ["Items", "Print timetables, Ring a bell and Sell tickets online"]
    ]
    assert FORM.task_for(OWN).startswith("Your backlog in 3 groups: say of two or more of them")


def test_two_rows_are_enough_and_a_row_that_is_begun_is_wanted_whole():
    view = FORM.view(OWN)
    view.answer = outcomes()
    assert FORM.missing(FORM.read(view.answer), OWN) == []
    one = {"cells": {"Desk": outcomes()["cells"]["Desk"]}}
    assert FORM.missing(FORM.read(one), OWN) == [f"Ride:{c}" for c in ("outcome", "measure", "from", "to")]
    begun = outcomes(Ride={"outcome": "Riders are warm"})
    assert FORM.missing(FORM.read(begun), OWN) == ["Ride:measure", "Ride:from", "Ride:to"]
    assert FORM.review(FORM.read(begun), OWN).outcome is Outcome.INCOMPLETE
    assert filled(OWN, begun).table("horizons") == ()


def test_the_board_has_an_outcome_for_each_row_and_a_feature_for_each_blank_one():
    case = filled(OWN)
    cards = horizon_cards(case)
    assert [(card.id, card.title, card.measure, card.points) for card in cards.values()] == [
        ("Desk", "Nobody queues for a ticket", "Wait at the desk: from 12 to 3 minutes", 13),
        ("Ride", "Ride", "", 19),
        ("Coast", "Trains reach the coast", "Trains a day: from 0 to 6", 12),
    ]
    assert cards["Desk"].needs == ("Coast",)
    result = EXERCISE.review(EXERCISE.read(lanes({"Coast": "now", "Desk": "now", "Ride": "out"})), case)
    assert result.outcome is Outcome.STRONG
    result = EXERCISE.review(EXERCISE.read(lanes({"Coast": "next", "Desk": "now", "Ride": "next"})), case)
    assert {one.code for one in result.findings if one.level == "problem"} == {"ROAD-1", "ROAD-5"}


def test_a_theme_of_the_wont_lane_is_not_asked_for():
    wont = lanes(dict.fromkeys(("print", "bell", "tickets"), "wont"))
    case = FORM.ground(OWN, {"moscow": wont}.get)
    assert [group.id for group in groups(case)] == ["Ride", "Coast"]
    everything = lanes(dict.fromkeys((item.id for item in OWN.items), "wont"))
    assert len(groups(FORM.ground(OWN, {"moscow": everything}.get))) == 3


def test_six_groups_are_asked_for_and_those_filled_in_stay():
    items = [BacklogItem(f"i{n}", f"Title {n}", theme=f"Theme {n}", effort=20 - n) for n in range(9)]
    case = own(*items)
    assert [group.id for group in groups(case)] == [f"Theme {n}" for n in range(6)]
    typed = {"cells": {"Theme 8": {"outcome": "More riders"}}}
    assert [group.id for group in groups(FORM.ground(case, {FORM.id: typed}.get))] == [
        *(f"Theme {n}" for n in range(5)),
        "Theme 8",
    ]


def test_labels_and_then_titles_stand_in_for_themes():
    labelled = [
        replace(item, theme="One", labels=(label,)) for item, label in zip(OWN.items, "aabbb", strict=False)
    ]
    assert [group.id for group in groups(own(*labelled))] == ["b", "a"]
    plain = [BacklogItem(f"i{n}", f"Title {n}") for n in range(9)]
    assert [group.id for group in groups(own(*plain))] == [f"Title {n}" for n in range(6)]
    assert FORM.view(own(*plain)).rows[0]["note"] == "1 item"


def test_one_item_is_one_row():
    case = own(BacklogItem("only", "Only one"))
    raw = {"cells": {"Only one": {"outcome": "More riders", "measure": "Riders", "from": "1", "to": "2"}}}
    assert FORM.review(FORM.read(raw), case).outcome is Outcome.STRONG
    assert FORM.review(Cells(), case).outcome is Outcome.NOT_ATTEMPTED
    assert "size" not in FORM.review(FORM.read(raw), case).findings[0].seen
    assert len(filled(case, raw).table("horizons")) == 1


def test_points_of_items_without_an_estimate_are_left_out():
    case = own(*(replace(item, effort=None if item.id == "tickets" else item.effort) for item in OWN.items))
    rows = {row["id"]: row["note"] for row in FORM.view(case).rows}
    assert rows["Desk"] == "3 items, 3 points"
    assert horizon_cards(filled(case))["Desk"].unsized == ("Sell tickets online",)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("620", 620, ""),
        ("91,5 %", 91.5, "%"),
        ("1,900 tickets", 1900, "tickets"),
        ("0", 0, ""),
        ("-3", None, None),
        ("", None, None),
        ("many", None, None),
        ("1e999", None, None),
        ("9" * 30, None, None),
    ],
)
def test_a_figure_is_read_as_people_type_it(text, value, unit):
    read = figure(text)
    assert (read.value, read.unit) == (value, unit) if value is not None else read is None


@pytest.mark.parametrize(
    ("changes", "cell", "says"),
    [
        ({"outcome": "Ship the new desk"}, "outcome", "says what the team delivers (“ship”)"),
        ({"outcome": "?"}, "outcome", "“?” says nothing yet. Write it in words"),
        ({"measure": "n/a"}, "measure", "“n/a” says nothing yet."),
        ({"from": "a lot"}, "from", "“a lot” is no figure. Give a number of 0 or more"),
        ({"to": "12"}, "to", "It is 12 today as well, so nothing would change. Give the figure to reach."),
        ({"from": "12 %", "to": "3 minutes"}, "to", "“3 minutes” and “12 %” are in different units."),
        ({"from": "1,200", "to": "1200"}, "to", "It is 1,200 today as well"),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(changes, cell, says):
    raw = outcomes(Desk=changes)
    assert list(faults(raw)) == ["Desk"]
    assert faults(raw)["Desk"][cell].startswith("“") or cell == "to"
    assert says in faults(raw)["Desk"][cell]
    assert FORM.review(FORM.read(raw), OWN).outcome is Outcome.NEEDS_WORK
    assert filled(OWN, raw).table("horizons") == ()
    assert "ROAD-17" not in {one.code for one in FORM.review(FORM.read(raw), OWN).findings}


@given(
    st.dictionaries(
        st.sampled_from(["Ride", "Desk", "gone", BAD]),
        st.dictionaries(
            st.sampled_from(["outcome", "measure", "from", "to", "more"]),
            st.text(min_size=1, max_size=80)
            | st.sampled_from([BAD, "5", "12 %", "x" * 2000, "\u202e\u0000"]),
        ),
    )
)
def test_any_text_in_any_cell_gets_an_answer(cells):
    raw = {"cells": {row: typed for row, typed in cells.items() if typed}}
    result = FORM.review(FORM.read(raw), OWN)
    assert all(one.seen.isprintable() and len(one.seen) < 700 for one in result.findings)
    named = {card for one in result.findings if one.level == "problem" for card in one.cards}
    found = faults(raw)
    assert {f"{row}:{column}" for row, columns in found.items() for column in columns} == named
    case = filled(OWN, raw)
    if case.table("horizons"):
        assert "<img" not in EXERCISE.view(case).to_html()
        assert all(len(title) <= 80 for title in EXERCISE.parts(case).values())


def test_a_theme_is_text_and_cut_to_a_title():
    long = BAD + "x" * 500
    case = own(*(replace(item, theme=long if item.theme == "Desk" else item.theme) for item in OWN.items))
    name = next(group.id for group in groups(case) if group.id.startswith("<img"))
    assert len(name) <= 80
    raw = {"cells": {"Coast": outcomes()["cells"]["Coast"], name: outcomes()["cells"]["Desk"]}}
    assert FORM.review(FORM.read(raw), case).outcome is Outcome.STRONG
    assert "<img" not in FORM.view(case).to_html()
    assert name in EXERCISE.parts(filled(case, raw))


def test_rows_have_the_columns_of_the_table():
    from tpm_kit.case_tables import TABLES

    assert all(set(row) == set(TABLES["horizons"].columns) for row in filled(OWN).table("horizons"))
