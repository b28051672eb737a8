"""Stretches of days: what an ISO date, whole or cut, or a pair of them, covers."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def overlaps(self, other: Window) -> bool:
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Window) -> bool:
        """True where each of its days is one of the other's."""
        return other.first <= self.first and self.last <= other.last

    def gap(self, other: Window) -> int:
        """Days from the end of the earlier to the start of the later: 1 for neighbours, 0 or less if they
        overlap.
        """
        return max((other.first - self.last).days, (self.first - other.last).days)

    def until(self, last: date) -> Window:
        """Cut off behind a day; itself where nothing would be left."""
        return Window(self.first, min(self.last, last)) if last >= self.first else self

    def since(self, first: date) -> Window:
        """Cut off before a day; itself where nothing would be left."""
        return Window(max(self.first, first), self.last) if first <= self.last else self


ALWAYS = Window(date.min, date.max)
SPANS = (
    (1, 4.0, "the same day"),
    (7, 3.0, "days within one week"),
    (31, 2.0, "days within one month"),
    (366, 1.0, "days within one year"),
)


def overlap_points(one: Window, other: Window) -> tuple[float, str]:
    """How much it says that two windows overlap, by the vaguer of them: 4 points for a day to 0 for an untold one.

    Returns:
        The points, and the reason in words ("" for none).
    """
    days = max(one.days, other.days)
    return next(((points, reason) for most, points, reason in SPANS if days <= most), (0.0, ""))


@lru_cache(maxsize=65536)
def window(start: str | None, end: str | None = None) -> Window | None:
    """The days that an ISO date, month or year covers, or a pair of them.

    Returns:
        None where nothing is told or a value is no ISO date; a pair in the wrong order counts as its start.
    """
    first = _edge(start, last=False)
    start_last, end_last = _edge(start, last=True), _edge(end, last=True)
    if first is None or start_last is None:
        return None
    if end_last is None or end_last < first:
        return Window(first, start_last)
    return Window(first, end_last)


def _edge(text: str | None, *, last: bool) -> date | None:
    found = _ISO.match(text or "")
    if not found:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    if month is None:
        number, of_month = (12, 31) if last else (1, 1)
    elif not 1 <= int(month) <= 12 or year < 1:
        return None
    else:
        number = int(month)
        of_month = calendar.monthrange(year, number)[1] if last else 1
    try:
        return date(year, number, int(day) if day else of_month)
    except ValueError:
        return None
