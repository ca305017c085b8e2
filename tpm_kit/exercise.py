"""What an exercise is, and what feedback is: `Exercise`, `Rule`, `Finding`, `Outcome`.

Nothing here displays or stores. `tpm_kit.attempt` joins an exercise to a widget and a workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Literal

from tpm_kit.answers import Answer, AnswerError
from tpm_kit.case import Case
from tpm_kit.case_tables import TABLES, TableRow

Level = Literal["problem", "caution", "note", "good"]
NAMES = {
    "effort": "effort estimates",
    "deadline": "deadlines",
    "workaround": "workarounds",
    "release_date": "release date",
    "sprint_start": "start of the first sprint",
    "kano-survey": "answers of single respondents",
}
"""What the fields that rules need are called in a sentence."""
SETTINGS = ("capacity", "release_date", "sprint_start")
"""The fields that belong to the case and not to its items."""
LEVELS: tuple[Level, ...] = ("problem", "caution", "note", "good")


@dataclass(frozen=True)
class Finding:
    """One thing seen in an answer.

    Levels: a *problem* contradicts the method or the sums; a *caution* breaks a guideline, and can be
    accepted with a written reason; a *note* is worth knowing; *good* says what holds. `seen` names the
    learner's own items and numbers, `why` says why it matters, `do` what to try. `cards` are the ids it is
    about.
    """

    level: Level
    seen: str
    why: str = ""
    do: str = ""
    cards: tuple[str, ...] = ()
    code: str = ""

    @property
    def key(self) -> str:
        """What a written reason is kept under: the same code about the same cards."""
        return " ".join((self.code, *sorted(self.cards)))


class Outcome(StrEnum):
    """How an answer stands."""

    NOT_ATTEMPTED = "not attempted"
    INCOMPLETE = "incomplete"
    NEEDS_WORK = "needs work"
    TRADE_OFF = "sound with a trade-off"
    STRONG = "strong"


Check = Callable[[Any, Case], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """A named check. `code` stands in the domain reference; `needs` are fields of the case without which
    the rule cannot judge (`effort`, `dependencies`, `capacity`, …); with `whole` it judges the balance of the
    answer, and waits until the answer is complete."""

    code: str
    check: Check
    needs: tuple[str, ...] = ()
    whole: bool = False

    def __call__(self, answer: Any, case: Case) -> list[Finding]:
        """Return what this rule finds, each finding carrying the rule's code."""
        return [replace(finding, code=self.code) for finding in self.check(answer, case)]


def rule(code: str, *needs: str, whole: bool = False) -> Callable[[Check], Rule]:
    """Turn a function `(answer, case) -> findings` into the `Rule` with that code and those needs."""
    return lambda check: Rule(code, check, needs, whole)


@dataclass(frozen=True)
class Reason:
    """Why a learner accepts a caution: their words, and what the caution said when they wrote them."""

    text: str
    seen: str


@dataclass(frozen=True)
class Review:
    """The feedback on one answer: its outcome, and the findings, most serious first."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    accepted: frozenset[str] = frozenset()
    """Keys of the cautions that the learner accepted with a reason that still fits."""
    stood_down: int = 0
    """How many rules could not judge, since the case lacks what they need."""


Hint = str | Callable[[Any, Case], str]


@dataclass(frozen=True)
class Exercise:
    """One exercise, declared in one block; see CONTRIBUTING.md for a whole example.

    `view(case)` makes the widget that collects the answer; it offers what `tpm_kit.attempt.View` lists.
    `parts(case)` gives what a complete answer covers: the title of each card or question by id.
    `live(answer, case)` gives the figures to show while the learner works, by column. `worked` says whether
    the case folder may hold a worked answer in `worked/<id>.csv`. A hint is a text, or a function of answer
    and case that returns one.
    """

    id: str
    version: int
    number: str
    title: str
    notebook: str
    task: str | Callable[[Case], str]
    answer: type[Answer]
    view: Callable[[Case], Any]
    parts: Callable[[Case], Mapping[str, str]]
    rules: tuple[Rule, ...]
    hints: tuple[Hint, ...] = ()
    live: Callable[[Any, Case], Mapping[str, Any]] | None = None
    worked: bool = False
    required: Callable[[Any, Case], Collection[str]] | None = None
    """The parts without which an answer is not complete, given what it holds; by default all."""
    done_word: str = "placed"
    chart: Callable[[Case], Any] | None = None
    """Makes the `Chart` below the view. After every change it is updated with what `plotted` returns: the
    arguments of its `update`."""
    plotted: Callable[[Any, Case], Mapping[str, Any]] | None = None
    uses: Mapping[str, type[Answer]] = field(default_factory=dict)
    """The exercises whose answers this one builds on: id -> type of the answer, found in `case.earlier`."""
    inputs: Inputs | None = None
    """What a backlog of the learner's own must be given first."""
    start: Callable[[Case], Answer] | None = None
    """The answer that is shown while none is stored. It is the learner's once they change or check it."""
    solution: Callable[[Case], Mapping[str, tuple[str, str]]] | None = None
    """The worked answer where it is made and stands in no file: part -> (value, reason). It serves on a
    backlog of the learner's own as well."""
    worked_called: str = "One defensible answer"
    """What the worked answer is called where it is shown beside the learner's own."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """The names of rows, columns and options by id, for showing a worked answer beside the learner's own."""

    def ground(self, case: Case, stored: Callable[[str], object]) -> Case:
        """Return the case as this exercise needs it: with the answers it builds on, and with what the learner
        filled in if the case lacks it. `stored(id)` gives the raw answer to an exercise, or None."""
        case, inputs = self._with_earlier(case, stored), self.inputs
        if inputs and self.asks(case, stored):
            answer = _readable(inputs.exercise.answer, stored(inputs.exercise.id))
            if inputs.exercise.review(answer, case).outcome is Outcome.STRONG:
                case = replace(case, tables={**case.tables, inputs.table: tuple(inputs.rows(answer, case))})
        return case

    def asks(self, case: Case, stored: Callable[[str], object]) -> bool:
        """Say whether the case lacks what `inputs` collects; `stored` as for `ground`."""
        inputs = self.inputs
        lacks = inputs is not None and not case.table(inputs.table)
        return lacks and inputs.wanted(self._with_earlier(case, stored))

    def _with_earlier(self, case: Case, stored: Callable[[str], object]) -> Case:
        earlier = {id: _readable(kind, stored(id)) for id, kind in self.uses.items()}
        return replace(case, earlier=earlier)

    def task_for(self, case: Case) -> str:
        """Return the task in one sentence, with the case's own numbers where it has them."""
        return self.task if isinstance(self.task, str) else self.task(case)

    def hint(self, step: int, answer: Answer, case: Case) -> str:
        """Return hint number `step`, counted from 0."""
        hint = self.hints[step]
        return hint if isinstance(hint, str) else hint(answer, case)

    def read(self, raw: object) -> Answer:
        """Return a stored answer, typed; None gives a blank one. Raises `AnswerError`."""
        return self.answer() if raw is None else self.answer.read(raw)

    def beginning(self, case: Case) -> Answer:
        """Return the answer that is shown while none is stored; a blank one unless `start` says otherwise."""
        return self.start(case) if self.start else self.answer()

    def worked_answer(self, case: Case) -> Mapping[str, tuple[str, str]] | None:
        """Return a worked answer as part -> (value, reason), or None if there is none."""
        return self.solution(case) if self.solution else case.worked(self.id)

    def in_words(self, value: str | None) -> str:
        """Return the value of a part (see `Answer.value`) as the learner knows it."""
        return f"not {self.done_word}" if value is None else self.answer.in_words(value, self.columns)

    def missing(self, answer: Answer, case: Case) -> list[str]:
        """Return the ids that the answer does not cover yet."""
        done, parts = answer.parts(), self.parts(case)
        required = self.required(answer, case) if self.required else parts
        return [id for id in parts if id in required and id not in done]

    def review(self, answer: Answer, case: Case, reasons: Mapping[str, Reason] | None = None) -> Review:
        """Judge an answer. Pure: the same answer, case and reasons always give the same review."""
        if not answer.parts():
            return Review(Outcome.NOT_ATTEMPTED, ())
        able = [rule for rule in self.rules if all(_has(case, need) for need in rule.needs)]
        missing = self.missing(answer, case)
        findings = [
            finding for rule in able if not (rule.whole and missing) for finding in rule(answer, case)
        ]
        unable = [rule for rule in self.rules if rule not in able]
        findings += _stood_down(unable, case)
        findings.sort(key=lambda finding: LEVELS.index(finding.level))
        accepted = frozenset(
            finding.key
            for finding in findings
            if finding.level == "caution" and _fits((reasons or {}).get(finding.key), finding)
        )
        return Review(_outcome(findings, accepted, missing), tuple(findings), accepted, len(unable))


@dataclass(frozen=True)
class Inputs:
    """A table that an exercise needs and a learner's own backlog lacks.

    `exercise` collects it, an exercise like any other; `rows(answer, case)` turns a complete and sound answer
    into the rows of the case's table `table`. A case without the table needs it only if `wanted(case)`.
    """

    table: str
    exercise: Exercise
    rows: Callable[[Any, Case], Iterable[TableRow]]
    wanted: Callable[[Case], bool] = lambda case: True


def _readable(kind: type[Answer], raw: object) -> Answer:
    """Return a stored answer, or a blank one if there is none or it cannot be read."""
    try:
        return kind() if raw is None else kind.read(raw)
    except AnswerError:
        return kind()


def _has(case: Case, need: str) -> bool:
    return getattr(case, need) is not None if need in SETTINGS else case.has(need)


def _fits(reason: Reason | None, finding: Finding) -> bool:
    return reason is not None and bool(reason.text.strip()) and reason.seen == finding.seen


def _listed(words: Sequence[str], last: str) -> str:
    """Return words as a list in a sentence, `last` standing before the last one."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _stood_down(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """One note for all rules that cannot judge this case, naming what it lacks."""
    lacking = list(dict.fromkeys(need for rule in rules for need in rule.needs if not _has(case, need)))
    if not lacking:
        return []
    what = _listed([NAMES.get(need, need) for need in lacking], "or")
    looks = "; ".join(f"{rule.code} ({(rule.check.__doc__ or '').split('.')[0]})" for rule in rules)
    columns = [NAMES.get(need, need) for need in lacking if need not in (*SETTINGS, *TABLES)]
    advice = []
    if columns:
        advice.append(
            f"Columns for {_listed(columns, 'and')} would help; columns= says which header is which."
        )
    advice += [
        f"{need}= gives use_backlog the {NAMES.get(need, need)}." for need in lacking if need in SETTINGS
    ]
    return [
        Finding(
            "note", f"This backlog has no {what}, so these checks stand down: {looks}.", do=" ".join(advice)
        )
    ]


def _outcome(findings: Sequence[Finding], accepted: frozenset[str], missing: Sequence[str]) -> Outcome:
    cautions = {finding.key for finding in findings if finding.level == "caution"}
    if missing:
        return Outcome.INCOMPLETE
    if cautions - accepted or any(finding.level == "problem" for finding in findings):
        return Outcome.NEEDS_WORK
    return Outcome.TRADE_OFF if cautions else Outcome.STRONG
