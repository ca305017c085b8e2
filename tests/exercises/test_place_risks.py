"""The matrix of the shipped case and of registers of one's own: what it shows, and what it says of places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.plants.place_risks import bakery_risks, board
from tpm_kit.answers import Cells
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.risk.evidence import counted, fixed_places, no_place, to_place
from tpm_kit.exercises.risk.matrix_board import (
    IDS,
    MatrixPlaces,
    level_counts,
    places,
)
from tpm_kit.exercises.risk.place_risks import EXERCISE, belonging, place_live, place_solution
from tpm_kit.exercises.risk.placing import Placing
from tpm_kit.exercises.risk.register import risks
from tpm_kit.exercises.risk.treated import above_appetite

PAYLANE = shipped_case(EXERCISE, next(folder for folder in SHIPPED if folder.name == "paylane"))
RIGHT = {id: counted(PAYLANE)[id].place for id in belonging(EXERCISE.answer(), PAYLANE)}


def review(raw, case=PAYLANE, reasons=None):
    return EXERCISE.review(EXERCISE.read(raw), case, reasons)


def at(**moved: tuple[int, int]) -> dict:
    """The right places in the shipped case, with some risks elsewhere, (likelihood, impact) from 0."""
    return MatrixPlaces.at({**RIGHT, **{id.replace("_", "-"): to for id, to in moved.items()}}).raw()


def found(raw, case=PAYLANE) -> dict[tuple[str, str], list]:
    """The findings by code and level."""
    codes: dict[tuple[str, str], list] = {}
    for one in review(raw, case).findings:
        codes.setdefault((one.code, one.level), []).append(one)
    return codes


def bad(raw, case=PAYLANE) -> set[str]:
    return {f"{code} {level}" for code, level in found(raw, case) if level in ("problem", "caution")}


# The shipped case ------------------------------------------------------------------------------------


def test_eleven_risks_and_an_issue_are_to_be_placed_and_six_lie_there():
    moved = to_place(PAYLANE)
    assert (len(moved), len(RIGHT), len(fixed_places(PAYLANE))) == (12, 11, 6)
    assert [id for id, risk in moved.items() if no_place(risk)] == ["R-18"]
    assert EXERCISE.task_for(PAYLANE) == (
        "Put each of the 12 cards where the evidence puts it: upwards how likely it is, to the right what it "
        "costs if it happens. The higher band of days and money counts; what is no risk stays in the tray. "
        "6 risks lie there already, in grey."
    )


def test_what_is_placed_already_is_placed_right():
    assert {id: counted(PAYLANE)[id].place for id in fixed_places(PAYLANE)} == fixed_places(PAYLANE)


def test_the_worked_answer_is_strong_says_why_and_leaves_the_issue_out():
    worked = place_solution(PAYLANE)
    assert set(worked) == set(RIGHT)
    answer = MatrixPlaces.of({id: value for id, (value, _) in worked.items()})
    assert places(answer, PAYLANE) == RIGHT
    assert review(answer.raw()).outcome is Outcome.STRONG
    assert worked["R-12"] == (
        "2/4",
        "Chance 20 %: Unlikely, since an upper end belongs to its band. Loss €30,000: Major, the higher of "
        "its two bands.",
    )
    assert EXERCISE.in_words(worked["R-12"][0]) == "likelihood 2 · impact 4"
    assert all(answer.agrees(id, value) for id, (value, _) in worked.items())


def test_the_evidence_spreads_over_the_matrix():
    cells = [*RIGHT.values(), *fixed_places(PAYLANE).values()]
    assert len(set(cells)) >= 12
    assert {row for row, _ in cells} == {column for _, column in cells} == set(range(5))


def test_the_board_shows_bands_scores_and_evidence_but_no_estimates():
    view = EXERCISE.view(PAYLANE)
    assert [row["label"] for row in view.rows] == [
        "5 · Almost certain, over 80 %",
        "4 · Likely, 50 to 80 %",
        "3 · Possible, 20 to 50 %",
        "2 · Unlikely, 5 to 20 %",
        "1 · Rare, up to 5 %",
    ]
    assert [(one["label"], one["note"]) for one in view.columns][3:] == [
        ("4 · Major", "up to 10 days or €40,000"),
        ("5 · Severe", "over 10 days or €40,000"),
    ]
    labels = {(cell["row"], cell["column"]): cell["label"] for cell in view.cells}
    assert (len(labels), labels["3", "4"], labels["1", "1"]) == (25, "12 high", "1 low")
    assert len({card["id"] for card in view.cards}) == len(view.cards) == 18
    assert sum(card.get("fixed", False) for card in view.cards) == 6
    assert {name for name, _ in view.details["R-04"]} >= {"Cause", "Event", "Effect", "Evidence", "Delays"}
    assert not {"Estimate", "Expected"} & {name for facts in view.details.values() for name, _ in facts}
    evidence = dict(view.details["R-01"])["Evidence"]
    assert evidence == next(risk.fact for risk in risks(PAYLANE) if risk.id == "R-01")


def test_the_meters_count_the_risks_of_each_level():
    blank = place_live(EXERCISE.answer(), PAYLANE)
    assert (
        sum(int(part.split("\u00a0")[0]) for one in blank.values() for part in one["text"].split(" · ")) == 6
    )
    full = place_live(MatrixPlaces.at(RIGHT), PAYLANE)
    assert full["4"] == {"text": "1\u00a0critical · 1\u00a0high · 3\u00a0medium"}
    assert level_counts([*RIGHT.values(), *fixed_places(PAYLANE).values()], PAYLANE) == [
        ("critical", 1),
        ("high", 6),
        ("medium", 8),
        ("low", 2),
    ]


@pytest.mark.parametrize(
    ("moved", "codes"),
    [
        ({"R_04": (1, 4)}, {"PLACE-1 caution"}),
        ({"R_04": (0, 4)}, {"PLACE-1 problem"}),
        ({"R_16": (2, 2)}, {"PLACE-2 caution"}),
        ({"R_16": (2, 3)}, {"PLACE-2 problem"}),
        ({"R_12": (1, 1)}, {"PLACE-3 problem"}),
        ({"R_17": (1, 1)}, {"PLACE-3 problem"}),
        ({"R_12": (1, 2)}, {"PLACE-2 caution"}),
        ({"R_07": (1, 0)}, {"PLACE-2 problem"}),
        ({"R_01": (2, 2)}, {"PLACE-1 problem", "PLACE-2 caution"}),
        ({"R_18": (4, 2)}, {"RISK-3 problem"}),
        ({"R_01": (3, 4), "R_07": (4, 1)}, {"PLACE-1 caution", "PLACE-1 problem", "PLACE-2 caution"}
         | {"PLACE-2 problem"}),
    ],
)  # fmt: skip
def test_other_places(moved, codes):
    assert bad(at(**moved)) == codes


def test_a_risk_that_is_placed_too_low_is_hidden_from_whoever_decides():
    seen = found(at(R_07=(1, 2)))["PLACE-2", "problem"][0]
    assert seen.cards == ("R-07",)
    assert "20 days" in seen.seen
    assert "Severe" not in seen.seen + seen.do
    assert seen.why.endswith(
        "As it lies it is medium, within the appetite; by its evidence it is not, and whoever decides "
        "(CEO) would not hear of it."
    )
    # One band too low, and still above it: nothing is hidden.
    assert "appetite" not in found(at(R_04=(2, 3)))["PLACE-2", "caution"][0].why


def test_a_likelihood_that_is_too_high_hides_nothing_though_the_impact_is_too_low():
    codes = found(at(R_07=(2, 2)))
    [high], [low] = codes["PLACE-1", "caution"], codes["PLACE-2", "problem"]
    assert high.why == "One band too high: it takes attention from what is worse."
    assert low.why.startswith(
        "2 bands too low: nobody looks at it until it happens. As it lies it is medium,"
    )


def test_the_evidence_is_quoted_for_up_to_three_risks():
    few = found(at(R_04=(1, 4)))["PLACE-1", "caution"][0].seen
    assert "Counted, the chance is 35 %: “Sofia Brandt, who admits new members, said ‘some weeks" in few
    assert few.endswith("It cost nothing but the days.”")
    many = found(at(**{id.replace("-", "_"): (0, one[1]) for id, one in RIGHT.items()}))["PLACE-1", "problem"]
    assert "Counted, the chance is 86 %." in many[0].seen


def test_a_chance_between_two_bands_is_told_where_it_belongs():
    off = found(at(R_07=(2, 4)))["PLACE-1", "caution"][0]
    assert off.seen.startswith(
        "Mina Okafor is away for weeks lies in Possible (20 to 50 %). Counted, the chance is 20 %"
    )
    assert off.seen.endswith(" 20 % is the upper end of Unlikely, and belongs to it.")
    assert "upper end" not in found(at(R_04=(3, 4)))["PLACE-1", "caution"][0].seen


def test_a_loss_that_is_placed_too_high_is_said_to_fit_lower():
    off = found(at(R_10=(2, 2)))["PLACE-2", "caution"][0]
    assert "lies in Moderate (up to 5 days or €15,000). If it happens it mostly costs 2 days" in off.seen
    assert off.seen.endswith(" That fits into a lower band already.")
    assert "lower band" not in found(at(R_10=(2, 0)))["PLACE-2", "caution"][0].seen


def test_exchanged_axes_are_one_finding_and_not_twenty():
    raw = at(**{id.replace("-", "_"): cell[::-1] for id, cell in RIGHT.items()})
    assert bad(raw) == {"RISK-11 problem"}
    one = found(raw)["RISK-11", "problem"][0]
    assert "10 risks would lie nearer" in one.seen
    assert "30 bands off in all, exchanged 0." in one.seen
    assert not {code for code, _ in found(raw)} & {"PLACE-1", "PLACE-2", "PLACE-4", "PLACE-6"}


def test_exchanged_axes_show_after_three_risks():
    some = {id: RIGHT[id][::-1] for id in ("R-07", "R-12", "R-17")}
    assert "RISK-11 problem" in bad(MatrixPlaces.at(some).raw())
    two = {id: RIGHT[id][::-1] for id in ("R-07", "R-12")}
    assert "RISK-11 problem" not in bad(MatrixPlaces.at(two).raw())


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(list(RIGHT)), st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=2)
)
def test_two_slips_are_no_exchanged_axes(slips):
    answer = MatrixPlaces.at({**RIGHT, **slips})
    assert Placing(answer, PAYLANE).swap is None


def test_a_caution_can_be_accepted_with_a_reason():
    raw = at(R_16=(2, 2))
    cautions = [one for one in review(raw).findings if one.level == "caution"]
    reasons = {one.key: Reason("The network team is away in January.", one.seen) for one in cautions}
    assert review(raw, reasons=reasons).outcome is Outcome.TRADE_OFF


def test_the_issue_is_praised_only_when_all_else_is_placed():
    early = MatrixPlaces.at({"R-01": RIGHT["R-01"]}).raw()
    assert ("RISK-3", "good") not in found(early)
    assert review(early).outcome is Outcome.INCOMPLETE
    assert ("RISK-3", "good") in found(at())


# The whole matrix ------------------------------------------------------------------------------------


def test_what_is_above_the_appetite_stands_with_the_highest_first():
    note = found(at())["PLACE-4", "note"][0]
    assert note.seen.startswith("Above the appetite (medium) lie 7 risks: Brackwater opens its test late, ")
    assert note.seen.endswith("and 1 more. 8 risks are medium, just within it.")


def test_nothing_above_the_appetite_is_said_only_of_places_that_were_checked():
    assert ("PLACE-4", "good") in found(board(), bakery_risks())
    unknown = bakery_risks({"R-05": {"chance": None}})
    assert not [code for code, _ in found(board(), unknown) if code == "PLACE-4"]


def test_the_appetite_may_go_by_the_other_usual_word_for_its_level():
    moderate = bakery_risks(appetite="Moderate")
    assert ("PLACE-4", "good") in found(board(), moderate)
    assert [above_appetite(cell, moderate) for cell in ((2, 2), (2, 3))] == [False, True]


def test_a_crowd_in_one_cell_is_named_with_what_it_hides():
    crowd = MatrixPlaces.at(dict.fromkeys(RIGHT, (2, 3))).raw()
    seen = found(crowd)["PLACE-5", "caution"][0].seen
    assert seen.startswith("11 of 17 risks lie in one cell, Possible and Major, such as ")
    assert "By chance times loss they reach from " in seen
    assert ("PLACE-5", "caution") not in found(at())


def test_a_matrix_of_ones_own_gives_the_levels():
    words = [["medium"] * 5 for _ in IDS]
    words[0][0], words[4][4] = "low", "critical"
    mine = Cells.of(
        {
            f"{row + 1}:{column + 1}": word
            for row, line in enumerate(words)
            for column, word in enumerate(line)
        }
    )
    case = replace(PAYLANE, earlier={"repair-matrix": mine})
    labels = {(cell["row"], cell["column"]): cell["label"] for cell in EXERCISE.view(case).cells}
    assert (labels["1", "1"], labels["4", "3"]) == ("1 low", "12 medium")
    assert ("PLACE-4", "good") in found(at(), case)


# Hints -----------------------------------------------------------------------------------------------


def test_the_hints_lead_to_a_wrong_place_first():
    answer = MatrixPlaces.at({"R-01": RIGHT["R-01"], "R-04": (0, 4)})
    assert EXERCISE.hint(0, answer, PAYLANE).endswith("Take Name check admission drags on first.")
    assert "One card speaks of something that is certain" in EXERCISE.hint(1, answer, PAYLANE)
    assert EXERCISE.hint(2, answer, PAYLANE) == (
        "Name check admission drags on: the chance is 35 %, so its row is the one for 20 to 50 %. It mostly "
        "costs 15 days, so its column is the one for over 10 days or €40,000."
    )
    only_issue = MatrixPlaces.at({**RIGHT, "R-18": (0, 0)})
    assert EXERCISE.hint(2, only_issue, PAYLANE).endswith("is no risk. It belongs in the tray.")
    assert EXERCISE.hint(2, MatrixPlaces.at(RIGHT), PAYLANE).startswith("All that can be counted lies where")
