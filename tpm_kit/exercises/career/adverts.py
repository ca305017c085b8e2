"""Three adverts: what is a TPM's work, what is somebody else's, what warns, what is kept back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.adverts_cells import (
    ASKED,
    DETAIL,
    KIND,
    PARTS,
    QUESTION,
    belongs,
    fault,
    mark,
    needed,
    questions,
)
from tpm_kit.exercises.career.adverts_rules import RULES
from tpm_kit.exercises.career.adverts_texts import ADVERTS, DETAILS, KINDS, ROWS, WHICH, Advert
from tpm_kit.exercises.wording import count, cut
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.with_text import WithText

HEADING = "What you take to the interviews"
POINTS = {"tpm": 1, "other": -1, "missing": -1, "warning": -2}
"""What a mark adds to the points of an advert. The numbers are this course's own judgement."""
_FORMULA = (
    "As you marked: +1 for each duty of a TPM, −1 for each duty of another role, −1 for each missing fact, "
    "−2 for each warning sign. The numbers are this course's own judgement. Points count what is in the "
    "text, and not how good the firm is or whether the work is for you."
)
ADVICE = {
    "pay": "Exercise 11.1 has published figures for your occupation and area to hold against the answer.",
    "promise": "Exercise 11.4 keeps base pay, bonus and shares apart.",
}
"""Where this course helps on, by what a sentence is marked with."""


def adverts_view(case: Case) -> WithText:
    """Return the table of all sentences, and below it the page that follows from the marks."""
    table = Table(
        label="Three invented adverts, sentence by sentence",
        columns=[
            {"id": "says", "label": "The advert says", "kind": "given", "words": True},
            {"id": KIND, "label": "What it is", "kind": "choice", "options": _options(KINDS)},
            {
                "id": DETAIL,
                "label": "Which",
                "note": "whose duty, which sign, which fact",
                "kind": "choice",
                "options": _options(DETAILS),
            },
            {
                "id": QUESTION,
                "label": "What you ask",
                "note": f"{ASKED} questions to each advert",
                "kind": "text",
                "long": True,
            },
        ],
        rows=[
            {
                "id": id,
                "title": row.title,
                "note": row.advert.seeks if row.sentence is row.advert.sentences[0] else "",
                "given": {"says": row.sentence.text},
            }
            for id, row in ROWS.items()
        ],
        details={id: [["The advert", row.advert.seeks]] for id, row in ROWS.items()},
    )
    return WithText(table, HEADING)


def _options(words: dict[str, str]) -> list[list[str]]:
    return [list(one) for one in words.items()]


def adverts_live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the page for the interviews, and what is wrong with single cells."""
    faults: dict[str, dict[str, str]] = {}
    for id in ROWS:
        kind, which = mark(answer, id)
        if kind and which and not belongs(kind, which):
            faults.setdefault(id, {})[DETAIL] = f"This does not go with “{KINDS[kind]}”."
    for advert in ADVERTS:
        for id, text in questions(answer, advert).items():
            found = fault(text)
            if found and found.level == "problem":
                faults.setdefault(id, {})[QUESTION] = found.says
    return {"faults": faults, "text": page(answer)}


def page(answer: Cells) -> str:
    """Return what was marked and asked as plain text, advert by advert, and their points; only what is filled
    in counts."""
    sections = ["\n".join(_section(answer, advert)) for advert in ADVERTS]
    return "\n\n".join([*sections, "\n".join(_ranked(answer))]).rstrip() + "\n"


def _kinds(answer: Cells, advert: Advert) -> Counter[str]:
    """Return how many sentences of an advert are marked as each kind; "" counts those that are not."""
    return Counter(mark(answer, one.id)[0] for one in advert.sentences)


def points(answer: Cells, weights: Mapping[str, int] = POINTS) -> dict[str, int]:
    """Return the points of each advert by name, as marked; adverts without a mark are left out."""
    marked = {advert.name: _kinds(answer, advert) for advert in ADVERTS}
    return {
        name: sum(weights[kind] * many for kind, many in kinds.items() if kind)
        for name, kinds in marked.items()
        if set(kinds) - {""}
    }


def _ranked(answer: Cells) -> Iterator[str]:
    """Yield the points with their formula, and the adverts from best to worst once all is marked."""
    found = points(answer)
    if not found:
        return
    yield "The three adverts in points"
    yield f"- {_FORMULA}"
    if left := sum(_kinds(answer, advert)[""] for advert in ADVERTS):
        yield f"- So far {_in_order(found)}; {count(left, 'sentence')} not marked yet may change the order."
        return
    yield f"- Best first: {_in_order(found)}."
    milder = points(answer, {**POINTS, "warning": POINTS["missing"]})
    if _groups(milder) != _groups(found):
        yield f"- If a warning sign cost 1 point too: {_in_order(milder)}. The order hangs on that number."
    else:
        yield "- If a warning sign cost 1 point too, the order would be the same."


def _groups(found: Mapping[str, int]) -> list[set[str]]:
    """Return the names from the most points to the fewest; those with as many are together."""
    return [
        {name for name, points in found.items() if points == one}
        for one in sorted(set(found.values()), reverse=True)
    ]


def _in_order(found: Mapping[str, int]) -> str:
    ordered = sorted(found, key=lambda name: -found[name])
    return ", ".join(f"{name} {_signed(found[name])}" for name in ordered)


def _signed(value: int) -> str:
    return f"{value:+d}".replace("-", "−") if value else "0"


def _section(answer: Cells, advert: Advert) -> Iterator[str]:
    yield f"{advert.name}: {advert.seeks}"
    marks = [mark(answer, one.id) for one in advert.sentences]
    kinds = _kinds(answer, advert)
    if duties := kinds["tpm"] + kinds["other"]:
        yield f"- Of {duties} {'duty' if duties == 1 else 'duties'} you marked {kinds['tpm']} as a TPM's."
    for kind, label in (("other", "Duties of others"), ("warning", "Warning signs"), ("missing", "Missing")):
        if kinds[kind]:
            known = dict.fromkeys(
                DETAILS[one].partition(": ")[2] for k, one in marks if k == kind and belongs(k, one)
            )
            yield f"- {label}: {kinds[kind]}" + (f" ({'; '.join(known)})." if known else ".")
    if terms := [_signed(kinds[kind] * each) for kind, each in POINTS.items() if kinds[kind]]:
        yield f"- Points: {' '.join(terms)} = {_signed(points(answer)[advert.name])}."
    if left := kinds[""]:
        yield f"- Not marked yet: {left} of {len(marks)} sentences."
    asked = list(questions(answer, advert).values())
    yield from (f"- Ask: {cut(text, 300)}" for text in asked)
    if len(asked) < ASKED:
        yield f"- {ASKED - len(asked)} of {ASKED} questions still to be written."


def adverts_solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return what each sentence is, and why; where there is a gap, with one of many ways to ask about it."""
    found = {}
    for id, row in ROWS.items():
        (kind, which), *others = row.sentence.marks
        found[f"{id}:{KIND}"] = (kind, row.sentence.why)
        if which:
            reasons = [f"{KINDS[k]} with {DETAILS[w]} is right too." for k, w in others]
            if row.sentence.ask:
                reasons.append(f"One might ask “{row.sentence.ask}”, since yes is no answer to that.")
            reasons += [ADVICE[one] for _, one in row.sentence.marks if one in ADVICE]
            found[f"{id}:{DETAIL}"] = (which, " ".join(reasons) or row.sentence.why)
    return found


def _hint_kinds(answer: Cells, case: Case) -> str:
    """Say how many sentences there are of each kind in the first advert that is not right yet."""
    for advert in ADVERTS:
        if all(mark(answer, one.id) in one.marks for one in advert.sentences):
            continue
        count = Counter(one.kind for one in advert.sentences)
        have = ", ".join(f"{count[kind]} × {label}" for kind, label in KINDS.items() if count[kind])
        return (
            f"The advert “{advert.name}” has {have}, if each sentence is taken for what it is first of all."
        )
    return "All three adverts are marked. Look at your questions: would you know more after the answer?"


def _hint_wrong(answer: Cells, case: Case) -> str:
    """Name one sentence to look at again, or say how to ask."""
    for id, row in ROWS.items():
        kind, which = mark(answer, id)
        if kind and (kind, which if kind in WHICH else "") not in row.sentence.marks:
            return f"Look once more at {row.title}, and there only at the words “{row.sentence.clue}”."
    return (
        "A question that works names the fact and cannot be answered with yes: “How many days a week is …”, "
        "“Which decisions does … take without asking?”, “What was the last person in this post measured by?”."
    )


EXERCISE = Exercise(
    id="adverts",
    version=1,
    number="11.12",
    title="Read between the lines",
    notebook=NOTEBOOK,
    task="Mark what each sentence of these three adverts is. All three are invented, and no firm is meant. A "
    "duty of another role, a warning sign and a missing fact get a second mark: which. Then write two "
    "questions to each advert, next to the sentences that they are about. Below, your marks give each advert "
    "points.",
    answer=Cells,
    view=adverts_view,
    parts=lambda case: PARTS,
    rules=RULES,
    hints=(
        "Ask of each sentence, in this order: would it harm me if it is meant as it stands? Do I know more "
        "after it than before? If it names work, who decides on that work: what and why, how it is built, "
        "when, or how the team works?",
        _hint_kinds,
        _hint_wrong,
    ),
    live=adverts_live,
    required=lambda answer, case: needed(answer),
    done_word="filled in",
    solution=adverts_solution,
    columns=KINDS | DETAILS,
)
