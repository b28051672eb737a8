"""Encounters told by a verb: "met", "phoned", "visited", "flew to Cairo", "was received by"."""

from __future__ import annotations

from chancery.grammar.clauses import is_passive, patient, preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterKind, EncounterWord, MeetingWords
from chancery.mentions.places import place_of
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meeting_draft import Encounter, Standing
from chancery.observations.meeting_sides import distinct, sides_at, subject_of, travels, two_sides
from chancery.observations.meeting_status import travel_standing, verb_standing
from chancery.observations.numbers import ordinal_of

_PHONE = frozenset(
    {"phone", "telephone", "video", "telephonically", "videoconference", "teleconference", "zoom"}
)
_DESTINATION = ("to", "in", "into", "at", "for", "on")
_ELSEWHERE = frozenset({"place"})


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
    lemma = token.lemma.lower()
    for child in marked.parsed.children(token, "compound", "advmod"):
        if f"{lemma} {child.lower}" in words.verbs:
            return words.verbs[f"{lemma} {child.lower}"]
    return words.verbs.get(lemma)


def repeated(marked: Marked, words: MeetingWords, token: Token) -> bool:
    """True where the words make it more than one encounter: "repeatedly", "three times", "every year"."""
    for child in marked.parsed.children(token, "advmod", "obl", "obj", "amod", "det"):
        if child.lower in words.repeats:
            return True
        if child.lower in ("times", "occasions") and marked.parsed.children(child, "nummod", "amod", "det"):
            return True
        if child.lower in ("twice", "thrice", "every"):
            return True
        if child.rel == "obl" and any(
            d.lower in ("every", "each") for d in marked.parsed.children(child, "det")
        ):
            return True
    return False


def _face_to_face(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Encounter]:
    """The encounter of the subject with the object or the "with"-phrase; none where they are no sides."""
    first = sides_at(marked, subject_of(marked, verb))
    second = _other_side(marked, verb, word)
    kind = _kind(marked, verb, word)
    if not _fits(marked, verb, word, kind, first, second):
        return []
    sides = distinct((*first, *second))
    refers = not two_sides(sides)
    if refers and (second or "both" not in word.frame):
        return []
    when = time_of(marked, verb)
    place = place_of(marked, verb) or _journey_place(marked, words, verb)
    standing = verb_standing(marked.parsed, words, verb, when)
    rule = f"meetings.verb.{word.word.replace(' ', '-')}"
    return [
        Encounter(verb, kind, sides, standing, when, place, ordinal_of(marked.parsed, verb), refers, rule)
    ]


def _other_side(marked: Marked, verb: Token, word: EncounterWord) -> tuple[Party, ...]:
    found: list[Party] = []
    if "obj" in word.frame:
        found.extend(sides_at(marked, patient(marked.parsed, verb)))
    for prep in ("with", "to"):
        if prep in word.frame:
            for head in with_phrases(marked, verb, prep):
                found.extend(sides_at(marked, head))
    return distinct(found)


def with_phrases(marked: Marked, verb: Token, prep: str) -> list[Token]:
    """The heads of a verb's phrases with a preposition, also those hung on its object or obliques."""
    parsed = marked.parsed
    found = [c for c in parsed.children(verb, "obl", "nmod") if preposition(parsed, c) == prep]
    if found or prep != "with":
        return found
    for child in parsed.children(verb, "obj", "obl"):
        found.extend(c for c in parsed.children(child, "nmod") if preposition(parsed, c) == prep)
    return found


def _kind(marked: Marked, verb: Token, word: EncounterWord) -> EncounterKind:
    phone = any(
        t.lower in _PHONE
        for c in marked.parsed.children(verb, "obl", "advmod")
        for t in marked.parsed.subtree(c)
    )
    if phone and word.kind in ("talks", "call"):
        return "call"
    if word.word == "speak" and place_of(marked, verb) is not None:
        return "talks"
    return word.kind or "talks"


def _fits(
    marked: Marked, verb: Token, word: EncounterWord, kind: EncounterKind,
    first: tuple[Party, ...], second: tuple[Party, ...],
) -> bool:  # fmt: skip
    """Where the frame leaves doubt whether anybody met: calling names, seeing reasons, hosting games."""
    parsed = marked.parsed
    if "with" not in word.frame and "both" not in word.frame:
        if parsed.children(verb, "xcomp", "ccomp") or not first or not second:
            return False
        if not all(
            p.kind in ("person", "group") or (word.word == "visit" and p.kind == "body") for p in second
        ):
            return False
    if word.kind == "call" and kind == "call":
        return bool(first) and (not second or all(p.kind != "body" for p in second))
    if "weak" in word.frame:
        return any(p.office or p.kind == "person" for p in second) and place_of(marked, verb) is not None
    return not (is_passive(parsed, verb) and not second)


def _journeys(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Encounter]:
    """One visit for each state that the subject goes to, of which they are no people."""
    if "weak" in word.frame:
        return []
    visitors = tuple(p for p in sides_at(marked, subject_of(marked, verb)) if travels(p))
    if not visitors:
        return []
    when = time_of(marked, verb)
    found: list[Encounter] = []
    for place in destinations(marked, verb, word):
        if place.country is None or any(v.country == place.country for v in visitors):
            continue
        standing = _journey_standing(marked, words, verb, when)
        rule = f"meetings.journey.{word.word.replace(' ', '-')}"
        sides = (*visitors, host(place))
        ordinal = ordinal_of(marked.parsed, verb)
        found.append(Encounter(verb, "visit", sides, standing, when, place, ordinal, False, rule))
    return found


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
    for child in parsed.children(verb, "obl"):
        if preposition(parsed, child) in _DESTINATION:
            heads.append(child)
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


def _journey_place(marked: Marked, words: MeetingWords, verb: Token) -> Place | None:
    """Where the journey leads that is made for the encounter: "flew to Cairo to meet"."""
    above = marked.parsed.head(verb)
    if above is None or verb.rel not in ("advcl", "xcomp", "acl"):
        return None
    word = verb_word(marked, words, above)
    if word is None or "place" not in word.frame:
        return None
    found = destinations(marked, above, word)
    return found[0] if len(found) == 1 else None
