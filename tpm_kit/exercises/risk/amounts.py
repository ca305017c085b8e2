"""Sums of money in thousands: as sentences say them in a case's currency, and as people type them."""

from __future__ import annotations

import re

from tpm_kit import typed
from tpm_kit.case import Case
from tpm_kit.exercises.risk import register
from tpm_kit.typed import number

THOUSAND = (*typed.THOUSAND, "keur", "teur")
"""What says behind a number that it counts thousands, in small letters."""
MOST = 1e6
"""A thousand millions: what is typed beyond that is a slip of the keyboard."""
_CURRENCY = re.compile(r"[€$£¥]|\b(?:eur|euros?|usd|gbp|chf)\b\.?", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})\.([0-9]{3})(?![0-9.,]|\s*[kt])", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^\s*\(([^()]*)\)\s*$")


def money(thousands: float, case: Case) -> str:
    """Return a sum in the case's currency: "€4,200"."""
    return register.money(thousands, register.policy(case).currency)


def about(thousands: float, case: Case) -> str:
    """Return an average, or a sum that comes from runs, to the hundred: more digits would claim too much."""
    return money(round(thousands, 1), case)


def without_currency(text: str, currency: str = "") -> str:
    """Return a sum as typed without its currency, the case's own or one of the usual ones."""
    return _CURRENCY.sub(" ", text.replace(currency, " ") if currency else text).strip()


def in_thousands(text: str, currency: str = "") -> float | None:
    """Return a sum that is typed in single units, or with a word for thousands; None if it is none.

    >>> in_thousands("−€11,237"), in_thousands("(8332)"), in_thousands("3,5k"), in_thousands("much")
    (-11.237, -8.332, 3.5, None)
    """
    # Accountants write a loss in brackets; with its currency gone, a German "11.237 €" ends in three digits.
    bare = grouped(_IN_BRACKETS.sub(r"-\1", without_currency(text, currency)))
    found = number(re.sub(r"^\s*([-+\N{MINUS SIGN}\N{EN DASH}])\s+", r"\1", bare))
    unit = found.unit.rstrip(".") if found else ""
    if found is None or unit not in ("", *THOUSAND):
        return None
    return found.value if unit else found.value / 1000


def cost_of(text: str) -> float | None:
    """Return what something costs; None where the text holds no such sum.

    >>> cost_of("4.200"), cost_of("3,5k"), cost_of("€4,200"), cost_of("much")
    (4.2, 3.5, 4.2, None)
    """
    cost = in_thousands(text)
    return None if cost is None or not 0 <= cost <= MOST else cost


def grouped(text: str) -> str:
    """Return a sum without the point that groups its thousands, as in German: nobody writes cents with three
    digits, and "4.200 k" is left alone.

    >>> grouped("4.200 €"), grouped("4.20"), grouped("-11.237"), grouped("4.200k")
    ('4200 €', '4.20', '-11237', '4.200k')
    """
    return _GROUPED.sub(r"\1\2", text)
