"""Numbers and dates as people type them: in either style, and what stands behind a number."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import NamedTuple

YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
ALL_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
WEEKDAY = r"(?:[^\W\d_]+\.?,?\s+)?"
DAY_FIRST = re.compile(
    rf"{WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|er|º)?[\s./-]+(?:(?:de|of)\s+)?([^\W\d_]+)\.?[\s./,-]*(?:de\s+)?"
    r"(\d{4}|\d{2})(?!\d)"
)
MONTH_FIRST = re.compile(rf"{WEEKDAY}([^\W\d_]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)")
TIME_AFTER = re.compile(r"[\s,T]*(?:(?:at|um|à|a las|às)?\s*\d{1,2}[:.h]\d{2}.*)?", re.S)
MONTHS = (
    "january januar janvier enero janeiro",
    "february februar fevrier febrero fevereiro",
    "march marz mars marzo marco mrz maerz",
    "april avril abril",
    "may mai mayo maio",
    "june juni juin junio junho",
    "july juli juillet julio julho",
    "august aout agosto",
    "september septembre septiembre setembro",
    "october oktober octobre octubre outubro",
    "november novembre noviembre novembro",
    "december dezember decembre diciembre dezembro",
)
LONGEST_DATE = 100
THOUSAND = ("k", "t", "tsd", "thousand", "tausend")
"""What says behind a number that it counts thousands, in small letters."""
POINTS = re.compile(r"\s*[1-9]\d{0,2}\.\d{3}\s*")


class Number(NamedTuple):
    """A number as typed: its value, and the unit behind it in small letters, "" for none."""

    value: float
    unit: str


def number(text: str) -> Number | None:
    """Return the number that a text holds, or None if it holds none.

    A comma before exactly three digits groups thousands ("1,900" is 1900), and so do points if there are
    several; any other comma or point is a decimal mark. Blanks (thin ones too) and apostrophes group
    thousands.

    >>> number("1,900"), number("0,8").value, number("80 %"), number("1.234,5").value
    (Number(value=1900.0, unit=''), 0.8, Number(value=80.0, unit='%'), 1234.5)
    """
    text = re.sub(r"^\s*[-\N{MINUS SIGN}\N{EN DASH}]\s*", "-", text)
    if len(text) > 60:
        return None
    found = re.fullmatch(r"\s*([+-]?)([0-9][0-9.,'’\s]*|[.,][0-9]+)([^0-9]*)", text)
    if not found:
        return None
    sign, digits, unit = found.groups()
    digits = re.sub(r"['’\s]", "", digits)
    while digits and digits[-1] in ".,":
        digits = digits[:-1]
    marks = [mark for mark in digits if mark in ".,"]
    if len(set(marks)) == 2:
        last = marks[-1]
        if not re.fullmatch(r"[0-9]{1,3}([.,][0-9]{3})+[.,][0-9]+", digits) or marks.count(last) > 1:
            return None
        digits = digits.replace("," if last == "." else ".", "").replace(last, ".")
    elif re.fullmatch(r"[1-9][0-9]{0,2}([.,][0-9]{3})+", digits) and (len(marks) > 1 or marks[0] == ","):
        digits = digits.replace(marks[0], "")
    elif len(marks) > 1:
        return None
    digits = digits.replace(",", ".")
    return Number(float(sign + digits), " ".join(unit.split()).casefold())


class Figure(NamedTuple):
    """A figure as typed: its number, and what that stands for in single units."""

    bare: float
    value: float


def figure_in(text: str) -> Figure | None:
    """Return the figure that a text is, where nobody counts thousandths, as of a year's pay: a point before
    three digits sets thousands apart, and "k" behind it says thousands. None if it is anything else.

    >>> figure_in("134.12k"), figure_in("134.120").value, figure_in("12 apples")
    (Figure(bare=134.12, value=134120.0), 134120.0, None)
    """
    found = number(text.replace(".", "") if POINTS.fullmatch(text) else text)
    unit = found.unit.rstrip(".") if found else ""
    if found is None or unit not in ("", *THOUSAND):
        return None
    return Figure(found.value, found.value * (1000 if unit else 1))


def plain(text: str) -> str:
    """`text` in lower case, without accents, punctuation and blanks, to compare words by."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in folded if letter.isalnum())


def days(text: str) -> tuple[datetime.date, ...]:
    """Return the days that a text can mean: none, one, or two where day and month could be either way round.

    >>> days("22 Jan 2027") == days("22.01.2027") == (datetime.date(2027, 1, 22),)
    True
    >>> [day.isoformat() for day in days("03/04/2027")]
    ['2027-04-03', '2027-03-04']
    """
    text = text.strip()
    found = (date(text, day_first) for day_first in (True, False))
    return tuple(dict.fromkeys(day for day in found if day))


def date(cell: str, day_first: bool | None) -> datetime.date | None:
    """The date in `cell` as it is written there (no time zone is applied); None when there is none.

    Raises ValueError("ambiguous") for 02/03/2026 when `day_first` is None.
    """
    if len(cell) > LONGEST_DATE:
        return None
    cell = unicodedata.normalize("NFC", cell)
    for pattern, read in (
        (YEAR_FIRST, _year_first),
        (ALL_NUMBERS, None),
        (DAY_FIRST, _named),
        (MONTH_FIRST, _named),
    ):
        match = pattern.match(cell)
        if match and TIME_AFTER.fullmatch(cell[match.end() :]):
            parts = read(match) if read else _all_numbers(match, day_first)
            return _real_date(*parts) if parts else None
    return None


def _year_first(match: re.Match) -> tuple[str, int, str]:
    return match[1], int(match[3]), match[4]


def _all_numbers(match: re.Match, day_first: bool | None) -> tuple[str, int, str]:
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first > 12 or first == second:
        day_first = True
    elif second > 12:
        day_first = False
    if day_first is None:
        raise ValueError("ambiguous")
    return (match[4], second, match[1]) if day_first else (match[4], first, match[3])


def _named(match: re.Match) -> tuple[str, int, str] | None:
    day, word = (match[1], match[2]) if match[1].isdigit() else (match[2], match[1])
    start = plain(word)
    months = [n for n, names in enumerate(MONTHS, 1) if any(name.startswith(start) for name in names.split())]
    return (match[3], months[0], day) if len(start) > 2 and len(months) == 1 else None


def _real_date(year: str, month: int, day: str) -> datetime.date | None:
    century = (2000 if int(year) < 70 else 1900) if len(year) == 2 else 0
    try:
        return datetime.date(century + int(year), month, int(day))
    except ValueError:
        return None
