"""What the linters of motives read, and what they leave alone."""

from __future__ import annotations

import pytest

from tpm_kit.exercises.career.motives_words import names_nothing, pay_alone, repeats, unseen


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("More money.", True),
        ("The pay is better", True),
        ("Because technical product managers get paid more", True),
        ("a raise", True),
        ("They earn more", True),
        ("I could afford a house with that pay", True),
        ("More money to support my family and pay the mortgage", True),
        ("I want to design interfaces and earn more", False),
        ("to pay off technical debt with the engineers", False),
        ("Payment interfaces", False),
        ("a package manager", False),
        ("Not for the money; I like APIs", False),
        ("I like feasibility studies", False),
        ("", False),
        ("給料", False),
    ],
)
def test_pay_alone(said, alone):
    assert pay_alone(said) is alone


@pytest.mark.parametrize(
    "said",
    [
        "Design talks",
        "I like APIs",
        "Better hours",
        "No more night shifts",
        "Remote work",
        "mehr Technik",
        "責任を持ちたい",
        "A senior title",
        "To be asked before things are built",
        "Money.",
        "More money",
        "Not for the money; I like APIs",
        "I read code every evening and like it",
        "A well-known product",
        "Run an online shop's platform",
        "My manager shouts at me",
        "See how people think about APIs",
    ],
)
def test_motives_that_name_something(said):
    assert not names_nothing(said)
    assert not repeats(said)


@pytest.mark.parametrize(
    "said",
    [
        "why not",
        "a new challenge",
        "Something new",
        "personal growth",
        "The next step in my career",
        "yes",
        "because I want to",
        "more fun",
        "Not for the money.",
        "a change",
        "a better job",
        "…",
        "x",
        "New opportunities",
        "it is interesting",
    ],
)
def test_motives_that_fit_any_job(said):
    assert names_nothing(said)


@pytest.mark.parametrize(
    "said",
    [
        "Everybody says that TPMs are in demand",
        "I heard that developers are needed everywhere",
        "They say the future is technical",
        "PMs are supposedly replaced by AI",
        "Everyone talks about AI",
        "It is known that the role is growing",
    ],
)
def test_motives_that_repeat_what_is_said(said):
    assert repeats(said)


@pytest.mark.parametrize(
    "known",
    [
        "Talked with Anna, who has the job, on 3 May",
        "Every Friday since March",
        "the advert",
        "contract",
        "Last week's incident review: I stayed two hours longer",
        "Two days beside their lead engineer",
        "My manager told me in the review that it will stay so",
        "Asked my manager; she said no",
        "I built the importer with Paul",
        "Interview with the head of engineering",
        "OEWS May 2025",
        "Pay slip and the offer letter",
        "Der Vertrag liegt vor mir",
        "給料表を見た",
        "Betriebsrat gefragt",
        "I heard it from Anna, who has it",
        "Their advert on LinkedIn",
        "Shadowed Tom for a morning",
        "Wrote the spec for the billing API",
        "I sat in on two of their stand-ups",
        "Team lead refused twice",
        "https://example.com/advert",
        "Read their engineering blog and three postmortems",
        "Ich habe mit Anna gesprochen",
        "I do it in my spare time with my own server",
    ],
)
def test_grounds_that_can_be_looked_up(known):
    assert not repeats(known)
    assert not unseen(known)


@pytest.mark.parametrize(
    "known",
    [
        "everybody says so",
        "Everyone knows that",
        "people say so",
        "I just know",
        "it is obvious",
        "cool",
        "gut feeling",
        "read it on LinkedIn somewhere",
        "they say it is great",
        "I have heard",
        "I think so",
        "common knowledge",
        "because it is better",
        "I feel it",
        "I saw it on the internet",
        "I hope so",
        "would be nice",
        "It's well known",
        "experience",
        "Rumour has it",
        "I am sure",
        "I would love it",
        "It should be like that everywhere",
        "it is said that they do",
        "Everybody said so",
        "…",
    ],
)
def test_grounds_that_are_none(known):
    assert repeats(known) or unseen(known)


def test_the_linters_stay_fast_on_long_texts():
    for long in ("people " * 285, "a" * 2000, "not " * 500, "everybody " * 200, "heard " * 330):
        for read in (pay_alone, names_nothing, repeats, unseen):
            read(long)
