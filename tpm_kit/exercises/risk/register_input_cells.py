"""The cells of a register that a learner writes down: chances, days and money as they can be counted with."""

from __future__ import annotations

from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.risk.amounts import cost_of
from tpm_kit.exercises.risk.chances import PERCENT, in_cases, read_share
from tpm_kit.exercises.wording import cut
from tpm_kit.typed import Number, number

LEAST, MOST = 5, 8
"""So many risks at least make a register in which something comes first; more are a file's work."""
ROWS = {f"R-{n}": f"Risk {n}" for n in range(1, MOST + 1)}
WORDS = {
    "title": "name",
    "cause": "cause",
    "event": "event",
    "effect": "effect",
    "chance": "chance",
    "days": "days lost",
    "cost": "money lost",
    "item": "item delayed",
    "owner": "owner",
}
"""The columns by id, as sentences call them."""
NEEDED = ("title", "cause", "event", "effect", "chance", "days", "cost")
TEXTS = ("title", "cause", "event", "effect")
LONGEST_NAME = 60
MOST_DAYS = 1_000.0
DAYS = ("", "d", "day", "days", "working days", "wd", "tage", "pt")
"""What may stand behind a number of days, in small letters."""


class Written(NamedTuple):
    """A row that says something; None where a number is blank or cannot be read. `cost` is in thousands."""

    row: str
    title: str
    chance: float | None
    days: float | None
    cost: float | None


def chance_of(text: str) -> float | None:
    """Return a chance typed in percent as a share between 0 and 1, or None; "0.2" alone could mean either.

    >>> chance_of("20"), chance_of("20 %"), chance_of("0.5 %"), chance_of("0.2"), chance_of("100")
    (0.2, 0.2, 0.005, None, None)
    >>> chance_of("1 in 5"), chance_of("20 percent"), chance_of("5 of 5")
    (0.2, 0.2, None)
    """
    share = read_share(text)
    return share if share is not None and 0 < share < 1 else None


def loss_of(text: str, column: str) -> float | None:
    """Return days, or money in thousands, from a cell; None where it holds neither.

    >>> loss_of("12,500 €", "cost"), loss_of("4k", "cost"), loss_of("2.5", "days"), loss_of("soon", "days")
    (12.5, 4.0, 2.5, None)
    """
    if column == "cost":
        return cost_of(text)
    found = number(text)
    return found.value if found and found.unit in DAYS and 0 <= found.value <= MOST_DAYS else None


def written(answer: Cells) -> list[Written]:
    """Return the rows in which anything is filled in."""
    return [
        Written(
            row,
            cut(answer.text(row, "title"), LONGEST_NAME),
            chance_of(answer.text(row, "chance")),
            loss_of(answer.text(row, "days"), "days"),
            loss_of(answer.text(row, "cost"), "cost"),
        )
        for row in ROWS
        if any(answer.text(row, column).strip() for column in WORDS)
    ]


def chance_fault(text: str) -> tuple[str, str, str]:
    """Return what is wrong with a chance that cannot be used: seen, why, do."""
    found, share = number(text), in_cases(text)
    if share is not None:
        found = Number(share * 100, "%")
    what = f"“{cut(text, 30)}”"
    if found and found.unit in ("", *PERCENT) and found.value >= 100:
        return (
            f"{what} is certain.",
            "What is certain is an issue, and no risk.",
            "Write a chance below 100 %.",
        )
    if found and found.unit in ("", *PERCENT) and found.value == 0:
        return (
            f"{what} cannot happen.",
            "What cannot happen is no risk.",
            "Write a chance above 0, or clear the row.",
        )
    if found and not found.unit and 0 < found.value < 1:
        return (
            f"{what} could mean {found.value * 100:.4g} % or {found.value:.4g} %.",
            "The two are a hundred times apart.",
            f"Write {found.value * 100:.4g}, or {found.value:.4g} % with its sign.",
        )
    return (
        f"{what} is no chance in percent.",
        "",
        "Write a number between 0 and 100, or the cases that you know of, such as 1 in 5.",
    )


def loss_fault(text: str) -> tuple[str, str, str]:
    """Return what is wrong with days or money that cannot be used: seen, why, do."""
    what = f"“{cut(text, 30)}” is no number of 0 or more, or is far too large."
    return what, "Chance and loss are multiplied later, and words cannot be.", "Write the most likely number."
