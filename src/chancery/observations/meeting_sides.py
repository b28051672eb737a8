"""Who can be a side of an encounter, and when two parties are the same side."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.grammar.clauses import agent, preposition
from chancery.grammar.types import Token
from chancery.mentions.types import Marked, Party
from chancery.mentions.who import parties

# People who meet officials in the news without speaking for a state, an organisation or an armed group.
BYSTANDERS = frozenset({"MED", "CVL", "CRM", "EDU", "REF", "HLH", "LAB", "AGR"})
_VAGUE = frozenset({"leader", "ruler", "side", "host", "guest", "party", "delegation", "counterpart", "pair"})
_STATE = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "ELI"})


def sides_at(marked: Marked, token: Token | None) -> tuple[Party, ...]:
    """The parties of a noun phrase that can be sides of an encounter, each once, in the order told.

    A plural that is told with several states ("officials from Kenya and Uganda", "his Kenyan and Ugandan
    counterparts") gives one party a state.
    """
    if token is None:
        return ()
    found = parties(marked, token)
    if len(found) < 2 and not any(p.kind == "person" for p in found):
        spread = _one_a_state(marked, token)
        found = spread if len(spread) > 1 or not found else found
    return distinct(p for p in found if can_meet(p))


def can_meet(party: Party) -> bool:
    """True for whoever can speak for a state, an organisation or an armed group."""
    if party.kind in ("country", "body"):
        return party.sector != "MED"
    return party.sector not in BYSTANDERS


def travels(party: Party) -> bool:
    """True for a person or group whose journey is a visit between states: an official, as far as told."""
    if party.kind == "country":
        return False
    return party.sector in _STATE or party.sector in ("IGO", "REB", "OPP", "PTY") or party.office is not None


def distinct(found: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, the first told kept."""
    kept: list[Party] = []
    for party in found:
        if not any(_identical(party, k) for k in kept):
            kept.append(party)
    return tuple(kept)


def _identical(a: Party, b: Party) -> bool:
    if a.entity >= 0 and b.entity >= 0:
        return a.entity == b.entity
    return (a.kind, a.name, a.country) == (b.kind, b.name, b.country)


def compatible(a: Party, b: Party) -> bool:
    """True where two mentions can mean one side: the same chain, the same name, or a state and its people."""
    if a.entity >= 0 and a.entity == b.entity:
        return True
    if _posts_clash(a, b) or _posts_clash(b, a):
        return False
    if a.kind == "person" and b.kind == "person":
        return _names_agree(a, b)
    if a.country and b.country:
        return a.country == b.country and _same_camp(a, b)
    return _names_agree(a, b) or (bool(a.body) and a.body == b.name) or (bool(b.body) and b.body == a.name)


def _same_camp(a: Party, b: Party) -> bool:
    """A government and its rebels or opposition share a country and are two sides."""
    return (a.sector in ("REB", "OPP")) == (b.sector in ("REB", "OPP"))


def _posts_clash(a: Party, b: Party) -> bool:
    """Unnamed people are no named person of another post: "officials" are no president."""
    if a.kind != "group" or b.kind != "person":
        return False
    if a.office and b.office:
        return not _words_meet(a.office, b.office)
    return not any(w.rstrip("s") in _VAGUE for w in a.name.lower().split())


def _words_meet(a: str, b: str) -> bool:
    left, right = ({w.rstrip("s") for w in x.lower().replace("-", " ").split()} for x in (a, b))
    return left <= right or right <= left


def _names_agree(a: Party, b: Party) -> bool:
    left, right = set(a.name.lower().split()), set(b.name.lower().split())
    return bool(left and right) and (left <= right or right <= left)


def two_sides(sides: tuple[Party, ...]) -> bool:
    """True for parties of at least two sides: other states, other bodies, or two camps of one state."""
    if len(sides) < 2:
        return False
    first = sides[0]
    for other in sides[1:]:
        if first.country != other.country or first.country is None:
            return True
        if not _same_camp(first, other):
            return True
    return False


def subject_of(marked: Marked, verb: Token) -> Token | None:
    """The head of the phrase that does what the verb says; so is Ruto in "plans for Ruto to visit"."""
    found = agent(marked.parsed, verb)
    if found is not None:
        return found
    above = marked.parsed.head(verb)
    if verb.rel in ("acl", "advcl") and above is not None and preposition(marked.parsed, above) == "for":
        return above
    return None


def _one_a_state(marked: Marked, token: Token) -> tuple[Party, ...]:
    """One party a state that a plural is told with: "officials from Kenya and Uganda"."""
    if token.feat("Number") != "Plur" or token.upos not in ("NOUN", "PROPN"):
        return ()
    found: list[Party] = []
    for child in marked.parsed.children(token, "nmod", "amod", "compound"):
        if child.rel == "nmod" and preposition(marked.parsed, child) not in ("from", "of", ""):
            continue
        for one in (child, *_inside(marked, child)):
            found.extend(p for p in marked.named(one) if p.kind == "country" and p.country)
    people = [
        Party(-1, "group", f"{p.name} {token.lower}", p.country, p.country, "GOV") for p in distinct(found)
    ]
    return tuple(people)


def _inside(marked: Marked, token: Token) -> list[Token]:
    """Coordinated heads at any depth of a name: parsers hang "and China" now on "South", now on "Korea"."""
    below = marked.parsed.subtree(token)
    return [t for t in below if t.i != token.i and t.rel in ("conj", "compound", "flat")]
