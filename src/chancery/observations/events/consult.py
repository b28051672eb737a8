"""CONSULT events from the meetings that a report tells as held."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.mentions.types import Marked
from chancery.observations.types import Actor, Event, Meeting, Participant

_HOSTING = ("host", "receive", "welcome")
"""Verbs of meeting whose subject is at home."""


def consult_events(marked: Marked, meetings: Sequence[Meeting]) -> list[Event]:
    """One CONSULT for each held meeting, in the order given.

    A visit has the visitors as actors and the host as recipient; every other encounter lists all sides as actors.
    The mode is the codebook's: `visit` in one side's own country, `third-party` where two sides met on ground that
    is neither's, `multilateral` for more sides or a body's gathering, `phone` for calls.
    """
    return [_consult(marked, m) for m in meetings if m.status == "held" and m.participants]


def _consult(marked: Marked, meeting: Meeting) -> Event:
    hosts = _hosts(meeting)
    guests = [p for p in meeting.participants if p not in hosts]
    return Event(
        event="CONSULT",
        mode=_mode(meeting, bool(hosts)),
        actor=tuple(_actor(marked, p) for p in guests),
        recipient=tuple(_actor(marked, p) for p in hosts),
        status="done",
        evidence=meeting.evidence,
        span=meeting.span,
        rule=f"consult-of-{meeting.rule}",
        context=("diplomatic",),
        date=meeting.start,
        date_basis=meeting.date_basis,
        place=meeting.place,
    )


def _hosts(meeting: Meeting) -> list[Participant]:
    """Those who were at home while the others came: nobody where all or none were, or where more than two met."""
    sides = _countries(meeting)
    if meeting.kind in ("call", "multilateral") or len(sides) > 2:
        return []
    hosts = [p for p in meeting.participants if meeting.place_country and p.country == meeting.place_country]
    if not hosts and meeting.place_country is None and len(sides) == 2 and meeting.rule.rpartition(".")[2] in _HOSTING:
        return [p for p in meeting.participants if _side(p) == sides[0]]
    if not hosts and meeting.kind == "visit" and meeting.place_country is None and len(sides) == 2:
        first = meeting.participants[0]
        hosts = [p for p in meeting.participants if _side(p) != _side(first)]
    return hosts if len(hosts) < len(meeting.participants) else []


def _mode(meeting: Meeting, visited: bool) -> str | None:
    if meeting.kind == "call":
        return "phone"
    if visited:
        return "visit"
    sides = _countries(meeting)
    if meeting.kind == "multilateral" or len(sides) > 2:
        return "multilateral"
    if meeting.place_country and meeting.place_country not in sides:
        return "third-party"
    return None


def _countries(meeting: Meeting) -> list[str | None]:
    return list(dict.fromkeys(_side(p) for p in meeting.participants))


def _side(participant: Participant) -> str | None:
    return participant.country or participant.name


def _actor(marked: Marked, participant: Participant) -> Actor:
    """The participant as PLOVER has it, by what the report makes known of the party of that name."""
    for party in marked.parties:
        named = participant.name is not None and party.name == participant.name
        bare = participant.name is None and party.kind == "country" and party.country == participant.country
        if named or bare:
            return Actor(party.name, party.code or participant.country or "NON", party.sector)
    return Actor(participant.name, participant.country or "NON", "GOV" if participant.country else None)
