"""What is said of a Now / Next / Later board of the railway, and variants of its case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.plants.horizons import RAILWAY
from tpm_kit.case import Case
from tpm_kit.exercise import Review
from tpm_kit.exercises.roadmap.horizons import EXERCISE


def review(raw: dict[str, Any], case: Case = RAILWAY) -> Review:
    """Return what is said of a raw answer."""
    return EXERCISE.review(EXERCISE.read(raw), case)


def seen(
    raw: dict[str, Any],
    case: Case = RAILWAY,
    *,
    code: str = "",
    levels: tuple[str, ...] = ("problem", "caution", "note"),
) -> list[str]:
    """Return what was seen in a raw answer: the findings of these levels whose code starts like that."""
    return [
        one.seen for one in review(raw, case).findings if one.level in levels and one.code.startswith(code)
    ]


def with_cards(*cards: dict[str, Any], case: Case = RAILWAY) -> Case:
    """Return the case with some of its cards replaced, by id, or added."""
    rows = {one["id"]: one for one in (*case.table("horizons"), *cards)}
    return replace(case, tables={**case.tables, "horizons": tuple(rows.values())})


def own(**fields: Any) -> Case:
    """Return the railway as a learner's own backlog, with some fields otherwise."""
    return replace(RAILWAY, own=True, **fields)
