"""The table of a hiring decision: rows, counts and facts that agree, and the same factors as the exercise."""

from __future__ import annotations

import pytest

from tests.case_files import only_problem, read_table
from tpm_kit.case import case_folder, load_case
from tpm_kit.case_career_tables import FACTORS, OTHERS, SHARES
from tpm_kit.exercises.career.hiring_factors import FACTORS as COUNTED
from tpm_kit.exercises.career.hiring_factors import true_count, waiting_share
from tpm_kit.exercises.career.hiring_rules import TITLES

SOUND = """\
id,count,items,fact
complexity,33,B-1,1 of 3 waits: 33 %.
team,2,,Two bakers.
change,67,B-1;B-2,"2 of 3 follow a rule, 67 %."
growth,5,,5 % more.
integration,0,,None: 0 %.
today,1.5,,1.5 hours a week.
train,,,Somebody.
half,,,Somebody.
contractor,,,Somebody.
line,,,None yet.
advice,,,One sentence.
"""


def test_a_sound_table_is_read(tmp_path):
    rows, problems = read_table(tmp_path, "hiring", SOUND)
    assert problems == []
    assert (rows[2]["count"], rows[2]["items"]) == (67, ("B-1", "B-2"))
    assert (rows[6]["count"], rows[6]["items"]) == (None, ())


def test_the_rows_are_those_of_the_exercise():
    assert tuple(one.factor.id for one in COUNTED) == FACTORS
    assert tuple(one.factor.id for one in COUNTED if one.share) == SHARES
    assert set(OTHERS) == set(TITLES)


def test_the_shipped_case_counts_what_its_backlog_says():
    case = load_case(case_folder("paylane"))
    waiting = next(row for row in case.table("hiring") if row["id"] == "complexity")
    assert set(waiting["items"]) == {item.id for item in case.items if item.dependencies}
    assert true_count(case, "complexity") == pytest.approx(waiting_share(case), abs=0.5)
    dated = {item.id for item in case.items if item.deadline}
    forced = next(row for row in case.table("hiring") if row["id"] == "change")
    # All dates but one are set by others; that one is a customer's contract, and the keys have no date.
    assert dated - set(forced["items"]) == {"PL-07"}
    assert set(forced["items"]) - dated == {"PL-16"}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("team,2", "teem,2", "row 3, id: “teem” will not do; give one of complexity, team, change, growth"),
        (
            "advice,,,One sentence.\n",
            "",
            "hiring.csv, row 12, id: there is no row for “advice”; add a row for it.",
        ),
        ("team,2", "team,", "row 3, count: the cell is empty; a factor needs the number"),
        (
            "change,67",
            "change,50",
            "row 4, count: 50 is given, but 2 of 3 items are 66.67 %; correct one of the two.",
        ),
        ("67,B-1;B-2", "67,B-1;B-9", "row 4, items: there is no item “B-9” in backlog.csv; did you mean"),
        ("team,2,", "team,2,B-1", "row 3, items: team is not counted in items; leave the cell empty."),
        ("Two bakers", "Some bakers", "row 3, fact: the count 2 does not stand in the fact; say it there."),
        ("5 % more", "Half as many more", "row 5, fact: the count 5 does not stand in the fact"),
        ("train,,", "train,3,", "row 8, count: only a factor is counted; leave the cell empty."),
        ("half,,", "half,,B-1", "row 9, items: only a factor is counted; leave the cell empty."),
        ("growth,5", "train,5", "row 8, id: “train” stands in row 5 already; use each id once."),
    ],
)
def test_each_fault_is_one_sentence(tmp_path, old, new, says):
    assert SOUND.count(old) == 1
    found = only_problem(tmp_path, "hiring", SOUND.replace(old, new))
    assert found.startswith("hiring.csv, ")
    assert says in found
