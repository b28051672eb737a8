"""Who is met: a coordination of partners as one company, or as several that are met apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meetings.parties import distinct
from chancery.observations.meetings.sides import sides_at

_PAIR = 2
_CLOSE = 5
"""Words behind a name within which its day stands."""


@dataclass(frozen=True, slots=True)
class Company:
    """Partners met at one time; place and day where told with them ("with Sisi in Cairo and Abdullah in Amman")."""

    sides: tuple[Party, ...]
    place: Place | None
    day: When | None = None


def companies(marked: Marked, heads: list[Token], *, apart: bool) -> list[Company]:
    """The partners that phrases name, as those who are met together.

    Partners with places of their own are met apart. With `apart` (plural nouns, "both"), or a preposition of their
    own ("with the minister as well as with the envoy"), so are partners of different states.
    """
    single = [c for head in heads for c in _one_by_one(marked, head)]
    dated = _day_by_day(marked, heads)
    if dated:
        return dated
    places = {c.place.first for c in single if c.place is not None}
    if len(places) > 1:
        return _by_place(single)
    again = any(marked.parsed.child(c, "case") for head in heads for c in marked.parsed.conjuncts(head)[1:])
    if (apart or again) and len({p.country or p.name for c in single for p in c.sides}) > 1:
        return [Company((party,), c.place) for c in single for party in c.sides]
    together = _of_one_state(distinct(p for c in single for p in c.sides))
    return [Company(together, single[0].place if len(places) == 1 else None)] if together else []


def gapped(marked: Marked, verb: Token, preps: tuple[str, ...]) -> list[Company]:
    """Whom the second half of a sentence names that leaves its verb out, with the day told there.

    "Received Kim on Sunday and Trump on Monday"; "will hold talks with Kim in May and with Trump in June". Parsers
    hang the name on the verb or on the day.
    """
    parsed = marked.parsed
    days = [c for c in parsed.children(verb, "obl") if marked.times_at(c)]
    found: list[Company] = []
    for head in (c for above in (verb, *days) for c in parsed.children(above, "conj")):
        if head.upos not in ("PROPN", "NOUN") or preposition(parsed, head) not in preps:
            continue
        people = tuple(p for p in sides_at(marked, head) if p.kind == "person")
        day = next((w for w in marked.times_in(parsed.sentence(head)) if w.first > head.i), None)
        if people and day is not None:
            found.append(Company(people, None, day))
    return found


def _of_one_state(partners: tuple[Party, ...]) -> tuple[Party, ...]:
    """Office-holders of whom no state is told share that of the one beside them: "the Malian premier and Speaker X"."""
    states = {p.country for p in partners if p.country is not None}
    if len(states) != 1 or len(partners) != _PAIR:
        return partners
    state = next(iter(states))
    return tuple(
        replace(p, country=state, code=state) if p.kind == "person" and p.office and not p.code else p for p in partners
    )


def _day_by_day(marked: Marked, heads: list[Token]) -> list[Company]:
    """Partners side by side who each have a day behind them: "received | Kim | on Sunday | and Trump | on Monday".

    `gapped` reads the same words where the second name hangs on the verb or on the first day.
    """
    if len(heads) != 1:
        return []
    every = marked.parsed.conjuncts(heads[0])
    ends = [*(c.i for c in every[1:]), marked.parsed.sentence(every[0]).last]
    days = [
        next((w for w in marked.times if c.i < w.first <= c.i + _CLOSE and w.last <= end), None)
        for c, end in zip(every, ends, strict=True)
    ]
    if len(every) < 2 or None in days or len({w.start for w in days if w}) != len(every):
        return []
    return [Company(sides_at(marked, c)[:1], None, day) for c, day in zip(every, days, strict=True)]


def told_apart(marked: Marked, head: Token) -> bool:
    """True for "both the Kenyan and the Ugandan president"."""
    return any(t.lower == "both" for t in marked.parsed.subtree(head)[:3])


def _one_by_one(marked: Marked, head: Token) -> list[Company]:
    conjuncts = marked.parsed.conjuncts(head)
    if len(conjuncts) == 1:
        return [Company(sides_at(marked, head), _own_place(marked, head))]
    later = [sides_at(marked, c) for c in conjuncts[1:]]
    rest = [p for found in later for p in found]
    first = tuple(p for p in sides_at(marked, head) if p not in rest)
    found = [Company(first, _own_place(marked, head))]
    for token, sides in zip(conjuncts[1:], later, strict=True):
        found.append(Company(sides, _own_place(marked, token)))
    return found


def _own_place(marked: Marked, head: Token) -> Place | None:
    """The place in an "in"-phrase of the partner itself."""
    for child in marked.parsed.children(head, "nmod"):
        if preposition(marked.parsed, child) in ("in", "at"):
            inside = {t.i for t in marked.parsed.subtree(child)}
            found = next((p for p in marked.places if p.head in inside), None)
            if found is not None:
                return found
    return None


def _by_place(single: list[Company]) -> list[Company]:
    """Partners up to and with the one who has a place share that place."""
    found: list[Company] = []
    waiting: list[Party] = []
    for company in single:
        waiting.extend(company.sides)
        if company.place is not None:
            found.append(Company(distinct(waiting), company.place))
            waiting = []
    if waiting and found:
        found[-1] = Company(distinct((*found[-1].sides, *waiting)), found[-1].place)
    return found
