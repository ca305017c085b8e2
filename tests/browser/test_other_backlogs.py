"""A backlog of the learner's own, and a case whose texts try to be markup."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Sequence

import pytest
from playwright.sync_api import expect

EVIL = '<img src=x onerror="window.hacked=1">'


def write_csv(path, rows: Sequence[dict[str, str]]) -> None:
    """Write a CSV file with a header row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def expect_text_only(desk) -> None:
    """Nothing of the hostile text became an element, and nothing of it ran."""
    expect(desk.notebook.locator(".jp-OutputArea img")).to_have_count(0)
    assert desk.page.evaluate("window.hacked") is None


@pytest.fixture
def hostile_case(desk):
    """The course's case with markup in every text of its backlog and worked answer."""
    cases = desk.lab.course / "data" / "cases"
    folder = cases / "hostile"
    shutil.copytree(cases / "paylane", folder)
    settings = folder / "case.toml"
    text = settings.read_text("utf-8").replace('title = "Paylane"', f"title = '{EVIL}'")
    settings.write_text(text, "utf-8")
    for path, columns in (
        (folder / "backlog.csv", ("title", "summary", "theme", "workaround", "evidence")),
        (folder / "worked" / "moscow.csv", ("reason",)),
    ):
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row | {name: f"{row[name]} {EVIL}" for name in columns} for row in csv.DictReader(file)]
        write_csv(path, rows)
    yield "hostile"
    shutil.rmtree(folder)


def test_markup_in_a_case_is_shown_as_text(desk, show, hostile_case, worked):
    moscow = show(
        "What must ship?",
        f"course = Course({hostile_case!r})",
        "course.exercise('moscow')",
        "course.map()",
        "from IPython.display import HTML\nHTML(course.exercise('moscow').to_html())",
    )
    desk.notebook.locator(".jp-OutputArea caption", has_text="MoSCoW board for").wait_for()
    moscow.place({id: "must" for id in worked})
    moscow.check("Needs work")
    moscow.button("Compare with a worked answer").click()
    moscow.button("Hint (4 left)").click()
    moscow.card("PL-04").focus()
    expect(moscow.card("PL-04")).to_contain_text(f"Refunds from the dashboard {EVIL}")
    expect(moscow.board.locator(".tpm-detail")).to_contain_text(EVIL)
    expect(moscow.foot.get_by_text("is a Must, but there is a workaround").first).to_contain_text(EVIL)
    expect(moscow.foot.locator("td", has_text="124 tickets a month")).to_contain_text(EVIL)
    caption = desk.notebook.locator(".jp-RenderedHTMLCommon caption")
    expect(caption.filter(has_text="Exercises ·")).to_contain_text(EVIL)
    expect(caption.filter(has_text="MoSCoW board for")).to_contain_text(EVIL)
    static = desk.notebook.locator(".jp-RenderedHTMLCommon td", has_text="Refunds from the dashboard")
    expect(static).to_contain_text(EVIL)
    expect_text_only(desk)


def test_markup_in_an_own_backlog_is_shown_as_text(desk, show):
    fields = ("Title", "Description", "Labels", "Workaround", "Evidence", EVIL)
    rows = [
        {"Id": f"{EVIL} {n}", "Points": "5"} | {name: f"{name} {n} {EVIL}" for name in fields}
        for n in range(3)
    ]
    write_csv(desk.lab.course / "notebooks" / "evil.csv", rows)
    moscow = show(
        "What must ship?",
        "own = Course()\nown.use_backlog('evil.csv', capacity=10)",
        "own.exercise('moscow')",
        "own.map()",
        "print(own.use_backlog('evil.csv', capacity=10))",
    )
    expect(desk.notebook.locator("table", has_text="Read from evil.csv")).to_contain_text(EVIL)
    moscow.place({f"{EVIL} {n}".replace('"', '\\"'): "must" for n in range(3)})
    moscow.check("Needs work")
    finding = f"Title 1 {EVIL} is a Must, but there is a workaround: Workaround 1 {EVIL}"
    expect(moscow.foot).to_contain_text(finding)
    for name in ("Description", "Labels", "Workaround", "Evidence"):
        expect(moscow.board.locator(".tpm-detail")).to_contain_text(
            re.compile(rf"{name} \d {re.escape(EVIL)}")
        )
    expect_text_only(desk)


def test_an_own_backlog_of_ninety_items(desk, show):
    rows = [
        {"Key": f"N-{n}", "Summary": f"Item number {n}", "Story Points": str(n % 5 + 1)} for n in range(1, 91)
    ]
    write_csv(desk.lab.course / "notebooks" / "ninety.csv", rows)
    moscow = show(
        "What must ship?",
        "own = Course()\nown.use_backlog('ninety.csv', capacity=120)",
        "own.exercise('moscow')",
    )
    table = desk.notebook.locator("table", has_text="Read from ninety.csv")
    expect(table).to_contain_text("90 of 90 items, sum 270")
    expect(moscow.frame).to_contain_text("Sort all 90 items")
    expect(moscow.frame).to_contain_text("The team can finish 120 points.")
    lanes = ("must", "should", "could", "wont")
    moscow.place({f"N-{n}": lanes[n % 4] for n in range(1, 91)})
    moscow.click_into("N-90", "must")
    moscow.check("Needs work")
    expect(moscow.foot).to_contain_text("the release has room for 120")
    expect(moscow.foot).to_contain_text("This backlog has no dependencies")
    assert len(desk.lab.saved("own-ninety")["answer"]["places"]) == 90
    assert not desk.lab.saved("paylane")
