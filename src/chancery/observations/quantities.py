"""Numbers with what they count: "$34 million", "two dozen diplomats", "a 25 percent tariff", read off
the surface.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.grammar.types import Parsed, Sentence, Token
from chancery.lexicon.figures import FigureWords
from chancery.lexicon.numbers import Numbers
from chancery.observations.types import Bound

_REACH = 6
"""Words between a number and the people that it counts, at most: "60 of its U.S. embassy staff"."""
_BETWEEN = frozenset({"-", "of", "its", "their", "the", "or", "and", "’s", "'s"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value, its unit and bound; `head` is the token that ties it to the sentence (the noun where
    people).
    """

    first: int
    last: int
    value: float
    unit: str
    bound: Bound
    head: Token


def quantities(parsed: Parsed, sentence: Sentence, words: FigureWords, numbers: Numbers) -> Iterator[Quantity]:
    """The quantities of one sentence, in text order; a sum told again in brackets in other money is
    left out.
    """
    texts = [t.lower for t in parsed.tokens_of(sentence)]
    i = 0
    bracketed = money = False
    while i < len(texts):
        bracketed = texts[i] == "(" or (bracketed and texts[i] != ")")
        found = _at(parsed, sentence, texts, i, words, numbers)
        if found is None:
            i += 1
            continue
        is_money = len(found.unit) == 3 and found.unit.isupper()
        if not (bracketed and is_money and money):
            yield found
        money = is_money
        i = found.last - sentence.first


def _at(
    parsed: Parsed, sentence: Sentence, texts: list[str], i: int, words: FigureWords, numbers: Numbers
) -> Quantity | None:
    symbol = words.units.get(texts[i]) if not texts[i].isalpha() else None
    start = i + 1 if symbol is not None else i
    number = numbers.phrase(texts[start : start + 5])
    if number is None:
        return None
    value, taken = number
    end = start + taken
    bound: Bound = words.bound_before(texts[max(0, i - 4) : i]) or "exact"
    base = sentence.first
    if symbol is not None:
        return Quantity(base + i, base + end, value, symbol[0], bound, _outward(parsed, base + i, base + end))
    scaled = taken > 1 or texts[start][-1:].isalpha()
    unit = words.unit_at(texts[end : end + 4], scaled=scaled)
    if unit is not None:
        last = base + end + unit[1]
        return Quantity(base + i, last, value, unit[0], bound, _outward(parsed, base + i, last))
    noun = _people(parsed.tokens_of(sentence), end, words)
    if noun is None or value != int(value):
        return None
    return Quantity(base + i, noun.i + 1, value, "people", bound, noun)


def _people(tokens: tuple[Token, ...], start: int, words: FigureWords) -> Token | None:
    """The noun of people that a number before `start` counts, over adjectives and names between."""
    for place in range(start, min(start + _REACH, len(tokens))):
        token = tokens[place]
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        runs_on = after is not None and after.upos in ("NOUN", "PROPN") and after.lower in words.people
        if token.lower in words.people and token.upos in ("NOUN", "PROPN") and not runs_on:
            return token
        if place > start and tokens[place - 1].lower == "ethnic" and token.lower.endswith("s"):
            return token
        if token.upos not in ("ADJ", "NOUN", "PROPN") and token.lower not in _BETWEEN:
            return None
    return None


def _outward(parsed: Parsed, first: int, last: int) -> Token:
    """The token of a span that hangs on something outside it."""
    inside = parsed.tokens[first:last]
    outward = [t for t in inside if t.is_root or not first <= t.head < last]
    return outward[-1] if outward else inside[-1]
