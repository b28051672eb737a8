"""When an entry of a reading tells the same as an annotated one: the measures that accuracy is counted by.

`docs/observations.md` defines the fields, `docs/accuracy.md` tells the measures. Names match when one's words are
all in the other's ("Trump", "Donald Trump"), texts by how many words they share, dates when the days overlap and
the answer is no vaguer than twice the annotation.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

Entry = Mapping[str, Any]
Test = Callable[[Entry, Entry], bool]
"""Called with the annotated entry first and the one read second."""

IGNORED_WORDS = frozenset({"the", "a", "an", "of", "mr", "ms", "mrs", "dr", "sir"})
SAME_SENTENCE = 0.6
"""Shared words above which two pieces of evidence are the same sentence, perhaps cut differently."""
SAME_CONTENT = 0.8
"""Shared words from which two contents are the same statement."""
SAME_OFFICE = 0.5
FIGURE_TOLERANCE = 0.01


class Measure(NamedTuple):
    """A name for the report's table, the kind of observation, and the test."""

    name: str
    kind: str
    same: Test


def words_of(text: str | None) -> list[str]:
    """The words that count: lower case, accents taken off, articles and courtesy titles dropped."""
    folded = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode("ascii").lower()
    return [word for word in re.findall("[a-z0-9]+", folded) if word not in IGNORED_WORDS]


def same_name(one: str | None, other: str | None) -> bool:
    """True where all words of one are words of the other; False where either has none."""
    mine, theirs = set(words_of(one)), set(words_of(other))
    if not mine or not theirs:
        return False
    respelled = "".join(sorted(mine)) == "".join(sorted(theirs))
    return mine <= theirs or theirs <= mine or respelled


def shared_words(one: str | None, other: str | None) -> float:
    """F1 of the words of two texts, each counted as often as it stands there: 0 to 1."""
    mine, theirs = Counter(words_of(one)), Counter(words_of(other))
    common = (mine & theirs).total()
    return 2 * common / (mine.total() + theirs.total()) if common else 0.0


def days_of(start: str | None, end: str | None) -> tuple[date, date] | None:
    """First and last day that ISO dates, whole or cut, cover; None where the start is missing or no date."""
    if not start:
        return None
    try:
        return _first_day(start), _last_day(end or start)
    except ValueError:
        return None


def same_time(gold: Entry, said: Entry, key: str = "start") -> bool:
    """True where the days overlap and the answer is about as exact; a time not told must stay untold."""
    wanted = days_of(gold.get(key), gold.get("end"))
    if wanted is None:
        return not said.get(key)
    given = days_of(said.get(key), said.get("end"))
    if given is None or given[0] > wanted[1] or given[1] < wanted[0]:
        return False
    return (given[1] - given[0]).days <= 2 * (wanted[1] - wanted[0]).days + 1


def same_participants(gold: Entry, said: Entry) -> bool:
    """True where each annotated party is there, and nobody from a country that has no annotated party."""
    left = list(said.get("participants") or [])
    countries = {party.get("country") for party in gold["participants"]}
    for party in gold["participants"]:
        found = next((other for other in left if _same_party(party, other)), None)
        if found is None:
            return False
        left.remove(found)
    return all(other.get("country") in countries for other in left)


def same_place(gold: Entry, said: Entry) -> bool:
    if not gold.get("place"):
        return not said.get("place")
    return same_name(gold["place"], said.get("place"))


def same_sides(gold: Entry, said: Entry) -> bool:
    """True where actors' and recipients' codes agree; all of them together where one has no recipient."""
    wanted = _codes(gold, "actor"), _codes(gold, "recipient")
    given = _codes(said, "actor"), _codes(said, "recipient")
    if wanted[1] and given[1]:
        return wanted == given
    return wanted[0] | wanted[1] == given[0] | given[1]


def same_content(gold: Entry, said: Entry) -> bool:
    return shared_words(gold["content"], said.get("content")) >= SAME_CONTENT


def same_speaker(gold: Entry, said: Entry) -> bool:
    return same_content(gold, said) and same_name(gold["speaker"], said.get("speaker"))


def same_tally(gold: Entry, said: Entry) -> bool:
    sides = all(same_name(gold[side], said.get(side)) for side in ("subject", "object"))
    return sides and bool(gold["count"] == said.get("count"))


def same_figure(gold: Entry, said: Entry) -> bool:
    value = said.get("value")
    if not isinstance(value, int | float) or gold["unit"] != said.get("unit"):
        return False
    return bool(abs(gold["value"] - value) <= FIGURE_TOLERANCE * abs(gold["value"]))


def same_office(gold: Entry, said: Entry) -> bool:
    if gold.get("country") and gold["country"] != said.get("country"):
        return False
    if gold.get("body") and not shared_words(gold["body"], said.get("body")):
        return False
    alike = shared_words(gold["office"], said.get("office")) >= SAME_OFFICE
    return alike and same_name(gold["person"], said.get("person"))


def _first_day(text: str) -> date:
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def _last_day(text: str) -> date:
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day, 0 where the text is cut before them."""
    numbers = [int(part) for part in text[:10].split("-")]
    year, month, day = [*numbers, 0, 0][:3]
    return year, month, day


def _same_party(gold: Entry, said: Entry) -> bool:
    country, other = gold.get("country"), said.get("country")
    if country and other and country != other:
        return False
    if gold.get("name"):
        return same_name(gold["name"], said.get("name"))
    return bool(country) and country == other


def _codes(event: Entry, side: str) -> frozenset[str]:
    """The codes of a side; somebody who is not told (NON) counts as nobody."""
    codes = (party.get("code") for party in event.get(side) or [])
    return frozenset(code for code in codes if code and code != "NON")


def _equal(*keys: str) -> Test:
    return lambda gold, said: all((gold.get(key) or None) == (said.get(key) or None) for key in keys)


def _all(*tests: Test) -> Test:
    return lambda gold, said: all(test(gold, said) for test in tests)


def _same_date(gold: Entry, said: Entry) -> bool:
    return same_time(gold, said, "date")


def _same_sentence(gold: Entry, said: Entry) -> bool:
    return shared_words(gold.get("evidence"), said.get("evidence")) > SAME_SENTENCE


def _same_between(gold: Entry, said: Entry) -> bool:
    return set(gold.get("between") or []) == set(said.get("between") or [])


_TYPE = _equal("event")
MEASURES = (
    Measure("meetings: who", "meetings", same_participants),
    Measure("meetings: who, when, held or not", "meetings", _all(same_participants, same_time, _equal("status"))),
    Measure("meetings: who, when, where", "meetings", _all(same_participants, same_time, same_place)),
    Measure("statements: content", "statements", same_content),
    Measure("statements: content, speaker", "statements", same_speaker),
    Measure("statements: content, speaker, country", "statements", _all(same_speaker, _equal("speaker_country"))),
    Measure("statements: content, speaker, kind", "statements", _all(same_speaker, _equal("kind"))),
    Measure("events: type, sentence", "events", _all(_TYPE, _same_sentence)),
    Measure("events: type, parties", "events", _all(_TYPE, same_sides)),
    Measure("events: type, parties, when", "events", _all(_TYPE, same_sides, _same_date)),
    Measure("tallies", "tallies", same_tally),
    Measure("tallies, since and until", "tallies", _all(same_tally, _equal("since", "until"))),
    Measure("figures", "figures", same_figure),
    Measure("figures, period and parties", "figures", _all(same_figure, _equal("period"), _same_between)),
    Measure("offices", "offices", same_office),
)
"""All measures in the order they are printed."""
