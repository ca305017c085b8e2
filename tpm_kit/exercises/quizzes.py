"""Quizzes: questions with one right option each, and a reason for every option."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tpm_kit.answers import Choices
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise, Finding, Hint, Rule
from tpm_kit.widgets.quiz import Question, Quiz

TASK = "Choose an answer to each question, then check: every option then gets its reason."


def quiz(
    id: str,
    number: str,
    notebook: str,
    questions: Sequence[Question],
    *,
    title: str = "Recap",
    task: str | Callable[[Case], str] = TASK,
    hints: tuple[Hint, ...] = (),
) -> Exercise:
    """Return the exercise that asks these questions; by default the recap at the end of a notebook."""
    return Exercise(
        id=id,
        version=1,
        number=number,
        title=title,
        notebook=notebook,
        task=task,
        answer=Choices,
        view=lambda case: Quiz(questions),
        parts=lambda case: question_titles(questions),
        rules=(right_options("QUIZ", questions),),
        hints=hints,
        done_word="answered",
    )


def question_titles(questions: Sequence[Question]) -> dict[str, str]:
    """Return what the feedback calls each question, by id."""
    return {question.id: f"question {number}" for number, question in enumerate(questions, start=1)}


def right_options(code: str, questions: Sequence[Question]) -> Rule:
    """Return a rule that finds wrong choices, with the reason of the chosen option, and counts the right
    ones."""

    def check(answer: Choices, case: Case) -> Iterator[Finding]:
        chosen = [
            (number, question, question.option(answer.choices.get(question.id, "")))
            for number, question in enumerate(questions, start=1)
        ]
        right = [question.id for _, question, option in chosen if option and option.right]
        for number, question, option in chosen:
            if option is None and question.id in answer.choices:
                seen = f"Question {number}: the option that you chose is no longer there."
                yield Finding("problem", seen, do="Choose again.", cards=(question.id,))
            elif option and not option.right:
                seen = f"Question {number}: “{option.text}” does not hold."
                yield Finding("problem", seen, option.reason, "Choose again.", (question.id,))
        if right:
            yield Finding("good", f"{len(right)} of {len(questions)} right.", cards=tuple(right))

    return Rule(code, check)
