"""Questions of the recap of notebook 11 about claims, titles, and the decisions that rest on them."""

from __future__ import annotations

from tpm_kit.widgets.quiz import Option, Question

CLAIM_QUESTIONS = (
    Question(
        "demand",
        "“Demand for technical product managers is rising”, says an article of 2022, and shows how often the "
        "title was searched for. How good is it, by source, date and whether it can be tested?",
        (
            Option(
                "strong",
                "Strong, as a curve over years is counted, not felt.",
                "It was counted, but what was counted are searches. People also look up what they have "
                "heard of and what they fear, without any post behind it.",
            ),
            Option(
                "none",
                "None, as nobody can ever test a claim about demand.",
                "It can be tested: count adverts with that title, by the same rule in two years. A claim "
                "that could be tested and was not is weak, and still no nonsense.",
            ),
            Option(
                "fresh",
                "Good, and it is as true today as in the year 2022.",
                "What rose until 2022 may have fallen since. A claim about a trend ends on the day of its "
                "last figure, whoever repeats it later.",
            ),
            Option(
                "weak",
                "Weak: old, and searches are not posts to be filled.",
                "It has a source and a date, and could be tested by adverts counted over time. That was not "
                "done.",
                True,
            ),
        ),
    ),
    Question(
        "switch",
        "A product manager wants to become a TPM. The only reason given is an article that says it pays "
        "more. What would you look at first?",
        (
            Option(
                "work",
                "Which work of a TPM draws them, and a trial of it.",
                "Pay alone wears off, and there are fewer such posts than for product managers. A piece of "
                "the work, done for a month, shows more than any article.",
                True,
            ),
            Option(
                "certificate",
                "Which certificate would let them ask for the most.",
                "It serves the same reason and leaves the question open: would they like the days? A course "
                "shows what somebody was taught and not what they want to do.",
            ),
            Option(
                "article",
                "Whether the article names a sum for their own town.",
                "Worth knowing, and second. Even where it pays more, whoever goes for the pay alone sits in "
                "feasibility studies and interface reviews all day.",
            ),
            Option(
                "title",
                "Whether their firm would change the title at once.",
                "A title changes no work, and pay follows what somebody answers for. It also takes away the "
                "chance to find out cheaply whether the work suits them.",
            ),
        ),
    ),
    Question(
        "occupation",
        "Of 270 visa filings with the title Technical Product Manager (US, fiscal year 2024) half name the "
        "occupation “Computer Occupations, All Other”, a quarter computer and information systems managers. "
        "What follows?",
        (
            Option(
                "official",
                "The first is the official occupation of a TPM.",
                "It is what is left when no other class fits. Employers chose it for want of a better one, "
                "and many other jobs are counted in it.",
            ),
            Option(
                "managers",
                "TPMs earn what the managers do, as the best fit.",
                "A quarter of the filings chose that class, and three quarters did not. Its pay says what "
                "heads of computing earn, most of whom manage no product.",
            ),
            Option(
                "neighbours",
                "No occupation is the TPM; look at several of them.",
                "There is no official figure for the title. Neighbouring occupations give a range of places "
                "to look, each named for what it is.",
                True,
            ),
            Option(
                "average",
                "Their two medians, averaged, are a TPM's median.",
                "A mean of two medians is the median of nobody. It also gives the quarter as much weight as "
                "the half, and leaves the rest out.",
            ),
        ),
    ),
    Question(
        "listing",
        "“TPMs in the US earn $64,000 to $163,000.” The source: Glassdoor, more than 2,000 listings, July "
        "and August 2022. Which sentence could you sign?",
        (
            Option(
                "earn",
                "A TPM in the US earns between these two sums today.",
                "Neither what is earned nor what holds today: it is what listings named in one summer. "
                "Between an advert and a contract lies a negotiation.",
            ),
            Option(
                "listed",
                "Adverts of summer 2022 named pay within this range.",
                "It says what was counted, where it comes from and when. That is all that this source can "
                "bear.",
                True,
            ),
            Option(
                "middle",
                "Half of all TPMs in the US had less than $113,500.",
                "$113,500 is halfway between the ends. How many lie below it the source does not say, and a "
                "listing is not a person either.",
            ),
            Option(
                "tenth",
                "Only a tenth of the TPMs had more than the $163,000.",
                "That would be a 90th percentile. These are the ends of a listing range, of which nobody "
                "wrote down how many lie beyond them.",
            ),
        ),
    ),
    Question(
        "hire",
        "A founder wants to hire a TPM, “because our competitor has one”. There are four engineers and one "
        "product manager. What do you ask first?",
        (
            Option(
                "budget",
                "Whether the money lasts for such a hire this year.",
                "It matters, and decides how soon and not whether. A post that nobody needs is dear even "
                "when the money is there.",
            ),
            Option(
                "rival",
                "What the competitor pays, and what its TPM has done.",
                "Their product may be harder, their team larger. What helps there answers nothing about the "
                "work that is left undone here.",
            ),
            Option(
                "grow",
                "Whether the team will have twelve people by autumn.",
                "Size is one of the facts to weigh and not enough alone: twelve people on a simple product "
                "that hardly changes may do well without.",
            ),
            Option(
                "facts",
                "How complex it is, how large, how fast it changes.",
                "These, with the stage of growth, say whether technical decisions wait for a product person. "
                "Weigh them with evidence.",
                True,
            ),
        ),
    ),
)
"""Five questions with one right option each."""
