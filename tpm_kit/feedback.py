"""How feedback looks: findings, hints and a comparison, as elements for a panel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from tpm_kit.answers import Answer
from tpm_kit.exercise import Exercise, Finding, Outcome, Reason, Review
from tpm_kit.widgets.elements import Element, el, table
from tpm_kit.workbook import Entry

SIGNS = {"problem": "✕", "caution": "!", "note": "i", "good": "✓"}
WORDS = {"problem": "problem", "caution": "caution", "note": "note", "good": "holds"}
OUTCOMES = {
    Outcome.NOT_ATTEMPTED: "Nothing to check yet.",
    Outcome.INCOMPLETE: "Incomplete.",
    Outcome.NEEDS_WORK: "Needs work.",
    Outcome.TRADE_OFF: "Sound with a trade-off.",
    Outcome.STRONG: "Strong.",
}


def written(entry: Entry) -> dict[str, Reason]:
    """Return the reasons that the learner wrote, by the keys of their findings."""
    return {key: Reason(kept.text, kept.seen) for key, kept in entry.reasons.items()}


def outcome_line(review: Review, missing: Sequence[str]) -> str:
    """Return the outcome in a sentence or two, with the number of findings and what is still missing."""
    counts = Counter(finding.level for finding in review.findings if finding.key not in review.accepted)
    parts = [
        f"{counts[level]} {_plural(level, counts[level])}"
        for level in ("problem", "caution")
        if counts[level]
    ]
    if review.accepted:
        parts.append(f"{len(review.accepted)} accepted with a reason")
    text = OUTCOMES[review.outcome]
    if review.outcome is Outcome.STRONG and review.stood_down:
        count = review.stood_down
        text = f"Strong, as far as it could be checked: {count} {_plural('check', count)} stood down."
    if review.outcome is Outcome.INCOMPLETE:
        names = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
        text += f" Still to do: {names}."
    return f"{text} {', '.join(parts).capitalize()}." if parts else text


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def actions(exercise: Exercise, entry: Entry, own: bool, opened: str, line: str) -> Element:
    """Return the row of buttons; `opened` is the name of the box that is open, `line` the outcome of the last
    check, which stands here so that it is seen without scrolling."""
    left = max(0, len(exercise.hints) - entry.hints)
    hint = button(f"Hint ({left} left)" if left else "No more hints", "hint", disabled=not left)
    compare = button(
        "Compare with a worked answer", "compare", disabled=not entry.tried, pressed=opened == "compare"
    )
    worked = bool(exercise.solution) or (exercise.worked and not own)
    why = ""
    if exercise.worked and own:
        why = "There is no worked answer for a backlog of your own."
    elif worked and not entry.tried:
        why = "The worked answer opens once you have checked a complete one."
    return el(
        "div",
        button("Check", "check", cls="main"),
        hint if exercise.hints else None,
        compare if worked else None,
        button("Start over", "start", pressed=opened == "start"),
        el("b", line) if line else None,
        el("div", why, cls="dim") if why else None,
    )


def start_box(entry: Entry, done: str) -> Element:
    """Return the question before starting over, and the earlier answers that can be put back. `done` says how
    much would be cleared, "" for nothing."""
    earlier = [
        el(
            "p",
            button("Put back", "put-back", value=str(n)),
            f" the answer of {local(one.changed)} ({one.why})",
        )
        for n, one in enumerate(entry.earlier)
    ]
    if not done:
        return el("div", el("p", "There is nothing to clear."), *earlier)
    ask = el("p", f"Start over? {done} will be cleared, and kept here to be put back.")
    buttons = el("p", button("Yes, start over", "start-over"), " ", button("No, keep my answer", "start"))
    return el("div", ask, buttons, *earlier)


def hints(texts: Sequence[str]) -> list[Element]:
    """Return the hints opened so far."""
    return [el("p", el("b", f"Hint {n}. "), text) for n, text in enumerate(texts, start=1)]


def findings(
    review: Review,
    titles: Collection[str],
    reasons: Mapping[str, Reason],
    writing: Collection[str],
    stale: bool,
) -> list[Element]:
    """Return a review: whether the answer has changed since, and each finding."""
    elements = []
    if stale:
        elements.append(
            el("p", "You have changed your answer since this check. Check again.", cls="sign caution")
        )
    for before, finding in zip((None, *review.findings), review.findings, strict=False):
        elements.append(
            finding_element(
                finding,
                titles,
                known=before is not None and advice(before) == advice(finding),
                reason=reasons.get(finding.key),
                accepted=finding.key in review.accepted,
                writing=finding.key in writing,
            )
        )
    return elements


def finding_element(
    finding: Finding,
    titles: Collection[str],
    *,
    known: bool,
    reason: Reason | None,
    accepted: bool,
    writing: bool,
) -> Element:
    """Return one finding. `titles` are set in bold in it; why and what to do are left out if they are `known`
    from the finding before; a caution offers a place for a reason."""
    extra: list[Element] = []
    if accepted and reason:
        extra.append(el("div", el("b", "Accepted: "), reason.text, cls="dim"))
    if finding.level == "caution":
        extra += _reason_elements(finding, reason, accepted, writing)
    body = el(
        "div",
        el("div", *emphasised(finding.seen, titles)),
        el("div", advice(finding), cls="dim") if advice(finding) and not known else None,
        *extra,
    )
    sign = el(
        "b", SIGNS[finding.level], cls=f"sign {finding.level}", role="img", aria_label=WORDS[finding.level]
    )
    return el("div", sign, body, cls="finding")


def advice(finding: Finding) -> str:
    """Return why the finding matters and what to try."""
    return " ".join(filter(None, (finding.why, finding.do)))


def _reason_elements(finding: Finding, reason: Reason | None, accepted: bool, writing: bool) -> list[Element]:
    if not writing:
        text = "Change the reason" if accepted else "Accept this trade-off"
        return [button(text, "accept", value=finding.key)]
    stale = reason and reason.seen != finding.seen
    said = f"You accepted this when it read: {reason.seen}" if stale and reason else None
    return [
        el("div", said, cls="dim") if said else None,
        el(
            "label",
            "Why do you accept it? The reason is kept with your answer.",
            el(
                "textarea",
                reason.text if reason else "",
                name=f"reason {finding.key}",
                rows="2",
                maxlength="2000",
            ),
        ),
        button("Keep this reason", "keep-reason", value=finding.key),
        " ",
        button("Cancel", "leave-reason", value=finding.key),
    ]


def emphasised(text: str, titles: Collection[str]) -> list[Element | str]:
    """Return `text` in pieces, with each of the titles in bold."""
    pattern = _pattern(frozenset(filter(None, titles)))
    pieces = pattern.split(text) if pattern else [text]
    return [el("b", piece) if piece in titles else piece for piece in pieces if piece]


@lru_cache(maxsize=8)
def _pattern(titles: frozenset[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds any of the titles, the longest first; None for no titles."""
    longest_first = sorted(map(re.escape, titles), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(longest_first)})(?!\w)") if titles else None


def comparison(
    exercise: Exercise, answer: Answer, worked: Mapping[str, tuple[str, str]], titles: Mapping[str, str]
) -> Element:
    """Return the learner's answer and the worked one side by side, what differs first.

    `worked` maps part id -> (value, reason), `titles` part id -> its title.
    """
    rows = []
    for id, (value, reason) in worked.items():
        mine = exercise.in_words(answer.value(id))
        title = f"{titles[id]} ({id})" if id in titles and ":" not in id else titles.get(id, id)
        rows.append((answer.agrees(id, value), [title, mine, exercise.in_words(value), reason]))
    differ = sum(not same for same, _ in rows)
    caption = f"{exercise.worked_called} beside yours: {differ} of {len(rows)} differ, shown first."
    ordered = [
        [*row[:2], el("b", row[2]) if not same else row[2], row[3]]
        for same, row in sorted(rows, key=lambda one: one[0])
    ]
    return table(caption, ["Item", "Yours", "Worked answer", "Its reason"], ordered)


def button(
    text: str,
    name: str,
    *,
    value: str = "",
    cls: str = "",
    disabled: bool = False,
    pressed: bool | None = None,
) -> Element:
    """Return a push button; `pressed` says whether what it opens is open."""
    state = None if pressed is None else str(pressed).lower()
    return el(
        "button",
        text,
        type="button",
        name=name,
        value=value,
        cls=cls or None,
        disabled=disabled,
        aria_expanded=state,
    )


def local(time: str) -> str:
    """Return a stored time (ISO, UTC) as local day and time."""
    try:
        return f"{datetime.fromisoformat(time).astimezone():%d %B, %H:%M}"
    except (ValueError, OverflowError):
        return "an unknown time"
