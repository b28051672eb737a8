"""The states that a quantity is between, and the clauses that they are told in."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.clauses import agent, oblique, preposition
from chancery.grammar.types import Token
from chancery.lexicon.figures import FigureWords
from chancery.mentions.types import Marked
from chancery.mentions.who import parties
from chancery.observations.figures.quantities import Quantity

_AGAINST = frozenset({"against", "from", "despite", "without"})
_CLAUSES = ("acl", "advcl", "ccomp", "conj", "parataxis", "csubj")


def between(marked: Marked, quantity: Quantity, holder: Token, needs: str, words: FigureWords) -> tuple[str, ...]:
    """The states (alpha-3) that a quantity is between, in text order.

    Those of "between A and B"; else who is given it and who gives; else those of its clause, else of the
    clauses above it, else, where it needs two, of a sentence that names just two.

    Args:
        holder: the verb or noun that the quantity hangs on; needs: how many states that word needs ("two",
        "one", "sum", "any"; see the word list).
    """
    parsed = marked.parsed
    for node in (quantity.head, holder, *parsed.ancestors(quantity.head)):
        below = oblique(parsed, node, "between")
        if below is not None and len(found := states_in(marked, [below, *parsed.conjuncts(below)])) > 1:
            return found
    if needs in ("one", "sum") and (found := _receivers(marked, quantity, holder)):
        return _ordered(_givers(marked, quantity, holder, words), found) if len(found) == 1 else found
    found = _of_clauses(marked, holder)
    if len(found) < 2 and needs in ("two", "any"):
        everybody = states_in(marked, list(parsed.tokens_of(parsed.sentence(quantity.head))))
        return everybody if len(everybody) == 2 else found
    return found if len(found) > 1 or _to_others(marked, quantity, holder) else ()


def _of_clauses(marked: Marked, holder: Token) -> tuple[str, ...]:
    parsed = marked.parsed
    clause: Token | None = clause_of(marked, holder)
    outer: list[Token] = []
    if holder.rel == "acl" and (noun := parsed.head(holder)) is not None:
        outer = _inside(marked, clause_of(marked, noun))  # "has 4,000 troops based in Chad"
    found: tuple[str, ...] = ()
    while clause is not None:
        found = states_in(marked, [*outer, *_inside(marked, clause)])
        if len(found) >= 2:
            return found
        above = parsed.head(clause)
        clause = clause_of(marked, above) if above is not None else None
    return found


def _ordered(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*(state for state in first if state not in second), *second)


def _receivers(marked: Marked, quantity: Quantity, holder: Token) -> tuple[str, ...]:
    """Who is given it, told beside the sum or its noun: "an aid package for Mali", "pledged to Mali".

    With who gives it before the noun ("U.S. aid for Mali"); a giver alone is nobody.
    """
    parsed = marked.parsed

    def reason(token: Token) -> bool:
        return token.rel in ("advcl", "acl") and any(m.lower == "for" for m in parsed.children(token, "mark"))

    beside = parsed.subtree(holder if holder.upos == "NOUN" else quantity.head, reason)
    kept = [t for t in beside if preposition(parsed, t) not in _AGAINST]
    before = [c for c in parsed.children(holder, "amod", "compound", "nmod:poss") if c.i < holder.i]
    giver = {t.i for child in before for t in parsed.subtree(child)}
    return states_in(marked, kept) if states_in(marked, [t for t in kept if t.i not in giver]) else ()


def _to_others(marked: Marked, quantity: Quantity, holder: Token) -> bool:
    """Is it given to somebody of no single state: "in assistance to ASEAN", "to Caribbean countries"?"""
    for node in (holder, quantity.head, *marked.parsed.ancestors(quantity.head)):
        below = oblique(marked.parsed, node, "to")
        if below is not None:
            return bool(parties(marked, below))
        if node.upos == "VERB":
            return False
    return False


def _givers(marked: Marked, quantity: Quantity, holder: Token, words: FigureWords) -> tuple[str, ...]:
    """Who grants it: the doer of the nearest verb above, where that is one of granting ("approved a loan")."""
    for node in (holder, *marked.parsed.ancestors(quantity.head)):
        if node.upos != "VERB":
            continue
        if node.lemma.lower() not in words.grant:
            return ()
        doer = agent(marked.parsed, node)
        found = states_in(marked, [doer]) if doer is not None else ()
        return found if len(found) == 1 else ()
    return ()


def clause_of(marked: Marked, token: Token) -> Token:
    """The predicate of the clause that a token stands in."""
    for node in (token, *marked.parsed.ancestors(token)):
        predicate = node.upos in ("VERB", "AUX") or marked.parsed.child(node, "cop", "nsubj") is not None
        if node.is_root or (predicate and node.rel in _CLAUSES):
            return node
    return token


def _inside(marked: Marked, clause: Token) -> list[Token]:
    """The words of a clause without the clauses in it, and its doer wherever that stands.

    What it is done for belongs to it: "approved a deal to sell Germany drones".
    """
    parsed = marked.parsed

    def other(token: Token) -> bool:
        purpose = token.rel == "advcl" and any(m.lower == "to" for m in parsed.children(token, "mark"))
        inner = token.rel in ("ccomp", "advcl", "parataxis", "acl") and not purpose
        return inner or preposition(parsed, token) == "according to" or (token.rel == "conj" and token.upos == "VERB")

    doer = agent(parsed, clause) if clause.upos == "VERB" else None
    inside = parsed.subtree(clause, other)
    return sorted({t.i: t for t in [*inside, *([doer] if doer is not None else [])]}.values(), key=lambda t: t.i)


def states_in(marked: Marked, tokens: list[Token]) -> tuple[str, ...]:
    """The states of the parties and places that tokens name, each once, in text order."""
    found: list[str] = []
    for country in _countries(marked, tokens):
        if country is not None and country not in found:
            found.append(country)
    return tuple(found)


def _countries(marked: Marked, tokens: list[Token]) -> Iterator[str | None]:
    for token in tokens:
        if token.upos != "PRON":
            yield from (p.country for p in parties(marked, token))
        yield from (p.country for p in marked.named(token))
        yield from (p.country for p in marked.places_at(token) if p.head == token.i)
