"""Published pay for a notebook: `course.pay`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tpm_kit import salary_data
from tpm_kit.checked_files import did_you_mean, shown

if TYPE_CHECKING:
    import pandas


class Pay:
    """The tables of pay that the course ships, each with its source.

    `fault` is what is raised for whatever the learner can put right.

    >>> course.pay.range("Software Developers", "Austin")
    >>> course.pay.frame("trend")
    """

    def __init__(self, fault: type[Exception]) -> None:
        self._fault = fault

    def frame(self, name: str) -> pandas.DataFrame:
        """Return a table as a new pandas frame: codes are text, and NaN means "not published".

        The tables are `oews` (occupation and area), `industry`, `trend`, `levels`, `occupations`, `offers`,
        `bridge`, `postings`, `company-sizes` and `anchors`.
        """
        self._check_table(name)
        try:
            return salary_data.frame(name)
        except salary_data.SalaryDataError as error:
            raise self._fault(str(error)) from None

    def citation(self, name: str) -> str:
        """Return what must stand under a table or a figure made from the table of that name."""
        self._check_table(name)
        return salary_data.citation(salary_data.TABLES[name].source)

    def areas(self, text: str) -> list[str]:
        """Return the names of the areas that a typed text may mean, best first."""
        return [area.name for area in salary_data.find_area(str(text))]

    def range(self, occupation: str, area: str = "US") -> salary_data.PayRange:
        """Return what an occupation paid in an area, as published.

        `occupation` is a code such as "15-1252" or a title; `area` is what one would type: "Austin", "TX", a
        code. Of several areas that fit it is the best one: the range says which.
        """
        job = self._occupation(str(occupation).strip())
        places = salary_data.find_area(str(area))
        if not places:
            raise self._fault(
                f"There is no area {shown(area)}: type the name of a US city, a state or a code."
            )
        if (found := salary_data.pay(job.soc, places[0])) is None:
            raise self._fault(
                f"No figure is published for {job.title} in {places[0].name}: too few jobs there."
            )
        return found

    def _check_table(self, name: str) -> None:
        names = tuple(salary_data.TABLES)
        if name not in names:
            hint = did_you_mean(str(name), names) or f"; there are {', '.join(names)}."
            raise self._fault(f"There is no table {shown(name)}{hint}")

    def _occupation(self, text: str) -> salary_data.Occupation:
        jobs = salary_data.occupations()
        for job in jobs:
            if text.casefold() in (job.soc, job.title.casefold()):
                return job
        begun = [job for job in jobs if text and job.title.casefold().startswith(text.casefold())]
        if len(begun) == 1:
            return begun[0]
        hint = did_you_mean(text, [job.title for job in jobs])
        known = "; ".join(f"{job.title} ({job.soc})" for job in jobs)
        raise self._fault(f"There is no occupation {shown(text)}{hint or f'; there are {known}.'}")

    def __repr__(self) -> str:
        return f"Pay: tables {', '.join(salary_data.TABLES)}; range(occupation, area); areas(text)"
