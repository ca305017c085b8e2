"""Questions of the recap of notebook 07 about money, responses and dates."""

from __future__ import annotations

from tpm_kit.widgets.quiz import Option, Question

MONEY_QUESTIONS = (
    Question(
        "value",
        "A connector costs €30,000. With 70 % it saves €60,000, with 30 % only €10,000. What is it worth on "
        "average?",
        (
            Option(
                "right",
                "€15,000: 70 % of a gain of €30,000 less 30 % of a loss of €20,000.",
                "The price belongs into both branches: +€30,000 and −€20,000. 70 % of the one and 30 % of "
                "the other, each with its sign, make 21,000 − 6,000.",
                True,
            ),
            Option(
                "no-sign",
                "€27,000: 70 % of €30,000 and 30 % of €20,000, which adds up to it.",
                "The second branch loses €20,000 and was counted as a gain. A lost sign turns the worst "
                "outcome into an argument for buying.",
            ),
            Option(
                "no-price",
                "€45,000: 70 % of €60,000 and 30 % of €10,000, as these are saved.",
                "That is what it saves on average, before its price of €30,000. What is left after paying "
                "for it is a third of that.",
            ),
            Option(
                "no-chance",
                "€5,000: the middle between a gain of €30,000 and a loss of €20,000.",
                "The middle treats both outcomes as equally likely. The chances are 70 and 30 %, so the gain "
                "counts for more than twice as much.",
            ),
        ),
    ),
    Question(
        "transfer",
        "A contract makes the supplier pay €20,000 if a delivery is three weeks late. What does that do to "
        "the date of your release?",
        (
            Option(
                "holds",
                "The date holds, since the supplier now bears the risk of a delay.",
                "The supplier bears a part of the cost. The release still waits three weeks, and who asked "
                "for the date will ask you.",
            ),
            Option(
                "likelier",
                "The delay can be left out of the simulation, as it is paid for.",
                "Its cost is paid for, and its days are not. Left out of the simulation it makes every date "
                "look safer than it is.",
            ),
            Option(
                "bought",
                "The €20,000 buy back the three weeks with additional engineers.",
                "Money seldom speeds up what waits for a delivery that is not there, and new people need "
                "weeks before they help anybody.",
            ),
            Option(
                "nothing",
                "Nothing by itself: the days need a response of their own as well.",
                "Transfer moves money and leaves the days. A date is helped by less delay, a second source, "
                "or room in the plan.",
                True,
            ),
        ),
    ),
    Question(
        "reserves",
        "A risk on the register fires, and in the same week something happens that nobody had thought of. "
        "Which reserve pays for what?",
        (
            Option(
                "one",
                "The contingency reserve pays for both, as both came unplanned.",
                "It was worked out from the known risks. If it pays for anything that comes, it is gone when "
                "the next known risk fires.",
            ),
            Option(
                "two",
                "Contingency for the known risk; management reserve for the other.",
                "The first was sized from the register and is the project's to spend. The second is for what "
                "is unknown, and whoever holds it releases it.",
                True,
            ),
            Option(
                "reverse",
                "Management reserve for the known risk; contingency for the other.",
                "The other way round: what stands on the register has been estimated and has its reserve "
                "already. Nobody can estimate the unknown one by one.",
            ),
            Option(
                "none",
                "Neither of them, since a reserve shows that the plan was wrong.",
                "A plan without reserve claims that nothing will happen. The register says what may, and "
                "with what chance; leaving it unpaid makes it no less likely.",
            ),
        ),
    ),
    Question(
        "sum",
        "Five independent risks cost €10,000 each with a chance of 30 %. The P80 of each one alone is "
        "€10,000. What is the P80 of all five together?",
        (
            Option(
                "less",
                "€20,000: in 84 % of cases two or fewer of the five will fire.",
                "P80 values must not be added. That all five fire, which the sum of €50,000 stands for, "
                "happens in 2 of 1,000 cases.",
                True,
            ),
            Option(
                "sum",
                "€50,000: the five values of €10,000, which are simply added.",
                "That would be enough in 99.8 % of cases and not in 80. Bad luck seldom strikes everywhere "
                "at once, so the sum is far too dear.",
            ),
            Option(
                "mean",
                "€15,000: the five expected losses of €3,000, added together.",
                "Expected values may be added, but that gives the mean. What stays within €15,000 is one "
                "firing or none, and that is 53 % of cases.",
            ),
            Option(
                "share",
                "€40,000: 80 % of the largest loss there can be, of €50,000.",
                "80 % of the worst case is no percentile. Four firings or fewer are 99.8 % of cases, so this "
                "is as dear as all five.",
            ),
        ),
    ),
    Question(
        "p80",
        "A simulation of all risks gives a P80 of €46,000 for their cost. What do you tell the sponsor that "
        "it means?",
        (
            Option(
                "exact",
                "With a chance of 80 % the risks will cost exactly €46,000 in all.",
                "Hardly any run costs exactly that. The percentile is a limit: it says how many runs stay "
                "below it.",
            ),
            Option(
                "worst",
                "The risks can cost €46,000 at worst, and the model is 80 % sure.",
                "One run in five costs more, some of them much more. What lies above the limit is what the "
                "exceedance curve is for.",
            ),
            Option(
                "limit",
                "In 80 % of the runs they cost €46,000 or less, and in 20 % more.",
                "So €46,000 in reserve are enough four times out of five, if the estimates behind it and the "
                "list of risks are right.",
                True,
            ),
            Option(
                "share",
                "€46,000 are 80 % of the highest cost that the simulation showed.",
                "It counts runs and not money: the runs are put in order by cost, and four fifths of them "
                "lie at or below this one.",
            ),
        ),
    ),
)
"""Five questions with one right option each."""
