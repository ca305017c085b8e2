"""What an import made of a file: what was kept, and an account of everything that was not used."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from tpm_kit.case import BacklogItem
from tpm_kit.checked_files import shown

SHOWN = 5
LEFT = 'style="text-align: left"'
SEPARATOR_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}


class TableFileError(ValueError):
    """A file that cannot be used at all. The text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that became no item: its number as a spreadsheet shows it, and why."""

    row: int
    reason: str


class Remarks:
    """Collects what a learner should know of a file, one sentence for each kind of thing."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def add(self, sentence: str, place: str = "") -> None:
        """Note `sentence` (without its full stop); `place` says where, such as ``row 4 “abc”``."""
        places = self._places.setdefault(sentence, [])
        if place:
            places.append(place)

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each kind of remark, with the first places and the number of the others."""
        return tuple(
            f"{sentence}: {listed(places)}." if places else f"{sentence}."
            for sentence, places in self._places.items()
        )


@dataclass(frozen=True, repr=False)
class Account:
    """What was read from a table: ``rows_read`` is the number of what was kept and of ``set_aside``.

    `rows_read` counts the rows other than the header. `mapping` gives the headers that each field was read
    from. `unused` are the headers with values that no field took; of the columns that are empty in every row
    only the number is given (`empty_columns`). `remarks` are sentences. Shows as a table in a notebook.
    """

    source: str
    encoding: str
    separator: str
    rows_read: int
    set_aside: tuple[SetAside, ...]
    mapping: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]
    empty_columns: int
    remarks: tuple[str, ...]

    kind: ClassVar[str] = "rows"
    """What the rows that were kept are called."""
    fields: ClassVar[tuple[str, ...]] = ()
    """The fields whose absence is said."""

    def kept(self) -> Sequence[object]:
        """Return what was made of the rows."""
        raise NotImplementedError

    def value(self, one: object, field: str) -> object:
        """Return what one of those holds in a field."""
        raise NotImplementedError

    def summary(self) -> list[tuple[str, str]]:
        """The account as (label, text) lines, for a table or a widget; labels may repeat ("Remark")."""
        separator = SEPARATOR_NAMES.get(self.separator, shown(self.separator))
        lines = [
            ("File", f"{self.source} ({self.encoding}, separator: {separator})"),
            ("Rows read", str(self.rows_read)),
            (f"{self.kind.capitalize()} kept", str(len(self.kept()))),
            ("Set aside", self._set_aside_text()),
        ]
        lines += [(field, self._field_text(field, headers)) for field, headers in self.mapping.items()]
        missing = [field for field in self.fields if field not in self.mapping]
        if missing:
            lines.append(("No column for", ", ".join(missing)))
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

    def _field_text(self, field: str, headers: Sequence[str]) -> str:
        values = [self.value(one, field) for one in self.kept()]
        filled = sum(value not in (None, "", ()) for value in values)
        source = "from " + ", ".join(shown(header) for header in headers)
        return f"{source}, {filled} of {len(values)} {self.kind}"

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


@dataclass(frozen=True, repr=False)
class Intake(Account):
    """A backlog read from a file, with a full account: ``rows_read == len(items) + len(set_aside)``."""

    items: tuple[BacklogItem, ...]

    kind: ClassVar[str] = "items"
    fields: ClassVar[tuple[str, ...]] = tuple(f for f in BacklogItem.__dataclass_fields__ if f != "id")

    def kept(self) -> Sequence[BacklogItem]:
        """Return the items."""
        return self.items

    def value(self, one: BacklogItem, field: str) -> object:
        """Return what an item holds in a field."""
        return getattr(one, field)

    def _field_text(self, field: str, headers: Sequence[str]) -> str:
        if field == "blocks":
            source = ", ".join(shown(header) for header in headers)
            return f"from {source}, read as dependencies of the items named there"
        text = super()._field_text(field, headers)
        efforts = [item.effort for item in self.items if item.effort is not None]
        return f"{text}, sum {sum(efforts):.10g}" if field == "effort" and efforts else text


def listed(parts: Sequence[str], limit: int = SHOWN) -> str:
    """`parts` joined by commas; of a long list the first `limit` and the number of the others."""
    text = ", ".join(parts[:limit])
    return text if len(parts) <= limit else f"{text} and {len(parts) - limit} more"
