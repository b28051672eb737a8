"""Words by which a report speaks again of whom it has named: `data/chains.tsv`, and sexes by `data/given_names.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, cast

from chancery.errors import DataError
from chancery.lexicon.spelling import plain
from chancery.lexicon.tables import numbered_rows, pairs

Sex = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class ChainWords:
    """Lower-case nouns, in the singular, by what they tell; `kingdoms` are alpha-3 codes.

    Attributes:
        women, men: titles, honorifics and nouns that tell of a woman, or of a man.
        people: nouns for people of either sex.
        kin: nouns for somebody's relatives: with a name, they tell of another one of the family.
        pair: nouns that stand for two sides together: "the two leaders", "both sides".
        pair_people: those of them that stand for people, the others standing for states and bodies.
        pair_definite: those that do so after "the" alone, in the plural.
        travellers: nouns for a group that a state sends.
        states: nouns for a state: "the country".
        helped: participles behind a state and a hyphen that say who helps a body, not whose it is.
        bodies: nouns for a body of any sector: "the group", "the agency".
        voices: nouns for those who speak for somebody: "his office", "her lawyer".
        mutual: verbs that tell of subject and object together: "A met B".
        kingdoms: states that "the kingdom" may be.
        retold: the kind of what is told, by the noun or verb for it ("retold.tsv").
        given: the sex that a given name tells, by the name in lower case without accents.
    """

    women: frozenset[str]
    men: frozenset[str]
    people: frozenset[str]
    kin: frozenset[str]
    pair: frozenset[str]
    pair_people: frozenset[str]
    pair_definite: frozenset[str]
    travellers: frozenset[str]
    states: frozenset[str]
    helped: frozenset[str]
    bodies: frozenset[str]
    voices: frozenset[str]
    mutual: frozenset[str]
    kingdoms: frozenset[str]
    retold: Mapping[str, str]
    given: Mapping[str, Sex]

    def sex(self, noun: str) -> Sex | None:
        """The sex that a noun or title in lower case tells."""
        return "f" if noun in self.women else "m" if noun in self.men else None

    def sex_of_name(self, name: str) -> Sex | None:
        """The sex that the first word of a person's name tells, where it tells one.

        A man's given name that stands alone tells none: as many are family names.
        """
        first, _, rest = name.partition(" ")
        found = self.given.get(plain(first).lower())
        return found if rest or found == "f" else None

    def is_person(self, noun: str) -> bool:
        """Does a noun stand for somebody?"""
        return noun in self.people or noun in self.women or noun in self.men


def load_chain_words(folder: Path) -> ChainWords:
    """Reads `chains.tsv`, `retold.tsv` and `given_names.tsv`.

    Raises:
        DataError: where a file is missing, the lists are not those of `ChainWords`, each once, or a sex is no sex.
    """
    path = folder / "chains.tsv"
    lists = [(name, frozenset(words.split())) for name, words in pairs(path)]
    wanted = sorted({field.name for field in fields(ChainWords)} - {"given", "retold"})
    if sorted(name for name, _ in lists) != wanted:
        raise DataError(f"{path}: the lists should be {' '.join(wanted)}, each once")
    retold = {word: kind for kind, words in pairs(folder / "retold.tsv") for word in words.split()}
    return ChainWords(**dict(lists), retold=retold, given=_given(folder / "given_names.tsv"))


def _given(path: Path) -> dict[str, Sex]:
    found: dict[str, Sex] = {}
    for where, (name, sex) in numbered_rows(path, "name sex"):
        if sex not in ("m", "f"):
            raise DataError(f"{where}: the sex of {name} should be m or f, not {sex!r}")
        found[plain(name).lower()] = cast(Sex, sex)
    return found
