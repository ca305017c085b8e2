"""User story map: what people do, from left to right, and which of it each release lets them do.

The backbone is the row of activities, in the order in which a person tells what they do. Below each activity
hang its stories, and releases cut across all activities. The walking skeleton is the thinnest first release
that touches every activity.

Source: J. Patton, "User Story Mapping" (2014). The two checks of wording (`component_word`, `delivery_word`)
are our own: they read English, look at single words, and can be wrong, so what they find is a reason to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class StoryMapError(ValueError):
    """A map that contradicts itself; the message names the story or activity."""


class Story(NamedTuple):
    """A story under an activity, in a release or (None) in none yet. A plain tuple serves as well."""

    id: str
    activity: str
    release: str | None = None


def _distinct(activities: Sequence[str], what: str) -> list[str]:
    names = list(activities)
    twice = [name for at, name in enumerate(names) if name in names[:at]]
    if twice:
        raise StoryMapError(f"{twice[0]!r} stands twice in the {what}; keep it once")
    return names


def missing_activities(stories: Iterable[Story], backbone: Sequence[str], release: str) -> list[str]:
    """Return the activities for which the release has no story, from left to right.

    For the first release they are the holes in the walking skeleton. Raises `StoryMapError` for a story
    under an activity that the backbone lacks, and for an activity that stands twice in the backbone.

    >>> missing_activities([("S1", "Connect", "R1"), ("S2", "Refund", "R2")], ["Connect", "Refund"], "R1")
    ['Refund']
    """
    activities = _distinct(backbone, "backbone")
    touched = set()
    for id, activity, planned in stories:
        if activity not in activities:
            raise StoryMapError(
                f"story {id!r} hangs under {activity!r}, which is no activity of the backbone"
            )
        if planned == release:
            touched.add(activity)
    return [activity for activity in activities if activity not in touched]


def under_two_activities(stories: Iterable[Story]) -> dict[str, list[str]]:
    """Return each story that hangs under more than one activity, with those activities in the order met.

    >>> under_two_activities([("S1", "Connect", "R1"), ("S1", "Refund", "R2")])
    {'S1': ['Connect', 'Refund']}
    """
    found: dict[str, dict[str, None]] = {}
    for id, activity, _ in stories:
        found.setdefault(id, {})[activity] = None
    return {id: list(activities) for id, activities in found.items() if len(activities) > 1}


def releases_without_outcome(outcomes: Mapping[str, str | None]) -> list[str]:
    """Return the releases of which nothing is said, in order; `outcomes` maps a release to its outcome in
    words.

    Marks that stand for nothing, such as "–", "?", "TBD" and "n/a", count as nothing.
    """
    return [release for release, text in outcomes.items() if not _says_something(text)]


def _says_something(text: str | None) -> bool:
    said = re.sub(r"[\W_]+", "", text or "").casefold()
    return said not in ("", "tbd", "tbc", "tba", "na", "none", "todo", "xxx")


def out_of_order(backbone: Sequence[str], narrative: Sequence[str]) -> list[str]:
    """Return the fewest activities that must move so that the backbone follows the narrative, from left to
    right.

    `narrative` is the order in which a person tells the story, and may hold activities that the backbone
    lacks. What stays is a longest run of activities that is already in order (a longest increasing
    subsequence); where several sets are equally small, the result is always the same one of them. Raises
    `StoryMapError` for an activity that the narrative lacks, and for one that stands twice.

    >>> out_of_order(["Refund", "Connect", "Get paid"], ["Connect", "Get paid", "Refund"])
    ['Refund']
    """
    place = {activity: at for at, activity in enumerate(_distinct(narrative, "narrative"))}
    activities = _distinct(backbone, "backbone")
    runs: list[list[str]] = []
    for activity in activities:
        if activity not in place:
            raise StoryMapError(f"{activity!r} is in the backbone, but not in the narrative")
        before = [run for run in runs if place[run[-1]] < place[activity]]
        runs.append([*max(before, key=len, default=[]), activity])
    kept = max(runs, key=len, default=[])
    return [activity for activity in activities if activity not in kept]


# Wording ----------------------------------------------------------------------------------------------


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LAYERS = _set(
    """backend database databases db frontend
    infrastructure microservice microservices middleware server servers"""
)
"""Words that betray a part of a system wherever they stand in a name."""
PARTS = LAYERS | _set(
    """adapter api app cache cluster component connector daemon dashboard data-warehouse datastore endpoint
    engine framework gateway handler interface layer module page platform plugin portal proxy queue
    repository scheduler schema screen script sdk service stack subsystem system ui webhook website widget"""
)
"""Words that betray a part of a system when they are what the name is about: the last word, before any
"for"."""
NOT_PARTS = _set("customer-service room-service self-service support-queue waiting-queue")
"""Pairs of words that end like a part of a system and are none."""
VERBS = _set(
    """access add adjust approve ask book browse buy call cancel change check choose close compare configure
    confirm connect contact create decide delete download edit enable enter evaluate explore export find
    finish fix follow get give go handle import install integrate invite join keep learn leave log look make
    manage open pay pick prepare publish query read receive reconcile register remove repeat resolve restart
    run scan see select send set share show sign start stop submit subscribe switch try turn understand
    update upload use using validate verify view visit wait watch write"""
)
"""Verbs of what people do. Words that as often name a thing (order, report, search, test) are left out."""
DELIVERY_VERBS = _set("build deploy develop go-live implement launch refactor release roll-out ship")
"""Verbs that, at the start of an outcome, say what the team does instead of what changes for people."""
FINISHING_VERBS = _set(
    """add complete create deliver delivering deploying developing finish implementing introduce launching
    migrate provide publish releasing shipping"""
)
"""The same, but only with something that teams deliver (`DELIVERABLES`): people too complete a payment."""
DELIVERED = _set("deployed implemented in-production launched live released rolled-out shipped")
"""Words that, at the end of an outcome, say that something is delivered."""
FINISHED = _set("built complete completed delivered developed done finished ready")
"""The same, but only of something that teams deliver."""
DELIVERABLES = PARTS | _set(
    """backlog epic epics feature features functionality integration iteration milestone migration mvp phase
    prototype redesign release requirements sprint stories story version"""
)
"""What teams deliver, as opposed to what people gain by it."""
EFFECTS = _set(
    """cut cuts double doubles drop drops fall falls faster fewer grow grows halve halves higher increase
    increases less lower more raise raises reduce reduces rise rises save saves so sooner"""
)
"""Words that say what changes; an outcome with one of them, or with a percentage, is left alone."""

_PEOPLE = _set(
    "banks buyers clients customers developers merchants owners partners people sellers shops teams users"
)
_OTHER_SENSE = {
    "build": _set("confidence habit habits loyalty relationships time times trust"),
    "develop": _set("confidence habit habits loyalty relationships trust"),
    "launch": _set("customer customers date day merchants partner partners week"),
    "release": _set("funds money notes payment payments payout payouts"),
}
_DETERMINERS = _set(
    "a all an another any each every her his its my our some that the their these this those your"
)
_STOPS = _set(
    "after as at before by for from if in into of on per so that to via when where while which who with"
)
_OPENINGS = _set("finally first have shall successfully team the to we we'll we’ll will")
_COMPOUNDS = (
    ("back end", "backend"),
    ("front end", "frontend"),
    ("data base", "database"),
    ("data warehouse", "data-warehouse"),
    ("micro service", "microservice"),
    ("web hook", "webhook"),
    ("web site", "website"),
    ("open (banking|source|api)", r"open-\1 \1"),
    ("(go|going) live", "go-live"),
    ("in production", "in-production"),
    ("roll(ed)? out", r"roll\1-out"),
)


def _split(text: str) -> list[str]:
    """Return the words in lower case, what stands in brackets left out: "PaymentAPI (new)" is payment,
    api."""
    plain = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text.replace("_", " "))
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain).casefold()
    for apart, joined in _COMPOUNDS:
        plain = re.sub(rf"\b{apart}(?=s?\b)".replace(" ", "[ -]"), joined, plain)
    return re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", plain)


def _is_number(word: str) -> bool:
    return re.fullmatch(r"v?\d+", word) is not None


def component_word(name: str) -> str | None:
    """Return the word that makes an activity's name a part of a system ("Ledger database"), or None.

    An activity is what a person does, so a name with a verb (`VERBS`) or with "the" or "my" inside is left
    alone: "Use the API to get paid". Otherwise the last word before any "for" or "to" counts (`PARTS`), and
    a few words wherever they stand (`LAYERS`).

    >>> component_word("Payment API"), component_word("Use the API to get paid")
    ('api', None)
    """
    words = [word for word in _split(name) if not _is_number(word)]
    while words and words[0] in _DETERMINERS:
        del words[0]
    if any(word in _DETERMINERS or {word, word.removesuffix("s")} & VERBS for word in words):
        return None
    words = words[: next((at for at, word in enumerate(words) if word in _STOPS), len(words))]
    for phrase in re.split(r" (?:and|or) ", " ".join(words)):
        *_, before, head = "", "", *phrase.split()
        part = head if head in PARTS else head.removesuffix("s")
        if part in PARTS and f"{before}-{part}" not in NOT_PARTS:
            return part.replace("-", " ")
    return next((word for word in words if word in LAYERS), None)


def delivery_word(text: str) -> str | None:
    """Return the word that makes an outcome a delivery ("Launch refunds", "Release 2 done"), or None.

    An outcome says what changes for people: "Merchants refund without calling us". A text that starts with
    what the team does, or ends with what the team has done, does not; unless it also says what changes
    (`EFFECTS`).

    >>> delivery_word("Launch refunds"), delivery_word("Launch refunds, so that fewer merchants call us")
    ('launch', None)
    """
    words = _split(text)
    if "%" in text or "per cent" in text.casefold() or EFFECTS & set(words):
        return None
    while words and words[0] in _OPENINGS:
        del words[0]
    found = _delivery_at_start(words) or _delivery_at_end(words)
    return found and found.replace("-", " ")


def _any(words: list[str], wanted: frozenset[str]) -> bool:
    return any(word in wanted or word.removesuffix("s") in wanted for word in words)


def _delivery_at_start(words: list[str]) -> str | None:
    verb, rest = (words or [""])[0], words[1:]
    if rest and _is_number(rest[0]):
        return None  # "Release 2 lets merchants refund"
    close = [word for word in rest if word not in _DETERMINERS][:2]
    if _OTHER_SENSE.get(verb, frozenset()) & set(close) and rest[0] not in _STOPS:
        return None  # "Release the funds", "Launch partners earn more"
    verbs = DELIVERY_VERBS | FINISHING_VERBS if _any(rest, DELIVERABLES) else DELIVERY_VERBS
    return verb if verb in verbs else None


def _delivery_at_end(words: list[str]) -> str | None:
    dated = re.sub(r" (?:by|before|until|in q\d|in 20\d\d)\b.*", "", " ".join(words))
    *subject, state = dated.split() or [""]
    if _any(subject, DELIVERABLES):
        return state if state in DELIVERED | FINISHED else None
    return state if state in DELIVERED and not _any(subject, _PEOPLE) else None
