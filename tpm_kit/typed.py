"""Numbers as people type them: thousands and decimals in either style, and what stands behind them."""

from __future__ import annotations

import re
from typing import NamedTuple


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
