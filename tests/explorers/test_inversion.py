"""The explorer of the matrix: what it says of two risks, and what it plots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.planting import BAKERY
from tpm_kit.case import case_folder, default_case, load_case
from tpm_kit.explorers import explorer
from tpm_kit.methods.risk_matrix import PRODUCT

EXPLORER = explorer("inversion")


def values(chance_a: float, loss_a: float, chance_b: float, loss_b: float) -> dict[str, float]:
    """The sliders' values."""
    return {"chance_a": chance_a, "loss_a": loss_a, "chance_b": chance_b, "loss_b": loss_b}


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (
            values(65, 10, 12, 27.5),
            "A: 65 % of €10,000 is €6,500 expected; the matrix says 12 high. B: 12 % of €27,500 is €3,300 "
            "expected; the matrix says 8 medium. Matrix and expected loss agree: A comes first, 2.0 times as "
            "much.",
        ),
        (
            values(81, 0.5, 5, 30),
            "matrix ranks A first, and B is expected to cost more, 3.7 times as much.",
        ),
        (
            values(5, 30, 81, 0.5),
            "matrix ranks B first, and A is expected to cost more, 3.7 times as much.",
        ),
        (
            values(30, 4, 15, 10),
            "does not tell them apart, and B is expected to cost more, 1.2 times as much.",
        ),
        (values(90, 1, 3, 30), "The same loss is expected of both, and the matrix ranks A higher."),
        (values(10, 14, 10, 14), "The matrix and the expected loss put both level."),
        (values(50, 10, 51, 10), "agree: B comes first, by a little."),
        (values(90, 100, 5, 0.5), "agree: A comes first, 3,600 times as much."),
    ],
)
def test_what_is_to_be_seen_is_said_with_its_sums(at, says):
    assert says in EXPLORER.says(at, BAKERY)


def test_the_sliders_cover_the_bands_and_begin_where_matrix_and_sums_agree():
    for case in (BAKERY, load_case(case_folder(default_case()))):
        ranges = EXPLORER.sliders(case)
        assert [(one.least, one.most) for one in ranges.values()] == [(1, 99), (0.5, 100)] * 2
        assert "agree: A comes first" in EXPLORER.says({id: one.start for id, one in ranges.items()}, case)


def test_points_lie_on_their_curves():
    plotted = EXPLORER.plotted(values(81, 0.5, 5, 30), BAKERY)
    assert [point[0] for point in plotted["points"]] == ["A: €405", "B: €1,500"]
    assert plotted["points"][1][1] == pytest.approx((1.0, 3.6))
    assert plotted["words"] == PRODUCT.cells
    assert plotted["edges"][1] == ["€0", "€2,000", "€5,000", "€15,000", "€40,000", "€100,000"]
    for (_, (up, along), _), (_, curve) in zip(plotted["points"], plotted["curves"], strict=True):
        left = max((at for at in curve if at[1] <= along), key=lambda at: at[1])
        right = min((at for at in curve if at[1] >= along), key=lambda at: at[1])
        assert right[0] - 1e-9 <= up <= left[0] + 1e-9


def test_the_cases_own_bands_and_matrix_count():
    case = load_case(case_folder(default_case()))
    own = replace(case.risk, levels=("a", "b"), matrix=(("b",) * 5, *((("a",) * 5,) * 4)), currency="£")
    says = EXPLORER.says(values(81, 0.5, 5, 30), replace(case, risk=own))
    assert "A: 81 % of £500 is £405 expected; the matrix says 5 a." in says
    assert "the matrix says 4 b. Matrix and expected loss agree: B comes first" in says
