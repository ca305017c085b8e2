"""The register to take away: files that readers can read, and nothing of the worked answers."""

from __future__ import annotations

import base64
import csv
import io
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.driving import HOSTILE_MESSAGES, NASTY, controls, elements, press, send, text
from tpm_kit.course import Course
from tpm_kit.exchange.risk_csv import read_register
from tpm_kit.exercises import EXERCISES
from tpm_kit.risk_formats import FORMATS
from tpm_kit.risk_take_away import RiskTakeAway

OWN = f"""\
id,risk,cause,probability,cost (€),delay (days),owner,mitigation,contingency,status
R-1,Oven breaks,It is old,30%,9000,5,ann@example.com,Service it,Hire one,open
R-2,"{NASTY}",=1+1,20%,900,1,,,,open
R-3,Flood,,100%,,,,,,occurred
"""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def course(tmp_path) -> Course:
    return Course(folder=tmp_path)


@pytest.fixture
def own(course, tmp_path) -> Course:
    file = tmp_path / "bakery.csv"
    file.write_text(OWN, encoding="utf-8", errors="replace")
    course.use_risks(file)
    return course


def answer(course: Course, id: str) -> None:
    """Store the worked answer to an exercise."""
    exercise = EXERCISES[id]
    ground = exercise.ground(course.case, lambda other: course.workbook.entry(other).answer)
    values = {part: value for part, (value, _) in exercise.worked_answer(ground).items()}
    course.workbook.change(id, answer=exercise.answer.of(values).raw(), version=exercise.version)


def saved(away: RiskTakeAway, what: str) -> bytes:
    away._panel.offered = {}
    press(away._panel, "save", what)
    return base64.b64decode(away._panel.offered["href"].partition("base64,")[2])


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def boxes(away: RiskTakeAway) -> dict[str, str]:
    found = [one for one in elements(away._panel.tree) if one[0] == "pre"]
    return {one[1]["aria-label"]: one[2] for one in found}


def test_without_places_there_is_nothing_of_the_course_case(course):
    away = course.take_away("risks")
    assert "There is no register of yours yet: do exercise 7.3, “Place the risks”" in text(away._panel.tree)
    for what in FORMATS:
        press(away._panel, "save", what)
    assert list(controls(away._panel)) == ["refresh"]
    assert not away._panel.offered


def test_places_responses_and_what_is_left_come_along(course):
    answer(course, "place-risks")
    away = course.take_away("risks")
    assert "0 with a response of yours" in text(away._panel.tree)
    before = rows(saved(away, "csv"))
    assert not any(row["response"] or row["residual level"] for row in before)
    assert any(row["level on the matrix"] for row in before)
    answer(course, "responses")
    answer(course, "residual")
    press(away._panel, "refresh")
    after = rows(saved(away, "csv"))
    assert len(after) == len(course.case.table("risks"))
    treated = [row for row in after if row["response type"]]
    assert treated
    assert all(row["response"] and row["level on the matrix"] for row in treated)
    assert [row["residual level"] for row in treated].count("") < len(treated)
    assert saved(away, "markdown").decode() == boxes(away)["Markdown"]
    assert "goes from" in boxes(away)["The matrix in words"]


def test_the_csv_of_an_own_register_is_read_again(own, tmp_path):
    away = own.take_away("risks")
    first, second, third = rows(saved(away, "csv"))
    assert list(controls(away._panel)) == [*(f"save {id}" for id in FORMATS), "refresh"]
    assert first["cost likely (€)"] == "9000"
    assert (first["chance"], first["days high"], first["owner"]) == ("30 %", "5", "[e-mail]")
    assert (first["likelihood on the matrix"], first["impact on the matrix"]) == ("Possible", "Moderate")
    assert (first["response"], first["contingency plan"]) == ("Service it", "Hire one")
    assert second["cause"] == "'=1+1"
    assert (third["status"], third["level on the matrix"]) == ("happened", "")
    file = tmp_path / "again.csv"
    file.write_bytes(saved(away, "csv"))
    again = read_register(file)
    kept = own.case.table("risks")
    for field in (
        "id",
        "cause",
        "chance",
        "cost",
        "days",
        "days_low",
        "cost_high",
        "status",
        "action",
        "contingency",
    ):
        assert [risk[field] for risk in again.risks] == [risk[field] for risk in kept], field


def test_the_pictures_show_the_matrix_on_white_with_its_text(own):
    away = own.take_away("risks")
    picture = Image.open(io.BytesIO(saved(away, "png"))).convert("RGBA")
    assert picture.getpixel((3, picture.height - 3)) == (255, 255, 255, 255)
    drawing = ElementTree.fromstring(saved(away, "svg"))
    assert drawing.findtext(f"{SVG}title") == "Risk register of bakery"
    assert drawing.findtext(f"{SVG}desc") == boxes(away)["The matrix in words"]
    assert "In Possible" in drawing.findtext(f"{SVG}desc")


def test_texts_of_a_file_are_text(own):
    away = own.take_away("risks")
    assert "<img" not in away._panel.to_html()
    assert "ann@example.com" not in away._panel.to_html()
    assert "\\<" in boxes(away)["Markdown"] or "<" not in boxes(away)["Markdown"]


def test_an_own_backlog_without_a_register_is_told_both_ways(course, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("id,title,effort\nA-1,Mend,3\n", encoding="utf-8")
    course.use_backlog(file)
    away = course.take_away("risks")
    assert list(controls(away._panel)) == ["refresh"]
    assert "exercise 7.3" in text(away._panel.tree)


def test_no_message_raises_anything_and_a_damaged_answer_costs_a_sentence(own):
    away = own.take_away("risks")
    for content in [*HOSTILE_MESSAGES, {"name": "save"}, {"name": "save", "value": "exe"}]:
        send(away._panel, content)
    assert not away._panel.offered
    for id in ("place-risks", "responses", "residual"):
        own.workbook.change(id, answer={"places": 5})
    press(away._panel, "refresh")
    assert "3 risks" in text(away._panel.tree)


def test_the_page_is_for_readers_who_do_not_know_the_course(own):
    page = saved(own.take_away("risks"), "markdown").decode()
    assert "7.3" not in page
    assert "The level is the product" in page
    assert " 1 days" not in page
    assert "1 day" in page
