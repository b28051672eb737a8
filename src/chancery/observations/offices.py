"""Who is said to hold which post: the report's pairings of name and office, each once."""

from __future__ import annotations

from dataclasses import replace

from chancery.lexicon.holders import Holders
from chancery.lexicon.load import Lexicon
from chancery.mentions.types import Marked
from chancery.observations.types import Office


def find_offices(marked: Marked, lexicon: Lexicon) -> list[Office]:
    """The offices that the report tells, in text order.

    A post told again ("Foreign Minister Wang Yi", later "Minister Wang") is one entry, under its fullest form; its
    state is the one that the report tells, or the person's where the title is an office of state. What the table of
    office-holders has stands beside it, and a difference is flagged; it changes nothing of what the report tells.
    """
    found: list[Office] = []
    for post in sorted(marked.posts, key=lambda p: p.start):
        party = marked.parties[post.entity]
        country = post.country
        if country is None and post.body is None and post.rank not in UNOFFICIAL:
            country = party.country
        body = post.body or (party.body if country is None and post.rank not in UNOFFICIAL else None)
        told = Office(party.name, post.office, (post.start, post.end), post.rule, country, body, party.wikidata)
        if not post.former:
            told = _beside(told, lexicon.atlas.holders, marked.parsed.article.published)
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
    best, other = (a, b) if len(a.office) >= len(b.office) else (b, a)
    best = best if best.agrees or not other.agrees else _with_table(best, other)
    return replace(best, country=a.country or b.country, body=a.body or b.body)


def _with_table(told: Office, other: Office) -> Office:
    """A post with what the table has of it under another form."""
    return replace(
        told,
        wikidata=other.wikidata,
        term_start=other.term_start,
        term_end=other.term_end,
        verified_until=other.verified_until,
        agrees=other.agrees,
        instead=None,
    )


def _beside(told: Office, holders: Holders, on: str | None) -> Office:
    """A post with what the table of office-holders has of it around the day."""
    link = holders.resolve(told.person, on, told.country, told.office) if on is not None else None
    if link is None:
        return told
    instead = link.conflict.person if link.conflict is not None else None
    told = replace(told, wikidata=told.wikidata or link.wikidata, agrees=link.agrees, instead=instead)
    if not link.agrees:
        return told
    term = link.holding
    return replace(told, term_start=term.start, term_end=term.end, verified_until=term.verified_until)
