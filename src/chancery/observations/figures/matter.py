"""What a quantity is about: the act that moves people, the noun of what passes between parties, the verb of giving."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from chancery.grammar.clauses import negated, oblique, preposition
from chancery.grammar.types import Token
from chancery.lexicon.figures import FigureWords
from chancery.mentions.types import Marked
from chancery.observations.figures.parties import states_in
from chancery.observations.figures.quantities import Quantity

_TOLLS = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})
_HAVING = frozenset({"have", "keep", "maintain", "host", "retain"})
_COMING = frozenset(
    {"reside", "live", "work", "study", "serve", "cross", "flee", "arrive", "return", "withdraw", "remain", "stay"}
)
_SELLING = frozenset({"sell", "buy", "purchase", "order", "acquire", "lease", "supply", "deliver"})
_OF_WHAT = frozenset({"in", "of", "worth", "for"})
_WHERE = frozenset({"in", "on", "at", "inside", "across", "around"})
_MAX_CLIMB = 6
_REACH = 8
"""Words behind a sum within which its noun must end: "$2.3 billion in new arms sales"."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a quantity is about: its name, the verb or noun that it hangs on, and which parties it needs.

    Attributes:
        needs: "two" of them, "one" who is given it (alpha-3 of the giver too, where told), or "any".
        sides: the parties themselves, where the construction gives them.
    """

    what: str
    holder: Token
    needs: str
    sides: tuple[str, ...] = ()


def matter_of(marked: Marked, quantity: Quantity, words: FigureWords) -> Matter | None:
    """What a quantity is about, or None where it is not about the relation between parties."""
    if quantity.unit == "people":
        return _people(marked, quantity.head, words)
    if quantity.unit == "percent":
        return _share_of_people(marked, quantity, words) or _toll(marked, quantity, words)
    return _sum(marked, quantity, words) or _given(marked, quantity, words)


def _people(marked: Marked, noun: Token, words: FigureWords) -> Matter | None:
    parsed = marked.parsed
    around = [*parsed.children(noun, "acl"), *list(parsed.ancestors(noun))[:1]]
    if any(t.lemma.lower() in words.harm or negated(parsed, t) for t in around):
        return None
    bare = [c for c in parsed.children(noun, "acl") if not parsed.children(c, "nsubj")]
    relative = [c for c in parsed.children(noun, "acl") if c not in bare]
    if noun.lower == "number":  # "the same number of diplomats"
        people = oblique(parsed, noun, "of")
        found = _moved_above(marked, noun, words)
        return replace(found, what=found.what.replace(noun.text, people.text)) if found and people else None
    placed = _placed(marked, noun, words)
    posted = placed if words.people.get(noun.lower) == "forces" else None
    moved = _moved_in(noun, bare, words) or posted or _moved_above(marked, noun, words)
    return moved or _moved_in(noun, relative, words) or placed


def _placed(marked: Marked, noun: Token, words: FigureWords) -> Matter | None:
    """As in "2,000 U.S. troops now in Syria", "30,000 North Korean workers in Russia": of one state, in another."""
    parsed, kind = marked.parsed, words.people.get(noun.lower)
    if kind not in ("forces", "settled"):
        return None
    own = states_in(marked, [c for c in parsed.children(noun, "amod", "compound", "nmod:poss") if c.i < noun.i])
    last = parsed.sentence(noun).last
    i = noun.i + 1
    while i < last and parsed.tokens[i].upos == "ADV":
        i += 1
    if len(own) != 1 or i >= last or parsed.tokens[i].lower not in _WHERE:
        return None
    there = next((p for p in marked.places if i < p.first <= i + 2), None)
    if there is None or there.country in (None, *own):
        return None
    what = f"{noun.text} stationed" if kind == "forces" else f"{noun.text} in {there.name}"
    return Matter(what, noun, "two", (*own, *([there.country] if there.country else [])))


def _moved_in(noun: Token, clauses: list[Token], words: FigureWords) -> Matter | None:
    """As in "troops based in", "migrants who live in"."""
    for clause in clauses:
        participle = _participle(words.moved, clause)
        if participle is not None:
            return Matter(f"{noun.text} {participle}", clause, "two")
    return None


def _moved_above(marked: Marked, noun: Token, words: FigureWords) -> Matter | None:
    """As in "the expulsion of 60 diplomats", "expelled 60 diplomats"."""
    parsed = marked.parsed
    top = _first_of_list(marked, noun)
    above = parsed.head(top)
    if above is None:
        return None
    if above.upos == "NOUN" and top.rel == "nmod" and above.lemma.lower() in words.moving:
        return Matter(f"{noun.text} {words.moving[above.lemma.lower()]}", above, "two")
    return _moved_by(top, above, noun, words)


def _moved_by(top: Token, verb: Token, noun: Token, words: FigureWords) -> Matter | None:
    lemma, kind = verb.lemma.lower(), words.people.get(noun.lower)
    if verb.upos != "VERB":
        return None
    if lemma in _HAVING and kind in ("forces", "settled") and top.rel == "obj":
        return Matter(f"{noun.text} {'stationed' if kind == 'forces' else 'hosted'}", verb, "two")
    participle = _participle(words.moved, verb)
    done_to = top.rel == "obj" or top.deprel == "nsubj:pass"
    if participle is None or not (done_to or (top.rel == "nsubj" and lemma in _COMING)):
        return None
    return Matter(f"{noun.text} {participle}", verb, "two")


def _participle(verbs: Mapping[str, str], verb: Token) -> str | None:
    """The participle of a verb in a table, found by its lemma or, where that is misread, by its own form."""
    known = verbs.get(verb.lemma.lower())
    return known or (verb.lower if verb.lower in verbs.values() else None)


def _first_of_list(marked: Marked, noun: Token) -> Token:
    top = noun
    while top.rel == "conj" and (above := marked.parsed.head(top)) is not None:
        top = above
    return top


def _share_of_people(marked: Marked, quantity: Quantity, words: FigureWords) -> Matter | None:
    """As in "pulled 60 percent of embassy personnel"."""
    parsed = marked.parsed
    below = oblique(parsed, quantity.head, "of")
    above = parsed.head(quantity.head)
    if below is None or above is None or below.lower not in words.people or quantity.head.rel != "obj":
        return None
    participle = _participle(words.moved, above)
    return Matter(f"{phrase_of(marked, below)} {participle}", above, "two") if participle is not None else None


def _toll(marked: Marked, quantity: Quantity, words: FigureWords) -> Matter | None:
    """As in "a 25 percent tariff", "30 percent of its trade": no other shares tell of a relation."""
    found = _sum(marked, quantity, words)
    if found is not None and _TOLLS & set(found.what.lower().split()):
        return found
    behind = _noun_behind(marked, quantity)
    if behind is None or marked.parsed.tokens[quantity.last].lower != "of":
        return None
    if words.relation.get(behind.lower) != "two":
        return None
    return Matter(f"share of {phrase_of(marked, behind, quantity)}", behind, "two")


def _sum(marked: Marked, quantity: Quantity, words: FigureWords) -> Matter | None:
    """What a sum or an amount of goods is about: the noun before or behind it, or its subject."""
    counted = quantity.unit in words.goods.values() or _is_money(quantity)
    for noun in _nouns_near(marked, quantity):
        needs = words.relation.get(noun.lower) or words.relation.get(noun.lemma.lower())
        if needs is not None and noun.upos in ("NOUN", "PROPN") and (counted or needs != "sum"):
            return Matter(phrase_of(marked, noun, quantity), noun, needs)
    return None


def _is_money(quantity: Quantity) -> bool:
    return len(quantity.unit) == 3 and quantity.unit.isupper()


def _nouns_near(marked: Marked, quantity: Quantity) -> Iterator[Token]:
    """The nouns that a sum may be a sum of, nearest first."""
    parsed, head = marked.parsed, quantity.head
    behind = _noun_behind(marked, quantity)
    if behind is not None:
        yield behind
    shared = _noun_of_article(marked, quantity)
    if shared is not None:
        yield shared
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
            yield from _subject_of_sum(marked, node, above)
            return
        node = above
    subject = parsed.child(node, "nsubj")
    if subject is not None:  # "trade was $34 million": the sum is the predicate
        yield subject


def _subject_of_sum(marked: Marked, node: Token, verb: Token) -> Iterator[Token]:
    """As in "trade reached $34 million", "imports totalling $50 billion", "a deficit that stood at $3 billion"."""
    parsed = marked.parsed
    if node.rel not in ("obj", "obl", "xcomp", "nummod", "nmod", "advmod"):
        return
    subject = parsed.child(verb, "nsubj")
    if subject is not None and subject.upos != "PRON":
        yield subject
    elif verb.rel == "acl" and verb.i > 0:
        before = parsed.tokens[verb.i - 1]
        if subject is None and before.upos in ("NOUN", "PROPN"):
            yield before  # the tree may hang "totalling" on a noun farther off
        noun = parsed.head(verb)
        if noun is not None:
            yield noun


def _noun_behind(marked: Marked, quantity: Quantity) -> Token | None:
    """The last noun of the phrase that "in", "of" or "worth of" opens right behind a sum, read on the surface."""
    tokens = marked.parsed.tokens
    last = min(marked.parsed.sentence(quantity.head).last, quantity.last + _REACH)
    i = quantity.last
    while i < last and tokens[i].lower in _OF_WHAT:
        i += 1
    found: Token | None = None
    while quantity.last < i < last:
        token = tokens[i]
        if token.upos in ("NOUN", "PROPN"):
            found = token
        elif token.upos not in ("ADJ", "DET", "PRON", "PART", "PUNCT") or token.text in (",", ";", ":", "(", "."):
            break
        i += 1
    return found


def _noun_of_article(marked: Marked, quantity: Quantity) -> Token | None:
    """The noun whose article stands before the sum: "a €50bn ($54bn) aid package", whatever the sum hangs on."""
    tokens, first = marked.parsed.tokens, quantity.first
    if first <= marked.parsed.sentence(quantity.head).first:
        return None
    article = tokens[first - 1]
    noun = marked.parsed.head(article) if article.rel in ("det", "nmod") else None
    return noun if noun is not None and noun.i >= quantity.last else None


def _given(marked: Marked, quantity: Quantity, words: FigureWords) -> Matter | None:
    """As in "3 billion euros pledged to Turkey", "gave Mali $5 million", "sold Mali 20 trucks for $5 million"."""
    parsed, head = marked.parsed, quantity.head
    for clause in parsed.children(head, "acl"):
        participle = _participle(words.give, clause)
        if participle is not None:
            return Matter(f"{_stuff(quantity)} {participle}", clause, "one")
    above = parsed.head(head)
    if above is not None and above.upos == "VERB" and (head.rel == "obj" or head.deprel == "nsubj:pass"):
        participle = _participle(words.give, above)
        if participle is not None:
            return Matter(f"{_stuff(quantity)} {participle}", above, "two")
    return _price(marked, quantity, words)


def _price(marked: Marked, quantity: Quantity, words: FigureWords) -> Matter | None:
    """What something is sold for."""
    parsed = marked.parsed
    if not _is_money(quantity) or preposition(parsed, quantity.head) != "for":
        return None
    verb = next((a for a in parsed.ancestors(quantity.head) if a.upos == "VERB"), None)
    if verb is None or verb.lemma.lower() not in _SELLING:
        return None
    thing = parsed.child(verb, "obj")
    what = phrase_of(marked, thing) if thing is not None else "goods"
    return Matter(f"{what} {words.give.get(verb.lemma.lower(), 'sold')}", verb, "two")


def _stuff(quantity: Quantity) -> str:
    return "money" if _is_money(quantity) else quantity.unit


def phrase_of(marked: Marked, noun: Token, without: Quantity | None = None) -> str:
    """The noun with its adjectives and compounds, the quantity left out: "bilateral trade"."""
    before = [
        c
        for c in marked.parsed.children(noun, "amod", "compound")
        if c.i < noun.i and c.upos not in ("NUM", "SYM") and c.lower != "percent"
    ]
    if without is not None:
        before = [t for t in before if not without.first <= t.i < without.last]
    first = marked.parsed.sentence(noun).first
    named = [t.upos == "PROPN" or t.text.isupper() or (t.text[:1].isupper() and t.i > first) for t in [*before, noun]]
    return " ".join(t.text if name else t.lower for t, name in zip([*before, noun], named, strict=True))
