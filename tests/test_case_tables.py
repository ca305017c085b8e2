"""The tables of a case: sound ones come as typed values, each fault as one sentence with its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case_files import only_problem, read_table
from tpm_kit.case_tables import TABLES, read_tables

ITEMS = ("B-1", "B-2", "B-3")
WAITING = (
    "id,weeks,cost,starts,after,fact\nB-1,3,4000,0,,Two ovens stand still.\nB-2,1.5,0,6,B-1;B-3,A date.\n"
)
SURVEY = "id,respondent,segment,with_it,without_it\nB-1,R1,all,1,5\nB-1,R2,all,3,3\n"
KANO = "id,with_it,without_it,counts\nB-1,With?,Without?,\nB-2,With?,Without?,1;2;3;4;5;6\n"
STORY_MAP = """\
id,kind,title,activity,effort,needs,note
bake,activity,Bake the bread,,,,
S-1,story,Knead by hand,bake,2,B-3,
B-1,story,Mend the oven,bake,,S-1,
warm,outcome,Bread is warm at seven,,,B-1;S-1,
any,story,Sweep the floor,,1,,
"""
OPTIONS = """\
id,title,criterion,weight,score
buy,Buy an oven,cost,0.7,4
buy,Buy an oven,time,0.1,9
buy,Buy an oven,fit,0.2,6.5
mend,Mend the oven,fit,0.2,5
mend,Mend the oven,cost,0.7,8
mend,Mend the oven,time,0.1,3
"""
KANBAN = """\
id,title,item,person,board,stands,needs,urgent,fact
mix,Mix the dough,B-1,Ann,doing,doing,,,Half done.
bake,Bake it,B-1,Ben,to-do,to-do,mix,,Not begun.
leak,Mend the leak,,Ann,to-do,to-do,,yes,It drips.
"""


def test_a_sound_table_is_read_as_typed_values(tmp_path):
    rows, problems = read_table(tmp_path, "waiting", WAITING)
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
    rows, problems = read_table(tmp_path, "kano-survey", SURVEY)
    assert (len(rows), problems) == (2, [])


@pytest.mark.parametrize(
    ("name", "text"),
    [("story-map", STORY_MAP), ("options", OPTIONS), ("kano-survey", SURVEY), ("kanban", KANBAN)],
)
def test_what_refers_to_what_is_there_is_sound(tmp_path, name, text):
    assert read_table(tmp_path, name, text)[1] == []


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
    problem = only_problem(tmp_path, "waiting", WAITING.replace(old, new, 1))
    assert problem.startswith(says)


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "says"),
    [
        (
            "waiting",
            WAITING,
            "B-1;B-3",
            "B-1;Q-7",
            "row 3, after: there is no item “Q-7” in backlog.csv; correct the id or take it out.",
        ),
        (
            "waiting",
            WAITING,
            "0,,Two",
            "0,B-2,Two",
            "row 2, after: the jobs wait for one another in a circle (B-1 needs B-2 needs B-1); "
            "take one of these links out.",
        ),
        (
            "waiting",
            WAITING,
            "B-1;B-3",
            "B-2",
            "row 3, after: the jobs wait for one another in a circle (B-2 needs B-2); take one of "
            "these links out.",
        ),
        (
            "story-map",
            STORY_MAP,
            "hand,bake",
            "hand,bakes",
            "row 3, activity: there is no activity “bakes” in the table; did you mean “bake”?",
        ),
        (
            "story-map",
            STORY_MAP,
            "oven,bake",
            "oven,S-1",
            "row 4, activity: there is no activity “S-1” in the table; give the id of a row of "
            "that kind, or nothing.",
        ),
        (
            "story-map",
            STORY_MAP,
            "B-1;S-1",
            "B-1;xyz",
            "row 5, needs: there is no “xyz” in the table or in backlog.csv; correct the id or take it out.",
        ),
        (
            "kanban",
            KANBAN,
            "mix,Mix the dough,B-1",
            "mix,Mix the dough,B-9",
            "row 2, item: there is no item “B-9” in backlog.csv; did you mean “B-3”?",
        ),
        (
            "kanban",
            KANBAN,
            "to-do,mix,",
            "to-do,mux,",
            "row 3, needs: there is no card “mux” in the table; did you mean “mix”?",
        ),
        (
            "kanban",
            KANBAN,
            "doing,doing,,",
            "doing,doing,bake,",
            "row 2, needs: the cards wait for one another in a circle (mix needs bake needs mix); take "
            "one of these links out.",
        ),
        (
            "kanban",
            KANBAN,
            ",yes,",
            ",no,",
            "row 4, urgent: “no” will not do; give yes, or nothing.",
        ),
        (
            "kanban",
            KANBAN,
            "doing,doing",
            "doing,soon",
            "row 2, stands: “soon” will not do; give one of to-do, doing, blocked, review, done.",
        ),
        (
            "options",
            OPTIONS,
            "".join(OPTIONS.splitlines(keepends=True)[4:]),
            "",
            "row 2, id: “buy” is the only option; add another one.",
        ),
        (
            "options",
            OPTIONS,
            "mend,Mend the oven,time,0.1,3\n",
            "",
            "row 3, criterion: “time” has no score for “mend”; add the rows, or correct the name "
            "of the criterion.",
        ),
        (
            "options",
            OPTIONS,
            "time,0.1,3\n",
            "time,0.1,3\nmend,Mend the oven,time,0.1,4\n",
            "row 8, criterion: “mend” has a score for “time” in row 7 already; keep one of the two rows.",
        ),
        (
            "options",
            OPTIONS,
            "time,0.1,3",
            "time,0.2,3",
            "row 7, weight: “time” has “0.2” here and “0.1” in row 3; give it the same weight everywhere.",
        ),
        (
            "options",
            OPTIONS,
            "time,0.1",
            "time,0.10001",
            "row 2, weight: the weights of “cost”, “time” and “fit” add up to 1.00001; make them "
            "add up to 1.",
        ),
        (
            "options",
            OPTIONS,
            "Mend the oven,time",
            "Mend an oven,time",
            "row 7, title: “mend” has “Mend an oven” here and “Mend the oven” in row 5; give it "
            "the same title everywhere.",
        ),
    ],
)
def test_what_refers_to_nothing_gives_one_sentence(tmp_path, name, text, old, new, says):
    assert old in text
    _, problems = read_table(tmp_path, name, text.replace(old, new))
    assert problems == [f"{name}.csv, {says}"]


def test_two_options_of_one_title_are_named_in_each_row_of_the_second(tmp_path):
    _, problems = read_table(tmp_path, "options", OPTIONS.replace("Mend the oven", "Buy an oven"))
    fault = "“Buy an oven” has “mend” here and “buy” in row 2; give it the same id everywhere."
    assert problems == [f"options.csv, row {row}, id: {fault}" for row in (5, 6, 7)]


def test_each_circle_is_named(tmp_path):
    rows = "".join(
        f"{id},1,1,0,{after},x\n" for id, after in zip(ITEMS, ("B-2;B-3", "B-1", "B-1"), strict=True)
    )
    _, problems = read_table(tmp_path, "waiting", f"id,weeks,cost,starts,after,fact\n{rows}")
    assert sorted(re.findall(r"\((.*)\)", " ".join(problems).replace("; ", "\n"))) == [
        "B-1 needs B-2 needs B-1",
        "B-1 needs B-3 needs B-1",
    ]


def test_what_a_table_refers_to_waits_until_every_cell_is_read(tmp_path):
    text = WAITING.replace("B-1;B-3", "Q-7").replace(",3,", ",soon,")
    _, problems = read_table(tmp_path, "waiting", text)
    assert [problem.split(":")[0] for problem in problems] == ["waiting.csv, row 2, weeks"]


def test_a_feature_needs_counts_or_answers(tmp_path):
    fault = "“B-1” has neither counts here nor answers in kano-survey.csv; give one of them."
    says = f"kano.csv, row 2, counts: {fault}"
    assert read_table(tmp_path, "kano", KANO)[1] == [says]
    (tmp_path / "kano-survey.csv").write_text(SURVEY.replace("B-1", "B-2"), encoding="utf-8")
    assert read_table(tmp_path, "kano", KANO)[1] == [says]
    (tmp_path / "kano-survey.csv").write_text(SURVEY, encoding="utf-8")
    assert read_table(tmp_path, "kano", KANO)[1] == []


def test_an_unsound_survey_is_named_before_what_lacks_answers(tmp_path):
    (tmp_path / "kano-survey.csv").write_text(SURVEY.replace("B-1", "B-9"), encoding="utf-8")
    assert {problem.split(",")[0] for problem in read_table(tmp_path, "kano", KANO)[1]} == {"kano-survey.csv"}


@pytest.mark.parametrize("answer", ["0", "6", "2.5", "like", ""])
def test_a_survey_answer_off_its_scale_is_named(tmp_path, answer):
    problem = only_problem(tmp_path, "kano-survey", SURVEY.replace(",1,5", f",{answer},5"))
    assert problem.endswith("give a whole number from 1 to 5.")


@given(content=st.binary(max_size=200), name=st.sampled_from(list(TABLES)))
def test_no_content_raises(tmp_path_factory, content, name):
    folder = tmp_path_factory.mktemp("tables")
    (folder / f"{name}.csv").write_bytes(content)
    problems: list[str] = []
    rows = read_tables(folder, ITEMS, problems)[name]
    assert problems or rows


CHANGES = """\
id,kind,date,title,fact,items,points,team,start,deadline
storm,item,2030-01-28,A storm,It rains.,B-1,4,,2030-02-18,2030-03-15
illness,team,2030-01-28,Two are ill,They are ill.,,8,Yard,2030-03-04,
wish,wish,2030-01-28,One more,For the season.,B-2;B-3,,,,
"""


def test_changes_are_read_with_their_dates(tmp_path):
    rows, problems = read_table(tmp_path, "changes", CHANGES)
    assert problems == []
    assert (rows[0]["start"].isoformat(), rows[0]["points"], rows[0]["items"]) == ("2030-02-18", 4, ("B-1",))
    assert (rows[2]["points"], rows[2]["start"], rows[2]["items"]) == (None, None, ("B-2", "B-3"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "B-1,4",
            "B-9,4",
            "changes.csv, row 2, items: there is no item “B-9” in backlog.csv; did you mean “B-",
        ),
        (
            "B-1,4",
            ",4",
            "changes.csv, row 2, items: the cell is empty; a change of the kind “item” needs it.",
        ),
        ("B-1,4", "B-1,", "changes.csv, row 2, points: the cell is empty"),
        (
            "8,Yard,2030-03-04",
            "8,Yard,",
            "changes.csv, row 3, start: the cell is empty; a change of the kind “team”",
        ),
        (
            "B-2;B-3",
            "",
            "changes.csv, row 4, items: the cell is empty; a change of the kind “wish” needs it.",
        ),
        (
            "wish,wish",
            "wish,hope",
            "changes.csv, row 4, kind: “hope” will not do; give one of item, team, wish.",
        ),
        (
            "2030-02-18",
            "soon",
            "changes.csv, row 2, start: “soon” will not do; give a date such as 2030-01-31, or",
        ),
    ],
)
def test_a_change_that_changes_nothing_is_named(tmp_path, old, new, says):
    _, problems = read_table(tmp_path, "changes", CHANGES.replace(old, new))
    assert [problem for problem in problems if problem.startswith(says)], problems
