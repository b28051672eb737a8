"""Publication dates in any form that pages print them, as ISO 8601, whole or cut.

Days and months are never guessed: "04/05/2018" may be in April or in May, so it gives the year alone.
Nothing here knows today's date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Years outside of these are taken for other numbers."""

MONTHS = (
    "january february march april may june july august september october november december".split()
)  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_EDGE, _END = r"(?<![\w.,/-])", r"(?![0-9])(?!\.[0-9])"

_FORMS = tuple(
    re.compile(_EDGE + form + _END, re.IGNORECASE)
    for form in (
        _YEAR + r"(?P<sep>[-/.])(?P<month_number>0?[1-9]|1[0-2])(?P=sep)" + _DAY + r"(?!-)",
        _YEAR + r"(?P<month_number>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])",
        _WEEKDAY + _DAY + r"(?:\s+of)?[\s-]{1,3}" + _MONTH + r",?[\s-]{1,3}" + _YEAR,
        _WEEKDAY + _MONTH + r"[\s-]{1,3}" + _DAY + r",?[\s-]{1,3}" + _YEAR,
        r"(?P<first>[0-3]?[0-9])(?P<sep>[-/.])(?P<second>[0-3]?[0-9])(?P=sep)" + _YEAR,
        r"(?<!\d )(?<!\d-)" + _MONTH + r",?\s{1,3}" + _YEAR,  # else a wrong day would be passed over
        _YEAR + r"-(?P<month_number>0[1-9]|1[0-2])(?![-/0-9])",
    )
)
_ALONE = re.compile(_YEAR)
_DAY_AND_MONTH = re.compile(
    rf"(?:{_MONTH}\s{{0,2}}{_DAY}|{_DAY.replace('?P<day>', '?P<day_first>')}\s"
    rf"{_MONTH.replace('?P<month>', '?P<month_last>')})(?![0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date (`iso`, whole or cut) and the characters of the line that it covers."""

    iso: str
    start: int
    end: int


def find_date(line: str) -> Found | None:
    """The first date in a line, a day rather than a month where both begin at one place."""
    hits = [found for form in _FORMS for found in _matches(form, line)]
    return min(hits, key=lambda found: (found.start, -len(found.iso))) if hits else None


def iso_date(text: str) -> str | None:
    """The date that a field tells ("2019-04-26T06:00:00Z", "26 Apr 2019", "2019-02", "2006"), or None."""
    text = text.strip()
    if _ALONE.fullmatch(text):
        return text
    found = find_date(text)
    return found.iso if found else None


def date_near(text: str, published: str | None) -> str | None:
    """The day that a dateline tells ("Jan. 3", "3 January 2018"), its year taken from the publication date.

    A day without a year is the last such day not after the day after publication (pages of one evening carry
    the next day's dateline east of their outlet). Without a whole publication date it stays untold.
    """
    found = find_date(text)
    if found:
        return found.iso
    match = _DAY_AND_MONTH.search(text)
    if not match or not published or len(published) < len("2019-01-01"):
        return None
    month = _month_number(match["month"] or match["month_last"])
    day = int(match["day"] or match["day_first"])
    latest = date.fromisoformat(published) + timedelta(days=1)
    for year in (latest.year, latest.year - 1):
        iso = _iso(year, month, day)
        if iso and date.fromisoformat(iso) <= latest:
            return iso
    return None


def _matches(form: re.Pattern[str], line: str) -> Iterator[Found]:
    for match in form.finditer(line):
        iso = _READERS["first" if "first" in match.groupdict() else "named"](match)
        if iso:
            yield Found(iso, match.start(), match.end())


def _named(match: re.Match[str]) -> str | None:
    """A date whose month is plain: a name, or a number behind the year."""
    parts = match.groupdict()
    month = _month_number(parts["month"]) if parts.get("month") else int(parts["month_number"])
    return _iso(int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None)


def _numbers(match: re.Match[str]) -> str | None:
    """A date of numbers with the year last: with full stops the day is first; else only if it must be."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["sep"] == ".":
        return _iso(year, second, first)
    readings = {_iso(year, second, first), _iso(year, first, second)} - {None}
    if len(readings) == 1:
        return readings.pop()
    return str(year) if readings else None


_READERS: dict[str, Callable[[re.Match[str]], str | None]] = {"first": _numbers, "named": _named}


def _month_number(name: str) -> int:
    start = name.lower()[:3]
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(start))


def _iso(year: int, month: int, day: int | None) -> str | None:
    """The ISO date, or None where the calendar has no such day."""
    try:
        whole = date(year, month, day or 1)
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]
