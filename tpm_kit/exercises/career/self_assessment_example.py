"""A worked answer to 11.6: the self-assessment of a product manager who does not exist."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from tpm_kit.exercises.career.skills import GROUPS, PICKS, ROLES

WHO = "Ines, a product manager who does not exist"
FIRST = f"This is {WHO}: an example of the form, and nothing to agree with."
ROLE = "platform"
"""The role that she aims at."""


class _Rated(NamedTuple):
    rating: int
    impact: int | None
    evidence: str
    reason: str
    own_target: int | None = None
    """Her own target, in place of the role's."""


_RATED = {
    "technical": _Rated(
        1,
        3,
        "Drew the path of a booking with Tom, an engineer, in March 2026.",
        "She had help, and has not named a technical risk before planning: a 1 and not a 2.",
    ),
    "product": _Rated(
        3,
        None,
        "Stopped the gift vouchers in 2025 after nine interviews; decision record no. 12.",
        "Something stopped for evidence is what a 3 looks like.",
    ),
    "communication": _Rated(
        3,
        None,
        "Announced the delay of the 2025 spring release to sales, and got both sides to one written plan.",
        "Bad news, told early.",
    ),
    "strategy": _Rated(
        1,
        1,
        "Explained in the 2026 planning round which goal the booking page serves.",
        "She was asked for it; a roadmap of outcomes she has not written.",
    ),
    "domain": _Rated(
        3,
        None,
        "Worked two days at a hotel's front desk in 2024; sales asks for the notes.",
        "More than the role asks: a strength, no gap.",
    ),
    "leadership": _Rated(
        1,
        2,
        "Moderated the post-mortem of the July outage that the tech lead had prepared.",
        "Somebody else prepared it.",
    ),
    "data": _Rated(
        1,
        2,
        "Reads the booking dashboard every week, and sent eleven questions to the analyst in 2025.",
        "The rest she asks an analyst for.",
        own_target=3,
    ),
}
_PICKED = {
    "technical": "The largest gap with the highest impact.",
    "data": "As large, and it slows her down.",
    "leadership": "As wide as Strategic, and of more impact.",
}
GAPS = tuple(_PICKED)
"""The three gaps of the example, in their order."""


def _target(id: str) -> int:
    own = _RATED[id].own_target
    return ROLES[ROLE].targets[id] if own is None else own


def _gap(id: str) -> int:
    return max(_target(id) - _RATED[id].rating, 0)


SIZES = MappingProxyType({id: _gap(id) for id in GAPS})
"""How wide they are."""


def example() -> dict[str, tuple[str, str]]:
    """Return the worked answer as part -> (value, reason)."""
    cells = {
        "role:role": (ROLE, FIRST),
        "role:hours": ("10", "Two evenings, and two hours a week of her working time."),
    }
    for id, one in _RATED.items():
        cells[f"{id}:rating"] = (str(one.rating), one.reason)
        cells[f"{id}:evidence"] = (one.evidence, "Something done, with a time or a thing to look at.")
        if one.own_target is not None:
            cells[f"{id}:target"] = (
                str(one.own_target),
                "She looks at products with experiments, and aims higher.",
            )
        gap = _gap(id)
        cells[f"{id}:gap"] = (str(gap), f"{_target(id)} less {one.rating}." if gap else "There already.")
        if one.impact:
            cells[f"{id}:impact"] = (
                str(one.impact),
                f"What {GROUPS[id].name} is to the role as she sees it.",
            )
    for pick, (id, reason) in zip(PICKS, _PICKED.items(), strict=True):
        cells[f"{pick}:group"] = (id, reason)
    return cells
