"""A board whose cards are joined by lines, some of them outlined: for plans with dependencies."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import traitlets

from tpm_kit.widgets.board import Board
from tpm_kit.widgets.front_end import script, styles


class LinkedBoard(Board):
    """A `Board` with `links` between cards, each `{from, to, level, straight?}` by card ids, and with cards
    that are `outlined`. The level is "" or that of a finding; a `straight` link takes the shortest way.
    `legend` says in words what lines and outlines mean.

    Links to a card in the tray are not drawn. Both may come with the figures that `acknowledge` is given,
    under the keys "links" and "outlined".
    """

    _esm = script("board", "lines") + styles("board", "lines")
    links = traitlets.List(traitlets.Dict()).tag(sync=True)
    outlined = traitlets.List(traitlets.Unicode()).tag(sync=True)
    legend = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, legend: str = "", **board: Any) -> None:
        super().__init__(**board)
        self.legend = legend

    def acknowledge(self, meters: Mapping[str, Any]) -> None:
        """Answer a move: show the figures at the columns, the links and the outlines."""
        with self.hold_sync():
            self.links = [dict(link) for link in meters.get("links", ())]
            self.outlined = list(meters.get("outlined", ()))
            super().acknowledge({id: meters[id] for id in meters if id not in ("links", "outlined")})

    def to_html(self) -> str:
        """Return the board as a plain table; the outlined cards stand below it by name."""
        titles = {card["id"]: card["title"] for card in self.cards}
        named = " → ".join(titles[id] for id in self.outlined if id in titles)
        lines = [line for line in (self.legend, named and f"Outlined: {named}") if line]
        return super().to_html() + "".join(f"<p>{escape(line)}</p>" for line in lines)
