"""What tells the members of a family apart who share a name: words for relatives, honorifics, names side by side."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.grammar.clauses import head_among
from chancery.grammar.types import Token
from chancery.lexicon.chains import Sex
from chancery.lexicon.spelling import core_words
from chancery.mentions.scene import Scene

_BESIDE = ("appos", "flat", "compound", "nmod:desc")
_OWNING = ("nmod", "nmod:poss")


class Families:
    """What a report says of each name of a person, by its place in `Scene.names`."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._heads: dict[int, int] = {}
        """Names of people by the tokens that head them."""
        self._kin: set[int] = set()
        self._apart: set[tuple[int, int]] = set()
        self._sexes: dict[int, Sex] = {}
        for n, name in enumerate(scene.names):
            if name.kind == "PER":
                head = head_among(scene.tokens[name.first : name.last]) or scene.tokens[name.last - 1]
                self._heads[head.i] = n
        for i, n in self._heads.items():
            self._read(scene.tokens[i], n)

    def is_kin(self, number: int) -> bool:
        """Is somebody told as a relative here: "his brother Igor", "Igor, the son of"?"""
        return number in self._kin

    def sex(self, number: int) -> Sex | None:
        """The sex that the word right before the name tells: "Mrs Petrov", "Queen Anna"."""
        return self._sexes.get(number)

    def apart(self, number: int, others: Iterable[int]) -> bool:
        """Does the grammar make two of a name and one of some others: side by side, or one a relative of the other?"""
        return any((number, other) in self._apart or (other, number) in self._apart for other in others)

    def _read(self, head: Token, number: int) -> None:
        parsed, chains = self._scene.parsed, self._scene.chains
        first = self._scene.names[number].first
        if first:
            sex = chains.sex(self._scene.words[first - 1].lower().rstrip("."))
            if sex is not None:
                self._sexes[number] = sex
        for other in parsed.conjuncts(head)[1:]:
            self._tell_apart(number, self._heads.get(other.i))
        beside = [t for t in parsed.children(head, *_BESIDE) if t.upos == "NOUN"]
        above = parsed.head(head)
        if above is not None and head.deprel in _BESIDE and above.upos == "NOUN":
            beside.append(above)
        if first and self._scene.tokens[first - 1].upos == "NOUN":
            beside.append(self._scene.tokens[first - 1])
        for noun in beside:
            if noun.lemma.lower() in chains.kin:
                self._relative(noun, number)

    def _relative(self, noun: Token, number: int) -> None:
        """Notes somebody as the relative of whoever the noun says."""
        owners = self._scene.parsed.children(noun, *_OWNING)
        if not owners:
            return  # "Bush father and son"
        self._kin.add(number)
        for owner in owners:
            self._tell_apart(number, self._heads.get(owner.i))

    def _tell_apart(self, one: int, other: int | None) -> None:
        if other is not None and self._texts(one) != self._texts(other):
            self._apart.add((one, other))

    def _texts(self, number: int) -> tuple[str, ...]:
        name = self._scene.names[number]
        return core_words(self._scene.text(name.first, name.last))
