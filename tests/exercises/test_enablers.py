"""The technical roadmap: its board, its lines, its sums, and what it makes of odd plans and a backlog of
one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.planting import lanes, with_items
from tests.exercises.plants.enablers import FERRY, OWN, ferry, named, roadmap, with_enabler, with_roadmap
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case, cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap import enablers_inputs
from tpm_kit.exercises.roadmap.enablers import EXERCISE
from tpm_kit.exercises.roadmap.enablers_cards import Layout, enablers, features
from tpm_kit.exercises.roadmap.standing_plan import standing

FORM = EXERCISE.inputs.exercise
HOSTILE = "<img src=x onerror=alert(1)>"
PAYLANE = load_case(cases_folder() / "paylane")


def review(raw, case=FERRY):
    return EXERCISE.review(EXERCISE.read(raw), case)


def live(raw, case=FERRY):
    return EXERCISE.live(EXERCISE.read(raw), case)


def links(raw, case=FERRY):
    return {(one["from"], one["to"]): one["level"] for one in live(raw, case)["links"]}


def codes(result, *levels):
    return [one.code for one in result.findings if one.level in (levels or ("problem", "caution"))]


def test_the_features_stand_fixed_in_their_sprints_and_the_enablers_in_the_tray():
    board = EXERCISE.view(FERRY)
    cards = {card["id"]: card for card in board.cards}
    fixed = {
        id: (card["row"], card["column"], card["span"]) for id, card in cards.items() if card.get("fixed")
    }
    assert fixed == {
        "sail": ("features", "sprint-2", 1),
        "map": ("features", "sprint-2", 2),
        "crew": ("features", "sprint-5", 1),
    }
    assert {id for id, card in cards.items() if not card["column"]} == {"keel", "dock", "gate", "mast"}
    assert board.answer == {"places": []}
    assert [row["id"] for row in board.rows] == ["features", "data", "interface", "platform"]
    assert [column["label"] for column in board.columns] == [*(f"Sprint {n}" for n in range(1, 6)), "Not now"]
    facts = dict(map(tuple, board.details["gate"]))
    assert (facts["Needed by"], facts["Needs"], facts["Size"]) == (
        "Call the crew",
        "Build the dock",
        "2 points, Blue",
    )


def test_a_line_is_broken_while_its_enabler_is_not_done_in_time():
    sound = links(ferry())
    assert sound == {
        ("keel", "sail"): "",
        ("dock", "map"): "",
        ("gate", "crew"): "",
        ("dock", "gate"): "",
    }
    assert links(ferry(dock="platform/sprint-2"))["dock", "map"] == "problem"
    assert links(ferry(dock="platform/later")) == {
        **sound,
        ("dock", "map"): "problem",
        ("dock", "gate"): "problem",
    }
    assert links(ferry(gate="interface/sprint-5"))["gate", "crew"] == "problem"
    assert links(ferry(gate="interface/sprint-1"))["dock", "gate"] == "problem"
    assert set(links({"places": []}).values()) == {""}


def test_the_load_above_a_sprint_is_that_of_features_and_enablers():
    meters = live(ferry())
    assert meters["sprint-1"] == {"text": "10 / 20\u00a0pts", "share": 0.5, "over": False}
    assert meters["sprint-2"]["text"] == "12.5 / 20\u00a0pts"
    assert meters["sprint-5"]["text"] == "5 / 20\u00a0pts"
    assert "later" not in meters
    over = live(ferry(mast="platform/sprint-1"))["sprint-1"]
    assert over == {"text": "15 / 20\u00a0pts · Blue over", "share": 0.75, "over": True}


def test_what_holds_is_said_with_its_sums():
    result = review(ferry())
    assert result.outcome is Outcome.STRONG
    assert [one.seen for one in result.findings] == [
        "3 enablers are done before the 3 features that need them. 3 of them may not slip by a sprint.",
        "The enablers take 12 points beside the 22 of the features. Fullest is Blue in sprint 1, with 6 of "
        "10.",
        "Left for later, since no feature on the roadmap needs it: Raise the mast.",
    ]


def test_an_enabler_that_only_another_one_needs_is_no_work_for_its_own_sake():
    case = with_enabler(FERRY, "dock", unlocks=("radio",))
    assert codes(review(ferry(), case)) == ["TECH-2"]
    assert Layout(EXERCISE.read(ferry()), case).wanted() == {"keel", "dock", "gate"}
    both = with_enabler(case, "gate", unlocks=("radio",))
    cautions = [one.cards for one in review(ferry(), both).findings if one.code == "TECH-1" and one.cards]
    assert cautions == [("dock",), ("gate",)]


def test_an_early_enabler_is_let_be_where_no_later_sprint_has_room():
    early = ferry(gate="interface/sprint-2")
    assert codes(review(early)) == ["TECH-2"]
    full = with_items(with_roadmap(FERRY, sail="2 x3", map="2 x2", crew="5"), sail={"effort": 30})
    assert "TECH-2" not in codes(review(early, full))
    assert codes(review(early, with_enabler(FERRY, "gate", effort=None)), "note") == ["LOAD-1", "TECH-2"]


def test_a_feature_that_no_enabler_can_be_in_time_for_has_to_move():
    case = with_roadmap(FERRY, sail="1", map="2 x2", crew="5")
    (problem,) = [
        one for one in review(ferry(), case).findings if one.code == "ROAD-8" and one.level == "problem"
    ]
    assert problem.do == (
        "As long as it is, it cannot be done before the end of sprint 1. So either it gets shorter, or Sell "
        "tickets moves to sprint 2 or later on your roadmap (6.2)."
    )
    last = with_roadmap(FERRY, sail="2", map="2 x2", crew="1")
    late = with_enabler(last, "gate", needs=("dock", "map"))
    text = next(
        one.do for one in review(ferry(gate="interface/sprint-4 x2"), late).findings if one.code == "ROAD-8"
    )
    assert (
        "cannot be done before the end of sprint 5. It needs Build the dock and Show the map first." in text
    )
    assert "Call the crew moves out of this plan" in text


def test_an_enabler_can_need_a_feature():
    case = with_enabler(FERRY, "gate", needs=("map",))
    (problem,) = [
        one for one in review(ferry(gate="interface/sprint-3"), case).findings if one.level == "problem"
    ]
    assert problem.seen == "Set the gate starts in sprint 3, but needs Show the map, which ends in sprint 3."
    assert problem.cards == ("gate",)
    assert review(ferry(), case).outcome is Outcome.STRONG


def test_a_circle_is_called_one_and_ends():
    case = with_items(FERRY, keel={"dependencies": ("sail",)})
    case = with_enabler(with_enabler(case, "dock", needs=("gate",)), "mast", needs=("mast",))
    result = review(ferry(), case)
    assert any(
        "Sell tickets needs it in turn, so that neither can begin." in one.why for one in result.findings
    )
    assert codes(result).count("ROAD-5") == 2


def test_the_roadmap_of_the_learner_counts_once_it_is_complete():
    stored = {"roadmap": roadmap(**{"PL-05": "3"}).raw()}
    assert standing(EXERCISE.ground(PAYLANE, lambda id: None)).whose.startswith(
        "the worked roadmap, since you have"
    )
    partly = EXERCISE.ground(PAYLANE, stored.get)
    assert standing(partly).whose == "the worked roadmap, since yours is not complete (6.2)"
    assert features(partly)["PL-05"].start == 2
    assert "since yours is not complete" in EXERCISE.task_for(partly)
    places = {id: str(bar.start) for id, bar in standing(partly).bars.items()} | {"PL-05": "3"}
    mine = EXERCISE.ground(PAYLANE, {"roadmap": roadmap(**places).raw()}.get)
    assert standing(mine).whose == "your roadmap (6.2)"
    assert features(mine)["PL-05"].start == 3
    assert set(features(mine)) == {item.id for item in standing(mine).plan.items} - {"PL-11", "PL-16"}


def test_the_facts_of_the_case_fit_its_backlog():
    known = enablers(EXERCISE.ground(PAYLANE, lambda id: None))
    assert known["PL-16"].unlocks == ("PL-05", "PL-13", "PL-25")
    assert known["PL-11"].unlocks == ("PL-03",)
    assert (known["PL-11"].effort, known["PL-11"].team) == (8, "Ledger")
    assert known["EN-6"].unlocks == ()
    assert known["EN-6"].elsewhere == ("Split the payment service in two",)
    teams = {team.name for team in PAYLANE.teams}
    assert {one.team for one in known.values()} <= teams
    assert len(known) == 8


@pytest.mark.parametrize(
    "raw",
    [
        {"places": [{"id": "gone", "row": "data", "column": "sprint-1"}]},
        {"places": [{"id": "sail", "row": "data", "column": "sprint-1"}]},
        {"places": [{"id": "keel", "row": "nowhere", "column": "sprint-99", "span": 1000}]},
        {"places": [{"id": "keel", "row": "features", "column": "sprint-5", "span": 1000}]},
        {"places": [{"id": "keel", "row": "data", "column": "later", "span": 3}]},
        {"places": [{"id": "keel", "row": "data", "column": HOSTILE}]},
    ],
)
def test_places_that_the_board_lacks_do_not_count(raw):
    result = review(raw)
    assert result.outcome in (Outcome.INCOMPLETE, Outcome.NEEDS_WORK)
    assert live(raw)["sprint-1"]["text"]
    board = Layout(EXERCISE.read(raw), FERRY)
    assert all(bar.end <= 5 for bar in board.bars.values())
    assert all(EXERCISE.hint(step, EXERCISE.read(raw), FERRY)[-1] in ".?" for step in range(4))


def test_a_roadmap_with_ids_that_are_gone_leaves_them_out():
    case = with_roadmap(FERRY, gone="1", sail="2", crew="77")
    assert set(features(case)) == {"sail"}
    assert "no sprint there" in EXERCISE.task_for(case)
    assert review(ferry(), case).outcome is not Outcome.INCOMPLETE


def test_a_backlog_of_ones_own_is_asked_for_its_enablers():
    stored = {"moscow": lanes(dict.fromkeys(("sail", "map", "crew"), "must")), "enablers-inputs": named()}
    stored["roadmap"] = roadmap(sail="2", map="2 x2", crew="5").raw()
    assert EXERCISE.ground(OWN, {}.get).table("enablers") == ()
    case = EXERCISE.ground(OWN, stored.get)
    assert list(enablers(case)) == ["keel", "enabler 2"]
    assert enablers(case)["keel"].unlocks == ("sail",)
    assert enablers(case)["enabler 2"].unlocks == ("map", "crew")
    answer = Placements.of({"keel": "data/sprint-1", "enabler 2": "platform/sprint-1"}).raw()
    view = EXERCISE.view(case)
    view.answer = answer
    assert EXERCISE.missing(EXERCISE.read(view.answer), case) == []
    assert review(answer, case).outcome is Outcome.STRONG
    late = Placements.of({"keel": "data/sprint-1", "enabler 2": "platform/sprint-2"}).raw()
    assert codes(review(late, case)) == ["ROAD-8"]


def test_without_a_roadmap_the_board_says_so():
    case = EXERCISE.ground(OWN, {"enablers-inputs": named(), "moscow": OWN.earlier["moscow"].raw()}.get)
    assert "build it in 6.2" in EXERCISE.task_for(case)
    answer = Placements.of({"keel": "data/sprint-1", "enabler 2": "platform/sprint-1"}).raw()
    result = review(answer, case)
    assert [one.seen[:24] for one in result.findings if one.code == "ROAD-8"] == ["No feature has a sprint "]
    assert result.outcome is Outcome.STRONG


def test_what_may_be_an_enabler_is_named_and_not_assumed():
    items = {
        "map": {"labels": ("ui", "platform")},
        "crew": {"theme": "Our API"},
        "radio": {"theme": "Therapist"},
    }
    case = with_items(replace(OWN, earlier={}), **items)
    assert [item.id for item in enablers_inputs.likely(case)] == ["keel", "map", "crew"]
    notes = [row["note"] for row in FORM.view(case).rows]
    assert notes == ["perhaps: Mend the keel", "perhaps: Show the map", "perhaps: Call the crew", "", ""]


def test_two_enablers_that_build_on_each_other_are_put_in_order():
    raw = named(enabler_2={"unlocks": "keel", "also": ""})
    case = EXERCISE.ground(OWN, {"enablers-inputs": raw, "moscow": OWN.earlier["moscow"].raw()}.get)
    assert enablers(case)["keel"].needs == ("enabler 2",)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (named(enabler_3={"kind": "data"}), "Enabler 3: what it is. It is blank."),
        (named(enabler_3={"what": "Paint it"}), "Enabler 3: kind. It is not chosen."),
        (named(enabler_1={"unlocks": "gone"}), "Enabler 1: unlocks. It is not chosen."),
        (named(enabler_1={"kind": HOSTILE}), "Enabler 1: kind. It is not chosen."),
        (named(enabler_2={"points": "1e999"}), "Enabler 2: points. “1e999” is no number of points"),
        (named(enabler_2={"points": "-4"}), "Enabler 2: points. “-4” is no number of points"),
    ],
)
def test_half_a_row_is_named(raw, says):
    result = FORM.review(FORM.read(raw), OWN)
    assert result.outcome in (Outcome.NEEDS_WORK, Outcome.INCOMPLETE)
    assert any(one.seen.startswith(says) for one in result.findings)
    assert EXERCISE.ground(OWN, {"enablers-inputs": raw}.get).table("enablers") == ()


def test_faults_stand_at_the_cells_that_hold_something():
    raw = named(enabler_2={"points": "large"}, enabler_3={"what": "Paint it"})
    assert FORM.live(FORM.read(raw), OWN)["faults"] == {
        "enabler 2": {
            "points": "“large” is no number of points above 0 and up to 1,000. Write a number, or leave the "
            "cell blank."
        }
    }


@pytest.mark.parametrize("count", [0, 1, 2, 200])
def test_a_bare_backlog_of_any_size_works(count):
    items = tuple(
        BacklogItem(f"i{n}", HOSTILE if n % 2 else f"Item {n} " * 60, dependencies=("gone", f"i{n}"))
        for n in range(count)
    )
    case = Case("own-x", "X", items, own=True)
    raw = {"cells": {"enabler 1": {"what": f"Shelf {HOSTILE}", "kind": "data", "unlocks": "i0"}}}
    assert len(FORM.view(case).rows) == 5
    assert (FORM.review(FORM.read(raw), case).outcome is Outcome.STRONG) is bool(count)
    full = EXERCISE.ground(case, {"enablers-inputs": raw, "roadmap": roadmap(i0="2").raw()}.get)
    answer = EXERCISE.read(Placements.of({"enabler 1": "data/sprint-2"}).raw())
    assert HOSTILE not in EXERCISE.view(full).to_html()
    assert EXERCISE.task_for(full)[-1] in ".?"
    assert codes(EXERCISE.review(answer, full), "problem") == ["ROAD-8"] * bool(count)


def test_a_long_chain_of_needs_ends():
    items = tuple(BacklogItem(f"i{n}", f"Item {n}", dependencies=(f"i{(n + 1) % 300}",)) for n in range(300))
    rows = tuple({**FERRY.table("enablers")[0], "id": item.id} for item in items)
    case = Case("long", "Long", items, tables={"enablers": rows})
    answer = EXERCISE.read(Placements.of({item.id: "data/sprint-2" for item in items}).raw())
    assert EXERCISE.review(answer, case).outcome is Outcome.NEEDS_WORK
    assert EXERCISE.live(answer, case)["sprint-2"]
