"""When two reports name one holder of one post.

An entry says that a person holds a post of a country or body; `first_told` and `last_told` span the reports
that say so: an attested interval, which is as long as the record can vouch for it. Beside it stand the term that
the table of office-holders has and up to when that is known to hold, which no report is needed for and none changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from chancery.lexicon.posts import posts_of
from chancery.observations.types import Office
from chancery.record.blending import told
from chancery.record.joining import Rule
from chancery.record.names import compare, fullest, words
from chancery.record.types import Judged, Witness

_NOT_NOW = frozenset({"former", "ex", "late", "designate", "elect", "incoming", "acting", "interim"})
_OF_THE_TABLE = ("wikidata", "term_start", "term_end", "verified_until", "agrees", "instead")
"""Fields that hold what the table of office-holders has beside what the reports tell."""


@lru_cache(maxsize=65536)
def keys(witness: Witness) -> tuple[str, ...]:
    """The posts that the office's words name, and whose they are: "premier" and "Prime Minister" are one.

    What somebody was or is to be is another post than what somebody is.
    """
    office = _office(witness)
    body = " ".join(sorted(words(office.body)))
    apart = " ".join(sorted(_NOT_NOW & set(words(office.office))))
    return tuple(f"offices|{office.country}|{body}|{apart}|{post}" for post in sorted(posts_of(office.office)))


def vagueness(witness: Witness) -> tuple[float, ...]:
    return (-float(len(words(_office(witness).person))),)


def judge(one: Witness, other: Witness) -> Judged:
    """Compares two holders of one post."""
    if not set(keys(one)) & set(keys(other)):
        return Judged("different", 0.0, "another post")
    likeness = compare(_office(one).person, _office(other).person)
    if likeness == "no":
        return Judged("different", 0.0, "another person")
    if likeness == "same":
        return Judged("same", 10.0, "the same person and post")
    return Judged("same", 7.0, "the same post, the name in short form")


def blend(members: tuple[Witness, ...]) -> tuple[str, Mapping[str, Any]]:
    """The entry's status and fields."""
    offices = [_office(w) for w in members]
    return "reported", {
        "person": fullest([o.person for o in offices]),
        "office": told(offices, "office"),
        "country": offices[0].country,
        "body": told(offices, "body"),
        **{name: told(offices, name) for name in _OF_THE_TABLE},
        "span": list(offices[0].span),
    }


def _office(witness: Witness) -> Office:
    assert isinstance(witness.detail, Office)
    return witness.detail


RULE = Rule("same_office/2", keys, vagueness, judge, blend)
