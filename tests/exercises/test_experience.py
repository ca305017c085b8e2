"""Experience and what it shows: the three people, the widest gap, own lines, hostile answers."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.driving import feedback, press
from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.experience import SAID, said, without_own
from tpm_kit.answers import Cells
from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.experience import EXERCISE, HEADING, live
from tpm_kit.exercises.career.experience_people import NONE, PEOPLE, numbered
from tpm_kit.exercises.career.experience_rows import proven, widest
from tpm_kit.exercises.career.experience_text import NO_ROLE
from tpm_kit.exercises.career.skills import GROUPS, ROLES

HOSTILE = "<img src=x onerror=alert(1)>"


def review(raw, case=BARE):
    return EXERCISE.review(EXERCISE.read(raw), case)


def codes(raw):
    return {one.code for one in review(raw).findings if one.level != "good"}


def text(raw):
    return live(EXERCISE.read(raw), BARE)["text"]


# The people -------------------------------------------------------------------------------------------


def test_every_line_has_a_step_of_its_group_and_each_person_one_without():
    for person in PEOPLE.values():
        assert [line.group for line in person.lines].count(NONE) == 1
    for _, title, line in numbered():
        assert (line.step is None) is (line.group == NONE) is bool(line.says), title
        assert line.step is None or (line.group in GROUPS and 1 <= line.step <= 4)
        assert line.near <= set(GROUPS) - {line.group}
        assert line.text[-1] == line.why[-1] == "."
        assert line.clue[-1] == "?"


@pytest.mark.parametrize(
    ("role", "missing"),
    [
        ("platform", (["product"], ["technical"], ["communication"])),
        (
            "data-product",
            (["product", "domain"], ["technical", "domain", "data"], ["communication", "data"]),
        ),
        ("lead", (["product", "leadership"], ["leadership"], ["communication", "leadership"])),
    ],
)
def test_what_each_of_them_is_missing_most_by_hand(role, missing):
    assert tuple(widest(proven(id), ROLES[role]) for id in PEOPLE) == missing


@pytest.mark.parametrize("group", ["communication", "data"])
def test_of_two_gaps_alike_either_will_do(group):
    raw = said(role_role="data-product", open_aisha_group="domain", open_joan_group=group)
    assert review(raw).outcome is Outcome.STRONG


def test_the_widest_is_judged_by_ones_own_marks_too():
    # With line 2 under Product fundamentals, Marek's widest gap is Technical; by the lines it is the former.
    raw = said(marek_2_group="product", open_marek_group="technical")
    assert codes(raw) == {"EXP-1"}
    assert codes(said(marek_2_group="product")) == {"EXP-1"}
    assert codes(said(marek_2_group="product", open_marek_group="data")) == {"EXP-1", "EXP-4"}
    assert codes(said(marek_2_step="", open_marek_group="data")) == set()  # it waits for the fourth line


def test_roles_above_what_is_asked_are_no_gap():
    (one,) = [one for one in review(said(open_joan_group="domain")).findings if one.code == "EXP-4"]
    assert "asks for 2, and by your marks the lines show 3, 0 steps short." in one.seen


# The text ---------------------------------------------------------------------------------------------


def test_the_text_holds_the_lines_against_the_role():
    shown = text(said())
    assert "Asked for by “Technical PM, platform”: Technical 3, Product fundamentals 3," in shown
    assert "Shown: Technical 3 (asked 3), Communication 2 (asked 3), Data 2 (asked 2)." in shown
    assert (
        "Joan Petty, support, self-taught beside it\n4 of 4 lines marked, 1 as proving no step.\n"
        "Shown: Technical 1 (asked 3), Product fundamentals 1 (asked 3), Domain knowledge 3 (asked 2).\n"
        "No line for: Communication (asked 3), Strategic (asked 2), Leadership (asked 2) and Data (asked 2)."
    ) in shown
    assert "You\n2 of 2 lines marked, 1 as proving no step.\nShown: Technical 2 (asked 3)." in shown
    assert (
        "Furthest below what the role asks for: Product fundamentals (3 steps) and Communication (3 steps).\n"
        in shown
    )
    assert shown.endswith("For 11.6 you have marked a line in Technical.")


def test_the_text_waits_for_a_role_and_counts_no_line_without_a_deed():
    assert text(said(role_role="")) == text({}) == NO_ROLE
    shown = text(said(own_1_text="Worked as a baker at Crumb for eight years"))
    assert "Not counted, as it stands; Check says what is missing: your line 1." in shown
    assert "For 11.6" not in shown
    assert "You\n" not in text(without_own())
    assert "0 of 4 lines marked" in text({"cells": {"role": {"role": "lead"}}})


def test_of_two_lines_of_a_group_the_higher_step_counts():
    raw = said(own_2_text="Named the risk of the new oven in March.", own_2_group="technical", own_2_step="1")
    assert "Shown: Technical 2 (asked 3)." in text(raw)


def test_beside_a_choice_stand_its_words_and_those_of_the_next_step():
    def reads(**changed):
        return live(EXERCISE.read(said(**changed)), BARE)["results"]["marek-2"]["reads"]

    steps = GROUPS["technical"].steps
    assert reads() == f"3: {steps[3]} 4: {steps[4]}"
    assert reads(marek_2_step="4") == f"4: {steps[4]}"
    assert reads(marek_2_step="") == f"1: {steps[1]}"
    assert reads(marek_2_group="none") == reads(marek_2_group="") == ""
    results = live(EXERCISE.read(said()), BARE)["results"]
    assert results["open-joan"] == {"size": "asked 3, shown 0: 3 steps short"}


# Around it --------------------------------------------------------------------------------------------


def test_the_worked_answer_is_sound_and_holds_nothing_of_ones_own():
    worked = EXERCISE.worked_answer(BARE)
    assert set(worked) == {part for part in SAID if not part.startswith("own")}
    assert {part: value for part, (value, _) in worked.items()} == {part: SAID[part] for part in worked}
    assert all(why[-1] in ".”" and EXERCISE.in_words(value) for value, why in worked.values())
    assert EXERCISE.in_words("platform") == "Technical PM, platform"


def test_the_people_say_that_they_are_invented():
    shown = EXERCISE.view(BARE).to_html()
    assert all(f"{person.name} is invented." in shown for person in PEOPLE.values())


def test_hints_name_a_wrong_line_first_then_an_open_one():
    def hint(**changed):
        return EXERCISE.hint(2, EXERCISE.read(said(**changed)), BARE)

    assert hint(joan_4_step="2").startswith("Look again at one line, Joan Petty, line 4. Who stood beside")
    assert hint(joan_4_group="", joan_4_step="").startswith("Take the next open line, Joan Petty, line 4.")
    assert hint(marek_2_step="").startswith("Take the next open line, Marek Dunn, line 2.")
    assert hint(role_role="").startswith("All lines are marked. Choose the role")
    for changed in ({"open_marek_group": "data"}, {"open_marek_group": ""}):
        assert hint(**changed).startswith("Look at what Marek Dunn is missing most.")
    assert hint().startswith("The lines of the three are settled.")


@pytest.mark.parametrize("case", [BAKERY, replace(BARE, own=True), load_case(cases_folder() / "paylane")])
def test_it_is_the_same_on_any_case(case):
    view = EXERCISE.view(case)
    view.answer = said()
    assert view.answer == said()
    assert review(said(), case) == review(said())


def test_on_screen_it_is_checked_marked_and_shown_again(begin):
    attempt = begin(EXERCISE)
    press(attempt.frame.foot, "check")
    assert "Nothing to check yet." in feedback(attempt)
    attempt.view.answer = said(marek_2_step="4")
    press(attempt.frame.foot, "check")
    assert "Needs work. 1 caution." in feedback(attempt)
    assert attempt.view.view.tables[1].marks["marek-2:step"]["level"] == "caution"
    attempt.view.answer = said()
    press(attempt.frame.foot, "check")
    assert "Strong." in feedback(attempt)
    again = begin(EXERCISE).view
    assert again.answer == said()
    assert HEADING in again.to_html()


def test_hostile_and_half_typed_answers_never_raise():
    chance = random.Random(11)
    texts = [
        HOSTILE,
        " ",
        "3",
        "0",
        "9",
        "none",
        "technical",
        "\u0000",
        "9" * 1999,
        "½",
        "x" * 2000,
        "\u202e",
    ]
    ids = [*EXERCISE.parts(BARE), "gone:step", "marek-9:group", "own-7:text", "marek-1:gone"]
    for _ in range(150):
        values = {part: chance.choice(texts) for part in chance.sample(ids, chance.randint(1, len(ids)))}
        answer = Cells.of(values)
        for finding in EXERCISE.review(answer, BARE).findings:
            assert len(finding.seen) < 400
            assert finding.seen.isprintable()
        live(answer, BARE)
        for step in range(len(EXERCISE.hints)):
            assert EXERCISE.hint(step, answer, BARE)


def test_texts_are_texts_in_the_copy():
    shown = EXERCISE.view(BARE)
    shown.answer = said(own_1_text=HOSTILE)
    shown.acknowledge(live(EXERCISE.read(shown.answer), BARE))
    assert "<img" not in shown.to_html()
    assert "Marek Dunn" in shown.text
