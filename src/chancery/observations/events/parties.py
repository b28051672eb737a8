"""Who is meant by the words that a rule's paths lead to: parties, or those answerable for an act or thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from chancery.grammar import clauses
from chancery.grammar.types import Token
from chancery.lexicon.event_rules import Path_
from chancery.mentions.places.find import place_in
from chancery.mentions.types import Party
from chancery.mentions.who import parties
from chancery.observations.events.groups import people
from chancery.observations.events.slots import DEFINITE, Scene, filled, saying_above, step
from chancery.observations.events.voices import home_state, sayers

_GROUNDS = frozenset({"in", "into", "on", "at", "near", "from", "through", "toward", "towards", "outside", "over"})
"""Prepositions whose phrase may name a side by its ground."""

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})

_MAX_DEPTH = 3
"""How far possessors of possessors are followed; beyond it the link to the act is lost."""


def parties_along(scene: Scene, token: Token, path: Path_) -> tuple[Party, ...]:
    """The parties at the end of a path; `owner` at its end stands for who is answerable for what is there."""
    tokens = [token]
    for name in path:
        if name in _ENDS:
            return _merged(_ENDS[name](scene, t) for t in tokens)
        if name == "owner":
            return _merged(owners(scene, c) for t in tokens for c in scene.parsed.conjuncts(t))
        tokens = [reached for t in tokens for reached in step(scene, t, name)]
    found = _merged(_named(scene, t) for t in tokens)
    if not found and path and path[-1] in _GROUNDS:
        return _merged(_ground(scene, t) for t in tokens)
    return found


def _ground(scene: Scene, token: Token) -> tuple[Party, ...]:
    """A place as a side: shells that fall on a town fall on its country."""
    place = place_in(scene.marked, token)
    country = None if place is None else place.country
    if country is None:
        return ()
    return (Party(-1, "country", scene.parsed.article.text[token.start : token.end], country, country),)


def owners(scene: Scene, token: Token, depth: int = 0) -> tuple[Party, ...]:
    """Who is meant by a phrase, or else who is answerable for the thing or act that it names.

    "Kyiv" is Kyiv; "Moscow's decision", "the Russian attack", "the attack by rebels", "the policy of Hanoi" are
    those of the possessor, the adjective, the "by" and the "of" phrase. After words of harm ("the killing of") the
    "of" phrase is the victim and passed over.
    """
    token = filled(scene, token)
    found = people(scene, token)
    if token.lower in _FIRST_PERSON and not found:
        return sayers(scene, token)
    if any(p.code for p in found) or depth > _MAX_DEPTH:
        return _of_each_state(scene, token, found)
    ways: list[str] = ["poss", "by", "mod", "from"]
    if scene.is_a(token, "TRAVEL"):
        ways = ["poss", "by"]
    elif not scene.is_a(token, "HARM"):
        ways = ["poss", "by", "mod", "of", "from", "between"]
    else:  # "the jailing of activists by Belarus", where parsers hang "by" on the victims
        ways.append("of.by")
    for way in ways:
        reached = _merged(owners(scene, t, depth + 1) for t in _along(scene, token, way))
        if reached:
            return reached
    others = _doers(scene, token) or _recalled(scene, token) or _of_home(scene, token)
    return others or found or _holders(scene, token)


def _holders(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The state in which a town or other ground lies that is named by its kind alone: "shelled villages in Mali"."""
    if not scene.is_a(token, "TERRITORY_N"):
        return ()
    verb = scene.parsed.head(token) if token.deprel in ("obj", "nsubj:pass") else None
    seats = step(scene, token, "in") or ([] if verb is None else step(scene, verb, "in"))
    return _merged(_ground(scene, seat) for seat in seats)


def _along(scene: Scene, token: Token, way: str) -> list[Token]:
    tokens = [token]
    for name in way.split("."):
        tokens = [reached for t in tokens for reached in step(scene, t, name)]
    return tokens


def _named(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The parties of a phrase; for what acts on their behalf ("the statement", "Russian jets") those behind it."""
    whole = filled(scene, token)
    found = people(scene, whole)
    if any(p.code for p in found):
        return _of_each_state(scene, whole, found)
    if whole.upos == "PRON" and not found:
        return _sayer(scene, whole)
    if any(scene.is_a(whole, c) for c in ("DOCUMENT", "TROOPS_N", "PEOPLE_N", "LEAGUE_N")):
        found = owners(scene, whole) or found
    return found


def _of_each_state(scene: Scene, head: Token, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Hungarian and Romanian officials" are two groups, though a phrase has one head."""
    if len(found) != 1 or found[0].kind not in ("group", "body"):
        return found
    for child in scene.parsed.children(head, "amod", "compound"):
        each = [p for c in scene.parsed.conjuncts(child) for p in scene.marked.named(c)]
        codes = list(dict.fromkeys(p.country for p in each if p.country))
        if len(codes) > 1:
            return tuple(replace(found[0], country=code, code=code) for code in codes)
    return found


def _sayer(scene: Scene, pronoun: Token) -> tuple[Party, ...]:
    """Who "it" or "we" is as subject of what somebody says: "Syria says it will not go" is about Syria."""
    if pronoun.lower in _FIRST_PERSON:
        return sayers(scene, pronoun)
    verb = scene.parsed.head(pronoun)
    if verb is None or pronoun.rel not in ("nsubj", "expl") or pronoun.lower not in ("it", "they", "he", "she"):
        return ()
    saying = saying_above(scene.parsed, verb)
    speaker = clauses.agent(scene.parsed, saying) if saying is not None else None
    return parties(scene.marked, speaker) if speaker is not None else ()


def _doers(scene: Scene, token: Token) -> tuple[Party, ...]:
    """Who did what a noun names, where a clause behind it tells: "the attacks that rebels carried out"."""
    persons = scene.is_a(token, "PEOPLE_N")  # "officers trained by France" are not French
    for clause in () if persons else scene.parsed.children(token, "acl"):
        agent = clauses.agent(scene.parsed, clause)
        if agent is not None and agent.i != token.i:
            found = parties(scene.marked, agent)
            if found:
                return found
    if scene.is_a(token, "DOCUMENT"):  # "adopted a resolution condemning it"
        authors = [v for v in step(scene, token, "verb") if scene.is_a(v, "AUTHOR_V")]
        return _merged(_named(scene, a) for v in authors for a in step(scene, v, "agent") if a.i != token.i)
    return ()


def _recalled(scene: Scene, token: Token) -> tuple[Party, ...]:
    """Who is behind a definite noun that points back: "the visit", "these remarks", "the Moscow trip".

    A noun that says more of itself ("the Geneva agreement", "the move to close the port") need not point back.
    """
    if token.upos != "NOUN" or not any(c.lower in DEFINITE for c in scene.parsed.children(token, "det")):
        return ()
    more = ("nmod", "acl") if scene.is_a(token, "TRAVEL") else ("nmod", "acl", "compound")
    return () if scene.parsed.children(token, *more) else scene.memory.behind(scene.lemma(token), token.start)


_ENDS: dict[str, Callable[[Scene, Token], tuple[Party, ...]]] = {
    "ground": _ground,
    "sayer": sayers,
    "state": home_state,
}
"""Steps that lead from a word to parties at once."""


def _of_home(scene: Scene, token: Token) -> tuple[Party, ...]:
    """Whose "the law" or "the election" is that nobody is named for: those of the state that the report is about."""
    definite = any(c.lower in DEFINITE for c in scene.parsed.children(token, "det"))
    return home_state(scene, token) if definite and scene.is_a(token, "STATE_ACT") else ()


def _merged(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(p for group in groups for p in group))
