"""The places that an article names (`find_places`), and where an act or encounter happened (`place_of`).

A place is a name that the atlas or the parser knows as one, or a building named after something ("the Elysée
Palace", "the headquarters of the African Union") where the words put somebody in it. A name that only acts
("Moscow said") is no act's place: a place belongs to an act by the phrase that ties it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chancery.grammar.clauses import head_among, preposition
from chancery.grammar.types import Parsed, Sentence, Token
from chancery.lexicon.gazetteer import place_words
from chancery.lexicon.load import Lexicon
from chancery.lexicon.times import english_times
from chancery.mentions.names import NameKind, may_begin, spans
from chancery.mentions.places.positions import locate
from chancery.mentions.places.unnamed import capitals, pointed_at, there
from chancery.mentions.types import Marked, Place

_AT = frozenset(
    {"in", "at", "on", "near", "outside", "inside", "within", "around", "off", "outside of", "just outside"}
)
_CITY_STATES = frozenset({"SGP", "MCO", "VAT", "SMR", "LUX", "KWT", "DJI"})
_MAX_GAP = 2
"""Tokens between a place and the larger one that it lies in: "Woodside, California"."""


def find_places(parsed: Parsed, lexicon: Lexicon) -> tuple[Place, ...]:
    """Every place that the article names, in text order; its country where atlas or neighbours tell."""
    names = [n for s in parsed.sentences for n in _names(parsed, s, lexicon)]
    found = [_named(parsed, *name) for name in names]
    covered = {i for place in found for i in range(place.first, place.last)}
    for token in parsed.tokens:
        if token.lemma.lower() in lexicon.meetings.venues and token.i not in covered:
            venue = _venue(parsed, token, found, lexicon)
            if venue is not None:
                found = [p for p in found if not venue.first <= p.first < venue.last]
                found.append(venue)
    found.extend(capitals(parsed, lexicon.atlas, found))
    placed = locate(parsed, sorted(found, key=lambda p: (p.first, p.last)), lexicon)
    return _with_countries(parsed, placed)


def place_of(marked: Marked, token: Token) -> Place | None:
    """Where the act or encounter that a word names happened; None where no phrase ties a place to it."""
    rules = (_own, _compound, _of_clause, _of_where, _of_partner, _of_holder, _of_stretch, _of_journey, _of_stay)
    for rule in rules:
        found = rule(marked, token)
        if found is not None:
            return found
    return None


def place_in(marked: Marked, head: Token) -> Place | None:
    """The place that a phrase names: at its head, else in its "of"- or "in"-phrases and appositions."""
    if any(p.kind == "person" for p in marked.named(head)):
        return None
    named = marked.places_at(head)
    if named:
        return named[0]
    act = head.lemma.lower() in english_times().acts  # "a meeting of the Nordic Council in Oslo": Oslo alone
    for child in marked.parsed.children(head, "nmod", "appos", "flat", "compound"):
        if act and preposition(marked.parsed, child) not in _AT:
            continue
        if child.rel != "nmod" or preposition(marked.parsed, child) in ("of", *_AT):
            found = place_in(marked, child)
            if found is not None and not (child.rel == "compound" and child.deprel != "compound"):
                return found
    return None


def _names(parsed: Parsed, sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int, str | None]]:
    """Names of places and countries: token range and country; the parser's LOC where the atlas knows none."""
    tokens = parsed.tokens_of(sentence)
    words = [t.text for t in tokens]
    by_word = {k: span for span in spans(tokens) for k in range(*span[:2])}
    i = 0
    while i < len(tokens):
        span = by_word.get(i)
        known = _known(words, i, lexicon) if may_begin(tokens[i]) else None
        end, country = i + 1, None
        if known is not None and not _part_of(span, i, i + known[0]):
            end, country = i + known[0], known[1]
            if span is not None and _names_more(words, span, i, end, lexicon):
                end = span[1]
            yield sentence.first + i, sentence.first + end, country
        elif known is None and span is not None and span[2] == "LOC" and (span[0] == i or words[i - 1] == ","):
            end = words.index(",", i, span[1]) if "," in words[i + 1 : span[1]] else span[1]
            yield sentence.first + i, sentence.first + end, None
        i = end


def _known(words: list[str], i: int, lexicon: Lexicon) -> tuple[int, str | None] | None:
    """The place or country that the atlas knows at a word: its number of words, and the state that it lies in."""
    if not lexicon.atlas.may_begin(words, i):
        return None
    match = lexicon.atlas.place_match(words, i)
    if match is None:
        match = lexicon.atlas.match(words, i)
        match = match if match is not None and match[1].kind == "country" else None
    return None if match is None else (match[0], match[1].country)


def _names_more(words: list[str], span: tuple[int, int, NameKind], first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the reader's name goes on behind a known one to name another place: "Washington Square"."""
    rest = words[end : span[1]]
    if span[2] != "LOC" or span[0] != first or not rest or not all(w[:1].isupper() for w in rest):
        return False
    return all(_known(words, i, lexicon) is None for i in range(end, span[1]))


def _part_of(span: tuple[int, int, NameKind] | None, first: int, last: int) -> bool:
    """True for a place's name inside a longer name of somebody or something: "Paris" in "Paris Club"."""
    return span is not None and span[2] != "LOC" and (span[0] < first or last < span[1])


def _tied(parsed: Parsed, head: Token) -> bool:
    """True where a preposition puts somebody there: "at the State Department", not "the department said"."""
    return head.rel in ("obl", "nmod") and preposition(parsed, head) in _AT


def _named(parsed: Parsed, first: int, last: int, country: str | None) -> Place:
    text = parsed.article.text[parsed.tokens[first].start : parsed.tokens[last - 1].end]
    head = head_among(parsed.tokens[first:last])
    return Place(text, country, last - 1 if head is None else head.i, first, last)


def _venue(parsed: Parsed, noun: Token, places: list[Place], lexicon: Lexicon) -> Place | None:
    """A building or ground called after a name: "the Iikura guest house", "the seat of the African Union"."""
    if not _tied(parsed, noun):
        return None
    first, last = noun.i, noun.i + 1
    proper = noun.upos == "PROPN"
    for child in parsed.children(noun, "compound", "amod", "flat"):
        if child.i < noun.i and (child.text[:1].isupper() or child.rel == "compound"):
            first = min(first, parsed.subtree(child)[0].i)
            proper = proper or child.text[:1].isupper()
    if not proper:
        owner = next((c for c in parsed.children(noun, "nmod") if preposition(parsed, c) == "of"), None)
        if owner is None or owner.upos != "PROPN":
            return None
        last = 1 + max(t.i for t in parsed.subtree(owner, without=lambda t: not _of_name(parsed, t)))
    inside = next((p.country for p in places if first <= p.first < last and p.country is not None), None)
    return _named(parsed, first, last, inside or _owner_country(parsed, first, last, lexicon))


def _of_name(parsed: Parsed, token: Token) -> bool:
    """Whether a dependent belongs to an owner's name: "the Central Committee of the party", not "in Moscow"."""
    return token.rel in ("compound", "flat", "det", "amod", "case") or (
        token.rel == "nmod" and preposition(parsed, token) == "of"
    )


def _owner_country(parsed: Parsed, first: int, last: int, lexicon: Lexicon) -> str | None:
    """The state whose body or adjective stands in the name: "State Department", "the Russian embassy"."""
    words = [t.text for t in parsed.tokens[first:last]]
    for i in range(len(words)):
        match = lexicon.atlas.match(words, i)
        known = match[1] if match is not None else lexicon.atlas.adjective(words[i])
        if known is not None and known.country is not None:
            return known.country
    return None


def _with_countries(parsed: Parsed, places: Sequence[Place]) -> tuple[Place, ...]:
    """A place of no known country takes that of the larger one beside it: "Woodside, California"."""
    found: list[Place] = []
    for number, place in enumerate(places):
        after = places[number + 1] if number + 1 < len(places) else None
        if place.country is None and after is not None and after.country is not None:
            between = parsed.tokens[place.last : after.first]
            if len(between) <= _MAX_GAP and all(t.lower in (",", "in", "the") for t in between):
                place = replace(place, country=after.country)
        found.append(place)
    return tuple(found)


def _phrases(marked: Marked, token: Token) -> Iterator[Place]:
    """The places of the phrases that hang on a word, or on the time beside it, and say where."""
    parsed = marked.parsed
    for child in parsed.children(token, "obl", "nmod"):
        timed = bool(marked.times_at(child))
        for phrase in (child, *(parsed.children(child, "nmod", "obl") if timed else ())):  # "on 12 June in Lusaka"
            prep = preposition(parsed, phrase)
            found = place_in(marked, phrase) or pointed_at(marked, phrase) if prep in _AT else None
            if found is not None and not (prep == "on" and _is_matter(token, found)):
                yield found


def _is_matter(token: Token, place: Place) -> bool:
    """Talks "on the South China Sea" are about it."""
    wide = place.spot is not None and place.spot.kind in ("country", "area")
    return wide and token.lemma.lower() in place_words().about


def _own(marked: Marked, token: Token) -> Place | None:
    """ "met in Moscow", "talks at the Kremlin in Moscow": towns and buildings before states."""
    found = list(_phrases(marked, token))
    return min(found, key=lambda p: (_is_state(marked, p), p.first), default=None) or there(marked, token)


def _is_state(marked: Marked, place: Place) -> bool:
    return any(p.kind == "country" for p in marked.by_head.get(place.head, ()))


def _compound(marked: Marked, noun: Token) -> Place | None:
    """ "the Hanoi summit"; a state before the noun is a side ("the Iran talks"), unless it is a town too."""
    if noun.upos not in ("NOUN", "PROPN"):
        return None
    for child in marked.parsed.children(noun, "compound"):
        for place in marked.places_at(child):
            if place.first <= child.i < place.last and (not _is_state(marked, place) or place.country in _CITY_STATES):
                return place
    return None


def _of_clause(marked: Marked, noun: Token) -> Place | None:
    """ "a summit held in Hanoi", "talks that took place in Oslo"."""
    for clause in marked.parsed.children(noun, "acl"):
        if clause.lemma.lower() in english_times().carriers or clause.feat("VerbForm") == "Part":
            found = _own(marked, clause)
            if found is not None:
                return found
    return None


def _of_where(marked: Marked, verb: Token) -> Place | None:
    """ "a visit to Kyiv, where he met Zelensky": the place that "where" stands for."""
    if verb.rel != "acl" or not any(c.lower == "where" for c in marked.parsed.children(verb, "advmod", "mark")):
        return None
    above = marked.parsed.head(verb)
    if above is None:
        return None
    found = place_in(marked, above)
    if found is None:
        inside = [c for c in marked.parsed.children(above, "nmod") if preposition(marked.parsed, c) == "to"]
        found = next((p for c in inside if (p := place_in(marked, c)) is not None), None)
    return found


def _of_partner(marked: Marked, token: Token) -> Place | None:
    """ "met his counterparts in Seoul", "talks with Xi in Beijing": the phrase hung on the other side."""
    for child in marked.parsed.children(token, "obj", "obl", "nmod"):
        prep = preposition(marked.parsed, child)
        if child.rel == "obj" or prep in ("with", "between"):
            for one in marked.parsed.conjuncts(child):
                found = next(_phrases(marked, one), None) or _after_aside(marked, one)
                if found is not None and marked.named(one):
                    return found
    return None


def _after_aside(marked: Marked, person: Token) -> Place | None:
    """ "met X, who leads the party, at the palace": behind the comma that ends the aside."""
    for aside in marked.parsed.children(person, "acl"):
        for phrase in marked.parsed.children(aside, "obl"):
            opened = marked.parsed.children(phrase, "punct")
            if (
                opened
                and opened[0].text == ","
                and opened[0].i < phrase.i
                and preposition(marked.parsed, phrase) in _AT
            ):
                return place_in(marked, phrase)
    return None


def _of_holder(marked: Marked, noun: Token) -> Place | None:
    """ "held talks in Muscat", "the talks took place in Muscat": the phrase hung on the verb."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel not in ("obj", "nsubj", "obl") or noun.upos not in ("NOUN", "PROPN"):
        return None
    if verb.lemma.lower() not in english_times().carriers:
        return None
    return _own(marked, verb)


def _of_stretch(marked: Marked, noun: Token) -> Place | None:
    """ "a round of talks in Geneva", with Geneva hung on the round."""
    above = marked.parsed.head(noun)
    if above is None or noun.rel != "nmod" or above.lemma.lower() not in english_times().phases:
        return None
    return _own(marked, above) or _of_holder(marked, above)


def _of_journey(marked: Marked, verb: Token) -> Place | None:
    """ "flew to Cairo and met Sisi": where the journey just told of leads."""
    above = marked.parsed.head(verb)
    if above is None or verb.rel != "conj" or above.lemma.lower() not in english_times().travel:
        return None
    for child in marked.parsed.children(above, "obl"):
        if preposition(marked.parsed, child) in ("to", "in", "into"):
            return place_in(marked, child)
    return None


def _of_stay(marked: Marked, verb: Token) -> Place | None:
    """ "was in Cairo on Monday and met Sisi": where somebody was told to be."""
    above = marked.parsed.head(verb)
    if above is None or verb.rel != "conj" or not marked.parsed.children(above, "cop"):
        return None
    return place_in(marked, above) if preposition(marked.parsed, above) in _AT else None
