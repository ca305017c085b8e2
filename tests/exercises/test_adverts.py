"""The adverts: every mark on every sentence, the linter for questions, the page, hostile and odd answers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.adverts import ASK, asked, cells, marked
from tpm_kit.answers import Cells
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.adverts import EXERCISE, page, points
from tpm_kit.exercises.career.adverts_cells import PARTS, content, fault, is_closed, needed, off_topic
from tpm_kit.exercises.career.adverts_texts import ADVERTS, DETAILS, FACTS, KINDS, ROWS, SIGNS, TOPICS, WHICH

HOSTILE = "<img src=x onerror=alert(1)>"


def review(raw, case=BAKERY):
    return EXERCISE.review(EXERCISE.read(raw), case)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_every_mark_that_does_not_fit_is_found_once_and_one_that_fits_never(row):
    for kind, which in product(KINDS, ["", *DETAILS]):
        if which and which not in WHICH.get(kind, {}):
            continue
        findings = review(marked(row.sentence.id, kind, which)).findings
        problems = [one for one in findings if one.level == "problem"]
        kinds = {one for one, _ in row.sentence.marks}
        wrong = kind not in kinds or bool(which and (kind, which) not in row.sentence.marks)
        assert len(problems) == wrong, (kind, which)
        assert all(one.cards[0].startswith(f"{row.sentence.id}:") for one in problems)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_sentence_quotes_itself_and_no_finding_names_what_it_is(row):
    sentence = row.sentence
    assert sentence.clue in sentence.text
    assert sentence.text[-1] == "."
    assert sentence.why[-1] in ".?"
    for kind, which in sentence.marks:
        assert which in WHICH.get(kind, {"": ""})
    for kind in set(KINDS) - {one for one, _ in sentence.marks}:
        (one,) = [one for one in review(marked(sentence.id, kind)).findings if one.level == "problem"]
        assert KINDS[sentence.kind] not in f"{one.seen} {one.why} {one.do}"


def test_the_adverts_hold_what_they_are_there_for_and_name_no_sum():
    kinds = [row.sentence.kind for row in ROWS.values()]
    assert {kind: kinds.count(kind) for kind in KINDS} == {"tpm": 5, "other": 4, "warning": 5, "missing": 4}
    for advert in ADVERTS:
        found = [one.kind for one in advert.sentences]
        assert "tpm" in found
        assert "other" in found
        assert "invented advert" in advert.seeks
        assert sum(kind in ("warning", "missing") for kind in found) >= 2
        assert sum(bool(one.ask) for one in advert.sentences) == 2
    everything = " ".join(row.sentence.text for row in ROWS.values())
    assert not re.search(r"[$€£]|\d{3},\d{3}|\bUSD\b", everything)
    assert "invented" in EXERCISE.task
    assert set(TOPICS) == set(SIGNS | FACTS)


@pytest.mark.parametrize(
    "text",
    [
        "What is the salary?",
        "Who decides?",
        "How many days a week are people on site, and where?",
        "Is the range above or below that of the last year's post?",
        "Can you tell me how many engineers there are?",
        "Tell me which decisions this person takes alone.",
        "what would a good first year look like",
        "In which country must I live?",
        "誰が決めますか?",
        "Who reviews me?",
    ],
)
def test_questions_that_ask_for_a_fact_pass(text):
    assert fault(text) is None


@pytest.mark.parametrize(
    ("text", "level", "says"),
    [
        ("I want a lot of pay.", "problem", "is no question"),
        ("pay", "problem", "is no question"),
        ("-", "problem", "is no question"),
        ("?", "problem", "could be asked about every advert"),
        ("Why?", "problem", "could be asked about every advert"),
        ("Can you tell me more?", "problem", "could be asked about every advert"),
        ("What does it mean?", "problem", "could be asked about every advert"),
        ("Is there a range of base pay?", "caution", "can be answered with yes"),
        ("Isn't the pay fair for this town?", "caution", "can be answered with yes"),
        ("Is overtime in summer paid or not?", "caution", "can be answered with yes"),
        ("Where is it? Who is my manager? What is the pay?", "caution", "asks 3 questions at once"),
    ],
)
def test_questions_that_get_no_fact_are_found(text, level, says):
    found = fault(text)
    assert found.level == level
    assert says in found.says


def test_closed_questions_and_words_of_a_topic():
    assert is_closed("Do you pay well?")
    assert not is_closed("Do you know how much it is?")
    assert not is_closed("How well do you pay?")
    assert content("What is the range of pay?") == {"range", "pay"}
    assert off_topic("Which colour is it?", "pay")
    assert not off_topic("Which range is it?", "pay")
    assert not off_topic("Which colour is it?", "engineer")
    for row in ROWS.values():
        if row.sentence.ask:
            assert fault(row.sentence.ask) is None
            assert not off_topic(row.sentence.ask, row.sentence.marks[0][1])


def test_questions_as_people_ask_them():
    for text in (
        "whats the salary",
        "What's the base",
        "I'd like to know who does support.",
        "Could you tell me how many people are on site",
    ):
        assert fault(text) is None
    for text in ("Can I decide what gets built?", "Is it clear what success is measured by?"):
        assert "can be answered with yes" in fault(text).says
    assert "could be asked about every advert" in fault("How's the weather?").says
    for text, which in (
        ("How will my performance be judged?", "measure"),
        ("Who reviews me?", "measure"),
        ("Which reviewer judges my work?", "measure"),
        ("How often do I have to come to Leeds?", "place"),
        ("Which colleagues would I see every day?", "team"),
    ):
        assert not off_topic(text, which)


def test_two_questions_to_each_advert_make_it_complete():
    sound = EXERCISE.read(cells())
    assert EXERCISE.missing(sound, BAKERY) == []
    one_less = EXERCISE.read(asked("c6", ""))
    assert EXERCISE.missing(one_less, BAKERY) == ["c5:question"]  # the next gap of the same advert
    assert EXERCISE.review(one_less, BAKERY).outcome is Outcome.INCOMPLETE
    unseen = EXERCISE.read(asked("c6", "\u200b"))
    assert EXERCISE.missing(unseen, BAKERY) == ["c5:question"]
    elsewhere = EXERCISE.read(cells(c6={"question": ""}, c5={"question": ASK["c6"]}))
    assert EXERCISE.missing(elsewhere, BAKERY) == []
    blank = needed(Cells())
    assert len(blank) == 18 + 6
    assert not any(part.endswith(":which") for part in blank)
    no_role = EXERCISE.read(marked("a2", "other"))
    assert EXERCISE.missing(no_role, BAKERY) == ["a2:which"]
    assert needed(sound) | set(PARTS) == set(PARTS)


def test_the_same_question_may_go_to_two_adverts_and_not_twice_to_one():
    twice = "What is the range of base pay for this post?"
    assert review(asked("b5", twice)).outcome is Outcome.STRONG
    assert review(asked("a5", twice)).outcome is Outcome.NEEDS_WORK


def test_the_page_says_what_was_marked_and_asked_and_what_is_left():
    text = page(EXERCISE.read(cells()))
    assert "Lockers: Technical Product Manager for the interface of parcel lockers; invented advert" in text
    assert "- Of 4 duties you marked 3 as a TPM's." in text
    assert "- Duties of others: 2 (technical program manager; Scrum Master)." in text
    assert "- Warning signs: 3 (several jobs in one; hours without an end; pay by promise)." in text
    assert "- Missing: 2 (base pay and its range; place and days on site)." in text
    assert all(f"- Ask: {question}" in text for question in ASK.values())
    assert "still to be" not in text
    assert "- Points: +3 −1 −2 = 0." in text
    assert "- Points: +1 −1 −1 −6 = −7." in text
    assert "- Points: +1 −2 −1 −4 = −6." in text
    blank = page(Cells())
    assert "oints" not in blank
    assert blank.count("- Not marked yet: 6 of 6 sentences.") == 3
    assert blank.count("- 2 of 2 questions still to be written.") == 3


def every(**kinds):
    """An answer with one kind for all sentences of an advert, by the letter of its ids."""
    return EXERCISE.read({"cells": {id: {"kind": kinds[id[0]]} for id in ROWS if id[0] in kinds}})


def test_points_follow_the_marks_and_their_formula_is_said():
    sound = EXERCISE.read(cells())
    assert points(sound) == {"Lockers": 0, "Timetables": -7, "Claims": -6}
    last = page(sound).split("\n\n")[-1].splitlines()
    assert last[0] == "The three adverts in points"
    assert last[1].startswith(
        "- As you marked: +1 for each duty of a TPM, −1 for each duty of another role, −1 for each missing "
        "fact, −2 for each warning sign. The numbers are this course's own judgement. Points count what is "
        "in the text, and not how good the firm is"
    )
    assert last[2:] == [
        "- Best first: Lockers 0, Claims −6, Timetables −7.",
        "- If a warning sign cost 1 point too: Lockers 0, Timetables −4, Claims −4. The order hangs on that "
        "number.",
    ]
    assert points(EXERCISE.read(marked("a1", "warning", "hours")))["Lockers"] == -3
    assert points(EXERCISE.read(marked("c5", "tpm")))["Claims"] == -3
    for kind, each in (("tpm", 6), ("other", -6), ("missing", -6), ("warning", -12)):
        assert points(every(b=kind)) == {"Timetables": each}


def test_an_order_is_named_once_all_is_marked_and_only_then():
    part = page(every(a="tpm", c="warning"))
    assert "- So far Lockers +6, Claims −12; 6 sentences not marked yet may change the order." in part
    assert "Best first" not in part
    whole = page(every(a="other", b="warning", c="tpm"))
    assert "- Best first: Claims +6, Lockers −6, Timetables −12." in whole
    assert "- If a warning sign cost 1 point too: Claims +6, Lockers −6, Timetables −6." in whole
    same = page(every(a="tpm", b="missing", c="tpm"))
    assert "- Best first: Lockers +6, Claims +6, Timetables −6." in same
    assert "- If a warning sign cost 1 point too, the order would be the same." in same
    assert "- Of 1 duty you marked 1 as a TPM's." in page(EXERCISE.read({"cells": {"a1": {"kind": "tpm"}}}))
    assert points(EXERCISE.read({"cells": {"a1": {"kind": HOSTILE}, "gone": {"kind": "tpm"}}})) == {}


def test_faults_are_said_while_typing():
    live = EXERCISE.live(EXERCISE.read(cells(a3={"which": "hours", "question": "pay"})), BAKERY)
    assert live["faults"] == {
        "a3": {"which": "This does not go with “A fact is missing”.", "question": "“pay” is no question."}
    }
    assert EXERCISE.live(EXERCISE.read(cells()), BAKERY)["faults"] == {}
    assert EXERCISE.live(Cells(), BAKERY)["faults"] == {}


def test_the_hints_lead_to_what_is_wrong():
    blank, wrong, right = (EXERCISE.read(raw) for raw in (None, marked("b4", "tpm"), cells()))
    assert "“Lockers” has 3 × Duty of a TPM, 1 × Duty of another role, 2 × A fact" in EXERCISE.hint(
        1, blank, BAKERY
    )
    assert EXERCISE.hint(1, wrong, BAKERY).startswith("The advert “Timetables” has")
    assert EXERCISE.hint(2, wrong, BAKERY).startswith("Look once more at Timetables 4")
    assert "cannot be answered with yes" in EXERCISE.hint(2, right, BAKERY)


@pytest.mark.parametrize("case", [BARE, replace(BARE, own=True)])
def test_it_is_the_same_on_any_backlog_and_the_worked_marks_are_right(case):
    worked = EXERCISE.worked_answer(case)
    answer = Cells.of({part: value for part, (value, _) in worked.items()})
    assert {one.level for one in EXERCISE.review(answer, case).findings} == {"good"}
    assert all(part.endswith(":question") for part in EXERCISE.missing(answer, case))
    assert all(reason[-1] in ".?" for _, reason in worked.values())
    assert EXERCISE.in_words(worked["a3:which"][0]) == "Fact: base pay and its range"
    assert "One might ask “What is the range of base pay" in worked["a3:which"][1]
    assert "Exercise 11.1" in worked["a3:which"][1]
    assert worked["b5:which"][1].startswith(
        "A fact is missing with Fact: base pay and its range is right too."
    )
    assert not any("/" in value for value, _ in worked.values())
    assert EXERCISE.review(EXERCISE.read(cells()), case).outcome is Outcome.STRONG


@pytest.mark.parametrize(
    "raw",
    [
        {"cells": {"gone": {"kind": "tpm"}}},
        {"cells": {"a1": {"gone": "tpm"}}},
        {"cells": {"a1": {"kind": "gone", "which": "gone"}}},
        {"cells": {"a1": {"which": "pay"}}},
        {"cells": {HOSTILE: {HOSTILE: HOSTILE}}},
        {"cells": {"a1": {"question": " ", "kind": "gone"}}},
    ],
)
def test_cells_that_are_not_there_change_nothing(raw):
    answer = EXERCISE.read(raw)
    found = EXERCISE.review(answer, BAKERY)
    assert (found.outcome, found.findings) == (Outcome.INCOMPLETE, ())
    assert all(EXERCISE.hint(step, answer, BAKERY)[-1] in ".?" for step in range(3))
    EXERCISE.view(BAKERY).answer = raw


@pytest.mark.parametrize("text", [f"{HOSTILE}\n\u202e", "x" * 2000, "Why " * 499, "\u200b", "' OR 1=1 --?"])
def test_a_hostile_question_is_text_and_stays_short(text):
    raw = asked("a3", text)
    findings = review(raw).findings
    assert all(len(one.seen) < 300 and one.seen.isprintable() for one in findings)
    view = EXERCISE.view(BAKERY)
    view.answer = raw
    view.acknowledge(EXERCISE.live(EXERCISE.read(raw), BAKERY))
    assert "<img" not in view.to_html()
    view.close()
