"""The table of Now / Next / Later: sound rows as typed values, each fault as one sentence with its place."""

from __future__ import annotations

import datetime

import pytest

from tests.case_files import only_problem, read_table

ITEMS = ("B-1", "B-2", "B-3", "B-4")
HORIZONS = """\
id,title,measure,baseline,target,unit,items,date,note
warm,Bread is warm,Loaves sold cold,80,5,%,B-1;B-2,,Asked
fair,The fair has rolls,Rolls a day,0,40.5,,B-3,2031-05-01,Signed
songs,Play songs,,,,,B-4,,A wish
"""


def test_a_sound_table_is_read_as_typed_values(tmp_path):
    rows, problems = read_table(tmp_path, "horizons", HORIZONS, ITEMS)
    assert problems == []
    assert rows[1] == {
        "id": "fair",
        "title": "The fair has rolls",
        "measure": "Rolls a day",
        "baseline": 0,
        "target": 40.5,
        "unit": "",
        "items": ("B-3",),
        "date": datetime.date(2031, 5, 1),
        "note": "Signed",
    }
    assert (rows[2]["measure"], rows[2]["baseline"], rows[2]["target"], rows[2]["date"]) == (
        "",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (",80,", ",,", "row 2, baseline: a measure goes from a figure to a figure; give a number."),
        (",40.5,", ",,", "row 3, target: a measure goes from a figure to a figure; give a number."),
        (
            "songs,,,",
            "songs,,3,",
            "row 4, baseline: a measure goes from a figure to a figure; leave the cell empty or give a "
            "measure.",
        ),
        (",80,5,", ",80,80.0,", "row 2, target: 80 is the baseline too; give the figure to reach."),
        (",80,", ",-80,", "row 2, baseline: “-80” will not do; give a number, 0 or more, or nothing."),
        (",80,", ",many,", "row 2, baseline: “many” will not do; give a number, 0 or more, or nothing."),
        ("B-3,", "B-9,", "row 3, items: there is no item “B-9” in backlog.csv; did you mean “B-4”?"),
        (
            "B-3,",
            "zebra,",
            "row 3, items: there is no item “zebra” in backlog.csv; correct the id or take it out.",
        ),
        (
            "B-3,",
            "B-2,",
            "row 3, items: “B-2” stands in row 2 already, and its points would count twice; keep it in one "
            "row.",
        ),
        (
            ",B-4,",
            ",,",
            "row 4, items: the cell is empty; give the items of backlog.csv that the card rests on.",
        ),
        ("2031-05-01", "May", "row 3, date: “May” will not do; give a date such as 2030-01-31, or nothing."),
        ("2031-05-01", "20310501", "row 3, date: “20310501” will not do; give a date"),
        ("fair,", "warm,", "row 3, id: “warm” stands in row 2 already; use each id once."),
        ("Asked", "", "row 2, note: the cell is empty; give a text."),
    ],
)
def test_a_fault_gives_one_sentence_with_its_place(tmp_path, old, new, says):
    assert HORIZONS.count(old) == 1
    problem = only_problem(tmp_path, "horizons", HORIZONS.replace(old, new), ITEMS)
    assert problem.startswith(f"horizons.csv, {says}")
