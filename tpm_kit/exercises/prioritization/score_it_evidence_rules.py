"""What the feedback on the table of scores says of confidence and the evidence that it rests on.

Codes RICE-… and ICE-… are those of the domain reference (sections 4.2 and 4.3); what it has no code for is
EVID-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.prioritization.score_it_cells import EVIDENCE, scored_items
from tpm_kit.exercises.prioritization.score_it_rules import entries
from tpm_kit.exercises.wording import percent

CARRIES = {"data": 1.0, "test": 1.0, "interviews": 0.8, "estimate": 0.5, "none": 0.5}
"""The confidence that each kind of evidence carries at most: Intercom's three levels."""
SURE = 0.8
"""Confidence from which ICE (8 of 10) asks for data, a test or at least interviews."""


@rule("RICE-5")
def full_confidence_has_evidence(answer: Cells, case: Case) -> Iterator[Finding]:
    """A confidence of 100 % rests on neither data nor a test."""
    rows = [(one, one.number("confidence"), one.cells.get("evidence")) for one in entries(answer, case)]
    judged = [(one, sure, kind) for one, sure, kind in rows if sure and kind in CARRIES]
    over = [(one, kind) for one, sure, kind in judged if sure == 1 and CARRIES[kind] < 1]
    for one, kind in over:
        yield Finding(
            "caution" if kind == "interviews" else "problem",
            f"{one.item.title}: confidence is 100 %, and its evidence is {EVIDENCE[kind]}.",
            "100 % says that reach, impact and effort are all known from data or a test. Without these a "
            "wish scores as if it were a fact.",
            f"Lower it to {percent(CARRIES[kind])}, or find the data.",
            (one.part("confidence"),),
        )
    fits = all(sure <= CARRIES[kind] for _, sure, kind in judged)
    fits = fits and not any(evidence_is_what_the_case_has(answer, case))
    if fits and len(judged) == len(scored_items(case)):
        yield Finding("good", f"In all {len(judged)} rows the confidence fits the evidence named.")


@rule("ICE-3")
def high_confidence_has_evidence(answer: Cells, case: Case) -> Iterator[Finding]:
    """A confidence of 8 of 10 or more rests on an estimate or on nothing. At 100 % that is RICE-5."""
    for one in entries(answer, case):
        sure, kind = one.number("confidence"), one.cells.get("evidence")
        if sure and SURE <= sure < 1 and CARRIES.get(kind, 1) < SURE:
            yield Finding(
                "caution",
                f"{one.item.title}: confidence is {percent(sure)}, {10 * sure:g} of 10, and its evidence is "
                f"{EVIDENCE[kind]}.",
                "From 8 of 10 on, ICE asks for a test or data: an estimate can be sincere and far off.",
                "Lower it to 50 %, or ask a few customers first.",
                (one.part("confidence"),),
            )


@rule("EVID-1")
def evidence_is_what_the_case_has(answer: Cells, case: Case) -> Iterator[Finding]:
    """The evidence named is stronger than what the case's facts tell of."""
    for one in entries(answer, case):
        kind, known = one.cells.get("evidence"), one.fact and one.fact["evidence"]
        if known and kind in CARRIES and CARRIES[kind] > CARRIES[known]:
            yield Finding(
                "caution",
                f"{one.item.title}: evidence is {EVIDENCE[kind]}, but the fact reads: "
                f"“{one.fact['confidence']}”",
                "What people say they would do is weaker than what was counted or tried, and a colleague's "
                "estimate is weaker than either.",
                "Name what the confidence in use and effect rests on, not what was counted beside it.",
                (one.part("evidence"),),
            )


EVIDENCE_RULES = (
    full_confidence_has_evidence,
    high_confidence_has_evidence,
    evidence_is_what_the_case_has,
)
