"""From a word to those who stand around it: the paths that event rules name, walked in a tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chancery.grammar import clauses
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.event_rules import GRAMMAR_STEPS, Path_
from chancery.lexicon.events import EventRules
from chancery.mentions.types import Marked
from chancery.mentions.who import parties
from chancery.observations.events.memory import Memory
from chancery.observations.types import Statement

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of what is known already."""

CUSTOMS = frozenset({"language", "alphabet", "script", "literature", "cuisine", "food", "music", "culture", "word"})
"""Nouns that a state's adjective before them does not make its own doing: "the Russian language"."""

_MAX_DEPTH = 3
"""Measure words that may stand one in another ("part of a series of attacks")."""


@dataclass(frozen=True)
class Scene:
    """A marked article with the rules, what it has told so far, and the statements that it reports."""

    marked: Marked
    rules: EventRules
    memory: Memory
    statements: Sequence[Statement] = ()

    @property
    def parsed(self) -> Parsed:
        return self.marked.parsed

    def is_a(self, token: Token, name: str) -> bool:
        """True where the token's lemma is of a word class ("LIGHT")."""
        return self.lemma(token) in self.rules.classes.get(name, frozenset())

    def lemma(self, token: Token) -> str:
        """The token's lemma, lower case, mended by our word lists; after a hyphen the whole word's, where they know it.

        Universal Dependencies splits "cease-fire" and "test-fired" in three.
        """
        own, at = self.rules.lemma(token.text, token.lemma, token.upos), token.i
        if at > 1 and self.parsed.tokens[at - 1].text == "-":
            whole = f"{self.parsed.tokens[at - 2].lower}-{own}"
            return whole if whole in self.rules.known else own
        return own


def tokens_along(scene: Scene, token: Token, path: Path_) -> list[Token]:
    """The heads of the phrases at the end of a path, with what is coordinated with them."""
    tokens = [token]
    for name in path:
        tokens = [reached for t in tokens for reached in step(scene, t, name)]
    return [whole for t in tokens for c in scene.parsed.conjuncts(t) for whole in (c, filled(scene, c))]


def step(scene: Scene, token: Token, name: str) -> list[Token]:
    """The heads of the phrases one step away; see `chancery.lexicon.events.STEPS`."""
    if name in GRAMMAR_STEPS:
        return _STEPS[name](scene, token)
    preposition = name.replace("_", " ")
    found = _introduced(scene.parsed, token, preposition)
    if not found and preposition == "by" and clauses.is_passive(scene.parsed, token):
        late = _late_by_phrase(scene.parsed, token)
        return [] if late is None else [late]
    if not found and token.upos in ("NOUN", "PROPN"):
        verb = light_verb(scene, _top(scene, token))
        if verb is None and preposition == "by":  # "rejected calls by Peru", where parsers hang "by" on the verb
            verb = _active_verb(scene.parsed, token)
        if verb is not None:
            return _introduced(scene.parsed, verb, preposition)
    return found


def _active_verb(parsed: Parsed, noun: Token) -> Token | None:
    above = parsed.head(noun)
    active = above is not None and noun.rel == "obj" and not clauses.is_passive(parsed, above)
    return above if active else None


def _introduced(parsed: Parsed, token: Token, preposition: str) -> list[Token]:
    found = [
        c
        for c in parsed.children(token, "obl", "nmod")
        if c.deprel != "nmod:poss" and clauses.preposition(parsed, c) == preposition
    ]
    if found:  # a second noun that a parser did not hang on the first: "between Syria and President Aoun"
        rest = (c for c in parsed.children(token, found[-1].rel) if c.i > found[-1].i)
        found += [c for c in rest if parsed.children(c, "cc") and not parsed.children(c, "case")]
    if not found and preposition in ("of", "for", "by", "to", "from", "in", "against", "on", "with"):
        for child in parsed.children(token, "advcl", "acl"):  # "accused it of hiding", "thanked it for helping"
            mark = parsed.child(child, "mark", "case")
            if mark is not None and mark.lower == preposition:
                found.append(child)
    return found


def _agent(scene: Scene, token: Token) -> list[Token]:
    """Who does what a verb says; of "the US decision to leave" the state that the noun is of."""
    parsed = scene.parsed
    found = (
        clauses.subject(parsed, token) if clauses.is_misread_passive(parsed, token) else clauses.agent(parsed, token)
    )
    if found is None and clauses.is_passive(parsed, token):
        found = _late_by_phrase(parsed, token)
    if found is None and token.rel == "acl" and token.feat("VerbForm") == "Inf":
        noun = parsed.head(token)
        return [] if noun is None else _mod(scene, noun)[:1]
    return [] if found is None else [found]


def _late_by_phrase(parsed: Parsed, verb: Token) -> Token | None:
    """A passive's doer that a parser hung on the phrase before: "was accused of fraud by Peru"."""
    below = [c for c in parsed.children(verb, "obl", "advcl", "xcomp") if c.i > verb.i]
    inside = (w for c in below for w in parsed.subtree(c) if w.rel in ("nmod", "obl"))
    return max((w for w in inside if clauses.preposition(parsed, w) == "by"), key=lambda w: w.i, default=None)


def _patient(scene: Scene, token: Token) -> list[Token]:
    """What a verb is done to; where the tree has no object, the indirect one, or the doer of its infinitive.

    Parsers differ on whose the noun is in "warned Japan not to enter": object of the one verb, subject of the other.
    """
    if clauses.is_misread_passive(scene.parsed, token):
        found = scene.parsed.child(token, "obj", "iobj")
    else:
        found = clauses.patient(scene.parsed, token) or scene.parsed.child(token, "iobj")
    if found is None and token.rel == "advcl" and clauses.is_passive(scene.parsed, token):
        above = scene.parsed.head(token)
        found = None if above is None else clauses.subject(scene.parsed, above)
    if found is None:
        clause = scene.parsed.child(token, "xcomp", "ccomp")
        open_clause = clause is not None and clause.feat("VerbForm") in ("Inf", "Part", "Ger")
        if clause is not None and open_clause and not scene.parsed.children(clause, "aux"):
            found = scene.parsed.child(clause, "nsubj")
    if found is None:
        found = _particle_object(scene, token)
    return [] if found is None else [found]


def _particle_object(scene: Scene, token: Token) -> Token | None:
    """The object of a verb whose particle was read as a preposition ("brushed off the offer"), or None."""
    after = token.i + 1
    if after == len(scene.parsed.tokens):
        return None
    particle = scene.parsed.tokens[after].lower
    if (scene.lemma(token), particle) not in scene.rules.particles:
        return None
    phrases = scene.parsed.children(token, "obl")
    return next((p for p in phrases if clauses.preposition(scene.parsed, p) == particle), None)


def _subject(scene: Scene, token: Token) -> list[Token]:
    found = clauses.subject(scene.parsed, token)
    if found is None and token.upos == "ADJ" and scene.parsed.children(token, "xcomp"):
        found = scene.parsed.child(token, "expl")  # "it is willing to leave", read like "it is easy to leave"
    return [] if found is None else [found]


def _poss(scene: Scene, token: Token) -> list[Token]:
    return list(scene.parsed.children(token, "nmod:poss"))


def _mod(scene: Scene, token: Token) -> list[Token]:
    """Names and adjectives of states before a noun ("US sanctions", "Russian"); "US-led" through the participle."""
    found = []
    for child in scene.parsed.children(token, "amod", "compound", "nmod", "nummod"):
        if child.deprel == "nmod:poss" or child.i > token.i or token.lower in CUSTOMS:
            continue
        if scene.marked.named(child):
            found.append(child)
        elif scene.is_a(child, "LED"):
            found.extend(g for g in scene.parsed.children(child) if scene.marked.named(g) and g.i < child.i)
    return found


def _verb(scene: Scene, token: Token) -> list[Token]:
    """The verb that a noun is object, passive subject or complement of."""
    top = _top(scene, token)
    above = scene.parsed.head(top)
    if above is None or above.upos != "VERB":
        return []
    hangs = top.deprel == "nsubj:pass" or top.rel in ("obj", "obl", "iobj", "xcomp")
    return [above] if hangs else []


def _governor(scene: Scene, token: Token) -> list[Token]:
    """Who does what a noun names, by a verb that lends it little but time: "launched an attack", "voiced anger"."""
    verb = light_verb(scene, _top(scene, token))
    if verb is not None:
        return _agent(scene, verb)
    for clause in scene.parsed.children(token, "acl"):
        if scene.is_a(clause, "LIGHT"):
            found = clauses.agent(scene.parsed, clause)
            if found is not None and found.i != token.i:
                return [found]
    return []


def light_verb(scene: Scene, noun: Token) -> Token | None:
    """The light verb that a noun is object of ("issue a warning", "an attack was launched"), or None."""
    above = scene.parsed.head(noun)
    if above is not None and noun.deprel in ("obj", "nsubj:pass") and scene.is_a(above, "LIGHT"):
        return above
    return None


def _content(scene: Scene, token: Token) -> list[Token]:
    """What is asked, refused or threatened: a clause, a "for" phrase, or the object where it is no party."""
    parsed = scene.parsed
    clause = parsed.child(token, "xcomp", "ccomp")
    if clause is not None:
        return [clause]
    found = _introduced(parsed, token, "for")
    if found:
        return found
    for child in parsed.children(token, "advcl", "acl"):
        mark = parsed.child(child, "mark")
        if mark is not None and mark.lower in ("to", "for", "that"):
            return [child]
    target = clauses.patient(parsed, token) if token.upos == "VERB" else None
    if target is not None and not parties(scene.marked, target):
        return [target]
    return [] if token.upos == "VERB" else _introduced(parsed, token, "of")


def _infinitive(scene: Scene, token: Token) -> list[Token]:
    """The open complement; where a parser hangs it elsewhere ("threatened on Monday to leave"), the "to" clause."""
    found = scene.parsed.children(token, "xcomp")
    if not found:
        found = scene.parsed.children(token, "advcl", "acl")
        return [c for c in found if c.i > token.i and _marked_to(scene.parsed, c)]
    return list(found)


def _marked_to(parsed: Parsed, clause: Token) -> bool:
    mark = parsed.child(clause, "mark")
    return mark is not None and mark.lower == "to" and not parsed.children(clause, "nsubj")


def _addressee(scene: Scene, token: Token) -> list[Token]:
    """Whom a clause is told to: the object or "to" phrase of the verb of saying above it."""
    above = scene.parsed.head(token)
    while above is not None and token.rel in ("conj", "xcomp"):
        token, above = above, scene.parsed.head(above)
    if above is None or token.rel not in ("ccomp", "parataxis") or above.upos != "VERB":
        return []
    told = scene.parsed.child(above, "iobj", "obj")
    return [told] if told is not None else _introduced(scene.parsed, above, "to")


def _child(*rels: str) -> Callable[[Scene, Token], list[Token]]:
    def reached(scene: Scene, token: Token) -> list[Token]:
        return list(scene.parsed.children(token, *rels))

    return reached


_STEPS: dict[str, Callable[[Scene, Token], list[Token]]] = {
    "agent": _agent,
    "patient": _patient,
    "subject": _subject,
    "iobj": _child("iobj"),
    "obj": _child("obj"),
    "poss": _poss,
    "mod": _mod,
    "verb": _verb,
    "governor": _governor,
    "content": _content,
    "xcomp": _infinitive,
    "ccomp": _child("ccomp"),
    "advcl": _child("advcl"),
    "acl": _child("acl"),
    "nummod": _child("nummod"),
    "parataxis": _child("parataxis", "appos"),
    "amod": _child("amod", "compound", "advmod"),
    "advmod": _child("advmod"),
    "addressee": _addressee,
    "owner": lambda _, token: [token],
    "ground": lambda _, token: [token],
    "sayer": lambda _, token: [token],
    "state": lambda _, token: [token],
}


def saying_above(parsed: Parsed, token: Token) -> Token | None:
    """The verb of saying whose clause a word is in ("said it would join"), or None."""
    current = token
    for above in parsed.ancestors(token):
        if current.rel in ("ccomp", "parataxis") and above.upos == "VERB":
            return above
        if current.rel not in ("conj", "xcomp", "obj"):
            return None
        current = above
    return None


def filled(scene: Scene, token: Token) -> Token:
    """The noun that a measure word stands before: "a series of attacks" is about attacks."""
    for _ in range(_MAX_DEPTH):
        if not scene.is_a(token, "MEASURE"):
            break
        inner = _introduced(scene.parsed, token, "of")
        if not inner:
            break
        token = inner[0]
    return token


def _top(scene: Scene, token: Token) -> Token:
    """Up from a noun through coordination and measure words, to where its phrase hangs."""
    while True:
        above = scene.parsed.head(token)
        if above is None:
            return token
        in_measure = token.rel == "nmod" and scene.is_a(above, "MEASURE")
        if not in_measure and not (token.rel == "conj" and above.upos == token.upos):
            return token
        token = above
