"""Chances as people type them besides "20 %": the words for percent, and cases counted, as in "1 in 5"."""

from __future__ import annotations

import re

from tpm_kit.typed import number

PERCENT = ("%", "percent", "per cent", "prozent", "pct")
"""What may stand behind a chance, in small letters."""
_CASES = re.compile(r"(\d{1,6}) ?(?:in|of|out of|von|aus|/) ?(\d{1,6})")


def in_cases(text: str) -> float | None:
    """Return the share that a text counts in cases, or None if it does not.

    >>> in_cases("1 in 5"), in_cases("3/4"), in_cases("2 out of 8"), in_cases("20 %"), in_cases("1/0")
    (0.2, 0.75, 0.25, None, None)
    """
    found = _CASES.fullmatch(" ".join(text.casefold().split()))
    return int(found[1]) / int(found[2]) if found and int(found[2]) else None


def read_share(text: str) -> float | None:
    """Return a chance typed in percent as a share from 0 to 1; None if it is none. "0.2" could mean either.

    >>> read_share("20 percent"), read_share("0,5 %"), read_share("1 in 5"), read_share("0.2")
    (0.2, 0.005, 0.2, None)
    """
    if (counted := in_cases(text)) is not None:
        return round(counted, 9) if counted <= 1 else None
    typed = number(text)
    if typed is None or typed.unit not in ("", *PERCENT) or not 0 <= typed.value <= 100:
        return None
    return None if 0 < typed.value < 1 and not typed.unit else round(typed.value / 100, 9)
