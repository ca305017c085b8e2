"""Typed answers: what a learner decided, in a form that rules can read and that a file can hold.

Every answer comes back from a file sooner or later, so each type checks its own shape. None of them knows
the case: whether an item still exists is asked where the answer is put back on screen.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from tpm_kit.typed import number

Id = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(min_length=1, max_length=2000)]
ONE_ROW = ("", "all")
"""How the row of a board without rows is called."""
_SPANNING = re.compile(r"(.*?)(?: x([1-9][0-9]{0,2}))?", re.DOTALL)
"""A column, and the number of columns if there are several."""


class AnswerError(ValueError):
    """A stored answer that does not have the shape its exercise needs; `str()` is one sentence."""


class Answer(BaseModel, ABC):
    """What every answer can tell: which parts of the exercise it covers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def read(cls, raw: object) -> Self:
        """Return the answer held by `raw` (plain JSON values); raises `AnswerError`."""
        try:
            return cls.model_validate(raw)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = " ".join(".".join(str(part) for part in first["loc"]).split())[:80] or "the answer"
            what = first["msg"].removeprefix("Value error, ").replace("valid tuple", "list")
            raise AnswerError(f"{where}: {what[:1].lower()}{what[1:]}") from None

    def raw(self) -> dict:
        """Return the answer as plain JSON values."""
        return self.model_dump(mode="json", exclude_unset=True)

    @abstractmethod
    def parts(self) -> frozenset[str]:
        """Return the ids of what the learner has dealt with: placed cards, answered questions."""

    @abstractmethod
    def value(self, part: str) -> str | None:
        """Return what the learner decided about a part, as a worked answer's file writes it, or None."""

    def agrees(self, part: str, value: str) -> bool:
        """Say whether the learner decided this about a part."""
        return self.value(part) == value

    @classmethod
    def in_words(cls, value: str, names: Mapping[str, str]) -> str:
        """Return the value of a part as the learner knows it: `names` are those of options by id."""
        return names.get(value, value)

    @classmethod
    @abstractmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Return the answer that has these values: part id -> value, as a worked answer's file holds them."""


class Place(BaseModel):
    """Where one card lies. `span` is its length in columns."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    row: Annotated[str, Field(max_length=200)] = ""
    column: Id
    span: Annotated[int, Field(ge=1, le=1000)] = 1


class Placements(Answer):
    """Cards placed on a board, in their order within each cell. Cards still in the tray are not in it."""

    places: tuple[Place, ...] = ()

    @field_validator("places")
    @classmethod
    def _once_each(cls, places: tuple[Place, ...]) -> tuple[Place, ...]:
        twice = [id for id, count in Counter(place.id for place in places).items() if count > 1]
        if twice:
            raise ValueError(f"card {twice[0]!r} is placed twice")
        return places

    def parts(self) -> frozenset[str]:
        """Return the ids of the placed cards."""
        return frozenset(place.id for place in self.places)

    def value(self, part: str) -> str | None:
        """Return where a card lies: its column, after its row and a slash if the board has rows, and before "
        x3" if it spans three columns."""
        place = next((place for place in self.places if place.id == part), None)
        if place is None:
            return None
        row = "" if place.row in ONE_ROW else f"{place.row}/"
        return f"{row}{place.column}" + (f" x{place.span}" if place.span > 1 else "")

    @classmethod
    def in_words(cls, value: str, names: Mapping[str, str]) -> str:
        """Return a card's place with the names of its row and its column."""
        return " · ".join(names.get(name, name) for name in value.split("/"))

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Return cards placed in this order: card id -> column, row/column, or either with its span:
        "row/column x3"."""
        places = []
        for id, value in values.items():
            row, _, rest = value.rpartition("/")
            column, span = _SPANNING.fullmatch(rest).groups()
            places.append(Place(id=id, row=row or ONE_ROW[-1], column=column, span=int(span or 1)))
        return cls(places=tuple(places))

    def column(self, column: str) -> tuple[str, ...]:
        """Return the ids of the cards in one column, top to bottom."""
        return tuple(place.id for place in self.places if place.column == column)

    def column_of(self, id: str) -> str | None:
        """Return the column of a card, or None while it is in the tray."""
        return self._columns.get(id)

    @cached_property
    def _columns(self) -> dict[str, str]:
        return {place.id: place.column for place in self.places}


class Ranking(Placements):
    """Cards put in order in one column."""

    def value(self, part: str) -> str | None:
        """Return a card's rank in its column, 1 being the first, as text."""
        column = self.column_of(part)
        return column and str(self.column(column).index(part) + 1)

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Return the cards in the order of their ranks, in the column "order"."""
        ranked = sorted(values, key=lambda id: int(values[id]))
        return super().of(dict.fromkeys(ranked, "order"))


class Cells(Answer):
    """What was typed into a table: row id -> column id -> the text as typed. Blank cells are left out.

    A part is a cell, called `row:column`.
    """

    cells: dict[Id, dict[Id, Text]] = {}

    @field_validator("cells")
    @classmethod
    def _without_blanks(cls, cells: dict[Id, dict[Id, Text]]) -> dict[Id, dict[Id, Text]]:
        """Leave out cells of blanks, as the table does: only a file changed by other means holds any."""
        filled = {
            row: {id: text for id, text in texts.items() if text.strip()} for row, texts in cells.items()
        }
        return {row: texts for row, texts in filled.items() if texts}

    def parts(self) -> frozenset[str]:
        """Return the ids of the cells that are filled in."""
        return frozenset(f"{row}:{column}" for row, cells in self.cells.items() for column in cells)

    def text(self, row: str, column: str) -> str:
        """Return what stands in a cell; "" for a blank one."""
        return self.cells.get(row, {}).get(column, "")

    def value(self, part: str) -> str | None:
        """Return what stands in a cell, or None."""
        row, _, column = part.rpartition(":")
        return self.text(row, column) or None

    def agrees(self, part: str, value: str) -> bool:
        """Say whether a cell holds this; of a number, in any notation, as many decimals as `value` has."""
        typed = self.value(part) or ""
        mine, wanted = number(typed), number(value)
        if not (mine and wanted):
            return typed.casefold() == value.casefold()
        if "%" in (mine.unit, wanted.unit) and mine.unit != wanted.unit:
            fraction = mine.value / 100 if mine.unit else mine.value
            return fraction == (wanted.value / 100 if wanted.unit else wanted.value) or (
                not mine.unit and mine.value == wanted.value
            )
        decimals = len(value.partition(".")[2].rstrip(" %"))
        return mine.unit == wanted.unit and round(mine.value, decimals) == wanted.value

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Return the table with these cells."""
        cells: dict[str, dict[str, str]] = {}
        for part, text in values.items():
            row, _, column = part.rpartition(":")
            cells.setdefault(row, {})[column] = text
        return cls(cells=cells)


class Choices(Answer):
    """One chosen option for each answered question of a quiz, by their ids."""

    choices: dict[Id, Id] = {}

    def parts(self) -> frozenset[str]:
        """Return the ids of the answered questions."""
        return frozenset(self.choices)

    def value(self, part: str) -> str | None:
        """Return the chosen option of a question, or None."""
        return self.choices.get(part)

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Return the answer with these choices."""
        return cls(choices=dict(values))
