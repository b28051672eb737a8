"""Words that tell whether a seat of power acts or is a place: `data/acting.tsv`, whose header explains each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.numbers import DATA
from chancery.lexicon.tables import pairs

_ADDRESSED = "addressed:"


@dataclass(frozen=True, slots=True)
class ActingWords:
    """Lemmas by kind, in lower case; `addressed` has the verbs of each preposition ("on": "call", "rely")."""

    across: frozenset[str]
    inside: frozenset[str]
    going: frozenset[str]
    motion: frozenset[str]
    path: frozenset[str]
    city: frozenset[str]
    predicate: frozenset[str]
    lying: frozenset[str]
    relation: frozenset[str]
    given: frozenset[str]
    giving: frozenset[str]
    siding: frozenset[str]
    towards: frozenset[str]
    addressed: Mapping[str, frozenset[str]]


def load_acting(folder: Path = DATA) -> ActingWords:
    """Reads `acting.tsv`.

    Raises:
        DataError: where a kind is unknown or missing; it names the file.
    """
    plain = {f.name: set[str]() for f in fields(ActingWords) if f.name != "addressed"}
    addressed: dict[str, frozenset[str]] = {}
    for kind, words in pairs(folder / "acting.tsv"):
        if kind.startswith(_ADDRESSED):
            addressed[kind.removeprefix(_ADDRESSED)] = frozenset(words.split())
        elif kind in plain:
            plain[kind].update(words.split())
        else:
            raise DataError(f"{folder / 'acting.tsv'}: {kind} is no kind of word")
    empty = next((kind for kind, words in plain.items() if not words), None)
    if empty is not None:
        raise DataError(f"{folder / 'acting.tsv'}: no words of the kind {empty}")
    return ActingWords(**{kind: frozenset(words) for kind, words in plain.items()}, addressed=addressed)


@cache
def english_acting() -> ActingWords:
    """The words that the package ships."""
    return load_acting()
