"""The roadmap on backlogs of one's own, and on hostile answers."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY, BARE, with_items
from tests.exercises.plants.roadmap import HARBOUR, OWN, PLACES, chosen, harbour, needing, sizes
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Capacity, Case, case_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.plan import INPUTS_ID, planned
from tpm_kit.exercises.roadmap.roadmap import EXERCISE
from tpm_kit.exercises.roadmap.roadmap_board import MOST_ROWS, rows

BAD = "<img src=x onerror=alert(1)>"
INPUTS = EXERCISE.inputs


def review(raw, case=HARBOUR):
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw, case=HARBOUR):
    return {(one.code, one.level): one for one in review(raw, case).findings}


# Backlogs of one's own --------------------------------------------------------------------------------


def own(**fields):
    stored = {INPUTS_ID: sizes(), **{id: answer.raw() for id, answer in OWN.earlier.items()}}
    return EXERCISE.ground(replace(OWN, earlier={}, **fields), stored.get)


def test_sizes_are_asked_for_where_the_backlog_lacks_them_and_only_there():
    stored = {id: answer.raw() for id, answer in OWN.earlier.items()}
    assert EXERCISE.asks(OWN, stored.get)
    assert not EXERCISE.ground(OWN, stored.get).table("plan")
    assert own().table("plan")
    sized = with_items(OWN, **{item.id: {"effort": 1} for item in OWN.items})
    assert not EXERCISE.asks(sized, stored.get)
    unplanned = with_items(sized, flag={"effort": None})
    assert not EXERCISE.asks(unplanned, stored.get)
    assert INPUTS.exercise.task_for(with_items(sized, pier={"effort": None})).startswith(
        "How large is this one of"
    )
    assert EXERCISE.asks(unplanned, {**stored, "top-five": chosen("top", "flag").raw()}.get)
    assert not EXERCISE.asks(load_case(case_folder("paylane")), lambda id: None)


def test_the_table_asks_for_the_planned_items_that_have_no_size():
    table = INPUTS.exercise.view(OWN)
    assert [row["id"] for row in table.rows] == ["pier", "wires", "lamps", "boat", "nets"]
    assert INPUTS.exercise.task_for(OWN).startswith("How large are these 5 of the 6 planned items?")
    half = INPUTS.exercise.read({"cells": {"pier": {"points": "8"}, "boat": {"person": "Eva"}}})
    assert INPUTS.exercise.review(half, OWN).outcome is Outcome.INCOMPLETE
    assert INPUTS.exercise.live(INPUTS.exercise.read(sizes(boat="big")), OWN)["faults"].keys() == {"boat"}
    assert "smallest is Mend the nets with 2.5" in INPUTS.exercise.hint(0, INPUTS.exercise.read(sizes()), OWN)


def test_an_own_backlog_without_dates_and_capacity_says_what_it_cannot_judge():
    case = own()
    task = EXERCISE.task_for(case)
    assert "Plan the 6 items (26.5 points) into 6 sprints of 6 points so that" in task
    assert "Your backlog names no capacity: 6 sprints are assumed" in task
    board = EXERCISE.view(case)
    assert [column["label"] for column in board.columns] == [f"Sprint {n}" for n in range(1, 7)]
    assert not any("note" in column for column in board.columns)
    raw = Placements.of({id: place for id, place in PLACES.items() if id not in ("fair", "opening")}).raw()
    findings = found(raw, case)
    stood_down = findings["", "note"]
    assert "no start of the first sprint" in stood_down.seen
    assert "ROAD-6" in stood_down.seen
    assert "ROAD-11" in stood_down.seen
    assert stood_down.do.endswith("sprint_start= gives use_backlog the start of the first sprint.")


def test_of_an_assumed_capacity_too_much_is_a_caution():
    case = own()
    raw = Placements.of({**PLACES, "boat": "Boats/sprint-3", "pier": "Quay/sprint-2"}).raw()
    findings = found(raw, case)
    assert ("LOAD-1", "problem") not in findings
    assert "more than the 6 that are assumed" in findings["LOAD-1", "caution"].seen
    assert "the team can finish 6 points in one sprint" in findings["LOAD-2", "caution"].seen


def test_persons_typed_for_an_own_backlog_cannot_be_in_two_places():
    cells = sizes()["cells"]
    cells["pier"]["person"] = cells["boat"]["person"] = "Eva"
    stored = {INPUTS_ID: {"cells": cells}, **{id: answer.raw() for id, answer in OWN.earlier.items()}}
    case = EXERCISE.ground(OWN, stored.get)
    raw = Placements.of({**PLACES, "boat": "Boats/sprint-3"}).raw()
    assert found(raw, case)["ROAD-10", "problem"].seen.startswith("Eva is on 2 bars at once in sprint 3: ")


def test_nothing_known_but_titles():
    raw = Placements.of({item.id: "No theme/sprint-1" for item in BARE.items}).raw()
    result = review(raw, BARE)
    notes = [one.seen for one in result.findings]
    assert any(note.startswith("Nobody has said how large these items are") for note in notes)
    assert result.outcome is Outcome.STRONG


def test_many_themes_share_a_row_and_odd_ones_keep_apart():
    items = tuple(BacklogItem(f"i{n}", f"Item {n}", theme=f"Theme {n}", effort=1) for n in range(12))
    case = Case("themes", "Themes", items, own=True)
    plan = planned(case)
    assert len(rows(plan)) == MOST_ROWS
    assert list(rows(plan))[-1] == "Other themes"
    raw = Placements.of({"i11": "Other themes/sprint-1", "i0": "Theme 0/sprint-2"}).raw()
    assert ("ROAD-12", "caution") not in found(raw, case)
    raw = Placements.of({"i11": "Theme 0/sprint-1"}).raw()
    assert "Item 11 (in Theme 0, its theme is Other themes)" in found(raw, case)["ROAD-12", "caution"].seen
    odd = with_items(HARBOUR, boat={"theme": "Dates"}, nets={"theme": "Quay/Lights"}, crane={"theme": ""})
    assert rows(planned(odd)) == {
        "dates": "Dates",
        "No theme": "No theme",
        "Quay": "Quay",
        "Lights": "Lights",
        "Dates (theme)": "Dates",
        "Quay/Lights": "Quay/Lights",
    }
    board = EXERCISE.view(odd)
    board.answer = harbour(nets="Quay/Lights/sprint-5", boat="Dates (theme)/sprint-4")
    assert ("ROAD-12", "caution") not in found(board.answer, odd)
    assert ("ROAD-12", "caution") in found(harbour(crane="dates/sprint-1"), odd)


def test_a_backlog_without_musts_that_does_not_fit_has_a_sound_plan():
    items = tuple(BacklogItem(f"i{n}", f"Item {n}", theme="All", effort=8) for n in range(3))
    case = Case("own", "Own", items, own=True, capacity=Capacity(2, 10, 1.0))
    assert "What does not fit may stay in the tray. Planned: the first items" in EXERCISE.task_for(case)
    two = Placements.of({"i0": "All/sprint-1", "i1": "All/sprint-2"}).raw()
    assert review(two, case).outcome is Outcome.STRONG
    assert "Not on this roadmap: Item 2" in found(two, case)["ROAD-13", "note"].seen
    three = Placements.of({"i0": "All/sprint-1", "i1": "All/sprint-2", "i2": "All/sprint-2"}).raw()
    assert found(three, case)["ROAD-9", "caution"].do == (
        "What no Must needs can go back into the tray: Item 0, Item 1 and Item 2."
    )


# Hostile answers --------------------------------------------------------------------------------------

CIRCLE = needing(crane=("pier", "nets"), nets=("crane", "nets"))
UNKNOWN = with_items(HARBOUR, pier={"effort": None}, nets={"effort": 1e9}, boat={"deadline": None})
CASES = (
    HARBOUR,
    CIRCLE,
    UNKNOWN,
    replace(HARBOUR, sprint_start=None),
    replace(HARBOUR, teams=()),
    BAKERY,
    BARE,
)
where = st.tuples(
    st.sampled_from(["Quay", "Boats", "dates", "gone", "No theme"]),
    st.sampled_from([*(f"sprint-{n}" for n in range(8)), "must"]),
    st.integers(1, 1000),
)


@given(st.dictionaries(st.sampled_from([*PLACES, "gone", "oven", "salt"]), where), st.sampled_from(CASES))
def test_no_arrangement_breaks_a_rule_a_hint_or_the_figures(places, case):
    raw = {
        "places": [
            {"id": id, "row": row, "column": column, "span": span}
            for id, (row, column, span) in places.items()
        ]
    }
    answer = EXERCISE.read(raw)
    titles = EXERCISE.parts(case)
    for one in EXERCISE.review(answer, case).findings:
        assert all(titles[card].casefold() in one.seen.casefold() for card in one.cards)
        assert one.seen[-1] in ".:"
        assert "  " not in f"{one.seen}{one.why}{one.do}"
    for step in range(len(EXERCISE.hints)):
        assert EXERCISE.hint(step, answer, case)[-1] in ".?"
    live = EXERCISE.live(answer, case)
    assert set(live) == {f"sprint-{n}" for n in planned(case).numbers} | {"links", "outlined"}
    assert set(live["outlined"]) <= set(titles)
    assert {(link["from"] in titles, link["to"] in titles) for link in live["links"]} <= {(True, True)}
    plot = EXERCISE.plotted(answer, case)
    assert {len(load) for _, load, _ in plot["teams"]} == {planned(case).count}


def test_texts_from_files_stay_texts():
    case = with_items(HARBOUR, pier={"title": BAD, "theme": BAD})
    board = EXERCISE.view(case)
    board.answer = harbour(pier=f"{BAD}/sprint-2 x2")
    board.acknowledge(EXERCISE.live(EXERCISE.read(board.answer), case))
    assert "<img" not in board.to_html()
    long = with_items(HARBOUR, pier={"title": "pier " * 400}, crane={"title": "検索" * 300})
    assert all(len(title) <= 80 for title in EXERCISE.parts(long).values())
    assert len(found(harbour(pier="Quay/sprint-1 x2"), long)["ROAD-5", "problem"].seen) < 400


def test_a_large_backlog_is_judged_without_trying_every_path():
    items = tuple(
        BacklogItem(
            f"i{n}",
            f"Item {n}",
            theme=f"Theme {n % 40}",
            effort=3,
            deadline=datetime.date(2030, 2, 1 + n % 28),
            dependencies=tuple(f"i{m}" for m in range(max(0, n - 3), n)),
        )
        for n in range(500)
    )
    case = Case("large", "Large", items, own=True, sprint_start=datetime.date(2030, 1, 7))
    raw = Placements.of({item.id: f"{item.theme}/sprint-{1 + n % 6}" for n, item in enumerate(items)}).raw()
    answer = EXERCISE.read(raw)
    assert EXERCISE.review(answer, case).findings
    assert EXERCISE.live(answer, case)["links"]
