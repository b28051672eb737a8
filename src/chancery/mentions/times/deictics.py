"""Times told from the day of the report: "last week", "tomorrow", "in three days".

Each rule takes the place where a phrase may begin and gives what it covers and the time that it fixes; a
phrase that is read but fixes no time ("in recent weeks" is not even read; "last week" in a report dated
by month is) gives a `Fixed` without a start, so that no part of it is taken for something else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chancery.mentions.times import calendar
from chancery.mentions.times.calendar import Stamp
from chancery.mentions.times.phrases import Scan
from chancery.mentions.times.tense import looks_ahead

_WAY = {"last": -1, "this": 0, "next": 1}
_PERIODS = frozenset({"morning", "afternoon", "evening", "night"})
_STRETCHES = frozenset("winter quarter half decade century term season fortnight".split())
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""The last month of each season that lies within one year."""
_DURING = frozenset({"in", "over", "during", "throughout"})
_FIRSTS = frozenset(
    "first last only latest biggest largest highest lowest worst deadliest most lone sole newest longest "
    "closest".split()
)
_BETWEEN = 3
"""Words from "first" to "in": "the first peace talks in two years"."""
_EDGES = frozenset({"start", "beginning", "end", "turn"})
_BEYOND = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}


@dataclass(frozen=True, slots=True)
class Fixed:
    """Tokens `first` to `last` (not included) and the time that they fix; `start` None where none.

    `here` is true where the time is the very day that the report counts from ("today").
    """

    first: int
    last: int
    start: Stamp | None
    end: Stamp | None = None
    since: bool = False
    here: bool = False


Rule = Callable[[Scan, int], Fixed | None]


_NO_OPENING = frozenset({"the", "that"})
"""The words that times most often open with, but none of those here does."""


def deictic_at(scan: Scan, i: int) -> Fixed | None:
    """The phrase that begins at a token, or None."""
    if scan.word(i) in _NO_OPENING:
        return None
    for rule in _RULES if scan.opens_number(i) else _UNCOUNTED:
        found = rule(scan, i)
        if found is not None:
            return found
    return None


def _day_word(scan: Scan, i: int) -> Fixed | None:
    """today, yesterday morning, tonight, the day before yesterday."""
    beyond = _BEYOND.get((scan.word(i + 1), scan.word(i + 2))) if scan.word(i) == "day" else None
    if beyond is not None:
        return Fixed(i, i + 3, _day(scan, beyond))
    shift = scan.words.days.get(scan.word(i))
    if shift is None:
        return None
    last = i + 2 if scan.word(i + 1) in _PERIODS else i + 1
    return Fixed(i, last, _day(scan, shift), here=shift == 0)


def _day(scan: Scan, shift: int) -> Stamp | None:
    return calendar.shift_days(scan.base, shift) if scan.base else None


def _last_this_next(scan: Scan, i: int) -> Fixed | None:
    """last week, this month, next year, last Friday, next March, last night, this weekend."""
    way = _WAY.get(scan.word(i))
    at = i + 1
    if way == 0 and scan.word(at) == "past":  # "this past Friday"
        return _this_past(scan, i, at + 1)
    if way is None or (way and scan.word(i - 1) in ("the", "these", "those")):
        return None
    word = scan.word(at)
    if word in scan.words.units and not word.endswith("s"):
        found = _unit(scan, i, way, scan.words.units[word])
        return Fixed(i, at + 1, *found) if found else Fixed(i, at + 1, None)
    if word in _PERIODS:
        return Fixed(i, at + 1, _day(scan, -1 if way < 0 else 0), here=way == 0) if way < 1 else None
    weekday = scan.weekday(at)
    if weekday is not None and scan.base is not None:
        last = at + 2 if scan.word(at + 1) in _PERIODS else at + 1
        return Fixed(i, last, calendar.weekday_in_week(scan.base, weekday, way))
    if word in _SEASON_ENDS:
        return Fixed(i, at + 1, _season(scan, word, way))
    return _named_month(scan, i, at, way) or (Fixed(i, at + 1, None) if word in _STRETCHES else None)


def _this_past(scan: Scan, i: int, at: int) -> Fixed | None:
    """this past Friday, this past weekend: the one behind; other stretches are vague."""
    weekday = scan.weekday(at)
    if scan.base is None or (weekday is None and scan.word(at) != "weekend"):
        return None
    if weekday is None:
        return Fixed(i, at + 1, *(calendar.weekend(scan.base, ahead=False) or (None, None)))
    yesterday = calendar.shift_days(scan.base, -1)
    return Fixed(i, at + 1, calendar.weekday_near(yesterday, weekday, ahead=False) if yesterday else None)


def _season(scan: Scan, word: str, way: int) -> Stamp | None:
    """The year of last or this summer: no finer, as seasons are not the same everywhere."""
    base = scan.base
    if base is None or way > 0:
        return None
    if way == 0:
        return calendar.stamp(base.year)
    if base.month is None:
        return None
    return calendar.stamp(base.year - (base.month <= _SEASON_ENDS[word]))


def _the_season(scan: Scan, i: int) -> Fixed | None:
    """over the summer, in the autumn: the one behind, or ahead where the verb looks there."""
    end = _SEASON_ENDS.get(scan.word(i))
    if end is None or scan.word(i - 1) != "the" or scan.word(i - 2) not in _DURING or scan.word(i + 1) == "of":
        return None
    base = scan.base
    if base is None or base.month is None:
        return Fixed(i, i + 1, None)
    if _ahead(scan, i):
        return Fixed(i, i + 1, calendar.stamp(base.year + (base.month > end)))
    return Fixed(i, i + 1, calendar.stamp(base.year - (base.month < end - 2)))


def _within_the(scan: Scan, i: int) -> Fixed | None:
    """earlier in the month, later in the day: of the publication's own."""
    if scan.word(i) not in ("earlier", "later") or scan.word(i + 1) not in ("in", "on") or scan.word(i + 2) != "the":
        return None
    unit = scan.words.units.get(scan.word(i + 3))
    if unit == "day" and scan.word(i + 3) == "day":
        return Fixed(i, i + 4, _day(scan, 0), here=True)
    if unit not in ("week", "month", "year") or scan.word(i + 3).endswith("s"):
        return None
    found = _unit(scan, i + 1, 0, unit) if unit == "week" else _unit(scan, i, 0, unit)
    return Fixed(i, i + 4, *found) if found else Fixed(i, i + 4, None)


def _unit(scan: Scan, i: int, way: int, unit: str) -> tuple[Stamp | None, Stamp | None] | None:
    base = scan.base
    if base is None:
        return None
    if unit == "week":
        found = calendar.week(base, way)
        if found is not None and way == 0 and scan.word(i - 1) in ("earlier", "later"):
            return (found[0], base) if scan.word(i - 1) == "earlier" else (base, found[1])
        return found
    if unit == "weekend":
        ahead = way > 0 or (way == 0 and _ahead(scan, i + 1))
        return calendar.weekend(base, ahead=ahead, weeks=max(way, 0))
    if unit == "month":
        return calendar.shift_months(base, way), None
    if unit == "year":
        return calendar.stamp(base.year + way), None
    return None


def _ahead(scan: Scan, i: int) -> bool:
    return scan.token(i) is not None and looks_ahead(scan.parsed, i, i + 1, scan.words) is True


def _named_month(scan: Scan, i: int, at: int, way: int) -> Fixed | None:
    """As in "last June": the latest before the month of publication; "next June" the first after it."""
    month = scan.month(at)
    if month is None:
        return None
    base, day = scan.base, scan.day(at + 1)
    last = at + 2 if day is not None else at + 1
    if base is None or base.month is None:
        return Fixed(i, last, None)
    if way == 0:
        return Fixed(i, last, calendar.stamp(base.year, month, day))
    if day is not None:
        return Fixed(i, last, calendar.day_near(base, month, day, ahead=way > 0))
    passed = month < base.month if way < 0 else month > base.month
    return Fixed(i, last, calendar.stamp(base.year if passed else base.year + way, month))


def _of_the_year(scan: Scan, i: int) -> Fixed | None:
    """the start of the year, the end of the month: of the current one, no finer."""
    unit = scan.words.units.get(scan.word(i))
    edge = scan.word(i - 3) in _EDGES and scan.word(i - 2) == "of" and scan.word(i - 1) == "the"
    if not edge or unit not in ("month", "year") or scan.word(i).endswith("s"):
        return None
    found = _unit(scan, i, 0, unit)
    return Fixed(i, i + 1, *found) if found else Fixed(i, i + 1, None)


def _weekend(scan: Scan, i: int) -> Fixed | None:
    """the weekend, over the weekend."""
    if scan.word(i) != "weekend" or scan.word(i - 1) != "the":
        return None
    found = calendar.weekend(scan.base, ahead=_ahead(scan, i)) if scan.base else None
    return Fixed(i, i + 1, *found) if found else Fixed(i, i + 1, None)


def counted(scan: Scan, i: int) -> tuple[int, str, int] | None:
    """A number and a unit of time at a token: how many, which unit, the place after them."""
    if not scan.opens_number(i):
        return None
    words = [scan.word(k) for k in range(i, min(i + 5, scan.sentence.last))]
    found = scan.numbers.phrase(words)
    if found is None:
        if words and words[0] in ("a", "an", "one"):
            found = (1.0, 1)
        else:
            return None
    amount, taken = found
    unit = scan.words.units.get(scan.word(i + taken))
    if unit is None or amount != int(amount) or scan.word(i - 1) in scan.words.fuzzy - {"past", "last", "just"}:
        return None
    if scan.word(i - 1) == "than":
        return None
    return int(amount), unit, i + taken + 1


def _ago(scan: Scan, i: int) -> Fixed | None:
    """two years ago, a week ago, three days ago."""
    found = counted(scan, i)
    if found is None or scan.word(found[2]) != "ago":
        return None
    amount, unit, last = found
    if scan.base is None:
        return Fixed(i, last + 1, None)
    moved = moved_by(scan.base, -amount, unit)
    return Fixed(i, last + 1, *moved) if moved else Fixed(i, last + 1, None)


def _from_now(scan: Scan, i: int) -> Fixed | None:
    """will open in two weeks, three days from now: ahead by its verb or its words."""
    found = counted(scan, i)
    if found is None:
        return None
    amount, unit, last = found
    told = scan.word(last) == "from" and scan.word(last + 1) in ("now", "today")
    if not told and (scan.word(i - 1) != "in" or scan.word(last) == "of" or not _ahead(scan, last - 1)):
        return None
    if not told and any(scan.word(k) in _FIRSTS for k in range(i - 1 - _BETWEEN, i - 1)):
        return None  # "seeks the first talks in two years" looks back
    moved = moved_by(scan.base, amount, unit) if scan.base is not None else None
    return Fixed(i, last + 2 * told, *(moved or (None, None)))


def moved_by(base: Stamp, amount: int, unit: str) -> tuple[Stamp | None, Stamp | None] | None:
    """The time so many units away, no finer than the unit."""
    if unit == "fortnight":
        amount, unit = amount * 2, "week"
    if unit == "day":
        return calendar.shift_days(base, amount), None
    if unit == "week":
        return calendar.week(base, amount)
    if unit == "month":
        return calendar.shift_months(base, amount), None
    if unit == "year":
        return calendar.stamp(base.year + amount), None
    return None


def _past_years(scan: Scan, i: int) -> Fixed | None:
    """in the past 12 years, over the last five months, in the last year: an open start."""
    if scan.word(i) not in ("past", "last") or scan.word(i - 1) not in ("the", "these", "those"):
        return None
    found = counted(scan, i + 1)
    if found is None:
        unit = scan.words.units.get(scan.word(i + 1))
        if unit is None or scan.word(i + 1).endswith("s") or scan.word(i + 2) == "of":
            return None
        found = (1, unit, i + 2)
    return Fixed(i, found[2], _opening(scan, found[0], found[1]), since=True)


def _first_in_years(scan: Scan, i: int) -> Fixed | None:
    """the first visit in 12 years, for the first time in a decade: an open start."""
    if scan.word(i - 1) != "in":
        return None
    found = counted(scan, i)
    if found is None or found[1] not in ("month", "year", "decade") or _ahead(scan, found[2] - 1):
        return None
    before = range(scan.sentence.first, i)
    if not any(scan.word(k) in _FIRSTS or scan.numbers.ordinal(scan.word(k)) is not None for k in before):
        return None
    return Fixed(i, found[2], _opening(scan, found[0], found[1]), since=True)


def _opening(scan: Scan, amount: int, unit: str) -> Stamp | None:
    """Where a stretch of so many units up to the publication begins; weeks and days are too vague."""
    if unit == "decade":
        amount, unit = amount * 10, "year"
    if scan.base is None or unit not in ("month", "year"):
        return None
    moved = moved_by(scan.base, -amount, unit)
    return moved[0] if moved else None


_UNCOUNTED: tuple[Rule, ...] = (
    _day_word, _past_years, _last_this_next, _the_season, _within_the, _weekend, _of_the_year,
)  # fmt: skip
_RULES: tuple[Rule, ...] = (*_UNCOUNTED, _ago, _from_now, _first_in_years)
