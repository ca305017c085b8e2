"""Teams, holidays, plan and milestones of a case: sound ones are read, each fault is one sentence."""

from __future__ import annotations

import datetime
import re

import pytest

from tests.case_files import SETTINGS, write_bakery
from tpm_kit.case import Capacity, Holiday, Team, check_case, load_case

# The lists that a case may leave out.
TEAMS = """\
[[teams]]
name = "Oven"
points_per_sprint = 7.5
[[teams]]
name = "Counter"
points_per_sprint = 2.5
[[holidays]]
date = 2030-02-01
name = "Rest"
[[holidays]]
date = 2030-02-04
name = "More rest"
"""


def test_teams_and_holidays_are_read_as_they_stand(tmp_path):
    case = load_case(write_bakery(tmp_path / "bakery", **{"case.toml": SETTINGS + TEAMS}))
    assert case.teams == (Team("Oven", 7.5), Team("Counter", 2.5))
    assert case.holidays == (
        Holiday(datetime.date(2030, 2, 1), "Rest"),
        Holiday(datetime.date(2030, 2, 4), "More rest"),
    )
    assert case.capacity == Capacity(6, 10, 0.8)


def test_a_case_without_teams_and_holidays_is_sound(bakery):
    case = load_case(bakery)
    assert (case.teams, case.holidays) == ((), ())


SUM = "points_per_sprint of “Oven” and “Counter” add up to"


@pytest.mark.parametrize(
    ("old", "new", "where", "part"),
    [
        ('"Counter"', '"Oven"', "teams no. 2.name", "“Oven” stands in no. 1 already; give each team a name"),
        ('"Counter"', '" Oven "', "teams no. 2.name", "“Oven” stands in no. 1 already"),
        ('"Counter"', '""', "teams no. 2.name", "the text is empty; give a text"),
        ('"Counter"', "2", "teams no. 2.name", "“2” will not do"),
        ("= 2.5", "= 2", "teams", f"{SUM} 9.5, and capacity.points_per_sprint is 10; make the two agree."),
        ("= 2.5", "= 2.6", "teams", f"{SUM} 10.1, and"),
        ("= 2.5", "= -2.5", "teams no. 2.points_per_sprint", "story points as a number above 0"),
        ("= 2.5", "= true", "teams no. 2.points_per_sprint", "story points as a number above 0"),
        ("= 2.5", "= nan", "teams no. 2.points_per_sprint", "story points as a number above 0"),
        ("points_per_sprint = 2.5\n", "", "teams no. 2", "key missing “points_per_sprint”"),
        ('"Counter"', '"Counter"\nlead = "Bo"', "teams no. 2", "key unknown “lead”"),
        (
            "02-04",
            "02-01",
            "holidays no. 2.date",
            "“2030-02-01” stands in no. 1 already; take one of the two",
        ),
        ("= 2030-02-04", '= "2030-02-04"', "holidays no. 2.date", "a date such as"),
        ("= 2030-02-04", "= 2030-02-04T10:00:00", "holidays no. 2.date", "a date such as"),
        ('"More rest"', '" "', "holidays no. 2.name", "the text is empty"),
        ('\n[[holidays]]\ndate = 2030-02-04\nname = "More rest"', "\nwhy = 1", "holidays no. 1", "“why”"),
    ],
)
def test_each_fault_in_teams_and_holidays_gives_one_sentence(tmp_path, old, new, where, part):
    assert TEAMS.count(old) == 1
    text = SETTINGS + TEAMS.replace(old, new)
    problems = check_case(write_bakery(tmp_path / "bakery", **{"case.toml": text}))
    assert len(problems) == 1
    assert problems[0].startswith(f"case.toml, {where}: ")
    assert part in problems[0]
    assert re.fullmatch(r"[^\n]{20,600}[.?]", problems[0])


@pytest.mark.parametrize(
    ("text", "where", "part"),
    [
        ("teams = []\n", "case.toml, teams", "write each below a line [[teams]]."),
        ('teams = "Oven"\n', "case.toml, teams", "write each below a line [[teams]]."),
        ("holidays = [2030-02-01]\n", "case.toml, holidays", "write each below a line [[holidays]]."),
        ("team = []\n", "case.toml", "the key “team” is unknown; rename it to “teams”."),
        ("colour = []\n", "case.toml", "and if you like “teams”, “holidays” and “risk”."),
    ],
)
def test_optional_lists_that_are_no_lists_or_misspelt_are_named(tmp_path, text, where, part):
    problems = check_case(write_bakery(tmp_path / "bakery", **{"case.toml": text + SETTINGS}))
    assert len(problems) == 1
    assert problems[0].startswith(f"{where}: ")
    assert problems[0].endswith(part)


PLAN = "id,team,person\nB-1,Oven,Ada\nB-2,Counter,\n"
MILESTONES = "id,title,date,items\nopen,Opening day,2030-03-01,B-1;B-2\nfair,Fair,2030-01-07,\n"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("", "", None),
        (
            "B-2,Counter",
            "B-2,Counters",
            "plan.csv, row 3, team: there is no team “Counters” in case.toml; did you mean “Counter”?",
        ),
        (
            "B-2,Counter",
            "B-2,Van",
            "plan.csv, row 3, team: there is no team “Van” in case.toml; add it below a line [[teams]], or "
            "correct the name.",
        ),
        (
            "B-1;B-2",
            "B-1;Q-77",
            "milestones.csv, row 2, items: there is no item “Q-77” in backlog.csv; correct the id or take it "
            "out.",
        ),
        (
            "Fair,2030-01-07",
            "Fair,2030-01-06",
            "milestones.csv, row 3, date: 2030-01-06 is before the first sprint, 2030-01-07; correct one of "
            "the two.",
        ),
        (
            "2030-03-01",
            "20300301",
            "milestones.csv, row 2, date: “20300301” will not do; give a date such as 2030-01-31.",
        ),
        ("fair,", "open,", "milestones.csv, row 3, id: “open” stands in row 2 already; use each id once."),
    ],
)
def test_plan_and_milestones_agree_with_the_settings(tmp_path, old, new, problem):
    files = {"case.toml": SETTINGS + TEAMS, "plan.csv": PLAN, "milestones.csv": MILESTONES}
    files = {name: text.replace(old, new) if old else text for name, text in files.items()}
    assert check_case(write_bakery(tmp_path / "bakery", **files)) == ([problem] if problem else [])


def test_without_teams_every_team_of_the_plan_is_unknown_and_unread_settings_are_named_once(tmp_path):
    problems = check_case(write_bakery(tmp_path / "bakery", **{"plan.csv": PLAN}))
    assert [problem.split(":")[0] for problem in problems] == [
        "plan.csv, row 2, team",
        "plan.csv, row 3, team",
    ]
    problems = check_case(write_bakery(tmp_path / "other", **{"plan.csv": PLAN, "case.toml": "x"}))
    assert [problem.split(",")[0] for problem in problems] == ["case.toml"]
