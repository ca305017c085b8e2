"""The comparison of methods: its figures, whose they are, and a backlog of the learner's own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.planting import lanes, with_items
from tests.exercises.plants.top_five import CASE, INPUTS, PLACED, PLAIN, after, choice, with_inputs
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization.top_five import EXERCISE
from tpm_kit.exercises.prioritization.top_five_ranks import COLUMNS, compare
from tpm_kit.methods.rank_stability import Absolute, Relative, Scale, rank_stability
from tpm_kit.methods.rice import rice

HOSTILE = "<img src=x onerror=alert(1)>"
PAYLANE = next(folder for folder in SHIPPED if folder.name == "paylane")


def review(answer, case=CASE):
    return EXERCISE.review(EXERCISE.read(answer), case)


def found(answer, code, case=CASE):
    return [one for one in review(answer, case).findings if one.code == code]


def scores(case: Case, rows: dict, evidence: str = "data") -> Cells:
    """What a learner typed in the table of scores: id -> reach, impact, confidence, effort, value, ease."""
    names = ("reach", "impact", "confidence", "effort", "value", "ease")
    cells = {id: dict(zip(names, texts, strict=False)) | {"evidence": evidence} for id, texts in rows.items()}
    return Cells(cells={id: {name: text for name, text in row.items() if text} for id, row in cells.items()})


def ground(case: Case, **stored) -> Case:
    return EXERCISE.ground(case, lambda id: stored.get(id.replace("-", "_")))


CD3, WSJF = (COLUMNS[id] for id in ("cd3", "wsjf"))


# The figures of the shipped case ---------------------------------------------------------------------------


def test_the_cases_figures_are_those_of_the_other_exercises():
    case = shipped_case(EXERCISE, PAYLANE)
    rows = {row["id"]: row for row in case.table("top-five")}
    worked = {part: value for part, (value, _) in case.worked("score-it").items()}
    assert set(rows) == {row["id"] for row in case.table("score-it")}
    for id, row in rows.items():
        item = case.item(id)
        assert (row["reach"], row["confidence"]) == (item.reach, item.confidence)
        assert row["ice_impact"] == item.value
        assert row["ice_confidence"] == pytest.approx(10 * item.confidence)
        assert row["person_months"] == max(0.5, round(item.effort / 6 * 2) / 2)
        assert row["weeks"] == {3: 1, 5: 2, 8: 3, 13: 4}[item.effort]
        for column, part in (("impact", "impact"), ("person_months", "effort"), ("ice_ease", "ease")):
            assert row[column] == float(worked[f"{id}:{part}"])
    for row in case.table("waiting"):
        if row["id"] in rows:
            assert (rows[row["id"]]["cost"], rows[row["id"]]["weeks"]) == (row["cost"], row["weeks"])
    sizes = {case.item(id).effort: row["job_size"] for id, row in rows.items()}
    assert sorted(sizes.values()) == [size for _, size in sorted(sizes.items())]
    for column in COLUMNS["wsjf"]:
        assert min(row[column] for row in rows.values()) == 1


def test_the_methods_of_the_shipped_case_agree_in_part_and_its_line_is_clear():
    case = shipped_case(EXERCISE, PAYLANE)
    comparison = compare(case)
    backed = [len(comparison.backers(item.id)) for item in comparison.items]
    assert len(comparison.methods) == 5
    assert 5 in backed
    assert set(backed) - {0, 5}
    steady = sorted(comparison.shares.values(), reverse=True)
    assert steady[4] - steady[5] >= 0.15
    assert sum(steady) == pytest.approx(5)


def test_the_worked_answer_stays_strong_beside_the_other_worked_answers():
    case = shipped_case(EXERCISE, PAYLANE)
    moscow, cells = (
        kind.of({part: value for part, (value, _) in case.worked(id).items()}).raw()
        for id, kind in (("moscow", Placements), ("score-it", Cells))
    )
    whole = ground(case, moscow=moscow, score_it=cells)
    assert [method.label for method in compare(whole).methods if method.yours] == ["RICE", "ICE"]
    answer = Placements.of({id: lane for id, (lane, _) in case.worked("top-five").items()})
    result = EXERCISE.review(answer, whole)
    assert result.outcome is Outcome.STRONG
    assert compare(whole).shares == compare(case).shares


def test_a_choice_against_most_methods_becomes_sound_with_a_written_reason():
    from tpm_kit.exercise import Reason

    answer = EXERCISE.read(choice(till="later", sign="top"))
    cautions = [one for one in EXERCISE.review(answer, CASE).findings if one.level == "caution"]
    reasons = {one.key: Reason("The old till breaks down in May anyway.", one.seen) for one in cautions}
    assert len(cautions) == 2
    assert EXERCISE.review(answer, CASE, reasons).outcome is Outcome.TRADE_OFF


# Ranks and shares ------------------------------------------------------------------------------------------


def test_shares_are_those_of_rank_stability_on_the_rice_inputs():
    reach, impact, confidence, effort = np.array([row[:4] for row in INPUTS.values()]).T
    expected = rank_stability(
        {"reach": reach, "impact": impact, "confidence": confidence, "effort": effort},
        rice,
        5,
        {
            "reach": Relative(0.2),
            "impact": Scale((0.25, 0.5, 1, 2, 3)),
            "confidence": Scale((0.5, 0.8, 1)),
            "effort": Absolute(0.5, least=0.5),
        },
    ).top_share
    assert list(compare(CASE).shares.values()) == pytest.approx(expected.tolist())


def test_each_method_ranks_by_its_own_inputs_only():
    before = {method.id: dict(method.ranks) for method in compare(CASE).methods}
    changed = with_inputs(PLAIN, oven={"cost": 1, "ice_ease": 1})
    now = {method.id: dict(method.ranks) for method in compare(changed).methods}
    assert {id for id in before if before[id] != now[id]} == {"ice", "cd3"}


def test_who_ties_for_the_last_place_is_neither_taken_nor_left_out_against_the_methods():
    same = INPUTS["oven"][4:]
    rows = {id: dict(zip(COLUMNS["ice"] + CD3 + WSJF, same, strict=True)) for id in INPUTS}
    case = with_inputs(with_items(PLAIN, oven={"value": None}), **rows)
    assert not [one for one in found(choice(), "PRI-1", case) if one.level == "caution"]
    assert not [one for one in found(choice(till="later", cakes="top"), "PRI-1", case) if "left" in one.seen]


def test_a_confidence_between_the_steps_is_moved_too():
    case = with_inputs(PLAIN, oven={"confidence": 0.7}, till={"confidence": 0.1})
    assert sum(compare(case).shares.values()) == pytest.approx(5)


def test_the_learners_rice_and_ice_replace_the_given_ones_once_they_are_complete():
    rows = {id: ("900", "1", "80 %", "1", "5", "5") for id in INPUTS}
    case = replace(CASE, items=tuple(item for item in CASE.items if item.id in INPUTS))
    sound = scores(case, {**rows, "cakes": ("90,000", "1", "80 %", "1", "5", "9")})
    blank = scores(case, {**rows, "cakes": ("", "1", "80 %", "1", "5", "9")})
    wrong = scores(case, {**rows, "cakes": ("90,000", "9", "80 %", "1", "5", "9")})
    mine, given, faulty = (replace(case, earlier={"score-it": one}) for one in (sound, blank, wrong))
    assert compare(mine).methods[0].ranks["cakes"] == 1
    assert [method.label for method in compare(mine).methods if method.yours] == ["RICE", "ICE"]
    assert "RICE and ICE rank by your figures of exercise 5.3." in EXERCISE.task_for(mine)
    for other in (given, faulty):
        assert compare(other).methods[0].ranks["cakes"] == 7
    assert "ICE ranks by your figures" in EXERCISE.task_for(given)
    assert "blanks or problems" in EXERCISE.task_for(faulty)
    assert "5.3" not in EXERCISE.task_for(case)


# The board and the chart -----------------------------------------------------------------------------------


def test_a_card_shows_its_ranks_how_they_come_about_and_what_no_score_knows():
    board = EXERCISE.view(after({"salt": "should"}))
    card = next(card for card in board.cards if card["id"] == "salt")
    assert card["note"] == "RICE\N{NO-BREAK SPACE}4 · CD3\N{NO-BREAK SPACE}4"
    facts = dict(board.details["salt"])
    assert facts["RICE"] == "rank 4 · 3,200 = 2,000 × 2 × 80 % ÷ 1 person-month"
    assert facts["WSJF"] == "rank 4 · 18 = (8 + 5 + 5) ÷ 1"
    assert facts["Value/effort"] == "rank 4 · 1.4 = 7 ÷ 5 points"
    assert facts["Your MoSCoW"] == "Should"
    assert facts["Needs"] == "Sift the flour"
    assert "runs" in facts["Among the first five"]


def test_the_meters_count_and_warn():
    live = EXERCISE.live(EXERCISE.read(choice(sign="top")), CASE)
    assert live["top"] == {"text": "6 of 5", "share": 1.2, "limit": 1, "over": True}
    assert live["later"] == {"text": "1"}


def test_the_chart_shows_the_ranks_and_the_picks_in_their_order():
    answer = EXERCISE.read(lanes({id: PLACED[id] for id in ("till", "oven", "dough", "salt")}))
    plotted = EXERCISE.plotted(answer, CASE)
    assert plotted["methods"] == ["RICE", "ICE", "CD3", "WSJF", "Value/effort"]
    assert plotted["items"][4][:2] == ("Replace the till", [5, 5, 5, 5, 5])
    assert plotted["picks"] == [4, 0, 1, 3]
    assert plotted["top"] == 5
    chart = EXERCISE.chart(CASE)
    for one in (EXERCISE.answer(), answer):
        chart.update(**EXERCISE.plotted(one, CASE))
        assert chart.png().startswith(b"\x89PNG")
    assert "Replace the till (your pick): RICE 5" in chart.alt


def test_feedback_and_hints_follow_a_title_that_looks_like_markup():
    case = with_items(CASE, till={"title": HOSTILE}, sign={"title": "x" * 3000})
    for one in review(choice(till="later", sign="top"), case).findings:
        assert len(one.seen) < 600
    assert any(HOSTILE in one.seen for one in found(choice(till="later"), "PRI-1", case))
    assert HOSTILE not in EXERCISE.view(case).to_html()
    for step in range(len(EXERCISE.hints)):
        assert EXERCISE.hint(step, EXERCISE.read(choice()), case)
    chart = EXERCISE.chart(case)
    chart.update(**EXERCISE.plotted(EXERCISE.read(choice()), case))
    assert chart.png()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*INPUTS, "gone", "van"]),
            st.sampled_from(["top", "later", "gone"]),
        ),
        unique_by=lambda one: one[0],
    )
)
def test_no_answer_stops_the_feedback(places):
    answer = {"places": [{"id": id, "row": "all", "column": column} for id, column in places]}
    for case in (CASE, after({id: column for id, column in places}), with_inputs(PLAIN, oven={"cost": None})):
        result = review(answer, case)
        assert (result.outcome is Outcome.NOT_ATTEMPTED) is not bool(places)
        EXERCISE.live(EXERCISE.read(answer), case)
        EXERCISE.plotted(EXERCISE.read(answer), case)
        assert all(EXERCISE.hint(step, EXERCISE.read(answer), case) for step in range(len(EXERCISE.hints)))


def test_needs_that_run_in_a_circle_or_lead_nowhere_end():
    case = with_items(
        CASE,
        oven={"dependencies": ("dough", "gone", "oven")},
        dough={"dependencies": ("oven",)},
    )
    assert [one.cards for one in found(choice(), "PRI-4", case)] == [("oven", "dough")]


def test_needed_work_off_the_list_is_named_once_and_summed_only_where_all_efforts_are_known():
    case = with_items(
        CASE, oven={"dependencies": ("van", "gone")}, dough={"dependencies": ("van",)}, van={"effort": None}
    )
    (note,) = found(choice(), "TOP-5", case)
    assert note.seen == "Your five also need work that is not among these 7 items: Buy a van."
    assert not found(choice(), "TOP-5")
    assert not found(choice(), "TOP-5", with_items(CASE, sign={"dependencies": ("van",)}))
    rows = tuple(row for row in CASE.table("top-five") if row["id"] in ("oven", "sign"))
    two = replace(with_items(case, van={"effort": 8}), tables={"top-five": rows}, own=True)
    (note,) = found(lanes({"oven": "top", "sign": "later"}), "TOP-5", two)
    assert note.seen == (
        "Your choice also needs work that is not among these 2 items: Buy a van (8 points). Together with "
        "your choice that makes 13 points."
    )
    assert "done already" in note.do


def test_the_shipped_top_five_is_told_of_the_ledger():
    case = shipped_case(EXERCISE, PAYLANE)
    answer = Placements.of({id: lane for id, (lane, _) in case.worked("top-five").items()})
    (note,) = [one for one in EXERCISE.review(answer, case).findings if one.code == "TOP-5"]
    assert "Move all balances to the new ledger (13 points)" in note.seen
    assert "Ledger schema with one account each (8 points)" in note.seen
    assert note.seen.endswith("that makes 47 points.")
