"""When an event happened: its own time, that of the words it was said in, or that of the encounter it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.mentions.times import time_of, window_of
from chancery.observations.event_match import Match
from chancery.observations.event_slots import Scene, saying_above
from chancery.observations.event_status import carrier
from chancery.observations.types import Event

VERBAL = ("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
"""Types that are done by saying so."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as events have it (of a stretch its first day), ISO, whole or cut, with its basis; None: not told."""

    date: str | None = None
    basis: str | None = None


def dated(scene: Scene, match: Match, consults: Sequence[Event]) -> Dated:
    """The date of a matched event.

    Its own time comes first. What has gone on since a time is dated by its start. An act of speech told in a clause
    ("said on Friday that it would join") has the time of the saying, and one between people who met, told after their
    encounter and without a time of its own, belongs to that encounter.
    """
    token, verbal = match.token, match.rule.event in VERBAL
    when = time_of(scene.marked, token)
    if when is None and verbal:
        saying = saying_above(scene.parsed, token)
        when = time_of(scene.marked, saying) if saying is not None else None
    if when is not None:
        return Dated(when.start, when.basis)
    since, _ = window_of(scene.marked, token)
    if since is not None and not verbal:
        return Dated(since, "stated")
    if verbal and carrier(scene, token).upos == "VERB":
        meeting = _encounter(match, consults)
        if meeting is not None:
            return Dated(meeting.date, meeting.date_basis)
    return Dated()


def _encounter(match: Match, consults: Sequence[Event]) -> Event | None:
    """The dated encounter told last before an act that its sides did together, or that one of them, by name, did.

    In a read-out, "both sides reaffirmed" and "Mr Lavrov raised concerns" are part of the talks it tells of.
    """
    names, doers = {p.name for p in match.actors}, {p.code for p in match.actors}
    others = {p.code for p in match.recipients}
    for event in sorted(consults, key=lambda e: -e.span[0]):
        sides = (*event.actor, *event.recipient)
        there = {a.code for a in sides}
        if event.span[0] > match.token.start or event.date is None:
            continue
        by_one = names <= {a.name for a in sides} and bool(others) and others <= there
        if len(there) > 1 and (doers == there or (bool(names) and by_one)):
            return event
    return None
