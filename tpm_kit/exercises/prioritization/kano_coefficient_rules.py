"""What the feedback on a Kano survey says of Better and Worse: their size, their sign, and of what they are a
share.

Codes are those of the domain reference (section 4.5); what it has no code for is KANO-10.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.prioritization.kano_cells import (
    TOLERANCE,
    cell_title,
    coefficients,
    fault,
    right,
    short,
    size,
    slip,
    typed,
)
from tpm_kit.exercises.prioritization.kano_survey import Feature, features

FORMULA = "Better is (A + O) / (A + O + M + I), Worse is −(O + M) / (A + O + M + I)."


@rule("KANO-2")
def reverse_and_questionable_left_out(answer: Cells, case: Case) -> Iterator[Finding]:
    """Reverse or questionable answers count in the denominator of a coefficient."""
    for feature, column, text in coefficients(answer, features(case)):
        if slip(feature, column, text) == "KANO-2":
            out = feature.count("R") + feature.count("Q")
            yield Finding(
                "problem",
                f"{cell_title(feature, column)}: {short(text)} is a share of all {feature.total} answers, "
                f"{out} of them R or Q.",
                "Who wants the opposite, or contradicts themselves, says nothing of how far the feature "
                "pleases; left in, they make every coefficient look smaller.",
                f"Divide by the {feature.total - out} answers A, O, M and I.",
                (f"{feature.id}:{column}",),
            )


@rule("KANO-3")
def worse_is_negative(answer: Cells, case: Case) -> Iterator[Finding]:
    """Worse is written without its minus sign."""
    for feature, column, text in coefficients(answer, features(case)):
        if column == "worse" and size(column, text) and typed(text) > 0:
            yield Finding(
                "problem",
                f"{cell_title(feature, column)}: {short(text)} stands there without a minus sign.",
                "Worse says how far satisfaction falls without the feature. Written as a gain, it makes what "
                "people would miss look like what would please them.",
                "Put a minus sign before it.",
                (f"{feature.id}:{column}",),
            )


@rule("KANO-10")
def coefficients_fit(answer: Cells, case: Case) -> Iterator[Finding]:
    """A coefficient cannot be read, or is not what the counts give."""
    surveyed = features(case)
    filled = list(coefficients(answer, surveyed))
    for feature, column, text in filled:
        if slip(feature, column, text) == "KANO-10":
            known = size(column, text) is not None
            wrong = "The counts give another number." if known else fault(column, text)
            a, o, m, i = feature.counts[:4]
            yield Finding(
                "problem",
                f"{cell_title(feature, column)}: you typed {short(text)}. {wrong}",
                FORMULA,
                f"Here A is {a}, O is {o}, M is {m} and I is {i}; two decimals are enough.",
                (f"{feature.id}:{column}",),
            )
    if filled and len(filled) == 2 * len(surveyed) and all(_fits(*one) for one in filled):
        trusted = [one for one in surveyed.values() if not one.ask_again] or list(surveyed.values())
        best = max(trusted, key=lambda one: right(one, "better"))
        worst = min(trusted, key=lambda one: right(one, "worse"))
        pleases, annoys = _minus(right(best, "better")), _minus(right(worst, "worse"))
        if len(surveyed) == 1:
            seen = f"Both coefficients fit the counts: Better {pleases}, Worse {annoys}."
        else:
            seen = (
                f"All {len(filled)} coefficients fit the counts: having {best.title} pleases most "
                f"({pleases}), lacking {worst.title} annoys most ({annoys})."
            )
        yield Finding("good", seen)


def _minus(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _fits(feature: Feature, column: str, text: str) -> bool:
    value = typed(text)
    return value is not None and abs(value - right(feature, column)) <= TOLERANCE


COEFFICIENT_RULES = (reverse_and_questionable_left_out, worse_is_negative, coefficients_fit)
