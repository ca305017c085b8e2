"""The Mermaid chart, read and drawn by Mermaid itself in Chromium."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.roadmaps import (
    BANK,
    HOLIDAYS,
    HOSTILE,
    KEYS,
    LINKS,
    OFF,
    ROADMAP,
    roadmaps,
    texts,
    titled,
)
from tpm_kit.exchange.cells import INVISIBLE, SPACES
from tpm_kit.exchange.mermaid import mermaid_gantt
from tpm_kit.exchange.outgoing import outgoing, without_emails
from tpm_kit.exchange.roadmap_entry import Entry, clean, one_line

PARSER = Path(__file__).resolve().parents[1] / "js/node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js"
DAY = datetime.timedelta(days=1)
READ = """async (text) => {
  const { diagramType } = await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0")).join("-") + (date.getHours() ? " later" : "");
  const tasks = db.getTasks().map((task) => ({
    id: task.id, start: day(task.startTime), end: day(task.renderEndTime ?? task.endTime),
    milestone: Boolean(task.milestone), critical: Boolean(task.crit), order: task.order,
  }));
  return { kind: diagramType, tasks, off: db.getExcludes() };
}"""
DRAW = """async (text) => {
  const { svg } = await mermaid.render("chart", text);
  const drawn = new DOMParser().parseFromString(svg, "text/html");
  const said = (kind) => [...drawn.querySelectorAll(kind)].map((node) => node.textContent);
  return { title: said(".titleText"), sections: said(".sectionTitle"), names: said("[class*=taskText]") };
}"""


@pytest.fixture(scope="module")
def page(browser):
    """A page with Mermaid in it, where the clocks change on 28 March 2027: in the last sprint."""
    if not PARSER.is_file():
        pytest.fail("Mermaid is not installed: run make test, or npm ci in tests/js.", pytrace=False)
    page = browser.new_page(timezone_id="Europe/London")
    page.add_script_tag(path=PARSER)
    page.evaluate("mermaid.initialize({ startOnLoad: false })")
    yield page
    page.context.close()


def seen(text: str) -> str:
    """What is to be seen of a text: one line, no e-mail address, nothing invisible around it."""
    return one_line(without_emails(clean(text))).strip(SPACES + INVISIBLE)


def names(drawn: list[str]) -> list[str]:
    return [name.strip(SPACES + INVISIBLE) for name in drawn]


def test_the_text_line_by_line():
    assert mermaid_gantt(ROADMAP, "Roadmap: spring", reversed(HOLIDAYS)).splitlines() == [
        "gantt",
        "  title Roadmap#58; spring",
        "  dateFormat YYYY-MM-DD",
        "  axisFormat %d %b",
        "  excludes weekends, 2027-03-26, 2027-03-29",
        "    Version 2 is switched off :milestone, brackwater, 2027-02-26, 0d",
        "  section Banks",
        "    New signing keys :crit, pl_16, 2027-01-11, 2027-01-23",
        "    Brackwater Bank#58; version 3#59; #35;2 of 3 :crit, pl_05, 2027-01-25, 2027-02-20",
        "  section Shops",
        "    Payment links :pl_21, 2027-03-22, 2027-04-03",
    ]


def test_mermaid_reads_every_entry_with_its_days(page):
    read = page.evaluate(READ, mermaid_gantt(ROADMAP, "Roadmap", HOLIDAYS))
    assert read["kind"] == "gantt"
    assert read["off"] == ["weekends", "2027-03-26", "2027-03-29"]
    tasks = {task.pop("id"): task for task in read["tasks"]}
    bar = {"milestone": False, "critical": True}
    assert tasks == {
        "brackwater": {
            "start": "2027-02-26",
            "end": "2027-02-26",
            "milestone": True,
            "critical": False,
            "order": 0,
        },
        "pl_16": {"start": "2027-01-11", "end": "2027-01-23", "order": 1, **bar},
        "pl_05": {"start": "2027-01-25", "end": "2027-02-20", "order": 2, **bar},
        "pl_21": {
            "start": "2027-03-22",
            "end": "2027-04-03",
            "milestone": False,
            "critical": False,
            "order": 3,
        },
    }


def test_mermaid_counts_to_the_same_day_when_it_is_given_a_length(page):
    """Eight working days from 22 March, over Easter: Mermaid leaves out the same days."""
    text = mermaid_gantt([LINKS], "", HOLIDAYS)
    [given_], [by_days] = (
        page.evaluate(READ, one)["tasks"] for one in (text, text.replace("2027-04-03", "8d"))
    )
    assert given_["end"] == by_days["end"] == "2027-04-03"


@settings(max_examples=60)
@given(
    roadmaps(), texts, st.lists(st.dates(datetime.date(2026, 1, 1), datetime.date(2028, 12, 31)), max_size=4)
)
def test_mermaid_reads_and_draws_any_roadmap_as_it_is(page, entries, title, holidays):
    text = mermaid_gantt(entries, title, holidays)
    sent = outgoing(entries)
    sections = sorted(dict.fromkeys(seen(entry.section) for entry in sent), key=bool)
    ordered = sorted(sent, key=lambda entry: sections.index(seen(entry.section)))
    tasks = sorted(page.evaluate(READ, text)["tasks"], key=lambda task: task["order"])
    assert len({task["id"] for task in tasks}) == len(tasks)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", task["id"]) for task in tasks)
    for entry, task in zip(ordered, tasks, strict=True):
        last = entry.start if entry.milestone else entry.end + DAY
        assert (task["start"], task["end"]) == (entry.start.isoformat(), last.isoformat())
        assert (task["milestone"], task["critical"]) == (entry.milestone, entry.critical)
    drawn = page.evaluate(DRAW, text)
    assert names(drawn["title"]) == [seen(title)]
    assert names(drawn["sections"]) == sections
    wanted = [seen(entry.title) or task["id"] for entry, task in zip(ordered, tasks, strict=True)]
    assert sorted(names(drawn["names"])) == sorted(wanted)


@pytest.mark.parametrize("word", [*HOSTILE, "weekday monday", "Acctitle: x", "vert", 'href "x"', "topAxis"])
def test_a_name_is_drawn_letter_by_letter(page, word):
    entries = [replace(entry, section=word) for entry in titled(word, f"The {word}")]
    drawn = page.evaluate(DRAW, mermaid_gantt(entries, word))
    assert sorted(names(drawn["names"])) == sorted([seen(word), seen(f"The {word}")])
    assert names(drawn["title"]) == names(drawn["sections"]) == [seen(word)]


def test_sections_that_are_numbers_keep_their_order(page):
    entries = [replace(KEYS, id=word, section=word) for word in ("Banks", "2", "10", "1")]
    assert names(page.evaluate(DRAW, mermaid_gantt(entries, "Roadmap"))["sections"]) == [
        "Banks",
        "2",
        "10",
        "1",
    ]


def test_names_of_which_nothing_is_to_be_seen_give_way_to_the_id(page):
    bare = replace(KEYS, title="\ufeff\u200b", section="\u200b")
    drawn = page.evaluate(DRAW, mermaid_gantt([bare], "\u200b"))
    assert names(drawn["names"]) == ["pl_16"]


def test_ids_are_words_and_differ():
    odd = ["A-1", "a 1", "A_1", "crit", "Done", "1", "日本", "—", "x" * 80, "x" * 81]
    text = mermaid_gantt([replace(KEYS, id=id) for id in odd], "")
    assert re.findall(r":crit, (\w+),", text) == [
        "a_1",
        "a_1_2",
        "a_1_3",
        "crit_2",
        "done_2",
        "item_1",
        "item_7",
        "item_8",
        "x" * 40,
        "x" * 40 + "_2",
    ]


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        mermaid_gantt([], "Roadmap")


def test_entries_of_a_section_stand_together():
    entries: list[Entry] = [KEYS, LINKS, BANK, OFF]
    lines = mermaid_gantt(entries, "").splitlines()
    assert [line.split(" :")[0].strip() for line in lines[4:]] == [
        "Version 2 is switched off",
        "section Banks",
        "New signing keys",
        "Brackwater Bank#58; version 3#59; #35;2 of 3",
        "section Shops",
        "Payment links",
    ]
