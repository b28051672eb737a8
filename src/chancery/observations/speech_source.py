"""Who said it: the speaker of a statement as the report makes it known."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.grammar.clauses import agent, phrase
from chancery.grammar.types import Token
from chancery.mentions.types import Party
from chancery.mentions.who import parties
from chancery.observations.speech_page import Page

_ARTICLES = frozenset({"a", "an", "the"})
_ISSUING = frozenset("issue release publish post put give make send write sign deliver carry read circulate".split())
_UNOFFICIAL_SECTORS = frozenset({"MED", "EDU", "BUS", "CVL", "REF", "LAB", "AGR", "HLH"})
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "REB", "OPP", "PTY", "SPY", "JUD", "LEG", "IGO", "COP", "ELI"})


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker: fields as a statement has them. `outlet` is true for a newspaper, an agency, a station."""

    name: str
    country: str | None = None
    office: str | None = None
    official: bool | None = None
    outlet: bool = False


def sources(page: Page, holder: Token) -> tuple[Source, ...]:
    """The speakers that a phrase names: one each for those side by side, one for a collective."""
    found: list[Source] = []
    for head in page.parsed.conjuncts(holder):
        source = _source(page, _issuer(page, head))
        if source is not None and source.name not in [s.name for s in found]:
            found.append(source)
    return tuple(found)


def _issuer(page: Page, head: Token) -> Token:
    """Who put out a document that the sentence tells the issuer of ("issued a statement saying")."""
    parsed = page.parsed
    noun = page.cues.speakers.get(head.lemma.lower())
    if noun is None or noun.kind != "document" or page.marked.named(head):
        return head
    verb = parsed.head(head)
    if verb is not None and head.rel == "obj" and verb.lemma.lower() in _ISSUING:
        return agent(parsed, verb) or head
    return head


def _source(page: Page, head: Token) -> Source | None:
    named = parties(page.marked, head) if not page.parsed.children(head, "conj") else page.marked.named(head)
    if len(named) == 1:
        return _of_party(page, head, named[0])
    name = noun_phrase(page, head)
    if not name:
        return None
    countries = {party.country for party in named}
    country = next(iter(countries)) if len(countries) == 1 else None
    noun = page.cues.speakers.get(head.lemma.lower())
    official = noun.official if noun else None
    return Source(name, country, None, official, noun is not None and noun.kind == "outlet")


def _of_party(page: Page, head: Token, party: Party) -> Source:
    noun = page.cues.speakers.get(head.lemma.lower()) if party.kind == "group" else None
    outlet = party.sector == "MED" and party.kind == "body"
    official = _official(page, party, noun.official if noun else None)
    return Source(party.name, party.country, party.office, official, outlet)


def _official(page: Page, party: Party, by_noun: bool | None) -> bool | None:
    """Whether a party speaks for a state, an organisation, a party or an armed group."""
    if party.sector in _UNOFFICIAL_SECTORS:
        return False
    if party.sector in _OFFICIAL_SECTORS or party.kind == "country":
        return True
    if party.office is not None:
        found = [page.cues.speakers.get(word.lower()) for word in party.office.split()]
        told = [noun.official for noun in found if noun is not None and noun.official is not None]
        if told:
            return all(told)
    if by_noun is not None:
        return by_noun
    return True if party.kind == "body" else None


def noun_phrase(page: Page, head: Token) -> str:
    """The phrase of a head as printed, without its article: "senior Israeli official"."""
    tokens = [t for t in phrase(page.parsed, head) if t.upos != "PUNCT" or t.text in "-’'."]
    while tokens and (tokens[0].lower in _ARTICLES or tokens[0].upos in ("ADP", "PUNCT", "CCONJ", "SCONJ")):
        tokens = tokens[1:]
    if not tokens:
        return ""
    stretch = [t for t in tokens if t.i - tokens[0].i <= 14]
    return " ".join(page.text[stretch[0].start : stretch[-1].end].split())
