"""Ordinals and counts that a report claims of an act: "their fourth meeting", "met twice", "three calls"."""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.numbers import Numbers, english_numbers

_REACH = 6
"""Words before a noun among which its ordinal is looked for."""
_STRETCHES = frozenset({"round", "session", "series"})


def ordinal_of(parsed: Parsed, token: Token, numbers: Numbers | None = None) -> int | None:
    """The ordinal claimed of an act, asked at its noun or verb, or None.

    "their fourth meeting" and "a fourth round of talks" (asked at either noun) give 4, "met for the second
    time" and "it was the second time they met" 2, "first met in 2018" 1.
    """
    known = numbers or english_numbers()
    if token.upos in ("NOUN", "PROPN"):
        found = _before_noun(parsed, token, known)
        above = parsed.head(token)
        if found is None and above is not None and token.rel == "nmod" and preposition(parsed, token) == "of":
            found = _before_noun(parsed, above, known) if above.lemma.lower() in _STRETCHES else None
        return found
    return _of_verb(parsed, token, known)


def times_of(parsed: Parsed, verb: Token, numbers: Numbers | None = None) -> int | None:
    """How many times an act is told to have been done: 3 for "met three times", 2 for "visited twice", or None."""
    known = numbers or english_numbers()
    for child in parsed.children(verb, "advmod", "obl", "obj", "dep", "nmod"):
        if child.lower in known.times:
            return known.times[child.lower]
        if child.lower == "times":
            return count_before(parsed, child, known)
    return None


def count_before(parsed: Parsed, noun: Token, numbers: Numbers | None = None) -> int | None:
    """The whole number that counts a noun ("four meetings", "two dozen visits"), or None."""
    known = numbers or english_numbers()
    for child in parsed.children(noun, "nummod"):
        if child.i < noun.i:
            start = child.i
            while start > 0 and parsed.tokens[start - 1].head == child.i:
                start -= 1
            words = [t.lower for t in parsed.tokens[start : noun.i]]
            found = known.phrase(words) or known.phrase([child.lower])
            if found is not None and found[0] == int(found[0]) and found[0] > 0:
                return int(found[0])
    return None


def _before_noun(parsed: Parsed, noun: Token, known: Numbers) -> int | None:
    for child in parsed.children(noun, "amod", "nummod", "advmod", "compound"):
        if child.i > noun.i:
            continue
        found = known.ordinal(child.lower)
        if found is not None and child.upos != "ADV":
            return _joined(parsed, child, found, known)
    return _over_compound(parsed, noun, known)


def _over_compound(parsed: Parsed, noun: Token, known: Numbers) -> int | None:
    """An ordinal that the tree hangs on a compound before the noun: "the seventh high-level dialogue".

    Right before its own head it counts that one: "second-round talks" are no second talks.
    """
    for token in reversed(parsed.tokens[max(parsed.sentence(noun).first, noun.i - _REACH) : noun.i]):
        if token.upos not in ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT") or token.text in (",", "“", '"'):
            return None
        value = known.ordinal(token.lower)
        if value is None or token.upos == "PUNCT":
            continue
        between = [t for t in parsed.tokens[token.i + 1 : token.head] if t.upos != "PUNCT"]
        return _joined(parsed, token, value, known) if token.i < token.head < noun.i and between else None
    return None


def _joined(parsed: Parsed, ordinal: Token, value: int, known: Numbers) -> int:
    """The whole of "twenty - first", whose words stand apart."""
    i = ordinal.i
    if i < 2 or parsed.tokens[i - 1].text not in ("-", "‐", "‑"):
        return value
    tens = known.cardinals.get(parsed.tokens[i - 2].lower)
    return tens + value if tens is not None and tens % 10 == 0 and tens >= 20 and value < 10 else value


def _of_verb(parsed: Parsed, verb: Token, known: Numbers) -> int | None:
    for child in parsed.children(verb, "obl", "nmod", "advmod", "obj"):
        if child.lower == "time":
            found = _before_noun(parsed, child, known)
            if found is not None:
                return found
        if child.lower == "first" and child.i == verb.i - 1:
            return 1
    above = parsed.head(verb)
    if verb.rel == "acl" and above is not None and above.lower == "time":
        return _before_noun(parsed, above, known)
    return None
