"""Responses to the risks of a bakery: which risks, by whose places, and what is said of each cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.plants.responses import OWN_PLANTS, escalated, own, said
from tests.exercises.risk_bakery import COOK, HOSTILE, MILL, OWN, RATS, RISKS, RISKY, SMOKE
from tpm_kit.answers import Cells
from tpm_kit.case import Case, cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.chosen_responses import chosen, chosen_source
from tpm_kit.exercises.risk.matrix_board import MatrixPlaces
from tpm_kit.exercises.risk.responses import EXERCISE
from tpm_kit.exercises.risk.treated import MOST, treated

PAYLANE = load_case(cases_folder() / "paylane")
WORKED = {part: value for part, (value, _) in PAYLANE.worked("responses").items()}
PLACES = {"mill": "3/4", "smoke": "3/4", "cook": "2/5", "rats": "4/3", "thief": "1/1"}


def review(raw, case=RISKY):
    return EXERCISE.review(EXERCISE.read(raw), case)


def seen(raw, code, case=RISKY):
    return [(one.level, one.seen) for one in review(raw, case).findings if one.code == code]


def placed(case: Case = RISKY, **places: str) -> Case:
    return replace(case, earlier={"place-risks": MatrixPlaces.of({**PLACES, **places})})


@pytest.fixture(scope="module")
def shipped() -> Case:
    return EXERCISE.ground(PAYLANE, lambda id: None)


def test_the_rows_are_the_risks_above_the_appetite_most_serious_first():
    assert [row["title"] for row in EXERCISE.view(RISKY).rows] == [SMOKE, MILL, RATS, COOK]
    assert [row["note"] for row in EXERCISE.view(RISKY).rows][:2] == [
        "smoke · high · by 1 Mar",
        "mill · high · by 15 Feb",
    ]
    assert EXERCISE.task_for(RISKY).startswith(
        "Above “medium”, the highest level that may stay as it is, lie 4 risks, by the worked places, since "
        "you have none in 7.3 yet."
    )


def test_the_learners_places_decide_which_these_are():
    case = placed(mill="1/1", thief="5/5")
    assert [risk.id for risk in treated(case).risks] == ["thief", "smoke", "rats", "cook"]
    assert "by your places of 7.3." in EXERCISE.task_for(case)
    partly = replace(RISKY, earlier={"place-risks": MatrixPlaces.of({"mill": "1/1"})})
    assert [risk.id for risk in treated(partly).risks] == ["smoke", "mill", "rats", "cook"]
    assert "since yours of 7.3 are not complete" in EXERCISE.task_for(partly)


def test_nothing_above_the_appetite_gives_the_three_highest():
    low = placed(mill="1/1", smoke="1/2", cook="1/3", rats="3/3")
    assert [risk.id for risk in treated(low).risks] == ["rats", "cook", "smoke"]
    assert "No risk lies above “medium”" in EXERCISE.task_for(low)
    none = replace(RISKY, tables={})
    assert EXERCISE.task_for(none) == (
        "No risk has a place yet. Place them in 7.3, and those above the appetite come here."
    )
    assert EXERCISE.view(none).rows == []
    assert review(said(), none).findings == ()


def test_of_many_the_most_serious_eight_are_asked_for():
    many = tuple({**RISKS[0], "id": f"r{n}", "title": f"Risk {n}"} for n in range(12))
    case = replace(RISKY, tables={"risks": many})
    assert (len(treated(case).risks), treated(case).left) == (MOST, 4)
    assert "lie 12 risks" in EXERCISE.task_for(case)
    assert "These 8 are the most serious." in EXERCISE.task_for(case)


def test_each_row_offers_its_own_actions_and_to_escalate_or_accept():
    table = EXERCISE.view(RISKY)
    rows = {row["id"]: row["offers"]["action"] for row in table.rows}
    assert rows["mill"] == ["mill-a", "mill-b", "mill-escalate", "mill-accept"]
    assert rows["rats"] == ["rats-a", "rats-b", "rats-escalate"]
    options = dict(next(column for column in table.columns if column["id"] == "action")["options"])
    assert options["mill-b"] == "mill-b: Agree a penalty for each late delivery · €4,000"
    facts = dict(map(tuple, table.details["mill"]))
    assert facts["mill-a"] == (
        "Buy the flour from the second mill: €1,000, done by 20 January 2030. Leaves: chance 5 %, 6 days "
        "lost, €2,000 lost."
    )
    assert facts["mill-accept"] == "Carry on as planned: €0. Changes neither chance nor loss."
    assert facts["Expected loss"] == "50 % × (6 days × €1,000 + €2,000) = €4,000"


def test_a_blank_beside_a_filled_cell_is_said():
    assert seen(said(mill_owner=""), "RISK-1") == [("problem", f"{MILL}: owner. Nobody owns it.")]
    assert seen(said(smoke_date=""), "RISK-1") == [("problem", f"{SMOKE}: date. There is no day.")]
    accepted = said(cook_response="accept", cook_action="cook-accept", cook_trigger="")
    assert seen(accepted, "RISK-7") == [
        ("problem", f"{COOK}: trigger. It is accepted, and nothing says when to act.")
    ]
    blank = said(**{f"mill_{column}": "" for column in ("response", "action", "owner", "trigger", "date")})
    assert review(blank).outcome is Outcome.INCOMPLETE
    assert [one.code for one in review(blank).findings if one.level == "problem"] == []


def test_a_trigger_of_the_register_need_not_be_typed_again():
    assert review(said(smoke_trigger="")).outcome is Outcome.STRONG
    assert review(said(cook_trigger="")).outcome is Outcome.INCOMPLETE
    carried = said(smoke_response="accept", smoke_action="smoke-accept", smoke_trigger="")
    assert seen(carried, "RISK-7") == [
        (
            "caution",
            f"{SMOKE}: trigger. “Two complaints in a week.” says when it comes, and not what you do then.",
        )
    ]
    prepared = said(rats_response="accept", rats_action="rats-b")
    assert seen(prepared, "RISK-7") == []


def test_while_typing_only_days_and_triggers_of_what_is_accepted_are_marked():
    def faults(**changed):
        return EXERCISE.live(EXERCISE.read(said(**changed)), RISKY)["faults"]

    assert faults() == {}
    assert faults(mill_date="1 Jan") == {"mill": {"date": "1 January 2030 is past."}}
    assert faults(mill_date="1 March") == {
        "mill": {"date": "1 March 2030 comes after 15 February 2030, by when it can strike."}
    }
    assert faults(mill_trigger="soon") == {}
    assert "trigger" in faults(cook_response="accept", cook_trigger="soon")["cook"]


def test_praise_waits_for_words_that_fit_and_actions_that_pay():
    assert seen(said(), "RESP-4")[0][0] == "good"
    assert seen(said(smoke_response="transfer"), "RESP-4") == []
    assert seen(said(mill_response="transfer", mill_action="mill-b"), "RESP-4") == [
        ("note", "4 responses (3 × mitigate and 1 × transfer) cost €6,800 and take away €10,100 on average.")
    ]


def test_two_of_four_escalated_is_no_pattern():
    assert seen(escalated("mill", "cook"), "RESP-2") == []


def test_hints_lead_to_the_sum_and_then_to_a_cell():
    blank, read = Cells(), EXERCISE.read
    assert "30 % × (2 days × €1,000 + €20,000) = €6,600" in EXERCISE.hint(1, blank, RISKY)
    assert EXERCISE.hint(2, blank, RISKY).startswith(
        f"{SMOKE}: one of its actions brings €3,900 more than it costs, {MILL}: one of its actions brings "
        "€2,600 more"
    )
    wrong = read(said(cook_response="avoid"))
    assert EXERCISE.hint(2, wrong, RISKY) == f"Look again at one cell: {COOK}: response."


# A register of the learner's own ---------------------------------------------------------------------------


def test_an_own_register_takes_words_and_amounts():
    columns = [column["id"] for column in EXERCISE.view(OWN).columns]
    assert columns == ["response", "action", "owner", "trigger", "date", "cost", "after"]
    assert review(own(), OWN).outcome is Outcome.STRONG
    assert seen(own(), "RESP-4", OWN) == [
        ("good", "4 responses (3 × mitigate and 1 × avoid) cost €3,800 and take away €11,900 on average.")
    ]
    assert review(own(smoke_after=""), OWN).outcome is Outcome.STRONG


@pytest.mark.parametrize(("code", "one"), [(code, one) for code, many in OWN_PLANTS.items() for one in many])
def test_a_planted_mistake_in_an_own_register_is_found(code, one):
    found = [finding for finding in review(one.answer, one.case).findings if finding.code == code]
    texts = [f"{finding.seen} {finding.why} {finding.do}" for finding in found if finding.level == one.level]
    assert [part for part in one.says if not any(part in text for text in texts)] == []


def test_days_without_a_price_are_not_held_against_money():
    case = replace(OWN, risk=replace(OWN.risk, cost_per_day=0))
    assert seen(own(cook_cost="90 k"), "RISK-13", case) == [
        (
            "note",
            "What a day of delay costs is not known, so nobody can say whether the response to The chimney "
            "smokes, The mill delivers late, Rats come into the store and The cook falls ill is worth its "
            "price.",
        )
    ]
    assert seen(own(), "RESP-4", case) == [("note", "4 responses (3 × mitigate and 1 × avoid) cost €3,800.")]


def test_a_register_without_figures_stands_down_where_it_must():
    bare = tuple(
        {"id": f"r{n}", "title": f"Risk {n}", "likelihood": "Likely", "impact": "Severe"} for n in (1, 2)
    )
    case = replace(OWN, tables={"risks": bare})
    assert [risk.id for risk in treated(case).risks] == ["r1", "r2"]
    cells = {
        "response": "mitigate",
        "action": "Test it",
        "owner": "Ann Lee",
        "date": "3 March",
        "cost": "900 k",
    }
    raw = {"cells": {"r1": {**cells, "trigger": "No answer by 2 March; then we stop"}}}
    assert [one.code for one in review(raw, case).findings] == []
    assert EXERCISE.hint(1, EXERCISE.read(raw), case)[-1] == "."


# What others go on with ------------------------------------------------------------------------------------


def test_the_learners_responses_count_once_every_risk_has_one(shipped):
    mine = replace(RISKY, earlier={"responses": Cells.read(said())})
    assert list(chosen(mine)) == ["smoke", "mill", "rats", "cook"]
    one = chosen(mine)["smoke"]
    assert (one.kind, one.action, one.owner, one.cost) == ("mitigate", "Sweep the chimney.", "Bo Falk", 0.5)
    assert one.date.isoformat() == "2030-01-10"
    assert one.response.after(one.risk).chance == 0.1
    assert chosen(mine)["rats"].trigger == "The first trap closes."
    assert chosen_source(mine) == "These are your responses of 7.6."
    partly = replace(RISKY, earlier={"responses": Cells.read(said(mill_action=""))})
    assert list(chosen(partly)) == ["smoke", "rats", "cook"]
    assert chosen_source(partly) == "These are your responses of 7.6, as far as you have them."
    assert chosen_source(RISKY) == "No risk has a response yet: choose them in 7.6."
    assert len(chosen(shipped)) == 7
    assert chosen_source(shipped) == ("These are the worked responses, since you have none in 7.6 yet.")


def test_what_an_own_response_leaves_follows_from_its_kind():
    def after(**changed):
        case = replace(OWN, earlier={"responses": Cells.read(own(**changed))})
        one = chosen(case)["smoke"]
        left = one.response.after(one.risk)
        return left.chance, left.days, left.cost, one.told

    assert after() == (0.1, 2, 20, True)
    assert after(smoke_after="") == (0.3, 2, 20, False)
    assert after(smoke_response="transfer", smoke_action="Insure it") == (0.3, 2, 0, True)
    assert after(smoke_response="accept", smoke_action="Live with it") == (0.3, 2, 20, True)
    assert after(smoke_response="avoid", smoke_action="Leave out the grill", smoke_after="")[0] == 0


# The shipped case ------------------------------------------------------------------------------------------


def test_the_worked_responses_are_those_of_the_risks_above_the_appetite(shipped):
    assert [risk.id for risk in treated(shipped).risks] == [
        *("R-01", "R-04", "R-05", "R-08", "R-13", "R-07", "R-14"),
    ]
    result = review(Cells.of(WORKED).raw(), shipped)
    assert result.outcome is Outcome.STRONG


def test_a_fixed_price_for_the_second_audit_costs_more_than_it_removes(shipped):
    raw = Cells.of(
        {**WORKED, "R-05:response": "transfer", "R-05:action": "R-05b", "R-05:date": "29 January"}
    ).raw()
    assert seen(raw, "RISK-13", shipped) == [
        (
            "caution",
            "The auditor refuses the move: action. “Have an accounting firm certify the move at a fixed "
            "price; it pays for a second audit” costs €6,000. Before: 40 % × (11.33 days × €1,920 + €6,333) "
            "= €11,237. After: 40 % × 11.33 days × €1,920 = €8,704. That removes €2,533.",
        )
    ]


@pytest.mark.parametrize("case", [RISKY, OWN], ids=["case", "own"])
@pytest.mark.parametrize(
    "raw",
    [
        {"cells": {"gone": {"response": "avoid"}}},
        {"cells": {"mill": {"gone": "x"}}},
        {"cells": {"mill": {"response": HOSTILE, "action": HOSTILE, "owner": HOSTILE, "date": HOSTILE}}},
        {"cells": {"mill": {"response": "accept", "trigger": "\x00\u202e", "date": "\n"}}},
        {"cells": {"mill": dict.fromkeys(("response", "action", "owner", "trigger", "date"), "x" * 2000)}},
        {
            "cells": {
                "mill": {"response": "mitigate", "action": "x" * 2000, "cost": "9" * 60, "after": "1e400"}
            }
        },
        {"cells": {"rats": {"response": "transfer", "action": "mill-b", "date": "0000-00-00"}}},
    ],
)
def test_hostile_cells_are_judged_and_not_believed(raw, case):
    result = review(raw, case)
    assert result.outcome in (Outcome.INCOMPLETE, Outcome.NOT_ATTEMPTED)
    assert all(one.seen.isprintable() and len(one.seen) < 700 for one in result.findings)
    assert all(EXERCISE.hint(step, EXERCISE.read(raw), case)[-1] in ".?" for step in range(3))
    assert EXERCISE.live(EXERCISE.read(raw), case)["results"] == {}
    chosen(replace(case, earlier={"responses": Cells.read(raw)}))


def test_texts_of_an_own_register_are_text():
    rows = tuple({**row, "title": HOSTILE, "event": HOSTILE} for row in RISKS)
    case = replace(OWN, tables={"risks": rows})
    assert HOSTILE not in EXERCISE.view(case).to_html()
