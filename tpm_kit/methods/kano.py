"""Kano: what a feature does to satisfaction when it is there, and when it is missing.

Each respondent answers two questions about a feature: how they feel if it is there (functional) and if it is
not (dysfunctional). The two answers give one of six categories, whose counts describe the feature.

Sources: N. Kano and others, "Attractive quality and must-be quality" (1984); C. Berger and others, "Kano's
methods for understanding customer-defined quality", Center for Quality of Management Journal 2(4), 1993
(table, rule by halves, Better and Worse); F. Pouliot in the same issue (the stricter table); E. Sauerwein and
others, "The Kano model: how to delight your customers" (1996; order of ties); M. C. Lee and J. F. Newcomb,
"Applying the Kano methodology to meet customer requirements", Quality Management Journal 4(3), 1997 (category
and total strength).

Counts are always in the order of `CATEGORIES`, A O M I R Q, along the last axis: shape (6,) for one feature,
(features, 6) for many.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

ANSWERS: Mapping[int, str] = MappingProxyType(
    {1: "I like it", 2: "I expect it", 3: "I am neutral", 4: "I can live with it", 5: "I dislike it"}
)
"""The five answers, the same for both questions."""

CATEGORIES: Mapping[str, str] = MappingProxyType(
    dict(A="Attractive", O="One-dimensional", M="Must-be", I="Indifferent", R="Reverse", Q="Questionable")
)
"""The six categories, in the order in which counts are given."""

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    dict(
        classic=("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"),
        pouliot=("QAAAO", "RQIIM", "RIIIM", "RIIQM", "RRRRQ"),
    )
)
"""A row for each functional answer, a letter for each dysfunctional one. Pouliot's table also calls it
questionable to expect, or to live with, both the feature and its absence."""

TIE_ORDER = "MOAIRQ"
"""Which category wins a tie: M > O > A > I, as published. R and Q come last by our own choice: they speak
of a wish for the opposite or of misread questions, and outvote no category that is equally strong."""

QUESTIONABLE_LIMIT = 0.1
"""Share of questionable answers above which the wording of the questions is suspect."""

_IN_TIE_ORDER = [list(CATEGORIES).index(letter) for letter in TIE_ORDER]


class KanoInputError(ValueError):
    """Answers or counts that cannot be rated; the message says which, where, and what is expected."""


class UndefinedCoefficientError(KanoInputError):
    """A feature of which every answer is reverse or questionable has no Better and no Worse."""


def _numbers(values: ArrayLike, what: str) -> NDArray[np.float64]:
    """Return the values as numbers; None becomes NaN, which the callers refuse with its place."""
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise KanoInputError(f"{what} must be numbers, in rows of equal length") from None


def _said(value: float) -> str:
    return "is missing" if math.isnan(value) else f"is {value:g}"


def _answers(values: ArrayLike, question: str) -> NDArray[np.int64]:
    answers = _numbers(values, f"the {question} answers")
    if answers.ndim > 2:
        raise KanoInputError(f"the {question} answers must be one per respondent, or respondents × features")
    bad = ~np.isin(answers, list(ANSWERS))
    if bad.any():
        at = [f"{axis} {n + 1}" for axis, n in zip(("row", "column"), np.argwhere(bad)[0], strict=False)]
        said = f"the {question} answer {_said(answers[bad][0])}; it must be a whole number from 1 to 5"
        raise KanoInputError(", ".join(at) + ": " * bool(at) + said)
    return answers.astype(int)


def _counts(counts: ArrayLike) -> NDArray[np.float64]:
    numbers = _numbers(counts, "counts")
    if numbers.ndim == 0 or numbers.shape[-1] != len(CATEGORIES):
        raise KanoInputError("counts must be six numbers for each feature, in the order A O M I R Q")
    for row, values in enumerate(numbers.reshape(-1, len(CATEGORIES)), 1):
        place = f"row {row}: " if numbers.ndim > 1 else ""
        for letter, value in zip(CATEGORIES, values, strict=True):
            if not (np.isfinite(value) and value >= 0):
                raise KanoInputError(f"{place}the count of {letter} {_said(value)}; it must be 0 or more")
        if not values.any():
            raise KanoInputError(f"{place}all counts are 0, so there is nothing to rate")
    return numbers


def _plain(result: NDArray[Any]) -> Any:
    """Return a Python value for one feature, the array for several."""
    return result.item() if result.ndim == 0 else result


def category(functional: ArrayLike, dysfunctional: ArrayLike, table: str = "classic") -> Any:
    """Return the category of each pair of answers: a letter of `CATEGORIES`, or an array of letters.

    Both arguments hold answers 1 to 5 (`ANSWERS`) and have the same shape: one number, one per respondent, or
    respondents × features. `table` is a name in `TABLES`. A missing or other answer raises `KanoInputError`.

    >>> category(1, 5), category(5, 1)
    ('O', 'R')
    """
    if table not in TABLES:
        raise KanoInputError(f"there is no table {table!r}; use {' or '.join(TABLES)}")
    present, absent = _answers(functional, "functional"), _answers(dysfunctional, "dysfunctional")
    if present.shape != absent.shape:
        raise KanoInputError(f"answers come in pairs: {present.size} functional, {absent.size} dysfunctional")
    letters = np.array([list(row) for row in TABLES[table]])
    return _plain(letters[present - 1, absent - 1])


def tally(functional: ArrayLike, dysfunctional: ArrayLike, table: str = "classic") -> NDArray[np.int64]:
    """Return how many respondents put the feature into each category, in the order A O M I R Q.

    Answers are one per respondent, giving shape (6,), or respondents × features, giving (features, 6). If the
    questions were swapped by mistake, every A, O and M comes out as R: look twice at a tally full of R.

    >>> tally([1, 1, 2, 3], [3, 5, 5, 3]).tolist()
    [1, 1, 1, 1, 0, 0]
    """
    letters = np.atleast_1d(category(functional, dysfunctional, table))
    return np.stack([np.sum(letters == letter, axis=0) for letter in CATEGORIES], axis=-1)


def aggregate(counts: ArrayLike, rule: str = "mode") -> Any:
    """Return the category of each feature: a letter, or an array of letters.

    "mode" takes the category that was counted most. "berger" first asks whether the feature moves people at
    all: if A + O + M is more than I + R + Q, it takes the largest of A, O and M, else the largest of I, R and
    Q. Ties go by `TIE_ORDER`, so R or Q must beat what it is compared with outright. Shares serve as well as
    counts. Raises `KanoInputError` for bad counts or another rule.

    >>> aggregate([7, 32.3, 49.3, 9.5, 0.3, 1.5])
    'M'
    """
    ordered = _counts(counts)[..., _IN_TIE_ORDER]
    if rule == "mode":
        best = ordered.argmax(axis=-1)
    elif rule == "berger":
        moved, unmoved = ordered[..., :3], ordered[..., 3:]
        best = np.where(
            moved.sum(axis=-1) > unmoved.sum(axis=-1), moved.argmax(axis=-1), 3 + unmoved.argmax(axis=-1)
        )
    else:
        raise KanoInputError(f"there is no rule {rule!r}; use mode or berger")
    return _plain(np.array(list(TIE_ORDER))[best])


def _coefficient(counts: ArrayLike, letters: str) -> NDArray[np.float64]:
    """Return the share of these letters in A + O + M + I."""
    numbers = _counts(counts)
    rated = numbers[..., :4].sum(axis=-1)
    if not np.all(rated):
        place = f"row {np.argmin(rated) + 1}: " if numbers.ndim > 1 else ""
        raise UndefinedCoefficientError(f"{place}there is no Better or Worse when every answer is R or Q")
    chosen = [list(CATEGORIES).index(letter) for letter in letters]
    return numbers[..., chosen].sum(axis=-1) / rated


def better(counts: ArrayLike) -> Any:
    """Return Better = (A + O) / (A + O + M + I), 0 to 1: how far having it raises satisfaction.

    R and Q are left out. Raises `UndefinedCoefficientError` if nothing else was counted. Source: Berger 1993.
    """
    return _plain(_coefficient(counts, "AO"))


def worse(counts: ArrayLike) -> Any:
    """Return Worse = −(O + M) / (A + O + M + I), −1 to 0: how far lacking it lowers satisfaction.

    R and Q are left out. Raises `UndefinedCoefficientError` if nothing else was counted. Source: Berger 1993.
    """
    return _plain(0 - _coefficient(counts, "OM"))


def category_strength(counts: ArrayLike) -> Any:
    """Return the share of the largest category minus that of the second, of all answers, as a fraction.

    Near 0 the category is a coin's toss: Lee and Newcomb ask for more than 0.06.
    """
    numbers = _counts(counts)
    ordered = np.sort(numbers, axis=-1)
    return _plain((ordered[..., -1] - ordered[..., -2]) / numbers.sum(axis=-1))


def total_strength(counts: ArrayLike) -> Any:
    """Return the share of A + O + M in all answers, as a fraction: how many the feature matters to."""
    numbers = _counts(counts)
    return _plain(numbers[..., :3].sum(axis=-1) / numbers.sum(axis=-1))


def questionable_share(counts: ArrayLike) -> Any:
    """Return the share of Q in all answers, as a fraction; look at the wording above `QUESTIONABLE_LIMIT`."""
    numbers = _counts(counts)
    return _plain(numbers[..., 5] / numbers.sum(axis=-1))


@dataclass(frozen=True)
class Split:
    """The category of a feature over all answers, and in each segment by its own."""

    whole: str
    segments: Mapping[str, str]

    @property
    def differing(self) -> dict[str, str]:
        """The segments whose own category is not that of the whole; empty if all agree."""
        return {name: own for name, own in self.segments.items() if own != self.whole}


def splits(segments: Mapping[str, ArrayLike], rule: str = "mode") -> Split:
    """Return the category of one feature over all segments together, and in each.

    `segments` maps a segment's name to its six counts (not shares: large segments must weigh more). Two
    groups that want different things can add up to a category that fits only one of them, or neither. A small
    segment may differ by chance: ask `enough` before acting on it.

    >>> splits({"cafés": [9, 1, 2, 3, 0, 0], "chains": [2, 1, 12, 3, 0, 0]}).differing
    {'cafés': 'A'}
    """
    if not segments:
        raise KanoInputError("there is no segment to compare; give the counts of at least one")
    each = {name: _whole_counts(counts, f"{name}: ") for name, counts in segments.items()}
    own = {name: aggregate(counts, rule) for name, counts in each.items()}
    return Split(aggregate(np.sum(list(each.values()), axis=0), rule), MappingProxyType(own))


def _whole_counts(counts: ArrayLike, place: str = "") -> NDArray[np.float64]:
    """Return the counts of one feature; shares, which do not say how many answered, are refused."""
    try:
        numbers = _counts(counts)
    except KanoInputError as error:
        raise KanoInputError(f"{place}{error}") from None
    if numbers.ndim != 1 or (numbers % 1).any():
        raise KanoInputError(f"{place}give the six whole counts of one feature, not shares or percentages")
    return numbers


def _lead(counts: ArrayLike, confidence: float) -> tuple[float, float, float]:
    """Return the two largest counts and the normal quantile for the confidence."""
    if not 0 < confidence < 1:
        raise KanoInputError(f"confidence must lie between 0 and 1, such as 0.95, not {confidence!r}")
    second, first = np.sort(_whole_counts(counts))[-2:].tolist()
    return first, second, NormalDist().inv_cdf((1 + confidence) / 2)


def lead_interval(counts: ArrayLike, confidence: float = 0.95) -> tuple[float, float]:
    """Return the interval for the share of the largest category among the answers for the largest two.

    If it reaches down to 0.5, the answers leave open which of the two is larger. Wilson's score interval
    (Journal of the American Statistical Association 22, 1927) holds for a handful of answers too; as the two
    are picked after looking, it is somewhat too narrow. `counts` are the whole counts of one feature.
    """
    first, second, z = _lead(counts, confidence)
    share, spread = first / (first + second), z * z / (first + second)
    middle = (share + spread / 2) / (1 + spread)
    half = math.sqrt(spread * share * (1 - share) + spread * spread / 4) / (1 + spread)
    return middle - half, middle + half


def enough(counts: ArrayLike, confidence: float = 0.95) -> bool:
    """Return whether so many answered that the largest category's lead is more than chance.

    No number of respondents is enough by itself: twelve who agree say more than sixty who do not. So this
    asks whether `lead_interval` stays above 0.5, which comes to first − second > z·√(first + second), with
    z = 1.96 at 95 % (a sign test of the largest category against the second).

    >>> enough([4, 0, 3, 1, 0, 0]), enough([40, 0, 15, 5, 0, 0])
    (False, True)
    """
    first, second, z = _lead(counts, confidence)
    return first - second > z * math.sqrt(first + second)


def answers_needed(counts: ArrayLike, confidence: float = 0.95) -> float:
    """Return how many answers `enough` would ask for if the shares stayed as they are; infinity for a tie.

    >>> answers_needed([4, 0, 3, 1, 0, 0])
    216
    """
    first, second, z = _lead(counts, confidence)
    if first == second:
        return math.inf
    return int(np.sum(counts) * z * z * (first + second) / (first - second) ** 2) + 1
