"""The calendar file, read by the icalendar library and line by line."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from icalendar import Calendar, Event

from tests.exchange.roadmaps import BANK, KEYS, ROADMAP, roadmaps, texts
from tpm_kit.exchange.icalendar_file import icalendar
from tpm_kit.exchange.outgoing import outgoing
from tpm_kit.exchange.roadmap_entry import Entry, details, one_line

STAMP = datetime.datetime(2027, 1, 31, 9, 30, 15, 999, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
DAY = datetime.timedelta(days=1)


def events(content: bytes) -> list[Event]:
    """The events of a calendar file."""
    return Calendar.from_ical(content).walk("VEVENT")


def test_an_event_word_by_word():
    lines = icalendar(ROADMAP, "Roadmap", STAMP).decode().split("\r\n")
    assert lines[:7] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//TPM Kit//Roadmap//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Roadmap",
        "BEGIN:VEVENT",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    first = set(lines[6 : lines.index("END:VEVENT")])
    assert first >= {
        "SUMMARY:New signing keys",
        "DTSTAMP:20270131T073015Z",
        "DTSTART;VALUE=DATE:20270111",
        "DTEND;VALUE=DATE:20270123",
        "TRANSP:TRANSPARENT",
        "CATEGORIES:Banks,Critical path",
    }


@pytest.mark.parametrize("text", ["C:\\New", "\\N", "\\n", "a\\\\Nb"])
def test_a_backslash_is_no_line_end(text):
    entry = Entry("a", text, text, STAMP.date(), STAMP.date(), note=text)
    [event] = events(icalendar([entry], text, STAMP))
    assert (str(event["SUMMARY"]), event["DESCRIPTION"]) == (text, text)


@given(roadmaps(), texts)
def test_any_roadmap_comes_back_from_a_real_reader(entries, title):
    content = icalendar(entries, title, STAMP)
    sent = outgoing(entries)
    titles = {entry.id: entry.title for entry in sent}
    read = events(content)
    uid_of = {entry.id: str(event["UID"]) for entry, event in zip(sent, read, strict=True)}
    assert len(set(uid_of.values())) == len(sent)
    for entry, event in zip(sent, read, strict=True):
        assert not event.errors
        assert event["DTSTART"].dt == entry.start
        assert event["DTEND"].dt == entry.end + DAY
        assert type(event["DTSTART"].dt) is type(event["DTEND"].dt) is datetime.date
        assert str(event["SUMMARY"]) == one_line(entry.title)
        assert str(event.get("DESCRIPTION", "")) == "\n".join(details(entry, titles))
        related = event.get("RELATED-TO", [])
        related = related if isinstance(related, list) else [related]
        assert [str(one) for one in related] == [uid_of[id] for id in entry.needs if id in uid_of]
        assert all(one.params["RELTYPE"] == "DEPENDS-ON" for one in related)


@given(roadmaps(), texts)
def test_lines_are_folded_and_ended_as_the_standard_asks(entries, title):
    content = icalendar(entries, title, STAMP)
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert line.decode()
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert unfolded.count("\r\nBEGIN:VEVENT\r\n") == unfolded.count("\r\nEND:VEVENT\r\n") == len(entries)
    assert (
        unfolded.count("\r\nDTSTART;VALUE=DATE:") == unfolded.count("\r\nDTEND;VALUE=DATE:") == len(entries)
    )


def test_a_later_file_moves_events_and_does_not_add_them_again():
    def uids(entries, title="Roadmap", stamp=STAMP):
        return [str(event["UID"]) for event in events(icalendar(entries, title, stamp))]

    later = [
        replace(BANK, title="New name", needs=(), start=BANK.start + 14 * DAY, end=BANK.end + 14 * DAY),
        KEYS,
    ]
    assert uids(later, stamp=STAMP + DAY) == [uids(ROADMAP)[1], uids(ROADMAP)[0]]
    assert not set(uids(ROADMAP)) & set(uids(ROADMAP, "Another roadmap"))


def test_a_stamp_needs_a_time_zone():
    with pytest.raises(ValueError, match="stamp must have a time zone"):
        icalendar(ROADMAP, "Roadmap", STAMP.replace(tzinfo=None))
    with pytest.raises(ValueError, match="at least one"):
        icalendar([], "Roadmap", STAMP)
