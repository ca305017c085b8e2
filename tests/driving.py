"""Uses panels, frames and boards as the browser does, and reads what they show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tpm_kit.attempt import Attempt
from tpm_kit.widgets.board import Board, move
from tpm_kit.widgets.panel import Panel

NASTY = "<img src=x onerror=alert(1)>"
HOSTILE_MESSAGES: list[Any] = [
    None,
    5,
    "check",
    [],
    {},
    {"name": None},
    {"name": 5, "value": "x"},
    {"name": ["check"]},
    {"name": "no such control", "value": "x", "fields": {}},
    {"name": "check", "value": None, "fields": None},
    {"name": "check", "fields": [1, 2]},
    {"name": "hint", "value": {"a": 1}, "fields": {"reason": None}},
    *({"name": "put-back", "value": value} for value in ("", "-1", "99", "x", "1.5", "²", None, [], 10**30)),
    *({"name": name, "value": "no such finding"} for name in ("accept", "keep-reason", "leave-reason")),
    {"name": "keep-reason", "value": "MOSCOW-2", "fields": {"reason MOSCOW-2": "half a \ud800 of one pair"}},
    {"name": "keep-reason", "value": "MOSCOW-2", "fields": {"reason MOSCOW-2": "words and words " * 10_000}},
    {"name": "compare", "value": "\ud800"},
    {"name": "start-over", "value": 7},
]


def send(panel: Panel, content: Any, *buffers: bytes) -> None:
    """Send one message of the browser to a panel."""
    panel._received(panel, content, list(buffers))


def press(panel: Panel, name: str, value: str = "", *buffers: bytes, **fields: str) -> None:
    """Press a control of a panel. Fields are passed with `_` for a space."""
    shown = {key.replace("_", " ", 1): text for key, text in fields.items()}
    send(panel, {"name": name, "value": value, "fields": shown}, *buffers)


def elements(tree: Any) -> Iterator[list]:
    """Return all elements of a tree, from the outside in."""
    if isinstance(tree, list):
        if tree and isinstance(tree[0], str):
            yield tree
        for child in tree:
            yield from elements(child)


def text(tree: Any) -> str:
    """Return the text of a tree, without its tags and attributes."""
    if isinstance(tree, str):
        return tree
    children = tree[2:] if tree and isinstance(tree[0], str) else tree
    return "".join(map(text, children))


def feedback(attempt: Attempt) -> str:
    """Return the text below the view of an attempt."""
    return text(attempt.frame.foot.tree)


def controls(panel: Panel) -> dict[str, dict]:
    """Return the attributes of the buttons on a panel by name and value, as in `accept MOSCOW-2`."""
    buttons = [one[1] for one in elements(panel.tree) if one[0] == "button"]
    return {" ".join(filter(None, (one["name"], one["value"]))): one for one in buttons}


def drop(board: Board, id: str, column: str, *, row: str | None = None) -> None:
    """Drop a card as the browser does: it moves the card itself and sends the cards."""
    place = {"row": row or (board.rows[0]["id"] if column else ""), "column": column, "before": None}
    board.set_state({"cards": move(board.cards, id, place, board.columns)})


def place(board: Board, answer: dict) -> None:
    """Drop every card of an answer where the answer has it."""
    for one in answer["places"]:
        drop(board, one["id"], one["column"], row=one["row"])


def sent(widget: Any, monkeypatch: Any) -> list[dict]:
    """Return a list that gets what the widget sends from now on. What ipywidgets repeats of a browser's own
    message, for other windows, is left out."""
    messages: list[dict] = []

    def send(data, *_, **__):
        if data["method"] != "echo_update":
            messages.append(data.get("state", data))

    monkeypatch.setattr(widget.comm, "send", send)
    return messages
