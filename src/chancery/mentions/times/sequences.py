"""Times told from another time of the report: "two days later", "that evening", "on the second day of the visit"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from chancery.mentions.times import calendar
from chancery.mentions.times.anchors import acts, anchor_of
from chancery.mentions.times.calendar import Stamp
from chancery.mentions.times.deictics import Fixed, counted, moved_by
from chancery.mentions.times.phrases import Scan
from chancery.mentions.types import DAY, When

_LATER = frozenset({"later", "afterwards", "afterward"})
_STEPS = {"same": 0, "very": 0, "following": 1, "next": 1, "ensuing": 1, "previous": -1, "preceding": -1}
_PERIODS = frozenset({"morning", "afternoon", "evening", "night"})
_PLAIN_UNITS = frozenset({"day", "week", "month", "year"})
_COMING = frozenset({"comes", "come", "follows", "coming"})
_PHRASE_GOES_ON = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_OWNING = frozenset({"the", "its", "their", "his", "her", "a"})
_FIRST_DAY = frozenset({"first", "opening"})
_LAST_DAY = frozenset({"last", "final", "closing", "concluding"})
_LENGTH = re.compile(r"(\w+)[ -]days?[ -]")
_BEGINNING = frozenset("arrive land begin start open kick convene travel fly gather launch commence embark".split())
_MOST_DAYS = 14
"""Days of the longest visit or meeting whose days are counted."""

_NEAR, _FAR = 2, 5
"""Paragraphs back in which the time told last is counted from, and "the same day" is looked for: wires give nearly
each sentence a paragraph of its own."""

Rule = Callable[[Scan, int, Sequence[When]], Fixed | None]


def sequel_at(scan: Scan, i: int, before: Sequence[When]) -> Fixed | None:
    """The phrase that begins at a token and is told from a time told before it, of all those in text order; or None."""
    for rule in _RULES if scan.opens_number(i) else _UNCOUNTED:
        found = rule(scan, i, before)
        if found is not None:
            return found
    return None


def last_told(scan: Scan, i: int, before: Sequence[When], reach: int = _NEAR) -> When | None:
    """The time told last, where it stands within so many paragraphs before a token."""
    tokens = scan.parsed.tokens
    return before[-1] if before and tokens[i].par - tokens[before[-1].first].par <= reach else None


def start_of(last: When | None) -> Stamp | None:
    """The stamp that a time told before gives to count from: none, where it is a stretch or open."""
    if last is None or last.end is not None or last.since or last.until:
        return None
    return calendar.stamp_of(last.start)


def _later(scan: Scan, i: int, before: Sequence[When]) -> Fixed | None:
    """two days later, a week earlier, two days after that, "he proposed it a day before"."""
    found = counted(scan, i)
    if found is None:
        return None
    amount, unit, at = found
    word, after = scan.word(at), scan.word(at + 1)
    that = word in ("before", "after") and after in ("that", "this") and not scan.word(at + 2).isalnum()
    closed = word in ("before", "after") and not after.isalnum()
    if not that and not closed and word not in _LATER and word != "earlier":
        return None
    base, end = start_of(last_told(scan, i, before)), at + 1 + that
    if base is None:
        return Fixed(i, end, None)
    moved = moved_by(base, amount if word in _LATER or word == "after" else -amount, unit)
    return Fixed(i, end, *moved) if moved else Fixed(i, end, None)


def _from_act(scan: Scan, i: int, before: Sequence[When]) -> Fixed | None:
    """met a day after he arrived, eight months after their first summit: when the other act was.

    Told from the time of the act before it: the last one told, or the day of the report for "the visit comes a week
    after". The phrase dates what stands behind it (see `anchors.other_act`).
    """
    found = counted(scan, i)
    if found is None or scan.word(found[2]) not in ("after", "before") or i == scan.sentence.first:
        return None
    amount, unit, at = found
    if scan.weekday(at + 1) is not None or scan.month(at + 1) is not None or scan.word(at + 1).isdigit():
        return None
    opening = scan.parsed.tokens[scan.sentence.first : i]
    coming = any(t.lower in _COMING for t in opening)
    base = scan.base if coming else start_of(last_told(scan, i, before, reach=1))
    moved = moved_by(base, -amount if scan.word(at) == "after" else amount, unit) if base is not None else None
    return Fixed(i, at + 1, *moved) if moved else None


def _same_or_next(scan: Scan, i: int, before: Sequence[When]) -> Fixed | None:
    """the same day, that evening, the following day, the next week, the previous month, the day before."""
    if scan.word(i) not in ("the", "that") or not before:
        return None
    found = _bare(scan, i) or _stepped(scan, i)
    if found is None:
        return None
    step, unit, end = found
    base = start_of(_last_day(scan, i, before) if unit == "day" and step == 0 else last_told(scan, i, before))
    moved = moved_by(base, step, unit) if base is not None else None
    return Fixed(i, end, *moved) if moved else None


def _last_day(scan: Scan, i: int, before: Sequence[When]) -> When | None:
    """The last whole day told: "the same day" passes over the years and months of its background."""
    day = next((w for w in reversed(before) if w.end is None and len(w.start) == DAY), None)
    return None if day is None else last_told(scan, i, [day], reach=_FAR)


def _stepped(scan: Scan, i: int) -> tuple[int, str, int] | None:
    """Steps, unit and end of "the next day", "that same week", "the day before"."""
    word, noun = scan.word(i + 1), scan.word(i + 2)
    step, unit = _STEPS.get(word), "day" if noun in _PERIODS else noun
    if word == "day" and noun in ("before", "after"):
        after = scan.token(i + 3)
        if after is not None and after.upos in _PHRASE_GOES_ON and scan.word(i + 4) not in ("had", "was", "were"):
            return None  # "the day before the summit" is told from the summit
        return (-1 if noun == "before" else 1), "day", i + 3
    if word == "next" and unit != "day":
        return None  # "in the next week or two" is told from the publication
    return None if step is None or unit not in _PLAIN_UNITS else (step, unit, i + 3)


def _bare(scan: Scan, i: int) -> tuple[int, str, int] | None:
    """Steps, unit and end of "that evening", "that year"."""
    token, noun = scan.parsed.tokens[i], scan.word(i + 1)
    unit = "day" if noun in _PERIODS else noun
    if token.lower != "that" or token.upos in ("SCONJ", "PRON") or unit not in _PLAIN_UNITS:
        return None
    return 0, unit, i + 2


def _day_of(scan: Scan, i: int, before: Sequence[When]) -> Fixed | None:
    """on the second day of the visit, on its last day: of what was told to begin before.

    Counted from the day that an earlier sentence gives to an act that lasts ("arrived on Tuesday", "the talks from
    April 8 to 11"); the last day is known only where the end or the length is told.
    """
    last = last_told(scan, i, before) if scan.word(i + 1) == "day" and scan.word(i - 1) in _OWNING else None
    if last is None or last.until:
        return None
    ordinal, closes = scan.numbers.ordinal(scan.word(i)), scan.word(i) in _LAST_DAY
    if scan.word(i) in _FIRST_DAY:
        ordinal = 1
    if (ordinal is None and not closes) or last.first >= scan.sentence.first or not _lasts(scan, last):
        return None
    day = calendar.stamp_of(_closing(scan, last) if closes else last.start)
    if day is None or (ordinal or 1) > _MOST_DAYS:
        return None
    return Fixed(i, i + 2, day if closes else calendar.shift_days(day, (ordinal or 1) - 1))


def _lasts(scan: Scan, last: When) -> bool:
    """Is a time that of an act that goes on over days: an arrival, an opening, a visit, a meeting?"""
    act = anchor_of(scan.parsed, last.first, last.last, scan.words)
    if act is None:
        return False
    lemma = act.lemma.lower()
    return (
        lemma in _BEGINNING if act.upos == "VERB" and last.end is None else acts(act, scan.words) or act.upos == "VERB"
    )


def _closing(scan: Scan, last: When) -> str | None:
    """The last day of a stretch, or of "a three-day visit" told with its first day."""
    if last.end is not None:
        return last.end
    told = _LENGTH.search(scan.parsed.text_of(scan.parsed.sentence(scan.parsed.tokens[last.first])).lower())
    days, first = (scan.numbers.count(told.group(1)) if told else None), calendar.stamp_of(last.start)
    if days is None or first is None or not 1 < days <= _MOST_DAYS:
        return None
    end = calendar.shift_days(first, days - 1)
    return str(end) if end else None


_UNCOUNTED: tuple[Rule, ...] = (_same_or_next, _day_of)
_RULES: tuple[Rule, ...] = (_later, _from_act, *_UNCOUNTED)
