"""Who is said to hold which post: the report's pairings of name and office, each once."""

from __future__ import annotations

from chancery.lexicon.load import Lexicon
from chancery.mentions.types import Marked
from chancery.observations.types import Office


def find_offices(marked: Marked, lexicon: Lexicon) -> list[Office]:
    """The offices that the report tells, in text order.

    A post told again ("Foreign Minister Wang Yi", later "Minister Wang") is one entry, under its fullest form; its
    state is the one that the report tells, or the person's where the title is an office of state.
    """
    found: list[Office] = []
    for post in sorted(marked.posts, key=lambda p: p.start):
        party = marked.parties[post.entity]
        country = post.country
        if country is None and post.body is None and post.rank not in UNOFFICIAL:
            country = party.country
        body = post.body or (party.body if country is None and post.rank not in UNOFFICIAL else None)
        told = Office(party.name, post.office, (post.start, post.end), post.rule, country, body)
        at = next((i for i, other in enumerate(found) if _same(other, told)), None)
        if at is None:
            found.append(told)
        else:
            found[at] = _fuller(found[at], told)
    return found


UNOFFICIAL = frozenset({"academic", "analyst", "business"})
"""Ranks of posts that are no state's: their holder's country is not theirs."""


def _same(a: Office, b: Office) -> bool:
    if a.person != b.person or (a.country and b.country and a.country != b.country):
        return False
    if a.body and b.body and a.body != b.body:
        return False
    left, right = set(a.office.lower().split()), set(b.office.lower().split())
    return left <= right or right <= left


def _fuller(a: Office, b: Office) -> Office:
    best = a if len(a.office) >= len(b.office) else b
    return Office(best.person, best.office, best.span, best.rule, a.country or b.country, a.body or b.body)
