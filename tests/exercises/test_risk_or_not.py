"""Statements sorted into risks, issues, causes and wishes: sums, hints, own backlogs, hostile texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.planting import BARE
from tests.exercises.plants.risk_or_not import RIGHT, SHOP, placed
from tpm_kit.answers import Placements
from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.risk_or_not import EXERCISE
from tpm_kit.exercises.risk.statements import ANY_PRODUCT, KINDS, LONGEST, statements

HOSTILE = "<img src=x onerror=alert(1)>"


def review(raw, case=SHOP):
    return EXERCISE.review(EXERCISE.read(raw), case)


def test_the_lanes_say_how_many_lie_in_them():
    live = EXERCISE.live(EXERCISE.read(placed(bill="risk")), SHOP)
    assert {kind: meter["text"] for kind, meter in live.items()} == {
        "risk": "3 statements",
        "issue": "1 statement",
        "cause": "2 statements",
        "wish": "1 statement",
    }


def test_the_risks_are_praised_only_when_they_are_all_there_and_alone():
    def praised(**moved):
        return [one.level for one in review(placed(**moved)).findings].count("good")

    assert praised() == 1
    assert praised(fair="risk") == 0
    assert praised(mill="cause") == 0
    assert praised(bill="cause") == 1
    half = {"places": [place for place in placed()["places"] if place["id"] != "mill"]}
    assert [one.level for one in review(half).findings] == []
    assert review(half).outcome is Outcome.INCOMPLETE


def test_the_last_hint_counts_and_names_one_that_lies_wrong():
    last = len(EXERCISE.hints) - 1
    sound, wrong = (EXERCISE.read(raw) for raw in (placed(), placed(keys="issue")))
    assert EXERCISE.hint(last, sound, SHOP) == "There should be 2 in Risk, 2 in Issue, 2 in Cause, 1 in Wish."
    assert EXERCISE.hint(last, wrong, SHOP).endswith("Look once more at “The back door has no lock”.")
    assert "2 of the 7 statements have one" in EXERCISE.hint(1, sound, SHOP)


def test_a_finding_does_not_name_the_right_column():
    for id, kind in RIGHT.items():
        for column in set(KINDS) - {kind}:
            (one,) = [one for one in review(placed(**{id: column})).findings if one.level == "problem"]
            assert one.cards == (id,)
            assert f"in {KINDS[kind]}" not in f"{one.seen} {one.do}"


@pytest.mark.parametrize("case", [BARE, replace(BARE, own=True), load_case(cases_folder() / "paylane")])
def test_every_statement_can_be_sorted_wherever_it_comes_from(case):
    known = statements(case)
    right = EXERCISE.read({"places": [{"id": id, "column": one.kind} for id, one in known.items()]})
    assert EXERCISE.review(right, case).outcome is Outcome.STRONG
    assert {one.kind for one in known.values()} == set(KINDS)
    assert all(len(one.title) <= LONGEST and not one.title.endswith(("…", ".")) for one in known.values())
    assert len({one.why for one in known.values()}) == len(known)


def test_the_shipped_statements_are_those_of_the_issue():
    kinds = [one.kind for one in statements(load_case(cases_folder() / "paylane")).values()]
    assert {kind: kinds.count(kind) for kind in KINDS} == {"risk": 4, "issue": 3, "cause": 3, "wish": 2}
    assert "They fit any product" in EXERCISE.task_for(BARE)
    assert len(ANY_PRODUCT) == 8


@pytest.mark.parametrize(
    "raw",
    [
        {"places": [{"id": "gone", "column": "risk"}]},
        {"places": [{"id": "bill", "column": "gone"}]},
        {"places": [{"id": HOSTILE, "column": HOSTILE}]},
        {"places": [{"id": "x" * 200, "row": "x" * 200, "column": "x" * 200, "span": 1000}]},
    ],
)
def test_places_and_cards_that_are_not_there_change_nothing(raw):
    assert (review(raw).outcome, review(raw).findings) == (Outcome.INCOMPLETE, ())
    assert all(EXERCISE.hint(step, EXERCISE.read(raw), SHOP)[-1] in ".?" for step in range(3))


def test_a_hostile_statement_is_text_and_stays_short():
    rows = ({**SHOP.table("statements")[0], "text": f"{HOSTILE}\n\u202e" + "long " * 900},)
    case = replace(SHOP, tables={"statements": rows})
    assert "<img" not in EXERCISE.view(case).to_html()
    (one,) = review(Placements.of({"mill": "issue"}).raw(), case).findings
    assert one.seen.isprintable()
    assert len(one.seen) < 300
