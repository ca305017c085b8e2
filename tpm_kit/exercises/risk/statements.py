"""Statements that may or may not be risks: those of the case, or of any product where the case has none."""

from __future__ import annotations

from dataclasses import dataclass

from tpm_kit.case import Case
from tpm_kit.exercises.wording import cut

KINDS = {"risk": "Risk", "issue": "Issue", "cause": "Cause", "wish": "Wish"}
LONGEST = 140
"""Letters of a statement on a card and in a finding."""


@dataclass(frozen=True)
class Statement:
    """Something that was said about the product, and what it is."""

    id: str
    text: str
    kind: str
    """One of `KINDS`."""
    why: str
    rewrite: str = ""
    """What is known besides, for writing it as a risk; empty: nobody is asked to."""
    requirement: bool = False

    @property
    def title(self) -> str:
        """The statement as cards and findings show it, without the full stop."""
        return cut(self.text, LONGEST).rstrip(".")


ANY_PRODUCT = (
    Statement(
        "any-1",
        "The service that signs our users in may be switched off, and nobody could sign in for days.",
        "risk",
        "It has not been switched off, and may never be; if it is, all users are shut out.",
    ),
    Statement(
        "any-2",
        "If the new version is slow with real data, the release would have to be taken back.",
        "risk",
        "Nobody has tried it with real data, so it is open; if it comes true, the release is lost.",
    ),
    Statement(
        "any-3",
        "The only person who knows the old data could leave before it is moved.",
        "risk",
        "The person is still there; whether it stays so is uncertain, and the move would stop.",
    ),
    Statement(
        "any-4",
        "The release of last month was taken back twice.",
        "issue",
        "It happened. It has to be dealt with, and cannot fail to happen any more.",
    ),
    Statement(
        "any-5",
        "Every week ten customers write that their export is empty.",
        "issue",
        "It happens now, every week; there is nothing left that is uncertain.",
    ),
    Statement(
        "any-6",
        "There is no copy of the data in another place.",
        "cause",
        "It is true today and has harmed nobody yet. It says why something may go wrong, not what.",
    ),
    Statement(
        "any-7",
        "Our supplier has named no day for the new interface.",
        "cause",
        "It is so, and costs nothing by itself. What may come of it is the risk.",
    ),
    Statement(
        "any-8",
        "Pages should open in less than a second.",
        "wish",
        "It says what is wanted, and nothing of what may go wrong.",
    ),
)
"""Statements for a backlog that comes without any."""


def statements(case: Case) -> dict[str, Statement]:
    """Return the statements to be sorted, by id."""
    rows = case.table("statements")
    if not rows:
        return {one.id: one for one in ANY_PRODUCT}
    return {
        row["id"]: Statement(
            row["id"],
            row["text"],
            row["kind"],
            row["why"],
            row.get("rewrite", ""),
            bool(row.get("requirement")),
        )
        for row in rows
    }


def titles(case: Case) -> dict[str, str]:
    """Return what the statements are called, by id."""
    return {id: one.title for id, one in statements(case).items()}
