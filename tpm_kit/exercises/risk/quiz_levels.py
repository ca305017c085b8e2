"""Questions of the recap of notebook 07 about what a risk is, and about levels and scores."""

from __future__ import annotations

from tpm_kit.widgets.quiz import Option, Question

LEVEL_QUESTIONS = (
    Question(
        "issue",
        "A supplier's test system has been down since Monday. It stands on the risk register with a "
        "probability of 100 %. What do you do with it?",
        (
            Option(
                "keep",
                "Leave it there, as nothing on the register is more probable.",
                "What is certain is no longer a risk. Kept there it gets a trigger and a review where it "
                "needs somebody who mends it today.",
            ),
            Option(
                "lower",
                "Put it at 95 %, so that the matrix has a place to show it.",
                "That makes up doubt where there is none. The score then says “probably” of something that "
                "has cost days since Monday.",
            ),
            Option(
                "move",
                "Move it to the issues, and ask what may still come of it.",
                "It has happened, so it is an issue with somebody who deals with it. A risk is what it may "
                "yet bring about.",
                True,
            ),
            Option(
                "close",
                "Close it, as it happened and cannot be foreseen any more.",
                "Closed means that nothing can come of it any longer. The system is still down, and whatever "
                "waits for it gets later every day.",
            ),
        ),
    ),
    Question(
        "average",
        "Nine risks on a register score 4 each and one scores 25. A report says: 6.1 on average, so the "
        "release is at medium risk (5 to 9). What do you make of it?",
        (
            Option(
                "hides",
                "No risk is medium, and the one critical risk cannot be seen.",
                "Nine are low and one is critical. The average describes none of them, and ten more risks "
                "of score 1 would push it down to 3.6, “low”, while the big one stays.",
                True,
            ),
            Option(
                "median",
                "The median would be right, as the one high score distorts it.",
                "The median is 4 and says “low”, so the critical risk disappears altogether. A release is "
                "hit by single risks and never by the middle of a list.",
            ),
            Option(
                "fair",
                "It is fair, since the many small risks outweigh the big one.",
                "Nothing outweighs anything here: each risk strikes by itself. Nine low ones do not make the "
                "tenth any less likely or any cheaper.",
            ),
            Option(
                "sum",
                "The sum of 61 should be reported, as it leaves nothing out.",
                "A sum of scores grows with the length of the list. Sixteen risks of 4 would make 64, and "
                "not one of them would need a decision.",
            ),
        ),
    ),
    Question(
        "money",
        "Risk A: 90 % chance to lose €16,000, score 5 × 4 = 20. Risk B: 15 % chance to lose €400,000, score "
        "2 × 5 = 10. How do the expected losses compare?",
        (
            Option(
                "double",
                "A's is twice that of B, since its score is twice as high.",
                "Scores are places in an order, with bands of uneven width behind them. Twice the score says "
                "nothing of twice the money.",
            ),
            Option(
                "same",
                "Nearly alike: the likely small one makes up for the rare.",
                "It sounds balanced, but 90 % of €16,000 and 15 % of €400,000 are far apart. Multiply what "
                "was estimated and not the numbers of the bands.",
            ),
            Option(
                "unknown",
                "Nobody can know, as estimates of chance are only opinions.",
                "Rough figures still show more than the bands made from them. Here B stays ahead even if its "
                "chance were only 4 %.",
            ),
            Option(
                "b-more",
                "B's is about four times that of A, against the two scores.",
                "€60,000 against €14,400. The top band has no upper end, so all above it gets a 5, however "
                "large the loss.",
                True,
            ),
        ),
    ),
    Question(
        "wrong-way",
        "Chance and loss are cut into five equal bands. A: 85 % chance to lose 2 % of the budget, score 5. "
        "B: 38 % chance to lose 38 % of it, score 4. What follows?",
        (
            Option(
                "a-first",
                "A is dealt with first, as its score is the higher of both.",
                "A is expected to cost 1.7 % of the budget, and B 14.4 %. Going by the scores spends the "
                "effort on the smaller one.",
            ),
            Option(
                "compare",
                "B is larger; scores this close are compared by the sums.",
                "B is expected to cost 14.4 % of the budget, A 1.7 %. A matrix ranks such pairs the wrong "
                "way round, whoever fills it in.",
                True,
            ),
            Option(
                "finer",
                "With ten bands in place of five this could not happen now.",
                "Finer bands make such pairs rarer and do not end them: each band still puts all that lies "
                "in it on one and the same step.",
            ),
            Option(
                "badly",
                "Whoever placed them made a mistake, as matrices rank well.",
                "Both stand in the right cells: 85 % in the fifth band, 2 % in the first, 38 % in the second "
                "twice. The fault lies in multiplying the bands.",
            ),
        ),
    ),
    Question(
        "nist",
        "A risk has a moderate likelihood and a very high impact. Somebody reads “Moderate” from Table I-2 "
        "of NIST SP 800-30, where the level is High. What went wrong?",
        (
            Option(
                "product",
                "The levels were looked up; they should be multiplied.",
                "Table I-2 is for looking up, as it is no product: a very likely risk of very low impact is "
                "Very Low there, and not something in between.",
            ),
            Option(
                "nothing",
                "Nothing, as moderate times very high is about Moderate.",
                "The table says High for it. In the table impact counts for more than likelihood, so a rough "
                "guess from the middle misses.",
            ),
            Option(
                "axes",
                "The axes were swapped: rows there are the likelihood.",
                "Very high likelihood with moderate impact is Moderate, and the other way round it is High. "
                "The table is not symmetric.",
                True,
            ),
            Option(
                "colours",
                "The colours were read from a five by five risk matrix.",
                "A product matrix gives 3 × 5 = 15, which is high as well, so that would not explain the "
                "“Moderate” that was read.",
            ),
        ),
    ),
)
"""Five questions with one right option each."""
