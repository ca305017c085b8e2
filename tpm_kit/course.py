"""The course: the one object that a notebook opens."""

from __future__ import annotations

import datetime
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tpm_kit.answers import Answer, AnswerError
from tpm_kit.case import Capacity, Case, CaseError, case_folder, default_case, load_case
from tpm_kit.checked_files import did_you_mean, shown
from tpm_kit.course_inputs import CourseError, amount, begin, check_whole, day, own_name
from tpm_kit.course_map import CourseMap
from tpm_kit.exercise import Exercise
from tpm_kit.exercises import EXERCISES
from tpm_kit.exercises.career import NOTEBOOK as CAREER
from tpm_kit.exercises.risk import NOTEBOOK as RISKS
from tpm_kit.exercises.start_here import NOTEBOOK as START
from tpm_kit.explorers import NAMES, Explorer, explorer
from tpm_kit.screen import Screen
from tpm_kit.widgets.frame import Frames
from tpm_kit.workbook import Workbook

if TYPE_CHECKING:
    from tpm_kit.course_pay import Pay
    from tpm_kit.exchange.backlog_csv import Intake
    from tpm_kit.exchange.risk_csv import RegisterIntake
    from tpm_kit.exchange.salary_csv import SalaryIntake
    from tpm_kit.exploration import Exploration
    from tpm_kit.take_away_panel import TakeAwayPanel

MARK = Path("notebooks") / START
WITHOUT_BACKLOG = (START, RISKS, CAREER)
"""The notebooks whose exercises can do without a backlog."""


def course_folder(start: Path) -> Path:
    """Return the folder that `my_work` belongs in: the nearest one at or above `start` that holds the
    course's notebooks or a `my_work`, or `start` itself."""
    for folder in (start, *start.parents):
        if (folder / MARK).is_file() or (folder / "my_work").is_dir():
            return folder
    return start


class Course:
    """One learner's course: a case, its exercises, and the workbook that keeps the answers.

    `case` is the name of a case, by default the course's own; `folder` is where `my_work` goes, by default
    found from where the notebook runs. Raises `CourseError` with a sentence for whatever the learner can put
    right.

    >>> course = Course()
    >>> course.exercise("moscow")
    """

    def __init__(self, case: str | None = None, *, folder: str | Path | None = None) -> None:
        start = Path(folder) if folder is not None else course_folder(Path.cwd())
        self._work = start / "my_work"
        self._workbooks: dict[str, Workbook] = {}
        self._screens: dict[str, Screen] = {}
        self._own_explorers: dict[str, Explorer] = {}
        self.use_case(case)

    def _open(self, case: Case) -> None:
        self.case = case
        if case.name not in self._workbooks:
            self._workbooks[case.name] = Workbook(self._work / case.name, case.name)
            self._screens[case.name] = Screen(case, self._workbooks[case.name])
        self._screens[case.name].case = case
        self.workbook = self._workbooks[case.name]

    def exercise(self, id: str) -> Frames:
        """Return an exercise with the learner's own answer on it. Shown again, it is the same one.

        Where a backlog lacks what the exercise needs, a table asks for it first; once that is complete and
        checked, the exercise follows below.
        """
        exercise = self._exercise(id)
        if not self.case.items and exercise.notebook not in WITHOUT_BACKLOG:
            raise CourseError(
                f"Exercise {exercise.number} needs a backlog, and {shown(self.case.title)} is a register of "
                'risks only: read yours first, as in use_backlog("backlog.csv"), then the register.'
            )
        return self._screens[self.case.name].show(exercise)

    def answer(self, id: str) -> Answer:
        """Return the learner's answer to an exercise; a blank one if there is none yet, or if the stored one
        cannot be read. That is said and not raised: the cells below should still run."""
        exercise = self._exercise(id)
        try:
            return exercise.read(self.workbook.entry(id).answer)
        except AnswerError as error:
            print(
                f"Your stored answer to {shown(id)} could not be read ({error}). Here it counts as blank; it "
                "is kept, and the exercise says how to go on.",
                file=sys.stderr,
            )
            return exercise.read(None)

    def explore(self, name: str) -> Exploration:
        """Return sliders with a chart that follows them. Nothing there is checked, and nothing is kept."""
        if name not in NAMES:
            hint = did_you_mean(str(name), NAMES) or f"; there are {', '.join(NAMES)}."
            raise CourseError(f"There is no explorer {shown(name)}{hint}")
        found = self._own_explorers.get(name) or explorer(name)
        lacking = found.lacks(self.case)
        if lacking:
            raise CourseError(lacking)
        return self._screens[self.case.name].explore(name, found)

    @property
    def pay(self) -> Pay:
        """The published figures of pay that the course ships, as frames and ranges with their sources."""
        from tpm_kit.course_pay import Pay

        return Pay(CourseError)

    def map(self) -> CourseMap:
        """Return the map: every exercise with how it stands, and the learner's work as a file, out and in."""
        return CourseMap(self.case, self._work, self._workbooks, self._renew)

    def take_away(self, what: str) -> TakeAwayPanel:
        """Return buttons that save work of yours in the formats of other tools: "roadmap", or "review" with
        its change log and messages, or "risks", the register with its matrix."""
        from tpm_kit.risk_take_away import WHAT, RiskTakeAway
        from tpm_kit.take_away import PLANS, TakeAway

        panels = {**dict.fromkeys(PLANS, TakeAway), WHAT: RiskTakeAway}
        if what not in tuple(panels):
            hint = did_you_mean(str(what), panels) or f"; there are {', '.join(panels)}."
            raise CourseError(f"{shown(what)} cannot be taken away{hint}")
        return panels[what](what, self.case, self.workbook)

    def use_backlog(
        self,
        file: str | Path,
        *,
        columns: Mapping[str, str | None] | None = None,
        where: Mapping[str, str | Sequence[str]] | None = None,
        capacity: float | None = None,
        release_date: str | datetime.date | None = None,
        sprints: int = 6,
        sprint_start: str | datetime.date | None = None,
        sprint_days: int = 14,
        name: str | None = None,
    ) -> Intake:
        """Work on a backlog of your own from now on: any CSV file with a header row.

        `columns` corrects what was recognised, as in `{"effort": "Weight"}`; `where` keeps some rows only, as
        in `{"Status": "To Do"}`; `capacity` is what the team can finish in the whole release, in story
        points, and `release_date` its date, as in `"2027-04-02"`. The capacity is spread evenly over
        `sprints`, each of `sprint_days` calendar days (7 to 92). `sprint_start` is the day on which the first
        one starts, as in `"2027-01-11"`; without it, plans have sprints and no dates. Returns an account of
        what was read. The work goes into a workbook of its own, called `name` or else like the file; a later
        export under another file name finds it again by `name`. A register that `use_risks` joined to it is
        there again.
        """
        from tpm_kit.exchange.backlog_csv import TableFileError, read_backlog
        from tpm_kit.own_register import with_register

        number = isinstance(capacity, int | float) and not isinstance(capacity, bool)
        if capacity is not None and not (number and 0 < capacity < math.inf):
            raise CourseError(f"capacity must be a number of points above 0, not {shown(capacity)}.")
        released = day("release_date", release_date)
        check_whole("sprints", sprints, 1, 52)
        check_whole("sprint_days", sprint_days, 7, 92)
        begun = begin(sprint_start, sprints * sprint_days, released)
        try:
            intake = read_backlog(self._find(file, "backlog"), columns=columns, where=where)
        except TableFileError as error:
            raise CourseError(str(error)) from None
        title = str(name or Path(file).stem)
        self._open(
            Case(
                name=own_name(title),
                title=title,
                items=intake.items,
                capacity=Capacity(sprints, capacity / sprints, focus_factor=1.0) if capacity else None,
                sprint_start=begun,
                sprint_days=sprint_days,
                release_date=released,
                own=True,
            )
        )
        self._open(with_register(self.case, self.workbook)[0])
        return intake

    def use_risks(
        self,
        file: str | Path,
        *,
        columns: Mapping[str, str | None] | None = None,
        where: Mapping[str, str | Sequence[str]] | None = None,
        scale: int | None = None,
        cost_per_day: float | None = None,
        budget: float | None = None,
        name: str | None = None,
    ) -> RegisterIntake:
        """Work on a risk register of your own from now on: any CSV file with a header row.

        `columns` corrects what was recognised, as in `{"chance": "P", "impact": "Tragweite"}`; `where` keeps
        some rows only, as in `{"Status": "open"}`; `scale` is the highest step of your scales, as in 3 or 10,
        where the file does not show it. `cost_per_day` is what a working day of delay costs, and `budget`
        what the responses may cost in all, in the money of the file; both are kept. The register joins the
        backlog that `use_backlog` read before, and its workbook; without one, or with a `name`, it gets a
        workbook of its own, called `name` or else like the file. Read again later, its risks are recognised
        by their ids: what was added, changed and left out is said, and your answers stay.
        """
        from tpm_kit.exchange.risk_csv import TableFileError, read_register
        from tpm_kit.own_register import case_for, merged, with_register

        judged = {"cost_per_day": cost_per_day, "budget": budget}
        judged = {name: amount(name, value) for name, value in judged.items() if value is not None}
        try:
            intake = read_register(self._find(file, "risks"), columns=columns, where=where, scale=scale)
        except TableFileError as error:
            raise CourseError(str(error)) from None
        title = str(name or Path(file).stem)
        self._open(case_for(self.case, own_name(title), title, apart=name is not None))
        intake = merged(intake, self.workbook, judged)
        case, remarks = with_register(self.case, self.workbook)
        self._open(case)
        return replace(intake, remarks=(*intake.remarks, *remarks))

    def use_salaries(
        self, file: str | Path, *, columns: Mapping[str, str | None] | None = None
    ) -> SalaryIntake:
        """Show a list of pay of your own, any CSV file with a header row, in the explorer `salary`.

        `columns` corrects what was recognised, as in `{"pay": "Brutto"}`. Pay for an hour or a month becomes
        pay for a year of full work; no currency is converted. Returns an account of what was read, and of
        what was not and why. Nothing is kept: a new notebook reads the file again.
        """
        from tpm_kit.exchange.salary_csv import TableFileError, read_salaries
        from tpm_kit.explorers.own_pay import Own, explorer_with

        try:
            intake = read_salaries(self._find(file, "salaries"), columns=columns)
        except TableFileError as error:
            raise CourseError(str(error)) from None
        self._own_explorers["salary"] = explorer_with(Own(intake.source, intake.figures))
        return intake

    def use_case(self, name: str | None = None) -> None:
        """Work on a case of the course from now on, by default on its own."""
        try:
            self._open(load_case(case_folder(name or default_case())))
        except CaseError as error:
            raise CourseError(str(error)) from None

    def _find(self, file: str | Path, what: str) -> Path:
        """Return the file, which should hold `what`, as given, or in the course folder if only there."""
        if not isinstance(file, str | Path):
            raise CourseError(f'Give the name of a CSV file, as in use_{what}("{what}.csv").')
        beside = self._work.parent / file
        return Path(file) if Path(file).exists() or not beside.exists() else beside

    def _exercise(self, id: str) -> Exercise:
        if id in EXERCISES:
            return EXERCISES[id]
        hint = did_you_mean(str(id), EXERCISES) or f"; there are {', '.join(EXERCISES)}."
        raise CourseError(f"There is no exercise {shown(id)}{hint}")

    def _renew(self) -> None:
        """Bring every exercise on screen in line with the workbooks."""
        for screen in self._screens.values():
            screen.renew()
