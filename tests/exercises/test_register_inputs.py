"""The register that a learner without one is asked for: what it takes, what it says, what it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.register_inputs import NAMES, OWN, row
from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.register import risks
from tpm_kit.exercises.risk.register_input_cells import ROWS, WORDS, chance_of, loss_of
from tpm_kit.exercises.risk.register_inputs import INPUTS


def answer(**changes: dict[str, str]) -> Cells:
    rows = {f"R-{n}": row(name) for n, name in enumerate(NAMES, 1)}
    for id, cells in changes.items():
        id = id.replace("_", "-")
        rows[id] = {column: text for column, text in {**rows.get(id, {}), **cells}.items() if text}
    return Cells(cells=rows)


def review(answer: Cells, case: Case = OWN):
    return INPUTS.exercise.review(answer, case)


def faults(answer: Cells) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.cards) for one in review(answer).findings if one.level in ("problem", "caution")]


def test_five_sound_rows_are_a_register():
    found = review(answer())
    assert found.outcome is Outcome.STRONG
    assert [one.seen for one in found.findings] == [
        "5 risks can be counted with. Chance × loss comes to 2 working days and €1,500 in all."
    ]


def test_its_rows_are_those_of_the_case_table():
    stored = {
        INPUTS.exercise.id: answer(R_1={"item": "A-1", "owner": "", "chance": "0.5 %", "cost": "4k"}).raw()
    }
    case = Case(
        **{
            **OWN.__dict__,
            "tables": {"risks": tuple(INPUTS.rows(Cells.read(stored["register-inputs"]), OWN))},
        }
    )
    first, second = risks(case)[:2]
    assert (first.id, first.title, first.chance, first.cost, first.items) == (
        "R-1",
        "Oven fails",
        0.005,
        4,
        ("A-1",),
    )
    assert (second.days_low, second.days, second.days_high, second.owner) == (2, 2, 2, "Ann")
    assert second.cost_estimate.mean == pytest.approx(1.5)
    assert (second.items, second.status, second.reviewed, second.likelihood) == ((), "open", None, "")
    assert review(Cells.read(stored["register-inputs"])).outcome is Outcome.STRONG


def test_any_five_rows_do_and_a_begun_one_must_be_whole():
    rows = {f"R-{n}": row(name) for n, name in zip((2, 3, 5, 7, 8), NAMES, strict=True)}
    assert review(Cells(cells=rows)).outcome is Outcome.STRONG
    del rows["R-8"]
    assert review(Cells(cells=rows)).outcome is Outcome.INCOMPLETE
    assert review(answer(R_6={"title": "Sixth thing"})).outcome is Outcome.INCOMPLETE
    assert review(Cells()).outcome is Outcome.NOT_ATTEMPTED
    titles = INPUTS.exercise.parts(OWN)
    assert set(INPUTS.exercise.missing(Cells(), OWN)) == {id for id in titles if id < "R-6"}


@pytest.mark.parametrize(
    ("cells", "code", "column", "part"),
    [
        ({"chance": "100 %"}, "RISK-15", "chance", "“100 %” is certain."),
        ({"chance": "0"}, "RISK-15", "chance", "“0” cannot happen."),
        ({"chance": "0.2"}, "RISK-15", "chance", "“0.2” could mean 20 % or 0.2 %."),
        ({"chance": "high"}, "RISK-15", "chance", "“high” is no chance in percent."),
        ({"days": "soon"}, "RISK-15", "days", "“soon” is no number of 0 or more"),
        ({"cost": "-5"}, "RISK-15", "cost", "“-5” is no number of 0 or more"),
        ({"cost": "9" * 20}, "RISK-15", "cost", "is far too large"),
        ({"days": "0", "cost": "0"}, "RISK-15", "days", "It costs neither days nor money."),
        ({"event": "Oven is OLD!"}, "RISK-2", "event", "It says the same as the cause."),
        ({"effect": "…"}, "RISK-2", "effect", "“…” says nothing yet."),
        ({"title": "mill fails"}, "RISK-16", "title", "is risk 1 already"),
    ],
)
def test_a_fault_is_named_at_its_cell(cells, code, column, part):
    wrong = answer(R_1=cells)
    row = "R-2" if code == "RISK-16" else "R-1"
    assert faults(wrong) == [(code, (f"{row}:{column}",))]
    seen = next(one.seen for one in review(wrong).findings if one.level == "problem")
    assert seen.startswith(f"{ROWS[row]}: {WORDS[column]}. ")
    assert part in seen
    assert part in INPUTS.exercise.live(wrong, OWN)["faults"][row][column]


def test_who_owns_nothing_is_noted_and_no_fault():
    found = review(answer(R_3={"owner": ""}))
    assert found.outcome is Outcome.STRONG
    assert "Nobody owns Baker fails." in [one.seen for one in found.findings]


def test_numbers_in_either_notation():
    assert [chance_of(text) for text in ("12,5", "12.5 %", "1", "99.9%", "101", "x", "20 km")] == [
        0.125,
        0.125,
        0.01,
        0.999,
        None,
        None,
        None,
    ]
    assert [loss_of(text, "cost") for text in ("€ 1,500", "2,5 k€", "0", "1500 kg")] == [1.5, 2.5, 0, None]
    # In euros with a point for the thousands, as the responses of 7.6 read it, and not four euros twenty.
    assert [loss_of(text, "cost") for text in ("4.200 €", "4.200", "4,2 Tsd. €")] == [4.2, 4.2, 4.2]


def test_only_an_own_backlog_is_asked_and_a_file_is_named():
    assert INPUTS.wanted(OWN)
    assert not INPUTS.wanted(Case(**{**OWN.__dict__, "own": False}))
    assert 'course.use_risks("risks.csv")' in INPUTS.exercise.task_for(OWN)
    columns = [column["id"] for column in INPUTS.exercise.view(OWN).columns]
    assert columns == list(WORDS)
    bare = Case(name="own-x", title="X", items=(), own=True)
    assert "item" not in [column["id"] for column in INPUTS.exercise.view(bare).columns]


@given(
    st.dictionaries(
        st.sampled_from([*ROWS, "gone"]),
        st.dictionaries(
            st.sampled_from([*WORDS, "odd"]),
            st.one_of(
                st.sampled_from(["0.2", "20 %", "<img src=x onerror=alert(1)>", "A-1", "1e9"]),
                st.text(min_size=1, max_size=20),
            ),
            max_size=9,
        ),
        max_size=5,
    )
)
def test_whatever_is_typed_raises_nothing(cells):
    typed = Cells(cells=cells)
    found = review(typed)
    assert INPUTS.exercise.live(typed, OWN)["results"] == {}
    rows = tuple(INPUTS.rows(typed, OWN))
    assert all(risk.id in ROWS for risk in risks(Case(**{**OWN.__dict__, "tables": {"risks": rows}})))
    if found.outcome is Outcome.STRONG:
        assert len(rows) >= 5
