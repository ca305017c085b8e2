"""Three invented adverts, sentence by sentence, and what can be said of each sentence.

No firm is meant by any of them, and none names a sum: what an advert keeps back, the learner has to ask for.
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = {
    "tpm": "Duty of a TPM",
    "other": "Duty of another role",
    "warning": "Warning sign",
    "missing": "A fact is missing",
}
"""What a sentence of an advert can be."""
ROLES = {
    "engineer": "Role: software engineer",
    "program": "Role: technical program manager",
    "scrum": "Role: Scrum Master",
    "designer": "Role: designer",
}
SIGNS = {
    "disguise": "Sign: another job under this title",
    "jobs": "Sign: several jobs in one",
    "power": "Sign: answers for what others decide",
    "hours": "Sign: hours without an end",
    "promise": "Sign: pay by promise",
    "impossible": "Sign: asks for what nobody can have",
}
FACTS = {
    "pay": "Fact: base pay and its range",
    "place": "Fact: place and days on site",
    "team": "Fact: who is in the team",
    "measure": "Fact: what success is measured by",
    "decides": "Fact: who decides on the order of work",
}
WHICH = {"other": ROLES, "warning": SIGNS, "missing": FACTS}
"""What is asked for besides, for each kind that has a second mark."""
DETAILS = ROLES | SIGNS | FACTS
TOPICS = {
    "disguise": "code coding write hours share week percent much time part day days developers engineers",
    "jobs": "jobs roles share week time other others who",
    "power": "decide decides decided decision decisions say order who",
    "hours": "hours week weeks overtime weekend weekends evening evenings night late time often leave end",
    "promise": "pay salary base cash shares share equity options percent worth vest vesting valued "
    "valuation money",
    "impossible": "need needed really must experience instead years",
    "pay": "pay pays paid salary range band base wage compensation money bonus",
    "place": "place office remote home days site where city travel country sit come often based relocate",
    "team": "team people engineers many size who report reports designers designer colleagues work",
    "measure": "measure measured success goal goals target number review reviewed reviews reviewer know good "
    "performance judged judge judges kpi kpis metric metrics evaluated expect expected results",
    "decides": "decide decides decision order priority priorities who",
}
"""Words of which at least one stands in a question about that thing."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of an advert. `marks` are the pairs (kind, which) that fit, the first one first; `clue` is
    the piece of the text that shows it; `ask` is one good question about it."""

    id: str
    text: str
    marks: tuple[tuple[str, str], ...]
    clue: str
    why: str
    ask: str = ""

    @property
    def kind(self) -> str:
        """What the sentence is first of all."""
        return self.marks[0][0]


@dataclass(frozen=True)
class Advert:
    """An invented advert: what the rows are called, what it seeks, and its sentences."""

    name: str
    seeks: str
    sentences: tuple[Sentence, ...]


def _tpm(id: str, text: str, clue: str, why: str) -> Sentence:
    return Sentence(id, text, (("tpm", ""),), clue, why)


def _of_others(id: str, text: str, role: str, clue: str, why: str, ask: str = "") -> Sentence:
    return Sentence(id, text, (("other", role), ("warning", "disguise")), clue, why, ask)


ADVERTS = (
    Advert(
        "Lockers",
        "Technical Product Manager for the interface of parcel lockers; invented advert",
        (
            _tpm(
                "a1",
                "You decide which problems of the delivery firms our interface solves next, and say why.",
                "which problems",
                "Which problem comes next, and why, is what somebody who manages a product decides.",
            ),
            _of_others(
                "a2",
                "You design the tables of our database and approve every change to the code.",
                "engineer",
                "design the tables",
                "How it is built is for engineers to decide, and a TPM who does it leaves the why to nobody.",
            ),
            Sentence(
                "a3",
                "We pay a competitive salary that fits your experience.",
                (("missing", "pay"),),
                "competitive",
                "No sum, no range and no currency: “competitive” can be said of every pay.",
                "What is the range of base pay for this post, and where in it do you place my experience?",
            ),
            _tpm(
                "a4",
                "Before a date is promised you find out with the engineers whether it can be built, and "
                "what it costs to run.",
                "whether it can be built",
                "To judge what is feasible and what it costs is what the word technical stands for.",
            ),
            Sentence(
                "a5",
                "Remote work is possible.",
                (("missing", "place"),),
                "possible",
                "Possible how often, from which country, and until when? Pay may hang on it as well.",
                "How many days a week are people of this team on site, and where?",
            ),
            _tpm(
                "a6",
                "You agree with partner firms when the old version of the interface is switched off, and "
                "what they get instead.",
                "the old version of the interface",
                "What an interface promises to those who build upon it is a TPM's to agree.",
            ),
        ),
    ),
    Advert(
        "Timetables",
        "Product Manager (technical) at a young firm for school timetables; invented advert",
        (
            _of_others(
                "b1",
                "You spend most of the week writing production code for our back end.",
                "engineer",
                "writing production code",
                "Whoever writes code most of the week is an engineer; nobody is left to talk with schools.",
                "How is the week of the person who has this post now divided between code and schools?",
            ),
            Sentence(
                "b2",
                "You are product owner, Scrum Master, tester and first-line support in one person.",
                (("warning", "jobs"),),
                "in one person",
                "Four jobs share one week, and the loudest, support, takes it.",
            ),
            _tpm(
                "b3",
                "You choose which limits of our timetable engine we lift first, by what they cost the "
                "schools.",
                "by what they cost the schools",
                "It weighs what is technically hard against what users lose, and sets an order.",
            ),
            Sentence(
                "b4",
                "We are a family and stay until it is done.",
                (("warning", "hours"),),
                "stay until it is done",
                "Something is always left to do. The same pay for more hours is less pay for each.",
            ),
            Sentence(
                "b5",
                "Most of your pay comes as shares, which will be worth a lot.",
                (("warning", "promise"), ("missing", "pay")),
                "will be worth a lot",
                "Nobody knows what the shares will be worth, and how many, and the base pay, are not named.",
                "What is the base pay, and what percentage of the firm are the shares, vesting over how "
                "long?",
            ),
            Sentence(
                "b6",
                "You join our product team.",
                (("missing", "team"),),
                "our product team",
                "It may be two people or twenty, with or without a designer.",
            ),
        ),
    ),
    Advert(
        "Claims",
        "Technical Product Manager for the claims system of an insurer; invented advert",
        (
            _of_others(
                "c1",
                "You keep the plan of four teams up to date, chase what is late and report on it every week.",
                "program",
                "chase what is late",
                "When, which team and whether it is on time is the work of a program manager.",
            ),
            Sentence(
                "c2",
                "You answer for the success of the system; what is built is settled by the heads of "
                "department.",
                (("warning", "power"),),
                "what is built is settled by",
                "Whoever answers for a result that others decide can only be blamed for it.",
                "Which decisions about the system does this person take without asking a head of department?",
            ),
            _tpm(
                "c3",
                "With the architects you weigh whether to replace the old interface, and say what each way "
                "means for the insured.",
                "what each way means for the insured",
                "It joins a technical choice with what it means for those who use it.",
            ),
            _of_others(
                "c4",
                "You lead the daily meetings of the teams and see that Scrum is kept to.",
                "scrum",
                "see that Scrum is kept to",
                "Whether the way of working is healthy is a Scrum Master's concern.",
            ),
            Sentence(
                "c5",
                "You bring ten years of experience with our claims system, which has been in use since 2022.",
                (("warning", "impossible"),),
                "ten years of experience",
                "Ten years with what began in 2022 nobody can have before 2032: the list was not thought "
                "about.",
            ),
            Sentence(
                "c6",
                "Your success in the post is reviewed once a year.",
                (("missing", "measure"),),
                "Your success",
                "By whom, and measured by what? Without that a review is an opinion.",
                "What was the last person in this post measured by, and what would be a good first year?",
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Row:
    """A row of the table: a sentence, what it is called, and its advert."""

    title: str
    sentence: Sentence
    advert: Advert


ROWS = {
    one.id: Row(f"{advert.name} {number}", one, advert)
    for advert in ADVERTS
    for number, one in enumerate(advert.sentences, start=1)
}
"""All sentences by id."""
