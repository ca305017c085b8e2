"""What area somebody means who types "san jose", "Austin, TX" or "12420"."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tpm_kit.salary_records import Area

LONGEST = 80
"""Letters of a typed text that are looked at."""
TYPES = {"national": 0, "state": 1, "metro": 2, "nonmetro": 3}
NATION = frozenset({"us", "usa", "united states", "nation", "national", "america"})


def folded(text: str) -> str:
    """Return a text without accents, marks and capitals: words with one blank between."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['’.]", "", letters)))


@dataclass(frozen=True, slots=True)
class _Known:
    """An area with what it can be found by, folded; `spelt` is all words, a blank before each.

    `order` sorts areas that fit equally well.
    """

    area: Area
    code: str
    name: str
    cities: tuple[str, ...]
    spelt: str
    order: tuple[int, int, str]


class AreaSearch:
    """The areas with what they can be found by."""

    def __init__(self, areas: Iterable[Area]) -> None:
        areas = list(areas)
        states = {area.code: area.name for area in areas if area.type == "state"}
        self._known = sorted((_known(area, states) for area in areas), key=lambda known: known.order)

    def find(self, text: str) -> list[Area]:
        """Return the areas that the text may mean, best first."""
        typed = folded(str(text)[:LONGEST])
        if not typed:
            return []
        if typed in NATION:
            typed = "united states"
        scored = [(_score(known, typed), known) for known in self._known]
        found = [(score, known.order, known.area) for score, known in scored if score is not None]
        return [entry[-1] for entry in sorted(found, key=lambda entry: entry[:-1])] or self._alike(typed)

    def _alike(self, typed: str) -> list[Area]:
        """Return areas with a city that is spelt much like the text."""
        spelt: dict[str, list[Area]] = {}
        for known in self._known:
            for city in known.cities:
                spelt.setdefault(city, []).append(known.area)
        close = difflib.get_close_matches(typed, spelt, n=3, cutoff=0.8) if len(typed) > 3 else []
        return list(dict.fromkeys(area for city in close for area in spelt[city]))


def _known(area: Area, states: Mapping[str, str]) -> _Known:
    """Return an area with what it can be found by: its own words, its code, and its states in full."""
    within = {area.state, *re.findall(r"[A-Z]{2}", area.name.partition(",")[2])} - {""}
    more = [word for state in within for word in (state, states.get(state, ""))]
    return _Known(
        area,
        folded(area.code),
        folded(area.name),
        tuple(map(folded, area.cities)),
        f" {folded(' '.join([area.name, area.code, *more]))} ",
        (TYPES.get(area.type, len(TYPES)), area.rank or 0, area.name),
    )


def _score(known: _Known, typed: str) -> int | None:
    """Say how well a text fits, 0 best, None where one of its words begins no word of the area."""
    parts = typed.split()
    if not all(f" {part}" in known.spelt for part in parts):
        return None
    if typed in (known.code, known.name):
        return 0
    if known.name.startswith(typed):
        return 1
    if any(city.startswith(typed) for city in known.cities):
        return 2
    return 3 if all(f" {part} " in known.spelt for part in parts) else 4
