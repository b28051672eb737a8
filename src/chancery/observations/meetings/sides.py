"""The sides of an encounter that a phrase names: read off the phrase, its appositions and its clauses."""

from __future__ import annotations

from dataclasses import replace

from chancery.grammar.clauses import agent, by_phrase, preposition
from chancery.grammar.types import Token
from chancery.mentions.types import Marked, Party
from chancery.mentions.who import parties
from chancery.observations.meetings.parties import can_meet, distinct
from chancery.observations.meetings.words import purpose_of

_OPPOSITES = frozenset({"counterpart", "homologue"})
_LEADING = frozenset({"lead", "head"})
_ASKING = frozenset({"invite", "ask", "urge", "send", "dispatch"})
_TAKING = frozenset({"accept", "receive", "get", "decline", "reject", "have", "welcome", "refuse", "await"})
_BEHIND = 12
"""Words behind a post among which its name is looked for."""
_AUXILIARIES = ("aux", "advmod", "cop")


def sides_at(marked: Marked, token: Token | None) -> tuple[Party, ...]:
    """The parties of a noun phrase that can be sides of an encounter, each once, in the order told.

    A plural that is told with several states ("officials from Kenya and Uganda", "his Kenyan and Ugandan
    counterparts") gives one party a state; "a delegation led by Ruto" gives Ruto.
    """
    if token is None:
        return ()
    found = list(parties(marked, token))
    for head in marked.parsed.conjuncts(token):
        better = _better(marked, head)
        if better:
            worse = marked.named(head)
            place = next((i for i, p in enumerate(found) if p in worse), len(found))
            found[place:] = [*better, *(p for p in found[place:] if p not in worse)]
    found.extend(p for p in _between(marked, token) if p not in found)
    if len(found) < 2 and not any(p.kind == "person" for p in found):
        spread = _one_a_state(marked, token)
        found = list(spread) if len(spread) > 1 or not found else found
    found = found or list(_of_possessor(marked, token))
    return distinct(p for p in found if can_meet(p))


def subject_of(marked: Marked, verb: Token) -> Token | None:
    """The head of the phrase that does what the verb says; so is Ruto in "plans for Ruto to visit".

    Where a finite verb has lost its subject to another word (a parser's mistake), the name that stands
    right before the verb is taken.
    """
    found = agent(marked.parsed, verb)
    above = marked.parsed.head(verb)
    if above is not None and verb.rel == "advcl" and above.lemma.lower() in _ASKING:
        asked = marked.parsed.child(above, "obj")  # "invited the president to visit", hung as a purpose
        if asked is not None and any(m.lower == "to" for m in marked.parsed.children(verb, "mark")):
            return asked
    served = purpose_of(marked.parsed, verb)
    if served is not None:
        return subject_of(marked, served)
    if verb.rel in ("acl", "advcl") and above is not None:
        if preposition(marked.parsed, above) == "for":
            return above
        if above.lemma.lower() == "invitation":
            return _invited(marked, above)
        for child in marked.parsed.children(above, "nmod"):
            if preposition(marked.parsed, child) == "for" and child.i < verb.i and found in (None, above):
                return child
    if verb.rel == "acl" and above is not None and found in (None, above):
        meant = _said_of(marked, above)
        found = meant if meant != above else found
    if found is None and verb.rel == "conj" and above is not None:  # "was in China and met Xi"
        found = marked.parsed.child(above, "nsubj")
    return found if found is not None else _name_before(marked, verb)


def _invited(marked: Marked, invitation: Token) -> Token | None:
    """Who is to come: Moon, of "handed Moon an invitation to visit", "accepted Kim's invitation to visit"."""
    parsed = marked.parsed
    for child in parsed.children(invitation, "nmod"):
        if preposition(parsed, child) in ("to", "for"):
            return child
    verb = parsed.head(invitation)
    if verb is None or verb.upos != "VERB" or invitation.rel != "obj":
        return None
    if verb.lemma.lower() in _TAKING:
        return agent(parsed, verb)
    given = [c for c in parsed.children(verb, "obl") if preposition(parsed, c) == "to"]
    return parsed.child(verb, "iobj") or (given[0] if given else None)


def fuller(marked: Marked, partner: Token) -> Token:
    """The name behind a post that the parser hung beside it: "spoke with Minister of Trade | Al Thani"."""
    above = marked.parsed.head(partner)
    if above is None:
        return partner
    told = [p for p in marked.named(partner) if p.kind == "person"]
    for child in marked.parsed.children(above, "obl", "obj", "nmod"):
        bare = child.upos == "PROPN" and not preposition(marked.parsed, child)
        people = [p for p in marked.named(child) if p.kind == "person"]
        if bare and 0 < child.i - partner.i <= _BEHIND and people and told in ([], people):
            return child
    return partner


def _said_of(marked: Marked, noun: Token) -> Token:
    """Who a description is said to be, whichever is the root: "the last leader to visit the North was Hu"."""
    if marked.parsed.child(noun, "cop") is not None:
        who = marked.parsed.child(noun, "nsubj")
        return who if who is not None and any(p.kind == "person" for p in marked.named(who)) else noun
    predicate = marked.parsed.head(noun)
    if predicate is None or noun.rel != "nsubj" or marked.parsed.child(predicate, "cop") is None:
        return noun
    return predicate if any(p.kind == "person" for p in marked.named(predicate)) else noun


def _name_before(marked: Marked, verb: Token) -> Token | None:
    auxiliaries = marked.parsed.children(verb, *_AUXILIARIES)
    if verb.feat("VerbForm") != "Fin" and not any(a.rel == "aux" for a in auxiliaries):
        return None
    if verb.rel == "conj" or any(m.lower == "to" for m in marked.parsed.children(verb, "mark")):
        return None
    first = min([verb.i, *(a.i for a in auxiliaries if a.i < verb.i)])
    before = first - 1
    if before >= 0 and marked.parsed.tokens[before].text == ",":
        before -= 1
    if before < marked.parsed.sentence(verb).first:
        return None
    token = marked.parsed.tokens[before]
    return token if token.upos == "PROPN" and marked.named(token) else None


def _better(marked: Marked, head: Token) -> tuple[Party, ...]:
    """A fuller reading of one phrase: the name in apposition, with what is coordinated there; the leader."""
    named = marked.named(head)
    for child in marked.parsed.children(head, "appos", "flat"):
        people = tuple(p for p in marked.named(child) if p.kind == "person")
        if people and (people == named[:1] or all(p.kind == "group" for p in named)):
            return parties(marked, child)
    for clause in marked.parsed.children(head, "acl"):
        if clause.lemma.lower() in _LEADING:
            leader = by_phrase(marked.parsed, clause) or marked.parsed.child(clause, "obl:agent")
            people = tuple(p for p in parties(marked, leader) if p.kind == "person") if leader else ()
            if people:
                return people
    if named and all(p.kind == "group" and not (p.country or p.body) for p in named):
        return _whose(marked, head)
    if len(named) == 1 and named[0].kind == "body" and named[0].sector == "GOV" and named[0].country is None:
        return tuple(_governing(marked, head, named[0]))
    spread = _one_a_state(marked, head) if len(named) == 1 and named[0].kind == "group" else ()
    return spread if len(spread) > 1 else ()


def _governing(marked: Marked, head: Token, body: Party) -> list[Party]:
    """The government whose state its head tells: "the Russia-backed government of President Bashar Assad"."""
    owners = [c for c in marked.parsed.children(head, "nmod", "nmod:poss") if c.i > head.i or c.deprel == "nmod:poss"]
    told = [p for c in owners for p in marked.named(c) if p.country is not None]
    return [replace(body, country=told[0].country, code=told[0].country)] if told else []


def _of_possessor(marked: Marked, token: Token) -> tuple[Party, ...]:
    """A surname that nothing else tells of, with its state: "Hungary's Orban"."""
    if token.name != "PER":
        return ()
    owners = [p for c in marked.parsed.children(token, "nmod:poss") for p in marked.named(c) if p.kind == "country"]
    if len(owners) != 1:
        return ()
    owner = owners[0]
    return (Party(-1, "person", token.text, owner.country, owner.code, "GOV"),)


def _between(marked: Marked, token: Token) -> tuple[Party, ...]:
    """What stands inside a list and was hung outside of it: Greece, in "of Cyprus, Greece and Israel"."""
    parsed = marked.parsed
    conjuncts = parsed.conjuncts(token)
    inside = {t.i for t in parsed.subtree(token)}
    found: list[Party] = []
    for i in range(token.i + 2, conjuncts[-1].i):
        stray = parsed.tokens[i]
        listed = parsed.tokens[i - 1].text == "," and parsed.tokens[i + 1].lower in (",", "and", "or")
        if listed and i not in inside and stray.upos == "PROPN":
            found.extend(p for p in marked.named(stray) if p.kind in ("country", "body"))
    return tuple(found)


def _whose(marked: Marked, head: Token) -> tuple[Party, ...]:
    """Whom unnamed people stand for: "representatives of the opposition"."""
    for child in marked.parsed.children(head, "nmod"):
        if preposition(marked.parsed, child) in ("of", "from"):
            told = [p for p in parties(marked, child) if p.kind != "person"]
            return tuple(_of_state(marked, p, head) if p.kind == "country" else p for p in told)
    return ()


def _one_a_state(marked: Marked, token: Token) -> tuple[Party, ...]:
    """One party a state that a plural is told with: "officials from Kenya and Uganda"."""
    opposite = token.lower.rstrip("s") in _OPPOSITES
    if token.upos not in ("NOUN", "PROPN") or not (token.feat("Number") == "Plur" or opposite):
        return ()
    found: list[Party] = []
    for child in marked.parsed.children(token, "nmod", "amod", "compound"):
        if child.deprel == "nmod:poss" or preposition(marked.parsed, child) not in ("from", "of", ""):
            continue
        for one in (child, *_inside(marked, child)):
            adjective = one.upos == "ADJ" or one.rel in ("amod", "conj")
            kinds = ("country", "group", "body") if adjective else ("country", "group")
            found.extend(p for p in marked.named(one) if (p.kind in kinds and p.country) or p.code == "IGO")
    return tuple(_of_state(marked, state, token) for state in _one_each(found))


def _one_each(found: list[Party]) -> list[Party]:
    """One party a state, and one a body of none."""
    kept: dict[str, Party] = {}
    for party in found:
        kept.setdefault(party.country or party.name, party)
    return list(kept.values())


def _of_state(marked: Marked, state: Party, title: Token) -> Party:
    """Who of a state is meant by a plural title: the one person of that post in the report, else people unnamed."""
    if state.country is None:
        return state
    post = title.lemma.lower()
    holders = [p for p in marked.parties if p.kind == "person" and p.country == state.country and _holds(p, post)]
    if len(holders) == 1:
        return holders[0]
    return Party(-1, "group", f"{state.name} {title.lower}", state.country, state.country, "GOV")


def _holds(person: Party, post: str) -> bool:
    return post in (person.office or "").lower().split()


def _inside(marked: Marked, token: Token) -> list[Token]:
    """Coordinated heads at any depth of a name: parsers hang "and China" now on "South", now on "Korea"."""
    below = marked.parsed.subtree(token)
    return [t for t in below if t.i != token.i and t.rel in ("conj", "compound", "flat")]
