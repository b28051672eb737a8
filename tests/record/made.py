"""Readings made by hand for the record's tests: each observation with a sentence of its own in the text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from chancery.articles.types import Article
from chancery.observations.types import (
    Actor,
    Event,
    Figure,
    Meeting,
    Office,
    Participant,
    Reading,
    Statement,
    Tally,
)

Made = Meeting | Statement | Event | Tally | Figure | Office
FIELDS: dict[type[Any], str] = {
    Meeting: "meetings",
    Statement: "statements",
    Event: "events",
    Tally: "tallies",
    Figure: "figures",
    Office: "offices",
}
RULE = "by hand"


def person(text: str) -> Participant:
    """ "Kim Jong-un/PRK" is a person, "/PRK" a bare country, "European Union/" a body."""
    name, _, country = text.partition("/")
    return Participant(name or None, country or None)


def met(*who: str, start: str | None = None, **more: Any) -> Meeting:
    """A held meeting, unless told otherwise; the sentence follows from what is told of it."""
    fields: dict[str, Any] = {"status": "held", "kind": "talks", "start": start, **more}
    words = " and ".join(w.replace("/", " of ") for w in who)
    told = " ".join(f"{name} {value}" for name, value in fields.items() if value is not None)
    participants = tuple(person(w) for w in who)
    fields.setdefault("evidence", f"{words} met: {told}.")
    return Meeting(participants=participants, span=(0, 0), rule=RULE, **fields)


def said(speaker: str, content: str, **more: Any) -> Statement:
    fields: dict[str, Any] = {"kind": "direct", **more}
    return Statement(speaker=speaker, content=content, span=(0, 0), rule=RULE, **fields)


def acted(event: str, actor: str, recipient: str, date: str | None = None, **more: Any) -> Event:
    """An event between two states, given by their codes, or with names as "Kim Jong-un/PRK"."""
    fields: dict[str, Any] = {"status": "done", "evidence": f"{actor} did {event} to {recipient} on {date}.", **more}
    return Event(event, _actors(actor), _actors(recipient), date=date, span=(0, 0), rule=RULE, **fields)


def counted(subject: str, object: str, count: int, **more: Any) -> Tally:
    fields: dict[str, Any] = {"what": "meeting", "rule": "counted noun", **more}
    evidence = f"{subject} met {object} {count} times since {fields.get('since')}."
    return Tally(subject, object, count=count, evidence=evidence, span=(0, 0), **fields)


def figure(what: str, value: float, **more: Any) -> Figure:
    fields: dict[str, Any] = {"unit": "USD", "bound": "exact", **more}
    return Figure(what, value, evidence=f"{what} came to {value}.", span=(0, 0), rule=RULE, **fields)


def holds(who: str, office: str, country: str | None = None, body: str | None = None) -> Office:
    return Office(who, office, (0, 0), RULE, country, body)


def told(published: str | None, *made: Made, source: str | None = None, text: str = "", **about: Any) -> Reading:
    """A report that tells these things, published then; its text is their sentences, or begins with `text`."""
    found: dict[str, list[Made]] = {}
    for item in made:
        sentence = _sentence(item)
        text += ("\n\n" if text else "") + sentence
        span = (len(text) - len(sentence), len(text))
        found.setdefault(FIELDS[type(item)], []).append(replace(item, span=span))
    id = hashlib.sha256(f"{published}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    article = Article(source=source or f"{id}.txt", id=id, text=text, published=published, **about)
    kinds: dict[str, Any] = {kind: tuple(items) for kind, items in found.items()}
    return Reading(article, "by hand", **kinds)


def _sentence(item: Made) -> str:
    if isinstance(item, Statement):
        return item.content
    if isinstance(item, Office):
        return f"{item.person}, {item.office}"
    return item.evidence


def _actors(text: str) -> tuple[Actor, ...]:
    name, slash, code = text.rpartition("/")
    return (Actor(name if slash else None, code, None),) if text else ()
