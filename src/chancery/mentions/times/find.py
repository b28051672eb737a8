"""The times that an article's words fix (`find_times`), and which of them an act has (`time_of`).

Months and days without a year, weekdays, and phrases such as "last week" are resolved against the day that the
report was written, which the dateline tells or else the publication date, as wire style means them: a bare weekday
is the nearest one behind (ahead, where the verb looks ahead). A date that is cut resolves only what it fixes; without
one, only dates that tell their year are times.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from chancery.grammar.types import Parsed
from chancery.lexicon.numbers import Numbers, english_numbers
from chancery.lexicon.times import TimeWords, english_times
from chancery.mentions.times import calendar
from chancery.mentions.times.anchors import acts, head_of, mark_of
from chancery.mentions.times.calendar import Stamp
from chancery.mentions.times.deictics import Fixed, counted, deictic_at, moved_by
from chancery.mentions.times.governing import time_of, window_of
from chancery.mentions.times.phrases import DASHES, Partial, Scan, decade_at, openers, partial_at, range_at
from chancery.mentions.times.sequences import last_told, sequel_at, start_of
from chancery.mentions.times.tense import looks_ahead
from chancery.mentions.types import Basis, When

__all__ = ["acts", "find_times", "published_day", "time_of", "window_of"]


def published_day(parsed: Parsed) -> str | None:
    """The publication date as the article has it, ISO, whole or cut; None where there is none that can
    be read.
    """
    stamp = calendar.stamp_of(parsed.article.published)
    return str(stamp) if stamp else None


def find_times(parsed: Parsed, words: TimeWords | None = None, numbers: Numbers | None = None) -> tuple[When, ...]:
    """Every time that the words fix, in text order.

    Args:
        words, numbers: the words of time and numbers; those that the package ships where left out.
    """
    known = words or english_times(), numbers or english_numbers()
    article = parsed.article
    base, dated = calendar.resting_day(calendar.stamp_of(article.published), calendar.stamp_of(article.dateline_date))
    opening = openers(*known)
    here: Basis = "dateline" if dated else "publication"
    found: list[When] = []
    opens: dict[str, bool] = {}  # the same words come again all the time
    for sentence in parsed.sentences:
        reading = _Reading(Scan(parsed, sentence, *known, base, opening), here, found)
        i = sentence.first
        while i < sentence.last:
            word = parsed.lowers[i]
            if word not in opens:
                opens[word] = reading.scan.opens_time(i)
            if not opens[word]:
                i += 1
                continue
            when, i = reading.at(i)
            if when is not None:
                found.append(when)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence as its times are read: the basis of "today", and the times found so far in the report."""

    scan: Scan
    here: Basis
    before: list[When]

    def at(self, i: int) -> tuple[When | None, int]:
        """The time that begins at a token, if any, and where to read on."""
        scan = self.scan
        printed = scan.opens_date(i)
        both = range_at(scan, i) if printed else None
        if both is not None:
            return _range(scan, *both), both[1].last
        decade = decade_at(scan, i) if printed else None
        if decade is not None:
            return _when(scan, Fixed(i, i + 1, *decade), "stated"), i + 1
        fixed = (
            (_from_told_act(scan, i) if scan.opens_number(i) else None)
            or sequel_at(scan, i, self.before)
            or deictic_at(scan, i)
            or _week_of(scan, i)
        )
        if fixed is not None:
            return _when(scan, fixed, self.here if fixed.here else "relative"), fixed.last
        one = partial_at(scan, i) if printed else None
        if one is None:
            return None, i + 1
        if _in_dateline(scan, one):
            return None, one.last
        stated = one.year is not None and not one.derived
        fixed = Fixed(one.first, one.last, _resolved(scan, one, last_told(scan, i, self.before)))
        return _when(scan, fixed, "stated" if stated else "relative"), one.last


def _from_told_act(scan: Scan, i: int) -> Fixed | None:
    """met two days after he landed on Tuesday: from the time of the other act, where its own words tell it.

    The words of the phrase alone are taken, without "after", so that they date the first act and not the other.
    """
    found = counted(scan, i)
    if found is None or scan.word(found[2]) not in ("after", "before"):
        return None
    amount, unit, at = found
    told = _told_behind(scan, at + 1)
    moved = moved_by(told, amount if scan.word(at) == "after" else -amount, unit) if told is not None else None
    return Fixed(i, at, *moved) if moved else None


_MAX_BEHIND = 12
"""Words after "after" in which the other act and its time must stand."""


def _told_behind(scan: Scan, start: int) -> Stamp | None:
    """The first time told from a place on, within its clause."""
    for i in range(start, min(start + _MAX_BEHIND, scan.sentence.last)):
        if scan.word(i) in (",", ";", "and", "but", "while"):
            return None
        one = partial_at(scan, i) if scan.opens_time(i) else None
        if one is not None:
            head = head_of(scan.parsed, one.first, one.last)
            own = any(a.i >= start for a in scan.parsed.ancestors(head))
            return _resolved(scan, one, None) if own else None
    return None


def _week_of(scan: Scan, i: int) -> Fixed | None:
    """the week of April 8, the week beginning 8 April."""
    if scan.word(i) != "week" or scan.word(i + 1) not in ("of", "beginning", "starting", "from"):
        return None
    one = partial_at(scan, i + 2)
    day = _resolved(scan, one, None) if one is not None and one.day is not None else None
    found = calendar.week(day) if day is not None else None
    return Fixed(i, one.last, *found) if one is not None and found is not None else None


def _when(scan: Scan, fixed: Fixed, basis: Basis) -> When | None:
    if fixed.start is None:
        return None
    mark = mark_of(scan.parsed, fixed.first, fixed.last, scan.words)
    return When(
        start=str(fixed.start),
        end=str(fixed.end) if fixed.end is not None and fixed.end != fixed.start else None,
        basis=basis,
        first=fixed.first,
        last=fixed.last,
        since=fixed.since or mark == "since",
        until=mark == "until" and not fixed.since,
    )


def _range(scan: Scan, first: Partial, second: Partial) -> When | None:
    start, end = _resolved(scan, first, None), _resolved(scan, second, None)
    if start is None or end is None:
        return None
    if _later(start, end):
        start, end = _ordered(first, second, start, end)
    if _later(start, end):
        return None
    told = second.year is not None and not second.derived
    return _when(scan, Fixed(first.first, second.last, start, end), "stated" if told else "relative")


def _later(start: Stamp, end: Stamp) -> bool:
    return str(calendar.first_day(start)) > str(calendar.last_day(end))


def _ordered(first: Partial, second: Partial, start: Stamp, end: Stamp) -> tuple[Stamp, Stamp]:
    """Mends a range whose ends were resolved apart: "Monday to Wednesday" on a Tuesday, "December to
    January".
    """
    if first.weekday is not None and first.day is None:
        return start, calendar.weekday_near(start, second.weekday or 0, ahead=True) or end
    earlier = calendar.stamp(start.year - 1, start.month, start.day)
    return earlier or start, end


def _resolved(scan: Scan, part: Partial, last: When | None) -> Stamp | None:
    """The stamp of a date as printed; what it leaves out is taken from `last`, the time told before, or the base."""
    if part.same_year or (part.day is not None and part.month is None):
        part = _completed(part, start_of(last))
    base = scan.base
    if part.year is not None:
        return calendar.stamp(part.year, part.month, part.day)
    if base is None or (part.weekday is not None and part.weeks is not None):
        return calendar.weekday_in_week(base, part.weekday or 0, part.weeks or 0) if base is not None else None
    ahead = looks_ahead(scan.parsed, part.first, part.last, scan.words)
    if part.month is not None and part.day is not None:
        return calendar.day_near(base, part.month, part.day, ahead=ahead, weekday=part.weekday)
    if part.month is not None:
        return calendar.month_near(base, part.month, ahead=ahead is True)
    if part.day is not None:
        return calendar.day_of_month(base, part.day, ahead=ahead is True)
    return calendar.weekday_near(base, part.weekday, ahead=ahead is True) if part.weekday is not None else None


def _completed(part: Partial, told: Stamp | None) -> Partial:
    """A date with the year of the time told before it ("July that year"), or its month too ("on the 24th")."""
    if told is None:
        return part
    if part.same_year:
        return replace(part, year=told.year, derived=True)
    return part if told.month is None else replace(part, year=told.year, month=told.month, derived=True)


def _in_dateline(scan: Scan, part: Partial) -> bool:
    """As in "Pyongyang, July 19 (KCNA) --": the date of a dateline, at the head of a paragraph."""
    if part.day is None or part.first - scan.sentence.first > 8 or part.first == scan.sentence.first:
        return False
    opens = scan.sentence.first == 0 or (
        scan.parsed.tokens[scan.sentence.first - 1].par != scan.parsed.tokens[scan.sentence.first].par
    )
    after = scan.word(part.last + (scan.word(part.last) == ","))
    return opens and scan.word(part.first - 1) == "," and (after == "(" or after in DASHES)
