"""The account of an import: how many rows became what, which header each field was read from, and what was
not used."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tpm_kit.checked_files import shown
from tpm_kit.exchange.csv_table import Table
from tpm_kit.exchange.intake import Remarks, SetAside, listed

LEFT = 'style="text-align: left"'
SEPARATOR_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}


@dataclass(frozen=True, repr=False, kw_only=True)
class Account:
    """What was read from a table: ``rows_read`` is the number of what was kept and of ``set_aside``.

    `rows_read` counts the rows other than the header. `called` is what the rows that were kept are called,
    and `count` how many there are. `mapping` gives the headers that each field was read from, `fields` says
    so in words, and `missing` are those without a column. `unused` are the headers with values that no field
    took; of the columns that are empty in every row only the number is given (`empty_columns`). `remarks` are
    sentences, `news` further (label, text) lines. Shows as a table in a notebook.
    """

    source: str
    encoding: str
    separator: str
    rows_read: int
    called: str
    count: int
    set_aside: tuple[SetAside, ...]
    mapping: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, str]
    missing: tuple[str, ...]
    unused: tuple[str, ...]
    empty_columns: int
    remarks: tuple[str, ...]
    news: tuple[tuple[str, str], ...] = ()

    def summary(self) -> list[tuple[str, str]]:
        """The account as (label, text) lines, for a table or a widget; labels may repeat ("Remark")."""
        separator = SEPARATOR_NAMES.get(self.separator, shown(self.separator))
        lines = [
            ("File", f"{self.source} ({self.encoding}, separator: {separator})"),
            ("Rows read", str(self.rows_read)),
            (f"{self.called.capitalize()} kept", str(self.count)),
            ("Set aside", self._set_aside_text()),
            *self.news,
            *self.fields.items(),
        ]
        if self.missing:
            lines.append(("No column for", ", ".join(self.missing)))
        if self.unused:
            lines.append(("Not used", ", ".join(self.unused)))
        if self.empty_columns:
            lines.append(("Empty columns", str(self.empty_columns)))
        return lines + [("Remark", remark) for remark in self.remarks]

    def _set_aside_text(self) -> str:
        rows: dict[str, list[str]] = {}
        for aside in self.set_aside:
            rows.setdefault(aside.reason, []).append(str(aside.row))
        if not rows:
            return "none"
        groups = (f"{reason} ({'row' if len(n) == 1 else 'rows'} {listed(n)})" for reason, n in rows.items())
        return f"{len(self.set_aside)}: " + "; ".join(groups)

    def __str__(self) -> str:
        lines = self.summary()
        width = max(len(label) for label, _ in lines) + 2
        return "\n".join(f"{label:<{width}}{text}" for label, text in lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th scope="row" {LEFT}>{html.escape(label)}</th><td {LEFT}>{html.escape(text)}</td></tr>'
            for label, text in self.summary()
        )
        return f"<table><caption>Read from {html.escape(self.source)}</caption><tbody>{rows}</tbody></table>"


def of_file(
    name: str, encoding: str, table: Table, aside: Iterable[SetAside], remarks: Remarks
) -> dict[str, Any]:
    """Return the parts of an `Account` that say what the file is, and which rows were not kept: those that
    the table has set aside, and those set `aside` since."""
    return {
        "source": name,
        "encoding": encoding,
        "separator": table.separator,
        "rows_read": table.rows_read,
        "set_aside": tuple(sorted((*table.set_aside, *aside), key=lambda one: one.row)),
        "remarks": remarks.sentences(),
    }


def of_fields(
    table: Table,
    chosen: Mapping[str, Sequence[int]],
    fields: Iterable[str],
    called: str,
    rows: Sequence[Any],
    value: Callable[[Any, str], object],
) -> dict[str, Any]:
    """Return the parts of an `Account` that say what its `fields` were read from, and how many of the `rows`
    that were kept have a `value` there."""
    mapping = {
        field: tuple(dict.fromkeys(table.headers[i] for i in places)) for field, places in chosen.items()
    }
    texts = {}
    for field, headers in mapping.items():
        filled = sum(value(row, field) not in (None, "", ()) for row in rows)
        texts[field] = f"from {', '.join(map(shown, headers))}, {filled} of {len(rows)} {called}"
    unused, empty = _unused(table, chosen)
    return {
        "called": called,
        "count": len(rows),
        "mapping": mapping,
        "fields": texts,
        "missing": tuple(field for field in fields if field not in mapping),
        "unused": unused,
        "empty_columns": empty,
    }


def _unused(table: Table, chosen: Mapping[str, Sequence[int]]) -> tuple[tuple[str, ...], int]:
    """The headers with values that no field took, and how many of the other columns are empty."""
    used = {i for places in chosen.values() for i in places}
    rest = [i for i in range(len(table.headers)) if i not in used]
    filled = [i for i in rest if any(row.cells[i] for row in table.rows)]
    return tuple(dict.fromkeys(table.headers[i] for i in filled)), len(rest) - len(filled)
