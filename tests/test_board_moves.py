"""Moves of cards: Python's `move` against vectors that JavaScript passes too, and both against each other."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit.widgets import board

TESTS = Path(__file__).resolve().parent
VECTORS = json.loads((TESTS / "board_moves.json").read_text("utf-8"))
SCRIPT = """
import {{ readFileSync }} from "node:fs";
import {{ move }} from "{module}";
const cases = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(cases.map(({{ cards, id, to, columns }}) => move(cards, id, to, columns))));
"""


@st.composite
def cases(draw) -> dict:
    """A board of any cards, one of them to be moved to any place."""
    columns = [{"id": f"c{n}"} for n in range(draw(st.integers(1, 5)))]
    places = [("", ""), *((row, column["id"]) for row in ("r0", "r1") for column in columns)]
    ids = draw(st.lists(st.text(max_size=3), min_size=1, max_size=7, unique=True))
    cards = []
    for id in ids:
        row, column = draw(st.sampled_from(places))
        span = draw(st.none() | st.integers(1, 6))
        cards.append({"id": id, "row": row, "column": column} | ({"span": span} if span else {}))
    row, column = draw(st.sampled_from(places))
    before = draw(st.none() | st.sampled_from([*ids, "not there"]))
    to = {"row": row, "column": column, "before": before}
    return {"cards": cards, "id": draw(st.sampled_from(ids)), "to": to, "columns": columns}


def move(case: dict) -> list[dict]:
    """What Python makes of a case."""
    return board.move(case["cards"], case["id"], case["to"], case["columns"])


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_python_passes_the_shared_vectors(vector):
    assert move(vector) == vector["expect"]


@pytest.mark.parametrize(("id", "column"), [("gone", "p"), ("a", "gone")])
def test_unknown_ids_are_key_errors(id, column):
    cards = [{"id": "a", "row": "", "column": ""}]
    with pytest.raises(KeyError):
        board.move(cards, id, {"row": "x", "column": column, "before": None}, [{"id": "p"}])


@given(cases())
def test_a_move_changes_one_card_and_no_other(case):
    before = copy.deepcopy(case)
    moved = move(case)
    assert case == before, "the input was changed"
    assert [card for card in moved if card["id"] != case["id"]] == [
        card for card in case["cards"] if card["id"] != case["id"]
    ]
    [card] = [card for card in moved if card["id"] == case["id"]]
    old = next(card for card in case["cards"] if card["id"] == case["id"])
    assert {**card, "row": "", "column": ""} == {**old, "row": "", "column": ""}
    assert card["row"] == case["to"]["row"]


@given(cases())
def test_a_moved_card_stays_inside_the_grid(case):
    card = next(card for card in move(case) if card["id"] == case["id"])
    names = [column["id"] for column in case["columns"]]
    if not case["to"]["column"]:
        assert card["column"] == ""
    else:
        start = names.index(card["column"])
        assert start + min(card.get("span", 1), len(names)) <= len(names)
        assert start <= names.index(case["to"]["column"])


def test_javascript_moves_like_python():
    node = shutil.which("node")
    assert node, "This test needs Node.js: install it (Debian: apt-get install nodejs)."
    drawn: list[dict] = []

    @settings(max_examples=400)
    @given(cases())
    def collect(case: dict) -> None:
        drawn.append(case)

    collect()
    module = (TESTS.parent / "tpm_kit" / "widgets" / "board.mjs").as_uri()
    run = subprocess.run(
        [node, "--input-type=module", "--eval", SCRIPT.format(module=module)],
        input=json.dumps(drawn),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    for case, moved in zip(drawn, json.loads(run.stdout), strict=True):
        assert move(case) == moved, case
