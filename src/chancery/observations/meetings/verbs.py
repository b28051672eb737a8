"""Encounters told by a verb: "met", "phoned", "visited", "flew to Cairo", "was received by"."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.grammar.clauses import by_phrase, is_passive, patient, preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterKind, EncounterWord, MeetingWords
from chancery.mentions.places.find import place_of
from chancery.mentions.times.find import time_of
from chancery.mentions.types import Marked, Party
from chancery.mentions.who import is_collective
from chancery.observations.meetings.company import Company, companies, gapped, told_apart
from chancery.observations.meetings.draft import Encounter
from chancery.observations.meetings.groups import members_met
from chancery.observations.meetings.journeys import journeys, stays
from chancery.observations.meetings.offers import offered
from chancery.observations.meetings.parties import distinct, official, two_sides
from chancery.observations.meetings.scene import day_beside, days_from, place_around, place_with, time_around
from chancery.observations.meetings.sides import fuller, sides_at, subject_of
from chancery.observations.meetings.status import time_ahead, verb_standing
from chancery.observations.meetings.words import repeated, verb_word
from chancery.observations.numbers import ordinal_of

_PHONE = frozenset({"phone", "telephone", "video", "telephonically", "videoconference", "teleconference", "zoom"})
_PROCESS = frozenset({"negotiate", "talk"})
_TOPICAL = frozenset({"discuss", "speak", "talk"})
_TOGETHER = frozenset({"they", "both", "two", "pair", "sides", "leaders"})
_QUOTES = frozenset({'"', "“", "‘", "'", "``"})
_MEETING = frozenset({"meet", "speak", "talk", "confer", "consult", "sit down", "discuss"})
_REACH = 12
"""Words behind a verb, and behind "with", among which a partner is looked for that the tree doesn't give."""
_STOPS = _QUOTES | {",", ";", "("}
_SENT = frozenset({"delegation", "mission", "team", "group", "delegations", "envoys"})


def verb_encounters(marked: Marked, lexicon: Lexicon) -> list[Encounter]:
    """Every encounter that a verb of the article tells, in text order; one a state journeyed to."""
    found: list[Encounter] = []
    for token in marked.parsed.tokens:
        word = verb_word(marked, lexicon.meetings, token)
        if word is None:
            found.extend(stays(marked, lexicon.meetings, token))
            continue
        if repeated(marked, lexicon.meetings, token) or _its_purpose(marked, lexicon.meetings, token):
            continue
        if "place" in word.frame:
            found.extend(journeys(marked, lexicon.meetings, token, word))
        found.extend(_face_to_face(marked, lexicon, token, word))
    return found


def tells_encounter(marked: Marked, words: MeetingWords, verb: Token) -> bool:
    """True for a verb that says who met whom: "met Xi", "the ministers of Mali and Chad spoke"; not "spoke at it"."""
    word = verb_word(marked, words, verb)
    if word is None or word.frame & {"place", "told"}:
        return False
    partners = [p for p in _partners(marked, words, verb, word) if sides_at(marked, p)]
    if partners or "both" not in word.frame or is_passive(marked.parsed, verb):
        return bool(partners)
    return two_sides(sides_at(marked, subject_of(marked, verb)))


def _its_purpose(marked: Marked, words: MeetingWords, verb: Token) -> bool:
    """True for "to discuss" behind an encounter ("met to discuss", "held a call to discuss"): no other encounter."""
    above = marked.parsed.head(verb)
    infinitive = any(m.lower == "to" for m in marked.parsed.children(verb, "mark"))
    if above is None or not infinitive or verb.rel not in ("advcl", "xcomp", "acl"):
        return False
    if verb.lemma.lower() not in _TOPICAL:
        return False
    if verb_word(marked, words, above) is not None or words.lemma_of(above) in words.nouns:
        return True
    return any(words.lemma_of(c) in words.nouns for c in marked.parsed.children(above, "obj"))


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb that names an encounter: its row, and the kind that its phrases make it."""

    verb: Token
    word: EncounterWord
    kind: EncounterKind


def _face_to_face(marked: Marked, lexicon: Lexicon, verb: Token, word: EncounterWord) -> list[Encounter]:
    """The encounters of the subject with the object or the "with"-phrase; none where they are no sides."""
    words = lexicon.meetings
    first = offered(marked, words, verb) or sides_at(marked, subject_of(marked, verb))
    partners = _partners(marked, words, verb, word)
    act = _Act(verb, word, _kind(marked, words, verb, word))
    call = act.kind == "call"
    separately = any(c.lower == "separately" for c in marked.parsed.children(verb, "advmod"))
    apart = len(first) == 1 and (call or separately or any(told_apart(marked, p) for p in partners))
    met = [c for p in partners for c in companies(marked, [p], apart=apart)]
    if "obj" in word.frame or partners:
        met.extend(gapped(marked, verb, tuple({"", *word.frame} & {"", "with", "to"})))
    if not partners:  # with a partner who is no side ("met reporters") the subjects did not meet each other
        met = [Company((), None)]
        first = members_met(marked, lexicon, first) if "both" in word.frame else first
    found: list[Encounter] = []
    for company in met:
        if _fits(marked, words, act, first, company.sides):
            for callers in _one_line_each(first) if call and company.sides else [first]:
                made = _encounter(marked, words, act, callers, company)
                found.extend([made] if made is not None else [])
    return found


def _one_line_each(callers: tuple[Party, ...]) -> list[tuple[Party, ...]]:
    """Ministers of one state do not share a telephone: "Lavrov and Shoigu called" is two calls."""
    people = all(p.kind == "person" for p in callers)
    same = len({p.country for p in callers}) == 1
    return [(p,) for p in callers] if people and same and len(callers) > 1 else [callers]


def _encounter(
    marked: Marked, words: MeetingWords, act: _Act, first: tuple[Party, ...], company: Company
) -> Encounter | None:
    verb, word = act.verb, act.word
    sides = distinct((*first, *company.sides))
    whole = two_sides(sides)
    actor = subject_of(marked, verb)
    plural = actor is not None and actor.lower in _TOGETHER and not company.sides
    if not whole and (company.sides or "both" not in word.frame or (len(sides) == 1 and not plural)):
        return None  # the last: a council that meets by itself
    when = company.day or days_from(marked, verb) or time_of(marked, verb) or time_around(marked, words, verb)
    place = company.place or place_of(marked, verb) or place_around(marked, words, verb)
    place = place or place_with(marked, _partners(marked, words, verb, word))
    when = when or day_beside(marked, place)
    standing = verb_standing(marked.parsed, words, verb, when)
    vague = when is None and place is None
    wish = standing.status == "planned" and not standing.sure
    process = word.word in _PROCESS and act.kind != "call"
    leaders = actor is not None and actor.feat("Number") == "Plur" and words.lemma_of(actor) in words.heads
    of_leaders = leaders and act.kind == "talks" and not any(s.kind == "person" for s in sides)
    topic = word.word in ("speak", "talk") and standing.status in ("planned", "proposed")
    told_before = not company.sides and _tells_topic(act, actor, plural, vague)
    return Encounter(
        head=verb,
        kind="summit" if of_leaders else act.kind,
        sides=sides,
        standing=standing,
        when=time_ahead(marked.parsed, standing, when),
        place=place,
        ordinal=ordinal_of(marked.parsed, verb),
        refers=not whole or told_before or (vague and (wish or process or topic)),
        collective=not company.sides and actor is not None and is_collective(marked, actor),
        pair=plural and not whole and word.word not in _TOPICAL,
        rule=f"meetings.verb.{word.word.replace(' ', '-')}",
    )


def _tells_topic(act: _Act, actor: Token | None, plural: bool, vague: bool) -> bool:
    """True for "the two sides discussed", "they also spoke about": what was said at an encounter told before.

    Not where a time or a place is told: "they talked alone on Saturday in the Tongilgak building".
    """
    if act.word.word == "discuss":
        return plural and actor is not None and actor.upos in ("NOUN", "NUM")
    return vague and act.word.word in _TOPICAL and act.kind != "call"


def _partners(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Token]:
    """The heads of the phrases that name the other side."""
    found: list[Token] = []
    if "obj" in word.frame:
        goal = patient(marked.parsed, verb) or _called(marked, verb)
        if "told" in word.frame:
            goal = marked.parsed.child(verb, "iobj") or goal
        if goal is not None and not preposition(marked.parsed, goal):
            found.append(goal)
    for prep in ("with", "to"):
        if prep in word.frame:
            found.extend(with_phrases(marked, words, verb, prep))
    if not found and word.word in _MEETING:
        found.extend(right_behind(marked, words, verb))
    return [fuller(marked, partner) for partner in found]


def _called(marked: Marked, verb: Token) -> Token | None:
    """The name that a parser took for what somebody is called: "called Kenyan President William Ruto today"."""
    name = marked.parsed.child(verb, "xcomp")
    if name is None or name.upos != "PROPN" or not any(p.kind == "person" for p in marked.named(name)):
        return None
    return name


def with_phrases(marked: Marked, words: MeetingWords, verb: Token, prep: str) -> list[Token]:
    """The heads of a verb's phrases with a preposition.

    "with" is looked for also in what the parser hung on the verb's object and obliques, other encounters aside;
    after "discussed", whose object can be long, in all of it that is no clause with a subject.
    """
    parsed = marked.parsed
    found = [c for c in parsed.children(verb, "obl", "nmod") if preposition(parsed, c) == prep]
    if found or prep != "with":
        return found
    deep = verb.lemma.lower() == "discuss"
    for child in parsed.children(verb, "obj", "obl"):
        if words.lemma_of(child) in words.nouns:
            continue
        below = _within(marked, child) if deep else list(parsed.children(child, "nmod"))
        found.extend(
            c
            for c in below
            if preposition(parsed, c) == prep and any(p.kind == "person" or not deep for p in marked.named(c))
        )
    return found[:1]


def right_behind(marked: Marked, words: MeetingWords, verb: Token) -> list[Token]:
    """Whom the words right behind a verb name, where the parser hung them elsewhere: "met in Kampala with Ruto".

    Between verb and "with" stand a time, a place or a manner, no other act.
    """
    tokens = marked.parsed.tokens
    last = marked.parsed.sentence(verb).last
    behind = tokens[verb.i + 1 : min(verb.i + 1 + _REACH, last)]
    opening = next((t for t in behind if t.lower == "with"), None)
    if opening is None or any(_other_act(words, t) for t in tokens[verb.i + 1 : opening.i]):
        return []
    for token in tokens[opening.i + 1 : min(opening.i + 1 + _REACH, last)]:
        if token.upos == "VERB" or token.text in _STOPS:
            return []
        if any(p.kind in ("person", "group") for p in marked.named(token)) and not _below_named(marked, token):
            return [token]
    return []


def _other_act(words: MeetingWords, token: Token) -> bool:
    return token.upos in ("VERB", "CCONJ", "SCONJ") or words.lemma_of(token) in words.nouns


def _below_named(marked: Marked, token: Token) -> bool:
    """True inside a phrase whose head, further on, names somebody: the post before a name."""
    above = marked.parsed.head(token)
    return above is not None and above.i > token.i and bool(marked.named(above))


def _within(marked: Marked, token: Token) -> list[Token]:
    return marked.parsed.subtree(token, without=lambda t: bool(marked.parsed.children(t, "nsubj")))


def _kind(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> EncounterKind:
    phone = any(
        t.lower in _PHONE for c in marked.parsed.children(verb, "obl", "advmod") for t in marked.parsed.subtree(c)
    )
    if phone and word.kind in ("talks", "call"):
        return "call"
    if word.word == "speak" and (place_of(marked, verb) is not None or not _partners(marked, words, verb, word)):
        return "talks"
    return word.kind or "talks"


def _fits(marked: Marked, words: MeetingWords, act: _Act, first: tuple[Party, ...], second: tuple[Party, ...]) -> bool:
    """Where the frame leaves doubt whether anybody met: calling names, seeing reasons, hosting games."""
    parsed, frame = marked.parsed, act.word.frame
    if "with" not in frame and "both" not in frame:
        if "told" in frame:
            return _told_face_to_face(marked, act.verb, first, second)
        if _predicated(marked, act.verb) or not first or not second:
            return False
        sent = any(t.lower in _SENT for t in parsed.children(act.verb, "obj", "nsubj"))
        bodies = act.word.word == "visit" or sent
        if not all(p.kind in ("person", "group") or (bodies and p.kind == "body") for p in second):
            return False
    if act.kind == "call" and act.word.kind == "call":
        return bool(first) and (not second or any(p.kind != "body" for p in second))
    if "weak" in frame:
        people = any(p.office or p.kind == "person" for p in second)
        fixed = place_of(marked, act.verb) is not None or time_of(marked, act.verb) is not None
        return people and (fixed or verb_standing(parsed, words, act.verb, None).status in ("planned", "proposed"))
    suffered = is_passive(parsed, act.verb) and by_phrase(parsed, act.verb) is None  # "was met with opposition"
    return not suffered


def _told_face_to_face(marked: Marked, verb: Token, first: tuple[Party, ...], second: tuple[Party, ...]) -> bool:
    """What one official tells another in a place that is told is said at an encounter: "told Moon in Seoul"."""
    if not first or not second or not all(p.kind == "person" and official(p) for p in (*first, *second)):
        return False
    there = any(c.lower == "there" for c in marked.parsed.children(verb, "advmod"))
    whom = list(marked.parsed.children(verb, "iobj", "obj"))
    return there or place_of(marked, verb) is not None or place_with(marked, whom) is not None


def _predicated(marked: Marked, verb: Token) -> bool:
    """True where the object is said to be something: "called the ruling a scandal", "called Ruto, a rival, weak"."""
    parsed = marked.parsed
    named = _called(marked, verb)
    who = marked.named(named) if named is not None else ()
    if any(marked.named(c) != who or not who for c in parsed.children(verb, "xcomp", "ccomp")):
        return True
    if verb.lemma.lower() != "call":
        return False
    goal = patient(parsed, verb) or named
    if goal is None:
        return False
    after = parsed.subtree(goal, without=lambda t: t.rel != "flat" and t.i > goal.i)[-1].i + 1
    if after < len(parsed.tokens) and parsed.tokens[after].text in _QUOTES:
        return True
    behind = parsed.children(goal, "appos")
    return any(d.lower in ("a", "an") for c in behind for d in parsed.children(c, "det"))
