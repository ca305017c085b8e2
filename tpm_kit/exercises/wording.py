"""Numbers and names as the feedback writes them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence


def points(number: float) -> str:
    """Return an effort with its unit.

    >>> points(8.0), points(1), points(2.5)
    ('8 points', '1 point', '2.5 points')
    """
    return f"{number:.10g} {'point' if number == 1 else 'points'}"


def count(many: int, one: str) -> str:
    """Return how many there are of something.

    >>> count(1, "risk"), count(4, "risk")
    ('1 risk', '4 risks')
    """
    return f"{many} {one}{'' if many == 1 else 's'}"


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


def cut(text: str, most: int) -> str:
    """Return a text on one line, cut at a blank if it is longer than `most` letters (or within a long word).

    >>> cut("Refunds from the dashboard", 15), cut("支払い画面で失敗理由", 6)
    ('Refunds from …', '支払い画 …')
    """
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if len(text) <= most:
        return text
    head = text[: most - 2]
    blank = text[: most - 1].rfind(" ")
    return f"{head[:blank] if blank > most // 2 else head} …"


def date(day: datetime.date) -> str:
    """Return a date in words.

    >>> date(datetime.date(2027, 3, 31))
    '31 March 2027'
    """
    return f"{day.day} {day:%B %Y}"


def names(titles: Sequence[str], most: int = 4) -> str:
    """Return titles as a list in words; of a long one the first few and the number of the others.

    >>> names(["A", "B"]), names(["A", "B", "C", "D", "E"], most=2)
    ('A and B', 'A, B and 3 more')
    """
    shown = list(titles[:most])
    if len(titles) > most:
        shown.append(f"{len(titles) - most} more")
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
