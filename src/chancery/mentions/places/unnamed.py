"""Places told without their name: "the Vietnamese capital", "there", "in the city"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.atlas import Atlas
from chancery.lexicon.gazetteer import place_words
from chancery.mentions.types import Marked, Place

_REACH = 3  # sentences that "there" and "the city" look back
_TOWNS = frozenset({"city", "town", "village", "capital", "port", "resort"})
_ISLANDS = frozenset({"island", "isle", "atoll"})


def capitals(parsed: Parsed, atlas: Atlas, named: Sequence[Place]) -> Iterator[Place]:
    """ "The Vietnamese capital", "Vietnam's capital", "the capital of Vietnam", where its name does not follow."""
    for noun in parsed.tokens:
        if noun.lemma.lower() != "capital" or noun.upos != "NOUN":
            continue
        if any(noun.i < place.first <= noun.i + 2 for place in named if _is_town(place)):
            continue
        owner = _owner(parsed, atlas, noun)
        town = _capital(atlas, owner[1]) if owner is not None else None
        if owner is not None and town is not None:
            first, last = min(noun.i, owner[0].i), max(noun.i, owner[0].i) + 1
            yield Place(town, owner[1], noun.i, first, last)


def _owner(parsed: Parsed, atlas: Atlas, noun: Token) -> tuple[Token, str] | None:
    """The state whose capital it is, with the word that names it."""
    for child in parsed.children(noun, "amod", "compound", "nmod"):
        if child.rel == "nmod" and child.i > noun.i and preposition(parsed, child) != "of":
            continue
        words = parsed.article.text[parsed.subtree(child)[0].start : child.end]
        for form in (words, f"{parsed.tokens[child.i - 1].text} {child.text}", child.text):
            known = atlas.adjective(form) or next((k for k in atlas.names(form) if k.kind == "country"), None)
            if known is not None and known.country is not None:
                return child, known.country
    return None


def _capital(atlas: Atlas, alpha3: str) -> str | None:
    """The name of a state's capital; of several the one that stands first in our table."""
    forms = (form for form, known in atlas.seats.items() if known is not None and known.key == alpha3)
    return next((place.name for form in forms if (place := atlas.place(form)) is not None), None)


def _is_town(place: Place) -> bool:
    return place.spot is None or place.spot.kind not in ("country", "region", "area")


def there(marked: Marked, verb: Token) -> Place | None:
    """The place that "there" means beside a verb: the last named before it, towns before states."""
    for child in marked.parsed.children(verb, "advmod"):
        if child.lower == "there":
            before = list(_before(marked, child))
            return next((p for p in before if _is_town(p)), next(iter(before), None))
    return None


def pointed_at(marked: Marked, head: Token) -> Place | None:
    """The place that "the city", "the same village", "the island" means: the last named before that is of that sort."""
    sort = head.lemma.lower()
    if sort not in place_words().sorts or head.upos != "NOUN" or head.feat("Number") == "Plur":
        return None
    children = marked.parsed.children(head)
    if not any(c.lower in ("the", "that", "this", "same") for c in children) or any(c.rel == "nmod" for c in children):
        return None
    for place in _before(marked, head):
        kind = place.spot.kind if place.spot is not None else None
        if sort in _ISLANDS and (kind == "island" or "island" in place.name.lower()):
            return place
        if sort in _TOWNS and kind == "settlement":
            return place
    return None


def _before(marked: Marked, token: Token) -> Iterator[Place]:
    """The places named before a word, the nearest first, as far back as a reader would go."""
    number = marked.parsed.sentence(token).number
    for place in reversed(marked.places):
        if place.last > token.i:
            continue
        if number - marked.parsed.sentence(marked.parsed.tokens[place.head]).number > _REACH:
            return
        yield place
