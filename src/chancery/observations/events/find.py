"""Events coded to PLOVER: what the parties did, promised, asked, refused, threatened, as one report tells it."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.mentions.places import place_of
from chancery.mentions.types import Marked, Party
from chancery.observations.events.consult import consult_events
from chancery.observations.events.dates import VERBAL, dated
from chancery.observations.events.match import Match, match_at, topic_of
from chancery.observations.events.memory import Act, Memory
from chancery.observations.events.merge import Told, merged
from chancery.observations.events.slots import Scene
from chancery.observations.events.status import is_habit, is_opinion, status_of
from chancery.observations.types import Actor, Event, EventStatus, Meeting, Statement

_ARMED = ("ASSAULT", "MOBILIZE")
"""Types whose actor, where it is a state as such, is its armed forces (sector MIL)."""

_STATES = ("RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
"""Types that in the plain present are states or habits."""

_CONTEXT_REACH = 12
"""Words to either side of an event's word whose lemmas may give it a context."""


def find_events(
    marked: Marked, lexicon: Lexicon, meetings: Sequence[Meeting], statements: Sequence[Statement]
) -> list[Event]:
    """The events of a report, the main one first.

    Args:
        marked: the report with its parties, times and places.
        lexicon: the word lists; `lexicon.events` has the rules.
        meetings: the report's meetings; each held one is a CONSULT.
        statements: the report's statements, in the order in which `within` counts them.
    """
    scene = Scene(marked, lexicon.events, Memory(lexicon.events.recalls), statements)
    consults = consult_events(marked, meetings)
    scene.memory.acts.extend(_remembered(marked, consult) for consult in consults)
    found = [Told(consult) for consult in consults]
    for token in marked.parsed.tokens:
        match = match_at(scene, token)
        if match is None or is_habit(scene, token, match.rule.event in _STATES):
            continue
        if match.rule.event == "CONSULT" and _told_as_meeting(marked, token, meetings):
            continue
        event = _event(scene, match, consults, statements)
        found.append(Told(event, topic_of(scene, token)))
        if event.status not in ("denied", "hypothetical", "conditional", "planned"):
            act = Act(event.event, event.mode, token.start, match.actors, match.recipients)
            scene.memory.acts.append(act)
    return merged(found)


def _remembered(marked: Marked, consult: Event) -> Act:
    """An encounter for the memory: of a visit the visitors, else all sides."""
    known = {p.name: p for p in reversed(marked.parties)}
    actors = tuple(known[a.name] for a in consult.actor if a.name in known)
    return Act("CONSULT", consult.mode, consult.span[0], actors, ())


def _event(scene: Scene, match: Match, consults: Sequence[Event], statements: Sequence[Statement]) -> Event:
    parsed, token = scene.parsed, match.token
    sentence = parsed.sentence(token)
    when = dated(scene, match, consults)
    place = place_of(scene.marked, token)
    return Event(
        event=match.rule.event,
        mode=match.mode,
        actor=_side(match.actors, match.rule.event) or (Actor(None, "NON"),),
        recipient=_side(match.recipients, ""),
        status=coded_status(scene, match, when.date),
        evidence=parsed.text_of(sentence),
        span=(sentence.start, sentence.end),
        rule=match.rule.key,
        context=_contexts(scene, token, match.rule.event),
        date=when.date,
        date_basis=when.basis,
        place=place.name if place else None,
        within=_within(token, statements),
    )


def _side(parties: tuple[Party, ...], event: str) -> tuple[Actor, ...]:
    return tuple(
        Actor(p.name, p.code or "NON", "MIL" if event in _ARMED and p.kind == "country" else p.sector) for p in parties
    )


def coded_status(scene: Scene, match: Match, date: str | None) -> EventStatus:
    """The status of a match: its words', or for rules about what will or will not be done, that of the promise."""
    event = match.rule.event
    status = status_of(scene, match.token, verbal=event in VERBAL, violent=event in ("ASSAULT", "COERCE"))
    flags = {n.flag for n in match.rule.needs if not n.paths and not n.forbids}
    if flags & {"asserted", "must"}:  # what is coded is the saying, which was done
        return "done"
    if flags & {"future", "negated"} and is_opinion(scene, match.token):
        return "hypothetical"
    if status in ("planned", "hypothetical", "denied") and flags & {"future", "negated"}:
        return "promised" if "negated" not in flags else "done"
    published = scene.parsed.article.published
    if status == "done" and date and published and int(date[:4]) < int(published[:4]) - 1:
        return "background"
    return status


def _told_as_meeting(marked: Marked, token: Token, meetings: Sequence[Meeting]) -> bool:
    """True where a sentence tells a meeting: held ones are coded from it, planned ones are no event."""
    sentence = marked.parsed.sentence(token)
    return any(m.span[0] < sentence.end and sentence.start < m.span[1] for m in meetings)


def _within(token: Token, statements: Sequence[Statement]) -> int | None:
    for number, statement in enumerate(statements):
        if statement.span[0] <= token.start and token.end <= statement.span[1]:
            return number
    return None


def _contexts(scene: Scene, token: Token, event: str) -> tuple[str, ...]:
    parsed = scene.parsed
    sentence = parsed.sentence(token)
    first, last = max(sentence.first, token.i - _CONTEXT_REACH), min(sentence.last, token.i + _CONTEXT_REACH)
    near = {scene.lemma(t) for t in parsed.tokens[first:last]}
    given = {"ASSAULT": "military", "MOBILIZE": "military", "CONSULT": "diplomatic"}.get(event)
    return tuple(name for name, lemmas in scene.rules.contexts if name == given or near & lemmas)
