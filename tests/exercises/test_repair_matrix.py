"""7.5: the matrix that is repaired, what the audit says meanwhile, and who uses the result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.planting import BAKERY
from tests.exercises.plants.repair_matrix import alike, matrix
from tpm_kit.case import Case, cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.levels import cells, label, matrix_of, said_of, words
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.risk.repair_matrix import EXERCISE, filled, start
from tpm_kit.methods.risk_matrix import NIST, PRODUCT

PAYLANE = load_case(cases_folder() / "paylane")
HOSTILE = "<img src=x onerror=alert(1)>"
FIVE = replace(
    BAKERY, risk=replace(policy(BAKERY), levels=NIST.levels, matrix=NIST.cells, appetite="moderate")
)


def review(raw: dict, case: Case = BAKERY):
    """The feedback on a raw answer."""
    return EXERCISE.review(EXERCISE.read(raw), case)


def with_answer(raw: dict, case: Case = BAKERY) -> Case:
    """The case with that answer to 7.5."""
    return replace(case, earlier={"repair-matrix": EXERCISE.read(raw)})


def test_the_beginning_is_the_faulty_matrix_of_the_domain_reference():
    raw = EXERCISE.beginning(BAKERY).raw()
    assert [*raw["cells"]["1"].values()] == ["low"] * 5
    title = EXERCISE.plotted(EXERCISE.read(raw), BAKERY)["title"]
    assert title == "The audit finds: 4 × low above critical, 2 × jumps at an edge, 2 × jumps at a corner"
    view = EXERCISE.view(BAKERY)
    view.answer = raw
    assert view.answer == raw
    assert view.rows[0]["title"] == "Almost certain"


def test_two_cells_are_enough_to_repair_it():
    raw = filled(lambda cell: {(1, 4): "high", (4, 1): "high"}.get(cell) or level(cell)).raw()
    result = review(raw)
    assert result.outcome is Outcome.STRONG
    assert result.findings[0].seen == (
        "The audit finds nothing: 10 low, 5 medium, 2 high and 8 critical. On scales with five bands of the "
        "same width no low risk can be larger than a critical one."
    )
    assert matrix_of(with_answer(raw)).cells[1][4] == "high"


def test_a_clean_matrix_is_not_praised_for_the_bands_of_the_register():
    """Rare reaches to 5 % and Severe has no upper end, so the equal bands of the audit are not the case's."""
    (one,) = review(matrix()).findings
    assert one.why.endswith(
        "The bands of 7.3 are not of the same width. There even low and critical can be the wrong way round: "
        "81 % of €5,500 is €4,455, in a cell that is critical, and 4.8 % of €97,000 is €4,656, in one that "
        "is low."
    )


def test_the_hints_end_with_the_faults():
    def hints(raw):
        return [EXERCISE.hint(step, EXERCISE.read(raw), BAKERY) for step in (1, 2)]

    assert (
        hints(matrix())
        == ["The audit finds nothing in your matrix. Look at how many cells of each level are left."] * 2
    )
    assert hints(alike("medium")) == ["The audit needs a low and a critical cell to compare."] * 2
    assert "mirror each other" in hints(matrix(c23="high"))[1]


def level(cell: tuple[int, int]) -> str:
    """The level of a cell in the faulty matrix."""
    return start(BAKERY).text(str(cell[0] + 1), str(cell[1] + 1))


def test_one_of_the_two_leaves_its_mirror_image_to_be_repaired():
    result = review(filled(lambda cell: "high" if cell == (1, 4) else level(cell)).raw())
    assert {one.code for one in result.findings} == {"MATRIX-1", "MATRIX-2", "MATRIX-3"}


def test_the_cells_are_named_while_somebody_works():
    found = EXERCISE.live(start(BAKERY), BAKERY)["faults"]
    assert {f"{row}:{column}" for row in found for column in found[row]} == {
        "1:5", "2:5", "5:1", "5:2", "1:4", "4:1",
    }  # fmt: skip
    assert found["1"]["5"] == "Holds larger risks than Unlikely × Severe, which is critical."
    assert found["5"]["2"] == "Holds smaller risks than Rare × Severe, which is low."
    assert found["4"]["1"] == "Touches Almost certain × Minor, which is critical."
    flagged = EXERCISE.plotted(start(BAKERY), BAKERY)["flagged"]
    assert flagged == [(0, 3), (0, 4), (1, 4), (3, 0), (4, 0), (4, 1)]
    assert EXERCISE.live(EXERCISE.read(matrix()), BAKERY)["faults"] == {}


def test_what_is_not_whole_is_not_audited():
    raw = matrix()
    del raw["cells"]["3"]["3"]
    assert (review(raw).outcome, review(raw).findings) == (Outcome.INCOMPLETE, ())
    assert EXERCISE.plotted(EXERCISE.read(raw), BAKERY)["title"] == "Cells without a level: 1"
    assert EXERCISE.live(EXERCISE.read(raw), BAKERY)["faults"] == {}
    assert "Give every cell a level" in EXERCISE.hint(1, EXERCISE.read(raw), BAKERY)


def test_the_clean_matrix_counts_elsewhere_and_no_other():
    assert matrix_of(BAKERY) == PRODUCT
    mine = matrix_of(with_answer(matrix()))
    assert (mine.level(0, 4), mine.level(1, 4), mine.level(2, 4)) == ("low", "high", "critical")
    assert said_of(mine) == "The levels come from your matrix of 7.5."
    half = matrix()
    del half["cells"]["3"]["3"]
    for raw in (start(BAKERY).raw(), half, {}, alike("medium"), matrix(c23="high"), matrix(c23=HOSTILE)):
        assert matrix_of(with_answer(raw)) == PRODUCT
    assert said_of(PRODUCT) == (
        "The level is the product of the two ranks: 1 to 4 low, 5 to 9 medium, 10 to 16 high, 20 to 25 "
        "critical."
    )


def test_boards_get_a_label_and_a_tint_for_each_cell():
    found = {(cell["row"], cell["column"]): (cell["label"], cell["tint"]) for cell in cells(PRODUCT)}
    assert len(found) == 25
    assert (found["1", "1"], found["5", "1"], found["3", "4"], found["5", "5"]) == (
        ("1 low", 1),
        ("5 medium", 2),
        ("12 high", 4),
        ("25 critical", 5),
    )
    assert [cell["tint"] for cell in cells(NIST)][-5:] == [1, 2, 3, 4, 5]
    assert label(NIST, 4, 0) == "very low"


def test_a_case_with_levels_of_its_own_is_repaired_with_these():
    assert words(FIVE) == NIST.levels
    assert said_of(matrix_of(FIVE)) == "The levels come from the matrix that the case brings along."
    worked = EXERCISE.worked_answer(FIVE)
    answer = EXERCISE.answer.of({part: value for part, (value, _) in worked.items()})
    result = EXERCISE.review(answer, FIVE)
    assert result.outcome is Outcome.STRONG
    assert {value for value, _ in worked.values()} == set(NIST.levels)
    assert matrix_of(with_answer(answer.raw(), FIVE)).levels == NIST.levels
    assert "from 10 on very high" in EXERCISE.task_for(FIVE)
    # Words of the usual matrix mean nothing here.
    assert review(matrix(), FIVE).outcome is Outcome.NEEDS_WORK
    two = replace(BAKERY, risk=replace(policy(BAKERY), levels=("no", "yes"), matrix=(("no",) * 5,) * 5))
    assert words(two) == PRODUCT.levels


def test_the_worked_matrix_of_the_shipped_case_is_strong():
    worked = EXERCISE.worked_answer(PAYLANE)
    answer = EXERCISE.answer.of({part: value for part, (value, _) in worked.items()})
    assert EXERCISE.review(answer, PAYLANE).outcome is Outcome.STRONG
    assert worked["2:3"] == (
        "medium",
        "2 × 3 = 6; the largest risk in it is 24 %, the smallest 8 % of the most that can be lost.",
    )


@pytest.mark.parametrize(
    "raw",
    [
        matrix(c33=HOSTILE),
        matrix(c33="\x00\u202e"),
        matrix(c33="LOW"),
        {"cells": {str(row): dict.fromkeys("12345", "x" * 2000) for row in range(1, 6)}},
    ],
)
def test_words_that_are_no_levels_are_not_believed(raw):
    result = review(raw)
    assert [one.code for one in result.findings] == ["MATRIX-4"]
    assert "none of low, medium, high, critical" in result.findings[0].seen
    plotted = EXERCISE.plotted(EXERCISE.read(raw), BAKERY)
    assert plotted["title"] == "Not every cell has one of the levels"
    assert all(EXERCISE.hint(step, EXERCISE.read(raw), BAKERY)[-1] in ".?" for step in range(3))
    view = EXERCISE.view(BAKERY)
    view.answer = raw
    assert HOSTILE not in view.to_html()


@pytest.mark.parametrize("raw", [{"cells": {"gone": {"1": "low"}}}, {"cells": {"1": {"9": "low"}}}])
def test_cells_that_are_gone_are_left_alone(raw):
    assert (review(raw).outcome, review(raw).findings) == (Outcome.INCOMPLETE, ())
