"""What an exercise makes of findings, apart from any exercise of the course."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.planting import BAKERY, BARE, lanes
from tpm_kit.answers import AnswerError, Cells, Placements
from tpm_kit.exercise import Exercise, Finding, Outcome, Reason, rule

ALL = lanes({item.id: "one" for item in BAKERY.items})


def make(*findings: Finding, **changes) -> Exercise:
    """An exercise that finds these, whatever the answer."""
    exercise = Exercise(
        id="any",
        version=1,
        number="1.1",
        title="Any",
        notebook="any.ipynb",
        task="Do it.",
        answer=Placements,
        view=lambda case: None,
        parts=lambda case: {item.id: item.title for item in case.items},
        rules=(rule("ANY-1")(lambda answer, case: findings),),
        hints=("Look.", lambda answer, case: f"{len(answer.places)} placed in {case.title}."),
    )
    return replace(exercise, **changes)


def review(exercise, raw=ALL, reasons=None, case=BAKERY):
    return exercise.review(exercise.read(raw), case, reasons)


@pytest.mark.parametrize(
    ("levels", "outcome"),
    [
        ((), Outcome.STRONG),
        (("note", "good"), Outcome.STRONG),
        (("caution",), Outcome.NEEDS_WORK),
        (("problem",), Outcome.NEEDS_WORK),
    ],
)
def test_the_outcome_follows_from_the_levels(levels, outcome):
    assert review(make(*(Finding(level, level) for level in levels))).outcome is outcome


def test_findings_come_most_serious_first_and_carry_the_code():
    findings = review(
        make(*(Finding(level, level) for level in ("good", "note", "caution", "problem")))
    ).findings
    assert [one.level for one in findings] == ["problem", "caution", "note", "good"]
    assert {one.code for one in findings} == {"ANY-1"}


def test_one_accepted_caution_does_not_accept_another():
    exercise = make(Finding("caution", "one", cards=("oven",)), Finding("caution", "two", cards=("salt",)))
    reasons = {"ANY-1 oven": Reason("It is fine.", "one")}
    first = review(exercise, reasons=reasons)
    assert (first.outcome, first.accepted) == (Outcome.NEEDS_WORK, {"ANY-1 oven"})
    reasons["ANY-1 salt"] = Reason("It is fine too.", "two")
    assert review(exercise, reasons=reasons).outcome is Outcome.TRADE_OFF


def test_a_finding_is_the_same_whatever_the_order_of_its_cards():
    assert (
        Finding("note", "a", cards=("b", "a"), code="X").key
        == Finding("note", "z", cards=("a", "b"), code="X").key
    )


def test_a_rule_waits_for_what_it_needs():
    def never(answer, case):
        """Says no more."""
        raise AssertionError("asked without a value in its field")

    exercise = make(rules=(rule("ANY-1", "effort")(never), rule("ANY-2", "capacity", "effort")(never)))
    found = review(exercise, lanes({"oven": "one"}), case=BARE)
    (note,) = found.findings
    assert found.stood_down == 2
    assert note.seen.startswith("This backlog has no effort estimates or capacity, so these")
    assert note.seen.endswith("ANY-1 (Says no more); ANY-2 (Says no more).")


def test_a_rule_on_the_whole_waits_for_a_complete_answer():
    exercise = make(rules=(rule("ANY-1", whole=True)(lambda answer, case: [Finding("problem", "bad")]),))
    assert review(exercise, lanes({"oven": "one"})).findings == ()
    assert len(review(exercise).findings) == 1


def test_missing_parts_come_in_the_order_of_the_case():
    exercise = make()
    missing = exercise.missing(exercise.read(lanes({"oven": "one", "gone": "one"})), BAKERY)
    assert missing == [item.id for item in BAKERY.items[1:]]
    assert review(exercise, lanes({"oven": "one"})).outcome is Outcome.INCOMPLETE


def test_what_is_gone_from_the_case_is_no_attempt_by_itself_to_be_whole():
    assert review(make(), lanes({"gone": "one"})).outcome is Outcome.INCOMPLETE


def test_hints_and_task_may_speak_of_the_answer_and_the_case():
    exercise = make(task=lambda case: f"Sort {len(case.items)}.")
    answer = exercise.read(lanes({"oven": "one"}))
    assert exercise.task_for(BAKERY) == "Sort 9."
    assert [exercise.hint(n, answer, BAKERY) for n in (0, 1)] == ["Look.", "1 placed in Bakery."]


def test_a_stored_answer_of_another_shape_is_refused():
    with pytest.raises(AnswerError):
        make().read({"choices": {}})


def test_the_same_answer_always_gets_the_same_review():
    exercise = make(Finding("caution", "one"))
    assert review(exercise) == review(exercise)


def test_what_was_typed_keeps_its_slash_and_a_place_is_said_by_row_and_column():
    names = {"now": "Now", "a": "Team A"}
    assert Cells.in_words("https://bakery.example/a", names) == "https://bakery.example/a"
    assert Cells.in_words("now", names) == "Now"
    assert Placements.in_words("a/now", names) == "Team A · Now"
