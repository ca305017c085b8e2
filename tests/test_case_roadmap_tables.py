"""The tables of enablers and of things from outside: sound ones are read, each fault is one sentence."""

from __future__ import annotations

import datetime

import pytest

from tests.case_files import only_problem, read_table

ENABLERS = """\
id,kind,title,team,effort,unlocks,needs,outcome,fact
B-1,data,,,,,,Flour can move.,The shelf is full.
E-1,platform,A new shelf,Blue,2.5,B-2;B-3,B-1,Flour has a place.,Carried by hand.
E-2,interface,A hatch,,1,B-3,E-1,Bread gets out.,Through the door.
"""
EXTERNALS = """\
id,item,title,owner,date,fact
X-1,B-1,Bricks,Ines Falk,2030-01-18,Ines Falk wrote.
X-2,B-2,A permit,,,Nobody is named.
"""


def test_sound_tables_are_read_as_typed_values(tmp_path):
    rows, problems = read_table(tmp_path, "enablers", ENABLERS)
    assert problems == []
    assert rows[0]["effort"] is None
    assert (rows[1]["effort"], rows[1]["unlocks"], rows[1]["needs"]) == (2.5, ("B-2", "B-3"), ("B-1",))
    rows, problems = read_table(tmp_path, "externals", EXTERNALS)
    assert problems == []
    assert [row["date"] for row in rows] == [datetime.date(2030, 1, 18), None]
    assert rows[1]["owner"] == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "E-2,interface",
            "E-2,shelf",
            "row 4, kind: “shelf” will not do; give one of data, interface, platform.",
        ),
        (
            "B-2;B-3",
            "B-9",
            "row 3, unlocks: there is no “B-9” in the table or in backlog.csv; did you mean “B-",
        ),
        (
            "1,B-3,E-1",
            "1,B-3,Q",
            "row 4, needs: there is no “Q” in the table or in backlog.csv; correct the id",
        ),
        (
            "B-1,data,,",
            "B-1,data,Shelf,",
            "row 2, title: “B-1” is an item; leave what the backlog says blank.",
        ),
        (
            "B-1,data,,,,",
            "B-1,data,,,3,",
            "row 2, effort: “B-1” is an item; leave what the backlog says blank.",
        ),
        ("A hatch", "", "row 4, title: the cell is empty, and “E-2” is no item; fill it in."),
        (",1,B-3", ",1,", "row 4, unlocks: the cell is empty, and “E-2” is no item; fill it in."),
        (",1,B-3", ",0,B-3", "row 4, effort: “0” will not do; give a number above 0, or nothing."),
        ("Through the door.", "", "row 4, fact: the cell is empty; give a text."),
        (
            "B-2;B-3,B-1",
            "B-2;B-3,E-2",
            "row 3, needs: the enablers wait for one another in a circle (E-1 needs E-2 needs E-1); take "
            "one of these links out.",
        ),
        ("\nE-2,", "\nE-1,", "row 4, id: “E-1” stands in row 3 already; use each id once."),
    ],
)
def test_a_fault_in_the_enablers_is_one_sentence(tmp_path, old, new, says):
    assert ENABLERS.count(old) == 1
    problem = only_problem(tmp_path, "enablers", ENABLERS.replace(old, new))
    assert problem.startswith(f"enablers.csv, {says}")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("X-1,B-1", "X-1,B-7", "row 2, item: there is no item “B-7” in backlog.csv; did you mean “B-"),
        ("Bricks,Ines Falk", "Bricks,Tom", "row 2, owner: “Tom” does not stand in the fact"),
        (
            "2030-01-18",
            "18 Jan",
            "row 2, date: “18 Jan” will not do; give a date such as 2030-01-31, or nothing.",
        ),
        ("A permit", "", "row 3, title: the cell is empty; give a text."),
    ],
)
def test_a_fault_in_what_comes_from_outside_is_one_sentence(tmp_path, old, new, says):
    problem = only_problem(tmp_path, "externals", EXTERNALS.replace(old, new, 1))
    assert problem.startswith(f"externals.csv, {says}")
