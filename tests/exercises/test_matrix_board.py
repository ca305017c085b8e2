"""The 5 × 5 board that several exercises share: its bands, its places and its cards."""

from __future__ import annotations

from tests.exercises.plants.place_risks import bakery_risks
from tpm_kit.case import Band
from tpm_kit.exercises.risk.matrix_board import (
    MatrixPlaces,
    impact_ranges,
    likelihood_ranges,
    matrix_board,
    places,
    risk_card,
    risk_facts,
)
from tpm_kit.exercises.risk.register import risks
from tpm_kit.widgets.linked_board import LinkedBoard

BAKERY = bakery_risks()


def test_a_place_is_said_with_which_number_is_which():
    named = MatrixPlaces.of({"R-01": "2/4"})
    assert named == MatrixPlaces.at({"R-01": (1, 3)})
    assert named.value("R-01") == "2/4"
    assert MatrixPlaces.in_words("2/4", {}) == "likelihood 2 · impact 4"
    assert named.value("R-02") is None
    assert places(named, BAKERY) == {"R-01": (1, 3)}
    assert MatrixPlaces.read(named.raw()) == named


def test_the_highest_likelihood_is_on_top_and_a_plain_board_has_no_lines():
    board = matrix_board(BAKERY, [risk_card(risks(BAKERY)[0])])
    assert [row["id"] for row in board.rows] == ["5", "4", "3", "2", "1"]
    assert not isinstance(board, LinkedBoard)
    assert board.label == "Risk matrix for Bakery"


def test_bands_of_a_case_are_said_as_they_are():
    bands = tuple(Band(f"L{step}", top) for step, top in enumerate((0.001, 0.125, 0.3, 0.9, 1.0)))
    case = bakery_risks(likelihoods=bands, currency="£")
    assert likelihood_ranges(case) == [
        "up to 0.1 %",
        "0.1 to 12.5 %",
        "12.5 to 30 %",
        "30 to 90 %",
        "over 90 %",
    ]
    assert impact_ranges(case)[0] == "up to 0.5 days or £2,000"
    assert len(impact_ranges(case)) == 5


def test_a_linked_board_takes_second_cards_and_fixed_ones():
    one = risks(BAKERY)[3]
    cards = [risk_card(one, (1, 3)), risk_card(one, id="R-04 after")]
    linked = matrix_board(BAKERY, cards, linked=True, legend="An arrow leads down.")
    assert isinstance(linked, LinkedBoard)
    assert linked.legend == "An arrow leads down."
    assert [(card["id"], card["row"], card["column"]) for card in linked.cards] == [
        ("R-04", "2", "4"),
        ("R-04 after", "", ""),
    ]
    linked.acknowledge({"links": [{"from": "R-04", "to": "R-04 after", "level": ""}]})
    assert linked.links
    facts = dict(risk_facts(one, BAKERY, numbers=True))
    assert facts["Estimate"] == "chance 15 %, 8 days lost, €3,000 besides"
    assert facts["Expected"] == "1.2 days and €450"
