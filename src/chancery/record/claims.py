"""The counts that a report claims, held against the record.

A tally ("four meetings with Xi since March 2018", "their first summit") is checked by counting the record's
distinct held meetings of the two in the window that the claim spans. The rules, from the certain to the open:

- The record proves more than claimed: "disagrees". Only meetings that are surely separate prove a number: their
  days are told (a day, or a few for a visit) and are neither neighbours, unless in two countries, nor days of one
  stay in one place; talks on two days of one visit are one meeting to some reporters and two to others.
- It counts as many as claimed, or proves as many: "agrees".
- It counts fewer: "cannot tell", with how many are missing. A record is never complete, so what it lacks
  contradicts nothing.
- A name that fits several people of the record, a thing that it does not count, a claim without an end (an
  undated report), nothing of the two in the record: "cannot tell".

An ordinal numbers one meeting: the count ends with that meeting where the report dates it, and where it does
not, at least so many meetings bear it out. A meeting that lies ahead, or that this report alone tells of, is not
among the record's rows, and one fewer is expected. What only the checked report tells is not counted: a report
cannot bear itself out. A visit to a country or town is counted by where meetings were.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chancery.observations.types import Meeting, Reading, Tally
from chancery.record.names import compare
from chancery.record.query import row_of_entry
from chancery.record.same_meeting import AHEAD
from chancery.record.store import Record
from chancery.record.types import Checked, Listed, Verdict
from chancery.record.windows import ALWAYS, Window, window

CountryOf = Callable[[str], str | None]
"""The alpha-3 code of a country by its name, None for any other name."""

MEETINGS = ("meeting", "summit", "talks", "encounter")
COUNTED_KINDS = {**dict.fromkeys(MEETINGS, ("summit", "talks", "visit")), "visit": ("visit",), "call": ("call",)}
"""What is claimed, and the kinds of meeting in the record that surely are of it."""

DOUBTFUL_KINDS = {
    **dict.fromkeys(MEETINGS, ("multilateral",)),
    "visit": ("summit", "talks", "multilateral"),
    "call": (),
}
"""Kinds that may be of it: two who sat in one gathering may or may not be said to have met."""

ORDINALS = ("ordinal", "numbered", "first")
"""How the names of the rules begin that make a tally of an ordinal ("their third summit")."""

DAY_TOLD = 4
"""Days that a meeting's date may span, a state visit's, for it to prove anything: what was "last week" or in a month
is too often another meeting retold."""

ONE_VISIT = 1
"""Days between two meetings in one country that may both be of one visit."""

ONE_STAY = 3
"""Days between two meetings in one place that may be the first and last day of one stay there."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The window of a claim: `since` and `until` as ISO (None: open), the days, and what is known of its end.

    `numbered` are the days of the meeting that an ordinal numbers, where it is held and dated; `ahead` is true
    where it lies ahead; `at_least` where an ordinal's meeting is not dated.
    """

    since: str | None
    until: str | None
    days: Window
    ends: bool
    at_least: bool = False
    ahead: bool = False
    numbered: Window | None = None


@dataclass(frozen=True, slots=True)
class _Rows:
    """What was found: entries that count, by date, and those that may, each with the doubt."""

    counted: tuple[Listed, ...]
    doubtful: tuple[tuple[Listed, str], ...]


def check(record: Record, reading: Reading, country_of: CountryOf | None = None) -> list[Checked]:
    """Checks each tally of a reading against the record, in the reading's order.

    Args:
        record: an open record; the report itself need not be in it.
        reading: what the report tells.
        country_of: where given, a tally between countries is counted by their codes.
    """
    entries = [e for e in record.listed("meetings") if e.status == "held"]
    told_elsewhere = [e for e in entries if set(e.articles) != {reading.article.id}]
    return [_checked(tally, reading, told_elsewhere, country_of or _no_country) for tally in reading.tallies]


def _no_country(name: str) -> str | None:
    return None


def _checked(tally: Tally, reading: Reading, entries: Sequence[Listed], country_of: CountryOf) -> Checked:
    span = _span(tally, reading)
    countries = {name: country_of(name) for name in (tally.subject, tally.object)}
    ours = [e for e in entries if _is_of(e, tally, countries)]
    rows = _sort_out(ours, span, tally, countries[tally.object])
    verdict, reason = _verdict(tally, span, rows, _several_people(countries, ours))
    return Checked(
        tally=tally,
        verdict=verdict,
        counted=tuple(row_of_entry(e) for e in rows.counted),
        doubtful=tuple(row_of_entry(e) | {"doubt": doubt} for e, doubt in rows.doubtful),
        since=span.since,
        until=span.until,
        question=_question(tally, span),
        command=_command(span, countries),
        reason=reason,
    )


# The window


def _span(tally: Tally, reading: Reading) -> _Span:
    """The days that the claim spans: to the day told, or of the meeting that an ordinal numbers, or of the report."""
    meeting = _numbered(tally, reading) if tally.until is None else None
    at_least = tally.until is None and tally.rule.startswith(ORDINALS)
    until, ahead, numbered = tally.until, False, None
    if meeting is not None:
        ahead = meeting.status in AHEAD
        numbered = None if ahead else window(meeting.start, meeting.end)
        at_least = not ahead and numbered is None
        until = (meeting.end or meeting.start) if numbered else None
    until = until or reading.article.published
    since, last = window(tally.since), window(until)
    days = Window((since or ALWAYS).first, (last or ALWAYS).last)
    return _Span(tally.since, until, days, last is not None, at_least, ahead, numbered)


def _numbered(tally: Tally, reading: Reading) -> Meeting | None:
    """The meeting of the reading that the tally's ordinal numbers, or None where the tally is a plain count."""
    for meeting in reading.meetings:
        names = [p.name for p in meeting.participants if p.name]
        both = all(any(compare(n, name) != "no" for n in names) for name in (tally.subject, tally.object))
        if both and meeting.ordinal == tally.count and meeting.span == tally.span:
            return meeting
    return None


# The rows


def _is_of(entry: Listed, tally: Tally, countries: dict[str, str | None]) -> bool:
    """True where both of the claim's parties take part, or, of a visit, where it was at the place visited."""
    if not _takes_part(tally.subject, countries[tally.subject], entry):
        return False
    visited = tally.what == "visit" and _is_there(tally.object, countries[tally.object], entry)
    return visited or _takes_part(tally.object, countries[tally.object], entry)


def _takes_part(name: str, code: str | None, entry: Listed) -> bool:
    """True where the person (or, given a code, anybody of the country) is a participant."""
    if code is not None:
        return any(p["country"] == code for p in entry.fields["participants"])
    return bool(_people(name, entry))


def _is_there(name: str, code: str | None, entry: Listed) -> bool:
    place, country = entry.fields["place"], entry.fields["place_country"]
    return (code is not None and code == country) or bool(place and compare(name, place) != "no")


def _people(name: str, entry: Listed) -> list[str]:
    return [p["name"] for p in entry.fields["participants"] if p["name"] and compare(name, p["name"]) != "no"]


def _several_people(countries: dict[str, str | None], entries: Sequence[Listed]) -> str | None:
    """Says so where a name of the claim fits more than one person among the rows."""
    for name in (n for n, code in countries.items() if code is None):
        people: list[str] = []
        for person in sorted({p for e in entries for p in _people(name, e)}, key=lambda p: (-len(p), p)):
            if all(compare(person, other) == "no" for other in people):
                people.append(person)
        if len(people) > 1:
            return f"“{name}” may be {' or '.join(people)}."
    return None


def _sort_out(entries: Sequence[Listed], span: _Span, tally: Tally, visited: str | None) -> _Rows:
    """The rows that count and those that may; what is surely outside is in neither.

    Placed by exactness: a meeting whose days overlap those of one that counts already may be that one, told
    again. `visited` is the code of the country whose visits are counted, if it is one.
    """
    counted: list[Listed] = []
    doubtful: list[tuple[Listed, str]] = []
    for entry in sorted(entries, key=lambda e: (_days(e).days, _days(e).last, e.id)):
        doubt = _doubt(entry, span, tally, visited)
        if doubt is None:
            continue
        if not doubt and any(_days(entry).overlaps(_days(other)) for other in counted):
            doubt = "may be one of the meetings counted, told again"
        if doubt:
            doubtful.append((entry, doubt))
        else:
            counted.append(entry)
    counted.sort(key=lambda e: (_days(e).last, e.id))
    return _Rows(tuple(counted), tuple(doubtful))


def _doubt(entry: Listed, span: _Span, tally: Tally, visited: str | None) -> str | None:
    """Why the entry may not be of the count: "" for no doubt, None where it surely is not."""
    kind = entry.fields["kind"]
    there = tally.what == "visit" and kind != "call" and _is_there(tally.object, visited, entry)
    if not _days(entry).overlaps(span.days):
        return None
    if kind not in COUNTED_KINDS.get(tally.what, ()) and not there:
        maybe = kind in DOUBTFUL_KINDS.get(tally.what, ())
        return f"told as {kind}, which may not be meant" if maybe else None
    if entry.fields["start"] is None:
        return "its day is not told"
    return "" if _days(entry).within(span.days) else "may lie outside the window"


def _days(entry: Listed) -> Window:
    """The days on which a held meeting can have been: an untold day lies before it was last told."""
    days = window(entry.fields["start"], entry.fields["end"])
    told = window(entry.fields["last_told"])
    if days is None:
        return ALWAYS.until(told.last) if told else ALWAYS
    return days.until(told.last) if told else days


def _proven(counted: Sequence[Listed]) -> int:
    """How many of the meetings, given by date, are surely separate ones."""
    proven, last = 0, None
    for entry in counted:
        told = window(entry.fields["start"], entry.fields["end"])
        if told is None or told.days > DAY_TOLD:
            continue
        if last is None or not _one_visit(last, entry):
            proven += 1
        last = entry
    return proven


def _one_visit(one: Listed, other: Listed) -> bool:
    countries = {one.fields["place_country"], other.fields["place_country"]} - {None}
    places = one.fields["place"], other.fields["place"]
    stay = all(places) and compare(*places) != "no"
    return _days(one).gap(_days(other)) <= (ONE_STAY if stay else ONE_VISIT) and len(countries) < 2


# The verdict


def _verdict(tally: Tally, span: _Span, rows: _Rows, several: str | None) -> tuple[Verdict, str]:
    found, proven = len(rows.counted), _proven(rows.counted)
    itself = span.ahead or _told_here_alone(span, rows)
    expected = tally.count - itself
    holds = f"The record holds {found or 'none'}{' besides this one' if itself else ''}"
    if tally.what not in COUNTED_KINDS:
        return "cannot tell", f"The record does not count “{tally.what}”."
    if several is not None:
        return "cannot tell", several
    if not found and not rows.doubtful:
        return "cannot tell", f"{holds}."
    if not span.ends:
        return "cannot tell", f"{holds} in all, but it is not told until when the claim counts."
    if span.at_least and found >= expected:
        return "agrees", f"{holds}, so there is one with that number."
    if proven > expected:
        return "disagrees", f"{holds}{_separate(found, proven)}; {expected or 'none'} expected."
    if expected == 0:
        return "cannot tell", f"{holds} for sure; nothing in it speaks against the claim."
    if expected in (found, proven):
        return "agrees", f"{holds}{_separate(found, expected)}."
    if found > expected:
        return "cannot tell", f"{holds}, but only {proven} on days that are told and apart; {expected} expected."
    more = f" and {len(rows.doubtful)} that may count" if rows.doubtful else ""
    return "cannot tell", f"{holds}{more}; {expected - found} may be missing from it."


def _told_here_alone(span: _Span, rows: _Rows) -> bool:
    """True where the meeting that an ordinal numbers is none of the record's rows."""
    return span.numbered is not None and not any(_days(e).overlaps(span.numbered) for e in rows.counted)


def _separate(found: int, proven: int) -> str:
    return f", of which {proven} {'is' if proven == 1 else 'are'} surely separate" if found != proven else ""


def _question(tally: Tally, span: _Span) -> str:
    """What was asked, in words, as a sentence."""
    since = f" from {span.since}" if span.since else ""
    until = f" until {span.until}" if span.until else ""
    ahead = ", the one ahead included" if span.ahead else ""
    return f"{tally.what} of {tally.subject} and {tally.object}{since}{until}: {tally.count} claimed{ahead}."


def _command(span: _Span, countries: dict[str, str | None]) -> str:
    """The listing that shows what was counted, and what may have been outside the window or another kind."""
    parts = ["chancery", "meetings"]
    for name, code in countries.items():
        parts += ["--country", code] if code else ["--who", name]
    for option, value in (("--since", span.since), ("--until", span.until)):
        parts += [option, value] if value else []
    return shlex.join([*parts, "--status", "held"])
