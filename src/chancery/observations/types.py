"""What a report tells: the six kinds of observation, field for field as the contract prints them.

The contract is `docs/observations.md`: field names, values and their meaning. None is "not told".
`evidence` is `text[span]` to the letter for every kind that has it; a statement's `content` likewise. `rule`
names the rule that made the observation (for `chancery why`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from chancery.articles.types import Article
from chancery.provenance import Resolution, Skipped

Span = tuple[int, int]
MeetingStatus = Literal["held", "planned", "proposed", "postponed", "cancelled", "denied"]
MeetingKind = Literal["summit", "talks", "visit", "call", "multilateral"]
StatementKind = Literal["direct", "indirect", "mixed"]
EventStatus = Literal[
    "done", "ongoing", "planned", "promised", "conditional", "denied", "hypothetical", "alleged", "background"
]
Bound = Literal["exact", "about", "at least", "at most"]


@dataclass(frozen=True, slots=True)
class Participant:
    """One side of a meeting: a person where named, else the country or body (`name` None for a bare country).

    `wikidata` is a person's id, where the table of office-holders has one: of somebody named, or of the holder of an
    office that is told alone ("the French president").
    """

    name: str | None
    country: str | None
    office: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    participants: tuple[Participant, ...]
    status: MeetingStatus
    kind: MeetingKind
    evidence: str
    span: Span
    rule: str
    start: str | None = None
    end: str | None = None
    date_basis: str | None = None
    place: str | None = None
    place_country: str | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    speaker: str
    kind: StatementKind
    content: str
    span: Span
    rule: str
    speaker_country: str | None = None
    office: str | None = None
    official: bool | None = None
    cue: str | None = None
    addressee: str | None = None
    medium: str | None = None
    date: str | None = None
    act: str | None = None
    target: str | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A party of an event: PLOVER `code` and `sector`."""

    name: str | None
    code: str | None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    event: str
    actor: tuple[Actor, ...]
    recipient: tuple[Actor, ...]
    status: EventStatus
    evidence: str
    span: Span
    rule: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    date: str | None = None
    date_basis: str | None = None
    place: str | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    subject: str
    object: str
    what: str
    count: int
    evidence: str
    span: Span
    rule: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    what: str
    value: float
    unit: str
    bound: Bound
    evidence: str
    span: Span
    rule: str
    between: tuple[str, ...] = ()
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post that the report says somebody holds or held, and what the table of office-holders has beside it.

    Attributes:
        wikidata: the person's Wikidata id, or None.
        term_start, term_end: ISO dates of the told office's term around the day of the report, as the table has it.
        verified_until: ISO date up to which the table knows that term to hold; None where it has none.
        agrees: true where the table has that office for the person on that day; false where it has somebody else
            in it, who is `instead`; None where it says neither, and for former posts. What the report tells stands.
    """

    person: str
    office: str
    span: Span
    rule: str
    country: str | None = None
    body: str | None = None
    wikidata: str | None = None
    term_start: str | None = None
    term_end: str | None = None
    verified_until: str | None = None
    agrees: bool | None = None
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report tells. Events stand main event first.

    `resolutions` tell whom its words were taken to mean; the record keeps them, `chancery read` does not print them.
    """

    article: Article
    parser: str
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    tallies: tuple[Tally, ...] = ()
    figures: tuple[Figure, ...] = ()
    offices: tuple[Office, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())
    resolutions: tuple[Resolution, ...] = ()
