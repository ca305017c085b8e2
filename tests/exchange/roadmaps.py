"""Roadmaps to write into files: a small sound one, and any number of hostile ones."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import strategies as st

from tpm_kit.exchange.roadmap_entry import Entry, clean, one_line

HOLIDAYS = (datetime.date(2027, 3, 26), datetime.date(2027, 3, 29))
KEYS = Entry(
    "PL-16",
    "New signing keys",
    "Banks",
    datetime.date(2027, 1, 11),
    datetime.date(2027, 1, 22),
    critical=True,
    points=3,
    owner="Jonas Behr",
)
BANK = Entry(
    "PL-05",
    "Brackwater Bank: version 3; #2 of 3",
    "Banks",
    datetime.date(2027, 1, 25),
    datetime.date(2027, 2, 19),
    critical=True,
    needs=("PL-16",),
    points=8.5,
    note="Version 2 ends.\nThe bank said so.",
)
LINKS = Entry(
    "PL-21",
    "Payment links",
    "Shops",
    datetime.date(2027, 3, 22),
    datetime.date(2027, 4, 2),
    needs=("PL-16", "PL-99"),
)
OFF = Entry(
    "brackwater",
    "Version 2 is switched off",
    "",
    datetime.date(2027, 2, 26),
    datetime.date(2027, 2, 26),
    milestone=True,
    needs=("PL-05",),
)
ROADMAP = (KEYS, BANK, LINKS, OFF)

HOSTILE = [
    '=HYPERLINK("http://evil.example";"x")',
    "+1",
    "-1+1|cmd",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "'=1",
    "''-x",
    "\uff1d1",
    "gantt",
    "Title of the page",
    "section 8",
    "click here",
    "Excludes weekends",
    "2027-01-11 go",
    "5% more",
    "%% note",
    "%%{init: {}}%%",
    "accDescr { x }",
    "a:b;c#d",
    "#58; &lt; &amp;",
    "todayMarker off",
    "crit, done",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "weekend saturday",
    "Gantt\u00e9",
    "ends; here, \\, \\n and \\;",
    "| pipe \\| `code` *b* _i_ ~~s~~ <br> <script>x</script> [l](u) ![i](u) $m$ www.example.com",
    'say "yes"',
    "two\nlines",
    "BEGIN:VEVENT\nEND:VCALENDAR",
    "naïve £ 日本 😀 e\u0301 \u202etfel \ufb02\u00b6",
    "---",
    "x" * 300,
    "ä" * 80,
]
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=12),
    st.lists(st.sampled_from(HOSTILE), max_size=2).map("".join),
).map(clean)
titles = texts.filter(lambda text: bool(text.strip()))
ids = titles.map(one_line).filter(bool)


@st.composite
def roadmaps(draw) -> tuple[Entry, ...]:
    """One to six entries with hostile texts, which need each other and what is not there."""
    names = draw(st.lists(ids, min_size=1, max_size=6, unique=True))
    entries = []
    for id in names:
        start = draw(st.dates(datetime.date(2026, 1, 1), datetime.date(2028, 12, 31)))
        milestone = draw(st.booleans())
        days = 0 if milestone else draw(st.integers(0, 60))
        others = st.one_of(st.sampled_from(names), ids).filter(lambda other, id=id: other != id)
        entry = Entry(
            id,
            draw(titles),
            draw(texts),
            start,
            start + datetime.timedelta(days=days),
            milestone,
            draw(st.booleans()),
            tuple(draw(st.lists(others, max_size=3, unique=True))),
            draw(st.none() | st.floats(0, 1e6)),
            draw(texts),
            draw(texts),
        )
        entries.append(entry)
    return tuple(entries)


def titled(*names: str) -> tuple[Entry, ...]:
    """Entries with these titles, all in one section and on the same days."""
    return tuple(replace(KEYS, id=f"n{at}", title=name) for at, name in enumerate(names))
