"""Amounts of pay as people write them: with a currency, a period, thousands, and one end or two."""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.exchange.cells import number

SYMBOLS = {
    "us$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "au$": "AUD",
    "a$": "AUD",
    "nz$": "NZD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "¥": "¥",
    "zł": "PLN",
    "zl": "PLN",
    "kr": "kr",
    "fr.": "CHF",
    "sfr": "CHF",
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "franken": "CHF",
    "rupees": "INR",
}
"""What a sign or a word stands for. Signs that several countries use for money of their own stay signs."""
CODES = frozenset(
    (
        *("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "CNY", "INR", "SEK", "NOK", "DKK"),
        *("PLN", "CZK", "HUF", "RON", "BRL", "MXN", "SGD", "HKD", "ILS", "ZAR", "TRY", "KRW"),
    )
)
PERIODS = {
    "year": r"p\.?\s?a\.?|annum|annually|annual|yearly|years?|yr|jährlich|jaehrlich|jahre?s?|par an|año",
    "month": r"p\.?\s?m\.?|monthly|months?|mth|mo|monatlich|mtl\.?|monate?s?|mois|mes",
    "week": r"weekly|weeks?|wk|wöchentlich|woche",
    "day": r"daily|days?|täglich|tage?s?|tagessatz",
    "hour": r"p\.?\s?h\.?|hourly|hours?|hrs?|hr|h|std\.?|stündlich|stunden?",
}
"""How a period is written, after "/", "per", "a", "pro" or alone."""
PERIOD = re.compile(
    r"(?:/|\b(?:per|an|a|pro|je|each|par|por|im|in der)\s)?\s*(?<![^\W\d_])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in PERIODS.items())
    + r")(?![^\W\d_])",
    re.I,
)
IN_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}
"""A year of work as official statistics count it: 2,080 hours, of eight a day and five days a week."""
MONEY = re.compile("|".join(re.escape(one) for one in sorted(SYMBOLS, key=len, reverse=True)), re.I)
CODE = re.compile(r"(?<![A-Za-z])[TtKk]?([A-Z]{3})(?![A-Za-z])")
IGNORED = re.compile(
    r"\b(?:brutto|gross|base|salary|gehalt|ca\.?|circa|about|approx\.?|around|rund|etwa|before tax|"
    r"doe|depending on experience|negotiable|verhandelbar)\b|[~≈]",
    re.I,
)
MORE_THAN_BASE = re.compile(r"\b(?:ote|total(?: comp\w*)?|tc|incl\w*|inkl\w*|with bonus|mit bonus)\b", re.I)
"""Words by which a cell says that its amount holds more than base pay."""
ONLY_LOW = re.compile(
    r"^(?:ab|from|von|min\.?|mindestens|at least|starting at|>=?|≥)\s+(?=\S)|(?<=\d|k)\s*\+$|^[>≥]=?", re.I
)
ONLY_HIGH = re.compile(r"^(?:bis zu|bis|up to|max\.?|at most|höchstens|<=?|≤)\s+(?=\S)|^[<≤]=?", re.I)
BETWEEN = re.compile(r"\s*(?:[-–—−…]|\.\.+|\b(?:to|bis|and|und|à)\b)\s*", re.I)
PLUS = re.compile(r"\s*(?:\+|\bplus\b|\bzzgl\.?)\s*(?=[^\W\d_]|\d)", re.I)
SCALED = re.compile(
    r"(?P<body>\d[\d.,'’\s]*\d|\d)\s*(?P<scale>k|tsd\.?|t|thousand|tausend|m|mio\.?|million)?\s*", re.I
)
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
LONGEST = 120
STRONG = frozenset(("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", ""))
"""Currencies in which an hour of work costs less than a thousand and a year more."""
SURELY_A_YEAR = 10_000
LEAST, MOST = 1_000, 10_000_000
"""No full year of work is paid less or more than this in a strong currency; it is a slip or another unit."""


class Unreadable(ValueError):
    """An amount that cannot be used; the text says why, without its full stop."""


class Amount(NamedTuple):
    """What a cell holds, as written: the two ends (None: open), currency and period ("" if not written), and
    what stood behind a plus and was left out."""

    low: float | None
    high: float | None
    currency: str
    period: str
    beside: str = ""


def currency_of(text: str) -> str:
    """Return the currency that a text names, "" for none. Raises `Unreadable` for two."""
    found = {code for code in CODE.findall(text) if code in CODES}
    # A code such as CHF tells more than a sign beside it.
    found = found or {SYMBOLS[match.lower()] for match in _signs(text)}
    if len(found) > 1:
        raise Unreadable(f"two currencies in one cell ({' and '.join(sorted(found))})")
    return found.pop() if found else ""


def _signs(text: str) -> list[str]:
    """Return the signs and words for money; a word counts only where it stands alone."""
    return [match[0] for match in MONEY.finditer(text) if not _inside_word(text, match)]


def period_of(text: str) -> str:
    """Return the period that a text names, "" for none. Raises `Unreadable` for two."""
    found = {name for match in PERIOD.finditer(text) for name in PERIODS if match[name]}
    if len(found) > 1:
        raise Unreadable(f"two periods in one cell ({' and '.join(sorted(found))})")
    return found.pop() if found else ""


def amount(text: str, decimal: str) -> Amount:
    """Return what a cell of pay holds. `decimal` is the mark of the column. Raises `Unreadable`."""
    if len(text) > LONGEST:
        raise Unreadable("a text and no amount")
    first, *others = PLUS.split(text, maxsplit=1)
    currency, period = currency_of(first), period_of(_without_money(first))
    plain = PERIOD.sub(" ", _without_money(first))
    plain = " ".join(IGNORED.sub(" ", plain).replace("(", " ").replace(")", " ").split()).strip(" .,;:/")
    if not re.search(r"\d", plain):
        raise Unreadable("no figure in it")
    if MORE_THAN_BASE.search(plain):
        raise Unreadable("more than base pay is in it, and only base pay compares with published figures")
    low, high = _ends(plain, decimal)
    if any(end is not None and end <= 0 for end in (low, high)):
        raise Unreadable("an amount must be above 0")
    if low is not None and high is not None and low > high:
        raise Unreadable("the low end is above the high end")
    return Amount(low, high, currency, period, others[0].strip() if others else "")


def _without_money(text: str) -> str:
    """Return a text without what names a currency; of TEUR, T€ and k€ the thousands stay."""
    text = CODE.sub(lambda match: _scale(match[0]) if match[1] in CODES else match[0], text)
    text = re.sub(r"\bT(?=€|\s*$)", "k", text)
    return MONEY.sub(lambda match: match[0] if _inside_word(text, match) else " ", text)


def _scale(code: str) -> str:
    return "k" if len(code) > 3 else " "


def _inside_word(text: str, match: re.Match) -> bool:
    around = text[: match.start()][-1:] + text[match.end() :][:1]
    return match[0].isalpha() and any(letter.isalpha() for letter in around)


def _ends(text: str, decimal: str) -> tuple[float | None, float | None]:
    """Return the low and the high end; the same twice for one amount."""
    for pattern, at in ((ONLY_LOW, 0), (ONLY_HIGH, 1)):
        if pattern.search(text):
            value, _ = _one(pattern.sub("", text).strip(), decimal)
            return (value, None) if at == 0 else (None, value)
    parts = [part for part in BETWEEN.split(text) if part]
    if text[:1] in "-–−":
        raise Unreadable("an amount must be above 0")
    if len(parts) == 1:
        value, _ = _one(parts[0], decimal)
        return value, value
    if len(parts) != 2:
        raise Unreadable("neither one amount nor a range")
    (low, low_scale), (high, high_scale) = (_one(part, decimal) for part in parts)
    if high_scale > 1 and low_scale == 1 and low < 1000:  # "120-150k"
        low *= high_scale
    return low, high


def _one(text: str, decimal: str) -> tuple[float, float]:
    """Return an amount, and what its unit multiplied it by. Raises `Unreadable`."""
    match = SCALED.fullmatch(text.strip(" .,;:/"))
    if not match:
        raise Unreadable("neither one amount nor a range")
    body = match["body"].strip()
    if THOUSANDS.fullmatch(body):
        # Nobody is paid in thousandths: three digits behind a mark are thousands.
        found = float(re.sub("[.,]", "", body))
    else:
        read = number(body, decimal)
        if read is None:
            raise Unreadable("neither one amount nor a range")
        found = read.value
    scale = (match["scale"] or "").lower()
    times = 1 if not scale else 1_000_000 if scale.startswith("m") else 1_000
    return found * times, times


def yearly(value: float | None, period: str, currency: str) -> float | None:
    """Return an amount for a year of full work. Raises `Unreadable` where the period cannot be right."""
    if value is None:
        return None
    result = value * IN_A_YEAR[period]
    if currency in STRONG and not LEAST <= result <= MOST:
        raise Unreadable(f"{value:,.10g} cannot be pay for {one_period(period)}")
    return result


def one_period(period: str) -> str:
    """Return a period with its article."""
    return f"an {period}" if period == "hour" else f"a {period}"
