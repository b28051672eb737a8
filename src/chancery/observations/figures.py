"""Quantities about the relation between parties (`find_figures`): trade, aid, tariffs, troops, people
expelled.

A number becomes a figure by what it hangs on: people by the act that moves, posts or holds them, sums and
goods by the noun of what passes between parties ("trade", "aid") or by the verb that passes them on
("pledged"). Casualties, distances, polls and ages are none, and a quantity whose parties can't be told is
none either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chancery.grammar.clauses import agent, negated, oblique, preposition
from chancery.grammar.types import Token
from chancery.lexicon.figures import FigureWords, english_figures
from chancery.lexicon.load import Lexicon
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, When
from chancery.mentions.who import parties
from chancery.observations.quantities import Quantity, quantities
from chancery.observations.types import Figure

_TOLLS = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})
_HAVING = frozenset({"have", "keep", "maintain", "host", "retain"})
_COMING = frozenset(
    {"reside", "live", "work", "study", "serve", "cross", "flee", "arrive", "return", "withdraw", "remain", "stay"}
)
_AGAINST = frozenset({"against", "from", "despite", "without"})
_AT = frozenset({"in", "for", "during", "on", "at"})
_MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a quantity is about: its name, the verb or noun that it hangs on, and which parties it needs.

    "two" of them, "one" who is given it, or "any".
    """

    what: str
    holder: Token
    needs: str


def find_figures(marked: Marked, lexicon: Lexicon) -> list[Figure]:
    """Every quantity that the report tells about the relation between parties, in text order, each once."""
    words = english_figures()
    found: list[Figure] = []
    told: set[tuple[str, float, str, frozenset[str]]] = set()
    for sentence in marked.parsed.sentences:
        for quantity in quantities(marked.parsed, sentence, words, lexicon.numbers):
            matter = _matter(marked, quantity, words)
            figure = _figure(marked, quantity, matter) if matter is not None else None
            if figure is None:
                continue
            key = (figure.unit, figure.value, figure.what, frozenset(figure.between))
            if key not in told:
                told.add(key)
                found.append(figure)
    return found


def _figure(marked: Marked, quantity: Quantity, matter: _Matter) -> Figure | None:
    between = _between(marked, quantity, matter)
    if len(between) < (2 if matter.needs == "two" else 1):
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
        between=between,
        period=_period(marked, quantity, matter),
    )


def _matter(marked: Marked, quantity: Quantity, words: FigureWords) -> _Matter | None:
    if quantity.unit == "people":
        return _people(marked, quantity.head, words)
    if quantity.unit == "percent":
        share = _share_of_people(marked, quantity, words)
        if share is not None:
            return share
    found = _sum(marked, quantity, words)
    if found is not None and quantity.unit == "percent" and not _TOLLS & set(found.what.lower().split()):
        return None
    return found


def _people(marked: Marked, noun: Token, words: FigureWords) -> _Matter | None:
    parsed = marked.parsed
    around = [*parsed.children(noun, "acl"), *list(parsed.ancestors(noun))[:1]]
    if any(t.lemma.lower() in words.harm or negated(parsed, t) for t in around):
        return None
    bare = [c for c in parsed.children(noun, "acl") if not parsed.children(c, "nsubj")]
    relative = [c for c in parsed.children(noun, "acl") if c not in bare]
    return _moved_in(noun, bare, words) or _moved_above(marked, noun, words) or _moved_in(noun, relative, words)


def _moved_in(noun: Token, clauses: list[Token], words: FigureWords) -> _Matter | None:
    """As in "troops based in", "migrants who live in"."""
    for clause in clauses:
        participle = _participle(words.moved, clause)
        if participle is not None:
            return _Matter(f"{noun.text} {participle}", clause, "two")
    return None


def _moved_above(marked: Marked, noun: Token, words: FigureWords) -> _Matter | None:
    """As in "the expulsion of 60 diplomats", "expelled 60 diplomats"."""
    parsed = marked.parsed
    top = _first_of_list(marked, noun)
    above = parsed.head(top)
    if above is None:
        return None
    if above.upos == "NOUN" and top.rel == "nmod" and above.lemma.lower() in words.moving:
        return _Matter(f"{noun.text} {words.moving[above.lemma.lower()]}", above, "two")
    return _moved_by(marked, top, above, noun, words)


def _moved_by(marked: Marked, top: Token, verb: Token, noun: Token, words: FigureWords) -> _Matter | None:
    lemma = verb.lemma.lower()
    if verb.upos != "VERB":
        return None
    if lemma in _HAVING and words.people.get(noun.lower) == "forces" and top.rel == "obj":
        return _Matter(f"{noun.text} stationed", verb, "two")
    participle = _participle(words.moved, verb)
    done_to = top.rel == "obj" or top.deprel == "nsubj:pass"
    if participle is None or not (done_to or (top.rel == "nsubj" and lemma in _COMING)):
        return None
    return _Matter(f"{noun.text} {participle}", verb, "two")


def _participle(verbs: Mapping[str, str], verb: Token) -> str | None:
    """The participle of a verb in a table, found by its lemma or, where that is misread, by its own form."""
    known = verbs.get(verb.lemma.lower())
    return known or (verb.lower if verb.lower in verbs.values() else None)


def _first_of_list(marked: Marked, noun: Token) -> Token:
    top = noun
    while top.rel == "conj" and (above := marked.parsed.head(top)) is not None:
        top = above
    return top


def _share_of_people(marked: Marked, quantity: Quantity, words: FigureWords) -> _Matter | None:
    """As in "pulled 60 percent of embassy personnel"."""
    parsed = marked.parsed
    below = oblique(parsed, quantity.head, "of")
    above = parsed.head(quantity.head)
    if below is None or above is None or below.lower not in words.people or quantity.head.rel != "obj":
        return None
    participle = _participle(words.moved, above)
    return _Matter(f"{_phrase(marked, below)} {participle}", above, "two") if participle is not None else None


def _sum(marked: Marked, quantity: Quantity, words: FigureWords) -> _Matter | None:
    """What a sum or an amount of goods is about: the noun before or behind it, its subject, or the
    verb of giving.
    """
    for noun in _nouns_near(marked, quantity):
        needs = words.relation.get(noun.lower) or words.relation.get(noun.lemma.lower())
        if needs is not None and noun.upos in ("NOUN", "PROPN"):
            return _Matter(_phrase(marked, noun, quantity), noun, needs)
    return _given(marked, quantity, words)


def _nouns_near(marked: Marked, quantity: Quantity) -> Iterator[Token]:
    """The nouns that a sum may be a sum of, nearest first."""
    parsed, head = marked.parsed, quantity.head
    for below in parsed.children(head, "nmod", "obl"):
        if preposition(parsed, below) in ("in", "of", "for", "worth", "worth of"):
            yield below
    node = head
    for _ in range(_MAX_CLIMB):
        above = parsed.head(node)
        if above is None:
            break
        yield above
        if above.upos == "VERB" or parsed.child(above, "cop") is not None:
            subject = parsed.child(above, "nsubj")
            if subject is not None and node.rel in ("obj", "obl", "xcomp", "nummod", "nmod", "advmod"):
                yield subject
            return
        node = above
    subject = parsed.child(node, "nsubj")
    if subject is not None:  # "trade was $34 million": the sum is the predicate
        yield subject


def _given(marked: Marked, quantity: Quantity, words: FigureWords) -> _Matter | None:
    """As in "3 billion euros pledged to Turkey", "gave Mali $5 million"."""
    parsed, head = marked.parsed, quantity.head
    if quantity.unit == "percent":
        return None
    for clause in parsed.children(head, "acl"):
        participle = _participle(words.give, clause)
        if participle is not None:
            return _Matter(f"{_stuff(quantity)} {participle}", clause, "one")
    above = parsed.head(head)
    if above is None or above.upos != "VERB" or not (head.rel == "obj" or head.deprel == "nsubj:pass"):
        return None
    participle = _participle(words.give, above)
    return _Matter(f"{_stuff(quantity)} {participle}", above, "two") if participle is not None else None


def _stuff(quantity: Quantity) -> str:
    return "money" if len(quantity.unit) == 3 and quantity.unit.isupper() else quantity.unit


def _phrase(marked: Marked, noun: Token, without: Quantity | None = None) -> str:
    """The noun with its adjectives and compounds, the quantity left out: "bilateral trade"."""
    before = [
        c
        for c in marked.parsed.children(noun, "amod", "compound")
        if c.i < noun.i and c.upos not in ("NUM", "SYM") and c.lower != "percent"
    ]
    if without is not None:
        before = [t for t in before if not without.first <= t.i < without.last]
    words = [t.text if t.upos == "PROPN" or t.text.isupper() else t.lower for t in [*before, noun]]
    return " ".join(words)


def _between(marked: Marked, quantity: Quantity, matter: _Matter) -> tuple[str, ...]:
    """The states that the quantity is between: of "between A and B", else of its clause, else of those
    above it.
    """
    parsed = marked.parsed
    for node in (quantity.head, matter.holder, *parsed.ancestors(quantity.head)):
        below = oblique(parsed, node, "between")
        if below is not None and (found := _states(marked, [below, *parsed.conjuncts(below)])):
            return found
    if matter.needs == "one" and (found := _receivers(marked, quantity, matter)):
        return found
    clause: Token | None = _clause(marked, matter.holder)
    outer: list[Token] = []
    if matter.holder.rel == "acl" and (noun := parsed.head(matter.holder)) is not None:
        outer = _inside(marked, _clause(marked, noun))  # "has 4,000 troops based in Chad"
    while clause is not None:
        found = _states(marked, [*outer, *_inside(marked, clause)])
        if len(found) >= 2:
            return found
        above = parsed.head(clause)
        clause = _clause(marked, above) if above is not None else None
    everybody = _states(marked, list(parsed.tokens_of(parsed.sentence(quantity.head))))
    return everybody if len(everybody) == 2 else found


def _receivers(marked: Marked, quantity: Quantity, matter: _Matter) -> tuple[str, ...]:
    """Who is given it, told beside the sum or its noun: "an aid package for Mali", "pledged to Mali"."""
    parsed = marked.parsed

    def reason(token: Token) -> bool:
        return token.rel in ("advcl", "acl") and any(m.lower == "for" for m in parsed.children(token, "mark"))

    beside = parsed.subtree(matter.holder if matter.holder.upos == "NOUN" else quantity.head, reason)
    return _states(marked, [t for t in beside if preposition(parsed, t) not in _AGAINST])


def _clause(marked: Marked, token: Token) -> Token:
    """The predicate of the clause that a token stands in."""
    for node in (token, *marked.parsed.ancestors(token)):
        predicate = node.upos in ("VERB", "AUX") or marked.parsed.child(node, "cop", "nsubj") is not None
        if node.is_root or (predicate and node.rel in ("acl", "advcl", "ccomp", "conj", "parataxis", "csubj")):
            return node
    return token


def _inside(marked: Marked, clause: Token) -> list[Token]:
    """The words of a clause without the clauses in it, and its doer wherever that stands."""
    parsed = marked.parsed

    def other(token: Token) -> bool:
        inner = token.rel in ("ccomp", "advcl", "parataxis", "acl")
        return inner or (token.rel == "conj" and token.upos == "VERB")

    doer = agent(parsed, clause) if clause.upos == "VERB" else None
    inside = parsed.subtree(clause, other)
    return sorted({t.i: t for t in [*inside, *([doer] if doer is not None else [])]}.values(), key=lambda t: t.i)


def _states(marked: Marked, tokens: list[Token]) -> tuple[str, ...]:
    """The states of the parties and places that tokens name, each once, in text order."""
    found: list[str] = []
    for token in tokens:
        countries = [p.country for p in parties(marked, token)] if token.upos != "PRON" else []
        countries += [p.country for p in marked.named(token)]
        countries += [p.country for p in marked.places if p.head == token.i]
        found.extend(c for c in countries if c is not None and c not in found)
    return tuple(found)


def _period(marked: Marked, quantity: Quantity, matter: _Matter) -> str | None:
    """The day, month or year that the words give the quantity, or None; a stretch of days is none of
    them.
    """
    when = _right_behind(marked, quantity) or time_of(marked, matter.holder)
    if when is None and quantity.unit != "people":
        when = _predicate_time(marked, quantity)
    return when.start if when is not None and when.end is None else None


def _right_behind(marked: Marked, quantity: Quantity) -> When | None:
    """The time that follows the quantity at once: "$2 billion in 2018 from $3 billion in 2017"."""
    tokens = marked.parsed.tokens
    for when in marked.times:
        gap = tokens[quantity.last : when.first]
        if when.first >= quantity.last and len(gap) <= 1 and all(t.lower in _AT for t in gap):
            return None if when.since or when.until else when
    return None


def _predicate_time(marked: Marked, quantity: Quantity) -> When | None:
    """The time of the predicate that a sum belongs to: "trade was $34 million last year"."""
    for node in (quantity.head, *marked.parsed.ancestors(quantity.head)):
        if node.upos == "VERB" or marked.parsed.child(node, "cop") is not None or node.is_root:
            return time_of(marked, node)
    return None
