"""Encounters told by a noun: "talks between", "his summit with", "held a meeting", "Kim's visit"."""

from __future__ import annotations

from dataclasses import replace

from chancery.grammar.clauses import negated, preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.lexicon.numbers import english_numbers
from chancery.mentions.places import place_of
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, Party, Place, When
from chancery.mentions.who import is_collective
from chancery.observations.meetings.around import AT, around, attending, invited, speaker, supporters
from chancery.observations.meetings.company import Company, companies, gapped, told_apart
from chancery.observations.meetings.draft import Encounter
from chancery.observations.meetings.journeys import destinations, place_at
from chancery.observations.meetings.parties import compatible, distinct, is_circle, two_sides
from chancery.observations.meetings.peace import belligerents, is_peace_talk
from chancery.observations.meetings.phrase import definite, named_sides, partners_of, predicate, told_between
from chancery.observations.meetings.scene import day_beside, days_from, time_inside
from chancery.observations.meetings.sides import sides_at, subject_of
from chancery.observations.meetings.status import noun_standing, outlook_of, stretched, time_ahead
from chancery.observations.meetings.verbs import tells_encounter
from chancery.observations.meetings.visits import visits
from chancery.observations.meetings.words import verb_word
from chancery.observations.numbers import ordinal_of

_PRESS = frozenset({"news", "press", "media"})
_MANY = frozenset(
    {"several", "many", "repeated", "numerous", "various", "previous", "past", "regular", "frequent", "most"}
    | {
        "multiple",
        "countless",
        "few",
        "more",
        "further",
        "additional",
        "future",
        "annual",
        "occasional",
        "all",
        "such",
        "these",
        "those",
        "any",
        "no",
    }
)
_FOLLOWING = frozenset({"next", "another", "new", "further", "future", "follow-up"})
_TWO = frozenset({"bilateral", "two-way", "direct"})
_LENGTHS = frozenset({"hour", "day", "week", "month", "minute"})
_AGAIN = frozenset({"more", "further", "additional", "future"})
_PLURAL_OF_ONE = frozenset({"talk", "talks", "negotiation", "discussion", "consultation"})
"""Nouns whose plural can be one encounter: "more talks" is another one, "more meetings" are several."""
_HAPPENING = frozenset(
    {"collapse", "fail", "founder", "adjourn", "conclude", "finish", "resume", "reopen", "occur", "happen", "last"}
)
_MARGINS = frozenset({"sideline", "sidelines", "margin", "margins"})
_DURING = frozenset({"at", "during", "in", "on", "on the sidelines of"})
_FACTUAL = AT | {"after", "following", "before", "ahead of", "prior to"}
_SEPARATE = frozenset({"separate", "individual", "back-to-back"})
_PHONING = frozenset({"hold", "have", "join", "receive", "take", "make", "place", "initiate"})
_JOINING = frozenset({"attend", "join", "participate", "take", "host", "chair", "co-host", "co-chair"})


def noun_encounters(marked: Marked, lexicon: Lexicon) -> list[Encounter]:
    """Every encounter that a noun of the article tells, in text order."""
    found: list[Encounter] = []
    for token in marked.parsed.tokens:
        word = noun_word(marked, lexicon.meetings, token)
        if word is None or _named_in_stretch(marked, lexicon.meetings, token):
            continue
        outer = stretched(marked.parsed, lexicon.meetings, token)
        many = outer.lemma.lower() not in _LENGTHS and _counted(marked, outer)  # "two days of talks" are no two talks
        if _counted(marked, token) or many or _addressed(marked, token):
            continue
        told = visits if word.kind == "visit" else _meeting
        found.extend(told(marked, lexicon, token, word))
    return found


def noun_word(marked: Marked, words: MeetingWords, token: Token) -> EncounterWord | None:
    """The row of a noun, its first part counted ("phone call"); None for others and for "news conference"."""
    if token.upos not in ("NOUN", "PROPN") or token.rel in ("compound", "flat", "case"):
        return None
    if any(p.kind == "body" for p in marked.named(token)):
        return None  # part of a name: "the World Economic Forum"
    lemma = words.lemma_of(token)
    joined = _hyphened(marked, token)
    if "-" in joined and joined in words.nouns:
        return words.nouns[joined]
    before = [c.lower for c in marked.parsed.children(token, "compound", "amod")]
    if any(b in _PRESS for b in before):
        return None
    for first in before:
        if f"{first} {lemma}" in words.nouns:
            return words.nouns[f"{first} {lemma}"]
    word = words.nouns.get(lemma)
    if word is not None and word.word == "call" and not (_between(marked, token) or _line_open(marked, token)):
        return None
    return word


def _hyphened(marked: Marked, token: Token) -> str:
    """The whole of "sit-down", whose words the parser parts."""
    text, i = token.lower, token.i
    tokens = marked.parsed.tokens
    while i > 1 and tokens[i - 1].text in ("-", "‐", "‑") and tokens[i - 2].end == tokens[i - 1].start:
        text, i = f"{tokens[i - 2].lower}-{text}", i - 2
    return text


def _between(marked: Marked, token: Token) -> bool:
    return any(preposition(marked.parsed, c) in ("with", "between") for c in marked.parsed.children(token, "nmod"))


def _line_open(marked: Marked, call: Token) -> bool:
    """True for a bare call that is a telephone call: "held a call", "received a call from Macron"."""
    verb = marked.parsed.head(call)
    if verb is None or call.rel not in ("obj", "nsubj") or verb.lemma.lower() not in _PHONING:
        return False
    from_whom = [c for c in marked.parsed.children(call, "nmod") if preposition(marked.parsed, c) in ("from", "to")]
    if verb.lemma.lower() in ("hold", "have", "join") or not from_whom:
        return not any(preposition(marked.parsed, c) == "for" for c in marked.parsed.children(call, "nmod"))
    return any(p.kind == "person" for c in from_whom for p in marked.named(c))


def _counted(marked: Marked, noun: Token) -> bool:
    """True where the words make it many, or none: "three meetings", "repeated talks", "no meeting"."""
    if noun.feat("Number") != "Plur":
        return negated(marked.parsed, noun)
    again = _AGAIN if noun.lemma.lower() in _PLURAL_OF_ONE else frozenset()
    for child in marked.parsed.children(noun, "nummod", "amod", "det", "advmod"):
        if child.lower in _MANY - again or (child.rel == "nummod" and child.lower not in ("one", "1")):
            return True
    return False


def _addressed(marked: Marked, noun: Token) -> bool:
    """True for "told a cabinet meeting that ..."."""
    verb = marked.parsed.head(noun)
    return noun.rel in ("obj", "iobj") and verb is not None and verb.lemma.lower() in ("tell", "address", "inform")


def _named_in_stretch(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True for "round" of "a round of talks": the talks are told by their own noun."""
    return any(
        c.rel == "nmod" and preposition(marked.parsed, c) == "of" and words.lemma_of(c) in words.nouns
        for c in marked.parsed.children(noun)
    )


def _meeting(marked: Marked, lexicon: Lexicon, noun: Token, word: EncounterWord) -> list[Encounter]:
    words = lexicon.meetings
    outer = stretched(marked.parsed, words, noun)
    own = named_sides(marked, noun, outer)
    partners = partners_of(marked, words, noun, outer, word)
    apart = noun.feat("Number") == "Plur" and "process" not in word.frame
    separate = any(c.lower in _SEPARATE for c in marked.parsed.children(noun, "amod"))
    met = companies(marked, partners, apart=apart or separate or any(told_apart(marked, p) for p in partners))
    verb = marked.parsed.head(outer)
    if met and verb is not None and outer.rel == "obj":
        met.extend(gapped(marked, verb, ("with",)))
    found: list[Encounter] = []
    alone = told_between(marked, noun) or _beside_another(marked, words, outer) or _owned(marked, noun)
    for company in met or [Company((), None)]:
        sides = distinct((*own, *company.sides))
        holders = () if alone else supporters(marked, words, outer, joining=_is_joined(marked, outer))
        if holders and (not two_sides(own) or _is_joined(marked, outer)):
            sides = distinct((*holders, *sides))
        if not alone and not holders and not two_sides(own):
            known = (*company.sides, *invited(marked, noun))
            sides = distinct((*around(marked, words, outer, known), *sides))
        if "process" in word.frame and not two_sides(sides) and is_peace_talk(marked, noun):
            sides = _at_peace_talks(marked, lexicon, sides)
        sides = attending(marked, outer, sides)
        if not two_sides(sides) and _between_two(marked, noun):
            sides = distinct((*sides, *_opposite(marked, noun, sides)))
        made = _encounter(marked, words, noun, word, replace(company, sides=sides))
        found.extend([made] if made is not None else [])
    return found


def _encounter(
    marked: Marked, words: MeetingWords, noun: Token, word: EncounterWord, company: Company
) -> Encounter | None:
    """The encounter of all its sides, at the place and on the day that are told with the partners, if any are."""
    sides = company.sides
    outer = stretched(marked.parsed, words, noun)
    when = (
        company.day
        or days_from(marked, outer)
        or time_of(marked, noun)
        or time_inside(marked, noun)
        or _time_around(marked, words, outer)
    )
    place = company.place or place_of(marked, noun) or _place_around(marked, words, outer)
    when = when or day_beside(marked, place)
    standing = noun_standing(marked.parsed, words, noun, when)
    own = named_sides(marked, noun, outer)
    refers = not two_sides(sides) or (not two_sides(own) and _of_encounter(marked, words, outer))
    if "process" in word.frame and not (when or place or _held_up(marked, words, outer) or _known(marked, noun, own)):
        refers = True
    if "loose" in word.frame and refers and not definite(marked, noun):
        return None
    guess = speaker(marked, outer) if len(sides) == 1 else ()
    return Encounter(
        head=noun,
        kind=word.kind or "talks",
        sides=sides,
        standing=standing,
        when=time_ahead(marked.parsed, standing, when),
        place=place,
        ordinal=_ordinal(marked, noun),
        refers=refers,
        rule=f"meetings.noun.{word.word.replace(' ', '-')}",
        joins=_is_joined(marked, outer),
        pair=_of_those_before(marked, outer, sides, standing.status == "planned"),
        collective=not company.sides and _held_by_all(marked, outer),
        guess=guess,
    )


def _known(marked: Marked, noun: Token, sides: tuple[Party, ...]) -> bool:
    """True for "the talks between Kiir and Machar"; "talks between Kenya and Uganda" may be talking as such."""
    return two_sides(sides) and (definite(marked, noun) or all(s.kind == "person" for s in sides))


def _ordinal(marked: Marked, noun: Token) -> int | None:
    said = predicate(marked, noun)
    return english_numbers().ordinal(said[0].lower) if said else ordinal_of(marked.parsed, noun)


def _of_those_before(marked: Marked, noun: Token, sides: tuple[Party, ...], planned: bool) -> bool:
    """True where the words mean who met before: "their first summit", "the ministers agreed to a future meeting"."""
    if sides:
        return planned and _another(marked, noun) and all(is_circle(s) for s in sides)
    theirs = any(c.lower == "their" for c in marked.parsed.children(noun, "nmod:poss"))
    return theirs or (planned and _another(marked, noun))


def _between_two(marked: Marked, noun: Token) -> bool:
    return any(c.lower in _TWO for c in marked.parsed.children(noun, "amod", "compound"))


def _opposite(marked: Marked, noun: Token, sides: tuple[Party, ...]) -> tuple[Party, ...]:
    """The other side of "would not fight China and may hold bilateral talks": the one other state of the sentence."""
    states = {s.country for s in sides}
    if len(states) != 1 or None in states:
        return ()
    near = marked.parsed.tokens_of(marked.parsed.sentence(noun))
    others = [p for t in near for p in marked.named(t) if p.kind == "country" and p.country not in states]
    return tuple(others[:1]) if len({p.country for p in others}) == 1 else ()


def _held_by_all(marked: Marked, noun: Token) -> bool:
    """True for "the two sides held talks"."""
    verb = marked.parsed.head(noun)
    holder = subject_of(marked, verb) if verb is not None and noun.rel == "obj" else None
    return holder is not None and is_collective(marked, holder)


def _another(marked: Marked, noun: Token) -> bool:
    """True for the next encounter of those who met before: "another round", "the next meeting", "a fifth round"."""
    if any(c.lower in _FOLLOWING for c in marked.parsed.children(noun, "amod", "det")):
        return True
    return (_ordinal(marked, noun) or 1) > 1


def _owned(marked: Marked, noun: Token) -> bool:
    """True for "the president's meeting with Y" where it cannot be told which president: nobody else held it."""
    owners = [c for c in marked.parsed.children(noun, "nmod:poss") if c.upos in ("NOUN", "PROPN")]
    return bool(owners) and not any(sides_at(marked, c) for c in owners)


def _beside_another(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True where it only frames another encounter: "met at the summit", "meets Kim again before the summit"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "obl" or preposition(marked.parsed, noun) in ("for", "in", "during", "over"):
        return False
    return tells_encounter(marked, words, verb)


def _of_encounter(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True for the purpose or the frame of an encounter that its verb tells: "met him for talks", "spoke in a call"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "obl" or preposition(marked.parsed, noun) not in ("for", "in", "during", "over"):
        return False
    return tells_encounter(marked, words, verb)


def _is_joined(marked: Marked, noun: Token) -> bool:
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel not in ("obj", "obl") or verb.lemma.lower() not in _JOINING:
        return False
    return verb.lemma.lower() != "take" or any(c.lower == "part" for c in marked.parsed.children(verb, "obj", "compound"))


def _held_up(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True where a verb makes something happen of the noun: "held talks", "talks took place", "is in talks"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel not in ("obj", "nsubj", "obl"):
        return marked.parsed.child(noun, "cop") is not None
    if noun.rel == "obl" and preposition(marked.parsed, noun) in _FACTUAL:
        return True
    happens = noun.rel == "nsubj" and words.lemma_of(verb) in _HAPPENING
    return happens or words.lemma_of(verb) in words.supports or verb.upos == "ADJ"


def _place_around(marked: Marked, words: MeetingWords, noun: Token) -> Place | None:
    """Of "suspended talks in Entebbe", the place hung on a verb that rules the noun."""
    verb = marked.parsed.head(noun)
    if verb is not None and noun.rel == "obl" and preposition(marked.parsed, noun) == "for":
        if marked.parsed.child(verb, "cop") is not None:  # "is in Riyadh for talks with Y"
            return place_at(marked, verb)
        word = verb_word(marked, words, verb)
        goals = destinations(marked, verb, word) if word is not None and "place" in word.frame else []
        if len(goals) == 1:
            return goals[0]
        beside = [c for c in marked.parsed.children(verb, "obl") if _right_before(marked, c, noun)]
        return place_at(marked, beside[0]) if beside else None
    if verb is None or noun.rel != "obj" or verb.upos != "VERB":
        return None
    ruled = words.lemma_of(verb) in words.supports or outlook_of(marked.parsed, words, verb) is not None
    found = place_of(marked, verb) if ruled else None
    return found if found is not None and found.head > noun.i else None


def _right_before(marked: Marked, phrase: Token, noun: Token) -> bool:
    """True for "in Warsaw" of "Zelenskiy, in Warsaw for talks with Duda, said"."""
    case = marked.parsed.child(noun, "case")
    joined = case is not None and marked.parsed.subtree(phrase)[-1].i == case.i - 1
    return joined and preposition(marked.parsed, phrase) in ("in", "at")


def _at_peace_talks(marked: Marked, lexicon: Lexicon, told: tuple[Party, ...]) -> tuple[Party, ...]:
    """The two sides of a war, and whoever is told beside them (a mediator)."""
    sides = belligerents(marked, lexicon)
    return distinct((*(t for t in told if not any(compatible(t, s) for s in sides)), *sides)) if sides else told


def _time_around(marked: Marked, words: MeetingWords, noun: Token) -> When | None:
    """The day of the verb that holds the noun up, or during which the verb happened however deep the noun hangs."""
    above = marked.parsed.head(noun)
    if above is not None and noun.rel == "obj" and words.lemma_of(above) in words.supports:
        told = above.feat("VerbForm") == "Fin" or bool(marked.parsed.children(above, "aux"))
        return time_of(marked, above) if told else None
    if above is not None and noun.rel == "nsubj" and words.lemma_of(above) in _HAPPENING:
        return time_of(marked, above)
    for clause in marked.parsed.children(noun, "acl"):  # "the summit that the two will hold on Friday"
        if words.lemma_of(clause) in words.supports:
            return time_of(marked, clause)
    frame = above if above is not None and noun.rel == "nmod" and above.lemma.lower() in _MARGINS else noun
    act = marked.parsed.head(frame)
    if act is not None and frame.rel == "obl" and preposition(marked.parsed, frame) in _DURING:
        return time_of(marked, act) if act.upos == "VERB" and act.feat("Tense") == "Past" else None
    if noun.rel == "nmod" and preposition(marked.parsed, noun) == "during":
        verb = next((a for a in marked.parsed.ancestors(noun) if a.upos == "VERB"), None)
        return time_of(marked, verb) if verb is not None else None
    return None
