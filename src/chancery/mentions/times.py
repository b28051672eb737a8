"""The times that an article's words fix (`find_times`), and which of them an act has (`time_of`).

Months and days without a year, weekdays, and phrases such as "last week" are resolved against the
publication date, as wire style means them: a bare weekday is the nearest one behind (ahead, where the
verb looks ahead). A publication date that is cut resolves only what it fixes; without one, only dates
that tell their year are times.
"""

from __future__ import annotations

from chancery.grammar.types import Parsed
from chancery.lexicon.numbers import Numbers, english_numbers
from chancery.lexicon.times import TimeWords, english_times
from chancery.mentions import calendar
from chancery.mentions.anchors import mark_of
from chancery.mentions.calendar import Stamp
from chancery.mentions.deictics import Fixed, deictic_at
from chancery.mentions.governing import time_of, window_of
from chancery.mentions.tense import looks_ahead
from chancery.mentions.timephrases import DASHES, Partial, Scan, decade_at, partial_at, range_at
from chancery.mentions.types import Basis, When

__all__ = ["find_times", "published_day", "time_of", "window_of"]


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
    published = calendar.stamp_of(parsed.article.published)
    found: list[When] = []
    for sentence in parsed.sentences:
        scan = Scan(parsed, sentence, *known, published)
        i = sentence.first
        while i < sentence.last:
            when, i = _at(scan, i, found)
            if when is not None:
                found.append(when)
    return tuple(found)


def _at(scan: Scan, i: int, before: list[When]) -> tuple[When | None, int]:
    """The time that begins at a token, if any, and where to read on."""
    both = range_at(scan, i)
    if both is not None:
        return _range(scan, *both), both[1].last
    decade = decade_at(scan, i)
    if decade is not None:
        return _when(scan, Fixed(i, i + 1, *decade), "stated"), i + 1
    fixed = deictic_at(scan, i, _anchor(scan, i, before))
    if fixed is not None:
        return _when(scan, fixed, "relative"), fixed.last
    one = partial_at(scan, i)
    if one is None:
        return None, i + 1
    basis: Basis = "stated" if one.year is not None and not one.derived else "relative"
    if _in_dateline(scan, one):
        basis = "dateline"
    return _when(scan, Fixed(one.first, one.last, _resolved(scan, one)), basis), one.last


def _anchor(scan: Scan, i: int, before: list[When]) -> Stamp | None:
    """The time told last in the paragraph or the one before it, where it is one stamp and no open stretch.

    Wires give nearly each sentence a paragraph of its own.
    """
    if not before:
        return None
    last = before[-1]
    near = scan.parsed.tokens[i].par - scan.parsed.tokens[last.first].par <= 1
    return calendar.stamp_of(last.start) if near and last.end is None and not (last.since or last.until) else None


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
    start, end = _resolved(scan, first), _resolved(scan, second)
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


def _resolved(scan: Scan, part: Partial) -> Stamp | None:
    base = scan.published
    if part.year is not None:
        return calendar.stamp(part.year, part.month, part.day)
    if base is None:
        return None
    if part.month is not None and part.day is not None:
        ahead = looks_ahead(scan.parsed, part.first, part.last, scan.words)
        return calendar.day_near(base, part.month, part.day, ahead=ahead, weekday=part.weekday)
    if part.month is not None:
        ahead = looks_ahead(scan.parsed, part.first, part.last, scan.words)
        return calendar.month_near(base, part.month, ahead=ahead is True)
    if part.weekday is None:
        return None
    if part.weeks is not None:
        return calendar.weekday_in_week(base, part.weekday, part.weeks)
    ahead = looks_ahead(scan.parsed, part.first, part.last, scan.words)
    return calendar.weekday_near(base, part.weekday, ahead=ahead is True)


def _in_dateline(scan: Scan, part: Partial) -> bool:
    """As in "Pyongyang, July 19 (KCNA) --": the date of a dateline, at the head of a paragraph."""
    if part.day is None or part.first - scan.sentence.first > 8 or part.first == scan.sentence.first:
        return False
    opens = scan.sentence.first == 0 or (
        scan.parsed.tokens[scan.sentence.first - 1].par != scan.parsed.tokens[scan.sentence.first].par
    )
    after = scan.word(part.last + (scan.word(part.last) == ","))
    return opens and scan.word(part.first - 1) == "," and (after == "(" or after in DASHES)
