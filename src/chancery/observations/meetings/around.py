"""Sides of an encounter that the words around its noun tell: who held it, who was at it, who speaks of it."""

from __future__ import annotations

from chancery.grammar.clauses import by_phrase, is_passive, patient, preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.types import Marked, Party
from chancery.observations.meetings.offers import offered
from chancery.observations.meetings.parties import distinct, same_camp, travels, two_sides
from chancery.observations.meetings.sides import sides_at, subject_of
from chancery.observations.meetings.status import outlook_of

_BESIDE = frozenset({"before", "ahead of", "prior to", "after", "following", "during"})
AT = frozenset({"at", "during", "in", "on", "upon", "on the sidelines of"})
_CIRCUMSTANCE = _BESIDE | AT | {"for", "with", "from"}
_INVOLVING = frozenset({"include", "involve", "gather", "unite", "feature", "join", "attend", "host", "lead"})
_PRAISING = frozenset(
    {"commend", "praise", "thank", "congratulate", "applaud", "criticise", "criticize", "condemn", "blame", "fault"}
)
_HOLDING = frozenset({"hold", "have", "conduct"})
_TALKING_OF = frozenset(
    {"discuss", "mention", "review", "address", "see", "doubt", "welcome", "hail", "praise", "criticise", "criticize"}
    | {"reject", "dismiss", "support", "back", "endorse", "report", "monitor", "watch", "raise", "dash", "boost"}
)
_GIVING = frozenset({"give", "offer", "accord", "grant", "extend"})
_DELEGATED = frozenset({"to", "at", "in"})


def supporters(marked: Marked, words: MeetingWords, noun: Token, *, joining: bool) -> tuple[Party, ...]:
    """The subject of the verb that holds the noun up: "held talks", "took part in talks", "is in talks"."""
    parsed = marked.parsed
    if parsed.child(noun, "cop") is not None and preposition(parsed, noun) in ("in", "at"):
        return sides_at(marked, subject_of(marked, noun))
    verb = parsed.head(noun)
    if verb is None:
        return ()
    prep = preposition(parsed, noun)
    if verb.upos == "ADJ" and prep == "in":  # "are deep in negotiations"
        return sides_at(marked, subject_of(marked, verb))
    if verb.upos != "VERB":
        return ()
    lemma = words.lemma_of(verb)
    particle = next((c.lower for c in parsed.children(verb, "compound", "obj")), "")
    if noun.rel == "obj" and lemma in _GIVING and is_passive(parsed, verb):  # "was given a welcome by Y"
        return distinct((*sides_at(marked, patient(parsed, verb)), *sides_at(marked, subject_of(marked, verb))))
    supported = joining or lemma in words.supports or f"{lemma} {particle}" in words.supports
    if supported and (noun.rel == "obj" or (noun.rel == "obl" and prep in ("in", "into", "on"))):
        return offered(marked, words, noun) or sides_at(marked, subject_of(marked, verb))
    return ()


def maker(marked: Marked, words: MeetingWords, noun: Token) -> tuple[Party, ...]:
    """Who makes a visit: the subject of "paid a visit", of "said during a visit", of "is on a visit".

    With whom it is made where that is told as the object: "Xi told the minister during a visit in Beijing".
    """
    if marked.parsed.child(noun, "cop") is not None and preposition(marked.parsed, noun) in ("on", "due to", "set to"):
        return tuple(p for p in sides_at(marked, subject_of(marked, noun)) if travels(p))
    verb = marked.parsed.head(noun)
    if verb is None:
        return ()
    given = verb.lemma.lower() == "receive"  # who receives a visit does not make it
    particle = next((c.lower for c in marked.parsed.children(verb, "compound", "advmod")), "")
    support = words.lemma_of(verb) in words.supports or f"{words.lemma_of(verb)} {particle}" in words.supports
    ruled = support or outlook_of(marked.parsed, words, verb) is not None
    lifts = noun.rel == "obj" and not given and ruled
    around_it = noun.rel == "obl" and preposition(marked.parsed, noun) in (AT | {"for", "ahead of", "before"})
    used = noun.rel == "obj" and verb.lemma.lower() == "use"  # "used the trip to urge Y to act"
    if not (lifts or around_it or used):
        return ()
    found = [p for p in sides_at(marked, subject_of(marked, verb)) if travels(p)]
    if used:
        for clause in marked.parsed.children(verb, "xcomp", "advcl"):
            found.extend(p for p in _addressed(marked, clause, noun) if p.kind == "person")
    if around_it:
        found.extend(p for p in _addressed(marked, verb, noun) if travels(p))
    return distinct(found)


def owners(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Possessors: "Kim's", "his", "the president's"."""
    found: list[Party] = []
    for child in marked.parsed.children(noun, "nmod:poss"):
        praised = _praised(marked, noun) if child.upos == "PRON" else ()
        told = praised or sides_at(marked, child)
        if not told and child.lower in ("his", "her"):
            told = _only_person_before(marked, child)
        found.extend(_antecedent(marked, noun) if child.lower == "whose" else told)
    return distinct(found)


def _only_person_before(marked: Marked, pronoun: Token) -> tuple[Party, ...]:
    """Whose "his" is that nothing else tells, where its sentence names one person before it."""
    parsed = marked.parsed
    before = parsed.tokens[parsed.sentence(pronoun).first : pronoun.i]
    named = [p for t in before if t.name == "PER" for p in marked.named(t) if p.kind == "person"]
    people = distinct(named)
    return people if len(people) == 1 else ()


def _praised(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """ "Thanked the minister for his visit": the possessor is who is thanked, not who thanks."""
    verb = marked.parsed.head(noun)
    goal = marked.parsed.child(verb, "obj") if verb is not None else None
    if verb is None or goal is None or noun.rel != "obl" or preposition(marked.parsed, noun) not in ("for", "on"):
        return ()
    thanked = verb.lemma.lower() in _PRAISING
    return tuple(p for p in sides_at(marked, goal) if p.kind == "person") if thanked else ()


def _antecedent(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Whom "whose" stands for: the nearest party above the relative clause."""
    for above in marked.parsed.ancestors(noun):
        if marked.named(above):
            return sides_at(marked, above)
    return ()


def invited(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Sides that a clause on the noun names: "hosted by Russia", "that included Iran", "attended by both"."""
    found: list[Party] = []
    for clause in marked.parsed.children(noun, "acl"):
        if clause.lemma.lower() not in _INVOLVING and clause.lemma.lower() not in _HOLDING:
            continue
        by = subject_of(marked, clause)
        told = by if by is not None and by.i != noun.i else patient(marked.parsed, clause)
        if told is not None and told.i != noun.i:
            found.extend(sides_at(marked, told))
    return (*found, *_brought(marked, noun))


def _brought(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Sides that the encounter's own verb names: "the talks brought together X and Y", "were attended by X"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "nsubj":
        return ()
    together = verb.lemma.lower() == "bring" and any(
        c.lower == "together" for c in marked.parsed.children(verb, "advmod", "compound")
    )
    if verb.lemma.lower() in _INVOLVING and is_passive(marked.parsed, verb):
        return sides_at(marked, by_phrase(marked.parsed, verb))
    told = patient(marked.parsed, verb) if together or verb.lemma.lower() in _INVOLVING else None
    return sides_at(marked, told) if told is not None and told.i != noun.i else ()


def around(marked: Marked, words: MeetingWords, noun: Token, partners: tuple[Party, ...]) -> tuple[Party, ...]:
    """The missing side from the clause around: "after a meeting with Y, X said", "X told Y during a call".

    Args:
        partners: the sides that a "with"-phrase names; without one, the clause has to name both sides.
    """
    above = marked.parsed.head(noun)
    prep = preposition(marked.parsed, noun)
    if above is None:
        return ()
    if marked.parsed.child(above, "cop") is not None and above.upos in ("NOUN", "PROPN") and prep == "for":
        return sides_at(marked, subject_of(marked, above)) if partners else ()  # "is in Riyadh for talks with Y"
    if noun.rel == "nmod":
        return _of_noun(marked, words, noun, above, prep, bool(partners))
    if above.upos not in ("VERB", "ADJ") or noun.rel not in ("obl", "obj"):
        return ()
    outlook = outlook_of(marked.parsed, words, above, prep if noun.rel == "obl" else "")
    if outlook is None and (noun.rel == "obj" or prep not in _CIRCUMSTANCE):
        return ()
    found = sides_at(marked, subject_of(marked, above))
    if outlook is not None:  # "invited Y to a meeting" names both
        return distinct((*found, *_addressed(marked, above, noun)))
    if partners:
        return found
    both = distinct((*found, *_addressed(marked, above, noun)))
    return both if two_sides(both) and all(p.kind in ("person", "group") for p in both) else ()


def _of_noun(
    marked: Marked, words: MeetingWords, noun: Token, above: Token, prep: str, partnered: bool
) -> tuple[Party, ...]:
    """The owner of a governing noun ("X's cancellation of a meeting with Y"), its delegate, its visitor."""
    if outlook_of(marked.parsed, words, above) is not None:
        return offered(marked, words, noun) or owners(marked, above) or _maker_of_plan(marked, above)
    if prep in _DELEGATED:
        return tuple(p for p in marked.named(above) if p.kind == "person")
    if not partnered:
        return ()
    word = words.nouns.get(words.lemma_of(above))
    if word is not None and word.kind == "visit":
        return owners(marked, above) or maker(marked, words, above)
    if prep in _BESIDE:  # hung too low: "reported no progress after talks with Y"
        for higher in marked.parsed.ancestors(noun):
            if higher.upos == "VERB":
                return sides_at(marked, subject_of(marked, higher))
    return ()


def attending(marked: Marked, noun: Token, sides: tuple[Party, ...]) -> tuple[Party, ...]:
    """A person who speaks at the encounter of his state stands for it: "said at talks between Kenya and Uganda"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "obl" or preposition(marked.parsed, noun) not in AT:
        return sides
    there = sides_at(marked, subject_of(marked, verb))
    found = list(sides)
    for person in (p for p in there if p.kind == "person"):
        for i, side in enumerate(found):
            if side.kind != "person" and side.country == person.country and same_camp(side, person):
                found[i] = person
                break
    return distinct(found)


def speaker(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """ "X said the talks with Y had been positive": who speaks of the talks was perhaps at them."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "nsubj" or verb.rel != "ccomp":
        return ()
    saying = marked.parsed.head(verb)
    if saying is None:
        return ()
    return tuple(_spoken_for(p) for p in sides_at(marked, subject_of(marked, saying)) if travels(p))


def _spoken_for(party: Party) -> Party:
    """A spokesperson speaks of talks that others held."""
    if party.body is None or "spokes" not in (party.office or "").lower():
        return party
    return Party(-1, "body", party.body, party.country, party.code, party.sector)


def _addressed(marked: Marked, verb: Token, noun: Token) -> tuple[Party, ...]:
    found = [c for c in marked.parsed.children(verb, "obj", "iobj") if c.i != noun.i]
    return tuple(p for c in found for p in sides_at(marked, c))


def _maker_of_plan(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Who has or makes a plan or an offer; not who talks of it: "discussed preparations for the summit"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "obj" or verb.lemma.lower() in _TALKING_OF:
        return ()
    return sides_at(marked, subject_of(marked, verb))
