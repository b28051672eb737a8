"""When an event happened: its own time, that of the words it was said in, or that of the encounter it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.lexicon.times import english_times
from chancery.mentions.times.find import acts, time_of, window_of
from chancery.mentions.types import DAY, When
from chancery.observations.events.match import Match
from chancery.observations.events.slots import Scene, saying_above
from chancery.observations.events.status import carrier, status_of
from chancery.observations.events.voices import sayers
from chancery.observations.types import Event

VERBAL = ("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
"""Types that are done by saying so."""


_NEWS = 7
"""Days after which an encounter is no longer what a report is about."""

_PERFECT = frozenset({"has", "have", "'ve", "’ve"})

_MAX_STEPS = 3
"""Clauses that one time governs through coordination and purpose; longer chains are misread."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as events have it (of a stretch its first day), ISO, whole or cut, with its basis; None: not told.

    `how` says in a few words where it is from.
    """

    date: str | None = None
    basis: str | None = None
    how: str = "no time told"


def dated(scene: Scene, match: Match, consults: Sequence[Event]) -> Dated:
    """The date of a matched event.

    Its own time comes first. What has gone on since a time is dated by its start. An act of speech told in a clause
    ("said on Friday that it would join") has the time of the saying, and one between people who met, told after their
    encounter and without a time of its own, belongs to that encounter. So does what was done "at the summit". Other
    words of a speaker have the time when that speaker was last told to have spoken.
    """
    token, verbal = match.token, match.rule.event in VERBAL
    when, how = time_of(scene.marked, token), "its own time"
    if when is None:
        when, how = _of_main_act(scene, token), "the time of the clause that it goes on from"
    meeting = _at_encounter(scene, token, consults) if when is None else None
    if meeting is not None:
        return Dated(meeting.date, meeting.date_basis, "that of the encounter at which it was done")
    if when is None and verbal:
        saying = saying_above(scene.parsed, token)
        when, how = time_of(scene.marked, saying) if saying is not None else None, "the time of the saying"
    if when is not None and not (verbal and _is_of_what_is_promised(scene, match, when)):
        return Dated(when.start, when.basis, f"{how}, “{_words(scene, when)}”")
    since, _ = window_of(scene.marked, token)
    if since is not None and not verbal:
        return Dated(since, "stated", "the start of what has gone on since")
    if not verbal or _until_now(scene, token):
        return Dated()
    meeting = _encounter(scene, match, consults) if carrier(scene, token).upos in ("VERB", "ADJ") else None
    if meeting is not None:
        return Dated(meeting.date, meeting.date_basis, "that of the encounter of its sides told before")
    occasion = _occasion(scene, match)
    return Dated() if occasion is None else Dated(occasion, "relative", "when its speaker was last told to have spoken")


def _words(scene: Scene, when: When) -> str:
    tokens = scene.parsed.tokens
    return scene.parsed.article.text[tokens[when.first].start : tokens[when.last - 1].end]


def _of_main_act(scene: Scene, token: Token) -> When | None:
    """The time of the clause that a verb goes on from: "On Friday he met her to protest and gave her a list"."""
    for _ in range(_MAX_STEPS):
        above = scene.parsed.head(token)
        if above is None or above.upos != "VERB" or scene.parsed.children(token, "nsubj", "aux"):
            return None
        infinitive = token.feat("VerbForm") == "Inf" and token.rel in ("advcl", "xcomp")
        if not infinitive and not (token.rel == "conj" and token.feat("VerbForm") == above.feat("VerbForm")):
            return None
        when = time_of(scene.marked, above)
        if when is not None:
            return when
        token = above
    return None


def _at_encounter(scene: Scene, token: Token, consults: Sequence[Event]) -> Event | None:
    """The encounter at which something was done: "blamed Kyiv at the summit", "asked during his visit".

    It is one told in the same sentence, or the last one told before in a sentence with the same noun.
    """
    words, parsed = english_times(), scene.parsed
    for act in (token, *(a for a in parsed.ancestors(token) if token.rel == "conj" and a.i == token.head)):
        below = [c for b in parsed.children(act, "obl", "obj") for c in (b, *parsed.children(b, "nmod"))]
        for noun in below:
            if preposition(parsed, noun) in ("at", "during") and acts(noun, words):
                return _called(scene, noun, consults)
    return None


def _called(scene: Scene, noun: Token, consults: Sequence[Event]) -> Event | None:
    """The dated encounter that a noun tells of."""
    fitting = [e for e in consults if e.date and e.span[0] <= noun.start and noun.lower in e.evidence.lower()]
    return max(fitting, key=lambda e: e.span[0], default=None)


def _is_of_what_is_promised(scene: Scene, match: Match, when: When) -> bool:
    """Is a time after the report, and so that of what was promised or asked for, where that was done before?"""
    published = scene.parsed.article.published
    if published is None or when.start[: len(published)] <= published[: len(when.start)]:
        return False
    promised = any(need.flag == "future" for need in match.rule.needs)
    return promised or status_of(scene, match.token, verbal=True, violent=False) != "planned"


def _until_now(scene: Scene, token: Token) -> bool:
    """As in "has said it is ready": true until now, and so of no one occasion; not "I have asked him" as quoted."""
    quoted = any(s.kind == "direct" and s.span[0] <= token.start < s.span[1] for s in scene.statements)
    own = () if quoted else (token, carrier(scene, token))
    told = (*own, saying_above(scene.parsed, token))
    return any(a.lower in _PERFECT for t in told if t is not None for a in scene.parsed.children(t, "aux"))


def _occasion(scene: Scene, match: Match) -> str | None:
    """When its speaker was last told to have spoken, for an act that is their own words without a time of their own.

    What one speaker says in one report is said on one occasion, until another time is told.
    """
    token = match.token
    speakers = sayers(scene, token)
    names, states = {p.name for p in speakers}, {(p.country, p.code) for p in speakers}
    if not any(a.name in names or (a.country, a.code) in states for a in match.actors):
        return None
    before = [s for s in scene.statements if s.speaker in names and s.date and s.span[0] <= token.start]
    return before[-1].date if before else None


def _encounter(scene: Scene, match: Match, consults: Sequence[Event]) -> Event | None:
    """The latest dated encounter told before an act that its sides did together, or one of them to the other.

    In a read-out, "both sides reaffirmed" and "Mr Lavrov raised concerns" are part of the talks it tells of. What one
    side did to the other belongs to an encounter only where that is news: years later they condemn each other anew.
    """
    doers, others = {p.code for p in match.actors}, {p.code for p in match.recipients}
    fitting: list[tuple[str, int, Event]] = []
    for event in consults:
        there = {a.code for a in (*event.actor, *event.recipient)}
        if event.span[0] > match.token.start or event.date is None or len(there) < 2:
            continue
        one_to_other = bool(others) and doers | others <= there and _is_news(scene, event.date)
        if doers == there or one_to_other:
            fitting.append((event.date, event.span[0], event))
    return max(fitting, key=lambda f: f[:2])[2] if fitting else None


def _is_news(scene: Scene, date: str) -> bool:
    """True for a whole date of the week before the report, or where the report has no whole date to tell by."""
    published = scene.parsed.article.published or ""
    if len(published) < DAY or len(date) < DAY:
        return len(published) < DAY
    age = Date.fromisoformat(published[:DAY]) - Date.fromisoformat(date)
    return age.days <= _NEWS
