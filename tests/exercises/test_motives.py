"""Motives for a switch: what the sums are, what is asked of whom, hostile answers."""

from __future__ import annotations

import random

from tests.exercises.planting import BARE
from tests.exercises.plants.motives import HOSTILE, RIGHT, cells, only_pay
from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.career.motives import EXERCISE, live
from tpm_kit.exercises.career.motives_own import Counted, one_step_off, only_there
from tpm_kit.exercises.career.motives_portrait import KINDS, MOTIVES, NOW, THERE, WHERES

OWN = Case(name="own", title="Own", items=(), own=True)
DANA = {
    f"{id}:{column}": value
    for id, pair in RIGHT.items()
    for column, value in zip(("kind", "where"), pair, strict=True)
}


def review(raw, case=BARE, reasons=None):
    return EXERCISE.review(EXERCISE.read(raw), case, reasons)


def codes(raw):
    return {one.code for one in review(raw).findings if one.level != "good"}


def text(raw):
    return live(EXERCISE.read(raw), BARE)["text"]


def test_each_motive_follows_from_the_statements():
    assert {id: (one.kind, one.where) for id, one in MOTIVES.items()} == RIGHT
    marks = [told.mark for one in MOTIVES.values() for told in (one.now, one.there) if told.mark]
    assert sorted(marks) == sorted([*NOW, *THERE])
    assert {one.kind for one in MOTIVES.values()} == set(KINDS)
    assert {one.where for one in MOTIVES.values()} == set(WHERES)
    assert {id for id, one in MOTIVES.items() if one.open} == {"pay", "demand"}


def test_no_statement_names_a_sum_of_money():
    said = " ".join([*NOW.values(), *THERE.values(), *(one.says for one in MOTIVES.values())])
    assert not [sign for sign in "$€£%0123456789" if sign in said]


def test_the_sums_by_hand():
    shown = text(cells())
    assert (
        "Dana Whitlock, as you marked it: 3 × the work; 1 × away from here; 1 × pay; 1 × standing; "
        "1 × hearsay. 2 × only there; 2 × here as well; 1 × in neither; 2 × nothing known." in shown
    )
    # strengths 3 + 2 + 2 + 1 = 8
    assert "You: 4 motives, strength 8 in all.\n" in shown
    assert (
        "The work: 5 of 8 (62.5 %), “Decide about the oven controls” and “Learn to read the timer's code”."
        in shown
    )
    assert "Pay: 2 of 8 (25 %), “A higher salary”." in shown
    assert "Away from here: 1 of 8 (12.5 %), “No more night shifts”." in shown
    assert "Standing" not in shown.partition("You:")[2]
    assert "To be had only there: 5 of 8 (62.5 %)," in shown
    assert "To be had where you are as well: 2 of 8 (25 %), “Learn to read the timer's code”." in shown
    assert "In neither, so it would stay as it is: 1 of 8 (12.5 %), “No more night shifts”." in shown
    # without pay 3 + 2 + 1 = 6, of which 3 only there
    assert (
        "If pay were the same in both jobs: 6 of 8 would be left, of which 3 (50 %) can be had only there."
        in shown
    )
    # 2 of 2 + 3 + 2 = 7 at least; 3 (already the strongest) of 3 + 1 + 1 = 5 at most
    assert "With each of these strengths a step lower or higher: 28.6 % to 60 %." in shown
    # without the controls 2 of 5
    assert (
        "Without “Decide about the oven controls” 40 % of the strength could be had only there, and not "
        "62.5 %; no other motive changes that more." in shown
    )


def test_if_all_is_pay_nothing_is_left_without_it():
    shown = text(only_pay())
    assert "The work: 0 of 8 (0 %)." in shown
    assert "Pay: 8 of 8 (100 %)," in shown
    assert "If pay were the same in both jobs, nothing would be left." in shown


def test_no_step_reaches_beyond_the_scale():
    pair = [Counted("a", 3, "work", "only"), Counted("b", 1, "away", "here")]
    assert only_there(pair) == 0.75
    assert one_step_off(pair) == (0.5, 0.75)  # 2 of 2 + 2, and 3 of 3 + 1


def test_what_does_not_count_yet_is_said():
    assert "So far 3 of 4 count." in text(cells(mine_2_strength=""))
    assert "strength 6 in all." in text(cells(mine_2_strength=""))
    assert "You: no motive yet." in text(DANA_ALONE)
    begun = Cells.of(DANA | {"mine-1:said": "Controls"}).raw()
    assert "You: no motive has a strength, a kind and a place yet." in text(begun)
    unnamed = Cells.of({"mine-3:strength": "2", "mine-3:kind": "work", "mine-3:where": "only"}).raw()
    assert "The work: 2 of 2 (100 %), “your motive 3”." in text(unnamed)


def test_no_sum_is_turned_into_a_verdict():
    for raw in (cells(), only_pay(), None):
        shown = text(raw)
        assert "no verdict" in shown
        assert "An article of 2022" in shown
        for word in ("you should", "congratulations", " ready", "do not switch"):
            assert word not in shown.casefold()


DANA_ALONE = Cells.of(DANA).raw()


def test_ones_own_part_may_stay_blank_and_asks_for_three_once_begun():
    assert EXERCISE.missing(EXERCISE.read(DANA_ALONE), BARE) == []
    assert review(DANA_ALONE).outcome is Outcome.STRONG
    begun = EXERCISE.read(Cells.of(DANA | {"mine-4:said": "Controls"}).raw())
    missing = EXERCISE.missing(begun, BARE)
    assert {part.partition(":")[0] for part in missing} == {"mine-1", "mine-2", "mine-4"}
    assert len(missing) == 14
    assert "mine-4:said" not in missing


def test_nobody_says_how_they_know_hearsay_or_what_they_do_not_know():
    assert EXERCISE.missing(EXERCISE.read(cells(mine_2_known="")), BARE) == ["mine-2:known"]
    assert EXERCISE.missing(EXERCISE.read(cells(mine_2_known="", mine_2_where="nothing")), BARE) == []
    raw = cells(
        mine_2_known="", mine_2_kind="hearsay", mine_2_said="Everybody says that ovens are the future"
    )
    assert EXERCISE.missing(EXERCISE.read(raw), BARE) == []
    assert codes(raw) == set()
    assert codes(cells(mine_2_known="Everybody says so", mine_2_kind="hearsay")) == set()


def test_pay_alone_waits_until_all_is_said_and_can_be_accepted():
    begun = Cells.of(DANA | {"mine-1:said": "More money", "mine-1:kind": "pay"}).raw()
    assert "CAR-3" not in codes(begun)
    assert "CAR-3" in codes(only_pay())
    found = next(one for one in review(only_pay()).findings if one.code == "CAR-3")
    accepted = review(only_pay(), reasons={found.key: Reason("Rent comes first this year.", found.seen)})
    assert accepted.outcome is Outcome.TRADE_OFF


def test_what_is_marked_as_pay_alone_is_not_told_what_its_words_deny():
    raw = cells(**{f"mine_{at}_kind": "pay" for at in range(1, 5)})
    found = review(raw).findings
    seen = next(one.seen for one in found if one.code == "CAR-3")
    assert seen == (
        "You mark all 4 of your motives as pay, or they name nothing else, such as “Decide about the oven "
        "controls”."
    )
    assert [one.cards for one in found if one.code == "MOTIVE-5"] == [
        (f"mine-{at}:kind",) for at in (1, 2, 4)
    ]


def test_what_is_not_known_may_need_the_switch():
    def notes(**where):
        raw = cells(**{f"mine_{at}_where": where.get(f"at{at}", "neither") for at in range(1, 5)})
        return [one for one in review(raw).findings if one.code == "MOTIVE-7"]

    assert notes(at2="nothing") == []
    assert len(notes(at2="here")) == 1
    assert "Ask where you are first" in notes(at2="here")[0].do
    alone = notes()[0]
    assert alone.seen.endswith("none can be had only there. Neither job gives what they ask for.")
    assert "would leave all of them as they are" in alone.why
    assert alone.do.startswith("Look for a third job that gives it, or write down")


def test_ones_own_part_is_offered_and_not_ordered():
    assert "Then, if you like, write three to five motives of your own" in EXERCISE.task


def test_one_motive_beside_pay_is_enough():
    raw = only_pay()
    raw["cells"]["mine-2"] |= {"said": "Design the controls", "kind": "work"}
    assert "CAR-3" not in codes(raw)


def test_praise_waits_for_all_rows():
    assert [one.code for one in review(cells(pay_kind="", pay_where="")).findings] == []
    assert [one.code for one in review(cells(pay_where="")).findings] == ["MOTIVE-1"]


def test_the_worked_answer_is_sound_and_no_motive_of_ones_own():
    worked = EXERCISE.worked_answer(BARE)
    assert {part: value for part, (value, _) in worked.items()} == DANA
    assert all(why.endswith(".") and EXERCISE.in_words(value) for value, why in worked.values())
    assert worked["priorities:where"][1] == "E and K say that neither job gives it."
    assert worked["pay:where"][1].startswith("F and L name no sum")


def test_the_last_hint_names_a_row_and_not_the_answer():
    def hint(raw):
        return EXERCISE.hint(2, EXERCISE.read(raw), BARE)

    assert "one row: Senior. Which words" in hint(cells(senior_kind="pay"))
    assert "one row: Priorities. Read E and K beside it" in hint(cells(priorities_where="only"))
    assert "one row: The future. Look for a statement" in hint(cells(demand_where="only"))
    assert hint(None).startswith("Take the next open row: Interfaces.")
    assert hint(cells()).startswith("What Dana says is settled.")
    assert hint(cells(design_kind="")) == (
        "Take the next open row: Interfaces. Which words of it decide what kind it is?"
    )
    asked = "Take the next open row: The future. Which statements speak of it, if any?"
    assert hint(cells(demand_where="")) == asked
    assert hint(cells(demand_where="", demand_kind="", years_kind="")) == asked


def test_hostile_and_half_typed_answers_never_raise():
    chance = random.Random(8)
    texts = [HOSTILE, "", " ", "3", "0", "-1", "only", "work", "gone", "\u0000", "9" * 1999, "=cmd()", "½"]
    texts += ["pay", "everybody says " * 130, "\U0001f600" * 50]
    ids = [*EXERCISE.parts(BARE), "gone:kind", "design:gone", "mine-9:said", "mine-1:gone"]
    for _ in range(200):
        values = {part: chance.choice(texts) for part in chance.sample(ids, chance.randint(1, len(ids)))}
        answer = Cells.of({part: value for part, value in values.items() if value})
        for case in (BARE, OWN):
            for finding in EXERCISE.review(answer, case).findings:
                assert len(finding.seen) < 400
                assert finding.seen.isprintable()
            live(answer, case)
            for step in range(len(EXERCISE.hints)):
                assert EXERCISE.hint(step, answer, case)


def test_texts_are_texts_in_the_copy():
    shown = EXERCISE.view(BARE)
    shown.answer = cells(mine_1_said=HOSTILE, mine_1_known=HOSTILE)
    shown.acknowledge(live(EXERCISE.read(shown.answer), BARE))
    assert "<img" not in shown.to_html()
    assert "&lt;img src=x onerror=alert(1)&gt;”" in shown.to_html()
