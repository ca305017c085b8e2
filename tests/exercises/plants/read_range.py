"""Answers to the seven statements about pay. They ask nothing of the case."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

SAID = {
    "talk:verdict": "undated",
    "talk:instead": "What year is that from, and who was counted?",
    "munich:verdict": "currency",
    "munich:instead": "That is in US dollars; what do German figures in euros say?",
    "sheet:verdict": "midpoint",
    "sheet:instead": "The published median is 175,140 dollars.",
    "blog:verdict": "listing",
    "blog:instead": "Adverts of 2022 named 64k to 163k. What was paid?",
    "slide:verdict": "ceiling",
    "slide:instead": "The 90th percentile was 239,200 or more.",
    "letter:verdict": "total",
    "letter:instead": "How much of that is base?",
    "memo:verdict": "sound",
}


def said(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, called row_column; "" blanks one."""
    cells = SAID | {cell.replace("_", ":"): text for cell, text in changed.items()}
    return Cells.of({cell: text for cell, text in cells.items() if text}).raw()


def plant(answer: dict[str, Any], level: str, *says: str) -> Plant:
    """Return a plant."""
    return Plant(answer, level, says)


SOUND = (BAKERY, said())
PLANTED = {
    "SAL-1": [
        plant(
            said(talk_verdict="level"),
            "problem",
            "A talk: verdict. You say “A legal wage level taken for a job level”. It takes no legal wage "
            "level",
            "could they look it up?",
        ),
        plant(
            said(munich_verdict="sound"),
            "problem",
            "A mail from Munich: verdict.",
            "does not hold as it stands",
        ),
        plant(
            said(talk_instead="Is that still so this year?"),
            "caution",
            "“Is that still so this year?” does not name where the figure is from.",
        ),
        plant(
            said(talk_instead="I do not believe it"),
            "caution",
            "does not name when the figure is from and where the figure is from.",
        ),
        plant(
            said(munich_instead="That is too much"),
            "caution",
            "“That is too much” does not name both currencies, or a figure from there.",
        ),
    ],
    "SAL-2": [
        plant(
            said(sheet_verdict="average"),
            "problem",
            "A spreadsheet: verdict.",
            "takes no average for a median",
        ),
        plant(
            said(sheet_instead="The median is 202,530 dollars."),
            "caution",
            "“The median is 202,530 dollars.” does not name the published median.",
        ),
    ],
    "SAL-3": [
        plant(
            said(blog_verdict="undated"),
            "problem",
            "A blog: verdict. You say “No date or no source”. It names July and August 2022, and Glassdoor; "
            "old is not",
        ),
        plant(said(blog_instead="They earned 64,000."), "caution", "does not name that these are adverts."),
    ],
    "SAL-4": [
        plant(said(slide_verdict="midpoint"), "problem", "A slide: verdict.", "calls no midpoint a median"),
        plant(
            said(slide_instead="Nobody got more than 239,200"),
            "caution",
            "“Nobody got more than 239,200” does not name that the figure is that or more.",
        ),
    ],
    "SAL-5": [
        plant(
            said(letter_verdict="sound"),
            "problem",
            "An offer letter: verdict.",
            "List what is in the first sum",
        ),
        plant(said(letter_instead="Is it 192,160?"), "caution", "“Is it 192,160?” does not name the base."),
    ],
    "SAL-6": [
        plant(
            said(letter_verdict="average", letter_instead="How much of it is base?"),
            "caution",
            "“How much of it is base?” does not name the median.",
            "fewer than half get it",
        ),
    ],
    "SAL-7": [
        plant(
            said(memo_verdict="level", memo_instead="What do they earn?"),
            "problem",
            "A memo: verdict. You say “A legal wage level taken for a job level”. It says itself that the "
            "level is a",
        ),
    ],
    "SAL-8": [
        plant(
            said(talk_verdict="sponsors"),
            "caution",
            "does not name whom visa filings leave out.",
        ),
    ],
    "SAL-9": [
        plant(
            said(sheet_instead="The median is 174,150 dollars."),
            "caution",
            "174,150 is not among the figures here: 107,550, 175,140, 192,160, 202,530 and 297,510.",
        ),
        plant(said(blog_instead="Adverts named 65k to 163k."), "caution", "65k is not among"),
    ],
    "SAL-10": [
        plant(
            said(),
            "good",
            "All 7 verdicts hold: 6 statements mislead",
            "202,530 lies 27,390 dollars above the median of 175,140, and the mean 17,020 above it",
        ),
    ],
}
