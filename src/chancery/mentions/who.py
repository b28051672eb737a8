"""The parties that a noun phrase stands for, coordination and the like opened up."""

from __future__ import annotations

from chancery.grammar.types import Token
from chancery.mentions.types import Marked, Party

_INCLUDING = ("including", "like", "such")
"""Words before a list of those who belong to the group before it."""


def parties(marked: Marked, token: Token) -> tuple[Party, ...]:
    """The parties meant by the phrase that `token` heads, each once, in text order.

    Coordinated heads count together ("Putin and Kim"); a list behind "including" belongs to the group before
    it; an apposition is the same party as its noun. Empty where nobody can be told.
    """
    found: list[Party] = []
    for head in marked.parsed.conjuncts(token):
        found.extend(p for p in _one(marked, head) if p not in found)
    return tuple(_distinct(found))


def is_collective(marked: Marked, token: Token) -> bool:
    """True where the token heads a phrase like "the two sides", which names its parties together."""
    return marked.is_collective(token)


def _one(marked: Marked, head: Token) -> tuple[Party, ...]:
    own = marked.named(head)
    parsed = marked.parsed
    listed: list[Party] = []
    for child in parsed.children(head, "nmod"):
        case = parsed.child(child, "case")
        if case is not None and case.lower in _INCLUDING:
            listed.extend(parties(marked, child))
    if head.upos == "NOUN":  # "the two states, Qatar and Bahrain,"
        for child in parsed.children(head, "appos"):
            several = parties(marked, child)
            if len(several) > 1 and all(p.country is None or p in several for p in own):
                return several
    if own and not listed:
        return (*own, *_next_in_list(marked, head, own))
    if own and listed and all(p.country is None for p in own):
        return tuple(listed)
    if own or listed:
        return (*own, *listed)
    for child in parsed.children(head, "appos", "flat"):
        named = marked.named(child)
        if named:
            return named
    return ()


def _next_in_list(marked: Marked, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
    """A state in apposition to another is the next of a list ("South Korea, China, Japan"), not its name."""
    if any(p.kind != "country" for p in own):
        return ()
    found: list[Party] = []
    for child in marked.parsed.children(head, "appos"):
        named = marked.named(child)
        if named and all(p.kind == "country" and p.country != own[-1].country for p in named):
            found.extend(parties(marked, child))
    return tuple(found)


def _distinct(found: list[Party]) -> list[Party]:
    kept: list[Party] = []
    for party in found:
        if not any(p.entity == party.entity and party.entity >= 0 and p.kind == party.kind for p in kept):
            kept.append(party)
    return kept
