"""Three times for each item: what may be typed, what it comes to, the case's evidence, and own backlogs."""

from __future__ import annotations

import datetime
import doctest
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.planting import with_items
from tests.exercises.plants.how_sure import BAKERY, CIRCLE, NO_PAST, typed
from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case, cases_folder, load_case
from tpm_kit.case_tables import read_tables
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.roadmap import how_sure_cells, how_sure_forecast
from tpm_kit.exercises.roadmap.how_sure import EXERCISE, estimate_live, finish_plot
from tpm_kit.exercises.roadmap.how_sure_cells import hand_item, read_days, read_finish
from tpm_kit.exercises.roadmap.how_sure_forecast import forecast
from tpm_kit.exercises.roadmap.how_sure_hand_rules import meets
from tpm_kit.exercises.roadmap.how_sure_target import evidence, target
from tpm_kit.figures.finish_dates import FinishDates
from tpm_kit.methods.network import Link, schedule
from tpm_kit.methods.three_point import Estimate, time_at

PAYLANE = EXERCISE.ground(load_case(cases_folder() / "paylane"), lambda id: None)
OWN = Case(
    "own",
    "My backlog",
    tuple(BacklogItem(f"t{n}", f"Task {n}", dependencies=(f"t{n - 1}",) if n % 3 else ()) for n in range(30)),
    own=True,
)


def review(raw, case=BAKERY):
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw, case=BAKERY):
    return {(one.code, one.level): one for one in review(raw, case).findings}


def worked(case=PAYLANE):
    return EXERCISE.answer.of({part: text for part, (text, _) in case.worked("how-sure").items()})


def filled(case, times=("3", "5", "9")):
    """The same three times in each row, and nothing by hand."""
    columns = ("optimistic", "likely", "pessimistic")
    return {"cells": {item.id: dict(zip(columns, times, strict=True)) for item in target(case).items}}


@pytest.mark.parametrize("module", [how_sure_cells, how_sure_forecast], ids=lambda module: module.__name__)
def test_the_examples_in_the_docstrings_hold(module):
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 0) == (0, True)


# The case ------------------------------------------------------------------------------------------------


def test_the_items_of_the_supervisors_date():
    plan = target(PAYLANE)
    assert {item.id for item in plan.items} == {"PL-08", "PL-16", "PL-25", "PL-11", "PL-03", "PL-19"}
    assert set(plan.needs) == {("PL-11", "PL-03"), ("PL-03", "PL-19"), ("PL-16", "PL-25")}
    assert (plan.date, plan.due) == (datetime.date(2027, 3, 31), 56)
    assert set(evidence(PAYLANE)) == {item.id for item in plan.items}


def test_the_evidence_fits_points_and_pairs():
    """The plan of each row is its points at the pace of its pair, at half of it where the text says so."""
    pace = {team.name: team.points_per_sprint * PAYLANE.capacity.focus_factor for team in PAYLANE.teams}
    rows = {row["id"]: row["team"] for row in PAYLANE.table("plan")}
    for id, row in evidence(PAYLANE).items():
        team, points = rows[id], PAYLANE.item(id).effort
        a_sprint = pace[team] / 2 if "half its time" in row["plan"] else pace[team]
        assert f"{points:g} points" in row["plan"]
        assert f"The {team} pair" in row["plan"]
        assert f"{a_sprint:g}" in row["plan"]
        assert f"{round(points / a_sprint * 10)} days" in row["plan"]
        person = next(row["person"] for row in PAYLANE.table("plan") if row["id"] == id)
        assert row["team"].startswith(f"{person}: " if person else f"{team} pair: ")


def test_the_teams_own_figures_are_never_the_middle_of_the_past():
    """What the team says is quicker than the middle cases, so that following it is seen."""
    for id, row in evidence(PAYLANE).items():
        past = sorted(row["past"])
        said = [float(word) for word in row["team"].replace("“", " ").split() if word.isdigit()]
        assert len(said) == 1, id
        assert said[0] < past[1] + 0.5 * (past[2] - past[1])


def test_the_worked_answer_meets_the_date_with_room_and_a_second_path():
    end = forecast(worked(), PAYLANE)
    assert end.end.mean == pytest.approx(45)
    assert end.end.sd == pytest.approx(np.sqrt((11 / 6) ** 2 + 3.5**2 + (10 / 6) ** 2))
    assert [end.when(end.at(p)) for p in (50, 80, 95)] == ["15 March 2027", "19 March 2027", "25 March 2027"]
    assert end.at(80) - time_at(0.8, *end.end) > 0.8  # the merge bias that PERT-3 is about
    assert 0.2 < end.runs.criticality["PL-25"] < 0.3
    assert end.runs.criticality["PL-08"] == 0
    assert 0.95 < end.runs.probability_by(56) < 1


def test_the_deviation_of_another_path_is_counted_along_that_path():
    raw = worked().raw()
    raw["cells"]["PL-25"]["pessimistic"] = "90"  # now keys and name check take longest: two items, not three
    (said,) = [one for one in review(raw, PAYLANE).findings if "The longest path: SD" in one.seen]
    assert said.seen.endswith("SD by hand is 4.3: the root of the summed squares of 3 SDs.")


def test_following_the_team_is_seen():
    """Its figures as likely times, and a fifth more or less around them."""
    said = {"PL-03": 17, "PL-08": 15, "PL-11": 9, "PL-16": 4, "PL-19": 6, "PL-25": 22}
    columns = ("optimistic", "likely", "pessimistic")
    cells = {
        id: dict(zip(columns, (f"{n * 0.8:g}", str(n), f"{n * 1.2:g}"), strict=True))
        for id, n in said.items()
    }
    findings = [one for one in review({"cells": cells}, PAYLANE).findings if one.level == "caution"]
    assert {one.code for one in findings} == {"SURE-2", "SURE-3"}
    assert sum("pessimistic is" in one.seen for one in findings) == 6
    assert sum("likely is" in one.seen for one in findings) == 5
    assert any("The team says: Mina Okafor" in one.why for one in findings)


def test_a_caution_can_be_accepted_with_a_reason():
    raw = typed(mill="4 6 13")
    caution = found(raw)["SURE-3", "caution"]
    reasons = {caution.key: Reason("The old stone that broke is gone.", caution.seen)}
    answer = EXERCISE.read(raw)
    assert EXERCISE.review(answer, BAKERY, reasons).outcome is Outcome.TRADE_OFF


EVIDENCE = """\
id,kind,plan,team,past,fact
B-1,item,A week.,Ada: “4 days.”,4;7.5;14,"Three took 4, 7.5 and 14 days."
path,path,,,,
finish,finish,,,,
"""


def read(tmp_path, name, text):
    """Read one table; return its rows and the problems."""
    (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    problems: list[str] = []
    return read_tables(tmp_path, ("B-1", "B-2"), problems)[name], problems


def test_a_sound_table_of_evidence(tmp_path):
    rows, problems = read(tmp_path, "how-sure", EVIDENCE)
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
    _, problems = read(tmp_path, "how-sure", EVIDENCE.replace(old, new, 1))
    assert len(problems) == 1
    assert problems[0].startswith(says)


@pytest.mark.parametrize(("id", "sound"), [("team", True), ("sponsor", True), ("board", False)])
def test_who_can_be_told_a_date(tmp_path, id, sound):
    _, problems = read(tmp_path, "promise", f"id,title,fact\n{id},Ada,Plans by it.\n")
    assert (problems == []) is sound


# While typing --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("12 days", 12),
        ("12 d", 12),
        ("2,5", 2.5),
        (" 12 working days", 12),
        ("1,000", 1000),
        ("1 day", 1),
    ],
)
def test_working_days_as_people_type_them(text, value):
    reading = read_days(text)
    assert (reading.value, reading.fault) == (value, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no number"), ("x", "no number"), ("12-15", "no number"), ("0", "out of range"),
        ("-3", "out of range"), ("1001", "out of range"), ("9" * 50, "out of range"), ("3 weeks", "about 15"),
        ("16 hours", "about 2."), ("2 months", "about 42"), ("1 sprint", "about 10"), ("8 pts", "in points"),
        ("5 apples", "not in working days"),
    ],
)  # fmt: skip
def test_what_is_no_number_of_working_days(text, said):
    reading = read_days(text)
    assert reading.code == "SURE-1"
    assert said in reading.fault


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 February", 21),
        ("4 Feb 2030", 21),
        ("February 4, 2030", 21),
        ("4. feb.", 21),
        ("2030-02-04", 21),
        ("Feb 9", 25),
        ("21 days", 21),
    ],
)
def test_the_finish_may_be_a_date(text, days):
    """9 February 2030 is a Saturday: 25 working days are over by then."""
    assert read_finish(text, target(BAKERY)).value == days


@pytest.mark.parametrize("text", ["6 January 2030", "4 February 2099", "30 February", "Monday", "4/2"])
def test_what_is_no_date_of_a_finish(text):
    assert read_finish(text, target(BAKERY)).fault


def test_a_date_without_its_year_is_the_next_one():
    december = replace(BAKERY, sprint_start=datetime.date(2029, 12, 31))
    assert read_finish("4 Jan", target(december)).value == 5


def test_a_finish_as_a_date_is_judged():
    assert (
        "80 % sure: days by hand is 4 February;"
        in found(typed(finish={"days": "4 February"}))["PERT-3", "good"].seen
    )
    early = found(typed(finish={"days": "31 Jan"}))["PERT-3", "problem"]
    assert "is 31 Jan; of 10,000 runs 64 % are done by then" in early.seen


def test_results_follow_while_typing():
    live = estimate_live(EXERCISE.read(typed()), BAKERY)
    assert live["results"]["mill"] == {"worked": "7.0 · 1.7"}
    assert live["results"]["oven"] == {"worked": "15.0 · 2.7"}
    assert live["results"]["path"] == {"worked": "17.0 · 2.7"}
    assert live["results"]["finish"] == {"worked": "4 February 2030"}
    assert live["faults"] == {}


def test_what_is_worked_out_by_hand_is_not_given_away():
    raw = typed(oven={"days": "16"}, path={"days": "", "sd": ""}, finish={"days": "30"})
    results = estimate_live(EXERCISE.read(raw), BAKERY)["results"]
    assert [results[row]["worked"] for row in ("oven", "path", "finish")] == ["after yours"] * 3
    assert results["mill"]["worked"] == "7.0 · 1.7"


def test_the_order_is_said_at_the_cell():
    faults = estimate_live(EXERCISE.read(typed(mill="7 6 5")), BAKERY)["faults"]
    assert faults == {
        "mill": {"likely": "6 is below the optimistic 7.", "pessimistic": "5 is below the optimistic 7."}
    }


def test_an_order_can_be_wrong_before_the_row_is_complete():
    raw = typed(mill={"likely": "", "optimistic": "20"})
    assert "14 is below the optimistic 20" in found(raw)["PERT-4", "problem"].seen


@pytest.mark.parametrize(
    ("text", "true", "fits"),
    [
        ("23", 23.17, True), ("23.2", 23.17, True), ("23.17", 23.17, True), ("23.3", 23.17, False),
        ("24", 23.17, False), ("4", 4.29, True), ("0", 0.33, False), ("0.3", 0.33, True), ("3", 3.5, False),
        ("3.5", 3.5, True), ("0", 0.0, True),
    ],
)  # fmt: skip
def test_rounding_by_hand_is_no_mistake(text, true, fits):
    assert meets(text, float(text), true) is fits


def test_the_incomplete_answer_says_what_is_missing():
    raw = typed(path={"days": ""}, trial={"likely": ""})
    answer = EXERCISE.read(raw)
    assert EXERCISE.missing(answer, BAKERY) == ["trial:likely", "path:days"]
    assert EXERCISE.review(answer, BAKERY).outcome is Outcome.INCOMPLETE


def test_parts_by_hand_are_the_largest_item_and_the_rows_below():
    parts = [part for part in EXERCISE.parts(BAKERY) if part.partition(":")[2] in ("days", "sd")]
    assert hand_item(BAKERY) == "oven"
    assert parts == ["oven:days", "oven:sd", "path:days", "path:sd", "finish:days"]


# What it comes to ----------------------------------------------------------------------------------------


@given(st.lists(st.lists(st.integers(1, 30), min_size=3, max_size=3).map(sorted), min_size=4, max_size=4))
@settings(deadline=None, max_examples=30)
def test_paths_agree_with_the_network(times):
    rows = dict(zip(("mill", "flour", "oven", "trial"), times, strict=True))
    end = forecast(EXERCISE.read(typed(**{id: " ".join(map(str, row)) for id, row in rows.items()})), BAKERY)
    means = {id: Estimate(*row).mean for id, row in rows.items()}
    plan = schedule(means, [Link("mill", "flour"), Link("oven", "trial")])
    assert end.end.mean == pytest.approx(plan.finish)
    assert set(end.longest) == set(plan.critical_paths)
    assert set(end.paths) == {("mill", "flour"), ("oven", "trial")}


def test_two_longest_paths_may_be_named_either_way():
    """Mill and flour made as long as oven and trial, with another SD."""
    raw = typed(mill="6 8 10", flour="8 9 10", path={"days": "17", "sd": "0.7"})
    codes = {(one.code, one.level) for one in review(raw).findings}
    assert ("CPM-4", "good") in codes
    assert ("PERT-2", "problem") not in codes


def test_the_finish_is_drawn_as_dates():
    plotted = finish_plot(EXERCISE.read(typed()), BAKERY)
    assert plotted["finishes"].shape == (10_000,)
    assert (plotted["deadline"], plotted["dated"](1), plotted["dated"](22)) == (22, "7 Jan", "5 Feb")
    assert [name for name, _ in plotted["drivers"]][:2] == ["Build the oven", "Sift the flour"]
    chart = FinishDates()
    chart.update(**plotted)
    assert "P50 31 Jan. P80 4 Feb. Deadline 5 Feb: 92 % in time." in chart.alt
    chart.update(**finish_plot(EXERCISE.read(typed(mill={"likely": ""})), BAKERY))
    assert "No run yet" in chart.alt


def test_without_a_start_the_finish_is_in_days():
    case = replace(BAKERY, sprint_start=None)
    assert "Without sprint_start" in EXERCISE.task_for(case)
    assert "P80 20.4 working days" in found(typed(), case)["SURE-4", "good"].seen
    assert finish_plot(EXERCISE.read(typed()), case)["dated"] is None
    assert estimate_live(EXERCISE.read(typed()), case)["results"]["finish"]["worked"] == "20.4 working days"


# Own backlogs and odd ones -------------------------------------------------------------------------------


def test_an_own_backlog_has_a_few_rows_and_says_what_is_missing():
    plan = target(OWN)
    assert len(plan.items) <= 8
    assert plan.left_out > 0
    assert f"{plan.left_out} more of your planned items are left out here" in EXERCISE.task_for(OWN)
    ids = {item.id for item in plan.items}
    assert all(need in ids for item in plan.items for need in item.dependencies)
    assert dict(EXERCISE.view(OWN).details["t0"])["Past cases"].startswith("none known here. Ask")
    assert "Nothing is known here" in found(filled(OWN), OWN)["SURE-3", "note"].seen


def test_rows_with_figures_stay():
    """t9 to t11 are planned, but come after the first eight."""
    assert {item.id for item in target(OWN).items} == {f"t{n}" for n in range(8)}
    case = replace(
        OWN, earlier={"how-sure": Cells.read({"cells": {"t11": {"likely": "3"}, "gone": {"likely": "3"}}})}
    )
    assert {item.id for item in target(case).items} == {f"t{n}" for n in (0, 1, 2, 3, 4, 9, 10, 11)}


@pytest.mark.parametrize("length", [2, 5, 9, 30])
def test_circles_in_an_own_backlog(length):
    items = tuple(
        BacklogItem(f"t{n}", f"Task {n}", dependencies=(f"t{(n + 1) % length}",)) for n in range(length)
    )
    case = replace(OWN, items=items)
    plan = target(case)
    assert len(plan.items) >= 1
    answer = EXERCISE.read(filled(case))
    assert forecast(answer, case).runs.finish.shape == (10_000,)
    if length <= 8:
        assert plan.circle[0] == plan.circle[-1]
        assert len(plan.circle) == length + 1
        assert "in a circle" in found(filled(case), case)["CPM-8", "note"].seen


def test_a_circle_leaves_out_one_need_only():
    assert len(target(CIRCLE).needs) == len(target(BAKERY).needs)
    assert target(CIRCLE).circle == ("flour", "mill", "flour")


def test_items_called_like_the_rows_below():
    case = replace(OWN, items=(BacklogItem("path", "A path"), BacklogItem("finish", "A finish")))
    titles = EXERCISE.parts(case)
    assert len({part.rpartition(":")[0] for part in titles}) == 4
    view = EXERCISE.view(case)
    view.answer = filled(case)
    assert EXERCISE.read(view.answer).text("path", "likely") == "5"


def test_one_item_alone_is_a_path():
    case = replace(OWN, items=(BacklogItem("t1", "Task 1"),))
    raw = filled(case)
    raw["cells"]["t1"] |= {"days": "5.3", "sd": "1"}
    raw["cells"] |= {"path": {"days": "5.3", "sd": "1"}, "finish": {"days": "6.2"}}
    assert review(raw, case).outcome is Outcome.STRONG


@given(
    st.dictionaries(
        st.sampled_from(["mill", "flour", "oven", "trial", "path", "finish", "gone"]),
        st.dictionaries(
            st.sampled_from(["optimistic", "likely", "pessimistic", "days", "sd", "worked"]),
            st.one_of(
                st.sampled_from(
                    ["0", "1", "5", "20", "1000", "1e9", "-1", "∞", "5 weeks", "1.", ",5", "٣", "½", "3 May"]
                ),
                st.text(min_size=1, max_size=12),
            ),
        ),
    ),
    st.sampled_from([BAKERY, CIRCLE, NO_PAST, replace(BAKERY, sprint_start=None)]),
)
@settings(deadline=None, max_examples=150)
def test_nothing_that_is_typed_breaks_a_rule(cells, case):
    answer = EXERCISE.read({"cells": cells})
    rows = {row["id"] for row in EXERCISE.view(case).rows}
    found = EXERCISE.review(answer, case).findings
    assert all(finding.seen for finding in found)
    live = estimate_live(answer, case)
    assert live["results"].keys() | live["faults"].keys() <= rows
    shown = FinishDates()
    shown.update(**finish_plot(answer, case))
    assert shown.alt
    assert all(EXERCISE.hint(step, answer, case) for step in range(len(EXERCISE.hints)))


@pytest.mark.parametrize("start", [datetime.date(9999, 12, 30), datetime.date(1, 1, 1)])
def test_starts_at_the_end_of_the_calendar(start):
    case = replace(BAKERY, sprint_start=start)
    same = {finding.code for finding in review(typed(), BAKERY).findings}
    assert {finding.code for finding in review(typed(), case).findings} <= same | {"SURE-4", ""}
    answer = EXERCISE.read(typed())
    assert estimate_live(answer, case)["results"].keys() == estimate_live(answer, BAKERY)["results"].keys()
    chart = FinishDates()
    chart.update(**finish_plot(answer, case))
    assert chart.alt


def test_titles_are_text():
    case = with_items(BAKERY, mill={"title": "<img src=x onerror=alert(1)>"})
    assert "<img" not in EXERCISE.view(case).to_html()


def test_asking_for_the_exercise_loads_no_heavy_library():
    """The course map asks for titles only."""
    code = (
        "import sys; from tpm_kit.exercises import EXERCISES; EXERCISES['how-sure'], EXERCISES['promise'];"
        "print(sorted(set(sys.modules) & {'networkx', 'matplotlib', 'pandas'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
