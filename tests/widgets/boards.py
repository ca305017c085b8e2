"""The boards that the tests of the widgets show."""

from __future__ import annotations

from tpm_kit.widgets.board import Board
from tpm_kit.widgets.linked_board import LinkedBoard

LANES = ("Must", "Should", "Could", "Won't")
LEVELS = ("Rare", "Unlikely", "Possible", "Likely", "Certain")
TITLES = {"a": "Apples", "b": "Bread", "c": "Cheese", "d": "Dates", "e": "Eggs", "f": "Figs"}


def lanes(*, readonly: bool = False, **placed: str) -> Board:
    """Four plain lanes must, should, could and wont; six cards a to f in the tray, or in the lane given."""
    tones = ("red", "amber", "green", "grey")
    columns = [
        {"id": name.lower().replace("'", ""), "label": name, "note": f"About {name}", "tone": tone}
        for name, tone in zip(LANES, tones, strict=True)
    ]
    cards = [
        {
            "id": id,
            "title": title,
            "note": "3 pts",
            **({"row": "all", "column": placed[id]} if id in placed else {}),
        }
        for id, title in TITLES.items()
    ]
    details = {id: [["What", f"All about {title}."], ["Needs", "nothing"]] for id, title in TITLES.items()}
    return Board(label="Shopping", columns=columns, cards=cards, details=details, readonly=readonly)


def squares() -> Board:
    """Five rows and five columns, tinted and labelled, with three cards on them and three in the tray."""
    rows = [{"id": f"r{n}", "label": LEVELS[5 - n]} for n in range(1, 6)]
    columns = [{"id": f"c{n}", "label": f"Impact {n}"} for n in range(1, 6)]
    scores = {(row, column): (6 - row) * column for row in range(1, 6) for column in range(1, 6)}
    cells = [
        {
            "row": f"r{row}",
            "column": f"c{column}",
            "label": str(score),
            "tint": sum(score >= limit for limit in (1, 3, 5, 10, 15)),
        }
        for (row, column), score in scores.items()
    ]
    places = {"a": ("r2", "c4"), "b": ("r3", "c3"), "c": ("r5", "c2")}
    cards = [
        {"id": id, "title": title, **dict(zip(("row", "column"), places.get(id, ("", "")), strict=True))}
        for id, title in TITLES.items()
    ]
    return Board(label="Risks", rows=rows, columns=columns, cells=cells, cards=cards)


def joined() -> LinkedBoard:
    """The board of `road`, with c fixed; a leads to b, and b to c, which starts before b has ended."""
    plain = road()
    board = LinkedBoard(
        label=plain.label,
        rows=plain.rows,
        columns=plain.columns,
        cards=[{**card, "fixed": True} if card["id"] == "c" else card for card in plain.cards],
        spans=True,
        legend="Outlined: the longest way.",
    )
    links = [{"from": "a", "to": "b", "level": ""}, {"from": "b", "to": "c", "level": "problem"}]
    board.acknowledge({"q1": {"text": "3 of 5"}, "links": links, "outlined": ["a", "b"]})
    return board


def road() -> Board:
    """Rows x, y and z, columns q1 to q6, and cards that span: a over q1 and q2, b over q3 and q4, c at q2."""
    rows = [{"id": id, "label": label} for id, label in (("x", "Platform"), ("y", "Rules"), ("z", "Service"))]
    columns = [{"id": f"q{n}", "label": f"Sprint {n}"} for n in range(1, 7)]
    places = {"a": ("x", "q1", 2), "b": ("x", "q3", 2), "c": ("y", "q2", 1)}
    cards = [
        {
            "id": id,
            "title": title,
            "note": "8 pts",
            "tone": "blue",
            **dict(zip(("row", "column", "span"), places.get(id, ("", "", 1)), strict=True)),
        }
        for id, title in TITLES.items()
    ]
    return Board(label="Roadmap", rows=rows, columns=columns, cards=cards, spans=True)
