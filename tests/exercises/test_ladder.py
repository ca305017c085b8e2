"""The ladder: every card and place, two tracks, the learner's own step, hostile and odd answers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.ladder import placed
from tpm_kit.answers import Placements
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.career.ladder import EXERCISE, ladder_solution
from tpm_kit.exercises.career.ladder_cards import DUTIES, LADDER, OWN, SCOPES, TITLES, TRACKS

HOSTILE = "<img src=x onerror=alert(1)>"
PLACES = list(product(TRACKS, SCOPES))


def review(raw, case=BAKERY):
    return EXERCISE.review(EXERCISE.read(raw), case)


def test_what_fits_on_both_sides_of_a_place_is_said_to_be_neither_wider_nor_narrower():
    (one,) = said(placed(only="ic/line"), "LADDER-1")
    assert "show something else." in one.seen


def said(raw, code, case=BAKERY):
    return [one for one in review(raw, case).findings if one.code == code and one.level != "good"]


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.id)
def test_a_card_is_right_in_its_places_and_in_no_other(duty):
    for track, scope in PLACES:
        findings = review(placed(**{duty.id: f"{track}/{scope}"})).findings
        problems = [one for one in findings if one.level == "problem"]
        assert bool(problems) is ((track, scope) not in duty.places)
        assert all(one.cards == (duty.id,) for one in problems)
        assert {one.code for one in problems} <= ({"LADDER-3"} if duty.title else {"LADDER-1", "LADDER-2"})


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.id)
def test_the_words_that_are_quoted_stand_on_the_card(duty):
    assert duty.width in duty.text
    assert duty.people in duty.text
    assert duty.title in duty.text
    assert len(duty.text) <= 110
    assert duty.people or all(track == "ic" for track, _ in duty.places)
    assert duty.why[-1] == "."


@pytest.mark.parametrize("duty", [one for one in DUTIES if not one.title], ids=lambda duty: duty.id)
def test_a_finding_does_not_name_the_right_scope(duty):
    (track, right), *others = duty.places
    if others:
        return
    for scope in set(SCOPES) - {right}:
        (one,) = said(placed(**{duty.id: f"{track}/{scope}"}), "LADDER-1")
        assert f"in {SCOPES[right]}," not in f"{one.seen} {one.do}"
        wide = list(SCOPES).index(right) > list(SCOPES).index(scope)
        assert ("wider" if wide else "narrower") in one.seen


def test_there_are_cards_for_every_scope_and_track_and_for_the_traps():
    firsts = {duty.places[0] for duty in DUTIES}
    assert firsts == set(PLACES) - {("manager", "feature")}
    assert sum(bool(duty.title) for duty in DUTIES) == 2
    assert [len(duty.places) for duty in DUTIES].count(2) == 3
    assert len(TITLES) == len(DUTIES) + 2


def test_a_card_with_two_places_is_judged_in_both():
    for duty in DUTIES:
        told = []
        for place in duty.places:
            findings = review(placed(**{duty.id: "/".join(place)})).findings
            told += [one.seen for one in findings if one.code == "LADDER-4" and one.cards == (duty.id,)]
        assert len(set(told)) == (2 if len(duty.places) == 2 else 0)


@pytest.mark.parametrize(
    ("now", "then", "level", "says"),
    [
        ("ic/product", "ic/product", "note", "That is the same place."),
        ("ic/feature", "ic/product", "note", "That is one step wider."),
        ("ic/feature", "ic/line", "caution", "That is two steps wider."),
        ("ic/feature", "ic/portfolio", "caution", "That is three steps wider."),
        ("ic/line", "ic/product", "note", "That is one step narrower."),
        (
            "ic/line",
            "manager/line",
            "note",
            "from where nobody reports to them to where others report to them.",
        ),
        (
            "manager/line",
            "ic/line",
            "note",
            "from where others report to them to where nobody reports to them.",
        ),
        ("ic/product", "manager/line", "note", "That is one step wider and a change of track"),
    ],
)
def test_the_own_step_is_measured(now, then, level, says):
    (one,) = said(placed(me_now=now, me_next=then), "LADDER-5")
    assert one.level == level
    assert says in one.seen
    assert LADDER in one.why
    assert one.do[-1] == "."


def test_a_far_step_can_be_accepted_with_a_reason():
    raw = placed(me_now="ic/feature", me_next="ic/portfolio")
    (step,) = said(raw, "LADDER-5")
    reasons = {step.key: Reason("We are four people, and there is no step between.", step.seen)}
    assert review(raw).outcome is Outcome.NEEDS_WORK
    assert EXERCISE.review(EXERCISE.read(raw), BAKERY, reasons).outcome is Outcome.TRADE_OFF


def test_the_ladder_has_the_years_of_its_source_and_overlaps():
    years = re.findall(r"(\d+) to (\d+) years", LADDER)
    assert [(int(low), int(high)) for low, high in years] == [(0, 2), (2, 5), (5, 10), (10, 15), (13, 18)]
    assert "director of product 13 to 18 years; above it senior director" in LADDER


def test_the_lanes_count_duties_only():
    live = EXERCISE.live(EXERCISE.read(placed()), BAKERY)
    counts = {id: meter["text"] for id, meter in live.items()}
    assert counts == {
        "feature": "4 duties",
        "product": "3 duties",
        "line": "4 duties",
        "portfolio": "3 duties",
    }
    assert EXERCISE.live(EXERCISE.read(None), BAKERY)["line"] == {"text": "0 duties"}


def test_the_hints_lead_to_what_lies_wrong():
    blank, wrong, right = (EXERCISE.read(raw) for raw in (None, placed(mentor="manager/line"), placed()))
    assert "4 are a manager's, and one fits both rows" in EXERCISE.hint(1, blank, BAKERY)
    assert EXERCISE.hint(2, blank, BAKERY).startswith("Next is “Decides which file formats")
    assert "“all five hotel apps” and “their manager is somebody else”" in EXERCISE.hint(2, wrong, BAKERY)
    assert "your own two cards" in EXERCISE.hint(2, right, BAKERY)


@pytest.mark.parametrize("case", [BARE, replace(BARE, own=True)])
def test_it_is_the_same_on_any_backlog(case):
    assert review(placed(), case).outcome is Outcome.STRONG
    worked = EXERCISE.worked_answer(case)
    assert set(worked) == set(TITLES) - set(OWN)
    answer = Placements.of({id: place for id, (place, _) in worked.items()})
    assert [one for one in EXERCISE.review(answer, case).findings if one.level == "problem"] == []
    assert worked["search"][1].endswith("Product, individual contributor is right too.")
    assert EXERCISE.in_words(worked["group"][0]) == "Manager · Product line"
    assert ladder_solution(case) == worked


@pytest.mark.parametrize(
    "raw",
    [
        {"places": [{"id": "gone", "row": "ic", "column": "line"}]},
        {"places": [{"id": "export", "row": "gone", "column": "line"}]},
        {"places": [{"id": "export", "row": "manager", "column": "gone"}]},
        {"places": [{"id": "plain", "column": "portfolio"}]},
        {"places": [{"id": HOSTILE, "row": HOSTILE, "column": HOSTILE, "span": 1000}]},
        {"places": [{"id": "me-now", "row": "ic", "column": "line"}]},
    ],
)
def test_places_and_cards_that_are_not_there_change_nothing(raw):
    answer = EXERCISE.read(raw)
    found = EXERCISE.review(answer, BAKERY)
    assert (found.outcome, found.findings) == (Outcome.INCOMPLETE, ())
    assert all(EXERCISE.hint(step, answer, BAKERY)[-1] in ".?" for step in range(3))
    board = EXERCISE.view(BAKERY)
    board.answer = raw
    assert "<img" not in board.to_html()
