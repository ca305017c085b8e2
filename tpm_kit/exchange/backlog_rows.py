"""From the rows of a foreign table to backlog items: values read, ids made unique, every doubt said."""

from __future__ import annotations

import datetime
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tpm_kit.case import BacklogItem
from tpm_kit.checked_files import shown
from tpm_kit.exchange import cells as read
from tpm_kit.exchange.backlog_columns import MULTIPLE, NAMING, NUMERIC, differ, usable
from tpm_kit.exchange.backlog_headers import TITLE_OF_LEVEL
from tpm_kit.exchange.backlog_links import Named, resolved_links
from tpm_kit.exchange.csv_table import Row, Table, without_repeats
from tpm_kit.exchange.intake import Remarks, SetAside

LARGEST = 1e9
LONGEST_ID = 190


class Rows:
    """Turns the rows of one table into items; `columns` gives the column numbers of each field."""

    def __init__(self, table: Table, columns: Mapping[str, Sequence[int]], remarks: Remarks):
        self._table, self._columns, self._remarks = table, columns, remarks
        self._decimal = {
            field: read.decimal_mark((self._cell(row, field) for row in table.rows), table.separator)
            for field in NUMERIC
            if field in columns
        }
        self._day_first = read.day_order(self._cell(row, "deadline") for row in table.rows)

    def items(self, rows: Sequence[Row]) -> tuple[tuple[BacklogItem, ...], tuple[SetAside, ...]]:
        """The items of `rows` in their order, and the rows that became none."""
        kept, aside = self._distinct(rows)
        for field in self._columns:
            self._say_where_values_come_from(field, kept)
        ids = self._ids(kept)
        titles = {id: self._title(row, id) for id, row in zip(ids, kept, strict=True)}
        named = [
            Named(row.number, id, self._all(row, "dependencies"), self._all(row, "blocks"))
            for id, row in zip(ids, kept, strict=True)
        ]
        needs = resolved_links(named, titles, self._remarks)
        return tuple(self._item(row, id, titles, needs[id]) for id, row in zip(ids, kept, strict=True)), aside

    def _all(self, row: Row, field: str) -> list[str]:
        return [row.cells[i] for i in self._columns.get(field, ()) if row.cells[i]]

    def _places(self, row: Row, field: str) -> list[int]:
        """The columns with a usable value for `field` in this row, the best first."""
        return [i for i in self._columns.get(field, ()) if usable(field, row.cells[i])]

    def _cell(self, row: Row, field: str) -> str:
        """The value of a field that can have one only: the first usable one, else the first text."""
        places = self._places(row, field)
        return row.cells[places[0]] if places else (self._all(row, field) or [""])[0]

    def _say_where_values_come_from(self, field: str, rows: Sequence[Row]) -> None:
        headers = [self._table.headers[i] for i in self._columns[field]]
        if len(headers) < 2 or field in MULTIPLE or TITLE_OF_LEVEL.fullmatch(headers[0]):
            return
        best = shown(headers[0])
        for row in rows:
            first, *others = self._places(row, field) or self._columns[field][:1]
            source, taken = shown(self._table.headers[first]), row.cells[first]
            if source != best:
                self._remarks.add(
                    f"Where {best} has none, the {field} was taken from {source}", f"row {row.number}"
                )
            other = next((row.cells[i] for i in others if differ(field, taken, row.cells[i])), None)
            if other is not None and field not in NAMING:
                self._remarks.add(
                    f"Two columns disagree on the {field}",
                    f"row {row.number} had two values, {shown(taken)} and {shown(other)}; "
                    f"{shown(taken)} was taken",
                )

    def _distinct(self, rows: Sequence[Row]) -> tuple[list[Row], tuple[SetAside, ...]]:
        different, aside = without_repeats(rows)
        kept = []
        for row in different:
            if any(self._cell(row, field) for field in ("id", "title", "summary")):
                kept.append(row)
            else:
                aside.append(SetAside(row.number, "no title, id or description"))
        return kept, tuple(aside)

    def _ids(self, rows: Sequence[Row]) -> list[str]:
        if "id" not in self._columns:
            self._remarks.add(
                "There is no column of ids, so the items go by their titles; keep the titles as they are and "
                "your placements stay"
            )
        given = [read.one_line(self._cell(row, "id")) for row in rows]
        names = [id or self._name(row) for row, id in zip(rows, given, strict=True)]
        ids: list[str] = []
        taken, real, reserved = set(), set(given), {*given, *names}
        copies: dict[str, int] = defaultdict(lambda: 2)
        for row, own, name in zip(rows, given, names, strict=True):
            id = name
            if id in taken or (not own and id in real):
                while (id := f"{name} ({copies[name]})") in reserved:
                    copies[name] += 1
                self._remarks.add(
                    "An id is used again for something else; the later item got a number behind its id"
                    if own
                    else "A title is used again; the later item got a number behind it as its id",
                    f"row {row.number} {shown(id)}",
                )
                reserved.add(id)
            taken.add(id)
            ids.append(id)
        return ids

    def _name(self, row: Row) -> str:
        """What an item without an id goes by: its title, which stays when the file is sorted or grows."""
        name = read.one_line(self._cell(row, "title"))[:LONGEST_ID].strip()
        if "id" in self._columns and name:
            self._remarks.add("A row has no id and goes by its title", f"row {row.number} {shown(name)}")
        elif not name and ("id" in self._columns or "title" in self._columns):
            self._remarks.add("A row has no id and no title and goes by its number", f"row {row.number}")
        return name or f"row {row.number}"

    def _title(self, row: Row, id: str) -> str:
        title = read.one_line(self._cell(row, "title"))
        if not title and "title" in self._columns:
            self._remarks.add(
                "An item has no title and shows its id in its place", f"row {row.number} {shown(id)}"
            )
        return title or id

    def _item(self, row: Row, id: str, titles: Mapping[str, str], needs: tuple[str, ...]) -> BacklogItem:
        return BacklogItem(
            id=id,
            title=titles[id],
            summary=self._cell(row, "summary"),
            theme=self._theme(row, id, titles),
            persona=self._text(row, "persona"),
            effort=self._effort(row),
            value=self._value(row),
            reach=self._at_least_zero(row, "reach"),
            confidence=self._confidence(row),
            dependencies=needs,
            deadline=self._deadline(row),
            workaround=read.workaround(self._text(row, "workaround")),
            evidence=self._text(row, "evidence"),
            labels=self._labels(row),
        )

    def _text(self, row: Row, field: str) -> str:
        text = self._cell(row, field)
        return "" if read.is_no_value(text) else text

    def _theme(self, row: Row, id: str, titles: Mapping[str, str]) -> str:
        theme = read.one_line(self._text(row, "theme"))
        if theme not in titles or theme == id:
            return theme
        self._remarks.add("The theme column holds ids of items in this file; their titles are the themes")
        return titles[theme]

    def _labels(self, row: Row) -> tuple[str, ...]:
        parts = (
            read.clean(part) for cell in self._all(row, "labels") for part in re.split(r"[,;|\r\n]", cell)
        )
        return tuple(dict.fromkeys(part for part in parts if part and part != "-"))

    def _odd(self, row: Row, field: str, cell: str, what: str) -> None:
        place = next((i for i in self._columns[field] if row.cells[i] == cell), self._columns[field][0])
        header = self._table.headers[place]
        self._remarks.add(f"{shown(header)}: {what}", f"row {row.number} {shown(cell)}")

    def _number(self, row: Row, field: str) -> read.Number | None:
        cell = self._cell(row, field)
        if not cell or read.is_no_value(cell):
            return None
        decimal, proved = self._decimal[field]
        found = read.number(cell, decimal)
        if found is None:
            self._odd(row, field, cell, "a text that is not a number gives no value")
        elif not math.isfinite(found.value) or abs(found.value) > LARGEST:
            self._odd(row, field, cell, "a number beyond a thousand million gives no value")
            return None
        elif found.percent and field != "confidence":
            self._odd(row, field, cell, "a percentage gives no value here")
            return None
        elif found.ambiguous and not proved:
            mark = "comma" if decimal == "," else "point"
            self._odd(row, field, cell, f"three digits after a mark; read with a decimal {mark}")
        return found

    def _effort(self, row: Row) -> float | None:
        found = self._number(row, "effort")
        if found is None or found.value > 0:
            return found.value if found else None
        what = (
            "-1 was read as: no estimate" if found.value == -1 else "effort must be above 0, so there is none"
        )
        self._odd(row, "effort", self._cell(row, "effort"), what)
        return None

    def _at_least_zero(self, row: Row, field: str) -> float | None:
        found = self._number(row, field)
        if found is None or found.value >= 0:
            return found.value if found else None
        self._odd(row, field, self._cell(row, field), "a number below 0 gives no value")
        return None

    def _value(self, row: Row) -> float | None:
        value = self._at_least_zero(row, "value")
        if value is not None and not 1 <= value <= 10:
            self._odd(row, "value", self._cell(row, "value"), "values outside 1 to 10 were kept as they are")
        return value

    def _confidence(self, row: Row) -> float | None:
        found = self._number(row, "confidence")
        if found is None:
            return None
        share = found.value / 100 if found.percent or found.value > 1 else found.value
        if not 0 <= share <= 1:
            self._odd(row, "confidence", self._cell(row, "confidence"), "outside 0 to 100 %, so no value")
            return None
        if found.percent or found.value > 1:
            self._remarks.add("Confidence is given in percent and was turned into a share of 1 (80 % is 0.8)")
        return share

    def _deadline(self, row: Row) -> datetime.date | None:
        cell = self._cell(row, "deadline")
        if not cell or read.is_no_value(cell):
            return None
        found, fault = read.day(cell, self._day_first)
        if fault:
            self._odd(row, "deadline", cell, fault)
        return found
