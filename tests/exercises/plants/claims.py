"""Sound grades of six claims about demand, a claim met by a baker who builds ovens, and what goes wrong."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

HOSTILE = "<img src=x onerror=alert(1)>"
MARKS = {
    "a": ("beside", "old", "own-count", "weak"),
    "b": ("uncounted", "recent", "own-count", "weak"),
    "c": ("count", "recent", "table", "strong"),
    "d": ("count", "old", "table", "usable"),
    "e": ("seller", "recent", "table", "usable"),
    "f": ("uncounted", "undated", "nothing", "worthless"),
}
TESTS = {
    "try-c": ("485,190", "670,570", "holds"),
    "try-d": ("1,444,420", "743,860", "unsaid"),
    "try-e": ("1,364,180", "1,687,890", "fails"),
}
MINE = {
    "own-claim:said": "Bakeries look for product people who know controls.",
    "own-basis:said": "Dana Weir of the trade fair, who counted the adverts at one stand.",
    "own-basis:mark": "seller",
    "own-date:said": "Spring 2025",
    "own-date:mark": "recent",
    "own-test:said": "Adverts of the twenty largest bakeries, each April.",
    "own-test:mark": "own-count",
    "own-grade:mark": "usable",
}


def cells(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with some cells otherwise, as in `try_c_early="3"`; "" blanks one."""
    found = {}
    for id, marks in MARKS.items():
        found |= {f"{id}:{column}": mark for column, mark in zip(COLUMNS, marks, strict=True)}
    for id, typed in TESTS.items():
        found |= {f"{id}:{column}": text for column, text in zip(TRIED, typed, strict=True)}
    found |= {"together:verdict": "silent"} | MINE
    for name, text in changed.items():
        row, _, column = name.rpartition("_")
        found[f"{row.replace('_', '-')}:{column}"] = text
    return Cells.of({part: text for part, text in found.items() if text}).raw()


COLUMNS = ("basis", "date", "test", "grade")
TRIED = ("early", "late", "verdict")
SOUND = (BAKERY, cells())
PLANTED = {
    "CLAIM-1": [
        Plant(
            cells(a_basis="count", a_grade="usable"),
            "problem",
            ("Claim A: who says it. You say “Counted, no stake”", "Ask what the curve counts"),
        ),
        Plant(
            cells(c_basis="uncounted", c_grade="weak"),
            "problem",
            ("Claim C: who says it. You say “No count”", "Who counted: the newsletter"),
        ),
        Plant(cells(e_basis="beside"), "problem", ("Claim E: who says it.", "Ask who earns")),
    ],
    "CLAIM-2": [
        Plant(
            cells(d_date="recent", d_grade="strong"),
            "problem",
            ("Claim D: last figure. You say “May 2023 or later”", "the year of its last figure"),
        ),
        Plant(
            cells(b_date="undated"),
            "problem",
            ("Claim B: last figure. You say “No date”, and that does not follow from what stands there.",),
        ),
    ],
    "CLAIM-3": [
        Plant(
            cells(a_test="nothing", a_grade="worthless"),
            "problem",
            ("Claim A: what would test it. You say “Nothing could”, and something could.",),
        ),
        Plant(
            cells(f_test="own-count", f_grade="weak"),
            "problem",
            (
                "Claim F: what would test it. You say “A count of adverts”, and that would not test it.",
                "Imagine a year",
            ),
        ),
    ],
    "CLAIM-4": [
        Plant(
            cells(b_grade="usable"),
            "problem",
            (
                "Claim B: grade. You say “Usable, with limits”; your marks “No count”, “May 2023 or later”, "
                "“A count of adverts” do not lead there.",
            ),
        ),
        Plant(cells(f_grade="weak"), "problem", ("Claim F: grade. You say “Weak”", "“Nothing could” do not")),
        Plant(
            cells(own_grade_mark="strong"),
            "problem",
            ("My claim: grade. You say “Strong”; your marks “Counted by a seller”", "“A count of my own”"),
        ),
    ],
    "CLAIM-5": [
        Plant(
            cells(try_c_late="645,970"),
            "problem",
            (
                "Test of claim C: jobs in the later May. 645,970 is the figure of computer and information "
                "systems managers in May 2024.",
                "the column of May 2025",
            ),
        ),
        Plant(
            cells(try_e_early="743860"),
            "problem",
            ("Test of claim E: jobs in the earlier May. 743,860 is the figure of project management",),
        ),
        Plant(cells(try_d_late="734,860"), "problem", ("734,860 is not in the table.",)),
        Plant(cells(try_c_early="a lot"), "problem", ("“a lot” is no number of jobs",)),
    ],
    "CLAIM-6": [
        Plant(
            cells(try_d_verdict="holds"),
            "problem",
            (
                "Test of claim D: verdict. You say “It holds”. From 1,444,420 to 743,860 it is −48.5 %.",
                "who was counted in May 2020",
            ),
        ),
        Plant(
            cells(try_c_verdict="fails"),
            "problem",
            ("You say “It fails”. From 485,190 to 670,570 it is +38.2 %.", "the third of the claim"),
        ),
        Plant(cells(try_e_verdict="holds"), "problem", ("Test of claim E: verdict.", "+23.7 %")),
        Plant(cells(try_e_verdict="unsaid"), "caution", ("whether a note at this occupation speaks",)),
    ],
    "CLAIM-7": [
        Plant(
            cells(together_verdict="rises"),
            "problem",
            ("All three, on demand for TPMs. You say “That it rises”.", "is none of them"),
        ),
        Plant(cells(together_verdict="falls"), "problem", ("You say “That it falls”.",)),
    ],
    "CLAIM-8": [
        Plant(cells(own_claim_said="yes it is"), "caution", ("My claim. “yes it is” says nothing yet.",)),
        Plant(
            cells(own_claim_said="Will bakeries want product people?"),
            "caution",
            ("people?” is a question.",),
        ),
        Plant(
            cells(own_basis_said="Everybody says so."),
            "caution",
            ("My claim: who says it. “Everybody says so.” names nobody who could be asked.",),
        ),
        Plant(
            cells(own_basis_said="Dana Weir, with whom my sister shared a flat"),
            "caution",
            ("My claim: who says it. You mark “Counted by a seller”, and “Dana Weir",),
        ),
        Plant(
            cells(own_date_said="recently"),
            "caution",
            ("My claim: when. You write “recently” and mark “May 2023 or later”. That names no year.",),
        ),
        Plant(
            cells(own_test_said="Time will tell"),
            "caution",
            ("“Time will tell” does not say what would be counted, although you mark “A count of my own”.",),
        ),
    ],
    "CLAIM-9": [
        Plant(
            cells(own_date_said="Summer 2021"),
            "problem",
            ("My claim: when. You write “Summer 2021” and mark “May 2023 or later”.",),
        ),
        Plant(
            cells(own_date_mark="undated", own_grade_mark="weak"),
            "problem",
            ("You write “Spring 2025” and mark “No date”.", "You wrote a year, 2025, so there is a date."),
        ),
        Plant(
            cells(own_date_mark="old", own_grade_mark="weak"),
            "problem",
            ("You write “Spring 2025” and mark “Older”.",),
        ),
        Plant(
            cells(
                own_test_said="Count adverts on Indeed in May and November",
                own_test_mark="nothing",
                own_grade_mark="worthless",
            ),
            "caution",
            ("My claim: what would test it. You mark “Nothing could”, and “Count adverts on Indeed in May",),
        ),
        Plant(
            cells(
                own_basis_said="Hays, survey of 1,200 firms",
                own_basis_mark="uncounted",
                own_grade_mark="weak",
            ),
            "caution",
            ("My claim: who says it. You mark “No count”, and “Hays, survey of 1,200 firms” names one",),
        ),
    ],
    "CLAIM-10": [
        Plant(
            cells(),
            "good",
            ("All 6 grades follow from marks that hold.", "The 3 tests use the right figures"),
        ),
    ],
}
