"""Encounters told by a verb: "met", "phoned", "visited", "flew to Cairo", "was received by"."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.grammar.clauses import is_passive, patient, preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterKind, EncounterWord, MeetingWords
from chancery.mentions.places import place_in, place_of
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meeting_company import Company, companies, told_apart
from chancery.observations.meeting_draft import Encounter, Standing
from chancery.observations.meeting_parties import distinct, travels, two_sides
from chancery.observations.meeting_sides import sides_at, subject_of
from chancery.observations.meeting_status import time_ahead, travel_standing, verb_standing
from chancery.observations.numbers import ordinal_of

_PHONE = frozenset({"phone", "telephone", "video", "telephonically", "videoconference", "teleconference", "zoom"})
_DESTINATION = ("to", "in", "into", "at", "for", "on")
_PROCESS = frozenset({"negotiate", "talk"})
_TOPICAL = frozenset({"discuss", "speak", "talk"})
_TOGETHER = frozenset({"they", "both", "two", "pair", "sides", "leaders"})
_REACHING = frozenset({"arrive", "land", "touch down"})
_ENVOYS = frozenset({"envoy", "emissary", "delegation", "representative", "diplomat", "negotiator", "minister"})
_SENT = frozenset({"delegation", "mission", "team", "group", "delegations", "envoys"})


def verb_encounters(marked: Marked, lexicon: Lexicon) -> list[Encounter]:
    """Every encounter that a verb of the article tells, in text order; one a state journeyed to."""
    found: list[Encounter] = []
    for token in marked.parsed.tokens:
        word = verb_word(marked, lexicon.meetings, token)
        if word is None or repeated(marked, lexicon.meetings, token):
            continue
        if "place" in word.frame:
            found.extend(_journeys(marked, lexicon.meetings, token, word))
        found.extend(_face_to_face(marked, lexicon.meetings, token, word))
    return found


def verb_word(marked: Marked, words: MeetingWords, token: Token) -> EncounterWord | None:
    """The row of a verb, its particle counted ("sit down"); None for other tokens."""
    if token.upos != "VERB" or token.rel in ("case", "mark", "compound", "amod"):
        return None
    lemma = words.lemma_of(token)
    for child in marked.parsed.children(token, "compound", "advmod"):
        if f"{lemma} {child.lower}" in words.verbs:
            return words.verbs[f"{lemma} {child.lower}"]
    return words.verbs.get(lemma)


def repeated(marked: Marked, words: MeetingWords, token: Token) -> bool:
    """True where the words make it more than one encounter: "repeatedly", "three times", "every year".

    A purpose shares this with its journey: "travelled to Beijing three times to meet Xi".
    """
    above = marked.parsed.head(token)
    if above is not None and token.rel in ("xcomp", "advcl") and verb_word(marked, words, above) is not None:
        infinitive = any(m.lower == "to" for m in marked.parsed.children(token, "mark"))
        if infinitive and repeated(marked, words, above):
            return True
    for child in marked.parsed.children(token, "advmod", "obl", "obj", "amod", "det"):
        if child.lower in words.repeats or child.lower == "halfway":  # "meet halfway": a figure of speech
            return True
        if child.lower in ("times", "occasions") and marked.parsed.children(child, "nummod", "amod", "det"):
            return True
        if child.lower in ("twice", "thrice", "every"):
            return True
        if child.rel == "obl" and any(d.lower in ("every", "each") for d in marked.parsed.children(child, "det")):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb that names an encounter: its row, and the kind that its phrases make it."""

    verb: Token
    word: EncounterWord
    kind: EncounterKind


def _face_to_face(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Encounter]:
    """The encounters of the subject with the object or the "with"-phrase; none where they are no sides."""
    first = sides_at(marked, subject_of(marked, verb))
    partners = _partners(marked, words, verb, word)
    act = _Act(verb, word, _kind(marked, words, verb, word))
    call = act.kind == "call"
    apart = len(first) == 1 and (call or any(told_apart(marked, p) for p in partners))
    met = [c for p in partners for c in companies(marked, [p], apart=apart)]
    if not partners:  # with a partner who is no side ("met reporters") the subjects did not meet each other
        met = [Company((), None)]
    found: list[Encounter] = []
    for company in met:
        if _fits(marked, act, first, company.sides):
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
    when = time_of(marked, verb) or _time_around(marked, words, verb)
    place = company.place or place_of(marked, verb) or _place_around(marked, words, verb)
    place = place or _place_with(marked, _partners(marked, words, verb, word))
    standing = verb_standing(marked.parsed, words, verb, when)
    vague = when is None and place is None
    wish = standing.status == "planned" and not standing.sure
    process = word.word in _PROCESS and act.kind != "call"
    told_before = not company.sides and _tells_topic(act, actor, plural)
    return Encounter(
        head=verb,
        kind=act.kind,
        sides=sides,
        standing=standing,
        when=time_ahead(marked.parsed, standing, when),
        place=place,
        ordinal=ordinal_of(marked.parsed, verb),
        refers=not whole or told_before or (vague and (wish or process)),
        pair=plural and not whole and word.word not in _TOPICAL,
        rule=f"meetings.verb.{word.word.replace(' ', '-')}",
    )


def _tells_topic(act: _Act, actor: Token | None, plural: bool) -> bool:
    """True for "the two sides discussed", "they also spoke about": what was said at an encounter told before."""
    if act.word.word == "discuss":
        return plural and actor is not None and actor.upos == "NOUN"
    return act.word.word in _TOPICAL and act.kind != "call"


def _partners(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Token]:
    """The heads of the phrases that name the other side."""
    found: list[Token] = []
    if "obj" in word.frame:
        goal = patient(marked.parsed, verb)
        if goal is not None and not preposition(marked.parsed, goal):
            found.append(goal)
    for prep in ("with", "to"):
        if prep in word.frame:
            found.extend(with_phrases(marked, words, verb, prep))
    return found


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


def _fits(marked: Marked, act: _Act, first: tuple[Party, ...], second: tuple[Party, ...]) -> bool:
    """Where the frame leaves doubt whether anybody met: calling names, seeing reasons, hosting games."""
    parsed, frame = marked.parsed, act.word.frame
    if "with" not in frame and "both" not in frame:
        if parsed.children(act.verb, "xcomp", "ccomp") or not first or not second:
            return False
        sent = any(t.lower in _SENT for t in parsed.children(act.verb, "obj", "nsubj"))
        bodies = act.word.word == "visit" or sent
        if not all(p.kind in ("person", "group") or (bodies and p.kind == "body") for p in second):
            return False
    if act.kind == "call" and act.word.kind == "call":
        return bool(first) and all(p.kind != "body" for p in second)
    if "weak" in frame:
        return any(p.office or p.kind == "person" for p in second) and place_of(marked, act.verb) is not None
    return not (is_passive(parsed, act.verb) and not second)


def _journeys(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Encounter]:
    """One visit for each state that the subject goes to, of which they are no people."""
    visitors = _sent(marked, verb) if "sent" in word.frame else sides_at(marked, subject_of(marked, verb))
    visitors = tuple(p for p in visitors if travels(p))
    if "weak" in word.frame:
        visitors = tuple(v for v in visitors if v.kind == "person" and v.office)
    if not visitors:
        return []
    when = time_of(marked, verb)
    found: list[Encounter] = []
    if when is not None and word.word in _REACHING and not destinations(marked, verb, word):
        standing = _journey_standing(marked, words, verb, when)
        rule = f"meetings.journey.{word.word.replace(' ', '-')}"
        return [Encounter(verb, "visit", visitors, standing, when, None, None, True, rule)]
    for place in destinations(marked, verb, word):
        if place.country is None or any(v.country == place.country for v in visitors):
            continue
        standing = _journey_standing(marked, words, verb, when)
        rule = f"meetings.journey.{word.word.replace(' ', '-')}"
        sides = (*visitors, host(place))
        ordinal = ordinal_of(marked.parsed, verb)
        found.append(Encounter(verb, "visit", sides, standing, when, place, ordinal, False, rule))
    return found


def _sent(marked: Marked, verb: Token) -> tuple[Party, ...]:
    """Who is sent: the person, or the state for an envoy without a name."""
    goal = patient(marked.parsed, verb)
    if goal is None or goal.lemma.lower() not in _ENVOYS:
        return ()
    people = tuple(p for p in sides_at(marked, goal) if p.kind == "person")
    if people:
        return people
    senders = sides_at(marked, subject_of(marked, verb))
    return tuple(Party(-1, "group", f"{s.name} {goal.lower}", s.country, s.code, "GOV") for s in senders if s.country)


def _journey_standing(marked: Marked, words: MeetingWords, verb: Token, when: When | None) -> Standing:
    own = verb_standing(marked.parsed, words, verb, when)
    travelling = travel_standing(marked.parsed, words, verb)
    return travelling if own.status == "held" else own


def destinations(marked: Marked, verb: Token, word: EncounterWord) -> list[Place]:
    """The places that a verb of travel leads to: its object, or its "to" and "in" phrases."""
    parsed = marked.parsed
    heads: list[Token] = []
    if "obj" in word.frame:
        goal = patient(parsed, verb)
        heads.extend([goal] if goal is not None else [])
    below = list(parsed.children(verb, "obl"))
    if "sent" in word.frame:
        below.extend(c for o in parsed.children(verb, "obj") for c in parsed.children(o, "nmod"))
    heads.extend(c for c in below if preposition(parsed, c) in _DESTINATION)
    found: list[Place] = []
    for head in heads:
        for one in parsed.conjuncts(head):
            place = place_at(marked, one)
            if place is not None and place not in found:
                found.append(place)
    return _innermost(found)


def place_at(marked: Marked, token: Token) -> Place | None:
    """The place whose name holds this token, or stands in its "of"-phrase ("the city of Odessa")."""
    for place in marked.places:
        if place.head == token.i or place.first <= token.i < place.last:
            return place
    for child in marked.parsed.children(token, "nmod", "flat", "appos"):
        if child.rel != "nmod" or preposition(marked.parsed, child) == "of":
            found = place_at(marked, child)
            if found is not None:
                return found
    return None


def host(place: Place) -> Party:
    """The state whose place it is, as a side that is told by the place alone."""
    return Party(-1, "country", place.country or place.name, place.country, place.country, None)


def _innermost(places: list[Place]) -> list[Place]:
    """One place a state: "in Cairo, Egypt" is one destination, "to Cairo and Amman" are two."""
    kept: dict[str | None, Place] = {}
    for place in places:
        kept.setdefault(place.country, place)
    return list(kept.values())


def _place_around(marked: Marked, words: MeetingWords, verb: Token) -> Place | None:
    """Where the journey leads that is made for the encounter, or the event is that it happens beside."""
    event = _beside(marked, words, verb)
    if event is not None:
        return place_of(marked, event)
    above = marked.parsed.head(verb)
    if above is None or verb.rel not in ("advcl", "xcomp", "acl"):
        return None
    word = verb_word(marked, words, above)
    if word is None or "place" not in word.frame:
        return None
    found = destinations(marked, above, word)
    return found[0] if len(found) == 1 else None


def _place_with(marked: Marked, partners: list[Token]) -> Place | None:
    """The "in"-phrase hung somewhere on the other side: "hosted the candidate Mitt Romney in Israel"."""
    for partner in partners:
        for token in marked.parsed.subtree(partner, without=lambda t: t.rel in ("acl", "parataxis")):
            if token.rel == "nmod" and preposition(marked.parsed, token) in ("in", "at") and token.head >= partner.i:
                found = place_in(marked, token)
                if found is not None:
                    return found
    return None


def _time_around(marked: Marked, words: MeetingWords, verb: Token) -> When | None:
    """The day of the event that it happens beside; of "received a delegation led by X on July 18", the day."""
    event = _beside(marked, words, verb)
    if event is not None:
        return time_of(marked, event)
    for child in marked.parsed.children(verb, "obj"):
        for clause in marked.parsed.children(child, "acl"):
            if clause.lemma.lower() in ("lead", "head"):
                return time_of(marked, clause)
    return None


def _beside(marked: Marked, words: MeetingWords, verb: Token) -> Token | None:
    """The event of "met on the sidelines of the summit in Bali", "met at the forum in Davos"."""
    for child in marked.parsed.children(verb, "obl"):
        if preposition(marked.parsed, child) not in ("", "on", "at", "during", "in", "on the sidelines of"):
            continue
        for token in (child, *marked.parsed.children(child, "nmod")):
            if words.lemma_of(token) in words.nouns:
                return token
    return None
