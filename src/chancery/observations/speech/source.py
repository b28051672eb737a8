"""Who said it: the speaker of a statement as the report makes it known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from chancery.grammar.clauses import agent, by_phrase, phrase, preposition
from chancery.grammar.types import Token
from chancery.lexicon.cues import SpeakerNoun
from chancery.mentions.types import Party
from chancery.mentions.who import parties
from chancery.observations.speech.page import Page
from chancery.observations.speech.state import state_of, state_of_post

SourceKind = Literal["person", "body", "document"]

_OWNING = frozenset({"'s", "’s", "'", "’"})
_ARTICLES = frozenset({"a", "an", "the"})
_UNOFFICIAL_SECTORS = frozenset({"MED", "EDU", "BUS", "CVL", "REF", "LAB", "AGR", "HLH"})
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "REB", "OPP", "PTY", "SPY", "JUD", "LEG", "IGO", "COP", "ELI"})


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker: fields as a statement has them.

    `kind` and `plural` tell which pronoun can take it up; `noun` is the lemma of a common noun that names it.
    `outlet` is true for a newspaper, an agency, a station; `known` where `mentions` knows the party.
    """

    name: str
    country: str | None = None
    office: str | None = None
    official: bool | None = None
    outlet: bool = False
    kind: SourceKind = "person"
    plural: bool = False
    noun: str = ""
    known: bool = False


def sources(page: Page, holder: Token) -> tuple[Source, ...]:
    """The speakers that a phrase names by itself: one each for those side by side, one for a collective."""
    found: list[Source] = []
    for head in side_by_side(page, holder):
        for source in _sources_of(page, issuer(page, head)):
            if source.name not in [s.name for s in found]:
                found.append(source)
    return tuple(found)


def side_by_side(page: Page, holder: Token) -> tuple[Token, ...]:
    """The heads of a phrase and of those coordinated with it; "both he and X", where the parser left them apart."""
    heads = page.parsed.conjuncts(holder)
    verb = page.parsed.head(holder)
    if len(heads) > 1 or verb is None or holder.rel != "nsubj":
        return heads
    subjects = page.parsed.children(verb, "nsubj")
    paired = any(c.lower in ("both", "either", "neither") for c in page.parsed.children(subjects[0], "cc:preconj"))
    return subjects if paired and subjects[-1].i <= verb.i else heads


def issuer(page: Page, head: Token) -> Token:
    """Who put out a document that the sentence tells the issuer of ("issued a statement saying", "a tweet by")."""
    parsed = page.parsed
    noun = page.cues.speakers.get(head.lemma.lower())
    if noun is None or noun.kind != "document" or page.marked.named(head):
        return head
    verb = parsed.head(head)
    if verb is not None and head.rel == "obj" and verb.lemma.lower() in page.words.issuing:
        told = agent(parsed, verb)
        if told is not None:
            return told
    if head.lemma.lower() in page.words.studies:
        return head
    for told in (_by_whom(page, head), *(_put_out_by(page, c) for c in parsed.children(head, "acl"))):
        if told is not None and page.marked.named(told):
            return told
    return head


def _by_whom(page: Page, document: Token) -> Token | None:
    """The head of "by" or "from" whom; the parser hangs the preposition on a title before the name at times."""
    parsed = page.parsed
    for child in parsed.children(document, "nmod", "obl"):
        before = [child, *parsed.children(child, "nmod:desc", "compound")]
        if any(preposition(parsed, word) in ("by", "from") for word in before):
            return child
    return None


def _put_out_by(page: Page, clause: Token) -> Token | None:
    """Who published a document: "a letter signed by X", "the statement published on X's website"."""
    parsed = page.parsed
    if clause.lemma.lower() not in page.words.issuing:
        return None
    told = by_phrase(parsed, clause)
    if told is not None:
        return told
    pages = [c for c in parsed.children(clause, "obl") if c.lemma.lower() in page.words.pages]
    owners = (owner for at in pages for owner in parsed.children(at, "nmod:poss", "compound", "nmod"))
    return next((owner for owner in owners if page.marked.named(owner)), None)


def _sources_of(page: Page, head: Token) -> tuple[Source, ...]:
    alone = not page.parsed.children(head, "conj")
    named = parties(page.marked, head) if alone else page.marked.named(head)
    if not named and len(head.text) > 1 and head.text.isupper():
        named = _by_surname(page, head)
    if not named and head.lower == "one":
        named = _one_of(page, head)
    if len(named) == 1:
        return (_apposed(page, head, named[0]) or _of_party(page, head, named[0]),)
    phrase_head = _collective(page, head, named) if head.upos == "PRON" and named else head
    if phrase_head is None:
        return tuple(_of_party(page, head, party) for party in named)
    name = noun_phrase(page, phrase_head)
    if not name:
        return ()
    return (_of_noun(page, phrase_head, name, _common_country(page, phrase_head, named)),)


def _one_of(page: Page, one: Token) -> tuple[Party, ...]:
    """The one of several whose name stands behind them: "one of the sponsors, Chad"."""
    parsed = page.parsed
    several = [c for c in parsed.children(one, "nmod") if preposition(parsed, c) == "of"]
    return tuple(p for c in several for name in parsed.children(c, "appos") for p in page.marked.named(name))


def _apposed(page: Page, head: Token, party: Party) -> Source | None:
    """The person whose name follows an unnamed one: "Mali's junta leader, Colonel Assimi Goita"."""
    if party.kind != "group" or head.feat("Number") == "Plur":
        return None
    for child in page.parsed.children(head, "appos", "flat"):
        named = page.marked.named(child)
        if len(named) == 1 and named[0].kind == "person" and child.name:
            source = _of_party(page, child, named[0])
            return replace(source, country=source.country or party.country, office=source.office or party.office)
    return None


def _common_country(page: Page, head: Token, named: tuple[Party, ...]) -> str | None:
    """The state of all parties of a phrase, or else of those that its modifiers name ("the US statement")."""
    if not named:
        owner = _parted_owner(page, page.parsed.subtree(head)[0])
        modifiers = (*page.parsed.children(head, "compound", "nmod:poss", "amod"), *((owner,) if owner else ()))
        named = tuple(party for modifier in modifiers for party in page.marked.named(modifier))
    countries = {party.country for party in named}
    return next(iter(countries)) if len(countries) == 1 else None


def _by_surname(page: Page, head: Token) -> tuple[Party, ...]:
    """The person whom a name in capitals means ("PENCE:" in a transcript), where it is one."""
    word = head.text.casefold()
    people = [p for p in page.marked.parties if p.kind == "person" and p.name.split()[-1].casefold() == word]
    return tuple(people) if len(people) == 1 else ()


def _collective(page: Page, pronoun: Token, named: tuple[Party, ...]) -> Token | None:
    """The phrase before a pronoun that names the same parties together ("the two ministers ... they")."""
    for place in range(pronoun.i - 1, -1, -1):
        token = page.parsed.tokens[place]
        if token.upos == "NOUN" and page.marked.named(token) == named:
            return token
    return None


def speaker_noun(page: Page, head: Token) -> SpeakerNoun | None:
    """What the word list says of a phrase's noun, with the noun before it where the two are one ("news agency")."""
    before = page.parsed.tokens[head.i - 1].lower if head.i else ""
    speakers = page.cues.speakers
    return speakers.get(f"{before} {head.lemma.lower()}") or speakers.get(head.lemma.lower())


def _of_noun(page: Page, head: Token, name: str, country: str | None) -> Source:
    noun = speaker_noun(page, head)
    return Source(
        name=name,
        country=country or state_of(page, head),
        official=noun.official if noun else None,
        outlet=noun is not None and noun.kind == "outlet",
        kind=_kind_of(noun) if noun or head.upos != "PROPN" else "body",
        plural=head.feat("Number") == "Plur",
        noun=head.lemma.lower() if head.upos == "NOUN" else "",
    )


def _of_party(page: Page, head: Token, party: Party) -> Source:
    noun = speaker_noun(page, head) if party.kind == "group" or party.entity < 0 else None
    before = page.parsed.children(head, "compound") if head.upos == "NOUN" else ()
    body = party.kind in ("body", "country")
    plural = party.kind == "group" and head.feat("Number") == "Plur"
    owner = page.parsed.child(head, "nmod:poss", "nmod", "det")
    media = party.kind == "body" and any(p.sector == "MED" for c in before for p in page.marked.named(c))
    owned = party.entity < 0 and owner is not None and owner.feat("Poss") == "Yes"
    return Source(
        name=(noun_phrase(page, head) if owned or _is_state_named(page, head, party) else party.name) or party.name,
        country=party.country or _state_behind(page, head, party),
        office=party.office,
        official=_official(page, party, noun.official if noun else None),
        outlet=(party.sector == "MED" and body) or (noun is not None and noun.kind == "outlet") or media,
        kind="body" if body else _kind_of(noun),
        plural=plural,
        known=True,
        noun=head.lemma.lower() if party.kind == "group" and head.upos == "NOUN" else "",
    )


def _state_behind(page: Page, head: Token, party: Party) -> str | None:
    """The state of an unnamed official or a common organ that the phrase gives none."""
    if party.code is not None or party.body is not None:
        return None
    if party.kind == "person":
        return state_of_post(page, party.office) if party.office is not None else None
    return state_of(page, head) if party.entity < 0 else None


def _is_state_named(page: Page, head: Token, party: Party) -> bool:
    """True for a state's own name, which is given as printed ("the US")."""
    return (
        party.kind == "country" and head.upos == "PROPN" and bool(head.name) and not page.parsed.children(head, "acl")
    )


def _kind_of(noun: SpeakerNoun | None) -> SourceKind:
    if noun is None or noun.kind == "person":
        return "person"
    return "document" if noun.kind == "document" else "body"


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
    parted = _parted_owner(page, tokens[0])
    if parted is not None:
        tokens = list(page.parsed.tokens[page.parsed.subtree(parted)[0].i : tokens[-1].i + 1])
    stretch = [t for t in tokens if t.i - tokens[0].i <= 14]
    printed = " ".join(page.text[stretch[0].start : stretch[-1].end].split())
    owner = page.marked.named(stretch[0]) if stretch[0].feat("Poss") == "Yes" else ()
    if len(owner) == 1 and len(stretch) > 1:  # "his office"
        mark = "’" if "’" in page.text else "'"
        return f"{owner[0].name}{mark}s {printed.partition(' ')[2]}"
    return printed


def _parted_owner(page: Page, first: Token) -> Token | None:
    """The owner before a phrase's first word that the parser hung elsewhere: Ruto, of "Ruto's | office said"."""
    mark = page.parsed.tokens[first.i - 1] if first.i else first
    if mark.rel != "case" or mark.lower not in _OWNING:
        return None
    owner = page.parsed.head(mark)
    return owner if owner is not None and owner.i < mark.i else None
