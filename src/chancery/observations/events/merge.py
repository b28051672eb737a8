"""One entry an event, however often a report tells it, the main event first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.observations.events.dates import VERBAL
from chancery.observations.types import Actor, Event

_LENIENT = ("done", "ongoing", "background", "promised")
"""Statuses that one and the same act may be told with; the others keep to themselves."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as told at one place.

    Attributes:
        topic: lemmas of what it is about, none where it is plain of itself.
        depth: how many clauses and phrases its word lies below the main one of its sentence.
    """

    event: Event
    topic: frozenset[str] = frozenset()
    depth: int = 0


def merged(told: Sequence[Told]) -> list[Event]:
    """The events in order of their evidence, each once; in a sentence encounters first, then the main clause.

    Two tellings are one event where type and sides are the same, modes, dates and topics do not contradict each
    other, and both are told as acts. The first stays; what only a later one tells (a date, a mode, a place) is filled
    in.
    """
    kept: list[Told] = []
    for one in sorted(told, key=lambda t: (t.event.span, t.event.event != "CONSULT", t.depth)):
        place = next((i for i, other in enumerate(kept) if _same(other, one)), None)
        if place is None:
            kept.append(one)
        else:
            kept[place] = Told(_filled(kept[place].event, one.event), kept[place].topic | one.topic, kept[place].depth)
    return [one.event for one in kept]


def _same(one: Told, other: Told) -> bool:
    a, b = one.event, other.event
    if a.event != b.event or not (_sides_agree(a, b) or _untold_to_whom(one, other)):
        return False
    if a.status != b.status and not (a.status in _LENIENT and b.status in _LENIENT):
        return False
    if a.mode and b.mode and a.mode != b.mode and not _is_one_act(a, b):
        return False
    return _dates_agree(a.date, b.date) and (a.span == b.span or _topics_agree(one, other))


def _is_one_act(a: Event, b: Event) -> bool:
    """True where a difference of mode is one of words alone: encounters, and what one breath of speech does twice."""
    return a.event == "CONSULT" or (a.event in VERBAL and a.span == b.span)


def _untold_to_whom(one: Told, other: Told) -> bool:
    """True for acts of the same doers about the same thing, where one telling leaves out towards whom."""
    a, b = one.event, other.event
    same = _codes(a.actor) == _codes(b.actor) and bool(a.recipient) != bool(b.recipient)
    return same and a.event in VERBAL and bool(one.topic & other.topic)


def _topics_agree(one: Told, other: Told) -> bool:
    """False for two acts of speech about different things, or of different kinds ("summoned", "condemned")."""
    if one.event.event not in VERBAL:
        return True
    if not one.topic or not other.topic:
        return one.event.rule == other.event.rule
    return bool(one.topic & other.topic)


def _sides_agree(a: Event, b: Event) -> bool:
    """The same codes on each side; where a side is not told in one of them, the same codes in all."""
    actors, others = _codes(a.actor), _codes(b.actor)
    if a.recipient and b.recipient:
        return actors == others and _codes(a.recipient) == _codes(b.recipient)
    return actors | _codes(a.recipient) == others | _codes(b.recipient)


def _codes(side: tuple[Actor, ...]) -> frozenset[str | None]:
    return frozenset(actor.code for actor in side)


def _dates_agree(a: str | None, b: str | None) -> bool:
    """True where one is not told, or one is a cut form of the other ("2019-02" and "2019-02-27")."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _filled(first: Event, later: Event) -> Event:
    sharper = later.date is not None and (first.date is None or len(later.date) > len(first.date))
    source = later if sharper else first
    return Event(
        event=first.event,
        actor=first.actor,
        recipient=first.recipient or (later.recipient if _codes(first.actor) == _codes(later.actor) else ()),
        status=first.status,
        evidence=first.evidence,
        span=first.span,
        rule=first.rule,
        mode=first.mode or later.mode,
        context=tuple(dict.fromkeys((*first.context, *later.context))),
        date=source.date,
        date_basis=source.date_basis,
        place=first.place or later.place,
        within=first.within,
    )
