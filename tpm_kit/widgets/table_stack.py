"""Several tables, one below the other, that make one answer, each with what is to be read before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ipywidgets import VBox

from tpm_kit.widgets.elements import Element, el
from tpm_kit.widgets.panel import Panel
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.with_text import BOX


class Section(NamedTuple):
    """A table, with its heading, and what is to be read first: a sentence, and statements by their marks."""

    table: Table
    heading: str
    before: str = ""
    statements: Mapping[str, str] = {}


class TableStack(VBox):
    """Sections below each other, filled in as one.

    Every row of every table needs an id of its own: answer, results, faults and marks know rows by their ids
    only. Raises `ValueError` for an id that stands in two tables.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        self.tables = tuple(section.table for section in sections)
        ids = [row["id"] for table in self.tables for row in table.rows]
        twice = next((id for id in ids if ids.count(id) > 1), None)
        if twice is not None:
            raise ValueError(f"the row {twice!r} stands in two tables; give each row an id of its own")
        self._intros = [Panel(*_intro(section)) for section in sections]
        pairs = zip(self._intros, self.tables, strict=True)
        super().__init__([widget for pair in pairs for widget in pair])

    @property
    def answer(self) -> dict[str, Any]:
        """What is filled in, in all tables together; see `Table.answer`."""
        return {"cells": {row: typed for one in self.tables for row, typed in one.answer["cells"].items()}}

    @answer.setter
    def answer(self, answer: Mapping[str, Any]) -> None:
        for table in self.tables:
            table.answer = answer

    def on_answer(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the cells of any table."""
        for table in self.tables:
            table.on_answer(call)

    def acknowledge(self, live: Mapping[str, Mapping[str, Mapping[str, str]]]) -> None:
        """Answer a change: show what `Table.acknowledge` takes, each row in its table."""
        for table in self.tables:
            ids = {row["id"] for row in table.rows}
            table.acknowledge(
                {
                    name: {row: texts for row, texts in live.get(name, {}).items() if row in ids}
                    for name in ("results", "faults")
                }
            )

    def mark(self, marks: Mapping[str, tuple[str, str]]) -> None:
        """Mark cells, by `row:column`, in whichever table they stand."""
        for table in self.tables:
            ids = {row["id"] for row in table.rows}
            table.mark({cell: mark for cell, mark in marks.items() if cell.rpartition(":")[0] in ids})

    def close(self) -> None:
        """Close the box, the headings and the tables."""
        for widget in self.children:
            widget.close()
        super().close()

    def to_html(self) -> str:
        """Return texts and tables as plain HTML, for places where no kernel runs."""
        pairs = zip(self._intros, self.tables, strict=True)
        return "".join(intro.to_html() + table.to_html() for intro, table in pairs)


def _intro(section: Section) -> list[Element]:
    """Return what stands before a table."""
    marked = (el("div", el("b", mark), f" {text}") for mark, text in section.statements.items())
    return [
        el("b", section.heading),
        *([el("p", section.before)] if section.before else []),
        *([el("div", *marked, style=BOX)] if section.statements else []),
    ]
