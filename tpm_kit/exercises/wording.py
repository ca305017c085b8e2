"""Numbers and names as the feedback writes them."""

from __future__ import annotations

from collections.abc import Sequence


def points(number: float) -> str:
    """Return an effort with its unit.

    >>> points(8.0), points(1), points(2.5)
    ('8 points', '1 point', '2.5 points')
    """
    return f"{number:.10g} {'point' if number == 1 else 'points'}"


def percent(share: float, limit: float | None = None) -> str:
    """Return a share (a fraction) in percent, with enough decimals to differ from the limit it missed.

    >>> percent(0.657), percent(0.602, 0.6), percent(0.6, 0.6)
    ('66 %', '60.2 %', '60 %')
    """
    for decimals in (0, 1, 2, 3):
        text = f"{share * 100:.{decimals}f}"
        if limit is None or share == limit or float(text) != round(limit * 100, 3):
            break
    return f"{text} %"


def names(titles: Sequence[str], most: int = 4) -> str:
    """Return titles as a list in words; of a long one the first few and the number of the others.

    >>> names(["A", "B"]), names(["A", "B", "C", "D", "E"], most=2)
    ('A and B', 'A, B and 3 more')
    """
    shown = list(titles[:most])
    if len(titles) > most:
        shown.append(f"{len(titles) - most} more")
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
