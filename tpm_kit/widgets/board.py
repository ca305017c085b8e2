"""A board: cards that a learner moves between a tray and the cells of a grid.

The board knows rows, columns, cells and cards, and nothing of what they mean. It never refuses a move: what a
place means is judged elsewhere, after the move.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import traitlets

from tpm_kit.widgets.front_end import script, styles
from tpm_kit.widgets.static_copy import Marked

Card = dict[str, Any]
TEXTS = {
    "help": "Space lifts a card, the arrow keys move it, Space puts it down, Escape takes it back. "
    "1 to 9 send it to a column.",
    "waiting": "This move is not saved yet. If this line stays, run the cell again; what you moved since the "
    "last save is lost.",
    "lifted": "lifted from",
    "dropped": "put into",
    "back": "back in",
    "shorter": "Shorter",
    "longer": "Longer",
    "columns": "columns wide",
}
ROW = ({"id": "all", "label": ""},)


class Board(Marked):
    """One board.

    `columns` and `rows` are `{id, label, note?, tone?}`, tone being red, amber, green, blue or grey; one row
    without a label gives plain lanes. `cards` are `{id, title, row, column, note?, tone?, span?}` in the
    order in which they lie in their cell; a card with an empty column lies in the tray. `cells` are `{row,
    column, label?, tint?}` with a tint from 1 to 5. `details` gives each card's facts as `{card id: [[name,
    text], …]}`. With `spans` cards reach over several columns and can be stretched; with `ranked` each card
    says its place in its column. A card with `fixed` is shown and cannot be moved; it is no part of the
    answer. `cards` is the only trait that the browser writes, once per drop.
    """

    _esm = script("board") + styles("board") + "export default { render };\n"
    label = traitlets.Unicode().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    cells = traitlets.List(traitlets.Dict()).tag(sync=True)
    cards = traitlets.List(traitlets.Dict()).tag(sync=True)
    details = traitlets.Dict().tag(sync=True)
    meters = traitlets.Dict().tag(sync=True)
    kept = traitlets.Int().tag(sync=True)
    spans = traitlets.Bool().tag(sync=True)
    ranked = traitlets.Bool().tag(sync=True)
    readonly = traitlets.Bool().tag(sync=True)

    def __init__(
        self,
        *,
        label: str,
        columns: Sequence[Mapping[str, Any]],
        cards: Sequence[Mapping[str, Any]],
        rows: Sequence[Mapping[str, Any]] = ROW,
        cells: Sequence[Mapping[str, Any]] = (),
        details: Mapping[str, Sequence[Sequence[str]]] | None = None,
        tray: str = "Not placed",
        spans: bool = False,
        ranked: bool = False,
        readonly: bool = False,
    ) -> None:
        blank = {"row": "", "column": ""}
        super().__init__(
            label=label,
            rows=[dict(row) for row in rows],
            columns=[dict(column) for column in columns],
            cells=[dict(cell) for cell in cells],
            cards=[{**blank, **card} for card in cards],
            details={id: [list(fact) for fact in facts] for id, facts in (details or {}).items()},
            texts={**TEXTS, "tray": tray},
            spans=spans,
            ranked=ranked,
            readonly=readonly,
        )

    def move(self, card: str, *, column: str, row: str | None = None, before: str | None = None) -> None:
        """Move a card as the learner would; an empty `column` is the tray. Unknown ids: `KeyError`."""
        row = "" if not column else self.rows[0]["id"] if row is None else row
        self.cards = move(self.cards, card, {"row": row, "column": column, "before": before}, self.columns)

    def set_state(self, sync_data: dict) -> None:
        """Take a message of the browser: the cards it was given, at places that exist. Others are dropped."""
        cards = sync_data.get("cards")
        if self._fit(cards):
            super().set_state({"cards": cards})

    def _fit(self, cards: Any) -> bool:
        places = {("", ""), *((row["id"], column["id"]) for row in self.rows for column in self.columns)}
        try:
            return (
                sorted(card["id"] for card in cards) == sorted(card["id"] for card in self.cards)
                and all(card in cards for card in self.cards if card.get("fixed"))
                and all((card["row"], card["column"]) in places for card in cards)
                and all(
                    type(card.get("span", 1)) is int and 1 <= card.get("span", 1) <= len(self.columns)
                    for card in cards
                )
            )
        except (TypeError, KeyError, AttributeError):
            return False

    @property
    def answer(self) -> dict[str, Any]:
        """The placed cards as `{"places": [{id, row, column, span}, …]}`; assigning puts cards there."""
        return {
            "places": [
                {key: card[key] for key in ("id", "row", "column", "span") if key in card}
                for card in self.cards
                if card["column"] and not card.get("fixed")
            ]
        }

    @answer.setter
    def answer(self, answer: Mapping[str, Any]) -> None:
        columns, rows = ({one["id"] for one in many} for many in (self.columns, self.rows))
        fixed = {card["id"]: card for card in self.cards if card.get("fixed")}
        cards = {card["id"]: {**card, "row": "", "column": ""} for card in self.cards}
        placed = {}
        for place in answer.get("places", ()):
            free = place["id"] in cards and place["id"] not in fixed
            if free and place["column"] in columns and place.get("row") in rows:
                placed[place["id"]] = {**cards.pop(place["id"]), **place}
        self.cards = [*(cards | fixed).values(), *placed.values()]

    def on_answer(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the cards, by the learner or by `move`."""
        self.observe(lambda _change: call(), names="cards")

    def acknowledge(self, meters: Mapping[str, Mapping[str, Any]]) -> None:
        """Answer a move: show the figures at the columns. Each is `{text, share?, limit?, over?}`; shares and
        limits are fractions of the full bar."""
        with self.hold_sync():
            self.meters = {id: dict(meter) for id, meter in meters.items()}
            self.kept += 1

    def to_html(self) -> str:
        """Return the board as a plain table, for places where no kernel runs."""
        head = "".join(f'<th scope="col">{escape(column["label"])}</th>' for column in self.columns)
        body = "".join(
            f'<tr><th scope="row">{escape(row["label"])}</th>'
            + "".join(f"<td>{self._cell(row['id'], column['id'])}</td>" for column in self.columns)
            + "</tr>"
            for row in self.rows
        )
        tray = self._cell("", "")
        side = f'<th scope="row">{escape(self.texts["tray"])}</th>'
        rest = f'<tr>{side}<td colspan="{len(self.columns)}">{tray}</td></tr>' if tray else ""
        return f"<table><caption>{escape(self.label)}</caption><tr><td></td>{head}</tr>{rest}{body}</table>"

    def _cell(self, row: str, column: str) -> str:
        label = next(
            (cell.get("label", "") for cell in self.cells if (cell["row"], cell["column"]) == (row, column)),
            "",
        )
        here = [card for card in self.cards if (card["row"], card["column"]) == (row, column)]
        texts = [" · ".join(filter(None, (card["title"], card.get("note", "")))) for card in here]
        return "<br>".join(escape(text) for text in filter(None, [label, *texts]))


def move(
    cards: Sequence[Card], id: str, to: Mapping[str, Any], columns: Sequence[Mapping[str, Any]]
) -> list[Card]:
    """Return a new list with card `id` in the cell `to["row"]`, `to["column"]`, before the card
    `to["before"]` or last. A span is kept inside the grid. `board.mjs` has the same function; both pass the
    same vectors."""
    names = [column["id"] for column in columns]
    card = {one["id"]: one for one in cards}[id]
    rest = [one for one in cards if one["id"] != id]
    at = next((index for index, one in enumerate(rest) if one["id"] == to["before"]), len(rest))
    column = to["column"]
    if column:
        if column not in names:
            raise KeyError(column)
        column = names[max(0, min(names.index(column), len(names) - card.get("span", 1)))]
    return [*rest[:at], {**card, "row": to["row"], "column": column}, *rest[at:]]
