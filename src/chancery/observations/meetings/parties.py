"""Parties as sides of an encounter: who can be one, and when two are the same."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.types import Party

BYSTANDERS = frozenset({"MED", "CVL", "CRM", "EDU", "REF", "HLH", "LAB", "AGR"})
"""People who meet officials in the news without speaking for a state, an organisation or an armed group."""

CAMPS = frozenset({"REB", "OPP"})
"""Sectors that are a side of their own against the government of the same state."""

_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "ELI", "IGO", "REB", "OPP", "PTY"})
_DEPUTY = frozenset({"vice", "deputy", "former", "ex", "acting", "assistant", "council", "commission"})
_CIRCLES = frozenset({"ministers", "leaders", "presidents", "premiers", "monarchs", "kings", "chiefs"})
_UNTOLD = frozenset({"two", "three", "four", "five", "six", "both", "other", "these", "those", "all", "some", "many"})
_OF_ANY_POST = frozenset({"official", "diplomat", "envoy", "emissary", "politician", "visitor", "negotiator"})
_VAGUE = frozenset({"leader", "ruler", "side", "host", "guest", "party", "delegation", "counterpart", "pair"})


def can_meet(party: Party) -> bool:
    """True for whoever can speak for a state, an organisation or an armed group, as far as told."""
    if party.kind in ("country", "body"):
        return party.sector != "MED"
    if party.kind == "group" and not (party.country or party.code):
        told = party.body is not None and party.sector != "GOV"  # a minister of no state that is told
        return (told or is_circle(party)) and party.sector not in BYSTANDERS
    return party.sector not in BYSTANDERS


def is_circle(party: Party) -> bool:
    """True for office-holders of several states who are told as one: "Arab leaders", "the foreign ministers"."""
    words = party.name.lower().split()
    told = len(words) > 1 and words[-1] in _CIRCLES and not set(words) & _UNTOLD
    return told and party.sector in ("GOV", None)


def travels(party: Party) -> bool:
    """True for a person or group whose journey is a visit between states: an official, as far as told."""
    return party.kind != "country" and (party.sector in _OFFICIAL or party.office is not None)


def official(party: Party) -> bool:
    """True where it is told whom the party speaks for: a state, an office, an organisation of states."""
    return party.country is not None or party.office is not None or party.sector in _OFFICIAL or party.body is not None


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
        return min(a.entity, b.entity) < 0 and _names_agree(a, b)
    if _untold(a) or _untold(b):
        return bool(a.office and b.office) and _words_meet(a.office or "", b.office or "")
    if a.country and b.country:
        return a.country == b.country and same_camp(a, b)
    if a.office and b.office and a.code == b.code and a.country == b.country:
        return _words_meet(a.office, b.office)
    return _names_agree(a, b) or (bool(a.body) and a.body == b.name) or (bool(b.body) and b.body == a.name)


def same_camp(a: Party, b: Party) -> bool:
    """A government and its rebels or opposition share a country and are two sides."""
    return (a.sector in CAMPS) == (b.sector in CAMPS)


def two_sides(sides: tuple[Party, ...]) -> bool:
    """True for parties of at least two sides: other states, other bodies, or two camps of one state.

    Somebody of whom no state or body is told is another side to one who has one, but two such are not two sides.
    """
    told = {_speaks_for(s) for s in sides}
    known = told - {None}
    return len(known) > 1 or (len(known) == 1 and None in told) or (not known and _namesakes(sides))


def _namesakes(sides: tuple[Party, ...]) -> bool:
    """Two holders of one office are of two states: "President Lula and President Boric"."""
    offices = [s.office.lower() for s in sides if s.kind == "person" and s.office and s.sector == "GOV"]
    return len(offices) > len(set(offices))


def _speaks_for(party: Party) -> tuple[str, bool] | None:
    """The state (and which camp in it), or the body, that a party speaks for; None where not told."""
    if party.country is not None:
        return party.country, party.sector in CAMPS
    if party.kind == "body":
        return party.name, False
    name = party.body or (party.name if party.code == "IGO" else None)
    return (name, False) if name is not None else None


def _posts_clash(a: Party, b: Party) -> bool:
    """Unnamed people are no named person of another post: "officials" are no president."""
    if a.kind != "group" or b.kind != "person":
        return False
    if a.name.lower().rpartition(" ")[2] in _OF_ANY_POST:
        return False  # "a top Chinese official" may be anybody of them
    if a.office and b.office:
        return not _words_meet(a.office, b.office)
    return not any(w.rstrip("s") in _VAGUE for w in a.name.lower().split())


def _untold(party: Party) -> bool:
    """Somebody of whom only the office is told: "the Foreign Minister"."""
    return party.kind == "group" and bool(party.office) and not (party.country or party.body or party.code)


def _words_meet(a: str, b: str) -> bool:
    left, right = ({w.rstrip("s") for w in x.lower().replace("-", " ").split()} for x in (a, b))
    return left <= right or right <= left


def _names_agree(a: Party, b: Party) -> bool:
    left, right = set(a.name.lower().split()), set(b.name.lower().split())
    return bool(left and right) and (left <= right or right <= left)


def is_head(words: MeetingWords, office: str) -> bool:
    """True for the office of a head of state or government."""
    text = office.lower()
    if _DEPUTY & set(text.replace("-", " ").split()):
        return False
    return any(head in text for head in words.heads)
