"""A Kano survey as an exercise reads it: single answers where the case has them, else their counts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from types import MappingProxyType

from tpm_kit.case import Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercises.cards import once, short_titles
from tpm_kit.methods import kano

Counts = tuple[int, ...]
"""How many answers fell into each category, in the order of `kano.CATEGORIES`."""


@dataclass(frozen=True)
class Feature:
    """One feature of a survey, with what was counted."""

    id: str
    title: str
    questions: tuple[str, str]
    """How people were asked: with it, without it; empty where that is not known."""
    counts: Counts
    segments: Mapping[str, Counts] = field(default_factory=dict)
    means: tuple[float, float] | None = None
    """The mean answer to each question, which says little: see `averaged`."""

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def mode(self) -> str:
        """The category that was counted most; ties by `kano.TIE_ORDER`."""
        return kano.aggregate(self.counts)

    @property
    def ask_again(self) -> bool:
        """Do so many answers contradict themselves that the questions are suspect?"""
        return kano.questionable_share(self.counts) > kano.QUESTIONABLE_LIMIT

    @property
    def averaged(self) -> str | None:
        """The category that the mean answers would give, a mistake; None without single answers."""
        return kano.category(*(math.floor(mean + 0.5) for mean in self.means)) if self.means else None

    @property
    def leaning(self) -> dict[str, Counts]:
        """The segments whose own category is not that of the whole."""
        differing = kano.splits(self.segments).differing if len(self.segments) > 1 else ()
        return {name: self.segments[name] for name in differing}

    @property
    def split(self) -> bool:
        """Does a segment differ from the whole by more than chance?"""
        return any(kano.enough(counts) for counts in self.leaning.values())

    def count(self, letter: str) -> int:
        """Return how many answers fell into a category."""
        return self.counts[list(kano.CATEGORIES).index(letter)]


@once
def features(case: Case) -> Mapping[str, Feature]:
    """Return the features of the case's survey by id; those without an answer A, O, M or I are left out, as
    they have no coefficients."""
    answers: dict[str, list[TableRow]] = {}
    for row in case.table("kano-survey"):
        answers.setdefault(row["id"], []).append(row)
    titles = short_titles(case)
    found = [
        _feature(row, titles[row["id"]].title, answers.get(row["id"], []))
        for row in case.table("kano")
        if row["id"] in titles
    ]
    return MappingProxyType({one.id: one for one in found if sum(one.counts[:4])})


def _feature(row: TableRow, title: str, answers: Sequence[TableRow]) -> Feature:
    questions = (row["with_it"], row["without_it"])
    if not answers:
        return Feature(row["id"], title, questions, tuple(map(int, row["counts"])))
    names = dict.fromkeys(answer["segment"] for answer in answers)
    segments = {name: _tally([one for one in answers if one["segment"] == name]) for name in names}
    means = fmean(one["with_it"] for one in answers), fmean(one["without_it"] for one in answers)
    return Feature(row["id"], title, questions, _tally(answers), segments, means)


def _tally(answers: Sequence[TableRow]) -> Counts:
    counts = kano.tally([one["with_it"] for one in answers], [one["without_it"] for one in answers])
    return tuple(counts.tolist())


def grouped(case: Case) -> bool:
    """Say whether the survey knows more than one group of respondents."""
    return len({row["segment"] for row in case.table("kano-survey")}) > 1
