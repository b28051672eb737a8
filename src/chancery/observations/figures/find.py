"""Quantities about the relation between parties (`find_figures`): trade, aid, tariffs, troops, people
expelled.

A number becomes a figure by what it hangs on: people by the act that moves, posts or holds them, sums and
goods by the noun of what passes between parties ("trade", "aid") or by the verb that passes them on
("pledged"). Casualties, distances, polls and ages are none, and a quantity whose parties can't be told is
none either.
"""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.types import Sentence, Token
from chancery.lexicon.figures import FigureWords, english_figures
from chancery.lexicon.load import Lexicon
from chancery.lexicon.numbers import Numbers
from chancery.mentions.times.find import time_of
from chancery.mentions.types import Marked, When
from chancery.observations.figures.matter import Matter, matter_of
from chancery.observations.figures.parties import between
from chancery.observations.figures.quantities import Quantity, quantities
from chancery.observations.types import Figure

_AT = frozenset({"in", "for", "during", "on", "at"})
_DECIDING = frozenset("announce agree decide pledge promise vow sign approve order clear notify confirm".split())
_MODALS = frozenset("will would shall should 'll ’ll 'd ’d to".split())
_MAX_CLIMB = 4


def find_figures(marked: Marked, lexicon: Lexicon) -> list[Figure]:
    """Every quantity that the report tells about the relation between parties, in text order, each once."""
    words = english_figures()
    found: list[Figure] = []
    told: set[tuple[str, float, str, frozenset[str]]] = set()
    for quantity in _all(marked, words, lexicon.numbers):
        matter = matter_of(marked, quantity, words)
        figure = _figure(marked, quantity, matter, words, found) if matter is not None else None
        if figure is None:
            continue
        key = (figure.unit, figure.value, figure.what, frozenset(figure.between))
        if key not in told or _same_number(quantity):
            told.add(key)
            found.append(figure)
    return found


def _all(marked: Marked, words: FigureWords, numbers: Numbers) -> Iterator[Quantity]:
    """The quantities of the article; "the same number of diplomats" has the number told last of them."""
    last: dict[str, Quantity] = {}
    for sentence in marked.parsed.sentences:
        found = list(quantities(marked.parsed, sentence, words, numbers))
        for quantity in sorted([*found, *_again(marked, sentence, last)], key=lambda q: q.first):
            last[quantity.head.lemma.lower()] = quantity
            yield quantity


def _again(marked: Marked, sentence: Sentence, last: dict[str, Quantity]) -> Iterator[Quantity]:
    """As in "expelled the same number of Russian diplomats"."""
    for token in marked.parsed.tokens_of(sentence):
        before = last.get(token.lemma.lower())
        number = marked.parsed.head(token)
        if before is None or before.unit != "people" or number is None or number.lower != "number":
            continue
        if any(c.lower == "same" for c in marked.parsed.children(number, "amod")):
            yield Quantity(number.i - 1, token.i + 1, before.value, before.unit, before.bound, number)


def _same_number(quantity: Quantity) -> bool:
    return quantity.head.lower == "number"


def _figure(
    marked: Marked, quantity: Quantity, matter: Matter, words: FigureWords, before: list[Figure]
) -> Figure | None:
    sides = matter.sides or between(marked, quantity, matter.holder, matter.needs, words)
    sides = sides or _of_the_same(marked, matter, before)
    if len(sides) < (2 if matter.needs == "two" else 1):
        return None
    sentence = marked.parsed.sentence(quantity.head)
    return Figure(
        what=matter.what,
        value=quantity.value,
        unit=quantity.unit,
        bound=quantity.bound,
        evidence=marked.parsed.text_of(sentence),
        span=(sentence.start, sentence.end),
        rule="people moved" if quantity.unit == "people" else "sum of a relation",
        between=sides,
        period=_period(marked, quantity, matter),
    )


def _of_the_same(marked: Marked, matter: Matter, before: list[Figure]) -> tuple[str, ...]:
    """The sides of the figure told before, for "the deal", "the latest package": it is known already whose."""
    known = any(c.lower in ("the", "this") for c in marked.parsed.children(matter.holder, "det"))
    earlier = next((f for f in reversed(before) if f.rule == "sum of a relation"), None)
    return earlier.between if known and matter.needs == "sum" and earlier is not None else ()


def _period(marked: Marked, quantity: Quantity, matter: Matter) -> str | None:
    """The day, month or year that the words give the quantity, or None; a stretch of days is none of
    them.
    """
    when = _right_behind(marked, quantity) or time_of(marked, matter.holder)
    if when is None and quantity.unit != "people":
        when = _predicate_time(marked, quantity)
    when = when or _of_decision(marked, matter.holder)
    return when.start if when is not None and when.end is None else None


def _right_behind(marked: Marked, quantity: Quantity) -> When | None:
    """The time that follows the quantity at once: "$2 billion in 2018 from $3 billion in 2017"."""
    tokens = marked.parsed.tokens
    for token in tokens[quantity.last : quantity.last + 2]:
        gap = tokens[quantity.last : token.i]
        begun = next((w for w in marked.times_at(token) if w.first == token.i), None)
        if begun is not None and all(t.lower in _AT for t in gap):
            return None if begun.since or begun.until else begun
    return None


def _predicate_time(marked: Marked, quantity: Quantity) -> When | None:
    """The time of the predicate that a sum belongs to: "trade was $34 million last year"."""
    for node in (quantity.head, *marked.parsed.ancestors(quantity.head)):
        if node.upos == "VERB" or marked.parsed.child(node, "cop") is not None or node.is_root:
            return time_of(marked, node)
    return None


def _of_decision(marked: Marked, holder: Token) -> When | None:
    """The time of the decision: "signed off on Thursday on selling", "announced last year that it would sell"."""
    parsed, node = marked.parsed, holder
    for _ in range(_MAX_CLIMB):
        above = parsed.head(node)
        if above is None:
            return None
        ahead = any(c.lower in _MODALS for c in parsed.children(node, "aux", "mark"))
        gerund = node.rel in ("advcl", "acl") and node.lower.endswith("ing")
        decided = above.upos == "VERB" and above.lemma.lower() in _DECIDING
        if decided and (ahead or gerund or node.upos == "NOUN") and (when := time_of(marked, above)) is not None:
            return when
        node = above
    return None
