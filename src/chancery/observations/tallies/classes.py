"""The first of a class: "the first EU leader to visit Moscow" counts the visits of EU leaders."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.types import Token
from chancery.lexicon.numbers import english_numbers
from chancery.mentions.types import Marked

_BECOMING = frozenset({"become", "be", "remain"})
_ENTRIES = frozenset({"enter", "reach"})


def infinitives(marked: Marked, noun: Token) -> Iterator[Token]:
    """The verbs of "the first leader to visit", also where the tree hangs them on "became"."""
    parsed = marked.parsed
    above = parsed.head(noun)
    clauses = list(parsed.children(noun, "acl"))
    if above is not None and above.lemma.lower() in _BECOMING and noun.rel in ("xcomp", "obj", "nsubj"):
        clauses += [c for c in parsed.children(above, "advcl", "xcomp") if c.i > noun.i]
    for clause in clauses:
        if clause.upos == "VERB" and any(m.lower == "to" for m in parsed.children(clause, "mark")):
            yield clause


def entered(marked: Marked, verb: Token) -> Token | None:
    """What is entered: "enter North Korea", "set foot in the South"; None for other verbs."""
    parsed = marked.parsed
    thing = parsed.child(verb, "obj")
    if verb.lemma.lower() in _ENTRIES:
        return thing
    if verb.lemma.lower() == "set" and thing is not None and thing.lower == "foot":
        return next((t for t in parsed.children(verb, "obl") if t.i > thing.i), None)
    return None


def class_name(marked: Marked, noun: Token) -> str:
    """The class in the plural, without the ordinal: "EU leaders", "leaders of the North"."""
    parsed = marked.parsed
    before = parsed.children(noun, "compound", "amod", "flat")
    words = [t.text for t in before if t.i < noun.i and english_numbers().ordinal(t.lower) is None]
    return " ".join([*words, _plural(noun.text), *_of_whom(marked, noun)])


def _of_whom(marked: Marked, noun: Token) -> list[str]:
    parsed = marked.parsed
    if noun.i + 1 >= parsed.sentence(noun).last or parsed.tokens[noun.i + 1].lower != "of":
        return []
    below = next((c for c in parsed.children(noun, "nmod") if c.i > noun.i), None)
    if below is None:
        return []
    return [t.text for t in parsed.tokens[noun.i + 1 : below.i + 1]]


def _plural(word: str) -> str:
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
