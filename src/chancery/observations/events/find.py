"""Events coded to PLOVER: what the parties did, promised, asked, refused, threatened, as one report tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.load import Lexicon
from chancery.mentions.places.find import place_of
from chancery.mentions.types import Marked, Party
from chancery.observations.events.consult import consult_events
from chancery.observations.events.contexts import contexts_at, contexts_in
from chancery.observations.events.dates import VERBAL, dated
from chancery.observations.events.match import Match, match_at, topic_of
from chancery.observations.events.memory import Act, Memory
from chancery.observations.events.merge import Told, merged
from chancery.observations.events.slots import Scene
from chancery.observations.events.status import is_asked, is_habit, is_opinion, status_words, strongest
from chancery.observations.types import Actor, Event, EventStatus, Meeting, Statement

_ARMED = ("ASSAULT", "MOBILIZE")
"""Types whose actor, where it is a state as such, is its armed forces (sector MIL)."""

_STATES = ("RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
"""Types that in the plain present are states or habits."""

_BELOW = frozenset({"advcl", "acl", "nmod", "obl", "appos"})
"""Relations of clauses and phrases that lie below what a sentence chiefly tells."""


@dataclass(frozen=True, slots=True)
class Step:
    """A word held against the rules.

    Attributes:
        match: the rule that speaks there, or None.
        event: what it was coded as, or None.
        dropped: why the match is no event of its own, or "".
    """

    token: Token
    match: Match | None = None
    event: Event | None = None
    dropped: str = ""


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
    scene = scene_of(marked, lexicon, statements)
    consults = encounters(scene, meetings)
    found = [Told(consult) for consult in consults]
    for step in steps(scene, consults, meetings):
        if step.event is not None:
            found.append(Told(step.event, topic_of(scene, step.token), _depth(marked.parsed, step.token)))
    return merged(found)


def scene_of(marked: Marked, lexicon: Lexicon, statements: Sequence[Statement]) -> Scene:
    """A report with the rules, before anything in it is coded; arguments as `find_events` has them."""
    return Scene(marked, lexicon.events, Memory(lexicon.events.recalls), statements)


def encounters(scene: Scene, meetings: Sequence[Meeting]) -> list[Event]:
    """The held meetings as events, in their order."""
    return [_in_context(scene, consult) for consult in consult_events(scene.marked, meetings)]


def _in_context(scene: Scene, consult: Event) -> Event:
    """An encounter with the contexts of the sentence that tells it."""
    sentence = next((s for s in scene.parsed.sentences if s.start <= consult.span[0] < s.end), None)
    if sentence is None:
        return consult
    return replace(consult, context=contexts_in(scene, sentence, (consult.event, consult.mode)))


def steps(scene: Scene, consults: Sequence[Event], meetings: Sequence[Meeting]) -> Iterator[Step]:
    """Every word in text order, held against the rules; what is coded enters the scene's memory on the way."""
    scene.memory.acts.extend(_remembered(scene.marked, consult) for consult in consults)
    for token in scene.parsed.tokens:
        match = match_at(scene, token)
        dropped = "" if match is None else _dropped(scene, match, meetings)
        if match is None or dropped:
            yield Step(token, match, dropped=dropped)
            continue
        event = _event(scene, match, consults)
        yield Step(token, match, event)
        if event.status not in ("denied", "hypothetical", "conditional", "planned"):
            act = Act(event.event, event.mode, token.start, match.actors, match.recipients)
            scene.memory.acts.append(act)


def _dropped(scene: Scene, match: Match, meetings: Sequence[Meeting]) -> str:
    """Why what a rule finds is no event of its own, or "" where it is one."""
    if is_habit(scene, match.token, match.rule.event in _STATES):
        return "told as a habit or lasting state"
    if match.rule.event == "CONSULT" and _told_as_meeting(scene.marked, match.token, meetings):
        return "coded from the meeting that the sentence tells"
    return ""


def _depth(parsed: Parsed, token: Token) -> int:
    """How many subordinate clauses and phrases a word lies in, clauses of what is said not counted."""
    return sum(t.rel in _BELOW for t in (token, *parsed.ancestors(token)))


def _remembered(marked: Marked, consult: Event) -> Act:
    """An encounter for the memory: of a visit visitors and hosts, else all sides."""
    known = {p.name: p for p in reversed(marked.parties)}
    visitors, hosts = (tuple(known[a.name] for a in s if a.name in known) for s in (consult.actor, consult.recipient))
    return Act("CONSULT", consult.mode, consult.span[0], visitors, hosts)


def _event(scene: Scene, match: Match, consults: Sequence[Event]) -> Event:
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
        context=contexts_at(scene, token, (match.rule.event, match.mode)),
        date=when.date,
        date_basis=when.basis,
        place=place.name if place else None,
        within=_within(token, scene.statements),
    )


def _side(parties: tuple[Party, ...], event: str) -> tuple[Actor, ...]:
    return tuple(
        Actor(p.name, p.code or "NON", "MIL" if event in _ARMED and p.kind == "country" else p.sector) for p in parties
    )


def coded_status(scene: Scene, match: Match, date: str | None) -> EventStatus:
    """The status of a match: its words', or for rules about what will or will not be done, that of the promise."""
    return status_told(scene, match, date)[0]


def status_told(scene: Scene, match: Match, date: str | None) -> tuple[EventStatus, str]:
    """The status of a match, and why it is not that which its words give; "" where it is.

    Args:
        date: the event's date, as coded.
    """
    status = strongest(status for status, _ in words_of_status(scene, match))
    flags = {n.flag for n in match.rule.needs if not n.paths and not n.forbids}
    if flags & {"asserted", "must"}:
        return "done", "what is coded is the saying, which was done"
    if flags & {"future", "negated"} and is_opinion(scene, match.token):
        return "hypothetical", "somebody only believes, expects or fears it"
    if flags & {"future", "negated"} and is_asked(scene.parsed, match.token):
        return "hypothetical", "it is asked"
    if status in ("planned", "hypothetical", "denied") and flags & {"future", "negated"}:
        promised = "negated" not in flags
        return ("promised", "the rule is about what will be done") if promised else ("done", "not to do it is the act")
    published = scene.parsed.article.published
    if status == "done" and date and published and int(date[:4]) < int(published[:4]) - 1:
        return "background", "it lies more than a year behind the report's own"
    return status, ""


def words_of_status(scene: Scene, match: Match) -> list[tuple[EventStatus, Token]]:
    """The statuses that words give a match, each with its word."""
    event = match.rule.event
    return status_words(scene, match.token, verbal=event in VERBAL, violent=event in ("ASSAULT", "COERCE"))


def _told_as_meeting(marked: Marked, token: Token, meetings: Sequence[Meeting]) -> bool:
    """True where a sentence tells a meeting: held ones are coded from it, planned ones are no event."""
    sentence = marked.parsed.sentence(token)
    return any(m.span[0] < sentence.end and sentence.start < m.span[1] for m in meetings)


def _within(token: Token, statements: Sequence[Statement]) -> int | None:
    for number, statement in enumerate(statements):
        if statement.span[0] <= token.start and token.end <= statement.span[1]:
            return number
    return None
