"""An offer as typed, worked out: what each part comes to in a year, the total, and where the base lies.

Bonus and equity are counted as often as they are likely; a grant of shares is spread evenly over the years in
which it vests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.areas import in_words, read_area
from tpm_kit.exercises.career.money import LEAST
from tpm_kit.exercises.career.offer_cells import (
    AMOUNT,
    BASE,
    BESIDE,
    BONUS,
    COLUMNS,
    ENDS,
    ENTRY,
    EQUITY,
    GROUNDS,
    HIGH,
    KIND,
    LOW,
    MOST,
    NONE,
    PER,
    PERCENT,
    PLACE,
    ROLE,
    ROWS,
    SHARE,
    TIMES,
    TOTAL,
    VESTING,
    Reading,
    choices,
    read_chance,
    read_dollars,
    read_percent,
    read_yearly,
)
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.pay import Position, position
from tpm_kit.salary_data import Area, PayRange, pay

NEAR = 0.005
"""Sums count as the same if they differ by no more than this share: people round to thousands."""


class Sheet:
    """The table as typed. What is blank or cannot be read is None; sums are US dollars a year."""

    def __init__(self, answer: Cells) -> None:
        self._answer = answer
        self._faults: dict[tuple[str, str], Reading] = {}
        self.soc = self._choice(ROLE)
        self.work = self._choice(PLACE)
        self.band = self._choice(BESIDE)
        self.area = self._area()
        self.range: PayRange | None = pay(self.soc, self.area) if self.soc and self.area else None
        self.base = self._base()
        self.bonus, self.bonus_full = self._bonus()
        self.equity, self.grant = self._equity()
        self.years: int | None = VESTING.get(self._choice(EQUITY))
        self.total, self.beside, self.low, self.high = (
            self._read(row, ENTRY, read_yearly) for row in (TOTAL, BESIDE, LOW, HIGH)
        )
        self.grounds = [
            (row, self.text(row, ENTRY), self._choice(row))
            for row in GROUNDS
            if self.text(row, ENTRY) or self.text(row, KIND)
        ]
        self._leave_blank()

    def text(self, row: str, column: str) -> str:
        """Return what stands in a cell, on one line."""
        return " ".join(self._answer.text(row, column).split())

    def faults(self) -> Iterator[tuple[str, str, Reading]]:
        """Yield row, column and reading of each cell that cannot be used."""
        yield from ((*cell, reading) for cell, reading in self._faults.items())

    def _choice(self, row: str) -> str:
        chosen = self._answer.text(row, KIND)
        return chosen if chosen in choices(row) else ""

    def _read(self, row: str, column: str, read: Callable[[str], Reading] = read_dollars) -> float | None:
        text = self.text(row, column)
        if not text:
            return None
        reading = read(text)
        if reading.fault:
            self._faults[row, column] = reading
        return reading.value

    def _area(self) -> Area | None:
        """Return the place that is meant."""
        text = self.text(PLACE, ENTRY)
        found = read_area(text) if text else None
        if found and found.fault:
            self._faults[PLACE, ENTRY] = Reading(fault=found.fault)
        return found.area if found else None

    def _base(self) -> float | None:
        per = self._choice(BASE)
        typed = self._read(
            BASE, ENTRY, partial(read_dollars, per=per) if per in ("month", "hour") else read_yearly
        )
        if typed is None or not per:
            return None
        base = typed * TIMES[per]
        if not LEAST <= base <= MOST:
            fault = (
                f"“{cut(self.text(BASE, ENTRY), 30)}” as {PER[per]} makes {base:,.0f} a year; check the unit."
            )
            self._faults[BASE, ENTRY] = Reading(fault=fault)
            return None
        return base

    def _chance(self, row: str) -> float | None:
        return self._read(row, SHARE, read_chance) if self.text(row, SHARE) else 1.0

    def _bonus(self) -> tuple[float | None, float | None]:
        """Return the bonus that is counted on, and the whole of it."""
        kind, chance = self._choice(BONUS), self._chance(BONUS)
        if kind == NONE:
            return 0.0, 0.0
        typed = self._read(BONUS, ENTRY, read_percent if kind == PERCENT else read_dollars)
        if None in (typed, chance) or not kind or (kind == PERCENT and self.base is None):
            return None, None
        whole = typed if kind == AMOUNT else typed * self.base
        return whole * chance, whole

    def _equity(self) -> tuple[float | None, float | None]:
        """Return one year of equity that is counted on, and what was granted in all."""
        kind, chance = self._choice(EQUITY), self._chance(EQUITY)
        if kind == NONE:
            return 0.0, 0.0
        typed = self._read(EQUITY, ENTRY)
        if None in (typed, chance) or not kind:
            return None, None
        return typed * chance / VESTING.get(kind, 1), typed

    def _leave_blank(self) -> None:
        """Note what stands in cells that are not asked for."""
        for row, (_, _, asked) in ROWS.items():
            for column in COLUMNS:
                if column not in asked and self.text(row, column):
                    fault = "Nothing is asked for here; leave this cell blank."
                    self._faults[row, column] = Reading(fault=fault)
        for row in (BONUS, EQUITY):
            if self._choice(row) == NONE and self.text(row, ENTRY):
                text = cut(self.text(row, ENTRY), 30)
                self._faults[row, ENTRY] = Reading(
                    fault=f"“{text}” stands here, and beside it that there is none."
                )

    @property
    def sum(self) -> float | None:
        """The total of one year: base, and what is counted on of bonus and equity."""
        parts = (self.base, self.bonus, self.equity)
        return None if None in parts else sum(parts)

    @property
    def total_holds(self) -> bool:
        """Is the total what one year brings?"""
        return None not in (self.total, self.sum) and same(self.total, self.sum)

    @property
    def base_is_beside(self) -> bool:
        """Is the sum that is set beside the published range the base?"""
        return None not in (self.beside, self.base) and same(self.beside, self.base)

    @property
    def base_lies_there(self) -> bool:
        """Is the base set beside the published range, and said to lie where it does?"""
        return self.base_is_beside and self.band in self.bands(self.base)

    @property
    def place(self) -> str:
        """The place as it stands in a sentence, or ""."""
        return in_words(self.area.name) if self.area else ""

    @property
    def published(self) -> PayRange | None:
        """The range, if it has any percentile."""
        return self.range if self.range and self.range.published else None

    def where(self, value: float | None) -> Position | None:
        """Return where a sum lies in the published range, or None."""
        return position(value, self.published) if value and self.published else None

    def bands(self, value: float) -> frozenset[str]:
        """Return the bands that a sum may lie in: two where it is a percentile itself, and all that are
        possible where one between is not published."""
        if self.published is None:
            return frozenset({"unknown"})
        known = {int(name[1:]): at for name, at in self.published.percentiles.items() if at is not None}
        return frozenset(
            band
            for band, (least, most) in ENDS.items()
            if max((at for end, at in known.items() if end <= least), default=0)
            <= value
            <= min((at for end, at in known.items() if end >= most), default=value)
        )


def same(one: float, other: float) -> bool:
    """Say whether two sums are the same but for rounding."""
    return abs(one - other) <= NEAR * max(abs(one), abs(other))
