"""What the notebooks say: figures that agree with the case, links that lead somewhere, short cells."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tpm_kit.case import case_folder, default_case, load_case
from tpm_kit.exercises import EXERCISES
from tpm_kit.exercises.risk.register import expected_cost, impact_band, likelihood_band, risk, risks
from tpm_kit.exercises.roadmap.plan import planned
from tpm_kit.explorers.weights import matrix
from tpm_kit.methods.moscow import COULD_GUIDE, MUST_LIMIT
from tpm_kit.methods.risk_matrix import PRODUCT
from tpm_kit.methods.weighted_matrix import flip_points, weighted_scores
from tpm_kit.methods.work_calendar import last_sprint_by
from tpm_kit.salary_data import anchors, levels, occupations, pay

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
IDS = [path.stem for path in PATHS]
CASE = load_case(case_folder(default_case()))
ANCHOR = next(one for one in anchors() if one.id == "glassdoor_tpm_2022")


def cells(path: Path, kind: str) -> list[str]:
    """The sources of the cells of one kind."""
    notebook = json.loads(path.read_text("utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == kind]


def prose(stem: str) -> str:
    """The text of a notebook."""
    return "\n\n".join(cells(FOLDER / f"{stem}.ipynb", "markdown"))


def links(markdown: str) -> list[str]:
    """The addresses of all links and images of a text."""
    return re.findall(r"\]\(([^)\s]+)", markdown)


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_a_notebook_begins_with_a_heading_and_says_how_to_run_it(path):
    texts = cells(path, "markdown")
    assert texts[0].startswith("# ")
    assert "**Run ▸ Run All Cells**" in "\n".join(texts[:2])


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_code_cells_are_short(path):
    for source in cells(path, "code"):
        lines = [line for line in source.splitlines() if line.strip() and not line.startswith("#")]
        assert 1 <= len(lines) <= 5, source


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_links_to_files_lead_somewhere(path):
    for address in links("\n\n".join(cells(path, "markdown"))):
        if not re.match(r"[a-z]+:", address):
            assert (FOLDER / unquote(address.partition("#")[0])).is_file(), address


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_stored_outputs_hold_no_warning(path):
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        assert not [one for one in cell.get("outputs", ()) if one.get("name") == "stderr"], cell["source"]


# Figures ----------------------------------------------------------------------------------------------

TOTAL = sum(item.effort for item in CASE.items)
WANTED = sum(item.effort for item in CASE.items if re.search(r"\bmust\b", item.evidence))
"""The effort of the items of which somebody says in the evidence that they must be."""


def number(pattern: str, text: str) -> list[float]:
    """The numbers that a pattern finds in a text, without their commas."""
    found = re.search(pattern, text)
    assert found, f"not in the text: {pattern}"
    return [float(group.replace(",", "")) for group in found.groups()]


def test_the_case_in_figures():
    text = prose("05-prioritization")
    items, room, must, could = len(CASE.items), CASE.capacity.points, MUST_LIMIT * 100, COULD_GUIDE * 100
    for pattern, figures in {
        r"release holds (\d+) items. Together they are (\d+) story points": [items, TOTAL],
        r"can finish (\d+) in the": [room],
        r"Sort all (\d+) items": [items],
        r"at most (\d+) % of the planned effort and Coulds about (\d+) %": [must, could],
        r"as fit into (\d+) % of the (\d+) points": [must, room],
    }.items():
        assert number(pattern, text) == figures
    assert ["one", "two", "three", "four", "five", "six"][CASE.capacity.sprints - 1] + " sprints" in text
    assert f"until {CASE.release_date.day} {CASE.release_date:%B}" in text


def test_what_somebody_calls_a_must():
    assert number(r"(\d+) points are \"a must\" for somebody", prose("05-prioritization")) == [WANTED]


def test_the_support_sum():
    times, minutes, hours = number(
        r"by hand, (\d+) times a month at (\d+) minutes each. That is (\d+) hours", prose("05-prioritization")
    )
    assert round(times * minutes / 60) == hours
    item = CASE.item("PL-01")
    assert f"{times:g} of the 620 support tickets" in item.evidence
    assert f"{minutes:g} minutes each, {hours:g} hours a month" in item.workaround


def test_the_company_in_figures():
    text = prose("00-start-here")
    people, merchants = number(r"company of (\d+) people with .* for ([\d,]+) small merchants", text)
    [tickets] = number(r"support answers (\d+) tickets a month", text)
    assert f"{people:g} people and {merchants:,.0f} active merchants" in CASE.company
    assert f"{tickets:g} tickets a month" in CASE.company
    [goal] = [goal for goal in CASE.goals if goal.unit == "tickets a month"]
    assert goal.baseline == tickets


def test_the_picture_of_backlog_and_capacity():
    picture = (FOLDER / "images" / "backlog-and-capacity.svg").read_text("utf-8")
    figures = [TOTAL, WANTED, CASE.capacity.points]
    alternative = re.search(r"!\[(.*?)\]\(images/backlog-and-capacity.svg\)", prose("05-prioritization"))[1]
    for text in (alternative, re.search("<title.*?>(.*)</title>", picture)[1]):
        assert [float(n) for n in re.findall(r"(\d+) points", text)] == figures
    assert [float(n) for n in re.findall(r">(\d+) points</text>", picture)] == figures
    widths = [float(width) for width in re.findall(r'<rect x="\d+" y="\d+" width="(\d+)"', picture)]
    assert widths == pytest.approx([widths[0] * figure / TOTAL for figure in figures], abs=1)


def test_a_notebook_has_a_cell_for_each_of_its_exercises_in_the_order_of_the_course():
    for path in PATHS:
        shown = re.findall(r'^course\.exercise\("([\w-]+)"\)$', "\n".join(cells(path, "code")), flags=re.M)
        mine = [exercise for exercise in EXERCISES.values() if exercise.notebook == path.name]
        assert shown == [exercise.id for exercise in mine]
        numbers = [exercise.number for exercise in mine]
        assert numbers == [f"{int(path.name[:2])}.{n}" for n in range(1, len(mine) + 1)]


def test_the_figures_of_the_lab():
    text = prose("05-prioritization")
    capacity, survey = CASE.capacity, CASE.table("kano-survey")
    people = {row["respondent"] for row in survey}
    with_bookkeeper = {row["respondent"] for row in survey if row["segment"] == "with a bookkeeper"}
    last = CASE.sprint_start + timedelta(days=CASE.sprint_days - 1)
    for pattern, figures in {
        r"room for (\d+) points: (\d+) points a sprint, times a focus factor of (\d\.\d+)": [
            capacity.points / capacity.sprints,
            capacity.points_per_sprint,
            capacity.focus_factor,
        ],
        r"from (\d+) to (\d+) January": [CASE.sprint_start.day, last.day],
        r"asked (\d+) merchants about six features; (\d+) of them": [len(people), len(with_bookkeeper)],
    }.items():
        assert number(pattern, text) == figures
    words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight"]
    assert f"facts about {words[len(CASE.table('score-it'))]} items" in text
    assert f"{words[len(CASE.table('waiting'))]} jobs, one pair of engineers" in text
    assert f"about {words[len(CASE.table('kano'))]} features" in text


def test_the_matrix_of_the_text_is_that_of_the_case():
    text = prose("05-prioritization")
    table = matrix(CASE)
    fit, cost, time, best = number(
        r"fit at ([\d.]+), cost at ([\d.]+) and time at ([\d.]+), buying leads with ([\d.]+)\.", text
    )
    assert [fit, cost, time] == table.weights
    assert best == pytest.approx(max(weighted_scores(table.scores, table.weights)), abs=0.005)
    flips = number(r"From ([\d.]+) on the library leads, from ([\d.]+) on", text)
    assert flips == pytest.approx(flip_points(table.scores, table.weights, 0).weights, abs=0.005)


def test_the_figures_of_the_roadmap():
    text = prose("06-roadmap")
    plan = planned(CASE)
    each = CASE.capacity.points / CASE.capacity.sprints
    for pattern, figures in {
        r"come to about (\d+) story points. The team can finish (\d+) until": [plan.points, plan.room],
        r"the first two sprints, with room for (\d+) points": [2 * each],
        r"The Ledger pair can finish ([\d.]+) points": [plan.teams["Ledger"]],
        r"on 31 March has to end in sprint (\d+), on (\d+) March. Sprint (\d+) ends on (\d+) April": [
            last_sprint_by(date(2027, 3, 31), plan.sprints),
            plan.dates(5).last_day.day,
            6,
            plan.dates(6).last_day.day,
        ],
        r"Paylane's is ([\d.]+)\. Three people": [CASE.capacity.focus_factor],
    }.items():
        assert number(pattern, text) == pytest.approx(figures)
    assert (len(plan.teams), "engineers work in three pairs" in text) == (3, True)
    review = CASE.sprint_start + timedelta(weeks=3)
    assert {row["date"] for row in CASE.table("changes")} == {review}
    assert f"On Monday, {review.day} {review:%B}, the plan meets the world" in text


def test_the_picture_of_order_and_dates():
    picture = (FOLDER / "images" / "order-and-dates.svg").read_text("utf-8")
    plan = planned(CASE)
    assert f"{plan.points:g} points planned" in picture
    assert f"{plan.room - plan.points:g} to spare" in picture
    worked = {id: column for id, (column, _) in CASE.worked("roadmap").items()}
    assert [worked[id].rpartition("/")[2] for id in ("PL-11", "PL-03", "PL-19")] == [
        "sprint-1 x2",
        "sprint-3 x2",
        "sprint-5",
    ]


def test_the_figures_of_the_register():
    text = prose("07-risk")
    policy = CASE.risk
    consents, payouts = risk(CASE, "R-14"), risk(CASE, "R-06")
    day = policy.cost_per_day
    for pattern, figure in {
        r"A working day of delay costs Paylane €([\d,]+): six engineers, eight hours": day,
        r"cost two days, nine times in ten: about €([\d,]+) on average": expected_cost(consents, day),
        r"once in ten times: about €([\d,]+)\.": expected_cost(payouts, day),
        r"on average €([\d,]+) \(mostly": payouts.cost_estimate.mean,
    }.items():
        assert number(pattern, text) == pytest.approx([1000 * figure], rel=0.02)
    titles = ("Old consents are not on the list", "Payouts stop on switching day")
    assert (consents.title, payouts.title) == titles
    for one, words in ((consents, "5 × 2 makes 10, high"), (payouts, "2 × 4 makes 8, medium")):
        at = likelihood_band(one.chance, policy), impact_band(one.days, one.cost, policy)
        assert words == f"{at[0] + 1} × {at[1] + 1} makes {PRODUCT.score(*at):g}, {PRODUCT.level(*at)}"
        assert words in text
    placed = [one for one in risks(CASE) if one.likelihood]
    assert (len(risks(CASE)), "Eighteen lines stand" in text) == (18, True)
    assert (len(placed), "Six are placed already" in text) == (6, True)
    assert policy.appetite == "medium"
    assert (policy.review_days, "two weeks for example" in text) == (14, True)
    assert "*of the last seven dates that Brackwater gave, six slipped*" in text
    assert "Of the last 7 dates that Brackwater gave Paylane 6 slipped" in risk(CASE, "R-01").fact


def test_the_picture_of_score_and_loss():
    picture = (FOLDER / "images" / "score-and-loss.svg").read_text("utf-8")
    alternative = re.search(r"!\[(.*?)\]\(images/score-and-loss.svg\)", prose("07-risk"))[1]
    assert alternative.rstrip(".") == re.search("<title.*?>(.*)</title>", picture)[1]
    for words in ("10, high", "8, medium", "€3,500", "€5,100"):
        assert f">{words}</text>" in picture
    widths = [float(width) for width in re.findall(r'width="(\d+)" height="26"', picture)]
    assert widths[1] / widths[0] == pytest.approx(0.8, abs=0.01)
    assert widths[2] / widths[3] == pytest.approx(3456 / 5108, abs=0.01)


def test_the_figures_of_pay():
    text = prose("11-career")
    ranges = [pay(soc) for soc in ("13-1082", "11-3021")]
    for pattern, figures in {
        r"From ([\d,]+) to ([\d,]+) dollars: which neighbour": [round(one.p50, -3) for one in ranges],
        r"of (\d+) filings in the United States under that title": [270],
        r"at (\d+) % of ([\d,]+) dollars, that is ([\d,]+) either way": [5, 150_000, 7_500],
        r"Glassdoor gave ([\d,]+) to ([\d,]+) dollars": [ANCHOR.low, ANCHOR.high],
        r"more than ([\d,]+) listings": [2000],
        r"Its middle, ([\d,]+), is no median": [(ANCHOR.low + ANCHOR.high) / 2],
        r"above a ceiling, in the end ([\d,]+) dollars": [239_200],
    }.items():
        assert number(pattern, text) == figures
    assert (ANCHOR.start, ANCHOR.end) == ("2022-07", "2022-08")
    assert "Between July and August 2022 Glassdoor gave" in text
    shares = {one.soc: one.share for one in occupations()}
    assert (shares["15-1299"], round(shares["11-3021"], 2)) == (0.5, 0.25)
    assert 1 / shares["15-1252"] == pytest.approx(14, abs=0.6)
    assert "software developers with one in fourteen" in text


def test_the_picture_of_title_and_occupation():
    picture = (FOLDER / "images" / "title-and-occupation.svg").read_text("utf-8")
    alternative = re.search(r"!\[(.*?)\]\(images/title-and-occupation.svg\)", prose("11-career"))[1]
    assert alternative.rstrip(".") == re.search("<title.*?>(.*)</title>", picture)[1]
    shares = {one.soc: one.share for one in occupations()}
    drawn = [round(100 * shares[soc]) for soc in ("15-1299", "11-3021", "15-1252")]
    drawn.append(100 - sum(drawn))
    assert [int(share) for share in re.findall(r">(\d+) %</text>", picture)] == drawn
    widths = [int(width) for width in re.findall(r'width="(\d+)" height="26"', picture)]
    assert widths == [12 * share for share in drawn]


def test_the_example_of_pay_holds_published_figures_only():
    lines = (FOLDER / "example-pay.csv").read_text("utf-8").splitlines()[1:-1]
    published = set()
    for soc in ("15-1252", "11-3021", "13-1082", "15-1299"):
        wages, floors = pay(soc, "12420"), levels(soc, "12420")
        published |= {wages.p25, wages.p50, wages.p75, *floors.hourly}
    for line in lines:
        for figure in re.findall(r"\d[\d,.]*k?", line.split(";")[2]):
            thousand = figure.endswith("k")
            plain = re.sub(r"[.,](?=\d{3})|,00$|k$", "", figure)
            value = float(plain) * (1000 if thousand else 1)
            assert value in published, line
