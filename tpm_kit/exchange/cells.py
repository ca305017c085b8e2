"""Single cells of a foreign table: trimmed text, numbers and dates as people and trackers write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import NamedTuple

from tpm_kit.typed import ALL_NUMBERS, date

SPACES = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
NO_VALUES = (
    "-|--|–|—|?|x|.|na|n/a|n.a.|n. a.|k.a.|k. a.|n.v.|nil|none|null|tbd|no value|not set|"
    "unset|unestimated|no estimate|(none)|keine|keiner|offen|aucun|aucune|ninguno|ninguna|nenhum|nenhuma"
)
NO_VALUE = frozenset(["", *NO_VALUES.split("|")])
NONE_WORDS = frozenset(
    (
        "no",
        "none",
        "not",
        "nothing",
        "false",
        "n/a",
        "na",
        "nein",
        "non",
        "não",
        "sin",
        "rien",
        "nada",
        "falsch",
        "faux",
    )
)
NONE_STARTS = ("kein", "aucun", "ningun", "ningún", "nenhum", "nessun", "geen")
BARE_YES = frozenset(("yes", "y", "true", "ja", "wahr", "oui", "vrai", "si", "sí", "sì", "sim", "verdadero"))
UNIT = r"(?:points?|pts?|sp|story\s*points?|punkte?|puntos?|pontos?)\.?"
NUMBER = re.compile(
    rf"(?P<sign>[+\-\u2212]?)\s*(?P<body>\d[\d.,'’\s]*|[.,]\d+)(?P<power>e[+-]?\d+)?\s*(?P<unit>%|{UNIT})?",
    re.I,
)
LONGEST = 100
OTHER = {".": ",", ",": "."}
GROUP_OF_THREE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


class Number(NamedTuple):
    """A number as read: its value, whether it was a percentage, whether its mark could mean either."""

    value: float
    percent: bool = False
    ambiguous: bool = False


def clean(cell: str) -> str:
    """`cell` without invisible characters at its ends and without the `'` that guards a formula sign."""
    text = cell.strip(SPACES + INVISIBLE)
    return text[1:] if text[:1] == "'" and text[1:2] in ("+", "-", "=", "@") else text


def one_line(text: str) -> str:
    """`text` with each line break turned into a single blank."""
    return " ".join(line for line in text.splitlines() if line)


def is_no_value(cell: str) -> bool:
    """Does the cell say that there is no value, such as "-", "NA" or "?"?"""
    return cell.casefold() in NO_VALUE


def workaround(text: str) -> str:
    """`text` where it tells a workaround; empty where it says in up to four words that there is none."""
    words = re.sub(r"^[-–—\s]+", "", text).casefold().split()
    first = words[0].strip(".,;:!()") if words else ""
    if not words or (len(words) <= 4 and (first in NONE_WORDS or first.startswith(NONE_STARTS))):
        return ""
    return "the file says that there is one" if len(words) == 1 and first in BARE_YES else text


def decimal_mark(cells: Iterable[str], separator: str) -> tuple[str, bool]:
    """The decimal mark of a column, and whether one of its numbers proves it (else a guess)."""
    for cell in cells:
        match = NUMBER.fullmatch(cell) if len(cell) <= LONGEST else None
        body = match["body"].strip(SPACES) if match else ""
        marks = [mark for mark in body if mark in ".,"]
        if len(marks) > 1:
            last_is_decimal = marks[-1] not in marks[:-1]
            return (marks[-1] if last_is_decimal else OTHER[marks[-1]]), True
        if marks and not GROUP_OF_THREE.fullmatch(body):
            return marks[0], True
    return ("," if separator == ";" else "."), False


def number(cell: str, decimal: str = ".") -> Number | None:
    """The number in `cell`, or None when it is none; `decimal` settles "1,234" and "1.234" only."""
    match = NUMBER.fullmatch(cell) if len(cell) <= LONGEST else None
    if not match:
        return None
    body = re.sub(r"(?<=\d)['’\s](?=\d{3}(?!\d))", "", match["body"].strip(SPACES))
    digits, ambiguous = _plain_digits(body, decimal)
    if not digits:
        return None
    sign = "" if match["sign"] in ("", "+") else "-"
    return Number(float(sign + digits + (match["power"] or "")), match["unit"] == "%", ambiguous)


def _plain_digits(body: str, decimal: str) -> tuple[str, bool]:
    """`body` with at most one mark, a point; whether the mark could mean either; empty if none."""
    if GROUP_OF_THREE.fullmatch(body):
        return body.replace(OTHER[decimal], "").replace(decimal, "."), True
    for mark, group in OTHER.items():
        groups = rf"\d{{1,3}}(?:\{group}\d{{3}})"
        if re.fullmatch(rf"\d*\{mark}?\d*|{groups}+\{mark}\d+|{groups}{{2,}}", body):
            return body.replace(group, "").replace(mark, "."), False
    return "", False


def day_order(cells: Iterable[str]) -> bool | None:
    """True when 02/03/2026 in this column has the day first, False for the month, None if unknown."""
    orders = set()
    for cell in cells:
        match = ALL_NUMBERS.match(cell)
        if match and match[2] != "." and (int(match[1]) > 12) != (int(match[3]) > 12):
            orders.add(int(match[1]) > 12)
    return orders.pop() if len(orders) == 1 else None


def day(cell: str, day_first: bool | None) -> tuple[datetime.date | None, str]:
    """The date in `cell`, or None and what is wrong with it; `day_first` settles 02/03/2026."""
    try:
        found = date(cell, day_first)
    except ValueError:
        return None, "day or month first? So no date; write 2026-03-31"
    return found, "" if found else "a text that is not a date gives no date; write 2026-03-31"
