"""The recap quiz of notebook 06."""

from __future__ import annotations

from tpm_kit.exercises.quizzes import quiz
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.widgets.quiz import Option, Question

QUESTIONS = (
    Question(
        "later",
        "The sponsor asks for a month beside every card of the column Later. What do you do?",
        (
            Option(
                "months",
                "Write the likeliest month beside each of them, marked as a rough estimate.",
                "The mark is lost with the first copy of the slide, and the month is then quoted as a "
                "promise. Nobody has looked closely at these cards yet.",
            ),
            Option(
                "quarters",
                "Write quarters in place of months, since they leave more room to move.",
                "A quarter is a date as well, only a longer one. What is not known about a card does not "
                "become known by naming a wider span.",
            ),
            Option(
                "order",
                "Show their order, and say which event will move each one up to Next.",
                "Later means: the problem is known, the solution is not. Order and trigger can be said, and "
                "be planned with.",
                True,
            ),
            Option(
                "nothing",
                "Take the column off the sponsor's copy, so that nobody asks about it.",
                "Then nobody learns what is not coming soon, and those who wait for it plan without it or "
                "count on it in silence.",
            ),
        ),
    ),
    Question(
        "promise",
        "Simulated 10,000 times, a plan ends by 9 June in half of the runs and by 23 June in 80 % of them. "
        "A regulator asks for a date. Which one do you give?",
        (
            Option(
                "later-date",
                "23 June or later, and the share of the runs that it rests on.",
                "A miss is dear here, so the date needs a margin. One run in five still ends after it, and "
                "whoever relies on it should know.",
                True,
            ),
            Option(
                "middle",
                "9 June, as it is the likeliest of all the dates that came out.",
                "It is the middle of the runs, so the other half ends later. That is a coin toss, and the "
                "regulator is the last to play it with.",
            ),
            Option(
                "mean",
                "16 June, halfway between the two dates, which is fair to all.",
                "Halfway between two dates is no measure of anything. How many runs end by then has not been "
                "counted, only that they are fewer than 80 %.",
            ),
            Option(
                "none",
                "No date, since a simulation cannot prove when work is done.",
                "Nothing proves a date. A share of runs says how much to trust one, and with no date the "
                "regulator sets one alone.",
            ),
        ),
    ),
    Question(
        "float",
        "Three tasks stand in one row, each after the other, and a table gives each of them 4 days of total "
        "float. How late may the row as a whole become?",
        (
            Option(
                "twelve",
                "12 days, as each of the three tasks may use up its own 4.",
                "They share the same 4 days. When the first task has used them, the other two have none, and "
                "the next day of delay moves the end.",
            ),
            Option(
                "none",
                "No day at all, as tasks in one row are always critical.",
                "Critical is what has no float. A row beside the longest one has room, and this one has 4 "
                "days of it.",
            ),
            Option(
                "one",
                "A third of it for each task, so that all have their share.",
                "Nobody divides it. Whichever task comes first takes as much of the 4 days as it likes, and "
                "the others get what is left.",
            ),
            Option(
                "four",
                "4 days in all, whichever of the three tasks is using them.",
                "Total float belongs to the path. Along a row it is one and the same room, so it must not be "
                "added up.",
                True,
            ),
        ),
    ),
    Question(
        "full",
        "A plan fills every sprint to 100 % of what the team finished at its best. What is wrong with it?",
        (
            Option(
                "more",
                "Little: a team that is full has the least waste and gets most done.",
                "Full people make work wait. Where each hour is taken, everything unforeseen pushes "
                "something else back, and that pushes the next.",
            ),
            Option(
                "room",
                "Support, leave and surprises have no room, so the first of them moves it.",
                "They come in every sprint, only nobody knows which. A focus factor below 1 leaves room for "
                "them before the plan is promised.",
                True,
            ),
            Option(
                "buffer",
                "It needs one empty sprint at the end, and up to there it can stay full.",
                "The first surprise then moves all that follows, from sprint to sprint, and the buffer is "
                "used up before anybody can decide about it.",
            ),
            Option(
                "average",
                "It should be filled to the average, which is what the team can keep up.",
                "Closer, but an average is missed about every other time, and it has no room either for what "
                "is no planned work at all.",
            ),
        ),
    ),
    Question(
        "limits",
        "A board may hold 4 cards in progress and holds 4, of which one is blocked. Somebody has time. "
        "What now?",
        (
            Option(
                "fifth",
                "Begin a fifth card, as the blocked one does not count while it stands still.",
                "It counts. It will come back, and then five are open. A limit that leaves out what is "
                "stuck hides the very thing that it should show.",
            ),
            Option(
                "raise",
                "Raise the limit to 5 until the blocked card moves, and lower it again then.",
                "It is seldom lowered again. The limit did its work when it made somebody ask what to do; "
                "raised, it asks nothing.",
            ),
            Option(
                "help",
                "Help with one of the 4 or in review, or clear away what blocks the one.",
                "All three bring something nearer to done. A fifth card only makes the four wait longer.",
                True,
            ),
            Option(
                "back",
                "Put the blocked card back into To do, and take a fresh one in its place.",
                "Out of sight it stays blocked, since nobody asks after it. What was done on it gets old, "
                "and the board says that it never began.",
            ),
        ),
    ),
    Question(
        "enabler",
        "A roadmap shows only what users see. The team says that two features need a move of the database "
        "first. Where does the move belong?",
        (
            Option(
                "hidden",
                "Into the estimate of the first feature, since users never see a move.",
                "The second feature then seems free until the first is dropped or put off. Work that two "
                "things need must be seen to be kept.",
            ),
            Option(
                "after",
                "After both features, as soon as the users have got what they asked for.",
                "What they stand on would come after them. They would be built twice, or wait without "
                "anybody seeing for what.",
            ),
            Option(
                "engineers",
                "On a plan of the engineers' own, which need not burden the sponsors.",
                "Two plans drift apart. The sponsors then cut what looks idle, and learn from a missed date "
                "that something else stood on it.",
            ),
            Option(
                "before",
                "Before the earlier one, on the same plan, with the two that it enables.",
                "It is an enabler: worth what it makes possible. Shown before its features it can be "
                "defended, and everybody sees what a delay of it moves.",
                True,
            ),
        ),
    ),
    Question(
        "outcome",
        "A roadmap lists twelve features, each with a sprint, and all have agreed to it. What is missing?",
        (
            Option(
                "people",
                "Who builds each of them, as a plan without names binds nobody at all.",
                "Names help the team. They do not say whether a feature is worth its sprint, nor what to "
                "do when it turns out not to be.",
            ),
            Option(
                "change",
                "What shall be different, and for whom, when each of them is in use.",
                "Without the outcome nobody can tell whether a feature has worked, or swap it for "
                "something better.",
                True,
            ),
            Option(
                "points",
                "How large each of them is, so that everybody can check the sprints.",
                "Sizes tell whether the list fits. It can fit to the point and still change nothing for "
                "anybody who uses the product.",
            ),
            Option(
                "more",
                "What follows after the twelve, so that no team runs out of work soon.",
                "A longer list has the same hole in it, and the further away a feature is, the less is "
                "known about whether it will help.",
            ),
        ),
    ),
    Question(
        "slip",
        "At the review three items have moved back by a sprint. What do those who rely on the plan get?",
        (
            Option(
                "new-plan",
                "The new plan, on the same day on which the old one is taken down.",
                "They would have to find the difference for themselves. Who planned with an old date finds "
                "it last, and trusts the new plan less.",
            ),
            Option(
                "wait",
                "Nothing before the next review, as the items may yet catch up by then.",
                "They seldom do, and each week takes away what the others could still have done about it.",
            ),
            Option(
                "log",
                "What moved, from when to when, why, and what is done so it stays there.",
                "A slip with a reason can be answered, and a promise elsewhere moved in time. Unexplained, "
                "it says only that the next date will move too.",
                True,
            ),
            Option(
                "names",
                "A list of who was late with what, so that it does not happen again.",
                "Next time each will hold back bad news until it can no longer be hidden. What is needed is "
                "the cause and not the culprit.",
            ),
        ),
    ),
)
"""Eight questions with one right option each."""

EXERCISE = quiz("roadmap-quiz", "6.11", NOTEBOOK, QUESTIONS)
