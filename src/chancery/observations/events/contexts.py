"""What an event has to do with beside its type: PLOVER's contexts, by the words around it."""

from __future__ import annotations

from chancery.grammar.types import Sentence, Token
from chancery.observations.events.slots import Scene

_REACH = 12
"""Words to either side of an event's word that may give it a context; beyond it is mostly another matter."""

_BY_TYPE = {"CONSULT": "diplomatic"}
_BY_MODE = {
    "aerial": "military",
    "heavy-weapons": "military",
    "drone": "military",
    "troops": "military",
    "weapons": "military",
    "ceasefire": "military",
    "suicide-attack": "terrorism",
    "unconventional": "cbrn",
    "cyber": "cyber",
    "misinformation": "misinformation",
    "convict": "legal",
    "resign": "executive",
}
"""Modes that are of a context by what they mean, whatever the words."""

_LONGEST = 4
"""Words in the longest phrase of the table ("weapon of mass destruction")."""

_TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")


def contexts_at(scene: Scene, token: Token, kind: tuple[str, str | None]) -> tuple[str, ...]:
    """The contexts of an act, in the table's order.

    Args:
        kind: its type and mode.
    """
    sentence = scene.parsed.sentence(token)
    first, last = max(sentence.first, token.i - _REACH), min(sentence.last, token.i + _REACH + 1)
    return _contexts(scene, scene.parsed.tokens[first:last], kind)


def contexts_in(scene: Scene, sentence: Sentence, kind: tuple[str, str | None]) -> tuple[str, ...]:
    """The contexts of what a whole sentence tells."""
    return _contexts(scene, scene.parsed.tokens_of(sentence), kind)


def _contexts(scene: Scene, tokens: tuple[Token, ...], kind: tuple[str, str | None]) -> tuple[str, ...]:
    """Single words count where they tell something and are no part of a person's name ("Bill", "Miner")."""
    lemmas = [scene.lemma(token) for token in tokens]
    near = {w for w, t in zip(lemmas, tokens, strict=True) if t.upos in _TELLING and t.name != "PER"}
    for size in range(2, _LONGEST + 1):
        near.update("+".join(lemmas[i : i + size]) for i in range(len(lemmas) - size + 1))
    given = {_BY_TYPE.get(kind[0]), _BY_MODE.get(kind[1] or "")}
    return tuple(name for name, words in scene.rules.contexts if name in given or not words.isdisjoint(near))
