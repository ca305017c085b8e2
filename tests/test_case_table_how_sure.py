"""The tables of past cases and of who is told a date: sound rows are read, each fault is one sentence."""

from __future__ import annotations

import pytest

from tests.case_files import only_problem, read_table

ITEMS = ("B-1", "B-2")
EVIDENCE = """\
id,kind,plan,team,past,fact
B-1,item,A week.,Ada: “4 days.”,4;7.5;14,"Three took 4, 7.5 and 14 days."
path,path,,,,
finish,finish,,,,
"""


def test_a_sound_table_of_evidence(tmp_path):
    rows, problems = read_table(tmp_path, "how-sure", EVIDENCE, ITEMS)
    assert problems == []
    assert rows[0]["past"] == (4, 7.5, 14)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("B-1", "B-9", "how-sure.csv, row 2, id: there is no item “B-9” in backlog.csv; did you mean “B-"),
        ("A week.", "", "how-sure.csv, row 2, plan: the cell is empty; give a text."),
        (",4;7.5;14", ",14", "how-sure.csv, row 2, past: give the working days of at least two past cases"),
        (
            ",4;7.5;14",
            ",4;x",
            "how-sure.csv, row 2, past: “4;x” will not do; give nothing, or numbers above 0",
        ),
        ("took 4", "took 5", "how-sure.csv, row 2, past: 4 does not stand in the fact"),
        (
            "path,path,",
            "path,path,A week.",
            "how-sure.csv, row 3, id: a row of that kind is called like its kind",
        ),
        ("path,path,,,,\n", "", "how-sure.csv, row 4, kind: there is no row of kind path; add one."),
        (
            "finish,finish",
            "finish,sum",
            "how-sure.csv, row 4, kind: “sum” will not do; give one of item, path",
        ),
    ],
)
def test_a_fault_in_the_evidence_gives_one_sentence(tmp_path, old, new, says):
    problem = only_problem(tmp_path, "how-sure", EVIDENCE.replace(old, new, 1), ITEMS)
    assert problem.startswith(says)


@pytest.mark.parametrize(("id", "sound"), [("team", True), ("sponsor", True), ("board", False)])
def test_who_can_be_told_a_date(tmp_path, id, sound):
    _, problems = read_table(
        tmp_path, "promise", f"id,title,milestones,fact\n{id},Ada,,Plans by it.\n", ITEMS
    )
    assert (problems == []) is sound
