"""The table of expected values: a sound one is read, each fault is one sentence."""

from __future__ import annotations

import pytest

from tests.case_files import only_problem, read_table
from tpm_kit.case import cases_folder, load_case
from tpm_kit.case_value_tables import check_value_risks

SOUND = """\
id,kind,title,of,chance,value,fact
R-1,risk,,,,,
fair,gain,The fair comes,,0.3,2,3 of 10.
rent,option,Rent,,,1,A tent.
rain,branch,it rains,rent,0.2,10,1 of 5.
dry,branch,it is dry,rent,0.8,0,4 of 5.
tyre,event,A tyre bursts,,0.25,3,1 of 4.
"""


def test_a_sound_table_is_read(tmp_path):
    rows, problems = read_table(tmp_path, "expected-value", SOUND)
    lost = "there is no open risk “R-1” in risks.csv; give the id of an open risk."
    assert problems == [f"expected-value.csv, row 2, id: {lost}"]
    assert (rows[1]["kind"], rows[1]["chance"], rows[1]["value"]) == ("gain", 0.3, 2)
    assert (rows[3]["of"], rows[3]["title"], rows[3]["chance"]) == ("rent", "it rains", 0.2)
    assert (rows[0]["chance"], rows[0]["value"], rows[0]["fact"]) == (None, None, "")


def test_a_table_without_risks_is_sound(tmp_path):
    assert read_table(tmp_path, "expected-value", SOUND.replace("R-1,risk,,,,,\n", ""))[1] == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("R-1,risk", "R-1,wish", "row 2, kind: “wish” will not do; give one of risk, gain, option, branch"),
        ("comes,,0.3", "comes,,", "row 3, chance: the cell is empty; a row of kind gain needs it."),
        ("0.3,2", "1.3,2", "row 3, chance: “1.3” will not do; give a number from 0 to 1, or nothing."),
        ("rent,0.2", "rant,0.2", "row 5, of: there is no option “rant”; did you mean “rent”?"),
        ("rent,0.2", "rent,0.3", "row 4, id: the chances of the branches of “rent” add up to 1.1; make them"),
        ("bursts,,0.25,3", "bursts,,0.25,", "row 7, value: the cell is empty; a row of kind event needs it."),
        ("tyre,event", "dry,event", "row 7, id: “dry” stands in row 6 already"),
    ],
)
def test_each_fault_is_one_sentence(tmp_path, old, new, says):
    assert SOUND.count(old) == 1
    problems = read_table(tmp_path, "expected-value", SOUND.replace(old, new))[1]
    assert any(f"expected-value.csv, {says}" in problem for problem in problems)
    assert all(problem[-1] in ".?" for problem in problems)


def test_a_fault_hides_what_would_only_follow_from_it(tmp_path):
    assert "row 7, value" in only_problem(tmp_path, "expected-value", SOUND.replace("0.25,3", "0.25,x"))


def test_a_risk_must_be_open():
    rows = {2: {"id": "R-1", "kind": "risk"}, 3: {"id": "R-2", "kind": "risk"}}
    risks = {2: {"id": "R-1", "status": "closed"}, 3: {"id": "R-2", "status": "open"}}
    assert list(check_value_risks(rows, risks)) == [
        "expected-value.csv, row 2, id: there is no open risk “R-1” in risks.csv; did you mean “R-2”?"
    ]


def test_the_figures_of_the_case_hang_together():
    case = load_case(cases_folder() / "paylane")
    rows = {row["id"]: row for row in case.table("expected-value")}
    form = next(row for row in case.table("risks") if row["id"] == "R-13")
    mean = (form["days_low"] + 4 * form["days"] + form["days_high"]) / 6
    assert rows["draft-differs"]["chance"] == form["chance"]
    assert rows["draft-differs"]["value"] == pytest.approx(mean * case.risk.cost_per_day)
    pair = case.risk.cost_per_day / 3
    assert rows["draft"]["value"] == pytest.approx(7 * pair)
    assert rows["wait"]["value"] == pytest.approx(7 * pair + 4 * 0.65)
    assert rows["wait-late"]["value"] == pytest.approx(6 * case.risk.cost_per_day)
