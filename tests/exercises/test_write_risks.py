"""Risks written as cause, event and effect: what the linter reads, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.write_risks import BILL, FAIR, ONE, OWN, SHOP, TEXTS, written
from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.write_risks import EXERCISE
from tpm_kit.exercises.risk.write_risks_cells import alike, faults, figures
from tpm_kit.exercises.risk.write_risks_rows import RISK, Row, rows

HOSTILE = "<img src=x onerror=alert(1)>"


def review(raw, case=SHOP):
    return EXERCISE.review(EXERCISE.read(raw), case)


def said(column: str, text: str, row: Row) -> str:
    """Return the code and level of what is wrong with a text in a column; "" if nothing is."""
    found = faults(row, EXERCISE.read({"cells": {"r": {column: text}}})).get(column)
    return f"{found.code} {found.level}" if found else ""


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("cause", "38 balances could not be told apart in the trial."),
        ("cause", "Only members may ask the scheme."),
        ("cause", "Nobody knows if the form is final, so it is built from a draft."),
        ("cause", "The contract ends in May."),
        ("event", "The bank opens its test system after 22 January"),
        ("event", "It turns out that two balances were mixed up"),
        ("event", "The key is not there once the vault has moved"),
        ("event", "Tom might be ill in February"),
        ("event", "The auditor refuses the move as she did last month"),
        ("event", "The auditor refuses to sign, as she already did in the trial"),
        ("event", "Money already paid out cannot be traced"),
        ("event", "We are not admitted"),
        ("event", "Nobody has signed the contract by 1 May"),
        ("event", "It turns out the API had changed"),
        ("cause", "No backups"),
        ("event", "The third party fails the audit"),
        ("event", "Eine Bank antwortet nicht"),
        ("effect", "We have to pay €50,000 back."),
        ("effect", "We must begin again, two weeks later"),
        ("effect", "Nobody can pay until Monday"),
        ("effect", "We lose a fortnight"),
        ("effect", "Zwei Wochen Verzug"),
        ("effect", "PL-03 ends 10 days later"),
        ("quality", "95 % of all answers come within 200 ms"),
        ("quality", "The answer is there within two seconds"),
        ("quality", "Half a second for each payment"),
        ("quality", "Zero lost payments"),
    ],
)
def test_sound_texts_are_left_alone(column, text):
    assert said(column, text, Row("r", "A statement", requirement=True)) == ""


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("cause", "?", "WRITE-1 problem"),
        ("cause", "a b c d", "WRITE-1 problem"),
        ("cause", "bank", "WRITE-1 problem"),
        ("cause", "The bank could be slow", "WRITE-2 caution"),
        ("cause", "If the bank is slow", "WRITE-2 caution"),
        ("cause", "We should have tested the bank", "WRITE-5 problem"),
        ("event", "Something goes wrong with the project", "WRITE-1 problem"),
        ("event", "The work is delayed", "WRITE-1 problem"),
        ("event", "The bank has refused our calls", "RISK-2 caution"),
        ("event", "Two payments were lost", "RISK-2 caution"),
        ("event", "Last month two payments got lost", "RISK-2 problem"),
        ("event", "The bank had an outage", "RISK-2 caution"),
        ("event", "The bank has already closed the old door when the new one opens", "RISK-2 caution"),
        ("event", "The bank didn't answer", "RISK-2 caution"),
        ("event", "The release slips", "WRITE-1 problem"),
        ("event", "Reputation", "WRITE-1 problem"),
        ("event", "We need to test the bank earlier", "WRITE-5 caution"),
        ("effect", "The quality gets worse", "WRITE-3 problem"),
        ("effect", "Shops are angry with support", "WRITE-3 caution"),
        ("effect", "The third party is angry", "WRITE-3 caution"),
        ("quality", "It must be fast and user-friendly", "WRITE-6 problem"),
        ("quality", "It works on 31 March", "WRITE-6 problem"),
        ("quality", "It keeps rule 9", "WRITE-6 problem"),
        ("quality", "99.9 %", "WRITE-6 caution"),
        ("quality", "2 s", "WRITE-6 caution"),
    ],
)
def test_what_is_wrong_with_a_text(column, text, code):
    assert said(column, text, Row("r", "A statement", requirement=True)) == code


def test_only_an_event_that_repeats_an_issue_or_a_cause_is_one():
    title = "One baker alone knows the sourdough"
    for kind, code in (
        ("issue", "RISK-2 problem"),
        ("cause", "RISK-2 problem"),
        ("wish", "WRITE-8 problem"),
        ("", ""),
    ):
        assert said("event", "the sourdough, one baker alone knows", Row("r", title, kind=kind)) == code
        assert said("cause", title, Row("r", title, kind=kind)) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The auditor refused the trial because of 38 balances", "RISK-2 problem"),
        ("38 balances had no owner", "RISK-2 problem"),
        ("The auditor refuses the move in February", ""),
        ("The auditor does not sign", ""),
    ],
)
def test_a_part_of_the_statement_is_the_statement(text, code):
    title = "The auditor has refused the trial because 38 of 2,400 balances had no owner"
    assert said("event", text, Row("r", title, kind="issue")) == code


def test_the_denial_of_a_wish_is_an_event():
    row = Row("r", "The name check runs on every payment from 31 March", kind="wish")
    assert said("event", "The name check runs on every payment", row) == "WRITE-8 problem"
    assert said("event", "The name check runs not on every payment from 31 March", row) == ""


def test_texts_are_alike_by_their_words():
    assert alike("The bank refuses the call", "the call the bank refuses!")
    assert not alike("The bank", "the bank")  # two words are too few to tell
    assert not alike("The bank refuses the call", "The bank refuses the call for nine days in March")
    assert figures("€6k or 30kg") == {"6000", "30"}
    assert figures("€4,000 on 1 March, 99.5 % and 4000.") == {"4000", "1", "99.5"}


def test_a_risk_is_read_as_one_once_its_three_parts_are_there():
    live = EXERCISE.live(EXERCISE.read(written(one_event="")), SHOP)
    assert set(live["results"]) == {"bill", "fair"}
    assert live["results"]["fair"]["reads"] == (
        "Today: The clock of the oven loses ten minutes a week. It may happen: The oven is cold one morning. "
        "Then: 300 loaves are missing before 8 o'clock."
    )
    faulty = EXERCISE.live(EXERCISE.read(written(one_event="tbd", one_cause="Perhaps Ann knows it")), SHOP)
    assert faulty["faults"] == {"one": {"event": "“tbd” says nothing yet."}}


def test_only_a_requirement_asks_for_a_number():
    assert {part for part in EXERCISE.parts(SHOP) if part.endswith("quality")} == {"fair:quality"}
    assert review(written(fair_quality="")).outcome is Outcome.INCOMPLETE
    assert "requirement of quality" in EXERCISE.task_for(SHOP)
    two = replace(SHOP, tables={"statements": SHOP.table("statements")[:2]})
    assert [column["id"] for column in EXERCISE.view(two).columns] == [*RISK, "reads"]
    assert "requirement" not in EXERCISE.task_for(two)


def test_a_half_finished_answer_is_praised_for_what_is_whole_only():
    half = review(written(one_event="", fair_effect="tbd"))
    (praise,) = [one.seen for one in half.findings if one.level == "good"]
    assert praise.startswith(f"In “{BILL}” no word")
    assert ONE not in praise
    assert FAIR not in praise
    assert [one.level for one in review({"cells": {"one": {"cause": "tbd"}}}).findings] == ["problem"]


def test_the_hints_lead_to_one_cell():
    def hint(step, raw):
        return EXERCISE.hint(step, EXERCISE.read(raw), SHOP)

    assert f"“{BILL}” is an issue, so it cannot be the event" in hint(1, {})
    assert hint(2, {}).startswith("Ask: what is so today")
    assert hint(2, {}).endswith(f"That belongs to: {BILL}.")
    assert hint(2, written(fair_quality="")).endswith(f"That belongs to: {FAIR}.")
    assert hint(2, written(one_effect="bad things")).startswith(f"Look again at one cell: {ONE}: effect.")
    assert hint(2, written()).startswith("Read each risk aloud")


def test_an_own_backlog_without_statements_has_three_blank_rows():
    raw = {
        "cells": {
            "own-1": TEXTS["bill"],
            "own-2": TEXTS["one"],
            "own-3": TEXTS["fair"],
        }
    }
    result = review(raw, OWN)
    assert result.outcome is Outcome.STRONG
    assert [one.code for one in result.findings] == ["RISK-2"]  # no note on figures: nothing is known of them
    assert EXERCISE.task_for(OWN).startswith("Write 3 risks of your product,")
    assert "what is known" not in EXERCISE.task_for(OWN)


def test_of_an_own_register_the_risks_that_lack_a_part_come_first():
    whole = {"cause": "So it is.", "event": "It falls.", "effect": "9 days."}
    register = (
        {"id": "a", "title": "Whole", "fact": "2 of 8.", **whole},
        {"id": "b", "title": HOSTILE, **whole, "event": " "},
        {"id": "c", "title": "Closed", "status": "closed"},
        {"id": "d", "title": " "},
        {"id": "e", "title": "Bare"},
        {"id": "f", "title": "Bare too"},
    )
    case = replace(OWN, tables={"risks": register})
    assert [row.id for row in rows(case)] == ["b", "e", "f"]
    assert "<img" not in EXERCISE.view(case).to_html()
    only = replace(OWN, tables={"risks": register[:1]})
    assert [(row.id, row.known) for row in rows(only)] == [("a", "2 of 8.")]
    assert EXERCISE.task_for(only).startswith("Write this as a risk, in three parts")
    known = replace(
        OWN, tables={"risks": ({"id": "g", "title": "Gas", "effect": "Cold", "chance": 0.2, "days": 3},)}
    )
    assert rows(known)[0].known == "Cold. Estimate: chance 20 %, 3 days lost."


def test_a_figure_of_the_register_has_a_source():
    case = load_case(cases_folder() / "paylane")
    for text, codes in (("The audit costs €6k once more", []), ("It costs €7,777", ["WRITE-7"])):
        found = EXERCISE.review(EXERCISE.read({"cells": {"S-05": {"effect": text}}}), case).findings
        assert [one.code for one in found] == codes


def test_the_shipped_statements_to_rewrite_hold_a_requirement():
    case = load_case(cases_folder() / "paylane")
    assert [(row.kind, row.requirement) for row in rows(case)] == [
        ("issue", False),
        ("cause", False),
        ("wish", True),
    ]
    worked = EXERCISE.read(
        EXERCISE.answer.of({id: value for id, (value, _) in case.worked("write-risks").items()}).raw()
    )
    assert [(one.level, one.code) for one in EXERCISE.review(worked, case).findings] == [("good", "RISK-2")]


@pytest.mark.parametrize(
    "raw",
    [
        {"cells": {"gone": {"cause": "x"}}},
        {"cells": {"bill": {"gone": "x"}}},
        {"cells": {"one": {"quality": "For a row that asks for none"}}},
        {"cells": {"bill": dict.fromkeys(RISK, HOSTILE)}},
        {"cells": {"bill": dict.fromkeys(RISK, "x" * 2000)}},
        {"cells": {"bill": dict.fromkeys(RISK, "\x00\u202e \n")}},
    ],
)
def test_hostile_cells_are_judged_and_not_believed(raw):
    result = review(raw)
    assert result.outcome is Outcome.INCOMPLETE
    assert all(one.level != "good" for one in result.findings)
    assert all(one.seen.isprintable() and len(one.seen) < 300 for one in result.findings)
    assert all(EXERCISE.hint(step, EXERCISE.read(raw), SHOP)[-1] in ".?" for step in range(3))
    assert HOSTILE not in EXERCISE.view(SHOP).to_html()


@given(st.sampled_from([*RISK, "quality"]), st.text(min_size=1, max_size=80))
def test_any_text_is_read_or_refused(column, text):
    raw = {"cells": {"fair": {column: text}}}
    for one in review(raw).findings:
        assert one.seen.isprintable()
        assert one.cards == (f"fair:{column}",)
