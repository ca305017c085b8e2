"""The tables of a case: sound ones come as typed values, each fault as one sentence with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.case_tables import TABLES, read_tables

ITEMS = ("B-1", "B-2")
WAITING = (
    "id,weeks,cost,starts,after,fact\nB-1,3,4000,0,,Two ovens stand still.\nB-2,1.5,0,6,B-1;B-3,A date.\n"
)
SURVEY = "id,respondent,segment,with_it,without_it\nB-1,R1,all,1,5\nB-1,R2,all,3,3\n"


def read(tmp_path, name: str, text: str):
    """Read one table; return its rows and the problems."""
    (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    problems: list[str] = []
    return read_tables(tmp_path, ITEMS, problems)[name], problems


def test_a_sound_table_is_read_as_typed_values(tmp_path):
    rows, problems = read(tmp_path, "waiting", WAITING)
    assert problems == []
    assert rows[1] == {
        "id": "B-2",
        "weeks": 1.5,
        "cost": 0,
        "starts": 6,
        "after": ("B-1", "B-3"),
        "fact": "A date.",
    }


def test_a_survey_has_many_rows_an_item(tmp_path):
    rows, problems = read(tmp_path, "kano-survey", SURVEY)
    assert (len(rows), problems) == (2, [])


def test_tables_that_are_not_there_are_no_fault(tmp_path):
    problems: list[str] = []
    assert read_tables(tmp_path, ITEMS, problems) == {}
    assert problems == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("B-1,3", "B-9,3", "waiting.csv, row 2, id: there is no item “B-9” in backlog.csv; did you mean “B-"),
        ("B-2,1.5", "B-1,1.5", "waiting.csv, row 3, id: “B-1” stands in row 2 already"),
        (",3,", ",0,", "waiting.csv, row 2, weeks: “0” will not do; give a number above 0."),
        (",3,", ",,", "waiting.csv, row 2, weeks: the cell is empty; give a number above 0."),
        (",3,", ",-3,", "waiting.csv, row 2, weeks: “-3” will not do"),
        (",3,", ",1e9,", "waiting.csv, row 2, weeks: “1e9” will not do"),
        ("Two ovens stand still.", "", "waiting.csv, row 2, fact: the cell is empty; give a text."),
        ("weeks", "days", "waiting.csv, row 1"),
    ],
)
def test_a_planted_fault_gives_one_sentence_with_its_place(tmp_path, old, new, says):
    _, problems = read(tmp_path, "waiting", WAITING.replace(old, new, 1))
    assert len(problems) == 1
    assert problems[0].startswith(says)


@pytest.mark.parametrize("answer", ["0", "6", "2.5", "like", ""])
def test_a_survey_answer_off_its_scale_is_named(tmp_path, answer):
    _, problems = read(tmp_path, "kano-survey", SURVEY.replace(",1,5", f",{answer},5"))
    assert len(problems) == 1
    assert problems[0].endswith("give a whole number from 1 to 5.")


@given(content=st.binary(max_size=200), name=st.sampled_from(list(TABLES)))
def test_no_content_raises(tmp_path_factory, content, name):
    folder = tmp_path_factory.mktemp("tables")
    (folder / f"{name}.csv").write_bytes(content)
    problems: list[str] = []
    rows = read_tables(folder, ITEMS, problems)[name]
    assert problems or rows
