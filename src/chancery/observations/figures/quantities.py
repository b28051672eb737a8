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
_KINDLESS = frozenset({"systems", "kits", "batteries"})
"""Units that say less than the word before them: "howitzer systems"."""
_YEARS = range(1900, 2101)
_BEFORE_YEAR = frozenset({"in", "since", "of", "from", "until", "by", "during", "after", "before", "the"})


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
    if value != int(value) or texts[i - 1 : i] == ["/"] or _is_year(texts, i, value):
        return None
    counted = _counted(parsed.tokens_of(sentence), end, words)
    if counted is None:
        return None
    noun, what = counted
    return Quantity(base + i, noun.i + 1, value, what, bound, noun)


def _is_year(texts: list[str], i: int, value: float) -> bool:
    """As in "in 2013 diplomats said": a number that a preposition makes a year."""
    return texts[i].isdigit() and int(value) in _YEARS and texts[i - 1 : i] != [] and texts[i - 1] in _BEFORE_YEAR


def _counted(tokens: tuple[Token, ...], start: int, words: FigureWords) -> tuple[Token, str] | None:
    """The noun that a number before `start` counts, over adjectives and names between, and its unit."""
    for place in range(start, min(start + _REACH, len(tokens))):
        token = tokens[place]
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.lower == "times":  # "three times more diplomats"
            return None
        unit = _unit_of(token, words)
        if unit is not None and (after is None or _unit_of(after, words) is None):
            made_of = words.goods.get(tokens[place - 1].lower) if unit in _KINDLESS and place > start else None
            return token, made_of or unit
        if place > start and tokens[place - 1].lower == "ethnic" and token.lower.endswith("s"):
            return token, "people"
        if token.upos not in ("ADJ", "NOUN", "PROPN") and token.lower not in _BETWEEN and not _modifies(token):
            return None
    return None


def _unit_of(token: Token, words: FigureWords) -> str | None:
    if token.upos not in ("NOUN", "PROPN"):
        return None
    return "people" if token.lower in words.people else words.goods.get(token.lower)


def _modifies(token: Token) -> bool:
    """As in "180 self-propelled systems", "20 captured soldiers": a participle before its noun."""
    return token.upos == "VERB" and token.rel == "amod"


def _outward(parsed: Parsed, first: int, last: int) -> Token:
    """The token of a span that hangs on something outside it."""
    inside = parsed.tokens[first:last]
    outward = [t for t in inside if t.is_root or not first <= t.head < last]
    return outward[-1] if outward else inside[-1]
