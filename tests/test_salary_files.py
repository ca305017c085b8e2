"""Faults in the tables of pay: each is said with file, row and field, by whichever way the file is read."""

from __future__ import annotations

import csv
import shutil
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas
import pytest

from tpm_kit.salary_checks import check_salaries, read_rows, salary_folder
from tpm_kit.salary_frames import read_frame
from tpm_kit.salary_lookup import Lookup
from tpm_kit.salary_records import SalaryDataError
from tpm_kit.salary_tables import TABLES

OEWS, LEVELS, TREND = (TABLES[name].file for name in ("oews", "levels", "trend"))
LARGE = [name for name, table in TABLES.items() if table.sound is not None]


@pytest.fixture
def folder(tmp_path) -> Path:
    """The shipped tables, the two large ones cut to their first rows."""
    copy = tmp_path / "salary"
    shutil.copytree(salary_folder(), copy)
    for name in LARGE:
        cut(copy / TABLES[name].file, 200)
    return copy


def cut(path: Path, rows: int) -> None:
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[: rows + 1]), "utf-8")


def change(path: Path, row: int, column: str, value: str) -> None:
    """Put a value into a cell; row 1 is the header."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[row - 1][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "message"),
    [
        (
            "oews",
            2,
            "p50",
            "abc",
            "row 2, p50: “abc” does not fit; give a whole number from 1000 to 2,000,000",
        ),
        ("oews", 2, "p50", "50.85", "row 2, p50: “50.85” does not fit"),
        ("oews", 2, "p50", "0", "row 2, p50: “0” does not fit"),
        ("oews", 2, "p50", "-105770", "row 2, p50: “-105770” does not fit"),
        ("oews", 2, "p50", "105,770", "row 2, p50: “105,770” does not fit"),
        ("oews", 2, "p50", "$105770", "row 2, p50: “$105770” does not fit"),
        ("oews", 2, "p50", "NaN", "row 2, p50: “NaN” does not fit"),
        ("oews", 2, "p50", "inf", "row 2, p50: “inf” does not fit"),
        ("oews", 2, "p50", "9" * 400, "row 2, p50: “999"),
        ("oews", 2, "p50", "70000", "row 2, p50: 70,000 is below p25, 72,320; check both."),
        ("oews", 2, "p50", "", "row 2, p50: the figure is empty and status says “ok”; make them agree."),
        ("oews", 2, "year", "", "row 2, year: the cell is empty; give a whole number from 2019 to 2,100."),
        ("oews", 2, "year", "1825", "row 2, year: “1825” does not fit"),
        (
            "oews",
            2,
            "soc_code",
            "111021",
            "row 2, soc_code: “111021” does not fit; give a code such as 15-1252",
        ),
        ("oews", 2, "soc_code", "", "row 2, soc_code: the cell is empty; give a code such as 15-1252."),
        (
            "oews",
            2,
            "area_type",
            "city",
            "row 2, area_type: “city” does not fit; give national, state, metro",
        ),
        ("oews", 2, "area", "", "row 2, area: the cell is empty"),
        (
            "oews",
            2,
            "mean_rse_pct",
            "130",
            "row 2, mean_rse_pct: “130” does not fit; give a number from 0 to 100",
        ),
        ("oews", 2, "status", "wages_not_released", "row 2, mean: the figure is given and status says"),
        (
            "oews",
            3,
            "soc_code",
            "11-1021",
            "row 3, soc_code: the same “year”, “area_code” and “soc_code” stand in",
        ),
        ("levels", 2, "l2_annual", "70200", "row 2, l2_annual: 70,200 is not 33.72 × 2,080; check both."),
        ("levels", 2, "l2_hourly", "", "row 2, l2_hourly: the cell is empty; give a number from 1 to 1,000."),
        ("levels", 2, "l1_hourly", "70.5", "row 2, l2_hourly: 33.72 is below l1_hourly, 70.5; check both."),
        ("levels", 2, "l1_annual", "9" * 400, "row 2, l1_annual: “999"),
        ("levels", 2, "area", "x" * 140_000, "row 2: the row cannot be read"),
        ("levels", 2, "area", "A\u2028B", "row 2, area: “A B” does not fit"),
        ("trend", 2, "topcoded", "", "row 2, p90: it has no figure and is not in topcoded"),
        ("trend", 2, "topcoded", "p75 p90", "row 2, p75: it has a figure and is in topcoded"),
        ("trend", 2, "topcoded", "#", "row 2, topcoded: “#” does not fit; give names such as p90."),
        ("trend", 2, "p90", "250000", "row 2, p90: it has a figure and is in topcoded"),
        ("trend", 2, "comparability", "same", "row 2, comparability: “same” does not fit"),
        ("industry", 2, "industry_code", "0", "row 2, industry_code: “0” does not fit"),
        ("offers", 2, "n", "3", "row 2, n: “3” does not fit; give a whole number from 5 to 1,000,000."),
        ("postings", 2, "high_p10", "50000", "row 2, high_p10: 50,000 is below low_p10, 60,000; check both."),
        ("postings", 2, "n_ranges", "20", "row 2, n_ranges: 20 is below n_distinct_ranges, 142; check both."),
        ("anchors", 2, "period_end", "2022-06", "row 2, period_end: 2022-06 is before the start, 2022-07"),
        ("anchors", 2, "low", "164000", "row 2, high: 163,000 is below low, 164,000; check both."),
        (
            "occupations",
            2,
            "share_of_tpm_titles_lca",
            "1.5",
            "row 2, share_of_tpm_titles_lca: “1.5” does not fit",
        ),
        ("bridge", 2, "soc_title", "", "row 2, soc_title: the cell is empty"),
        ("company-sizes", 2, "company_size", "XL", "row 2, company_size: “XL” does not fit; give S, M or L."),
    ],
)
def test_a_fault_is_said_with_its_place_however_the_file_is_read(folder, table, row, column, value, message):
    kind = TABLES[table]
    change(folder / kind.file, row, column, value)
    for read in (read_rows, read_frame):
        with pytest.raises(SalaryDataError) as error:
            read(folder, kind)
        assert error.value.problems[0].startswith(f"{kind.file}, {message}")


def every_row(folder: Path, name: str) -> int:
    lookup = Lookup(folder, TABLES[name])
    return sum(len(lookup.rows(area)) for area in lookup.areas)


FILE_FAULTS: dict[str, Callable[[str], str | bytes | None]] = {
    "the file is missing": lambda text: None,
    "the file is empty": lambda text: "",
    "there is no row below the header": lambda text: text.partition("\n")[0] + "\n",
    "the cells are separated by “;”": lambda text: text.replace(",", ";"),
    "the file is not text in UTF-8": lambda text: text.encode("utf-16"),
    "cells where the header has": lambda text: (
        text.replace("2025,national,US,United States,", "2025,US,", 1)
        if "national" in text
        else text.replace("2025-26,metro,10180", "2025-26,10180", 1)
    ),
    "the row cannot be read": lambda text: text.replace("\n202", '\n"202', 1),
    "p50 column": lambda text: text.replace("soc_code", "code", 1),
}


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("said", FILE_FAULTS)
def test_a_file_that_is_no_table_is_an_error_of_every_reading(folder, name, said):
    path = folder / TABLES[name].file
    text = FILE_FAULTS[said](path.read_text("utf-8"))
    path.unlink()
    if text is not None:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    assert any(problem.startswith(path.name) for problem in check_salaries(folder))
    for read in (read_rows, read_frame):
        with pytest.raises(SalaryDataError) as error:
            read(folder, TABLES[name])
        assert said == "p50 column" or said in str(error.value)
    with pytest.raises(SalaryDataError):
        every_row(folder, name)


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("change", ["crlf", "bom", "blanks", "quotes", "empty lines", "no last line end"])
def test_what_is_only_written_otherwise_is_read_all_the_same(folder, name, change):
    path = folder / TABLES[name].file
    before = [dict(row) for row in read_rows(folder, TABLES[name])]
    text = path.read_text("utf-8")
    area = before[0]["area_code"]
    path.write_bytes(
        {
            "crlf": text.replace("\n", "\r\n"),
            "bom": "\ufeff" + text,
            "blanks": text.replace("\n202", "\n 202"),
            "quotes": text.replace(f",{area},", f',"{area}",'),
            "empty lines": text + "\n\n",
            "no last line end": text.rstrip("\n"),
        }[change].encode()
    )
    assert [dict(row) for row in read_rows(folder, TABLES[name])] == before
    assert len(read_frame(folder, TABLES[name])) == len(before)
    lookup = Lookup(folder, TABLES[name])
    found = {(soc, code): row for code in lookup.areas for soc, row in lookup.rows(code).items()}
    assert found == {(row["soc_code"], row["area_code"]): row for row in before}


def test_an_occupation_that_the_list_lacks_is_said(folder):
    path = folder / TABLES["occupations"].file
    cut(path, 8)
    problems = check_salaries(folder)
    assert f"{OEWS}, soc_code: “15-2051” is not in soc_lookup.csv; add it." in problems


def test_one_bad_row_spoils_no_more_than_it_must(folder):
    """A lookup of another area goes on; at the bad one all faults of the file are said."""
    change(folder / OEWS, 2, "p50", "abc")
    change(folder / OEWS, 100, "p50", "xyz")
    lookup = Lookup(folder, TABLES["oews"])
    assert lookup.rows("AL")
    with pytest.raises(SalaryDataError) as error:
        lookup.rows("US")
    assert [problem.split(":")[0] for problem in error.value.problems] == [
        f"{OEWS}, row 2, p50",
        f"{OEWS}, row 100, p50",
    ]


@pytest.mark.parametrize("name", LARGE)
def test_the_file_as_shipped_is_known_and_was_sound(name):
    content = (salary_folder() / TABLES[name].file).read_bytes()
    assert zlib.crc32(content) == TABLES[name].sound
    assert len(read_rows(salary_folder(), TABLES[name])) == len(read_frame(salary_folder(), TABLES[name]))


@pytest.mark.parametrize("name", LARGE)
def test_a_file_gives_the_same_frame_known_as_sound_or_read_row_by_row(name):
    unknown = replace(TABLES[name], sound=0)
    pandas.testing.assert_frame_equal(
        read_frame(salary_folder(), TABLES[name]), read_frame(salary_folder(), unknown)
    )
