"""A sentence explained: its tree, what is found in it by which rules, and which rules of events came near."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.lexicon.event_rules import BY_CONTENT
from chancery.lexicon.scales import Scale, scale
from chancery.observations.shape import KINDS, row_of
from chancery.serve.console import safe
from chancery.serve.tables import one_of, party_list, plain

if TYPE_CHECKING:
    from chancery.grammar.types import Parsed, Sentence, Token
    from chancery.lexicon.events import EventRules
    from chancery.observations.events.explain import Coding, Condition, NearMiss, SideTold
    from chancery.observations.types import Event
    from chancery.provenance import Resolution
    from chancery.run.explaining import Explained

NEAREST = 5
"""Rules that came near which are shown; JSON has all."""

_OTHERS = tuple(kind for kind in KINDS if kind != "events")
_ROUND = "nothing of its own: from what is around it"


def lines(found: Explained) -> Iterator[str]:
    """What a reader sees, line by line."""
    for sentence in found.parsed.sentences:
        yield from _tree(found.parsed, sentence)
        yield ""
    codings = found.events.codings
    yield "Events" if found.reading.events or codings else "No event"
    for event in found.reading.events:
        if not any(c.rule.key == event.rule for c in codings):  # coded from a meeting, whose rule is told below
            yield from _event(event)
            yield f"    by the rule {event.rule}: a held meeting is one"
    for coding in codings:
        yield from _coding(coding)
    yield from _others(found)
    yield from _words(found.reading.resolutions, found.parsed)
    yield from _near(found.events.near)


def as_json(found: Explained) -> dict[str, Any]:
    """The same for programs: trees, observations under the contract's names, reasons, rules that came near."""
    reading = found.reading
    return {
        "text": found.parsed.article.text,
        "trees": [[_token(t, s) for t in found.parsed.tokens_of(s)] for s in found.parsed.sentences],
        "events": [row_of("events", event) | on_scales(event.event, event.mode) for event in reading.events],
        "codings": [_coding_json(coding) for coding in found.events.codings],
        **{kind: [row_of(kind, item) for item in getattr(reading, kind)] for kind in _OTHERS},
        "near": [_near_json(near) for near in found.events.near],
    }


def conditions_of(key: str) -> list[str]:
    """The conditions of a shipped rule of events by its key, as rule files write them; none where there is none."""
    from chancery.observations.events.explain import as_written

    rules = _shipped()
    found = next((rule for rule in rules.rules if rule.key == key), None)
    return [] if found is None else [as_written(need, rules.classes) for need in found.needs]


@cache
def _shipped() -> EventRules:
    from chancery.lexicon.load import load_lexicon

    return load_lexicon().events


def on_scales(event: str, mode: str | None) -> dict[str, Any]:
    """Quad class, Goldstein score and CAMEO code of a PLOVER type and mode, as fields of a row."""
    told = scale(event, mode)
    if told is None:
        return {}
    return {"quad_class": told.quad, "goldstein": told.goldstein, "cameo": told.cameo}


def scale_words(told: Scale) -> str:
    """A scale on one line: "material conflict, Goldstein -8.0, CAMEO 166"."""
    return f"{told.quad_class}, Goldstein {told.goldstein:+.1f}, CAMEO {told.cameo}"


def _line(indent: int, text: str) -> str:
    return " " * indent + safe(text)


def _tree(parsed: Parsed, sentence: Sentence) -> Iterator[str]:
    """A sentence's tree: each word with its part of speech and relation, below the word that it depends on."""
    for token in parsed.tokens_of(sentence):
        if token.is_root:
            yield _node(token)
            yield from _below(parsed, token, "")


def _below(parsed: Parsed, token: Token, margin: str) -> Iterator[str]:
    children = parsed.children(token)
    for child in children:
        last = child is children[-1]
        yield f"{margin}{'└─ ' if last else '├─ '}{_node(child)}"
        yield from _below(parsed, child, f"{margin}{'   ' if last else '│  '}")


def _node(token: Token) -> str:
    lemma = f" ({safe(token.lemma)})" if token.lemma.lower() != token.lower else ""
    return f"{safe(token.text)}{lemma}  {token.upos}  {token.deprel}"


def _event(event: Event) -> Iterator[str]:
    row = row_of("events", event)
    name = f"{event.event} ({event.mode})" if event.mode else event.event
    sides = f"{party_list(row['actor'], 'code') or 'nobody told'} → {party_list(row['recipient'], 'code') or 'nobody'}"
    yield _line(2, f"{name}: {sides}; {', '.join(p for p in (event.status, event.date, event.place) if p)}")
    if event.context:
        yield f"    contexts: {', '.join(event.context)}"
    told = scale(event.event, event.mode)
    if told is not None:
        yield f"    scales: {scale_words(told)}"


def _coding(coding: Coding) -> Iterator[str]:
    if coding.event is None:
        yield f"  none at “{safe(coding.word)}”: {coding.dropped}"
    else:
        yield from _event(coding.event)
    yield _line(4, f"by the rule {coding.rule.key} at “{coding.word}” ({Path(coding.rule.where).name})")
    yield from (f"    held: {_condition(condition)}" for condition in coding.conditions)
    if coding.rule.mode == BY_CONTENT:
        yield "    mode: read off what is asked, refused or threatened"
    yield from (f"    {name}: {_side(getattr(coding, name))}" for name in ("actor", "recipient"))
    if coding.event is not None:
        yield _line(4, f"status: {coding.event.status}; {', '.join(coding.status)}")
        yield _line(4, f"date: {coding.event.date or 'none'}; {coding.date}")


def _condition(condition: Condition) -> str:
    return safe(f"{condition.text}{f' (“{condition.words}”)' if condition.words else ''}")


def _side(side: SideTold) -> str:
    if not side.names:
        return "nobody told"
    told = f"by {side.way}, “{side.words}”" if side.way and side.words else f"by {side.way}" if side.way else _ROUND
    return safe(f"{', '.join(side.names)}; {told}")


def _others(found: Explained) -> Iterator[str]:
    """What else the text tells, a line each."""
    told = [(kind, row_of(kind, item)) for kind in _OTHERS for item in getattr(found.reading, kind)]
    if told:
        yield "\nAlso told"
    for kind, row in told:
        yield _line(2, f"{one_of(kind)}: {_gist(kind, row)}; by the rule {row['rule']}")


def _gist(kind: str, row: dict[str, Any]) -> str:
    if kind == "meetings":
        who = party_list(row["participants"], "country")
        return ", ".join(part for part in (who, row["status"], row["start"], row["place"]) if part)
    if kind == "statements":
        return f"{row['speaker']}, {row['kind']}, by “{row['cue']}”: {row['content']}"
    named = {"tallies": ("subject", "object", "count", "what"), "figures": ("what", "value", "unit")}
    fields = named.get(kind, ("person", "office", "country"))
    return ", ".join(plain(row[name]) for name in fields if row[name] is not None)


def _words(resolutions: tuple[Resolution, ...], parsed: Parsed) -> Iterator[str]:
    """Whom words were taken to mean, where they do not name them."""
    if resolutions:
        yield "\nWhom words mean"
    for one in resolutions:
        names = ", ".join(dict.fromkeys(name for name, _ in one.parties))
        yield _line(2, f"“{parsed.article.text[slice(*one.span)]}” → {names}: {one.rule}")


def _near(near: tuple[NearMiss, ...]) -> Iterator[str]:
    if near:
        yield "\nRules that came near"
    for one in near[:NEAREST]:
        mode = f" ({one.rule.mode})" if one.rule.mode else ""
        yield _line(2, f"{one.rule.key}, {one.rule.event}{mode}, at “{one.word}”: {one.failed}")
    if len(near) > NEAREST:
        yield f"  and {len(near) - NEAREST} more, farther off"


def _token(token: Token, sentence: Sentence) -> dict[str, Any]:
    """A word as CoNLL-U numbers it: from 1 in its sentence, head 0 at the root."""
    head = 0 if token.is_root else token.head - sentence.first + 1
    return {
        "id": token.i - sentence.first + 1,
        "text": token.text,
        "lemma": token.lemma,
        "upos": token.upos,
        "head": head,
        "deprel": token.deprel,
    }


def _coding_json(coding: Coding) -> dict[str, Any]:
    event = coding.event
    return {
        "rule": coding.rule.key,
        "where": coding.rule.where,
        "word": coding.word,
        "event": None if event is None else row_of("events", event),
        "dropped": coding.dropped or None,
        "conditions": [{"condition": c.text, "words": c.words} for c in coding.conditions],
        "actor": _side_json(coding.actor),
        "recipient": _side_json(coding.recipient),
        "status_because": list(coding.status),
        "date_because": coding.date,
    }


def _side_json(side: SideTold) -> dict[str, Any]:
    return {"names": list(side.names), "way": side.way or None, "words": side.words or None}


def _near_json(near: NearMiss) -> dict[str, Any]:
    rule = near.rule
    return {"rule": rule.key, "event": rule.event, "mode": rule.mode, "word": near.word, "failed": near.failed}
