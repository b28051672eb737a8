"""Calendar dates as printed: "Thursday, April 25, 2019", "25-28 March", "mid-2014", "the 1990s".

What is read here is only what the words hold; `times` adds the year or the week from the publication date.
Words are read on the surface and not off the tree, which errs most on dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from chancery.grammar.types import Parsed, Sentence, Token
from chancery.lexicon.numbers import Numbers
from chancery.lexicon.times import TimeWords
from chancery.mentions.times.calendar import Stamp

_YEAR = re.compile(r"(?:mid-)?(1[5-9]\d\d|20\d\d)$")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?$")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)$")
_DECADE = re.compile(r"(?:mid-)?(1[5-9]\d|20\d)0s$")
DASHES = frozenset({"-", "–", "—", "‐", "‑", "--"})
JOINTS = DASHES | {"to", "through", "until", "till"}
_BEFORE_YEAR = frozenset(
    "in since by until till during from before after of early late mid through to between for year as back "
    "circa than ( around throughout".split()
)
_BEFORE_MONTH = frozenset(
    "in since until till by during last next this from between through before after of early late mid for "
    "to and following throughout around".split()
)
_COUNTED = frozenset({"%", "percent", "per", "km", "kg", "gmt", "utc", "people", "hours", "tonnes", "tons", "miles"})
_BEFORE_NTH = frozenset({"on", "by", "until", "till", "since", "from", "before", "after", "between"})
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_PERIODS = frozenset({"morning", "afternoon", "evening", "night", "midday", "noon", "midnight", "dawn"})
_OPENING = frozenset(
    "the that last past this next earlier later a an half first final opening closing concluding day week weekend "
    "month year".split()
)


def openers(words: TimeWords, numbers: Numbers) -> frozenset[str]:
    """The words that a time may begin with."""
    named = words.months.keys() | words.weekdays.keys() | words.days.keys()
    return frozenset(named | numbers.cardinals.keys() | numbers.ordinals.keys() | _OPENING | SEASONS)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a time is read from: one sentence of an article, the words of time, and the day that they count from.

    `base` is the publication date or the dateline's day (see `calendar.resting_day`); `openers` are the words that a
    time may begin with, digits aside (see `openers`).
    """

    parsed: Parsed
    sentence: Sentence
    words: TimeWords
    numbers: Numbers
    base: Stamp | None
    openers: frozenset[str]

    def word(self, i: int) -> str:
        """The word at a place, lower case, an abbreviation without its full stop; "" outside the sentence."""
        if not self.sentence.first <= i < self.sentence.last:
            return ""
        text = self.parsed.lowers[i]
        return text.rstrip(".") if text[-1] == "." and len(text) > 1 else text

    def opens_time(self, i: int) -> bool:
        """May a time begin at a token? Told off its first letters or word, so that most words cost nothing."""
        word = self.word(i)
        return word in self.openers or word[:1].isdigit() or "-" in word

    def opens_date(self, i: int) -> bool:
        """May a date as printed, a year or a decade begin at a token?"""
        word, words = self.word(i), self.words
        named = word in words.months or word in words.weekdays or word in self.numbers.ordinals
        return named or word[:1].isdigit() or "-" in word

    def opens_number(self, i: int) -> bool:
        """May a number begin at a token?"""
        return self.numbers.may_begin(self.word(i))

    def token(self, i: int) -> Token | None:
        return self.parsed.tokens[i] if self.sentence.first <= i < self.sentence.last else None

    def month(self, i: int) -> int | None:
        """1 to 12 for the name of a month, with its capital."""
        token = self.token(i)
        if token is None or not token.text.removeprefix("mid-")[:1].isupper():
            return None
        return self.words.months.get(self.word(i).removeprefix("mid-"))

    def day(self, i: int) -> int | None:
        found = _DAY.match(self.word(i))
        return int(found.group(1)) if found and 1 <= int(found.group(1)) <= 31 else None

    def year(self, i: int) -> int | None:
        found = _YEAR.match(self.word(i))
        return int(found.group(1)) if found else None

    def weekday(self, i: int) -> int | None:
        """0 to 6 for a day of the week, unless it is part of a name ("Good Friday", the "Sunday Times")."""
        token, found = self.token(i), self.words.weekdays.get(self.word(i))
        if token is None or found is None or not token.text[:1].isupper():
            return None
        if self.word(i - 1) in (self.words.named | {"every", "each"}):
            return None
        after = self.token(i + 1)
        if after is not None and after.text[:1].isupper() and after.lower in self.words.named:
            return None
        return found


@dataclass(frozen=True, slots=True)
class Partial:
    """The parts of a date that words hold, over tokens `first` to `last` (not included).

    `derived` is true where the year was told by reference ("March last year"); `weeks` counts from the
    week of publication where it is named ("Tuesday next week"); `same_year` is true where the year is that of the
    time told before ("July that year").
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weeks: int | None = None
    derived: bool = False
    same_year: bool = False


def partial_at(scan: Scan, i: int) -> Partial | None:
    """The date that begins at a token, or None."""
    weekday = scan.weekday(i)
    if weekday is None:
        return _numeric(scan, i) or _month_first(scan, i) or _day_first(scan, i) or _year_alone(scan, i)
    last = i + 1
    while scan.word(last) in _PERIODS:
        last += 1
    start = last + (scan.word(last) == ",")
    dated = _month_first(scan, start) or _day_first(scan, start)
    if dated is not None and dated.day is not None:
        return replace(dated, first=i, weekday=weekday)
    of = last + (scan.word(last) == "of")
    if scan.word(of + 1) == "week" and scan.word(of) in ("last", "this", "next"):
        weeks = {"last": -1, "this": 0, "next": 1}[scan.word(of)]
        return Partial(i, of + 2, weekday=weekday, weeks=weeks)
    return Partial(i, last, weekday=weekday)


def range_at(scan: Scan, i: int) -> tuple[Partial, Partial] | None:
    """Two dates that bound a stretch, beginning at a token: "March 21-22", "from 2014 to 2019"."""
    return _days_then_month(scan, i) or _years(scan, i) or _two_partials(scan, i)


def decade_at(scan: Scan, i: int) -> tuple[Stamp, Stamp] | None:
    """First and last year of "the 1990s"."""
    found = _DECADE.match(scan.word(i))
    if found is None:
        return None
    year = int(found.group(1)) * 10
    return Stamp(year), Stamp(year + 9)


def _month_first(scan: Scan, i: int) -> Partial | None:
    found = _ISO.match(scan.word(i))
    if found:
        year, month, day = (int(part) for part in found.groups())
        return Partial(i, i + 1, year, month, day)
    named = scan.month(i)
    if named is None:
        return None
    of_month = scan.day(i + 1)
    if of_month is not None and scan.word(i + 2) not in _COUNTED:
        return _with_year(scan, Partial(i, i + 2, month=named, day=of_month))
    dated = _with_year(scan, Partial(i, i + 1, month=named))
    if dated.year is not None or _bare_month(scan, i):
        return dated
    return None


def _day_first(scan: Scan, i: int) -> Partial | None:
    of = scan.word(i + 1) == "of"
    day = scan.day(i) or (scan.numbers.ordinal(scan.word(i)) if of else None)
    if day is None:
        return None
    at = i + 1 + of
    month = scan.month(at)
    if month is not None:
        return _with_year(scan, Partial(i, at + 1, month=month, day=day))
    return _day_alone(scan, i, day)


def _day_alone(scan: Scan, i: int, day: int) -> Partial | None:
    """As in "on the 24th", not "on the 24th floor"."""
    if not _NTH.match(scan.word(i)) or scan.word(i - 1) != "the" or scan.word(i - 2) not in _BEFORE_NTH:
        return None
    after = scan.token(i + 1)
    counts = after is not None and (after.upos in ("NOUN", "PROPN", "ADJ", "NUM") or after.lower in ("of", "-"))
    return None if counts else Partial(i, i + 1, day=day)


def _numeric(scan: Scan, i: int) -> Partial | None:
    """As in "26/04/2019", in one word or in five; where day and month could change places, the date is none."""
    found, last = _SLASHED.match(scan.word(i)), i + 1
    if found is None and scan.word(i + 1) == "/" and scan.word(i + 3) == "/":
        found, last = _SLASHED.match("".join(scan.word(k) for k in range(i, i + 5))), i + 5
    if found is None:
        return None
    left, right, year = (int(part) for part in found.groups())
    if left > 12 or left == right:
        return Partial(i, last, year, right, left) if right <= 12 else None
    return Partial(i, last, year, left, right) if right > 12 else None


def _with_year(scan: Scan, found: Partial) -> Partial:
    at = found.last + (scan.word(found.last) in (",", "of"))
    year = scan.year(at)
    if year is not None:
        return replace(found, last=at + 1, year=year)
    shift = {"last": -1, "this": 0, "next": 1}.get(scan.word(at))
    if shift is not None and scan.word(at + 1) == "year" and scan.base is not None:
        return replace(found, last=at + 2, year=scan.base.year + shift, derived=True)
    same = at + (scan.word(at) == "the")
    if scan.word(same) in ("that", "same") and scan.word(same + 1) == "year":
        return replace(found, last=same + 2, same_year=True)
    return found


def _bare_month(scan: Scan, i: int) -> bool:
    """Is the name of a month alone a month: "in May", "the June summit", not "Theresa May", not "may"?"""
    token, after = scan.parsed.tokens[i], scan.token(i + 1)
    if token.upos in ("AUX", "VERB", "ADV") or token.name in ("PER", "ORG"):
        return False
    if token.text.startswith("mid-") or scan.word(i - 1) in _BEFORE_MONTH:
        return True
    if scan.word(i - 1) in ("-", "–") and scan.word(i - 2) == "mid":
        return True
    before = scan.token(i - 1)
    if before is not None and before.upos == "PROPN" and not _is_time_word(scan, i - 1):
        return False
    if after is None or scan.word(i) == "may":
        return False
    return after.lower in ("'s", "’s") or (after.upos in ("NOUN", "ADJ") and token.head > i)


def _is_time_word(scan: Scan, i: int) -> bool:
    word = scan.word(i)
    return word in scan.words.months or word in scan.words.weekdays


def _year_alone(scan: Scan, i: int) -> Partial | None:
    year, token = scan.year(i), scan.token(i)
    if year is None or token is None or year > 2099 or not _stands_as_year(scan, i):
        return None
    return Partial(i, i + 1, year=year)


def _stands_as_year(scan: Scan, i: int) -> bool:
    """Is a bare four-digit number a year ("in 2003", "the 1953 armistice"), not a count or a name?"""
    before, after, token = scan.token(i - 1), scan.token(i + 1), scan.parsed.tokens[i]
    if scan.word(i + 1) in _COUNTED or _counts(token, after):
        return False
    if token.lower.startswith("mid-") or scan.word(i - 1) in _BEFORE_YEAR or scan.word(i - 1) in SEASONS:
        return True
    if scan.word(i - 1) in ("-", "–", ",", "and", "or") and scan.year(i - 2) is not None:
        return scan.word(i - 3) in _BEFORE_YEAR or scan.word(i - 3) in (",", "-", "–")
    if before is None or after is None or after.upos not in ("NOUN", "ADJ", "PROPN"):
        return False
    holder = before.upos in ("DET", "ADJ") or before.feat("Poss") == "Yes" or before.lower in ("'s", "’s", "whose")
    return holder and 1800 <= int(token.lower[-4:]) <= 2049


def _counts(token: Token, after: Token | None) -> bool:
    """As in "2000 troops": a round number before a plural."""
    plural = after is not None and after.upos == "NOUN" and after.feat("Number") == "Plur"
    return plural and token.lower[-2:] == "00"


def _days_then_month(scan: Scan, i: int) -> tuple[Partial, Partial] | None:
    """As in "25-28 March", "between 12 and 14 June"; "March 21-22", "March 21 and 22"."""
    month, at = scan.month(i), i
    if month is not None:
        at = i + 1
    first, second = scan.day(at), scan.day(at + 2)
    if first is None or second is None or second <= first:
        return None
    joined = scan.word(at + 1) in JOINTS
    if scan.word(at + 1) in ("and", "&"):
        joined = second == first + 1 or scan.word(i - 1) == "between"
    if not joined:
        return None
    if month is not None:
        if scan.month(at + 3) is not None:
            return None
        end = _with_year(scan, Partial(at + 2, at + 3, month=month, day=second))
    else:
        named = scan.month(at + 3)
        if named is None:
            return None
        end = _with_year(scan, Partial(at + 2, at + 4, month=named, day=second))
    start = replace(end, first=i, last=at + 1, day=first)
    return start, end


def _years(scan: Scan, i: int) -> tuple[Partial, Partial] | None:
    """As in "2014-2019", "1950-53", "from 2014 to 2019", "between 2015 and 2017"."""
    first, joint = scan.year(i), scan.word(i + 1)
    if first is None:
        return None
    second = scan.year(i + 2)
    short = scan.word(i + 2)
    if joint in DASHES and second is None and len(short) == 2 and short.isdigit():
        second = first - first % 100 + int(short)
    if second is None or second <= first:
        return None
    told = scan.word(i - 1) in ("from", "between", "in", "since", "during", "the")
    if joint in DASHES or (told and joint in (JOINTS | {"and"})):
        return Partial(i, i + 1, year=first), Partial(i + 2, i + 3, year=second)
    return None


def _two_partials(scan: Scan, i: int) -> tuple[Partial, Partial] | None:
    first = partial_at(scan, i)
    if first is None or first.weeks is not None:
        return None
    joint = scan.word(first.last)
    second = partial_at(scan, first.last + 1) if joint in JOINTS or joint == "and" else None
    if second is None and joint in DASHES:
        second = _unmarked_month(scan, first.last + 1)
    if second is None or not _alike(first, second):
        return None
    if joint == "and" and scan.word(i - 1) != "between" and not _adjoin(first, second):
        return None
    year = first.year if first.year is not None else second.year
    start = replace(first, year=year, derived=first.derived or second.derived)
    return start, second


def _unmarked_month(scan: Scan, i: int) -> Partial | None:
    """The second month of "March-April", which no preposition marks."""
    month = scan.month(i)
    return None if month is None else _with_year(scan, Partial(i, i + 1, month=month))


def _alike(first: Partial, second: Partial) -> bool:
    """Are both ends told in the same way: both days, both months, both weekdays?"""
    if first.day is not None or second.day is not None:
        return first.day is not None and second.day is not None
    if first.month is not None or second.month is not None:
        return first.month is not None and second.month is not None
    return first.weekday is not None and second.weekday is not None


def _adjoin(first: Partial, second: Partial) -> bool:
    """Two days or months in a row: "Monday and Tuesday" is one stretch, "Monday and Thursday" is not."""
    if first.day is not None and second.day is not None:
        return first.month == second.month and second.day == first.day + 1
    if first.month is not None and second.month is not None:
        return second.month == first.month + 1
    if first.weekday is not None and second.weekday is not None:
        return second.weekday == (first.weekday + 1) % 7
    return False
