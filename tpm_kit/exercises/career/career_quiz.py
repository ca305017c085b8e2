"""The recap quiz of notebook 11."""

from __future__ import annotations

from tpm_kit.case import Case
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.quiz_claims import CLAIM_QUESTIONS
from tpm_kit.exercises.career.quiz_figures import FIGURE_QUESTIONS
from tpm_kit.exercises.quizzes import TASK, quiz

QUESTIONS = (*CLAIM_QUESTIONS, *FIGURE_QUESTIONS)
"""Ten questions with one right option each."""
SOURCES = ("oews-trend", "lca", "glassdoor")
"""Where the figures in them come from."""


def quiz_task(case: Case) -> str:
    """Return the task, with the sources of all figures of pay in the questions."""
    # The course map imports every exercise, and needs no figure of pay.
    from tpm_kit.salary_data import citation

    return (
        f"{TASK} The figures of pay in it are published and dated; their sources: "
        f"{' '.join(citation(source) for source in SOURCES)}"
    )


EXERCISE = quiz("career-quiz", "11.14", NOTEBOOK, QUESTIONS, task=quiz_task)
