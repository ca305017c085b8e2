"""Which method when: six situations, and the question that each method answers."""

from __future__ import annotations

from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.quizzes import quiz
from tpm_kit.widgets.quiz import Option, Question

QUESTIONS = (
    Question(
        "date",
        "A regulator's date cannot move, and the work that people ask for by then is half as much again as "
        "the team can finish. How do you settle what ships?",
        (
            Option(
                "rice",
                "RICE: take the items with the highest scores, as many as fit.",
                "A score says how much is gained for the effort, not what fails without the item. A duty "
                "that concerns few people, or the groundwork below it, scores low and must ship all the "
                "same.",
            ),
            Option(
                "moscow",
                "MoSCoW: agree what the release fails without, and what gives way.",
                "With the date fixed, scope is what can give. MoSCoW says in advance which part is promised "
                "and which part is dropped first, and leaves room for surprises.",
                True,
            ),
            Option(
                "cd3",
                "CD3: take what costs most in delay for each week of work.",
                "That puts work into order and leaves nothing out. What has a date costs nothing until then, "
                "so that on today's costs the duties would come last.",
            ),
            Option(
                "kano",
                "Kano: take what customers say they could not do without.",
                "A must-be in Kano is what customers take for granted. The regulator was not in the survey, "
                "and few customers miss a report that they never see.",
            ),
        ),
    ),
    Question(
        "ideas",
        "Forty ideas for one dashboard are waiting. For each of them the usage data say how many customers a "
        "quarter it would touch, and the engineers have given an effort. What gives a first order?",
        (
            Option(
                "ice",
                "ICE: forty are a lot, so three quick scores from 1 to 10 must do.",
                "ICE is for quick triage, when judgement is all there is. Here counts are at hand, and ICE "
                "has no place for them: a guess from 1 to 10 would stand in for a number that is known.",
            ),
            Option(
                "matrix",
                "A weighted matrix: with eight criteria nothing is overlooked.",
                "That makes 320 scores, most of them guesses. A matrix is for a few options with many "
                "criteria, where each cell is worth a discussion.",
            ),
            Option(
                "rice",
                "RICE: reach times impact times confidence, divided by effort.",
                "Many ideas of one kind with reach in the data are what RICE is for. Keep one quarter and "
                "one unit of effort in all rows, and take neighbours that are close as equal.",
                True,
            ),
            Option(
                "moscow",
                "MoSCoW: sort the forty by what the release fails without.",
                "There is no date that anything could fail on. Nearly all would be Coulds, and among the "
                "Coulds you would be as wise as before.",
            ),
        ),
    ),
    Question(
        "offer",
        "A partner offers €100,000 if its connection is built first. Everything else then comes a month "
        "later. How do you find out whether that is worth it?",
        (
            Option(
                "delay",
                "Add up what one month of delay costs for all the other work, in euros.",
                "Money on one side needs money on the other. If a month's delay of the rest costs less than "
                "€100,000, the offer pays, unless a date or a promise breaks on the way.",
                True,
            ),
            Option(
                "wsjf",
                "Score it by SAFe's WSJF, with 20 for business value, and see its rank.",
                "A 20 says that its value is about twenty times that of the smallest job on this board. It "
                "is no amount, so that the sum cannot be held against €100,000 or a month.",
            ),
            Option(
                "rice",
                "Score it by RICE, with massive impact (3), and compare it with the rest.",
                "RICE knows neither money nor time: a reach of one partner gives it a low score, whatever "
                "is paid, and what the others lose by waiting is not in it at all.",
            ),
            Option(
                "moscow",
                "Ask whether it is a Must; for €100,000 the release cannot do without.",
                "A Must is what the release fails without, and it was worth having before the offer came. "
                "What is paid for something says what it is worth, and not that nothing goes without it.",
            ),
        ),
    ),
    Question(
        "boards",
        "Two teams score their jobs by SAFe's WSJF, each on its own board. The best job of one comes to "
        "24 / 2 = 12, the best of the other to 21 / 3 = 7. One engineer is free. Which job gets help?",
        (
            Option(
                "higher",
                "The first: 12 is more than 7, and job size is already divided out.",
                "Each column of a board is relative to its own smallest job, the 1. The other team's 1 is "
                "another job, so 12 and 7 are in units that have nothing to do with each other.",
            ),
            Option(
                "product",
                "The first, provided that multiplying the three scores confirms it.",
                "SAFe adds the three scores. A product is another convention, which weighs a single low "
                "score far more, and both boards would still have a scale of their own.",
            ),
            Option(
                "larger",
                "The second: its job is the larger one, so that help counts for more.",
                "The sizes are relative as well: a 3 on one board may be less work than a 2 on the other. "
                "And being large speaks against a job in WSJF, not for it.",
            ),
            Option(
                "one-scale",
                "Neither yet: score both jobs on one board, or put both into euros.",
                "Relative scores order the jobs that were scored together, and only those. One board with "
                "one smallest job, or the cost of a week's delay in euros, makes the two comparable.",
                True,
            ),
        ),
    ),
    Question(
        "feelings",
        "In the interviews every shop owner called all six features important. You want to know which of "
        "them are taken for granted and which would win somebody over. What do you ask?",
        (
            Option(
                "importance",
                "How important each is, from 1 to 10; then you rank the means.",
                "They have told you that already: everything is important. A number for it shows how much, "
                "not whether they would praise you for it or only complain without it.",
            ),
            Option(
                "kano",
                "How they would feel with each of them, and how without it: Kano.",
                "The pair of answers is what tells the kinds apart: glad with it and indifferent without it "
                "is attractive; nothing special with it and annoyed without it is a must-be.",
                True,
            ),
            Option(
                "opportunity",
                "How important each is, and how satisfied they are: opportunity score.",
                "That finds needs that are badly met, which is another question. Something taken for granted "
                "and something longed for can both be important and badly met.",
            ),
            Option(
                "tickets",
                "Nothing more: you count the support tickets about each of them.",
                "People write about what is broken or missed. What would win them over, they have mostly not "
                "thought of, so there is no ticket about it.",
            ),
        ),
    ),
    Question(
        "first-version",
        "The five stories with the best scores make up the first version. A test shop says: “I could refund "
        "a payment now, but I cannot connect my shop to take one.” What helps?",
        (
            Option(
                "rescore",
                "Score again, and give the connection of a shop a higher impact.",
                "That bends a score until it says what you know. The next step that is missing has to be "
                "found by the next test shop.",
            ),
            Option(
                "more",
                "Take the best ten stories, so that the first version covers more.",
                "It may or may not: scores look at each story by itself, so no number of top stories makes "
                "sure that the steps join up. It only comes later.",
            ),
            Option(
                "matrix",
                "Score the stories in a weighted matrix, completeness included.",
                "Whether something is complete is a matter of all stories together; no single story can "
                "have points for it. A matrix also wants few options, such as three suppliers.",
            ),
            Option(
                "map",
                "Lay the stories out by the steps of a shop, and cut a slice across.",
                "A story map shows the whole way from left to right, and so the step without a story. The "
                "thinnest slice that touches every step is a version that somebody can use.",
                True,
            ),
        ),
    ),
)
"""Six situations with one fitting method each."""

EXERCISE = quiz(
    "which-method",
    "5.8",
    NOTEBOOK,
    QUESTIONS,
    title="Which method when?",
    task="Each method answers a question of its own: choose what fits each of the six situations, then "
    "check, and every option gets its reason.",
    hints=(
        "Ask first what has to be decided: what is left out, what comes first, what a wait costs, or what "
        "people want. Most wrong options answer another of these.",
        "Where two numbers are compared, look at their units. Points have none outside the board on which "
        "they were given.",
    ),
)
