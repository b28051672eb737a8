"""Dates as far as words fix them, and arithmetic on them: pure functions, no clock, no language.

A `Stamp` is an ISO 8601 date, whole or cut ("2019-04-26", "2019-04", "2003"). Weeks run from Monday to
Sunday. Every function gives None where the answer would need more than the stamp holds, or would leave
years 1 to 9999.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$")


_BEHIND, _AHEAD = 2, 6
"""Months that a day of the year may lie against the tense, and ahead where no tense tells."""
_LAG = 7
"""Days that a report may wait between its writing, which its dateline tells, and its printing."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, a month (`day` None) or a year (`month` None too)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    def date(self) -> date | None:
        """The day, or None where the stamp is cut."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def stamp_of(text: str | None) -> Stamp | None:
    """Reads an ISO date, whole or cut, a time of day after it left aside; None where it is none."""
    found = _ISO.match((text or "").strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return stamp(year or 0, month, day)


def stamp(year: int, month: int | None = None, day: int | None = None) -> Stamp | None:
    """A stamp that exists in the calendar, or None ("30 February")."""
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):  # "300 million years ago"
        return None
    if month is None:
        return Stamp(year)
    return Stamp(year, month, day)


def of_day(day: date) -> Stamp:
    return Stamp(day.year, day.month, day.day)


def shift_days(base: Stamp, days: int) -> Stamp | None:
    """The day so many days after a whole date (before it, where negative)."""
    day = base.date()
    if day is None:
        return None
    try:
        return of_day(day + timedelta(days=days))
    except OverflowError:
        return None


def shift_months(base: Stamp, months: int) -> Stamp | None:
    """The month so many months after; None where the base is only a year."""
    if base.month is None:
        return None
    count = base.year * 12 + base.month - 1 + months
    return stamp(count // 12, count % 12 + 1)


def week(base: Stamp, weeks: int = 0) -> tuple[Stamp, Stamp] | None:
    """Monday and Sunday of the week that lies so many weeks after the one that holds a whole date."""
    day = base.date()
    if day is None:
        return None
    monday = shift_days(base, 7 * weeks - day.weekday())
    sunday = shift_days(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def weekend(base: Stamp, *, ahead: bool, weeks: int = 0) -> tuple[Stamp, Stamp] | None:
    """Saturday and Sunday: of this week where the base is one of them or looks ahead, else of the week before;
    so many weeks on from there.
    """
    day = base.date()
    found = week(base, weeks + (0 if ahead or (day is not None and day.weekday() >= 5) else -1))
    saturday = shift_days(found[0], 5) if found else None
    return (saturday, found[1]) if found and saturday else None


def weekday_near(base: Stamp, weekday: int, *, ahead: bool) -> Stamp | None:
    """The last such weekday (0 is Monday) up to and with a whole date, or the first from it on."""
    day = base.date()
    if day is None:
        return None
    gap = (weekday - day.weekday()) % 7 if ahead else -((day.weekday() - weekday) % 7)
    return shift_days(base, gap)


def weekday_in_week(base: Stamp, weekday: int, weeks: int) -> Stamp | None:
    """The weekday of the week that lies so many weeks after the base's own ("Tuesday next week")."""
    found = week(base, weeks)
    return shift_days(found[0], weekday) if found else None


def month_near(base: Stamp, month: int, *, ahead: bool) -> Stamp | None:
    """The last such month up to and with the base's own, or the first from it on."""
    if base.month is None:
        return None
    if ahead:
        return stamp(base.year + (month < base.month), month)
    return stamp(base.year - (month > base.month), month)


def day_near(base: Stamp, month: int, day: int, *, ahead: bool | None, weekday: int | None = None) -> Stamp | None:
    """The year of a day and month told without it.

    A weekday told beside it decides. Else the year is the base's own, as wire style leaves it out only
    within the calendar year, save where that lies too far on the wrong side: reports published in January
    look back to December, those of December look ahead to January. How far is too far hangs on the tense
    (`ahead` None where it doesn't tell), which is no sure guide: what "would happen by March 31" may lie
    behind by now.
    """
    if base.month is None:
        return None
    years = [stamp(base.year + shift, month, day) for shift in (0, -1, 1)]
    if weekday is not None:
        fitting = [s for s in years if s and (d := s.date()) and d.weekday() == weekday]
        if fitting:
            return fitting[0]
    same, before, after = years
    months = month - base.month
    if ahead:
        return after if months < -_BEHIND else same
    return before if months > (_AHEAD if ahead is None else _BEHIND) else same


def day_of_month(base: Stamp, day: int, *, ahead: bool) -> Stamp | None:
    """The day of a month told by its number alone: the last such day up to a whole date, or the first from it on."""
    if base.month is None or base.day is None:
        return None
    passed = day < base.day if ahead else day > base.day
    month = shift_months(base, (1 if ahead else -1) if passed else 0)
    return stamp(month.year, month.month, day) if month else None


def resting_day(published: Stamp | None, dateline: Stamp | None) -> tuple[Stamp | None, bool]:
    """The day that relative times of a report count from, and whether it is the dateline's.

    A dateline's day is when the report was written; it counts where the publication date leaves room for it: none
    is known, it is cut and covers the day, or it follows within days.
    """
    written = dateline.date() if dateline else None
    if written is None or dateline is None:
        return published, False
    if published is None:
        return dateline, True
    printed = published.date()
    if printed is None:
        within = str(dateline).startswith(str(published))
        return (dateline, True) if within else (published, False)
    return (dateline, True) if 0 <= (printed - written).days <= _LAG else (published, False)


def last_day(of: Stamp) -> Stamp:
    """The last day that a stamp covers."""
    month = of.month or 12
    return Stamp(of.year, month, of.day or calendar.monthrange(of.year, month)[1])


def first_day(of: Stamp) -> Stamp:
    """The first day that a stamp covers."""
    return Stamp(of.year, of.month or 1, of.day or 1)
