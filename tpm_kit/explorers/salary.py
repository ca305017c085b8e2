"""What is paid: published ranges of occupations next to a TPM's work, in a place, with an offer."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from tpm_kit.case import Case
from tpm_kit.exercises.wording import names
from tpm_kit.explorers import Choice, Explorer, Range
from tpm_kit.explorers.pay_choices import (
    ALL,
    BANDS,
    NATION,
    NOT_OFFICIAL,
    area_choice,
    band_choice,
    dollars,
    industry_choice,
    job_title,
    occupation_choice,
    unsure,
)
from tpm_kit.methods.pay import PayError, position
from tpm_kit.methods.pooled_pay import Bounds, pooled
from tpm_kit.salary_data import PayRange, area, citation, pay, pay_in_industry

MOST_JOBS = 4
"""So many occupations in a place and in an industry fit into one figure."""
MOST_OFFER, STEP = 500_000, 1000


class Line(NamedTuple):
    """One row: an occupation, where or in which industry, and its range, None if nothing is published."""

    job: str
    where: str
    pay: PayRange | None


def lines(values: Mapping[str, Any]) -> list[Line]:
    """Return the rows for what is chosen: each occupation in the place, and in the industry if one is."""
    [place], [industry] = values["area"], values["industry"]
    where = area(place).name
    found = []
    for soc in values["jobs"]:
        found.append(Line(job_title(soc), where, pay(soc, place)))
        if industry != ALL:
            name = _industry_names()[industry]
            found.append(Line(job_title(soc), f"{name}, United States", pay_in_industry(soc, industry)))
    return found


@cache
def _industry_names() -> dict[str, str]:
    return {option[0]: option[1] for option in industry_choice("").options}


def placed(offer: float, range: Any) -> str:
    """Return where an offer lies in a range, or None, in words; "" without an offer or a figure."""
    if not offer or range is None or not range.published:
        return ""
    return position(offer, range).words


def band(values: Mapping[str, Any]) -> tuple[Bounds, Bounds] | None:
    """Return the chosen band in dollars: of the one occupation, or of the people in all of them together, by
    their numbers. Each end has bounds where only those are known. None if none is chosen, or if what it needs
    is not published."""
    [id], [place] = values["band"], values["area"]
    ranges = [pay(soc, place) for soc in values["jobs"]]
    if id == ALL or not ranges or None in ranges:
        return None
    try:
        bounds = pooled(ranges).bounds if len(ranges) > 1 else _own_bounds(ranges[0])
    except PayError:
        return None
    ends = (bounds.get(BANDS[id].low), bounds.get(BANDS[id].high))
    return None if None in ends or math.isinf(ends[1].high) else ends


def _own_bounds(range: PayRange) -> dict[str, Bounds]:
    return {name: Bounds(value, value) for name, value in range.percentiles.items() if value is not None}


def _plotted(values: Mapping[str, Any], case: Case) -> dict[str, Any]:
    from tpm_kit.figures.pay_ranges import pay_row

    offer = values["offer"]
    # The figure has room for the first words only; the sentence below has all of them.
    rows = [
        pay_row(one.job, one.pay, one.where, re.split("[,;]", placed(offer, one.pay))[0])
        for one in lines(values)
    ]
    [id], band_ends = values["band"], band(values)
    return {
        "rows": rows,
        "offer": offer or None,
        "band": (band_ends[0].low, band_ends[1].high) if band_ends else None,
        "band_name": BANDS[id].name if id != ALL else "",
        "citation": citation("oews"),
    }


def _says(values: Mapping[str, Any], case: Case) -> str:
    found = lines(values)
    if not found:
        return f"Choose an occupation. {NOT_OFFICIAL}"
    said = [
        _offered(values["offer"], found),
        _banded(values),
        unsure([(f"{one.job} ({one.where})", one.pay) for one in found]),
        _missing(found),
        NOT_OFFICIAL,
    ]
    return " ".join(filter(None, said))


def _offered(offer: float, found: Sequence[Line]) -> str:
    known = [one for one in found if one.pay is not None and one.pay.published]
    if not known:
        return ""
    if not offer:
        return _medians(known)
    said = [f"{placed(offer, one.pay)} of {one.job} ({one.where})" for one in known]
    return f"{dollars(offer)} of base pay a year is {'; '.join(said)}."


def _medians(known: Sequence[Line]) -> str:
    said = [f"{dollars(one.pay.p50)} for {one.job} ({one.where})" for one in known if one.pay.p50 is not None]
    return (
        f"Half earn less, half more than {names(said, len(said))}. Set an offer to see where it lies."
        if said
        else ""
    )


def _banded(values: Mapping[str, Any]) -> str:
    [id] = values["band"]
    if id == ALL or not values["jobs"]:
        return ""
    found, many = band(values), len(values["jobs"])
    if found is None:
        return f"The band ({BANDS[id].name}) cannot be drawn: a figure that it needs is not published."
    whose = f"all {many} occupations together, each by its number of jobs" if many > 1 else "the occupation"
    low, high = (_end(end) for end in found)
    return f"The band, {BANDS[id].name} of {whose}, goes from {low} to {high}."


def _end(end: Bounds) -> str:
    if end.sharp:
        return dollars(end.low)
    return f"somewhere between {dollars(end.low)} and {dollars(end.high)}"


def _missing(found: Sequence[Line]) -> str:
    none = [f"{one.job} ({one.where})" for one in found if one.pay is None or not one.pay.published]
    return f"Nothing is published for {names(none, len(none))}; that is not zero." if none else ""


def _choices(case: Case) -> dict[str, Choice]:
    return {
        "jobs": occupation_choice("Occupations", MOST_JOBS, start=3),
        "area": area_choice("Place", [NATION], 1),
        "industry": industry_choice("Industry (the nation only)"),
        "band": band_choice("Band of percentiles"),
    }


def _sliders(case: Case) -> dict[str, Range]:
    return {
        "offer": Range(
            "Your offer, base pay a year", 0, MOST_OFFER, STEP, 0, "US dollars", {0: "none yet"}, exact=True
        )
    }


def _chart() -> Any:
    from tpm_kit.figures.pay_ranges import PayRanges

    return PayRanges()


EXPLORER = Explorer(
    title="What is paid, and where does an offer lie?",
    task="Choose up to four occupations and one of more than 580 places, and set an offer. Between two "
    "published percentiles its place is read on a straight line; outside them nobody knows it.",
    sliders=_sliders,
    choices=_choices,
    chart=_chart,
    plotted=_plotted,
    says=_says,
)
