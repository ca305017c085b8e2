"""The signs of a technical product manager: what is counted, what is asked of whom, and hostile answers."""

from __future__ import annotations

import random

import pytest

from tests.exercises.planting import BARE
from tests.exercises.plants.becoming import HOSTILE, RIGHT, cells
from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.becoming import EXERCISE, live
from tpm_kit.exercises.career.becoming_portrait import FACTS, INDICATORS, SHOWN, right_score
from tpm_kit.exercises.career.checklist import NO_LINE, hollow, read_line

OWN = Case(name="own", title="Own", items=(), own=True)


def review(raw, case=BARE):
    return EXERCISE.review(EXERCISE.read(raw), case)


def text(raw):
    return live(EXERCISE.read(raw), BARE)["text"]


def test_the_portrait_shows_each_indicator_once_and_holds_statements_that_only_sound():
    assert {id: (SHOWN.get(id, "none"), str(right_score(id))) for id in RIGHT} == {
        id: (mark, score) for id, (_, mark, score) in RIGHT.items()
    }
    assert sorted(fact.about for fact in FACTS.values() if fact.about) == sorted(SHOWN)
    assert {one.id for one in INDICATORS} - set(SHOWN) == {"feasibility", "vision"}
    assert [mark for mark, fact in FACTS.items() if fact.sounds] == ["C", "F", "I"]
    assert all(fact.why for fact in FACTS.values() if not fact.about)


def test_the_totals_by_hand():
    # 3·2 + 2·3 + 2·2 + 3·3 + 0 + 0 + 3·1 + 1·2 = 30 of 3 × 17 = 51
    shown = text(cells())
    assert "Robin Vale: 30 of 51 points, 58.8 % of the possible." in shown
    # every score a step lower: 3·1 + 2·2 + 2·1 + 3·2 + 0 + 0 + 0 + 1·1 = 16; a step higher, at most 3: 42
    assert "Every score a step lower or a step higher: 31.4 % to 82.4 %." in shown
    assert (
        "One step of the score that counts most (technical project work, technical requirements and leading "
        in shown
    )
    assert "5.9 percentage points." in shown
    assert "The line at 50 %: the total is on or above it, 8.8 percentage points away." in shown
    # 25.5 points are the line: five points off need two steps of a weight of 3
    assert "technical project work 2 → 0 and technical requirements 3 → 1" in shown
    # 3·3 + 2·2 + 2·1 + 3·2 + 2·1 + 0 + 3·1 + 0 = 26 of 51
    assert "You: 26 of 51 points, 51.0 % of the possible." in shown


def test_no_total_is_turned_into_a_verdict():
    shown = text(cells()).casefold()
    assert "no total can say" in shown
    for word in (" ready", "congratulations", "you should", "you are a", "apply"):
        assert word not in shown


def test_the_totals_wait_for_a_line():
    for typed in ("", "half"):
        assert text(cells(line_text=typed)) == NO_LINE


def test_ones_own_part_may_stay_blank_and_is_asked_for_whole_once_begun():
    answer = EXERCISE.read(cells())
    portrait = {part: answer.value(part) for part in answer.parts() if not part.startswith("my-")}
    alone = Cells.of(portrait)
    assert EXERCISE.missing(alone, BARE) == []
    assert EXERCISE.review(alone, BARE).outcome is Outcome.STRONG
    assert "You:" not in live(alone, BARE)["text"]
    begun = Cells.of({**portrait, "my-risk:score": "1"})
    missing = EXERCISE.missing(begun, BARE)
    assert "my-vision:score" in missing
    assert not [part for part in missing if part.endswith("evidence")]


def test_a_decoy_with_no_points_is_seen_through():
    raw = cells(vision_evidence="F")
    assert review(raw).outcome is Outcome.STRONG
    good = [one.seen for one in review(raw).findings if one.level == "good"]
    assert len(good) == 1  # statement F is step 0 of the vision, as much as nothing in the text is
    assert "of feasibility studies and the check of the vision it shows nothing" in good[0]
    assert "row: Vision" not in EXERCISE.hint(2, EXERCISE.read(raw), BARE)


def test_the_worked_answer_is_sound_and_no_score_of_ones_own():
    worked = EXERCISE.worked_answer(BARE)
    assert set(worked) <= set(EXERCISE.parts(BARE))
    assert not [part for part in worked if part.startswith(("my-", "line")) or part.endswith("weight")]
    given = {part: value for part, (value, _) in worked.items()}
    assert [one for one in EXERCISE.review(Cells.of(given), BARE).findings if one.level != "good"] == []
    assert all(why.endswith(".") and EXERCISE.in_words(value) for value, why in worked.values())


@pytest.mark.parametrize(
    ("typed", "share"),
    [("60 %", 0.6), ("60", 0.6), ("0.6", 0.6), ("0,6", 0.6), ("33.5%", 0.335), ("4", 0.04), ("99", 0.99)],
)
def test_lines_as_people_type_them(typed, share):
    assert read_line(typed).share == pytest.approx(share)


def test_a_line_that_may_be_a_score_is_asked_for_again():
    for typed in ("1", "1.8", "3"):
        assert "may be a score or a share" in read_line(typed).fault
    assert read_line("1 %").share == 0.01


@pytest.mark.parametrize("typed", ["60 points", "abc", "-5", "9e9", "101 %", HOSTILE, "…"])
def test_lines_that_are_none(typed):
    found = read_line(typed)
    assert found.share is None
    assert found.fault.endswith(".")


def test_what_says_nothing():
    assert hollow("yes")
    assert hollow("a lot of it, sure")
    assert not hollow("oven trial in March")
    assert not hollow("三月の試作炉")


def test_hostile_and_half_typed_answers_never_raise():
    chance = random.Random(6)
    texts = [
        HOSTILE,
        "",
        " ",
        "3",
        "none",
        "Z",
        "\u0000",
        "9" * 1999,
        "=cmd()",
        "½",
        "pay",
        "\U0001f600" * 50,
    ]
    ids = [*EXERCISE.parts(BARE), "gone:score", "risk:gone", "my-gone:evidence"]
    for _ in range(200):
        values = {part: chance.choice(texts) for part in chance.sample(ids, chance.randint(1, len(ids)))}
        answer = Cells.of({part: value for part, value in values.items() if value})
        for case in (BARE, OWN):
            for finding in EXERCISE.review(answer, case).findings:
                assert len(finding.seen) < 400
            live(answer, case)
            for step in range(len(EXERCISE.hints)):
                assert EXERCISE.hint(step, answer, case)


def test_texts_are_texts_in_the_copy():
    shown = EXERCISE.view(BARE)
    shown.answer = cells(my_projects_evidence=HOSTILE, my_risk_evidence=HOSTILE)
    shown.acknowledge(live(EXERCISE.read(shown.answer), BARE))
    assert "<img" not in shown.to_html()
    assert "58.8 %" in shown.to_html()
