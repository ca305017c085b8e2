"""The area that a learner types: matched with the areas of the pay table, or a sentence about why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tpm_kit.exercises.wording import cut, names
from tpm_kit.salary_data import Area, area, find_area
from tpm_kit.typed import plain

KINDS = {
    "national": "the nation",
    "state": "state",
    "metro": "metropolitan area",
    "nonmetro": "nonmetropolitan area",
}
"""What the types of area are called."""
NATION = "US"
MOST = 3
"""Names that a sentence offers."""
_STATE_BEHIND = re.compile(r"(?<=[^\W\d_]),?\s+([a-z]{2}|d\. ?c\.)$", re.IGNORECASE)
"""The letters of a state behind a city without a comma, as in "Seattle WA"."""
_KIND = re.compile(r"\s*\((?:non)?metropolitan area\)$|\s*\(state\)$", re.IGNORECASE)


class Place(NamedTuple):
    """What was typed as an area: the area it means, or a sentence about why it means none."""

    area: Area | None = None
    fault: str = ""


def named(place: Area) -> str:
    """Return an area with what kind it is: "Austin-Round Rock-San Marcos, TX (metropolitan area)"."""
    plainly = place.type == "national" or "metropolitan area" in place.name
    return place.name if plainly else f"{place.name} ({KINDS.get(place.type, place.type)})"


def in_words(name: str) -> str:
    """Return the name of an area as it stands in a sentence."""
    return f"the {name}" if name == "United States" else name


@lru_cache(maxsize=256)
def read_area(text: str) -> Place:
    """Return the one area that a text means: a code, a name, one of its cities, or the beginning of a name.

    Where the name of a state is a city's too ("New York"), or several cities have it, none is guessed; nor is
    one that is only spelt alike.
    """
    text = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    by_code = area(text.upper())
    if by_code:
        return Place(by_code)
    name = re.sub(r"\bsaint\b", "St.", _with_comma(_KIND.sub("", text)), flags=re.IGNORECASE)
    found = find_area(name)
    meant = [one for one in found if named(one).casefold() == text.casefold()] or _meant(found, name)
    if len(meant) == 1:
        return Place(meant[0])
    return Place(fault=_several(text, meant) if meant else _unknown(text, found))


def _with_comma(text: str) -> str:
    """Return a city and the letters of its state with a comma between them.

    >>> _with_comma("Seattle wa"), _with_comma("Washington, D.C."), _with_comma("Palo Alto")
    ('Seattle, WA', 'Washington, DC', 'Palo Alto')
    """
    found = _STATE_BEHIND.search(text)
    letters = re.sub(r"[. ]", "", found[1]).upper() if found else ""
    state = area(letters) if letters else None
    return f"{text[: found.start()].rstrip(' ,')}, {letters}" if state and state.type == "state" else text


def _meant(found: Sequence[Area], text: str) -> list[Area]:
    """Return those of the areas that a text fits best."""
    head, comma, _ = text.partition(",")
    start = plain(head)
    national = [one for one in found if one.type == "national"]
    if national or not start:
        return national
    held = [one for one in found if not (comma and one.type == "state")]
    for fits in (
        lambda one: plain(one.name) == plain(text),
        lambda one: start in map(plain, one.cities),
        lambda one: any(city.startswith(start) for city in map(plain, (one.name, *one.cities))),
    ):
        if best := [one for one in held if fits(one)]:
            return best + [one for one in held if best[0].type == "state" and _city_of(one, start)]
    return []


def _city_of(one: Area, name: str) -> bool:
    """Say whether a state's name is that of a metropolitan area's first city, too."""
    return one.type == "metro" and plain(one.cities[0]) == name


def _several(text: str, found: Sequence[Area]) -> str:
    state = next((one for one in found if one.type == "state" and plain(one.name) == plain(text)), None)
    more = f"For the state write {state.code}; for the city, its whole name." if state else ""
    return (
        f"{_shown(text)} can be {_listed(found)}. {more or 'Write more of the name, or its state behind it.'}"
    )


def _unknown(text: str, near: Sequence[Area]) -> str:
    """Return the sentence about a text that fits no area, with the names that look most like it."""
    # Of "Dalles, TX" the city is looked at on its own, as nothing in Texas begins like it.
    near = near or find_area(text.partition(",")[0])
    like = f"Did you mean {_listed(near)}?" if near else "Write a city, a state or its two letters, or US."
    return f"{_shown(text)} is no area of the table. {like}"


def _listed(found: Sequence[Area]) -> str:
    shown = [named(one) for one in found]
    return " or ".join(names(shown, MOST).rsplit(" and ", 1))


def _shown(text: str) -> str:
    return f"“{cut(text, 40)}”"
