"""The tables of risks, responses and statements: sound rows are read, each fault is one sentence."""

from __future__ import annotations

import datetime
import re

import pytest

from tests.case_files import SETTINGS, only_problem, read_table, write_bakery
from tpm_kit.case import cases_folder, check_case, load_case
from tpm_kit.case_worked import worked_ids

RISKS = """\
id,title,cause,event,effect,category,items,fact,chance,days_low,days,days_high,\
cost_low,cost,cost_high,date,owner,trigger,status,reviewed,likelihood,impact
R-1,Bricks late,Far away.,They do not come.,Cold.,third party,B-1;B-2,In 2 of 5.,0.4,1,2.5,4,\
0,0,0,2030-01-18,Ann,,open,2030-01-03,Possible,Moderate
R-2,Fire,Old wires.,It burns.,Ruin.,security,,In 1 of 20.,0.05,0,0,0,\
5,10,90,2030-03-01,,Smoke.,open,2030-01-02,,
R-3,Leak,Old roof.,It drips.,Wet.,quality,B-3,It drips.,1,1,1,1,0,0,0,2030-01-01,Ann,,happened,2030-01-02,,
"""
RESPONSES = """\
id,risk,kind,action,owner,cost,due,chance_after,days_low_after,days_after,days_high_after,cost_low_after,cost_after,cost_high_after,note
a,R-1,mitigate,Order early.,Ann,1.5,2030-01-18,0,1,2.5,4,0,0,0,
b,R-2,transfer,Insure.,Ann,2,2030-01-31,0.05,0,0,0,1,1,1,Premium.
c,R-2,accept,Wait.,Ann,0,2030-01-31,0.05,0,0,0,5,10,90,
"""
STATEMENTS = """\
id,text,kind,why,rewrite,requirement
s1,It may burn.,risk,It may.,,
s2,It drips.,issue,It does.,For 9 days.,
s3,Bread at six.,wish,A wish.,300 loaves.,yes
"""
POLICY = '[risk]\ntoday = 2030-01-04\npeople = ["Ann"]\n'


def written(tmp_path, **files: str):
    tables = {"risks": RISKS, "responses": RESPONSES, **files}
    texts = {f"{name}.csv": text for name, text in tables.items() if name != "settings"}
    settings = SETTINGS + files.get("settings", POLICY)
    return write_bakery(tmp_path / "bakery", **{"case.toml": settings, **texts})


def test_sound_tables_are_read_as_typed_values(tmp_path):
    case = load_case(written(tmp_path, statements=STATEMENTS))
    first, second, third = case.table("risks")
    assert (first["items"], first["chance"], first["days"], first["cost"]) == (("B-1", "B-2"), 0.4, 2.5, 0)
    assert (first["date"], first["reviewed"]) == (datetime.date(2030, 1, 18), datetime.date(2030, 1, 3))
    assert (second["owner"], second["likelihood"], third["status"]) == ("", "", "happened")
    response = case.table("responses")[0]
    assert (response["cost"], response["chance_after"], response["days_high_after"]) == (1.5, 0, 4)
    assert [row["requirement"] for row in case.table("statements")] == ["", "", "yes"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("B-1;B-2", "B-1;B-9", "row 2, items: there is no item “B-9” in backlog.csv; did you mean “B-"),
        (
            "B-1;B-2",
            "oven",
            "row 2, items: there is no item “oven” in backlog.csv; correct the id or take it",
        ),
        ("B-1;B-2", "", "row 2, items: the cell is empty; name the item that ends later."),
        (
            "0.4,1,2.5,4",
            "0.4,3,2.5,4",
            "row 2, days: 2.5 is below days_low, 3; the three go from low to high.",
        ),
        (
            "0.4,1,2.5,4",
            "0.4,1,2.5,2",
            "row 2, days_high: 2 is below days, 2.5; the three go from low to high",
        ),
        ("5,10,90", "5,100,90", "row 3, cost_high: 90 is below cost, 100;"),
        ("5,10,90", "0,0,0", "row 3, days: neither days nor money are lost, so this is no risk; give one"),
        ("0.4,1", "40,1", "row 2, chance: “40” will not do; give a number above 0 and at most 1."),
        ("0.4,1", "0,1", "row 2, chance: “0” will not do"),
        ("0.4,1", "nan,1", "row 2, chance: “nan” will not do"),
        (
            "0.4,1",
            "1,1",
            "row 2, chance: a chance of 1 means that it has happened; make chance and status agr",
        ),
        ("It drips.,1,", "It drips.,0.9,", "row 4, chance: what has happened has a chance of 1; make chan"),
        ("Bricks late", "B" * 35, "row 2, title: it has 35 characters, and a card has room for 34; make it"),
        (
            "third party",
            "weather",
            "row 2, category: “weather” will not do; give one of integration, data mig",
        ),
        (
            "Possible,Moderate",
            "Possible,",
            "row 2, impact: the cell is empty; give both likelihood and impact",
        ),
        ("Possible,Moderate", ",Moderate", "row 2, likelihood: the cell is empty; give both"),
        ("open,2030-01-02", "gone,2030-01-02", "row 3, status: “gone” will not do; give one of open, closed"),
        ("2030-03-01", "1 March", "row 3, date: “1 March” will not do; give a date such as 2030-01-31."),
        ("0.05,0,0,0", "0.05,-1,0,0", "row 3, days_low: “-1” will not do; give a number, 0 or more."),
        ("0.05,0,0,0", "0.05,0,0,9999999999", "row 3, days_high: “9999999999” will not do"),
        ("Far away.", "", "row 2, cause: the cell is empty; give a text."),
        ("\nR-2,", "\nR-1,", "row 3, id: “R-1” stands in row 2 already; use each id once."),
    ],
)
def test_a_fault_in_the_risks_is_one_sentence(tmp_path, old, new, says):
    assert RISKS.count(old) == 1, old
    problem = only_problem(tmp_path, "risks", RISKS.replace(old, new))
    assert problem.startswith(f"risks.csv, {says}")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("a,R-1", "a,R-7", "row 2, risk: there is no risk “R-7” in risks.csv; did you mean “R-"),
        ("a,R-1", "a,fire", "row 2, risk: there is no risk “fire” in risks.csv; correct the id or take"),
        ("a,R-1,mitigate", "a,R-3,mitigate", "row 2, risk: “R-3” is not open any more; take the row out."),
        (
            "2030-01-18",
            "2030-01-19",
            "row 2, due: 2030-01-19 is after 2030-01-18, by when the risk can strik",
        ),
        (
            "0,1,2.5,4",
            "0.5,1,2.5,4",
            "row 2, chance_after: 0.5 is more than 0.4 without the response; correct",
        ),
        ("0,1,2.5,4", "1.5,1,2.5,4", "row 2, chance_after: “1.5” will not do; give a number from 0 to 1."),
        ("0,1,2.5,4", "0,1,3,4", "row 2, days_after: 3 is more than 2.5 without the response"),
        ("0,1,2.5,4", "0,2,1,4", "row 2, days_after: 1 is below days_low_after, 2; the three go from low"),
        (
            "0,1,2.5,4",
            "0.4,1,2.5,4",
            "row 2, chance_after: the response changes nothing; give what is better",
        ),
        ("0.05,0,0,0,1,1,1", "0.01,0,0,0,1,1,1", "row 3, chance_after: to transfer a risk moves money only"),
        ("Ann,0,2030", "Ann,1,2030", "row 4, cost: to accept a risk costs nothing beforehand; give 0."),
        (
            "5,10,90",
            "5,9,90",
            "row 4, cost_after: to accept a risk changes nothing; give what it is without.",
        ),
        ("a,R-1,mitigate", "a,R-1,hope", "row 2, kind: “hope” will not do; give one of escalate, avoid, tra"),
    ],
)
def test_a_fault_in_the_responses_is_one_sentence(tmp_path, old, new, says):
    assert RESPONSES.count(old) == 1, old
    (problem, *more) = check_case(written(tmp_path, responses=RESPONSES.replace(old, new)))
    assert problem.startswith(f"responses.csv, {says}")
    assert [one for one in more if "R-3" not in new] == []


def test_names_are_those_of_the_settings(tmp_path):
    other = RISKS.replace("Possible,Moderate", "Posible,Huge")
    other = other.replace("2030-01-18,Ann", "2030-01-18,Ane")
    assert check_case(written(tmp_path, risks=other)) == [
        "risks.csv, row 2, likelihood: “Posible” does not stand in case.toml, risk.likelihoods; did you mean "
        "“Possible”?",
        "risks.csv, row 2, impact: “Huge” does not stand in case.toml, risk.impacts; give one of "
        "“Negligible”, “Minor”, “Moderate”, “Major” and “Severe”.",
        "risks.csv, row 2, owner: “Ane” does not stand in case.toml, risk.people; did you mean “Ann”?",
    ]
    anybody = written(tmp_path / "b", settings="[risk]\ntoday = 2030-01-04\n")
    assert check_case(anybody) == []
    assert check_case(written(tmp_path / "c", settings="", risks=other)) == []


def test_a_fault_in_the_risks_hides_no_more_than_what_needs_them(tmp_path):
    broken = written(tmp_path, risks=RISKS.replace("0.4,1", "x,1"))
    assert [one.partition(",")[0] for one in check_case(broken)] == ["risks.csv"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("300 loaves.", "", "row 4, rewrite: the cell is empty, and a requirement is there to be rewritten"),
        (
            "risk,It may",
            "fear,It may",
            "row 2, kind: “fear” will not do; give one of risk, issue, cause, wish.",
        ),
        (",yes", ",no", "row 4, requirement: “no” will not do; give yes, or nothing."),
    ],
)
def test_a_fault_in_the_statements_is_one_sentence(tmp_path, old, new, says):
    problem = only_problem(tmp_path, "statements", STATEMENTS.replace(old, new))
    assert problem.startswith(f"statements.csv, {says}")


def test_a_worked_answer_is_about_the_rows_of_the_right_table():
    tables = {"risks": ["r"], "responses": ["a"], "statements": ["s", "t"]}
    assert worked_ids("risk-or-not", ["i"], tables) == (["s", "t"], True)
    assert worked_ids("write-risks", ["i"], tables) == (["i", "s", "t"], False)
    assert worked_ids("place-risks", ["i"], tables) == (["i", "r"], False)
    assert worked_ids("responses", ["i"], tables) == (["i", "r"], False)


def test_hostile_cells_are_texts(tmp_path):
    hostile = "<img src=x onerror=alert(1)>"
    rows, problems = read_table(tmp_path, "risks", RISKS.replace("Far away.", hostile))
    assert (rows[0]["cause"], problems) == (hostile, [])


PAYLANE = load_case(cases_folder() / "paylane")


@pytest.mark.parametrize("row", PAYLANE.table("risks"), ids=lambda row: row["id"])
def test_the_figures_of_a_shipped_risk_can_be_read_from_its_fact(row):
    fact = row["fact"]
    numbers = {one.replace(",", "") for one in re.findall(r"\d[\d,]*(?:\.\d+)?", fact)}
    numbers = {one.rstrip(",") for one in numbers}
    counts = [int(one) for one in numbers if "." not in one]
    if row["status"] != "happened":
        shares = {round(few / many, 2) for few in counts for many in counts if 0 < few <= many}
        assert row["chance"] in shares
    for name in ("days_low", "days", "days_high"):
        assert f"{row[name]:g}" in numbers or not row["days_high"], name
    for name in ("cost_low", "cost", "cost_high"):
        assert f"{row[name] * 1000:g}" in numbers or not row["cost_high"], name


def test_the_shipped_register_leaves_enough_to_do():
    risks, policy = PAYLANE.table("risks"), PAYLANE.risk
    assert len(risks) == 18
    assert [row["id"] for row in risks if row["status"] == "happened"] == ["R-18"]
    assert sum(not row["likelihood"] for row in risks) == 12
    assert sum(not row["owner"] for row in risks) == 3
    assert sum((policy.today - row["reviewed"]).days > policy.review_days for row in risks) == 4
    assert {row["category"] for row in risks} == {
        "integration",
        "data migration",
        "security",
        "third party",
        "key person",
        "quality",
    }
    network = {"PL-03", "PL-08", "PL-11", "PL-16", "PL-19", "PL-25"}
    assert sum(bool(network & set(row["items"])) for row in risks if row["status"] == "open") >= 6
    assert all(row["date"].weekday() < 5 and row["reviewed"].weekday() < 5 for row in risks)
    assert all(row["due"].weekday() < 5 for row in PAYLANE.table("responses"))
