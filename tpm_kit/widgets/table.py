"""A table: rows of cells that a learner types into or chooses, beside cells that are given or worked out.

The table knows rows, columns and texts, and nothing of what they mean. It takes what is typed as it is typed:
what a text means, and what is wrong with it, is judged elsewhere and shown at the cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import traitlets

from tpm_kit.widgets.elements import Element, el
from tpm_kit.widgets.front_end import script, styles
from tpm_kit.widgets.panel import storable
from tpm_kit.widgets.static_copy import Marked

Cells = dict[str, dict[str, str]]
LONGEST = 2000
"""Most characters that a cell holds."""
INPUTS = ("number", "text", "choice")
ROOM = {"number": 1.0, "choice": 1.6, "text": 2.0}
FEW, SHORT = 4, 14
"""Letters up to which an option needs no more room than a number, and a title less than a fifth."""
KINDS = (*INPUTS, "given", "result")
TEXTS = {
    "help": "Tab goes to the next cell. Enter and the arrow keys go up and down a column. Escape gives a "
    "cell back what it held. A block copied from a spreadsheet can be pasted.",
    "waiting": "What you typed is not saved yet. If this line stays, run the cell again; what you typed "
    "since the last save is lost.",
    "pasted": "Cells filled from the clipboard: {filled}. Did not fit: {missed}.",
}


class Table(Marked):
    """One table.

    `columns` are `{id, label, unit?, note?, kind}`. The learner fills in those of kind `number`, `text` and
    `choice`; a `given` one holds texts of the rows, a `result` one what `acknowledge` brings: figures, or
    sentences with `words`. A text of several lines is `long`, and so is a choice among long texts. A choice
    has `options`, `[[value, label], …]`, all texts. `rows` are `{id, title, note?, given?, offers?, blank?}`
    with `given` as `{column id: text}`, `offers` as `{column id: [value, …]}` where a row has less to choose
    from, and `blank` as the ids of columns in which it asks for nothing. `details` are the facts of rows,
    `{row id: [[name, text], …]}`, shown while a row has the focus. `cells` is `{row id: {column id: text as
    typed}}`, and the only trait that the browser writes, once per change; `tree` is what it draws. Raises
    `ValueError` for a kind that does not exist.
    """

    _esm = script("table") + styles("table")
    label = traitlets.Unicode().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    tree = traitlets.List().tag(sync=True)
    details = traitlets.Dict().tag(sync=True)
    cells = traitlets.Dict().tag(sync=True)
    results = traitlets.Dict().tag(sync=True)
    faults = traitlets.Dict().tag(sync=True)
    kept = traitlets.Int().tag(sync=True)
    readonly = traitlets.Bool().tag(sync=True)

    def __init__(
        self,
        *,
        label: str,
        columns: Sequence[Mapping[str, Any]],
        rows: Sequence[Mapping[str, Any]],
        details: Mapping[str, Sequence[Sequence[str]]] | None = None,
        readonly: bool = False,
    ) -> None:
        for column in columns:
            if column["kind"] not in KINDS:
                raise ValueError(
                    f"column {column['id']!r} has the kind {column['kind']!r}; use {', '.join(KINDS)}"
                )
        super().__init__(
            label=label,
            columns=[dict(column) for column in columns],
            rows=[dict(row) for row in rows],
            details={id: [list(fact) for fact in facts] for id, facts in (details or {}).items()},
            texts=TEXTS,
            readonly=readonly,
        )
        self.tree = self._drawn()

    def set_state(self, sync_data: dict) -> None:
        """Take a message of the browser: texts for cells to be filled in. Others are dropped."""
        cells = sync_data.get("cells")
        if self.readonly or not self._fit(cells):
            return
        cells = {
            row: {column: storable(text) for column, text in typed.items()} for row, typed in cells.items()
        }
        if cells == self.cells:
            # Typed and taken back before it was sent: no observer hears of it, yet the browser waits.
            self.kept += 1
        super().set_state({"cells": cells})

    def _fit(self, cells: Any) -> bool:
        rows = {row["id"]: row for row in self.rows}
        return isinstance(cells, dict) and all(
            row in rows
            and isinstance(typed, dict)
            and all(self._takes(rows[row], column, text) for column, text in typed.items())
            for row, typed in cells.items()
        )

    def _takes(self, row: Mapping[str, Any], id: str, text: Any) -> bool:
        """Can this column hold this text in this row?"""
        column = next((one for one in self.columns if one["id"] == id and one["kind"] in INPUTS), None)
        if column is None or id in row.get("blank", ()) or not isinstance(text, str) or len(text) > LONGEST:
            return False
        return column["kind"] != "choice" or text in {"", *(value for value, _ in _options(row, column))}

    @property
    def answer(self) -> dict[str, Any]:
        """What is filled in, as `{"cells": {row id: {column id: text}}}` in the order of the table, without
        blank cells; assigning fills in those texts that the table has a cell for."""
        return {"cells": self._filled(self.cells)}

    @answer.setter
    def answer(self, answer: Mapping[str, Any]) -> None:
        self.cells = self._filled(answer.get("cells", {}))

    def _filled(self, cells: Mapping[str, Mapping[str, str]]) -> Cells:
        filled = {}
        for row in self.rows:
            typed = cells.get(row["id"], {})
            ids = (one["id"] for one in self.columns if one["id"] in typed)
            fit = {id: typed[id] for id in ids if self._takes(row, id, typed[id])}
            filled[row["id"]] = {id: text for id, text in fit.items() if text.strip()}
        return {row: typed for row, typed in filled.items() if typed}

    def on_answer(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the cells, by the learner or by Python."""
        self.observe(lambda _change: call(), names="cells")

    def acknowledge(self, live: Mapping[str, Mapping[str, Mapping[str, str]]]) -> None:
        """Answer a change: show `live["results"]`, texts by row id and column id, and `live["faults"]`, one
        sentence for each cell that is wrong. Either may be missing: none."""
        results, faults = (
            {row: dict(texts) for row, texts in live.get(name, {}).items()} for name in ("results", "faults")
        )
        with self.hold_sync():
            self.results, self.faults = results, faults
            self.kept += 1

    def _drawn(self) -> list[Element]:
        """Return what is on screen before anything is filled in, as elements that `table.mjs` builds."""
        titles = _share_of_titles(self.rows)
        headings = map(_heading, self.columns, _widths(self.columns, 100 - titles))
        head = el("thead", el("tr", el("td"), *headings))
        body = el("tbody", *(part for row in self.rows for part in self._row(row)))
        label = {"aria_label": self.label, "aria_description": TEXTS["help"]}
        table = el("table", head, body, **label, style=f"--columns: {len(self.columns)}; --titles: {titles}")
        facts = ((row, self.details[row["id"]]) for row in self.rows if self.details.get(row["id"]))
        return [
            el("div", table, cls="sheet"),
            el("p", role="status"),
            el("div", *(_about(row, known) for row, known in facts), cls="about"),
            el("p", TEXTS["waiting"], cls="waiting"),
        ]

    def _row(self, row: Mapping[str, Any]) -> tuple[Element, Element]:
        """Return a row of cells, and the strip below it with a line for what is said of each."""
        sign = el("b", aria_hidden="true")
        head = el("th", row["title"], _small(row), sign, scope="row", rowspan="2", data_row=row["id"])
        boxes = (
            el(
                "td",
                _content(row, column),
                sign,
                cls=_classes(column),
                data_row=row["id"],
                data_column=column["id"],
            )
            for column in self.columns
        )
        lines = el("div", *(el("span") for _ in range(len(self.columns) + 1)), cls="lines")
        return el("tr", head, *boxes), el("tr", el("td", lines, colspan=str(len(self.columns))))

    def to_html(self) -> str:
        """Return the table as plain HTML, for places where no kernel runs."""
        head = "".join(
            f'<th scope="col">{_lines(column["label"], column.get("unit"))}</th>' for column in self.columns
        )
        body = "".join(
            f'<tr><th scope="row">{_lines(row["title"], row.get("note"))}</th>'
            + "".join(f"<td>{escape(self._shown(row, column))}</td>" for column in self.columns)
            + "</tr>"
            for row in self.rows
        )
        return f"<table><caption>{escape(self.label)}</caption><tr><td></td>{head}</tr>{body}</table>"

    def _shown(self, row: Mapping[str, Any], column: Mapping[str, Any]) -> str:
        source = {"given": row.get("given", {}), "result": self.results.get(row["id"], {})}
        text = source.get(column["kind"], self.cells.get(row["id"], {})).get(column["id"], "")
        return dict(column["options"]).get(text, "") if column["kind"] == "choice" else text


def _options(row: Mapping[str, Any], column: Mapping[str, Any]) -> list[Sequence[str]]:
    """Return what a row offers in a choice."""
    offered = row.get("offers", {}).get(column["id"])
    return [option for option in column["options"] if offered is None or option[0] in offered]


def _small(one: Mapping[str, Any], key: str = "note") -> Element | None:
    return el("small", one[key]) if one.get(key) else None


def _room(column: Mapping[str, Any]) -> float:
    """Return how much room a column needs beside the others: a number 1, a text of several lines 3."""
    if column["kind"] in ("given", "result"):
        return 2.0 if column.get("words") else 1.2
    if column["kind"] == "choice" and all(len(label) <= FEW for _, label in column["options"]):
        return ROOM["number"]
    return ROOM[column["kind"]] * (1.5 if column.get("long") else 1)


def _share_of_titles(rows: Sequence[Mapping[str, Any]]) -> int:
    """Return how many hundredths of the width the titles of the rows have: fewer if all are short."""
    short = all(len(row["title"]) <= SHORT and not row.get("note") for row in rows)
    return 14 if short else 20


def _widths(columns: Sequence[Mapping[str, Any]], share: int) -> list[str]:
    """Return the style of each column's width, by the room that it needs beside the others; all have `share`
    hundredths of the table.

    Columns of numbers, or else the widest one, get none and share what is left: otherwise the titles of the
    rows would take it.
    """
    rooms = [_room(column) for column in columns]
    free = 1.0 if 1.0 in rooms else max(rooms)
    at = rooms.index(free)
    return [
        "" if room == free == 1.0 or number == at else f"width: {share * room / sum(rooms):.1f}%"
        for number, room in enumerate(rooms)
    ]


def _heading(column: Mapping[str, Any], style: str) -> Element:
    notes = _small(column, "unit"), _small(column)
    return el("th", column["label"], *notes, scope="col", cls=_classes(column), style=style)


def _classes(column: Mapping[str, Any]) -> str:
    return " ".join([column["kind"], *(name for name in ("words", "long") if column.get(name))])


def _content(row: Mapping[str, Any], column: Mapping[str, Any]) -> Element | str:
    """Return what a cell holds: an input, or the place of a text."""
    unit = f" ({column['unit']})" if column.get("unit") else ""
    name = f"{column['label']}, {row['title']}{unit}"
    match column["kind"]:
        case _ if column["id"] in row.get("blank", ()):
            return el("input", hidden="", style="display: none")
        case "given":
            return row.get("given", {}).get(column["id"], "")
        case "result":
            return el("span")
        case "choice":
            options = (el("option", text, value=value) for value, text in [["", ""], *_options(row, column)])
            return el("select", *options, aria_label=name)
        case "text" if column.get("long"):
            return el("textarea", aria_label=name, rows="3", maxlength=str(LONGEST))
        case kind:
            mode = "decimal" if kind == "number" else "text"
            return el("input", aria_label=name, inputmode=mode, maxlength=str(LONGEST), autocomplete="off")


def _about(row: Mapping[str, Any], facts: Sequence[Sequence[str]]) -> Element:
    texts = (el("div", el("b", name), f" {text}") for name, text in facts)
    return el("div", el("div", el("b", row["title"])), *texts, data_of=row["id"])


def _lines(*texts: str | None) -> str:
    return "<br>".join(escape(text) for text in texts if text)
