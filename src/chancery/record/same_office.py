"""When two reports name one holder of one post.

An entry says that a person holds a post of a country or body; `first_told` and `last_told` span the reports
that say so, which is as long as the record can vouch for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from chancery.observations.types import Office
from chancery.record.blending import told
from chancery.record.joining import Rule
from chancery.record.names import compare, fullest, words
from chancery.record.types import Judged, Witness


@lru_cache(maxsize=65536)
def keys(witness: Witness) -> tuple[str, ...]:
    """The post: its words in any order, and whose it is."""
    office = _office(witness)
    body = " ".join(sorted(words(office.body)))
    return (f"offices|{office.country}|{body}|{' '.join(sorted(words(office.office)))}",)


def vagueness(witness: Witness) -> tuple[float, ...]:
    return (-float(len(words(_office(witness).person))),)


def judge(one: Witness, other: Witness) -> Judged:
    """Compares two holders of one post."""
    if keys(one) != keys(other):
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
        "span": list(offices[0].span),
    }


def _office(witness: Witness) -> Office:
    assert isinstance(witness.detail, Office)
    return witness.detail


RULE = Rule("same_office/1", keys, vagueness, judge, blend)
