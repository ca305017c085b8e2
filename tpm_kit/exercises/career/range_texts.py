"""What a learner would ask or write instead of a statement about pay: whether it names what it should, and
which sums of money stand in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from tpm_kit.exercises.career.range_figures import figure
from tpm_kit.exercises.career.range_statements import MIDPOINT
from tpm_kit.typed import number


class Need(NamedTuple):
    """One thing that a text should name: what it is, why it matters, and the words by which it is found."""

    what: str
    why: str
    found: re.Pattern[str]
    refuse: re.Pattern[str] | None = None
    """What a text must not say."""


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_MEDIAN = _words(
    rf"\b{figure('median') // 1000}[.,' ]?{figure('median') % 1000:03}\b",
    r"\bmedian",
    r"\b50(?:th)?\b(?! ?[,.]?\d)",
    r"\bp ?50\b",
    r"\bhalf\b",
    r"\bhalves\b",
)
_AT_MOST = _words(
    r"\b(?:no|not|nobody|none|never|no ?one|nothing)\b[^.,:;?!]{0,40}(?<!\bor )"
    r"\b(?:more|above|over|higher|beyond)\b",
    r"\b(?:at most|maximum (?:is|was)|no more|up to)\b",
)
_MIDPOINT_IS_THE_MEDIAN = re.compile(
    rf"median\b(?:(?!not|isn|mid)[^.;?!]){{0,30}}\b{MIDPOINT // 1000}[.,' ]?(?:{MIDPOINT % 1000:03}|k\b)",
    re.IGNORECASE,
)
NEEDS: dict[str, tuple[Need, ...]] = {
    "undated": (
        Need(
            "when the figure is from",
            "Pay moves every year, and an old figure is taken for today's.",
            _words(
                r"\bwhen\b",
                r"\byears?\b(?! ago\b)",
                r"\b(?:date[ds]?|dating|undated)\b",
                r"\bas of\b",
                r"\bhow (?:old|recent|current)\b",
                r"\bwhich (?:month|quarter)\b",
                r"\b20[12]\d\b",
                r"\bmonth\b",
                r"\btime ?(?:period|frame)\b",
                r"\brecent(?:ly)?\b",
            ),
        ),
        Need(
            "where the figure is from",
            "Whoever counted decides who is in it.",
            _words(
                r"\bsources?\b",
                r"\bwho (?:says|said|counted|counts|published|measured|asked|was|is|were|are)\b",
                r"\bwho did (?:you|they|it) (?:ask|count)\b",
                r"\bsays who\b",
                r"\b(?:by|of|among|from) whom\b",
                r"\bcit(?:e|ed|ation)\b",
                r"\b(?:reference|link)\b",
                r"\bwhere\b",
                r"\bwhose\b",
                r"\baccording to\b",
                r"\b(?:survey|statistics?|bls|oews|oflc|filings?|disclosure|data ?set|tables?)\b",
                r"\bpublished by\b",
                r"\b(?:based on|comes? from|taken from)\b",
            ),
        ),
    ),
    "sponsors": (
        Need(
            "whom visa filings leave out",
            "Only employers that sponsor visas are in them, and a filing is not a hire.",
            _words(r"\bvisas?\b", r"\bfilings?\b", r"\bsponsor", r"\bh-?1b\b", r"\blca\b"),
        ),
    ),
    "currency": (
        Need(
            "both currencies, or a figure from there",
            "Digits without their currency are no sum.",
            re.compile(
                r"currenc|\bconvert|\bexchange|\brate of the day|\bgerman|\blocal\b|"
                r"\bmunich\b.{0,40}\bfigure|\bdestatis\b|\b(?:another|different|other) (?:countr|market)|"
                r"\b(?:what|which|how much|look up|compare|use)\b.{0,60}\b(?:munich|here|euros?|eur)\b|"
                r"(?:\bdollars?\b|\busd\b|\$).*(?:\beuros?\b|\beur\b|€)|"
                r"(?:\beuros?\b|\beur\b|€).*(?:\bdollars?\b|\busd\b|\$)",
                re.IGNORECASE | re.DOTALL,
            ),
        ),
    ),
    "midpoint": (
        Need(
            "the published median",
            "Pay is not spread evenly between two ends: many stand low, and a few far up.",
            _MEDIAN,
            _MIDPOINT_IS_THE_MEDIAN,
        ),
    ),
    "average": (
        Need(
            "the median",
            "A few very high wages pull an average up, so that fewer than half get it.",
            _MEDIAN,
        ),
    ),
    "listing": (
        Need(
            "that these are adverts",
            "An advert says what somebody is ready to offer; what is paid stands in no advert.",
            _words(
                r"\blist(?:ed|ings?)\b",
                r"\badvert",
                r"\bads?\b",
                r"\bpost(?:ed|ings?)\b",
                r"\bvacanc",
                r"\boffer(?:s|ed|ing)?\b",
                r"\bopenings?\b",
                r"\bactual(?:ly)?\b",
                r"\b(?:really|what (?:people|they))\b.{0,20}\b(?:paid|earn|get|got|received)",
                r"\bpromis(?:e|ed|es|ing)\b",
                r"\basking\b.{0,10}\b(?:figures?|pay|salar)",
            ),
        ),
    ),
    "ceiling": (
        Need(
            "that the figure is that or more",
            "Above it the table of that year stays silent, and silence is no maximum.",
            _words(
                r"\bat least\b",
                r"\bor (?:more|above|over|higher)\b",
                r"\b(?:more|higher|greater) than\b",
                r"\babove\b",
                r"\bover\b",
                r"\bexceed",
                r"\btop-? ?cod",
                r"\bceiling\b|\bcut[- ]?off\b",
                r"\bcapped\b|\bcap\b",
                r"\bcensored\b",
                r"\bnot (?:published|printed|shown|released)\b",
                r"(?:≥|>=|#)",
                r"\bone in ten\b|\b10 ?%|\bten per ?cent\b|\btenth\b",
                r"\b(?:may|might|can|could|is|was|lies?|be) (?:even |much |well )?higher\b",
                r"\b(?:a floor|lower (?:bound|limit)|least it)\b",
                r"\bminimum (?:of|for) the (?:90th|p ?90)\b",
                r"\b(?:unknown|not known)\b",
            ),
        ),
    ),
    "total": (
        Need(
            "the base",
            "Bonus and shares are not in the published figure, so they must not be in the other one either.",
            _words(
                r"\bbase\b",
                r"\bbasic (?:pay|wage|salary)\b",
                r"\bfixed (?:pay|part|salary)\b",
                r"\b(?:without|exclud\w+|subtract\w*|leav\w+ out|tak\w+ out|remov\w+|minus|less)\b"
                r".{0,30}\b(?:bonus|shares?|equity|stock)",
                r"\bguaranteed\b",
            ),
        ),
    ),
}
"""What a text should name where a verdict holds, by the verdict. The words are a guide: a text that says it
otherwise is accepted with a reason."""
LEAST = 10_000
"""Below it a number is no pay of a year: it counts years, people or listings."""
_SUM = re.compile(
    r"(?<![\w.,])[$€£]?\s?(\d{1,3}(?:[,.'’\u202f\u00a0 ]\d{3})+|\d{4,9}(?!\d)|"
    r"\d{1,4}(?:[.,]\d+)?(?= ?(?:k|thousand)\b))"
    r"(\s?(?:k|thousand)\b)?(?!\s(?:jobs|people|listings|filings|roles|employers)\b)",
    re.IGNORECASE,
)


def lacking(verdict: str, text: str) -> list[Need]:
    """Return what a text does not name although the verdict asks for it."""
    missing = []
    for need in NEEDS.get(verdict, ()):
        read = _AT_MOST.sub(" ", text) if verdict == "ceiling" else text
        if not need.found.search(read) or (need.refuse and need.refuse.search(text)):
            missing.append(need)
    return missing


def unknown_sums(text: str, known: Collection[float]) -> list[str]:
    """Return the sums of money in a text that are none of those known, as they are written.

    Years and counts are below `LEAST`. How far two known ones lie apart is known, too.
    """
    apart = {abs(one - other) for one in known for other in known}
    return [
        written
        for written, value in sums_in(text)
        if not any(same_sum(value, one) for one in (*known, *apart))
    ]


def sums_in(text: str) -> list[tuple[str, float]]:
    """Return the sums of money in a text, as written and in single units; jobs and people are none."""
    read = [(match[0].strip(), _value(match)) for match in _SUM.finditer(text)]
    return [(written, value) for written, value in read if value is not None and value >= LEAST]


def same_sum(value: float, one: float) -> bool:
    """Say whether a sum as written is this one; one in whole thousands may be rounded to them."""
    return abs(value - one) <= (500 if value % 1000 == 0 else 0.5)


def _value(match: re.Match[str]) -> float | None:
    """Return the sum that was found, in single units."""
    thousand = bool(match[2])
    if not thousand:
        return float(re.sub(r"\D", "", match[1]))
    typed = number(match[1])
    return typed.value * 1000 if typed else None
