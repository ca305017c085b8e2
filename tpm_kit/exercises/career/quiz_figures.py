"""Questions of the recap of notebook 11 about figures of pay: what they say, and what they do not."""

from __future__ import annotations

from tpm_kit.widgets.quiz import Option, Question

FIGURE_QUESTIONS = (
    Question(
        "midpoint",
        "Of software developers in the US (OEWS, May 2025) a tenth earn less than $82,460 and a tenth more "
        "than $214,670. A blog concludes: half of them earn more than $148,565. What do you make of it?",
        (
            Option(
                "median",
                "It holds, as the middle of the range is the median.",
                "The middle of two ends knows nothing of the people between them. Pay bunches towards the "
                "lower end, so fewer than half earn more than the middle.",
            ),
            Option(
                "midpoint",
                "That is a midpoint; the published median is lower.",
                "$148,565 is halfway between the ends. The median is published at $135,980, about $12,600 "
                "lower.",
                True,
            ),
            Option(
                "mean",
                "That is the mean, which always lies in the middle.",
                "The published mean is $148,100 and close only by chance. That of marketing managers lies "
                "more than $14,000 below the middle of their range.",
            ),
            Option(
                "unknown",
                "Nothing is known of the half without all the data.",
                "The median says just that, and it is published with the two ends. Whoever quotes the ends "
                "can look it up in the same row.",
            ),
        ),
    ),
    Question(
        "error",
        "OEWS of May 2025 has software developers at a mean of $131,190 in Farmington, New Mexico (50 jobs, "
        "standard error 10.1 %) and $130,410 in Minneapolis-St. Paul (27,410 jobs, 1.0 %). Which pays more?",
        (
            Option(
                "small",
                "Farmington does, as its mean is $780 above the other.",
                "With these errors only a difference above about $26,000 would be more than chance. Among 50 "
                "jobs one firm can move the mean.",
            ),
            Option(
                "large",
                "Minneapolis does, as so many jobs mean higher pay.",
                "More jobs make a figure surer, and not higher. With these two means it may be either way "
                "round.",
            ),
            Option(
                "open",
                "It stays open, as the difference is within the error.",
                "1.96 standard errors of the difference are about $26,000, and the difference is $780.",
                True,
            ),
            Option(
                "same",
                "Both pay the same, as the difference is no real one.",
                "That the difference cannot be told from chance does not make it zero. It may be many "
                "thousands in either direction; the small sample cannot say.",
            ),
        ),
    ),
    Question(
        "topcode",
        "For marketing managers OEWS prints “#” as the 90th percentile of May 2022, and $293,610 for May "
        "2025. In 2022 “#” stood for $239,200 or more. By how much did it rise?",
        (
            Option(
                "fifth",
                "By 23 %, as $239,200 was the highest pay in 2022.",
                "$239,200 is where printing stopped, and not what anybody earned. The true figure of 2022 "
                "lies somewhere above it, so the rise is smaller, or none.",
            ),
            Option(
                "missing",
                "By 0 %: a sign without a number is left out of sums.",
                "The sign says that the figure is high. Leaving it out as if it were missing throws away "
                "the best paid, and so lowers every sum made from the rest.",
            ),
            Option(
                "all",
                "By $293,610, as no figure had been printed before.",
                "A figure that was not printed is not zero. What “#” says is that it was at least $239,200, "
                "and so the rise is $54,410 at the most.",
            ),
            Option(
                "bound",
                "By 23 % at most; how much less cannot be known.",
                "The figure of 2022 is $239,200 or more, and from there to $293,610 is 23 % at most.",
                True,
            ),
        ),
    ),
    Question(
        "break",
        "Project management specialists: a median of $77,420 in May 2020, and of $94,500 in May 2021 (OEWS). "
        "“Up 22 % in one year”, somebody says. What is wrong with it?",
        (
            Option(
                "group",
                "The group and the method changed between the two.",
                "The figure of 2020 is that of a broader group of occupations, and May 2021 brought a new "
                "way of estimating. The two are not of one series.",
                True,
            ),
            Option(
                "inflation",
                "Prices rose as well, and so the true rise is less.",
                "True of every rise in nominal pay, and no help here. What should be corrected for prices "
                "is a rise, and these two figures do not measure the same people.",
            ),
            Option(
                "mean",
                "A median cannot rise so fast; only a mean can do so.",
                "A median can jump as far as any other figure, above all if other people are counted. The "
                "reason to doubt it lies in who was counted.",
            ),
            Option(
                "small",
                "The sample was too small to give a rise in percent.",
                "More than a million jobs stand behind the one and 740,000 behind the other. That the number "
                "fell by half is itself a sign that the group is another one.",
            ),
        ),
    ),
    Question(
        "total",
        "An offer names one sum: base pay, the bonus if all targets are met, and a year of shares. It lies "
        "above the 75th percentile of your occupation in OEWS. What follows?",
        (
            Option(
                "top",
                "The offer is among the best quarter for this job.",
                "It would be so if the table held bonus and shares of all the others. It does not, so a sum "
                "of three parts was held against one part.",
            ),
            Option(
                "nothing",
                "Nothing, as published figures never fit an offer.",
                "They fit well once like is held against like: take the base pay alone, for the place and "
                "the occupation of the offer, and say of which year the table is.",
            ),
            Option(
                "base",
                "Little yet: the table holds no bonus, no shares.",
                "Only the base pay can be held against the table. The other two come on top, each with its "
                "own doubt.",
                True,
            ),
            Option(
                "discount",
                "Take a third off the sum and then compare the two.",
                "No share fits all offers: one has no shares at all, the next has mostly shares. The letter "
                "names the base pay, so there is no need to guess it.",
            ),
        ),
    ),
)
"""Five questions with one right option each."""
