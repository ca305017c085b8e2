"""What a cell of a case's table may hold: the kinds of cells, each with how it is read and what to give."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from typing import Any, NamedTuple


class Cell(NamedTuple):
    """What a cell must hold: `read` gives its value or raises `ValueError`; `advice` says what to give."""

    read: Callable[[str], Any]
    advice: str


def _some(text: str) -> str:
    if not text:
        raise ValueError
    return text


def number(fits: Callable[[float], bool], advice: str) -> Cell:
    """Return the kind of a cell with a number, 0 or more, that fits."""

    def read(text: str) -> float:
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", text) or not fits(number := float(text)):
            raise ValueError
        return number

    return Cell(read, advice)


def one_of(*options: str) -> Cell:
    """Return the kind of a cell with one of these texts."""

    def read(text: str) -> str:
        if text not in options:
            raise ValueError
        return text

    return Cell(read, f"one of {', '.join(options)}")


def _date(text: str) -> datetime.date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError
    return datetime.date.fromisoformat(text)


def _six_counts(text: str) -> tuple[float, ...]:
    counts = tuple(map(AMOUNT.read, text.split(";"))) if text else ()
    if text and not (len(counts) == 6 and sum(counts[:4]) and not any(count % 1 for count in counts)):
        raise ValueError
    return counts


def scale(*steps: float) -> Cell:
    """Return the kind of a cell with one of these numbers."""
    return number(lambda number: number in steps, f"one of {', '.join(f'{step:g}' for step in steps)}")


TEXT = Cell(_some, "a text")
MAYBE = Cell(str, "a text, or nothing")
IDS = Cell(lambda text: tuple(filter(None, (id.strip() for id in text.split(";")))), "ids, separated by ;")
AMOUNT = number(math.isfinite, "a number, 0 or more")
ABOVE_0 = number(lambda number: number > 0, "a number above 0")
MAYBE_AMOUNT = Cell(lambda text: AMOUNT.read(text) if text else None, "a number, 0 or more, or nothing")
MAYBE_ABOVE_0 = Cell(lambda text: ABOVE_0.read(text) if text else None, "a number above 0, or nothing")
SHARE = number(lambda number: 0 < number <= 1, "a number above 0 and at most 1")
CHANCE = number(lambda number: number <= 1, "a number from 0 to 1")
TEN = number(lambda number: 1 <= number <= 10, "a number from 1 to 10")
ANSWER = number(lambda number: number in range(1, 6), "a whole number from 1 to 5")
COUNTS = Cell(_six_counts, "nothing, or whole numbers for A;O;M;I;R;Q, not all of the first four 0")
JOB = scale(1, 2, 3, 5, 8, 13, 20)
DATE = Cell(_date, "a date such as 2030-01-31")
MAYBE_DATE = Cell(lambda text: DATE.read(text) if text else None, "a date such as 2030-01-31, or nothing")
PAST = Cell(
    lambda text: tuple(ABOVE_0.read(one.strip()) for one in text.split(";")) if text else (),
    "nothing, or numbers above 0, separated by ;",
)
YES = Cell(one_of("yes", "").read, "yes, or nothing")
