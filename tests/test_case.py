"""A sound case is read as it stands; a broken one is named fault by fault."""

from __future__ import annotations

import csv
import datetime
import re

import pytest

from tests.case_files import BACKLOG, SETTINGS, change, write_bakery
from tpm_kit.case import BacklogItem, Capacity, Case, CaseError, check_case, load_case


def test_a_sound_case_is_read_as_it_stands(bakery):
    case = load_case(str(bakery))
    assert check_case(bakery) == []
    assert (case.name, case.title, case.own, case.folder) == ("bakery", "Bakery", False, bakery.resolve())
    assert case.capacity == Capacity(6, 10, 0.8)
    assert case.capacity.points == pytest.approx(48)
    assert (case.sprint_start, case.sprint_days) == (datetime.date(2030, 1, 7), 14)
    assert case.release_date == datetime.date(2030, 3, 29)
    assert [user.name for user in case.users] == ["Baker"]
    assert (case.goals[0].baseline, case.goals[0].target) == (1, 2.5)
    assert case.items[0] == BacklogItem(
        "B-1", "Oven", "A new oven,\nwith a door", "Bread", "Baker", 8.0, 9.0, 100.0, 1.0,
        deadline=datetime.date(2030, 2, 1), evidence="Old one broke",
    )  # fmt: skip
    assert case.items[2].dependencies == ("B-1", "B-2")
    assert case.worked("sorting")["B-3"] == ("could", "Nice, not needed.")


def test_a_byte_order_mark_blank_lines_and_another_column_order_are_no_fault(tmp_path):
    rows = [row[::-1] for row in csv.reader(BACKLOG.splitlines(keepends=True))]
    text = "\r\n\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    folder = write_bakery(tmp_path / "shop", **{"backlog.csv": b"\xef\xbb\xbf" + text.encode()})
    assert load_case(folder).items == load_case(write_bakery(tmp_path / "other")).items


# what is planted: file, old text, new text; where it must be found; a part of the sentence
DEFECTS = [
    ("case.toml", 'title = "Bakery"', 'titel = "Bakery"', "case.toml", "rename it to “title”"),
    ("case.toml", 'note = "Invented."\n', "", "case.toml", "key missing “note”"),
    ("case.toml", "[release]", "colour = 1\n[release]", "case.toml", "key unknown “colour”"),
    ("case.toml", 'company = "A bakery"', "company = 7", "case.toml, company", "a text"),
    ("case.toml", 'company = "A bakery"', 'company = " "', "case.toml, company", "the text is empty"),
    ("case.toml", "sprints = 6", "sprints = 6 6", "case.toml, line 10", "not valid TOML"),
    ("case.toml", 'unit = "loaves"\n', 'unit = "loaves', "case.toml, line 22", "not valid TOML"),
    ("case.toml", "sprints = 6", "sprints = true", "case.toml, capacity.sprints", "whole number"),
    ("case.toml", "sprints = 6", "sprints = 0", "case.toml, capacity.sprints", "whole number"),
    ("case.toml", "sprint = 10", "sprint = -10", "case.toml, capacity.points_per_sprint", "above 0"),
    ("case.toml", "sprint = 10", "sprint = nan", "case.toml, capacity.points_per_sprint", "above 0"),
    ("case.toml", "= 0.8", "= 0", "case.toml, capacity.focus_factor", "at most 1"),
    ("case.toml", "= 0.8", "= 1.01", "case.toml, capacity.focus_factor", "at most 1"),
    ("case.toml", "= 0.8", '= "80 %"', "case.toml, capacity.focus_factor", "at most 1"),
    ("case.toml", "focus_factor = 0.8\n", "", "case.toml, capacity", "key missing “focus_factor”"),
    ("case.toml", "= 2030-01-07", '= "7 January"', "case.toml, release.sprint_start", "a date"),
    ("case.toml", "= 2030-01-07", "= 2030-01-07T09:00:00", "case.toml, release.sprint_start", "a date"),
    ("case.toml", "2030-03-29", "2030-01-07", "case.toml, release.release_date", "not after"),
    ("case.toml", "2030-03-29", "2030-13-29", "case.toml, line 8", "not valid TOML"),
    ("case.toml", "= 2.5", "= 0x" + "f" * 4000, "case.toml, goals no. 1.target", "of that size"),
    ("case.toml", "sprints = 6", "sprints" + ".a" * 3000 + " = 6", "case.toml, capacity.sprints", "a table"),
    ("case.toml", "[[users]]", "[users]", "case.toml, users", "not a list of tables"),
    ("case.toml", 'name = "Baker"', "name = 1", "case.toml, users no. 1.name", "a text"),
    ("case.toml", "= 2.5", '= "more"', "case.toml, goals no. 1.target", "the figure to reach"),
    ("case.toml", SETTINGS, "", "case.toml", "is empty"),
    ("case.toml", SETTINGS, "a = " + "[" * 5000, "case.toml", "nested too deep"),
    ("case.toml", "= 2.5", "= " + "9" * 5000, "case.toml", "not valid TOML"),
    ("backlog.csv", ",effort,", ",efort,", "backlog.csv, row 1", "rename it to “effort”"),
    ("backlog.csv", ",evidence\n", ",evidence,colour\n", "backlog.csv, row 1", "column unknown “colour”"),
    ("backlog.csv", "id,title,", "title,", "backlog.csv, row 1", "column missing “id”"),
    ("backlog.csv", ",summary,", ",title,summary,", "backlog.csv, row 1", "“title” stands there more than"),
    ("backlog.csv", BACKLOG, BACKLOG.splitlines()[0], "backlog.csv, row 2", "no row below the header"),
    (
        "backlog.csv",
        BACKLOG,
        BACKLOG.replace(",", ";"),
        "backlog.csv, row 1",
        "save the file again with commas",
    ),
    ("backlog.csv", BACKLOG, " \n", "backlog.csv", "is empty"),
    ("backlog.csv", "Mix it,", "Mix it, now,", "backlog.csv, row 3", "14 cells where the header has 13"),
    ("backlog.csv", ",By hand,Asked", ",By hand", "backlog.csv, row 3", "12 cells where the header has 13"),
    ("backlog.csv", "B-3,Rolls", 'B-3,"Rolls', "backlog.csv, row 4", "every quotation mark is closed"),
    ("backlog.csv", "Mix it", "x" * 10_000_000, "backlog.csv, row 3", "no cell is longer"),
    ("backlog.csv", "Dough", "", "backlog.csv, row 3, title", "is empty"),
    ("backlog.csv", "Mix it", "   ", "backlog.csv, row 3, summary", "is empty"),
    ("backlog.csv", "Rolls,Baker", "Rolls,Bakker", "backlog.csv, row 4, persona", "did you mean “Baker”?"),
    ("backlog.csv", ",3,5,", ",,5,", "backlog.csv, row 3, effort", "the cell is empty"),
    ("backlog.csv", ",3,5,", ",-3,5,", "backlog.csv, row 3, effort", "“-3” will not do"),
    ("backlog.csv", ",3,5,", ",0,5,", "backlog.csv, row 3, effort", "“0” will not do"),
    ("backlog.csv", ",3,5,", ",three,5,", "backlog.csv, row 3, effort", "“three” will not do"),
    ("backlog.csv", ",3,5,", ",inf,5,", "backlog.csv, row 3, effort", "“inf” will not do"),
    ("backlog.csv", ",3,5,", ",1e999,5,", "backlog.csv, row 3, effort", "“1e999” will not do"),
    ("backlog.csv", ",3,5,", f",{'9' * 400},5,", "backlog.csv, row 3, effort", "999…” will not do"),
    ("backlog.csv", ",3,5,", ",3,11,", "backlog.csv, row 3, value", "from 1 to 10"),
    ("backlog.csv", ",80,", ",-1,", "backlog.csv, row 3, reach", "0 or more"),
    ("backlog.csv", ",0.8,", ",80,", "backlog.csv, row 3, confidence", "from 0 to 1"),
    ("backlog.csv", "2030-02-01", "01/02/2030", "backlog.csv, row 2, deadline", "is not a date"),
    ("backlog.csv", "2030-02-01", "2030-02-30", "backlog.csv, row 2, deadline", "is not a date"),
    ("backlog.csv", "2030-02-01", "20300201", "backlog.csv, row 2, deadline", "is not a date"),
    ("backlog.csv", "B-2,Dough", ",Dough", "backlog.csv, row 3, id", "the cell is empty"),
    ("backlog.csv", "B-3,Rolls", "B-2,Rolls", "backlog.csv, row 4, id", "stands in row 3 already"),
    ("backlog.csv", "B-1; B-2", "B-1; B-22", "backlog.csv, row 4, dependencies", "did you mean “B-2”?"),
    ("backlog.csv", "B-1; B-2", "B-1; zebra", "backlog.csv, row 4, dependencies", "no item “zebra”"),
    ("backlog.csv", ",1.0,,", ",1.0,B-3,", "backlog.csv, row 2, dependencies", "(B-1 needs B-3 needs B-1)"),
    ("backlog.csv", ",1.0,,", ",1.0,B-1,", "backlog.csv, row 2, dependencies", "(B-1 needs B-1)"),
    ("worked/sorting.csv", "B-2,should", "B-9,should", "worked/sorting.csv, row 3, id", "no item “B-9”"),
    ("worked/sorting.csv", "B-3,could,", "B-2,could,", "worked/sorting.csv, row 4, id", "stands in row 3"),
    ("worked/sorting.csv", "B-2,should,By hand works.\n", "", "worked/sorting.csv, row 4, id", "for “B-2”"),
    ("worked/sorting.csv", "should,", ",", "worked/sorting.csv, row 3, column", "is empty"),
    ("worked/sorting.csv", "By hand works.", "", "worked/sorting.csv, row 3, reason", "is empty"),
    (
        "worked/sorting.csv",
        "reason",
        "why",
        "worked/sorting.csv, row 1",
        "unknown “why” and missing “reason”",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "where", "part"), DEFECTS)
def test_each_planted_defect_gives_one_sentence_with_its_place(bakery, file, old, new, where, part):
    change(bakery, file, old, new)
    problems = check_case(bakery)
    assert len(problems) == 1
    assert problems[0].startswith(f"{where}: ")
    assert part in problems[0]
    assert re.fullmatch(r"[^\n]{20,600}[.?]", problems[0])
    with pytest.raises(CaseError) as caught:
        load_case(bakery)
    assert list(caught.value.problems) == check_case(bakery)
    assert str(caught.value).splitlines() == check_case(bakery)


def test_a_capacity_shared_out_over_sprints_adds_up_again():
    for sprints in range(1, 53):
        assert [Capacity(sprints, points / sprints, 1.0).points for points in range(1, 200)] == [
            *range(1, 200)
        ]


def test_all_problems_are_reported_together_and_none_twice(bakery):
    change(bakery, "case.toml", "= 0.8", "= 2")
    change(bakery, "backlog.csv", ",3,5,", ",-3,5,")
    change(bakery, "backlog.csv", "2030-02-01", "soon")
    change(bakery, "backlog.csv", "B-1; B-2", "B-1; B-2; B-77; B-77")
    change(bakery, "backlog.csv", ",1.0,,", ",1.0,B-2,")
    change(bakery, "worked/sorting.csv", "By hand works.", "")
    places = [problem.split(": ")[0] for problem in check_case(bakery)]
    assert places == [
        "case.toml, capacity.focus_factor",
        "backlog.csv, row 2, deadline",
        "backlog.csv, row 3, effort",
        "backlog.csv, row 4, dependencies",
        "backlog.csv, row 2, dependencies",
        "worked/sorting.csv, row 3, reason",
    ]


def test_every_circle_is_named_by_its_path(tmp_path):
    head, *_ = BACKLOG.splitlines()
    needs = {"A": "C", "B": "A", "C": "B", "D": "E", "E": "D", "F": "A"}
    rows = [f"{id},T,S,Th,Baker,1,1,1,1,{other},,," for id, other in needs.items()]
    worked = "\n".join(["id,column,reason", *(f"{id},must,why" for id in needs)])
    files = {"backlog.csv": "\n".join([head, *rows]), "worked/sorting.csv": worked}
    problems = check_case(write_bakery(tmp_path / "circles", **files))
    assert [re.search(r"\((.*)\)", problem)[1] for problem in problems] == [
        "A needs C needs B needs A",
        "D needs E needs D",
    ]


@pytest.mark.parametrize("file", ["case.toml", "backlog.csv"])
@pytest.mark.parametrize(
    "content", [None, "folder", b"", b"\xff\xfe\x00bin\x80", b"caf\xe9", b"PK\x03\x04\x00\xff"]
)
def test_files_that_are_no_text_or_not_there_get_one_sentence(bakery, file, content):
    (bakery / file).unlink()
    if content == "folder":
        (bakery / file).mkdir()
    elif content is not None:
        (bakery / file).write_bytes(content)
    problems = check_case(bakery)
    assert len(problems) == 1
    assert problems[0].startswith(file)


def test_a_folder_that_is_not_there_or_badly_named_gets_one_sentence(bakery, tmp_path):
    assert "there is no such folder" in check_case(tmp_path / "nowhere")[0]
    assert "there is no such folder" in check_case(bakery / "case.toml")[0]
    (problem,) = check_case(write_bakery(tmp_path / "My Case"))
    assert problem.startswith("“My Case”: ")


def test_a_case_without_worked_answers_is_sound(bakery):
    (bakery / "worked" / "sorting.csv").unlink()
    (bakery / "worked").rmdir()
    case = load_case(bakery)
    assert case.worked("sorting") is None
    assert case.worked("../backlog") is None


def test_a_worked_answer_that_breaks_later_is_named(bakery):
    case = load_case(bakery)
    change(bakery, "worked/sorting.csv", "By hand works.", "")
    with pytest.raises(CaseError, match=r"worked/sorting.csv, row 3, reason"):
        case.worked("sorting")


def test_a_case_may_be_built_in_memory():
    case = Case("own", "Mine", (BacklogItem("1", "One"), BacklogItem("2", "Two", effort=3)), own=True)
    assert case.has("effort")
    assert not any(case.has(field) for field in ("value", "dependencies", "deadline", "workaround"))
    assert case.worked("moscow") is None
    assert case.backlog["effort"].isna().tolist() == [True, False]
    assert case.backlog["deadline"].isna().all()


def test_an_unknown_item_gets_the_closest_id(bakery):
    case = load_case(bakery)
    assert case.item("B-2").title == "Dough"
    with pytest.raises(CaseError, match=r"no item “b2” in Bakery; did you mean “B-\d”\?"):
        case.item("b2")
    with pytest.raises(CaseError, match=r"no item “zebra” in Bakery\."):
        case.item("zebra")


def test_the_frame_has_a_row_an_item_and_fit_types(bakery):
    frame = load_case(bakery).backlog
    assert frame.shape == (3, 13)
    assert frame.index.name == "id"
    assert frame.index.tolist() == ["B-1", "B-2", "B-3"]
    assert frame.columns.tolist() == [
        "title", "summary", "theme", "persona", "effort", "value", "reach", "confidence",
        "dependencies", "deadline", "workaround", "evidence", "labels",
    ]  # fmt: skip
    assert {str(frame[name].dtype) for name in ("effort", "value", "reach", "confidence")} == {"float64"}
    assert frame["deadline"].dtype.kind == "M"
    assert frame["effort"].sum() == 13.5
    assert frame.loc["B-3", "dependencies"] == ("B-1", "B-2")
