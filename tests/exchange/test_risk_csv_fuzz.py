"""Reading a register: random bytes and cells never raise anything else, and no row is lost."""

import csv
import io
import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tpm_kit.case_risk import IMPACTS, LIKELIHOODS
from tpm_kit.exchange.register_update import raw, rows_of, updated
from tpm_kit.exchange.risk_csv import TableFileError, read_register

QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HEADERS = ["Risk ID", "Risiko", "Beschreibung", "Eintrittswahrscheinlichkeit", "Impact", "Schadenshöhe"]
HEADERS += ["Delay", "Owner", "Status", "Frist", "Score", "Impact", "Cost min", "Residual risk", ""]
CELLS = ["0", "0,8", "20%", "5", "-1", "NA", "X", "hoch", "Very High", "4/5", "=1+1", "1e999", "10-20k", ""]
CELLS += ["03/04/2027", "<img>", "9999999999999", "2-3 weeks", "R-1"]
cells = st.one_of(st.sampled_from(CELLS), st.text(max_size=12))
NAMES = {"", *(band.name for band in (*LIKELIHOODS, *IMPACTS))}


def one_line(error: Exception) -> None:
    assert "\n" not in str(error)


def sound(intake) -> bool:
    """Rows add up, ids differ, every number is one that exercises can count with."""
    ids = [risk["id"] for risk in intake.risks]
    assert intake.rows_read == len(ids) + len(intake.set_aside)
    assert len(set(ids)) == len(ids)
    assert all(0 < len(id) <= 200 for id in ids)
    for risk in intake.risks:
        assert risk["title"]
        assert risk["status"] in ("open", "closed", "happened")
        assert risk["chance"] is None or 0 < risk["chance"] <= 1
        assert {risk["likelihood"], risk["impact"]} <= NAMES
        for field in ("days", "cost"):
            spread = [risk[f"{field}{end}"] for end in ("_low", "", "_high")]
            assert spread == [None] * 3 or (
                spread == sorted(spread) and spread[0] >= 0 and math.isfinite(spread[2])
            )
    str(intake), intake._repr_html_()
    return True


@QUICK
@given(st.binary(max_size=300))
def test_random_bytes_are_read_or_refused(tmp_path, content):
    file = tmp_path / "risks.csv"
    file.write_bytes(b"id,risk,probability,impact\n" + content)
    try:
        intake = read_register(file)
    except TableFileError as error:
        one_line(error)
    else:
        assert sound(intake)


@QUICK
@given(
    st.permutations(HEADERS),
    st.lists(st.lists(cells, min_size=len(HEADERS), max_size=len(HEADERS)), max_size=8),
    st.sampled_from(",;\t"),
)
def test_random_tables_are_read_or_refused_and_come_back_from_json(tmp_path, headers, rows, separator):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([headers, *rows])
    file = tmp_path / "risks.csv"
    file.write_bytes(text.getvalue().encode(errors="replace"))
    try:
        intake = read_register(file)
    except TableFileError as error:
        one_line(error)
        return
    assert sound(intake)
    back = rows_of(raw(intake.risks))
    assert raw(back) == raw(intake.risks)
    assert updated(back, intake.risks)[1][0][0] == "Since last time"


@QUICK
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.floats(), st.text(max_size=5)),
        lambda one: st.one_of(
            st.lists(one, max_size=3),
            st.dictionaries(st.sampled_from(["id", "title", "chance", "items", "date"]), one),
        ),
        max_leaves=12,
    )
)
def test_whatever_stands_in_a_workbook_gives_rows(kept):
    for row in rows_of(kept):
        assert isinstance(row["id"], str)
        assert row["title"]
        assert isinstance(row["items"], tuple)
        assert row["chance"] is None or math.isfinite(row["chance"])
