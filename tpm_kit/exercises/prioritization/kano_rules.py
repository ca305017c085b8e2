"""What the feedback on a Kano survey says of categories, groups and questions.

Codes are those of the domain reference (section 4.5); what it has no code for is KANO-9.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.prioritization.kano_cells import (
    AGAIN,
    CHOICES,
    COEFFICIENTS,
    GROUPS,
    by_berger,
    categories,
    category_slip,
    cell_title,
    coefficients,
    short,
    slip,
)
from tpm_kit.exercises.prioritization.kano_coefficient_rules import COEFFICIENT_RULES
from tpm_kit.exercises.prioritization.kano_survey import Counts, Feature, features
from tpm_kit.exercises.wording import names, percent
from tpm_kit.methods import kano


def _of(count: int, total: int) -> str:
    return f"{count} of {total}"


def _largest(counts: Counts) -> str:
    """Say which category is the largest: "16 of 24 Must-be"."""
    letter = kano.aggregate(counts)
    count = counts[list(kano.CATEGORIES).index(letter)]
    return f"{_of(count, sum(counts))} {kano.CATEGORIES[letter]}"


@rule("KANO-1")
def questions_not_swapped(answer: Cells, case: Case) -> Iterator[Finding]:
    """The two questions, or Better and Worse, stand in each other's place."""
    surveyed = features(case)
    for feature, chosen in categories(answer, surveyed):
        if category_slip(feature, chosen) == "KANO-1":
            yield _turned_round(feature, chosen)
    for feature, column, text in coefficients(answer, surveyed):
        if slip(feature, column, text) == "KANO-1":
            other = COEFFICIENTS["worse" if column == "better" else "better"]
            yield Finding(
                "problem",
                f"{cell_title(feature, column)}: {short(text)} is the size of its {other}.",
                "Better counts those who like having it (A and O), Worse those who dislike its absence "
                "(O and M).",
                "Put each into its own column.",
                (f"{feature.id}:{column}",),
            )


def _turned_round(feature: Feature, chosen: str) -> Finding:
    title, count = cell_title(feature, "category"), _of(feature.count(chosen), feature.total)
    if chosen == "R":
        seen = f"{CHOICES[chosen]} ({count}) is what comes of reading the two questions the wrong way round."
        why = "With the questions swapped each A, O and M turns into Reverse."
    else:
        seen = f"you chose {CHOICES[chosen]} ({count}), the opposite of what was counted most."
        why = "Attractive pleases when it is there, Must-be annoys when it is missing."
    return Finding(
        "problem",
        f"{title}: {seen}",
        why,
        "Take the counts as they stand: which of the six is the largest?",
        (f"{feature.id}:category",),
    )


@rule("KANO-4")
def wording_in_doubt(answer: Cells, case: Case) -> Iterator[Finding]:
    """More than a tenth of the answers are questionable and the question is not asked again, or it is asked
    again without need."""
    for feature, chosen in categories(answer, features(case)):
        title, many = cell_title(feature, "category"), feature.count("Q")
        part = percent(many / feature.total, kano.QUESTIONABLE_LIMIT)
        share = f"{_of(many, feature.total)} answers ({part})"
        if feature.ask_again and chosen == AGAIN:
            yield Finding("good", f"{title}: {share} contradict themselves, so the question is asked again.")
        elif feature.ask_again:
            yield Finding(
                "caution",
                f"{title}: you chose {CHOICES[chosen]}, but {share} contradict themselves.",
                "Up to a tenth is usual. Above that people have probably misread the question, and the other "
                "answers to it are in doubt too.",
                "Read its two questions aloud: do they ask for opposite things?",
                (f"{feature.id}:category",),
            )
        elif chosen == AGAIN:
            yield Finding(
                "caution",
                f"{title}: you would ask again, but only {share} contradict themselves.",
                "Up to a tenth is usual, so the wording is not what stands in the way of a category.",
                "Take the category that was counted most.",
                (f"{feature.id}:category",),
            )


@rule("KANO-5", "kano-survey")
def codes_not_averaged(answer: Cells, case: Case) -> Iterator[Finding]:
    """The category is the one that the mean answers would give."""
    for feature, chosen in categories(answer, features(case)):
        if feature.means and category_slip(feature, chosen) == "KANO-5":
            with_it, without_it = feature.means
            yield Finding(
                "problem",
                f"{cell_title(feature, 'category')}: {CHOICES[chosen]} is where the mean answers lead "
                f"({with_it:.1f} with it, {without_it:.1f} without), but only "
                f"{_of(feature.count(chosen), feature.total)} fell there.",
                "The answers 1 to 5 are names, not amounts: their mean is an answer that nobody gave.",
                "Give each answer its category first, then take the category that was counted most.",
                (f"{feature.id}:category",),
            )


@rule("KANO-6", "kano-survey")
def groups_told_apart(answer: Cells, case: Case) -> Iterator[Finding]:
    """One category hides two groups that want different things, or two are seen where there is one."""
    surveyed = {id: one for id, one in features(case).items() if len(one.segments) > 1}
    chosen = {id: answer.text(id, "groups") for id in surveyed}
    for feature in surveyed.values():
        if chosen[feature.id] in GROUPS:
            yield from _groups(feature, chosen[feature.id])
    told = [one for one in surveyed.values() if one.split]
    if told and all(chosen[id] == ("two" if one.split else "alike") for id, one in surveyed.items()):
        listed = [f"{one.title} ({_by_segment(one)})" for one in told]
        yield Finding("good", f"Two groups want different things of {names(listed)}.")


def _by_segment(feature: Feature) -> str:
    return ", ".join(f"{name}: {_largest(counts)}" for name, counts in feature.segments.items())


def _groups(feature: Feature, chosen: str) -> Iterator[Finding]:
    title, cell = cell_title(feature, "groups"), (f"{feature.id}:groups",)
    if chosen == "alike" and feature.split:
        name, counts = next(one for one in feature.leaning.items() if kano.enough(one[1]))
        yield Finding(
            "problem",
            f"{title}: you say all alike, but the largest count is {_largest(feature.counts)} together and "
            f"{_largest(counts)} in one group ({name}).",
            "A category for everybody then fits only some of them, and nobody sees who is missed.",
            "Select the row and compare the counts of each group.",
            cell,
        )
    elif chosen == "two" and not feature.leaning:
        yield Finding(
            "problem",
            f"{title}: you say two groups, but all lean the same way ({_by_segment(feature)}).",
            "Groups differ in size, so look at which count is the largest within each.",
            "Keep two groups for a feature whose groups have different categories.",
            cell,
        )
    elif chosen == "two" and not feature.split:
        yield Finding(
            "note",
            f"{title}: the groups do differ ({_by_segment(feature)}), but by so few answers that it may be "
            "chance.",
            "Ask more people of each group before you plan for two.",
        )


@rule("KANO-8")
def enough_answers(answer: Cells, case: Case) -> Iterator[Finding]:
    """So few answered that the largest category may lead by chance."""
    for feature, chosen in categories(answer, features(case)):
        if chosen != AGAIN and not kano.enough(feature.counts):
            yield _too_few(feature.title, feature.counts)
    for feature in features(case).values():
        for name, counts in feature.segments.items():
            if answer.text(feature.id, "groups") == "two" and feature.split and not kano.enough(counts):
                yield _too_few(f"{feature.title}, {name}", counts)


def _too_few(where: str, counts: Counts) -> Finding:
    second, first = sorted(counts)[-2:]
    low, high = kano.lead_interval(counts)
    needed = kano.answers_needed(counts)
    advice = "The two largest are level; look for a question that tells them apart."
    if math.isfinite(needed):
        advice = f"If the shares stay, about {needed:,} answers would settle it; you have {sum(counts):,}."
    return Finding(
        "note",
        f"{where}: the largest count leads the next by {first:,} to {second:,}, which may be chance. Its "
        f"share of these {first + second:,} answers lies between {percent(low)} and {percent(high)} (95 % "
        "interval), and below 50 % the other one leads.",
        do=advice,
    )


@rule("KANO-9")
def mode_taken(answer: Cells, case: Case) -> Iterator[Finding]:
    """The category is not the one that was counted most."""
    surveyed = features(case)
    chosen = list(categories(answer, surveyed))
    for feature, letter in chosen:
        if category_slip(feature, letter) == "KANO-9":
            yield _not_the_mode(feature, letter)
    needless = any(letter == AGAIN and not one.ask_again for one, letter in chosen)
    sound = not needless and all(category_slip(one, letter) is None for one, letter in chosen)
    if sound and len(chosen) == len(surveyed):
        listed = [f"{one.title} ({_largest(one.counts)})" for one, letter in chosen if not one.ask_again]
        if listed:
            yield Finding("good", f"The largest count gives the category of {names(listed, 6)}.")


def _not_the_mode(feature: Feature, letter: str) -> Finding:
    title, mine = cell_title(feature, "category"), feature.count(letter)
    largest = max(feature.counts)
    seen = f"{title}: you chose {CHOICES[letter]} ({_of(mine, feature.total)})"
    if by_berger(feature, letter):
        moved = sum(feature.counts[:3])
        return Finding(
            "note",
            f"{seen}, which is right by Berger's rule; the largest count is {largest}.",
            f"That rule first asks whether A, O and M together ({moved}) outweigh I, R and Q "
            f"({feature.total - moved}), and then takes the largest of the heavier three.",
            "Say which rule you use, and use the same one for every feature.",
        )
    if mine == largest:
        seen, do = f"{seen}, which ties with another category.", "A tie goes by M before O before A before I."
    else:
        seen, do = f"{seen}, but the largest count is {largest}.", "Take the category with that count."
    return Finding(
        "problem",
        seen,
        "The category of a feature is the one that most respondents gave it; in a tie, the one whose neglect "
        "costs more.",
        do,
        (f"{feature.id}:category",),
    )


RULES = (
    questions_not_swapped,
    wording_in_doubt,
    codes_not_averaged,
    groups_told_apart,
    enough_answers,
    mode_taken,
    *COEFFICIENT_RULES,
)
