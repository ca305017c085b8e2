"""The text of the brief: its sums, its dates, and that it follows what is filled in."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.plants.brief import BRIEFED, briefed, said
from tests.exercises.plants.responses import OWN_SAID
from tests.exercises.plants.responses import SAID as RESPONSES
from tests.exercises.risk_bakery import OWN
from tpm_kit.answers import Cells
from tpm_kit.exercises.risk.brief import EXERCISE
from tpm_kit.exercises.risk.brief_facts import beginning
from tpm_kit.exercises.risk.brief_text import brief_text

PAYLANE = next(folder for folder in SHIPPED if folder.name == "paylane")


def text(case=BRIEFED, **changed: str) -> str:
    return brief_text(EXERCISE.read(said(**changed)), case)


def part(brief: str, head: str) -> list[str]:
    """The lines below a heading of the brief, up to the next blank one."""
    lines = brief.split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(head)) + 1
    return lines[start : lines.index("", start)]


def test_the_brief_says_what_the_register_adds_up_to():
    """By hand, before: mill 0.5 × (6 + 2) = 4, smoke 0.3 × 22 = 6.6, cook 0.2 × 20 = 4, rats 0.6 × 3 = 1.8,
    thief 0.05; after: mill 0.05 × 8 = 0.4, smoke as it was, cook 0.2 × 4 = 0.8, rats 0.1 × 3 = 0.3."""
    brief = text()
    assert brief.startswith("Risks of Bakery, 2 January 2030\nTo: Mayor\n")
    (days,) = part(brief, "What could move the date")
    assert days.startswith(
        "Chance times days, the open risks cost 9.4 working days on average and 2.0 with the"
    )
    assert "Most come from The cook falls ill (4.0), The mill delivers late (3.0) and Rats come" in days
    money = part(brief, "What it could cost")
    assert money[0] == (
        "On average the open risks cost €16,400, days included, and €8,200 with the responses, which cost "
        "€3,300."
    )
    assert "All responses together cost €3,300, of a budget of €30,000." in brief
    top = part(brief, "The 5 largest risks")
    assert top[:4] == [
        "- The chimney smokes (smoke): high; chance 30 %; €6,600 on average.",
        "  Owner: Bo Falk. Trigger: Two complaints in a week; then we bake at night.",
        "- The mill delivers late (mill): high, then low; chance 50 %; €4,000 on average, €400 with its "
        "response.",
        "  Owner: Ann Lee. Trigger: No flour by 8 in the morning; then we bake rye.",
    ]
    assert [line.split(" (")[0] for line in top[::2]] == [
        "- The chimney smokes",
        "- The mill delivers late",
        "- The cook falls ill",
        "- Rats come into the store",
        "- A thief takes the till",
    ]


def test_the_brief_follows_what_is_filled_in():
    brief = text()
    assert part(brief, "What has changed") == [
        "- Has happened, and is an issue now: The roof leaks.",
        "- Has an owner now: A thief takes the till (Cy Roth), The mill delivers late (Ann Lee), The chimney "
        "smokes (Bo Falk), The cook falls ill (Cy Roth) and Rats come into the store (Ann Lee).",
        "- Looked at again: Rats come into the store (2 January 2030) and A thief takes the till (2 January "
        "2030).",
    ]
    assert brief.endswith(
        "What we ask of the Mayor\n- The chimney smokes: give help, money or time against it (high; €6,600 "
        "on average).\n  Put it before the Mayor for a decision.\n"
    )
    assert "accept what is left of it (high;" in text(smoke_decision="accept")
    assert text(smoke_decision="").endswith("Still to be decided whether we ask: The chimney smokes.\n")
    blank = brief_text(Cells(), BRIEFED)
    assert "Owner: still to be named. Trigger: none named." in blank
    assert "Looked at again" not in text(rats_reviewed="1 December 2029", thief_reviewed="soon")
    assert "takes the till (" not in part(text(thief_owner="The team"), "What has changed")[1]


def test_where_nothing_is_above_the_appetite_nothing_is_asked():
    brief = text(briefed(RESPONSES))
    assert brief.endswith("What we ask of the Mayor\nNothing: no decision is left open.\n")
    assert "smoke" not in {row["id"] for row in EXERCISE.view(briefed(RESPONSES)).view.rows}


def test_the_text_below_the_table_follows_the_cells():
    view = EXERCISE.view(BRIEFED)
    view.answer = said()
    view.acknowledge(EXERCISE.live(EXERCISE.read(view.answer), BRIEFED))
    assert view.text == text()
    assert "Has an owner now: A thief takes the till (Cy Roth), " in view.to_html()
    view.answer = said(thief_reviewed="soon")
    live = EXERCISE.live(EXERCISE.read(view.answer), BRIEFED)
    assert live["faults"]["thief"]["reviewed"].startswith("“soon” is no day.")
    view.acknowledge(live)
    assert view.view.faults["thief"]["reviewed"].startswith("“soon” is no day.")
    heard = []
    view.on_answer(lambda: heard.append(view.answer))
    view.view.set_state({"cells": {"thief": {"owner": "Bo Falk"}}})
    assert heard == [{"cells": {"thief": {"owner": "Bo Falk"}}}]


def test_the_dates_of_the_case_come_from_the_runs_of_its_plan():
    case = shipped_case(EXERCISE, PAYLANE)
    first, besides, second, days = part(brief_text(Cells(), case), "What could move the date")
    from tpm_kit.exercises.risk.brief_outlook import chosen_ids
    from tpm_kit.exercises.risk.buy_forecast import outlook

    bare, done = outlook(case, ()), outlook(case, chosen_ids(case))
    forecast = bare.basis.forecast
    assert first == (
        "The plan was run 10,000 times by computer, with the worked estimates of the course. Without any of "
        f"these risks, four runs in five are finished by {forecast.when(forecast.at(80))}. With the risks as "
        f"they stand it is {bare.when()}, and with the responses below {done.when()}."
    )
    assert "Brackwater opens its test late" in besides  # its item is not in the plan of 6.6
    assert "The auditor refuses the move" not in besides
    assert forecast.at(80) < done.p80_time < bare.p80_time
    assert f"is kept in {bare.in_time * 100:.0f} % of the runs" in second
    assert bare.in_time < done.in_time
    assert days.startswith("Chance times days")


def test_a_response_in_own_words_promises_no_date_that_nobody_has_run():
    own = replace(OWN, earlier={"responses": Cells.of(OWN_SAID)})
    brief = brief_text(beginning(own), own)
    assert "In four runs of five they cost at most" in brief
    assert "with responses and their cost" not in brief
    assert (
        "- The chimney smokes: mitigate. Rehearse with a small fire (Bo Falk, by 10 January 2030, €500)."
        in brief
    )


def test_what_leaves_the_course_names_no_exercise_of_it():
    brief = brief_text(Cells(), shipped_case(EXERCISE, PAYLANE))
    assert re.search(r"\b(?:in|of) [67]\.\d", brief) is None


def test_without_responses_nothing_is_said_of_what_they_leave():
    brief = brief_text(Cells(), replace(OWN, earlier={}))
    assert "with the responses" not in brief
    assert "which cost €0" not in brief


def test_without_the_cost_of_a_day_the_days_stand_beside_the_money():
    case = replace(OWN, risk=replace(OWN.risk, cost_per_day=0.0), earlier={})
    brief = brief_text(Cells(), case)
    assert "days included" not in brief
    assert "without the days, whose cost is not known" in part(brief, "What it could cost")[0]
    cook = next(line for line in brief.split("\n") if line.startswith("- The cook falls ill"))
    assert "€0 on average" not in brief
    assert "4.0 working days on average" in cook


def test_levels_only_are_no_money():
    names = ("chance", "days_low", "days", "days_high", "cost_low", "cost", "cost_high")
    bare = tuple({**row, **dict.fromkeys(names)} for row in OWN.table("risks"))
    brief = brief_text(Cells(), replace(OWN, tables={**OWN.tables, "risks": bare}, earlier={}))
    assert "€0" not in brief
