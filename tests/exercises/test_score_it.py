"""What a learner may type into the table of scores, and what it then shows; own backlogs, odd items."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.plants.score_it import BAKERY, CELLS, NO_FACTS, typed
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization.score_it import EXERCISE, score_live
from tpm_kit.exercises.prioritization.score_it_cells import (
    READERS,
    Fault,
    rice_scores,
    scored_items,
    values_known,
)
from tpm_kit.methods.ice import ice
from tpm_kit.methods.rice import rice

OWN = Case("own", "My backlog", tuple(BacklogItem(f"t{n}", f"Task {n}") for n in range(200)), own=True)


def live(case=BAKERY, **changed):
    return score_live(EXERCISE.read(typed(**changed)), case)


def codes(raw, case=BAKERY):
    return {(one.code, one.level) for one in EXERCISE.review(EXERCISE.read(raw), case).findings}


def filled(case, **cells):
    """A table filled in alike for every item of the case; the later an item, the fewer it reaches."""
    rows = {}
    for n, item in enumerate(scored_items(case)):
        row = {"reach": str(10**6 // 3**n), "impact": "1", "confidence": "80 %", "evidence": "interviews"}
        row |= {"effort": "1", "value": str(9 - n), "ease": str(9 - n)} | cells
        rows[item.id] = {key: text for key, text in row.items() if f"{item.id}:{key}" in EXERCISE.parts(case)}
    return {"cells": rows}


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        *(
            ("reach", text, 1900.0)
            for text in ("1,900", "1900", "1 900", "1'900", "1,900 a quarter", "1900/q")
        ),
        ("reach", "1.234.567", 1234567.0),
        ("reach", "40 merchants per quarter", 40.0),
        *(("impact", text, 0.5) for text in ("0.5", "0,5", ".5", "0.5 (low)", "0.50")),
        *(
            ("confidence", text, 0.8)
            for text in ("80", "80 %", "80%", "0.8", "0,8", "80 percent", "80 per cent")
        ),
        *(("confidence", text, 1.0) for text in ("1", "1.0", "100", "100 %")),
        ("confidence", "1 %", 0.01),
        ("confidence", "8 %", 0.08),
        *(("effort", text, 1.5) for text in ("1.5", "1,5", "1.5 months", "1.5 pm", "1.5 person-months")),
        ("effort", "0.5", 0.5),
        ("effort", "24", 24.0),
        ("ease", "1", 1.0),
        ("ease", "7,5", 7.5),
        ("evidence", "test", "test"),
    ],
)
def test_notations_that_are_understood(column, text, value):
    assert READERS[column](text) == value


@pytest.mark.parametrize(
    ("column", "code", "texts"),
    [
        (
            "reach",
            "RICE-3",
            ("12 %", "12 per cent", "0.12", "1.900", "1.9", "365 a month", "9 per week", "3 days"),
        ),
        (
            "reach",
            "PRI-6",
            ("0", "-4", "many", "2k", "1.9 m", "1e999", "9" * 40, "9" * 200, "1-2", "½", "$$$"),
        ),
        ("impact", "RICE-1", ("1.5", "0", "-1", "10", "0.3", "200 %", "2 weeks")),
        ("impact", "PRI-6", ("high", "3 to 2", "?")),
        ("confidence", "RICE-2", ("0", "0 %", "-80", "101", "150 %", "8", "1.5", "9,9")),
        ("confidence", "PRI-6", ("sure", "80 weeks", "80/100")),
        (
            "effort",
            "RICE-4",
            ("6 weeks", "6w", "6 pw", "10 d", "40h", "1 year", "5 points", "5 SP", "0.2", "25"),
        ),
        ("effort", "PRI-6", ("0", "-1", "two", "1e5", "3 engineers", "1½")),
        ("ease", "PRI-6", ("0", "11", "-3", "80 %", "8/10", "easy")),
        ("value", "PRI-6", ("0", "11")),
        ("evidence", "PRI-6", ("own data", "DATA", "rumour")),
    ],
)
def test_what_cannot_be_used_is_said_at_the_cell_and_never_scores(column, code, texts):
    for text in texts:
        fault = READERS[column](text)
        assert isinstance(fault, Fault), text
        assert fault.code == code, text
        assert len(f"{fault.what}. {fault.do}") < 130
        shown = live(songs={column: text})
        if column != "value":  # this backlog has the values, so they are not asked for
            assert list(shown["faults"]) == ["songs"]
            assert shown["faults"]["songs"][column] == f"{column.capitalize()}: {fault.what}. {fault.do}"
        scoring = {"rice": ("reach", "impact", "confidence", "effort"), "ice": ("confidence", "ease")}
        for method, inputs in scoring.items():
            assert (method in shown["results"].get("songs", {})) is (column not in inputs)


def test_scores_and_ranks_are_those_of_the_methods():
    shown = live()
    assert shown["faults"] == {}
    assert shown["results"] == {
        "oven": {"rice": "8,000 · 1", "ice": "500 · 1"},
        "salt": {"rice": "2,400 · 2", "ice": "392 · 2"},
        "sign": {"rice": "640 · 3", "ice": "240 · 3"},
        "songs": {"rice": "37.5 · 4", "ice": "20 · 4"},
    }
    assert rice_scores(EXERCISE.read(typed()), BAKERY)["salt"] == rice(3000, 1, 0.8, 1)
    assert ice(7, 8, 7) == 392


def test_ranks_are_among_the_rows_that_have_a_score_and_ties_share_one():
    assert live(oven={"reach": ""})["results"]["salt"]["rice"] == "2,400 · 1"
    tied = live(sign={"impact": "3", "confidence": "100"})["results"]
    assert [tied[id]["rice"] for id in CELLS] == ["8,000 · 1", "2,400 · 2 =", "2,400 · 2 =", "37.5 · 4"]


def test_a_row_scores_before_its_evidence_is_chosen_but_is_not_complete():
    raw = typed(songs={"evidence": ""})
    assert live(songs={"evidence": ""})["results"]["songs"]["rice"] == "37.5 · 4"
    assert EXERCISE.review(EXERCISE.read(raw), BAKERY).outcome is Outcome.INCOMPLETE


@pytest.mark.parametrize(
    ("texts", "level"),
    [
        (("3,000", "2100", "4,300"), "good"),
        (("2,000", "4,400"), "caution"),
        (("1000", "12,000", "36000", "230"), "problem"),
    ],
)
def test_how_far_a_reach_may_be_from_its_fact(texts, level):
    for text in texts:
        assert ("RICE-3", level) in codes(typed(salt={"reach": text})), text


def test_an_effort_need_not_be_rounded():
    assert ("RICE-4", "good") in codes(typed(salt={"effort": "0.83"}, sign={"effort": "1.33"}))


def test_without_facts_nothing_is_compared():
    found = codes(typed(salt={"reach": "30", "evidence": "data"}), NO_FACTS)
    assert not found & {("RICE-3", "good"), ("RICE-4", "good"), ("RICE-3", "problem"), ("EVID-1", "caution")}


def test_an_own_backlog_with_nothing_but_titles_can_be_scored():
    case = replace(OWN, items=OWN.items[:5])
    assert not values_known(case)
    raw = filled(case)
    assert EXERCISE.missing(EXERCISE.read(raw), case) == []
    assert EXERCISE.review(EXERCISE.read(raw), case).outcome is Outcome.STRONG
    shown = score_live(EXERCISE.read(raw), case)["results"]["t0"]
    assert shown == {"rice": "800,000 · 1", "ice": "648 · 1"}
    view = EXERCISE.view(case)
    view.answer = raw
    assert view.answer == raw
    assert EXERCISE.task_for(case) == (
        "Score 5 items, the first of your backlog: what comes first by RICE, and what by ICE?"
    )


def test_of_a_long_own_backlog_the_first_eight_musts_and_shoulds_are_taken():
    assert [item.id for item in scored_items(OWN)] == [f"t{n}" for n in range(8)]
    lanes = {f"t{n}": ("should", "must", "could", "wont")[n % 4] for n in range(40)} | {"gone": "must"}
    grounded = replace(OWN, earlier={"moscow": Placements.of(lanes)})
    assert [item.id for item in scored_items(grounded)] == [
        "t1",
        "t5",
        "t9",
        "t13",
        "t17",
        "t21",
        "t25",
        "t29",
    ]
    assert "Musts and Shoulds of your MoSCoW answer" in EXERCISE.task_for(grounded)
    few = replace(OWN, earlier={"moscow": Placements.of({"t50": "must", "t60": "should", "t70": "could"})})
    assert [item.id for item in scored_items(few)] == ["t50", "t60"]
    one = replace(OWN, earlier={"moscow": Placements.of({"t50": "must", "t70": "could"})})
    assert len(scored_items(one)) == 8


def test_one_item_alone_is_scored_and_compared_with_nothing():
    case = replace(OWN, items=OWN.items[:1])
    result = EXERCISE.review(EXERCISE.read(filled(case)), case)
    assert result.outcome is Outcome.STRONG
    assert "Score 1 item," in EXERCISE.task_for(case)
    assert "two rows" in EXERCISE.hint(3, EXERCISE.read(filled(case)), case)


@pytest.mark.parametrize(
    "title",
    [
        "<img src=x onerror=alert(1)>",
        "A" * 3000,
        "word " * 400,
        "{0} %s $x_2$ \u202eabc \u0000 /:|",
        "支払い画面で失敗理由" * 30,
    ],
)
def test_odd_titles_stay_text_in_the_table_and_in_the_feedback(title):
    case = replace(OWN, items=(BacklogItem("a:b/c", title), BacklogItem("z", title)))
    raw = filled(case, reach="12 %", effort="6 weeks")
    findings = EXERCISE.review(EXERCISE.read(raw), case).findings
    assert {one.code for one in findings} >= {"RICE-3", "RICE-4"}
    titles = EXERCISE.parts(case)
    assert all(titles[card] in one.seen for one in findings for card in one.cards)
    assert all(len(one.seen) < 400 for one in findings)
    view = EXERCISE.view(case)
    view.answer = raw
    assert view.answer == raw
    assert "<img" not in view.to_html()
    assert EXERCISE.hint(3, EXERCISE.read(raw), case).startswith("Look again at one cell: ")


def test_hints_fit_a_blank_and_a_full_table():
    blank = EXERCISE.hint(3, EXERCISE.answer(), BAKERY)
    assert "two rows" in blank
    assert "Play songs: effort" in EXERCISE.hint(3, EXERCISE.read(typed(songs={"effort": "8"})), BAKERY)
    assert "by RICE" in EXERCISE.hint(3, EXERCISE.read(typed()), BAKERY)


def test_the_facts_of_a_row_give_away_no_worked_number():
    view = EXERCISE.view(BAKERY)
    assert [name for name, _ in view.details["songs"]] == ["Reach", "Impact", "Confidence", "Effort"]
    assert "300" not in str(view.details["songs"])
    assert view.rows[0]["note"] == "value 10 of 10"


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_the_facts_of_a_shipped_case_hang_together_with_its_backlog(folder):
    case = shipped_case(EXERCISE, folder)
    sizes = [case.item(fact["id"]).effort / fact["months"] for fact in case.table("score-it")]
    assert max(sizes) / min(sizes) < 1.5
    worked = Cells.of({part: value for part, (value, _) in case.worked(EXERCISE.id).items()})
    for fact in case.table("score-it"):
        item = case.item(fact["id"])
        assert READERS["reach"](worked.text(item.id, "reach")) == item.reach
        assert READERS["confidence"](worked.text(item.id, "confidence")) == item.confidence
        assert READERS["effort"](worked.text(item.id, "effort")) == fact["months"]


@given(
    st.dictionaries(st.sampled_from([*READERS]), st.text(min_size=1, max_size=80), max_size=7), st.booleans()
)
def test_nothing_that_is_typed_makes_a_rule_or_a_figure_fail(cells, bare):
    case = NO_FACTS if bare else BAKERY
    raw = typed(songs=cells, oven=cells)
    for answer in (
        EXERCISE.read(raw),
        EXERCISE.read({"cells": {"songs": cells, "gone": cells}} if cells else {}),
    ):
        result = EXERCISE.review(answer, case)
        assert all(one.seen for one in result.findings)
        shown = score_live(answer, case)
        assert set(shown["results"]) <= set(CELLS)
        assert all(text[:1].isdigit() for row in shown["results"].values() for text in row.values())
        assert all(EXERCISE.hint(step, answer, case) for step in range(len(EXERCISE.hints)))


@given(
    st.sampled_from([*READERS]),
    st.from_regex(r"[-+]?[0-9]{1,4}([.,][0-9]{1,4})?( ?[a-z%]{0,8})?", fullmatch=True),
)
def test_every_number_is_either_usable_by_the_methods_or_a_fault(column, text):
    value = READERS[column](text)
    if isinstance(value, Fault):
        return
    good = {"reach": 1.0, "impact": 1.0, "confidence": 0.8, "effort": 1.0}
    if column in good:
        assert rice(**{**good, column: value}) > 0
    elif column in ("ease", "value"):
        assert ice(5, 5, value) > 0


def test_an_effort_that_is_not_what_its_fact_says_casts_no_doubt_on_ease():
    wrong = typed(sign={"effort": "6"})  # ease 6, against 5 for the oven's 2 person-months
    assert {code for code, level in codes(wrong) if level in ("problem", "caution")} == {"RICE-4"}
