"""What the linters of motives read, and what they leave alone."""

from __future__ import annotations

import pytest

from tpm_kit.exercises.career.motives_words import names_no_pay, names_nothing, pay_alone, repeats, unseen


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
        ("Earn respect", False),
        ("Raise my profile", False),
        ("Raise quality", False),
        ("Rich data", False),
        ("Rich domain", False),
        ("Cash registers", False),
        ("Stock trading", False),
        ("Stock management", False),
        ("Income tax", False),
        ("Salary software", False),
        ("Package design", False),
        ("Earn my PMP", False),
        ("A raise of standards", False),
        ("It is not a question of money", False),
        ("Money is not the reason", False),
        ("I don't do it for the money", False),
        ("Own a €2m budget", False),
        ("Not only for the money", True),
        ("Earn more as a technical product manager", True),
        ("A higher salary", True),
        ("A better package", True),
        ("Get rich", True),
        ("No raise here", True),
        ("I am underpaid", True),
        ("I am not paid enough", True),
        ("A bigger cheque", True),
        ("€95,000 instead of €80,000", True),
        ("RSUs", True),
        ("A 20 % raise", True),
        ("Never a raise", True),
        ("Earn more respect", False),
    ],
)
def test_pay_alone(said, alone):
    assert pay_alone(said) is alone


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("Decide about the oven controls", True),
        ("Learn to read the timer's code", True),
        ("No more night shifts", True),
        ("A higher salary", False),
        ("Shares in the firm", False),
        ("A bigger house for my family", False),
        ("To afford the rent in the city", False),
        ("Benefits and a pension for my children", False),
        ("€95,000 instead of €80,000", False),
        ("I earn less than my friends", False),
        ("A new challenge", False),
        ("Ovens", False),
        ("mehr Geld", False),
        ("Höheres Gehalt", False),
        ("給料", False),
        ("", False),
    ],
)
def test_words_that_name_nothing_that_is_paid(said, none):
    assert names_no_pay(said) is none


@pytest.mark.parametrize(
    "said",
    [
        "No raise here",
        "I am underpaid",
        "Earn respect",
        "Raise quality",
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
        "My manager promised it in writing",
        "Anna from their team, by phone",
        "From Anna, who works in their team",
        "Slack thread with their CTO",
        "Their CTO on Slack",
        "I felt it in the review on Friday",
        "When I fixed the import bug",
        "Gut feeling, and two days beside their lead engineer",
        "I have wanted this since I sat in their stand-up on 3 May",
        "I have known Anna for years; she told me",
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
        "trust me",
        "gut feeling for weeks",
        "I said so",
        "Friends said",
        "internet",
        "I have wanted this every day for years",
        "When I think about it",
        "When I realised it",
        "I have always wanted it",
        "Because I say so",
        "my instinct",
        "Felt it for weeks",
        "From Experience",
    ],
)
def test_grounds_that_are_none(known):
    assert repeats(known) or unseen(known)


@pytest.mark.parametrize(
    ("long", "found"),
    [
        ("people " * 285, []),
        ("a" * 2000, []),
        ("not " * 500, [names_nothing, unseen]),
        ("everybody " * 200, [unseen]),
        ("heard " * 330, []),
        ("i have " * 280, [names_nothing, unseen]),
    ],
    ids=lambda one: one[:6] if isinstance(one, str) else "",
)
def test_long_texts_are_read_like_short_ones(long, found):
    assert [read for read in (pay_alone, names_no_pay, names_nothing, repeats, unseen) if read(long)] == found
