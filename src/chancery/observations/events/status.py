"""Whether an act was done, is planned, promised, denied or only spoken of: read off the words that govern it.

The walk goes from the act's word up through the words that it depends on, as in work on event factuality (Saurí
and Pustejovsky 2009): each may pass the act on unchanged, or say that it is planned, promised, denied, alleged or
hypothetical; a finite clause of its own ends the walk, a verb of saying passes it on.
"""

from __future__ import annotations

from collections.abc import Iterable

from chancery.grammar import clauses
from chancery.grammar.types import Parsed, Token
from chancery.observations.events.slots import Scene, light_verb, saying_above
from chancery.observations.types import EventStatus

_RANK: tuple[EventStatus, ...] = (
    "denied", "conditional", "hypothetical", "alleged", "planned", "promised", "ongoing", "done", "background",
)  # fmt: skip
"""Of two readings of one act, the one that stands first here holds."""

_OPEN = clauses.WOULD | clauses.MAY | {"need"}
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until", "till"})
_INVERTED = frozenset({"should", "had", "were"})
"""Auxiliaries that before their subject say "if": "had they attacked"."""
_APART = frozenset({"after", "before", "since", "while", "when", "despite", "having"})
"""Words before a participle whose act is a fact of its own, whatever is said of the main one."""
_MAX_STEPS = 8
"""Longer chains of governors do not occur in sentences that a parser gets right."""


def status_of(scene: Scene, token: Token, verbal: bool = False, violent: bool = False) -> EventStatus:
    """The status of the act that a word names, by its own clause and those above it.

    Args:
        verbal: true for acts of speech, whose nouns keep their status under verbs about them: an accusation that is
            denied, an offer that is refused has been made.
        violent: true for acts that count as done when attempted: "tried to stab".
    """
    return strongest(status for status, _ in status_words(scene, token, verbal, violent))


def strongest(found: Iterable[EventStatus]) -> EventStatus:
    """Of the statuses that words give an act, the one that holds: done, where none is given."""
    return min(found, key=_RANK.index, default="done")


def status_words(
    scene: Scene, token: Token, verbal: bool = False, violent: bool = False
) -> list[tuple[EventStatus, Token]]:
    """Each status that something says of an act, with the word that says it or in whose clause it is said.

    Arguments as `status_of` has them, which takes the strongest.
    """
    found = [(status, token) for status in _own(scene, token)]
    if verbal and token.upos in ("NOUN", "PROPN"):
        token = carrier(scene, token)
        if token.upos != "VERB":
            return found
        found.extend((status, token) for status in _own(scene, token))
    if is_asked(scene.parsed, token):
        found.append(("hypothetical", token))
    current, steps = token, 0
    while steps < _MAX_STEPS:
        above = scene.parsed.head(current)
        if above is None:
            break
        attempted = violent and current.rel in ("xcomp", "acl") and scene.is_a(above, "ATTEMPT")
        effect, goes_on = _attempted(scene, above) if attempted else _from_above(scene, current, above)
        found.extend((status, above) for status in effect)
        if not goes_on:
            break
        current, steps = above, steps + 1
    return found


def is_habit(scene: Scene, verb: Token, material: bool) -> bool:
    """True for what is told as a habit or lasting state, which is no event.

    Args:
        material: true for acts that are done, not said: in the plain present they are states ("stations troops").
    """
    present = verb.feat("Tense") == "Pres" and verb.feat("VerbForm") == "Fin" and not _past_by_subject(scene, verb)
    if verb.upos != "VERB" or not present or _is_condition(scene.parsed, verb):
        return False
    return material or any(scene.is_a(c, "HABIT_ADV") for c in scene.parsed.children(verb, "advmod"))


def _past_by_subject(scene: Scene, verb: Token) -> bool:
    """True where a verb of one form for both tenses has no ending after a single doer: "Peru shut its border"."""
    subject = scene.parsed.child(verb, "nsubj")
    if subject is None or subject.upos not in ("NOUN", "PROPN") or subject.feat("Number") == "Plur":
        return False
    alone = not scene.parsed.children(subject, "conj") and not scene.parsed.children(verb, "aux")
    return alone and verb.lower == scene.lemma(verb) and subject.lower != "police"


def _is_condition(parsed: Parsed, verb: Token) -> bool:
    """True under "if" and the like, and where the auxiliary before the subject says as much."""
    if any(m.lower in _CONDITIONS for m in parsed.children(verb, "mark")):
        return True
    subject = parsed.child(verb, "nsubj")
    before = (a for a in parsed.children(verb, "aux") if subject is not None and a.i < subject.i)
    return verb.rel == "advcl" and any(a.lower in _INVERTED for a in before)


def is_asked(parsed: Parsed, token: Token) -> bool:
    """True for what a question asks; not for the facts that stand beside it in clauses of their own."""
    sentence = parsed.sentence(token)
    if not any(t.text == "?" for t in parsed.tokens[max(sentence.first, sentence.last - 2) : sentence.last]):
        return False
    return not any(t.rel in ("acl", "advcl", "appos") for t in (token, *parsed.ancestors(token)))


def is_opinion(scene: Scene, token: Token) -> bool:
    """True for what somebody only believes, expects or fears that another will do."""
    saying = saying_above(scene.parsed, token)
    return saying is not None and _effect(scene, saying, "say") == "hypothetical"


def is_future(parsed: Parsed, verb: Token) -> bool:
    """True for "will", "would" and the like on a verb."""
    return any(c.lower in clauses.WILL or c.lower == "would" for c in parsed.children(verb, "aux"))


def carrier(scene: Scene, noun: Token) -> Token:
    """The light verb that a noun is object of ("may issue a warning"), else the noun."""
    return light_verb(scene, noun) or noun


def _own(scene: Scene, token: Token) -> list[EventStatus]:
    """What the word's own clause says: negation, auxiliaries, "if", adverbs and adjectives."""
    parsed = scene.parsed
    found: list[EventStatus] = []
    if _is_negated(parsed, token) or any(_is_none(parsed, c) for c in parsed.children(token, "nsubj", "obj")):
        found.append("denied")
    for aux in parsed.children(token, "aux"):
        if aux.lower in clauses.WILL:
            found.append("planned")
        elif aux.lower in _OPEN:
            found.append("hypothetical")
    if _is_condition(parsed, token):
        found.append("conditional")
    for child in parsed.children(token, "advmod", "amod"):
        effect = _effect(scene, child, "adj")
        if effect:
            found.append(effect)
    progressive = token.feat("VerbForm") in ("Part", "Ger") and token.lower.endswith("ing")
    if progressive and any(c.lower in ("is", "are", "am", "'s", "’s", "been") for c in parsed.children(token, "aux")):
        found.append("ongoing")
    return found


def _is_negated(parsed: Parsed, token: Token) -> bool:
    """True under "not" and the like, and for what somebody does "no longer"."""
    if clauses.negated(parsed, token):
        return True
    return any(a.lower == "longer" and parsed.tokens[a.i - 1].lower == "no" for a in parsed.children(token, "advmod"))


def _is_none(parsed: Parsed, token: Token) -> bool:
    """True for "nobody", "no agreement", "neither of them", "neither Kenya nor Uganda"."""
    empty = token.lower in ("nobody", "none", "nothing", "neither")
    return empty or any(c.lower in ("no", "neither") for c in parsed.children(token, "det", "cc"))


def _attempted(scene: Scene, above: Token) -> tuple[list[EventStatus], bool]:
    """An attempt leaves a violent act as it is, but for what is said of the attempt."""
    return [s for s in _own(scene, above) if s != "ongoing"], True


def _from_above(scene: Scene, token: Token, above: Token) -> tuple[list[EventStatus], bool]:
    """What the governing word says of the act, and whether the walk goes on from there."""
    rel = token.rel
    if rel == "conj":
        shares = not scene.parsed.children(token, "aux", "mark", "nsubj") or token.upos in ("NOUN", "PROPN")
        return [], shares
    if rel in ("ccomp", "csubj"):
        effect = _effect(scene, above, "say") or _effect(scene, above, _kind(above))
        harmless = effect in (None, "planned", "promised")
        return ([] if harmless or effect is None else [effect]), False
    if rel == "xcomp":
        wanted = scene.parsed.children(above, "obj", "iobj") and _effect(scene, above, "verb") == "planned"
        return (["hypothetical"], False) if wanted else _governed(scene, above, default="done")  # "want them to leave"
    if rel in ("advcl", "acl"):
        return _clause(scene, token, above)
    if rel in ("obj", "obl", "nsubj", "nmod", "iobj", "appos") and token.upos in ("NOUN", "PROPN"):
        return _noun(scene, token, above)
    return [], False


def _clause(scene: Scene, token: Token, above: Token) -> tuple[list[EventStatus], bool]:
    """Adverbial and adnominal clauses: infinitives follow their governor, participles and finite ones are facts."""
    marks = {m.lower for m in scene.parsed.children(token, "mark", "case", "advmod")}
    if "that" in marks and token.rel == "acl":  # "the demand that they leave"
        effect = _effect(scene, above, "noun")
        return ([effect] if effect and effect != "done" else []), False
    if token.feat("VerbForm") == "Inf" or "to" in marks:
        if token.rel == "advcl" and above.upos == "VERB":
            return _purpose(scene, above)
        return _governed(scene, above, default="planned")
    if marks & {"about", "without", "instead", "than"}:
        return ["hypothetical"], False
    if marks & {"of", "for", "from", "against", "by", "to"}:
        effect = _effect(scene, above, _kind(above))
        return ([effect] if effect else []), False
    if token.rel == "advcl" and token.feat("VerbForm") in ("Part", "Ger") and not marks & _APART:
        return [s for s in _own(scene, above) if s in ("planned", "hypothetical", "conditional")], True
    return [], False


def _purpose(scene: Scene, above: Token) -> tuple[list[EventStatus], bool]:
    """What is done in order to act is planned, unless the verb is itself the act ("summoned the envoy to protest")."""
    effect = _effect(scene, above, "purpose")
    if effect is None:
        effect = _effect(scene, above, "verb")
        effect = "planned" if effect in (None, "done") else effect
    return [effect, *(s for s in _own(scene, above) if s != "ongoing")], True


def _governed(scene: Scene, above: Token, default: EventStatus) -> tuple[list[EventStatus], bool]:
    effect = _effect(scene, above, _kind(above))
    own = [s for s in _own(scene, above) if s != "ongoing"]
    return [effect or default, *own], True


def _noun(scene: Scene, token: Token, above: Token) -> tuple[list[EventStatus], bool]:
    """A noun of action takes the status of the verb or noun that it depends on, where that one has a say."""
    effect = _effect(scene, above, _kind(above))
    if token.rel == "obl" and clauses.preposition(scene.parsed, token) not in ("for", "to", "of", "from", "in"):
        return [], False
    if token.rel == "nsubj" and above.upos == "ADJ":
        return [_effect(scene, above, "adj") or "done"], False
    if token.rel == "iobj" or token.deprel in ("nsubj", "nsubj:outer"):
        return [], False
    if scene.is_a(above, "LIGHT") and above.upos == "VERB" and token.rel == "obj":
        return [s for s in _own(scene, above) if s != "ongoing"], True
    if effect and effect != "done":
        return [effect], False
    return [], above.upos in ("NOUN", "PROPN") and effect == "done"


def _kind(word: Token) -> str:
    if word.upos in ("NOUN", "PROPN"):
        return "noun"
    return "adj" if word.upos in ("ADJ", "ADV") else "verb"


def _effect(scene: Scene, word: Token, kind: str) -> EventStatus | None:
    found = scene.rules.governors.get((kind, scene.lemma(word)))
    if found is None and kind == "adj":
        found = scene.rules.governors.get((kind, word.lower))
    for status in _RANK:
        if found == status:
            return status
    return None
