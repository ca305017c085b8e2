"""What the explorers of pay offer to choose from: occupations, places, industries and bands, as published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tpm_kit.explorers import Choice
from tpm_kit.salary_data import Area, Industry, PayRange, areas, industries, occupation, occupations

NATION = "US"
KINDS = {"national": "nation", "state": "state", "metro": "metro", "nonmetro": "nonmetropolitan rest"}
ALL = ""
"""The id of the choice that narrows nothing."""
MEASURES = {
    "p50": "median",
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p75": "75th percentile",
    "p90": "90th percentile",
    "mean": "mean",
}
"""What of pay can be shown, and what it is called in a sentence."""
NOT_OFFICIAL = "“Technical Product Manager” is no official occupation: these are occupations next to it."

FEW_JOBS = 100
"""Below so many jobs a figure stands on a handful of employers."""
UNSURE = 5.0
"""A relative standard error of the mean, in percent, from which on a range is called unsure: its mean is then
known to about a tenth to either side."""


class Band(NamedTuple):
    """A stretch between two percentiles."""

    low: str
    high: str
    name: str


BANDS = {
    f"{low}-{high}": Band(low, high, name)
    for low, high, name in (
        ("p10", "p90", "10th to 90th percentile"),
        ("p25", "p75", "25th to 75th: the middle half"),
        ("p25", "p50", "25th to the median"),
        ("p50", "p75", "the median to the 75th"),
        ("p75", "p90", "75th to 90th"),
    )
}


def occupation_choice(label: str, most: int, start: int = 1) -> Choice:
    """Return the occupations to choose from, those first that most filings for the title were put under; so
    many of them are chosen at first."""
    ordered = sorted(occupations(), key=lambda one: -one.share)
    options = [(one.soc, one.title, f"{one.soc} {one.soc.replace('-', '')}") for one in ordered]
    return Choice(label, options, [one.soc for one in ordered[:start]], most)


@cache
def _area_options() -> tuple[tuple[str, str, str], ...]:
    """Return all areas: nation, states, metros from the largest on, and the rest of each state."""
    known = areas()
    states = {area.code: area.name for area in known if area.type == "state"}
    order = {kind: at for at, kind in enumerate(KINDS)}
    ordered = sorted(known, key=lambda area: (order[area.type], area.rank or 0, area.name))
    return tuple((area.code, area.name, _also(area, states)) for area in ordered)


def _also(area: Area, states: dict[str, str]) -> str:
    """Return what else finds an area: its code, what it is, and the names of its states."""
    letters = area.name.rpartition(", ")[2].split("-") if area.type == "metro" else [area.state]
    named = [] if area.type == "state" else [states.get(state, "") for state in letters]
    return " ".join([area.code, KINDS[area.type], *named])


def area_choice(label: str, start: list[str], most: int) -> Choice:
    """Return all areas to choose from."""
    return Choice(label, _area_options(), start, most)


def industry_choice(label: str) -> Choice:
    """Return the industries that any of the occupations has figures of, and "all" first."""
    found: dict[str, Industry] = {}
    for job in occupations():
        found |= {one.code: one for one in industries(job.soc) if one.level in ("sector", "detail")}
    ordered = sorted(found.values(), key=lambda one: (one.level != "sector", one.name))
    # A sector and the one industry that makes it up may have the same name.
    named = [(one.code, f"{one.name} (sector)" if one.level == "sector" else one.name) for one in ordered]
    options = [(ALL, "all industries", "none"), *((code, name, code) for code, name in named)]
    return Choice(label, options, [ALL])


def band_choice(label: str) -> Choice:
    """Return the bands of percentiles to choose from, and none first."""
    options = [(ALL, "none", ""), *((id, band.name, id) for id, band in BANDS.items())]
    return Choice(label, options, [ALL])


def measure_choice(label: str, measures: Iterable[str]) -> Choice:
    """Return some of `MEASURES` to choose from, at first the median."""
    return Choice(label, [(id, MEASURES[id], id) for id in measures], ["p50"])


def job_title(soc: str) -> str:
    """Return the title of an occupation, or its code where nobody knows it."""
    found = occupation(soc)
    return found.title if found else soc


def dollars(value: float) -> str:
    """Return an amount of dollars in words, to the dollar."""
    return f"${value:,.0f}"


def unsure(rows: Sequence[tuple[str, PayRange | None]]) -> str:
    """Say which ranges, each with its name, stand on few jobs or on an unsure sample; "" for none."""
    said = []
    for name, pay in rows:
        if pay is None or not pay.published:
            continue
        why = []
        if pay.employment is not None and pay.employment < FEW_JOBS:
            why.append(f"only {pay.employment:,} jobs")
        if pay.mean_rse is not None and pay.mean_rse >= UNSURE:
            why.append(f"a standard error of {pay.mean_rse:g} % of the mean")
        if why:
            said.append(f"{name} has {' and '.join(why)}")
    return f"Take care: {'; '.join(said)}." if said else ""
