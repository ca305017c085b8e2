"""Typed answers: what a learner decided, in a form that rules can read and that a file can hold.

Every answer comes back from a file sooner or later, so each type checks its own shape. None of them knows
the case: whether an item still exists is asked where the answer is put back on screen.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

Id = Annotated[str, Field(min_length=1, max_length=200)]


class AnswerError(ValueError):
    """A stored answer that does not have the shape its exercise needs; `str()` is one sentence."""


class Answer(BaseModel):
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

    def parts(self) -> frozenset[str]:
        """Return the ids of what the learner has dealt with: placed cards, answered questions."""
        raise NotImplementedError


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

    def column(self, column: str) -> tuple[str, ...]:
        """Return the ids of the cards in one column, top to bottom."""
        return tuple(place.id for place in self.places if place.column == column)

    def column_of(self, id: str) -> str | None:
        """Return the column of a card, or None while it is in the tray."""
        return next((place.column for place in self.places if place.id == id), None)


class Choices(Answer):
    """One chosen option for each answered question of a quiz, by their ids."""

    choices: dict[Id, Id] = {}

    def parts(self) -> frozenset[str]:
        """Return the ids of the answered questions."""
        return frozenset(self.choices)
