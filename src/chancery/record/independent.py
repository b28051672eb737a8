"""How many sources tell something, where reports are copies of each other.

Two reports are copies where more than half of the shorter one's five-word sequences stand in the longer one
(containment of shingles: Broder 1997, "On the resemblance and containment of documents") and they do not name
two different agencies. Copies of copies are one family; a family counts as one source. Cut wire copy is thus
found, a shared quotation is not enough.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from chancery.record.names import words

SHINGLE = 5
COPIED = 0.5
"""Share of the shorter text that has to stand in the longer one; reports of one event share far less."""

SAMPLED = 8
"""One shingle in so many, chosen by its hash, is kept in the sketch by which likely copies are looked up."""

SKETCH_SHARED = 0.25
"""Share of the smaller sketch that likely copies have in common: half of `COPIED`, as a sketch is a sample."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of a report."""

    id: str
    agency: str | None
    text: str


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[int]:
    """Hashes (64 bits) of the text's five-word sequences; a shorter text is one sequence."""
    found = words(text)
    runs = range(max(len(found) - SHINGLE + 1, 1))
    return frozenset(_hash(" ".join(found[i : i + SHINGLE])) for i in runs) if found else frozenset()


def sketch(text: str) -> tuple[int, ...]:
    """The sample of the text's shingles, sorted; all of them where the sample would be empty."""
    full = shingles(text)
    return tuple(sorted(h for h in full if h % SAMPLED == 0) or sorted(full))


def alike(one: Iterable[int], other: Iterable[int]) -> bool:
    """True where two sketches share enough for their texts to be worth comparing."""
    left, right = set(one), set(other)
    return len(left & right) >= SKETCH_SHARED * min(len(left), len(right)) and bool(left & right)


def copies(one: Text, other: Text) -> bool:
    """True where the two are copies: one text, or a part of it, from one agency as far as they tell."""
    if one.agency and other.agency and words(one.agency) != words(other.agency):
        return False
    left, right = shingles(one.text), shingles(other.text)
    return len(left & right) > COPIED * min(len(left), len(right))


def families(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each report's family: the smallest id among those that it is linked to by pairs of copies, itself
    included.
    """
    parent = {id: id for id in ids}

    def top(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for one, other in pairs:
        low, high = sorted((top(one), top(other)))
        parent[high] = low
    return {id: top(id) for id in parent}


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
