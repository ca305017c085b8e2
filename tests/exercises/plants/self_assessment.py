"""Answers to the self-assessment: somebody who aims at a platform, with gaps in three groups and a fourth."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

SAID = {
    "role:role": "platform",
    "role:hours": "12",
    "technical:rating": "1",
    "technical:evidence": "Followed one order through the till with the fitter in 2029.",
    "technical:gap": "2",
    "technical:impact": "3",
    "product:rating": "3",
    "product:evidence": "Stopped the cake subscription after eight interviews in spring.",
    "product:gap": "0",
    "communication:rating": "3",
    "communication:evidence": "https://bakery.example/letter-to-the-mills",
    "communication:gap": "0",
    "strategy:rating": "1",
    "strategy:evidence": "Wrote down for Ann Lee which goal the van serves.",
    "strategy:gap": "1",
    "strategy:impact": "1",
    "domain:rating": "2",
    "domain:evidence": "Baked every Saturday for a year; the recipes stand in the handbook.",
    "domain:gap": "0",
    "leadership:rating": "1",
    "leadership:evidence": "Moderated the post-mortem of the burnt oven.",
    "leadership:gap": "1",
    "leadership:impact": "2",
    "data:rating": "0",
    "data:gap": "2",
    "data:impact": "2",
    "first:group": "technical",
    "second:group": "data",
    "third:group": "leadership",
}
"""Strategic (gap 1, impact 1) is left out. A rating of 0 needs no evidence."""


def said(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, called row_column; "" blanks one."""
    cells = SAID | {cell.replace("_", ":"): text for cell, text in changed.items()}
    return Cells.of({cell: text for cell, text in cells.items() if text}).raw()


def plant(answer: dict[str, Any], level: str, *says: str, also: tuple[str, ...] = ()) -> Plant:
    """Return a plant; what it says in any order."""
    return Plant(answer, level, says, frozenset(also))


SOUND = (BAKERY, said())
PLANTED = {
    "CAR-1": [
        plant(
            said(product_evidence=""),
            "problem",
            "Product fundamentals: evidence. You rate yourself 3, and nothing stands here.",
            "rate one lower",
        ),
        plant(
            said(product_evidence="Good at it"),
            "problem",
            "Product fundamentals: evidence. “Good at it” judges you (“good”) and names nothing that you "
            "did.",
        ),
        plant(said(product_evidence="tbd"), "problem", "“tbd” says nothing yet."),
        plant(said(technical_evidence=""), "caution", "Technical: evidence. You rate yourself 1,"),
        plant(
            said(product_evidence="Took a course on product discovery in 2028"),
            "caution",
            "“Took a course on product discovery in 2028” says what you were taught.",
            "A rating of 3 says what you do with it.",
        ),
        plant(
            said(leadership_evidence="Led a difficult decision"),
            "caution",
            "Leadership: evidence. “Led a difficult decision” does not say where or when",
        ),
        plant(
            said(
                leadership_evidence="Wrote the rota in 2029",
                strategy_evidence="wrote the rota  in 2029",
                domain_evidence="Wrote the rota in 2029",
            ),
            "caution",
            "Strategic: evidence. The same text stands for Strategic, Domain knowledge and Leadership.",
        ),
    ],
    "SELF-1": [
        plant(
            said(
                **{f"{id}_rating": "1" for id in ("product", "communication", "domain", "data")},
                data_evidence="Counted the queue in May 2029.",
                product_gap="2",
                product_impact="1",
                communication_gap="2",
                communication_impact="1",
                domain_gap="1",
                domain_impact="1",
                data_gap="1",
                first_group="technical",
            ),
            "caution",
            "All 7 groups have the same rating, 1.",
        ),
        plant(
            said(technical_impact="1", leadership_impact="1", data_impact="1"),
            "caution",
            "All 4 gaps have the same impact, 1.",
        ),
    ],
    "SELF-2": [
        plant(
            said(technical_gap="3"),
            "problem",
            "Technical: gap. You have 3, with a rating of 1 and the target of the role, 3.",
        ),
        plant(
            said(data_target="4"),
            "problem",
            "Data: gap. You have 2, with a rating of 0 and your own target, 4.",
        ),
        plant(
            said(data_gap="two"), "problem", "Data: gap. “two” is not a number, the target less the rating."
        ),
        plant(said(data_impact="4"), "problem", "Data: impact of the gap. “4” is not 1, 2 or 3."),
        plant(
            said(data_target="2.5"), "problem", "Data: own target. “2.5” is not a whole number from 0 to 4."
        ),
    ],
    "SELF-3": [
        plant(
            said(third_group="strategy"),
            "caution",
            "Third gap: you choose Strategic (gap 1, impact 1) and leave out Leadership (gap 1, impact 2).",
        ),
        plant(
            said(first_group="strategy"),
            "caution",
            "First gap: you choose Strategic (gap 1, impact 1) and leave out Technical (gap 2, impact 3).",
        ),
        plant(
            said(data_impact="1", leadership_impact="1", strategy_impact="3"),
            "caution",
            "Second gap: you choose Data (gap 2, impact 1) and leave out Strategic (gap 1, impact 3).",
        ),
    ],
    "SELF-4": [
        plant(
            said(domain_target="1"),
            "caution",
            "Domain knowledge: own target. Your target is 1, and you rate yourself 2 today.",
        ),
        plant(said(domain_rating="3"), "note", "Above what the role asks: Domain knowledge (3, asked 2)."),
    ],
    "SELF-5": [
        plant(said(third_group="data"), "problem", "Third gap: Data is your second gap already."),
        plant(
            said(third_group="product"),
            "problem",
            "Third gap: Product fundamentals has no gap; you rate yourself 3, and the target is 3.",
        ),
        plant(
            said(
                leadership_target="1",
                leadership_gap="0",
                leadership_impact="",
                strategy_target="1",
                strategy_gap="0",
                strategy_impact="",
                third_group="",
            ),
            "caution",
            "Only 2 of 7 groups have a gap.",
        ),
    ],
    "SELF-6": [
        plant(
            said(),
            "good",
            "For “Technical PM, platform” you take up Technical (gap 2, impact 3), Data (gap "
            "2, "
            "impact 2) and Leadership (gap 1, impact 2).",
            "In 5 texts of evidence",
        ),
    ],
}
