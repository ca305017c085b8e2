"""Grounds for asking more, as a learner words them: what speaks to the payer, and what is only a wish."""

from __future__ import annotations

import re

from tpm_kit.exercises.career.areas import NATION
from tpm_kit.exercises.career.offer_cells import OTHER, PUBLISHED, RESULT, SCOPE
from tpm_kit.exercises.career.offer_sheet import Sheet
from tpm_kit.exercises.career.range_texts import same_sum, sums_in, unknown_sums
from tpm_kit.exercises.wording import cut, names
from tpm_kit.methods.pay import NAMES, called
from tpm_kit.salary_data import PayRange, pay

_NEED = re.compile(
    r"\b(?:i|we)(?:'d|’d| would| really| just| also| do)* (?:need|must have|can(?:not|'t|’t) live)\b|"
    r"\bmy needs?\b|"
    r"\b(?:rent|kids|(?:my|our|pay(?:ing)? (?:off )?the) (?:mortgage|loans?|debts?|bills)|"
    r"my (?:family|children|wife|husband|house|flat))\b(?!-)|"
    r"\bmake ends meet\b|\bafford\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:deserve|worth it|(?:only )?fair|want|would like|hope|feel|believe|think|love|hard[- ]working|"
    r"passionate|"
    r"motivated|great|good fit|best)\b",
    re.IGNORECASE,
)
_PERCENTILE = re.compile(
    r"\bmedian\b|\bpercentile|\bp ?(?:10|25|50|75|90)\b|\bquartile\b|\b(?:10|25|50|75|90)th\b|\bhalf\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_NATION = re.compile(r"\bnation|\bu\.?s\b|\bunited states\b|\bcountry\b|\bamerica", re.IGNORECASE)
CALLED = {**{name: called(int(name[1:])) for name in NAMES}, "mean": "mean"}
_NAMED = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "p10": r"p ?10|10(?:th|[ -]percentile)",
        "p25": r"p ?25|25(?:th|[ -]percentile)|(?:lower|first|bottom) quart(?:er|ile)",
        "p50": r"p ?50|50(?:th|[ -]percentile)|median",
        "p75": r"p ?75|75(?:th|[ -]percentile)|(?:upper|third|top) quart(?:er|ile)",
        "p90": r"p ?90|90(?:th|[ -]percentile)",
        "mean": r"mean|average",
    }.items()
}
_NOT_BETWEEN = "above|below|over|under|than|between|from|to|and|or|half|not|median|mean|average"
"""Words between a figure's name and a sum, after which the sum is not said to be that figure."""
_JOINED = {
    name: re.compile(
        rf"(?<!to )(?<!and )(?<!to the )(?<!and the )(?<![-–]){pattern.pattern}"
        rf"(?:(?!\b(?:{_NOT_BETWEEN})\b)[^.;?!\d]|"
        r"\b20\d\d\b){0,40}?(?P<sum>(?!20\d\d\b)\d[\d.,' ]*\d ?(?:k|thousand)?\b)",
        re.IGNORECASE,
    )
    for name, pattern in _NAMED.items()
}
"""A figure's name with a sum behind it that it is said to be, as in "the median was 176,990"."""
_SMALL_WORDS = """
a an and are as at be because been but by for from had has have i if in is it its me more my of on or our so
that the their them they this to us was we were will with you your pay paid salary money much very
"""
_SMALL = frozenset(_SMALL_WORDS.split())
FEWEST, FEWEST_BESIDE_A_WISH = 4, 8
"""Words with a meaning of their own, below which a ground without a figure says too little to be answered;
where it also praises itself, more are asked for."""
_SUM = re.compile(
    r"\d[\d.,' ]*\d\s?(?:k|thousand)\b|\d{1,3}(?:[.,' ]\d{3})+|(?<!\d)(?!20\d\d\b)\d{4,}|"
    r"\d\s?(?:%|per ?cent)",
    re.IGNORECASE,
)
"""A sum of money, or how much more it is in percent; a year is none."""


def needs(text: str) -> str:
    """Return the words of a text that speak of what the learner needs, or "".

    >>> needs("Because I need it for the rent"), needs("I led the move to a new ledger")
    ('I need', '')
    """
    found = _NEED.search(text)
    return found[0] if found else ""


def ground_fault(kind: str, text: str, sheet: Sheet) -> str:
    """Return what a ground of this kind lacks, as a sentence to follow the text itself; "" if it stands.

    A need is judged elsewhere.
    """
    if not any(map(str.isalnum, text)):
        return "says nothing."
    if kind == PUBLISHED:
        return _published_fault(text, sheet)
    words = [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in _SMALL]
    telling = [word for word in words if not _WISH.fullmatch(word)]
    figure = bool(re.search(r"\d", text))
    if kind == OTHER and not _SUM.search(text):
        return "names no sum: an offer that nobody can read is a rumour."
    if kind in (SCOPE, RESULT) and _wide(text):
        return ""  # In scripts without blanks words cannot be counted.
    fewest = 2 if figure else FEWEST_BESIDE_A_WISH if _WISH.search(text) else FEWEST
    if kind in (SCOPE, RESULT) and len(telling) < fewest:
        what = "what the role answers for" if kind == SCOPE else "what changed, by how much, and who saw it"
        return f"is a judgement and not evidence. Say {what}."
    return ""


def _wide(text: str) -> bool:
    return any(ord(letter) > 0x2E80 for letter in text)


def _published_fault(text: str, sheet: Sheet) -> str:
    lacks = [
        what
        for what, found in (
            ("which percentile it is", _PERCENTILE.search(text)),
            ("the year of the figure", _YEAR.search(text)),
        )
        if not found
    ]
    if lacks:
        return f"does not say {' nor '.join(lacks)}."
    ranges = _ranges(text, sheet)
    if not ranges:
        return ""
    mine = [value for value in (sheet.base, sheet.low, sheet.high) if value is not None]
    unknown = unknown_sums(text, [*(value for one in ranges for value in _figures(one).values()), *mine])
    if unknown:
        where = f"{ranges[0].occupation.title} in {sheet.place}"
        return f"names {names(unknown)}, which is not published for {cut(where, 120)}."
    return _mistaken(text, ranges)


def _ranges(text: str, sheet: Sheet) -> list[PayRange]:
    """Return the range of the place, and that of the nation and the state where the text speaks of them."""
    mine = sheet.published
    if mine is None:
        return []
    wider = [(NATION, _NATION.search(text)), (mine.area.state, "state" in text.casefold())]
    found = [pay(sheet.soc, code) for code, said in wider if code and said and code != mine.area.code]
    return [mine, *(one for one in found if one and one.published)]


def _figures(one: PayRange) -> dict[str, float]:
    """Return the published figures of a range by name, the mean among them."""
    found = {**one.percentiles, "mean": one.mean}
    return {name: value for name, value in found.items() if value is not None}


def _called(text: str) -> set[str]:
    """Return the names of the figures that a text speaks of."""
    return {name for name, pattern in _NAMED.items() if pattern.search(text)}


def _mistaken(text: str, ranges: list[PayRange]) -> str:
    """Return that a sum which is called by the name of one figure is another one; "" if none is."""
    for name, pattern in _JOINED.items():
        for found in pattern.finditer(text):
            written, value = next(iter(sums_in(found["sum"])), ("", 0.0))
            others = {
                other for one in ranges for other, figure in _figures(one).items() if same_sum(value, figure)
            }
            if others and name not in others:
                other = next(one for one in CALLED if one in others)
                return f"names the {CALLED[name]}, and {written} is the {CALLED[other]}."
    return ""


def reach(text: str, sheet: Sheet) -> float | None:
    """Return the highest published figure that a ground names, by its sum or by its name."""
    known = [(name, value) for one in _ranges(text, sheet) for name, value in _figures(one).items()]
    sums, called = [value for _, value in sums_in(text)], _called(text)
    named = [one for name, one in known if name in called or any(same_sum(value, one) for value in sums)]
    return max(named, default=None)


def carries(kind: str, text: str, sheet: Sheet) -> bool:
    """Say whether a ground can carry a sum above what is published: another offer, the scope of the role or a
    result, with evidence."""
    return (
        kind in (OTHER, SCOPE, RESULT)
        and bool(text)
        and not needs(text)
        and not ground_fault(kind, text, sheet)
    )
