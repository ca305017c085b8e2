"""The recap quiz of notebook 05."""

from __future__ import annotations

from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.quizzes import quiz
from tpm_kit.widgets.quiz import Option, Question

QUESTIONS = (
    Question(
        "workaround",
        "Until the release, support answers a question by hand: 6 minutes each, 186 times a month. Is the "
        "feature that replaces this a Must?",
        (
            Option(
                "yes",
                "Yes, 19 hours a month are too many.",
                "Costly is not the same as impossible. There is a way round, so it is a Should at most; "
                "the hours say how strong a Should.",
            ),
            Option(
                "no",
                "No, since there is a way to get by.",
                "A Must is what the release fails without. A workaround, even a painful one, means that it "
                "does not fail.",
                True,
            ),
            Option(
                "depends",
                "That depends on how loudly support asks.",
                "How loudly somebody asks shows who to talk to, not what fails without the item.",
            ),
        ),
    ),
    Question(
        "share",
        "A plan holds 5 Musts of 13 points each, 10 Shoulds of 2 and 5 Coulds of 3. What share are the "
        "Musts?",
        (
            Option(
                "quarter",
                "25 %: 5 cards of 20.",
                "That counts cards. Effort is what fills a release, and these five cards are large.",
            ),
            Option(
                "sixty-five",
                "65 %: 65 points of 100.",
                "65 / (65 + 20 + 15) = 65 %. By cards the plan looks easy; by effort it is above the 60 % "
                "guidance.",
                True,
            ),
            Option(
                "unknown",
                "It cannot be said without the Won't items.",
                "Won't items are not planned, so they are in neither part of the fraction.",
            ),
        ),
    ),
    Question(
        "could",
        "Why should about a fifth of the planned effort be Coulds?",
        (
            Option(
                "motivation",
                "The team needs some enjoyable work too.",
                "That may be, but it is not the reason. The share is there for the day when things take "
                "longer.",
            ),
            Option(
                "contingency",
                "They are what you drop first when work takes longer.",
                "Coulds are the contingency. Without them the first surprise hits a Should that somebody "
                "was promised.",
                True,
            ),
            Option(
                "sales",
                "So that sales has something to announce.",
                "A Could is the least certain part of a plan, and so the last thing to announce.",
            ),
        ),
    ),
    Question(
        "chain",
        "A Must needs another item, which is a Could. What now?",
        (
            Option(
                "fine",
                "Nothing: the Could will probably be done.",
                "A Could is by definition the first to be dropped. The Must would fall with it.",
            ),
            Option(
                "same",
                "Raise the prerequisite, or lower the Must.",
                "An item is as safe as what it stands on. Either both are promised or neither is.",
                True,
            ),
            Option(
                "split",
                "Leave the board as it is and tell the team to start with the Could.",
                "That orders the work, and hides from everybody who reads the board that the Could is "
                "promised.",
            ),
        ),
    ),
    Question(
        "wont",
        "What does “Won't (this time)” tell the person who asked?",
        (
            Option(
                "never",
                "That the idea was turned down.",
                "Read as “never”, it starts an argument and hides that the item may come back.",
            ),
            Option(
                "not-now",
                "That it will not come in this release, and when it will be looked at again.",
                "That is the use of the list: nobody counts on it meanwhile, and nobody has to ask.",
                True,
            ),
            Option(
                "maybe",
                "That it comes if there is time left.",
                "That describes a Could. Work that may or may not come cannot be told apart from a promise.",
            ),
        ),
    ),
    Question(
        "limit",
        "Your Musts take 68 % of the effort, and none of them can go. What is sound?",
        (
            Option(
                "relabel",
                "Rename two Musts to Shoulds, so that the share fits.",
                "The share then looks right while the promise stays the same. The risk is hidden, not "
                "smaller.",
            ),
            Option(
                "estimate",
                "Lower the estimates of the Musts until they fit.",
                "Estimates follow the work, not the wish. The work will take as long as it takes.",
            ),
            Option(
                "accept",
                "Say so, write down why, and agree what gives way if a Must takes longer.",
                "The guidance is no law. Above 60 % the plan has less room, so those who rely on it should "
                "know that and agree what happens then.",
                True,
            ),
        ),
    ),
)
"""Six questions with one right option each."""

EXERCISE = quiz("prioritization-quiz", "5.9", NOTEBOOK, QUESTIONS)
