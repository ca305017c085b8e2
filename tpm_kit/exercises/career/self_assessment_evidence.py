"""The linter of 11.6: does what stands as evidence say something that was done, and where it can be seen?

It reads English words and figures only, and no meaning: whether it is true it does not know. A text in which
it finds no English it does not judge.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.exercises.texts_read import telling, word_set
from tpm_kit.exercises.wording import cut

_ENGLISH = word_set(
    "at as the of with my and for is am have has i this that we our to from by it about can been which their"
)
_NOTHING = word_set(
    "tbd tba todo na none unknown nothing something anything etc xx xxx lorem ipsum yes ok see above"
)
_NO_DEED = word_set(
    "experienced skilled interested certified advanced needed based motivated dedicated talented gifted "
    "seasoned detailed limited varied indeed speed need feed seed liked loved enjoyed oriented "
    "minded focused organised organized rounded versed "
    "being having knowing understanding learning studying loving outstanding willing something nothing "
    "anything everything reading hoping planning wanting training engineering "
    "marketing programming"
)
"""Words on -ed and -ing that say no deed."""
_DEEDS_FIRST = re.compile(r"(?:^\W*|\b(?:i|we) )(organi[sz]ed|limited|focused|detailed)\b")
"""Some of them do at the beginning or after "I": "Organised the fair", but not "well organised"."""
_TAKEN_IN = word_set(
    "took completed attended finished passed watched read studied learned learnt enrolled got earned did "
    "received gained"
)
_DEEDS = re.compile(
    r"\b(?:\w{2,}ed|wrote|built|led|ran|made|drew|found|gave|took|held|set|cut|put|sold|taught|brought|sent|"
    r"chose|won|spoke|met|began|did|got|kept|read|rewrote|split|went|learnt|withdrew|stood|told|showed|shown|grew|"
    r"drove|rebuilt|caught|heard|left|dealt|paid|hit|fought|sat|bought|thought|overcame)\b"
)
_DOING = re.compile(r"^\W*([a-z]{2,}ing)\b")
"""A text that begins with a verb on -ing, such as "Leading a squad"."""
_DOES = re.compile(
    r"\bi (?:\w+ly )?(moderate|run|lead|chair|host|write|draw|maintain|review|plan|prepare|answer|teach|"
    r"mentor|facilitate)\b"
)
"""What somebody does again and again, such as "I moderate the weekly review"."""
_ARTEFACT = re.compile(
    r"\b(?:documents?|docs?|spec|specs|specifications?|descriptions?|roadmaps?|backlogs?|stor(?:y|ies)|"
    r"dashboards?|quer(?:y|ies)|reports?|talks?|slides?|decks?|posts?|articles?|memos?|records?|prototypes?|"
    r"diagrams?|drawings?|drafts?|sheets?|models?|plans?|notes?|post-?mortems?|reviews?|repositor(?:y|ies)|repos?|"
    r"tickets?|releases?|experiments?|tests?|surveys?|interviews?|glossar(?:y|ies)|budgets?|forecasts?|"
    r"templates?|scripts?|apps?|clients?|pages?|wiki|newsletters?|guides?|handbooks?|agreements?|proposals?|"
    r"prds?|rfcs?|runbooks?|playbooks?|forms?|checklists?|maps?|charts?|manuals?|polic(?:y|ies)|procedures?|integrations?|demos?|pilots?|audits?|papers?|thesis|patents?|contracts?)\b"
)
WHEN = re.compile(
    r"\d|\b(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|"
    r"autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|yesterday|today|"
    r"(?:last|this|every|each|two|three) (?:day|week|fortnight|month|quarter|year|sprint|release)s?)\b"
)
_WHERE = re.compile(
    r"(?<=[a-z,] )[A-Z][a-z]\w*|\b(?:at|for|with|to) (?:the|our|my|a) \w+|"
    r"\b(?:the|our|my|a) \w+(?: \w+)? (?:team|squad|group|department|board)\b"
)
_NOT_DONE = re.compile(
    r"\W*(?:(?:i|we)\s+)?(?:(?:have|had|has)\s+)?(?:not(?! only| just)\b|never\b(?! missed| failed| late)|"
    r"nothing (?:yet|to|so far|done|really)\b|"
    r"no experience\b|(?:have|had|did)n['’]?t\b|did not\b|(?:would|could|should) have\b)"
)
"""A text that begins by saying that something was not done."""
_JUDGES = re.compile(
    r"\b(?:good|great|strong|excellent|confident|comfortable|experts?|skilled|experienced|proficient|fluent|"
    r"familiar|solid|know|knows|knowledge|passion\w*|natural|talent\w*|experience|love|enjoy|feel|understand\w*|"
    r"able|capable|best|quick|easy|fine|well)\b"
)
_DUTY = re.compile(r"\b(?:responsible for|in charge of|duties|tasked with|my job)\b")
_LINK = re.compile(r"https?://\S{4}|\bwww\.\S{4}")
_FUTURE = re.compile(
    r"\b(?:will|shall|want to|wants to|going to|would like|hope to|intend to|plan to|planning to)\b"
)
_COURSE = re.compile(
    r"\b(?:courses?|certificat\w+|certified|bootcamps?|webinars?|training|trainings|degrees?|studies|studied|"
    r"workshops?|books?|lectures?|bachelor\w*|master['’]?s?|tutorials?|mba|ph\.?d|exams?|udemy|coursera|"
    r"diplomas?)\b"
)


class Fault(NamedTuple):
    """What is wrong with a text of evidence: whether it says nothing at all, a sentence, and what to try."""

    empty: bool
    says: str
    do: str


DO = (
    "Name one thing that you did, and where it can be seen: when, with whom, or the document that came of it."
)


def judged(text: str) -> bool:
    """Say whether the text holds enough English to be judged, or so little that it says nothing anyway.

    A text with a link is not judged: what matters is behind it.
    """
    lower = text.casefold()
    if _LINK.search(lower):
        return False
    if re.search(r"[^\W\d_]", text) and not re.search("[a-z]", lower):
        return False
    said = set(telling(text, _NOTHING))
    marks = (_JUDGES, _COURSE, _DUTY, _ARTEFACT)
    return (
        len(said) < 3
        or bool(_ENGLISH & said)
        or any(mark.search(lower) for mark in marks)
        or bool(_deeds(text))
    )


def _deeds(text: str) -> set[str]:
    lower = text.casefold()
    found = [*_DEEDS.findall(lower), *_DOING.findall(lower), *_DOES.findall(lower)]
    return (set(found) - _NO_DEED) | set(_DEEDS_FIRST.findall(lower))


def evidence_fault(text: str, rating: int) -> Fault | None:
    """Return what is wrong with a text as evidence for a rating of 1 to 4, or None."""
    lower, shown = text.casefold(), f"“{cut(text, 60)}”"
    if _NOT_DONE.match(lower):
        return Fault(
            True, f"{shown} says what you have not done.", f"Rate it 0, which needs no evidence. {DO}"
        )
    if not judged(text):
        return None
    if len(set(telling(text, _NOTHING))) < 2:
        return Fault(True, f"{shown} says nothing yet.", DO)
    deeds, artefact = _deeds(text), bool(_ARTEFACT.search(lower))
    if _COURSE.search(lower) and not deeds - _TAKEN_IN and rating > 1:
        use = f"A rating of {rating} says what you do with it. "
        return Fault(False, f"{shown} says what you were taught.", f"{use}{DO}")
    if not deeds:
        return _without_deed(lower, shown, artefact)
    if not artefact and not WHEN.search(lower) and not _WHERE.search(text):
        return Fault(
            False,
            f"{shown} does not say where or when, so nobody could ask about it.",
            "Add the year, the product or the people, or what can still be looked at.",
        )
    return None


def _without_deed(lower: str, shown: str, artefact: bool) -> Fault | None:
    """Return what is wrong with a text that has no verb of something done."""
    if _FUTURE.search(lower):
        return Fault(False, f"{shown} is still to come.", "Write what you have done; plans belong to 11.10.")
    if duty := _DUTY.search(lower):
        return Fault(False, f"{shown} names a task (“{duty[0]}”), not what came of it.", DO)
    if judges := _JUDGES.search(lower):
        seen = f"{shown} judges you (“{judges[0]}”) and names nothing that you did."
        return Fault(not (artefact and WHEN.search(lower)), seen, DO)
    return None if artefact else Fault(False, f"No word of {shown} says what you did.", DO)
