"""Places side by side: what an occupation is paid in up to six of them, and how sure each figure is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tpm_kit.case import Case
from tpm_kit.exercises.wording import names
from tpm_kit.explorers import Choice, Explorer
from tpm_kit.explorers.pay_choices import (
    MEASURES,
    NATION,
    NOT_OFFICIAL,
    area_choice,
    dollars,
    job_title,
    measure_choice,
    occupation_choice,
    unsure,
)
from tpm_kit.methods.pay import PayError, compare
from tpm_kit.salary_data import Area, PayRange, area, areas, citation, pay

MOST = 6
COMPARED = ("mean", "p50", "p25", "p75")
AT_FIRST = 3
"""So many of the largest metros are chosen at first."""


class Place(NamedTuple):
    """An area with its range, None where the table has none."""

    area: Area
    pay: PayRange | None

    def has(self, measure: str) -> bool:
        """Is the measure published here?"""
        return self.pay is not None and getattr(self.pay, measure) is not None


def places(values: Mapping[str, Any]) -> list[Place]:
    """Return the chosen places with what is published there."""
    [soc] = values["job"]
    return [Place(area(code), pay(soc, code)) for code in values["areas"]]


def overlap(one: Area, other: Area) -> bool:
    """Do the two areas share people: is one in the other, or do they overlap?"""
    if NATION in (one.code, other.code):
        return True
    kinds = {one.type, other.type}
    return "state" in kinds and len(kinds) == 2 and bool(_states(one) & _states(other))


def _states(place: Area) -> set[str]:
    """Return the states that an area lies in: a metro may lie in several."""
    if place.type == "metro":
        return {place.state, *place.name.rpartition(", ")[2].split("-")}
    return {place.state}


def _plotted(values: Mapping[str, Any], case: Case) -> dict[str, Any]:
    from tpm_kit.figures.pay_ranges import pay_row

    [soc] = values["job"]
    rows = [pay_row(one.area.name, one.pay) for one in places(values)]
    return {"rows": rows, "means": True, "citation": citation("oews"), "title": job_title(soc)}


def _says(values: Mapping[str, Any], case: Case) -> str:
    found, [measure] = places(values), values["measure"]
    known = [one for one in found if one.has(measure)]
    if not found:
        return f"Choose up to {MOST} places. {NOT_OFFICIAL}"
    [soc] = values["job"]
    none = [one.area.name for one in found if one not in known]
    said = [
        _compared(known, measure),
        unsure([(one.area.name, one.pay) for one in found]),
        f"No {MEASURES[measure]} is published for {job_title(soc)} in {names(none, MOST)}; that is not zero."
        if none
        else "",
        NOT_OFFICIAL,
    ]
    return " ".join(filter(None, said))


def _compared(known: Sequence[Place], measure: str) -> str:
    """Hold each place against the first one, and say which differences chance alone could make."""
    if len(known) < 2:
        only = f"{known[0].area.name}: {dollars(getattr(known[0].pay, measure))}. " if known else ""
        return f"{only}Choose another place to compare."
    first, others = known[0], known[1:]
    said = [_against(first, other, measure) for other in others]
    head = f"Beside {first.area.name} with a {MEASURES[measure]} of {dollars(getattr(first.pay, measure))}"
    return f"{head}: {'; '.join(said)}. {_taken(measure)}"


def _against(first: Place, other: Place, measure: str) -> str:
    """Return how far another place is from the first, and whether that is more than chance."""
    try:
        found = compare(first.pay, other.pay, measure)
    except PayError as error:
        return f"{other.area.name} cannot be compared, {error}"
    much = f"{dollars(abs(found.difference))} ({abs(found.share) * 100:.1f} %)"
    way = "more" if found.difference > 0 else "less"
    said = f"{other.area.name} {much} {way}" if found.difference else f"{other.area.name} the same"
    if overlap(first.area, other.area):
        return f"{said}, and the two share people, so no error is worked out"
    if found.beyond is None:
        return f"{said}, and no standard error is published"
    sure = "more than" if found.beyond else "no more than"
    return f"{said}, {sure} the {dollars(found.margin)} that chance alone could make"


def _taken(measure: str) -> str:
    if measure == "mean":
        return "Chance is 1.96 standard errors of the difference."
    return (
        "Chance is 1.96 standard errors of the difference, with the relative errors of the means: for a "
        f"{MEASURES[measure]} none is published."
    )


def _choices(case: Case) -> dict[str, Choice]:
    metros = sorted((one for one in areas() if one.type == "metro" and one.rank), key=lambda one: one.rank)
    start = [one.code for one in metros[:AT_FIRST]]
    return {
        "job": occupation_choice("Occupation", 1),
        "areas": area_choice("Places, the first one beside the others", start, MOST),
        "measure": measure_choice("Compare the", COMPARED),
    }


def _chart() -> Any:
    from tpm_kit.figures.pay_ranges import PayRanges

    return PayRanges()


EXPLORER = Explorer(
    title="How far apart are places?",
    task="Choose up to six places. A metro of forty jobs and one of forty thousand both get one row; look at "
    "the number of jobs and at the error before you call one better paid.",
    sliders=lambda case: {},
    choices=_choices,
    chart=_chart,
    plotted=_plotted,
    says=_says,
)
