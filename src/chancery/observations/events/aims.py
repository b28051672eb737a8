"""Whom an act concerns where no phrase of its own tells: whom it answers, what it is about, who was met."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar import clauses
from chancery.grammar.types import Token
from chancery.lexicon.event_rules import EventRule
from chancery.mentions.types import Party
from chancery.mentions.who import parties
from chancery.observations.events.settle import AT_HOME, Sides, abroad, deals_with, known, on_own_ground
from chancery.observations.events.slots import CUSTOMS, DEFINITE, Scene, step

_POINTING = ("OFFER_N", "ALLEGATION_N", "TALKS_N")
"""Classes of what somebody else asked for or said before."""
_GUILT = frozenset({"wrongdoing", "responsibility", "involvement", "guilt"})
"""What is denied as such, whoever has alleged it."""

_ABOUT_OTHERS = ("REQUEST", "THREATEN", "AGREE", "CONCEDE", "MOBILIZE", "PROTEST")
"""Types whose recipient may be told only in what they are about, or aimed at."""
_TOLD_THERE = ("AGREE",)
"""Types of what is said to somebody who was met."""
_AIMING = ("Inf", "Part", "Ger")
_CONDITIONS = ("if", "unless")


def concerned(scene: Scene, token: Token, rule: EventRule, mode: str | None, sides: Sides) -> tuple[Party, ...]:
    """The recipients of an act: those told, else whom it can be seen to concern, else nobody.

    Args:
        sides: actors, and the recipients that the rule's own paths lead to.
    """
    actors, recipients = sides
    event = rule.event
    if event == "REJECT" and not known(recipients) and _answers(scene, token):
        recipients = scene.memory.answered_by(actors, token.start) or _who_said_so(scene, token, actors) or recipients
    if event in _ABOUT_OTHERS and rule.recipient and rule.sides == "actor" and not recipients:
        recipients = _about(scene, token, event, actors)
    if event == "PROTEST" and {p.code for p in recipients} <= {p.code for p in actors}:
        recipients = _about(scene, token, event, actors) or recipients
    if event in _TOLD_THERE and rule.frame != "noun" and not recipients and len(actors) == 1:
        recipients = scene.memory.met(actors[0], token.start)
    if event in AT_HOME and not recipients:
        recipients = on_own_ground(scene, token, (event, mode), actors)
    return recipients


def _about(scene: Scene, token: Token, event: str, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The first other side in what an act is about; nobody, where several agree: they do with each other."""
    if event == "AGREE" and len(actors) > 1:
        return ()
    words = list(_aims(scene, token, event))
    for word in words:
        above = scene.parsed.head(word)
        if above is not None and above.lower in CUSTOMS:
            continue
        other = tuple(p for p in scene.marked.named(word) if deals_with(actors, p))
        if other:
            return other
    return abroad(scene, words, actors) if event == "CONCEDE" else ()


def _aims(scene: Scene, token: Token, event: str) -> Iterator[Token]:
    """The words in which a side may be told.

    Of preparations they are those behind "against", of protests the purpose; a threat's condition stands behind what
    is threatened: "will retaliate if Peru closes its border".
    """
    parsed = scene.parsed
    if event == "MOBILIZE":
        yield from (w for w in parsed.subtree(token) if clauses.preposition(parsed, w) == "against")
        return
    heads = step(scene, token, "content") or step(scene, token, "patient")
    if event == "PROTEST":
        below = (token, *step(scene, token, "patient"))
        heads = [c for b in below for c in parsed.children(b, "advcl", "acl") if c.feat("VerbForm") in _AIMING]
    if event == "THREATEN":
        heads = [*heads, *(c for c in parsed.children(token, "advcl") if _is_condition(scene, c))]
    for head in heads:
        yield from parsed.subtree(head, without=_set_off)


def _is_condition(scene: Scene, clause: Token) -> bool:
    return any(m.lower in _CONDITIONS for m in scene.parsed.children(clause, "mark"))


def _set_off(token: Token) -> bool:
    """True for clauses and names that stand beside what is said: "the hall, once a Greek church"."""
    clause = token.deprel == "acl:relcl" or (token.rel == "conj" and token.upos == "VERB")
    return clause or token.rel in ("appos", "parataxis")


def _answers(scene: Scene, token: Token) -> bool:
    """True where a refusal is of something told before ("declined", "rejected it", "denies the charge")."""
    if token.deprel == "acl:relcl" and any(c.lower == "which" for c in scene.parsed.children(token, "obj")):
        return True
    refused = step(scene, token, "patient")
    if not refused:
        return not step(scene, token, "content")
    return any(_points_back(scene, t) for t in refused)


def _points_back(scene: Scene, refused: Token) -> bool:
    if refused.upos in ("PRON", "DET"):
        return True
    if scene.lemma(refused) in _GUILT:
        return any(d.lower in DEFINITE for d in scene.parsed.children(refused, "det"))
    return any(scene.is_a(refused, name) for name in _POINTING)


def _who_said_so(scene: Scene, token: Token, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who says in the same sentence what is denied there: "Syria said troops had come, a charge that Mali denied"."""
    sentence, codes = scene.parsed.sentence(token), {p.code for p in actors}
    for verb in scene.parsed.tokens[sentence.first : token.i]:
        if verb.upos != "VERB" or not scene.parsed.children(verb, "ccomp"):
            continue
        speaker = clauses.agent(scene.parsed, verb)
        others = () if speaker is None else tuple(p for p in parties(scene.marked, speaker) if p.code not in codes)
        if known(others):
            return others
    return ()
