"""Why a report's events are coded as they are, and which rules came near: the coder's own steps, written down.

Everything is asked of the functions that code (`find.steps`, `match.holds`, `match.sides_at`), so that what is told
here is what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chancery.grammar.types import Token
from chancery.lexicon.event_rules import EventRule, Need, Path_, Sides
from chancery.lexicon.load import Lexicon
from chancery.mentions.types import Marked, Party
from chancery.observations.events.dates import dated
from chancery.observations.events.find import (
    Step,
    encounters,
    scene_of,
    status_told,
    steps,
    words_of_status,
)
from chancery.observations.events.match import Match, has_words, holds, rules_at, sides_at, with_sides
from chancery.observations.events.parties import parties_along
from chancery.observations.events.slots import Scene, tokens_along
from chancery.observations.types import Event, Meeting, Statement

_FEW = 6
"""Words of a long list that are shown."""

_ASKED: Mapping[Sides, str] = {
    "both": "an actor and a recipient",
    "actor": "an actor",
    "recipient": "a recipient",
    "either": "an actor or a recipient",
    "two": "an actor and somebody else",
    "mutual": "two sides",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A rule's condition at a word, as rule files write it, and the words there ("" for none)."""

    text: str
    held: bool
    words: str


@dataclass(frozen=True, slots=True)
class SideTold:
    """One side of an event: who it is, by which of the rule's ways, from which words ("" for no words of its own)."""

    names: tuple[str, ...]
    way: str
    words: str


@dataclass(frozen=True, slots=True)
class Coding:
    """A rule that spoke at a word, and what came of it.

    Attributes:
        event: as coded, before tellings of the same event are joined; None where `dropped` says why it is none.
        conditions: those of the rule, all of which held.
        status: why it has its status; date: why it has its date.
    """

    rule: EventRule
    word: str
    conditions: tuple[Condition, ...]
    actor: SideTold
    recipient: SideTold
    event: Event | None = None
    dropped: str = ""
    status: tuple[str, ...] = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule for a word that stands there, which did not speak.

    Attributes:
        failed: the first condition that failed, in words.
        lacking: how many conditions failed; 0 where all held and only a side was missing.
    """

    rule: EventRule
    word: str
    failed: str
    lacking: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was coded and why, in text order, and the rules that came near, the nearest first."""

    codings: tuple[Coding, ...]
    near: tuple[NearMiss, ...]


def explain(
    marked: Marked, lexicon: Lexicon, meetings: Sequence[Meeting], statements: Sequence[Statement]
) -> Explanation:
    """Codes a report as `find.find_events` does, and tells each step; arguments as there."""
    scene = scene_of(marked, lexicon, statements)
    consults = encounters(scene, meetings)
    codings: list[Coding] = []
    near: list[NearMiss] = []
    for step in steps(scene, consults, meetings):
        near.extend(_near(scene, step))
        if step.match is not None:
            codings.append(_coding(scene, step, step.match, consults))
    return Explanation(tuple(codings), tuple(sorted(near, key=lambda n: n.lacking)))


def _coding(scene: Scene, step: Step, match: Match, consults: Sequence[Event]) -> Coding:
    rule, token = match.rule, match.token
    when = dated(scene, match, consults)
    return Coding(
        rule=rule,
        word=token.text,
        conditions=tuple(_condition(scene, token, need) for need in rule.needs),
        actor=_side(scene, token, rule.actor, match.actors),
        recipient=_side(scene, token, rule.recipient, match.recipients),
        event=step.event,
        dropped=step.dropped,
        status=_status(scene, match, when.date),
        date=when.how,
    )


def _condition(scene: Scene, token: Token, need: Need) -> Condition:
    found = [t for path in need.paths for t in tokens_along(scene, token, path)]
    words = ", ".join(dict.fromkeys(_phrase(scene, t) for t in found))
    return Condition(as_written(need, scene.rules.classes), holds(scene, token, need), words)


def _side(scene: Scene, token: Token, ways: tuple[Path_, ...], parties: tuple[Party, ...]) -> SideTold:
    """The first way that leads to somebody of a side; where none does, the side is from what is around."""
    names = _names(parties)
    told = {p.name for p in parties}
    for way in ways:
        if parties and told & {p.name for p in parties_along(scene, token, way)}:
            words = ", ".join(dict.fromkeys(_phrase(scene, t) for t in tokens_along(scene, token, way)))
            return SideTold(names, ".".join(way), words)
    return SideTold(names, "", "")


def _status(scene: Scene, match: Match, date: str | None) -> tuple[str, ...]:
    found = tuple(f"{status} by “{word.text}”" for status, word in words_of_status(scene, match))
    changed = status_told(scene, match, date)[1]
    return (*found, changed) if changed else found or ("nothing says otherwise",)


def _near(scene: Scene, step: Step) -> Iterator[NearMiss]:
    """The rules for a word that did not speak, but for those that only a more particular one came before."""
    for rule in rules_at(scene, step.token):
        if step.match is not None and rule is step.match.rule:
            return
        if not has_words(scene, step.token, rule):
            continue
        failed = [need for need in rule.needs if not holds(scene, step.token, need)]
        if failed or with_sides(scene, step.token, rule) is None:
            reason = _failure(scene, step.token, failed[0]) if failed else _missing(scene, step.token, rule)
            yield NearMiss(rule, step.token.text, reason, len(failed))


def _failure(scene: Scene, token: Token, need: Need) -> str:
    condition = _condition(scene, token, need)
    if not need.paths:
        return f"{condition.text}: not so"
    return f"{condition.text}: {f'there stands “{condition.words}”' if condition.words else 'nothing stands there'}"


def _missing(scene: Scene, token: Token, rule: EventRule) -> str:
    """Which sides a rule asks for, and whom its ways lead to: too few, none of a known state, or one state twice."""
    found = (", ".join(_names(side)) or "nobody" for side in sides_at(scene, token, rule, None))
    actor, recipient = found
    return f"{_ASKED[rule.sides]} must be told; found as actor: {actor}, as recipient: {recipient}"


def _names(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(f"{p.name} ({p.code})" if p.code else p.name for p in parties)


def as_written(need: Need, classes: Mapping[str, frozenset[str]]) -> str:
    """A condition as a rule file writes it, its word classes by name and long lists cut."""
    text = "|".join(".".join(path) for path in need.paths)
    if need.flag:
        text = f"{text}:{need.flag}" if text else need.flag
    elif need.terms:
        text = f"{text}={_terms(need.terms, classes)}"
    return f"!{text}" if need.forbids else text


def _terms(terms: frozenset[str], classes: Mapping[str, frozenset[str]]) -> str:
    """The largest classes that are part of a list, and what is left of it."""
    named: list[str] = []
    rest = set(terms)
    for name, words in sorted(classes.items(), key=lambda c: (-len(c[1]), c[0])):
        if words <= terms and words & rest:
            named.append(name)
            rest -= words
    shown = sorted(rest)
    return ",".join([*named, *shown[:_FEW], *(["…"] if len(shown) > _FEW else [])])


def _phrase(scene: Scene, token: Token) -> str:
    """A word with what stands before it in its phrase: "two Chilean envoys"."""
    before = scene.parsed.children(token, "det", "amod", "compound", "nummod", "nmod:poss", "flat")
    first = min((t.start for t in before if t.i < token.i), default=token.start)
    last = max((t.end for t in before if t.i > token.i), default=token.end)
    return " ".join(scene.parsed.article.text[first:last].split())
