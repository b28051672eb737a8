"""Other names in the same sentences: what a small name corpus lacks most is names.

A name of a training sentence is replaced by one of the same kind from the project's own tables (holders of office,
places, organisations), with its tree, as in the mention replacement of Dai and Adel (2020,
https://arxiv.org/abs/2010.11683).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from chancery.grammar.words import sentences
from chancery.lexicon.tables import forms
from training.corpora import Words, cells

LONGEST = 6
"""Words of a name at most."""


class Swaps:
    """Names by kind, from the tables in `folder` (the lexicon's data)."""

    def __init__(self, folder: Path) -> None:
        persons = [name for table in ("holders.tsv", "diplomats.tsv") for (name,) in cells(folder / table, "person")]
        places = [name for (name,) in cells(folder / "places.tsv", "name")]
        countries, bodies = (
            [form for name, others in cells(folder / table, "name", "aliases") for form in (name, *forms(others))]
            for table in ("countries.tsv", "organisations.tsv")
        )
        self._names = {
            "PER": _split(persons),
            "LOC": [*_split(places), *_split(countries) * 4],
            "ORG": _split(bodies),
        }
        self._like = {kind: _by_pattern(names) for kind, names in self._names.items()}

    def swapped(self, words: Words, rng: random.Random) -> Words:
        """The sentence with each of its names replaced with even odds, where the tree lets it be."""
        if not words.names:
            return words
        for start, end, kind in reversed(_spans(words.names)):
            if rng.random() < 0.5:
                words = self._replaced(words, start, end, kind, rng)
        return words

    def _replaced(self, words: Words, start: int, end: int, kind: str, rng: random.Random) -> Words:
        if not words.heads:
            return _rebuilt(words, start, end, rng.choice(self._names[kind]), kind)
        top = _top(words, start, end)
        if top is None or any("Plur" in f for f in words.feats[start:end]):
            return words
        flat = top == start and all(r in ("flat", "punct") for r in words.deprels[start + 1 : end])
        if kind == "PER" and flat:
            return _rebuilt(words, start, end, rng.choice(self._names[kind]), kind)
        alike = self._like[kind].get(_pattern(words.forms[start:end]))
        if not alike or any(u != "PROPN" for u, f in _pairs(words, start, end) if f[:1].isupper()):
            return words
        new = rng.choice(alike)
        lemmas = [old if f.islower() else f for old, f in zip(words.lemmas[start:end], new, strict=True)]
        return Words(
            [*words.forms[:start], *new, *words.forms[end:]], words.upos, words.feats,
            [*words.lemmas[:start], *lemmas, *words.lemmas[end:]], words.heads, words.deprels, words.names,
        )  # fmt: skip


def _split(names: list[str]) -> list[list[str]]:
    """The words of each name, in the reader's own manner; a name that it breaks into sentences is left out."""
    found = []
    for name in dict.fromkeys(names):
        parts = sentences(name)
        if len(parts) == 1 and len(parts[0]) <= LONGEST and all(c not in name for c in '"()'):
            found.append([w.text for w in parts[0]])
    return found


def _pattern(words: list[str]) -> tuple[str, ...]:
    """Capitalised words as blanks, the others as they stand: names of one pattern have one tree."""
    return tuple("" if w[:1].isupper() else w for w in words)


def _by_pattern(names: list[list[str]]) -> dict[tuple[str, ...], list[list[str]]]:
    found: dict[tuple[str, ...], list[list[str]]] = {}
    for name in names:
        found.setdefault(_pattern(name), []).append(name)
    return found


def _pairs(words: Words, start: int, end: int) -> Iterator[tuple[str, str]]:
    return zip(words.upos[start:end], words.forms[start:end], strict=True)


def _spans(tags: list[str]) -> list[tuple[int, int, str]]:
    found, begin = [], None
    for i, tag in enumerate([*tags, "O"]):
        if begin is not None and not tag.startswith("I-"):
            found.append((begin, i, tags[begin][2:]))
            begin = None
        if tag.startswith("B-"):
            begin = i
    return found


def _top(words: Words, start: int, end: int) -> int | None:
    """The one word of the span whose head lies outside, if no word outside hangs on another of the span."""
    tops = [i for i in range(start, end) if not start < words.heads[i] <= end]
    if len(tops) != 1:
        return None
    outside = (h for i, h in enumerate(words.heads) if not start <= i < end)
    return None if any(start < h <= end and h != tops[0] + 1 for h in outside) else tops[0]


def _rebuilt(words: Words, start: int, end: int, new: list[str], kind: str) -> Words:
    """The sentence with a flat name of any length in the span's place."""
    shift = len(new) - (end - start)

    def put(column: list[str], part: list[str]) -> list[str]:
        return [*column[:start], *part, *column[end:]] if column else column

    def moved(head: int) -> int:
        return start + 1 if start < head <= end else head + shift if head > end else head

    punct = [not any(c.isalnum() for c in form) for form in new]
    heads: list[int] = []
    rels: list[str] = []
    if words.heads:
        inner = [_mark_head(new, k, start) if p else start + 1 for k, p in enumerate(punct)]
        heads = [moved(h) for h in words.heads[:start]]
        heads += [moved(words.heads[start]), *inner[1:], *(moved(h) for h in words.heads[end:])]
        rels = put(words.deprels, [words.deprels[start], *("punct" if p else "flat" for p in punct[1:])])
    return Words(
        put(words.forms, new),
        put(words.upos, ["PUNCT" if p else "PROPN" for p in punct]),
        put(words.feats, ["_" if p else "Number=Sing" for p in punct]),
        put(words.lemmas, new),
        heads,
        rels,
        put(words.names, [f"B-{kind}", *[f"I-{kind}"] * (len(new) - 1)]),
    )


def _mark_head(new: list[str], k: int, start: int) -> int:
    """A hyphen hangs on the word after it, as in EWT; at the end of the name, on its first word."""
    return start + k + 2 if k + 1 < len(new) else start + 1
