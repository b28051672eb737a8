"""Encounters told by a noun: "talks between", "his summit with", "held a meeting", "Kim's visit"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.lexicon.numbers import english_numbers
from chancery.mentions.types import Marked, Party
from chancery.mentions.who import is_collective
from chancery.observations.meetings.around import around, attending, invited, speaker, supporters
from chancery.observations.meetings.company import Company, companies, gapped, told_apart
from chancery.observations.meetings.draft import Encounter
from chancery.observations.meetings.groups import members_met
from chancery.observations.meetings.nounwords import is_one_encounter, noun_word
from chancery.observations.meetings.occasions import is_held_up, place_of_noun, time_of_noun
from chancery.observations.meetings.parties import compatible, distinct, is_circle, two_sides
from chancery.observations.meetings.peace import belligerents, is_peace_talk
from chancery.observations.meetings.phrase import definite, named_sides, partners_of, predicate, told_between
from chancery.observations.meetings.scene import day_beside
from chancery.observations.meetings.sides import sides_at, subject_of
from chancery.observations.meetings.status import noun_standing, stretched, time_ahead
from chancery.observations.meetings.verbs import tells_encounter
from chancery.observations.meetings.visits import visits
from chancery.observations.numbers import ordinal_of

_FOLLOWING = frozenset({"next", "another", "new", "further", "future", "follow-up"})
_TO_COME = frozenset({"planned", "postponed", "cancelled"})
_TWO = frozenset({"bilateral", "two-way", "direct"})
_SEPARATE = frozenset({"separate", "individual", "back-to-back"})
_JOINING = frozenset({"attend", "join", "participate", "take", "host", "chair", "co-host", "co-chair"})


def noun_encounters(marked: Marked, lexicon: Lexicon) -> list[Encounter]:
    """Every encounter that a noun of the article tells, in text order."""
    found: list[Encounter] = []
    for token in marked.parsed.tokens:
        word = noun_word(marked, lexicon.meetings, token)
        if word is None or not is_one_encounter(marked, lexicon.meetings, token):
            continue
        told = visits if word.kind == "visit" else _meeting
        found.extend(told(marked, lexicon, token, word))
    return found


@dataclass(frozen=True, slots=True)
class _Event:
    """A noun that names an encounter: its row, and the noun for a stretch of it ("a round of talks"), or itself."""

    noun: Token
    outer: Token
    word: EncounterWord


def _meeting(marked: Marked, lexicon: Lexicon, noun: Token, word: EncounterWord) -> list[Encounter]:
    """The encounters that a noun tells: one, or one with each partner who is met apart."""
    event = _Event(noun, stretched(marked.parsed, lexicon.meetings, noun), word)
    made: list[Encounter] = []
    for company in _companies(marked, lexicon.meetings, event) or [Company((), None)]:
        sides = _sides(marked, lexicon, event, company.sides)
        found = _encounter(marked, lexicon, event, replace(company, sides=sides))
        made.extend([found] if found is not None else [])
    return made


def _companies(marked: Marked, words: MeetingWords, event: _Event) -> list[Company]:
    """Who is met, as "with"-phrases tell it."""
    noun, outer = event.noun, event.outer
    partners = partners_of(marked, words, noun, outer, event.word)
    several = noun.feat("Number") == "Plur" and "process" not in event.word.frame
    separate = any(c.lower in _SEPARATE for c in marked.parsed.children(noun, "amod"))
    apart = several or separate or any(told_apart(marked, p) for p in partners)
    met = companies(marked, partners, apart=apart)
    verb = marked.parsed.head(outer)
    if met and verb is not None and outer.rel == "obj":
        met.extend(gapped(marked, verb, ("with",)))
    return met


def _sides(marked: Marked, lexicon: Lexicon, event: _Event, met: tuple[Party, ...]) -> tuple[Party, ...]:
    """All sides: those of the phrase, who is met, who held it; where one is missing, from the clause around."""
    words, noun, outer = lexicon.meetings, event.noun, event.outer
    own = named_sides(marked, noun, outer)
    sides = distinct((*own, *met))
    joined = _is_joined(marked, outer)
    if not (told_between(marked, noun) or _beside_another(marked, words, outer) or _owned(marked, noun)):
        holders = supporters(marked, words, outer, joining=joined)
        if holders and (joined or not two_sides(own)):
            sides = distinct((*holders, *sides))
        elif not holders and not two_sides(own):
            sides = distinct((*around(marked, words, outer, (*met, *invited(marked, noun))), *sides))
    if "process" in event.word.frame and not two_sides(sides) and is_peace_talk(marked, noun):
        sides = _at_peace_talks(marked, lexicon, sides)
    sides = attending(marked, outer, sides)
    if not two_sides(sides) and any(c.lower in _TWO for c in marked.parsed.children(noun, "amod", "compound")):
        sides = distinct((*sides, *_opposite(marked, noun, sides)))
    return sides


def _encounter(marked: Marked, lexicon: Lexicon, event: _Event, company: Company) -> Encounter | None:
    """The encounter of all its sides, at the place and on the day that are told with the partners, if any are."""
    words, noun, outer, frame = lexicon.meetings, event.noun, event.outer, event.word.frame
    place = company.place or place_of_noun(marked, words, noun, outer)
    when = company.day or time_of_noun(marked, words, noun, outer) or day_beside(marked, place)
    standing = noun_standing(marked.parsed, words, noun, when)
    meets = outer.rel in ("nsubj", "obj", "root") and standing.status != "proposed"  # not: "beside the G7 summit"
    sides = members_met(marked, lexicon, company.sides) if meets else company.sides
    own = named_sides(marked, noun, outer)
    fixed = when or place or is_held_up(marked, words, outer) or _known(marked, noun, own)
    framing = not two_sides(own) and _of_encounter(marked, words, outer)
    refers = not two_sides(sides) or framing or ("process" in frame and not fixed)
    pair = _of_those_before(marked, outer, sides, standing.status in _TO_COME)
    if sides and not two_sides(sides) and _held_by_all(marked, outer):  # "the two sides", taken for two of one side
        own, pair = (), True
    if "loose" in frame and refers and not (definite(marked, noun) or pair):
        return None
    return Encounter(
        head=noun,
        kind=event.word.kind or "talks",
        sides=sides,
        standing=standing,
        when=time_ahead(marked.parsed, standing, when),
        place=place,
        ordinal=_ordinal(marked, noun),
        refers=refers,
        rule=f"meetings.noun.{event.word.word.replace(' ', '-')}",
        joins=_is_joined(marked, outer),
        pair=pair,
        collective=not company.sides and _held_by_all(marked, outer),
        guess=speaker(marked, outer) if len(sides) == 1 else (),
    )


def _known(marked: Marked, noun: Token, sides: tuple[Party, ...]) -> bool:
    """True for "the talks between Kiir and Machar"; "talks between Kenya and Uganda" may be talking as such."""
    return two_sides(sides) and (definite(marked, noun) or all(s.kind == "person" for s in sides))


def _ordinal(marked: Marked, noun: Token) -> int | None:
    said = predicate(marked, noun)
    return english_numbers().ordinal(said[0].lower) if said else ordinal_of(marked.parsed, noun)


def _of_those_before(marked: Marked, noun: Token, sides: tuple[Party, ...], to_come: bool) -> bool:
    """True where the words mean who met before: "their first summit", "the ministers agreed to a future meeting"."""
    if sides:
        return to_come and _another(marked, noun) and all(is_circle(s) for s in sides)
    theirs = any(c.lower == "their" for c in marked.parsed.children(noun, "nmod:poss"))
    return theirs or (to_come and _another(marked, noun))


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
    return verb.lemma.lower() != "take" or any(
        c.lower == "part" for c in marked.parsed.children(verb, "obj", "compound")
    )


def _at_peace_talks(marked: Marked, lexicon: Lexicon, told: tuple[Party, ...]) -> tuple[Party, ...]:
    """The two sides of a war, and whoever is told beside them (a mediator)."""
    sides = belligerents(marked, lexicon)
    beside = (t for t in told if not any(compatible(t, s) for s in sides))
    there = (t for t in beside if t.kind == "person" or t.country is not None)  # "the UN tries to convene talks"
    return distinct((*there, *sides)) if sides else told
