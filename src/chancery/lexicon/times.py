"""The words of time: months, weekdays, units, and the words that steer how a time is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.numbers import DATA
from chancery.lexicon.tables import numbered_rows

UNITS = frozenset({"day", "week", "month", "year", "decade", "weekend", "fortnight", "century"})


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Lower-case words by what they do; the data file tells each kind.

    Attributes:
        months: 1 to 12; weekdays: 0 (Monday) to 6; days: days from the publication date ("yesterday" -1).
        units: to the unit's own name ("years" to "year"); marks: prepositions to "since", "until" or
        "aside".
        parts: parts of a day, month or year, which no date keeps; fuzzy: what makes a number vague.
        ahead: after these a time lies in the future; done: these take an infinitive and leave it in the
        past.
        carriers: verbs that only put an act noun into time; travel: verbs of going; acts: nouns of
        happenings;
        phases: nouns for a stretch of a happening; stative: participles that hold at no time of their own
        ("led by"); fixed: verbs whose simple present tells what is fixed for a day ahead ("parliament votes on
        Friday"); named: words that make a name of a weekday ("Good Friday").
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    units: Mapping[str, str]
    marks: Mapping[str, str]
    parts: frozenset[str]
    fuzzy: frozenset[str]
    ahead: frozenset[str]
    done: frozenset[str]
    carriers: frozenset[str]
    travel: frozenset[str]
    acts: frozenset[str]
    phases: frozenset[str]
    stative: frozenset[str]
    fixed: frozenset[str]
    named: frozenset[str]


_VALUED = ("month", "weekday", "day", "unit", "mark")
_NUMBERED = ("month", "weekday", "day")
_PLAIN = ("part", "fuzzy", "ahead", "done", "carrier", "travel", "act", "phase", "stative", "fixed", "named")


def load_times(folder: Path = DATA) -> TimeWords:
    """Reads `times.tsv` (kind, word, value).

    Raises:
        DataError: where a row has not three columns, an unknown kind, or a value that its kind doesn't
        know.
    """
    kinds: dict[str, dict[str, str]] = {kind: {} for kind in (*_VALUED, *_PLAIN)}
    for where, (kind, word, value) in numbered_rows(folder / "times.tsv", "kind word value"):
        if kind not in kinds or bool(value) != (kind in _VALUED):
            raise DataError(f"{where}: want a known kind, a word and, for some kinds, its value")
        if kind == "unit" and value not in UNITS:
            raise DataError(f"{where}: unknown unit {value!r}")
        if kind in _NUMBERED and not value.removeprefix("-").isdecimal():
            raise DataError(f"{where}: {value!r} is no whole number")
        kinds[kind][word] = value
    numbers = {k: {word: int(v) for word, v in kinds[k].items()} for k in _NUMBERED}
    plain = {kind: frozenset(kinds[kind]) for kind in _PLAIN}
    return TimeWords(
        months=numbers["month"],
        weekdays=numbers["weekday"],
        days=numbers["day"],
        units=kinds["unit"],
        marks=kinds["mark"],
        parts=plain["part"],
        fuzzy=plain["fuzzy"],
        ahead=plain["ahead"],
        done=plain["done"],
        carriers=plain["carrier"],
        travel=plain["travel"],
        acts=plain["act"],
        phases=plain["phase"],
        stative=plain["stative"],
        fixed=plain["fixed"],
        named=plain["named"],
    )


@cache
def english_times() -> TimeWords:
    """The words of time that the package ships."""
    return load_times()
