"""Event rules held against the words of an article: which rule speaks at a word, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chancery.grammar import clauses
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.event_rules import BY_CONTENT, PARTY, EventRule, Need, Path_
from chancery.mentions.types import Party
from chancery.observations.events.aims import concerned
from chancery.observations.events.parties import parties_along
from chancery.observations.events.settle import AT_HOME, its_people, known, settled
from chancery.observations.events.slots import DEFINITE, Scene, saying_above, step, tokens_along
from chancery.observations.events.status import is_future, status_of
from chancery.observations.events.voices import sayers

_FRAMES = {"verb": ("VERB",), "noun": ("NOUN", "PROPN"), "adj": ("ADJ", "VERB")}

_OF_STATE = ("GOV", "MIL", "SPY", None)
_TOLD_AS_SO = ("done", "ongoing", "background", "alleged")
_WORDS = frozenset({"remark", "comment", "statement", "assertion", "claim", "word", "speech", "rhetoric", "tweet"})
"""What a report calls one and the same utterance by turns."""
_DUTY = frozenset({"must", "should", "ought"})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that speaks at a word, its mode settled, with the parties on either side (an empty side: not told)."""

    rule: EventRule
    token: Token
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def match_at(scene: Scene, token: Token) -> Match | None:
    """The most particular rule whose words and conditions hold at a word and whose sides are told, or None."""
    for rule in rules_at(scene, token):
        if has_words(scene, token, rule) and all(holds(scene, token, need) for need in rule.needs):
            found = with_sides(scene, token, rule)
            if found is not None:
                return found
    return None


def rules_at(scene: Scene, token: Token) -> tuple[EventRule, ...]:
    """The rules that name a word, the most particular first; none for the first part of a compound or a time's name."""
    if (token.rel == "compound" and token.i < token.head) or _in_time(scene, token):
        return ()
    rules = scene.rules.by_lemma.get(scene.lemma(token), ())
    if token.upos == "VERB":  # "is prepared to" may be read as a passive
        rules += tuple(r for r in scene.rules.by_lemma.get(token.lower, ()) if r.frame == "adj" and r not in rules)
    return rules


def _in_time(scene: Scene, token: Token) -> bool:
    """True for a name in words for a time: "March" is no march there."""
    return token.upos == "PROPN" and any(w.first <= token.i < w.last for w in scene.marked.times)


def has_words(scene: Scene, token: Token, rule: EventRule) -> bool:
    """Is a word of the rule's part of speech and one of its lemmas, with the particle where one is named?"""
    parsed, lemma = scene.parsed, scene.lemma(token)
    if token.upos not in _FRAMES[rule.frame] or (rule.frame == "verb" and token.rel == "amod"):
        return False
    forms = (lemma, token.lower) if rule.frame == "adj" else (lemma,)
    return any(word in forms and (not p or _has_particle(parsed, token, p)) for word, p in rule.words)


def _has_particle(parsed: Parsed, token: Token, particle: str) -> bool:
    if any(c.lower == particle for c in parsed.children(token, "compound", "advmod", "xcomp")):
        return True
    after = token.i + 1
    return after < len(parsed.tokens) and parsed.tokens[after].lower == particle


def holds(scene: Scene, token: Token, need: Need) -> bool:
    """Is a rule's condition met at a word?"""
    if not need.paths:
        return _FLAGS[need.flag](scene, token) != need.forbids
    return any(met(scene, token, need, path) for path in need.paths) != need.forbids


def met(scene: Scene, token: Token, need: Need, path: Path_) -> bool:
    """Does one of a condition's paths lead to what it asks for (or forbids)?"""
    found = tokens_along(scene, token, path)
    if PARTY in need.terms and parties_along(scene, token, path):
        document = path[0] != "agent" and bool(found) and all(scene.is_a(t, "DOCUMENT") for t in found)
        return path[-1] == "owner" or not document
    if need.flag:
        return any(_FLAGS[need.flag](scene, t) for t in found)
    if need.terms:
        return any(scene.lemma(t) in need.terms or t.lower in need.terms for t in found)
    return bool(found)


def _negated(scene: Scene, token: Token) -> bool:
    return clauses.negated(scene.parsed, token)


def _must(scene: Scene, token: Token) -> bool:
    parsed = scene.parsed
    if any(c.lower in _DUTY for c in parsed.children(token, "aux")):
        return True
    above = parsed.head(token)
    return token.rel == "xcomp" and above is not None and above.lower in ("has", "have")


def _definite(scene: Scene, token: Token) -> bool:
    return any(c.lower in DEFINITE for c in scene.parsed.children(token, "det"))


def _asserted(scene: Scene, token: Token) -> bool:
    """True for what somebody is reported to have said is so: neither supposed, nor asked for, nor denied."""
    return bool(sayers(scene, token)) and status_of(scene, token) in _TOLD_AS_SO


def _bare(scene: Scene, token: Token) -> bool:
    """True for the subjunctive of demands ("insisted that Morocco take it back"), by its form without an ending."""
    subject = scene.parsed.child(token, "nsubj")
    third = subject is not None and subject.upos in ("NOUN", "PROPN") and subject.feat("Number") != "Plur"
    return (
        third and token.upos == "VERB" and not scene.parsed.children(token, "aux") and token.lower == scene.lemma(token)
    )


def _unless(scene: Scene, token: Token) -> bool:
    """True for what will be done unless the other side does its part."""
    clauses_below = scene.parsed.children(token, "advcl")
    return any(m.lower == "unless" for c in clauses_below for m in scene.parsed.children(c, "mark"))


def _of_firm(scene: Scene, token: Token) -> bool:
    return any(p.sector == "BUS" for p in scene.marked.named(token))


_FLAGS: dict[str, Callable[[Scene, Token], bool]] = {
    "negated": _negated,
    "affirmed": lambda scene, token: not _negated(scene, token),
    "future": lambda scene, token: is_future(scene.parsed, token),
    "must": _must,
    "passive": lambda scene, token: clauses.is_passive(scene.parsed, token),
    "active": lambda scene, token: not clauses.is_passive(scene.parsed, token),
    "definite": _definite,
    "said": lambda scene, token: saying_above(scene.parsed, token) is not None,
    "asserted": _asserted,
    "firm": _of_firm,
    "unless": _unless,
    "bare": _bare,
    "behind": lambda scene, token: any(c.lower == "behind" for c in scene.parsed.children(token, "case")),
}


def with_sides(scene: Scene, token: Token, rule: EventRule) -> Match | None:
    """The match with its parties, or None where those that the rule must know are not told."""
    mode = _mode_by_content(scene, token, rule) if rule.mode == BY_CONTENT else rule.mode
    actors, recipients = sides_at(scene, token, rule, mode)
    enough = _enough(rule, actors, recipients)
    if enough and _own_affair(actors, recipients) and rule.event in AT_HOME:
        recipients = its_people(recipients)
    elif not enough or _own_affair(actors, recipients):
        return None
    if rule.sides == "mutual":
        return Match(rule, token, mode, (*actors, *recipients), ())
    return Match(rule, token, mode, actors, recipients)


def _enough(rule: EventRule, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Are those sides told that a rule must know?"""
    told_actor, told_recipient = known(actors), known(recipients)
    return {
        "both": bool(actors) and bool(recipients) and (told_actor or told_recipient),
        "actor": told_actor or (told_recipient and any(p.kind in ("group", "body") for p in actors)),
        "recipient": told_recipient,
        "either": told_actor or told_recipient,
        "two": told_actor and len((*actors, *recipients)) > 1,
        "mutual": sum(p.code is not None for p in (*actors, *recipients)) > 1,
    }[rule.sides]


def sides_at(
    scene: Scene, token: Token, rule: EventRule, mode: str | None
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients: those that the rule's paths lead to, settled; else whom an answer or words are about."""
    act = (rule.event, mode)
    doers = _first(scene, token, rule.actor)
    actors, _ = settled(scene, token, act, (doers, _first(scene, token, rule.recipient, doers)))
    actors, recipients = settled(scene, token, act, (actors, _first(scene, token, rule.recipient, actors)))
    return actors, concerned(scene, token, rule, mode, (actors, recipients))


def _first(scene: Scene, token: Token, paths: tuple[Path_, ...], besides: tuple[Party, ...] = ()) -> tuple[Party, ...]:
    """The parties of the first path that leads to any with a code, else of the first that leads to any.

    Args:
        besides: those on the other side, already told; a path to their own state's like counts only where none
            leads further.
    """
    own = {(p.code, p.sector) for p in besides}
    names = {p.name for p in besides}
    rest: tuple[Party, ...] = ()
    for path in paths:
        found = tuple(p for p in parties_along(scene, token, path) if p not in besides and p.name not in names)
        apart = tuple(p for p in found if (p.code, p.sector) not in own)
        if known(apart):
            return apart
        rest = rest or apart or found
    return rest


def _own_affair(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """True where a state would act on itself: a sign that one of the sides was misread."""
    if not actors or not recipients:
        return False
    same = {p.code for p in actors} == {p.code for p in recipients}
    both = (*actors, *recipients)
    return same and any(p.kind == "country" for p in both) and all(p.sector in _OF_STATE for p in both)


def _mode_by_content(scene: Scene, token: Token, rule: EventRule) -> str | None:
    """The mode that the lemmas of what is asked, refused or threatened call for, nearest to its head first."""
    layer = step(scene, token, "content")
    modes = scene.rules.contents.get(rule.event, ())
    for _ in range(3):
        for word in layer:
            for mode, lemmas in modes:
                if scene.lemma(word) in lemmas:
                    return mode
        layer = [child for word in layer for child in scene.parsed.children(word)]
    return None


def topic_of(scene: Scene, token: Token) -> frozenset[str]:
    """Lemmas of what an act of speech is about: its content's head, with the nouns and verbs next below."""
    heads = step(scene, token, "content") or step(scene, token, "patient")
    if token.upos in ("NOUN", "PROPN"):
        heads = heads or [c for c in scene.parsed.children(token, "nmod") if c.deprel != "nmod:poss"]
    words = [*heads, *(c for h in heads for c in scene.parsed.children(h))]
    telling = (w for w in words if w.upos in ("NOUN", "VERB") and not scene.marked.named(w))
    return frozenset(_theme(scene, word) for word in telling)


def _theme(scene: Scene, word: Token) -> str:
    """A word's lemma, or one name for all words of travel, and one for what somebody has said."""
    if scene.is_a(word, "TRAVEL"):
        return "TRAVEL"
    lemma = scene.lemma(word)
    return "WORDS" if lemma in _WORDS else lemma
