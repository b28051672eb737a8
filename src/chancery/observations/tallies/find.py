"""Counts of meetings, visits and calls that a report claims (`find_tallies`).

Four constructions: a counted noun, with what is left out in a list ("has held four meetings with Xi,
three with Moon"); an act told to have been done so many times ("visited twice"); an ordinal ("their third
summit", "met for the first time", "the 14th time they have met"); the first of a class to do it ("the
first EU leader to visit"). A count needs both sides by name; what the window was ("since March 2018", "in
12 years") is told where it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chancery.grammar.clauses import agent, negated, oblique
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.numbers import Numbers
from chancery.mentions.times.find import time_of, window_of
from chancery.mentions.types import Marked, Party, When
from chancery.mentions.who import is_collective
from chancery.observations.numbers import count_before, ordinal_of, times_of
from chancery.observations.tallies.classes import class_name, entered, infinitives
from chancery.observations.tallies.sides import (
    acting,
    behind,
    holder_of,
    in_name,
    in_order_told,
    is_series,
    named_at,
    of_clause,
    of_noun,
    of_phrase,
    place_at,
    state_before,
)
from chancery.observations.tallies.words import WHAT, ahead, noun_what, verb_what, wished
from chancery.observations.types import Meeting, Tally

_BEFORE_NOUN = "ordinal before a noun"
_TRAVEL_LINKS = frozenset({"to", "in", "into", "at"})


@dataclass(frozen=True, slots=True)
class _Count:
    """One claim before its sides are told apart: at which token, of what, how many, by which rule."""

    token: Token
    what: str
    count: int
    rule: str
    ordinal: bool


def find_tallies(marked: Marked, lexicon: Lexicon, meetings: Sequence[Meeting]) -> list[Tally]:
    """Every count that the report claims, in text order, each claim once.

    Args:
        meetings: the encounters found; one with an ordinal is a tally too, where no sentence gave it
        already.
    """
    found: list[Tally] = []
    for token in marked.parsed.tokens:
        for tally in _at(marked, lexicon, token):
            _keep(found, tally)
    for meeting in meetings:
        numbered = _of_meeting(marked, meeting, lexicon)
        if numbered is not None and not any(_claims(t, numbered) for t in found):
            found.append(numbered)
    return sorted(found, key=lambda t: t.span)


def _keep(found: list[Tally], tally: Tally) -> None:
    """Adds a claim unless it is there; one that tells its window takes the place of one that doesn't."""
    for place, other in enumerate(found):
        if not _same_claim(other, tally):
            continue
        if (other.since, other.until) == (None, None) and (tally.since or tally.until):
            found[place] = tally
        if (tally.since, tally.until) in ((None, None), (found[place].since, found[place].until)):
            return
    if tally not in found:
        found.append(tally)


def _same_claim(a: Tally, b: Tally) -> bool:
    return (a.count, a.what) == (b.count, b.what) and {a.subject, a.object} == {b.subject, b.object}


def _claims(told: Tally, meeting: Tally) -> bool:
    """Has a sentence already told what a meeting's ordinal tells: the count, of one of the sides?"""
    sides = {told.subject, told.object} & {meeting.subject, meeting.object}
    return told.count == meeting.count and bool(sides)


def _at(marked: Marked, lexicon: Lexicon, token: Token) -> Iterator[Tally]:
    count = _counted(marked, lexicon, token)
    if count is not None:
        yield from _sided(marked, count)
        if count.rule == "counted noun":
            yield from _left_out(marked, count, lexicon.numbers)
        elif count.rule == "so many times":
            yield from _left_out_verb(marked, count, lexicon.numbers)
    first = _first_of_class(marked, lexicon, token)
    if first is not None:
        yield first


def _counted(marked: Marked, lexicon: Lexicon, token: Token) -> _Count | None:
    parsed, numbers = marked.parsed, lexicon.numbers
    if token.upos in ("NOUN", "PROPN"):
        what = noun_what(marked, lexicon, token)
        if what is None:
            return None
        ordinal = ordinal_of(parsed, token, numbers)
        if ordinal is not None:
            return None if wished(marked, lexicon, token) else _Count(token, what, ordinal, _BEFORE_NOUN, True)
        count = count_before(parsed, token, numbers)
        if count is None or ahead(marked, token):
            return None
        return _Count(token, what, count, "counted noun", False)
    what = verb_what(lexicon, token)
    if what is not None and not negated(parsed, token):
        ordinal = ordinal_of(parsed, token, numbers)
        if ordinal is not None:
            return None if wished(marked, lexicon, token) else _Count(token, what, ordinal, "numbered time", True)
        times = times_of(parsed, token, numbers)
        if times is not None and not ahead(marked, token):
            return _Count(token, what, times, "so many times", False)
    return _bare_ordinal(marked, lexicon, token)


def _bare_ordinal(marked: Marked, lexicon: Lexicon, token: Token) -> _Count | None:
    """As in "Tuesday's visit was his first in 12 years": the ordinal stands for the noun that is its
    subject.
    """
    ordinal = lexicon.numbers.ordinal(token.lower)
    parsed = marked.parsed
    if ordinal is None or parsed.child(token, "cop") is None:
        return None
    subject = parsed.child(token, "nsubj")
    above = parsed.head(token)
    if subject is None and token.rel in ("advcl", "acl") and above is not None:
        subject = parsed.child(above, "nsubj")
    what = noun_what(marked, lexicon, subject) if subject is not None else None
    if subject is None or what is None:
        return None
    return _Count(token, what, ordinal, "ordinal as predicate", True)


def _sided(marked: Marked, count: _Count) -> Iterator[Tally]:
    """The claim with its sides: nothing where one of them can't be told."""
    doers, other = _sides(marked, count)
    names = [p.name for p in doers]
    if other is None and len(names) == 2 and (count.what != "visit" or in_name(marked, count.token)):
        names, other = names[:1], names[1]
    for name in names:
        if other is not None and name != other:
            yield _tally(marked, count, name, other)


def _sides(marked: Marked, count: _Count) -> tuple[tuple[Party, ...], str | None]:
    token, parsed = count.token, marked.parsed
    if count.rule == "ordinal as predicate":
        return _sides_of_predicate(marked, count)
    if token.upos != "VERB":
        return _sides_of_noun(marked, count)
    doer = agent(parsed, token)
    doers = acting(marked, doer) if doer is not None else ()
    if doer is not None and is_collective(marked, doer):
        doers = in_order_told(marked, doers)
    return doers, _object_of_verb(marked, token, count.what)


def _sides_of_predicate(marked: Marked, count: _Count) -> tuple[tuple[Party, ...], str | None]:
    """As in "was the fourth between Kim and Xi", "was Kim's second to China", "his visit to Kyiv was the first"."""
    token, parsed = count.token, marked.parsed
    noun = parsed.child(token, "nsubj") or parsed.child(parsed.head(token) or token, "nsubj") or token
    holder = holder_of(marked, token)
    doers = acting(marked, holder) if holder is not None else ()
    doers = of_phrase(marked, token) or doers or of_noun(marked, noun)
    return doers, behind(marked, token, count.what) or behind(marked, noun, count.what)


def _sides_of_noun(marked: Marked, count: _Count) -> tuple[tuple[Party, ...], str | None]:
    token = count.token
    pair = in_name(marked, token)
    if pair:
        return pair, None
    other = behind(marked, token, count.what)
    if is_series(marked, token):
        doers = of_phrase(marked, token)
        state = state_before(marked, token)
        if not doers and state is not None:
            return (state,), other
        return (doers, other) if len(doers) != 1 or doers[0].kind != "body" else ((), None)
    doers = of_noun(marked, token)
    if len(doers) < 2 and other is None and _shared(marked, token):
        verb = next((a for a in marked.parsed.ancestors(token) if a.upos == "VERB"), token)
        return of_clause(marked, verb), _object_of_verb(marked, verb, count.what)
    return doers, other


def _shared(marked: Marked, noun: Token) -> bool:
    """As in "met Lavrov, their first meeting": of the two sides, whoever the report takes "their" to be."""
    holder = marked.parsed.child(noun, "nmod:poss")
    return holder is not None and holder.lower == "their" and noun.rel in ("appos", "obl", "parataxis", "conj")


def _object_of_verb(marked: Marked, verb: Token, what: str) -> str | None:
    """Whom or where: "met Xi", "met with Xi", "travelled to China three times to meet Xi" (Xi, who was
    gone for).
    """
    parsed = marked.parsed
    if what == "visit":
        for purpose in parsed.children(verb, "advcl", "xcomp"):
            met = parsed.child(purpose, "obj") or oblique(parsed, purpose, "with")
            if purpose.lemma == "meet" and met is not None and (found := acting(marked, met)):
                return found[0].name
        below = parsed.child(verb, "obj") or oblique(parsed, verb, *_TRAVEL_LINKS)
        return None if below is None else place_at(marked, below.i) or _first_name(marked, below)
    below = parsed.child(verb, "obj") or oblique(parsed, verb, "with", "to")
    if below is not None and below.lower not in ("time", "times") and (name := _first_name(marked, below)):
        return name
    return behind(marked, verb, what)


def _first_name(marked: Marked, token: Token) -> str | None:
    found = acting(marked, token)
    return found[0].name if found else None


def _left_out(marked: Marked, count: _Count, numbers: Numbers) -> Iterator[Tally]:
    """The rest of a list: ", three with South Korea's Moon Jae-in, two with Trump and one with ..."."""
    parsed = marked.parsed
    doers = of_noun(marked, count.token)
    link = "to" if count.what == "visit" else "with"
    last = parsed.sentence(count.token).last
    if len(doers) != 1:
        return
    for i in range(count.token.i + 2, last - 1):
        number = numbers.count(parsed.tokens[i].lower)
        if number is None or parsed.tokens[i + 1].lower != link:
            continue
        other = named_at(marked, i + 2, count.what)
        if other is not None and other != doers[0].name:
            rest = _Count(count.token, count.what, number, "counted noun left out", False)
            yield _tally(marked, rest, doers[0].name, other)


def _left_out_verb(marked: Marked, count: _Count, numbers: Numbers) -> Iterator[Tally]:
    """The rest of such a list: "has met Putin three times and Zelenskiy once"."""
    parsed, token = marked.parsed, count.token
    doers, other = _sides(marked, count)
    if len(doers) != 1 or other is None:
        return
    first = True
    for i in range(token.i + 2, parsed.sentence(token).last):
        word = parsed.tokens[i]
        if word.upos in ("VERB", "AUX"):
            return
        if first:
            first = word.lower != "times" and word.lower not in numbers.times
            continue
        number, before = numbers.times.get(word.lower), i - 1
        if word.lower == "times":
            number, before = numbers.count(parsed.tokens[i - 1].lower), i - 2
        name = place_at(marked, before) if count.what == "visit" else None
        name = name or next((p.name for p in marked.named(parsed.tokens[before])), None)
        if number is not None and name is not None and name not in (other, doers[0].name):
            rest = _Count(token, count.what, number, "so many times, left out", False)
            yield _tally(marked, rest, doers[0].name, name)


def _first_of_class(marked: Marked, lexicon: Lexicon, noun: Token) -> Tally | None:
    """As in "the first EU leader to visit Moscow": a count of one, of the class."""
    ordinal = ordinal_of(marked.parsed, noun, lexicon.numbers) if noun.upos == "NOUN" else None
    if ordinal is None:
        return None
    for clause in infinitives(marked, noun):
        what, into = verb_what(lexicon, clause), entered(marked, clause)
        if into is not None:
            what, other = "visit", place_at(marked, into.i) or _first_name(marked, into)
        else:
            other = _object_of_verb(marked, clause, what) if what is not None else None
        if what is not None and other is not None:
            count = _Count(clause, what, ordinal, "first of a class", True)
            return _tally(marked, count, class_name(marked, noun), other)
    return None


def _tally(marked: Marked, count: _Count, subject: str, other: str) -> Tally:
    sentence = marked.parsed.sentence(count.token)
    since, until = _window(marked, count)
    return Tally(
        subject=subject,
        object=other,
        what=count.what,
        count=count.count,
        evidence=marked.parsed.text_of(sentence),
        span=(sentence.start, sentence.end),
        rule=count.rule,
        since=since,
        until=until,
    )


def _window(marked: Marked, count: _Count) -> tuple[str | None, str | None]:
    since, until = window_of(marked, count.token)
    if since is None and until is None:
        when = time_of(marked, count.token)
        if when is not None and not count.ordinal:
            return when.start, when.end or when.start
        if when is not None and when.first > count.token.i and _this_unit(marked, when):
            return when.start, None
    return since, until


def _this_unit(marked: Marked, when: When) -> bool:
    """As in "the second call this month": an ordinal within a stretch that is still open."""
    return marked.parsed.tokens[when.first].lower == "this" and when.last - when.first == 2


def _of_meeting(marked: Marked, meeting: Meeting, lexicon: Lexicon) -> Tally | None:
    """The tally that a meeting's ordinal makes, where it has two sides with names.

    The sentence that tells of the meeting must hold the ordinal: one told elsewhere may be of another meeting.
    """
    if meeting.ordinal is None or len(meeting.participants) != 2 or meeting.status not in ("held", "planned"):
        return None
    inside = marked.parsed.covering(*meeting.span)
    word = next((t for t in inside if lexicon.numbers.ordinal(t.lower) == meeting.ordinal), None)
    above = marked.parsed.head(word) if word is not None else None
    if word is None or above is None or not _counts(marked, meeting, above, lexicon):
        return None
    names = [p.name or _state(marked, p.country) for p in meeting.participants]
    if names[0] is None or names[1] is None or names[0] == names[1]:
        return None
    since, until = window_of(marked, marked.parsed.head(word) or word)
    return Tally(
        subject=names[0],
        object=names[1],
        what=WHAT[meeting.kind],
        count=meeting.ordinal,
        evidence=meeting.evidence,
        span=meeting.span,
        rule="ordinal of a meeting",
        since=since,
        until=until,
    )


def _counts(marked: Marked, meeting: Meeting, above: Token, lexicon: Lexicon) -> bool:
    """Does the word that an ordinal stands with count the meeting, not a journey or a series of conferences?"""
    if above.upos not in ("NOUN", "PROPN") or above.lower == "time":
        return True
    if is_series(marked, above) and not in_name(marked, above):
        return False
    return noun_what(marked, lexicon, above) == WHAT[meeting.kind] and not wished(marked, lexicon, above)


def _state(marked: Marked, country: str | None) -> str | None:
    """The name that the report gives a state."""
    named = (p.name for p in marked.parties if p.kind == "country" and p.country == country)
    return next(named, None) if country is not None else None
