"""When two reports tell of one event: its PLOVER type, its parties and its day.

Points: 3 for the type and the parties' codes (which the keys ask for), 4 to 1 for the time as for meetings,
1 for the mode, 1 for the place, 2 for sentences alike and 4 for sentences almost the same. Two reports are
joined at 7: type, parties and day, or type, parties and sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from chancery.observations.types import Actor, Event
from chancery.record.blending import majority, told
from chancery.record.joining import Rule
from chancery.record.names import compare, fullest, words
from chancery.record.types import Judged, Witness
from chancery.record.windows import ALWAYS, Window, overlap_points, window

SAME_FROM, UNSURE_FROM = 7.0, 6.0
PARTIES, SAME_MODE, SAME_PLACE, ALIKE, ALMOST = 3.0, 1.0, 1.0, 2.0, 4.0
ALIKE_FROM, ALMOST_FROM = 0.5, 0.85
"""Shares of the words of two sentences that are in both (Jaccard)."""

UNTOLD = (None, "", "NON")
PAST = ("done", "ongoing", "background")
FIRMNESS = (
    "hypothetical",
    "alleged",
    "conditional",
    "promised",
    "planned",
    "denied",
    "background",
    "ongoing",
    "done",
)


def party_of(actor: Actor) -> str:
    """What tells a party apart: its state, else its name; "" for somebody who is not told."""
    if actor.code not in UNTOLD and actor.code not in ("IGO", "NGO", "MNC"):
        return actor.code or ""
    return " ".join(sorted(words(actor.name))) if actor.name else ""


@lru_cache(maxsize=65536)
def keys(witness: Witness) -> tuple[str, ...]:
    """Type and parties; an encounter has no direction. Events with nobody told are compared with none."""
    event = _event(witness)
    actors, recipients = _parties(event.actor), _parties(event.recipient)
    if not actors and not recipients:
        return ()
    if event.event == "CONSULT":
        return ("events|CONSULT|" + "|".join(sorted({*actors, *recipients})),)
    return (f"events|{event.event}|{'|'.join(actors)}>{'|'.join(recipients)}",)


@lru_cache(maxsize=65536)
def when(witness: Witness) -> Window:
    """The days on which it can have been: what was done lies no later than the report."""
    event = _event(witness)
    days, published = window(event.date) or ALWAYS, window(witness.published)
    return days.until(published.last) if published and event.status in PAST else days


def vagueness(witness: Witness) -> tuple[float, ...]:
    event = _event(witness)
    return float(when(witness).days), float(not event.place), float(event.mode is None)


def judge(one: Witness, other: Witness) -> Judged:
    """Compares two events of one type and the same parties; see the module for the points."""
    a, b = _event(one), _event(other)
    if not when(one).overlaps(when(other)):
        return Judged("different", 0.0, "on other days")
    if keys(one) != keys(other):
        return Judged("different", 0.0, "another type or other parties")
    if a.event == "CONSULT" and not _same_people(a, b):
        return Judged("different", 0.0, "other people")
    if a.event != "CONSULT" and None not in (a.mode, b.mode) and a.mode != b.mode:
        return Judged("different", 0.0, "another mode")
    time, reason = overlap_points(when(one), when(other))
    place = bool(a.place and b.place) and compare(a.place or "", b.place or "") != "no"
    if a.place and b.place and not place and a.event == "ASSAULT":
        return Judged("different", 0.0, "in another place")
    text, text_reason = _text_points(a.evidence, b.evidence)
    mode = SAME_MODE if a.mode is not None and a.mode == b.mode else 0.0
    points = PARTIES + time + text + mode + (SAME_PLACE if place else 0.0)
    reasons = ["the same type and parties", reason, "the same place" if place else "", text_reason]
    why = "; ".join(r for r in reasons if r)
    if points >= SAME_FROM:
        return Judged("same", points, why)
    return Judged("unsure" if points >= UNSURE_FROM else "open", points, why)


def blend(members: tuple[Witness, ...]) -> tuple[str, Mapping[str, Any]]:
    """The entry's status and fields: the first report's direction, the most exact date."""
    events = [_event(w) for w in members]
    first = events[0]
    dated = [e for e in events if e.date]
    date = min(dated, key=lambda e: (window(e.date) or ALWAYS).days) if dated else first
    status = max((e.status for e in events), key=FIRMNESS.index)
    return status, {
        "event": first.event,
        "mode": told(events, "mode"),
        "context": sorted({c for e in events for c in e.context}),
        "actor": [_actor(a, events) for a in first.actor],
        "recipient": [_actor(a, events) for a in first.recipient],
        "date": date.date,
        "date_basis": date.date_basis,
        "place": told(events, "place"),
        "status": status,
        "within": None,
        "evidence": first.evidence,
        "span": list(first.span),
    }


def _actor(actor: Actor, events: list[Event]) -> dict[str, Any]:
    """The party with the fullest of its names and what most reports say of its sector."""
    told_as = [p for e in events for p in (*e.actor, *e.recipient) if _one_party(actor, p)]
    names = [p.name for p in told_as if p.name]
    sectors = [p.sector for p in told_as if p.sector]
    return {"name": fullest(names) if names else None, "code": actor.code, "sector": majority(sectors)}


def _one_party(one: Actor, other: Actor) -> bool:
    if one == other:
        return True
    return party_of(one) == party_of(other) and bool(one.name) and compare(one.name or "", other.name or "") != "no"


def _same_people(a: Event, b: Event) -> bool:
    """Each side's people in one event can be those of the other, as far as both name any."""
    left, right = (*a.actor, *a.recipient), (*b.actor, *b.recipient)
    for side in _parties(left):
        ours = [p.name for p in left if p.name and party_of(p) == side]
        theirs = [p.name for p in right if p.name and party_of(p) == side]
        if ours and theirs and all(compare(x, y) == "no" for x in ours for y in theirs):
            return False
    return True


@lru_cache(maxsize=65536)
def _text_points(one: str, other: str) -> tuple[float, str]:
    left, right = set(words(one)), set(words(other))
    share = len(left & right) / len(left | right) if left and right else 0.0
    if share >= ALMOST_FROM:
        return ALMOST, "almost the same sentence"
    return (ALIKE, "sentences alike") if share >= ALIKE_FROM else (0.0, "")


def _parties(actors: tuple[Actor, ...]) -> list[str]:
    return sorted({party_of(a) for a in actors} - {""})


def _event(witness: Witness) -> Event:
    assert isinstance(witness.detail, Event)
    return witness.detail


RULE = Rule("same_event/1", keys, vagueness, judge, blend)
