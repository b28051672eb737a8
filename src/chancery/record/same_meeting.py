"""When two reports tell of one meeting, and what an entry says of it.

Points are given for what agrees: who (4 full names, 3 short forms, 2 countries alone), when (4 the same day,
3 within a week, 2 a month, 1 a year), where (2 the same place, 1 a place and its country), and 1 for the same
ordinal. Two reports are joined at 6 points: the people and the day, or the people and the month, or the
people and the place. What contradicts parts them whatever the points: other people, other days, another
country.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Any

from chancery.observations.types import Meeting, Participant
from chancery.record.blending import majority, office_of
from chancery.record.joining import Rule
from chancery.record.names import Likeness, compare, fullest, words
from chancery.record.types import Judged, Witness
from chancery.record.windows import ALWAYS, Window, overlap_points, window

SAME_FROM = 6.0
UNSURE_FROM = 4.0
PLAN_AHEAD = timedelta(days=400)
"""How far ahead an undated plan is taken to lie when it is compared with what was held."""

NAME_POINTS: dict[Likeness, float] = {"same": 4.0, "short": 3.0, "no": 0.0}
COUNTRIES_ALONE, NAMED_IN_ONE, LEFT_OVER = 2.0, 1.0, -1.0
SAME_PLACE, ITS_COUNTRY, SAME_ORDINAL = 2.0, 1.0, 1.0
SAME_DAY, SAME_WEEK = 4.0, 3.0
AHEAD = ("planned", "proposed", "postponed")
"""Statuses of what is still to come."""
FIRMNESS = ("proposed", "planned", "postponed", "cancelled", "denied", "held")


def side_of(participant: Participant) -> str:
    """The side that a participant sits on: the country, or for a body of no single state its name."""
    return participant.country or " ".join(sorted(words(participant.name)))


@lru_cache(maxsize=65536)
def keys(witness: Witness) -> tuple[str, ...]:
    """Meetings are compared where the same sides met; an encounter with nobody told is compared with none."""
    sides = sorted({side_of(p) for p in _meeting(witness).participants} - {""})
    return ("meetings|" + "|".join(sides),) if sides else ()


@lru_cache(maxsize=65536)
def when(witness: Witness) -> Window:
    """The days on which it can have been: what was held lies no later than the report, a plan no earlier."""
    meeting = _meeting(witness)
    told, published = window(meeting.start, meeting.end), window(witness.published)
    days = told or ALWAYS
    if published is None:
        return days
    if meeting.status == "held":
        return days.until(published.last)
    if meeting.status in AHEAD:
        days = days.since(published.first)
        if told is None:
            days = days.until(published.last + PLAN_AHEAD)
    return days


def vagueness(witness: Witness) -> tuple[float, ...]:
    """Days in the window, then what else is untold: place, names."""
    meeting = _meeting(witness)
    short = sum(len(words(p.name)) < 2 for p in meeting.participants)
    return float(when(witness).days), float(not meeting.place), float(short)


def judge(one: Witness, other: Witness) -> Judged:
    """Compares two meetings; see the module for the points."""
    a, b = _meeting(one), _meeting(other)
    if not when(one).overlaps(when(other)):
        return Judged("different", 0.0, "on other days")
    if (a.kind == "call") != (b.kind == "call"):
        return Judged("different", 0.0, "one is a call")
    who = _who(a.participants, b.participants)
    time, time_reason = overlap_points(when(one), when(other))
    if who.judgement == "different":
        return who
    if time < SAME_WEEK and None not in (a.ordinal, b.ordinal) and a.ordinal != b.ordinal:
        return Judged("different", 0.0, "another one of the series by its ordinal")
    where = _where(a, b)
    if where.judgement == "different" and not (time == SAME_DAY and who.points >= NAME_POINTS["short"]):
        return where
    ordinal = SAME_ORDINAL if a.ordinal is not None and a.ordinal == b.ordinal else 0.0
    points = who.points + time + where.points + ordinal
    reasons = [who.reason, time_reason, where.reason, "the same ordinal" if ordinal else ""]
    reason = "; ".join(r for r in reasons if r)
    here = where.judgement == "same" or (where.judgement == "unsure" and time >= SAME_WEEK)
    if points >= SAME_FROM and who.judgement == "same" and here:
        return Judged("same", points, reason)
    return Judged("unsure" if points >= UNSURE_FROM else "open", points, reason)


def _who(a: tuple[Participant, ...], b: tuple[Participant, ...]) -> Judged:
    """Compares the people side by side: the mean of the sides' points, the least of their judgements."""
    sides = sorted({side_of(p) for p in a} - {""})
    if sides != sorted({side_of(p) for p in b} - {""}):
        return Judged("different", 0.0, "other sides")
    judged = [_side(_people(a, side), _people(b, side)) for side in sides]
    if any(j.judgement == "different" for j in judged):
        return Judged("different", 0.0, "other people")
    points = sum(j.points for j in judged) / len(judged)
    reason = min(judged, key=lambda j: j.points).reason
    named = max(j.points for j in judged) >= NAME_POINTS["short"] + LEFT_OVER
    alone = len(sides) == 1 and len(_matched(_people(a, sides[0]), _people(b, sides[0]))) < 2
    unsure = any(j.judgement == "unsure" for j in judged) or not named or alone
    return Judged("unsure" if unsure else "same", points, reason)


def _side(a: list[str], b: list[str]) -> Judged:
    """Compares the people whom two reports name on one side, the leading one first."""
    if not a or not b:
        if not a and not b:
            return Judged("same", COUNTRIES_ALONE, "countries alone")
        return Judged("same", NAMED_IN_ONE, "people named in one of the reports only")
    pairs = _matched(a, b)
    if not pairs:
        return Judged("different", 0.0, "other people")
    short = any(likeness == "short" for _, _, likeness in pairs)
    points = NAME_POINTS["short" if short else "same"]
    reason = "names in short form" if short else "the same people"
    if len(pairs) == max(len(a), len(b)):
        return Judged("same", points, reason)
    leaders = {0} <= {i for i, _, _ in pairs} and {0} <= {j for _, j, _ in pairs}
    return Judged("same" if leaders else "unsure", points + LEFT_OVER, reason + ", some told by one report only")


def _people(participants: tuple[Participant, ...], side: str) -> list[str]:
    return [p.name for p in participants if p.name and side_of(p) == side]


def _matched(a: list[str], b: list[str]) -> list[tuple[int, int, Likeness]]:
    """Pairs of places whose names may be one person's, full matches first, each place once."""
    found: list[tuple[int, int, Likeness]] = []
    for wanted in ("same", "short"):
        for i, one in enumerate(a):
            for j, other in enumerate(b):
                free = all(i != x and j != y for x, y, _ in found)
                likeness = compare(one, other)
                if free and likeness == wanted:
                    found.append((i, j, likeness))
    return found


def _where(a: Meeting, b: Meeting) -> Judged:
    """Compares the places: "unsure" for two places of one country, or of countries that are not told."""
    if None not in (a.place_country, b.place_country) and a.place_country != b.place_country:
        return Judged("different", 0.0, "in another country")
    if a.place and b.place:
        left, right = set(words(a.place)), set(words(b.place))
        if left <= right or right <= left:
            return Judged("same", SAME_PLACE, "the same place")
        return Judged("unsure", 0.0, "another name of the place")
    if a.place_country and a.place_country == b.place_country:
        return Judged("same", ITS_COUNTRY, "the same country")
    return Judged("same", 0.0, "")


def blend(members: tuple[Witness, ...]) -> tuple[str, Mapping[str, Any]]:
    """The entry's status and fields: people from all, the date from the most exact who tell its status."""
    meetings = [_meeting(w) for w in members]
    status = _status(members)
    first = meetings[0]
    firm = [m for m in meetings if m.status == status and m.start]
    dated = firm or [m for m in meetings if m.start]
    date = min(dated, key=lambda m: _exactness(m, dated)) if dated else first
    placed = [m for m in meetings if m.place]
    place = majority([(m.place, m.place_country) for m in placed]) if placed else None
    country = place[1] if place else majority([m.place_country for m in meetings if m.place_country])
    return status, {
        "participants": _participants(meetings),
        "start": date.start,
        "end": date.end,
        "date_basis": date.date_basis,
        "place": place[0] if place else None,
        "place_country": country,
        "status": status,
        "kind": majority([m.kind for m in meetings if m.status == status]),
        "ordinal": majority([m.ordinal for m in meetings if m.ordinal is not None]),
        "evidence": first.evidence,
        "span": list(first.span),
    }


def _status(members: tuple[Witness, ...]) -> str:
    """Held once anybody tells that it was held; before that the last report's word, of equals the firmest."""

    def weight(witness: Witness) -> tuple[bool, str, int]:
        status = _meeting(witness).status
        return status == "held", witness.published or "", FIRMNESS.index(status)

    return _meeting(max(members, key=weight)).status


def _exactness(meeting: Meeting, among: list[Meeting]) -> tuple[int, int]:
    days = window(meeting.start, meeting.end) or ALWAYS
    return days.days, -sum((m.start, m.end) == (meeting.start, meeting.end) for m in among)


def _participants(meetings: list[Meeting]) -> list[dict[str, Any]]:
    """Each person once, in the fullest form, in the order told; a bare country where none of its people is
    named.
    """
    slots: list[list[Participant]] = []
    told = [p for m in meetings for p in m.participants]
    for participant in sorted(told, key=lambda p: -len(words(p.name))):
        slot = next((s for s in slots if _one_person(s[0], participant)), None)
        if slot is None:
            slots.append([participant])
        else:
            slot.append(participant)
    named = {side_of(s[0]) for s in slots if s[0].name}
    kept = [s for s in slots if s[0].name or side_of(s[0]) not in named]
    kept.sort(key=lambda s: min(told.index(p) for p in s))
    return [
        {
            "name": fullest([p.name for p in slot if p.name]) if slot[0].name else None,
            "country": slot[0].country,
            "office": office_of([p.office for p in slot]),
            **_identity(slot),
        }
        for slot in kept
    ]


def _identity(slot: list[Participant]) -> dict[str, str]:
    """The Wikidata id of a side, where one is known and the reports have no two."""
    ids = {p.wikidata for p in slot if p.wikidata is not None}
    return {"wikidata": ids.pop()} if len(ids) == 1 else {}


def _one_person(one: Participant, other: Participant) -> bool:
    if side_of(one) != side_of(other) or bool(one.name) != bool(other.name):
        return False
    return not one.name or compare(one.name, other.name or "") != "no"


def _meeting(witness: Witness) -> Meeting:
    assert isinstance(witness.detail, Meeting)
    return witness.detail


RULE = Rule("same_meeting/1", keys, vagueness, judge, blend)
